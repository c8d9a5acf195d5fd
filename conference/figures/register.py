"""The register: every figure of a dossier under its name, in the order of the files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from textwrap import shorten
from types import MappingProxyType

from conference import wording
from conference.figures.awards import award_figures
from conference.figures.conference import conference_figures
from conference.figures.delegates import delegate_figures
from conference.figures.figure import GIVEN, Agreement, Figure, Kind, count_entries
from conference.models import Dossier, Open, Record
from conference.models.agenda import Step


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
        nouns = tuple(re.split(r",\s*", fact.noun))  # «chi bộ, đảng bộ»: either stands behind it
        yield Figure(name, fact.value, title, formula, places, agreement=agreement, nouns=nouns)


def _agenda(dossier: Dossier) -> Iterator[Figure]:
    agenda = dossier.agenda
    items = agenda.all_items
    counted = [item for item in items if item.is_counted]
    others = len(items) - len(counted)
    title = "Số mục chương trình"
    place = agenda.at("sessions" if agenda.sessions else "items")
    total = count_entries("agenda.total", title, counted, place, "mục", "mục", "nội dung")
    if others:
        title += " (không kể nghỉ, nghi thức, văn nghệ, đón tiếp)"
        total = replace(total, title=title, formula=f"{total.formula}, không kể {others} mục khác")
    yield total
    if agenda.sessions:
        place = agenda.at("sessions")
        yield count_entries(
            "agenda.sessions",
            "Số phiên trong chương trình",
            agenda.sessions,
            place,
            "phiên",
            "phiên",
            "buổi",
        )
    yield from _minutes("agenda", "Thời lượng chương trình (phút)", items)
    for session in agenda.sessions:
        title = f"Thời lượng (phút): {_words(session.title)}"
        yield from _minutes(f"agenda.{session.id}", title, session.items)
    for item in items:
        for step in (item, *item.items):
            if step.length:
                yield _length(step, step.length)


def _minutes(name: str, title: str, items: Sequence[Step]) -> Iterator[Figure]:
    """How long all of some items take, when it is known of each."""
    minutes = [item.length for item in items if item.length]
    if items and len(minutes) == len(items):
        places = tuple(item.at(_typed_length(item)) for item in items)
        formula = " + ".join(map(str, minutes))
        yield Figure(f"{name}.minutes", sum(minutes), title, formula, places, nouns=("phút",))


def _length(step: Step, minutes: int) -> Figure:
    """How long an item takes: as typed, else from one hour to the other."""
    formula, agreement = GIVEN, Agreement.GIVEN
    if not step.minutes and step.start and step.ends_at:
        formula, agreement = wording.clock_range(step.start, step.ends_at), Agreement.DERIVED
    name, title = f"agenda.{step.id}.minutes", f"Thời lượng (phút): {_words(step.title)}"
    places = (step.at(_typed_length(step)),)
    return Figure(name, minutes, title, formula, places, agreement=agreement, nouns=("phút",))


def _words(title: str) -> str:
    """A title in a few words of its own, for readers who know no ids."""
    return shorten(re.sub(r"\{[^}]*\}", "…", title), 60, placeholder=" …")


def _typed_length(step: Step) -> str:
    return "minutes" if step.minutes else "end"


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
    formula = f"đếm {len(values)} việc"
    title = "Số việc chưa chốt"
    nouns = ("việc chưa chốt",)
    yield Figure("open.total", len(values), title, formula, places, nouns=nouns)


_FIGURES: dict[str, Callable[[Dossier], Iterator[Figure]]] = {
    "conference": conference_figures,
    "documents": _documents,
    "facts": _other_facts,
    "agenda": _agenda,
    "delegates": delegate_figures,
    "awards": award_figures,
    "tasks": _tasks,
}
"""What is derived from each file: file → the figures."""
