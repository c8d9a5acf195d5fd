"""How many, as plans say it: a number, about, at most, at least so many, or a share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Discriminator, Field, StrictInt, Tag, model_validator

from conference.models.record import Record
from conference.models.values import TAG_AMOUNT, TAG_COUNT, Count


class Qualifier(StrEnum):
    """What is said of a number; the values are the keys as they are typed."""

    EXACT = "exact"
    ABOUT = "about"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    PERCENT = "percent"
    AT_MOST_PERCENT = "at_most_percent"
    AT_LEAST_PERCENT = "at_least_percent"

    @property
    def is_share(self) -> bool:
        """True for what is said in hundredths of a whole."""
        return self.value.endswith("percent")

    @property
    def said(self) -> str:
        """The words before the number, with the blank behind them; "" where there are none."""
        return _SAID.get(self, "")


_SAID = {
    Qualifier.ABOUT: "khoảng ",
    Qualifier.AT_MOST: "không quá ",
    Qualifier.AT_LEAST: "ít nhất ",
    Qualifier.AT_MOST_PERCENT: "không quá ",
    Qualifier.AT_LEAST_PERCENT: "ít nhất ",
}


class Amount(Record):
    """A number that is not meant to the head; exactly one of the ways to say it."""

    about: Annotated[
        Count | None,
        Field(
            title="Khoảng",
            description="Số ước chừng; danh sách lệch quá một phần mười thì máy báo.",
            ge=1,
            examples=[150],
        ),
    ] = None
    at_most: Annotated[
        Count | None,
        Field(title="Không quá", description="Số nhiều nhất được phép.", ge=1, examples=[5]),
    ] = None
    at_least: Annotated[
        Count | None,
        Field(title="Ít nhất", description="Số ít nhất phải có.", ge=1, examples=[55]),
    ] = None
    percent: Annotated[
        StrictInt | None,
        Field(
            title="Phần trăm", description="Viết 30, không viết 30%.", ge=1, le=100, examples=[30]
        ),
    ] = None
    at_most_percent: Annotated[
        StrictInt | None,
        Field(
            title="Không quá bao nhiêu phần trăm",
            description="Tỉ lệ nhiều nhất được phép: viết 30, không viết 30%.",
            ge=1,
            le=100,
            examples=[30],
        ),
    ] = None
    at_least_percent: Annotated[
        StrictInt | None,
        Field(
            title="Ít nhất bao nhiêu phần trăm",
            description="Tỉ lệ ít nhất phải có: viết 55, không viết 55%.",
            ge=1,
            le=100,
            examples=[55],
        ),
    ] = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise ValueError(
                "hãy ghi đúng một dòng: about (khoảng), at_most (không quá), at_least (ít nhất), "
                "percent (phần trăm), at_most_percent (không quá bao nhiêu phần trăm) hoặc "
                "at_least_percent (ít nhất bao nhiêu phần trăm); biết đúng số thì viết liền, ví dụ: 8"
            )
        return self

    @property
    def qualifier(self) -> Qualifier:
        """Which of the ways was typed."""
        (key,) = self.model_fields_set
        return Qualifier(key)

    @property
    def number(self) -> int:
        """The number that was typed."""
        number: int = getattr(self, self.qualifier)
        return number


def _count_or_amount(value: Any) -> str:
    return TAG_AMOUNT if isinstance(value, dict | Amount) else TAG_COUNT


HowMany = Annotated[
    Annotated[Count, Tag(TAG_COUNT)] | Annotated[Amount, Tag(TAG_AMOUNT)],
    Discriminator(_count_or_amount),
]
"""A count typed as a number, 8, or as one of the ways of `Amount`."""


@dataclass(frozen=True)
class Range:
    """The numbers that something may be.

    Attributes:
        low: the least.
        high: the most; None when there is no bound.
    """

    low: int
    high: int | None

    @property
    def exact(self) -> int | None:
        """The number, when it can be no other."""
        return self.low if self.low == self.high else None

    def __add__(self, other: Range) -> Range:
        """What two things may be together."""
        unbounded = self.high is None or other.high is None
        high = None if unbounded else (self.high or 0) + (other.high or 0)
        return Range(self.low + other.low, high)

    def meets(self, other: Range) -> bool:
        """True when both may be the same number."""
        return self.nearest(other.low) == other.low or other.nearest(self.low) == self.low

    def nearest(self, number: int) -> int:
        """The number of this range that is nearest to another one."""
        number = max(number, self.low)
        return number if self.high is None else min(number, self.high)


UNKNOWN = Range(0, None)
"""Nobody said anything."""


def range_of(value: object, whole: Range = UNKNOWN) -> Range:
    """What a number may be, read as an accountant would.

    Args:
        value: a count, an `Amount`, or what says nothing: an open value, None.
        whole: what a percentage is taken of, as far as it is known.
    """
    if isinstance(value, int):
        return Range(value, value)
    if not isinstance(value, Amount):
        return UNKNOWN
    number = value.number
    match value.qualifier:
        case Qualifier.AT_MOST:
            return Range(0, number)
        case Qualifier.AT_LEAST:
            return Range(number, None)
        case Qualifier.PERCENT:
            high = None if whole.high is None else -(-whole.high * number // 100)
            return Range(whole.low * number // 100, high)
        case Qualifier.AT_MOST_PERCENT:
            return Range(0, None if whole.high is None else whole.high * number // 100)
        case Qualifier.AT_LEAST_PERCENT:
            return Range(-(-whole.low * number // 100), whole.high)
    leeway = max(1, number // 10)
    return Range(number - leeway, number + leeway)


def least_share(value: object) -> int:
    """How many hundredths of the whole a part takes at least, as it says itself; 0 for what is no share."""
    if not isinstance(value, Amount) or not value.qualifier.is_share:
        return 0
    return 0 if value.qualifier is Qualifier.AT_MOST_PERCENT else value.number


def sum_of(values: list[Any]) -> int | Amount | None:
    """The sum, where somebody can know it: of counts, or the one value there is.

    Returns:
        None when some of several values are no counts, or there are no values.
    """
    if len(values) == 1 and isinstance(values[0], int | Amount):
        return values[0]
    counts = [value for value in values if isinstance(value, int)]
    return sum(counts) if counts and len(counts) == len(values) else None
