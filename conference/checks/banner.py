"""Rules on what hangs in the hall and heads the plan: the banner's words, the place of the date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from conference.facts import Facts
from conference.findings import Severity, quote
from conference.models import Record
from conference.references import Resolver, find_references
from conference.rule import Problem, rule
from conference.wording import canonical, suspicious_characters

_MOST_WORDS = 1000
"""No banner has as many words; comparing a file gone wrong must not take minutes."""
_WORD = re.compile(r"[^\W_]+")


def _shown(text: str, resolver: Resolver) -> str | None:
    """The text as it is read; None where a reference in it leads nowhere, which is reported already."""
    known = set(resolver.names)
    for found in find_references(text):
        if found.name not in known or found.form not in ("", *resolver.forms_of(found.name)):
            return None
    shown = resolver.as_text(text)
    return None if "{" in shown else shown


def _to_type(title: str) -> str:
    """The title in capitals, the references in it as they are typed."""
    cut = re.findall(r"\{[^{}]*\}|[^{}]+", title)
    return "".join(part if part.startswith("{") else part.upper() for part in cut)


def _words(text: str) -> list[str]:
    """The words compared: case, punctuation and the position of tone marks do not count."""
    return _WORD.findall(canonical(text).casefold())


@rule(
    "banner-title",
    "Tít chữ trên phông ghi đúng tên hội nghị, đủ chữ, đúng thứ tự.",
    needs=("conference", "banner"),
)
def banner_says_the_title(facts: Facts) -> Iterator[Problem]:
    """Ensure the banner's lines, joined, hold the conference's title word for word; those of one of
    several meetings the name of the meeting.

    Only the words are compared. A hall with little room may leave out what follows the first
    semicolon, all of it.

    Source: the plan, II.5 «Tít chữ Hội nghị»: the full title in capitals, cut into lines.
    """
    conference, banner = facts.dossier.conference, facts.dossier.banner
    if banner.lines:
        title = conference.title
        yield from _not_said(facts, title, "hội nghị", banner, banner.lines)
    names = {meeting.id: meeting.name for meeting in conference.meetings}
    for of in banner.meetings:
        if of.meeting in names:
            yield from _not_said(facts, names[of.meeting], "cuộc họp", of, of.lines)


def _not_said(
    facts: Facts, typed_title: str, of_what: str, record: Record, typed_lines: list[str]
) -> Iterator[Problem]:
    resolver = facts.names
    refused = any(
        one.name.startswith(("conference.title", "unit.")) for one in find_references(typed_title)
    )  # told by title-reference
    title = None if refused else _shown(typed_title, resolver)
    lines = [_shown(line, resolver) for line in typed_lines]
    if title is None or None in lines or any(map(suspicious_characters, typed_lines)):
        return
    typed = [(word, index) for index, line in enumerate(lines) for word in _words(line or "")]
    words = [word for word, _ in typed]
    first, _, rest = title.partition(";")
    wanted = _words(title if _holds(words, _words(rest)[:2]) else first)
    if fault := _first_fault(wanted, words):
        at, missing = fault
        index = typed[min(at, len(typed) - 1)][1] if typed else 0
        yield (
            record.at("lines", index),
            f"tít chữ không ghi đúng tên {of_what}, thiếu hoặc khác ở chữ {quote(missing)}; "
            f"hãy viết cho đủ các chữ: {quote(_to_type(typed_title), 300)}.",
        )


def _holds(words: list[str], wanted: list[str]) -> bool:
    """Whether the wanted words stand there one after the other."""
    starts = range(len(words) - len(wanted) + 1)
    return any(words[start : start + len(wanted)] == wanted for start in starts)


def _first_fault(wanted: list[str], typed: list[str]) -> tuple[int, str] | None:
    """Where the typed words depart from the wanted ones, and what is missing or too much there.

    What stands before and after the wanted words is of no concern.
    """
    if _holds(typed, wanted):
        return None
    matcher = SequenceMatcher(None, wanted, typed[:_MOST_WORDS], autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal" or (kind == "insert" and i1 in (0, len(wanted))):
            continue
        words = " ".join(wanted[i1:i2] or typed[j1:j2])
        if i1 == 0:  # all before may be the committee's name: the slip is just before what is right
            return max(j2 - 1, 0), words
        return (j1 - 1 if kind == "delete" else j1), words
    return None


@rule(
    "place-committee",
    "Địa danh trước ngày tháng thường là địa danh trong tên cấp ủy.",
    needs=("conference",),
    severity=Severity.WARNING,
)
def place_matches_committee(facts: Facts) -> Iterator[Problem]:
    """Ensure the place the plan is dated at is the one its committee is named after.

    «Vĩnh Bảo, ngày … tháng …» is dated by the Huyện ủy Vĩnh Bảo. Only a warning: a province's
    papers are dated at its seat.

    Source: Hướng dẫn 36-HD/VPTW: at district level the place is the district's name.
    """
    conference = facts.dossier.conference
    names = {unit.id: unit.name for unit in facts.dossier.units.units}
    name = names.get(conference.committee)
    if (
        name
        and conference.place
        and f" {canonical(conference.place)} " not in f" {canonical(name)} "
    ):
        yield (
            conference.at("place"),
            f"địa danh {quote(conference.place)} không có trong tên cấp ủy {quote(name)}; hãy viết "
            f"địa danh như trong tên ấy, hoặc sửa mã cấp ủy {quote(conference.committee)} ở committee.",
        )
