"""References inside texts of the data: {conference.year}, {unit.ubnd-huyen}, {unit.bdv.short}, {cite.luat}.

They call a figure or a name, nothing else; nothing is computed or run. Braces that hold no dotted
name, and doubled braces, are text like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from conference.figures import OF_NUMBERS, Figure, Form
from conference.figures.said import Said
from conference.findings import CLEARLY, near
from conference.models import Dossier
from conference.wording import short_date

_REFERENCE = re.compile(
    r"(?<!\{)\{(?P<name>[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)+)(?::(?P<form>[a-z]+))?\}(?!\})"
)


APART = "hãy thêm dấu cách hoặc chữ vào giữa."
"""What to do about figures that run together."""

_FILES = {"unit": "units", "document": "documents", "cite": "citations", "meetings": "conference"}
"""The file behind the first part of a name where it is called otherwise."""


_OWN = {
    "document.number": "number",
    "document.draft": "draft",
    "document.date": "date",
    "bases.total": "bases",
    "distribution.total": "recipients",
}
"""What a page may call of its own document, and what it is called among all documents."""
OWN_ROOTS = frozenset(name.split(".")[0] for name in _OWN)
"""The first words of those names."""


@dataclass(frozen=True)
class Reference:
    """A reference as typed.

    Attributes:
        name: what it calls: "awards.total".
        form: how a figure is to be written; "" for the usual form.
        start, end: its offsets in the text, braces included.
    """

    name: str
    form: str
    start: int
    end: int


@dataclass(frozen=True)
class ShownFigure:
    """A figure as it appears in a text, in one of its forms."""

    figure: Figure
    form: Form


Segment = str | ShownFigure
"""A stretch of a text without references, or the figure a reference calls."""


def find_references(text: str) -> Iterator[Reference]:
    """Find the references of a text, in order, whether or not what they call is there."""
    for found in _REFERENCE.finditer(text):
        yield Reference(found["name"], found["form"] or "", found.start(), found.end())


def runs_together(between: str, *, signs: bool) -> bool:
    """True when what stands between two figures parts nothing: "20" and "08" would print 2008.

    Args:
        between: the text between them.
        signs: both are numbers, so that a full stop or a comma makes one of them, as in 20.500.
    """
    return not between or (signs and between in (".", ","))


def unit_names(dossier: Dossier) -> dict[str, str]:
    """Map every name of a unit: `unit.ID`, and `unit.ID.short`, `unit.ID.variant` where it has them."""
    names: dict[str, str] = {}
    for unit in dossier.units.units:
        names[f"unit.{unit.id}"] = unit.name
        if unit.short:
            names[f"unit.{unit.id}.short"] = unit.short
        if unit.variant:
            names[f"unit.{unit.id}.variant"] = unit.variant
    return names


def citation_names(dossier: Dossier) -> dict[str, str]:
    """Map every way to name a paper of somebody else: `cite.ID`, and `cite.ID.short` without its title."""
    names: dict[str, str] = {}
    for one in dossier.citations.citations:
        if one.issuer and "{cite." in one.issuer:  # a paper issued by a paper: told as unknown
            continue
        day = f" ngày {short_date(one.date)}" if one.date else ""
        issuer = f" của {one.issuer}" if one.issuer else ""
        begins = one.named if one.number else one.kind
        names[f"cite.{one.id}"] = f"{begins}{day}{issuer} {one.title}"
        names[f"cite.{one.id}.short"] = one.named
    return names


class Resolver:
    """Resolves the references in texts of the data.

    Attributes:
        figures: name → figure.
        said: name → what is said in words: days, hours, the title.
        phrases: name → text, for units, papers of others, days, hours and the conference's title; the
            title and what is known of an open day may call figures, who issued a paper figures and units.
    """

    def __init__(
        self, dossier: Dossier, figures: Mapping[str, Figure], said: Mapping[str, Said]
    ) -> None:
        self.figures = figures
        self.phrases = unit_names(dossier)
        self.phrases |= citation_names(dossier)
        self.phrases |= {name: fact.forms["prose"] for name, fact in said.items()}
        self.said = said
        self._unread = {name for name, file in dossier.files() if not (file.whole or file.absent)}

    @property
    def names(self) -> list[str]:
        """Every name a text may refer to."""
        return [*self.figures, *self.phrases]

    def phrase(self, name: str, form: str = "") -> str:
        """What a name prints that is no figure, the figures in it as typed; "" for what is not known so."""
        if form and name in self.said:
            return self.said[name].forms.get(form, "")
        return self.phrases.get(name, "") if not form else ""

    def forms_of(self, name: str) -> tuple[str, ...]:
        """The forms a name can be written in, the usual one first; () for one that has a single form."""
        if name in self.figures:
            return tuple(OF_NUMBERS)
        forms = tuple(self.said[name].forms) if name in self.said else ()
        return forms if len(forms) > 1 else ()

    def own(self, name: str, document: str) -> str:
        """The full name of what a page of a document calls: document.number, bases.total.

        Args:
            name: as typed.
            document: the id of the page's document; "" for none.
        """
        short = _OWN.get(name)
        return f"document.{document}.{short}" if document and short else name

    def can_judge(self, name: str) -> bool:
        """Whether a name, if it is not known, is wrong for certain.

        Where the file it comes from was not read to the end, only when it is clearly a slip of a
        name that is known.
        """
        root = name.split(".")[0]
        unread = self._unread if root == "open" else self._unread & {_FILES.get(root, root)}
        return not unread or bool(near(name, self.names, CLEARLY))

    def segments(self, text: str) -> list[Segment]:
        """Cut a text at its references.

        Raises:
            KeyError: a reference calls nothing that is known; the rule reference-unknown comes first.
            ValueError: it asks for a form there is not.
        """
        result: list[Segment] = []
        position = 0
        for reference in find_references(text):
            if position < reference.start:
                result.append(text[position : reference.start])
            if reference.name in self.figures:
                form = Form(reference.form or "prose")
                result.append(ShownFigure(self.figures[reference.name], form))
            else:
                # A name holds no references, a title only figures, an issuer no papers: this ends.
                phrase = self.phrases[reference.name]
                if reference.form:
                    phrase = self.said[reference.name].forms[reference.form]
                result += self.segments(phrase)
            position = reference.end
        if position < len(text):
            result.append(text[position:])
        return result

    def as_text(self, text: str) -> str:
        """Write a text as a reader sees it, without markup; raises as `segments` does."""
        return "".join(
            segment if isinstance(segment, str) else segment.figure.shown(segment.form)
            for segment in self.segments(text)
        )
