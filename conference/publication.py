"""A dossier without errors, and everything its pages and its site are told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import sha256

from conference.audience import Audience, for_staff, staff_files
from conference.boundary import PageNumbers, page_numbers
from conference.dated import DatedDossier
from conference.guard import Typed
from conference.pages.call_syntax import FACT
from conference.pages.code import without_comments
from conference.pages.notes import HERE, with_notes
from conference.pages.page import Page
from conference.pages.papers import papers_of_the_set
from conference.pages.sections import sections_of
from conference.references import OWN_ROOTS
from conference.render import Renderer
from conference.render.blocks import BLOCKS, FUNCTIONS
from conference.render.named import Named

_FOOT = "document_foot"
"""The block before which the notes of a page stand."""
_RAW = re.compile(r"\{%-?\s*(?:end)?raw\s*-?%\}")

Hold = Callable[[str], str]
"""What stands in a page for the HTML of a block: itself, or a mark (see render/stash.py)."""


@dataclass(frozen=True)
class Publication(DatedDossier):
    """A dossier without errors and the pages that show it.

    Attributes:
        folder, facts: see `DatedDossier`.
        all_pages: in the order of the navigation.
        typed: file of a page → the numbers that stand on it by hand.
        edit_data: the address where a file of the data is edited, with {path} and {line}; "": nowhere.
        audience: whose site it is.
    """

    all_pages: tuple[Page, ...]
    typed: Mapping[str, Sequence[Typed]]
    edit_data: str = ""
    audience: Audience = Audience.EVERYONE

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Those of this site, in the order of the navigation."""
        return tuple(
            p for p in self.all_pages if self.audience == Audience.STAFF or not for_staff(p)
        )

    @cached_property
    def left_out(self) -> tuple[str, ...]:
        """Pages and files of docs/ that this site does not have."""
        if self.audience == Audience.STAFF:
            return ()
        return staff_files(self.all_pages, self.folder.docs)

    @cached_property
    def renderer(self) -> Renderer:
        """Blocks and figures as HTML."""
        return Renderer(self.facts, self)

    @cached_property
    def page_numbers(self) -> tuple[PageNumbers, ...]:
        """The numbers of each page, and what they rest on."""
        of_pages = {page.file for page in self.all_pages}
        of_data = {file: typed for file, typed in self.typed.items() if file not in of_pages}
        return page_numbers(self.pages, self.filled, self.typed, of_data)

    @cached_property
    def version(self) -> str:
        """Changes with data and pages (8 hexadecimal digits): no browser shows figures of an older site."""
        pages = "".join(page.text for page in self.pages)
        return sha256(f"{self.revision.code}{pages}".encode()).hexdigest()[:8]

    @cached_property
    def theme_values(self) -> dict[str, object]:
        """What the theme's templates are told besides the page."""
        return {
            "illustrative": self.facts.dossier.conference.illustrative,
            "figures": self.version,
            "stamps": {f"{page.name}.md": self.stamp(page) for page in self.pages},
            "dates": {f"{page.name}.md": self.dates(page) for page in self.pages},
            "regimes": {f"{page.name}.md": self.renderer.regime_of(page) for page in self.pages},
            "state_banner": self.renderer.block("state_banner"),
        }

    def is_wide(self, file: str) -> bool:
        """Whether the sheet of a page lies, asked page by page: it may take the tables of the page."""
        return self.renderer.is_wide(self.page(file.removesuffix(".md")))

    def checked_text(self, name: str) -> str:
        """The Markdown of a page, without its front matter, as it was checked; "" if there is none."""
        page = next((page for page in self.pages if page.name == name), None)
        if page is None:
            return ""
        feet = (call.start for call in page.calls if call.name == _FOOT)
        foot = next(feet, len(page.text))
        text = f"{page.text[page.body_start : foot]}{HERE}{page.text[foot:]}"
        return self._finished(text, to_print=False)

    def print_set(self, hold: Hold = str) -> str:
        """Every paper of the set, one after the other, each in the slot of its place."""
        papers = []
        for slot, page in enumerate(self.papers_of_the_set(), start=1):
            text = self.filled(page, to_print=True, hold=hold)
            papers.append(self.renderer.paper(page, slot, self.stamp(page), text))
        return "\n\n".join(papers)

    def page(self, name: str) -> Page:
        """The page of a name; StopIteration when there is none."""
        return next(page for page in self.pages if page.name == name)

    def filled(self, page: Page, *, to_print: bool = False, hold: Hold = str) -> str:
        """The Markdown of a page without its front matter, every call filled in.

        `to_print` leaves out what is of use on screen only; `hold` gives what stands for a block.
        """
        parts, position = [], page.body_start
        for call in page.calls:
            parts += [
                _RAW.sub("", page.text[position : call.start]),
                HERE if call.name == _FOOT else "",
                self.answer(page, call.name, call.arguments, to_print=to_print, hold=hold),
            ]
            position = call.end
        text = "".join([*parts, _RAW.sub("", page.text[position:])]).strip()
        return self._finished(text, to_print=to_print)

    def _finished(self, text: str, *, to_print: bool) -> str:
        """The Markdown of a page as Markdown is to read it: notes written out, no comments."""
        mark = partial(self.renderer.note_mark, to_print=to_print)
        written = partial(self.renderer.notes, to_print=to_print)
        # The index of the search drops a line break without a trace, and two words would be one.
        return with_notes(without_comments(text), mark, written).replace("<br>", "<br> ")

    def answer(
        self,
        page: Page,
        name: str,
        arguments: Sequence[str],
        *,
        to_print: bool = False,
        hold: Hold = str,
    ) -> str:
        """What a call in a page shows.

        Args:
            page: the page that calls.
            name: of a block, one of FUNCTIONS, or FACT.
            arguments: what stands in the brackets; of a FACT its dotted name and its form.
            to_print: leave out what is of use on screen only.
            hold: gives what stands for a block.
        """
        renderer = self.renderer
        if name in (FACT, "figure"):
            return str(renderer.fact(self._own(page, arguments[0]), *arguments[1:]))
        if name == "unit":
            return str(renderer.named_unit(*arguments))
        if name == "cite":
            return str(renderer.cite(*arguments))
        if name == "section":
            number = sections_of(page)[arguments[0]]
            return str(renderer.section(arguments[0], number, to_print=to_print))
        if name == "print_set":
            return self.print_set(hold)
        document = page.document
        return hold(renderer.block(name, *arguments, document=document, to_print=to_print))

    def variables(self, answer: Callable[[str, str, str], str]) -> dict[str, Named]:
        """What pages call by a dotted name, by its first word: {{ awards.total }}.

        Args:
            answer: FACT, name and form → what the page that is being rendered shows. They keep it and
                not the publication: the template engine outlives a build.
        """
        show = partial(answer, FACT)

        roots = {name.split(".")[0] for name in self.facts.names.names} | OWN_ROOTS
        return {
            root: Named(root, show, block=partial(answer, root) if root in BLOCKS else None)
            for root in roots - set(FUNCTIONS)
        }

    def _own(self, page: Page, name: str) -> str:
        return self.facts.names.own(name, page.document)

    def papers_of_the_set(self) -> list[Page]:
        """The pages shown as papers of the print set, in the order in which they are shown."""
        return papers_of_the_set(self.pages)

    def page_calling(self, block: str) -> str:
        """The name of the first page that shows a block, the plan's own pages after its appendices."""
        return self._first_calling.get(block, "")

    @cached_property
    def _first_calling(self) -> dict[str, str]:
        pages = sorted(self.pages, key=lambda page: page.paper in ("screen", "document"))
        return {call.name: page.name for page in reversed(pages) for call in page.calls}

    def pages_showing(self, figure: str) -> list[Page]:
        """The pages that show a figure, the reconciliation itself and the print set left out."""
        return [page for page in self.pages if figure in self._figures_of_pages[page.name]]

    @cached_property
    def _figures_of_pages(self) -> dict[str, frozenset[str]]:
        return {page.name: frozenset(self._figures_of(page)) for page in self.pages}

    def _figures_of(self, page: Page) -> Iterator[str]:
        if page.paper == "set" or any(call.name == "figures_table" for call in page.calls):
            return
        for call in page.calls:
            if call.name in (FACT, "figure"):
                yield from self.renderer.figures_in_fact(self._own(page, call.arguments[0]))
            elif call.name not in FUNCTIONS:
                document = page.document
                yield from self.renderer.figures_in(call.name, *call.arguments, document=document)
