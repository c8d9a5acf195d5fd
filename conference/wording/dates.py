"""Dates and times of day: parsed as editors type them, written as papers print them."""

import calendar
import datetime
import re
import unicodedata

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_TYPED_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_OTHER_DATE = re.compile(r"([0-9]{1,4})[-./ ]([0-9]{1,2})[-./ ]([0-9]{1,4})")
_WITH_WORDS = re.compile(
    r"(?:(thứ \w+|chủ nhật),? ?)?(?:ngày )?"
    r"([0-9]{1,2})(?:/| tháng )([0-9]{1,2})(?:/| năm )([0-9]{4})",
    re.IGNORECASE,
)
_TYPED_CLOCK = re.compile(
    r"([0-9]{1,2})(?:h([0-9]{2})?| ?giờ(?: ([0-9]{1,2})(?: phút)?)?)", re.IGNORECASE
)
_OTHER_CLOCK = re.compile(r"([0-9]{1,2}) ?[:.gGhH] ?([0-9]{1,2})(?::[0-9]{2})?")

HALVES = {
    "sáng": (datetime.time(0), datetime.time(12)),
    "trưa": (datetime.time(10), datetime.time(14)),
    "chiều": (datetime.time(12), datetime.time(19)),
    "tối": (datetime.time(17), datetime.time(23, 59)),
}
"""A part of the day → the first and last hour at which something in it may begin. Source: habit."""


def parse_date(text: str) -> datetime.date:
    """Parse a date typed as day/month/year, padded or not: "22/12/2022", "03/4/2018".

    Source: habit, seen in plans.

    Args:
        text: the date alone; spaces around it are ignored. The year has four digits, 1900 to 2100.

    Raises:
        ValueError: in Vietnamese, for everything else, with what to type where it can be guessed.
    """
    typed = text.strip()
    match = _TYPED_DATE.fullmatch(typed)
    if not match:
        raise ValueError(f"{_quoted(typed)} không phải là ngày/tháng/năm; {_date_hint(typed)}")
    day, month, year = map(int, match.groups())
    problem = _problem(day, month, year)
    if problem:
        raise ValueError(f"{_quoted(typed)} không phải là ngày có thật: {problem}")
    return datetime.date(year, month, day)


def _quoted(typed: str) -> str:
    """What was typed, in quotes, cut where it is too long to show."""
    return f"“{typed}”" if len(typed) <= 40 else f"“{typed[:40]}…”"


def _date_hint(typed: str) -> str:
    match = _WITH_WORDS.fullmatch(typed)
    if match and not _problem(*(numbers := [int(number) for number in match.groups()[1:]])):
        meant = datetime.date(*reversed(numbers))
        if match[1] and match[1].lower() != weekday(meant).lower():
            return f"{short_date(meant)} là {weekday(meant)}, hãy xem lại rồi chỉ gõ ngày"
        return f"hãy gõ {short_date(meant)}"
    match = _OTHER_DATE.fullmatch(typed)
    if match:
        first, month, last = map(int, match.groups())
        for day, year in ((last, first), (first, last)):
            if not _problem(day, month, year):
                return f"hãy gõ {short_date(datetime.date(year, month, day))}"
    return "hãy gõ đủ ngày, tháng và năm bốn chữ số, ví dụ 03/4/2018"


def _problem(day: int | None, month: int | None, year: int) -> str:
    """What is wrong with a date, in Vietnamese, or ""; None stands for an unknown part."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return f"năm phải từ {_FIRST_YEAR} đến {_LAST_YEAR}, không phải {year}"
    if month is not None and not 1 <= month <= 12:
        hint = ""
        if day is not None and 1 <= day <= 12 and not _problem(month, day, year):
            hint = f"; có phải là {_numbered_date(month, day, year)} không?"
        return f"không có tháng {month}{hint}"
    length = calendar.monthrange(year, month)[1] if month else 31
    if day is not None and not 1 <= day <= length:
        place = f"tháng {month} năm {year}" if month else "một tháng"
        return f"{place} chỉ có ngày 1 đến ngày {length}, không có ngày {day}"
    return ""


def _month(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)


def _numbered_date(day: int, month: int, year: int) -> str:
    return f"{day:02d}/{_month(month)}/{year}"


def short_date(d: datetime.date) -> str:
    """Write a date in digits, as in citations: "03/4/2018", "22/12/2022", "05/02/2018".

    Days below 10 and months 1 and 2 are padded, other months are not.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I (padding); habit for its use in citations.
    """
    return _numbered_date(d.day, d.month, d.year)


def long_date(day: int | None, month: int | None, year: int, gap: str = "…") -> str:
    """Write a date as in the head of a document: "ngày 05 tháng 02 năm 2018".

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I; Party guides pad alike.

    Args:
        day: 1 to 31; None when it is not known yet.
        month: 1 to 12; None when it is not known yet.
        year: 1900 to 2100.
        gap: what is printed for a day or month that is not known.

    Raises:
        ValueError: in Vietnamese, for a date that does not exist.
    """
    problem = _problem(day, month, year)
    if problem:
        raise ValueError(f"ngày không có thật: {problem}")
    day_text = gap if day is None else f"{day:02d}"
    month_text = gap if month is None else _month(month)
    return f"ngày {day_text} tháng {month_text} năm {year}"


_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def weekday(d: datetime.date) -> str:
    """Name the day of the week: "thứ Sáu", "Chủ nhật". Source: habit, seen in plans."""
    return _WEEKDAYS[d.weekday()]


def parse_clock(text: str) -> datetime.time:
    """Parse a time of day typed as "7h30", "07h30", "8h", "7 giờ 30" or "7 giờ 30 phút".

    Source: habit, seen in plans.

    Args:
        text: the time alone; hours 0 to 23, minutes 0 to 59, after "h" in two digits.

    Raises:
        ValueError: in Vietnamese, for everything else; for "7:30" it says to type 7h30.
    """
    typed = unicodedata.normalize("NFC", text.strip())
    match = _TYPED_CLOCK.fullmatch(typed)
    if not match:
        other = _OTHER_CLOCK.fullmatch(typed)
        hint = "ví dụ 7h30"
        if other and int(other[1]) < 24 and int(other[2]) < 60:
            hint = f"hãy gõ {int(other[1])}h{int(other[2]):02d}"
        raise ValueError(f"{_quoted(typed)} không phải là giờ viết đúng; {hint}")
    hour, minute = int(match[1]), int(match[2] or match[3] or 0)
    if hour > 23 or minute > 59:
        raise ValueError(
            f"{_quoted(typed)} không phải là giờ có thật: giờ từ 0 đến 23, phút từ 0 đến 59"
        )
    return datetime.time(hour, minute)


def clock(t: datetime.time) -> str:
    """Write a time of day: "7h30", "8h00"; seconds are left out. Source: habit, seen in plans."""
    return f"{t.hour}h{t.minute:02d}"


def clock_range(start: datetime.time, end: datetime.time) -> str:
    """Write from when to when: "8h20 - 8h50". Source: habit, seen in programmes of congresses."""
    return f"{clock(start)} - {clock(end)}"
