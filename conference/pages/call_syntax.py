"""The calls of a page as they are typed: {{ awards.total }}, {{ name("argument", …) }}, nothing else.

Jinja's own lexer cuts the page, since it is Jinja that will read it.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError

from conference.findings import Finding, Place, quote

_LEXER = Environment(keep_trailing_newline=True).lexer
_HOW = "trong trang chỉ viết được {{ tên.con.số }} hoặc {{ tên_khối() }}."
_RAW = re.compile(r"\{%[-+]?\s*(?:end)?raw\s*[-+]?%\}")
_OTHER = {
    "comment_begin": f"{quote('{#')}: ở đây là ghi chú của máy; mã đề mục viết có dấu cách, "
    "{ #ma }, còn ghi chú viết trong <!-- -->.",
    "block_begin": f"{quote('{%')}: {_HOW}",
}
"""What is told of braces that are no call."""
_QUOTES = "\"'“”„‘’«»`"
_NAME = re.compile(r"[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)+")
_DOTTED = re.compile(r"(?P<name>[a-z]\w*(?:\.[a-z]\w*)+)(?:\|(?P<form>[a-z]+))?", re.ASCII)
_BLOCK = re.compile(r"([a-z][a-z_]*)\s*\(?\s*\)?")
_FUNCTION = re.compile(
    rf"(figure|unit|cite|section)\s*\(?\s*[{_QUOTES}]*([\w.-]+)[{_QUOTES}]*\s*\)?"
)

CALL = "page-call"

FACT = "fact"
"""The name of a call that is a dotted name alone: {{ awards.total }}."""
INLINE = frozenset({FACT, "figure", "unit", "cite", "section"})
"""Calls whose answers are words within a line; all others are blocks."""


@dataclass(frozen=True)
class Call:
    """A call in a page; `start` and `end` are offsets in the page's text.

    `{{ name("argument", …) }}`, or `{{ awards.total | words }}`: FACT with ("awards.total", "words").
    """

    name: str
    arguments: tuple[str, ...]
    place: Place
    start: int
    end: int


class Calls(NamedTuple):
    """What stands in braces on a page."""

    calls: tuple[Call, ...]
    others: tuple[tuple[int, int], ...]
    """Where something stands that is none, from the first brace to behind the last."""
    findings: tuple[Finding, ...]


def place_at(text: str, offset: int, file: str) -> Place:
    """Where a letter stands.

    Args:
        text: The whole file.
        offset: The letter, counted from 0.
        file: The file as editors know it.

    Returns:
        Its line and column, from 1.
    """
    return Place(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def without_raw(text: str) -> str:
    """A stretch of a page without the marks round what is shown as typed."""
    return _RAW.sub("", text)


def read_calls(text: str, start: int, file: str) -> Calls:
    """Everything in braces on a page.

    Args:
        text: The whole page.
        start: Where its Markdown begins, behind the front matter.
        file: The page as editors know it.

    Returns:
        The calls in their order, and whatever is no plain call as a finding of the rule page-call,
        where it begins; after one that is not closed, reading goes on at the next line.
    """
    calls: list[Call] = []
    others: list[tuple[int, int]] = []
    findings: list[Finding] = []
    for found in _stretches(text, start):
        if not found.message:
            call = _call(found, text, file)
            if call:
                calls.append(call)
                continue
        shown = quote(text[found.start : found.end], 60)
        message = found.message or f"{shown}: {_advice(text[found.start : found.end])}"
        others.append((found.start, found.end))
        findings.append(Finding(place_at(text, found.start, file), message, CALL))
    return Calls(tuple(calls), tuple(others), tuple(findings))


class _Stretch(NamedTuple):
    """A stretch in braces: its tokens between them, or why it is none."""

    start: int
    end: int
    tokens: tuple[tuple[str, str], ...] = ()
    message: str = ""


def _stretches(text: str, start: int) -> Iterator[_Stretch]:
    """Everything in braces; behind what is not closed, from the next line on."""
    position = start
    while position < len(text):
        position = yield from _up_to_a_slip(text, position)


def _up_to_a_slip(text: str, start: int) -> Generator[_Stretch, None, int]:
    """The stretches up to one that is not closed, that one included; returns where to go on."""
    position, opened, kind_opened = start, -1, ""
    inside: list[tuple[str, str]] = []
    try:
        for _, kind, value in _LEXER.tokeniter(text[start:], None):
            offset = text.index(value, position)
            position = offset + len(value)
            if kind.endswith("_begin"):
                opened, kind_opened, inside = offset, kind, []
                if kind == "raw_begin" and re.search("[-+]", value):
                    message = f"{quote(value)}: hãy viết {{% raw %}}, không có dấu - hay +."
                    yield _Stretch(opened, position, (), message)
            elif kind.endswith("_end"):
                if kind != "raw_end":
                    yield _Stretch(opened, position, tuple(inside), _OTHER.get(kind_opened, ""))
                opened = -1
            elif opened >= 0 and kind != "whitespace":
                inside.append((kind, value))
    except TemplateSyntaxError:
        pass  # always about what was opened last
    if opened < 0:
        return len(text)
    end = _end_of_line(text, opened)
    shown, advice = quote(text[opened:end].strip(), 60), _advice(text[opened:end])
    unclosed = f"{shown}: ngoặc nhọn chưa đóng hoặc viết sai; {advice}"
    if kind_opened == "raw_begin":
        unclosed = f"{shown}: chưa có {{% endraw %}} khép lại."
    yield _Stretch(opened, end, (), _OTHER.get(kind_opened, unclosed))
    return end


def _end_of_line(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return end if end >= 0 else len(text)


def _call(found: _Stretch, text: str, file: str) -> Call | None:
    """The call, if it is a plain one: no signs that eat the blanks beside it, nothing computed."""
    opening, closing = text[found.start : found.start + 3], text[found.end - 3 : found.end]
    if opening[2] in "-+" or closing[0] in "-+":
        return None
    letters = {"name": "n", "string": "s", "operator": "o"}
    kinds = "".join(letters.get(kind, "x") for kind, _ in found.tokens)
    values = [value for _, value in found.tokens]
    place = place_at(text, found.start, file)
    if (name := _DOTTED.fullmatch("".join(values))) and set(kinds) == {"n", "o"}:
        arguments = (name["name"], *([name["form"]] if name["form"] else []))
        return Call(FACT, arguments, place, found.start, found.end)
    if not re.fullmatch(r"no(?:s(?:os)*)?o", kinds) or values[1] != "(" or values[-1] != ")":
        return None
    typed, commas = values[2:-1:2], values[3:-1:2]
    if any(comma != "," for comma in commas):
        return None
    return Call(values[0], tuple(a[1:-1] for a in typed), place, found.start, found.end)


def name_call(name: str, form: str = "") -> str:
    """How a page calls a name, without the braces.

    Args:
        name: of a figure, of the conference's title, of a unit or a paper ("unit.ID", "cite.ID.short").
        form: how a figure is written; "" for the usual form.

    Returns:
        `awards.total | words`; `figure("awards.ubnd-huyen.stated", "words")` where a hyphen in the
        name would read as a minus sign; `unit("ubnd-huyen", "short")`.
    """
    function, *parts = name.split(".")
    if function in ("unit", "cite"):
        return f"{function}({', '.join(f'{chr(34)}{part}{chr(34)}' for part in parts)})"
    if _DOTTED.fullmatch(name):
        return f"{name} | {form}" if form else name
    second = f', "{form}"' if form else ""
    return f'figure("{name}"{second})'


def _advice(written: str) -> str:
    """What to type instead, where it is plain what was meant."""
    inner = written.strip("{}-+ \n")
    way = ""
    if _NAME.fullmatch(inner) and "__" not in inner:
        way = name_call(inner)
    elif found := _FUNCTION.fullmatch(inner):
        way = f'{found[1]}("{found[2]}")'
    elif found := _BLOCK.fullmatch(inner):
        way = f"{found[1]}()"
    return f"{_HOW[:-1]}; ở đây có lẽ là {{{{ {way} }}}}." if way else _HOW
