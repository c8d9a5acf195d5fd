"""Names of persons, posts and places of a conference misspelt, and short forms that are not declared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from conference.facts import Facts
from conference.models import Dossier
from conference.models.doers import Doer
from conference.models.fields import names_of
from conference.models.tasks import Task
from conference.models.values import listed
from conference.wording import canonical, fold, fold_word, word_set

_WORD = re.compile(r"[^\W\d_]+")
TAIL = re.compile(r"(?<!\S)[^\W\d_a-zà-ỹđ][^\W\d_]* [^\W\d_a-zà-ỹđ][^\W\d_]*$")
_TOKEN = re.compile(r"[^\s.,;:()“”\"!?]+")
_NAME_KEYS = ("name", "short", "variant")
_INITIALS = re.compile(r"(?<![\w/&.-])[A-ZĐ]{2,6}(?:[&-][A-ZĐ]{2,6})*(?![\w/&-])")
LEVELS = word_set("tỉnh thành xã phường trấn thị quận trung cấp cơ các khu thôn liên bộ nhà quốc")
"""Words behind a body's name that make it one of another level, or bodies in general."""
_TITLE = re.compile(r"^(?:đồng chí|đ/c|ông|bà)\s+", re.IGNORECASE)
_FEWEST = 2
_MEETING_NAME = re.compile(r"meetings\.[a-z0-9-]+\.name")


class WrongName(NamedTuple):
    """A stretch that means a name, what it should be, and the unit it names, "" for none."""

    start: int
    end: int
    right: str
    unit_id: str = ""


class ProperNames:
    """The names of persons, posts and places, found where one syllable is another."""

    def __init__(self, dossier: Dossier) -> None:
        """Read the names; those of units are looked for in spelling.py."""
        self._right: set[tuple[str, ...]] = set()
        self._like: dict[tuple[int, tuple[str, ...]], list[tuple[str, ...]]] = {}
        for name in {*_names(dossier)}:
            syllables = tuple(name.split())
            if len(syllables) < _FEWEST or not all(map(_WORD.fullmatch, syllables)):
                continue
            self._right.add(syllables)
            folded = tuple(map(fold, syllables))
            for left_out in range(len(folded)):
                rest = (*folded[:left_out], "", *folded[left_out + 1 :])
                self._like.setdefault((left_out, rest), []).append(syllables)
        self._longest = max(map(len, self._right), default=0)
        self._known = {fold(word) for name in self._right for word in name}

    def find(self, text: str) -> Iterator[WrongName]:
        """Find names written with one syllable that is not theirs, or marks that are not."""
        found = list(_WORD.finditer(text))
        folded = [fold_word(word[0]) for word in found]
        at = 0
        while at < len(found):
            step = 1
            if folded[at] in self._known or (*folded[at + 1 : at + 2], "")[0] in self._known:
                for length in range(min(self._longest, len(found) - at), _FEWEST - 1, -1):
                    run = found[at : at + length]
                    if _is_a_run(text, run) and (
                        right := self._meant(run, folded[at : at + length])
                    ):
                        yield WrongName(run[0].start(), run[-1].end(), right)
                        step = length
                        break
            at += step

    def _meant(self, run: Sequence[re.Match[str]], folded: Sequence[str]) -> str:
        """The name that a run of words means and is not; "" for none."""
        written = tuple(word[0] for word in run)
        if written in self._right or "".join(written).isupper():
            return ""
        for left_out in range(len(run)):
            rest = (*folded[:left_out], "", *folded[left_out + 1 :])
            for name in self._like.get((left_out, rest), ()):
                if _is_meant(written, name, folded[left_out], fold(name[left_out])):
                    return " ".join(name)
        return ""


def _is_a_run(text: str, run: Sequence[re.Match[str]]) -> bool:
    return all(text[one.end() : other.start()] == " " for one, other in pairwise(run))


def _is_meant(written: Sequence[str], name: Sequence[str], typed: str, right: str) -> bool:
    """Whether the capitals are those of the name and the one syllable is a letter or a mark off."""
    if not all(w[0].isupper() for w, n in zip(written, name, strict=True) if n[0].isupper()):
        return False
    lower = [canonical(word).lower() for word in written]
    if lower == [
        canonical(word).lower() for word in name
    ]:  # only the place of a mark, or a capital
        return [w.lower() for w in written] != [n.lower() for n in name]
    return typed == right or (len(right) > 2 and one_letter_off(typed, right))


