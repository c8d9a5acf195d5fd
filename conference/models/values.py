"""The types of values: how an editor types each, and what of it a reader sees."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    StrictBool,
    StrictInt,
    StringConstraints,
    Tag,
    WithJsonSchema,
)

from conference.models.record import ID_PATTERN, Record
from conference.wording import parse_clock, parse_date

ENDING_PATTERN = r"^[.,;:/…]*$"
SYMBOL_PATTERN = r"^[A-ZĐÂĂÊÔƠƯ][A-Za-zĐđÂĂÊÔƠƯ]*([/-][A-Z0-9ĐÂĂÊÔƠƯ]+)*$"
NUMBER_PATTERN = r"^[0-9]+[A-Z]?([-/]\S+)?$"
TAGS = ("<value>", "<open>", "<day>", "<moment>", "<count>", "<amount>")
"""What stands for a kind of value in the path of an error, beside the keys that were typed."""
TAG_VALUE, TAG_OPEN, TAG_DAY, TAG_MOMENT, TAG_COUNT, TAG_AMOUNT = TAGS
PERIOD_PATTERN = r"^(19|20)[0-9]{2}-(19|20)[0-9]{2}$"
DAY_NAME_PATTERN = r"^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$"


def _one_line(value: str) -> str:
    return re.sub(r"\s+", " ", value).strip()


T = TypeVar("T")


class Prose:
    """Marks a field whose text may carry references such as {conference.year}."""


class Label:
    """Marks a field of short text that can call no figure, so that it may not hold numbers either."""


class Verbatim:
    """Marks a field that is printed as typed: a reference in it would be printed with its braces."""


class PointsTo:
    """Marks a field that holds the id of an entry of another list, such as `unit`."""

    def __init__(self, kind: str) -> None:
        self.kind = kind


Text = Annotated[
    str,
    AfterValidator(_one_line),
    StringConstraints(min_length=1, max_length=3000),
    Prose(),
]
"""Running text, one paragraph; may call figures and units: {conference.year}, {unit.ubnd-huyen}."""

Name = Annotated[
    str,
    AfterValidator(_one_line),
    StringConstraints(min_length=1, max_length=300),
    Verbatim(),
]
"""A proper name or code as it is printed: whatever letters and digits it has are its own."""

CopiedText = Annotated[
    str,
    AfterValidator(_one_line),
    StringConstraints(min_length=1, max_length=300),
]
"""Words copied from another file, or said of them, which are not published."""

ShortText = Annotated[Name, Label()]
"""A short text as it is printed; no references inside, and no numbers typed by hand."""

Ending = Annotated[
    str, StringConstraints(max_length=3, pattern=ENDING_PATTERN), Field(examples=["."])
]
"""The punctuation that closes a line, where the office's text departs from what is usual."""

Symbol = Annotated[
    str,
    StringConstraints(max_length=60, pattern=SYMBOL_PATTERN),
    Verbatim(),
    Field(examples=["KH/HU"]),
]
"""Kind and issuer of a document, without its number: KH/HU."""

DocumentNumber = Annotated[
    str,
    StringConstraints(max_length=60, pattern=NUMBER_PATTERN),
    Verbatim(),
    Field(examples=["41-QĐ/HU"]),
]
"""A document's number with its symbol: 224-QĐ/HU. The guard lets it pass, so it is no bare number."""

Count = Annotated[StrictInt, Field(ge=0, le=1_000_000, examples=[8])]
"""A number of heads or things, without padding: 8, not 08."""

Sum = Annotated[StrictInt, Field(ge=0, le=10**15 - 1, examples=[125_000_000])]
"""A quantity of whatever kind, money to the đồng among them: no budget of a province has more figures."""

Flag = StrictBool
"""true or false; "yes", "có" and 1 are refused."""

UnitId = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN, max_length=60),
    PointsTo("unit"),
    Field(examples=["ubnd-huyen"]),
]
CitationId = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN, max_length=60),
    PointsTo("citation"),
    Field(examples=["quyet-dinh-41"]),
]
GroupId = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN, max_length=60),
    PointsTo("group"),
    Field(examples=["lanh-dao-huyen"]),
]
DiscussionId = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN, max_length=60),
    PointsTo("discussion"),
    Field(examples=["to-mot"]),
]
MeetingId = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN, max_length=60),
    PointsTo("meeting"),
    Field(examples=["ngay-mot"]),
]
"""The id of an entry of units.yml, of a group or discussion group in delegates.yml, of a meeting in
conference.yml; a rule asks that it is there."""


DayName = Annotated[str, StringConstraints(pattern=DAY_NAME_PATTERN, max_length=130)]
"""The name of a day: conference.date, tasks.ID.due; a rule asks that it is there."""


def _read_date(value: Any) -> Any:
    return parse_date(value) if isinstance(value, str) else value


Day = Annotated[
    date,
    BeforeValidator(_read_date),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,2}/\d{1,2}/\d{4}$"}),
    Field(examples=["18/11/2030"]),
]
"""A calendar day typed as ngày/tháng/năm: 03/4/2018."""


def _read_clock(value: Any) -> Any:
    return parse_clock(value) if isinstance(value, str) else value


Clock = Annotated[
    time,
    BeforeValidator(_read_clock),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,2}h\d{2}$"}),
    Field(examples=["7h30"]),
]
"""A time of day typed as it is printed: 7h30."""


class Open(Record):
    """A value left open on purpose: what is known, who settles it, by when."""

    open: Annotated[
        Text,
        Field(
            title="Điều đã biết",
            description="Đến nay biết gì về việc này; in ra như văn bản.",
            examples=["chưa có danh sách"],
        ),
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


R = TypeVar("R", bound=Record)


def listed(entries: list[R] | Open | None) -> list[R]:
    """The entries of a list; none when it is left open or not given."""
    return entries if isinstance(entries, list) else []


def is_known(value: object) -> bool:
    """True when the value was settled: neither missing nor left open on purpose."""
    return value is not None and not isinstance(value, Open)
