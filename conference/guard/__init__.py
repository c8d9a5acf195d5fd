"""The guard over prose: no number typed by hand, no unit spelt another way, in pages or in data.

What a reader reads of a page is found by prose.py; the other modules each know one thing to look for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from conference.facts import Facts
from conference.findings import Finding, Place
from conference.guard.contradicted import OF_A_TERM
from conference.guard.exceptions import UNUSED, ExceptionUse, wrong_exceptions
from conference.guard.numbers import counts_something
from conference.guard.parts_named import Appendices, Articles
from conference.guard.prose import Stretch
from conference.guard.prose import prose_of as prose_of_page
from conference.guard.search import (
    CITED,
    CONTRADICTED,
    DOUBLED,
    NAME,
    NOUN,
    NUMBER,
    SPELLING,
    GuardedText,
    Search,
)
from conference.guard.text import MARK, blank
from conference.models import Dossier
from conference.models.fields import LocatedText, labels_of, names_of, prose_of
from conference.pages.notation import IN_DATA, IN_PAGES
from conference.pages.page import Page, SiteTitle
from conference.rule import Rule

_CALL = re.compile(rf"{MARK}|\{{[^{{}}]*\}}")
_ROUND = 400
"""Letters on either side of a number that tell it from others: a text of nothing but numbers is no trap."""
_PART = re.compile(r"\bphần ([0-9]{1,3})$")

GUARD_RULES = (
    Rule(NUMBER, "Không gõ tay con số trong câu chữ: gọi tên con số, đổi một chỗ là đổi mọi chỗ."),
    Rule(CITED, "Văn bản dẫn viết đúng loại, số, ngày và tên đã khai trong citations.yml."),
    Rule(NOUN, "Con số gọi theo tên đứng cạnh đúng thứ nó đếm, đúng năm, đúng tháng."),
    Rule(SPELLING, "Tên đơn vị viết đúng như trong units.yml, không theo tên cũ hay thiếu chữ."),
    Rule(NAME, "Tên người, chức vụ và địa danh viết đúng như trong dữ liệu."),
    Rule(
        CONTRADICTED,
        "Câu chữ nói đúng như dữ liệu: ai chủ trì, sáng hay chiều, văn bản nhắc đến có trước văn bản này.",
    ),
    Rule(DOUBLED, "Không gõ lặp một chữ hay một cụm chữ liền nhau."),
    Rule(UNUSED, "Mỗi mục trong exceptions.yml phải khớp với một chỗ có thật."),
)


class RestsOn(StrEnum):
    """What lets a number that was typed by hand stand."""

    CITATION = "cited"
    NAME = "named"
    EXCEPTION = "exempt"
    NOTHING = "left_over"


class Typed(NamedTuple):
    """Words with a number in them that were typed by hand.

    Attributes:
        text: the words, as a reader sees them.
        before: what stands before them in their paragraph, back to a call, or to so many letters.
        after: what stands behind them, up to a call, or to so many letters.
        rests_on: what lets them stand.
        reason: why they pass, if editors had to say so.
    """

    text: str
    before: str
    after: str
    rests_on: RestsOn
    reason: str = ""


class Guarded(NamedTuple):
    """What the guard found.

    Attributes:
        findings: of GUARD_RULES.
        typed: file → the numbers its prose says by hand, in its order.
    """

    findings: tuple[Finding, ...] = ()
    typed: Mapping[str, Sequence[Typed]] = MappingProxyType({})


def guard(facts: Facts, pages: Iterable[Page], titles: Iterable[SiteTitle] = ()) -> Guarded:
    """Find what is typed by hand and should come from the data, and exceptions nobody needs.

    Args:
        facts: what is known, as far as it could be read.
        pages: the pages of the dossier.
        titles: the texts of mkdocs.yml that readers see.

    Returns:
        What was found; nothing where the exceptions could not be read to the end, for who knows
        what they let pass.
    """
    if not (facts.dossier.exceptions.whole or facts.dossier.exceptions.absent):
        return Guarded()
    exceptions = [ExceptionUse(entry) for entry in facts.dossier.exceptions.exceptions]
    search = Search(facts)
    findings: list[Finding] = []
    typed: dict[str, list[Typed]] = {}
    pages = tuple(pages)
    of_data, of_site = _texts_of_data(facts.dossier, pages), _texts_of_site(pages, titles, facts)
    for text in chain(of_data, of_site):
        looked = search.look(text)
        by_hand = [
            (v.start, v.end, RestsOn.CITATION if v.is_paper else RestsOn.NAME, "")
            for v in looked.vouched
        ]
        for suspect in looked.suspects:
            stretch = (suspect.start, suspect.end)
            covering = [e for e in exceptions if e.covers(text.file, text.text, *stretch)]
            if not covering:
                findings.append(Finding(text.place(*stretch), suspect.message, suspect.rule))
            if suspect.rule in (NUMBER, CITED):
                rests_on = RestsOn.EXCEPTION if covering else RestsOn.NOTHING
                reason = covering[0].entry.reason if covering else ""
                by_hand.append((*stretch, rests_on, reason))
        if by_hand and text.notation:
            typed.setdefault(text.file, []).extend(
                Typed(
                    text.text[start:end],
                    _CALL.split(text.text[max(0, start - _ROUND) : start])[-1],
                    _CALL.split(text.text[end : end + _ROUND])[0],
                    rests_on,
                    reason,
                )
                for start, end, rests_on, reason in sorted(by_hand)
            )
    findings += wrong_exceptions(exceptions, facts.dossier.whole)
    return Guarded(tuple(findings), typed)


def _texts_of_data(dossier: Dossier, pages: Iterable[Page]) -> Iterator[GuardedText]:
    ranks = {id(meeting): n for n, meeting in enumerate(dossier.conference.meetings, start=1)}
    pages = tuple(pages)
    articles, appendices = _articles_of_documents(dossier, pages), _appendices(pages)
    for typed in prose_of(dossier):
        text, rank = (
            appendices.strip(typed.text),
            ranks.get(id(typed.record), 0) if typed.keys == ("name",) else 0,
        )
        if own := articles.get(id(typed.record)):
            text = own.strip(text)
        yield GuardedText(typed.record.file, text, _in_data(typed), IN_DATA, rank=rank)
    for typed in labels_of(dossier):
        yield GuardedText(typed.record.file, typed.text, _in_data(typed))
    for typed in names_of(dossier):
        # Of thousands of names, hardly one.
        if not (counts_something(typed.text) or OF_A_TERM.search(typed.text)):
            continue
        yield GuardedText(typed.record.file, typed.text, _in_data(typed), is_name=True)


def _articles_of_documents(dossier: Dossier, pages: Iterable[Page]) -> dict[int, Articles]:
    """The articles that what is said of a document may name, as its page does: «Như Điều 3»."""
    printed = {page.document: page for page in pages if page.paper == "document"}
    return {
        id(record): Articles(printed[document.id].text)
        for document in dossier.documents.documents
        if document.id in printed
        for record in document.walk()
    }


def _appendices(pages: Iterable[Page], document: str = "") -> Appendices:
    """The appendices of a document, or of all."""
    return Appendices(
        page.text for page in pages if page.paper == "appendix" and document in ("", page.document)
    )


def _texts_of_site(
    pages: Iterable[Page], titles: Iterable[SiteTitle], facts: Facts
) -> Iterator[GuardedText]:
    pages = tuple(pages)
    every = _appendices(pages)
    for title in titles:
        yield _title(every.strip(title.text), title.place)
    for page in pages:
        own = _appendices(pages, page.document) if page.document else every
        yield _title(own.strip(page.title), page.title_place)
        for stretch in prose_of_page(page):
            yield GuardedText(
                page.file,
                own.strip(stretch.text),
                _in_page(stretch),
                IN_PAGES,
                numeral=stretch.numeral,
                calls=stretch.calls(facts.names.own),
                document=page.document,
            )


def _title(text: str, place: Place) -> GuardedText:
    """A title; that it names which part of a long list is shown is numbering, no number."""
    if part := _PART.search(text):
        text = blank(text, *part.span(1))
    return GuardedText(place.file, text, lambda start, end: place)


def _in_page(stretch: Stretch) -> Callable[[int, int], Place]:
    """Locate letters of one stretch of a page."""
    return lambda start, end: stretch.place(start)


def _in_data(typed: LocatedText) -> Callable[[int, int], Place]:
    """Locate stretches of one text of the data."""

    def place(start: int, end: int) -> Place:
        written = typed.text[start:end]
        return typed.record.find(written, typed.text[:start].count(written), *typed.keys)

    return place
