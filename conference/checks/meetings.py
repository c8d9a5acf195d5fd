"""Rules on meetings: which session belongs to which, their order, days, points and hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from itertools import chain

from conference.facts import Facts
from conference.figures.days import Interval
from conference.findings import CLEARLY, did_you_mean, near, quote
from conference.models.agenda import after, minutes_between
from conference.models.conference import Conference, Meeting
from conference.models.fields import pointers_of
from conference.models.record import Entry
from conference.rule import Problem, rule
from conference.wording import clock, short_date

_OF_ONE_MEETING = ("time", "venue", "form", "points", "reserve")
"""What is typed beside the meetings when there is one, and below each when there are several."""


@rule(
    "meeting-twice",
    "Hội nghị một cuộc họp thì ghi time, venue ở ngoài; nhiều cuộc thì ghi hết trong meetings.",
    needs=("conference",),
)
def said_in_one_place(facts: Facts) -> Iterator[Problem]:
    """Ensure nothing is said of the one meeting of a conference that has several."""
    conference = facts.dossier.conference
    if not conference.meetings:
        return
    first = conference.meetings[0].id
    for key in _OF_ONE_MEETING:
        if getattr(conference, key):
            below = "date" if key == "time" else key
            yield (
                conference.at(key),
                f"đã có meetings mà còn ghi {key} ở ngoài; hãy chuyển vào cuộc họp của nó trong "
                f"meetings, ví dụ thành dòng {below} của {quote(first)}, rồi xóa {key} ở đây.",
            )


@rule("meeting-unknown", "Phiên thuộc một cuộc họp có trong conference.yml.")
def meetings_exist(facts: Facts) -> Iterator[Problem]:
    """Ensure every session leads to a meeting, and says which when there are several."""
    conference = facts.dossier.conference
    known = [meeting.id for meeting in conference.meetings]
    there = ", ".join(known) or "không có cuộc nào"
    dossier = facts.dossier
    for pointer in chain(*(pointers_of(of, "meeting") for of in (dossier.agenda, dossier.banner))):
        if pointer.text not in known and (
            facts.whole("conference") or near(pointer.text, known, CLEARLY)
        ):
            advice = "hãy sửa mã" if known else "hãy xóa dòng meeting: hội nghị họp một cuộc"
            yield (
                pointer.place,
                f"không có cuộc họp {quote(pointer.text)} trong conference.yml (meetings: {there})."
                f"{did_you_mean(pointer.text, known)} {advice[0].upper()}{advice[1:]}.",
            )
    if len(known) > 1 and facts.whole("conference"):
        if facts.dossier.agenda.items:
            yield (
                facts.dossier.agenda.at("items"),
                "hội nghị họp nhiều cuộc mà các mục này chưa ghi thuộc cuộc nào; hãy chuyển chúng vào items "
                f"của một phiên trong sessions, phiên ấy có dòng meeting: {known[0]}, hoặc mã một cuộc khác "
                f"trong: {there}.",
            )
        for session in facts.dossier.agenda.sessions:
            if not session.meeting:
                yield (
                    session.at("id"),
                    f"phiên {quote(session.id)} chưa ghi thuộc cuộc họp nào; hãy thêm dòng meeting: "
                    f"{conference.meetings[0].id}, hoặc mã một cuộc khác trong: {there}.",
                )


@rule("meeting-order", "Các cuộc họp ghi theo thứ tự ngày.")
def meetings_in_order(facts: Facts) -> Iterator[Problem]:
    """Ensure meetings come in the order of their days and hours, as far as they are known."""
    before: tuple[Meeting, Interval] | None = None
    for meeting in facts.dossier.conference.meetings:
        interval = facts.days.interval(meeting.date)
        if interval is None or interval.first is None:
            continue
        if before:
            earlier, reached = before
            if interval.last < (reached.first or reached.last) or (
                interval.day is not None
                and interval.day == reached.day
                and _not_after(meeting.start, earlier.start)
            ):
                yield (
                    meeting.at("date"),
                    f"cuộc họp {quote(meeting.id)} ghi ngày {short_date(interval.last)}, không sau cuộc "
                    f"{quote(earlier.id)} ({short_date(reached.last)}); hãy sửa ngày, giờ, hoặc đổi thứ "
                    "tự hai cuộc.",
                )
        before = meeting, interval


def _not_after(start: time | None, earlier: time | None) -> bool:
    return start is not None and earlier is not None and start <= earlier


@rule("meeting-points", "Chỉ cuộc họp có phần trực tuyến mới có điểm cầu.")
def points_are_online(facts: Facts) -> Iterator[Problem]:
    """Ensure points belong to an online meeting, and the form of one with points is said."""
    for gathering in _gatherings(facts):
        if gathering.points and gathering.form not in ("online", "hybrid"):
            typed = "in_person (trực tiếp)" if gathering.form else "trống"
            yield (
                gathering.at("form" if gathering.form else "points"),
                f"có điểm cầu nhưng form đang là {typed}; hãy ghi form: online (trực tuyến) hoặc "
                "form: hybrid (trực tiếp kết hợp trực tuyến), hoặc bỏ points.",
            )


@rule("reserve-early", "Ngày dự phòng sau ngày họp.")
def reserve_comes_after(facts: Facts) -> Iterator[Problem]:
    """Ensure the reserve day of a meeting comes after its day."""
    for gathering in _gatherings(facts):
        if isinstance(gathering, Meeting):
            value: object = gathering.date
        else:
            value = gathering.time.date if gathering.time else None
        day, reserve = facts.days.interval(value), facts.days.interval(gathering.reserve)
        begins = reserve and (reserve.first or reserve.last)
        if day and begins and begins <= day.last:
            right = short_date(day.last + timedelta(days=1))
            yield (
                gathering.at("reserve"),
                f"ngày dự phòng {short_date(begins)} không sau ngày họp {short_date(day.last)}; "
                f"hãy sửa thành {right} hoặc muộn hơn.",
            )


def _gatherings(facts: Facts) -> list[Meeting] | list[Conference]:
    conference = facts.dossier.conference
    if conference.meetings:
        return conference.meetings
    return [conference] if conference.whole else []


@rule(
    "agenda-id",
    "Mã của phiên, của mục và của phần trong chương trình đều khác nhau.",
)
def agenda_ids_differ(facts: Facts) -> Iterator[Problem]:
    """Ensure `agenda.ID` means one session or item: they are called by one kind of name."""
    agenda = facts.dossier.agenda
    steps = [step for item in agenda.all_items for step in (item, *item.items)]
    # What is twice in one list is told by id-repeated.
    told: set[int] = set()
    for record in (agenda, *agenda.sessions, *agenda.all_items):
        ids: set[tuple[str | int, str]] = set()
        for keys, entry in record.contained():
            if isinstance(entry, Entry) and (keys[0], entry.id) in ids:
                told.add(id(entry))
            elif isinstance(entry, Entry):
                ids.add((keys[0], entry.id))
    seen: dict[str, Entry] = {}
    for entry in (*agenda.sessions, *steps):
        first = seen.setdefault(entry.id, entry)
        if first is not entry and id(entry) not in told:
            yield (
                entry.at("id"),
                f"mã {quote(entry.id)} đã dùng ở dòng {first.at('id').line} của chương trình; "
                f"hãy đặt mã khác, ví dụ {entry.id}-2.",
            )


@rule("agenda-minutes", "Giờ bắt đầu, giờ kết thúc và số phút của một mục khớp nhau.")
def minutes_agree(facts: Facts) -> Iterator[Problem]:
    """Ensure what an item takes is what its hours say.

    Source: programmes that give both, such as «8h20 - 8h50 (30 phút)».
    """
    for item in facts.dossier.agenda.all_items:
        for step in (item, *item.items):
            start, end, minutes = step.start, step.ends_at, step.minutes
            if end and not start:
                yield (
                    step.at("end"),
                    f"có giờ kết thúc {clock(end)} mà chưa có giờ bắt đầu; hãy thêm dòng start.",
                )
            if not (start and end):
                continue
            length = minutes_between(start, end)
            if not length:
                yield (
                    step.at("end"),
                    f"kết thúc {clock(end)} không sau giờ bắt đầu {clock(start)}; hãy sửa một trong hai.",
                )
            elif minutes and minutes != length:
                then = after(start, minutes)
                other = f", hoặc end thành {clock(then)}" if then else ""
                yield (
                    step.at("minutes"),
                    f"từ {clock(start)} đến {clock(end)} là {length} phút nhưng minutes ghi {minutes}; "
                    f"hãy sửa minutes thành {length}{other}.",
                )
