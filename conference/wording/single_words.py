"""Telling a single number word that counts something from the same word with another sense."""

from collections.abc import Sequence

from .number_words import DIGITS, VOCABULARY, read_number


def _listed(text: str) -> frozenset[str]:
    """The entries of a list separated by commas."""
    return frozenset(" ".join(entry.split()) for entry in text.split(","))


_SINGLE = frozenset(DIGITS) - {"một"} | {"mười"}
# Nouns that are counted.
_TWO_SYLLABLES = _listed(
    """bài học, bài phát, bản sao, bằng khen, báo cáo, bí thư, cá nhân, cán bộ, căn cứ, chi bộ,
    chỉ thị, chỉ tiêu, chương trình, chuyên đề, công chức, công đoàn, công văn, công việc, cơ quan,
    cơ sở, danh hiệu, đại biểu, đảng bộ, đảng ủy, đảng viên, địa phương, điểm cầu, điều kiện,
    đoàn thể, đoàn viên, đơn vị, đồng chí, gia đình, giải pháp, giải thưởng, giấy khen, giấy mời,
    hạng mục, hoạt động, hội nghị, hội viên, kế hoạch, khách mời, kiến nghị, lĩnh vực, mô hình,
    mục tiêu, nghị quyết, nguyên nhân, nhiệm vụ, nội dung, phong trào, phóng sự, phụ lục, phương án,
    quyết định, tài liệu, tập thể, tấm gương, tham luận, thành viên, thị trấn, thông báo, tiêu chí,
    tiết mục, tổ chức, trường hợp, ủy viên, văn bản, văn kiện, vấn đề, ý kiến"""
)
# The same of one syllable, with the syllables that make another word of it.
_ONE_SYLLABLE: dict[str, tuple[str, ...]] = {
    "bàn": ("bạc", "giao"), "bản": ("chất", "lĩnh", "sắc", "thân"), "bộ": ("máy", "trưởng"),
    "bức": ("xúc",), "buổi": (), "câu": (), "chiếc": (), "cuộc": (), "cuốn": (), "đợt": (),
    "đội": (), "ghế": (), "giờ": ("đây",), "hộ": (), "huyện": (), "khối": (), "lá": (),
    "lần": (), "loại": (), "lượt": (), "mục": ("đích",), "ngày": ("càng", "nay"), "người": (),
    "nhóm": (), "phần": ("đông", "lớn", "nào"), "phòng": ("chống",), "phút": (), "phường": (),
    "quyển": (), "suất": (), "tháng": (), "thôn": (), "tỉnh": (), "tờ": (), "trang": ("bị",),
    "tuần": (), "vị": ("thế", "trí"), "việc": (), "xã": ("hội",),
}  # fmt: skip
# What turns a number word into a rank, a date or a name.
_RANK_BEFORE = _listed(
    """buổi, chương, điều, đợt, hạng, khoản, khóa, khu, kỳ, loại, lần, lớp, mồng, mục, mùng, ngày,
    phần, quý, số, tháng, thứ, vòng"""
)
_YEAR_BEFORE = _listed(
    """cả, các, cùng, cuối, của, dịp, đầu, đến, giữa, hàng, hằng, hết, kết, mấy, mỗi, mọi, nhiều,
    những, qua, quanh, sang, sau, suốt, tác, theo, thường, tới, trong, trước, từ, từng, vào, vụ"""
)
_YEAR_VERBS = _listed("báo cáo, hoạt động, kế hoạch, kiến nghị, quyết định, thông báo")
_ORGANISATIONS = _listed("chính, cơ, đảng, đoàn, hội, kinh, quần, xã")
_SENTENCE_START = frozenset(".!?:;…-–—*•+#|>)")


def is_count(written: Sequence[str], words: Sequence[str], previous: str, gap: str) -> bool:
    """Whether the first of `words` is a count, judged by its neighbours; in doubt it is not.

    Takes the words as written and in lower case ("" where the phrase ends, "0" for digits), the
    word before in the same phrase ("" if none) and the characters between. Rule: habit; the
    lists are what plans count.
    """
    first = words[0]
    if first not in _SINGLE or previous in VOCABULARY or previous in _RANK_BEFORE:
        return False
    if not _case_fits(written, gap) or not _counted_noun(words):
        return False
    return first != "năm" or _five(words, previous)


def _case_fits(written: Sequence[str], gap: str) -> bool:
    """A capital stands at the start of a sentence or in a line of capitals, else it is a name."""
    if written[0].islower():
        return True
    if written[0].isupper():
        return len(written) > 1 and written[1].isupper()
    before = gap.rstrip(" \t\xa0")
    return "\n" in gap or (before != "" and before[-1] in _SENTENCE_START)


def _counted_noun(words: Sequence[str]) -> bool:
    noun, following = (*words[1:3], "", "")[:2]
    if f"{noun} {following}" in _TWO_SYLLABLES:
        return True
    if noun == "năm":  # years, but not "hai, năm 2022" nor "hai, năm mươi"
        return following != "0" and read_number(words, 1)[0] < 3
    if noun == "phần" and following in DIGITS:  # a fraction
        return False
    return noun in _ONE_SYLLABLE and following not in _ONE_SYLLABLE[noun]


def _five(words: Sequence[str], previous: str) -> bool:
    """Whether "năm" before a counted noun is 5 and not "year"."""
    noun, following = (*words[1:3], "", "")[:2]
    if previous in _YEAR_BEFORE or f"{noun} {following}" in _YEAR_VERBS:
        return False
    if noun == "tháng":  # "năm tháng" alone: the passing of time
        return following in ("cuối", "đầu")
    if noun == "tổ":  # "tổ chức" is a verb as well
        return (*words[3:4], "")[0] in _ORGANISATIONS
    return True
