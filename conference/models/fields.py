"""Which fields of a record carry prose, and which point at another entry; read off the models."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, TypeVar

from conference.findings import Place
from conference.models.base import Label, Prose, Record, RefersTo

M = TypeVar("M")


class Typed(NamedTuple):
    """A text as it stands in the data, with the record and keys that lead to it."""

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


def _inside(annotation: Any, mark: type[M]) -> Iterator[M]:
    yield from (m for m in getattr(annotation, "__metadata__", ()) if isinstance(m, mark))
    for argument in typing.get_args(annotation):
        yield from _inside(argument, mark)


def _values(record: Record, name: str) -> Iterator[Typed]:
    value = getattr(record, name)
    if isinstance(value, str):
        yield Typed(record, (name,), value)
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            if isinstance(entry, str):
                yield Typed(record, (name, index), entry)


def prose_of(root: Record) -> Iterator[Typed]:
    """Every running text below `root`, which may carry references such as {conference.year}."""
    for record in root.walk():
        for name, _ in _marked(type(record), Prose):
            yield from _values(record, name)


def written_of(root: Record) -> Iterator[Typed]:
    """Every text below `root` that is written for readers: prose and short texts, but no names."""
    for record in root.walk():
        for mark in (Prose, Label):
            for name, _ in _marked(type(record), mark):
                yield from _values(record, name)


def pointers_of(root: Record, kind: str) -> Iterator[Typed]:
    """Every id below `root` that refers to an entry of `kind` ("unit", "group")."""
    for record in root.walk():
        for name, mark in _marked(type(record), RefersTo):
            if mark.kind == kind:
                yield from _values(record, name)
