"""The numbers by which headings, articles and lists count themselves: in order, they are none of the prose."""

from __future__ import annotations

import re
from typing import NamedTuple

from markdown_it.token import Token

from conference import wording

_PLAIN = re.compile(r"\s*(?:([0-9]{1,2})|([IVXLC]{1,7}))[.)]\s")
_DOTTED = re.compile(r"\s*((?:[0-9]{1,2}\.)+)([0-9]{1,2})[.)]?\s")
_LETTERED = re.compile(r"\s*([a-zđ])\)\s")
_NAMED = re.compile(r"\s*(Phần|Chương|Mục) ([0-9]{1,3}|[IVXLC]{1,7})(?=[.:]?(?:\s|$))")
_ARTICLE = re.compile(r"\s*Điều ([0-9]{1,3})[.:]")
_AMBIGUOUS = ("C", "L")
"""Out of order they are letters: «C. Mác», or a section after A and B."""
_ALPHABET = "abcdđeghiklmnopqrstuvxy"
"""The letters that count in Vietnamese papers, in their order."""


class Numeral(NamedTuple):
    """A number out of order: its offsets in the text, and the number that is due."""

    start: int
    end: int
    due: str


class Headings:
    """The numbers of headings, and of paragraphs that count themselves: each one more than the last.

    Behind a number out of order the count goes on as if it were put right.
    """

    def __init__(self) -> None:
        self._last = [{"arabic": 0, "roman": 0, "letter": 0} for _ in range(8)]
        self._level = 0
        self._dotted: dict[str, int] = {}
        self._within = ""
        """The last number of a heading in digits, below which dotted ones count: «2», «2.1»."""
        self._article = 0
        self._named: dict[str, int] = {}
        self._begun: set[str] = set()
        """Of parts, chapters and sections, those that may count from 1 again."""

    def begin(self, level: int) -> None:
        """A heading of this level begins; those below it count from 1 again."""
        self._level = level
        for last in self._last[level + 1 :]:
            last.update(arabic=0, roman=0, letter=0)

    def strip(self, text: str) -> tuple[str, Numeral | None]:
        """Blank the number a heading begins with.

        Args:
            text: the text of the heading that `begin` announced, or of a paragraph, which counts
                itself as «1.1», «a)» or «Điều 1.» if at all.

        Returns:
            The text, its number blanked if it is in order, and a number out of order.
        """
        level, self._level = self._level, 0
        for count in (self._count_article, self._count_dotted, self._count_letter):
            if counted := count(text, level):
                return counted
        for count in (self._count_named, self._count_plain) if level else ():
            if counted := count(text, level):
                return counted
        return text, None

    def _count_article(self, text: str, level: int) -> _Counted | None:
        found = _ARTICLE.match(text)
        if found is None:
            return None
        due = self._article + 1
        self._article = due
        return _counted(text, found, 1, str(due))

    def _count_dotted(self, text: str, level: int) -> _Counted | None:
        found = _DOTTED.match(text)
        if found is None:
            return None
        above = found[1]
        depth = above.count(".")
        within = ".".join(self._within.split(".")[:depth])
        if within.count(".") == depth - 1 and within:
            above = f"{within}."
        due = self._dotted.get(above, 0) + 1
        self._dotted[above] = due
        self._within = f"{above}{due}"
        self._last[7]["letter"] = 0
        return _counted(text, found, (1, 2), f"{above}{due}")

    def _count_letter(self, text: str, level: int) -> _Counted | None:
        found = _LETTERED.match(text)
        if found is None:
            return None
        last = self._last[level or 7]
        due = _ALPHABET[min(last["letter"], len(_ALPHABET) - 1)]
        if found[1] == "a":  # another list begins
            due = "a"
        last["letter"] = _ALPHABET.index(due) + 1
        return _counted(text, found, 1, due)

    def _count_named(self, text: str, level: int) -> _Counted | None:
        found = _NAMED.match(text)
        if found is None:
            return None
        name, typed = found[1], found[2]
        due = self._named.get(name, 0) + 1
        write = str if typed.isdigit() else wording.roman
        if typed == write(1) and name in self._begun:
            due = 1
        self._named[name] = due
        self._begun.discard(name)
        self._begun |= _BELOW[name]
        return _counted(text, found, 2, write(due))

    def _count_plain(self, text: str, level: int) -> _Counted | None:
        found = _PLAIN.match(text)
        if found is None:
            return None
        kind, write = ("arabic", str) if found[1] else ("roman", wording.roman)
        last = self._last[level]
        due = last[kind] + 1
        if found[2] in _AMBIGUOUS and found[2] != wording.roman(due):
            return text, None
        last[kind] = due
        self._within = str(due) if found[1] else ""
        self._dotted = {}
        return _counted(text, found, found.lastindex or 0, write(due))


_Counted = tuple[str, "Numeral | None"]
_BELOW = {"Phần": {"Chương", "Mục"}, "Chương": {"Mục"}, "Mục": set[str]()}


def _counted(text: str, found: re.Match[str], typed: int | tuple[int, int], due: str) -> _Counted:
    """The text without its number if that is `due`, else the number and what is due."""
    first, last = typed if isinstance(typed, tuple) else (typed, typed)
    start, end = found.start(first), found.end(last)
    if text[start:end] != due:
        return text, Numeral(start, end, due)
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
