"""Whether number words count something: by the noun behind them, and a few words before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .closed_classes import FUNCTION_WORDS, TIMES, word_set
from .nouns import Nouns
from .number_words import DIGITS, SCALES, VOCABULARY, is_scale, read_number

_SINGLE = frozenset(DIGITS) | {"mười"}
_SENTENCE_START = frozenset(".!?:;…-–—*•+#|>)(“\"'«")
_ABOUT = word_set("cả chừng gần hàng hơn khoảng mấy ngót trên vài")
_ALWAYS = frozenset(("chục", "rưỡi", "rưởi", "mươi"))
_RANKS = word_set("hạng mồng mùng thứ tháng tầng")
_HALF_BEFORE = word_set("hơn khoảng một quá gần")
_HALF_OF = word_set("số giờ ngày tháng năm tuần buổi nhiệm tiếng")
# Before "một" and a noun of the conference: one of it, not the article.
_ONE_BEFORE = word_set(
    "bầu cử chọn còn có cần gồm khen mời nêu nhận tặng trao vắng với được đúng đủ"
)
# Before "năm" and a noun: five of it, not the year.
_FIVE_BEFORE = word_set("""bầu chia cho chọn cử có đủ đúng gồm gần hơn khen khoảng lập mời quá tặng thêm thưởng trao
    với""")
# Before a number word and whatever noun: cả ba, đặt hai, trong bốn.
_COUNTED_AFTER = _FIVE_BEFORE | word_set("""bố bị các chuẩn còn cả cần do dùng dựng được đặt giao giữa in kê kết ký làm mở mỗi nêu
    những nhận phát ra sau sửa thăm thiếu treo trong trồng trí tại từ tới vào về xây đến đạt""")
# Before "năm" it is the year, unless a long noun follows: trong năm, cuối năm, trong năm đơn vị bầu cử.
_YEAR_AFTER = word_set("""trong mỗi hằng hàng cả các những đầu cuối giữa sang từng theo nửa một hai ba bốn sáu bảy tám
    chín mười mươi nhiều mấy vài suốt hết""")
_NEVER_YEARS = word_set("phút giây giờ trang cuốn quyển tờ tấm bức suất chiếc cái bông lá câu")

# Two words that are one: the parties of an agreement; people of both sides.
_FIXED = frozenset(
    ("hai bên", "hai chiều", "ba miền", "ba con", "ba bước", "một bước", "một bên", "một câu")
)
_NAMED = word_set("ông bà anh chị em chí cô chú bác thôn xóm làng phường xã cháu")
LOOSE = frozenset({*_ALWAYS, *SCALES, "trăm", "nửa", "đôi", "dăm"})


class Before(NamedTuple):
    """What stands before a word.

    Attributes:
        word: the word before it in the same phrase, in lower case; "" if there is none.
        gap: what stands between the two.
        in_name: the word before it has a capital amid its phrase.
    """

    word: str
    gap: str
    in_name: bool


def read_loose(words: Sequence[str], at: int) -> int:
    """Parse a rough number: «chục», «vài trăm», «trăm người», «một nửa», «gấp đôi», «dăm bảy».

    Source: habit.

    Args:
        words: in lower case, "" where a phrase ends.
        at: the index of its first word, at least 1.

    Returns:
        The index after the number; `at` when none is there.
    """
    word, previous, following = words[at], words[at - 1], (*words[at + 1 : at + 2], "")[0]
    if word == "nửa":
        return at + (previous in _HALF_BEFORE or following in _HALF_OF)
    if word == "đôi":
        return at + (previous == "gấp")
    if word == "dăm":
        return at + 1 + (following in DIGITS) if following in (*DIGITS, "chục") else at
    if word == "mươi" and previous == "mười":  # mười mươi: for certain
        return at
    rough = previous in _ABOUT or (previous in ("có", "") and following in ("người", "nghìn"))
    if word in _ALWAYS or (rough and (word == "trăm" or is_scale(words, at))):
        end = at + 1 + (word == "mươi" and following in ("lăm", "nhăm"))
        while end < len(words) and is_scale(words, end):
            end += 1
        return end
    return at


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


def is_count(written: Sequence[str], words: Sequence[str], before: Before, nouns: Nouns) -> bool:
    """Whether the first of `words` counts what stands behind it.

    Source: habit.

    Args:
        written: the word and the one after it, as written.
        words: up to five words from it on, in lower case; "" where the phrase ends, "0" for digits.
        before: what stands before it.
        nouns: the nouns that are counted.
    """
    first, previous = words[0], before.word
    following = (*words[1:2], "")[0]
    if first not in _SINGLE or f"{first} {following}" in _FIXED or previous in _RANKS:
        return False
    if previous == "gấp":  # gấp ba lần
        return True
    if not _case_fits(written, before.gap) and (before.in_name or previous in _NAMED):
        return False
    if read_number(words, 1)[0] > 2 or (following == "năm" and words[2:3] == ["0"]):
        return False  # a longer number begins behind, or a year: hai ba mươi, hai năm 2022
    if first == "một":
        return _one(words, previous, nouns)
    if first == "năm":
        if following in _NEVER_YEARS:
            return True
        if previous in _FIVE_BEFORE:
            return bool(nouns.counted(words, 1))
        return nouns.at(words, 1) > (2 if previous in _YEAR_AFTER else 1)
    if nouns.counted(words, 1):
        return True
    return previous in _COUNTED_AFTER and following not in (FUNCTION_WORDS | {"", "0"})


def _one(words: Sequence[str], previous: str, nouns: Nouns) -> bool:
    """Whether "một" is 1 and not the article."""
    following, after = (*words[1:3], "", "")[:2]
    if following in TIMES:
        return previous in ("trong", "dài", "hết", "mất", "vòng", "họp")
    if previous not in _ONE_BEFORE:
        return False
    return bool(nouns.at(words, 1)) or f"{following} {after}" == "đồng chí"


def counts_in_roman(words: Sequence[str], nouns: Nouns) -> bool:
    """Whether a noun stands behind the Roman numeral words[0]: "XX tập thể"."""
    return bool(nouns.at(words, 1)) and words[1] not in FUNCTION_WORDS


def _case_fits(written: Sequence[str], gap: str) -> bool:
    """A capital stands at the start of a sentence or in a line of capitals, else it is a name."""
    if written[0].islower():
        return True
    if written[0].isupper():
        return len(written) > 1 and written[1].isupper()
    before = gap.rstrip(" \t\xa0")
    return "\n" in gap or (before != "" and before[-1] in _SENTENCE_START)


_BARE = {
    "mot": "một", "hai": "hai", "ba": "ba", "bon": "bốn", "nam": "năm", "sau": "sáu", "bay": "bảy",
    "tam": "tám", "chin": "chín", "tram": "trăm", "nghin": "nghìn", "trieu": "triệu", "ty": "tỷ",
    "lam": "lăm", "tu": "tư", "linh": "linh", "le": "lẻ",
}  # fmt: skip


def with_marks(words: Sequence[str]) -> list[str]:
    """Number words of a text typed without marks, given theirs; other words stay."""
    marked: list[str] = []
    for word in words:
        if word == "muoi":
            marked.append("mươi" if marked and marked[-1] in DIGITS else "mười")
        else:
            marked.append(_BARE.get(word, word))
    return marked


def is_plain(words: Sequence[str]) -> bool:
    """Whether a number of several words is one without doubt: tens, hundreds or more stand in it."""
    return bool(set(words) & ({"mươi", "mười", "trăm"} | set(SCALES))) and set(words) <= VOCABULARY
