"""A text as the guard searches it: calls stand as marks, and words are found on either side of a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from conference import wording

MARK = "\ufffc"
"""Stands where a call stood: it shows something that is right, and parts the words beside it."""

_WORD = re.compile(r"[^\W\d_]+")
_MARKED = re.compile(r"[^\x00-\x7f\ufffc]")


class Called(NamedTuple):
    """A call in a text: where it stands there, the name it calls and in which form; "" for what is no name."""

    start: int
    end: int
    name: str
    form: str = ""


class Word(NamedTuple):
    """A word of a text, in lower case and the one spelling of `wording.canonical`."""

    start: int
    end: int
    word: str


def blank(text: str, start: int, end: int) -> str:
    """Blank a stretch of a text; every other letter keeps its offset."""
    return text[:start] + " " * (end - start) + text[end:]


def without(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """Blank some stretches of a text, given in their order; every other letter keeps its offset."""
    pieces, position = [], 0
    for start, end in stretches:
        pieces += [text[position:start], " " * (end - start)]
        position = end
    return "".join([*pieces, text[position:]])


def pattern(text: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Compile a pattern in which white space has bounds, so that no run of it keeps the search busy."""
    return re.compile(text.replace(r"\s+", r"\s{1,3}").replace(r"\s*", r"\s{0,3}"), flags)


def mark(text: str, start: int, end: int) -> str:
    """Put the mark of a call in place of a stretch; every other letter keeps its offset."""
    return text[:start] + MARK + " " * (end - start - 1) + text[end:]


def is_bare(text: str) -> bool:
    """Whether a text was typed without the marks of Vietnamese."""
    return not _MARKED.search(text)


def words_after(text: str, at: int, most: int = 8) -> list[Word]:
    """The words that follow a place, up to a call or to a sign between words."""
    return list(_after(text, at, most))


def _after(text: str, at: int, most: int) -> Iterator[Word]:
    for found in _WORD.finditer(text, at):
        if text[at : found.start()].strip() or most == 0:
            return
        yield Word(*found.span(), _lower(found[0]))
        at, most = found.end(), most - 1


def words_before(text: str, at: int, most: int = 8) -> list[Word]:
    """The words that stand before a place, the nearest last, back to a call or a sign between words."""
    line = text[max(0, at - 30 * most) : at]
    offset = at - len(line)
    result: list[Word] = []
    end = len(line)
    for found in reversed(list(_WORD.finditer(line))):
        if line[found.end() : end].strip() or len(result) == most:
            break
        result.append(Word(offset + found.start(), offset + found.end(), _lower(found[0])))
        end = found.start()
    return result[::-1]


def _lower(word: str) -> str:
    return wording.canonical(word).lower()
