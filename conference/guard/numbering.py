"""The numbers by which headings and lists count themselves: in order, they are none of the prose."""

from __future__ import annotations

import re
from typing import NamedTuple

from markdown_it.token import Token

from conference import wording

_NUMBERING = re.compile(r"\s*(?:([0-9]{1,2})|([IVXLC]{1,7}))[.)]\s")
_LETTERS = ("C", "L")
"""Out of order they are letters: «C. Mác», or a section after A and B."""


class Numeral(NamedTuple):
    """A Roman numeral out of order: its offsets in the heading, and the numeral that is due."""

    start: int
    end: int
    due: str


class Headings:
    """The numbers of headings: each one more than the last of its level and kind."""

    def __init__(self) -> None:
        self._arabic = [0] * 7
        self._roman = [0] * 7
        self._level = 0

    def begin(self, level: int) -> None:
        """A heading of this level begins; those below it count from 1 again."""
        self._level = level
        for last in (self._arabic, self._roman):
            last[level + 1 :] = [0] * (6 - level)

    def strip(self, text: str) -> tuple[str, Numeral | None]:
        """Blank the number a heading begins with.

        Args:
            text: the text of the heading that `begin` announced, or of a paragraph, which has none.

        Returns:
            The text, its number blanked if it is in order, and a Roman numeral out of order. An
            Arabic number out of order stays in the text, to be reported like any other.
        """
        level, self._level = self._level, 0
        found = _NUMBERING.match(text) if level else None
        if found is None:
            return text, None
        last = self._arabic if found[1] else self._roman
        due = last[level] + 1
        if found[2] and found[2] != wording.roman(due):
            start, end = found.span(2)
            letter = found[2] in _LETTERS
            return text, None if letter else Numeral(start, end, wording.roman(due))
        if found[1] and int(found[1]) != due:
            return text, None
        last[level] = due
        return " " * found.end() + text[found.end() :], None


class Lists:
    """The markers of ordered lists. What they are typed as is not what is shown, unless they count."""

    def __init__(self) -> None:
        self._last: list[int] = []

    def out_of_order(self, token: Token) -> str:
        """Follow the tokens of a page; give the marker of a list item that does not count.

        Returns:
            The marker as typed ("3." where 2 is due); "" for any other token, and for items
            that count 1, 2, 3 … or all say 1, as some type lists.
        """
        if token.type == "ordered_list_open":
            self._last.append(0)
        elif token.type == "ordered_list_close":
            self._last.pop()
        elif token.type == "list_item_open" and token.info:
            self._last[-1] += 1
            if int(token.info) not in (1, self._last[-1]):
                return f"{token.info}{token.markup}"
        return ""
