"""What was meant by words in the place of a number or a day: what to type instead; "" where nobody can say."""

from __future__ import annotations

import re
from datetime import timedelta

from conference.wording import clock, parse_clock, parse_date, roman_value, short_date, words_of
from conference.wording.number_words import read_number

_WORDS = {
    "khoảng": "about",
    "chừng": "about",
    "không quá": "at_most",
    "tối đa": "at_most",
    "nhiều nhất": "at_most",
    "ít nhất": "at_least",
    "tối thiểu": "at_least",
}
"""How offices say what a number is not exactly → the key of `Amount`."""
_AMOUNT = re.compile(rf"(?:(?P<words>{'|'.join(_WORDS)}) )?(?P<number>[0-9]{{1,6}}) ?(?P<share>%)?")
_RANK = "(?:lần thứ|lần|thứ|khóa|khoá|tuần|tháng)"
_UNIT = "(?:phút|đồng|đ|người|đại biểu|tập thể|cá nhân|ngày|bản|bộ|trang|lần|việc|mục)"
_WITH_UNIT = re.compile(
    rf"(?:{_RANK} )?0*([0-9]{{1,12}})(?: ?{_UNIT}(?: làm việc)?)?", re.IGNORECASE
)
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?P<sign>[.,\s])[0-9]{3}(?:(?P=sign)[0-9]{3}){0,3}")

_DAY = r"(?:ngày )?([0-9]{1,2}/[0-9]{1,2}/[0-9]{4})"
_HOUR = r"(?:([0-9]{1,2}h[0-9]{2}),? )?"
_WINDOW = re.compile(
    rf"(?:từ )?(?:ngày )?([0-9]{{1,2}}(?:/[0-9]{{1,2}})?(?:/[0-9]{{4}})?)(?: ?[-–] ?| đến ){_DAY}",
    re.IGNORECASE,
)
_LATEST = re.compile(
    rf"(?:(?:chậm nhất|muộn nhất)(?: là)?|(?:đến )?hết|đến) {_HOUR}{_DAY}", re.IGNORECASE
)
_AT = re.compile(rf"{_HOUR}{_DAY}", re.IGNORECASE)
_BEFORE = re.compile(rf"trước {_DAY}", re.IGNORECASE)
_MEETING = "(?:ngày )?(?:hội nghị|đại hội|cuộc họp|họp|khai mạc)"
_MANY = "0*(?P<{0}>[0-9]{{1,3}}) ngày(?P<{1}> làm việc)?"
_COUNTED = re.compile(
    r"(?P<latest>(?:chậm|muộn) nhất (?:là )?)?(?:"
    rf"{_MANY.format('many', 'working')} (?P<side>trước|sau) (?:khi )?{_MEETING}"
    rf"|(?P<side2>trước|sau) (?:khi )?{_MEETING} {_MANY.format('many2', 'working2')})",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"quý (IV|I{1,3}|[1-4])(?:/| năm )([0-9]{4})", re.IGNORECASE)
_MONTH = re.compile(
    r"(?:tuần ([1-5]),? )?tháng 0?([1-9]|1[0-2])(?:/| năm )([0-9]{4})", re.IGNORECASE
)


def amount_meant(typed: str) -> str:
    """A number with words round it: «không quá 5» is {at_most: 5}."""
    found = _AMOUNT.fullmatch(typed.casefold())
    if not found:
        return ""
    key = _WORDS.get(found["words"] or "", "")
    if found["share"]:
        key = {"": "percent", "about": ""}.get(key, f"{key}_percent")
    return f"{{{key}: {int(found['number'])}}}" if key else ""


def number_meant(typed: str) -> str:
    """A number in groups of three, in Roman numerals, in words, or with what it counts: «30 phút» is 30.

    What stands behind a decimal comma is never drawn into it, and no word is dropped that says more
    of it: «khoảng 30» is not 30.
    """
    if _GROUPED.fullmatch(typed):
        return re.sub(r"[^0-9]", "", typed)
    if found := _WITH_UNIT.fullmatch(typed):
        return found[1]
    if typed.isupper() and (value := roman_value(typed)):
        return str(value)
    words = words_of(typed)
    length, value = read_number(words)
    return str(value) if words and length == len(words) and value is not None else ""


def moment_meant(typed: str) -> str:
    """A day that is no single date: «từ 22/12/2030 đến 23/12/2030» is {first: 22/12/2030, last: 23/12/2030}.

    «Trước ngày 20/12» ends on the day before; `no_later_than` counts its day in.
    """
    typed = re.sub(r"^(?:trong|vào) ", "", typed, flags=re.IGNORECASE)
    if found := _COUNTED.fullmatch(typed):
        return _counted(found)
    if (found := _BEFORE.fullmatch(typed)) and (day := _short(found[1])):
        return f"{{no_later_than: {short_date(parse_date(day) - timedelta(days=1))}}}"
    if found := _LATEST.fullmatch(typed):
        return _with_hour("no_later_than", found[2], found[1])
    if (found := _AT.fullmatch(typed)) and found[1]:
        return _with_hour("day", found[2], found[1])
    if found := _QUARTER.fullmatch(typed):
        quarter = found[1] if found[1].isdigit() else roman_value(found[1].upper())
        return f"{{quarter: {quarter}, year: {found[2]}}}"
    if found := _MONTH.fullmatch(typed):
        week = f"week: {found[1]}, " if found[1] else ""
        return f"{{{week}month: {found[2]}, year: {found[3]}}}"
    if found := _WINDOW.fullmatch(typed):
        begun = found[1].split("/")
        last = _short(found[2])
        first = _short("/".join([*begun, *found[2].split("/")[len(begun) :]]))
        if first and last and parse_date(first) < parse_date(last):
            return f"{{first: {first}, last: {last}}}"
    return ""


def _counted(found: re.Match[str]) -> str:
    many = int(found["many"] or found["many2"])
    key = "working_days" if found["working"] or found["working2"] else "days"
    side = "before" if (found["side"] or found["side2"]).lower() == "trước" else "after"
    latest = ", latest: true" if found["latest"] else ""
    return f"{{{key}: {many}, {side}: conference.date{latest}}}"


def _short(typed: str) -> str:
    """A day as it is typed; "" for one there is not."""
    try:
        return short_date(parse_date(typed))
    except ValueError:
        return ""


def _with_hour(key: str, day: str, hour: str | None) -> str:
    try:
        at = f", hour: {clock(parse_clock(hour))}" if hour else ""
    except ValueError:
        return ""
    return f"{{{key}: {_short(day)}{at}}}" if _short(day) else ""
