"""The table that rules put themselves into, and what they share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import NamedTuple

from archiving.filing import Filed
from archiving.reading import Tagged

Find = Callable[[Filed, Tagged], Iterator[str]]


class Check(NamedTuple):
    """A rule.

    Attributes:
        name: by which tests call it.
        what: what must hold, in Vietnamese.
        why: whom it serves, in Vietnamese.
        source: the clause it comes from.
        find: yields what is wrong, in Vietnamese.
    """

    name: str
    what: str
    why: str
    source: str
    find: Find


CHECKS: list[Check] = []


def check(what: str, why: str, source: str) -> Callable[[Find], Find]:
    """Put a function into the table."""

    def put(find: Find) -> Find:
        CHECKS.append(Check(find.__name__, what, why, source, find))
        return find

    return put


def squeezed(text: str) -> str:
    """The letters alone: where a line breaks, a PDF has no space; a gap may have one of no width."""
    return re.sub(r"[\s\u200b\xad]+", "", text)


def quoted(text: str, length: int = 60) -> str:
    """A text in a message, cut where it is long."""
    text = " ".join(text.split())
    return f"«{text[:length]}…»" if len(text) > length else f"«{text}»"


def difference(wanted: str, found: str) -> Iterator[str]:
    """Where two texts part."""
    if wanted != found:
        at = next((at for at, (a, b) in enumerate(zip_longest(wanted, found)) if a != b), 0)
        start = max(0, at - 15)
        yield (
            f"từ ký tự {at + 1}: trang có {quoted(wanted[start : at + 30])}, "
            f"tệp có {quoted(found[start : at + 30])}"
        )
