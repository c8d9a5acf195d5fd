"""mkdocs.yml → plain values: read as MkDocs reads it, with the tags and anchors its users may need."""

from __future__ import annotations

from typing import Any

import yaml

from conference.findings import Finding
from conference.loading import silent
from conference.loading.scalars import Refused, read_plain
from conference.loading.spots import Spot, YamlFile
from conference.loading.yaml_files import parse_with
from conference.loading.yaml_values import Reader


class Opaque:
    """Stands for a value that only MkDocs can make, such as `!ENV NAME`."""


OPAQUE = Opaque()
_MERGE = "<<"


class SettingsReader(Reader):
    """Lets pass what is lawful in mkdocs.yml; notes what would be lost where it matters."""

    def __init__(self, parser: Any, text: str, label: str) -> None:
        super().__init__(parser, text, label)
        self.losses: list[silent.Loss] = []
        self._anchored: dict[str, Any] = {}

    def decorated(self, event: Any) -> bool:
        """Tags, anchors and aliases are lawful here."""
        return event.anchor is not None or getattr(event, "tag", None) is not None

    def decoration(self, event: Any, value: Any) -> Any:
        """The value an alias stands for, or a value kept under its anchor."""
        if isinstance(event, yaml.AliasEvent):
            return self._anchored.get(event.anchor or "", OPAQUE)
        if getattr(event, "tag", None) is not None:
            value = OPAQUE
        if event.anchor is not None:
            self._anchored[event.anchor] = value
        return value

    def is_unquoted_text(self, event: Any, value: dict[str, Any]) -> bool:
        """A group may name extensions without settings."""
        return False

    def escaped(self, event: Any) -> None:
        """Letters may be written by their number."""

    def lost(self, loss: silent.Loss) -> None:
        """Only what readers see must not lose its end; see `conference.pages.settings`."""
        self.losses.append(loss)

    def plain(self, event: Any) -> Any:
        """A word YAML readers disagree on is kept as `Refused`: whoever wants a text may tell it."""
        return read_plain(event.value)

    def key(self, depth: int) -> tuple[str | None, Spot]:
        """The name of an entry; `<<` draws another group in."""
        event: Any = self.parser.peek_event()
        if isinstance(event, yaml.ScalarEvent) and event.value == _MERGE:
            self.next()
            return _MERGE, Spot(event.start_mark.line, event.start_mark.column)  # type: ignore[union-attr]
        return super().key(depth)

    def mapping(self, depth: int) -> tuple[dict[str, Any], dict[str, tuple[Spot, Spot]]]:
        """A group, with what `<<` draws in."""
        values, spots = super().mapping(depth)
        merged = values.pop(_MERGE, None)
        for group in merged if isinstance(merged, list) else [merged]:
            if isinstance(group, dict):
                values = {**group, **values}
        return values, spots


def parse_settings(
    text: str, label: str
) -> tuple[YamlFile | None, list[Finding], list[silent.Loss]]:
    """Parse mkdocs.yml.

    Args:
        text: The file, its lines ended by a line feed.
        label: The file as editors know it.

    Returns:
        The values and where they stand, None on a fault of structure: a value that is no plain one is
        an `Opaque`, a word that YAML does not take for text a `Refused`. Then all other faults of the
        form; and what would be lost of a value, for whom it concerns.
    """
    readers: list[SettingsReader] = []

    def reader(parser: Any, text: str, label: str) -> SettingsReader:
        readers.append(SettingsReader(parser, text, label))
        return readers[0]

    file, findings = parse_with(reader, text, label)
    return file, findings, readers[0].losses if readers else []


__all__ = ["OPAQUE", "Opaque", "Refused", "parse_settings"]
