"""The figures of the conference itself: years and terms, days, points, and members of its bodies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from conference import wording
from conference.figures.figure import GIVEN, Agreement, Figure, Kind, count_entries, figure_of
from conference.models import Dossier
from conference.models.amounts import Amount
from conference.models.conference import Conference, Gathering, Meeting, Point
from conference.models.days import Moment


def conference_figures(dossier: Dossier) -> Iterator[Figure]:
    """Derive the figures of conference.yml: years and terms, days, points, and members of its bodies."""
    conference = dossier.conference
    for key, record, title, kind, nouns in (
        ("year", conference, "Năm tổng kết", Kind.ORDINAL, ("năm",)),
        ("next_year", conference, "Năm sau", Kind.ORDINAL, ("năm",)),
        ("ordinal", conference, "Lần thứ", Kind.TERM, ("lần thứ", "đại hội")),
        ("term", conference, "Khóa", Kind.TERM, ("khóa", "nhiệm kỳ", "lần thứ", "đại hội")),
        ("week", conference.time, "Tuần họp trong tháng", Kind.ORDINAL, ("tuần",)),
        ("month", conference.time, "Tháng họp", Kind.MONTH, ("tháng",)),
    ):
        value = getattr(record, key, None)
        if record is not None and isinstance(value, int):
            place = (record.at(key),)
            name = f"conference.{key}"
            yield Figure(name, value, title, GIVEN, place, kind, Agreement.GIVEN, nouns)
    yield from _previous(conference)
    yield from _length_in_days(conference)
    yield from _meetings(dossier)


def _previous(conference: Conference) -> Iterator[Figure]:
    """The ordinal and the term before, when the papers speak of the period before."""
    for key, title, nouns in (
        ("ordinal", "Lần thứ, của lần trước", ("lần thứ", "đại hội")),
        ("term", "Khóa trước", ("khóa",)),
    ):
        value = getattr(conference, key)
        if conference.previous_period and value and value > 1:
            places = (conference.at(key),)
            name, formula = f"conference.previous_{key}", f"{value} - 1"
            yield Figure(name, value - 1, title, formula, places, Kind.TERM, nouns=nouns)


def _meetings(dossier: Dossier) -> Iterator[Figure]:
    """How many meetings there are, and from how many points people take part."""
    conference = dossier.conference
    if conference.meetings:
        title, place = "Số cuộc họp", conference.at("meetings")
        yield count_entries(
            "meetings.total", title, conference.meetings, place, "cuộc", "cuộc", "cuộc họp"
        )
    for number, gathering in enumerate(conference.gatherings, start=1):
        name, of = "conference", ""
        if isinstance(gathering, Meeting):
            name, of = f"meetings.{gathering.id}", f" của cuộc họp thứ {number}"
        if gathering.points:
            title, place = f"Số điểm cầu{of}", gathering.at("points")
            yield count_entries(f"{name}.points", title, gathering.points, place, "điểm cầu")
            yield from _of_points(f"{name}.points", gathering.points, dossier)
        yield from _bodies(name, of, gathering)


def _of_points(name: str, points: Sequence[Point], dossier: Dossier) -> Iterator[Figure]:
    """How many take part at each point, where that is said."""
    noun = dossier.delegates.noun if dossier.delegates.whole else "đại biểu"
    for point in points:
        if isinstance(point.stated, int | Amount):
            title, places = f"Số {noun} dự kiến: {point.label}", (point.at("stated"),)
            yield figure_of(
                f"{name}.{point.id}.stated",
                point.stated,
                title,
                GIVEN,
                places,
                Agreement.GIVEN,
                nouns=(noun,),
            )


def _length_in_days(conference: Conference) -> Iterator[Figure]:
    """On how many days people meet, from the first to the last."""
    value = conference.time.date if conference.time else None
    if isinstance(value, Moment) and value.first and value.last:
        number = (value.last - value.first).days + 1
        formula = f"từ {wording.short_date(value.first)} đến {wording.short_date(value.last)}"
        places = (value.at("first"), value.at("last"))
        yield Figure(
            "conference.days",
            number,
            "Số ngày họp",
            formula,
            places,
            nouns=("ngày họp",),
            also=("ngày",),
        )


BODIES = {
    "presidium": "đoàn chủ tịch",
    "secretaries": "đoàn thư ký",
    "credentials": "ban thẩm tra tư cách đại biểu",
    "tellers": "ban kiểm phiếu",
}
"""The bodies of a meeting whose members are counted."""


def _bodies(name: str, of: str, gathering: Gathering) -> Iterator[Figure]:
    """How many are in each body, where all of them are named: a unit, or a post, may be several."""
    for key, body in BODIES.items():
        members = getattr(gathering, key)
        if members and all(member.person for member in members):
            title, place = f"Số người trong {body}{of}", gathering.at(key)
            figure = count_entries(
                f"{name}.{key}", title, members, place, "người", f"thành viên {body}"
            )
            yield replace(figure, also=("đồng chí", "người", "thành viên"))
