"""The figures of those who come and those who are rewarded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from conference.figures.figure import GIVEN, Agreement, Figure, counted
from conference.models import Dossier, Open, is_known
from conference.models.awards import Award, AwardPart


def delegate_figures(dossier: Dossier) -> Iterator[Figure]:
    """Heads as stated and, where the list is known, as counted: each once, and by group."""
    delegates = dossier.delegates
    named = delegates.delegates
    known = not isinstance(named, Open)
    complete = known and not delegates.rest
    agreement = Agreement.AGREES if complete else Agreement.PENDING
    yield Figure(
        "delegates.stated",
        delegates.stated,
        "Tổng số đại biểu dự kiến",
        GIVEN,
        (delegates.at("stated"),),
        agreement=agreement,
    )
    yield counted(
        "delegates.groups", "Số khối đại biểu", delegates.groups, delegates.at("groups"), "khối"
    )
    members: Counter[str] = Counter()
    if not isinstance(named, Open):
        members.update(group for delegate in named for group in delegate.groups)
        yield counted(
            "delegates.counted",
            "Số đại biểu trong danh sách (mỗi người tính một lần)",
            named,
            delegates.at("delegates"),
            "người",
        )
        shared = sum(len(delegate.groups) > 1 for delegate in named)
        yield Figure(
            "delegates.shared",
            shared,
            "Số người thuộc nhiều khối (vẫn tính một lần)",
            f"đếm {shared} người ghi nhiều khối",
            (delegates.at("delegates"),),
        )
    stated = [group.stated for group in delegates.groups if isinstance(group.stated, int)]
    if len(stated) == len(delegates.groups):
        yield Figure(
            "delegates.group_sum",
            sum(stated),
            "Cộng các khối (người thuộc nhiều khối tính nhiều lần)",
            " + ".join(map(str, stated)),
            tuple(group.at("stated") for group in delegates.groups),
        )
    for group in delegates.groups:
        if not isinstance(group.stated, Open):
            yield Figure(
                f"delegates.{group.id}.stated",
                group.stated,
                f"Số dự kiến: {group.label}",
                GIVEN,
                (group.at("stated"),),
                agreement=agreement,
            )
        if known:
            count = members[group.id]
            formula = f"đếm {count} người có khối {group.id}"
            title = f"Số trong danh sách: {group.label}"
            place = delegates.at("delegates")
            yield Figure(f"delegates.{group.id}.counted", count, title, formula, (place,))


def award_figures(dossier: Dossier) -> Iterator[Figure]:
    """Awards by giver and part, and their total, which is only ever derived."""
    awards = dossier.awards.awards
    yield from _awards_total(awards)
    for award in awards:
        yield from _award(award)


def _awards_total(awards: list[Award]) -> Iterator[Figure]:
    total = sum(award.stated for award in awards)
    formula = " + ".join(str(award.stated) for award in awards)
    places = tuple(award.at("stated") for award in awards)
    yield Figure("awards.total", total, "Tổng số tập thể được khen thưởng", formula, places)


def _award(award: Award) -> Iterator[Figure]:
    name = f"awards.{award.id}"
    yield _stated(name, award.label, award)
    if award.parts:
        formula = " + ".join(str(part.stated) for part in award.parts)
        places = tuple(part.at("stated") for part in award.parts)
        total = sum(part.stated for part in award.parts)
        yield Figure(f"{name}.counted", total, f"Cộng các phần: {award.label}", formula, places)
        for part in award.parts:
            yield _stated(f"{name}.{part.id}", part.label, part)
            yield from _listed(f"{name}.{part.id}", part.label, part)
    else:
        yield from _listed(name, award.label, award)


def _stated(name: str, label: str, award: Award | AwardPart) -> Figure:
    listed = is_known(award.recipients) and not award.rest
    compared = listed or bool(getattr(award, "parts", ()))
    agreement = Agreement.AGREES if compared else Agreement.PENDING
    title = f"Số theo kế hoạch: {label}"
    place = award.at("stated")
    return Figure(f"{name}.stated", award.stated, title, GIVEN, (place,), agreement=agreement)


def _listed(name: str, label: str, award: Award | AwardPart) -> Iterator[Figure]:
    if isinstance(award.recipients, list):
        title = f"Số trong danh sách: {label}"
        yield counted(f"{name}.counted", title, award.recipients, award.at("recipients"), "tập thể")
