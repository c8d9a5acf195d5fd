"""The words of a paragraph, a heading or a cell, each letter with its place in the Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markdown_it.token import Token

from conference.guard import markup

# The target behind a link's text: only its title is read.
_TARGET = re.compile(
    r"""[*_]*\](?:\((?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\\.|\([^()]*\)|[^()\\"'])*\)|\[[^\]]*\])?""",
    re.DOTALL,
)


class Letters:
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


class Inline:
    """Follows the parts of a paragraph through its source."""

    def __init__(self, masked: str, start: int, end: int) -> None:
        self._masked = masked
        self.cursor, self._end = start, end
        self._links: list[str] = []
        self.letters = Letters()
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
