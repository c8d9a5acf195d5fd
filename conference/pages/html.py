"""What would be published of a page, and what of its HTML may not be.

Looked at is the HTML that Markdown makes of the page, so that it matters nothing in which of its ways a
tag or an attribute got there. What is not on the lists may not stand on a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

from conference.findings import Finding, Place, limited, quote
from conference.pages.call_places import CallPlaces
from conference.pages.converted import Converted, Link, call_of, link_of
from conference.pages.html_allowed import ATTRIBUTES, FOR_ALL, TAGS
from conference.pages.html_tokens import VOID, Kind, Token, tokens
from conference.pages.page import Page
from conference.pages.source import Source

HTML, ID = "page-html", "page-id"

_DEEPEST = 40
"""So many elements may lie one in another; parsers of other depths would differ beyond."""

TOO_DEEP = "các phần lồng nhau quá sâu; hãy bớt bậc của danh sách hay lời trích."

_ID = re.compile(r"(?:[a-z0-9]+(?:-+[a-z0-9]+)*)?(?:_[0-9]+)?")


class Address(NamedTuple):
    """Where a link or picture leads; `in_html` says that MkDocs does not look at it."""

    target: str
    is_picture: bool
    in_html: bool


@dataclass
class Published:
    """What a page would publish."""

    ids: dict[str, int] = field(default_factory=dict)
    """The ids that can be linked to, and how often each is given."""
    addresses: list[Address] = field(default_factory=list)
    """Where links and pictures lead, in their order on the page."""
    texts: list[str] = field(default_factory=list)
    """The text that is shown, but for that of examples."""
    words: list[str] = field(default_factory=list)
    """The same, code left out."""
    examples: list[str] = field(default_factory=list)
    """The text of blocks of code that are marked as examples."""
    findings: list[Finding] = field(default_factory=list)


def published(page: Page, converted: Converted) -> Published:
    """What a page would publish, and what of it may not be.

    Args:
        page: The page.
        converted: The same as HTML.

    Returns:
        Its ids, addresses and texts; findings of the rules page-html, page-id and page-call.
    """
    looking = _Looking(page, converted.links)
    with suppress(_TooDeep):
        for token in tokens(converted.html):
            looking.at(token)
        looking.end()
    found = looking.published
    found.findings[:] = limited(found.findings)
    return found


class _TooDeep(Exception):
    """The rest of the page is not worth looking at; it is told."""


class _Looking:
    """Walks through the HTML of a page."""

    def __init__(self, page: Page, links: Sequence[Link]) -> None:
        self.links = links
        self.source = Source(page)
        self.published = Published()
        self.open: list[Token] = []
        self.calls = CallPlaces(page)

    def tell(self, place: Place, message: str, rule: str = HTML) -> None:
        self.published.findings.append(Finding(place, message, rule))

    def at(self, token: Token) -> None:
        """Look at the next token."""
        if token.kind is Kind.TEXT:
            self.text(token)
        elif token.kind is Kind.OPEN:
            self.element(token)
        elif token.kind is Kind.CLOSE:
            self.close(token)
        else:
            shown = " ".join(token.text.split())[:40]
            self.tell(
                self.source.place(token.text.split("\n")[0].rstrip()[:12]),
                f"{quote(shown)}: dấu < ở đây mở một thẻ HTML viết sai; nếu là chữ thì viết &lt; "
                "thay cho dấu <.",
            )

    def names(self) -> list[str]:
        return [token.name for token in self.open]

    def text(self, token: Token) -> None:
        code = {"code", "pre"} & set(self.names())
        self.calls.lost(token.text, "trong khối mã" if code else "ở chỗ này")
        if code and any(
            "example" in dict(t.attributes).get("class", "").split() for t in self.open
        ):
            self.published.examples.append(token.text)
            return
        self.published.texts.append(token.text)
        if not code:
            self.published.words.append(token.text)

    def call_at(self, token: Token) -> int | None:
        return call_of(dict(token.attributes).get("value", ""))

    def element(self, token: Token) -> None:
        number = self.call_at(token)
        if number is not None:
            self.published.findings += self.calls.at(number, self.names())
        else:
            self.allowed(token)
        if token.name not in VOID:
            self.open.append(token)
            if len(self.open) == _DEEPEST + 1:
                self.tell(self.source.place(), TOO_DEEP)
                raise _TooDeep

    def allowed(self, token: Token) -> None:
        """Tell tags and attributes that may not stand on a page."""
        if token.name not in TAGS:
            self.tell(
                self.source.place(f"<{token.name}"),
                f"«<{token.name}>»: thẻ HTML này không dùng được trên trang; hãy xóa.",
            )
            return
        rules = {**FOR_ALL, **ATTRIBUTES.get(token.name, {})}
        for name, value in token.attributes:
            self.calls.lost(value, "trong địa chỉ, tên hay thuộc tính")
            if name not in rules:
                message = f"«{name}»: thuộc tính này không dùng được ở thẻ <{token.name}>; hãy xóa."
                self.tell(self.source.place(name), message)
            elif not rules[name].fullmatch(value):
                shown = quote(value, 40)
                way = "chỉ gồm chữ không dấu, số và gạch ngang" if name == "class" else "viết sai"
                typed = value.removeprefix("admonition ")
                self.tell(
                    self.source.place(typed, (typed.split() or [name])[-1]),
                    f"«{name}» đang là {shown}: {way}; hãy sửa hoặc xóa.",
                )
            elif name == "id":
                self.id(value, token)
            elif name in ("href", "src"):
                self.address(value, name == "src")
        required = {"a": "href", "img": "src"}.get(token.name)
        if required and required not in dict(token.attributes):
            message = f"thẻ <{token.name}> thiếu {required}; hãy thêm, hoặc bỏ thẻ này."
            self.tell(self.source.place(f"<{token.name}"), message)

    def address(self, value: str, is_picture: bool) -> None:
        number = link_of(value)
        in_html = number is None
        if number is not None:
            value = self.links[number].target
            # So Markdown hides the addresses of people from machines.
            value = unescape(value.replace("\x02amp\x03", "&")) if "\x02" in value else value
            self.calls.lost(value, "trong địa chỉ, tên hay thuộc tính")
        self.published.addresses.append(Address(value, is_picture, in_html))

    def id(self, value: str, token: Token) -> None:
        if not _ID.fullmatch(value) or token.name in ("code", "pre"):
            message = (
                f"mã {quote(value, 40)}: mã chỉ gồm chữ thường không dấu, số và gạch ngang, "
                "và không đặt cho khối mã."
            )
            self.tell(self.source.place(value), message, ID)
        ids = self.published.ids
        ids[value] = ids.get(value, 0) + 1
        if ids[value] == 2:
            self.source.place(f"#{value}")
            message = (
                f"mã {quote(value, 40)} đã dùng ở trên; mỗi mã trên một trang chỉ đặt một lần."
            )
            self.tell(self.source.place(f"#{value}"), message, ID)

    def close(self, token: Token) -> None:
        """Tell an end tag that ends nothing, or something else first."""
        if token.name in VOID:
            return
        if self.open and self.open[-1].name == token.name:
            self.open.pop()
            return
        if token.name in self.names():
            while self.open[-1].name != token.name:
                self.unclosed(self.open.pop())
            self.open.pop()
            return
        message = f"«{token.text}»: thẻ đóng này không có thẻ mở; hãy xóa."
        self.tell(self.source.place(f"</{token.name}"), message)

    def unclosed(self, token: Token) -> None:
        if self.call_at(token) is None:
            message = f"thẻ <{token.name}> mở mà không đóng đúng chỗ; hãy thêm </{token.name}>."
            self.tell(self.source.place(f"<{token.name}"), message)

    def end(self) -> None:
        """Tell what is left open, and calls that are printed nowhere."""
        while self.open:
            self.unclosed(self.open.pop())
        self.published.findings += self.calls.unprinted()
