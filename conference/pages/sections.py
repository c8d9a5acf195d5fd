"""The sections of a page: what a reference to one shows, {{ section("thoi-gian") }} as «II.3».

The numbers are typed in the headings, whose order the guard checks (guard/numbering.py); where one stands
among the others is read here, so that a reference follows when sections move.
"""

from __future__ import annotations

import re

from conference.pages.page import Page
from conference.pages.source import Source

_HEADING = re.compile(r"(?m)^ {0,3}(#{1,6}) +(.*?)(?:\{ *#([a-z0-9-]+) *\})? *$")
_NUMBER = re.compile(
    r"\s*(?:(?P<alone>(?:Phần|Chương|Điều) [0-9IVXLC]+)(?=[.:]?(?:\s|$))"
    r"|Mục (?P<named>[0-9IVXLC]+)(?=[.:]?(?:\s|$))"
    r"|(?P<dotted>(?:[0-9]{1,2}\.)+[0-9]{1,2})[.)]?\s"
    r"|(?P<plain>[0-9]{1,2}|[IVXLC]{1,7}|[a-zđ])[.)]\s)"
)


def sections_of(page: Page) -> dict[str, str]:
    """Where each section stands that has an id.

    Args:
        page: the page, its headings numbered as they are printed.

    Returns:
        Id → number with those above it: "II", "II.3", "II.3.1" (of «3.1»), "II.3.a"; what numbers
        itself through the whole paper comes alone: "Điều 2". "" for a heading without a number.
    """
    above: list[tuple[int, str]] = []
    sections: dict[str, str] = {}
    for found in _HEADING.finditer(Source(page).without_code):
        level = len(found[1])
        above = [(other, number) for other, number in above if other < level]
        number = _number(found[2], [number for _, number in above if number])
        if found[3]:
            sections[found[3]] = number
        above.append((level, number))
    return sections


def _number(heading: str, above: list[str]) -> str:
    found = _NUMBER.match(heading)
    if found is None:
        return ""
    if found["alone"]:
        return found["alone"]
    before = above[-1] if above else ""
    if found["dotted"]:  # holds the number above it already
        before = re.sub(r"(?:^|\.)[0-9.]+$", "", before)
    own = found["named"] or found["dotted"] or found["plain"]
    return f"{before}.{own}" if before else own
