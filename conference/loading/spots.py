"""Where each value of a file stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from conference.findings import Place


class Spot(NamedTuple):
    """Where a value starts (from 0), and what it holds: (key, value) by key, or values in order."""

    line: int
    column: int
    held: dict[str, tuple[Spot, Spot]] | list[Spot] | None = None

    def place(self, label: str) -> Place:
        """The spot as an editor counts."""
        return Place(label, self.line + 1, self.column + 1)


@dataclass(frozen=True)
class YamlFile:
    """A parsed file: its value, and the spots that tell where each part stands."""

    label: str
    value: Any
    root: Spot

    def at(self, path: tuple[str | int, ...], *, key: bool = False) -> Place:
        """The place of the value under `path`, or of the nearest thing above that exists.

        With `key` the place of the last key instead of its value.
        """
        spot = name = self.root
        for step in path:
            if isinstance(spot.held, dict) and step in spot.held:
                name, spot = spot.held[str(step)]
            elif isinstance(spot.held, list) and isinstance(step, int) and step < len(spot.held):
                name = spot = spot.held[step]
            else:
                break
        return (name if key else spot).place(self.label)
