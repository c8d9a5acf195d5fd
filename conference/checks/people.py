"""Rules on people: who signs, who is counted, who sits where, what issuing needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conference.facts import Facts
from conference.findings import quote
from conference.models import Open, listed
from conference.models.conference import Signatory
from conference.models.delegates import Delegate
from conference.rule import Problem, rule
from conference.wording import fold, nfc


@rule("signatory-chair", "Người ký thay mặt một cơ quan chủ trì hội nghị.", needs=("conference",))
def signatory_is_chair(facts: Facts) -> Iterator[Problem]:
    """Ensure the plan is signed on behalf of a body that issues it."""
    conference = facts.dossier.conference
    signatory = conference.signatory
    if signatory.on_behalf_of not in conference.chairs:
        yield (
            signatory.at("on_behalf_of"),
            f"{quote(signatory.on_behalf_of)} không có trong chairs "
            f"({', '.join(conference.chairs)}); hãy sửa mã ở đây hoặc thêm vào chairs.",
        )


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


def _seat(typed: str) -> str:
    """One way to write a seat: «h09», «H 9» and «H09» are the same chair."""
    return re.sub(r"(?<!\d)\s+|\s+(?!\d)|(?<!\d)0+(?=\d)", "", nfc(typed)).upper()


@rule("seat-twice", "Mỗi chỗ ngồi chỉ dành cho một người.")
def seats_once(facts: Facts) -> Iterator[Problem]:
    """Ensure no seat is given to two delegates, however it is typed."""
    seen: dict[str, Delegate] = {}
    for delegate in listed(facts.dossier.delegates.delegates):
        first = seen.setdefault(_seat(delegate.seat), delegate) if delegate.seat else delegate
        if first is not delegate:
            yield (
                delegate.at("seat"),
                f"chỗ {quote(delegate.seat)} đã dành cho người ở dòng {first.at('seat').line}; "
                "hãy đổi chỗ.",
            )


@rule("group-repeated", "Một đại biểu không ghi một khối hai lần.")
def groups_once(facts: Facts) -> Iterator[Problem]:
    """Ensure a delegate names each group once, so that groups count heads."""
    for delegate in listed(facts.dossier.delegates.delegates):
        for index, group in enumerate(delegate.groups):
            if group in delegate.groups[:index]:
                yield (
                    delegate.at("groups", index),
                    f"khối {quote(group)} ghi hai lần cho một người; hãy xóa một.",
                )


@rule("person-name", "Họ và tên người viết bằng chữ, không có chữ số.", needs=("conference",))
def people_bear_names(facts: Facts) -> Iterator[Problem]:
    """Ensure a person's name is one: no dots kept for later, no count typed beside it.

    Invented people are numbered.
    """
    conference = facts.dossier.conference
    people: list[Signatory | Delegate] = [conference.signatory]
    for person in (*people, *listed(facts.dossier.delegates.delegates)):
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


@rule(
    "issue-open",
    "Kế hoạch chỉ ban hành (status: issued) khi đã có số, ngày và người ký.",
    needs=("conference",),
)
def issued_is_settled(facts: Facts) -> Iterator[Problem]:
    """Ensure nothing that issuing needs is open once the plan is called issued."""
    conference = facts.dossier.conference
    if conference.document.status != "issued":
        return
    for record, key in (
        (conference.document, "number"),
        (conference.document, "date"),
        (conference.signatory, "name"),
    ):
        value = getattr(record, key)
        if isinstance(value, Open):
            title = type(record).model_fields[key].title or key
            yield (
                value.at("open"),
                f"{title} còn để open nên chưa ghi status: issued được; hãy điền {key}, "
                "hoặc ghi lại status: draft.",
            )


@rule(
    "issue-draft",
    "Kế hoạch đã ban hành (status: issued) thì không còn ghi lần dự thảo.",
    needs=("conference",),
)
def issued_is_no_draft(facts: Facts) -> Iterator[Problem]:
    """Ensure a plan is not both issued and some draft: the sheets would say the one, the data both."""
    document = facts.dossier.conference.document
    if document.status == "issued" and document.draft is not None:
        yield (
            document.at("draft"),
            f"ghi dự thảo lần {document.draft} trong khi status là issued; hãy xóa dòng draft, "
            "hoặc ghi lại status: draft.",
        )
