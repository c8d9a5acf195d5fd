"""Models → HTML. A block is a template in templates/blocks; its name is the macro's name in pages.

What blocks are told is in context.py, how text is escaped in html.py; no HTML is written in Python.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from markupsafe import Markup

from conference.facts import Facts
from conference.regimes import REGIMES
from conference.render.blocks import BLOCKS
from conference.render.context import block_context
from conference.render.html import environment
from conference.render.site import NoSite, Site
from conference.render.words import Words

_ENVIRONMENT = environment()
_BLOCKS = "blocks/"
Rendered = dict[tuple[str, str, str, bool], tuple[str, frozenset[str]]]
"""Block, part, document, whether to print → its HTML and the figures it shows."""
_CONSTANT: Rendered = {}
_TYPED_ID = re.compile(r"(?m)(^#{1,6} .*\{ |\]\()#(?=[a-z0-9-]+[ )])")
"""Before the id of a heading, and of a link to one on the same page."""
_COLUMN = '<th scope="col"'
"""What the head of each column begins with in a table of table.html."""
_HEADING = re.compile(r"(?m)^(#{1,6} .*?)(?: \{ *(#[^{}]*?) *\})?$|(<h[1-6]\b)")


class Renderer(Words):
    """Blocks and papers of one dossier as HTML, and its words; remembers which figures each block shows."""

    def __init__(self, facts: Facts, site: Site | None = None) -> None:
        """Render the facts of one dossier.

        Args:
            facts: what is known, without errors.
            site: what is asked of the site the blocks stand in; without it there is none.
        """
        super().__init__(facts)
        self._facts, self.dossier = facts, facts.dossier
        self._site = site or NoSite()
        self._rendered: Rendered = {}

    def block(
        self, name: str, part: str = "", *, document: str = "", to_print: bool = False
    ) -> str:
        """Render a block.

        Args:
            name: one of `block_names` of blocks.py.
            part: which part of a block of PARTED in block_data.py: "1", "2", …; "" for all.
            document: the id of the document the page belongs to; "" for none.
            to_print: leave out what only a reader at the screen can use, as in the print set.

        Returns:
            HTML that Markdown leaves as it is.
        """
        return self._block(name, part, document, to_print)[0]

    def figures_in(self, name: str, part: str = "", *, document: str = "") -> frozenset[str]:
        """Name the figures a block shows; `part` and `document` as for `block`."""
        return self._block(name, part, document)[1]

    def _block(
        self, name: str, part: str, document: str, to_print: bool = False
    ) -> tuple[str, frozenset[str]]:
        document = document if BLOCKS[name].own_document else ""
        key = (name, part, document, to_print)
        rendered = _CONSTANT if BLOCKS[name].constant else self._rendered
        if key not in rendered:
            # One block may ask for others (which pages show a figure?): each keeps its own set.
            outer, self._shown = self._shown, set()
            template = _ENVIRONMENT.get_template(f"{_BLOCKS}{name}.html")
            html = template.render(
                self._context, **self._own(document), part=int(part or 0), to_print=to_print
            )
            rendered[key] = html.strip(), frozenset(self._shown)
            self._shown = outer
        return rendered[key]

    def is_wide(self, page: Any) -> bool:
        """True for a page whose paper lies: it says so, or shows a table that needs the room."""
        return page.landscape or any(
            self.block(call.name, *call.arguments).count(_COLUMN) >= BLOCKS[call.name].wide_from
            for call in page.calls
            if call.name in BLOCKS and BLOCKS[call.name].wide_from
        )

    def regime_of(self, page: Any) -> str:
        """Name the regime of the document a page belongs to; "" for none."""
        document = self.dossier.document(page.document)
        return document.regime if document else ""

    def paper(self, page: Any, slot: int, stamp: str, markdown: str) -> str:
        """Wrap a page as one paper of the print set.

        Args:
            page: the page.
            slot: its place in the set, from 1.
            stamp: the line at the foot of its sheets.
            markdown: its text, every call filled in.

        Returns:
            Markdown whose headings stay out of the search: the page itself is in it.
        """
        template = _ENVIRONMENT.get_template("sheet.html")
        # The search takes each heading for a section, even in what it leaves out. Two pages may give
        # a heading one id, the set has it once.
        markdown = _HEADING.sub(_excluded_from_search, markdown)
        markdown = _TYPED_ID.sub(rf"\1#{page.name}--", markdown)
        regime = self.regime_of(page)
        content = Markup(markdown)
        wide = self.is_wide(page)
        return template.render(
            page=page, slot=slot, stamp=stamp, wide=wide, regime=regime, content=content
        ).strip()

    def cite(self, citation_id: str, form: str = "") -> Markup:
        """Render a paper of somebody else in its long form, or in its "short" one: kind and number."""
        template = _ENVIRONMENT.get_template("citation.html")
        cited = self._context["cited"](citation_id)
        html = template.render(self._context, cited=cited, form=form, to_print=False)
        return Markup('<span data-citation="{}">{}</span>').format(
            citation_id, Markup(html.strip())
        )

    def note_mark(self, number: int, *, to_print: bool = False) -> str:
        """Render the mark of a note in the words of a page, on screen as a link to it."""
        return self._notes("mark", number, to_print=to_print)

    def notes(self, texts: Sequence[str], *, to_print: bool = False) -> str:
        """Render the notes of a page, its Markdown left to be read with the page."""
        return self._notes("notes", texts, to_print=to_print)

    def _notes(self, macro: str, value: object, *, to_print: bool) -> str:
        module = _ENVIRONMENT.get_template("notes.html").make_module({"to_print": to_print})
        return str(getattr(module, macro)(value)).strip()

    @cached_property
    def _context(self) -> dict[str, Any]:
        return block_context(self._facts, self, self._site)

    def _own(self, document_id: str) -> dict[str, Any]:
        """What a block of a document's own page knows of that document."""
        document = self.dossier.document(document_id)
        if document is None:
            return {"document": None}
        return {
            "document": document,
            "regime": REGIMES[document.regime],
            "is_letter": document.is_letter,
        }


def _excluded_from_search(heading: re.Match[str]) -> str:
    title, name, element = heading.groups("")
    mark = 'data-search-exclude="on"'
    return f"{element} {mark}" if element else f"{title} {{ {name} {mark} }}"
