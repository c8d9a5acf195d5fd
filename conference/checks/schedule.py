"""Rules on time: the agenda's hours, and deadlines that come before the conference."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from conference.checks.rule import Problem, rule
from conference.findings import Severity, quote
from conference.models import Dossier, Open
from conference.models.base import whole
from conference.models.fields import pointers_of, prose_of
from conference.references import find_references
from conference.wording import clock, short_date


def _after(start: time, minutes: int) -> time | None:
    """The hour `minutes` after `start`; None when that is the next day."""
    day = datetime.combine(date.min, start)
    end = day + timedelta(minutes=minutes)
    return end.time() if end.date() == day.date() else None


@rule(
    "agenda-times",
    "Giờ trong chương trình tăng dần, mục trước xong mới đến mục sau, xong hết trước giờ bế mạc.",
)
def agenda_times(dossier: Dossier) -> Iterator[Problem]:
    """Ensure hours ascend, items do not overlap, and durations fit the planned end."""
    free, before = None, ""
    for item in whole(dossier.agenda.items):
        if item.start is None:
            continue
        if free and item.start < free:
            yield (
                item.at("start"),
                f"mục này bắt đầu {clock(item.start)} trong khi {before} đến {clock(free)}; "
                f"hãy sửa thành {clock(free)} hoặc muộn hơn.",
            )
        free = (_after(item.start, item.minutes) if item.minutes else item.start) or time.max
        before = (
            f"mục {quote(item.id)} kéo dài" if item.minutes else f"mục {quote(item.id)} bắt đầu"
        )
    ends = dossier.agenda.ends
    if free and ends and ends < free:
        yield (
            dossier.agenda.at("ends"),
            f"bế mạc ghi {clock(ends)} nhưng các mục kéo dài đến {clock(free)}; "
            f"hãy sửa ends thành {clock(free)}, hoặc rút ngắn các mục.",
        )


@rule(
    "agenda-untimed",
    "Đã ghi giờ cho một mục thì ghi cho mọi mục.",
    severity=Severity.WARNING,
)
def agenda_all_timed(dossier: Dossier) -> Iterator[Problem]:
    """Ensure an agenda with hours has them everywhere."""
    items = whole(dossier.agenda.items)
    if any(item.start for item in items):
        for item in items:
            if not item.start:
                yield (
                    item.at("id"),
                    f"mục {quote(item.id)} chưa có giờ trong khi mục khác đã có; hãy thêm dòng start.",
                )


@rule(
    "agenda-invited",
    "Đơn vị thực hiện một mục chương trình phải có trong thành phần được mời.",
)
def agenda_units_invited(dossier: Dossier) -> Iterator[Problem]:
    """Ensure whoever carries an item is among those invited."""
    if not dossier.delegates.whole:
        return
    invited = {pointer.text for pointer in pointers_of(dossier.delegates, "unit")}
    for typed in prose_of(dossier.delegates):
        for reference in find_references(typed.text):
            if reference.name.startswith("unit."):
                invited.add(reference.name.split(".")[1])
    for item in whole(dossier.agenda.items):
        responsible = item.responsible
        if not isinstance(responsible, Open) and responsible.unit not in invited:
            yield (
                responsible.at("unit"),
                f"đơn vị {quote(responsible.unit)} không có trong thành phần đại biểu; hãy sửa mã, "
                "hoặc nhắc đơn vị này ở một khối trong delegates.yml.",
            )


@rule(
    "document-date",
    "Ngày ban hành, khi đã có, không sau ngày họp và thuộc năm tổng kết hoặc năm họp.",
)
def issued_before(dossier: Dossier) -> Iterator[Problem]:
    """Ensure the plan is dated in its year and not after the conference it plans."""
    conference = dossier.conference
    issued, day = conference.document.date, conference.time.date
    if isinstance(issued, Open):
        return
    if not conference.year <= issued.year <= conference.meeting_year:
        yield (
            conference.document.at("date"),
            f"ngày ban hành {short_date(issued)} không thuộc năm {conference.year}; hãy sửa ngày, "
            "hoặc ghi năm họp (time: year) nếu họp vào năm sau.",
        )
    elif not isinstance(day, Open) and issued > day:
        yield (
            conference.document.at("date"),
            f"ngày ban hành {short_date(issued)} sau ngày họp {short_date(day)}; hãy sửa một trong hai.",
        )


@rule("deadline-late", "Hạn của mọi việc phải trước ngày họp.")
def deadlines_before(dossier: Dossier) -> Iterator[Problem]:
    """Ensure everything is due before the conference, as far as its day is known."""
    conference = dossier.conference
    day = conference.time.date
    if isinstance(day, Open):
        month = conference.time.month
        year = conference.meeting_year
        day = date(year, month, monthrange(year, month)[1])
    for record in dossier.walk():
        for key in type(record).model_fields.keys() & {"by", "due"}:
            due = getattr(record, key, None)
            if due and due >= day:
                yield (
                    record.at(key),
                    f"hạn {short_date(due)} không trước ngày họp ({short_date(day)}); "
                    "hãy sửa hạn cho sớm hơn.",
                )
