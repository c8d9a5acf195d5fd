"""Finished HTML kept out of Markdown's way: a page holds a mark, and the block comes back when it is done.

Markdown and MkDocs each read every tag of a page with a parser of their own, which for long tables
costs more than all else; of finished blocks they would change nothing.
"""

from __future__ import annotations

import re

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

# Private characters, which no page and no data may hold (see wording/suspicious.py).
_MARK = re.compile("\ue000([0-9]+)\ue001")
_ALONE = re.compile(f"(?m)^ {{0,3}}({_MARK.pattern})[ \t]*$")
_HEADING = re.compile("<h[1-6]")
_ID = re.compile(r'<[a-z][^<>]*? id="([^"]+)"')


class Finished(Extension):
    """A Markdown extension that puts held blocks where their marks stand."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[str] = []
        self._marks: dict[str, str] = {}

    def hold(self, html: str) -> str:
        """A mark to stand for finished HTML in Markdown.

        Headings are left to Markdown, which gives them ids and puts them into the table of contents.
        """
        if not html or _HEADING.search(html):
            return html
        if html not in self._marks:
            self._marks[html] = f"\ue000{len(self.held)}\ue001"
            self.held.append(html)
        return self._marks[html]

    def extendMarkdown(self, md: Markdown) -> None:
        """Take part in a conversion; the name is Markdown's."""
        # After MkDocs has looked for ids (21), before Markdown looks for HTML (20).
        md.preprocessors.register(_PutBack(md, self.held), "finished", 20.5)


class _PutBack(Preprocessor):
    """Marks become entries of Markdown's own store of HTML, as fenced code does."""

    def __init__(self, md: Markdown, held: list[str]) -> None:
        super().__init__(md)
        self._held = held

    def run(self, lines: list[str]) -> list[str]:
        """Markdown's lines with the marks replaced."""
        # A block on a line by itself is no part of the paragraph beside it.
        text = _ALONE.sub(r"\n\1\n", "\n".join(lines))
        return _MARK.sub(self._put_back, text).split("\n")

    def _put_back(self, found: re.Match[str]) -> str:
        html = self._held[int(found[1])]
        if "mkdocs_raw_html" in self.md.preprocessors:
            # Pages may link to what stands in a block; MkDocs asks whether it is there.
            self.md.preprocessors["mkdocs_raw_html"].present_anchor_ids.update(_ID.findall(html))
        return self.md.htmlStash.store(html)
