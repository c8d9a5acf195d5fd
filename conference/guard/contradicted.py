"""What a sentence says that the data says otherwise: who chairs, which half of the day, which came first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, time
from typing import NamedTuple

from conference.facts import Facts
from conference.findings import Place, quote
from conference.guard.nouns import CountedNouns
from conference.guard.ranks import rank_forms
from conference.guard.text import MARK, Called, pattern
from conference.models.conference import Gathering
from conference.wording import HALVES, clock, parse_clock, short_date

_CHAIRS = r"(?:chủ trì|chủ toạ|chủ tọa)"
_MEETING = r"(?:hội nghị|đại hội|cuộc họp|buổi họp|phiên họp|phiên)"
_SAID = pattern(rf"(?<!\w){_CHAIRS}(?!\w)", re.IGNORECASE)
_BEHIND = pattern(rf"(?:\s+{_MEETING}(?:[^.;:\n]{{0,80}}?))?\s*(?::|\slà\s)\s*", re.IGNORECASE)
_A_MEETING = pattern(rf"\s+{_MEETING}(?!\w)", re.IGNORECASE)
_OF_A_MEETING = pattern(rf"(?<!\w){_MEETING}(?!\w)[^.;\n]{{0,120}}?\sdo\s", re.IGNORECASE)
_TOGETHER = pattern(r"\s*,?\s*phối hợp(?!\w)", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;\n](?:\s|$)")
_HALF = pattern(
    rf"(?<!\w)(sáng|trưa|chiều|tối)(?:\s*[,:]?\s*(?:lúc|từ|vào lúc|bắt đầu lúc|bắt đầu từ|hồi))?\s*(?={MARK})",
    re.IGNORECASE,
)
OF_A_TERM = pattern(r"(?<!\w)(khóa|khoá)\s+([IVXLC]+|[0-9]{1,3})(?![\w.])", re.IGNORECASE)


class Contradicted(NamedTuple):
    """A stretch of a sentence, and what the data says instead."""

    start: int
    end: int
    message: str


_DEPUTY = "phó "


def _post(typed: str) -> str:
    """A post as it is compared: «Đồng chí Phó Giám đốc» is «phó giám đốc»."""
    return " ".join(typed.lower().split()).removeprefix("đồng chí ")


class Contradictions:
    """Finds the sentences that do not agree with the data they never call."""

    def __init__(self, facts: Facts, nouns: CountedNouns) -> None:
        """Read who chairs; while a file could not be read to the end, nothing of it contradicts."""
        self._facts, self._nouns = facts, nouns
        self._citations = {one.id: one for one in facts.dossier.citations.citations}
        self._chairs: set[str] = set()
        self._chairs_at: Place | None = None
        self._posts: set[str] = set()
        """The posts of those who chair, in lower case: «phó giám đốc»."""
        if facts.whole("conference", "units"):
            self._read_chairs()
        units = facts.dossier.units.units if self._chairs else []
        names = [(name, unit.id) for unit in units for name in (unit.name, unit.short) if name]
        self._names = sorted(names, key=lambda name: -len(name[0]))

    def _read_chairs(self) -> None:
        conference = self._facts.dossier.conference
        gatherings: list[Gathering] = [conference, *conference.meetings]
        for gathering in gatherings:
            for key in ("chairs", "presidium"):
                units = {doer.unit for doer in getattr(gathering, key) if doer.unit}
                self._chairs |= units
                posts = {_post(doer.post) for doer in getattr(gathering, key) if doer.post}
                self._posts |= posts
                if (units or posts) and self._chairs_at is None:
                    self._chairs_at = gathering.at(key)

    def find(self, text: str, calls: Sequence[Called], document: str) -> Iterator[Contradicted]:
        """Find what contradicts the data.

        Args:
            text: the text, its calls marked.
            calls: its calls.
            document: the id of the document whose page it stands on; "" for none.
        """
        if self._chairs:
            yield from self._another_chair(text, calls)
        if self._posts:
            yield from self._another_post(text)
        by_start = {call.start: call for call in calls}
        for found in _HALF.finditer(text):
            if (call := by_start.get(found.end())) and (hour := self._hour(call.name)):
                first, last = HALVES[found[1].lower()]
                if not first <= hour <= last:
                    said = self._facts.names.said[call.name].place
                    yield Contradicted(
                        *found.span(1),
                        f"{quote(found[1])} đứng trước {quote(call.name)}, trong khi giờ ấy là "
                        f"{clock(hour)} ({said.file}:{said.line}); hãy sửa chữ ấy, hoặc gọi giờ khác.",
                    )
        yield from self._later_papers(calls, document)

    def in_name(self, name: str) -> Iterator[Contradicted]:
        """Find the term of our own body in the name of a unit, where it is another than the conference's."""
        for found in OF_A_TERM.finditer(name):
            figure = self._facts.figures.get("conference.term")
            if found[2] in (rank_forms(figure.value) if figure else (found[2],)):
                continue
            if figure and self._nouns.holders.is_our_term(name, *found.span(2)):
                at = figure.sources[0]
                yield Contradicted(
                    *found.span(),
                    f"{quote(found[0])} trong tên này khác khóa {figure.shown()} ghi ở {at.file}:{at.line}; "
                    "hãy sửa một trong hai; đúng là khóa khác thì khai vào exceptions.yml kèm lý do.",
                )

    def _another_chair(self, text: str, calls: Sequence[Called]) -> Iterator[Contradicted]:
        for said in _SAID.finditer(text):
            if _TOGETHER.match(text, said.end()):
                continue
            units = list(self._units(text, calls, *self._who(text, *said.span())))
            if units and not self._chairs & {unit for *_, unit in units}:
                start, end, _ = units[0]
                at = self._chairs_at
                chairs = ", ".join(
                    unit.name for unit in self._facts.dossier.units.units if unit.id in self._chairs
                )
                yield Contradicted(
                    start,
                    end,
                    f"câu này nói một nơi khác chủ trì, trong khi {at and at.file}:{at and at.line} ghi "
                    f"{quote(chairs, 120)}; hãy sửa câu này, hoặc sửa chairs.",
                )

    def _another_post(self, text: str) -> Iterator[Contradicted]:
        """A director who is said to chair where the data have a deputy, or the other way round."""
        bare = {post.removeprefix(_DEPUTY) for post in self._posts}
        known = "|".join(sorted(map(re.escape, bare), key=len, reverse=True))
        for said in _SAID.finditer(text):
            first, last = self._who(text, *said.span())
            found = re.finditer(
                rf"(?<!\w)(?:{_DEPUTY})?(?:{known})(?!\w)", text[first:last].lower()
            )
            named = list(found)
            if named and not self._posts & {one[0] for one in named}:
                at, posts = self._chairs_at, ", ".join(sorted(self._posts))
                yield Contradicted(
                    first + named[0].start(),
                    first + named[0].end(),
                    f"câu này nói một chức vụ khác chủ trì, trong khi {at and at.file}:{at and at.line} ghi "
                    f"{quote(posts, 120)}; hãy sửa câu này, hoặc sửa chairs.",
                )

    @staticmethod
    def _who(text: str, start: int, end: int) -> tuple[int, int]:
        """Where those stand of whom a sentence says that they chair a meeting; nowhere when of something else."""
        stop = _CLAUSE.search(text, end)
        last = stop.start() if stop else len(text)
        if (behind := _BEHIND.match(text, end)) and "phối hợp" not in text:
            return behind.end(), last
        begin = max((found.end() for found in _CLAUSE.finditer(text, 0, start)), default=0)
        before = _OF_A_MEETING.search(text, begin, start)
        if before:
            return before.end(), start
        return (begin, start) if _A_MEETING.match(text, end) else (start, start)

    def _units(
        self, text: str, calls: Sequence[Called], start: int, end: int
    ) -> Iterator[tuple[int, int, str]]:
        """The units a stretch names, by a call or as typed."""
        for call in calls:
            if start <= call.start < end and call.name.startswith("unit."):
                yield call.start, call.end, call.name.split(".")[1]
        stretch = text[start:end]
        for name, unit in self._names:
            at = stretch.find(name)
            if at >= 0:
                yield start + at, start + at + len(name), unit
                stretch = stretch.replace(name, " " * len(name))

    def _hour(self, name: str) -> time | None:
        """The hour at which something begins, by the name it is called by."""
        said = self._facts.names.said.get(name)
        if said is None or name.split(".")[-1] not in ("start", "time"):
            return None
        return parse_clock(said.forms["prose"].split(" ")[0])

    def _later_papers(self, calls: Sequence[Called], document: str) -> Iterator[Contradicted]:
        """Papers of others that are dated after the document which mentions them."""
        own = self._facts.dossier.document(document)
        if own is None or not isinstance(own.date, date):
            return
        for call in calls:
            root, *parts = call.name.split(".")
            cited = self._citations.get(parts[0]) if root == "cite" and parts else None
            if cited and cited.date and cited.date > own.date:
                at, since = cited.at("date"), own.at("date")
                yield Contradicted(
                    call.start,
                    call.end,
                    f"{quote(cited.named)} ghi ngày {short_date(cited.date)} ({at.file}:{at.line}), sau ngày "
                    f"của văn bản nhắc đến nó, {short_date(own.date)} ({since.file}:{since.line}); hãy sửa "
                    "một trong hai ngày, hoặc bỏ chỗ nhắc ấy.",
                )
