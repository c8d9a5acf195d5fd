"""Papers of others in prose: typed as citations.yml declares them, or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from conference.findings import quote
from conference.guard.mentions import Mention, Mentions, PartialDay, dated_at
from conference.guard.text import blank, pattern
from conference.models import Dossier
from conference.models.citations import Citation
from conference.pages.notation import Notation
from conference.wording import canonical, short_date

_LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
_ABOUT = pattern(r"(?<!\w)(?:về|v/v|quy định|sửa đổi|ban hành)(?!\w)", re.IGNORECASE)
_TO_A_BODY = pattern(
    r"\s+(?:(?:Ban|Sở|Văn phòng|Ủy ban|Phòng|Bộ|Hội|Cục|Chi cục|Trung tâm|Công an|Thường trực|Đảng ủy|Huyện ủy"
    r"|Tỉnh ủy|Thành ủy|Mặt trận|UBND|HĐND|UBMTTQ)(?!\w)|cơ quan|đơn vị|trước|địa chỉ)"
)
"""Behind «về» the one to whom something is sent, no subject of a paper."""
_FAR = 1000
"""So far behind a paper its title is looked for, in letters."""
_SENTENCE_END = pattern(r"[.;!?\n](?:\s|$)|$")


class Cited(NamedTuple):
    """A stretch that means a paper, and what is wrong with it; "" if it is as declared."""

    start: int
    end: int
    message: str


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
        self._mentions = Mentions(citation.kind for citation in self._citations)
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
        for mention in self._mentions.find(text):
            declared = self._declared(mention)
            if declared is None and _key(mention.number) in self._own and not mention.is_bare:
                continue  # our own paper: its number is a figure
            if declared is None and (not self._all_known or mention.is_bare):
                if not self._all_known:
                    text = blank(text, mention.start, mention.end)
                continue
            if declared is None:
                told.append(Cited(mention.number_start, mention.number_end, _unknown(mention)))
                text = blank(text, mention.number_start, mention.number_end)
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
        numbered = [one for one in self._citations if one.number]
        if mention.is_bare:
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
                dated = dated_at(text, found.end())
                if dated and dated.day == _of(citation.date):
                    yield found.end(), dated.end
                    text = blank(text, found.end(), dated.end)


def _of(day: date) -> tuple[int, int, int]:
    return day.day, day.month, day.year


def _same(one: str, other: str) -> bool:
    return canonical(one).casefold() == canonical(other).casefold()


def _key(number: str) -> str:
    """A number as it is compared: without leading zeros, blanks and kinds of dash."""
    return re.sub(r"\s", "", number).replace("–", "-").replace("/", "-").lstrip("0").upper()


def _digits(number: str) -> str:
    return (re.match(r"[0-9]*", number) or [""])[0].lstrip("0")


def _fits(typed: PartialDay, day: date | None) -> bool:
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
    if about is None or ")" in text[end : about.start()] or _TO_A_BODY.match(text, about.end()):
        return []
    return [(about.start(), stop)]
