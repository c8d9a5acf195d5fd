"""The conference as an iCalendar file (RFC 5545), only when its day is settled."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from conference.models import Dossier

ZONE = "Asia/Ho_Chi_Minh"
_ZONE_LINES = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19750613T000000",
    "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0700",
    "TZNAME:+07",
    "END:STANDARD",
    "END:VTIMEZONE",
)
_LONGEST_LINE = 75  # octets, the line end not counted

Plain = Callable[[str], str]


def calendar(dossier: Dossier, plain: Plain) -> str:
    """The file's text, lines ended by CRLF; "" while the day is open.

    `plain` resolves the references of a text. The UID stays the same when day, hours or title
    change, so that a calendar moves the entry instead of adding a second one.
    """
    if meeting_day(dossier) is None:
        return ""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Ho so hoi nghi//VI",
        "CALSCALE:GREGORIAN",
        *_ZONE_LINES,
        *_event(dossier, plain),
        "END:VCALENDAR",
    )
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def data_address(dossier: Dossier, plain: Plain) -> str:
    """The file as a data: address, which a link can offer without a server; "" while open."""
    text = calendar(dossier, plain)
    encoded = base64.b64encode(text.encode()).decode("ascii")
    return f"data:text/calendar;charset=utf-8;base64,{encoded}" if text else ""


def meeting_day(dossier: Dossier) -> date | None:
    """The day of the conference, once it is settled."""
    meeting = dossier.conference.time
    return meeting.date if meeting and isinstance(meeting.date, date) else None


def _event(dossier: Dossier, plain: Plain) -> Iterator[str]:
    """What calls the conference, its first document, says how far it has come."""
    conference = dossier.conference
    day = meeting_day(dossier)
    assert day is not None
    calling = next(iter(dossier.documents.documents), None)
    signed = calling.date if calling and isinstance(calling.date, date) else day
    stamp = datetime.combine(signed, time(0), UTC)
    yield "BEGIN:VEVENT"
    yield f"UID:hoi-nghi-{conference.committee}-{conference.year or day.year}@ho-so-hoi-nghi"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    start, end = _hours(dossier)
    if start:
        yield f"DTSTART;TZID={ZONE}:{datetime.combine(day, start):%Y%m%dT%H%M%S}"
        if end:
            yield f"DTEND;TZID={ZONE}:{datetime.combine(day, end):%Y%m%dT%H%M%S}"
    else:
        yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"SUMMARY:{_escaped(plain(conference.title))}"
    if isinstance(conference.venue, str):
        yield f"LOCATION:{_escaped(plain(conference.venue))}"
    agenda = "\n".join(plain(item.title) for item in dossier.agenda.items)
    yield f"DESCRIPTION:{_escaped(agenda)}"
    yield f"STATUS:{'TENTATIVE' if calling and calling.status == 'draft' else 'CONFIRMED'}"
    yield "END:VEVENT"


def _hours(dossier: Dossier) -> tuple[time | None, time | None]:
    """When the first item begins and the last one ends, as far as they are known."""
    if not dossier.agenda.items:
        return None, None
    first, last = dossier.agenda.items[0], dossier.agenda.items[-1]
    end = dossier.agenda.ends
    if end is None and last.start and last.minutes:
        begun = datetime.combine(datetime.min, last.start)
        end = (begun + timedelta(minutes=last.minutes)).time()
    return first.start, end


def _escaped(value: str) -> str:
    for sign in ("\\", ";", ","):
        value = value.replace(sign, f"\\{sign}")
    return value.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A long line in pieces of at most 75 octets, never cut inside a letter."""
    piece = ""
    for character in line:
        if len((piece + character).encode()) > _LONGEST_LINE:
            yield piece
            piece = " "
        piece += character
    yield piece
