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
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from conference.findings import Place
from conference.guard import markup
from conference.guard.numbering import Articles, Headings, Lists, Numeral, Sections
from conference.guard.text import MARK, Called
from conference.pages.call_syntax import FACT, INLINE
from conference.pages.page import Page, place_at

# Without text_join, what is written as an entity or escape keeps its source.
_MARKDOWN = MarkdownIt("commonmark").enable("table").disable("text_join")
# Calls that are none are told as such; `raw` only marks examples.
_TAGS = re.compile(r"\{%.*?%\}", re.DOTALL)
_NO_CALL = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}.*?(?:\{%-?\s*endraw\s*-?%\}|\Z)", re.DOTALL)
_NOTE_LABEL = re.compile(r"\[\^[A-Za-z0-9-]+\]:?")
_HEADING_ID = re.compile(r"(?m)(?<=\s)\{ #[a-z0-9-]+ \}[ \t]*$")
# What Python-Markdown takes for a fence; whatever it does not is shown as prose.
_FENCE = re.compile(
    r"(?P<fence>```+|~~~+)[ ]*(?:(?P<example>\{ \.[a-z]+ \.example \})|[\w#.+-]*)[ ]*\n"
    r"(?P<code>(?:.*\n)*?)(?P=fence)[ ]*(?:\n|$)"
)
# The target behind a link's text: only its title is read.
_TARGET = re.compile(
    r"""[*_]*\](?:\((?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\\.|\([^()]*\)|[^()\\"'])*\)|\[[^\]]*\])?""",
    re.DOTALL,
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
                name = ""
                if call.name in (FACT, "figure") and call.arguments:
                    name = own(call.arguments[0], self.page.document)
                elif call.name in ("unit", "cite") and call.arguments:
                    name = ".".join((call.name, *call.arguments))
                found.append(Called(at, at + 1, name))
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


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _mask(page: Page) -> str:
    """The page with everything that is not Markdown blanked out, every letter in its place."""
    pieces = [re.sub(r"[^\n]", " ", page.text[: page.body_start])]
    position = page.body_start
    inline = {call.start for call in page.calls if call.name in INLINE}
    braces = [(call.start, call.end) for call in page.calls]
    for start, end in sorted([*braces, *page.no_calls]):
        shown = MARK if start in inline else " "
        pieces += [page.text[position:start], shown + " " * (end - start - 1)]
        position = end
    masked = "".join([*pieces, page.text[position:]])
    return _NOTE_LABEL.sub(_blank, _HEADING_ID.sub(_blank, _without_calls(masked)))


def _without_calls(text: str) -> str:
    """The text with what is no call blanked; of a marked example, shown as typed, only the marks."""
    pieces, position = [], 0
    for example in _RAW.finditer(text):
        pieces.append(_NO_CALL.sub(_blank, text[position : example.start()]))
        pieces.append(_TAGS.sub(_blank, example[0]))
        position = example.end()
    return "".join([*pieces, _NO_CALL.sub(_blank, text[position:])])


class _Letters:
    """Text in the making, and where each of its letters stands."""

    def __init__(self) -> None:
        self.text = ""
        self.offsets: list[int] = []

    def add(self, text: str, start: int, *, apart: bool = True) -> None:
        """Letters from `start` on, or all at that place if they are written in another way there."""
        self.text += text
        self.offsets += range(start, start + len(text)) if apart else [start] * len(text)

    def add_html(self, html: str, start: int) -> None:
        """What is read of HTML that stands at `start`."""
        for offset, text in markup.read(html):
            self.add(text, start + offset)


class _Blocks:
    """Reads a page block by block."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.masked = _mask(page)
        ends = (found.end() for found in re.finditer("\n", self.masked))
        self._lines = [0, *ends, len(self.masked) + 1]
        self._rows: tuple[int, int] = (0, 0)
        self._headings = Headings()
        self._articles, self._sections = Articles(self.masked), Sections(self.masked)
        self._lists = Lists()
        self._marker = _Letters()
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

    def _take_marker(self) -> _Letters:
        marker, self._marker = self._marker, _Letters()
        return marker

    def _stretch(self, letters: _Letters, numeral: Numeral | None = None) -> Iterator[Stretch]:
        """The letters, if any is read. A file may end before the line an offset points to."""
        if letters.text.strip():
            last = max(len(self.page.text) - 1, 0)
            offsets = tuple(min(offset, last) for offset in letters.offsets)
            yield Stretch(self.page, letters.text, offsets, numeral)

    def _block(self, token: Token, start: int, end: int) -> Iterator[Stretch]:
        """HTML or code; an example is neither."""
        letters = _Letters()
        if token.type == "fence" and (found := _FENCE.fullmatch(self.masked, start, end)):
            if self.example(token):
                return
            letters.add(found["code"], found.start("code"))
        else:
            letters.add_html(self.masked[start:end], start)
        yield from self._stretch(letters)

    def _title(self, title: str, start: int, end: int) -> Iterator[Stretch]:
        """A title somewhere between two places; written with escapes, its place is near enough."""
        letters = _Letters()
        found = self.masked.find(title, start, end)
        letters.add(title, max(found, start), apart=found >= 0)
        yield from self._stretch(letters)

    def _inline(self, token: Token, start: int, end: int) -> Iterator[Stretch]:
        """The words of a paragraph, a heading or a cell, then the titles of its links and pictures."""
        line = _Inline(
            self.masked, max(start, self._read_to) if self._read_to < end else start, end
        )
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


class _Inline:
    """Follows the parts of a paragraph through its source."""

    def __init__(self, masked: str, start: int, end: int) -> None:
        self._masked = masked
        self.cursor, self._end = start, end
        self._links: list[str] = []
        self.letters = _Letters()
        self.titles: list[tuple[str, int, int]] = []

    def read(self, parts: Iterable[Token]) -> None:
        """Take up the letters that are read, and the titles with the places they stand between."""
        for part in parts:
            if part.type in ("softbreak", "hardbreak"):
                self.letters.add("\n", self._find("\n"))
            elif part.type == "text_special":  # an entity or an escape
                self.letters.add(part.content, self._find(part.markup), apart=False)
            elif part.type == "link_open":
                self._links.append(str(part.attrGet("title") or ""))
            elif part.type == "link_close":
                self._pass_target(self._links.pop())
            elif part.type == "image":
                self._find("![")
                self.letters.add(part.content, self._find(part.content))
                self._pass_target(str(part.attrGet("title") or ""))
            else:
                self._words(part)

    def _words(self, part: Token) -> None:
        found = self._find_code(part) if part.type == "code_inline" else self._find(part.content)
        if part.type == "html_inline":
            self.letters.add_html(part.content, found)
        else:  # text, and marks of emphasis, which are none
            self.letters.add(part.content, found)

    def _find(self, source: str) -> int:
        """Where the source stands next; the cursor moves behind it."""
        found = self._masked.find(source, self.cursor, self._end)
        if found < 0:
            return self.cursor
        self.cursor = found + len(source)
        return found

    def _find_code(self, part: Token) -> int:
        """Where code stands next; its line breaks have become blanks."""
        within = re.escape(part.content).replace("\\ ", "[ \n]")
        found = re.compile(within).search(self._masked, self.cursor, self._end)
        return self._find(found[0]) if found else self.cursor

    def _pass_target(self, title: str) -> None:
        """Move behind the target of a link; a title defined apart is read there."""
        target = _TARGET.match(self._masked, self.cursor, self._end)
        if target is None:  # an address in angle brackets
            return
        self.cursor = target.end()
        if title and target[0].endswith(")"):
            self.titles.append((title, *target.span()))
