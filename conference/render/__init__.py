"""Models → HTML. A block is a template in templates/blocks; its name is the macro's name in pages.

What blocks compute is in block_data.py, calendar_rows.py and unsettled.py, how text is escaped in
html.py; no HTML is written in Python.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from markupsafe import Markup

from conference.audience import Audience
from conference.checks import RULES
from conference.facts import Facts
from conference.figures import Form
from conference.figures.awards import totals_by_kind
from conference.findings import Place
from conference.guard import GUARD_RULES
from conference.ics import data_address
from conference.loading.rules import FILE_RULES, PAGE_RULES
from conference.models import Dossier
from conference.models.awards import given, nouns_of
from conference.models.days import Moment
from conference.models.delegates import CLASSES
from conference.pages.front_matter import PAPERS, FrontMatter
from conference.references import ShownFigure
from conference.regimes import REGIMES
from conference.render import block_data, calendar_rows, guided_calls, guided_files, unsettled
from conference.render.blocks import BLOCKS
from conference.render.html import environment, escape_text, figure_element
from conference.render.site import NoSite, Site
from conference.wording import capitalised

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

PARTED: dict[str, Callable[[Dossier], Any]] = {
    "delegates_table": lambda dossier: dossier.delegates.delegates,
}
"""Blocks of long lists, of which a page may show one part: {{ delegates_table("2") }}."""


def parts_of(name: str, dossier: Dossier) -> int:
    """Count the parts of a block of PARTED.

    Args:
        name: the block's name, a key of PARTED.
        dossier: the records.

    Returns:
        At least 1; 0 while its list is open, or empty.
    """
    entries = PARTED[name](dossier)
    return block_data.part_count(entries) if isinstance(entries, list) else 0


def block_names() -> tuple[str, ...]:
    """Name every block a page may call, in alphabetical order."""
    return tuple(sorted(BLOCKS))


class Renderer:
    """Blocks, figures and texts of one dossier as HTML; remembers which figures each block shows."""

    def __init__(self, facts: Facts, site: Site | None = None) -> None:
        """Render the facts of one dossier.

        Args:
            facts: what is known, without errors.
            site: what is asked of the site the blocks stand in; without it there is none.
        """
        self._site = site or NoSite()
        self._for_staff = self._site.audience == Audience.STAFF
        self._facts, self.dossier = facts, facts.dossier
        dossier = facts.dossier
        self.figures, self.names, self._days = facts.figures, facts.names, facts.days
        self._units = {unit.id: unit for unit in dossier.units.units}
        self._groups = {group.id: group.label for group in dossier.delegates.groups}
        self._citations = {one.id: one for one in dossier.citations.citations}
        self._rendered: Rendered = {}
        self._shown: set[str] = set()

    def block(
        self, name: str, part: str = "", *, document: str = "", to_print: bool = False
    ) -> str:
        """Render a block.

        Args:
            name: one of `block_names`.
            part: which part of a block of PARTED: "1", "2", …; "" for all.
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

    def figure(self, name: str, form: str = "prose") -> Markup:
        """Render a figure for a page's prose.

        Args:
            name: the figure's name.
            form: a value of `Form`.

        Raises:
            KeyError: there is no such figure.
            ValueError: there is no such form.
        """
        self._shown.add(name)
        return figure_element(self.figures[name], Form(form))

    def text(self, value: str, *, capital: bool = False) -> Markup:
        """Render a text of the data, its references resolved.

        Args:
            value: the text as typed.
            capital: begin it with a capital, unless a figure begins it.
        """
        segments = self.names.segments(value)
        if capital and segments and isinstance(segments[0], str):
            segments[0] = capitalised(segments[0])
        return Markup("").join(
            self.figure(segment.figure.name, segment.form)
            if isinstance(segment, ShownFigure)
            else escape_text(segment)
            for segment in segments
        )

    def fact(self, name: str, form: str = "prose") -> Markup:
        """Render what a dotted name calls for a page's prose: a figure, a day or an hour, the conference's title."""
        if name in self.figures:
            return self.figure(name, form)
        shown = self.text("{" + name + ("" if form == "prose" else f":{form}") + "}")
        return Markup('<span data-fact="{}">{}</span>').format(name, shown)

    def day(self, value: date | Moment, form: str = "prose") -> Markup:
        """Render a day of the data in one of its forms."""
        return escape_text(self._days.written(value)[form])

    def named_unit(self, unit_id: str, which: str = "name") -> Markup:
        """Render the name of a unit: its "name", "short" name or "variant"."""
        return Markup("<span>{}</span>").format(escape_text(getattr(self._units[unit_id], which)))

    def cite(self, citation_id: str, form: str = "") -> Markup:
        """Render a paper of somebody else in its long form, or in its "short" one: kind and number."""
        template = _ENVIRONMENT.get_template("citation.html")
        cited = self._citations[citation_id]
        html = template.render(self._context, cited=cited, form=form, to_print=False)
        return Markup('<span data-citation="{}">{}</span>').format(
            citation_id, Markup(html.strip())
        )

    def section(self, section_id: str, number: str, *, to_print: bool = False) -> Markup:
        """Render the number of a section of the same page, on screen as a link to it."""
        if to_print:
            return Markup("<span>{}</span>").format(number)
        return Markup('<a href="#{}">{}</a>').format(section_id, number)

    def note_mark(self, number: int, *, to_print: bool = False) -> str:
        """Render the mark of a note in the words of a page, on screen as a link to it."""
        return self._notes("mark", number, to_print=to_print)

    def notes(self, texts: Sequence[str], *, to_print: bool = False) -> str:
        """Render the notes of a page, its Markdown left to be read with the page."""
        return self._notes("notes", texts, to_print=to_print)

    def _notes(self, macro: str, value: object, *, to_print: bool) -> str:
        module = _ENVIRONMENT.get_template("notes.html").make_module({"to_print": to_print})
        return str(getattr(module, macro)(value)).strip()

    def figures_in_fact(self, name: str) -> frozenset[str]:
        """Name the figures a dotted name shows."""
        segments = self.names.segments("{" + name + "}")
        return frozenset(s.figure.name for s in segments if isinstance(s, ShownFigure))

    def unit(self, unit_id: str) -> str:
        """The full name of a unit."""
        return self._units[unit_id].name

    def unit_short(self, unit_id: str) -> str:
        """The short name of a unit, where the papers use one."""
        unit = self._units[unit_id]
        return unit.short or unit.name

    def edit_address(self, place: Place) -> str:
        """Make the address where a line of the data is edited; "" when the site offers none."""
        address = self._site.edit_data if self._for_staff else ""
        return address.replace("{path}", place.file).replace("{line}", str(place.line))

    def calendar_address(self) -> str:
        """Make the conference a calendar file inside a data: address; "" until the day is settled."""
        # No page shows what stands in the file: its figures are not among those of the page.
        return data_address(self.dossier, self.names.as_text, self._site.moment)

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

    @cached_property
    def _context(self) -> dict[str, Any]:
        documents = self.dossier.documents.documents
        return {
            # Of an absent file there is nothing to say.
            **{name: None if file.absent else file for name, file in self.dossier.files()},
            "regimes": REGIMES,
            "cited": self._citations.__getitem__,
            "page_calling": self._site.page_calling,
            "differences": [one for document in documents for one in document.differences],
            "figures": self.figures,
            "figure": self.figure,
            "text": self.text,
            "unit": self.unit,
            "unit_short": self.unit_short,
            "named_under": block_data.named_under,
            "group_label": self._groups.__getitem__,
            "discussion_labels": block_data.discussion_labels(self.dossier),
            "ending": lambda given, usual: usual if given is None else given,
            "work_by_unit": lambda: block_data.work_by_unit(self.dossier),
            "delegate_classes": CLASSES,
            "recipient_lists": lambda: block_data.recipient_lists(self.dossier),
            "award_nouns": lambda: nouns_of(given(self.dossier.awards.awards)),
            "award_totals": lambda: {
                name: nouns for name, nouns, _ in totals_by_kind(given(self.dossier.awards.awards))
            },
            "awards_are_counts": lambda: block_data.awards_are_counts(self.dossier),
            "numbered": block_data.numbered,
            "open_values": lambda: unsettled.titled_open_values(self.dossier),
            "open_by_unit": lambda: unsettled.open_by_unit(self.dossier),
            "agenda_parts": lambda: calendar_rows.agenda_parts(self.dossier, self._days),
            "gathering_rows": lambda: calendar_rows.gathering_rows(self.dossier),
            "for_staff": self._for_staff,
            "day": self.day,
            "edit_address": self.edit_address,
            "calendar_address": self.calendar_address,
            "pages_showing": self._site.pages_showing,
            "papers": self._site.papers_of_the_set,
            "page_numbers": lambda: self._site.page_numbers,
            "inferred_settings": lambda: unsettled.inferred_settings(self.dossier),
            "guided_files": guided_files.files,
            "when_changed": self._site.when_changed,
            "open_value": guided_files.open_value,
            "guided_day": guided_files.day,
            "guided_amount": guided_files.amount,
            "kinds_of_paper": PAPERS,
            "front_matter": lambda: guided_files.groups(FrontMatter),
            "guided_calls": lambda: guided_calls.calls(self._facts, PARTED),
            "rules": {
                "Tệp và cách viết": FILE_RULES,
                "Nội dung": RULES,
                "Câu chữ": GUARD_RULES,
                "Trang": PAGE_RULES,
            },
        }


def _excluded_from_search(heading: re.Match[str]) -> str:
    title, name, element = heading.groups("")
    mark = 'data-search-exclude="on"'
    return f"{element} {mark}" if element else f"{title} {{ {name} {mark} }}"
