"""Telling a single number word that counts something from the same word with another sense."""

from collections.abc import Sequence
from typing import NamedTuple

from .counted_nouns import comma_separated, is_always_counted, is_counted
from .number_words import DIGITS, VOCABULARY, read_number
from .word_senses import is_name, is_other_word, is_rank, names_follow

_SINGLE = frozenset(DIGITS) | {"mười"}
_SENTENCE_START = frozenset(".!?:;…-–—*•+#|>)(“\"'«")
# Before "năm": a year follows.
_YEAR_BEFORE = comma_separated(
    """bao, cả, các, cùng, cuối, của, dịp, đầu, đến, đón, giữa, hàng, hằng, hết, hoạch, hướng, kết, lâu, mấy,
    mỗi, mọi, một, mừng, nhiều, những, qua, quả, quanh, sang, sau, suốt, tác, tích, theo, thường, tiêu, toán, tới,
    trải, trong, trước, từ, từng, vài, vào, vụ"""
)
# After "năm": it was a year.
_YEAR_AFTER = comma_separated(
    """ấy, âm, ánh, bản, châu, cũ, cùng, dương, đầu, đó, đã, cuối, gần, giữa, học, kế, kia, là, liên,
    liền, mới, nào, này, nay, ngân, nhuận, ngoái, qua, sau, sinh, tài, thứ, thực, tới, trở, trước,
    tuổi, xưa, và"""
)
# Before "năm": five of something follows, whatever it is.
_COUNT_BEFORE = comma_separated(
    """biểu, bầu, chia, cho, chọn, cử, dương, đủ, đúng, gồm, khen, lập, mời, tặng, thêm, thưởng,
    trao, với"""
)
# Of these a year is said as well as five of something: the noun decides.
_YEAR_OR_FIVE = comma_separated(
    "cả, các, của, đến, hết, mỗi, những, qua, sau, theo, tới, trong, từ, vào"
)
_YEAR_VERBS = comma_separated(
    "báo cáo, hoạt động, kế hoạch, kiến nghị, quyết định, tham mưu, thông báo"
)
_ORGANISATIONS = comma_separated("chính, cơ, đảng, đoàn, hội, kinh, quần, xã")
# Who acts in a year, or meets in it, after these words: mỗi năm chi bộ kết nạp.
_YEAR_WHEN = comma_separated("đến, hết, mỗi, qua, sau, theo, tới, trong, từ, vào")
_ACTORS = comma_separated(
    """cán bộ, chi bộ, chi đoàn, chi hội, chi ủy, công chức, doanh nghiệp, đảng bộ, đảng ủy, hội nghị, hội thảo,
    hội thi, lãnh đạo, thị trấn, viên chức"""
)
# Before a Roman numeral: it is the number of a congress, a part, a region, a grade.
_NUMBERED_IN_ROMAN = comma_separated(
    """bảng, bậc, biểu, bộ, chương, cấp, đoàn, đoạn, đội, hạng, hội, khoản, khóa, khu, kỷ, kỳ, lần, loại, lớp, lục,
    mẫu, mục, nhóm, phần, phụ, quý, số, tập, thứ, tổ, tuyến, ương, vùng"""
)
# Before "một": it is the article.
_ARTICLE_BEFORE = comma_separated("bằng, cùng, của, là, làm, mỗi, như, nhất, thành, theo, từng, vì")


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


def is_count(written: Sequence[str], words: Sequence[str], before: Before) -> bool:
    """Whether the first of `words` is a count, judged by its neighbours.

    From hai to mười it is one unless the lists know another sense, for a number overlooked costs
    more than one reported in vain. "Một" is the article and "năm" the year: they count only where
    that is certain. A capital is a name's, except before a noun that is always counted.

    Source: habit.

    Args:
        written: the word and the one after it, as written.
        words: up to five words from it on, in lower case; "" where the phrase ends, "0" for digits.
        before: what stands before it.
    """
    first, previous = words[0], before.word
    if first not in _SINGLE or is_name(written, words):
        return False
    if not _case_fits(written, before.gap) and not _counts_all_the_same(words, before):
        return False
    if is_rank(words, previous) or is_other_word(words, previous) or _number_follows(words):
        return False
    if first == "một":
        return previous not in _ARTICLE_BEFORE and is_always_counted(words, 1)
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


def _counts_all_the_same(words: Sequence[str], before: Before) -> bool:
    """Whether a capital or a Roman numeral counts: before a noun always counted, in no name."""
    return is_always_counted(words, 1) and not before.in_name and not names_follow(before.word)


def is_counting_roman(words: Sequence[str], before: Before) -> bool:
    """Whether the Roman numeral words[0] counts: "XX tập thể", not "khóa XXVI". Source: habit."""
    return _counts_all_the_same(words, before) and before.word not in _NUMBERED_IN_ROMAN


def _number_follows(words: Sequence[str]) -> bool:
    """Whether a longer number or a year begins behind: "hai ba mươi người", "hai năm 2022"."""
    following = (*words[2:3], "")[0]
    return read_number(words, 1)[0] > 2 or (words[1:2] == ["năm"] and following == "0")


def _five(words: Sequence[str], previous: str) -> bool:
    """Whether "năm" is 5 and not "year"."""
    noun, following = (*words[1:3], "", "")[:2]
    if previous in VOCABULARY or f"{noun} {following}" in _YEAR_VERBS:
        return False
    if previous in _YEAR_BEFORE:
        return previous in _YEAR_OR_FIVE and _five_all_the_same(words, previous)
    if noun == "tháng":  # "năm tháng" alone: the passing of time
        return following in ("cuối", "đầu")
    if noun == "tổ" and following == "chức":  # a verb as well
        return (*words[3:4], "")[0] in _ORGANISATIONS
    if noun == "năm":
        return following != "0"
    if is_counted(words, 1) or (noun in ("sáu", "bảy") and is_counted(words, 2)):
        return True
    return previous in _COUNT_BEFORE and noun not in ("", "0") and noun not in _YEAR_AFTER


def _five_all_the_same(words: Sequence[str], previous: str) -> bool:
    """Whether "trong năm" and its like go on with five of something always counted.

    The months of the year's beginning or end count too; who acts in a year does not.
    """
    noun, following = (*words[1:3], "", "")[:2]
    if noun == "tháng":
        return following in ("cuối", "đầu") and words[3:4] == ["năm"]
    acts = previous in _YEAR_WHEN and (noun == "thôn" or f"{noun} {following}" in _ACTORS)
    return is_always_counted(words, 1) and not acts
