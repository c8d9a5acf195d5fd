"""Rules on who signs and who carries an item of the agenda."""

from __future__ import annotations

from collections.abc import Iterator

from conference.checks.rule import Problem, rule
from conference.findings import quote
from conference.models import Dossier


@rule("signatory-chair", "Người ký thay mặt một cơ quan chủ trì hội nghị.", "conference")
def signatory_is_chair(dossier: Dossier) -> Iterator[Problem]:
    """Ensure the plan is signed on behalf of a body that issues it."""
    conference = dossier.conference
    signatory = conference.signatory
    if signatory.on_behalf_of not in conference.chairs:
        yield (
            signatory.at("on_behalf_of"),
            f"{quote(signatory.on_behalf_of)} không có trong chairs "
            f"({', '.join(conference.chairs)}); hãy sửa mã ở đây hoặc thêm vào chairs.",
        )
