"""Every number the site shows, derived once, with its formula and the lines it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from types import MappingProxyType

from conference.figures.figure import GIVEN, Agreement, Figure, Kind, counted
from conference.figures.people import award_figures, delegate_figures
from conference.findings import Place
from conference.models import Dossier, Open, Record
from conference.models.base import Unread


def derive(dossier: Dossier) -> Mapping[str, Figure]:
    """The register: name → figure, in the order of the dossier's papers.

    Of a file that was read in part only it holds the figures that come before the part left out.
    """
    figures: dict[str, Figure] = {}
    for group in (
        _conference,
        _bases,
        _agenda,
        delegate_figures,
        award_figures,
        _tasks,
        _distribution,
        _open_values,
    ):
        with suppress(Unread):
            figures.update((figure.name, figure) for figure in group(dossier))
    return MappingProxyType(figures)


def _conference(dossier: Dossier) -> Iterator[Figure]:
    conference = dossier.conference

    def given(name: str, value: int, title: str, place: Place, kind: Kind) -> Figure:
        return Figure(f"conference.{name}", value, title, GIVEN, (place,), kind, Agreement.GIVEN)

    yield given("year", conference.year, "Năm tổng kết", conference.at("year"), Kind.ORDINAL)
    yield given(
        "next_year", conference.next_year, "Năm sau", conference.at("next_year"), Kind.ORDINAL
    )
    yield given("term", conference.term, "Khóa của Đảng bộ", conference.at("term"), Kind.TERM)
    time = conference.time
    yield given("week", time.week, "Tuần họp trong tháng", time.at("week"), Kind.ORDINAL)
    yield given("month", time.month, "Tháng họp", time.at("month"), Kind.MONTH)
    document = conference.document
    for key, value, title in (
        ("number", document.number, "Số văn bản"),
        ("draft", document.draft, "Lần dự thảo"),
    ):
        if isinstance(value, int):
            kind = Kind.CODE if key == "number" else Kind.ORDINAL
            place = document.at(key)
            yield Figure(f"document.{key}", value, title, GIVEN, (place,), kind, Agreement.GIVEN)


def _bases(dossier: Dossier) -> Iterator[Figure]:
    bases = dossier.bases
    yield counted("bases.total", "Số căn cứ", bases.bases, bases.at("bases"), "căn cứ")


def _agenda(dossier: Dossier) -> Iterator[Figure]:
    agenda = dossier.agenda
    yield counted("agenda.total", "Số mục chương trình", agenda.items, agenda.at("items"), "mục")
    minutes = [item.minutes for item in agenda.items]
    if all(minutes):
        places = tuple(item.at("minutes") for item in agenda.items)
        total = sum(m for m in minutes if m)
        formula = " + ".join(str(m) for m in minutes)
        yield Figure("agenda.minutes", total, "Thời lượng chương trình (phút)", formula, places)


def _tasks(dossier: Dossier) -> Iterator[Figure]:
    tasks = dossier.tasks
    yield counted("tasks.total", "Số việc được giao", tasks.tasks, tasks.at("tasks"), "việc")


def _distribution(dossier: Dossier) -> Iterator[Figure]:
    distribution = dossier.distribution
    yield counted(
        "distribution.total",
        "Số dòng nơi nhận",
        distribution.recipients,
        distribution.at("recipients"),
        "dòng",
    )


def open_values(dossier: Dossier) -> list[tuple[Record, str, Open]]:
    """Every value left open on purpose: whose, under which key, in the order of the files."""
    found = []
    for record in dossier.walk():
        for (name, *_), value in record.held():
            if isinstance(value, Open):
                found.append((record, name, value))
    return found


def _open_values(dossier: Dossier) -> Iterator[Figure]:
    if not dossier.whole:
        return
    values = [value for *_, value in open_values(dossier)]
    places = tuple(value.at("open") for value in values)
    formula = f"đếm {len(values)} chỗ ghi open"
    yield Figure("open.total", len(values), "Số việc chưa chốt", formula, places)
