"""Vietnamese alphabetical order, syllable by syllable: keys for `sorted`."""

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
    """Make a sort key of a text: "Hà Nội" before "Hạ Long", Đ after D, both tone positions equal.

    Case and punctuation do not count; digits come before letters, by value ("Khối 2" before
    "Khối 10").

    Source: the order of Vietnamese dictionaries.

    Returns:
        One pair for each syllable: the ranks of its letters, then those of its tones (ngang, huyền,
        hỏi, ngã, sắc, nặng).
    """
    return tuple(_syllable(part) for part in _PART.findall(canonical(text).casefold()))


def person_sort_key(name: str) -> tuple[SortKey, SortKey, SortKey]:
    """Make a sort key of a person's full name: tên (last word), họ (first word), what is between.

    A name of one word has no họ; titles are not recognised.

    Source: habit of lists of persons.
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
