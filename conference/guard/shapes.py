"""What a number looks like where it stands: a clock, a day, a form, money, a share, an ordinal …"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from conference import wording
from conference.guard.text import MARK, pattern, without
from conference.wording import Nouns


class Shape(StrEnum):
    """What a typed number seems to be."""

    CLOCK = "clock"
    DAY = "day"
    PERIOD = "period"
    PAPER = "paper"
    FORM = "form"
    SEAT = "seat"
    PERCENT = "percent"
    MONEY = "money"
    SHARE = "share"
    ORDINAL = "ordinal"
    MEASURE = "measure"
    COUNT = "count"


class TypedNumber(NamedTuple):
    """A number typed by hand: its offsets in the text, as typed, and its value if it has one."""

    start: int
    end: int
    text: str
    value: int | None
    shape: Shape = Shape.COUNT


_IN_WORDS = (
    "(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|mươi|mốt|tư|lăm|nhăm|linh|lẻ|trăm|nghìn|rưỡi)"
)
_SPOKEN = rf"{_IN_WORDS}(?:\s+{_IN_WORDS}){{0,12}}(?!\w)"
_AT = r"(?<![\w.,/-])"
_CLOCK = r"(?![0-9](?-i:G)(?!\w))[0-9]{1,2}(?:\s?[hg](?:[0-9]{2})?(?:')?(?!\w)|:[0-9]{2}|\s?giờ(?:\s+[0-9]{1,2}(?:\s+phút)?(?!\s*(?:phút|%))|\s+rưỡi|\s+[0-9]{1,2}\s+phút)?(?!\w))"
_DAY = r"[0-9]{1,2}\s?/\s?[0-9]{1,2}\s?/\s?(?:[0-9]{4}|[0-9]{2})(?![0-9])|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}"
_LONG_DAY = r"[0-9]{1,2}\s+tháng\s+[0-9]{1,2}(?:(?:\s+năm\s+|/)[0-9]{4})?"
_TO = r"\s*(?:[-–—]|đến)\s*(?:hết\s+)?(?:ngày\s+)?"
_DAY_OF_A_YEAR = (
    "|".join(
        f"(?<={word} )[0-9]{{1,2}}/[0-9]{{1,2}}"
        for word in ("ngày", "sáng", "trưa", "chiều", "tối", "đêm")
    )
    + "|(?:1[3-9]|2[0-9]|3[01])/(?:0?[1-9]|1[0-2])"
)
"""A day without its year: behind a word that says so, or one that is no part of anything, 15/9."""
_EVENT = "(?:phần|chương|mục|điều|lần|tuần|kỳ|họp|khóa|khoá|phiên|ngày|tháng|quý|năm|đợt|nghị|hội|vòng|bậc|giải|nhiệm kỳ|tập|số)"
_LABEL = (
    "(?:khóa|khoá|nhiệm kỳ|lần thứ|lần|thứ|đại hội|đại hội đảng|kỳ|kỳ họp|đợt|phần|chương|mục|quý|"
    "nhóm|vùng|khu|bậc|tập|phụ lục|mẫu|biểu|bảng|số|giai đoạn|trung ương|vòng|tổ|đội|khoản|điều|"
    "điểm|loại|cấp|lớp|điểm cầu|khu vực|hội nghị|khoa|nhiem ky|lan thu|lan|thu|dai hoi|ky|dot|phan|chuong|"
    "muc|quy|phu luc|mau|bieu|giai doan|trung uong|vong)"
)
_DONG = r"đồng(?! (?:chí|bào|hồ|thời|bộ|hương|thuận|tình))(?!\w)"
"""The money, no comrade and nothing simultaneous."""
_SHAPES: tuple[tuple[Shape, re.Pattern[str]], ...] = tuple(
    (shape, pattern(form, re.IGNORECASE))
    for shape, form in (
        (Shape.CLOCK, rf"{_AT}{_CLOCK}(?:\s?[-–—]\s?{_CLOCK})?"),
        (
            Shape.CLOCK,
            rf"(?<!\w)(?!năm\s+giờ){_SPOKEN}\s+giờ(?:\s+(?:rưỡi|kém\s+{_SPOKEN}|{_SPOKEN}(?:\s+phút)?))?(?!\w)(?!\s+đồng hồ)",
        ),
        (Shape.DAY, rf"{_AT}[0-9]{{1,2}}/[0-9]{{1,2}}(?={_TO}(?:{_DAY}))"),
        (Shape.DAY, rf"{_AT}(?:[0-9]{{1,2}}\s?[-–]\s?)?(?:{_DAY})"),
        (Shape.PERIOD, rf"{_AT}(?:19|20)[0-9]{{2}}\s?[-–—]\s?(?:19|20)[0-9]{{2}}(?![0-9])"),
        (Shape.DAY, rf"(?<!tuần )(?<!tuan ){_AT}{_LONG_DAY}"),
        (
            Shape.DAY,
            rf"(?<!\w){_SPOKEN}\s+tháng\s+(?:{_SPOKEN}|[0-9]{{1,2}}|giêng|chạp)(?!\s*(?:lần|buổi))"
            rf"(?:\s+năm\s+(?:{_SPOKEN}|[0-9]{{4}}))?",
        ),
        (Shape.DAY, rf"(?<!\w)(?:mùng|mồng|mung)\s+(?:{_SPOKEN}|[0-9]{{1,2}})"),
        (Shape.DAY, r"(?<=tháng )(?:giêng|chạp)(?!\w)"),
        (Shape.DAY, r"(?<=ngày )(?:rằm)(?!\w)"),
        (Shape.PERCENT, rf"{_AT}[0-9]+(?:[.,][0-9]+)*(?:\s?%|\s+phần trăm(?!\w))"),
        (Shape.PERCENT, rf"(?<!\w){_SPOKEN}(?:\s+phẩy\s+{_SPOKEN})?\s+phần trăm(?!\w)"),
        (Shape.DAY, rf"{_AT}(?:{_DAY_OF_A_YEAR})(?![\w/-])"),
        (
            Shape.DAY,
            rf"(?<!tháng )(?<!thang ){_AT}(?:0?[1-9]|1[0-2])/(?:19|20)[0-9]{{2}}(?![\w/-])",
        ),
        (Shape.SHARE, rf"(?<!tháng )(?<!thang ){_AT}[0-9]+/[0-9]+(?![\w/-])"),
        (
            Shape.MONEY,
            r"(?<![\w/-])[0-9]+(?:[.,][0-9]+)*\s?(?:(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\w)(?:\s+(?:triệu|tỷ)(?!\w))?"
            rf"(?=\s+(?:đồng|đ)(?!\w)|\W|$|\s)|đ(?!\w)|(?=\s?{_DONG})|{_DONG}|VNĐ)",
        ),
    )
)
_OTHER_WEEK = "(?=,? (?:tuần|ngày|hằng|hàng|tới|này))"
_BEFORE_A_DAY = rf"(?=,? (?:ngày )?(?:[0-9]|{MARK}))"
_RANKED_BEFORE = "".join(
    f"(?<!{word} )" for word in ("lần", "kỳ", "khóa", "phiên", "đợt", "vòng", "cuộc", "buổi")
)
_WEEKDAY = pattern(
    r"(?<!\w)(?:(?:(?i:sáng|trưa|chiều|tối|đêm|ngày|trước|từ|đến|vào) )?"
    r"(thứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy))(?!\w)"
    r"|(?i:sáng|trưa|chiều|tối|đêm|ngày|trước|từ|vào) (thứ (?:hai|ba|tư|năm|sáu|bảy))(?!\w)"
    rf"|([Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)){_OTHER_WEEK}"
    rf"|{_RANKED_BEFORE}([Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)){_BEFORE_A_DAY}"
    rf"|([Cc]hủ [Nn]hật){_BEFORE_A_DAY}"
    r"|(?i:sáng|trưa|chiều|tối|đêm|ngày|trước|vào) ([Cc]hủ [Nn]hật)(?!\w))"
)
_ORDINAL = pattern(
    rf"(?<!\w){_EVENT}\s+(?:[^\W\d_]+\s+)?thứ\s+(nhất|nhì|{_SPOKEN})(?!\w)", re.IGNORECASE
)
_LABELLED = pattern(
    r"(?<!\w)(?i:tháng|quý|đợt|lần|khóa|khoá|kỳ|vòng|phần|mục|khoản|điều|chương|tuần)\s+"
    r"(hai|ba|bốn|tư|sáu|bảy|tám|chín|mười)(?!\w)(?!\s+(?:lần|buổi|mặt|bên|miền|mươi|lượt|ngày))"
    r"|(?<!\w)(?i:khóa|khoá)\s+(một)(?=[,.;:)]|\s*$)"
    r"|(?<!\w)(?<![Cc]ách mạng )(?i:tháng)\s+(Một|Hai|Ba|Tư|Năm|Sáu|Bảy|Tám|Chín|Mười)(?!\w)"
    # The two that are other words too: «mỗi tháng một lần», «ngày tháng năm sinh».
    rf"|(?<!\w)(?<!ngày )(?i:tháng)\s+(một|năm)(?=\s+năm\s+(?:[0-9]|{MARK}|nay|sau|trước)|\s?/|[.,;:)]|\s*$)"
)
_ROMAN = pattern(
    rf"(?<!\w)(?i:{_LABEL})\s+([IVXLC]+)(?![\w.])|(?<!\w)(?i:{_LABEL})\s+([IVXLC]+)\.(?!\w)"
)
_BARE_ROMAN = pattern(r"(?<![\w.-])[IVX]{2,7}(?![\w-])")
_LETTERS = frozenset("CL")
_SQUARE = pattern(r"(?:[0-9]\s?|(?<!\w))[kcd]?m$")
"""Before a 2 or 3 that makes a measure of area or volume of another: 12m2."""
_SIGNS = pattern(r"[^\x00-\x7f]+")
_CODE = pattern(
    r"(?<![\w/-])(?:[0-9]{1,5}(?:/[0-9]{4})?(?:\s?[-–/]\s?[A-ZĐ][\w&]*)+(?!\w)"
    r"|(?![IVXLC]+(?:-|/))[A-ZĐ]{1,6}[-.]?[0-9]+(?:[-/][\w&]+)*(?!\w))"
)
_NUMBERED_FORM = pattern(
    r"(?<!\w)(?<!phát )(?<!đại )(?<!tiêu )(?:mẫu|biểu|phụ lục|bảng|tờ)(?:\s+số)?\s*$", re.IGNORECASE
)
_SEAT_BEFORE = pattern(
    r"(?<!\w)(?:ghế|chỗ(?: ngồi)?|dãy|hàng ghế|phòng|hội trường|nhà|bàn|cửa|xe)(?:\s+số)?\s*$",
    re.IGNORECASE,
)
_PART_OF_LAW = pattern(
    r"(?<!\w)(?:điều|khoản|điểm|mục|cột|dòng|trang|phần|chương|tiết|ô|hàng|phụ lục)\s*$",
    re.IGNORECASE,
)
_ORDER = pattern(
    r"(?:thứ|lần|đợt|(?<!trong )(?<!tổng )số|tổ|đội|khóa|khoá|kỳ|vòng|phòng|đơn vị|thôn|xóm|khu)\s*$",
    re.IGNORECASE,
)
_EACH = pattern(
    r"(?:mỗi|các|từng|mọi)\s+(?:tổ|đội|khóa|khoá|kỳ|vòng|phòng|đơn vị|thôn|xóm|khu|lần|đợt)\s*$",
    re.IGNORECASE,
)
"""Before the number of what each of them has: «mỗi thôn 01 đại biểu»."""
_MEASURED = pattern(
    r"\s*(?:'|(?:giây|phút|giờ|tiếng|ngày|đêm|tuần|tháng|quý|năm|buổi|km|mét|m|ha|tấn|kg|lít)(?!\w))",
    re.IGNORECASE,
)
_MONEY_BEHIND = pattern(rf"\s*(?:triệu|tỷ|tỉ|nghìn|ngàn)?\s*(?:{_DONG}|đ(?!\w))")


def typed_numbers(text: str, nouns: Nouns) -> Iterator[TypedNumber]:
    """Find the numbers of a text, each as it was meant; nothing of a stretch is found twice.

    Digits, number words, Roman numerals that count or label, weekdays and months with a number, and
    signs such as ½ and ②.

    Args:
        text: the text; what is no number in it is blanked.
        nouns: the nouns that are counted.
    """
    for find in (_codes, _shaped, _ordinals, _romans):
        found = list(find(text))
        yield from found
        text = without(text, sorted((number.start, number.end) for number in found))
    for number in wording.find_numbers(text, nouns):
        if number.text in ("2", "3") and _SQUARE.search(
            text[max(0, number.start - 6) : number.start]
        ):
            continue
        shape = _shape_beside(text, number.start, number.end)
        yield TypedNumber(number.start, number.end, number.text, number.value, shape)
    for run in _SIGNS.finditer(text):
        yield from _signs(text, run)


def _codes(text: str) -> Iterator[TypedNumber]:
    """Numbers of papers, forms and seats: 10-NQ/TW, 09/BH, A4, ghế A01."""
    for found in _CODE.finditer(text):
        shape = Shape.PAPER if found[0][0].isdigit() else Shape.FORM
        before = text[max(0, found.start() - 24) : found.start()]
        if _NUMBERED_FORM.search(before):
            shape = Shape.FORM
        elif shape is Shape.FORM and _SEAT_BEFORE.search(before):
            shape = Shape.SEAT
        yield TypedNumber(*found.span(), found[0], None, shape)


def _shaped(text: str) -> Iterator[TypedNumber]:
    """Clocks, days, periods, shares and sums: what comes first takes its letters away from the next."""
    for shape, form in _SHAPES:
        stretches = []
        for found in form.finditer(text):
            written = found[0].rstrip()
            if written:
                stretches.append((found.start(), found.start() + len(written)))
                yield TypedNumber(*stretches[-1], written, None, shape)
        text = without(text, stretches)


def _ordinals(text: str) -> Iterator[TypedNumber]:
    """Weekdays, and number words that say which of several: «lần thứ năm», «quý ba»."""
    for form, shape in (
        (_WEEKDAY, Shape.DAY),
        (_ORDINAL, Shape.ORDINAL),
        (_LABELLED, Shape.ORDINAL),
    ):
        stretches = []
        for found in form.finditer(text):
            group = found.lastindex or 0
            stretches.append(found.span(group))
            meant = Shape.DAY if found[0].lower().startswith(("tháng", "quý")) else shape
            yield TypedNumber(*found.span(group), found[group], None, meant)
        text = without(text, stretches)


def _romans(text: str) -> Iterator[TypedNumber]:
    """Roman numerals behind what they label, and those of several letters in running text."""
    labelled = []
    for found in _ROMAN.finditer(text):
        group = 1 if found[1] else 2
        letters = found[group]
        if letters not in _LETTERS:
            value = wording.roman_value(letters)
            shape = Shape.DAY if found[0].lower().startswith("quý ") else Shape.ORDINAL
            labelled.append(found.span(group))
            yield TypedNumber(*found.span(group), letters, value, shape)
    text = without(text, labelled)
    for found in _BARE_ROMAN.finditer(text):
        line = text[max(0, found.start() - 20) : found.end() + 20]
        if wording.roman_value(found[0]) and re.search(r"[^\W\d_]*[a-zà-ỹ]", line):
            value = wording.roman_value(found[0])
            yield TypedNumber(*found.span(), found[0], value, Shape.COUNT)


def _signs(text: str, run: re.Match[str]) -> Iterator[TypedNumber]:
    """Signs that are numbers; raised behind a letter they belong to a measure: m²."""
    letters = [letter for letter in run[0] if unicodedata.numeric(letter, None) is not None]
    if letters:
        start = run.start() + run[0].index(letters[0])
        if letters[0] in "²³" and text[start - 1 : start].isalpha():
            return
        yield TypedNumber(start, start + len(letters), "".join(letters), None, Shape.SHARE)


def _shape_beside(text: str, start: int, end: int) -> Shape:
    """What a plain number is by what stands beside it."""
    before = text[max(0, start - 24) : start]
    if _NUMBERED_FORM.search(before) or _PART_OF_LAW.search(before):
        return Shape.FORM
    if re.search(r"(?:ngày|hôm)\s*$", before, re.IGNORECASE):
        return Shape.DAY
    if _MONEY_BEHIND.match(text, end):
        return Shape.MONEY
    if _MEASURED.match(text, end):
        return Shape.MEASURE
    is_each = _EACH.search(before)
    return Shape.ORDINAL if _ORDER.search(before) and not is_each else Shape.COUNT
