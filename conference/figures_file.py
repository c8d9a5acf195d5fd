"""figures.json, and the same as a script for pages opened from a file: every number of the site, and where
it stands. What other tools rely on; `version` changes when a key gets another meaning or goes.

{
  "version": 1,
  "title": "Hội nghị …",
  "data": {"day": "2022-12-01" or null, "code": "0f3a9c1"},
  "reconciliation": "doi-chieu" or "",
  "edit_data": "http://…/{path}#L{line}" or "",
  "figures": [{"name", "value", "title", "kind", "nouns", "formula", "parts", "agreement", "anchor",
               "shown": {"prose", "table", "words"}, "places": [{"page", "times"}],
               "lines": ["data/awards.yml:10"]}],
  "said": [{"name", "title", "forms": {"prose", …}, "places": […], "lines": […]}],
  "pages": [{"page", "title", "bound", "cited", "named", "exempt", "left_over",
             "typed": [{"text", "before", "after", "rests_on", "reason"}]}]
}

`parts` names the figures that a sum adds up; `anchor` is the row of a figure on the page `reconciliation`.
Of a page, `bound` counts the numbers and days that are called by name, `cited` the papers of others it names,
`named` the names that hold a number of their own, `exempt` what exceptions.yml lets pass, and `left_over` what
rests on nothing: there is none, for it is an error. `typed` lists those that were typed by hand, in the page or
in a text of the data that it shows, with the words round them. `lines`, `reason` and `edit_data`, where a line is
edited, are in the staff's site alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from conference.audience import Audience
from conference.boundary import PageNumbers
from conference.figures import OF_NUMBERS, Figure
from conference.figures.said import Said
from conference.findings import Place
from conference.guard import RestsOn, Typed
from conference.publication import Publication

VERSION = 1
_WORDS_ROUND = 40
"""So many letters on either side of a number typed by hand are told."""


def figures_of(publication: Publication) -> dict[str, Any]:
    """What figures.json says."""
    facts, revision = publication.facts, publication.revision
    for_staff = publication.audience == Audience.STAFF
    parts = _parts(facts.figures)

    def entry(fact: Figure | Said, **more: Any) -> dict[str, Any]:
        places = [
            {"page": of.page.name, "times": of.called[fact.name]}
            for of in publication.page_numbers
            if of.called[fact.name]
        ]
        lines = fact.sources if isinstance(fact, Figure) else (fact.place,)
        told = {"lines": [f"{place.file}:{place.line}" for place in lines]} if for_staff else {}
        return {"name": fact.name, "title": fact.title, **more, "places": places, **told}

    return {
        "version": VERSION,
        "title": facts.names.as_text("{conference.title}"),
        "data": {"day": revision.day and revision.day.isoformat(), "code": revision.code},
        "reconciliation": publication.page_calling("figures_table"),
        "edit_data": publication.edit_data if for_staff else "",
        "figures": [
            entry(
                figure,
                value=figure.value,
                kind=figure.kind,
                nouns=figure.nouns,
                formula=figure.formula,
                parts=parts[figure.name],
                agreement=figure.agreement,
                anchor=figure.anchor,
                shown={form: figure.shown(form) for form in OF_NUMBERS},
            )
            for figure in facts.figures.values()
        ],
        "said": [
            entry(
                said,
                forms={form: facts.names.as_text(text) for form, text in said.forms.items()},
            )
            for said in facts.names.said.values()
        ],
        "pages": [_page(of, for_staff) for of in publication.page_numbers],
    }


def _parts(figures: Mapping[str, Figure]) -> dict[str, list[str]]:
    """Name of a sum → the figures it adds up: those that come from one of its lines each."""
    of_line: dict[tuple[Place, ...], str] = {
        figure.sources: figure.name for figure in figures.values()
    }
    return {
        figure.name: [of_line[line,] for line in figure.sources if (line,) in of_line]
        if len(figure.sources) > 1
        else []
        for figure in figures.values()
    }


def _page(of: PageNumbers, for_staff: bool) -> dict[str, Any]:
    return {
        "page": of.page.name,
        "title": of.page.title,
        "bound": of.bound,
        **{str(what): of.resting_on(what) for what in RestsOn},
        "typed": [_typed(one, for_staff) for one in of.typed],
    }


def _typed(typed: Typed, for_staff: bool) -> dict[str, str]:
    """A number typed by hand, with as many words round it as are needed to find it again."""
    told = {
        "text": typed.text,
        "before": typed.before[-_WORDS_ROUND:],
        "after": typed.after[:_WORDS_ROUND],
        "rests_on": str(typed.rests_on),
    }
    return told | ({"reason": typed.reason} if for_staff and typed.reason else {})


def as_json(publication: Publication) -> str:
    """The text of figures.json."""
    return json.dumps(figures_of(publication), ensure_ascii=False, indent=1) + "\n"


def as_script(text: str) -> str:
    """The same for a page opened from a file, which may not fetch: `window.figures`."""
    return f"window.figures = {text.rstrip()};\n"
