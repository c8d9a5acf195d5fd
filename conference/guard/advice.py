"""What to type instead of a number: a figure where value and noun agree, else what the number seems to be."""

from __future__ import annotations

import re
from itertools import takewhile

from conference.facts import Facts
from conference.figures import Form
from conference.findings import quote
from conference.guard.alike import parsed_day, said_alike
from conference.guard.nouns import CountedNouns
from conference.guard.ranks import rank_forms
from conference.guard.seeming import EXCEPT, SEEMS, YEAR, seems_beside
from conference.guard.shapes import Shape, TypedNumber
from conference.guard.text import is_bare, words_after
from conference.pages.notation import Notation
from conference.wording import FUNCTION_WORDS, in_words

_WEEKDAY_OF_A_DAY = re.compile(
    r"(?i)(?:thứ \w+|chủ nhật)[,\s]*(?:ngày\s*)?"
    r"([0-9]{1,2}(?:/[0-9]{1,2}(?:/[0-9]{4})?|\s+tháng\s+[0-9]{1,2}(?:\s+năm\s+[0-9]{4})?))"
)
_BEHIND_WEEKDAY = re.compile(r"(?i)(?:thứ \w+|chủ nhật)[,\s]*(?:ngày\s*)?$")
_COUNTS = (Shape.COUNT, Shape.ORDINAL, Shape.MEASURE)
"""What may be a figure."""
_TITLE = f"nằm trong tên văn bản dẫn; hãy chép đúng tên ấy vào citations.yml, hoặc {EXCEPT}."
_APPENDIX = re.compile(r"(?i)(?<!\w)phụ lục(?: số)?\s+$")
_OTHER_APPENDIX = "hãy sửa số, hoặc đánh số ở đề mục lớn của trang phụ lục; phụ lục của văn bản khác thì khai ở citations.yml."
_DEADLINE = re.compile(
    r"(?<!\w)(?:trước|hạn|nhất|từ|đến|sau|hết|kể)(?:\s+[^\W\d_]+){0,2}\s*:?\s*$", re.IGNORECASE
)
"""Before a day that is the end or the beginning of a term, which only happens to be that of the meeting."""
_RANKED = re.compile(
    r"(?<!\w)(khóa|khoá|nhiệm kỳ(?: thứ)?|lần(?: thứ)?|đại hội)\s+$", re.IGNORECASE
)
_RANKS = {
    "khóa": ("conference.term",),
    "khoá": ("conference.term",),
    "nhiệm": ("conference.term",),
    "lần": ("conference.ordinal",),
    "đại": ("conference.ordinal", "conference.term"),
}
"""What such a word begins with → the figures it may mean, the likeliest first."""


_YEARS_LONG = re.compile(r"\s+năm(?!\w)(?!\s+[0-9]{4})")
"""Behind a number that says how long a term is, not which."""


