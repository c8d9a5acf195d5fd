"""Papers of others in prose: typed as citations.yml declares them, or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from conference.findings import quote
from conference.guard.text import blank, pattern
from conference.models import Dossier
from conference.models.citations import WITHOUT_SO, Citation
from conference.pages.mistyped_calls import Notation
from conference.wording import canonical, short_date

_KINDS = (
    "Thông tư liên tịch", "Nghị quyết", "Quyết định", "Chỉ thị", "Kết luận", "Quy chế", "Quy định",
    "Thông tri", "Hướng dẫn", "Thông báo", "Báo cáo", "Kế hoạch", "Quy hoạch", "Chương trình",
    "Đề án", "Phương án", "Dự án", "Tờ trình", "Công văn", "Công điện", "Biên bản", "Giấy mời",
    "Giấy giới thiệu", "Bản ghi nhớ", "Nghị định", "Thông tư", "Sắc lệnh", "Lệnh", "Pháp lệnh", "Bộ luật",
    "Luật", "Hiến pháp", "Mẫu", "Điều", "Phụ lục",
)  # fmt: skip
"""The kinds of paper that the guides of the Party and the State name. Source: Nghị định 30/2020/NĐ-CP,
Hướng dẫn 36-HD/VPTW; and forms and articles."""
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")

# Between blanks only initials go on: «01/BH - Biên bản» is a number and a title.
_NUMBER = r"[0-9]{1,5}(?:/[0-9]{4})?(?:[-–/][A-ZĐ][\w&]*|\s?[-–/]\s?[A-ZĐ]{2}[\w&]*)+(?!\w)"
_DAY = r"[0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?[0-9]{4}"
_LONG = r"[0-9]{1,2}\s+tháng\s+[0-9]{1,2}(?:\s+năm\s+|/)[0-9]{4}"
_DATED = pattern(
    rf"\s*,?\s*(?P<open>\()?\s*(?:(?:ban hành|ký)\s+)?(?:ngày\s+(?P<day>{_DAY}|{_LONG})|năm\s+(?P<year>[0-9]{{4}})"
    rf"|tháng\s+(?P<month>[0-9]{{1,2}}\s*(?:/|\s+năm\s+)\s*[0-9]{{4}}))(?![\w/])(?(open)\))?",
    re.IGNORECASE,
)
_SAYS_NUMBER = pattern(r"(?:\s+|^)(?:số\s*:?\s*)?$", re.IGNORECASE)
_ABOUT = pattern(r"(?<!\w)(?:về|v/v|quy định|sửa đổi|ban hành)(?!\w)", re.IGNORECASE)
_FAR = 1000
"""So far behind a paper its title is looked for, in letters."""
_NO_SO = "|".join(f"(?<={kind[1:]} )" for kind in (*WITHOUT_SO, " số"))
"""Behind these a number stands without «số»."""
_SENTENCE_END = pattern(r"[.;!?\n](?:\s|$)|$")


class Cited(NamedTuple):
    """A stretch that means a paper, and what is wrong with it; "" if it is as declared."""

    start: int
    end: int
    message: str


@dataclass(frozen=True)
class Mention:
    """A paper as a sentence names it: its kind, number and day, and where each stands."""

    start: int
    end: int
    kind: str
    number: str
    number_start: int
    typed: str
    dates: tuple[int | None, int | None, int] | None


class Citing:
    """Finds the papers that a text names."""

    def __init__(self, dossier: Dossier) -> None:
        """Read what is declared; while that could not be read to the end, nothing is missing."""
        self._citations = dossier.citations.citations
        self._all_known = dossier.citations.whole or dossier.citations.absent
        documents = dossier.documents.documents
        self._own = {
            _key(f"{document.number}-{document.symbol}"): document
            for document in documents
            if isinstance(document.number, int) and document.symbol
        }
        kinds = {*_KINDS, *(citation.kind for citation in self._citations)}
        ordered = "|".join(sorted(map(re.escape, kinds), key=len, reverse=True))
        self._kind = pattern(rf"(?<!\w)(?:{ordered})(?!\w)", re.IGNORECASE)
        self._mention = pattern(
            rf"(?:(?<!\w)(?P<kind>(?i:{ordered}))\s+(?:(?i:số)\s*:?\s*)?)?(?<![\w/-])(?P<number>{_NUMBER})"
            rf"|(?<!\w)(?P<kind2>(?i:{ordered}))\s+(?:(?i:số)\s*:?\s*|{_NO_SO})(?P<bare>[0-9]{{1,5}})(?![\w/.-])"
        )
        laws = "|".join(_LAWS)
        self._law_year = pattern(
            rf"(?<!\w)(?:{laws})\s+[^.;:()]{{0,200}}?\s+năm\s+([0-9]{{4}})(?!\w)"
        )

    def find(
        self, text: str, notation: Notation | None
    ) -> tuple[str, list[Cited], list[tuple[int, int]]]:
        """Find the papers of a text.

        Args:
            text: the text, its calls marked.
            notation: how papers are called there.

        Returns:
            The text without what is as declared or told; what is either; and the stretches of titles,
            in which no fact of ours stands.
        """
        told = [Cited(*stretch, "") for stretch in self._titles_alone(text)]
        for alone in told:
            text = blank(text, alone.start, alone.end)
        titles: list[tuple[int, int]] = []
        for found in self._mention.finditer(text):
            mention = _mention(text, found)
            declared = self._declared(mention)
            if declared is None and _key(mention.number) in self._own and not found["bare"]:
                continue  # our own paper: its number is a figure
            if declared is None and (not self._all_known or found["bare"]):
                if not self._all_known:
                    text = blank(text, mention.start, mention.end)
                continue
            if declared is None:
                told.append(Cited(mention.number_start, found.end(), _unknown(mention)))
                text = blank(text, mention.number_start, found.end())
                titles += _title_behind(text, mention.end)
                continue
            message = _difference(mention, declared, notation)
            told.append(Cited(mention.start, mention.end, message))
            end = mention.end if message else _behind_title(text, mention.end, declared)
            titles += _title_behind(text, end)
            text = blank(text, mention.start, end)
        titles += [found.span() for found in self._law_year.finditer(text)]
        for stretch in self._dated_kinds(text):
            told.append(Cited(*stretch, ""))
            text = blank(text, *stretch)
        return text, told, titles

    def _declared(self, mention: Mention) -> Citation | None:
        """The paper whose number, leading zeros aside, is the one typed; of several that of the kind."""
        bare = mention.number.isdigit()
        numbered = [one for one in self._citations if one.number]
        if bare:
            found = [
                one
                for one in numbered
                if _digits(one.number or "") == _digits(mention.number)
                and _same(one.kind, mention.kind)
            ]
        else:
            found = [one for one in numbered if _key(one.number or "") == _key(mention.number)]
        return min(found, key=lambda one: not _same(one.kind, mention.kind), default=None)

    def _titles_alone(self, text: str) -> Iterator[tuple[int, int]]:
        """The names of papers that bear no number: laws, with the year in their names."""
        names = [one.named for one in self._citations if one.number is None]
        for name in sorted(names, key=len, reverse=True):  # an article before its law
            for found in _occurrences(text, name):
                yield found
                text = blank(text, *found)

    def _dated_kinds(self, text: str) -> Iterator[tuple[int, int]]:
        """The day of a paper that is named by its kind and day alone, as declared."""
        for citation in self._citations:
            if citation.date is None:
                continue
            for found in re.finditer(rf"(?i)(?<!\w){re.escape(citation.kind)}(?!\w)", text):
                dated = _DATED.match(text, found.end())
                if dated and _read_date(dated) == _of(citation.date):
                    yield dated.span()
                    text = blank(text, *dated.span())


def _mention(text: str, found: re.Match[str]) -> Mention:
    kind = found["kind"] or found["kind2"] or ""
    number = found["number"] or found["bare"]
    start = found.start("kind") if found["kind"] else found.start()
    number_start = found.start("number") if found["number"] else found.start("bare")
    if not kind:
        start = number_start
    dated = _DATED.match(text, found.end())
    end = dated.end() if dated else found.end()
    dates = _read_date(dated) if dated else None
    return Mention(start, end, kind, number, number_start, text[start:end], dates)


def _read_date(dated: re.Match[str]) -> tuple[int | None, int | None, int]:
    if dated["year"]:
        return None, None, int(dated["year"])
    numbers = [int(run) for run in re.findall(r"[0-9]+", dated["day"] or dated["month"])]
    return (
        (None, numbers[0], numbers[1]) if dated["month"] else (numbers[0], numbers[1], numbers[2])
    )


def _of(day: date) -> tuple[int, int, int]:
    return day.day, day.month, day.year


def _same(one: str, other: str) -> bool:
    return canonical(one).casefold() == canonical(other).casefold()


def _key(number: str) -> str:
    """A number as it is compared: without leading zeros, blanks and kinds of dash."""
    return re.sub(r"\s", "", number).replace("–", "-").replace("/", "-").lstrip("0").upper()


def _digits(number: str) -> str:
    return (re.match(r"[0-9]*", number) or [""])[0].lstrip("0")


def _fits(typed: tuple[int | None, int | None, int], day: date | None) -> bool:
    if day is None:
        return False
    return all(one in (None, other) for one, other in zip(typed, _of(day), strict=True))


def _difference(mention: Mention, citation: Citation, notation: Notation | None) -> str:
    """What to say of a paper that is not typed as declared; "" if it is."""
    wrong = []
    if mention.kind and not _same(mention.kind, citation.kind):
        wrong.append(citation.kind)
    if mention.number != citation.number:
        wrong.append(f"số {citation.number}")
    if mention.dates and not _fits(mention.dates, citation.date):
        wrong.append(f"ngày {short_date(citation.date)}" if citation.date else "không ghi ngày")
    if not wrong:
        return ""
    declared = ", ".join(wrong)
    long, short = (
        (notation.cite(citation.id), notation.cite(citation.id, "short")) if notation else ("", "")
    )
    way = f"hãy viết {short}, đủ tên thì {long}" if long else "hãy viết cho đúng"
    return (
        f"{quote(mention.typed)} không đúng như đã khai: trong citations.yml là {declared}; {way}."
    )


def _unknown(mention: Mention) -> str:
    form = " (kind: Mẫu)" if _same(mention.kind, "Mẫu") else ""
    what = "mẫu biểu" if form else "văn bản"
    return (
        f"{quote(mention.number)} là số của {what}, chưa có trong citations.yml; hãy thêm{form}, "
        "đừng thay bằng con số khác."
    )


def _occurrences(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    inside = r"\s+".join(map(re.escape, wanted.split()))
    for found in re.finditer(rf"(?i)(?<!\w){inside}(?!\w)", text):
        yield found.span()


def _behind_title(text: str, end: int, citation: Citation) -> int:
    """Where the title of a paper ends that follows it to the letter in the same sentence; else `end`."""
    for start, stop in _occurrences(text[end : end + _FAR], citation.title):
        if end + start < _sentence_end(text, end):
            return end + stop
    return end


def _sentence_end(text: str, start: int) -> int:
    found = _SENTENCE_END.search(text, start, start + _FAR)
    return found.start() if found else len(text)


def _title_behind(text: str, end: int) -> list[tuple[int, int]]:
    """What seems to be the title of a paper: from «về» on, to the end of the sentence."""
    stop = _sentence_end(text, end)
    about = _ABOUT.search(text, end, stop)
    return [(about.start(), stop)] if about else []
