"""A unit's name spelt another way than in units.yml: other marks, an old name, a missing word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from conference import wording
from conference.guard.names import LEVELS, TAIL, one_letter_off
from conference.guard.text import MARK
from conference.models import Dossier
from conference.wording import word_set

_WORD = re.compile(r"[^\W_]+")
_LAW = re.compile(r"(?:Luật|Pháp lệnh|Nghị định)(?!\w)[^.;:,]*$")
_LEVELS = frozenset(("huyện", "tỉnh", "xã", "quận", "phường"))
_OPENS = {
    "ủy": word_set("quyền nhiệm viên thác ban"),
    "hội": word_set("viên nghị trường thảo đồng họp"),
    "đoàn": word_set("viên thể kết"),
    "đảng": word_set("viên bộ ủy"),
    "xã": word_set("hội viên"),
}
"""Last syllables of names that begin another word with the next one: «Ban Thường vụ ủy quyền»."""
_PARTS = (MARK, *":;.?!()")
"""Signs that part words of one name from those of another, unless the name itself has them."""
_LONG_ENOUGH = 5
"""Names of fewer syllables with one left out are often another, right name."""


class Misspelt(NamedTuple):
    """A stretch of text that means a unit but is not written as its name.

    Attributes:
        start, end: its offsets in the text.
        written: the stretch.
        name: what to write instead.
        unit_id: the unit.
    """

    start: int
    end: int
    written: str
    name: str
    unit_id: str


@dataclass(frozen=True)
class Spellings:
    """The accepted ways to write each unit, and the patterns that find the others.

    A pattern is a name folded (see `wording.fold`), syllable by syllable.
    """

    accepted: frozenset[str]
    patterns: dict[tuple[str, ...], tuple[str, str, str]]
    """Folded syllables → (what they stand for, the name to write instead, unit id)."""
    longest: int
    """The syllables of the longest pattern."""
    like: dict[tuple[str, ...], list[tuple[str, tuple[str, str, str]]]] = field(
        default_factory=dict
    )
    """Folded syllables with one left open ("") → that syllable, and as above."""
    known: frozenset[str] = frozenset()
    """The folded syllables that names begin with: the first two of each."""


def spellings(dossier: Dossier) -> Spellings:
    """Prepare what to look for, from units.yml; nothing while that could not be read to the end.

    Beside the names themselves: old names, and names of five or more syllables with one left out.
    """
    accepted: set[str] = set()
    right: dict[tuple[str, ...], tuple[str, str, str]] = {}
    wrong: dict[tuple[str, ...], tuple[str, str, str]] = {}
    if not dossier.units.whole:  # a name not read would seem another one misspelt
        return Spellings(frozenset(), {}, 0)
    for unit in dossier.units.units:
        for form in filter(None, (unit.name, unit.short, unit.variant)):
            accepted |= {form, wording.capitalised(form), form[0].lower() + form[1:]}
            syllables = _folded(form)
            stem = form[: tail.start()].rstrip() if (tail := TAIL.search(form)) else ""
            if len(_folded(stem)) >= _LONG_ENOUGH - 1:  # Ủy ban nhân dân huyện, without the place
                accepted |= {stem, stem[0].lower() + stem[1:]}
                right.setdefault(_folded(stem), (stem, form, unit.id))
            if len(syllables) > 1:
                right.setdefault(syllables, (form, form, unit.id))
            if len(syllables) >= _LONG_ENOUGH:
                for left_out in range(1, len(syllables)):
                    shorter = syllables[:left_out] + syllables[left_out + 1 :]
                    wrong.setdefault(shorter, (form, form, unit.id))
            if "&" in form:  # Đài PTTH
                wrong.setdefault(_folded(form.replace("&", "")), (form, form, unit.id))
        for old in unit.old_names:
            wrong.setdefault(_folded(old), (old, unit.name, unit.id))
    for unit in dossier.units.units:  # HĐND, where others are «UBND huyện»
        short = unit.short or ""
        if short.isupper() and " " not in short:
            for level in _LEVELS & {form.split()[-1] for form in accepted if form}:
                if f"{short} {level}" not in accepted:
                    wrong.setdefault(
                        _folded(f"{short} {level}"), (f"{short} {level}", short, unit.id)
                    )
    patterns = {**wrong, **right}
    like: dict[tuple[str, ...], list[tuple[str, tuple[str, str, str]]]] = {}
    for syllables, meant in right.items():
        for open_at in range(len(syllables) if len(syllables) >= _LONG_ENOUGH - 1 else 0):
            key = (*syllables[:open_at], "", *syllables[open_at + 1 :])
            like.setdefault(key, []).append((syllables[open_at], meant))
    return Spellings(
        frozenset(accepted),
        patterns,
        max(map(len, patterns), default=0),
        like,
        frozenset(syllable for syllables in right for syllable in syllables[:2]),
    )


def _folded(text: str) -> tuple[str, ...]:
    return tuple(wording.fold(word) for word in _WORD.findall(text))


def misspelt(text: str, known: Spellings) -> Iterator[Misspelt]:
    """Find the units' names in a text that are not written as accepted; the longest name wins."""
    found = list(_WORD.finditer(text))
    folded = [wording.fold_word(word[0]) for word in found]
    at = 0
    while at < len(found):
        step = 1
        may_be_off = not known.known.isdisjoint(folded[at : at + 2])
        for length in range(min(known.longest, len(found) - at), 1, -1):
            window = tuple(folded[at : at + length])
            target = known.patterns.get(window)
            if target is None and may_be_off:
                target = _one_letter_off(window, known)
            if target is None:
                continue
            start, end = found[at].start(), found[at + length - 1].end()
            written = text[start:end]
            if not _is_one_name(text, start, end, target[1]):
                continue
            if _is_another_body(text, start, end, target[0]):
                step = length
                break
            if not _means_something_else(written, target[0]) and not _is_accepted(written, known):
                yield Misspelt(start, end, written, *target[1:])
            step = length
            break
        at += step


