"""What to type instead of a number: a figure where value and noun agree, else what the number seems to be."""

from __future__ import annotations

import re

from conference.facts import Facts
from conference.figures import Form
from conference.findings import quote
from conference.guard.alike import parsed_day, said_alike
from conference.guard.nouns import CountedNouns
from conference.guard.ranks import rank_forms
from conference.guard.shapes import Shape, TypedNumber
from conference.guard.text import is_bare, words_after, words_before
from conference.pages.notation import Notation
from conference.wording import FUNCTION_WORDS, in_words

EXCEPT = "khai vào exceptions.yml kèm lý do"
_SEEMS = {
    Shape.CLOCK: "là giờ: giờ của chương trình khai ở agenda.yml và in bằng bảng chương trình; giờ của một ngày, "
    f"một hạn thì ghi cùng ngày ấy (hour) ở facts.yml hay tasks.yml; giờ khác thì {EXCEPT}.",
    Shape.DAY: "là ngày: ngày họp khai ở conference.yml, ngày của văn bản ở documents.yml, hạn ở "
    "tasks.yml; ngày khác khai ở facts.yml (days), rồi gọi tên.",
    Shape.PERIOD: "là một quãng năm: nhiệm kỳ hay giai đoạn của hội nghị ghi ở conference.yml (period, "
    "liền trước thì previous_period); "
    f"quãng năm khác thì {EXCEPT}.",
    Shape.PAPER: "là số của văn bản, chưa có trong citations.yml; hãy thêm, đừng thay bằng con số khác.",
    Shape.FORM: "là số của mẫu biểu, điều khoản hay đề mục: đề mục của trang này thì gọi "
    '{{ section("mã-đề-mục") }}, của văn bản khác thì khai ở citations.yml hoặc exceptions.yml.',
    Shape.SEAT: "là số ghế, số phòng: chỗ ngồi của đại biểu ghi ở delegates.yml (seat) và in bằng bảng đại "
    f"biểu; chỗ khác thì {EXCEPT}.",
    Shape.PERCENT: 'là tỷ lệ phần trăm: hãy khai ở facts.yml, đếm gì ghi "%", rồi gọi tên.',
    Shape.MONEY: "là số tiền: hãy khai ở facts.yml, ghi đủ đến đồng, rồi gọi tên.",
    Shape.SHARE: f"là một phần của số khác; hãy {EXCEPT}.",
    Shape.MEASURE: "là thời lượng hay số đo: số phút của chương trình khai ở agenda.yml (minutes), còn lại "
    "khai ở facts.yml, rồi gọi tên.",
    Shape.ORDINAL: f"là số thứ tự, không phải số lượng; hãy {EXCEPT}.",
}
_WEEKDAY_OF_A_DAY = re.compile(r"(?i)thứ \w+[,\s]*(?:ngày\s*)?[0-9]{1,2}/")
_WEEKDAY = (
    'là thứ của ngày đứng sau; hãy xóa thứ và gọi ngày ấy ở dạng "weekday" thì máy in cả thứ.'
)
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
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


_YEARS_LONG = re.compile(r"\s+năm(?!\w)(?!\s+[0-9]{4})")
"""Behind a number that says how long a term is, not which."""
_MONTH = re.compile(r"(?i)(?<!\w)tháng\s+$")
_MONTH_WITH_YEAR = re.compile(r"\s*(?:/|năm\s)\s*(?:19|20)[0-9]{2}(?![0-9])")
_YEAR_OF_MONTH = re.compile(r"(?i)(?<!\w)tháng\s+[0-9]{1,2}\s*(?:/|năm)\s*$")
_AGAIN = re.compile(r"\s*(?:hằng|hàng)\s+(?:tuần|tháng|quý|năm)(?!\w)", re.IGNORECASE)
_HOURS_LONG = re.compile(r"\s+(?:sau|trước|kể|làm việc|đồng hồ|liên tục)(?!\w)", re.IGNORECASE)
_WITHIN = re.compile(r"(?i)(?<!\w)(?:trong|trong vòng|suốt)\s+$")
_FRACTION = re.compile(r"(?i)(?<!\w)(?:một|hai|ba|bốn|năm|[0-9]+)\s+phần\s+$")


def _seems_beside(number: TypedNumber, text: str) -> str:
    """What a number is by the words beside it, where its shape alone would mislead; "" for none of these."""
    before = text[max(0, number.start - 24) : number.start]
    if _MONTH.search(before) and (year := _MONTH_WITH_YEAR.match(text, number.end)):
        whole = f"tháng {number.text}{year[0]}"
        return f"là tháng; tháng không phải tháng họp thì khai ở facts.yml (days, có month và year), rồi gọi tên thay cho cả {quote(whole)}."
    if _YEAR.fullmatch(number.text) and _YEAR_OF_MONTH.search(before):
        return f"là năm của tháng đứng trước; hãy gọi cả tháng và năm bằng một tên, hoặc {EXCEPT}."
    if number.shape is Shape.DAY and _AGAIN.match(text, number.end):
        return f"là ngày lặp lại, không phải một ngày; hãy {EXCEPT}."
    is_long = _HOURS_LONG.match(text, number.end) or _WITHIN.search(before)
    if number.shape is Shape.CLOCK and number.text.endswith("giờ") and is_long:
        return _SEEMS[Shape.MEASURE]
    if number.text.casefold() == "nửa" or "," in number.text or _FRACTION.search(before):
        return f"không phải số nguyên, không khai vào dữ liệu được; hãy {EXCEPT}."
    return ""


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
        if what := _seems_beside(number, text):
            return f"số {shown} gõ tay {what}"
        if number.shape is Shape.DAY and _WEEKDAY_OF_A_DAY.match(text, number.start):
            return f"{shown} {_WEEKDAY}"
        if _APPENDIX.search(text[max(0, number.start - 20) : number.start]):
            return f"số {shown} gõ tay, mà {document or 'bộ này'} không có phụ lục nào đánh số ấy; {_OTHER_APPENDIX}"
        if seems := _SEEMS.get(number.shape):
            if alike := said_alike(number, text, self._facts, notation):
                what, _, otherwise = seems.partition(": ")
                seems = f"{what}; nếu câu này nói {alike}. Nếu không: {otherwise}"
            return f"số {shown} gõ tay {seems}"
        return f"số {shown} gõ tay, {self._plain(number, text)}"

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
        if _YEAR.fullmatch(number.text):
            return (
                "không có tên nào gọi ra năm này ở chỗ này; năm của văn bản dẫn khai ở citations.yml, năm "
                f"khác thì {EXCEPT}."
            )
        if not self._complete:
            return f"hãy gọi con số ấy theo tên, hoặc {EXCEPT}."
        behind = words_after(text, number.end, 2)
        before = words_before(text, number.start, 2)
        if not behind or behind[0].word in FUNCTION_WORDS:
            behind = before
        near = " ".join(word.word for word in behind)
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
            anothers = self._nouns.is_anothers(text, number.start)
            for name in () if anothers else ("conference.period", "conference.previous_period"):
                said = self._facts.names.said.get(name)
                if said and said.forms["prose"] == years:
                    return f"là nhiệm kỳ, giai đoạn đã ghi; hãy viết {notation.name(name, '')}."
        return ""
