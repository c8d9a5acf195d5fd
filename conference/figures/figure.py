"""A number the site shows: its name, value, formula, the lines it comes from, and how it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from conference import wording
from conference.findings import Place

GIVEN = "theo kế hoạch"
"""The formula of a figure that was signed, not derived."""


class Kind(StrEnum):
    """What a number is, which decides how it is written."""

    COUNT = "count"
    """Heads and things: padded in prose (08), plain in tables."""
    ORDINAL = "ordinal"
    """A year, a month, a week: never padded."""
    MONTH = "month"
    """A month: 01 and 02, others plain (norms section 3)."""
    CODE = "code"
    """The number of a document: padded below 10, never with dots (norms 1.3)."""
    TERM = "term"
    """A term of office: Roman."""


class Form(StrEnum):
    """How one appearance is written."""

    PROSE = "prose"
    TABLE = "table"
    WORDS = "words"


class Agreement(StrEnum):
    """What comparing the figure with its parts gave; a disagreement never gets this far."""

    AGREES = "khớp"
    PENDING = "chưa đủ danh sách để cộng"
    GIVEN = GIVEN
    DERIVED = "tính ra"


@dataclass(frozen=True)
class Figure:
    """One number: `name` is dotted and stable, `sources` are the lines of data it comes from."""

    name: str
    value: int
    title: str
    formula: str
    sources: tuple[Place, ...]
    kind: Kind = Kind.COUNT
    agreement: Agreement = Agreement.DERIVED

    @property
    def anchor(self) -> str:
        """The id of its row on the reconciliation page; names differ, so do these."""
        return "so-" + self.name.replace(".", "--").replace("_", "-")

    def shown(self, form: Form = Form.PROSE) -> str:
        """The number as written in Vietnamese."""
        if form is Form.WORDS:
            return wording.in_words(self.value)
        if self.kind is Kind.TERM:
            return wording.roman(self.value)
        if self.kind is Kind.CODE or (self.kind is Kind.MONTH and self.value < 3):
            return f"{self.value:02d}"
        if self.kind in (Kind.ORDINAL, Kind.MONTH):
            return str(self.value)
        return wording.padded(self.value) if form is Form.PROSE else wording.grouped(self.value)


def counted(name: str, title: str, entries: Sequence[object], place: Place, noun: str) -> Figure:
    """A figure that counts the entries of a list; `noun` names one of them."""
    formula = f"đếm {len(entries)} {noun}"
    return Figure(name, len(entries), title, formula, (place,))
