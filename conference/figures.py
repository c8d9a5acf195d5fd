"""Every number the site shows, derived once, with its formula and the lines it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from conference import wording
from conference.findings import Place
from conference.models import Dossier, Open, Record, is_known
from conference.models.people import Award, AwardPart


class Kind(StrEnum):
    """What a number is, which decides how it is written."""

    COUNT = "count"
    """Heads and things: padded in prose (08), plain in tables."""
    ORDINAL = "ordinal"
    """A year, a month, a week: never padded."""
    TERM = "term"
    """A term of office: Roman."""


class Form(StrEnum):
    """How one appearance is written."""

    PROSE = "prose"
    TABLE = "table"
    WORDS = "words"


class Agreement(StrEnum):
    """What comparing the figure with its parts gave; a disagreement never gets this far."""

    AGREES = "khớp"
    PENDING = "chưa đủ danh sách để cộng"
    GIVEN = "theo kế hoạch"
    DERIVED = "tính ra"


@dataclass(frozen=True)
class Figure:
    """One number: `name` is dotted and stable, `sources` are the lines of data it comes from."""

    name: str
    value: int
    title: str
    formula: str
    sources: tuple[Place, ...]
    kind: Kind = Kind.COUNT
    agreement: Agreement = Agreement.DERIVED

    def shown(self, form: Form = Form.PROSE) -> str:
        """The number as written in Vietnamese."""
        if form is Form.WORDS:
            return wording.in_words(self.value)
        if self.kind is Kind.TERM:
            return wording.roman(self.value)
        if self.kind is Kind.ORDINAL:
            return str(self.value)
        return wording.padded(self.value) if form is Form.PROSE else wording.grouped(self.value)


GIVEN = "theo kế hoạch"


def derive(dossier: Dossier) -> Mapping[str, Figure]:
    """The register: name → figure, in the order of the dossier's papers."""
    groups = (_conference, _bases, _agenda, _delegates, _awards, _tasks, _open_values)
    return MappingProxyType({figure.name: figure for group in groups for figure in group(dossier)})


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
    yield given("month", time.month, "Tháng họp", time.at("month"), Kind.ORDINAL)
    document = conference.document
    for key, value, title in (
        ("number", document.number, "Số văn bản"),
        ("draft", document.draft, "Lần dự thảo"),
    ):
        if isinstance(value, int):
            kind = Kind.COUNT if key == "number" else Kind.ORDINAL
            place = document.at(key)
            yield Figure(f"document.{key}", value, title, GIVEN, (place,), kind, Agreement.GIVEN)


def _counted(name: str, title: str, entries: list, place: Place, noun: str) -> Figure:
    formula = f"đếm {len(entries)} {noun}"
    return Figure(name, len(entries), title, formula, (place,))


def _bases(dossier: Dossier) -> Iterator[Figure]:
    bases = dossier.bases
    yield _counted("bases.total", "Số căn cứ", bases.bases, bases.at("bases"), "căn cứ")


def _agenda(dossier: Dossier) -> Iterator[Figure]:
    agenda = dossier.agenda
    yield _counted("agenda.total", "Số mục chương trình", agenda.items, agenda.at("items"), "mục")
    minutes = [item.minutes for item in agenda.items]
    if all(minutes):
        places = tuple(item.at("minutes") for item in agenda.items)
        total = sum(m for m in minutes if m)
        formula = " + ".join(str(m) for m in minutes)
        yield Figure("agenda.minutes", total, "Thời lượng chương trình (phút)", formula, places)


