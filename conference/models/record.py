"""What all models are made of: closed records, each able to say where its values were typed."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Protocol

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints
from pydantic.fields import FieldInfo

from conference.findings import Place

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Keys = tuple[str | int, ...]
"""The way to a value inside a file or record: names of keys, and indexes in lists from 0."""


class Origin(Protocol):
    """The file a record was read from, which knows where everything stands."""

    @property
    def label(self) -> str:
        """How editors know the file: "data/awards.yml"."""

    @property
    def lines(self) -> list[str]:
        """The text of the file, line by line, comments included."""

    def at(self, keys: Keys, /) -> Place:
        """The place of the value under `keys`, or of the nearest thing above that was typed."""

    def find(self, keys: Keys, words: str, earlier: int, /) -> Place:
        """The place of `words` in the text under `keys`, after `earlier` others like it."""


class Record(BaseModel):
    """A mapping of the data: closed, strict, and able to say where each of its values stands."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, hide_input_in_errors=True)

    _origin: Origin | None = PrivateAttr(default=None)
    _keys: Keys = PrivateAttr(default=())

    def at(self, *keys: str | int) -> Place:
        """Locate a value.

        Args:
            keys: the way to it from this record; without any, the record itself.

        Returns:
            The place of the value, or of the nearest thing above it that was typed (a default
            has no line of its own); "?" for a record made in memory.
        """
        origin = self._origin
        return origin.at((*self._keys, *keys)) if origin else Place("?")

    @property
    def file(self) -> str:
        """The file this record was read from, as editors know it: "data/awards.yml"."""
        return self._origin.label if self._origin else "?"

    def find(self, words: str, earlier: int, *keys: str | int) -> Place:
        """Locate some words of a text.

        Args:
            words: as typed, on one line.
            earlier: how many others like them come before in the same text.
            keys: the way to the text from this record.

        Returns:
            Line and column of the first word, or where the text begins when it is typed otherwise.
        """
        origin = self._origin
        return origin.find((*self._keys, *keys), words, earlier) if origin else Place("?")

    def source_lines(self) -> list[str]:
        """The lines of the file this record was read from, comments included."""
        return self._origin.lines if self._origin else []

    def set_origin(self, origin: Origin, keys: Keys = ()) -> None:
        """Tell this record and all below it where they were typed.

        Args:
            origin: the file.
            keys: the way to this record inside the file.
        """
        self._origin, self._keys = origin, keys
        for further, record in self.contained():
            record.set_origin(origin, (*keys, *further))

    def contained(self) -> Iterator[tuple[Keys, Record]]:
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
            for _, record in self.contained():
                yield from record.walk()


class DataFile(Record):
    """One file of the data.

    A file is whole, or read in part: then it holds those entries of its lists that are valid, and
    nothing else; what is wrong with the others is reported already. An absent file has empty lists:
    there is none of it, and nobody says that there are 0.
    """

    _indexes: dict[str, list[int]] | None = PrivateAttr(default=None)
    _absent: bool = PrivateAttr(default=False)

    @property
    def whole(self) -> bool:
        """False when only the entries of its lists may be asked for, and some are left out."""
        return self._indexes is None and not self._absent

    @property
    def absent(self) -> bool:
        """True when there is no such file, and none is needed."""
        return self._absent

    @classmethod
    def in_part(cls, lists: dict[str, Any], indexes: dict[str, list[int]]) -> typing.Self:
        """Make the file of which only its lists could be read.

        Args:
            lists: field name → the valid entries, or what stands there instead of a list.
            indexes: field name → which entries of the list as typed these are, from 0.
        """
        record = cls.model_construct(None, **lists)
        for name in cls.model_fields.keys() - lists.keys():
            record.__dict__.pop(name, None)  # nobody typed the default
        record._indexes = indexes
        return record

    @classmethod
    def not_there(cls) -> typing.Self:
        """Make the file of which there is none."""
        record = cls.in_part(
            {name: [] for name, field in cls.model_fields.items() if is_list(field.annotation)}, {}
        )
        record._absent = True
        return record

    def contained(self) -> Iterator[tuple[Keys, Record]]:
        """The records right below this one, each with the keys that lead to it in the file."""
        for keys, record in super().contained():
            name, *index = keys
            typed = (self._indexes or {}).get(str(name))
            yield ((name, typed[int(index[0])]) if index and typed else keys), record


class Entry(Record):
    """A record with an id by which everything else refers to it."""

    id: Annotated[
        str,
        StringConstraints(pattern=ID_PATTERN, max_length=60),
        Field(
            title="Mã",
            description="Mã riêng, chữ thường không dấu nối bằng gạch ngang, ví dụ: ubnd-huyen. "
            "Đã đặt thì giữ nguyên, vì nơi khác gọi theo mã này.",
            examples=["ubnd-huyen"],
        ),
    ]


@cache
def _holders(model: type[Record]) -> tuple[str, ...]:
    """The fields that may hold records: most have none, and there are thousands to walk over."""
    return tuple(
        name for name, field in model.model_fields.items() if any(records_in(field.annotation))
    )


def typed_as(name: str, field: FieldInfo) -> str:
    """The key an editor types for a field: its name, unless Python keeps that word for itself."""
    return field.alias or name


def is_list(annotation: Any) -> bool:
    """True for the type of a field that may hold a list."""
    arguments = typing.get_args(annotation)
    return typing.get_origin(annotation) is list or any(map(is_list, arguments))


def records_in(annotation: Any) -> Iterator[type[Record]]:
    """The records that a field of this type may hold, in the order of the type."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from records_in(argument)
