"""What the numbers of a conference count: the nouns of its data, and which figure a typed number is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from conference.facts import Facts
from conference.figures import Figure, Kind
from conference.figures.awards import TOTALS
from conference.guard.bodies import counts_members
from conference.guard.holders import Holders
from conference.guard.text import MARK, Word, is_bare, words_after, words_before
from conference.models.amounts import Qualifier
from conference.models.awards import nouns_of
from conference.wording import (
    FUNCTION_WORDS,
    MEASURES,
    PAIRED,
    Nouns,
    fold,
    fold_word,
    word_set,
    words_of,
)

_CLASSIFIERS = (("vị",), ("đồng", "chí"), ("các", "đồng", "chí"))
"""What may stand between a number and people: 23 đồng chí Ủy viên."""
_PIECES = word_set("bài bản tờ cuốn quyển bức bộ cuộc lượt cái chiếc suất")
"""What may stand between a number and things: 12 bài tham luận."""
_BEHIND = word_set("dự tham nghe về tiêu xuất có")
"""Verbs and adjectives behind a noun that make no other noun of it: dự, tham dự, tiêu biểu, xuất sắc, có."""
_HEAD = 2
"""The syllables of the noun that a name or a label begins with."""
_RANK_WORDS = word_set("năm tháng tuần quý ngày khóa điều khoản điểm mục chương")
"""Before a number they say that it is the number of one of them."""
_MONTH_BEFORE = re.compile(rf"th[aá]ng\s*(?:[0-9]{{1,2}}|{MARK})\s*/\s*$", re.IGNORECASE)
_YEARS = frozenset(("giai đoạn", "nhiệm kỳ", "năm học", "niên khóa", "cả năm"))
_TOTALS_OF_KINDS = frozenset(f"awards.{name}.total" for name in TOTALS.values())
_CLAUSE_END = re.compile(r"[.;:]\s")


class CountedNouns:
    """The nouns that the data counts or names, and the figures behind them."""

    def __init__(self, facts: Facts) -> None:
        self._figures = facts.figures
        self.holders = Holders(facts)
        time_of = facts.dossier.conference.time if facts.whole("conference") else None
        self._has_several_kinds = facts.whole("awards") and "," in nouns_of(
            facts.dossier.awards.awards
        )
        self._day = time_of.date if time_of else None
        self._meeting_year = (
            facts.dossier.conference.meeting_year if facts.whole("conference") else None
        )
        counted = [n for f in facts.figures.values() if f.kind is Kind.COUNT for n in f.nouns]
        self._values: dict[tuple[str, ...], set[int | None]] = {}
        for figure in facts.figures.values():
            for noun in figure.nouns if figure.kind is Kind.COUNT else ():
                self._values.setdefault(words_of(noun), set()).add(figure.value)
        followers = {word for noun in counted for word in words_of(noun)}
        heads = {" ".join(words_of(noun)[:_HEAD]) for noun in counted}
        self.counted = Nouns((*counted, *heads), followers)
        self.named = Nouns((*counted, *heads, *_heads_of_names(facts)), followers)

    def meets_on(self, day: date) -> bool:
        """Whether the conference meets on a day."""
        return self._day == day

    def figure_for(self, text: str, start: int, end: int, value: int | None) -> list[Figure]:
        """The figures that a typed number is, by its value and by the noun beside it.

        Args:
            text: the text, its calls marked.
            start: where the number begins.
            end: where it ends.
            value: what it is; None for no integer.

        Returns:
            Those that fit best; none where the noun is another's or none stands there.
        """
        found = [
            f
            for f in self._figures.values()
            # What is about so many, or a share, is written with those words: none fits a bare number.
            if f.value == value and f.qualifier is Qualifier.EXACT and not _is_counted(f)
        ]
        if not found:
            return []
        bare = is_bare(text)
        after = [word.word for word in words_after(text, end)]
        said = words_before(text, start)
        before = [word.word for word in said]
        best: list[Figure] = []
        longest = 0
        members = [figure for figure in found if counts_members(figure, said, after)]
        for figure in members or found:
            if figure.kind is Kind.COUNT:
                length = _length_behind(figure, after, bare) or int(bool(members))
            else:
                length = int(self._names_it(figure, before, after, text, start, end, bare=bare))
            if length > longest:
                best, longest = [], length
            if length and length == longest:
                best.append(figure)
        return best

    def _names_it(
        self,
        figure: Figure,
        before: Sequence[str],
        after: Sequence[str],
        text: str,
        start: int,
        end: int,
        *,
        bare: bool,
    ) -> bool:
        """Whether the words before a number say that it is this year, month, week or term."""
        same = fold if bare else str
        said = " ".join(before)
        if figure.nouns == ("năm",) and _MONTH_BEFORE.search(text[max(0, start - 60) : start]):
            return figure.value == self._meeting_year
        if not any(f" {said}".endswith(f" {same(noun)}") for noun in figure.nouns):
            return False
        if figure.name in ("conference.term", "conference.previous_term"):
            return self.holders.is_our_term(text, start, end)
        if figure.name in ("conference.ordinal", "conference.previous_ordinal"):
            return not self.holders.is_anothers(text, start)
        if figure.name == "conference.month":
            plain = before[-2:-1] in ([], ["trong"], ["vào"], ["họp"])
            return plain and self._is_our_year(text, end)
        if figure.name == "conference.week":
            month = self._figures.get("conference.month")
            behind = re.match(r"\s*(?:của\s+)?tháng\s*0?(\d+)", text[end : end + 30])
            return not behind or (month is not None and int(behind[1]) == month.value)
        return figure.name.startswith("conference.") and after[:1] != ["học"]

    def _is_our_year(self, text: str, end: int) -> bool:
        """Whether the year behind a month is that of the meeting, or none stands there."""
        behind = re.match(r"\s*(?:/|năm)\s*(\d{4})", text[end : end + 30])
        if behind:
            return int(behind[1]) == self._meeting_year
        return not re.match(r"\s*(?:hằng|hàng)", text[end : end + 30])

    def noun_behind(self, words: Sequence[Word]) -> int:
        """Count the words of the noun that a stretch begins with: of the data, or a measure; else 0."""
        plain = [word.word for word in words]
        if found := self.named.at(plain):
            return found
        if " ".join(plain[:2]) in PAIRED:
            return 2
        return int(bool(plain) and plain[0] in MEASURES | {"triệu", "nghìn", "ngàn", "tỷ", "năm"})

    def fits_behind(self, figure: Figure, words: Sequence[Word]) -> bool:
        """Whether what follows a call of a figure is what it counts, or no noun at all."""
        plain = [word.word for word in words]
        if not plain or plain[0] in FUNCTION_WORDS or plain[0] in _BEHIND:
            return True
        for skipped in (0, 1, 2):
            if skipped == 1 and plain[0] in _PIECES and self.counted.at(plain[1:]):
                return any(_begins(plain[1:], noun) for noun in self._nouns_about(figure))
            if skipped and tuple(plain[:skipped]) not in _CLASSIFIERS:
                continue
            rest = plain[skipped:]
            if "%" in figure.nouns and rest[:2] == ["phần", "trăm"]:
                return True
            if any(_begins(rest, noun) for noun in self._nouns_about(figure)):
                return not self._is_another(figure, rest)
            if skipped and not self.named.at(rest):
                return figure.name.startswith("delegates.")
        return False

    def is_one_kind(self, figure: Figure, words: Sequence[Word], text: str) -> int:
        """Count the words of a noun that is one of several kinds which a total counts together, if it stands alone.

        Args:
            figure: the total; 0 for any other figure.
            words: what stands behind its call.
            text: the same, to the end of the text: «tập thể, cá nhân» names two kinds.
        """
        if figure.name != "awards.total":
            return 0
        kinds = [
            noun
            for one in self._figures.values()
            if one.name in _TOTALS_OF_KINDS and one.value != figure.value
            for noun in one.nouns
        ]
        plain = tuple(word.word for word in words)
        named = [noun for noun in kinds if plain[: len(words_of(noun))] == words_of(noun)]
        clause = _CLAUSE_END.split(f"{text} ")[0].lower()
        if not named or any(noun in clause for noun in kinds if noun not in named):
            return 0
        return max(len(words_of(noun)) for noun in named)

    def _is_another(self, figure: Figure, words: Sequence[str]) -> bool:
        """Whether words say more than a figure counts: «đại biểu chính thức» behind that of all «đại biểu»."""
        own = {words_of(noun) for noun in self._nouns_about(figure)}
        said = [tuple(words[:length]) for length in range(len(words), 0, -1)]
        longest = next((noun for noun in said if noun in own or noun in self._values), ())
        return bool(longest) and longest not in own and figure.value not in self._values[longest]

    def _nouns_about(self, figure: Figure) -> Iterator[str]:
        """The nouns of a figure, and those of the whole it is part of."""
        yield from figure.nouns
        yield from figure.also
        root, *rest = figure.name.split(".")
        if len(rest) > 1:
            for whole in (f"{root}.stated", f"{root}.total", f"{root}.{rest[0]}.stated"):
                if whole in self._figures and not (root == "awards" and self._has_several_kinds):
                    yield from self._figures[whole].nouns


def labels_of_rank(figure: Figure) -> frozenset[str]:
    """The words before a number that say it is one of those: «tháng», «Điều»; the figure's own left out."""
    own = set(figure.nouns) | ({"khoá"} if "khóa" in figure.nouns else set())
    return _RANK_WORDS - own


