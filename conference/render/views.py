"""What blocks need beyond the records themselves, put together from the dossier; no HTML here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from typing import TypeVar

from conference.figures import open_values
from conference.findings import Place
from conference.models import Dossier, Open
from conference.models.people import AgendaItem, Award, AwardPart, Work
from conference.models.plan import Unit
from conference.wording import short_date

VIETNAM = timezone(timedelta(hours=7))

T = TypeVar("T")

ROWS = 500
"""How many rows one part of a long list has: more on one page is slow to read and to search."""


def numbered(entries: Sequence[T], part: int = 0) -> Iterator[tuple[int, T]]:
    """The entries with their numbers, from 1: all, or those of a part (the second: 501 to 1000)."""
    first = (part - 1) * ROWS if part else 0
    yield from enumerate(entries[first : first + ROWS if part else None], start=first + 1)


def parts(entries: Sequence[object]) -> int:
    """How many parts `numbered` can give."""
    return -(-len(entries) // ROWS)


@dataclass
class UnitWork:
    """What one unit leads and supports."""

    unit: Unit
    leads: list[Work] = field(default_factory=list)
    supports: list[Work] = field(default_factory=list)


def work_by_unit(dossier: Dossier) -> list[UnitWork]:
    """Units with work, in the order in which they are first named."""
    units = {unit.id: unit for unit in dossier.units.units}
    rows: dict[str, UnitWork] = {}
    for task in dossier.tasks.tasks:
        for work in task.works:
            rows.setdefault(task.lead, UnitWork(units[task.lead])).leads.append(work)
            for helper in work.support:
                rows.setdefault(helper, UnitWork(units[helper])).supports.append(work)
    return list(rows.values())


@dataclass(frozen=True)
class RecipientList:
    """A list of collectives, or what is known of it; `figures` begins the names of its counts."""

    id: str
    listed: Award | AwardPart
    figures: str


def recipient_lists(dossier: Dossier) -> Iterator[RecipientList]:
    """The lists of the awards, parts before the whole, in the order of the plan."""
    for award in dossier.awards.awards:
        for part in award.parts:
            yield RecipientList(f"ds-{award.id}--{part.id}", part, f"awards.{award.id}.{part.id}")
        if award.recipients is not None:
            yield RecipientList(f"ds-{award.id}", award, f"awards.{award.id}")


@dataclass(frozen=True)
class InferredRow:
    """A setting that was worked out, as it stands now, and why."""

    title: str
    shown: str
    why: str
    spot: Place


def inferred_rows(dossier: Dossier) -> list[InferredRow]:
    """What nobody wrote down and somebody has to confirm."""
    form, document = dossier.conference.form, dossier.conference.document
    owners = {"superior": form, "norm": form, "symbol": document, "date": document}
    rows = []
    for index, inferred in enumerate(form.inferred):
        setting = inferred.setting
        if owner := owners.get(setting):
            value = getattr(owner, setting)
            shown = _written(value)
            title, spot = type(owner).model_fields[setting].title, owner.at(setting)
        else:  # what many values have, each at its own line
            shown = "xem bảng Còn chưa chốt"
            title, spot = Open.model_fields[setting].title, form.at("inferred", index)
        rows.append(InferredRow(title or setting, shown, inferred.why, spot))
    return rows


def _written(value: Open | date | str) -> str:
    """A setting as it is written in papers, or what is known of it."""
    if isinstance(value, Open):
        return value.open
    return short_date(value) if isinstance(value, date) else value


@dataclass(frozen=True)
class OpenRow:
    """A value left open, with a title that says which."""

    title: str
    value: Open


def open_by_unit(dossier: Dossier) -> dict[str | None, list[OpenRow]]:
    """Everything still open under the id of the unit that settles it; None: nobody named."""
    rows: dict[str | None, list[OpenRow]] = {}
    for row in open_rows(dossier):
        rows.setdefault(row.value.settled_by, []).append(row)
    return rows


def open_rows(dossier: Dossier) -> list[OpenRow]:
    """Everything still open, in the order of the files."""
    rows = []
    for record, name, value in open_values(dossier):
        title = type(record).model_fields[name].title or name
        label = getattr(record, "label", None) or getattr(record, "title", None)
        rows.append(OpenRow(f"{title}: {label}" if label and label != title else title, value))
    return rows


@dataclass(frozen=True)
class Slot:
    """An item of the agenda with its beginning and end as ISO instants, "" while not known."""

    item: AgendaItem
    start: str = ""
    end: str = ""


def agenda_slots(dossier: Dossier) -> list[Slot]:
    """The agenda on the calendar: instants only when the day and the item's hours are settled."""
    items = dossier.agenda.items
    following = [item.start for item in items[1:]] + [dossier.agenda.ends]
    return [
        Slot(item, *_instants(dossier, item, after))
        for item, after in zip(items, following, strict=True)
    ]


def _instants(dossier: Dossier, item: AgendaItem, after: time | None) -> tuple[str, str]:
    day = dossier.conference.time.date
    if isinstance(day, Open) or item.start is None:
        return "", ""
    start = datetime.combine(day, item.start, VIETNAM)
    if item.minutes:
        end = start + timedelta(minutes=item.minutes)
    elif after:
        end = datetime.combine(day, after, VIETNAM)
    else:
        return "", ""
    return start.isoformat(), end.isoformat()