def _one_letter_off(window: tuple[str, ...], known: Spellings) -> tuple[str, str, str] | None:
    """The name that differs from some syllables by a letter of one of them."""
    for open_at, typed in enumerate(window):
        for right, meant in known.like.get((*window[:open_at], "", *window[open_at + 1 :]), ()):
            if min(len(typed), len(right)) > 2 and one_letter_off(typed, right):
                return meant
    return None


def _is_one_name(text: str, start: int, end: int, name: str) -> bool:
    """Whether words are of one name, with no call or sign between, and the last of them is whole."""
    written = text[start:end]
    if any(sign in written and sign not in name for sign in _PARTS):
        return False
    last, behind = _WORD.findall(written)[-1], _WORD.match(text, end + 1)
    opens = _OPENS.get(wording.canonical(last).lower(), frozenset())
    return behind is None or text[end : end + 1].strip() != "" or behind[0].lower() not in opens


def _is_another_body(text: str, start: int, end: int, meant: str) -> bool:
    """Whether the name goes on as that of a body of another level, or stands in the title of a law."""
    behind = _WORD.match(text, end + 1)
    other = behind is not None and behind[0].lower() in LEVELS and len(_WORD.findall(meant)) < 7
    return other or bool(_LAW.search(text[max(0, start - 80) : start]))


def _is_accepted(written: str, known: Spellings) -> bool:
    """Written as a unit's name; a banner in capitals spells it right when its letters are."""
    if written in known.accepted:
        return True
    return written.isupper() and any(form.upper() == written for form in known.accepted)


def _means_something_else(written: str, meant: str) -> bool:
    """Short names that agree only without their marks: «bạn đáng» is not «ban Đảng».

    Text typed wholly without marks is meant as the name.
    """
    if written.isascii() or len(_WORD.findall(meant)) >= _LONG_ENOUGH - 1:
        return False
    return wording.canonical(written).casefold() != wording.canonical(meant).casefold()
