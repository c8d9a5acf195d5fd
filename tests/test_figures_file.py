"""figures.json: every number of the site with its value, where it stands, and nothing of the staff's."""

import json
import re

import pytest
from folders import FULL, ROOT
from lxml import html
from one_page import plan

from conference.audience import Audience
from conference.figures_file import VERSION, figures_of
from conference.folders import dossier_folder
from conference.publication import open_publication
from conference.wording import in_words


@pytest.fixture(scope="module")
def told(full_site):
    return json.loads((full_site / "figures.json").read_text("utf-8"))


def shown_on(site, page):
    tree = html.parse(site / f"{page}.html").getroot()
    return tree.cssselect("article [data-figure], article [data-fact]")


def test_the_script_says_the_same_as_the_file(full_site, told):
    script = (full_site / "figures.js").read_text("utf-8")
    found = re.fullmatch(r"window\.figures = (\{.*\});\n", script, re.DOTALL)
    assert json.loads(found[1]) == told
    assert told["version"] == VERSION


def test_every_number_stands_where_it_is_said_to_stand(full_site, told):
    facts = {one["name"]: one for one in (*told["figures"], *told["said"])}
    assert len(facts) > 40
    for page in told["pages"]:
        shown = [
            one.get("data-figure") or one.get("data-fact")
            for one in shown_on(full_site, page["page"])
        ]
        assert len(shown) == page["bound"], page
        for name in set(shown):
            (place,) = [p for p in facts[name]["places"] if p["page"] == page["page"]]
            assert place["times"] == shown.count(name)


def test_a_figure_reads_as_it_says(full_site, told):
    figures = {one["name"]: one for one in told["figures"]}
    for element in shown_on(full_site, "khen-thuong"):
        if name := element.get("data-figure"):
            assert figures[name]["value"] == int(element.get("value"))
            assert element.text_content() in figures[name]["shown"].values()
    total = figures["awards.total"]
    assert total["shown"]["words"] == in_words(total["value"])


def test_cited_papers_are_counted(told):
    cited = {page["page"]: page["cited"] for page in told["pages"]}
    assert cited["ke-hoach"] == 3 and cited["dai-bieu"] == 0


def test_lines_of_the_data_are_for_the_staff(told):
    assert not [one for one in (*told["figures"], *told["said"]) if "lines" in one]
    publication = open_publication(dossier_folder(FULL), "", Audience.STAFF).publication
    figures = {one["name"]: one for one in figures_of(publication)["figures"]}
    (line,) = figures["delegates.stated"]["lines"]
    file, number = line.rsplit(":", 1)
    text = (ROOT / file).read_text("utf-8").split("\n")[int(number) - 1]
    assert text == f"stated: {figures['delegates.stated']['value']}"


def test_a_day_that_is_open_says_what_is_known():
    (day,) = [one for one in figures_of(plan())["said"] if one["name"] == "conference.date"]
    assert day["forms"]["prose"] == "tuần 4 tháng 12/2022"
