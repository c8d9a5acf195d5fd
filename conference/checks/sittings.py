"""Rules on sessions: their head against their first row and their meeting, their days, order and chairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import time

from conference.facts import Facts
from conference.figures.sittings import Sitting, sittings
from conference.findings import Severity, quote
from conference.models.agenda import AgendaItem, Step
from conference.models.conference import Gathering, Meeting
from conference.models.days import Moment
from conference.models.record import Entry
from conference.models.values import Open
from conference.rule import Problem, rule
from conference.wording import HALVES, clock, short_date

_HALF = re.compile(
    r"(?<!\w)(?:buổi|phiên|họp|làm việc) (sáng|trưa|chiều|tối)(?=\s*(?:$|[.,:;({]|ngày|thứ|chủ nhật))",
    re.IGNORECASE,
)
_CHAIRS = re.compile(
    r"(?<!\w)(?:chủ trì|chủ toạ|chủ tọa)(?!, phối hợp)"
    r"(?=\s*(?:$|[.,;:]|hội nghị|đại hội|cuộc họp|buổi họp|phiên))",
    re.IGNORECASE,
)


@rule("agenda-head", "Giờ ở đầu phiên trùng giờ của mục đầu; giờ của cuộc họp trùng phiên đầu.")
def heads_agree(facts: Facts) -> Iterator[Problem]:
    """Ensure a head says the hour of the first row; people may be received before it.

    Source: programmes whose session is headed 15h00 while its first row begins 14h45.
    """
    begun: set[str] = set()
    for sitting in sittings(facts.dossier):
        rows = _first_rows(sitting.items)
        session = sitting.session
        if session and session.start:
            yield from _head(session, session.start, rows, "phiên")
            rows = [(session.start, session)]
        meeting = sitting.meeting
        if meeting and meeting.id not in begun:
            begun.add(meeting.id)
            if meeting.start:
                yield from _head(meeting, meeting.start, rows, "cuộc họp")


def _first_rows(items: list[AgendaItem]) -> list[tuple[time, Entry]]:
    """The hours at which a sitting may be said to begin: of its first row, and after the reception."""
    rows: list[tuple[time, Entry]] = []
    for item in items:
        if item.start:
            rows.append((item.start, item))
        if item.kind != "reception":
            break
    return rows


def _head(head: Entry, start: time, rows: list[tuple[time, Entry]], what: str) -> Iterator[Problem]:
    if rows and start not in [hour for hour, _ in rows]:
        hour, row = rows[-1]
        yield (
            head.at("start"),
            f"{what} ghi {clock(start)} nhưng {quote(row.id)} ở dòng {row.at('start').line} bắt đầu "
            f"{clock(hour)}; hãy sửa start thành {clock(hour)}, hoặc sửa dòng kia thành {clock(start)}.",
        )


@rule("agenda-day", "Phiên diễn ra trong những ngày của cuộc họp.")
def sessions_in_their_days(facts: Facts) -> Iterator[Problem]:
    """Ensure a session has one of its meeting's days; when there are several, it says which."""
    for sitting in sittings(facts.dossier):
        session, meeting = sitting.session, sitting.meeting
        if session is None or not facts.whole("conference"):
            continue
        whole = facts.dossier.conference.time
        value = meeting.date if meeting else whole.date if whole else None
        days, day = facts.days.interval(value), facts.days.interval(sitting.value)
        if not days or not days.first or not day:
            continue
        between = f"từ {short_date(days.first)} đến {short_date(days.last)}"
        if days.day:
            between = short_date(days.day)
        if session.date is None:
            if not days.day and getattr(value, "first", None):
                yield (
                    session.at("id"),
                    f"phiên {quote(session.id)} chưa có ngày trong khi họp {between}; hãy thêm dòng "
                    f"date: {short_date(days.first)}, hoặc một ngày khác trong đó.",
                )
        elif (day.first or day.last) < days.first or day.last > days.last:
            right = days.first if day.last < days.first else days.last
            yield (
                session.at("date"),
                f"phiên ghi ngày {short_date(day.last)}, ngoài ngày họp ({between}); "
                f"hãy sửa thành {short_date(right)}, hoặc sửa ngày họp.",
            )


