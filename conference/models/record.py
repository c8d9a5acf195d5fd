"""The building blocks of the data's shape: closed records that know where they were typed."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Protocol

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints

from conference.findings import Place

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Keys = tuple[str | int, ...]
"""The way to a value inside a file or record: names of keys, and ranks in lists from 0."""


class Origin(Protocol):
    """The file a record was read from, which knows where everything stands."""

    @property
    def label(self) -> str:
        """How editors know the file: "data/awards.yml"."""

    @property
    def lines(self) -> list[str]:
        """The text of the file, line by line, comments included."""

    def at(self, path: Keys) -> Place:
        """The place of the value under `path`."""

    def find(self, path: Keys, words: str, earlier: int) -> Place:
        """The place of `words` in the text under `path`, after `earlier` others like it."""


class Record(BaseModel):
    """A mapping of the data: closed, strict, and able to say where each of its values stands."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, hide_input_in_errors=True)

    _origin: Origin | None = PrivateAttr(default=None)
    _path: Keys = PrivateAttr(default=())

    def at(self, *keys: str | int) -> Place:
        """The place of the value under `keys`, or of the nearest thing above that was typed."""
        origin = self._origin
        return origin.at((*self._path, *keys)) if origin else Place("?")

    @property
    def file(self) -> str:
        """The file this record was read from, as editors know it."""
        return self._origin.label if self._origin else "?"

    def find(self, words: str, earlier: int, *keys: str | int) -> Place:
        """Where some words of a text stand.

        Args:
            words: as typed, on one line.
            earlier: how many others like them come before in the same text.
            keys: the way to the text from this record.
        """
        origin = self._origin
        return origin.find((*self._path, *keys), words, earlier) if origin else Place("?")

    def typed_lines(self) -> list[str]:
        """The lines of the file this record was read from, comments included."""
        return self._origin.lines if self._origin else []

    def settle(self, origin: Origin, path: Keys = ()) -> None:
        """Tell this record and all below it where they were typed."""
        self._origin, self._path = origin, path
        for keys, record in self.held():
            record.settle(origin, (*path, *keys))

    def held(self) -> Iterator[tuple[Keys, Record]]:
        """The records right below this one, each with the keys that lead to it."""
        for name in _holders(type(self)):
            value = getattr(self, name, None)  # of a file read in part some are not there
            if isinstance(value, Record):
                yield (name,), value
            elif isinstance(value, list):
                for index, entry in enumerate(value):
                    if isinstance(entry, Record):
                        yield (name, index), entry

    def walk(self) -> Iterator[Record]:
        """This record and all below it, in the order of the fields."""
        yield self
        if _holders(type(self)):
            for _, record in self.held():
                yield from record.walk()


class DataFile(Record):
    """All of one file of the data.

    A file is whole, or read in part: then it holds those entries of its lists that are right, and
    nothing else; what is wrong with the others is told already.
    """

    _ranks: dict[str, list[int]] | None = PrivateAttr(default=None)

    @property
    def whole(self) -> bool:
        """False when only the entries of its lists may be asked for, and some are left out."""
        return self._ranks is None

    @classmethod
    def in_part(cls, lists: dict[str, Any], ranks: dict[str, list[int]]) -> typing.Self:
        """The file of which only its lists could be read.

        Args:
            lists: field name → the entries that are right, or what stands there instead of a list.
            ranks: field name → which entries of the list as typed these are, from 0.
        """
        record = cls.model_construct(None, **lists)
        for name in cls.model_fields.keys() - lists.keys():
            record.__dict__.pop(name, None)  # nobody typed the default
        record._ranks = ranks
        return record

    def held(self) -> Iterator[tuple[Keys, Record]]:
        """The records right below this one, each with the keys that lead to it in the file."""
        for keys, record in super().held():
            name, *rank = keys
            typed = (self._ranks or {}).get(str(name))
            yield ((name, typed[int(rank[0])]) if rank and typed else keys), record


class Entry(Record):
    """A record with an id by which everything else refers to it."""

    id: Annotated[
        str,
        StringConstraints(pattern=ID_PATTERN, max_length=60),
        Field(
            title="Mã",
            description="Mã riêng, chữ thường không dấu nối bằng gạch ngang, ví dụ: ubnd-huyen. "
            "Đã đặt thì giữ nguyên, vì nơi khác gọi theo mã này.",
        ),
    ]


@cache
def _holders(model: type[Record]) -> tuple[str, ...]:
    """The fields that may hold records: most have none, and there are thousands to walk over."""
    return tuple(
        name for name, field in model.model_fields.items() if any(records_in(field.annotation))
    )


def records_in(annotation: Any) -> Iterator[type[Record]]:
    """The records that a field of this type may hold, in the order of the type."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from records_in(argument)
