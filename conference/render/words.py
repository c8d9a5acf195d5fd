"""What stands in a line of words, as HTML: figures, texts of the data, days, names of units, sections."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from conference.facts import Facts
from conference.figures import Form
from conference.models.days import Moment
from conference.references import ShownFigure
from conference.render.html import escape_text, figure_element
from conference.wording import capitalised


class Words:
    """Figures, texts and names of one dossier as HTML; notes which figures it was asked for."""

    def __init__(self, facts: Facts) -> None:
        """Show the facts of one dossier, which are without errors."""
        self.figures, self.names, self._days = facts.figures, facts.names, facts.days
        self._units = {unit.id: unit for unit in facts.dossier.units.units}
        self._shown: set[str] = set()

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

    def figures_in_fact(self, name: str) -> frozenset[str]:
        """Name the figures a dotted name shows."""
        segments = self.names.segments("{" + name + "}")
        return frozenset(s.figure.name for s in segments if isinstance(s, ShownFigure))

    def day(self, value: date | Moment, form: str = "prose") -> Markup:
        """Render a day of the data in one of its forms."""
        return escape_text(self._days.written(value)[form])

    def named_unit(self, unit_id: str, which: str = "name") -> Markup:
        """Render the name of a unit: its "name", "short" name or "variant"."""
        return Markup("<span>{}</span>").format(escape_text(getattr(self._units[unit_id], which)))

    def unit(self, unit_id: str) -> str:
        """The full name of a unit."""
        return self._units[unit_id].name

    def unit_short(self, unit_id: str) -> str:
        """The short name of a unit, where the papers use one."""
        unit = self._units[unit_id]
        return unit.short or unit.name

    def section(self, section_id: str, number: str, *, to_print: bool = False) -> Markup:
        """Render the number of a section of the same page, on screen as a link to it."""
        if to_print:
            return Markup("<span>{}</span>").format(number)
        return Markup('<a href="#{}">{}</a>').format(section_id, number)
