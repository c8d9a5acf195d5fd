"""The boundary of what is checked: on each page, which numbers are called by name, which were typed by hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from conference.guard import RestsOn, Typed
from conference.pages.page import Page

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


def page_numbers(
    pages: Iterable[Page],
    filled: Callable[[Page], str],
    by_hand: Mapping[str, Sequence[Typed]],
    of_data: Mapping[str, Sequence[Typed]],
) -> tuple[PageNumbers, ...]:
    """Count the numbers of each page that says something by itself.

    Args:
        pages: in the order of the navigation.
        filled: gives the Markdown of a page, every call filled in.
        by_hand: file of a page → the numbers typed there.
        of_data: the same of the files of the data.
    """
    found = []
    for page in pages:
        if any(call.name in SHOWING_ALL for call in page.calls):
            continue
        text = filled(page)
        typed = [*by_hand.get(page.file, ()), *_shown(text, of_data)]
        called = Counter(_FACT.findall(text))
        found.append(PageNumbers(page, called, len(_CITED.findall(text)), typed))
    return tuple(found)


def _shown(text: str, of_data: Mapping[str, Sequence[Typed]]) -> list[Typed]:
    """The numbers typed in the data that a page shows."""
    reading = unescape(_TAG.sub("", text))
    return [
        one
        for typed in of_data.values()
        for one in typed
        for _ in range(reading.count(f"{one.before}{one.text}{one.after}"))
    ]
