"""Parsing a number written in Vietnamese words, from its first word on."""

from collections.abc import Sequence

DIGITS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
# After mười and mươi 5 is "lăm": "hai mươi năm" is twenty years.
_ONES_AFTER_TENS = {w: n for w, n in DIGITS.items() if n != 5} | {
    "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5,
}  # fmt: skip
_ONES_AFTER_LINH = DIGITS | {"tư": 4}
_LINH = ("linh", "lẻ")
_HALF = ("rưỡi", "rưởi")
SCALES = {
    "nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9,
}  # fmt: skip
_UNITS = {"mươi": 10, "chục": 10, "tá": 12}
_SHORT_TENS = {"hăm": 20, "băm": 30}
# Words that only look like part of a number: triệu tập, tỷ lệ, hai mươi tư liệu.
_COMPOUNDS = {
    "triệu": {"chứng", "hồi", "tập"},
    "tỷ": {"giá", "lệ", "số", "suất", "trọng"},
    "tỉ": {"giá", "lệ", "mỉ", "số", "suất", "trọng"},
    "vạn": {"chài", "năng", "sự", "thọ", "tuế", "vật"},
    "tư": {"cách", "duy", "liệu", "nhân", "pháp", "thục", "tưởng", "vấn"},
}
VOCABULARY = frozenset(
    {*_ONES_AFTER_TENS, *DIGITS, *SCALES, *_LINH, *_HALF, *_UNITS, *_SHORT_TENS}
    | {"không", "mười", "trăm"}
)


def read_number(words: Sequence[str], start: int = 0) -> tuple[int, int | None]:
    """Parse the longest number that begins at words[start].

    Knows mốt, tư, lăm/nhăm, linh/lẻ, nghìn/ngàn, vạn, tỷ/tỉ, rưỡi, chục, tá, hăm and băm; "năm"
    where it could only be 5 by a slip ("hai mươi năm", "một trăm năm") is left out as "years".
    Looks at a bounded number of words.

    Source: habit.

    Args:
        words: lower-case NFC syllables, "" where a phrase ends.
        start: the index of the first word.

    Returns:
        The index after the number, `start` when none begins there; and its value, None when it is
        unsure ("một trăm hai": 102 to some, 120 to others).
    """
    at, total, known, last = start, 0, True, 10**12
    while True:
        inner = at > start
        end, value = _group(words, at, inner)
        scale = _scale(words, end)
        if end == at or scale >= last:
            break
        if scale == 1 and inner and end == at + 1 and value is not None and value < 10:
            if words[at] == "năm":
                break
            value = None
        known = known and value is not None
        total += (value or 0) * scale
        at, last = end, scale
        if scale == 1:
            break
        at += 1
        if scale == 10**3 and _scale(words, at) == 10**9:  # hai nghìn tỷ
            total, at, last = total * 10**9, at + 1, 10**9
        if _word(words, at) in _HALF:
            total, at = total + last // 2, at + 1
            break
    return at, (total if known and at > start else None)


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _stands_alone(words: Sequence[str], at: int) -> bool:
    """Whether the word at `at` stands for itself and is no half of a compound."""
    word, following = _word(words, at), _word(words, at + 1)
    if word == "triệu" and following == "tập" and _word(words, at + 2) == "thể":
        return True
    return following not in _COMPOUNDS.get(word, ())


def _scale(words: Sequence[str], at: int) -> int:
    return SCALES.get(_word(words, at), 1) if _stands_alone(words, at) else 1


def is_scale(words: Sequence[str], at: int) -> bool:
    """Whether words[at] is nghìn, triệu … and not the beginning of another word ("tỷ lệ")."""
    return _scale(words, at) > 1


def _group(words: Sequence[str], at: int, inner: bool) -> tuple[int, int | None]:
    """Parse up to 999 from `at`: where it ends (`at` if nothing is there) and the value.

    `inner`: after a higher group, where "không trăm" and "linh" may open it.
    """
    first = _word(words, at)
    if inner and first in _LINH and _word(words, at + 1) in _ONES_AFTER_LINH:
        return at + 2, _ONES_AFTER_LINH[words[at + 1]]
    if _word(words, at + 1) != "trăm" or not (first in DIGITS or (first == "không" and inner)):
        return _below_hundred(words, at)
    hundreds, at = 100 * DIGITS.get(first, 0), at + 2
    following, ones = _word(words, at), _word(words, at + 1)
    if following in _LINH and ones in _ONES_AFTER_LINH:
        return at + 2, hundreds + _ONES_AFTER_LINH[ones]
    if following in _HALF:
        return at + 1, hundreds + 50
    end, rest = _below_hundred(words, at)
    if end == at + 1 and rest < 10:  # a digit without linh
        if _word(words, end) == "trăm" or (following == "năm" and _scale(words, end) == 1):
            return at, hundreds
        return end, None
    return end, hundreds + rest


def _below_hundred(words: Sequence[str], at: int) -> tuple[int, int]:
    """Parse 1 to 99 from `at`: where it ends (`at` if nothing is there) and the value."""
    first, second = _word(words, at), _word(words, at + 1)
    if first in DIGITS and second in ("lăm", "nhăm"):
        return at + 2, 10 * DIGITS[first] + 5
    if first in _SHORT_TENS:
        found = second in _ONES_AFTER_TENS and _stands_alone(words, at + 1)
        return (at + 2, _SHORT_TENS[first] + _ONES_AFTER_TENS[second]) if found else (at, 0)
    if first == "mười":
        end, value = at + 1, 10
    elif first in DIGITS and second in _UNITS:
        end, value = at + 2, _UNITS[second] * DIGITS[first]
        if second != "mươi":
            return end, value
    else:
        return (at + 1, DIGITS[first]) if first in DIGITS else (at, 0)
    ones, following = _word(words, end), _word(words, end + 1)
    if ones in _ONES_AFTER_TENS and following not in ("mươi", "trăm") and _stands_alone(words, end):
        return end + 1, value + _ONES_AFTER_TENS[ones]
    return end, value
