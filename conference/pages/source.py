"""Where in the Markdown of a page what was found in its HTML stands."""

from __future__ import annotations

import re

from conference.findings import Place
from conference.pages.call_syntax import place_at
from conference.pages.code import blank, without_code
from conference.pages.page import Page


class Source:
    """The Markdown of a page, where what was found in its HTML is looked for."""

    def __init__(self, page: Page) -> None:
        self._page = page
        text = blank(page.text[: page.body_start]) + page.text[page.body_start :]
        for call in page.calls:
            text = text[: call.start] + blank(text[call.start : call.end]) + text[call.end :]
        self.without_code = without_code(text)
        """The Markdown alone: head, calls and code blanked, every other letter in its place."""
        self._texts = (self.without_code, text)
        self._next: dict[str, int] = {}

    def place(self, *written: str, behind: str = "") -> Place:
        """Where the next stretch like this stands; the beginning of the page where there is none.

        Args:
            written: The stretch, or several ways in which it may be typed, the likeliest first.
            behind: What stands before it, if that can be found.
        """
        ways = [(behind, stretch) for stretch in written if behind and stretch]
        for before, stretch in ways + [("", stretch) for stretch in written if stretch]:
            pattern = re.compile(f"{re.escape(before)}({re.escape(stretch)})", re.IGNORECASE)
            for text in self._texts:
                for start in (self._next.get(stretch, 0), 0):
                    if found := pattern.search(text, start):
                        self._next[stretch] = found.end()
                        return place_at(self._page.text, found.start(1), self._page.file)
        return place_at(self._page.text, self._page.body_start, self._page.file)
