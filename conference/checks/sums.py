"""What was signed (stated) against the sum of its parts or the names of a list (counted), and how that is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import add

from conference.findings import Place
from conference.models.amounts import UNKNOWN, Amount, HowMany, Range, least_share, range_of
from conference.models.awards import Award, AwardForm, AwardPart
from conference.models.conference import Point
from conference.models.delegates import DelegateGroup, Delegates, DiscussionGroup
from conference.rule import Problem

Counted = Award | AwardPart | Delegates | DelegateGroup | DiscussionGroup
Part = AwardPart | AwardForm | DelegateGroup | DiscussionGroup | Point


def said(value: object) -> str:
    """A number as a message says it: «8», «không quá 5»."""
    if not isinstance(value, Amount):
        return str(value)
    return f"{value.qualifier.said}{value.number}{'%' if value.qualifier.is_share else ''}"


def reached(counted: Range) -> str:
    """What a sum comes to, as a message says it."""
    if counted.exact is not None:
        return str(counted.exact)
    return f"ít nhất {counted.low}" if counted.high is None else f"{counted.low} đến {counted.high}"


def _typed(value: HowMany, number: int) -> str:
    """What to type so that a number says the same of another one: 7, {at_most: 7}."""
    if number and isinstance(value, Amount) and not value.qualifier.is_share:
        return f"{{{value.qualifier}: {number}}}"
    return str(number)


def differs(
    place: Place,
    what: str,
    stated: HowMany,
    counted: Range,
    how: str,
    mend: str = "danh sách cho đủ",
) -> Problem:
    """Tell that a stated number is not what was counted, and what to type for it."""
    number = counted.nearest(range_of(stated).low)
    return (
        place,
        f"{what}: ghi {said(stated)} nhưng {how} được {reached(counted)}; hãy sửa stated thành "
        f"{_typed(stated, number)}, hoặc sửa {mend}.",
    )


def list_problems(
    owner: Award | AwardPart | Delegates, entries: object, key: str
) -> Iterator[Problem]:
    """Stated = counted; counted < stated while names are still to come (`rest`)."""
    what = named(owner)
    if not isinstance(entries, list):
        if owner.rest:
            yield (
                owner.at("rest"),
                f"{what}: chưa có tên nào thì không ghi rest; hãy ghi điều đã biết vào open của {key}.",
            )
        return
    stated, counted = range_of(owner.stated), len(entries)
    if owner.rest and counted == stated.high:
        yield owner.at("rest"), f"{what}: danh sách đã đủ {counted}; hãy xóa mục rest."
    else:
        yield from too_many_or_few(owner, what, stated, counted, bool(owner.rest))


def too_many_or_few(
    owner: Counted, what: str, stated: Range, counted: int, waiting: bool
) -> Iterator[Problem]:
    """Names that are no such number; fewer are right while others are waited for."""
    if stated.nearest(counted) == counted or (counted < stated.low and waiting):
        return
    value = owner.stated
    assert isinstance(value, int | Amount)
    place, advice = differs(
        owner.at("stated"), what, value, Range(counted, counted), "đếm danh sách"
    )
    if counted < stated.low and not isinstance(owner, DelegateGroup | DiscussionGroup):
        advice = f"{advice[:-1]}; nếu còn chờ tên thì thêm mục rest."
    yield place, advice


def over_the_whole(parts: Sequence[Part], which: str) -> Problem | None:
    """Shares of one whole that come to more than all of it, however many that is."""
    reached = 0
    for part in parts:
        reached += least_share(part.stated)
        if reached > 100:
            return (
                part.at("stated"),
                f"cộng tỉ lệ {which} đến đây được {reached}%, quá 100%; hãy sửa các tỉ lệ cho cộng lại "
                "không quá 100%.",
            )
    return None


def total_of(parts: Sequence[Part], whole: Range = UNKNOWN) -> Range:
    """What parts come to, as far as it is known; percentages are of the whole."""
    return reduce(add, (range_of(part.stated, whole) for part in parts))


def sum_said(parts: Sequence[Part]) -> str:
    """A sum as a message says it: «5 + 15»."""
    return " + ".join(
        said(part.stated) if isinstance(part.stated, int | Amount) else "chưa định"
        for part in parts
    )


def named(owner: Counted) -> str:
    """What a message calls it."""
    return f"Tổng số {owner.noun}" if isinstance(owner, Delegates) else owner.label
