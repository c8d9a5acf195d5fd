"""Figures that are called where they do not belong: before a noun they do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from conference.figures import Figure, Kind
from conference.findings import quote
from conference.guard.bodies import body_before, body_of
from conference.guard.nouns import CountedNouns, labels_of_rank, stands_behind_its_noun
from conference.guard.text import MARK, Called, Word, words_after, words_before

_PERCENT = re.compile(rf"{MARK}\s*(%|‰)")
_CALL = re.compile(rf"{MARK}\s*")
_CLAUSE = re.compile(rf"[.;:\n{MARK}]")
_ALSO_TIMES = ("mục", "ngày", "năm")
"""Words of rank that stand before a count as well: «trong năm 28 tập thể …»."""
_SUMMED_UP = ("tổng kết", "đánh giá kết quả")
_TO_COME = ("phương hướng",)


class Misplaced(NamedTuple):
    """A noun beside a figure that does not fit it."""

    start: int
    end: int
    message: str


def misplaced(
    text: str, calls: Sequence[Called], figures: Mapping[str, Figure], nouns: CountedNouns
) -> Iterator[Misplaced]:
    """Find the nouns that a called figure does not count, and figures added up in a sentence.

    What follows is compared with the nouns of the data and with measures; anything else may
    stand there.

    Args:
        text: the text, its calls marked.
        calls: its calls, in order.
        figures: name → figure.
        nouns: what is counted.
    """
    shown = [(call, figures[call.name]) for call in calls if call.name in figures]
    for call, figure in shown:
        behind = _CALL.match(text, call.start)
        end = behind.end() if behind else call.end
        after = words_after(text, end, 6)
        before = words_before(text, call.start, 8)
        found = _wrong(text, call, figure, before, after, nouns)
        if found:
            yield found
        yield from _wrong_year(text, call, figure, before)
        yield from _wrong_body(text, figure, before)
    for (first, _), (second, _) in pairwise(shown):
        between = _CALL.sub("", text[first.start : second.start])
        if re.fullmatch(r"\s*[+]\s*", between):
            after = words_after(text, _after_call(text, second), 2)
            start, end = (
                (after[0].start, after[-1].end) if after else (second.start, second.start + 1)
            )
            written = text[start:end] if after else "+"
            message = (
                f"{quote(written)} đứng sau phép cộng viết trong câu; tổng phải là một con số có tên, hãy gọi "
                "tổng ấy."
            )
            yield Misplaced(start, end, message)


def _after_call(text: str, call: Called) -> int:
    behind = _CALL.match(text, call.start)
    return behind.end() if behind else call.end


def _wrong(
    text: str,
    call: Called,
    figure: Figure,
    before: Sequence[Word],
    after: Sequence[Word],
    nouns: CountedNouns,
) -> Misplaced | None:
    percent = _PERCENT.match(text, call.start)
    if percent and percent[1] not in figure.nouns:
        return _told(text, *percent.span(1), figure)
    rank = before[-1] if before and before[-1].word in labels_of_rank(figure) else None
    noun = nouns.noun_behind(after)
    if figure.kind is Kind.COUNT:
        if after and nouns.fits_behind(figure, after) and (noun or not rank):
            return None
        rank = None if rank and rank.word in _ALSO_TIMES else rank
    elif stands_behind_its_noun(figure, [word.word for word in before]):
        return None
    if rank:
        return _told(text, rank.start, rank.end, figure)
    return _told(text, after[0].start, after[noun - 1].end, figure) if noun else None


def _told(text: str, start: int, end: int, figure: Figure) -> Misplaced:
    counts = " hoặc ".join(quote(noun) for noun in figure.nouns[:2]) or quote(figure.title)
    message = (
        f"{quote(text[start:end])} không phải thứ mà {quote(figure.name)} nói đến ({counts}: {figure.title}); "
        "hãy sửa chữ ấy, hoặc gọi đúng con số."
    )
    return Misplaced(start, end, message)


def _wrong_body(text: str, figure: Figure, before: Sequence[Word]) -> Iterator[Misplaced]:
    """The members of one body, in a sentence that names another."""
    named, start, end = body_before(before)
    if named and body_of(figure) not in ("", named):
        yield _told(text, start, end, figure)


def _wrong_year(
    text: str, call: Called, figure: Figure, before: Sequence[Word]
) -> Iterator[Misplaced]:
    """The two years in each other's place: «tổng kết … năm sau», «phương hướng … năm tổng kết»."""
    if not before or before[-1].word != "năm":
        return
    said = _CLAUSE.split(text[max(0, call.start - 160) : call.start])[-1].lower()
    wrong = {"conference.next_year": _SUMMED_UP, "conference.year": _TO_COME}.get(figure.name, ())
    other = {"conference.next_year": _TO_COME, "conference.year": _SUMMED_UP}.get(figure.name, ())
    if max((said.rfind(w) for w in wrong), default=-1) > max(
        (said.rfind(w) for w in other), default=-1
    ):
        year = before[-1]
        message = (
            f"{quote(text[year.start : year.end])} ở đây là {figure.title.lower()}, trong khi câu nói {quote(wrong[0])}; hãy đổi "
            "conference.year và conference.next_year cho đúng chỗ."
        )
        yield Misplaced(year.start, year.end, message)
