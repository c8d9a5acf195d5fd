"""Calls typed so that they would be printed as they stand: «{year}» in data, «{awards.total}» in a page.

A figure is called in one way in the data and in another way in a page; whoever mixes them up, or
takes another bracket, would publish code in place of a number. Pure: text in, stretches out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from conference.figures import Form
from conference.findings import CLEARLY, near, quote
from conference.pages.notation import IN_DATA, Notation

# One bracket, or the same one up to three times.
_OPEN = r"(?P<open>(?P<_open>[{\[(｛［（])(?P=_open){0,2})"
_CLOSE = r"(?P<close>(?P<_close>[}\])｝］）])(?P=_close){0,2})"
_CURLY = ("{", "｛")
_QUOTE = "[\"'“”„‘’«»`]"
_FORM = r"(?:\s*[:|]\s*(?P<form>[a-z]+))?"
_NAME = r"(?P<name>[A-Za-z][\w-]*(?:\s*[.,]\s*[\w-]+)+)"

# «figure("awards.total", "words")», whatever stands round it.
_FUNCTION = re.compile(
    rf"(?:{_OPEN}\s*)?(?<![\w.])(?P<function>[a-z][a-z_]*)\(\s*"
    rf"(?:{_QUOTE}?(?P<name>[\w.-]+){_QUOTE}?(?:\s*,\s*{_QUOTE}?(?P<form>[a-z]+){_QUOTE}?)?)?\s*"
    rf"(?:\)|(?=[}}｝]))(?:\s*{_CLOSE})?",
    re.ASCII,
)
# «{ conference.year }», «[conference.year]», «{conference.year» and so on.
_BRACKETED = re.compile(rf"{_OPEN}\s*{_NAME}{_FORM}(?:\s*{_CLOSE})?", re.ASCII)
# «{year}», «[[awards_list]]».
_WORD = re.compile(
    rf"(?P<open>[{{｛]{{1,3}}|\[\[)\s*(?P<name>[A-Za-z][A-Za-z0-9_-]*){_FORM}\s*(?P<close>[}}｝]{{1,3}}|\]\])"
)
_BARE = re.compile(r"(?<![\w.-])[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)+(?![\w-])", re.ASCII)
_WORTH_A_LOOK = re.compile(r"[{\[(｛［（]|[a-z]\.[a-z]")
_FORMS = frozenset(Form)
_MOST_WAYS = 6


class Mistyped(NamedTuple):
    """A stretch that means a call and is none."""

    start: int
    """Where it begins in the text."""
    end: int
    """Behind its last letter."""
    written: str
    """The stretch itself."""
    ways: tuple[str, ...]
    """What to type instead; none where only words can stand, several where the name is not whole."""
    sure: bool = True
    """False when no name is written so, and the one way is the name that looks most like it."""

    @property
    def message(self) -> str:
        """What an editor is told of it."""
        ways = " hoặc ".join(self.ways)
        if not self.ways:
            advice = "ở đây không gọi được khối hay tên này, hãy viết bằng chữ."
        elif not self.sure:
            advice = f"không có tên ấy. Có phải {ways} không?"
        else:
            advice = f"hãy viết {'đủ tên: ' if len(self.ways) > 1 else ''}{ways}."
            if len(self.ways) == 1 and self.written[0] in "([" and self.written[1] not in "([":
                printed = f"{self.written[0]}{ways}{self.written[-1]}"
                advice = f"{advice[:-1]}, cần in cả ngoặc thì viết {printed}."
        return f"{quote(self.written, 60)} sẽ in ra nguyên như vậy; {advice}"


def mistyped_calls(
    text: str,
    names: Collection[str],
    notation: Notation = IN_DATA,
    blocks: Collection[str] = (),
) -> Iterator[Mistyped]:
    """The stretches of a text that mean a figure, a name or a block and would be printed as typed.

    Honest brackets are none: «[1]», «(a)», «(xem conference.yml)», «{x, y}».

    Args:
        text: A text of the data, or prose of a page without its calls.
        names: Every name that can be called: `awards.total`, `unit.ubnd-huyen`.
        notation: How names are called where the text stands.
        blocks: The blocks of the pages: `awards_list`.

    Yields:
        Each such stretch, in order, none overlapping another.
    """
    if not _WORTH_A_LOOK.search(text):
        return
    known = _Known(names, notation, blocks)
    left = notation.without_calls(text)
    found: list[Mistyped] = []
    for pattern, meant in (
        (_FUNCTION, known.function),
        (_BRACKETED, known.bracketed),
        (_WORD, known.word),
        (_BARE, known.bare),
    ):
        these = [
            Mistyped(*match.span(), text[slice(*match.span())], *ways)
            for match in pattern.finditer(left)
            if (ways := meant(match)) is not None
        ]
        found += these
        left = _without(left, these)
    yield from sorted(found)


def _without(text: str, found: list[Mistyped]) -> str:
    """The text with the stretches blanked, every other letter in its place."""
    pieces, position = [], 0
    for one in found:
        pieces += [text[position : one.start], " " * (one.end - one.start)]
        position = one.end
    return "".join([*pieces, text[position:]])


_Ways = tuple[tuple[str, ...], bool]


class _Known:
    """What a stretch may have meant: the ways to type it and whether they are sure, or None."""

    def __init__(self, names: Collection[str], notation: Notation, blocks: Collection[str]) -> None:
        self._names, self._notation, self._blocks = names, notation, blocks
        self._roots = {name.split(".")[0] for name in names}

    def function(self, found: re.Match[str]) -> _Ways | None:
        """«awards_list()», «figure("awards.total")»."""
        function, name = found["function"], found["name"] or ""
        if function in ("figure", "phrase", "unit"):  # «phrase» until 2026
            name, form = (name, found["form"])
            if function == "unit":
                name, form = ".".join(("unit", name, *([form] if form else []))), None
            return self._name(name, form, 0.6) or ((), True)
        if function == "cite" and name:
            return (self._notation.cite(name, found["form"] or ""),), True
        if name:
            return None
        if not self._notation.block(function) and (found["open"] or "")[:1] in (*_CURLY, "["):
            return (), True  # in data no block is called, whatever its name
        meant = [function] if function in self._blocks else near(function, self._blocks, CLEARLY)
        return self._block(meant[0], sure=meant == [function]) if meant else None

    def bracketed(self, found: re.Match[str]) -> _Ways | None:
        """«[conference.year]», «{ conference . year }»."""
        name = re.sub(r"\s", "", found["name"]).replace(",", ".").lower()
        curly = found["open"][0] in _CURLY
        if not curly and ("." not in found["name"] or not found["close"]):
            return None  # honest: «(a, b)», «(conference.year và …»; a bare name is told
        of_a_kind = curly and name.split(".")[0] in self._roots
        return self._name(name, found["form"], 0.6 if of_a_kind else CLEARLY)

    def word(self, found: re.Match[str]) -> _Ways | None:
        """«{year}», «[[awards_list]]»."""
        word = found["name"].lower()
        if word in self._blocks:
            return self._block(word)
        names = [name for name in self._names if name.rpartition(".")[2] == word]
        names.sort(key=lambda name: (name.count("."), name))
        ways = tuple(self._written(name, found["form"]) for name in names[:_MOST_WAYS])
        return (ways, True) if ways else None

    def bare(self, found: re.Match[str]) -> _Ways | None:
        """«conference.year»."""
        return self._name(found[0], None, 1)

    def _written(self, name: str, form: str | None) -> str:
        """A name as it is called here; a form that is none, or of no figure, is left out."""
        is_form = form in _FORMS and not name.startswith("unit.")
        return self._notation.name(name, form if form and is_form else "")

    def _name(self, name: str, form: str | None, likeness: float) -> _Ways | None:
        meant = [name] if name in self._names else near(name, self._names, likeness)
        ways = tuple(self._written(other, form) for other in meant)
        return (ways, meant == [name]) if ways else None

    def _block(self, name: str, *, sure: bool = True) -> _Ways:
        way = self._notation.block(name)
        return ((way,), sure) if way else ((), True)
