"""Finished HTML stashed while its page is converted: a mark stands for each block until then.

Markdown and what reads its output look at every tag of a page several times, which for long tables
costs more than all else; of finished blocks they would change nothing.
"""

from __future__ import annotations

import re

_MARK = re.compile(r'<div data-stashed="([0-9]+)"></div>')
_HEADING = re.compile("<h[1-6]")
_ID = re.compile(r'<[a-z][^<>]*? id="([^"]+)"')


class Stash:
    """The blocks of one build for which marks stand in pages."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._marks: dict[str, str] = {}

    def put(self, html: str) -> str:
        """Stash a block.

        Args:
            html: the finished HTML of the block.

        Returns:
            The mark that stands for it, one line of HTML. The block itself when it has headings:
            Markdown gives those their ids and puts them into the table of contents.
        """
        if not html or _HEADING.search(html):
            return html
        if html not in self._marks:
            self._marks[html] = f'<div data-stashed="{len(self._blocks)}"></div>'
            self._blocks.append(html)
        return self._marks[html]

    def restore(self, page: str) -> str:
        """Replace every mark in the HTML of a page by its block."""
        return _MARK.sub(lambda found: self._blocks[int(found[1])], page)

    def ids_in(self, page: str) -> set[str]:
        """Find the ids inside the blocks of a page whose marks are not replaced yet."""
        blocks = (self._blocks[int(found[1])] for found in _MARK.finditer(page))
        return {name for block in blocks for name in _ID.findall(block)}
