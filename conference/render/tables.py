"""The columns of a table, declared once; templates/table.html writes it, style and lists follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "number": "plain",
        "count": "line",
        "time": "plain",
        "short": "line",
        "person": "head",
        "name": "head",
        "text": "line",
        "long": "line",
        "tick": "line",
        "sign": "line",
    }
)
"""What may stand in a column → what it becomes on a phone, unless its column says otherwise.

number: where a row stands; count: how many; time: a clock; short: a word or two that stay on one
line; person, name: what the row is about, so its header; text: words; long: sentences, which take
what room is left; tick: a box to tick on screen; sign: a box to sign in on paper.
"""

PHONE = ("head", "beside", "plain", "line", "hidden")
"""What a cell becomes on a phone, where a row is a card: its head, on a line of its own; with its
name beside the head; beside the head, its name only heard; a line with its name; nothing."""


@dataclass(frozen=True, eq=False)  # each is itself: html.py keeps what it wrote for one
class Column:
    """One column of a table.

    Attributes:
        key: its name for scripts, of a-z.
        title: its head, in Vietnamese; on a phone it stands before the cell.
        kind: one of KINDS.
        phone: one of PHONE; "" for what is usual for its kind.
        csv: whether the file to take away holds it.
        group: True when readers choose rows by what stands in it.
        part: its head in the file for the rows of a part; "" when a part says the same as its whole.
        edge: True for the column that begins the rows; `columns` sees to it.
    """

    key: str
    title: str
    kind: str = "text"
    phone: str = ""
    csv: bool = True
    group: bool = False
    part: str = ""
    edge: bool = False

    def __post_init__(self) -> None:
        """Refuse a kind, or a place on a phone, that no style knows.

        Raises:
            ValueError: it is none of KINDS or PHONE.
        """
        if self.kind not in KINDS or (self.phone or KINDS[self.kind]) not in PHONE:
            raise ValueError(f"column {self.key}: kind {self.kind!r}, phone {self.phone!r}")

    @cached_property
    def heads_row(self) -> bool:
        """True when its cells are the headers of their rows."""
        return self.kind in ("name", "person")

    @cached_property
    def classes(self) -> str:
        """By what the style knows its cells."""
        unusual = f"phone-{self.phone}" if self.phone not in ("", KINDS[self.kind]) else ""
        return " ".join(filter(None, (self.kind, unusual, "edge" if self.edge else "")))


def columns(*declared: Column | None) -> dict[str, Column]:
    """Put the columns of a table in order, by their keys; None is a column left out."""
    first, *others = filter(None, declared)
    return {column.key: column for column in (replace(first, edge=True), *others)}
