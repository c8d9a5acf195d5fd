"""The days of a dossier by name: when each is, as far as it can be known, and how it is written."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from conference import wording
from conference.figures.sittings import sittings
from conference.findings import Place
from conference.models import Dossier, Open
from conference.models.days import Moment


@dataclass(frozen=True)
class NamedDay:
    """A day that can be called by name.

    Attributes:
        name: "conference.date", "tasks.in-giay-moi.due".
        title: Vietnamese, what day it is: «ngày họp».
        value: as typed.
        place: where it was typed.
        event: what a sentence calls it where its title says less; calls nothing.
    """

    name: str
    title: str
    value: date | Moment | Open
    place: Place
    event: str = ""


@dataclass(frozen=True)
class Interval:
    """The first and the last day it may be; `first` is None for «no later than»."""

    first: date | None
    last: date

    @property
    def day(self) -> date | None:
        """The day, if it is known to the day."""
        return self.last if self.first == self.last else None


def named_days(dossier: Dossier) -> Mapping[str, NamedDay]:
    """Every day of a dossier that texts may call and other days be counted from."""
    return {day.name: day for day in _named_days(dossier)}


def _named_days(dossier: Dossier) -> Iterator[NamedDay]:
    conference = dossier.conference
    if conference.whole and conference.time:
        time = conference.time
        yield NamedDay("conference.date", "ngày họp", time.date, time.at("date"))
    for other in dossier.facts.days:
        yield NamedDay(f"facts.{other.id}", other.title, other.date, other.at("date"))
    if conference.whole and conference.reserve:
        place = conference.at("reserve")
        yield NamedDay("conference.reserve", "ngày dự phòng", conference.reserve, place)
    for number, meeting in enumerate(conference.meetings, start=1):
        name, of = f"meetings.{meeting.id}", f"của cuộc họp thứ {number}"
        # A name that calls a day could call this one.
        place, event = meeting.at("date"), "" if "{" in meeting.name else f"ngày họp {meeting.name}"
        yield NamedDay(f"{name}.date", f"ngày họp {of}", meeting.date, place, event)
        if meeting.reserve:
            place = meeting.at("reserve")
            yield NamedDay(f"{name}.reserve", f"ngày dự phòng {of}", meeting.reserve, place)
    for number, sitting in enumerate(sittings(dossier), start=1):
        if sitting.session and sitting.value is not None:
            place = sitting.session.at("date")
            title = f"ngày của phiên thứ {number} trong chương trình"
            yield NamedDay(f"{sitting.name}.date", title, sitting.value, place)
    for number, task in enumerate(dossier.tasks.tasks, start=1):
        if task.due is not None:
            title = f"hạn của việc thứ {number} trong phân công"
            yield NamedDay(f"tasks.{task.id}.due", title, task.due, task.at("due"))
    for document in dossier.documents.documents:
        title = f"ngày ban hành {document.label}"
        yield NamedDay(f"document.{document.id}.date", title, document.date, document.at("date"))


class Days:
    """When each day is."""

    def __init__(self, named: Mapping[str, NamedDay]) -> None:
        self.named = named

    def interval(self, value: object) -> Interval | None:
        """When a day is; None while it is open, and when it is counted from one that is not known."""
        return self._interval(value, frozenset())

    def circle(self, name: str) -> bool:
        """True for a day that is counted, in the end, from itself."""
        seen: set[str] = set()
        while name not in seen:
            seen.add(name)
            value = self.named[name].value if name in self.named else None
            if not isinstance(value, Moment) or not value.base:
                return False
            name = value.base
        return True

    def _interval(self, value: object, seen: frozenset[str]) -> Interval | None:
        if isinstance(value, date):
            return Interval(value, value)
        if not isinstance(value, Moment):
            return None
        if value.day:
            return Interval(value.day, value.day)
        if value.first and value.last:
            return Interval(value.first, value.last)
        if value.no_later_than:
            return Interval(None, value.no_later_than)
        if value.year:
            return in_the_calendar(value.year, value.week, value.month, value.quarter)
        if value.base in seen or value.base not in self.named:
            return None
        whole = self.named[value.base].value
        base = self._interval(whole, seen | {value.base})
        if base and isinstance(whole, Moment) and whole.first:
            # So long before several days is before the first, so long after them after the last.
            edge = whole.first if value.before else base.last
            base = Interval(edge, edge)
        counted = base and _counted(value, base)
        return Interval(None, counted.last) if counted and value.latest else counted

    def written(self, value: date | Moment | Open) -> dict[str, str]:
        """A day in each of its forms: "prose", "short", "long", "weekday"."""
        if isinstance(value, Open):
            return dict.fromkeys(_WAYS, value.open)
        # «Chậm nhất 05 ngày trước ngày họp» is a date once the day of the meeting is one.
        counted = value
        if isinstance(value, Moment) and value.latest:
            counted = value.model_copy(update={"latest": False})
        interval = self.interval(counted)
        return {form: _written(value, interval, write, self.named) for form, write in _WAYS.items()}


def in_the_calendar(
    year: int, week: int | None = None, month: int | None = None, quarter: int | None = None
) -> Interval:
    """The days of a year, of a quarter or month of it, or of a week of that month."""
    first, last = (month, month) if month else (1, 12)
    if quarter:
        first, last = 3 * quarter - 2, 3 * quarter
    begin, end = date(year, first, 1), date(year, last, monthrange(year, last)[1])
    if week:
        # Plans count weeks by sevens or from Monday on; it may be any of those days.
        days = [begin + timedelta(days=n) for n in range((end - begin).days + 1)]
        inside = [day for day in days if week in weeks_of(day)] or days[-1:]
        begin, end = inside[0], inside[-1]
    return Interval(begin, end)


def weeks_of(day: date) -> set[int]:
    """The numbers the week of a day may have in its month: by sevens, or Monday to Sunday."""
    first = day.replace(day=1).weekday()
    return {(day.day - 1) // 7 + 1, (day.day + first - 1) // 7 + 1}


def _counted(value: Moment, base: Interval) -> Interval:
    sign = -1 if value.before else 1
    if value.days is not None:
        step = timedelta(days=sign * value.days)
        return Interval(base.first and base.first + step, base.last + step)
    count = value.working_days or 0
    return Interval(
        base.first and _working(base.first, sign, count), _working(base.last, sign, count)
    )


def _working(day: date, sign: int, count: int) -> date:
    """Count days from Monday to Friday; see `holidays_between`."""
    while count:
        day += timedelta(days=sign)
        count -= day.weekday() < 5
    return day


def holidays_between(one: date, other: date) -> list[date]:
    """The public holidays with a fixed day that fall from Monday to Friday between two days, both included.

    Those of the lunar calendar and the days off beside them are set year by year. Source: Bộ luật Lao động
    2019, Điều 112.
    """
    first, last = sorted((one, other))
    days = (date(year, *of) for year in range(first.year, last.year + 1) for of in _HOLIDAYS)
    return [day for day in days if first <= day <= last and day.weekday() < 5]


_HOLIDAYS = ((1, 1), (4, 30), (5, 1), (9, 2))


_WAYS: Mapping[str, Callable[[date], str]] = {
    "prose": lambda day: f"ngày {wording.short_date(day)}",
    "short": wording.short_date,
    "long": lambda day: wording.long_date(day.day, day.month, day.year),
    "weekday": lambda day: f"{wording.weekday(day)}, ngày {wording.short_date(day)}",
}
"""Form → how one day is written in it."""
DAY_FORMS = tuple(_WAYS)


def _written(
    value: date | Moment,
    interval: Interval | None,
    write: Callable[[date], str],
    named: Mapping[str, NamedDay],
) -> str:
    if isinstance(value, date):
        return write(value)
    hour = f"{wording.clock(value.hour)} " if value.hour else ""
    hour = f"chậm nhất {hour}" if value.latest else hour
    if value.first and value.last:
        return f"từ {hour}{_begun(value.first, value.last, write)} đến {write(value.last)}"
    if value.no_later_than:
        return f"chậm nhất {hour}{write(value.no_later_than)}"
    if value.quarter:
        return f"quý {wording.roman(value.quarter)}/{value.year}"
    if value.year:
        week = f"tuần {value.week} " if value.week else ""
        return f"{hour}{week}tháng {_month(value.month or 0)}/{value.year}"
    if interval and interval.day:
        return f"{hour}{write(interval.day)}"
    count = wording.padded(value.days if value.days is not None else value.working_days or 0)
    kind = "ngày" if value.days is not None else "ngày làm việc"
    side = "trước" if value.before else "sau"
    base = named.get(value.base)
    return f"{hour}{count} {kind} {side} {(base.event or base.title) if base else 'ngày ấy'}"


def _begun(first: date, last: date, write: Callable[[date], str]) -> str:
    """The first of several days, without what the last one says as well: «ngày 20» before «ngày 21/6/2030»."""
    written = write(first)
    if (first.year, first.month) != (last.year, last.month):
        return written
    for whole in (
        wording.short_date(last),
        wording.long_date(last.day, last.month, last.year).removeprefix("ngày "),
    ):
        written = written.removesuffix(whole[2:])
    return written


def _month(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)