def _delegates(dossier: Dossier) -> Iterator[Figure]:
    delegates = dossier.delegates
    named = delegates.delegates
    known = not isinstance(named, Open)
    agreement = Agreement.AGREES if known else Agreement.PENDING
    yield Figure(
        "delegates.stated",
        delegates.stated,
        "Tổng số đại biểu dự kiến",
        GIVEN,
        (delegates.at("stated"),),
        agreement=agreement,
    )
    yield _counted(
        "delegates.groups", "Số khối đại biểu", delegates.groups, delegates.at("groups"), "khối"
    )
    members: dict[str, int] = {}
    if not isinstance(named, Open):
        for delegate in named:
            for group in delegate.groups:
                members[group] = members.get(group, 0) + 1
        yield _counted(
            "delegates.counted",
            "Số đại biểu trong danh sách (mỗi người tính một lần)",
            named,
            delegates.at("delegates"),
            "người",
        )
    for group in delegates.groups:
        if not isinstance(group.stated, Open):
            yield Figure(
                f"delegates.{group.id}.stated",
                group.stated,
                f"Số dự kiến: {group.label}",
                GIVEN,
                (group.at("stated"),),
                agreement=agreement,
            )
        if known:
            count = members.get(group.id, 0)
            formula = f"đếm {count} người có khối {group.id}"
            title = f"Số trong danh sách: {group.label}"
            place = delegates.at("delegates")
            yield Figure(f"delegates.{group.id}.counted", count, title, formula, (place,))


def _awards(dossier: Dossier) -> Iterator[Figure]:
    awards = dossier.awards.awards
    total = sum(award.stated for award in awards)
    formula = " + ".join(str(award.stated) for award in awards)
    places = tuple(award.at("stated") for award in awards)
    yield Figure("awards.total", total, "Tổng số tập thể được khen thưởng", formula, places)
    for award in awards:
        yield from _award(award)


def _award(award: Award) -> Iterator[Figure]:
    name = f"awards.{award.id}"
    yield _stated(name, award.label, award)
    if award.parts:
        formula = " + ".join(str(part.stated) for part in award.parts)
        places = tuple(part.at("stated") for part in award.parts)
        total = sum(part.stated for part in award.parts)
        yield Figure(f"{name}.counted", total, f"Cộng các phần: {award.label}", formula, places)
        for part in award.parts:
            yield _stated(f"{name}.{part.id}", part.label, part)
            yield from _listed(f"{name}.{part.id}", part.label, part)
    else:
        yield from _listed(name, award.label, award)


def _stated(name: str, label: str, award: Award | AwardPart) -> Figure:
    compared = is_known(award.recipients) or bool(getattr(award, "parts", ()))
    agreement = Agreement.AGREES if compared else Agreement.PENDING
    title = f"Số theo kế hoạch: {label}"
    place = award.at("stated")
    return Figure(f"{name}.stated", award.stated, title, GIVEN, (place,), agreement=agreement)


def _listed(name: str, label: str, award: Award | AwardPart) -> Iterator[Figure]:
    if isinstance(award.recipients, list):
        title = f"Số trong danh sách: {label}"
        yield _counted(
            f"{name}.counted", title, award.recipients, award.at("recipients"), "tập thể"
        )


def _tasks(dossier: Dossier) -> Iterator[Figure]:
    tasks, distribution = dossier.tasks, dossier.distribution
    yield _counted("tasks.total", "Số việc được giao", tasks.tasks, tasks.at("tasks"), "việc")
    yield _counted(
        "distribution.total",
        "Số dòng nơi nhận",
        distribution.recipients,
        distribution.at("recipients"),
        "dòng",
    )


def open_values(dossier: Dossier) -> list[tuple[Record, str, Open]]:
    """Every value left open on purpose: whose, under which key, in the order of the files."""
    found = []
    for subject in Dossier.model_fields:
        for record in getattr(dossier, subject).walk():
            for (name, *_), value in record.held():
                if isinstance(value, Open):
                    found.append((record, name, value))
    return found


def _open_values(dossier: Dossier) -> Iterator[Figure]:
    values = [value for *_, value in open_values(dossier)]
    places = tuple(value.at("open") for value in values)
    formula = f"đếm {len(values)} chỗ ghi open"
    yield Figure("open.total", len(values), "Số việc chưa chốt", formula, places)
