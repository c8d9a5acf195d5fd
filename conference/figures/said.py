"""What texts call by name that is no number: days, hours, the period; each in the forms it is written in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from conference import wording
from conference.figures.days import Days
from conference.findings import Place
from conference.models import Dossier
from conference.models.agenda import AgendaItem


@dataclass(frozen=True)
class Said:
    """A fact that is written in words.

    Attributes:
        name: what texts and pages call it by: "conference.date".
        title: Vietnamese, what it is.
        forms: form → how it is written; "prose" is the usual one. May call figures.
        place: where it was typed.
    """

    name: str
    title: str
    forms: Mapping[str, str]
    place: Place


def said_of(dossier: Dossier, days: Days) -> Mapping[str, Said]:
    """Derive what is said of a dossier.

    Returns:
        Name → what is said, read-only, in the order of the files.
    """
    facts = [*_days(days), *_conference(dossier), *_agenda(dossier)]
    return MappingProxyType({fact.name: fact for fact in facts})


def _days(days: Days) -> Iterator[Said]:
    for day in days.named.values():
        title = wording.capitalised(day.title)
        yield Said(day.name, title, days.written(day.value), day.place)


def _conference(dossier: Dossier) -> Iterator[Said]:
    conference = dossier.conference
    if not conference.whole:
        return
    title = {"prose": conference.title}
    yield Said("conference.title", "Tên hội nghị", title, conference.at("title"))
    if conference.period:
        first, last = conference.period.split("-")
        forms = {"prose": f"{first} - {last}"}
        yield Said("conference.period", "Nhiệm kỳ, giai đoạn", forms, conference.at("period"))


def _agenda(dossier: Dossier) -> Iterator[Said]:
    for item in dossier.agenda.items:
        name = f"agenda.{item.id}"
        if item.start:
            forms = {"prose": wording.clock(item.start)}
            yield Said(f"{name}.start", f"Giờ bắt đầu: {item.id}", forms, item.at("start"))
        if end := _end_of(item):
            forms = {"prose": wording.clock(end)}
            yield Said(f"{name}.end", f"Giờ kết thúc: {item.id}", forms, item.at("minutes"))


def _end_of(item: AgendaItem) -> time | None:
    """When an item ends: after its minutes, the same day."""
    if item.start is None or not item.minutes:
        return None
    end = datetime.combine(date.min, item.start) + timedelta(minutes=item.minutes)
    return end.time() if end.date() == date.min else None
