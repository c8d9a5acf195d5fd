"""The prose of a page: what a reader reads, cut out of the Markdown with the place of each letter.

A call within a line is a mark (see text.py). Left out: front matter, blocks, comments, tags and link targets, the ids of headings, the marks of
notes, and the numbering of headings and lists. Code is read like all else, wherever it stands: it is published. Only
a fence that says it is an example is not, and every reader sees that it is one:

    ``` { .yaml .example }
    stated: 41
    ```

Only pages to look at (`paper: screen`) hold examples, so that no document of the conference does.
Where Python-Markdown might show what CommonMark takes for code (indented text, a fence that is not
closed) or for a list, it is prose.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from conference.findings import Place
from conference.guard.inline import Inline, Letters
from conference.guard.masked import masked
from conference.guard.numbering import Headings, Lists, Numeral
from conference.guard.parts_named import Articles, Sections
from conference.guard.text import MARK, Called
from conference.pages.call_syntax import FACT
from conference.pages.page import Page, place_at

# Without text_join, what is written as an entity or escape keeps its source.
_MARKDOWN = MarkdownIt("commonmark").enable("table").disable("text_join")
# What Python-Markdown takes for a fence; whatever it does not is shown as prose.
_FENCE = re.compile(
    r"(?P<fence>```+|~~~+)[ ]*(?:(?P<example>\{ \.[a-z]+ \.example \})|[\w#.+-]*)[ ]*\n"
    r"(?P<code>(?:.*\n)*?)(?P=fence)[ ]*(?:\n|$)"
)
_CLOSES_MARKER = {
    "blockquote_open", "bullet_list_open", "code_block", "fence", "hr", "html_block",
    "list_item_close", "ordered_list_open",
}  # fmt: skip
"""After these, the marker of a list item stands alone; else before the words of its paragraph."""


@dataclass(frozen=True)
class Stretch:
    """Prose of one block: `text`, and where each of its letters stands in the page."""

    page: Page
    text: str
    offsets: tuple[int, ...]
    numeral: Numeral | None = None
    """The number of a heading, out of order."""

    def calls(self, own: Callable[[str, str], str]) -> tuple[Called, ...]:
        """The calls within it.

        Args:
            own: a name as typed and the id of the page's document → the name among all.
        """
        called = {call.start: call for call in self.page.calls}
        found = []
        for at in (at for at, letter in enumerate(self.text) if letter == MARK):
            if call := called.get(self.offsets[at]):
                name = form = ""
                if call.name in (FACT, "figure") and call.arguments:
                    name = own(call.arguments[0], self.page.document)
                    form = "".join(call.arguments[1:])
                elif call.name in ("unit", "cite") and call.arguments:
                    name = ".".join((call.name, *call.arguments))
                found.append(Called(at, at + 1, name, form))
        return tuple(found)

    def place(self, start: int) -> Place:
        """Line and column of the letter at `start`."""
        return place_at(self.page.text, self.offsets[start], self.page.file)


class Prose(NamedTuple):
    """What a page says."""

    stretches: tuple[Stretch, ...]
    """Its prose, a block after the other."""
    examples: tuple[tuple[str, Place], ...]
    """The text of each example, which is no prose, and the place of its fence."""


@lru_cache(maxsize=64)
def read_prose(page: Page) -> Prose:
    """The prose of a page, and what on it is none; read once for all who ask."""
    blocks = _Blocks(page)
    references: dict[str, Any] = {}
    stretches: list[Stretch] = []
    examples: list[tuple[str, Place]] = []
    for token in _MARKDOWN.parse(blocks.masked, references):
        if token.type == "fence" and (found := blocks.example(token)):
            place = place_at(page.text, found.start(), page.file)
            examples.append((page.text[slice(*found.span("code"))], place))
        stretches += blocks.read(token)
    return Prose((*stretches, *blocks.titles(references)), tuple(examples))


def prose_of(page: Page) -> Iterator[Stretch]:
    """Every stretch of prose of a page."""
    yield from read_prose(page).stretches


class _Blocks:
    """Reads a page block by block."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.masked = masked(page)
        ends = (found.end() for found in re.finditer("\n", self.masked))
        self._lines = [0, *ends, len(self.masked) + 1]
        self._rows: tuple[int, int] = (0, 0)
        self._headings = Headings()
        self._articles, self._sections = Articles(self.masked), Sections(self.masked)
        self._lists = Lists()
        self._marker = Letters()
        self._marked = 0
        self._read_to = 0
        """How far the row of a table is read: its cells stand behind each other on one line."""

    def read(self, token: Token) -> Iterator[Stretch]:
        """The prose of the block a token stands for."""
        if token.map:
            self._rows = (token.map[0], token.map[1])
        start, end = self._span(self._rows)
        if self._marker.text and token.type in _CLOSES_MARKER:
            yield from self._stretch(self._take_marker())
        if marker := self._lists.out_of_order(token):
            found = self.masked.index(marker, max(start, self._marked))
            self._marked = found + len(marker)
            self._marker.add(f"{marker} ", found)
        if token.type == "heading_open":
            self._headings.begin(int(token.tag[1:]))
        elif token.type == "inline":
            yield from self._inline(token, start, end)
        elif token.type in ("html_block", "code_block", "fence"):
            yield from self._block(token, start, end)

    def example(self, token: Token) -> re.Match[str] | None:
        """The fence a token stands for, if it is an example."""
        if not token.map or self.page.paper != "screen":
            return None
        found = _FENCE.fullmatch(self.masked, *self._span((token.map[0], token.map[1])))
        return found if found and found["example"] else None

    def titles(self, references: dict[str, Any]) -> Iterator[Stretch]:
        """The titles of the links that are defined apart."""
        defined = [
            *references.get("references", {}).values(),
            *references.get("duplicate_refs", ()),
        ]
        for definition in defined:
            if definition.get("title"):
                yield from self._title(definition["title"], *self._span(definition["map"]))

    def _span(self, rows: tuple[int, int]) -> tuple[int, int]:
        return self._lines[rows[0]], min(self._lines[rows[1]], len(self.masked))

    def _take_marker(self) -> Letters:
        marker, self._marker = self._marker, Letters()
        return marker

    def _stretch(self, letters: Letters, numeral: Numeral | None = None) -> Iterator[Stretch]:
        """The letters, if any is read. A file may end before the line an offset points to."""
        if letters.text.strip():
            last = max(len(self.page.text) - 1, 0)
            offsets = tuple(min(offset, last) for offset in letters.offsets)
            yield Stretch(self.page, letters.text, offsets, numeral)

    def _block(self, token: Token, start: int, end: int) -> Iterator[Stretch]:
        """HTML or code; an example is neither."""
        letters = Letters()
        if token.type == "fence" and (found := _FENCE.fullmatch(self.masked, start, end)):
            if self.example(token):
                return
            letters.add(found["code"], found.start("code"))
        else:
            letters.add_html(self.masked[start:end], start)
        yield from self._stretch(letters)

    def _title(self, title: str, start: int, end: int) -> Iterator[Stretch]:
        """A title somewhere between two places; written with escapes, its place is near enough."""
        letters = Letters()
        found = self.masked.find(title, start, end)
        letters.add(title, max(found, start), apart=found >= 0)
        yield from self._stretch(letters)

    def _inline(self, token: Token, start: int, end: int) -> Iterator[Stretch]:
        """The words of a paragraph, a heading or a cell, then the titles of its links and pictures."""
        line = Inline(self.masked, max(start, self._read_to) if self._read_to < end else start, end)
        line.read(token.children or ())
        self._read_to = line.cursor
        text, numeral = self._headings.strip(line.letters.text)
        line.letters.text = text if numeral else self._sections.strip(self._articles.strip(text))
        letters = self._take_marker()
        letters.text += line.letters.text
        letters.offsets += line.letters.offsets
        yield from self._stretch(letters, numeral)
        for title in line.titles:
            yield from self._title(*title)
