"""References inside texts of the data: {conference.year}, {unit.ubnd-huyen}, {unit.bdv.short}.

They name a figure or a name, nothing else; nothing is computed or run. Braces that hold no dotted
name, and doubled braces, are plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from conference.figures import Figure, Form
from conference.findings import CLEARLY, near
from conference.models import Dossier

_REFERENCE = re.compile(
    r"(?<!\{)\{(?P<name>[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)+)(?::(?P<form>[a-z]+))?\}(?!\})"
)


APART = "hãy thêm dấu cách hoặc chữ vào giữa."
"""What to do about figures that run together."""

_FILES = {"unit": "units", "document": "conference"}
"""The file behind the first part of a name where it is called otherwise."""


@dataclass(frozen=True)
class Reference:
    """A reference as typed: its name, its form ("" for the usual one), where it stands in the text."""

    name: str
    form: str
    start: int
    end: int


@dataclass(frozen=True)
class Shown:
    """A figure as it appears in a text, in one of its forms."""

    figure: Figure
    form: Form


Part = str | Shown


def find_references(text: str) -> Iterator[Reference]:
    """All references of a text, in order."""
    for found in _REFERENCE.finditer(text):
        yield Reference(found["name"], found["form"] or "", found.start(), found.end())


def runs_together(between: str, *, signs: bool) -> bool:
    """True when what stands between two figures parts nothing: "20" and "08" would print 2008.

    `signs`: a full stop or a comma makes one number of them as well, as in 20.500 and 12,5.
    """
    return not between or (signs and between in (".", ","))


def unit_names(dossier: Dossier) -> dict[str, str]:
    """`unit.ID` → name, `unit.ID.short`, `unit.ID.variant` where the unit has them."""
    names: dict[str, str] = {}
    for unit in dossier.units.units:
        names[f"unit.{unit.id}"] = unit.name
        if unit.short:
            names[f"unit.{unit.id}.short"] = unit.short
        if unit.variant:
            names[f"unit.{unit.id}.variant"] = unit.variant
    return names


class Resolver:
    """Turns texts of the data into parts: plain text and figures."""

    def __init__(self, dossier: Dossier, figures: Mapping[str, Figure]) -> None:
        self.figures = figures
        self.phrases = unit_names(dossier)
        if dossier.conference.whole:
            self.phrases["conference.title"] = dossier.conference.title
        self._unread = {name for name, file in dossier.files() if not file.whole}

    @property
    def names(self) -> list[str]:
        """Every name a text may refer to."""
        return [*self.figures, *self.phrases]

    def judges(self, name: str) -> bool:
        """Whether a name that is not known is wrong for sure.

        Where the file it comes from was not read to the end, only when it is clearly a slip of a
        name that is known.
        """
        root = name.split(".")[0]
        unread = self._unread if root == "open" else self._unread & {_FILES.get(root, root)}
        return not unread or bool(near(name, self.names, CLEARLY))

    def parts(self, text: str) -> list[Part]:
        """The text cut into plain stretches and figures. A name must be known (see the check)."""
        result: list[Part] = []
        position = 0
        for reference in find_references(text):
            if position < reference.start:
                result.append(text[position : reference.start])
            if reference.name in self.figures:
                form = Form(reference.form or "prose")
                result.append(Shown(self.figures[reference.name], form))
            else:
                # A name holds no references, a title only figures: this ends after one step.
                result += self.parts(self.phrases[reference.name])
            position = reference.end
        if position < len(text):
            result.append(text[position:])
        return result

    def plain(self, text: str) -> str:
        """The text as a reader sees it, without markup."""
        return "".join(
            p if isinstance(p, str) else p.figure.shown(p.form) for p in self.parts(text)
        )
