"""Finished HTML kept out of a page's way: a mark stands for each block until the page is done.

Markdown and what reads its output look at every tag of a page several times, which for long tables
costs more than all else; of finished blocks they would change nothing.
"""

from __future__ import annotations

import re

_MARK = re.compile(r'<div data-held="([0-9]+)"></div>')
_HEADING = re.compile("<h[1-6]")
_ID = re.compile(r'<[a-z][^<>]*? id="([^"]+)"')


class Held:
    """The blocks of one build that stand in pages as marks."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._marks: dict[str, str] = {}

    def hold(self, html: str) -> str:
        """The mark that stands for a block.

        Blocks with headings stay as they are: Markdown gives headings their ids and puts them into
        the table of contents.
        """
        if not html or _HEADING.search(html):
            return html
        if html not in self._marks:
            self._marks[html] = f'<div data-held="{len(self._blocks)}"></div>'
            self._blocks.append(html)
        return self._marks[html]

    def put_back(self, page: str) -> str:
        """The HTML of a page with every mark replaced by its block."""
        return _MARK.sub(lambda found: self._blocks[int(found[1])], page)

    def ids_in(self, page: str) -> set[str]:
        """The ids that stand in the blocks of a page whose marks are not replaced yet."""
        blocks = (self._blocks[int(found[1])] for found in _MARK.finditer(page))
        return {name for block in blocks for name in _ID.findall(block)}
