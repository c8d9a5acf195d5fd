"""Vietnamese alphabetical order, syllable by syllable."""

import re
import unicodedata

from .text import canonical, nfc

SyllableKey = tuple[tuple[int, ...], tuple[int, ...]]
SortKey = tuple[SyllableKey, ...]

_ALPHABET = {c: n for n, c in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", start=1)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_FOREIGN = 1000  # letters outside the alphabet come after z, by code point
_PART = re.compile(r"[0-9]+|[^\W0-9_]+")


def sort_key(text: str) -> SortKey:
    """A key for sorted(): "Hà Nội" before "Hạ Long", Đ after D, both tone positions equal.

    One pair for each syllable: the ranks of its letters, then of its tones (ngang, huyền, hỏi, ngã,
    sắc, nặng). Case and punctuation do not count; figures come before letters, by value ("Khối 2"
    before "Khối 10"). Equal keys keep their order in sorted(). Rule: norms, dictionary order.
    """
    return tuple(_syllable(part) for part in _PART.findall(canonical(text).casefold()))


def person_sort_key(name: str) -> tuple[SortKey, SortKey, SortKey]:
    """A key for full names: tên (last word), then họ (first word), then the words between.

    A name of one word has no họ; titles are not recognised. Rule: habit.
    """
    words = name.split()
    given = words[-1] if words else ""
    family = words[0] if len(words) > 1 else ""
    return sort_key(given), sort_key(family), sort_key(" ".join(words[1:-1]))


def _syllable(part: str) -> SyllableKey:
    if part[0] in "0123456789":
        digits = part.lstrip("0")
        return (0, len(digits), *map(int, digits)), ()
    letters, tones = zip(*map(_letter, part), strict=True)
    return letters, tones


def _letter(character: str) -> tuple[int, int]:
    """The rank of a letter and of the tone it carries."""
    tone, kept = 0, ""
    for mark in unicodedata.normalize("NFD", character):
        if mark in _TONES:
            tone = _TONES[mark]
        else:
            kept += mark
    letter = nfc(kept)
    return _ALPHABET.get(letter, _FOREIGN + ord(letter[0]) if letter else 0), tone
