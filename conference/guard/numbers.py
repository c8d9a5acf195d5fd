"""Numbers in proper names: a name holds its own, and counts nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conference import wording
from conference.findings import quote
from conference.guard.shapes import TypedNumber, typed_numbers
from conference.wording import Nouns

_NOUNS = ("tập thể", "cá nhân", "đồng chí", "đại biểu", "giấy khen", "bằng khen", "phóng viên")
_COUNTED_NOUNS = Nouns((*_NOUNS, "cán bộ", "suất quà"))
_COUNTED = re.compile(rf"\s+(?:{'|'.join(_NOUNS)}|cán bộ|suất(?: quà)?)(?!\w)")
_HEADS = re.compile(r"\s+người(?!\w)")
_SAYS_HOW_MANY = re.compile(r"(?:\(|(?<!\w)(?:có|gồm))\s*$")


def counts_something(text: str) -> bool:
    """Whether a proper name holds a counted noun at all: a quick test before `counted_in_name`."""
    said = wording.canonical(text).lower()
    return bool(_COUNTED.search(said) or _HEADS.search(said))


def counted_in_name(text: str) -> Iterator[TypedNumber]:
    """Find the numbers of a proper name that count persons or awards: those are not its own."""
    for number in typed_numbers(text, _COUNTED_NOUNS):
        behind = wording.canonical(text[number.end :]).lower()
        heads = _HEADS.match(behind) and _SAYS_HOW_MANY.search(text[: number.start])
        if heads or _COUNTED.match(behind):
            yield number


def advice_in_name(number: TypedNumber) -> str:
    """Say in Vietnamese what to type instead of a number in a name."""
    return (
        f"số {quote(number.text)} gõ tay ở mục tên riêng; hãy chỉ viết tên, không kèm số lượng, "
        "hoặc khai vào exceptions.yml kèm lý do."
    )