@rule(
    "agenda-window",
    "Ngày đầu và ngày cuối của những ngày họp đều có phiên trong chương trình.",
    severity=Severity.WARNING,
)
def days_have_sessions(facts: Facts) -> Iterator[Problem]:
    """Ensure a meeting of several days begins and ends with a session, once all its sessions have days."""
    if not facts.whole("conference", "agenda"):
        return
    conference = facts.dossier.conference
    meetings: Sequence[Meeting | None] = conference.meetings or [None]
    for meeting in meetings:
        value = meeting.date if meeting else conference.time and conference.time.date
        own = [one.session for one in sittings(facts.dossier) if one.meeting == meeting]
        days = [facts.days.interval(session.date) if session else None for session in own]
        met = {day.day for day in days if day and day.day}
        if not isinstance(value, Moment) or not value.first or not value.last:
            continue
        if not met or any(day is None or day.day is None for day in days):
            continue
        for key, day in (("first", value.first), ("last", value.last)):
            if day not in met:
                yield (
                    value.at(key),
                    f"ngày họp {short_date(day)} không có phiên nào trong chương trình; hãy thêm phiên, "
                    f"hoặc sửa ngày này thành {short_date(min(met) if key == 'first' else max(met))}.",
                )


@rule("agenda-order", "Các phiên ghi theo thứ tự diễn ra, phiên trước xong mới đến phiên sau.")
def sessions_in_order(facts: Facts) -> Iterator[Problem]:
    """Ensure sessions come in the order of their days and hours and do not overlap."""
    before: Sitting | None = None
    for sitting in sittings(facts.dossier):
        day = facts.days.interval(sitting.value)
        reached = facts.days.interval(before.value) if before else None
        if before and sitting.session and day and reached and day.day and reached.day:
            if day.day < reached.day:
                yield (
                    sitting.session.at("date"),
                    f"phiên này ngày {short_date(day.day)}, trước phiên ở trên "
                    f"({short_date(reached.day)}); hãy sửa ngày, hoặc đổi thứ tự hai phiên.",
                )
            elif day.day == reached.day:
                yield from _too_early(sitting, before)
        before = sitting if day else before


def _too_early(sitting: Sitting, before: Sitting) -> Iterator[Problem]:
    """A session of the same day begins when the one before has ended."""
    hour = before.end or before.start
    if sitting.start and hour and sitting.start < hour:
        place = sitting.items[0].at("start")
        if sitting.session and sitting.session.start:
            place = sitting.session.at("start")
        yield (
            place,
            f"phiên này bắt đầu {clock(sitting.start)} trong khi phiên ở trên đến {clock(hour)}; "
            f"hãy sửa thành {clock(hour)} hoặc muộn hơn, hoặc đổi thứ tự hai phiên.",
        )


@rule("agenda-half", "Phiên tên là buổi sáng thì bắt đầu buổi sáng, buổi chiều thì buổi chiều.")
def halves_agree(facts: Facts) -> Iterator[Problem]:
    """Ensure the hour of a session is in the part of the day that its title names."""
    for sitting in sittings(facts.dossier):
        session, start = sitting.session, sitting.start
        if session is None or start is None or not (half := _HALF.search(session.title)):
            continue
        first, last = HALVES[half[1].lower()]
        if not first <= start <= last:
            typed = session.at("start") if session.start else session.items[0].at("start")
            yield (
                session.at("title"),
                f"tên phiên ghi {quote(half[0])} nhưng phiên bắt đầu {clock(start)} (dòng {typed.line}); "
                "hãy sửa tên phiên, hoặc sửa giờ.",
            )


@rule(
    "agenda-chair",
    "Mục chủ trì trong chương trình giao đúng người chủ trì ghi trong conference.yml.",
    needs=("conference",),
)
def chairs_agree(facts: Facts) -> Iterator[Problem]:
    """Ensure whoever chairs in the agenda is one of those who chair the meeting.

    Source: plans that name one chair in a section and another one in the programme.
    """
    conference = facts.dossier.conference
    for sitting in sittings(facts.dossier):
        gatherings: list[Gathering] = [conference]
        if sitting.meeting:
            gatherings.insert(0, sitting.meeting)
        chairs = {
            doer.unit: gathering.at(key)
            for gathering in reversed(gatherings)
            for key in ("presidium", "chairs")
            for doer in getattr(gathering, key)
            if doer.unit
        }
        for item in sitting.items:
            for step in (item, *item.items):
                units = _units_of(step)
                if chairs and units and units.isdisjoint(chairs) and _CHAIRS.search(step.title):
                    *_, (named, at) = chairs.items()
                    yield (
                        step.at("responsible" if step.responsible else "doers"),
                        f"mục này giao {quote(min(units))} chủ trì, trong khi {at.file}:{at.line} ghi "
                        f"{quote(named)}; hãy sửa một trong hai.",
                    )


def _units_of(step: Step) -> set[str]:
    """The units that do something, as far as that is settled."""
    done_by = step.done_by
    return set() if isinstance(done_by, Open) else {one.unit for one in done_by if one.unit}
