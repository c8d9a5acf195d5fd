"""The prose of a page: what a reader reads, cut out of the Markdown with the place of each letter.

Left out: front matter, macro calls, comments, fenced code, tags and link targets, the ids of headings,
and the numbering of headings and lists. Where Python-Markdown might show what CommonMark takes for code
(indented text, a fence that is not closed), it is prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from conference.findings import Place
from conference.pages import Page, place_at

_MARKDOWN = MarkdownIt("commonmark").enable("table")
# Calls that are none are told as such; `raw` only marks examples.
_NO_CALL = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_HEADING_ID = re.compile(r"(?m)(?<=\s)\{ #[a-z0-9-]+ \}[ \t]*$")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^>]*>")
# Attributes whose text a reader sees or hears.
_READ_ATTRIBUTE = re.compile(
    r"""(?i)\b(?:alt|title|value|placeholder|aria-label)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)"""
)
_NUMBERING = re.compile(r"\s*([0-9]{1,2})[.)]\s")
# What Python-Markdown takes for a fence; whatever it does not is shown as prose.
_FENCE = re.compile(r"(```+|~~~+)[ ]*[\w#.+-]*[ ]*\n(?:.*\n)*?\1[ ]*(?:\n|$)")


_SHOWN = {"text", "softbreak", "hardbreak", "image", "html_inline"}
"""Parts of a paragraph that are read; code is too, except on pages that explain how to type."""


@dataclass(frozen=True)
class Stretch:
    """Prose of one block: `text`, and where each of its letters stands in the page."""

    page: Page
    text: str
    offsets: tuple[int, ...]

    def place(self, start: int) -> Place:
        """Line and column of the letter at `start`."""
        return place_at(self.page.text, self.offsets[start], self.page.file)


def prose_of(page: Page) -> Iterator[Stretch]:
    """Every stretch of prose of a page, in order."""
    masked = _mask(page)
    lines = [0, *(found.end() for found in re.finditer("\n", masked)), len(masked) + 1]
    rows = (0, 0)
    numbers = _Numbering()
    for token in _MARKDOWN.parse(masked):
        rows = tuple(token.map) if token.map else rows
        start, end = lines[rows[0]], min(lines[rows[1]], len(masked))
        if token.type == "heading_open":
            numbers.heading(int(token.tag[1:]))
        elif token.type == "inline":
            yield from _inline(page, masked, token, start, end, numbers)
        elif token.type == "fence" and _FENCE.fullmatch(masked, start, end):
            continue
        elif token.type in ("html_block", "code_block", "fence"):
            text = _COMMENT.sub(_blank, masked[start:end])
            yield Stretch(page, _TAG.sub(_readable, text), tuple(range(start, end)))


class _Numbering:
    """The numbers headings count themselves by: each one more than the last of its level."""

    def __init__(self) -> None:
        self._last = [0] * 7
        self._level = 0

    def heading(self, level: int) -> None:
        """A heading of this level begins; those below it count from 1 again."""
        self._level = level
        self._last[level + 1 :] = [0] * (6 - level)

    def strip(self, text: str) -> str:
        """The heading's text with its own number blanked; a number out of order is left to be told."""
        level, self._level = self._level, 0
        found = _NUMBERING.match(text) if level else None
        if found is None or int(found[1]) != self._last[level] + 1:
            return text
        self._last[level] += 1
        return " " * found.end() + text[found.end() :]


def _readable(found: re.Match[str]) -> str:
    """A tag blanked, but for the attributes a reader sees."""
    tag, shown = found[0], _blank(found)
    for attribute in _READ_ATTRIBUTE.finditer(tag):
        if attribute[0].lower().startswith("value") and not tag.lower().startswith("<input"):
            continue
        start, end = attribute.span(1)
        shown = shown[:start] + tag[start:end] + shown[end:]
    return shown


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _mask(page: Page) -> str:
    """The page with everything that is not Markdown blanked out, every letter in its place."""
    pieces = [re.sub(r"[^\n]", " ", page.text[: page.body_start])]
    position = page.body_start
    for call in page.calls:
        pieces += [page.text[position : call.start], " " * (call.end - call.start)]
        position = call.end
    masked = "".join([*pieces, page.text[position:]])
    return _HEADING_ID.sub(_blank, _NO_CALL.sub(_blank, masked))


def _inline(
    page: Page, masked: str, token: Token, start: int, end: int, numbers: _Numbering
) -> Iterator[Stretch]:
    text: list[str] = []
    offsets: list[int] = []
    cursor = start
    for child in token.children or ():
        content = {"softbreak": "\n", "hardbreak": "\n"}.get(child.type, child.content)
        found = masked.find(content, cursor, end) if content else -1
        if found < 0:
            # An entity or escape: the letters differ from the source, the place is near enough.
            found = cursor
        cursor = found + len(content) if found > cursor else max(cursor, found + len(content))
        if child.type == "html_inline":
            content = _TAG.sub(_readable, _COMMENT.sub(_blank, content))
        if child.type in _SHOWN or (child.type == "code_inline" and page.paper != "screen"):
            text.append(content)
            offsets += range(found, found + len(content))
        else:
            text.append(" ")
            offsets.append(found)
    joined = numbers.strip("".join(text))
    if joined.strip():
        last = max(len(page.text) - 1, 0)
        yield Stretch(page, joined, tuple(min(offset, last) for offset in offsets))
