"""Facts of the data that equal a typed day, hour, sum or percentage, and may be what it means.

Unlike a count, such a number has no noun beside it that says so: the same day ends one term and begins
another. So these are told with what they are and what a call would print, for whoever typed the number
to choose; they are no proposal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, time
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from conference.facts import Facts
from conference.figures.days import Interval
from conference.findings import quote
from conference.guard.shapes import Shape, TypedNumber
from conference.models.days import Moment
from conference.pages.notation import Notation
from conference.wording import clock, parse_clock

_DASH = re.compile(r"\s?[-–—]\s?")
_MOST = 2
"""So many are told: more are no help."""
_UNITS = {Shape.PERCENT: "%", Shape.MONEY: "đồng"}
_UNIT = re.compile(r"\s*(?:%|phần trăm|đồng|đ)$")
_SUM = re.compile(r"([0-9]+(?:\.[0-9]{3})*(?:,[0-9]+)?)\s*(nghìn|ngàn|triệu|tỷ|tỉ)?")
_TIMES = {"": 1, "nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_DAYS = re.compile(r"\s*ngày(?! làm việc)(?!\w)")


class Alike(NamedTuple):
    """A fact that equals a typed number: what it is, in Vietnamese, and how it is called."""

    title: str
    name: str
    form: str = ""
    unit: str = ""
    """What was typed with the number and stays behind the call."""
    instead: str = "gọi"
    """How the call comes to stand there, where it prints more than what was typed."""


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
            f"{one.title} thì {one.instead} {quote(call + one.unit)}, in ra {quote(printed + one.unit)}"
        )
    return "; ".join(told)


def _alike(number: TypedNumber, text: str, facts: Facts) -> Iterator[Alike]:
    match number.shape:
        case Shape.DAY if day := parsed_day(number.text):
            yield from _days(day, number, text, facts)
        case Shape.CLOCK if facts.whole("agenda"):
            yield from _hours([parsed_clock(one) for one in _DASH.split(number.text)], facts)
        case Shape.PERCENT | Shape.MONEY:
            behind = _UNIT.search(number.text)
            value = _amount(_UNIT.sub("", number.text))
            for fact in facts.dossier.facts.quantities:
                if value == fact.value and fact.noun == _UNITS[number.shape]:
                    unit = behind[0] if behind else ""
                    yield Alike(quote(fact.title), f"facts.{fact.id}", unit=unit)
        case Shape.MEASURE if _DAYS.match(text, number.end):
            days = facts.figures.get("conference.days")
            if days and days.value == number.value:
                form = "words" if number.text.islower() else ""
                yield Alike("số ngày họp", days.name, form)


def _amount(typed: str) -> Decimal | None:
    """A sum as a number: «650 triệu», «2,5 tỷ», «120.000.000»; None for what is written otherwise."""
    found = _SUM.fullmatch(typed.strip())
    if found is None:
        return None
    return Decimal(found[1].replace(".", "").replace(",", ".")) * _TIMES[found[2] or ""]


def _days(day: date, number: TypedNumber, text: str, facts: Facts) -> Iterator[Alike]:
    """The days of the data that may be meant, each way it is written once."""
    before = text[max(0, number.start - 60) : number.start]
    form = "short" if re.search(r"(?i)(?<!\w)ngày\s*$", before) else ""
    seen: set[str] = set()
    for one in sorted(
        facts.days.named.values(), key=lambda one: not one.name.startswith("conference.")
    ):
        interval, value = facts.days.interval(one.value), one.value
        printed = facts.days.written(value)["prose"]
        if printed in seen or interval is None:
            continue
        if interval.day == day and not (isinstance(value, Moment) and value.hour):
            yield Alike(one.title, one.name, form)
        elif whole := _said_whole(value, interval, number, text):
            yield Alike(one.title, one.name, instead=f"thay cả {quote(whole)} bằng")
        elif isinstance(value, Moment) and day in (
            value.day,
            value.first,
            value.last,
            value.no_later_than,
        ):
            yield Alike(one.title, one.name, instead="viết lại câu để gọi")
        else:
            continue
        seen.add(printed)


def _said_whole(value: object, interval: Interval, number: TypedNumber, text: str) -> str:
    """The words round a day that say as much as a fact of which it is a bound: «từ 02 đến ngày 20/5/2030».

    A day alone is less than several, and «trước ngày 20/5» is none of «chậm nhất ngày 20/5».
    """
    first, last = interval.first, interval.last
    if parsed_day(number.text) != last or not isinstance(value, Moment):
        return ""
    hour = rf"(?:{clock(value.hour)},?\s+)" if value.hour else ""
    if first is None:
        begin = rf"(?:chậm|muộn)\s+nhất(?:\s+(?:là|vào|đến))?\s+{hour}"
    elif first == last:
        begin = hour
    elif value.first:
        days = "|".join(
            f"0?{first:%-d}{rest}" for rest in (f"/0?{first:%-m}/{first:%Y}", f"/0?{first:%-m}", "")
        )
        begin = rf"(?:từ\s+)?{hour}(?:ngày\s+)?(?:{days})(?:\s+đến\s+|\s*[-–]\s*)"
    else:
        return ""
    before = text[max(0, number.start - 80) : number.start]
    found = re.search(rf"(?i)(?<!\w){begin}(?:hết\s+)?(?:ngày\s+)?$", before)
    return found[0] + number.text if found else ""


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
