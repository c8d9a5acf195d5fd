"""Rules on totals: awards, delegates, points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from conference.checks.sums import (
    Part,
    differs,
    list_problems,
    named,
    over_the_whole,
    reached,
    said,
    sum_said,
    too_many_or_few,
    total_of,
)
from conference.facts import Facts
from conference.models import Open
from conference.models.amounts import Amount, range_of
from conference.models.awards import Award, counted_in
from conference.models.delegates import DelegateGroup, DiscussionGroup
from conference.rule import Problem, rule


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
            yield from list_problems(one.owner, one.owner.recipients, "recipients")


def _sum_problems(award: Award, parts: Sequence[Part], which: str) -> Iterator[Problem]:
    stated = award.stated
    if too_much := over_the_whole(parts, which):
        yield too_much
        return
    if isinstance(stated, Open) or not parts:
        return
    total = total_of(parts, range_of(stated))
    if not total.meets(range_of(stated)):
        how = f"cộng {which} ({sum_said(parts)})"
        yield differs(award.at("stated"), named(award), stated, total, how, which)


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
    yield from list_problems(delegates, delegates.delegates, "delegates")
    people, whole = delegates.delegates, range_of(delegates.stated)
    if not isinstance(people, list):
        return
    members = Counter(group for delegate in people for group in delegate.groups)
    seated = Counter(delegate.discussion for delegate in people if delegate.discussion)
    groups: list[DelegateGroup | DiscussionGroup] = [*delegates.groups]
    for group in [*groups, *(delegates.discussion if seated else ())]:
        counted = (members if isinstance(group, DelegateGroup) else seated)[group.id]
        stated = range_of(group.stated, whole)
        waiting = bool(delegates.rest)
        yield from too_many_or_few(group, named(group), stated, counted, waiting)


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
    shared: list[tuple[str, Sequence[Part]]] = [("các tổ thảo luận", delegates.discussion)]
    if not delegates.overlap:
        shared.insert(0, ("các khối", groups))
    for which, apart in shared:
        if too_much := over_the_whole(apart, which):
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
    counted = total_of(groups, total)
    if not delegates.overlap:
        if not counted.meets(total):
            how = f"cộng các khối ({sum_said(groups)})"
            yield differs(
                delegates.at("stated"), named(delegates), stated, counted, how, "số của các khối"
            )
    elif counted.high is not None and counted.high < total.low:
        yield (
            delegates.at("stated"),
            f"tổng ghi {said(stated)} nhưng cộng các khối chỉ được {counted.high}; "
            "hãy sửa tổng hoặc số của các khối.",
        )
    if delegates.discussion and total.high is not None:
        seated = total_of(delegates.discussion, total)
        if seated.low > total.high:
            yield (
                delegates.at("stated"),
                f"tổng ghi {said(stated)} nhưng cộng các tổ thảo luận ({sum_said(delegates.discussion)}) "
                f"được {reached(seated)}; hãy sửa tổng hoặc số của các tổ.",
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
        if too_much := over_the_whole(points, "các điểm cầu"):
            yield too_much
        elif points and isinstance(stated, int | Amount):
            total, whole = total_of(points, range_of(stated)), range_of(stated)
            too_many = whole.high is not None and total.low > whole.high
            if too_many or (len(gatherings) == 1 and not total.meets(whole)):
                how = f"cộng các điểm cầu ({sum_said(points)})"
                what, mend = named(facts.dossier.delegates), "số của các điểm cầu"
                place = facts.dossier.delegates.at("stated")
                yield differs(place, what, stated, total, how, mend)
