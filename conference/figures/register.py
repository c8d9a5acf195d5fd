"""The register: every figure of a dossier under its name, in the order of the files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from conference.figures.awards import award_figures
from conference.figures.delegates import delegate_figures
from conference.figures.figure import GIVEN, Agreement, Figure, Kind, count_entries
from conference.models import Dossier, Open, Record


def derive(dossier: Dossier) -> Mapping[str, Figure]:
    """Derive every figure of a dossier.

    Args:
        dossier: the records; a file that was read in part gives no figures.

    Returns:
        Name → figure, read-only, in the order of the files.
    """
    figures: dict[str, Figure] = {}
    for subject, file in dossier.files():
        if file.whole and subject in _FIGURES:
            figures |= {figure.name: figure for figure in _FIGURES[subject](dossier)}
    if dossier.whole:
        figures |= {figure.name: figure for figure in _open_values(dossier)}
    return MappingProxyType(figures)


def _conference(dossier: Dossier) -> Iterator[Figure]:
    conference = dossier.conference
    time, document = conference.time, conference.document
    for name, record, title, kind in (
        ("conference.year", conference, "Năm tổng kết", Kind.ORDINAL),
        ("conference.next_year", conference, "Năm sau", Kind.ORDINAL),
        ("conference.term", conference, "Khóa của Đảng bộ", Kind.TERM),
        ("conference.week", time, "Tuần họp trong tháng", Kind.ORDINAL),
        ("conference.month", time, "Tháng họp", Kind.MONTH),
        ("document.number", document, "Số văn bản", Kind.CODE),
        ("document.draft", document, "Lần dự thảo", Kind.ORDINAL),
    ):
        key = name.split(".")[1]
        value = getattr(record, key)
        if isinstance(value, int):
            yield Figure(name, value, title, GIVEN, (record.at(key),), kind, Agreement.GIVEN)


def _bases(dossier: Dossier) -> Iterator[Figure]:
    bases = dossier.bases
    yield count_entries("bases.total", "Số căn cứ", bases.bases, bases.at("bases"), "căn cứ")


def _agenda(dossier: Dossier) -> Iterator[Figure]:
    agenda = dossier.agenda
    yield count_entries(
        "agenda.total", "Số mục chương trình", agenda.items, agenda.at("items"), "mục"
    )
    minutes = [item.minutes for item in agenda.items]
    if all(minutes):
        places = tuple(item.at("minutes") for item in agenda.items)
        total = sum(m for m in minutes if m)
        formula = " + ".join(str(m) for m in minutes)
        yield Figure("agenda.minutes", total, "Thời lượng chương trình (phút)", formula, places)


def _tasks(dossier: Dossier) -> Iterator[Figure]:
    tasks = dossier.tasks
    yield count_entries("tasks.total", "Số việc được giao", tasks.tasks, tasks.at("tasks"), "việc")


def _distribution(dossier: Dossier) -> Iterator[Figure]:
    distribution = dossier.distribution
    yield count_entries(
        "distribution.total",
        "Số dòng nơi nhận",
        distribution.recipients,
        distribution.at("recipients"),
        "dòng",
    )


def open_values(dossier: Dossier) -> list[tuple[Record, str, Open]]:
    """Find every value left open on purpose, in the order of the files.

    Returns:
        For each: the record it belongs to, the name of its field, and what is known of it.
    """
    return [
        (record, str(name), value)
        for record in dossier.walk()
        for (name, *_), value in record.contained()
        if isinstance(value, Open)
    ]


def _open_values(dossier: Dossier) -> Iterator[Figure]:
    values = [value for *_, value in open_values(dossier)]
    places = tuple(value.at("open") for value in values)
    formula = f"đếm {len(values)} chỗ ghi open"
    yield Figure("open.total", len(values), "Số việc chưa chốt", formula, places)


_FIGURES: dict[str, Callable[[Dossier], Iterator[Figure]]] = {
    "conference": _conference,
    "bases": _bases,
    "agenda": _agenda,
    "delegates": delegate_figures,
    "awards": award_figures,
    "tasks": _tasks,
    "distribution": _distribution,
}
"""What is derived from each file: file → the figures."""