def stands_behind_its_noun(figure: Figure, before: Sequence[str]) -> bool:
    """Whether an ordinal stands where its noun, or one like it, says so."""
    said = " ".join(before)
    nouns = {*figure.nouns, *(_YEARS if "năm" in figure.nouns else ())}
    return any(f" {said}".endswith(f" {noun}") for noun in nouns)


def _is_counted(figure: Figure) -> bool:
    """Whether it is counted from a list, beside a figure that was stated: the latter is called."""
    return figure.name.endswith((".counted", ".by_form"))


def _length_behind(figure: Figure, after: Sequence[str], bare: bool) -> int:
    """Count the words of the noun of a figure that a stretch begins with; 0 for another noun."""
    own = {word for noun in (*figure.nouns, figure.title) for word in words_of(noun)}
    ends = {fold_word(word) if bare else word for word in FUNCTION_WORDS | _BEHIND | own}
    longest = 0
    for noun in figure.nouns:
        words = words_of(noun)
        words = tuple(map(fold_word, words)) if bare else words
        for skipped in ((), *_CLASSIFIERS) if figure.name.startswith("delegates.") else ((),):
            begin = len(skipped)
            end = begin + len(words)
            fits = tuple(after[:begin]) == skipped and tuple(after[begin:end]) == words
            if fits and (len(after) <= end or after[end] in ends):
                longest = max(longest, len(words))
    return longest


def _begins(words: Sequence[str], noun: str) -> bool:
    """Whether words begin with a noun, with two syllables of a longer one, or with one and no more."""
    head = words_of(noun)[:_HEAD]
    if not head or tuple(words[:1]) != head[:1]:
        return False
    return tuple(words[: len(head)]) == head or len(words) == 1 or words[1] in FUNCTION_WORDS


def _heads_of_names(facts: Facts) -> Iterator[str]:
    """The nouns that the names of units begin with: cơ quan, trung tâm, công an."""
    if facts.whole("units"):
        for unit in facts.dossier.units.units:
            words = [w for w in words_of(unit.name) if w != "các"]
            if len(words) >= _HEAD:
                yield " ".join(words[:_HEAD])
