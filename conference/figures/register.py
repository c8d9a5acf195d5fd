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


def _documents(dossier: Dossier) -> Iterator[Figure]:
    """Of each document; on its own pages `document.number` is `document.ID.number`."""
    for document in dossier.documents.documents:
        name = f"document.{document.id}"
        for key, title, kind, nouns in (
            ("number", "Số văn bản", Kind.CODE, ("số",)),
            ("draft", "Lần dự thảo", Kind.ORDINAL, ("lần", "dự thảo")),
        ):
            value = getattr(document, key)
            if isinstance(value, int):
                title, places = f"{title}: {document.label}", (document.at(key),)
                yield Figure(
                    f"{name}.{key}", value, title, GIVEN, places, kind, Agreement.GIVEN, nouns
                )
        if document.bases:
            title, place = f"Số căn cứ: {document.label}", document.at("bases")
            yield count_entries(f"{name}.bases", title, document.bases, place, "căn cứ")
        if document.distribution:
            title, place = f"Số dòng nơi nhận: {document.label}", document.at("distribution")
            yield count_entries(
                f"{name}.recipients",
                title,
                document.distribution,
                place,
                "dòng",
                "nơi nhận",
                "dòng nơi nhận",
            )


def _other_facts(dossier: Dossier) -> Iterator[Figure]:
    citations = {one.id: one for one in dossier.citations.citations}
    for fact in dossier.facts.quantities:
        source = citations.get(fact.source or "")
        formula = f"theo {source.kind} {source.number or source.title}" if source else "ghi sẵn"
        agreement = Agreement.CITED if source else Agreement.NOTED
        places = (fact.at("value"),)
        name, title = f"facts.{fact.id}", fact.title
        yield Figure(
            name, fact.value, title, formula, places, agreement=agreement, nouns=(fact.noun,)
        )


def _agenda(dossier: Dossier) -> Iterator[Figure]:
    agenda = dossier.agenda
    yield count_entries(
        "agenda.total",
        "Số mục chương trình",
        agenda.items,
        agenda.at("items"),
        "mục",
        "mục",
        "nội dung",
    )
    minutes = [item.minutes for item in agenda.items]
    if all(minutes):
        places = tuple(item.at("minutes") for item in agenda.items)
        total = sum(m for m in minutes if m)
        formula = " + ".join(str(m) for m in minutes)
        title = "Thời lượng chương trình (phút)"
        yield Figure("agenda.minutes", total, title, formula, places, nouns=("phút",))


def _tasks(dossier: Dossier) -> Iterator[Figure]:
    tasks = dossier.tasks
    yield count_entries("tasks.total", "Số việc được giao", tasks.tasks, tasks.at("tasks"), "việc")


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
    title = "Số việc chưa chốt"
    nouns = ("việc chưa chốt",)
    yield Figure("open.total", len(values), title, formula, places, nouns=nouns)


_FIGURES: dict[str, Callable[[Dossier], Iterator[Figure]]] = {
    "conference": _conference,
    "documents": _documents,
    "facts": _other_facts,
    "agenda": _agenda,
    "delegates": delegate_figures,
    "awards": award_figures,
    "tasks": _tasks,
}
"""What is derived from each file: file → the figures."""
