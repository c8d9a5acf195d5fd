"""The figures of the delegates: heads as stated, as counted, by group and by class."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from conference.figures.figure import (
    GIVEN,
    Agreement,
    Figure,
    count_entries,
    figure_of,
    shared_beginning,
)
from conference.models import Dossier, listed
from conference.models.amounts import Amount, sum_of
from conference.models.delegates import CLASSES, DelegateClass, DelegateGroup, Delegates


def delegate_figures(dossier: Dossier) -> Iterator[Figure]:
    """Derive the figures of delegates.yml: heads as stated and, where the list is known, as counted.

    A person in several groups is one head in the total and one in each group. Where no number is
    stated there is no figure: the plan may state the total alone («Dự kiến 150 đại biểu»), or none.
    """
    delegates = dossier.delegates
    named = delegates.delegates
    known = isinstance(named, list)
    complete = known and not delegates.rest
    agreement = Agreement.AGREES if complete else Agreement.PENDING
    heads = tuple(dict.fromkeys((delegates.noun, "người")))
    if isinstance(delegates.stated, int | Amount):
        title, places = f"Tổng số {delegates.noun} dự kiến", (delegates.at("stated"),)
        yield figure_of(
            "delegates.stated", delegates.stated, title, GIVEN, places, agreement, nouns=heads
        )
    yield count_entries(
        "delegates.groups",
        f"Số khối {delegates.noun}",
        delegates.groups,
        delegates.at("groups"),
        "khối",
    )
    members: Counter[str] = Counter()
    if isinstance(named, list):
        members.update(group for delegate in named for group in delegate.groups)
        yield count_entries(
            "delegates.counted",
            f"Số {delegates.noun} trong danh sách (mỗi người tính một lần)",
            named,
            delegates.at("delegates"),
            "người",
            *heads,
        )
        if delegates.overlap:
            shared = sum(len(delegate.groups) > 1 for delegate in named)
            yield Figure(
                "delegates.shared",
                shared,
                "Số người thuộc nhiều khối (vẫn tính một lần)",
                f"đếm {shared} người ghi nhiều khối",
                (delegates.at("delegates"),),
                nouns=("người thuộc nhiều khối",),
            )
    yield from _group_sum(delegates)
    yield from _by_class(delegates)
    for group in delegates.groups:
        if isinstance(group.stated, int | Amount):
            title, places = f"Số dự kiến: {group.label}", (group.at("stated"),)
            name = f"delegates.{group.id}.stated"
            nouns = _nouns_of(group)
            yield figure_of(name, group.stated, title, GIVEN, places, agreement, nouns=nouns)
        if known:
            count = members[group.id]
            formula = f"đếm {count} người ghi khối này"
            title = f"Số trong danh sách: {group.label}"
            place = delegates.at("delegates")
            name, nouns = f"delegates.{group.id}.counted", _nouns_of(group)
            yield Figure(name, count, title, formula, (place,), nouns=nouns)
    yield from _discussion(delegates)


def _nouns_of(group: DelegateGroup) -> tuple[str, ...]:
    """What a group counts: its label, and what that and its line begin with: «phóng viên»."""
    alike = shared_beginning(group.label, _PLENTY.sub("", group.name).split("{")[0])
    return tuple(filter(None, (group.label, alike)))


_PLENTY = re.compile(r"^(?:(?:[Cc]ác|đồng chí) )+")


def _group_sum(delegates: Delegates) -> Iterator[Figure]:
    stated = [group.stated for group in delegates.groups if isinstance(group.stated, int)]
    if len(stated) == len(delegates.groups):
        again = " (người thuộc nhiều khối tính nhiều lần)" if delegates.overlap else ""
        yield Figure(
            "delegates.group_sum",
            sum(stated),
            f"Cộng các khối{again}",
            " + ".join(map(str, stated)),
            tuple(group.at("stated") for group in delegates.groups),
            nouns=("lượt người", "lượt"),
        )


def _by_class(delegates: Delegates) -> Iterator[Figure]:
    """How many there are of each class: as stated, where groups that share people do not hide it, and by name."""
    for kind, called in CLASSES.items():
        groups = [group for group in delegates.groups if group.class_ == kind]
        if groups and isinstance(delegates.delegates, list):
            yield _named_of_class(delegates, kind, {group.id for group in groups})
        total = sum_of([group.stated for group in groups])
        if total is None or (delegates.overlap and len(groups) > 1):
            continue
        formula = GIVEN if len(groups) == 1 else " + ".join(str(group.stated) for group in groups)
        said = Agreement.GIVEN if len(groups) == 1 else Agreement.DERIVED
        places = tuple(group.at("stated") for group in groups)
        title, nouns = f"Số {called}", (called, delegates.noun)
        yield figure_of(
            f"delegates.{kind}.stated", total, title, formula, places, said, nouns=nouns
        )


def _named_of_class(delegates: Delegates, kind: DelegateClass, groups: set[str]) -> Figure:
    """How many of the list are of a class, each counted once however many of its groups they are in."""
    count = sum(not groups.isdisjoint(one.groups) for one in listed(delegates.delegates))
    called = CLASSES[kind]
    return Figure(
        f"delegates.{kind}.counted",
        count,
        f"Số {called} trong danh sách (mỗi người tính một lần)",
        f"đếm {count} người có khối thuộc loại {kind}",
        (delegates.at("delegates"),),
        nouns=(called, delegates.noun),
    )


def _discussion(delegates: Delegates) -> Iterator[Figure]:
    if not delegates.discussion:
        return
    place = delegates.at("discussion")
    yield count_entries(
        "delegates.discussion", "Số tổ thảo luận", delegates.discussion, place, "tổ"
    )
    stated = [group.stated for group in delegates.discussion if isinstance(group.stated, int)]
    if len(stated) == len(delegates.discussion):
        yield Figure(
            "delegates.discussion_sum",
            sum(stated),
            "Cộng các tổ thảo luận",
            " + ".join(map(str, stated)),
            tuple(group.at("stated") for group in delegates.discussion),
            nouns=(f"{delegates.noun} thảo luận tổ",),
        )
    seated = Counter(one.discussion for one in listed(delegates.delegates) if one.discussion)
    for group in delegates.discussion:
        if seated:
            count = seated[group.id]
            yield Figure(
                f"delegates.discussion.{group.id}.counted",
                count,
                f"Số trong danh sách: {group.label}",
                f"đếm {count} người có tổ {group.id}",
                (delegates.at("delegates"),),
                nouns=(delegates.noun,),
            )
        if isinstance(group.stated, int | Amount):
            name, title = f"delegates.discussion.{group.id}.stated", f"Số dự kiến: {group.label}"
            places = (group.at("stated"),)
            yield figure_of(
                name, group.stated, title, GIVEN, places, Agreement.GIVEN, nouns=(delegates.noun,)
            )
