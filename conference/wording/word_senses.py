"""Number words that are no numbers: other words, names and ranks, known by their neighbours."""

from collections.abc import Sequence

from .counted_nouns import comma_separated, is_counted

# Words and phrases that begin with a number word: ba mẹ, chín chắn, bốn phương.
_BEGINS = {
    "hai": comma_separated("bên, cấp, chấm, chiều, lòng, lúa, mang"),
    "ba": comma_separated(
        """ba, cấp, chấm, gai, gác, hoa, kích, láp, lô, lơn, má, mẹ, miền, mình, nó, phải, rem, rọi, ta,
        toác, toong, tôi, trợn, vạ"""
    ),
    "bốn": comma_separated("bể, cấp, bề, biển, cõi, mùa, phương"),
    "bảy": comma_separated("nổi"),
    "bẩy": comma_separated("lên, ra"),
    "tám": comma_separated("hướng, thơm, xoan"),
    "chín": comma_separated(
        "chắn, mọng, mõm, mùi, muồi, nẫu, nhừ, nục, rộ, rụng, sớm, suối, tới, vàng"
    ),
    "mười": comma_separated("mươi"),
}
# What makes another word of the number word behind it: đòn bẩy, quả chín, phong ba.
_ENDS = {
    "hai": comma_separated("không"),
    "ba": comma_separated("áo, bà, bôn, chĩa, đinh, phong, thu, vi"),
    "bảy": comma_separated("bóng"),
    "bẩy": comma_separated("bóng, đòn, lẩy"),
    "tám": comma_separated("cơm, gạo, lúa"),
    "chín": comma_separated(
        "ăn, cam, chưa, cơm, đã, độ, lúa, luộc, nấu, nung, quả, sắp, thịt, trái, trứng, vải, xoài"
    ),
    "mười": comma_separated("vàng"),
}
# Campaigns and watchwords whose number is part of their name, and sayings.
_STOCK = {
    tuple(phrase.split())
    for phrase in comma_separated(
        """ba cùng, ba đảm đang, ba nhất, ba sạch, ba sẵn sàng, bảy nổi ba chìm, bốn tại chỗ,
        chín bỏ làm mười, sáu rõ"""
    )
}
_MOTTO_BEFORE = ("châm", "trào")
_FEW = comma_separated("dăm, đôi, vài")  # vài ba, dăm bảy: a few
# Brothers and sisters by age, as the South calls them, and crossroads: anh hai, ngã ba.
_CALLED = comma_separated("anh, bà, bác, cậu, chị, chú, cô, dì, má, mợ, ngã, ông, thầy, thím")
_NAMED = _CALLED | comma_separated("cháu, chí, em, khóm, làng, phường, thôn, thị, văn, xã, xóm")
# Places and peoples, for the start of a sentence and lines of capitals; elsewhere a capital shows it.
_NAMES = comma_separated(
    """ba bể, ba chẽ, ba chúc, ba đình, ba điền, ba đồn, ba động, ba lan, ba lê, ba lòng, ba na,
    ba sao, ba tiêu, ba tơ, ba trại, ba tri, ba tư, ba vì, ba vinh, ba xa, bảy háp, bảy hiền,
    bảy núi, hai bà trưng, năm căn"""
)
# Before a number word always a rank or a date, and as a rule.
_RANKS = comma_separated("hạng, mồng, mùng, tầng, tháng, thứ")
_RANKS_AS_A_RULE = comma_separated(
    """buổi, bước, cấp, chương, điều, đoạn, đợt, giải, khoản, khóa, khu, kỳ, loại, lần, lớp, mục, ngày, phần,
    quý, số, ương, vòng"""
)
_TIMES = comma_separated("buổi, lần, lượt")


def is_name(written: Sequence[str], words: Sequence[str]) -> bool:
    """Whether two capitals or three begin a known name: "Ba Đình", "HAI BÀ TRƯNG". Source: habit."""
    if not all(syllable[:1].isupper() for syllable in written[:2]):
        return False
    return " ".join(words[:2]) in _NAMES or " ".join(words[:3]) in _NAMES


def is_rank(words: Sequence[str], previous: str) -> bool:
    """Whether the number word after `previous` is a rank or part of a date: "thứ hai", "quý ba".

    "Ngày hai buổi" and "số hai tập thể" are counts; "ngày hai tháng" and "quý ba năm" are not.
    Source: habit.
    """
    following = (*words[1:2], "")[0]
    if previous == "tháng":
        return following not in _TIMES
    if previous not in _RANKS_AS_A_RULE:
        return previous in _RANKS
    if previous == "đoạn" and following == "năm":  # giai đoạn ba năm qua
        return words[2:3] == ["0"]
    return following in ("năm", "tháng") or not is_counted(words, 1)


def is_other_word(words: Sequence[str], previous: str) -> bool:
    """Whether the number word is (part of) a word with another sense, or "là" makes it a heading.

    A counted noun behind it overrules: "ba chỉ tiêu", "vải chín tấm". Source: habit.
    """
    first, following = (*words[:2], "")[:2]
    if following == "là" or previous in _FEW:  # một là …; hai là …
        return True
    if following in _BEGINS.get(first, ()) or _is_motto(following, previous):
        return not is_counted(words, 1)
    return (previous in _ENDS.get(first, ()) or previous in _CALLED) and not is_counted(words, 1)


def _is_motto(following: str, previous: str) -> bool:
    """Whether the number word begins what a campaign is called: "phong trào hai giỏi"."""
    return previous in _MOTTO_BEFORE and following not in ("", "0", "năm")


def names_follow(previous: str) -> bool:
    """Whether a capital after this word is a name: "đồng chí Ba", "thôn Hai". Source: habit."""
    return previous in _NAMED


def stock_phrase(words: Sequence[str], at: int) -> int:
    """Count the words of the stock phrase at words[at] whose number is none: "ba sẵn sàng"; else 0.

    After "cả" it is the number: "cả ba cùng tham gia". Source: habit.
    """
    if words[at - 1] == "cả":
        return 0
    for length in (2, 3, 4):
        if tuple(words[at : at + length]) in _STOCK:
            return length
    return 0
