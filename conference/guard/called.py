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
from conference.wording import MEASURES, PAIRED, word_set

_PERCENT = re.compile(rf"{MARK}\s*(%|‰)")
_CALL = re.compile(rf"{MARK}\s*")
_CLAUSE = re.compile(rf"[.;:\n{MARK}]")
_ALSO_TIMES = ("mục", "ngày", "năm")
"""Words of rank that stand before a count as well: «trong năm 28 tập thể …»."""
_NO_NUMBERS = (
    "conference.date",
    "conference.period",
    "conference.previous_period",
    "conference.reserve",
    "agenda.",
    "tasks.",
    "document.",
    "meetings.",
    "facts.",
)
"""How the names begin that call days, hours and periods, where they are no figures."""
_COUNTING = word_set("gồm cử mời tặng bầu khen")
"""Verbs before a number of something."""
_BOUND = re.compile(
    r"(?i)(?<!\w)(ít nhất|nhiều nhất|tối thiểu|tối đa|không quá|không dưới|khoảng|trên|dưới|hơn|gần)\s+$"
)
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
    for call in calls:
        if call.name not in figures and call.name.startswith(_NO_NUMBERS):
            yield from _no_number(text, call)
    shown = [(call, figures[call.name]) for call in calls if call.name in figures]
    for call, figure in shown:
        behind = _CALL.match(text, call.start)
        end = behind.end() if behind else call.end
        after = words_after(text, end, 6)
        before = words_before(text, call.start, 8)
        found = _wrong(text, call, figure, before, after, nouns)
        if found:
            yield found
        yield from _said_twice(text, call, figure)
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


def _no_number(text: str, call: Called) -> Iterator[Misplaced]:
    """A day, an hour or a period where a number of something stands: «ngày 16/10/2025 ngày», «7h30 phiên»."""
    end = _after_call(text, call)
    after, before = words_after(text, end, 2), words_before(text, call.start, 1)
    plain = [word.word for word in after]
    counted = plain[:1] and (plain[0] in MEASURES or " ".join(plain) in PAIRED)
    sign = re.compile(r"\s*(%|‰)").match(text, end)
    if sign or counted or (before and before[-1].word in _COUNTING):
        start, stop = (
            sign.span(1) if sign else (after[0].start, after[0].end) if after else (call.start, end)
        )
        message = (
            f"{quote(call.name)} in ra ngày, giờ hay quãng năm, không phải một con số; hãy gọi con số, hoặc sửa "
            f"chữ {quote(text[start:stop].strip(MARK + ' ')) if after or sign else 'đứng trước'}."
        )
        yield Misplaced(start, stop, message)


def _said_twice(text: str, call: Called, figure: Figure) -> Iterator[Misplaced]:
    """A word of bounds before a figure that prints its own: «ít nhất không quá 08»."""
    if not figure.qualifier.said or not (bound := _BOUND.search(text[: call.start][-24:])):
        return
    start = call.start - len(bound[0])
    message = f"{quote(bound[1])} đứng trước lời gọi đã in {quote(figure.shown())}; hãy bỏ chữ ấy."
    yield Misplaced(start, start + len(bound[1]), message)


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
            one = nouns.is_one_kind(figure, after, text[after[0].start :])
            return _one_kind(text, after[0].start, after[one - 1].end, figure) if one else None
        rank = None if rank and rank.word in _ALSO_TIMES else rank
    elif stands_behind_its_noun(figure, [word.word for word in before]):
        return None
    if rank:
        return _told(text, rank.start, rank.end, figure)
    return _told(text, after[0].start, after[noun - 1].end, figure) if noun else None


def _one_kind(text: str, start: int, end: int, figure: Figure) -> Misplaced:
    message = (
        f"{quote(text[start:end])} chỉ là một loại trong {quote(figure.title)}; hãy gọi tổng của loại ấy, hoặc kể "
        "đủ các loại."
    )
    return Misplaced(start, end, message)


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
