"""Numbers typed by hand: every one is a figure, part of a cited document, or a declared exception."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from conference import wording
from conference.figures import Figure
from conference.findings import quote
from conference.models import Dossier
from conference.pages.mistyped_calls import Notation

_TERM = re.compile(r"\b[Kk]h[óo][aá]\s+([IVXLC]+)\b|\bKH[ÓO][AÁ]\s+([IVXLC]+)\b")

_COUNTED = re.compile(
    r"\s+(?:tập thể|cá nhân|đồng chí|đại biểu|(?:giấy|bằng) khen|phóng viên|cán bộ|suất(?: quà)?)(?!\w)"
)
_WORD = re.compile(r"[^\W\d_]+")
CODE_SIGNS = ("/", "-")
_NEAR = 60  # letters behind a number that may say what it counts


class TypedNumber(NamedTuple):
    """A number typed by hand: its offsets in the text, as typed, and its value if it has one."""

    start: int
    end: int
    text: str
    value: int | None


def cited(dossier: Dossier) -> list[str]:
    """List what belongs to the documents the plan rests on: numbers («224-QĐ/HU») and dates."""
    return [
        part
        for citation in dossier.citations.citations
        for part in (citation.number, citation.date and wording.short_date(citation.date))
        if part
    ]


def typed_numbers(text: str, allowed: list[str]) -> Iterator[TypedNumber]:
    """Find the numbers of a text that belong to no cited document.

    Digits, number words, terms («khóa XXVI») and signs such as ½ and ②.

    Args:
        text: the text, its references blanked.
        allowed: what belongs to cited documents (see `cited`).
    """
    for part in allowed:
        for found in re.finditer(rf"(?<![\w/-]){re.escape(part)}(?![\w/-])", text):
            text = blank(text, found.start(), found.end())
    for number in wording.find_numbers(text):
        yield TypedNumber(number.start, number.end, number.text, number.value)
    for term in _TERM.finditer(text):
        group = 1 if term[1] else 2
        yield TypedNumber(term.start(group), term.end(group), term[group], _roman(term[group]))
    for found in re.finditer(r"[^\x00-\x7f]+", text):
        letters = [letter for letter in found[0] if unicodedata.numeric(letter, None) is not None]
        if letters:
            start = found.start() + found[0].index(letters[0])
            yield TypedNumber(start, start + len(letters), "".join(letters), None)


def is_in_code(text: str, number: TypedNumber) -> bool:
    """Whether the number is part of a document's number or date: 224-QĐ/HU, 29/12/2021."""
    return (
        text[number.start - 1 : number.start] in CODE_SIGNS or text[number.end :][:1] in CODE_SIGNS
    )


def counts_something(text: str) -> bool:
    """Whether a proper name holds a counted noun at all: a quick test before `counted_in_name`."""
    return bool(_COUNTED.search(wording.canonical(text).lower()))


def counted_in_name(text: str) -> Iterator[TypedNumber]:
    """Find the numbers of a proper name that count persons or awards: those are not its own."""
    for number in typed_numbers(text, []):
        if _COUNTED.match(wording.canonical(text[number.end :]).lower()):
            yield number


def advice_in_name(number: TypedNumber) -> str:
    """Say in Vietnamese what to type instead of a number in a name."""
    return (
        f"số {quote(number.text)} gõ tay ở mục tên riêng; hãy chỉ viết tên, không kèm số lượng, "
        "hoặc khai vào exceptions.yml kèm lý do."
    )


def _roman(typed: str) -> int | None:
    try:
        return wording.from_roman(typed)
    except ValueError:
        return None


def blank(text: str, start: int, end: int) -> str:
    """Blank a stretch of a text; every other letter keeps its offset."""
    return text[:start] + " " * (end - start) + text[end:]


def _nearness(figure: Figure, after: str) -> int:
    """Score how far the words after a number (the nearest count most) occur in a figure's title."""
    title = set(_WORD.findall(wording.canonical(figure.title).lower()))
    words = _WORD.findall(wording.canonical(after[:_NEAR]).lower())[:4]
    return sum(4 - index for index, word in enumerate(words) if word in title)


def advice(
    number: TypedNumber,
    after: str,
    figures: Mapping[str, Figure],
    notation: Notation | None,
    complete: bool,
) -> str:
    """Say in Vietnamese what to type instead of a number.

    Args:
        number: what was typed.
        after: the text behind it, by which likely figures come first.
        figures: name → figure.
        notation: how a figure is called there; None where none can be.
        complete: every file could be read, so that no figure is missing from `figures`.
    """
    if notation is None:
        return f"số {quote(number.text)} gõ tay ở mục chữ ngắn; hãy viết không có con số."
    names = [name for name, figure in figures.items() if figure.value == number.value]
    if not names and not complete:
        return (
            f"số {quote(number.text)} gõ tay; hãy gọi con số ấy theo tên, "
            "hoặc khai vào exceptions.yml kèm lý do."
        )
    if not names:
        return (
            f"số {quote(number.text)} gõ tay mà không có con số nào trong dữ liệu bằng nó; hãy đưa số "
            "này vào dữ liệu, hoặc khai vào exceptions.yml kèm lý do."
        )
    # What the text is about first; then a total before its parts, the signed figure before the
    # counted one.
    names.sort(
        key=lambda name: (
            -_nearness(figures[name], after),
            name.endswith(".counted"),
            name.count("."),
        )
    )
    ways = " hoặc ".join(notation.name(name, "") for name in names[:3])
    return f"số {quote(number.text)} gõ tay; hãy viết {ways}."
