"""The texts and ids below a record, found by the marks its models put on their fields."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, TypeVar

from conference.findings import Place
from conference.models.record import Record
from conference.models.values import Label, PointsTo, Prose, Verbatim

M = TypeVar("M")


class LocatedText(NamedTuple):
    """A text as it stands in the data.

    Attributes:
        record: the record that holds it.
        keys: the way to it from there: a field, and an index where the field is a list.
        text: the text, its references as typed.
    """

    record: Record
    keys: tuple[str | int, ...]
    text: str

    @property
    def place(self) -> Place:
        """Where the text was typed."""
        return self.record.at(*self.keys)


@cache
def _marked(model: type[Record], mark: type[M]) -> tuple[tuple[str, M], ...]:
    """The fields of `model` whose type carries `mark`, with the mark itself."""
    found = []
    for name, field in model.model_fields.items():
        marks = [m for m in field.metadata if isinstance(m, mark)] or list(
            _inside(field.annotation, mark)
        )
        if marks:
            found.append((name, marks[0]))
    return tuple(found)


@cache
def _proper_names(model: type[Record]) -> tuple[str, ...]:
    """The fields of `model` printed as typed that hold proper names and codes, no short text."""
    labels = dict(_marked(model, Label))
    return tuple(name for name, _ in _marked(model, Verbatim) if name not in labels)


def _inside(annotation: Any, mark: type[M]) -> Iterator[M]:
    yield from (m for m in getattr(annotation, "__metadata__", ()) if isinstance(m, mark))
    for argument in typing.get_args(annotation):
        yield from _inside(argument, mark)


def _values(record: Record, name: str) -> Iterator[LocatedText]:
    value = getattr(record, name, None)
    if isinstance(value, str):
        yield LocatedText(record, (name,), value)
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            if isinstance(entry, str):
                yield LocatedText(record, (name, index), entry)


def prose_of(root: Record) -> Iterator[LocatedText]:
    """Every running text below `root`, which may carry references such as {conference.year}."""
    return _texts_of(root, Prose)


def labels_of(root: Record) -> Iterator[LocatedText]:
    """Every short text below `root` that is written for readers; names and codes are none."""
    return _texts_of(root, Label)


def verbatim_of(root: Record) -> Iterator[LocatedText]:
    """Every text below `root` that is printed as typed: names, codes and short texts."""
    return _texts_of(root, Verbatim)


def names_of(root: Record) -> Iterator[LocatedText]:
    """Every proper name and code below `root`, whose digits are its own."""
    for record in root.walk():
        for name in _proper_names(type(record)):
            yield from _values(record, name)


def _texts_of(root: Record, mark: type) -> Iterator[LocatedText]:
    for record in root.walk():
        for name, _ in _marked(type(record), mark):
            yield from _values(record, name)


def pointers_of(root: Record, kind: str) -> Iterator[LocatedText]:
    """Find the ids that point at another entry.

    Args:
        root: where to look: this record and all below it.
        kind: what they point at: "unit" or "group".
    """
    for record in root.walk():
        for name, mark in _marked(type(record), PointsTo):
            if mark.kind == kind:
                yield from _values(record, name)
