"""The building blocks of the data's shape: closed records that know where they were typed."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, time
from functools import cache
from typing import Annotated, Any, Protocol, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PrivateAttr,
    StrictBool,
    StrictInt,
    StringConstraints,
    Tag,
    WithJsonSchema,
)

from conference.findings import Place
from conference.wording import parse_clock, parse_date

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ENDING_PATTERN = r"^[.,;:/…]*$"
SYMBOL_PATTERN = r"^[A-ZĐÂĂÊÔƠƯ]+([/-][A-ZĐÂĂÊÔƠƯ]+)*$"
NUMBER_PATTERN = r"^[0-9]+[A-Z]?[-/]\S+$"
TAG_VALUE, TAG_OPEN = "<value>", "<open>"

Path = tuple[str | int, ...]


class Unread(AttributeError):
    """A value that stands in the file, or should, but could not be read; that is told already."""


class Origin(Protocol):
    """The file a record was read from, which knows where everything stands."""

    label: str
    lines: list[str]

    def at(self, path: Path) -> Place:
        """The place of the value under `path`."""

    def find(self, path: Path, words: str, earlier: int) -> Place:
        """The place of `words` in the text under `path`, after `earlier` others like it."""


class Record(BaseModel):
    """A mapping of the data: closed, strict, and able to say where each of its values stands."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, hide_input_in_errors=True)

    _origin: Origin | None = PrivateAttr(default=None)
    _path: Path = PrivateAttr(default=())
    _partial: bool = PrivateAttr(default=False)

    if not typing.TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            try:
                return super().__getattr__(name)
            except AttributeError:
                if name in type(self).model_fields:
                    raise Unread(name) from None
                raise

    @property
    def whole(self) -> bool:
        """False when something of this record, or below it, could not be read."""
        return not self._partial

    def mark_partial(self) -> None:
        """Say that something of this record, or below it, could not be read."""
        self._partial = True

    def at(self, *keys: str | int) -> Place:
        """The place of the value under `keys`, or of the nearest thing above that was typed."""
        origin = self._origin
        return origin.at((*self._path, *keys)) if origin else Place("?")

    @property
    def file(self) -> str:
        """The file this record was read from, as editors know it."""
        origin = self._origin
        return origin.label if origin else "?"

    def find(self, words: str, earlier: int, *keys: str | int) -> Place:
        """The place of `words` in the text under `keys`, after `earlier` others like it."""
        if self._origin is None:
            return Place("?")
        return self._origin.find((*self._path, *keys), words, earlier)

    def typed_lines(self) -> list[str]:
        """The lines of the file this record was read from, comments included."""
        origin = self._origin
        return origin.lines if origin else []

    def settle(self, origin: Origin, path: Path = ()) -> None:
        """Tell this record and all below it where they were typed."""
        self._origin, self._path = origin, path
        for keys, record in self.held():
            record.settle(origin, (*path, *keys))

    def held(self) -> Iterator[tuple[Path, Record]]:
        """The records right below this one, each with the keys that lead to it."""
        for name in _holders(type(self)):
            value = getattr(self, name, None)
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


def _one_line(value: str) -> str:
    return re.sub(r"\s+", " ", value).strip()


R = TypeVar("R", bound=Record)
T = TypeVar("T")


def whole(entries: list[R] | Open | None) -> list[R]:
    """The entries of a list of which everything was read; none when the list is open or not given."""
    return [entry for entry in entries if entry.whole] if isinstance(entries, list) else []


def as_far_as_read(found: Iterable[T]) -> Iterator[T]:
    """What is found before something is asked for that could not be read."""
    with suppress(Unread):
        yield from found


class Prose:
    """Marks a field whose text may carry references such as {conference.year}."""


class Label:
    """Marks a field of short text that names no figures, so that it may not hold numbers either."""


class AsTyped:
    """Marks a field that is printed as typed: a reference in it would be printed with its braces."""


class RefersTo:
    """Marks a field that holds the id of an entry of another list, such as `unit`."""

    def __init__(self, kind: str) -> None:
        self.kind = kind


Text = Annotated[
    str,
    AfterValidator(_one_line),
    StringConstraints(min_length=1, max_length=3000),
    Prose(),
]
"""Running text, one paragraph; may name figures and units: {conference.year}, {unit.ubnd-huyen}."""

Name = Annotated[
    str,
    AfterValidator(_one_line),
    StringConstraints(min_length=1, max_length=300),
    AsTyped(),
]
"""A proper name or code as it is printed: whatever letters and digits it has are its own."""

Quoted = Annotated[
    str,
    AfterValidator(_one_line),
    StringConstraints(min_length=1, max_length=300),
]
"""Words copied from another file, or said of them, which are not published."""

Plain = Annotated[Name, Label()]
"""A short text as it is printed; no references inside, and no numbers typed by hand."""

Ending = Annotated[str, StringConstraints(max_length=3, pattern=ENDING_PATTERN)]
"""The punctuation that closes a line, where the office's text differs from the general form."""

Symbol = Annotated[str, StringConstraints(max_length=60, pattern=SYMBOL_PATTERN), AsTyped()]
"""Kind and issuer of a document, without its number: KH/HU."""

DocumentNumber = Annotated[str, StringConstraints(max_length=60, pattern=NUMBER_PATTERN), AsTyped()]
"""A document's number with its symbol: 224-QĐ/HU. A bare number would let every such one pass."""

Count = Annotated[StrictInt, Field(ge=0, le=1_000_000)]
"""A number of heads or things, without padding: 8, not 08."""

Flag = StrictBool

UnitId = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60), RefersTo("unit")]
GroupId = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60), RefersTo("group")]


def _read_date(value: Any) -> Any:
    return parse_date(value) if isinstance(value, str) else value


Day = Annotated[
    date,
    BeforeValidator(_read_date),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,2}/\d{1,2}/\d{4}$"}),
]
"""A calendar day typed as ngày/tháng/năm: 03/4/2018."""


def _read_clock(value: Any) -> Any:
    return parse_clock(value) if isinstance(value, str) else value


Clock = Annotated[
    time,
    BeforeValidator(_read_clock),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,2}h\d{2}$"}),
]
"""A time of day typed as it is printed: 7h30."""


class Open(Record):
    """A value left open on purpose: what is known, who settles it, by when."""

    open: Annotated[
        Text,
        Field(title="Điều đã biết", description="Đến nay biết gì về việc này; in ra như văn bản."),
    ]
    settled_by: Annotated[
        UnitId | None,
        Field(title="Ai chốt", description="Mã đơn vị sẽ chốt; bỏ trống nếu kế hoạch chưa nói."),
    ] = None
    by: Annotated[
        Day | None,
        Field(title="Hạn chốt", description="Ngày/tháng/năm phải chốt xong, nếu đã định."),
    ] = None


def _open_or_value(value: Any) -> str:
    is_open = isinstance(value, Open) or (isinstance(value, dict) and "open" in value)
    return TAG_OPEN if is_open else TAG_VALUE


OrOpen = Annotated[
    Annotated[T, Tag(TAG_VALUE)] | Annotated[Open, Tag(TAG_OPEN)], Discriminator(_open_or_value)
]
"""Either the value or `open:` with what is known so far."""


def is_known(value: object) -> bool:
    """True when the value was settled: neither missing nor left open on purpose."""
    return value is not None and not isinstance(value, Open)
