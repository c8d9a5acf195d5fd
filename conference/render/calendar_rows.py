"""The agenda and the meetings as rows, put on the calendar as far as days and hours are settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from conference.figures.days import Days
from conference.figures.sittings import Sitting, sittings, start_of
from conference.models import Dossier, Open
from conference.models.agenda import AgendaItem
from conference.models.conference import Gathering, Meeting
from conference.models.days import Moment

VIETNAM_TIME = timezone(timedelta(hours=7))


@dataclass(frozen=True)
class AgendaSlot:
    """An item of the agenda as a row.

    Attributes:
        item: the item.
        number: its number in the agenda; 0 for what is not counted.
        start, end: ISO 8601 times with offset, "" while not known.
    """

    item: AgendaItem
    number: int = 0
    start: str = ""
    end: str = ""


@dataclass(frozen=True)
class AgendaPart:
    """A session, or all of an agenda without sessions, with its rows."""

    sitting: Sitting
    slots: list[AgendaSlot]


def agenda_parts(dossier: Dossier, days: Days) -> list[AgendaPart]:
    """Put the agenda on the calendar; an item has times once the day and its own hour are settled.

    It ends at its own end, else when the next item begins or the session ends. Numbers run on from
    session to session of a meeting.
    """
    parts, number, meeting = [], 0, None
    for sitting in sittings(dossier):
        if sitting.meeting is not meeting:
            number, meeting = 0, sitting.meeting
        following = [item.start for item in sitting.items[1:]] + [sitting.ends]
        interval = days.interval(sitting.value)
        slots = []
        for item, after in zip(sitting.items, following, strict=True):
            number += item.is_counted
            times = _start_and_end(interval.day if interval else None, item, after)
            slots.append(AgendaSlot(item, number if item.is_counted else 0, *times))
        parts.append(AgendaPart(sitting, slots))
    return parts


def _start_and_end(day: date | None, item: AgendaItem, after: time | None) -> tuple[str, str]:
    end = item.until or after
    if day is None or item.start is None or end is None:
        return "", ""
    hours = (datetime.combine(day, hour, VIETNAM_TIME).isoformat() for hour in (item.start, end))
    start, until = hours
    return start, until


@dataclass(frozen=True)
class GatheringRow:
    """A meeting, or the conference that has one: when it is, and what else is known of it.

    Attributes:
        of: the record.
        name: what it is called; "" for the only one.
        value: its day as typed; None while nothing is said.
        start: its hour, where the day does not say one itself.
    """

    of: Gathering
    name: str
    value: date | Moment | Open | None
    start: time | None


def gathering_rows(dossier: Dossier) -> list[GatheringRow]:
    """Give every meeting in order; the conference itself when it has one."""
    rows = []
    for gathering in dossier.conference.gatherings:
        when = dossier.conference.time
        name, value = "", when.date if when else None
        if isinstance(gathering, Meeting):
            name, value = gathering.name, gathering.date
        has_hour = isinstance(value, Moment) and value.hour is not None
        start = None if has_hour else start_of(dossier, gathering)
        rows.append(GatheringRow(gathering, name, value, start))
    return rows
