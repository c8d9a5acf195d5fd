"""Rules on sums: what was signed (stated) against the sum of the parts (counted)."""

from __future__ import annotations

from collections.abc import Iterator

from conference.facts import Facts
from conference.findings import Place
from conference.models import Open
from conference.models.awards import Award, AwardPart
from conference.models.delegates import DelegateGroup, Delegates
from conference.rule import Problem, rule


def _differs(place: Place, what: str, stated: int, counted: int, how: str) -> Problem:
    return (
        place,
        f"{what}: ghi {stated} nhưng {how} được {counted}; hãy sửa stated thành {counted}, "
        "hoặc sửa danh sách cho đủ.",
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
    elif owner.rest and len(entries) == owner.stated:
        yield owner.at("rest"), f"{what}: danh sách đã đủ {owner.stated}; hãy xóa mục rest."
    elif len(entries) > owner.stated or (len(entries) < owner.stated and not owner.rest):
        place, advice = _differs(
            owner.at("stated"), what, owner.stated, len(entries), "đếm danh sách"
        )
        if len(entries) < owner.stated:
            advice = f"{advice[:-1]}; nếu còn chờ tên thì thêm mục rest."
        yield place, advice


@rule(
    "award-total",
    "Số giấy khen đã ghi phải bằng tổng các phần và bằng số tên trong danh sách; ít hơn khi còn chờ tên (rest).",
)
def award_totals(facts: Facts) -> Iterator[Problem]:
    """Ensure stated = counted where all parts are known, and counted ≤ stated where some are open.

    Source: the plan, II.6: «20 tập thể …, gồm 05 tập thể … và 15 mô hình».
    """
    for award in facts.dossier.awards.awards:
        yield from _part_problems(award)
        for part in award.parts or (award,):
            yield from _list_problems(part, part.recipients, "recipients")


def _part_problems(award: Award) -> Iterator[Problem]:
    if award.parts:
        total = sum(part.stated for part in award.parts)
        if total != award.stated:
            how = "cộng các phần (" + " + ".join(str(part.stated) for part in award.parts) + ")"
            yield _differs(award.at("stated"), _name(award), award.stated, total, how)


def _name(owner: Award | AwardPart | DelegateGroup | Delegates) -> str:
    """What a message calls it."""
    return "Tổng số đại biểu" if isinstance(owner, Delegates) else owner.label


@rule(
    "award-list",
    "Danh sách được khen ghi ở từng phần nếu có chia phần, nếu không thì ghi ở giải.",
)
def award_lists(facts: Facts) -> Iterator[Problem]:
    """Ensure recipients stand in one place only: at the parts, or at the award without parts."""
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
        elif not award.parts and award.recipients is None:
            yield (
                award.at("id"),
                f"giải {award.label} thiếu mục recipients; nếu chưa có tên, viết recipients với mục open.",
            )


@rule(
    "delegate-total",
    "Tổng số đại biểu đã ghi phải bằng số người trong danh sách; ít hơn khi còn chờ tên (rest).",
    needs=("delegates",),
)
def delegate_total(facts: Facts) -> Iterator[Problem]:
    """Ensure heads, each counted once, make the stated total; groups make their own.

    Source: the plan, II.2: «Dự kiến 150 đại biểu».
    """
    delegates = facts.dossier.delegates
    yield from _list_problems(delegates, delegates.delegates, "delegates")
    if not isinstance(delegates.delegates, Open):
        for group in delegates.groups:
            yield from _member_problems(delegates, group)


def _member_problems(delegates: Delegates, group: DelegateGroup) -> Iterator[Problem]:
    stated, named = group.stated, delegates.delegates
    if isinstance(stated, int) and isinstance(named, list):
        counted = sum(group.id in delegate.groups for delegate in named)
        if counted > stated or (counted < stated and not delegates.rest):
            yield _differs(group.at("stated"), _name(group), stated, counted, "đếm danh sách")


@rule(
    "delegate-groups",
    "Cộng các khối không được ít hơn tổng số đại biểu, khối nào cũng không quá tổng.",
    needs=("delegates",),
)
def delegate_groups(facts: Facts) -> Iterator[Problem]:
    """Ensure groups can make the total: they overlap, so their sum is never below it."""
    delegates = facts.dossier.delegates
    counts = [group.stated for group in delegates.groups if isinstance(group.stated, int)]
    for group in delegates.groups:
        if isinstance(group.stated, int) and group.stated > delegates.stated:
            yield (
                group.at("stated"),
                f"khối {group.label} ghi {group.stated}, nhiều hơn tổng số đại biểu {delegates.stated}; "
                "hãy sửa một trong hai số.",
            )
    if len(counts) == len(delegates.groups) and sum(counts) < delegates.stated:
        yield (
            delegates.at("stated"),
            f"tổng ghi {delegates.stated} nhưng cộng các khối chỉ được {sum(counts)}; "
            "hãy sửa tổng hoặc số của các khối.",
        )
