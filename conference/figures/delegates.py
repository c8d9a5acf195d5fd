"""The figures of the delegates: heads as stated, as counted, and by group."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from conference.figures.figure import (
    GIVEN,
    Agreement,
    Figure,
    count_entries,
    shared_beginning,
)
from conference.models import Dossier, Open
from conference.models.delegates import DelegateGroup


def delegate_figures(dossier: Dossier) -> Iterator[Figure]:
    """Derive the figures of delegates.yml: heads as stated and, where the list is known, as counted.

    A person in several groups is one head in the total and one in each group. A group
    whose number is open has no stated figure: the plan states the total alone («Dự kiến 150 đại biểu»).
    """
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
        nouns=_HEADS,
    )
    yield count_entries(
        "delegates.groups", "Số khối đại biểu", delegates.groups, delegates.at("groups"), "khối"
    )
    members: Counter[str] = Counter()
    if not isinstance(named, Open):
        members.update(group for delegate in named for group in delegate.groups)
        yield count_entries(
            "delegates.counted",
            "Số đại biểu trong danh sách (mỗi người tính một lần)",
            named,
            delegates.at("delegates"),
            "người",
            *_HEADS,
        )
        shared = sum(len(delegate.groups) > 1 for delegate in named)
        yield Figure(
            "delegates.shared",
            shared,
            "Số người thuộc nhiều khối (vẫn tính một lần)",
            f"đếm {shared} người ghi nhiều khối",
            (delegates.at("delegates"),),
            nouns=("người thuộc nhiều khối",),
        )
    stated = [group.stated for group in delegates.groups if isinstance(group.stated, int)]
    if len(stated) == len(delegates.groups):
        yield Figure(
            "delegates.group_sum",
            sum(stated),
            "Cộng các khối (người thuộc nhiều khối tính nhiều lần)",
            " + ".join(map(str, stated)),
            tuple(group.at("stated") for group in delegates.groups),
            nouns=("lượt người", "lượt"),
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
                nouns=_nouns_of(group),
            )
        if known:
            count = members[group.id]
            formula = f"đếm {count} người có khối {group.id}"
            title = f"Số trong danh sách: {group.label}"
            place = delegates.at("delegates")
            name, nouns = f"delegates.{group.id}.counted", _nouns_of(group)
            yield Figure(name, count, title, formula, (place,), nouns=nouns)


_HEADS = ("đại biểu", "người")


def _nouns_of(group: DelegateGroup) -> tuple[str, ...]:
    """What a group counts: its label, and what that and its line begin with: «phóng viên»."""
    alike = shared_beginning(group.label, _PLENTY.sub("", group.name).split("{")[0])
    return tuple(filter(None, (group.label, alike)))


_PLENTY = re.compile(r"^(?:(?:[Cc]ác|đồng chí) )+")
