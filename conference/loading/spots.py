"""Where each value of a file stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
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
    lines: list[str] = field(default_factory=list, repr=False)

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

    def find(self, path: tuple[str | int, ...], words: str, earlier: int = 0) -> Place:
        """The place of `words` in the text under `path`, after `earlier` others like it.

        The place of the value when the words are not typed there on one line as they read.
        """
        start = self.at(path)
        column = start.column - 1
        for number, line in enumerate(self.lines[start.line - 1 :], start=start.line):
            found = line.find(words, column)
            while found >= 0:
                if earlier == 0:
                    return Place(self.label, number, found + 1)
                earlier -= 1
                found = line.find(words, found + len(words))
            if re.match(r" *(- |[a-z_]+:)", line) and number > start.line:
                break
            column = 0
        return start
