"""What the guide's tables say: made from the models and registries, so that none of it is typed twice."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args, get_origin

import yaml
from pydantic.fields import FieldInfo

from conference.facts import Facts
from conference.figures import OF_NUMBERS, Figure, Form, Kind
from conference.models import Dossier, Open
from conference.models.amounts import Amount
from conference.models.days import Moment
from conference.models.dossier import NEEDED
from conference.models.record import Record, is_list, records_in, typed_as
from conference.pages.call_syntax import name_call
from conference.render.blocks import BLOCKS, FUNCTIONS
from conference.wording import capitalised


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


@dataclass(frozen=True)
class GuidedCall:
    """A call a page can make: ways to type it, what it shows, the files that must be there."""

    examples: tuple[str, ...]
    title: str
    needs: tuple[str, ...] = ()


def calls(facts: Facts, parted: Container[str]) -> dict[str, list[GuidedCall]]:
    """List every call a page can make, by where it is of use.

    Args:
        facts: what the names in the examples are of, so that they can be typed as they are.
        parted: the blocks of which a page may show one part.
    """
    blocks = [
        (
            block,
            GuidedCall(
                tuple(_braced(f"{name}({part})") for part in _parts(name in parted)),
                block.title,
                block.needs,
            ),
        )
        for name, block in BLOCKS.items()
    ]
    print_set = GuidedCall((_braced("print_set()"),), FUNCTIONS["print_set"].title)
    return {
        "Trong câu": [
            *_of_figures(facts.figures),
            *_of_days(facts),
            *_of_names(facts.dossier),
            GuidedCall((_braced('section("muc-mot")'),), FUNCTIONS["section"].title),
        ],
        "Phần của văn bản: đầu trang phải có dòng document": [
            call for block, call in blocks if block.own_document
        ],
        "Phần lấy từ dữ liệu": [
            call for block, call in blocks if block.needs and not block.own_document
        ],
        "Phần máy tự tổng hợp": [
            *(call for block, call in blocks if not block.needs and not block.own_document),
            print_set,
        ],
    }


def _parts(parted: bool) -> tuple[str, ...]:
    return ("", '"1"') if parted else ("",)


def _braced(call: str) -> str:
    return f"{{{{ {call} }}}}"


def _of_figures(figures: Mapping[str, Figure]) -> Iterator[GuidedCall]:
    """The calls of a name with dots, and of what it is in another form: shown by a count below 10."""
    counts = [figure for figure in figures.values() if figure.kind is Kind.COUNT]
    count = min(counts, key=lambda figure: (not 0 < figure.value < 10, "-" in figure.name))
    yield GuidedCall((_braced("conference.title"),), "Tên hội nghị")
    plain, called = _braced(count.name), f'figure("{count.name}"'
    about = f"{count.title}, in ra: "
    yield GuidedCall((plain, _braced(f"{called})")), f"{about}{count.shown()}")
    for form in OF_NUMBERS:
        examples = _braced(f"{count.name} | {form}"), _braced(f'{called}, "{form}")')
        yield GuidedCall(examples, f"{form.meaning}, in ra: {count.shown(form)}")


def _of_days(facts: Facts) -> Iterator[GuidedCall]:
    """The calls of a day in each of its forms."""
    for name in list(facts.days.named)[:1]:
        day = facts.days.named[name]
        for form, written in facts.days.written(day.value).items():
            call = name_call(name, "" if form == Form.PROSE else form)
            title = (
                f"{capitalised(day.title)}; {Form(form).meaning[0].lower()}{Form(form).meaning[1:]}"
            )
            yield GuidedCall((_braced(call),), f"{title}, in ra: {facts.names.as_text(written)}")


def _of_names(dossier: Dossier) -> Iterator[GuidedCall]:
    """The calls of a unit and of a cited paper, as far as the dossier has them."""
    unit, units = dossier.units.units[0], dossier.units.units
    yield GuidedCall((_braced(name_call(f"unit.{unit.id}")),), FUNCTIONS["unit"].title, ("units",))
    for which in ("short", "variant"):
        for unit in [one for one in units if getattr(one, which)][:1]:
            title = (type(unit).model_fields[which].title or which) + " của đơn vị"
            call = name_call(f"unit.{unit.id}.{which}")
            yield GuidedCall((_braced(call),), title, ("units",))
    for cited in dossier.citations.citations[:1]:
        call = _braced(f'cite("{cited.id}")')
        yield GuidedCall((call,), FUNCTIONS["cite"].title, ("citations",))
