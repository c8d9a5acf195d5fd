"""Numbers said without digits: tens and dozens alone, halves, pairs, and "a few hundred"."""

from collections.abc import Sequence

from .counted_nouns import comma_separated
from .number_words import DIGITS, SCALES, is_scale, read_number

_ABOUT = comma_separated("cả, chừng, gần, hàng, hơn, khoảng, mấy, ngót, trên, vài")
_HALF_BEFORE = comma_separated("chừng, gần, già, hơn, khoảng, một, ngót, non, quá")
_HALF_OF = comma_separated(
    "buổi, chục, diện, giờ, nhiệm, năm, ngày, số, tá, tháng, thế, tiếng, tỉ, triệu, tuần, tỷ"
)
_ALWAYS = ("chục", "mươi", "rưỡi", "rưởi")
_NO_PAIR = comma_separated("chỗ, chút, điều, khi, lần, lời, lúc, nét, phần, ba")
LOOSE_VOCABULARY = frozenset({*_ALWAYS, *SCALES, "trăm", "nửa", "một"})


def read_loose(words: Sequence[str], at: int) -> tuple[int, int | None]:
    """Parse the loose number at words[at].

    "Chục", "mươi" and "rưỡi" always are one; "trăm", "nghìn" and above after "vài", "hàng", "hơn"
    and their like; "nửa" before a time or "số", or after "một", "hơn", "quá"; "đôi" and "cặp"
    after "một".

    Source: habit.

    Args:
        words: as for `read_number`.
        at: the index of the word, at least 1.

    Returns:
        The index after the number, `at` when none is there; and its value, which only a pair has.
    """
    word, previous, following = words[at], words[at - 1], (*words[at + 1 : at + 2], "")[0]
    if word == "một":
        return _one_of(words, at, following)
    if word == "nửa":
        found = previous in _HALF_BEFORE or following in _HALF_OF
        return (at + 1 if found else at), None
    if word == "mươi" and previous == "mười":  # mười mươi: for certain
        return at, None
    if word in _ALWAYS or (previous in _ABOUT and (word == "trăm" or is_scale(words, at))):
        end = at + 1 + (word == "mươi" and following in ("lăm", "nhăm"))
        while end < len(words) and is_scale(words, end):
            end += 1
        return end, None
    return at, None


def _one_of(words: Sequence[str], at: int, following: str) -> tuple[int, int | None]:
    """ "Một nửa", and "một đôi" or "một cặp" unless it says "a few"."""
    if following == "nửa":
        return at + 2, None
    if following in ("đôi", "cặp") and (*words[at + 2 : at + 3], "")[0] not in _NO_PAIR:
        return at + 2, 2
    return at, None


def read_after(words: Sequence[str], at: int, end: int) -> int:
    """Give the index after a number that was parsed from `at` to `end`, with what belongs to it.

    "Hai phẩy năm", "hai phần ba" and "ba rưỡi" go on; so does "hai ba" for two or three.

    Source: habit.
    """
    following, after = (*words[end : end + 2], "", "")[:2]
    if following == "phẩy":
        decimals, _ = read_number(words, end + 1)
        return decimals if decimals > end + 1 else end
    if following == "phần" and (after in DIGITS or after in ("tư", "mười")):
        return end + 2 if words[end + 2 : end + 3] != ["0"] else end
    if following in ("rưỡi", "rưởi") and words[at] != "năm":  # one year and a half
        return end + 1
    if end == at + 1 and DIGITS.get(following, 0) - DIGITS.get(words[at], 9) in (1, 2):
        return end + 1 if following != "năm" and read_number(words, end)[0] == end + 1 else end
    return end
