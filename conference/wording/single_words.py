"""Telling a single number word that counts something from the same word with another sense."""

from collections.abc import Sequence

from .counted_nouns import is_counted, is_plainly_counted, listed
from .number_words import DIGITS, VOCABULARY, read_number
from .word_senses import is_name, is_other_word, is_rank

_SINGLE = frozenset(DIGITS) | {"mười"}
_SENTENCE_START = frozenset(".!?:;…-–—*•+#|>)(“\"'«")
# Before "năm": a year follows.
_YEAR_BEFORE = listed(
    """bao, cả, các, cùng, cuối, của, dịp, đầu, đến, đón, giữa, hàng, hằng, hết, hoạch, hướng, kết, lâu, mấy,
    mỗi, mọi, một, mừng, nhiều, những, qua, quả, quanh, sang, sau, suốt, tác, tích, theo, thường, tiêu, toán, tới,
    trải, trong, trước, từ, từng, vài, vào, vụ"""
)
# After "năm": it was a year.
_YEAR_AFTER = listed(
    """ấy, âm, ánh, bản, châu, cũ, cùng, dương, đầu, đó, đã, cuối, gần, giữa, học, kế, kia, là, liên,
    liền, mới, nào, này, nay, ngân, nhuận, ngoái, qua, sau, sinh, tài, thứ, thực, tới, trở, trước,
    tuổi, xưa, và"""
)
# Before "năm": five of something follows, whatever it is.
_COUNT_BEFORE = listed(
    """biểu, bầu, chia, cho, chọn, cử, dương, đủ, đúng, gồm, khen, lập, mời, tặng, thêm, thưởng,
    trao, với"""
)
_YEAR_VERBS = listed("báo cáo, hoạt động, kế hoạch, kiến nghị, quyết định, tham mưu, thông báo")
_ORGANISATIONS = listed("chính, cơ, đảng, đoàn, hội, kinh, quần, xã")
# Before "một": it is the article.
_ARTICLE_BEFORE = listed("bằng, cùng, của, là, làm, mỗi, như, nhất, thành, theo, từng, vì")


def is_count(written: Sequence[str], words: Sequence[str], previous: str, gap: str) -> bool:
    """Whether the first of `words` is a count, judged by its neighbours.

    Takes the words as written and in lower case ("" where the phrase ends, "0" for digits), the
    word before in the same phrase ("" if none) and the characters between. From hai to mười it is
    one unless the lists know another sense, for a number overlooked costs more than one told in
    vain. "Một" is the article and "năm" the year: they count only where that is plain. Rule: habit.
    """
    first = words[0]
    if first not in _SINGLE or not _case_fits(written, gap) or is_name(written, words):
        return False
    if is_rank(words, previous) or is_other_word(words, previous) or _number_follows(words):
        return False
    if first == "một":
        return previous not in _ARTICLE_BEFORE and is_plainly_counted(words, 1)
    if first == "năm":
        return _five(words, previous)
    return first != "bẩy" or is_counted(words, 1)


def _case_fits(written: Sequence[str], gap: str) -> bool:
    """A capital stands at the start of a sentence or in a line of capitals, else it is a name."""
    if written[0].islower():
        return True
    if written[0].isupper():
        return len(written) > 1 and written[1].isupper()
    before = gap.rstrip(" \t\xa0")
    return "\n" in gap or (before != "" and before[-1] in _SENTENCE_START)


def _number_follows(words: Sequence[str]) -> bool:
    """Whether a longer number or a year begins behind: "hai ba mươi người", "hai năm 2022"."""
    following = (*words[2:3], "")[0]
    return read_number(words, 1)[0] > 2 or (words[1:2] == ["năm"] and following == "0")


def _five(words: Sequence[str], previous: str) -> bool:
    """Whether "năm" is 5 and not "year"."""
    noun, following = (*words[1:3], "", "")[:2]
    if previous in VOCABULARY or previous in _YEAR_BEFORE or f"{noun} {following}" in _YEAR_VERBS:
        return False
    if noun == "tháng":  # "năm tháng" alone: the passing of time
        return following in ("cuối", "đầu")
    if noun == "tổ" and following == "chức":  # a verb as well
        return (*words[3:4], "")[0] in _ORGANISATIONS
    if noun == "năm":
        return following != "0"
    if is_counted(words, 1) or (noun in ("sáu", "bảy") and is_counted(words, 2)):
        return True
    return previous in _COUNT_BEFORE and noun not in ("", "0") and noun not in _YEAR_AFTER
