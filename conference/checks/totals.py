"""Rules on sums: what was signed (stated) against the sum of the parts (counted)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import add

from conference.facts import Facts
from conference.findings import Place
from conference.models import Open
from conference.models.amounts import UNKNOWN, Amount, HowMany, Range, least_share, range_of
from conference.models.awards import Award, AwardForm, AwardPart, counted_in
from conference.models.conference import Point
from conference.models.delegates import DelegateGroup, Delegates, DiscussionGroup
from conference.rule import Problem, rule

_Counted = Award | AwardPart | Delegates | DelegateGroup | DiscussionGroup
_Part = AwardPart | AwardForm | DelegateGroup | DiscussionGroup | Point


def said(value: object) -> str:
    """A number as a message says it: «8», «không quá 5»."""
    if not isinstance(value, Amount):
        return str(value)
    return f"{value.qualifier.said}{value.number}{'%' if value.qualifier.is_share else ''}"


def _reached(counted: Range) -> str:
    """What a sum comes to, as a message says it."""
    if counted.exact is not None:
        return str(counted.exact)
    return f"ít nhất {counted.low}" if counted.high is None else f"{counted.low} đến {counted.high}"


def _typed(value: HowMany, number: int) -> str:
    """What to type so that a number says the same of another one: 7, {at_most: 7}."""
    if number and isinstance(value, Amount) and not value.qualifier.is_share:
        return f"{{{value.qualifier}: {number}}}"
    return str(number)


def _differs(
    place: Place,
    what: str,
    stated: HowMany,
    counted: Range,
    how: str,
    mend: str = "danh sách cho đủ",
) -> Problem:
    number = counted.nearest(range_of(stated).low)
    return (
        place,
        f"{what}: ghi {said(stated)} nhưng {how} được {_reached(counted)}; hãy sửa stated thành "
        f"{_typed(stated, number)}, hoặc sửa {mend}.",
    )


def _list_problems(
    owner: Award | AwardPart | Delegates, entries: object, key: str
) -> Iterator[Problem]:
    """Stated = counted; counted < stated while names are still to come (`rest`)."""
    what = _name(owner)
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
        yield from _too_many_or_few(owner, what, stated, counted, bool(owner.rest))


def _too_many_or_few(
    owner: _Counted, what: str, stated: Range, counted: int, waiting: bool
) -> Iterator[Problem]:
    """Names that are no such number; fewer are right while others are waited for."""
    if stated.nearest(counted) == counted or (counted < stated.low and waiting):
        return
    value = owner.stated
    assert isinstance(value, int | Amount)
    place, advice = _differs(
        owner.at("stated"), what, value, Range(counted, counted), "đếm danh sách"
    )
    if counted < stated.low and not isinstance(owner, DelegateGroup | DiscussionGroup):
        advice = f"{advice[:-1]}; nếu còn chờ tên thì thêm mục rest."
    yield place, advice


@rule(
    "award-total",
    "Số được khen đã ghi phải bằng tổng các phần, bằng tổng các hình thức và bằng số tên trong danh sách; "
    "ít hơn khi còn chờ tên (rest).",
)
def award_totals(facts: Facts) -> Iterator[Problem]:
    """Ensure stated = counted where all parts are known, and counted ≤ stated where some are open.

    One number may be broken down twice: by who is rewarded and by the form of the award.

    Source: the plan, II.6: «20 tập thể …, gồm 05 tập thể … và 15 mô hình».
    """
    for award in facts.dossier.awards.awards:
        yield from _sum_problems(award, award.parts, "các phần")
        yield from _sum_problems(award, award.forms, "các hình thức")
        for one in counted_in(award):
            yield from _list_problems(one.owner, one.owner.recipients, "recipients")


def _sum_problems(award: Award, parts: Sequence[_Part], which: str) -> Iterator[Problem]:
    stated = award.stated
    if too_much := _over_the_whole(parts, which):
        yield too_much
        return
    if isinstance(stated, Open) or not parts:
        return
    total = _sum(parts, range_of(stated))
    if not total.meets(range_of(stated)):
        how = f"cộng {which} ({_sum_said(parts)})"
        yield _differs(award.at("stated"), _name(award), stated, total, how, which)


def _over_the_whole(parts: Sequence[_Part], which: str) -> Problem | None:
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


def _sum(parts: Sequence[_Part], whole: Range = UNKNOWN) -> Range:
    """What parts come to, as far as it is known; percentages are of the whole."""
    return reduce(add, (range_of(part.stated, whole) for part in parts))


def _sum_said(parts: Sequence[_Part]) -> str:
    return " + ".join(
        said(part.stated) if isinstance(part.stated, int | Amount) else "chưa định"
        for part in parts
    )


def _name(owner: _Counted) -> str:
    """What a message calls it."""
    return f"Tổng số {owner.noun}" if isinstance(owner, Delegates) else owner.label


@rule(
    "award-list",
    "Danh sách được khen ghi ở từng phần nếu có chia phần, nếu không thì ghi ở giải.",
)
def award_lists(facts: Facts) -> Iterator[Problem]:
    """Ensure recipients stand in one place only: at the parts, or at the award without parts.

    Where the number itself is a quota, a share or open, a list may come later.
    """
    for award in facts.dossier.awards.awards:
        given = next(
            (key for key in ("recipients", "rest") if getattr(award, key) is not None), None
        )
        if award.parts and given:
            yield (
                award.at(given),
                "giải đã chia phần (parts) thì danh sách ghi trong từng phần; "
                f"hãy chuyển {given} vào đó.",
            )
        for one in counted_in(award):
            if isinstance(one.owner.stated, int) and one.owner.recipients is None:
                what = "giải" if one.owner is award else "phần"
                yield (
                    one.owner.at("id"),
                    f"{what} {one.owner.label} thiếu mục recipients; nếu chưa có tên, viết recipients "
                    "với mục open.",
                )


@rule(
    "delegate-total",
    "Tổng số đại biểu, số của từng khối, từng tổ thảo luận đã ghi phải bằng số người trong danh sách; ít hơn "
    "khi còn chờ tên (rest).",
    needs=("delegates",),
)
def delegate_total(facts: Facts) -> Iterator[Problem]:
    """Ensure heads, each counted once, make the stated total; groups make their own.

    Source: the plan, II.2: «Dự kiến 150 đại biểu».
    """
    delegates = facts.dossier.delegates
    yield from _list_problems(delegates, delegates.delegates, "delegates")
    named, whole = delegates.delegates, range_of(delegates.stated)
    if not isinstance(named, list):
        return
    members = Counter(group for delegate in named for group in delegate.groups)
    seated = Counter(delegate.discussion for delegate in named if delegate.discussion)
    groups: list[DelegateGroup | DiscussionGroup] = [*delegates.groups]
    for group in [*groups, *(delegates.discussion if seated else ())]:
        counted = (members if isinstance(group, DelegateGroup) else seated)[group.id]
        stated = range_of(group.stated, whole)
        waiting = bool(delegates.rest)
        yield from _too_many_or_few(group, _name(group), stated, counted, waiting)


@rule(
    "delegate-groups",
    "Khối nào cũng không quá tổng số đại biểu; cộng các khối không được ít hơn tổng, và đúng bằng tổng khi "
    "không ai thuộc hai khối (overlap: false).",
    needs=("delegates",),
)
def delegate_groups(facts: Facts) -> Iterator[Problem]:
    """Ensure groups can make the total: where they overlap, their sum is never below it."""
    delegates = facts.dossier.delegates
    stated, groups = delegates.stated, delegates.groups
    shared: list[tuple[str, Sequence[_Part]]] = [("các tổ thảo luận", delegates.discussion)]
    if not delegates.overlap:
        shared.insert(0, ("các khối", groups))
    for which, apart in shared:
        if too_much := _over_the_whole(apart, which):
            yield too_much
            return
    if not isinstance(stated, int | Amount):
        return
    total = range_of(stated)
    parts: list[DelegateGroup | DiscussionGroup] = [*groups, *delegates.discussion]
    for group in parts:
        least = range_of(group.stated, total).low
        if total.high is not None and least > total.high:
            yield (
                group.at("stated"),
                f"khối {group.label} ghi {said(group.stated)}, nhiều hơn tổng số {delegates.noun} "
                f"{said(stated)}; hãy sửa một trong hai số.",
            )
    counted = _sum(groups, total)
    if not delegates.overlap:
        if not counted.meets(total):
            how = f"cộng các khối ({_sum_said(groups)})"
            yield _differs(
                delegates.at("stated"), _name(delegates), stated, counted, how, "số của các khối"
            )
    elif counted.high is not None and counted.high < total.low:
        yield (
            delegates.at("stated"),
            f"tổng ghi {said(stated)} nhưng cộng các khối chỉ được {counted.high}; "
            "hãy sửa tổng hoặc số của các khối.",
        )
    if delegates.discussion and total.high is not None:
        seated = _sum(delegates.discussion, total)
        if seated.low > total.high:
            yield (
                delegates.at("stated"),
                f"tổng ghi {said(stated)} nhưng cộng các tổ thảo luận ({_sum_said(delegates.discussion)}) "
                f"được {_reached(seated)}; hãy sửa tổng hoặc số của các tổ.",
            )


@rule(
    "delegate-points",
    "Cộng số đại biểu ở các điểm cầu phải bằng tổng số; họp nhiều cuộc thì không cuộc nào hơn tổng số.",
    needs=("conference", "delegates"),
)
def delegate_points(facts: Facts) -> Iterator[Problem]:
    """Ensure those who take part at the points of the one meeting make the total; at one of several, no more."""
    stated = facts.dossier.delegates.stated
    gatherings = facts.dossier.conference.gatherings
    for gathering in gatherings:
        points = gathering.points
        if too_much := _over_the_whole(points, "các điểm cầu"):
            yield too_much
        elif points and isinstance(stated, int | Amount):
            total, whole = _sum(points, range_of(stated)), range_of(stated)
            too_many = whole.high is not None and total.low > whole.high
            if too_many or (len(gatherings) == 1 and not total.meets(whole)):
                how = f"cộng các điểm cầu ({_sum_said(points)})"
                what, mend = _name(facts.dossier.delegates), "số của các điểm cầu"
                place = facts.dossier.delegates.at("stated")
                yield _differs(place, what, stated, total, how, mend)
