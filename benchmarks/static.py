"""The floor: a project's pages with every call filled in beforehand, as plain MkDocs reads them.

Run as a program (`python -m benchmarks.static PROJECT FLOOR DATA`), so that the driver stays small.
Also writes expected.json, the words every other builder has to show, page by page, and plan.txt, what
the plan's page says beside its blocks, which the other builders get filled in beforehand.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from html import unescape
from pathlib import Path

import yaml

from benchmarks.prose import headings
from conference.folders import dossier_folder
from conference.models import Open
from conference.opening import open_publication
from conference.pages.call_syntax import INLINE
from conference.publication import Publication
from conference.site_files import write_site_files
from conference.wording import slug

PLAN = "ke-hoach"

_HEADING = re.compile(r"(?m)^#+ ((?:(?!\{ #).)+)$")
_TITLE = re.compile(r"<h1 (data-search-exclude=[^>]*)>(.+?)</h1>")
"""Headings without an id of their own: Markdown gives them another than our site does."""
_IS_WIDE = "config.extra.is_wide and config.extra.is_wide(source)"
_RAW = re.compile(r"\{% (?:end)?raw %\}\n?")
_NOTE, _TAG = re.compile(r"(?s)<!--.*?-->"), re.compile(r"<[^>]+>")


class _Loader(yaml.SafeLoader):
    """mkdocs.yml names environment variables with !ENV, which matter only to `watch`."""


_Loader.add_constructor("!ENV", lambda loader, node: "data")


def main(project: Path, floor: Path, data: Path) -> None:
    findings, publication = open_publication(dossier_folder(project, data))
    if publication is None:
        raise SystemExit("\n".join(map(str, findings)))
    write_floor(publication, project, floor)
    plan = own_words(publication, PLAN)
    (floor / "plan.txt").write_text("\n".join(plan), "utf-8")
    words = expected_words(publication) | {
        "huong-dan": headings(floor / "docs/huong-dan.md"),
        "doi-chieu": [one.title for one in publication.facts.figures.values()],
    }
    expected = json.dumps(words, ensure_ascii=False)
    (floor / "expected.json").write_text(expected, "utf-8")


def write_floor(publication: Publication, project: Path, floor: Path) -> None:
    """The same site without data and without macros; the pages built of it are the same, letter by
    letter (see `same.py`)."""
    for name in ("docs", "overrides"):
        shutil.copytree(project / name, floor / name)
    for page in publication.pages:
        body = _HEADING.sub(_with_id, publication.filled(page))
        body = _TITLE.sub(lambda one: f'<h1 id="{slug(one[2])}" {one[1]}>{one[2]}</h1>', body)
        text = page.text[: page.body_start] + body + "\n"
        (floor / "docs" / f"{page.name}.md").write_text(_RAW.sub("", text), "utf-8")
    wide = [
        f"{page.name}.md" for page in publication.pages if publication.is_wide(f"{page.name}.md")
    ]
    frame = floor / "overrides/main.html"
    frame.write_text(frame.read_text("utf-8").replace(_IS_WIDE, f"source in {wide}"), "utf-8")
    (floor / "docs" / "assets").mkdir(exist_ok=True)
    write_site_files(publication, floor / "docs")
    config = yaml.load((project / "mkdocs.yml").read_text("utf-8"), _Loader)
    del config["plugins"]["macros"]
    del config["watch"]
    del config["hooks"]
    config["extra"] |= publication.theme_values
    text = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
    (floor / "mkdocs.yml").write_text(text, "utf-8")


def _with_id(heading: re.Match[str]) -> str:
    return f"{heading[0]} {{ #{slug(heading[1])} }}"


def own_words(publication: Publication, name: str) -> list[str]:
    """The paragraphs typed on a page, facts filled in; headings, notes and blocks left out."""
    page = publication.page(name)
    parts, position = [], page.body_start
    for call in page.calls:
        parts.append(page.text[position : call.start])
        if call.name in INLINE:
            parts.append(publication.answer(page, call.name, call.arguments))
        position = call.end
    text = _NOTE.sub("", "".join([*parts, page.text[position:]]))
    lines = (line.strip().removeprefix("- ") for line in text.split("\n"))
    return [unescape(_TAG.sub("", line)) for line in lines if line and line[0] != "#"]


def expected_words(publication: Publication) -> dict[str, list[str]]:
    """Page → texts that stand on it; the page of delegates stands for all its parts."""
    dossier, plain = publication.facts.dossier, publication.facts.names.as_text
    units = {unit.id: unit.name for unit in dossier.units.units}
    named = dossier.delegates.delegates
    total = sum(award.stated for award in dossier.awards.awards)
    lists = [listed for award in dossier.awards.awards for listed in award.parts or [award]]
    agenda = [plain(item.title) for item in dossier.agenda.all_items]
    groups = [plain(group.name) for group in dossier.delegates.groups]
    awards = [f"{total} tập thể", *(plain(award.to) for award in dossier.awards.awards)]
    tasks = [units[task.lead] for task in dossier.tasks.tasks]
    works = [plain(work.what) for task in dossier.tasks.tasks for work in task.works]
    people = [] if isinstance(named, Open) else [delegate.name for delegate in named]
    collectives = [
        entry.name
        for listed in lists
        for entry in (listed.recipients if isinstance(listed.recipients, list) else ())
    ]
    return {
        PLAN: [*own_words(publication, PLAN), *groups, *agenda],
        "chuong-trinh": agenda,
        "dai-bieu": [*groups, *people],
        "khen-thuong": [*awards, *collectives],
        "phan-cong": [*tasks, *works],
        "tit-chu": [plain(line) for line in dossier.banner.lines],
    }


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
