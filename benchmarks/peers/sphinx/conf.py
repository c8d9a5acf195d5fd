"""The pages' lists and figures with Sphinx: Jinja over the sources, as its users generate tables."""

import re
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader

HERE = Path(__file__).parent
project = "Hồ sơ hội nghị"
language = "vi"
smartquotes = False
exclude_patterns = ["blocks", "data"]
html_theme = "alabaster"
html_copy_source = False

DATA = {
    path.stem: yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    for path in (HERE / "data").glob("*.yml")
}
TENS = ["", "X", "XX", "XXX"]
ONES = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]


def names():
    conference = DATA["conference"]
    term = conference["term"]
    yield "conference.title", conference["title"]
    yield "conference.year", str(conference["year"])
    yield "conference.next_year", str(conference["next_year"])
    yield "conference.term", TENS[term // 10] + ONES[term % 10]
    yield "conference.week", str(conference["time"]["week"])
    yield "conference.month", str(conference["time"]["month"])
    for unit in DATA["units"]["units"]:
        yield f"unit.{unit['id']}", unit["name"]
        for key in ("short", "variant"):
            if key in unit:
                yield f"unit.{unit['id']}.{key}", unit[key]


NAMES = dict(names())


def text(value):
    return re.sub(r"\{([a-z0-9._-]+)\}", lambda found: text(NAMES[found[1]]), value)


def cell(value):
    """A value as a cell of a csv-table."""
    return '"' + str("" if value is None else value).replace('"', '""') + '"'


JINJA = Environment(
    loader=FileSystemLoader(HERE / "blocks"), trim_blocks=True, lstrip_blocks=True, autoescape=False
)
JINJA.filters |= {"text": text, "cell": cell, "unit": lambda unit: NAMES[f"unit.{unit}"]}
JINJA.globals |= DATA
JINJA.globals["labels"] = {group["id"]: group["label"] for group in DATA["delegates"]["groups"]}


def fill_in(app, name, source):
    source[0] = JINJA.from_string(source[0]).render()


def setup(app):
    app.connect("source-read", fill_in)
