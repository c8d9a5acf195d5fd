"""Rules on the list of delegates: each head once, each seat once, names that are names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conference.facts import Facts
from conference.findings import quote
from conference.models import Dossier, listed
from conference.models.awards import Recipient, counted_in
from conference.models.delegates import Delegate, DiscussionGroup
from conference.models.documents import Signatory
from conference.rule import Problem, rule
from conference.wording import fold, nfc


@rule("delegate-twice", "Mỗi người chỉ có một mục trong danh sách đại biểu.")
def delegates_once(facts: Facts) -> Iterator[Problem]:
    """Ensure nobody is counted twice: same name, post and unit is the same person."""
    seen: dict[tuple[str, str | None, str | None], Delegate] = {}
    for delegate in listed(facts.dossier.delegates.delegates):
        person = (fold(delegate.name), delegate.post, delegate.unit)
        first = seen.setdefault(person, delegate)
        if first is not delegate:
            yield (
                delegate.at("name"),
                f"{quote(delegate.name)} đã có ở dòng {first.at('name').line}; nếu là một người thuộc "
                "hai khối thì giữ một mục và ghi cả hai khối, nếu là hai người thì ghi rõ chức vụ.",
            )


def _canonical_seat(typed: str) -> str:
    """One spelling of a seat: «h09», «H 9» and «H09» are the same chair."""
    return re.sub(r"(?<!\d)\s+|\s+(?!\d)|(?<!\d)0+(?=\d)", "", nfc(typed)).upper()


@rule("seat-twice", "Mỗi chỗ ngồi chỉ dành cho một người.")
def seats_once(facts: Facts) -> Iterator[Problem]:
    """Ensure no seat is given to two delegates, however it is typed."""
    seen: dict[str, Delegate] = {}
    for delegate in listed(facts.dossier.delegates.delegates):
        first = (
            seen.setdefault(_canonical_seat(delegate.seat), delegate) if delegate.seat else delegate
        )
        if first is not delegate:
            yield (
                delegate.at("seat"),
                f"chỗ {quote(delegate.seat)} đã dành cho người ở dòng {first.at('seat').line}; "
                "hãy đổi chỗ.",
            )


@rule(
    "group-shared",
    "Khi ghi overlap: false thì mỗi đại biểu chỉ thuộc một khối.",
    needs=("delegates",),
)
def groups_apart(facts: Facts) -> Iterator[Problem]:
    """Ensure nobody is in two groups of which the file says that they share nobody."""
    delegates = facts.dossier.delegates
    for delegate in () if delegates.overlap else listed(delegates.delegates):
        if len(set(delegate.groups)) > 1:
            yield (
                delegate.at("groups", 1),
                f"{quote(delegate.name)} ghi hai khối trong khi tệp ghi overlap: false; hãy giữ một khối, "
                "hoặc xóa dòng overlap.",
            )


@rule(
    "delegate-class",
    "Một đại biểu không thể vừa là khách mời vừa là đại biểu chính thức, đại biểu có quyền biểu quyết.",
    needs=("delegates",),
)
def classes_apart(facts: Facts) -> Iterator[Problem]:
    """Ensure no guest is counted among those who have a seat and a vote."""
    delegates = facts.dossier.delegates
    classes = {group.id: group.class_ for group in delegates.groups}
    for delegate in listed(delegates.delegates):
        first = next((group for group in delegate.groups if classes.get(group)), "")
        for index, group in enumerate(delegate.groups):
            kinds = {classes.get(first), classes.get(group)} - {None}
            if "guest" in kinds and len(kinds) > 1:
                yield (
                    delegate.at("groups", index),
                    f"{quote(delegate.name)} ghi khối {quote(first)} và khối {quote(group)}, một khối là "
                    "khách mời (guest), một khối thì không; hãy giữ một khối, hoặc sửa class của khối.",
                )
                break


@rule("discussion-room", "Mỗi tổ thảo luận họp ở một phòng riêng.")
def discussion_rooms_once(facts: Facts) -> Iterator[Problem]:
    """Ensure no two discussion groups are given one room: they meet at the same time."""
    seen: dict[str, DiscussionGroup] = {}
    for group in facts.dossier.delegates.discussion:
        first = seen.setdefault(fold(group.room), group) if group.room else group
        if first is not group:
            yield (
                group.at("room"),
                f"phòng {quote(group.room)} đã dành cho {quote(first.label)} ở dòng "
                f"{first.at('room').line}, mà các tổ họp cùng lúc; hãy đổi phòng của một tổ.",
            )


def _persons(dossier: Dossier) -> Iterator[Signatory | Delegate | Recipient]:
    """Everybody who signs, comes or is rewarded, by name."""
    for document in dossier.documents.documents:
        yield from document.signatories
    yield from listed(dossier.delegates.delegates)
    for award in dossier.awards.awards:
        for one in counted_in(award):
            if one.kind == "individual":
                yield from listed(one.owner.recipients)


@rule("person-name", "Họ và tên người viết bằng chữ, không có chữ số.", needs=("conference",))
def names_are_letters(facts: Facts) -> Iterator[Problem]:
    """Ensure a person's name is one: no dots kept for later, no count typed beside it.

    An invented dossier numbers its persons.
    """
    conference = facts.dossier.conference
    for person in _persons(facts.dossier):
        if not isinstance(person.name, str):
            continue
        if not any(letter.isalpha() for letter in person.name):
            yield (
                person.at("name"),
                f"{quote(person.name)} không phải họ tên; hãy viết họ và tên, "
                "chưa biết thì để cả mục lại là open.",
            )
        elif re.search(r"\d", person.name) and not conference.illustrative:
            yield (
                person.at("name"),
                f"họ tên {quote(person.name)} có chữ số; hãy chỉ viết họ và tên.",
            )
