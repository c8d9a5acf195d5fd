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
from conference.guard.advice import Advice
from conference.guard.called import misplaced
from conference.guard.citing import Citing
from conference.guard.doubled import doubled
from conference.guard.exceptions import UNUSED, ExceptionUse, wrong_exceptions
from conference.guard.names import NumberedNames, ProperNames, ShortForms
from conference.guard.nouns import CountedNouns
from conference.guard.numbering import Numeral, Sections, without_rank
from conference.guard.numbers import advice_in_name, counted_in_name, counts_something
from conference.guard.prose import Stretch
from conference.guard.prose import prose_of as prose_of_page
from conference.guard.shapes import typed_numbers
from conference.guard.spelling import misspelt, spellings
from conference.guard.text import Called, blank, mark
from conference.models import Dossier
from conference.models.fields import LocatedText, labels_of, names_of, prose_of
from conference.pages.mistyped_calls import IN_DATA, IN_PAGES, Notation
from conference.pages.page import Page, SiteTitle
from conference.references import APART, Reference, find_references, runs_together
from conference.rule import Rule

_SECTIONS = Sections(None)
_PART = re.compile(r"\bphần ([0-9]{1,3})$")

NUMBER, NOUN, CITED = "typed-number", "figure-noun", "cited-paper"
SPELLING, NAME, DOUBLED = "unit-spelling", "name-spelling", "word-doubled"


GUARD_RULES = (
    Rule(NUMBER, "Không gõ tay con số trong câu chữ: gọi tên con số, đổi một chỗ là đổi mọi chỗ."),
    Rule(CITED, "Văn bản dẫn viết đúng loại, số, ngày và tên đã khai trong citations.yml."),
    Rule(NOUN, "Con số gọi theo tên đứng cạnh đúng thứ nó đếm, đúng năm, đúng tháng."),
    Rule(SPELLING, "Tên đơn vị viết đúng như trong units.yml, không theo tên cũ hay thiếu chữ."),
    Rule(NAME, "Tên người, chức vụ và địa danh viết đúng như trong dữ liệu."),
    Rule(DOUBLED, "Không gõ lặp một chữ hay một cụm chữ liền nhau."),
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
    calls: tuple[Called, ...] = ()
    """What it calls, where marks stand in it; in the data calls are read from the text."""
    document: str = ""
    """The id of the document whose page it stands on."""


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
    site = _texts_of_site(pages, titles, facts)
    for text in chain(_texts_of_data(facts.dossier), site):
        for suspect in search.suspects(text):
            stretch = (suspect.start, suspect.end)
            if not [e for e in exceptions if e.covers(text.file, text.text, *stretch)]:
                yield Finding(text.place(*stretch), suspect.message, suspect.rule)
    yield from wrong_exceptions(exceptions, facts.dossier.whole)


class _Search:
    """What to look for, prepared once for all texts."""

    def __init__(self, facts: Facts) -> None:
        dossier = facts.dossier
        self.facts, self.figures = facts, facts.figures
        self.nouns = CountedNouns(facts)
        self.advice = Advice(facts, self.nouns)
        self.citing = Citing(dossier)
        self.numbered_names = NumberedNames(dossier)
        self.spellings = spellings(dossier)
        self.short_forms, self.proper_names = ShortForms(dossier), ProperNames(dossier)
        self._seen: dict[tuple[object, ...], list[_Suspect]] = {}

    def suspects(self, text: _GuardedText) -> list[_Suspect]:
        """Search a text; the answer is kept, for in a long list the same few words come again."""
        key = (text.text, text.notation, text.is_name, text.numeral, text.calls, text.document)
        if key not in self._seen:
            self._seen[key] = list(self._find(text))
        return self._seen[key]

    def _find(self, text: _GuardedText) -> Iterator[_Suspect]:
        prose = text.text
        references = list(find_references(prose))
        yield from self._run_together(prose, references)
        calls = [*text.calls]
        for reference in references:
            prose = mark(prose, reference.start, reference.end)
            calls.append(Called(reference.start, reference.end, reference.name))
        if text.notation is not IN_PAGES:
            prose = _SECTIONS.strip(prose)
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
        if text.notation:
            for start, end in doubled(prose):
                message = f"{quote(prose[start:end])} gõ lặp; hãy bỏ một lần."
                yield _Suspect(start, end, message, DOUBLED)
        for start, end, message in misplaced(prose, calls, self.figures, self.nouns):
            yield _Suspect(start, end, message, NOUN)
        yield from self._misspelt(prose, text.notation)
        yield from self._numbers(prose, text)

    def _numbers(self, prose: str, text: _GuardedText) -> Iterator[_Suspect]:
        """Numbers typed by hand, and papers of others that are not as declared."""
        prose = self.numbered_names.strip(prose)
        prose, cited, titles = self.citing.find(prose, text.notation)
        for start, end, message in cited:
            yield _Suspect(start, end, message, CITED)
        for number in typed_numbers(prose, self.nouns.counted):
            in_title = any(start <= number.start < end for start, end in titles)
            message = self.advice.for_number(
                number, prose, text.notation, in_title=in_title, document=text.document
            )
            yield _Suspect(number.start, number.end, message, NUMBER)

    def _misspelt(self, prose: str, notation: Notation | None) -> Iterator[_Suspect]:
        """Names of units, persons, posts and places that are not written as in the data."""
        for found in misspelt(prose, self.spellings):
            name = f"unit.{found.unit_id}"
            way = notation.name(name, "") if notation else "tên ấy"
            message = (
                f"{quote(found.written)} viết khác tên trong units.yml; "
                f"hãy viết {quote(found.name)} hoặc {way}."
            )
            yield _Suspect(found.start, found.end, message, SPELLING)
            prose = blank(prose, found.start, found.end)
        for short in self.short_forms.find(prose):
            written = prose[short.start : short.end]
            message = f"{quote(written)} là chữ viết tắt chưa khai trong units.yml (short)"
            way = notation.name(f"unit.{short.unit_id}", "") if notation and short.unit_id else ""
            if short.right:
                message += f"; hãy viết {quote(short.right)}{f' hoặc {way}' if way else ''}."
            else:
                message += "; hãy viết đủ tên, hoặc khai chữ tắt ấy."
            yield _Suspect(short.start, short.end, message, SPELLING)
        for one in self.proper_names.find(prose):
            written = prose[one.start : one.end]
            message = f"{quote(written)} viết khác tên trong dữ liệu; hãy viết {quote(one.right)}."
            yield _Suspect(one.start, one.end, message, NAME)

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
    ranks = {id(meeting): n for n, meeting in enumerate(dossier.conference.meetings, start=1)}
    for typed in prose_of(dossier):
        rank = ranks.get(id(typed.record)) if typed.keys == ("name",) else None
        text = without_rank(typed.text, rank) if rank else typed.text
        yield _GuardedText(typed.record.file, text, _in_data(typed), IN_DATA)
    for typed in labels_of(dossier):
        yield _GuardedText(typed.record.file, typed.text, _in_data(typed))
    for typed in names_of(dossier):
        if not counts_something(typed.text):  # of thousands of names, hardly one
            continue
        yield _GuardedText(typed.record.file, typed.text, _in_data(typed), is_name=True)


def _texts_of_site(
    pages: Iterable[Page], titles: Iterable[SiteTitle], facts: Facts
) -> Iterator[_GuardedText]:
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
                calls=stretch.calls(facts.names.own),
                document=page.document,
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
