"""Rules on years and days: the pair of years, the day of the meeting, the days of bases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from conference.facts import Facts
from conference.figures.days import in_the_calendar, weeks_of
from conference.models import Open
from conference.models.days import Moment
from conference.rule import Problem, rule
from conference.wording import short_date


@rule("year-pair", "Năm sau liền ngay sau năm tổng kết.", needs=("conference",))
def years_follow(facts: Facts) -> Iterator[Problem]:
    """Ensure next_year is the year after year.

    Source: the plan's title: «năm 2022; phương hướng, nhiệm vụ, giải pháp năm 2023».
    """
    conference = facts.dossier.conference
    if conference.next_year is None or conference.year is None:
        return
    if conference.next_year != conference.year + 1:
        yield (
            conference.at("next_year"),
            f"năm sau ghi {conference.next_year}, trong khi năm tổng kết là {conference.year}; "
            f"hãy sửa thành {conference.year + 1}, hoặc sửa year.",
        )


@rule(
    "period-pair",
    "Nhiệm kỳ, giai đoạn trước liền ngay trước nhiệm kỳ, giai đoạn này.",
    needs=("conference",),
)
def periods_follow(facts: Facts) -> Iterator[Problem]:
    """Ensure the period before ends in the year in which this one begins, or in the year before.

    Source: terms of office share a year («2020 - 2025», «2025 - 2030»), plans do not («2021 - 2025»,
    «2026 - 2030»).
    """
    conference = facts.dossier.conference
    if conference.period is None or conference.previous_period is None:
        return
    begins, ends = int(conference.period[:4]), int(conference.previous_period[-4:])
    if begins - ends not in (0, 1):
        yield (
            conference.at("previous_period"),
            f"nhiệm kỳ trước ghi đến năm {ends}, trong khi nhiệm kỳ này (period) bắt đầu năm {begins}; "
            "hãy sửa một trong hai.",
        )


@rule(
    "conference-date",
    "Ngày họp, khi đã chốt, phải thuộc năm, tháng và tuần đã ghi.",
    needs=("conference",),
)
def date_fits(facts: Facts) -> Iterator[Problem]:
    """Ensure a settled day lies in the years, the month and the week the plan stated.

    Source: the plan, II.3: «dự kiến tuần 4 tháng 12/2022».
    """
    conference = facts.dossier.conference
    time, year = conference.time, conference.meeting_year
    for meeting in conference.meetings:
        known = facts.days.interval(meeting.date)
        if (
            conference.year
            and known
            and known.last.year not in (conference.year, conference.next_year)
        ):
            yield (
                meeting.at("date"),
                f"ngày họp {short_date(known.last)} không thuộc năm {conference.year} hay năm sau; "
                "hãy sửa năm của ngày họp, hoặc sửa year, next_year.",
            )
    if time is None or year is None:
        return
    if conference.year and year not in (conference.year, conference.next_year):
        yield (
            time.at("year"),
            f"năm họp {year} phải là {conference.year} hoặc {conference.next_year}; hãy sửa năm họp.",
        )
    interval = facts.days.interval(time.date)
    if interval is None:
        return
    day = interval.last
    shown, place = f"ngày họp {short_date(day)}", time.at("date")
    if day.year != year:
        yield (
            place,
            f"{shown} không thuộc năm {year}; hãy sửa ngày, "
            "hoặc ghi năm họp (time: year) nếu họp vào năm sau.",
        )
    elif time.month and day.month != time.month:
        yield place, f"{shown} không thuộc tháng {time.month}; hãy sửa ngày hoặc month."
    elif time.week and time.week not in weeks_of(day):
        yield place, f"{shown} không thuộc tuần {time.week} của tháng; hãy sửa ngày hoặc week."


def last_day(facts: Facts) -> date | None:
    """Give the last day on which the conference may meet: the settled one, else that of its week.

    Of several meetings, the last day of all that are known.

    None while nothing is said of the time.
    """
    return max((last for _, last in _days_of_meeting(facts)), default=None)


def begun_by(facts: Facts) -> date | None:
    """Give the last day on which the conference may begin; of several meetings the last one."""
    return max((first for first, _ in _days_of_meeting(facts)), default=None)


def _days_of_meeting(facts: Facts) -> Iterator[tuple[date, date]]:
    """The last days on which each meeting may begin and end, as far as they are known."""
    conference = facts.dossier.conference
    time, year = conference.time, conference.meeting_year
    dates = [meeting.date for meeting in conference.meetings]
    if not dates and time:
        dates = [time.date]
        if isinstance(time.date, Open) and year is not None and time.month is not None:
            last = in_the_calendar(year, time.week, time.month).last
            yield last, last
    for value in dates:
        if interval := facts.days.interval(value):
            window = value if isinstance(value, Moment) else None
            yield (window and window.first) or interval.last, interval.last


@rule(
    "basis-date",
    "Văn bản căn cứ không ghi ngày sau ngày ban hành văn bản, hay sau ngày họp.",
    needs=("conference",),
)
def bases_come_first(facts: Facts) -> Iterator[Problem]:
    """Ensure no document rests on anything dated after it, or after the conference it prepares.

    A document dated before its year is reported by document-date, not for each of its bases.
    """
    conference = facts.dossier.conference
    citations = {citation.id: citation for citation in facts.dossier.citations.citations}
    for document in facts.dossier.documents.documents:
        limit, what = last_day(facts), "ngày họp"
        if isinstance(document.date, date) and document.date.year >= (conference.year or 0):
            limit, what = document.date, "ngày ban hành văn bản"
        for basis in document.bases:
            cited = citations.get(basis)
            if cited and cited.date and limit and cited.date > limit:
                yield (
                    cited.at("date"),
                    f"căn cứ ghi ngày {short_date(cited.date)}, sau {what} ({short_date(limit)}); "
                    f"hãy xem lại và sửa ngày của căn cứ, hoặc {what}.",
                )