def one_letter_off(one: str, other: str) -> bool:
    """Whether a letter more, a letter less or another letter makes one word of the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    shorter, longer = sorted((one, other), key=len)
    at = next(
        (i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter)
    )
    behind = at if len(one) != len(other) else at + 1
    return shorter[behind:] == longer[at + 1 :]


def meetings_named(text: str, facts: Facts) -> Iterator[tuple[int, int, str]]:
    """Find the names of several meetings typed by hand, as far as they say which of them; with what calls them."""
    named = [one for one in facts.names.said.values() if _MEETING_NAME.fullmatch(one.name)]
    for one in named if len(named) > 1 else ():
        name = one.forms["prose"]
        if "lần" in name.lower().split():
            for found in re.finditer(rf"(?i)(?<!\w){re.escape(name)}(?!\w)", text):
                yield *found.span(), one.name


def _names(dossier: Dossier) -> Iterator[str]:
    if dossier.conference.whole and dossier.conference.place:
        yield dossier.conference.place
    if dossier.documents.whole:
        for document in dossier.documents.documents:
            yield document.place or ""
            for signatory in document.signatories:
                yield from (t for t in (signatory.post, signatory.second_post) if t)
                if isinstance(signatory.name, str):
                    yield signatory.name
    for record in dossier.walk():
        if isinstance(record, Doer | Task) and record.person:
            yield _TITLE.sub("", record.person)
    if dossier.delegates.whole:
        yield from (delegate.name for delegate in listed(dossier.delegates.delegates))
    if dossier.units.whole:
        for unit in dossier.units.units:
            if tail := TAIL.search(unit.name):
                yield tail[0]


class NumberedNames:
    """The names of units, persons and collectives that hold a digit, which is their own."""

    def __init__(self, dossier: Dossier) -> None:
        """Read the names."""
        self._names = {
            tuple(name.text.split())
            for name in names_of(dossier)
            if name.keys[0] in _NAME_KEYS and re.search(r"[0-9]", name.text)
        }
        self._longest = max(map(len, self._names), default=0)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Find the names that stand in a text to the letter: start and end of each."""
        if not self._names or not re.search(r"[0-9]", text):
            return
        found = list(_TOKEN.finditer(text))
        at = 0
        while at < len(found):
            step = 1
            for length in range(min(self._longest, len(found) - at), 0, -1):
                if tuple(token[0] for token in found[at : at + length]) in self._names:
                    yield found[at].start(), found[at + length - 1].end()
                    step = length
                    break
            at += step


class ShortForms:
    """Initials that stand for a unit, or for words of its name, and are declared nowhere."""

    def __init__(self, dossier: Dossier) -> None:
        """Read the names and short names of units; nothing while those could not be read to the end."""
        units = dossier.units.units if dossier.units.whole else []
        forms = [form for unit in units for form in (unit.name, unit.short, unit.variant) if form]
        symbols = [document.symbol for document in dossier.documents.documents if document.symbol]
        symbols += [one.number for one in dossier.citations.citations if one.number]
        forms += symbols  # KH/HU: what a symbol is made of is declared, too
        self._declared = {word for form in forms for word in re.findall(r"[A-ZĐ]{2,}", form)}
        self._units = [(unit.id, unit.name, unit.name.split()) for unit in units]

    def find(self, text: str) -> Iterator[WrongName]:
        """Find undeclared initials; the unit is known where its name goes on behind them."""
        if text.isupper():
            return
        for found in _INITIALS.finditer(text):
            if set(re.split("[&-]", found[0])) <= self._declared:
                continue
            if meant := self._meant(text, found):
                yield meant

    def _meant(self, text: str, found: re.Match[str]) -> WrongName | None:
        before = [w[0] for w in _WORD.finditer(text[max(0, found.start() - 60) : found.start()])]
        behind = list(_WORD.finditer(text, found.end(), found.end() + 90))
        best: list[tuple[int, int, int, str, str]] = []
        wanted = fold(re.sub("[&-]", "", found[0]))
        for unit_id, name, syllables in self._units:
            for at in range(len(syllables)):
                stop = _spelt_by(syllables, at, wanted)
                if not stop:
                    continue
                more = _matching(syllables[stop:], [w[0] for w in behind])
                less = _matching(syllables[:at][::-1], before[::-1])
                following = behind[more][0] if more < len(behind) else ""
                if not more and (following.lower() in LEVELS or following[:1].isupper()):
                    continue  # of another body
                start = found.start()
                if less == at and at:
                    start = text.rindex(before[-less], 0, found.start())
                end = behind[more - 1].end() if more else found.end()
                best.append((more + less, start, end, name, unit_id))
        if not best:
            return None
        most = max(best)[0]
        likely = {(start, end, name, unit) for n, start, end, name, unit in best if n == most}
        if len(likely) > 1:
            return WrongName(found.start(), found.end(), "")
        ((start, end, name, unit),) = likely
        return WrongName(start, end, name, unit)


def _spelt_by(syllables: Sequence[str], at: int, initials: str) -> int:
    """The index behind the syllables from `at` on that begin with these letters; 0 for others.

    «Và» and signs need no letter: PTTH, Phát thanh và Truyền hình. Short forms have none of their own.
    """
    if syllables[at] == "và":
        return 0
    for index in range(at, len(syllables)):
        if not initials:
            return index
        if syllables[index][0].isalpha() and syllables[index] != "và":
            short = len(syllables[index]) > 1 and syllables[index].isupper()
            if short or fold(syllables[index])[0] != initials[0]:
                return 0
            initials = initials[1:]
    return 0 if initials else len(syllables)


def _matching(syllables: Sequence[str], words: Sequence[str]) -> int:
    """Count the words that are the same, from the first on."""
    count = 0
    for syllable, word in zip(syllables, words, strict=False):
        if canonical(syllable).lower() != canonical(word).lower():
            break
        count += 1
    return count
