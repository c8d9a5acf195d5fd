"""What texts call by name that is no number: days, hours, the period; each in the forms it is written in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time
from types import MappingProxyType

from conference import wording
from conference.figures.days import Days
from conference.figures.sittings import sittings, start_of
from conference.findings import Place
from conference.models import Dossier
from conference.models.conference import Meeting
from conference.models.record import Entry


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
    facts = [*_days(days), *_conference(dossier), *_meetings(dossier), *_agenda(dossier)]
    return MappingProxyType({fact.name: fact for fact in facts})


def _days(days: Days) -> Iterator[Said]:
    for day in days.named.values():
        title = wording.capitalised(day.title)
        yield Said(day.name, title, days.written(day.value), day.place)


def _conference(dossier: Dossier) -> Iterator[Said]:
    conference = dossier.conference
    if not conference.whole:
        return
    named = {"prose": conference.title}
    yield Said("conference.title", "Tên hội nghị", named, conference.at("title"))
    for key, title in (
        ("period", "Nhiệm kỳ, giai đoạn"),
        ("previous_period", "Nhiệm kỳ, giai đoạn trước"),
    ):
        if period := getattr(conference, key):
            first, last = period.split("-")
            forms = {"prose": f"{first} - {last}"}
            yield Said(f"conference.{key}", title, forms, conference.at(key))


def _meetings(dossier: Dossier) -> Iterator[Said]:
    conference = dossier.conference
    for number, gathering in enumerate(conference.gatherings if conference.whole else (), start=1):
        name, of, key = "conference", "họp", "time"
        if isinstance(gathering, Meeting):
            name, of, key = f"meetings.{gathering.id}", f"cuộc họp thứ {number}", "start"
            if "{" not in gathering.name:  # a name that calls something could call itself
                forms = {"prose": gathering.name}
                yield Said(f"{name}.name", f"Tên {of}", forms, gathering.at("name"))
        if start := start_of(dossier, gathering):
            forms = {"prose": wording.clock(start)}
            yield Said(f"{name}.start", f"Giờ bắt đầu {of}", forms, gathering.at(key))
        if isinstance(gathering.venue, str):
            forms = {"prose": gathering.venue}
            yield Said(f"{name}.venue", f"Địa điểm {of}", forms, gathering.at("venue"))


def _agenda(dossier: Dossier) -> Iterator[Said]:
    for sitting in sittings(dossier):
        if sitting.session:
            yield from _hours(sitting.session, sitting.start, sitting.end, "ends")
        for item in sitting.items:
            for step in (item, *item.items):
                yield from _hours(
                    step, step.start, step.until, "end" if step.ends_at else "minutes"
                )


def _hours(entry: Entry, start: time | None, end: time | None, key: str) -> Iterator[Said]:
    """When something begins, when it ends (typed under `key`), and both."""
    name = f"agenda.{entry.id}"
    if start:
        forms = {"prose": wording.clock(start)}
        yield Said(f"{name}.start", f"Giờ bắt đầu: {entry.id}", forms, entry.at("start"))
    if end:
        forms = {"prose": wording.clock(end)}
        yield Said(f"{name}.end", f"Giờ kết thúc: {entry.id}", forms, entry.at(key))
    if start and end:
        forms = {"prose": wording.clock_range(start, end)}
        yield Said(f"{name}.time", f"Từ giờ đến giờ: {entry.id}", forms, entry.at("start"))
