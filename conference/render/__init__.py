"""Models → HTML. A block is a template in templates/blocks; its name is the macro's name in pages."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property
from typing import Any, NamedTuple

from markupsafe import Markup

from conference.checks import RULES
from conference.facts import Facts
from conference.figures import Form
from conference.findings import Place
from conference.guard import GUARD_RULES
from conference.ics import data_address
from conference.loading.rules import FILE_RULES, PAGE_RULES
from conference.models import Dossier
from conference.norms import NORMS
from conference.references import ShownFigure
from conference.render import views
from conference.render.html import environment, figure_element, plain
from conference.wording import capitalised

_ENVIRONMENT = environment()
_BLOCKS = "blocks/"
_HEADING = re.compile(r"(?m)^(#{1,6} .*?)(?: \{ *(#[^{}]*?) *\})?$|(<h[1-6]\b)")

PARTED: dict[str, Callable[[Dossier], Any]] = {
    "delegates_table": lambda dossier: dossier.delegates.delegates,
}
"""Blocks of long lists, of which a page may show one part: {{ delegates_table("2") }}."""


def parts_of(name: str, dossier: Dossier) -> int:
    """How many parts a block of PARTED has; 0 while its list is open."""
    entries = PARTED[name](dossier)
    return views.parts(entries) if isinstance(entries, list) else 0


Usage = Callable[[str], Iterable[Any]]
Papers = Callable[[], Iterable[Any]]


@cache
def block_names() -> tuple[str, ...]:
    """Every block a page may call."""
    names = _ENVIRONMENT.list_templates(extensions=["html"])
    blocks = (name.removeprefix(_BLOCKS) for name in names if name.startswith(_BLOCKS))
    return tuple(block.removesuffix(".html") for block in blocks)


class Script(NamedTuple):
    """A file of the site made of data; `version` changes with its text."""

    text: str
    version: str


class Renderer:
    """Blocks, figures and texts of one dossier as HTML; remembers which figures each block shows."""

    def __init__(
        self,
        facts: Facts,
        usage: Usage = lambda name: (),
        edit_data: str = "",
        papers: Papers = lambda: (),
    ) -> None:
        """`usage` gives the pages that show a figure; only the reconciliation asks for it.

        `papers` gives the pages of the print set, for its form. `edit_data` is the address where a
        file of the data is edited, with {path} and {line}.
        """
        self.dossier = dossier = facts.dossier
        self.figures, self.names = facts.figures, facts.names
        self._units = {unit.id: unit for unit in dossier.units.units}
        self._groups = {group.id: group.label for group in dossier.delegates.groups}
        self._done: dict[tuple[str, str, bool], tuple[str, frozenset[str]]] = {}
        self._shown: set[str] = set()
        self._usage = usage
        self._edit_data = edit_data
        self._papers = papers

    def block(self, name: str, part: str = "", *, to_print: bool = False) -> str:
        """The HTML of a block, or of one part of it: "1", "2", … (see PARTED).

        `to_print` leaves out what only a reader at the screen can use, as in the print set.
        """
        return self._block(name, part, to_print)[0]

    def figures_in(self, name: str, part: str = "") -> frozenset[str]:
        """The names of the figures a block shows."""
        return self._block(name, part)[1]

    def _block(self, name: str, part: str, to_print: bool = False) -> tuple[str, frozenset[str]]:
        key = (name, part, to_print)
        if key not in self._done:
            # One block may ask for others (which pages show a figure?): each keeps its own set.
            outer, self._shown = self._shown, set()
            template = _ENVIRONMENT.get_template(f"{_BLOCKS}{name}.html")
            html = template.render(self._context, part=int(part or 0), to_print=to_print)
            self._done[key] = html.strip(), frozenset(self._shown)
            self._shown = outer
        return self._done[key]

    def sheet(self, page: Any, markdown: str) -> str:
        """The Markdown of a page, its calls filled in, as one paper of the print set."""
        template = _ENVIRONMENT.get_template("sheet.html")
        # The search takes each heading for a section, even in what it leaves out.
        markdown = _HEADING.sub(_out_of_the_search, markdown)
        return template.render(page=page, content=Markup(markdown)).strip()

    @cached_property
    def figure_cards(self) -> Script:
        """What figures.js shows of each figure: one file for all pages."""
        cards = _ENVIRONMENT.get_template("figure_cards.html").render(self._context, to_print=False)
        text = f"window.figureCards = {json.dumps(cards, ensure_ascii=False)};\n"
        return Script(text, hashlib.sha256(text.encode()).hexdigest()[:8])

    def figure(self, name: str, form: str = "prose") -> Markup:
        """A figure in the element that names it; KeyError or ValueError for unknown names."""
        self._shown.add(name)
        return figure_element(self.figures[name], Form(form))

    def text(self, value: str, *, capital: bool = False) -> Markup:
        """A text of the data as HTML, its references resolved."""
        segments = self.names.segments(value)
        if capital and segments and isinstance(segments[0], str):
            segments[0] = capitalised(segments[0])
        return Markup("").join(
            self.figure(segment.figure.name, segment.form)
            if isinstance(segment, ShownFigure)
            else plain(segment)
            for segment in segments
        )

    def phrase(self, name: str) -> Markup:
        """A named text (`conference.title`, `unit.ID`) for use in a page's prose."""
        return Markup("<span>{}</span>").format(self.text("{" + name + "}"))

    def figures_in_phrase(self, name: str) -> frozenset[str]:
        """The names of the figures a named text shows."""
        segments = self.names.segments("{" + name + "}")
        return frozenset(s.figure.name for s in segments if isinstance(s, ShownFigure))

    @property
    def phrases(self) -> Mapping[str, str]:
        """The names `phrase` knows."""
        return self.names.phrases

    def unit(self, unit_id: str) -> str:
        """The full name of a unit."""
        return self._units[unit_id].name

    def unit_short(self, unit_id: str) -> str:
        """The short name of a unit, where the papers use one."""
        unit = self._units[unit_id]
        return unit.short or unit.name

    def edit_address(self, place: Place) -> str:
        """Where a line of the data is edited; "" when the site does not say."""
        return self._edit_data.replace("{path}", place.file).replace("{line}", str(place.line))

    def calendar_address(self) -> str:
        """The conference as a calendar file inside an address; "" until the day is settled."""
        return data_address(self.dossier, lambda value: str(self.text(value).striptags()))

    @cached_property
    def _context(self) -> dict[str, Any]:
        return {
            **{name: getattr(self.dossier, name) for name in Dossier.model_fields},
            "figures": self.figures,
            "figure": self.figure,
            "text": self.text,
            "unit": self.unit,
            "unit_short": self.unit_short,
            "group_label": self._groups.__getitem__,
            "ending": lambda given, usual: usual if given is None else given,
            "work_by_unit": lambda: views.work_by_unit(self.dossier),
            "recipient_lists": lambda: views.recipient_lists(self.dossier),
            "numbered": views.numbered,
            "open_rows": lambda: views.open_rows(self.dossier),
            "open_by_unit": lambda: views.open_by_unit(self.dossier),
            "agenda_slots": lambda: views.agenda_slots(self.dossier),
            "edit_address": self.edit_address,
            "calendar_address": self.calendar_address,
            "usage": self._usage,
            "papers": self._papers,
            "inferred_rows": lambda: views.inferred_rows(self.dossier),
            "norm": NORMS[self.dossier.conference.form.norm],
            "rules": {
                "Tệp và cách viết": FILE_RULES,
                "Nội dung": RULES,
                "Câu chữ": GUARD_RULES,
                "Trang": PAGE_RULES,
            },
        }


def _out_of_the_search(heading: re.Match[str]) -> str:
    title, name, element = heading.groups("")
    mark = 'data-search-exclude="on"'
    return f"{element} {mark}" if element else f"{title} {{ {name} {mark} }}"
