"""The guard over prose: no number typed by hand, no unit spelt another way, in pages or in data.

What a reader reads of a page is found by prose.py; the other modules each know one thing to look for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from conference.facts import Facts
from conference.findings import Finding, Place, quote
from conference.guard.exceptions import UNUSED, ExceptionUse, wrong_exceptions
from conference.guard.numbering import Numeral
from conference.guard.numbers import (
    advice,
    advice_in_name,
    blank,
    cited,
    counted_in_name,
    counts_something,
    is_in_code,
    typed_numbers,
)
from conference.guard.prose import Stretch
from conference.guard.prose import prose_of as prose_of_page
from conference.guard.spelling import misspelt, spellings
from conference.models import Dossier
from conference.models.fields import LocatedText, labels_of, names_of, prose_of
from conference.pages.mistyped_calls import IN_DATA, IN_PAGES, Notation
from conference.pages.page import Page, SiteTitle
from conference.references import APART, Reference, find_references, runs_together
from conference.rule import Rule

_PART = re.compile(r"\bphần ([0-9]{1,3})$")

NUMBER, SPELLING = "typed-number", "unit-spelling"


GUARD_RULES = (
    Rule(NUMBER, "Không gõ tay con số trong câu chữ: gọi tên con số, đổi một chỗ là đổi mọi chỗ."),
    Rule(SPELLING, "Tên đơn vị viết đúng như trong units.yml, không theo tên cũ hay thiếu chữ."),
    Rule(UNUSED, "Mỗi mục trong exceptions.yml phải khớp với một chỗ có thật."),
)


class _GuardedText(NamedTuple):
    """A text to search.

    Attributes:
        file: how editors know the file it stands in.
        text: the text, in the data with its references as typed.
        place: start and end of a stretch of it, as offsets → where that stands in the file.
        notation: how figures and units are called there; None where none can be.
    """

    file: str
    text: str
    place: Callable[[int, int], Place]
    notation: Notation | None = None
    is_name: bool = False
    """A proper name, in which only what is counted is a number: «Chi bộ 5», but «20 tập thể»."""
    numeral: Numeral | None = None
    """The number of a heading or a paragraph, out of order."""


class _Suspect(NamedTuple):
    """A stretch of a text that an exception has to cover, or else is reported."""

    start: int
    end: int
    message: str
    rule: str


def guard(
    facts: Facts,
    pages: Iterable[Page],
    titles: Iterable[SiteTitle] = (),
) -> Iterator[Finding]:
    """Find what is typed by hand and should come from the data, and exceptions nobody needs.

    Args:
        facts: what is known, as far as it could be read.
        pages: the pages of the dossier.
        titles: the texts of mkdocs.yml that readers see.

    Yields:
        Findings of GUARD_RULES; none where the exceptions could not be read to the end, for who
        knows what they let pass.
    """
    if not (facts.dossier.exceptions.whole or facts.dossier.exceptions.absent):
        return
    exceptions = [ExceptionUse(entry) for entry in facts.dossier.exceptions.exceptions]
    search = _Search(facts)
    for text in chain(_texts_of_data(facts.dossier), _texts_of_site(pages, titles)):
        for suspect in search.suspects(text):
            stretch = (suspect.start, suspect.end)
            if not [e for e in exceptions if e.covers(text.file, text.text, *stretch)]:
                yield Finding(text.place(*stretch), suspect.message, suspect.rule)
    yield from wrong_exceptions(exceptions, facts.dossier.whole)


class _Search:
    """What to look for, prepared once for all texts."""

    def __init__(self, facts: Facts) -> None:
        dossier = facts.dossier
        self.figures = facts.figures
        self.cited = cited(dossier)
        self.all_cited = dossier.citations.whole or dossier.citations.absent
        self.spellings = spellings(dossier)
        self.complete = dossier.whole
        self._seen: dict[tuple[object, ...], list[_Suspect]] = {}

    def suspects(self, text: _GuardedText) -> list[_Suspect]:
        """Search a text; the answer is kept, for in a long list the same few words come again."""
        key = (text.text, text.notation, text.is_name, text.numeral)
        if key not in self._seen:
            self._seen[key] = list(self._find(text))
        return self._seen[key]

    def _find(self, text: _GuardedText) -> Iterator[_Suspect]:
        prose = text.text
        references = list(find_references(prose))
        yield from self._run_together(prose, references)
        for reference in references:
            prose = blank(prose, reference.start, reference.end)
        if text.is_name:
            for number in counted_in_name(prose):
                yield _Suspect(number.start, number.end, advice_in_name(number), NUMBER)
            return
        if text.numeral:
            start, end, due = text.numeral
            message = (
                f"số {quote(prose[start:end])} của mục không theo thứ tự, đến lượt {quote(due)}; "
                "hãy đánh số lại cho đúng."
            )
            yield _Suspect(start, end, message, NUMBER)
            prose = blank(prose, start, end)
        for number in typed_numbers(prose, self.cited):
            if not self.all_cited and is_in_code(prose, number):
                continue  # perhaps of a document that could not be read
            after = prose[number.end :]
            message = advice(number, after, self.figures, text.notation, self.complete)
            yield _Suspect(number.start, number.end, message, NUMBER)
        for found in misspelt(prose, self.spellings):
            name = f"unit.{found.unit_id}"
            way = text.notation.name(name, "") if text.notation else "tên ấy"
            message = (
                f"{quote(found.written)} viết khác tên trong units.yml; "
                f"hãy viết {quote(found.name)} hoặc {way}."
            )
            yield _Suspect(found.start, found.end, message, SPELLING)

    def _run_together(self, text: str, references: list[Reference]) -> Iterator[_Suspect]:
        """Figures with nothing between them: two numbers, printed as one."""
        for first, second in pairwise(references):
            between = text[first.end : second.start]
            numbers = sum(reference.name in self.figures for reference in (first, second))
            if numbers and runs_together(between, signs=numbers > 1):
                pair = f"{{{first.name}}}{between}{{{second.name}}}"
                message = f"số {quote(pair)} in dính vào nhau thành số khác; {APART}"
                yield _Suspect(first.start, second.end, message, NUMBER)


def _texts_of_data(dossier: Dossier) -> Iterator[_GuardedText]:
    for typed in prose_of(dossier):
        yield _GuardedText(typed.record.file, typed.text, _in_data(typed), IN_DATA)
    for typed in labels_of(dossier):
        yield _GuardedText(typed.record.file, typed.text, _in_data(typed))
    for typed in names_of(dossier):
        if not counts_something(typed.text):  # of thousands of names, hardly one
            continue
        yield _GuardedText(typed.record.file, typed.text, _in_data(typed), is_name=True)


def _texts_of_site(pages: Iterable[Page], titles: Iterable[SiteTitle]) -> Iterator[_GuardedText]:
    for title in titles:
        yield _title(title.text, title.place)
    for page in pages:
        yield _title(page.title, page.title_place)
        for stretch in prose_of_page(page):
            yield _GuardedText(
                page.file,
                stretch.text,
                _in_page(stretch),
                IN_PAGES,
                numeral=stretch.numeral,
            )


def _title(text: str, place: Place) -> _GuardedText:
    """A title; that it names which part of a long list is shown is numbering, no number."""
    if part := _PART.search(text):
        text = blank(text, *part.span(1))
    return _GuardedText(place.file, text, lambda start, end: place)


def _in_page(stretch: Stretch) -> Callable[[int, int], Place]:
    """Locate letters of one stretch of a page."""
    return lambda start, end: stretch.place(start)


def _in_data(typed: LocatedText) -> Callable[[int, int], Place]:
    """Locate stretches of one text of the data."""

    def place(start: int, end: int) -> Place:
        written = typed.text[start:end]
        return typed.record.find(written, typed.text[:start].count(written), *typed.keys)

    return place
