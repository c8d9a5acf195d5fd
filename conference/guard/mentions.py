"""How a sentence names a paper: by kind, number and day, «Nghị quyết số 08-NQ/TU ngày 05/4/2022»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from conference.guard.text import pattern
from conference.models.citations import WITHOUT_SO

_KINDS = (
    "Thông tư liên tịch", "Nghị quyết", "Quyết định", "Chỉ thị", "Kết luận", "Quy chế", "Quy định",
    "Thông tri", "Hướng dẫn", "Thông báo", "Báo cáo", "Kế hoạch", "Quy hoạch", "Chương trình",
    "Đề án", "Phương án", "Dự án", "Tờ trình", "Công văn", "Công điện", "Biên bản", "Giấy mời",
    "Giấy giới thiệu", "Bản ghi nhớ", "Nghị định", "Thông tư", "Sắc lệnh", "Lệnh", "Pháp lệnh", "Bộ luật",
    "Luật", "Hiến pháp", "Mẫu", "Điều", "Phụ lục",
)  # fmt: skip
"""The kinds of paper that the guides of the Party and the State name. Source: Nghị định 30/2020/NĐ-CP,
Hướng dẫn 36-HD/VPTW; and forms and articles."""

# Between blanks only initials go on: «01/BH - Biên bản» is a number and a title.
_NUMBER = r"[0-9]{1,5}(?:/[0-9]{4})?(?:[-–/][A-ZĐ][\w&]*|\s?[-–/]\s?[A-ZĐ]{2}[\w&]*)+(?!\w)"
_DAY = r"[0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?[0-9]{4}"
_LONG = r"[0-9]{1,2}\s+tháng\s+[0-9]{1,2}(?:\s+năm\s+|/)[0-9]{4}"
_DATED = pattern(
    rf"\s*,?\s*(?P<open>\()?\s*(?:(?:ban hành|ký)\s+)?(?:ngày\s+(?P<day>{_DAY}|{_LONG})|năm\s+(?P<year>[0-9]{{4}})"
    rf"|tháng\s+(?P<month>[0-9]{{1,2}}\s*(?:/|\s+năm\s+)\s*[0-9]{{4}}))(?![\w/])(?(open)\))?",
    re.IGNORECASE,
)
_NO_SO = "|".join(f"(?<={kind[1:]} )" for kind in (*WITHOUT_SO, " số"))
"""Behind these a number stands without «số»."""

PartialDay = tuple[int | None, int | None, int]
"""Day, month and year as far as they are said."""


class Dated(NamedTuple):
    """The day said of a paper, and where the words that say it end."""

    day: PartialDay
    end: int


@dataclass(frozen=True)
class Mention:
    """A paper as a sentence names it: its kind, number and day, and where each stands."""

    start: int
    end: int
    kind: str
    number: str
    number_start: int
    number_end: int
    typed: str
    dates: PartialDay | None

    @property
    def is_bare(self) -> bool:
        """True for a number without the letters of who issued it: «Nghị quyết số 08»."""
        return self.number.isdigit()


class Mentions:
    """Finds what names a paper."""

    def __init__(self, kinds: Iterable[str]) -> None:
        """Know kinds of paper beside those of the guides."""
        ordered = "|".join(sorted(map(re.escape, {*_KINDS, *kinds}), key=len, reverse=True))
        self._pattern = pattern(
            rf"(?:(?<!\w)(?P<kind>(?i:{ordered}))\s+(?:(?i:số)\s*:?\s*)?)?(?<![\w/-])(?P<number>{_NUMBER})"
            rf"|(?<!\w)(?P<kind2>(?i:{ordered}))\s+(?:(?i:số)\s*:?\s*|{_NO_SO})(?P<bare>[0-9]{{1,5}})(?![\w/.-])"
        )

    def find(self, text: str) -> Iterator[Mention]:
        """Find every mention of a text, in order."""
        for found in self._pattern.finditer(text):
            number = "number" if found["number"] else "bare"
            kind = found["kind"] or found["kind2"] or ""
            start = found.start() if kind else found.start(number)
            dated = dated_at(text, found.end())
            end = dated.end if dated else found.end()
            yield Mention(
                start,
                end,
                kind,
                found[number],
                found.start(number),
                found.end(),
                text[start:end],
                dated.day if dated else None,
            )


def dated_at(text: str, position: int) -> Dated | None:
    """Read the day of a paper that is said there: «ngày 05/4/2022», «năm 2022», «(tháng 4/2022)»."""
    found = _DATED.match(text, position)
    if found is None:
        return None
    if found["year"]:
        return Dated((None, None, int(found["year"])), found.end())
    numbers = [int(run) for run in re.findall(r"[0-9]+", found["day"] or found["month"])]
    if found["month"]:
        month, year = numbers
        return Dated((None, month, year), found.end())
    day, month, year = numbers
    return Dated((day, month, year), found.end())
