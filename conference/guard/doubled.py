"""Words typed twice: «để để», «tổ chức tổ chức»; the reduplications of Vietnamese are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from conference.guard.text import Called
from conference.wording import FUNCTION_WORDS, canonical, word_set

_WORD = re.compile(r"[^\W\d_]+")
_SLOW = word_set("từ từng vừa là rồi mọi")
"""Function words that are said twice on purpose: từ từ."""
_PLAIN = word_set("gửi mời giao họp không phải một")
"""Plain words beside them that no reduplication is made of."""
_LONGEST = 4
_LENGTHS = word_set("cả nửa suốt mỗi hằng hàng một hai số")
"""Before «ngày» they say how long: «họp cả ngày thứ Ba, ngày 13/01»."""


def doubled(text: str) -> Iterator[tuple[int, int]]:
    """Find words typed twice in a row.

    Single words only where they bind others, for those of a meaning are doubled on purpose («dần
    dần», «ngày ngày»); phrases of two to four syllables always.

    Args:
        text: the text, its calls marked.

    Yields:
        From the first letter of the first to behind the last of the second.
    """
    found = list(_WORD.finditer(text))
    words = [canonical(word[0]).lower() for word in found]
    joined = [text[one.end() : other.start()].isspace() for one, other in pairwise(found)]
    at = 0
    while at < len(words) - 1:
        length = next((n for n in range(_LONGEST, 0, -1) if _twice(words, joined, at, n)), 0)
        if length:
            yield found[at].start(), found[at + 2 * length - 1].end()
        at += 2 * length or 1


def _twice(words: list[str], joined: list[bool], at: int, length: int) -> bool:
    first, second = words[at : at + length], words[at + length : at + 2 * length]
    if first != second or not all(joined[at : at + 2 * length - 1]):
        return False
    if length == 1:
        return first[0] in (FUNCTION_WORDS | _PLAIN) - _SLOW
    return len(set(first)) > 1


def said_by_call(text: str, call: Called, printed: str) -> tuple[int, int] | None:
    """Find the words right before a call with which it begins itself.

    A single word counts as written («giao ban {Ban Dân vận}» is none), but for the capital of a sentence.

    Args:
        text: the text, its calls marked.
        call: the call.
        printed: what it prints.

    Returns:
        Their offsets; None if there are none.
    """
    said = _WORD.findall(printed)[:_LONGEST]
    before = list(_WORD.finditer(text, max(0, call.start - 30 * _LONGEST), call.start))
    if not said or not before or text[before[-1].end() : call.start].strip(" \n"):
        return None
    words = [word[0].lower() for word in before]
    if words[-1] == "ngày" and words[-2:-1] and words[-2] in _LENGTHS:
        return None
    if words[-1] == "ngày" and ", ngày " in printed:  # behind the weekday
        return before[-1].span()
    for length in range(len(said), 0, -1):
        typed = before[-length:]
        joined = all(text[one.end() : other.start()].isspace() for one, other in pairwise(typed))
        words = [word[0] for word in typed]
        if not joined or [word.lower() for word in words] != [
            word.lower() for word in said[:length]
        ]:
            continue
        if length > 1 or words == said[:1] or said[0].islower():
            return typed[0].start(), typed[-1].end()
    return None
