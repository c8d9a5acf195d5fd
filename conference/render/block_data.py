"""What blocks show beyond the records themselves, gathered from the dossier; no HTML here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from typing import TypeVar

from conference.figures import open_values
from conference.figures.days import Days
from conference.figures.sittings import Sitting, sittings, start_of
from conference.findings import Place
from conference.models import Dossier, Open, Record, listed
from conference.models.agenda import AgendaItem
from conference.models.awards import Counted, counted_in
from conference.models.conference import Gathering, Meeting
from conference.models.days import Moment
from conference.models.tasks import Work
from conference.regimes import REGIMES
from conference.wording import canonical, short_date

VIETNAM_TIME = timezone(timedelta(hours=7))

T = TypeVar("T")

ROWS_PER_PART = 500
"""How many rows one part of a long list has: more on one page is slow to read and to search."""


def numbered(entries: Sequence[T], part: int = 0) -> Iterator[tuple[int, T]]:
    """Number the entries of a list from 1.

    Args:
        entries: the list.
        part: which part of it, from 1 (the second: 501 to 1000); 0 for all.
    """
    first = (part - 1) * ROWS_PER_PART if part else 0
    yield from enumerate(entries[first : first + ROWS_PER_PART if part else None], start=first + 1)


def part_count(entries: Sequence[object]) -> int:
    """Count the parts of a list; 0 for an empty one."""
    return -(-len(entries) // ROWS_PER_PART)


@dataclass
class UnitWork:
    """What one unit, post or person leads and supports.

    Attributes:
        name: what it is called; a post may call units and figures.
        unit_id: the id of the unit; "" for a post or a person.
        leads: what it leads.
        supports: what it helps with.
    """

    name: str
    unit_id: str = ""
    leads: list[Work] = field(default_factory=list)
    supports: list[Work] = field(default_factory=list)


def work_by_unit(dossier: Dossier) -> list[UnitWork]:
    """Gather who has work, in the order in which the tasks first name them."""
    units = {unit.id: unit.name for unit in dossier.units.units}
    rows: dict[str, UnitWork] = {}
    for task in dossier.tasks.tasks:
        for work in task.works:
            words = task.post or task.person or ""
            leader = UnitWork(units[task.lead], task.lead) if task.lead else UnitWork(words)
            rows.setdefault(task.lead or words, leader).leads.append(work)
            for helper in work.support:
                rows.setdefault(helper, UnitWork(units[helper], helper)).supports.append(work)
    return list(rows.values())


def recipient_lists(dossier: Dossier) -> Iterator[tuple[str, Counted]]:
    """Find the lists of the rewarded in the order of the plan, each with the id of its table."""
    for award in dossier.awards.awards:
        for one in counted_in(award):
            if one.owner.recipients is not None:
                part = "" if one.owner is award else f"--{one.owner.id}"
                yield f"ds-{award.id}{part}", one


def discussion_labels(dossier: Dossier) -> dict[str, str]:
    """The discussion groups by id, where the list of delegates says who sits in which; else none."""
    if not any(delegate.discussion for delegate in listed(dossier.delegates.delegates)):
        return {}
    return {group.id: group.label for group in dossier.delegates.discussion}


def awards_are_counts(dossier: Dossier) -> bool:
    """True when every award and every part of one has a number, so that bars can show them."""
    awards = dossier.awards.awards
    stated = [award.stated for award in awards]
    stated += [part.stated for award in awards for part in award.parts]
    return all(isinstance(value, int) for value in stated)


def named_under(name: str, superior: str | Open | None) -> str:
    """A body as a head names it below its superior: «Ban Dân vận», under «Huyện ủy Minh Họa».

    Source: the heads of Hướng dẫn 36-HD/VPTW, which say the superior once.
    """
    if not isinstance(superior, str):
        return name
    begins = len(name) - len(superior)
    same = canonical(name[begins:]).casefold() == canonical(superior).casefold()
    return name[:begins].rstrip() if begins > 1 and same else name


@dataclass(frozen=True)
class InferredSetting:
    """A setting nobody wrote down: how it is now (`shown`), why, and where it is typed."""

    title: str
    shown: str
    why: str
    place: Place


def inferred_settings(dossier: Dossier) -> list[InferredSetting]:
    """Find what nobody wrote down and somebody has to confirm."""
    rows = []
    for document in dossier.documents.documents:
        issuer = document.issuers[0]
        owners: dict[str, Record] = {"superior": issuer, "regime": document}
        owners |= {"symbol": document, "date": document}
        for index, inferred in enumerate(document.inferred):
            setting = inferred.setting
            if owner := owners.get(setting):
                title, place = type(owner).model_fields[setting].title, owner.at(setting)
                shown = _shown(setting, getattr(owner, setting))
            else:  # what many values have, each at its own line
                title, place = Open.model_fields[setting].title, document.at("inferred", index)
                shown = "xem bảng Việc chưa chốt"
            rows.append(InferredSetting(title or setting, shown, inferred.why, place))
    return rows


def _shown(setting: str, value: object) -> str:
    if isinstance(value, Open):
        return value.open
    if isinstance(value, date):
        return short_date(value)
    return REGIMES[str(value)].title if setting == "regime" else str(value)


@dataclass(frozen=True)
class OpenValue:
    """A value left open on purpose, with a Vietnamese title that says which."""

    what: str
    value: Open
    of: str = ""
    """Which of several it is of, such as a group; "" for what there is one of."""

    @property
    def title(self) -> str:
        """What it is, and of which."""
        return f"{self.what}: {self.of}" if self.of else self.what


def open_by_unit(dossier: Dossier) -> dict[str | None, list[list[OpenValue]]]:
    """Group what is still open by the id of the unit that settles it; None where none is named.

    What is said of several in the same words, such as of each group «chưa phân bổ», is one list.
    """
    by_unit: dict[str | None, dict[tuple[str, str], list[OpenValue]]] = {}
    for row in titled_open_values(dossier):
        alike = by_unit.setdefault(row.value.settled_by, {})
        alike.setdefault((row.what, row.value.open), []).append(row)
    return {unit: list(alike.values()) for unit, alike in by_unit.items()}


def titled_open_values(dossier: Dossier) -> list[OpenValue]:
    """Find everything still open, in the order of the files."""
    rows = []
    for record, name, value in open_values(dossier):
        title = type(record).model_fields[name].title or name
        label = getattr(record, "label", None) or getattr(record, "title", None)
        rows.append(OpenValue(title, value, label if label and label != title else ""))
    return rows


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
