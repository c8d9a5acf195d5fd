"""What blocks show beyond the records themselves, gathered from the dossier; no HTML here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from typing import TypeVar

from conference.figures import open_values
from conference.findings import Place
from conference.models import Dossier, Open
from conference.models.agenda import AgendaItem
from conference.models.awards import Award, AwardPart
from conference.models.tasks import Work
from conference.models.units import Unit
from conference.wording import short_date

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
    """What one unit leads and supports."""

    unit: Unit
    leads: list[Work] = field(default_factory=list)
    supports: list[Work] = field(default_factory=list)


def work_by_unit(dossier: Dossier) -> list[UnitWork]:
    """Gather the units with work, in the order in which the tasks first name them."""
    units = {unit.id: unit for unit in dossier.units.units}
    rows: dict[str, UnitWork] = {}
    for task in dossier.tasks.tasks:
        for work in task.works:
            rows.setdefault(task.lead, UnitWork(units[task.lead])).leads.append(work)
            for helper in work.support:
                rows.setdefault(helper, UnitWork(units[helper])).supports.append(work)
    return list(rows.values())


@dataclass(frozen=True)
class CollectiveList:
    """The collectives of an award or of a part of one, or what is known of them.

    Attributes:
        id: of its table in the page.
        award: the award or part that holds the list.
        figures: begins the names of its figures: "awards.ubnd-huyen" for …stated and …counted.
    """

    id: str
    award: Award | AwardPart
    figures: str


def collective_lists(dossier: Dossier) -> Iterator[CollectiveList]:
    """Find the lists of rewarded collectives in the order of the plan, those of parts first."""
    for award in dossier.awards.awards:
        for part in award.parts:
            yield CollectiveList(f"ds-{award.id}--{part.id}", part, f"awards.{award.id}.{part.id}")
        if award.recipients is not None:
            yield CollectiveList(f"ds-{award.id}", award, f"awards.{award.id}")


@dataclass(frozen=True)
class InferredSetting:
    """A setting nobody wrote down: how it is now (`shown`), why, and where it is typed."""

    title: str
    shown: str
    why: str
    place: Place


def inferred_settings(dossier: Dossier) -> list[InferredSetting]:
    """Find what nobody wrote down and somebody has to confirm."""
    form, document = dossier.conference.form, dossier.conference.document
    owners = {"superior": form, "norm": form, "symbol": document, "date": document}
    rows = []
    for index, inferred in enumerate(form.inferred):
        setting = inferred.setting
        if owner := owners.get(setting):
            value = getattr(owner, setting)
            shown = _written(value)
            title, place = type(owner).model_fields[setting].title, owner.at(setting)
        else:  # what many values have, each at its own line
            shown = "xem bảng Còn chưa chốt"
            title, place = Open.model_fields[setting].title, form.at("inferred", index)
        rows.append(InferredSetting(title or setting, shown, inferred.why, place))
    return rows


def _written(value: Open | date | str) -> str:
    """A setting as it is written in papers, or what is known of it."""
    if isinstance(value, Open):
        return value.open
    return short_date(value) if isinstance(value, date) else value


@dataclass(frozen=True)
class OpenValue:
    """A value left open on purpose, with a Vietnamese title that says which."""

    title: str
    value: Open


def open_by_unit(dossier: Dossier) -> dict[str | None, list[OpenValue]]:
    """Group what is still open by the id of the unit that settles it; None where none is named."""
    by_unit: dict[str | None, list[OpenValue]] = {}
    for row in titled_open_values(dossier):
        by_unit.setdefault(row.value.settled_by, []).append(row)
    return by_unit


def titled_open_values(dossier: Dossier) -> list[OpenValue]:
    """Find everything still open, in the order of the files."""
    rows = []
    for record, name, value in open_values(dossier):
        title = type(record).model_fields[name].title or name
        label = getattr(record, "label", None) or getattr(record, "title", None)
        rows.append(OpenValue(f"{title}: {label}" if label and label != title else title, value))
    return rows


@dataclass(frozen=True)
class AgendaSlot:
    """An item of the agenda; `start` and `end` are ISO 8601 times with offset, "" while not known."""

    item: AgendaItem
    start: str = ""
    end: str = ""


def agenda_slots(dossier: Dossier) -> list[AgendaSlot]:
    """Put the agenda on the calendar; an item has times once the day and its own hour are settled.

    It ends after its minutes, else when the next item begins or the conference ends.
    """
    items = dossier.agenda.items
    following = [item.start for item in items[1:]] + [dossier.agenda.ends]
    return [
        AgendaSlot(item, *_start_and_end(dossier, item, after))
        for item, after in zip(items, following, strict=True)
    ]


def _start_and_end(dossier: Dossier, item: AgendaItem, after: time | None) -> tuple[str, str]:
    day = dossier.conference.time.date
    if isinstance(day, Open) or item.start is None:
        return "", ""
    start = datetime.combine(day, item.start, VIETNAM_TIME)
    if item.minutes:
        end = start + timedelta(minutes=item.minutes)
    elif after:
        end = datetime.combine(day, after, VIETNAM_TIME)
    else:
        return "", ""
    return start.isoformat(), end.isoformat()
