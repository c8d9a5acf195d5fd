"""The guide's tables of what may be typed in data and front matter, key by key: made from the models."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, get_args, get_origin

import yaml
from pydantic.fields import FieldInfo

from conference.models import Dossier, Open
from conference.models.amounts import Amount
from conference.models.days import Moment
from conference.models.dossier import NEEDED
from conference.models.record import Record, is_list, records_in, typed_as


@dataclass(frozen=True)
class Key:
    """A key of a record.

    Attributes:
        name: as it is typed.
        title: what it is, in Vietnamese.
        explained: more of that.
        needed: True when it has to be there.
        example: the whole line or lines as typed; "" where records of their own stand below the key.
        below: True when such records stand there.
        may_be_open: True when `open` may stand in place of the value.
        may_be_a_day: True when another way to say a day may.
        may_be_an_amount: True when about, at most, at least so many or a percentage may.
    """

    name: str
    title: str
    explained: str
    needed: bool
    example: str
    below: bool
    may_be_open: bool
    may_be_a_day: bool
    may_be_an_amount: bool


@dataclass
class Group:
    """The keys of one kind of record, and every way to it: ("awards", "parts"); () is the file itself."""

    keys: list[Key]
    many: bool
    ways: list[tuple[str, ...]] = field(default_factory=list)


@dataclass(frozen=True)
class GuidedFile:
    """A file of the data: its name without ending, what it holds, whether a dossier must have it."""

    name: str
    title: str
    explained: str
    needed: bool
    groups: list[Group]


def files() -> list[GuidedFile]:
    """Describe every file of the data, in the order of the dossier."""
    return [
        GuidedFile(name, title, explained, name in NEEDED, groups(model))
        for name, described in Dossier.model_fields.items()
        for title, explained in [(described.title or name, described.description or "")]
        for model in records_in(described.annotation)
    ]


def groups(model: type[Record]) -> list[Group]:
    """Describe a record and all below it, each kind once; a value left open is described elsewhere."""
    found: dict[type[Record], Group] = {}
    _gather(model, False, (), found)
    return list(found.values())


def open_value() -> list[Group]:
    """Describe what may stand in place of a value that is not settled."""
    return [Group([_key(name, described) for name, described in Open.model_fields.items()], False)]


def _gather(
    model: type[Record], many: bool, way: tuple[str, ...], found: dict[type[Record], Group]
) -> None:
    fields = model.model_fields
    keys = [_key(name, described) for name, described in fields.items()]
    found.setdefault(model, Group(keys, many)).ways.append(way)
    for name, described in fields.items():
        for below in _below(described.annotation):
            _gather(below, is_list(described.annotation), (*way, name), found)


_SHARED = {Open, Moment, Amount}
"""What may stand in place of many values: described once, in tables of their own."""


def day() -> list[Group]:
    """Describe what may stand in place of a date."""
    return [Group([_key(name, one) for name, one in Moment.model_fields.items()], False)]


def amount() -> list[Group]:
    """Describe what may stand in place of a count."""
    return [Group([_key(name, one) for name, one in Amount.model_fields.items()], False)]


def _below(annotation: Any) -> list[type[Record]]:
    return [record for record in records_in(annotation) if record not in _SHARED]


def _key(name: str, described: FieldInfo) -> Key:
    name = typed_as(name, described)
    records = list(records_in(described.annotation))
    return Key(
        name=name,
        title=described.title or name,
        explained=described.description or "",
        needed=described.is_required(),
        example=_typed_example(name, described, records),
        below=bool(set(records) - _SHARED),
        may_be_a_day=Moment in records,
        may_be_an_amount=Amount in records,
        may_be_open=Open in records and Open not in get_args(described.annotation),
    )


def _typed_example(name: str, described: FieldInfo, records: list[type[Record]]) -> str:
    if set(records) - _SHARED:
        return ""
    return typed(name, example_of(described))


def example_of(described: FieldInfo) -> Any:
    """An example of a field's value, as YAML would give it: declared there or on its type.

    Raises:
        ValueError: nobody declared one.
    """
    if described.annotation is bool:
        return not described.default
    if described.examples:
        return described.examples[0]
    return _example_in(described.annotation)


def _example_in(annotation: Any) -> Any:
    for declared in getattr(annotation, "__metadata__", ()):
        if isinstance(declared, FieldInfo) and declared.examples:
            return declared.examples[0]
    if annotation is Open:
        return {"open": example_of(Open.model_fields["open"])}
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return arguments[0]
    if not arguments:
        raise ValueError(f"{annotation} has no example")
    inside = _example_in(arguments[0])
    return [inside] if origin is list else inside


def typed(name: str, value: Any) -> str:
    """A key and its value as an editor types them, one or more lines of YAML."""
    if isinstance(value, list):
        return "\n".join([f"{name}:", *(f"  {_yaml([entry])}" for entry in value)])
    if isinstance(value, dict):
        return "\n".join([f"{name}:", *(f"  {_yaml({key: of})}" for key, of in value.items())])
    return _yaml({name: value})


def _yaml(value: Any) -> str:
    return yaml.safe_dump(value, allow_unicode=True, width=1000).rstrip("\n")
