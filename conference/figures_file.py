"""figures.json, and the same as a script for pages opened from a file: every number of the site, and where
it stands. What other tools rely on; `version` changes when a key gets another meaning or goes.

{
  "version": 1,
  "title": "Hội nghị …",
  "data": {"day": "2022-12-01" or null, "code": "0f3a9c1"},
  "figures": [{"name", "value", "title", "kind", "formula", "agreement", "shown": {"prose", "table", "words"},
               "places": [{"page", "times"}], "lines": ["data/awards.yml:10"]}],
  "said": [{"name", "title", "forms": {"prose", …}, "places": […], "lines": […]}],
  "pages": [{"page", "title", "bound", "cited"}]
}

`bound` counts the numbers and days of a page that are called by name, `cited` the papers of others it
names. `lines` are in the staff's site alone.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from conference.audience import Audience
from conference.figures import OF_NUMBERS, Figure
from conference.figures.said import Said

if TYPE_CHECKING:
    from conference.publication import Publication

VERSION = 1
_FACT = re.compile(r'data-(?:figure|fact)="([^"]+)"')
_CITED = re.compile(r"data-citation=")


def figures_of(publication: Publication) -> dict[str, Any]:
    """What figures.json says."""
    facts, revision = publication.facts, publication.revision
    # The print set repeats the other pages; the reconciliation names every figure by itself.
    pages = [
        page
        for page in publication.pages
        if page.paper != "set" and all(call.name != "figures_table" for call in page.calls)
    ]
    texts = {page.name: publication.filled(page) for page in pages}
    counts = {name: Counter(_FACT.findall(text)) for name, text in texts.items()}
    for_staff = publication.audience == Audience.STAFF

    def places(name: str) -> list[dict[str, Any]]:
        return [
            {"page": page, "times": count[name]} for page, count in counts.items() if count[name]
        ]

    def entry(fact: Figure | Said, **more: Any) -> dict[str, Any]:
        lines = fact.sources if isinstance(fact, Figure) else (fact.place,)
        told = {"lines": [f"{place.file}:{place.line}" for place in lines]} if for_staff else {}
        return {"name": fact.name, "title": fact.title, **more, "places": places(fact.name), **told}

    return {
        "version": VERSION,
        "title": facts.names.as_text("{conference.title}"),
        "data": {"day": revision.day and revision.day.isoformat(), "code": revision.code},
        "figures": [_figure(figure, entry) for figure in facts.figures.values()],
        "said": [
            entry(
                said,
                forms={form: facts.names.as_text(text) for form, text in said.forms.items()},
            )
            for said in facts.names.said.values()
        ],
        "pages": [
            {
                "page": page.name,
                "title": page.title,
                "bound": sum(counts[page.name].values()),
                "cited": len(_CITED.findall(texts[page.name])),
            }
            for page in pages
        ],
    }


def _figure(figure: Figure, entry: Any) -> dict[str, Any]:
    entered: dict[str, Any] = entry(
        figure,
        value=figure.value,
        kind=figure.kind,
        formula=figure.formula,
        agreement=figure.agreement,
        shown={form: figure.shown(form) for form in OF_NUMBERS},
    )
    return entered


def as_json(publication: Publication) -> str:
    """The text of figures.json."""
    return json.dumps(figures_of(publication), ensure_ascii=False, indent=1) + "\n"


def as_script(text: str) -> str:
    """The same for a page opened from a file, which may not fetch: `window.figures`."""
    return f"window.figures = {text.rstrip()};\n"
