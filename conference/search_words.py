"""search/words.js: what the search of the site knows besides the pages (overrides/assets/search/).

`papers`, `screens`: names of pages, in the order in which they come where they answer alike: documents before
their appendices before other sheets; then what is only read on screen, as the navigation has it. `same`: words that
mean one thing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from conference.models.units import Unit
from conference.pages.front_matter import PAPERS
from conference.pages.page import Page
from conference.publication import Publication
from conference.wording import ABBREVIATIONS, shortened


def search_words(publication: Publication) -> str:
    """The text of search/words.js."""
    dossier = publication.facts.dossier
    pages = publication.pages
    own = [list(synonym.words) for synonym in dossier.synonyms.synonyms]
    words = {
        "papers": by_kind(page for page in pages if PAPERS[page.paper].in_set),
        "screens": [page.name for page in pages if not PAPERS[page.paper].in_set],
        "same": [*same(dossier.units.units), *own],
    }
    return f"self.searchWords = {json.dumps(words, ensure_ascii=False)};\n"


def by_kind(pages: Iterable[Page]) -> list[str]:
    """The names of pages by the order of the kinds of paper, of one kind by that of the navigation."""
    kinds = list(PAPERS)
    return [page.name for page in sorted(pages, key=lambda page: kinds.index(page.paper))]


def same(units: Iterable[Unit]) -> list[list[str]]:
    """What offices write short, and in full; the units' own names first."""
    pairs = list(dict.fromkeys(pair for unit in units for pair in _of_unit(unit)))
    general = [[short, *full] for short, full in ABBREVIATIONS.items()]
    known = {(group[0], word.casefold()) for group in general for word in group}
    return [*map(list, (p for p in pairs if (p[0], p[1].casefold()) not in known)), *general]


def _of_unit(unit: Unit) -> Iterator[tuple[str, str]]:
    for short in (unit.short, unit.variant):
        if short:
            yield from shortened(unit.name, short)
