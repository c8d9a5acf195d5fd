"""Which of several something is: «lần thứ hai»."""

from __future__ import annotations

import re

from conference import wording

_RANK = re.compile(r"(?<!\w)lần thứ ([^\W\d_]+|[0-9]{1,3})(?!\w)")


def rank_forms(rank: int) -> frozenset[str]:
    """The ways to write which of several something is: «hai», «2», «II»; «nhất», «tư»."""
    words = {wording.in_words(rank), str(rank), wording.roman(rank)}
    return frozenset(words | {{1: "nhất", 4: "tư"}.get(rank, wording.in_words(rank))})


def without_rank(name: str, rank: int) -> str:
    """Blank «lần thứ hai» in the name of the second of several meetings; another rank stays, to be told."""
    words = rank_forms(rank)
    return _RANK.sub(lambda found: " " * len(found[0]) if found[1] in words else found[0], name)
