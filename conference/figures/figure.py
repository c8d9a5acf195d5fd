"""A figure: a number the site shows, with its formula, the lines behind it and how it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from conference import wording
from conference.findings import Place
from conference.models.amounts import Amount, Qualifier

GIVEN = "theo kế hoạch"
"""The formula of a figure that was signed, not derived."""


class Kind(StrEnum):
    """What a number is, which decides how it is written."""

    COUNT = "count"
    """Heads and things: padded in prose (08), unpadded in tables (8)."""
    ORDINAL = "ordinal"
    """A year, a month, a week: never padded."""
    MONTH = "month"
    """A month: 01 and 02, unpadded from 3 on (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""
    CODE = "code"
    """The number of a document: padded below 10, never with dots (Hướng dẫn 36-HD/VPTW)."""
    TERM = "term"
    """A term of office, in Roman numerals; the plan writes «khóa XXVI»."""


class Form(StrEnum):
    """How one appearance of a fact is written: 08 in prose, 8 in a table, «tám» in words.

    Source: conference.wording, where the function behind each says its own.
    """

    PROSE = "prose"
    TABLE = "table"
    WORDS = "words"
    SHORT = "short"
    LONG = "long"
    WEEKDAY = "weekday"

    @property
    def meaning(self) -> str:
        """Where it is used, in Vietnamese, for the guide."""
        return _MEANINGS[self]


_MEANINGS = {
    Form.PROSE: "Viết như trong câu; không ghi gì thì máy viết cách này",
    Form.TABLE: "Viết như trong bảng",
    Form.WORDS: "Viết bằng chữ",
    Form.SHORT: "Viết gọn",
    Form.LONG: "Viết đầy đủ",
    Form.WEEKDAY: "Viết kèm thứ",
}

OF_NUMBERS = (Form.PROSE, Form.TABLE, Form.WORDS)
"""The forms of a number; the others are those of a day."""


class Agreement(StrEnum):
    """What comparing a figure with its parts gave; a disagreement is an error and never shown."""

    AGREES = "khớp"
    PENDING = "chưa đủ danh sách để cộng"
    GIVEN = "không có số để so"
    DERIVED = "tính ra"
    CITED = "theo văn bản dẫn"
    NOTED = "ghi trong dữ liệu"


@dataclass(frozen=True)
class Figure:
    """One number of the site.

    Attributes:
        name: dotted and stable, what texts and pages call it by: "delegates.stated".
        value: an integer; what it counts is said in `title`.
        title: Vietnamese, as the reconciliation page lists it.
        formula: Vietnamese, how the value came about: "8 + 20", or GIVEN.
        sources: the lines of data it comes from.
        kind: what the number is.
        agreement: how it stands to what it is compared with.
        nouns: what it counts, as it stands behind the number («đại biểu»), or before an ordinal
            («năm», «khóa»).
        also: other words for it, which may stand there but do not say that this is meant.
        qualifier: what is said of the number: about, at most, at least so many, a percentage or a bound of one.
    """

    name: str
    value: int
    title: str
    formula: str
    sources: tuple[Place, ...]
    kind: Kind = Kind.COUNT
    agreement: Agreement = Agreement.DERIVED
    nouns: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    qualifier: Qualifier = Qualifier.EXACT

    @property
    def anchor(self) -> str:
        """The id of its row on the reconciliation page; names differ, so do these."""
        return "so-" + self.name.replace(".", "--").replace("_", "-")

    def shown(self, form: Form = Form.PROSE) -> str:
        """Write the number in Vietnamese, with what is said of it: «không quá 05», «30%».

        Raises:
            ValueError: for a form or kind that has no way to write the value, such as a Roman 0.
        """
        return f"{self.qualifier.said}{self._number(form)}"

    def _number(self, form: Form) -> str:
        if self.qualifier.is_share:
            words = f"{wording.in_words(self.value)} phần trăm"
            return words if form is Form.WORDS else f"{self.value}%"
        if form is Form.WORDS:
            return wording.in_words(self.value)
        if self.kind is Kind.TERM:
            return wording.roman(self.value)
        if self.kind is Kind.CODE or (self.kind is Kind.MONTH and self.value < 3):
            return f"{self.value:02d}"
        if self.kind in (Kind.ORDINAL, Kind.MONTH):
            return str(self.value)
        is_padded = form is Form.PROSE and "%" not in self.nouns  # «05 đại biểu», but «5%»
        return wording.padded(self.value) if is_padded else wording.grouped(self.value)


def shared_beginning(first: str, second: str) -> str:
    """The words with which two texts begin alike: what both name."""
    alike: list[str] = []
    for one, other in zip(wording.words_of(first), wording.words_of(second), strict=False):
        if one != other:
            break
        alike.append(one)
    return " ".join(alike)


def figure_of(
    name: str,
    value: int | Amount,
    title: str,
    formula: str,
    sources: tuple[Place, ...],
    agreement: Agreement = Agreement.DERIVED,
    *,
    nouns: tuple[str, ...] = (),
    also: tuple[str, ...] = (),
) -> Figure:
    """Make a figure of how many there are, which writes what is said of the number."""
    qualifier = value.qualifier if isinstance(value, Amount) else Qualifier.EXACT
    number = value.number if isinstance(value, Amount) else value
    return Figure(
        name,
        number,
        title,
        formula,
        sources,
        agreement=agreement,
        qualifier=qualifier,
        nouns=nouns,
        also=also,
    )


def count_entries(
    name: str, title: str, entries: Sequence[object], place: Place, noun: str, *nouns: str
) -> Figure:
    """Make a figure that counts the entries of a list.

    Args:
        name: the figure's name.
        title: its title.
        entries: what is counted.
        place: where the list stands.
        noun: Vietnamese, what one entry is; said in the formula: "đếm 8 mục".
        nouns: what the figure counts, where that is said otherwise in a sentence.
    """
    formula = f"đếm {len(entries)} {noun}"
    return Figure(name, len(entries), title, formula, (place,), nouns=nouns or (noun,))
