"""figures.json, and the same as a script for pages opened from a file: every number of the site, and where
it stands. What other tools rely on; `version` changes when a key gets another meaning or goes.

{
  "version": 1,
  "title": "Hội nghị …",
  "data": {"day": "2022-12-01" or null, "code": "0f3a9c1"},
  "figures": [{"name", "value", "title", "kind", "formula", "agreement", "shown": {"prose", "table", "words"},
               "places": [{"page", "times"}], "lines": ["data/awards.yml:10"]}],
  "said": [{"name", "title", "forms": {"prose", …}, "places": […], "lines": […]}],
  "pages": [{"page", "title", "bound", "cited", "named", "exempt", "left_over",
             "typed": [{"text", "before", "after", "rests_on", "reason"}]}]
}

`bound` counts the numbers and days of a page that are called by name, `cited` the papers of others it
names, `named` the names that hold a number of their own, `exempt` what exceptions.yml lets pass, and
`left_over` what rests on nothing: there is none, for it is an error. `typed` lists those that were typed by
hand, in the page or in a text of the data that it shows, with the words round them. `lines` and `reason` are in the staff's site alone.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from html import unescape
from typing import TYPE_CHECKING, Any

from conference.audience import Audience
from conference.figures import OF_NUMBERS, Figure
from conference.figures.said import Said
from conference.guard import RestsOn, Typed
from conference.pages.page import Page

if TYPE_CHECKING:
    from conference.publication import Publication

VERSION = 1
_FACT = re.compile(r'data-(?:figure|fact)="([^"]+)"')
_CITED = re.compile(r"data-citation=")
_TAG = re.compile(r"<[^>]*>")
_WORDS_ROUND = 40
"""So many letters on either side of a number typed by hand are told."""


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
    typed = {page.name: _shown_by_hand(publication, page, texts[page.name]) for page in pages}
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
                **_by_hand(typed[page.name], _CITED.findall(texts[page.name])),
                "typed": [_typed(one, for_staff) for one in typed[page.name]],
            }
            for page in pages
        ],
    }


def _shown_by_hand(publication: Publication, page: Page, text: str) -> list[Typed]:
    """What a page shows that was typed by hand: its own words, and those of the data."""
    reading = unescape(_TAG.sub("", text))
    own = {page.file for page in publication.all_pages}
    return [
        *publication.typed.get(page.file, ()),
        *(
            one
            for file, typed in publication.typed.items()
            if file not in own
            for one in typed
            for _ in range(reading.count(f"{one.before}{one.text}{one.after}"))
        ),
    ]


def _by_hand(typed: Sequence[Typed], called: Sequence[str]) -> dict[str, int]:
    """How many numbers rest on what; papers that are called by name are cited as well."""
    counts = Counter(one.rests_on for one in typed)
    counts[RestsOn.CITATION] += len(called)
    return {str(rests_on): counts[rests_on] for rests_on in RestsOn}


def _typed(typed: Typed, for_staff: bool) -> dict[str, str]:
    """A number typed by hand, with as many words round it as are needed to find it again."""
    told = {
        "text": typed.text,
        "before": typed.before[-_WORDS_ROUND:],
        "after": typed.after[:_WORDS_ROUND],
        "rests_on": str(typed.rests_on),
    }
    return told | ({"reason": typed.reason} if for_staff and typed.reason else {})


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
