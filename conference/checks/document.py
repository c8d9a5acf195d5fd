"""Rules on the plan as a document: who signs it, and what it needs to be issued."""

from __future__ import annotations

from collections.abc import Iterator

from conference.facts import Facts
from conference.findings import quote
from conference.models import Open
from conference.rule import Problem, rule


@rule("signatory-chair", "Người ký thay mặt một cơ quan chủ trì hội nghị.", needs=("conference",))
def signatory_is_chair(facts: Facts) -> Iterator[Problem]:
    """Ensure the plan is signed on behalf of a body that issues it.

    Source: Hướng dẫn 36-HD/VPTW: a committee is collective, a member signs for it (T/M).
    """
    conference = facts.dossier.conference
    signatory = conference.signatory
    if signatory.on_behalf_of not in conference.chairs:
        yield (
            signatory.at("on_behalf_of"),
            f"{quote(signatory.on_behalf_of)} không có trong chairs "
            f"({', '.join(conference.chairs)}); hãy sửa mã ở đây hoặc thêm vào chairs.",
        )


@rule(
    "issue-open",
    "Kế hoạch chỉ ban hành (status: issued) khi đã có số, ngày và người ký.",
    needs=("conference",),
)
def issued_is_settled(facts: Facts) -> Iterator[Problem]:
    """Ensure nothing that issuing needs is open once the plan is called issued.

    Source: the components of Hướng dẫn 36-HD/VPTW: number, day, name of the signer.
    """
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
    """Ensure a plan is not both issued and some draft: its papers would say the one, the data both."""
    document = facts.dossier.conference.document
    if document.status == "issued" and document.draft is not None:
        yield (
            document.at("draft"),
            f"ghi dự thảo lần {document.draft} trong khi status là issued; hãy xóa dòng draft, "
            "hoặc ghi lại status: draft.",
        )