class Advice:
    """Says what to type instead of a number; names a figure only where nothing else can be meant."""

    def __init__(self, facts: Facts, nouns: CountedNouns) -> None:
        self._facts, self._nouns = facts, nouns
        self._complete = facts.dossier.whole

    def for_number(
        self,
        number: TypedNumber,
        text: str,
        notation: Notation | None,
        *,
        in_title: bool,
        document: str,
        rank: int = 0,
    ) -> str:
        """Say in Vietnamese what a number seems to be, and what to type instead.

        Args:
            number: what was typed.
            text: the text it stands in, its calls marked.
            notation: how a figure is called there; None where none can be.
            in_title: it stands in the title of a paper of others, which is literal.
            document: the id of the document whose page it is; "" for none.
            rank: of the name of one of several meetings, which it is.
        """
        shown = quote(number.text)
        if notation is None:
            return f"số {shown} gõ tay ở mục chữ ngắn; hãy viết không có con số."
        if in_title:
            return f"số {shown} {_TITLE}"
        before = text[max(0, number.start - 24) : number.start]
        if number.shape is Shape.DAY and _BEHIND_WEEKDAY.search(before):
            return f"số {shown} gõ tay là ngày đứng sau thứ; hãy gọi cả thứ và ngày bằng một lời, dạng weekday."
        if way := self._own_number(number, notation, document) or self._settled(
            number, text, notation, document
        ):
            return f"số {shown} gõ tay {way}"
        if number.shape in _COUNTS and number.value is not None:
            figures = self._nouns.figure_for(text, number.start, number.end, number.value)
            if len(figures) == 1:
                form = "words" if number.text.islower() and not is_bare(text) else ""
                call = notation.name(figures[0].name, form)
                if not figures[0].name.startswith("facts."):
                    return f"số {shown} gõ tay; hãy viết {call}."
                # Its noun is any word: the number of something else may have it too.
                return (
                    f"số {shown} gõ tay; nếu câu này nói {quote(figures[0].title)} thì gọi {quote(call)}, in ra "
                    f"{quote(figures[0].shown(Form(form or 'prose')))}. Nếu không: hãy khai số này ở facts.yml, hoặc {EXCEPT}."
                )
            if figures:
                titles = ", ".join(quote(figure.title) for figure in figures[:3])
                return (
                    f"số {shown} gõ tay; trong dữ liệu có mấy con số bằng thế: {titles}; hãy gọi đúng "
                    "con số mà câu này nói (tên ở trang đối chiếu)."
                )
        if rank and number.shape is Shape.ORDINAL:
            return (
                f"số {shown} không phải thứ tự của cuộc họp này trong meetings; hãy viết lần thứ "
                f"{'nhất' if rank == 1 else in_words(rank)}, đổi thứ tự các cuộc, hoặc {EXCEPT}."
            )
        if ranked := self._rank(number, text):
            return f"số {shown} gõ tay, {ranked}"
        if what := seems_beside(number, text):
            return f"số {shown} gõ tay {what}"
        if number.shape is Shape.DAY and (of := _WEEKDAY_OF_A_DAY.match(text, number.start)):
            return f"{shown} là thứ của ngày đứng sau; {self._with_weekday(of, notation)}."
        if _APPENDIX.search(text[max(0, number.start - 20) : number.start]):
            return f"số {shown} gõ tay, mà {document or 'bộ này'} không có phụ lục nào đánh số ấy; {_OTHER_APPENDIX}"
        if seems := SEEMS.get(number.shape):
            if alike := said_alike(number, text, self._facts, notation):
                what, _, otherwise = seems.partition(": ")
                seems = f"{what}; nếu câu này nói {alike}. Nếu không: {otherwise}"
            return f"số {shown} gõ tay {seems}"
        return f"số {shown} gõ tay, {self._plain(number, text)}"

    def _with_weekday(self, found: re.Match[str], notation: Notation) -> str:
        """What to type for a weekday and its day."""
        day = parsed_day(found[1])
        names = (name for name, one in self._facts.days.named.items() if day and one.value == day)
        if name := next(names, ""):
            title = self._facts.days.named[name].title
            return (
                f"nếu câu này nói {title} thì thay cả {quote(found[0])} bằng {notation.name(name, 'weekday')}. Nếu "
                'không: hãy khai ngày ấy ở facts.yml (days), rồi gọi ở dạng "weekday"'
            )
        return 'hãy xóa thứ và gọi ngày ấy ở dạng "weekday" thì máy in cả thứ và chữ ngày'

    def _rank(self, number: TypedNumber, text: str) -> str:
        """What to say of a number that tells which term or meeting, beside the one in the data."""
        label = _RANKED.search(text[max(0, number.start - 20) : number.start])
        if _YEARS_LONG.match(text, number.end):
            return ""
        if number.shape not in _COUNTS or not label or not self._facts.whole("conference"):
            return ""
        names = _RANKS[label[1].split()[0].lower()]
        known = [self._facts.figures[name] for name in names if name in self._facts.figures]
        meetings = self._facts.dossier.conference.meetings
        if not known and "conference.ordinal" in names and len(meetings) > 1:
            called = ", ".join(quote(meeting.name) for meeting in meetings[:4])
            place = meetings[0].at("name")
            return (
                f"không có trong tên cuộc họp nào ({place.file}:{place.line}: {called}); hãy gọi cả tên "
                f"của cuộc họp; của nơi khác thì {EXCEPT}."
            )
        if not known:
            return ""
        figure, place = known[0], known[0].sources[0]
        same = number.text in rank_forms(figure.value) or number.value == figure.value
        return (
            f"{'bằng' if same else 'khác'} {quote(f'{figure.title.lower()} {figure.shown()}')} ghi ở "
            f"{place.file}:{place.line}; nếu nói hội nghị này thì gọi {quote(figure.name)}, của nơi khác "
            f"thì {EXCEPT}."
        )

    def _plain(self, number: TypedNumber, text: str) -> str:
        """What to say of a number that no figure is, or none of which is certain."""
        if YEAR.fullmatch(number.text):
            return (
                "không có tên nào gọi ra năm này ở chỗ này; năm của văn bản dẫn khai ở citations.yml, năm "
                f"khác thì {EXCEPT}."
            )
        if not self._complete:
            return f"hãy gọi con số ấy theo tên, hoặc {EXCEPT}."
        words = words_after(text, number.end, 4)
        behind = list(takewhile(lambda word: word.word not in FUNCTION_WORDS, words))
        near = " ".join(word.word for word in behind[: self._nouns.noun_behind(behind) or 2])
        of = f" đi với {quote(near)}" if near else ""
        return (
            f"mà không có con số nào trong dữ liệu vừa bằng nó vừa{of or ' đếm cùng một thứ'}; hãy đưa "
            f"số này vào dữ liệu (của việc khác, văn bản khác thì facts.yml), hoặc {EXCEPT}."
        )

    def _own_number(self, number: TypedNumber, notation: Notation, document: str) -> str:
        """How to call the number of a document of this conference, its symbol left as typed."""
        if number.shape is not Shape.PAPER:
            return ""
        for one in self._facts.dossier.documents.documents:
            if isinstance(one.number, int) and one.symbol:
                typed = re.fullmatch(rf"0*{one.number}([-/]{re.escape(one.symbol)})", number.text)
                if typed:
                    own = one.id == document
                    name = "document.number" if own else f"document.{one.id}.number"
                    return f"là số của {quote(one.label)}; hãy viết {notation.name(name, '')}{typed[1]}."
        return ""

    def _settled(self, number: TypedNumber, text: str, notation: Notation, document: str) -> str:
        """How to call the day of the meeting or of a document, and the period."""
        if number.shape is Shape.DAY and (day := parsed_day(number.text)):
            before = text[max(0, number.start - 60) : number.start]
            for one in self._facts.dossier.documents.documents:
                symbol = rf"[-/]{re.escape(one.symbol or '')}[,\s]*(?:\(\s*)?ngày\s*$"
                if one.date == day and one.symbol and re.search(symbol, before):
                    name = "document.date" if one.id == document else f"document.{one.id}.date"
                    return (
                        f"là ngày của {quote(one.label)}; hãy viết {notation.name(name, 'short')}."
                    )
            if self._nouns.meets_on(day) and not _DEADLINE.search(before):
                return f"là ngày họp; hãy viết {notation.name('conference.date', 'short')}."
        if number.shape is Shape.PERIOD:
            years = " - ".join(re.findall(r"[0-9]{4}", number.text))
            anothers = self._nouns.holders.is_anothers(text, number.start)
            for name in () if anothers else ("conference.period", "conference.previous_period"):
                said = self._facts.names.said.get(name)
                if said and said.forms["prose"] == years:
                    return f"là nhiệm kỳ, giai đoạn đã ghi; hãy viết {notation.name(name, '')}."
        return ""
