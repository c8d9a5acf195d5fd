"""The numbers by which headings, articles and lists count themselves: in order, none of the prose."""

from __future__ import annotations

import re
from typing import NamedTuple

from markdown_it.token import Token

from conference import wording

_NUMBERING = re.compile(r"\s*(?:([0-9]{1,2})|([IVXLC]{1,7}))[.)]\s")
_DOTTED = re.compile(r"\s*((?:[0-9]{1,2}\.)+)([0-9]{1,2})[.)]?\s")
_ARTICLE = re.compile(r"\s*Điều ([0-9]{1,3})[.:]")
_ARTICLE_LINE = re.compile(r"(?m)^[#*_ ]*Điều ([0-9]{1,3})[.:]")
_ARTICLE_NAMED = re.compile(r"\bĐiều ([0-9]{1,3})(?!\w)")
_LETTERS = ("C", "L")
"""Out of order they are letters: «C. Mác», or a section after A and B."""


class Numeral(NamedTuple):
    """A number out of order: its offsets in the text, and the number that is due."""

    start: int
    end: int
    due: str


class Headings:
    """The numbers of headings: each one more than the last of its level and kind."""

    def __init__(self) -> None:
        self._arabic = [0] * 7
        self._roman = [0] * 7
        self._level = 0
        self._dotted: dict[str, int] = {}
        self._article = 0

    def begin(self, level: int) -> None:
        """A heading of this level begins; those below it count from 1 again."""
        self._level = level
        for last in (self._arabic, self._roman):
            last[level + 1 :] = [0] * (6 - level)

    def strip(self, text: str) -> tuple[str, Numeral | None]:
        """Blank the number a heading begins with.

        Args:
            text: the text of the heading that `begin` announced, or of a paragraph, which counts
                itself as «1.1» or «Điều 1.» if at all.

        Returns:
            The text, its number blanked if it is in order, and a number out of order: a Roman one, an
            article's, a dotted one. Another Arabic number out of order stays in the text, to be
            reported like any other.
        """
        level, self._level = self._level, 0
        if found := _ARTICLE.match(text):
            due = self._article + 1
            if int(found[1]) != due:
                return text, Numeral(*found.span(1), str(due))
            self._article = due
            return " " * found.end() + text[found.end() :], None
        if found := _DOTTED.match(text):
            due = self._dotted.get(found[1], 0) + 1
            if int(found[2]) != due:
                return text, Numeral(found.start(1), found.end(2), f"{found[1]}{due}")
            self._dotted[found[1]] = due
            return " " * found.end() + text[found.end() :], None
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


class Articles:
    """The articles of a page, which its own sentences may name: «tại Điều 2»."""

    def __init__(self, text: str) -> None:
        """Read which there are.

        Args:
            text: the Markdown of the page.
        """
        self._numbers = {found[1] for found in _ARTICLE_LINE.finditer(text)}

    def strip(self, text: str) -> str:
        """Blank the numbers of the page's own articles; every other letter keeps its offset."""
        return _ARTICLE_NAMED.sub(
            lambda found: " " * len(found[0]) if found[1] in self._numbers else found[0], text
        )


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
