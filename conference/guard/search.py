"""What the guard asks of one text: which stretches are suspect, which the data vouch for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from conference.facts import Facts
from conference.findings import Place, quote
from conference.guard.advice import Advice
from conference.guard.called import misplaced
from conference.guard.citing import Citing
from conference.guard.contradicted import Contradictions
from conference.guard.doubled import doubled, said_by_call
from conference.guard.names import NumberedNames, ProperNames, ShortForms, meetings_named
from conference.guard.nouns import CountedNouns
from conference.guard.numbering import Numeral
from conference.guard.numbers import advice_in_name, counted_in_name
from conference.guard.pairs import mismatched
from conference.guard.parts_named import Sections
from conference.guard.ranks import without_rank
from conference.guard.shapes import typed_numbers
from conference.guard.spelling import misspelt, spellings
from conference.guard.text import Called, blank, mark
from conference.pages.notation import IN_PAGES, Notation
from conference.references import APART, Reference, find_references, runs_together

NUMBER, NOUN, CITED = "typed-number", "figure-noun", "cited-paper"
SPELLING, NAME, DOUBLED = "unit-spelling", "name-spelling", "word-doubled"
CONTRADICTED = "said-otherwise"

_SECTIONS = Sections(None)


class GuardedText(NamedTuple):
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
    rank: int = 0
    """Of the name of one of several meetings, which it is: «lần thứ hai» is right in that of the second."""


class Suspect(NamedTuple):
    """A stretch of a text that an exception has to cover, or else is reported."""

    start: int
    end: int
    message: str
    rule: str


class Vouched(NamedTuple):
    """A stretch typed by hand that is as the data have it: a cited paper, or a name with its number."""

    start: int
    end: int
    is_paper: bool


class Looked(NamedTuple):
    """What was found in a text."""

    suspects: list[Suspect]
    vouched: list[Vouched]


class Search:
    """What to look for, prepared once for all texts."""

    def __init__(self, facts: Facts) -> None:
        dossier = facts.dossier
        self.facts, self.figures = facts, facts.figures
        self._names = frozenset(facts.names.names)
        self.nouns = CountedNouns(facts)
        self.advice = Advice(facts, self.nouns)
        self.citing = Citing(dossier)
        self.contradictions = Contradictions(facts, self.nouns)
        self.numbered_names = NumberedNames(dossier)
        self.spellings = spellings(dossier)
        self.short_forms, self.proper_names = ShortForms(dossier), ProperNames(dossier)
        self._looked: dict[tuple[object, ...], Looked] = {}

    def look(self, text: GuardedText) -> Looked:
        """Search a text; the answer is kept, for in a long list the same few words come again."""
        key = (*text[:2], *text[3:])
        if key not in self._looked:
            found = list(self._find(text))
            self._looked[key] = Looked(
                [one for one in found if isinstance(one, Suspect)],
                [one for one in found if isinstance(one, Vouched)],
            )
        return self._looked[key]

    def _find(self, text: GuardedText) -> Iterator[Suspect | Vouched]:
        prose = text.text
        references = list(find_references(prose))
        yield from self._run_together(prose, references)
        calls = [*text.calls]
        for reference in references:
            prose = mark(prose, reference.start, reference.end)
            calls.append(Called(reference.start, reference.end, reference.name, reference.form))
        if text.notation is not IN_PAGES:
            prose = _SECTIONS.strip(prose)
        if text.is_name:
            for number in counted_in_name(prose):
                yield Suspect(number.start, number.end, advice_in_name(number), NUMBER)
            for start, end, message in self.contradictions.in_name(prose):
                yield Suspect(start, end, message, CONTRADICTED)
            return
        if text.numeral:
            start, end, due = text.numeral
            message = (
                f"số {quote(prose[start:end])} của mục không theo thứ tự, đến lượt {quote(due)}; "
                "hãy đánh số lại cho đúng."
            )
            yield Suspect(start, end, message, NUMBER)
            prose = blank(prose, start, end)
        if text.notation:
            for start, end in doubled(prose):
                message = f"{quote(prose[start:end])} gõ lặp; hãy bỏ một lần."
                yield Suspect(start, end, message, DOUBLED)
            yield from self._said_by_call(prose, calls, text.notation)
        known = [call for call in calls if call.name in self._names]
        for start, end, message in misplaced(prose, known, self.figures, self.nouns):
            yield Suspect(start, end, message, NOUN)
        for start, end, message in mismatched(prose, calls, self.figures):
            yield Suspect(start, end, message, NOUN)
        for start, end, message in self.contradictions.find(prose, calls, text.document):
            yield Suspect(start, end, message, CONTRADICTED)
        yield from self._misspelt(prose, text.notation)
        yield from self._numbers(prose, text)

    def _said_by_call(
        self, prose: str, calls: list[Called], notation: Notation
    ) -> Iterator[Suspect]:
        """Words that the call behind them prints again: «Ngày ngày 28/12/2022»."""
        for call in calls:
            printed = self.facts.names.phrase(call.name, call.form)
            if found := said_by_call(prose, call, printed):
                start, end = found
                short = self.facts.names.phrase(call.name, "short")
                may_stay = printed.startswith("ngày ") and printed == f"ngày {short}"
                keep = (
                    f", hoặc giữ chữ ấy và viết {notation.name(call.name, 'short')}"
                    if may_stay
                    else ""
                )
                message = (
                    f"{quote(prose[start:end])} là chữ mà lời gọi ngay sau cũng in ra ({quote(printed, 40)}); "
                    f"hãy bỏ ở đây{keep}."
                )
                yield Suspect(start, end, message, DOUBLED)

    def _numbers(self, prose: str, text: GuardedText) -> Iterator[Suspect | Vouched]:
        """Numbers typed by hand, and papers of others, as declared or not."""
        if text.rank:
            prose = without_rank(prose, text.rank)
        elif text.notation:
            for start, end, name in meetings_named(prose, self.facts):
                way = text.notation.name(name, "")
                message = f"{quote(prose[start:end])} là tên một cuộc họp, gõ tay; hãy viết {way}."
                yield Suspect(start, end, message, NUMBER)
                prose = blank(prose, start, end)
        for start, end in self.numbered_names.find(prose):
            yield Vouched(start, end, is_paper=False)
            prose = blank(prose, start, end)
        prose, cited, titles = self.citing.find(prose, text.notation)
        for start, end, message in cited:
            if message:
                yield Suspect(start, end, message, CITED)
            else:
                yield Vouched(start, end, is_paper=True)
        for number in typed_numbers(prose, self.nouns.counted):
            in_title = any(start <= number.start < end for start, end in titles)
            message = self.advice.for_number(
                number,
                prose,
                text.notation,
                in_title=in_title,
                document=text.document,
                rank=text.rank,
            )
            yield Suspect(number.start, number.end, message, NUMBER)

    def _misspelt(self, prose: str, notation: Notation | None) -> Iterator[Suspect]:
        """Names of units, persons, posts and places that are not written as in the data."""
        for found in misspelt(prose, self.spellings):
            name = f"unit.{found.unit_id}"
            way = notation.name(name, "") if notation else "tên ấy"
            message = (
                f"{quote(found.written)} viết khác tên trong units.yml; "
                f"hãy viết {quote(found.name)} hoặc {way}."
            )
            yield Suspect(found.start, found.end, message, SPELLING)
            prose = blank(prose, found.start, found.end)
        for short in self.short_forms.find(prose):
            written = prose[short.start : short.end]
            message = f"{quote(written)} là chữ viết tắt chưa khai trong units.yml (short)"
            way = notation.name(f"unit.{short.unit_id}", "") if notation and short.unit_id else ""
            if short.right:
                message += f"; hãy viết {quote(short.right)}{f' hoặc {way}' if way else ''}."
            else:
                message += "; hãy viết đủ tên, hoặc khai chữ tắt ấy."
            yield Suspect(short.start, short.end, message, SPELLING)
        for one in self.proper_names.find(prose):
            written = prose[one.start : one.end]
            message = f"{quote(written)} viết khác tên trong dữ liệu; hãy viết {quote(one.right)}."
            yield Suspect(one.start, one.end, message, NAME)

    def _run_together(self, text: str, references: list[Reference]) -> Iterator[Suspect]:
        """Figures with nothing between them: two numbers, printed as one."""
        for first, second in pairwise(references):
            between = text[first.end : second.start]
            numbers = sum(reference.name in self.figures for reference in (first, second))
            if numbers and runs_together(between, signs=numbers > 1):
                pair = f"{{{first.name}}}{between}{{{second.name}}}"
                message = f"số {quote(pair)} in dính vào nhau thành số khác; {APART}"
                yield Suspect(first.start, second.end, message, NUMBER)
