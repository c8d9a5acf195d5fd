"""Two calls that stand beside each other and cannot both be right: a number and the words of another one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from conference.figures import Figure, Kind
from conference.findings import quote
from conference.guard.text import MARK, Called

_CALL = re.compile(rf"{MARK}\s*")
_IN_WORDS = re.compile(r"[^.;:()\n]{0,40}\(\s*(?:bằng chữ:?\s*)?")
"""Between a number and the same in words: «285.000 đồng (»."""
_TO = re.compile(r"\s*%?\s*(?:đến|[-–—])\s*")
_LESS = re.compile(r"(?i)(?<!\w)(?:giảm|hạ|rút|bớt)(?!\w)[^.;:]*$")
_OF_THE_SAME = re.compile(r"(?i)[\s,(]*(?:khóa|khoá|nhiệm kỳ|lần thứ|giai đoạn)?[\s(]*")
_NOW = frozenset(("conference.ordinal", "conference.term", "conference.period"))
_BEFORE = frozenset(
    ("conference.previous_ordinal", "conference.previous_term", "conference.previous_period")
)


class Mismatch(NamedTuple):
    """Two calls, from where the first begins to behind the second, and what is wrong with them."""

    start: int
    end: int
    message: str


def mismatched(
    text: str, calls: Sequence[Called], figures: Mapping[str, Figure]
) -> Iterator[Mismatch]:
    """Find calls that contradict the one before them.

    Args:
        text: the text, its calls marked.
        calls: its calls, in order.
        figures: name → figure.
    """
    for first, second in pairwise(calls):
        behind = _CALL.match(text, first.start)
        between = text[behind.end() if behind else first.end : second.start]
        one, other = figures.get(first.name), figures.get(second.name)
        said = _two_terms(first, second, between)
        if one and other:
            said = said or _other_words(one, other, second, between)
            less = _LESS.search(text[max(0, first.start - 40) : first.start])
            said = said or ("" if less else _downwards(one, other, between))
        if said:
            yield Mismatch(first.start, second.end, said)


def _two_terms(first: Called, second: Called, between: str) -> str:
    """One congress beside the term of another: «lần thứ II, nhiệm kỳ 2025-2030»."""
    named = {first.name, second.name}
    if not (named & _NOW and named & _BEFORE and _OF_THE_SAME.fullmatch(between)):
        return ""
    return (
        f"{quote(first.name)} và {quote(second.name)} nói hai nhiệm kỳ khác nhau mà đứng liền như một; hãy "
        "gọi cả hai của cùng một nhiệm kỳ."
    )


def _other_words(one: Figure, other: Figure, second: Called, between: str) -> str:
    """A number and the words of another: «150 (hai mươi tám) đại biểu»."""
    is_said = second.form == "words" and _IN_WORDS.fullmatch(between)
    if not is_said or one.value == other.value:
        return ""
    return (
        f"trong ngoặc là {quote(other.title)} bằng chữ, mà số đứng trước là {quote(one.title)}; hãy gọi cùng "
        "một tên."
    )


def _downwards(one: Figure, other: Figure, between: str) -> str:
    """From more to less: «từ 15 đến 10»."""
    same = one.kind is Kind.COUNT is other.kind and one.nouns[:1] == other.nouns[:1]
    if not same or one.value is None or other.value is None or not _TO.fullmatch(between):
        return ""
    if one.value <= other.value:
        return ""
    return f"«{one.shown()} đến {other.shown()}»: số trước lớn hơn số sau; hãy đổi chỗ hai lời gọi."
