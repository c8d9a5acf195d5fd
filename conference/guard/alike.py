"""Facts of the data that equal a typed day, hour, sum or percentage, and may be what it means.

Unlike a count, such a number has no noun beside it that says so: the same day ends one term and begins
another. So these are told with what they are and what a call would print, for whoever typed the number
to choose; they are no proposal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, time
from itertools import islice
from typing import NamedTuple

from conference.facts import Facts
from conference.figures.days import NamedDay
from conference.findings import quote
from conference.guard.shapes import Shape, TypedNumber
from conference.models.days import Moment
from conference.pages.mistyped_calls import Notation
from conference.wording import clock, parse_clock

_DASH = re.compile(r"\s?[-–—]\s?")
_MOST = 2
"""So many are told: more are no help."""
_UNITS = {Shape.PERCENT: "%", Shape.MONEY: "đồng"}
_UNIT = re.compile(r"\s*(?:%|phần trăm|đồng|đ)$")
_DAYS = re.compile(r"\s*ngày(?! làm việc)(?!\w)")


class Alike(NamedTuple):
    """A fact that equals a typed number: what it is, in Vietnamese, and how it is called."""

    title: str
    name: str
    form: str = ""
    unit: str = ""
    """What was typed with the number and stays behind the call."""


def said_alike(number: TypedNumber, text: str, facts: Facts, notation: Notation) -> str:
    """Say in Vietnamese which facts a number may be and how each is called; "" for none.

    Args:
        number: what was typed.
        text: the text it stands in.
        facts: what is known.
        notation: how a fact is called there.
    """
    told = []
    # A fact of a file with a fault may be there and have no name yet.
    known = (one for one in _alike(number, text, facts) if one.name in facts.names.names)
    for one in islice(known, _MOST):
        colon = f":{one.form}" if one.form else ""
        printed = facts.names.as_text(f"{{{one.name}{colon}}}")
        call = notation.name(one.name, one.form)
        told.append(
            f"{one.title} thì gọi {quote(call + one.unit)}, in ra {quote(printed + one.unit)}"
        )
    return "; ".join(told)


def _alike(number: TypedNumber, text: str, facts: Facts) -> Iterator[Alike]:
    match number.shape:
        case Shape.DAY if day := parsed_day(number.text):
            yield from _days(day, text[max(0, number.start - 10) : number.start], facts)
        case Shape.CLOCK if facts.whole("agenda"):
            yield from _hours([parsed_clock(one) for one in _DASH.split(number.text)], facts)
        case Shape.PERCENT | Shape.MONEY:
            behind = _UNIT.search(number.text)
            value = re.sub(r"[.\s]", "", _UNIT.sub("", number.text))
            for fact in facts.dossier.facts.quantities:
                if value == str(fact.value) and fact.noun == _UNITS[number.shape]:
                    unit = behind[0] if behind else ""
                    yield Alike(quote(fact.title), f"facts.{fact.id}", unit=unit)
        case Shape.MEASURE if _DAYS.match(text, number.end):
            days = facts.figures.get("conference.days")
            if days and days.value == number.value:
                form = "words" if number.text.islower() else ""
                yield Alike("số ngày họp", days.name, form)


def _days(day: date, before: str, facts: Facts) -> Iterator[Alike]:
    """The days of the data that may be meant, each way it is written once."""
    form = "short" if re.search(r"(?i)(?<!\w)ngày\s*$", before) else ""
    found = [one for one in facts.days.named.values() if _may_be(one, day, facts)]
    seen: set[str] = set()
    for one in sorted(found, key=lambda one: not one.name.startswith("conference.")):
        printed = facts.days.written(one.value)["prose"]
        if printed not in seen:
            yield Alike(one.title, one.name, form)
        seen.add(printed)


def _hours(typed: Sequence[time | None], facts: Facts) -> Iterator[Alike]:
    """What begins or ends at an hour, or goes on from one to another; sessions first."""
    agenda = facts.dossier.agenda
    said = facts.names.said
    entries = [*agenda.sessions, *agenda.all_items, *(s for i in agenda.all_items for s in i.items)]
    whole = " - ".join(clock(hour) for hour in typed if hour)
    for entry in entries if None not in typed else ():
        for key, what in (("start", "giờ bắt đầu"), ("end", "giờ kết thúc"), ("time", "giờ")):
            fact = said.get(f"agenda.{entry.id}.{key}")
            if fact and fact.forms["prose"] == whole:
                yield Alike(f"{what} của {quote(entry.id)}", fact.name)


def _may_be(one: NamedDay, day: date, facts: Facts) -> bool:
    """Whether a day is meant by another one's name: it is that day, or the first or last of several."""
    value = one.value
    if isinstance(value, Moment) and day in (value.first, value.last, value.no_later_than):
        return True
    interval = facts.days.interval(value)
    return interval is not None and interval.day == day


def parsed_day(typed: str) -> date | None:
    """The day that was typed in digits, with its year; else None."""
    numbers = re.findall(r"[0-9]+", typed)
    if len(numbers) != 3 or len(numbers[2]) != 4:
        return None
    try:
        return date(int(numbers[2]), int(numbers[1]), int(numbers[0]))
    except ValueError:
        return None


def parsed_clock(typed: str) -> time | None:
    """The hour that was typed; None for a range, and for what is none."""
    try:
        return parse_clock(typed)
    except ValueError:
        return None
