"""Where the calls of a page would be printed, and which of them cannot be printed there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from conference.findings import Finding, quote
from conference.pages.call_syntax import CALL, FACT, INLINE, Call
from conference.pages.code import COMMENT
from conference.pages.converted import calls_among
from conference.pages.page import Page

_FLOW = frozenset(
    {"", "article", "blockquote", "dd", "details", "div", "li", "section", "td", "th"}
)
"""Where a block may stand; "" is the page itself."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_OWN_ID = re.compile(r"\{[^{}\n]*#[\w-]+[^{}\n]*\}")


class CallPlaces:
    """The calls of a page, as they are met on the way through its HTML."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._placed: set[int] = set()
        self._lost_in: dict[int, str] = {}
        """Call → where it got lost, in Vietnamese."""

    def lost(self, text: str, where: str) -> None:
        """Note calls that ended up as letters."""
        for number in calls_among(text):
            self._lost_in[number] = where

    def at(self, number: int, names: Sequence[str]) -> Iterator[Finding]:
        """Tell a call whose answer cannot be printed where it would land.

        Args:
            number: Which call of the page.
            names: The elements it would land in, the innermost last.
        """
        self._placed.add(number)
        call = self._page.calls[number]
        shown = quote(self._page.text[call.start : call.end], 60)
        if {"code", "pre"} & set(names):
            self._lost_in[number] = "trong khối mã"
            self._placed.discard(number)
        elif call.name in (FACT, "figure") and "a" in names:
            message = f"{shown}: con số không đặt trong liên kết; hãy đưa ra ngoài ngoặc [ ]."
            yield Finding(call.place, message, CALL)
        elif call.name in INLINE:
            line = self._behind(call)
            if _HEADINGS & set(names) and not _OWN_ID.search(line):
                message = (
                    f"{shown}: đề mục gọi con số hay tên phải có mã riêng; hãy thêm ở cuối dòng, "
                    "ví dụ { #thanh-phan }."
                )
                yield Finding(call.place, message, CALL)
        elif (names[-1] if names else "") not in _FLOW:
            message = (
                f"{shown}: khối phải đứng riêng một dòng, sát lề trái; "
                "hãy chuyển ra khỏi câu chữ, danh sách hay đề mục."
            )
            yield Finding(call.place, message, CALL)

    def unprinted(self) -> Iterator[Finding]:
        """Tell calls that are printed nowhere, once the whole page was walked through."""
        for number, call in enumerate(self._page.calls):
            if number in self._placed:
                continue
            where = self._lost_in.get(number) or self._where_not_published(call)
            shown = quote(self._page.text[call.start : call.end], 60)
            message = f"{shown}: {where} lời gọi không in ra được; hãy đưa ra ngoài, hoặc xóa."
            yield Finding(call.place, message, CALL)

    def _behind(self, call: Call) -> str:
        text = self._page.text
        end = text.find("\n", call.end)
        return text[call.end : end if end >= 0 else len(text)]

    def _where_not_published(self, call: Call) -> str:
        """Where a call stands that Markdown does not even see, in Vietnamese."""
        comments = COMMENT.finditer(self._page.text)
        in_comment = any(found.start() < call.start < found.end() for found in comments)
        return "trong ghi chú <!-- -->" if in_comment else "ở chỗ này"
