"""The guard over prose: no number typed by hand, no unit spelt another way, in pages or in data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from typing import NamedTuple

from conference.figures import Figure
from conference.findings import Finding, Place, Severity, quote
from conference.guard.numbering import Numeral
from conference.guard.numbers import (
    advice,
    advice_in_name,
    blank,
    cited,
    counted_in_name,
    counts_something,
    typed_numbers,
)
from conference.guard.prose import prose_of as prose_of_page
from conference.guard.spelling import misspelt, spellings
from conference.models import Dossier
from conference.models.base import Unread
from conference.models.fields import Typed, labels_of, names_of, prose_of
from conference.models.plan import Allowed
from conference.pages import Page, SiteTitle
from conference.references import find_references

NUMBER, SPELLING, UNUSED = "typed-number", "unit-spelling", "exception-unused"


class GuardRule(NamedTuple):
    """A rule of the guard as the editor's guide shows it, beside the rules of `checks`."""

    name: str
    explains: str
    severity: Severity = Severity.ERROR


GUARD_RULES = (
    GuardRule(
        NUMBER, "Không gõ tay con số trong câu chữ: gọi tên con số, đổi một chỗ là đổi mọi chỗ."
    ),
    GuardRule(
        SPELLING, "Tên đơn vị viết đúng như trong units.yml, không theo tên cũ hay thiếu chữ."
    ),
    GuardRule(UNUSED, "Mỗi mục trong exceptions.yml phải khớp với một chỗ có thật."),
)


class _Text(NamedTuple):
    """A text to look at: where each letter stands, and how its editor asks for a figure or unit."""

    file: str
    text: str
    place: Callable[[int, int], Place]
    figure: str
    unit: str
    is_name: bool = False
    """A proper name, in which only what is counted is a number: «Chi bộ 5», but «20 tập thể»."""
    numeral: Numeral | None = None
    """The Roman numeral of a heading, out of order."""


class _Suspect(NamedTuple):
    start: int
    end: int
    message: str
    rule: str


def guard(
    dossier: Dossier,
    figures: Mapping[str, Figure],
    pages: Iterable[Page],
    titles: Iterable[SiteTitle] = (),
) -> Iterator[Finding]:
    """Everything typed by hand that should come from the data, and exceptions nobody needs.

    Nothing where the exceptions or the cited documents could not be read.
    """
    with suppress(Unread):
        yield from _guard(dossier, figures, chain(_texts(dossier), _site(pages, titles)))


def _guard(
    dossier: Dossier, figures: Mapping[str, Figure], texts: Iterable[_Text]
) -> Iterator[Finding]:
    exceptions = dossier.exceptions.exceptions
    used: set[int] = set()
    look = _Look(dossier, figures)
    for text in texts:
        for suspect in look.at(text):
            allowed = {
                index for index, entry in enumerate(exceptions) if _allows(entry, text, suspect)
            }
            used |= allowed
            if not allowed:
                place = text.place(suspect.start, suspect.end)
                yield Finding(place, suspect.message, suspect.rule)
    for index, entry in enumerate(exceptions):
        if _too_wide(entry):
            message = f"ngoại lệ {quote(entry.text)} quá rộng; hãy chép cả chữ đứng quanh con số."
            yield Finding(entry.at("text"), message, UNUSED)
        elif index not in used and dossier.whole:
            message = (
                f"ngoại lệ {quote(entry.text)} không còn khớp với chỗ nào ở {entry.where}; "
                "hãy xóa mục này hoặc sửa lại cho khớp."
            )
            yield Finding(entry.at("text"), message, UNUSED)


class _Look:
    """What to look for, prepared once."""

    def __init__(self, dossier: Dossier, figures: Mapping[str, Figure]) -> None:
        self.figures = figures
        self.cited = cited(dossier)
        self.spellings = spellings(dossier)
        self.complete = dossier.whole
        self._seen: dict[tuple[object, ...], list[_Suspect]] = {}

    def at(self, text: _Text) -> list[_Suspect]:
        """What is suspect in a text; in a long list the same few words come again and again."""
        key = (text.text, text.figure, text.is_name, text.numeral)
        if key not in self._seen:
            self._seen[key] = list(self._suspects(text))
        return self._seen[key]

    def _suspects(self, text: _Text) -> Iterator[_Suspect]:
        read = text.text
        for reference in find_references(read):
            read = blank(read, reference.start, reference.end)
        if text.is_name:
            for number in counted_in_name(read):
                yield _Suspect(number.start, number.end, advice_in_name(number), NUMBER)
            return
        if text.numeral:
            start, end, due = text.numeral
            message = (
                f"số {quote(read[start:end])} của đề mục không theo thứ tự, đến lượt {quote(due)}; "
                "hãy đánh số lại cho đúng."
            )
            yield _Suspect(start, end, message, NUMBER)
        for number in typed_numbers(read, self.cited):
            message = advice(number, self.figures, text.figure, self.complete)
            yield _Suspect(number.start, number.end, message, NUMBER)
        for found in misspelt(read, self.spellings):
            way = text.unit.format(found.unit_id)
            message = (
                f"{quote(found.written)} viết khác tên trong units.yml; "
                f"hãy viết {quote(found.name)} hoặc {way}."
            )
            yield _Suspect(found.start, found.end, message, SPELLING)


def _texts(dossier: Dossier) -> Iterator[_Text]:
    for typed in prose_of(dossier):
        yield _Text(typed.record.file, typed.text, _in_data(typed), "{{{}}}", "{{unit.{}}}")
    for typed in labels_of(dossier):
        yield _Text(typed.record.file, typed.text, _in_data(typed), "", "tên ấy")
    for typed in names_of(dossier):
        if not counts_something(typed.text):  # of thousands of names, hardly one
            continue
        yield _Text(typed.record.file, typed.text, _in_data(typed), "", "", is_name=True)


def _site(pages: Iterable[Page], titles: Iterable[SiteTitle]) -> Iterator[_Text]:
    for title in titles:
        yield _title(title.text, title.place)
    for page in pages:
        yield _title(page.title, page.title_place)
        for stretch in prose_of_page(page):
            yield _Text(
                page.file,
                stretch.text,
                lambda start, end, stretch=stretch: stretch.place(start),
                '{{{{ figure("{}") }}}}',
                '{{{{ phrase("unit.{}") }}}}',
                numeral=stretch.numeral,
            )


def _title(text: str, place: Place) -> _Text:
    return _Text(place.file, text, lambda start, end: place, "", "tên ấy")


def _in_data(typed: Typed) -> Callable[[int, int], Place]:
    """Places of stretches of one text of the data."""

    def place(start: int, end: int) -> Place:
        written = typed.text[start:end]
        return typed.record.find(written, typed.text[:start].count(written), *typed.keys)

    return place


def _allows(entry: Allowed, text: _Text, suspect: _Suspect) -> bool:
    """True when an exception names this file and its words cover the suspect."""
    if text.file != entry.where and not text.file.endswith(f"/{entry.where}"):
        return False
    start = text.text.find(entry.text)
    while start >= 0:
        if start <= suspect.start and suspect.end <= start + len(entry.text):
            return True
        start = text.text.find(entry.text, start + 1)
    return False


def _too_wide(entry: Allowed) -> bool:
    """A bare number would let every such number of the file pass."""
    return not re.search(r"[^\W\d_]", entry.text)
