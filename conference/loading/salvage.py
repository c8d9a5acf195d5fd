"""What can be read of a file the models refuse: the entries of its lists that are right."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from conference.models.record import DataFile, Record, is_list, records_in
from conference.models.values import Open

F = TypeVar("F", bound=DataFile)


@dataclass(frozen=True)
class Lost:
    """Stands for what the reader could not make a value of, and has told: no model accepts it."""


LOST = ""
"""The key of a mapping under which UNREAD says that one of its keys could not be read."""
UNREAD = Lost()


def read_in_part(model: type[F], value: Any) -> F:
    """The file as far as its entries are right.

    Args:
        model: the model of the file.
        value: the plain value of the file, or None when there is none.
    """
    typed = value if isinstance(value, dict) else {}
    lists: dict[str, Any] = {}
    ranks: dict[str, list[int]] = {}
    for name, entry in _lists(model).items():
        try:
            lists[name] = _validator(model, name).validate_python(typed[name], strict=True)
        except (KeyError, ValidationError):
            right = _right_entries(entry, typed.get(name))
            lists[name], ranks[name] = list(right.values()), list(right)
    return model.in_part(lists, ranks)


def _right_entries(model: type[Record], value: Any) -> dict[int, Record]:
    """Rank in the list, from 0 → the entry, for those that are right."""
    right = {}
    for rank, entry in enumerate(value if isinstance(value, list) else []):
        with suppress(ValidationError):
            right[rank] = model.model_validate(entry)
    return right


@cache
def _lists(model: type[DataFile]) -> dict[str, type[Record]]:
    """The fields that hold lists of entries, each with the model of an entry."""
    return {
        name: next(record for record in records_in(field.annotation) if record is not Open)
        for name, field in model.model_fields.items()
        if is_list(field.annotation) and set(records_in(field.annotation)) - {Open}
    }


@cache
def _validator(model: type[DataFile], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(model.model_fields[name].rebuild_annotation())
