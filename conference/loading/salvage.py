"""What can be read of a file the models refuse, so that all else in it is looked at in the same run."""

from __future__ import annotations

import typing
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from conference.findings import near
from conference.models.base import Open, Record, records_in


@dataclass(frozen=True)
class Lost:
    """Stands for what the reader could not make a value of, and has told.

    Under the key LOST of a mapping it names those of its keys that are lost though a value stands there.
    """

    keys: frozenset[str] = frozenset()


LOST = ""
UNREAD = Lost()


def salvage(model: type[Record], value: Any) -> Record:
    """The record as far as it is right; asking it for the rest raises `Unread`."""
    typed = value if isinstance(value, dict) else {}
    said = typed.get(LOST)
    lost = said.keys if isinstance(said, Lost) else ()
    parts = {
        name: UNREAD if name in lost else _part(model, name, typed) for name in model.model_fields
    }
    record = model.model_construct(**{k: part for k, part in parts.items() if part is not UNREAD})
    for name, part in parts.items():
        if part is UNREAD:
            record.__dict__.pop(name, None)  # the default was not typed here
    record.mark_partial()
    return record


def _part(model: type[Record], name: str, typed: dict[str, Any]) -> Any:
    field = model.model_fields[name]
    if name not in typed:
        if field.is_required() or near(name, typed.keys() - model.model_fields.keys()):
            return UNREAD
        return field.get_default(call_default_factory=True)
    value = typed[name]
    try:
        return _validator(model, name).validate_python(value, strict=True)
    except ValidationError:
        records = list(records_in(field.annotation))
    if isinstance(value, dict) and "open" in value and Open in records:
        return salvage(Open, value)
    expected = list if _is_list(field.annotation) else dict
    held = [record for record in records if record is not Open]
    if not held or not value or not isinstance(value, expected):
        return UNREAD
    if isinstance(value, dict):
        return salvage(held[0], value)
    entries = [_entry(held[0], entry) for entry in value]
    # Of entries run together into one, the second must not seem to be missing from the list.
    return entries + [salvage(held[0], None) for entry in value if _is_two(entry)]


def _is_two(value: Any) -> bool:
    said = value.get(LOST) if isinstance(value, dict) else None
    return isinstance(said, Lost) and len(said.keys) > 1


def _is_list(annotation: Any) -> bool:
    inner = typing.get_args(annotation)
    return typing.get_origin(annotation) is list or any(map(_is_list, inner))


def _entry(model: type[Record], value: Any) -> Record:
    try:
        return model.model_validate(value)
    except ValidationError:
        return salvage(model, value)


@cache
def _validator(model: type[Record], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(model.model_fields[name].rebuild_annotation())
