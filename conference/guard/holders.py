"""Whose congress or term a sentence speaks of: the conference's own body, or another."""

from __future__ import annotations

import re

from conference.facts import Facts
from conference.wording import fold

_TERM_OF = re.compile(r"(?:huyện|thành|tỉnh|quận|thị|đảng) ủy", re.IGNORECASE)
_OTHER_HOLDERS = re.compile(r"\b(?:quoc|hdnd|hoi dong|doan|uong|tw)\b")
"""Folded words of bodies that have terms of their own: Quốc hội, Hội đồng, Đoàn, Trung ương."""


_BODY = re.compile(
    r"(?<!\w)(?:toan quoc|quoc hoi|trung uong|cap tren|(?:toan )?(?:tinh|huyen|quan|xa|phuong|thi tran|thanh pho)"
    r"|dang bo|doan thanh nien|tncs|phu nu|nong dan|cuu chien binh|cong doan|mat tran|hdnd|hoi dong nhan dan)(?!\w)"
)
"""Folded words that say whose congress or term is meant: of which level, of which organisation."""
_CLAUSE_END = re.compile(r"[.;:]\s")


class Holders:
    """The bodies that a conference is of, as texts name them."""

    def __init__(self, facts: Facts) -> None:
        self._committee = _committee_of(facts)
        self._own_words = _own_bodies(facts)

    def is_our_term(self, text: str, start: int, end: int) -> bool:
        """Whether the body whose term is told is that of the conference."""
        beside = fold(text[max(0, start - 60) : start] + " " + text[end : end + 30])
        if _OTHER_HOLDERS.search(beside):
            return False
        return any(holder in beside for holder in self._committee)

    def is_anothers(self, text: str, at: int) -> bool:
        """Whether what stands before a place names a body of another level or kind than the conference's own."""
        before = fold(_CLAUSE_END.split(text[max(0, at - 100) : at])[-1])
        return any(found[0] not in self._own_words for found in _BODY.finditer(before))


def _own_bodies(facts: Facts) -> frozenset[str]:
    """Those words of _BODY that the title and the committee of the conference hold themselves."""
    if not facts.whole("conference", "units"):
        return frozenset()
    conference = facts.dossier.conference
    own = [unit.name for unit in facts.dossier.units.units if unit.id == conference.committee]
    said = fold(" ; ".join([conference.title, *own, *(one.name for one in conference.meetings)]))
    return frozenset(found[0] for found in _BODY.finditer(said))


def _committee_of(facts: Facts) -> tuple[str, ...]:
    """How texts name the body whose term the conference's is, folded."""
    if not facts.whole("conference", "units") or not facts.dossier.conference.committee:
        return ()
    committee = facts.dossier.conference.committee
    for unit in facts.dossier.units.units:
        if unit.id == committee:
            names = tuple(fold(name) for name in (unit.name, unit.short) if name)
            return (*names, "dang bo") if _TERM_OF.search(unit.name) else names
    return ()
