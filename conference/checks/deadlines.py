"""Rules on days: issue and deadlines before the conference, days counted from others."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from conference.checks.calendar import begun_by, last_day
from conference.facts import Facts
from conference.figures.days import holidays_between
from conference.findings import Place, Severity, did_you_mean, quote
from conference.models.days import Moment
from conference.rule import Problem, rule
from conference.wording import short_date


def _deadlines(facts: Facts, *, after: bool = False) -> Iterator[tuple[Place, date]]:
    """The last day of every deadline, as far as it is known; those after the meeting apart."""
    for record in facts.dossier.walk():
        if getattr(record, "after_meeting", False) != after:
            continue
        for key in type(record).model_fields.keys() & {"by", "due"}:
            if interval := facts.days.interval(getattr(record, key, None)):
                yield record.at(key), interval.last


@rule(
    "document-late",
    "Ngày ban hành không sau ngày họp.",
    needs=("conference",),
)
def issued_before(facts: Facts) -> Iterator[Problem]:
    """Ensure no document that prepares the conference is dated after it."""
    day = begun_by(facts)
    for document in facts.dossier.documents.documents:
        if day and isinstance(document.date, date) and document.date > day:
            yield (
                document.at("date"),
                f"ngày ban hành {short_date(document.date)} sau ngày họp {short_date(day)}; "
                "hãy sửa một trong hai.",
            )


@rule("deadline-late", "Hạn của mọi việc phải trước ngày họp.", needs=("conference",))
def deadlines_before(facts: Facts) -> Iterator[Problem]:
    """Ensure everything is due before the conference, as far as its day is known; what follows it, after."""
    day, end = begun_by(facts), last_day(facts)
    if day is None or end is None:
        return
    for place, due in _deadlines(facts):
        if due >= day:
            yield (
                place,
                f"hạn {short_date(due)} không trước ngày họp (muộn nhất là {short_date(day)}); hãy sửa "
                "hạn cho sớm hơn; việc sau hội nghị thì thêm dòng after_meeting: true.",
            )
    for place, due in _deadlines(facts, after=True):
        if due <= end:
            yield (
                place,
                f"hạn {short_date(due)} không sau ngày họp {short_date(end)}; hãy sửa hạn, hoặc xóa dòng "
                "after_meeting.",
            )


@rule("day-unknown", "Ngày tính theo một ngày khác thì ngày ấy phải có, và không tính vòng quanh.")
def days_lead_somewhere(facts: Facts) -> Iterator[Problem]:
    """Ensure a day is counted from one there is, and in the end not from itself."""
    days = facts.days
    for record in facts.dossier.walk():
        if not isinstance(record, Moment) or not record.base:
            continue
        place = record.at("before" if record.before else "after")
        if record.base in days.named:
            if days.circle(record.base):
                message = "hai ngày tính theo nhau thành vòng; hãy ghi hẳn một ngày."
                yield place, f"{quote(record.base)}: {message}"
        elif facts.names.can_judge(record.base):
            hint = did_you_mean(record.base, days.named)
            there = ", ".join(list(days.named)[:8])
            yield (
                place,
                f"không có ngày nào tên là {quote(record.base)}.{hint} Chỉ có: {there}.",
            )


@rule(
    "day-holiday",
    "Ngày làm việc đếm qua ngày nghỉ lễ thì ghi hẳn ngày: máy chỉ trừ thứ Bảy, Chủ nhật.",
)
def working_days_without_holidays(facts: Facts) -> Iterator[Problem]:
    """Ensure no working day is counted that is a public holiday: the day that comes of it would be wrong."""
    for record in facts.dossier.walk():
        if not isinstance(record, Moment) or not record.working_days:
            continue
        interval, named = facts.days.interval(record), facts.days.named.get(record.base)
        base = facts.days.interval(named.value) if named else None
        if not named or not interval or not base:
            continue
        whole, edge, at = named.value, base.last, named.place
        if isinstance(whole, Moment) and whole.first:  # before its first day, after its last
            edge = whole.first if record.before else base.last
            at = whole.at("first" if record.before else "last")
        holidays = [day for day in holidays_between(edge, interval.last) if day != edge]
        if holidays:
            listed = ", ".join(map(short_date, holidays))
            yield (
                record.at("working_days"),
                f"từ {short_date(edge)} ({at.file}:{at.line}) đến {short_date(interval.last)} có ngày nghỉ lễ "
                f"{listed}, máy chưa trừ; hãy tính theo lịch nghỉ rồi ghi hẳn ngày thay cho working_days.",
            )


@rule(
    "deadline-early",
    "Hạn của mọi việc không trước năm mà hội nghị tổng kết.",
    needs=("conference",),
)
def deadlines_in_their_year(facts: Facts) -> Iterator[Problem]:
    """Ensure no deadline keeps the year of an older conference: all is prepared in the year itself."""
    year = facts.dossier.conference.year
    if year is None:
        return
    for place, due in _deadlines(facts):
        if due.year < year:
            yield (
                place,
                f"hạn {short_date(due)} trước năm tổng kết ({year}); "
                f"hãy sửa năm của hạn, ví dụ {_in_year(due, year)}.",
            )


@rule(
    "deadline-issued",
    "Hạn của một việc không trước ngày ban hành văn bản giao việc.",
    severity=Severity.WARNING,
)
def deadlines_after_the_plan(facts: Facts) -> Iterator[Problem]:
    """Ensure nothing is due before the papers that ask for it are issued, as far as all have their day."""
    days = [document.date for document in facts.dossier.documents.documents]
    issued = [day for day in days if isinstance(day, date)]
    if not issued or len(issued) < len(days):
        return
    for place, due in _deadlines(facts):
        if due < min(issued):
            yield (
                place,
                f"hạn {short_date(due)} trước ngày ban hành văn bản ({short_date(min(issued))}); "
                "hãy sửa hạn hoặc ngày ban hành.",
            )


def _in_year(day: date, year: int) -> str:
    """The same day of another year; the twenty-ninth of February has none in most."""
    return short_date(date(year, day.month, min(day.day, monthrange(year, day.month)[1])))
