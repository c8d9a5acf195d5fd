"""The prose of a page: what a reader reads, cut out of the Markdown with the place of each letter.

Left out: front matter, macro calls, comments, code, tags and link targets, attribute lists, and the
numbering of headings and lists. Indented text is prose, since it may stand in a list.
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
_UNREAD = re.compile(r"<!--.*?-->|\{%-?\s*(?:end)?raw\s*-?%\}|\{#.*?#\}", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{:? ?[#.][^}\n]*\}")
_TAG = re.compile(r"</?[A-Za-z][^>]*>")
_NUMBERING = re.compile(r"\s*(?:[IVXLC]+|[0-9]+|[a-zđ])[.)]\s")


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
    after_heading = False
    for token in _MARKDOWN.parse(masked):
        rows = tuple(token.map) if token.map else rows
        start, end = lines[rows[0]], min(lines[rows[1]], len(masked))
        if token.type == "inline":
            yield from _inline(page, masked, token, start, end, numbered=after_heading)
        elif token.type in ("html_block", "code_block"):
            offsets = tuple(range(start, end))
            yield Stretch(page, _TAG.sub(_blank, masked[start:end]), offsets)
        after_heading = token.type == "heading_open"


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
    return _ATTRIBUTES.sub(_blank, _UNREAD.sub(_blank, masked))


def _inline(
    page: Page, masked: str, token: Token, start: int, end: int, *, numbered: bool
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
        if child.type in ("text", "softbreak", "hardbreak", "image"):
            text.append(content)
            offsets += range(found, found + len(content))
        else:
            text.append(" ")
            offsets.append(found)
    joined = "".join(text)
    if numbered and (number := _NUMBERING.match(joined)):
        joined = " " * number.end() + joined[number.end() :]
    if joined.strip():
        last = max(len(page.text) - 1, 0)
        yield Stretch(page, joined, tuple(min(offset, last) for offset in offsets))
