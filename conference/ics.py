"""The conference as an iCalendar file (RFC 5545), only when its day is settled."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from conference.figures.days import Days, named_days
from conference.figures.sittings import sittings
from conference.models import Dossier
from conference.models.agenda import AgendaItem
from conference.models.days import Moment
from conference.wording import canonical, slug

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

_UID_LENGTH = 16  # hexadecimal figures, 64 bits: no two conferences of a country share them

Plain = Callable[[str], str]
"""A text of the data → what a reader sees of it: references resolved, no markup."""


def calendar(dossier: Dossier, plain: Plain, changed: datetime | None = None) -> str:
    """Write the calendar file of a conference.

    A later file replaces an earlier one entry by entry: its SEQUENCE is higher (RFC 5545, 3.8.7.4).

    Args:
        dossier: The dossier, valid in all its files.
        plain: Resolves the references of a text.
        changed: When the data last changed; where nobody knows, calendars take what comes later.

    Returns:
        The file's text, lines of at most 75 octets ended by CRLF, an entry for each session or
        meeting whose day is settled; "" while there is none.
    """
    events = [line for event in _events(dossier) for line in _lines(event, dossier, plain, changed)]
    if not events:
        return ""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Ho so hoi nghi//VI",
        "CALSCALE:GREGORIAN",
        *_ZONE_LINES,
        *events,
        "END:VCALENDAR",
    )
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def data_address(dossier: Dossier, plain: Plain, changed: datetime | None = None) -> str:
    """Write the calendar file into an address that a link can offer without a server.

    Args:
        dossier: The dossier, valid in all its files.
        plain: Resolves the references of a text.
        changed: When the data last changed, as far as it is known.

    Returns:
        A `data:` address, its content in base64; "" while the day is open.
    """
    text = calendar(dossier, plain, changed)
    encoded = base64.b64encode(text.encode()).decode("ascii")
    return f"data:text/calendar;charset=utf-8;base64,{encoded}" if text else ""


def uid(dossier: Dossier, plain: Plain) -> str:
    """Name the entry of a conference in calendars.

    It is made of the committee's official name and its superior's, the year that is summed up, the
    title as it reads, and which of several conferences it is, where the data say so. So it outlives every change of day, hours, place and state, and slips of
    marks, capitals and signs in the title: a calendar moves its entry instead of adding another.
    Two conferences of one year differ in their titles or ordinals, two committees in their names; their ids in
    the data (huyen-uy) say nothing. Rule: RFC 5545, 3.8.4.7.

    Args:
        dossier: The dossier, valid in all its files.
        plain: Resolves the references of the title.

    Returns:
        The UID, globally unique, in ASCII.
    """
    conference = dossier.conference
    calling = next(iter(dossier.documents.documents), None)
    superior = calling.issuers[0].superior if calling else None
    names = {unit.id: unit.name for unit in dossier.units.units}
    committee = names.get(conference.committee, conference.committee)
    parts = (
        _same(committee),
        _same(superior) if isinstance(superior, str) else "",
        slug(plain(conference.title)),
        *([str(conference.ordinal)] if conference.ordinal else []),
    )
    digest = sha256("\n".join(parts).encode()).hexdigest()[:_UID_LENGTH]
    return f"hoi-nghi-{conference.year or ''}-{digest}@ho-so-hoi-nghi"


def _same(name: str) -> str:
    """A name as it is compared: in one spelling, whatever its capitals and spaces."""
    return " ".join(canonical(name).casefold().split())


@dataclass(frozen=True)
class _Event:
    """What makes one entry: a session, a meeting, or the whole conference.

    Attributes:
        id: what tells it from the others of the conference; "" for the only one.
        name: what is added to the title.
        day, last: the day it is, or the first and the last of several.
        start, end: its hours, as far as they are known.
        venue: where.
        items: what happens.
    """

    id: str
    name: str
    day: date
    last: date
    start: time | None
    end: time | None
    venue: object
    items: Sequence[AgendaItem]


def _events(dossier: Dossier) -> Iterator[_Event]:
    """Every session whose day is settled, and every meeting that has no session.

    What goes on for several days is one entry for all of them.
    """
    days, held = Days(named_days(dossier)), set()
    for sitting in sittings(dossier):
        session, meeting = sitting.session, sitting.meeting
        held.add(meeting.id if meeting else "")
        if span := _span(sitting.value, days):
            yield _Event(
                session.id if session else "",
                session.title if session else "",
                *span,
                sitting.start,
                sitting.end,
                (meeting or dossier.conference).venue,
                sitting.items,
            )
    conference = dossier.conference
    for meeting in conference.meetings:
        span = _span(meeting.date, days)
        if meeting.id not in held and span:
            yield _Event(meeting.id, meeting.name, *span, meeting.start, None, meeting.venue, [])
    span = _span(conference.time.date, days) if conference.time else None
    if not held and span:
        yield _Event("", "", *span, None, None, conference.venue, [])


def _span(value: object, days: Days) -> tuple[date, date] | None:
    """The first and the last day, where they are settled; a week or a month of which some day will do is not."""
    if isinstance(value, Moment) and value.first and value.last:
        return value.first, value.last
    interval = days.interval(value)
    return (interval.day, interval.day) if interval and interval.day else None


def _lines(
    event: _Event, dossier: Dossier, plain: Plain, changed: datetime | None
) -> Iterator[str]:
    """What calls the conference, its first document, says how far it has come."""
    day, start, end = event.day, event.start, event.end
    calling = next(iter(dossier.documents.documents), None)
    signed = calling.date if calling and isinstance(calling.date, date) else day
    stamp = changed.astimezone(UTC) if changed else datetime.combine(signed, time(0), UTC)
    title = dossier.conference.title
    name = uid(dossier, plain)
    yield "BEGIN:VEVENT"
    yield f"UID:{f'{event.id}.{name}' if event.id else name}"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    if changed:
        yield f"SEQUENCE:{int(changed.timestamp()) // 60}"  # minutes: fits 31 bits for long
        yield f"LAST-MODIFIED:{stamp:%Y%m%dT%H%M%SZ}"
    if event.last != day:  # its end is the day after, by RFC 5545, 3.6.1
        yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.last + timedelta(days=1):%Y%m%d}"
    elif start:
        yield f"DTSTART;TZID={ZONE}:{datetime.combine(day, start):%Y%m%dT%H%M%S}"
        if end:
            yield f"DTEND;TZID={ZONE}:{datetime.combine(day, end):%Y%m%dT%H%M%S}"
    else:
        yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"SUMMARY:{_escaped(': '.join(plain(part) for part in (event.name, title) if part))}"
    if isinstance(event.venue, str):
        yield f"LOCATION:{_escaped(plain(event.venue))}"
    agenda = "\n".join(plain(item.title) for item in event.items)
    yield f"DESCRIPTION:{_escaped(agenda)}"
    yield f"STATUS:{'TENTATIVE' if calling and calling.status == 'draft' else 'CONFIRMED'}"
    yield "END:VEVENT"


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
