"""The boundary of what is checked: on each page, which numbers are called by name, which were typed by hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from conference.guard import RestsOn, Typed
from conference.pages.page import Page

if TYPE_CHECKING:
    from conference.publication import Publication

SHOWING_ALL = ("figures_table", "page_numbers_table", "print_set")
"""Blocks that show numbers of other pages: a page that calls one says nothing by itself."""
_FACT = re.compile(r'data-(?:figure|fact)="([^"]+)"')
_CITED = re.compile(r"data-citation=")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class PageNumbers:
    """The numbers of one page.

    Attributes:
        page: the page.
        called: dotted name of a figure or a day → how often the page shows it.
        citations: how many papers of others it calls by name.
        typed: what was typed by hand, in the page or in a text of the data that it shows.
    """

    page: Page
    called: Counter[str]
    citations: int
    typed: Sequence[Typed]

    @property
    def bound(self) -> int:
        """How many numbers and days are called by name."""
        return self.called.total()

    def resting_on(self, what: RestsOn | str) -> int:
        """How many of the others rest on something; papers that are called by name are cited, too."""
        typed = sum(one.rests_on == what for one in self.typed)
        return typed + self.citations if what == RestsOn.CITATION else typed


def page_numbers(publication: Publication) -> tuple[PageNumbers, ...]:
    """Count the numbers of each page that says something by itself, in the order of the navigation."""
    found = []
    for page in publication.pages:
        if any(call.name in SHOWING_ALL for call in page.calls):
            continue
        text = publication.filled(page)
        typed = _shown_by_hand(publication, page, text)
        called = Counter(_FACT.findall(text))
        found.append(PageNumbers(page, called, len(_CITED.findall(text)), typed))
    return tuple(found)


def _shown_by_hand(publication: Publication, page: Page, text: str) -> list[Typed]:
    """What a page shows that was typed by hand: its own words, and those of the data."""
    reading = unescape(_TAG.sub("", text))
    of_pages = {other.file for other in publication.all_pages}
    of_data = [
        one
        for file, typed in publication.typed.items()
        if file not in of_pages
        for one in typed
        for _ in range(reading.count(f"{one.before}{one.text}{one.after}"))
    ]
    return [*publication.typed.get(page.file, ()), *of_data]
