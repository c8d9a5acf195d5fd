"""Words typed twice: «để để», «tổ chức tổ chức»; the reduplications of Vietnamese are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from conference.wording import FUNCTION_WORDS, canonical, word_set

_WORD = re.compile(r"[^\W\d_]+")
_SLOW = word_set("từ từng vừa là rồi mọi")
"""Function words that are said twice on purpose: từ từ."""
_PLAIN = word_set("gửi mời giao họp không phải một")
"""Plain words beside them that no reduplication is made of."""
_LONGEST = 4


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
