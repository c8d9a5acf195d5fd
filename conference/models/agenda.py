"""data/agenda.yml: what happens at the conference, in order, and who does it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from conference.models.days import When
from conference.models.doers import Doer, Doers
from conference.models.record import DataFile, Entry
from conference.models.values import ENDING_PATTERN, Clock, Count, MeetingId, Open, OrOpen, Text
from conference.wording import parse_clock

_ENDING = re.compile(ENDING_PATTERN)


def _read_end(value: Any) -> Any:
    if isinstance(value, time):
        return value
    if not isinstance(value, str):
        raise ValueError("cần giờ kết thúc, ví dụ 8h50, hoặc dấu câu trong ngoặc kép")
    return value if len(value) <= 3 and _ENDING.match(value) else parse_clock(value)


End = Annotated[
    time | str,
    BeforeValidator(_read_end),
    WithJsonSchema({"type": "string", "pattern": rf"^(\d{{1,2}}h\d{{2}}|{ENDING_PATTERN[1:-1]})$"}),
    Field(examples=["8h50"]),
]
"""When an item ends: 8h50. A sign alone is what closes its line, where it departs from what is usual."""

Kind = Literal["work", "break", "rite", "arts", "reception", "vote"]

COUNTED = ("work", "vote")
"""The kinds of items that are numbered and counted; the others stand between them."""

_Minutes = Annotated[
    Count | None,
    Field(
        title="Số phút",
        description="Thời lượng, tính bằng phút; có cả giờ kết thúc thì hai bên phải khớp.",
        ge=1,
        examples=[25],
    ),
]


class Step(Entry):
    """Something that happens, or a part of it."""

    title: Annotated[
        Text,
        Field(
            title="Nội dung",
            description="Nội dung mục chương trình.",
            examples=["Khai mạc {conference.title}"],
        ),
    ]
    kind: Annotated[
        Kind,
        Field(
            title="Loại mục",
            description="work (nội dung làm việc), vote (biểu quyết, bầu cử); không đánh số, không đếm: "
            "break (nghỉ), rite (nghi thức), arts (văn nghệ), reception (đón tiếp).",
        ),
    ] = "work"
    responsible: Annotated[
        OrOpen[Doer] | None,
        Field(
            title="Người thực hiện",
            description="Ai thực hiện mục này; từ hai nơi trở lên thì ghi doers.",
        ),
    ] = None
    doers: Annotated[
        OrOpen[Doers] | None,
        Field(
            title="Những người thực hiện",
            description="Nhiều đơn vị, chức vụ, người cùng thực hiện; thay cho responsible.",
        ),
    ] = None
    start: Annotated[
        Clock | None,
        Field(title="Bắt đầu", description="Giờ bắt đầu, viết 7h30; bỏ trống nếu chưa có."),
    ] = None
    minutes: _Minutes = None
    end: Annotated[
        End | None,
        Field(
            title="Kết thúc",
            description="Giờ kết thúc, viết 8h50; hoặc dấu in ở cuối dòng, chỉ ghi khi khác lệ chung.",
        ),
    ] = None

    @model_validator(mode="after")
    def _said_once(self) -> Self:
        if self.responsible is not None and self.doers is not None:
            raise ValueError(
                "ghi cả responsible lẫn doers; hãy chuyển responsible thành một mục của doers"
            )
        return self

    @property
    def done_by(self) -> list[Doer] | Open:
        """Who does it, or what is known of that; nobody where nothing is said."""
        if self.responsible is not None:
            return self.responsible if isinstance(self.responsible, Open) else [self.responsible]
        return self.doers or []

    @property
    def is_counted(self) -> bool:
        """True for what has a number in the agenda."""
        return self.kind in COUNTED

    @property
    def ending(self) -> str | None:
        """The sign that closes its line; None for the usual one."""
        return self.end if isinstance(self.end, str) else None

    @property
    def ends_at(self) -> time | None:
        """The hour it ends, as typed."""
        return self.end if isinstance(self.end, time) else None

    @property
    def until(self) -> time | None:
        """The hour it ends: as typed, else after its minutes, the same day."""
        return self.ends_at or (after(self.start, self.length) if self.start else None)

    @property
    def length(self) -> int | None:
        """How many minutes it takes: as typed, else from its hours."""
        if self.minutes or not (self.start and self.ends_at):
            return self.minutes
        return minutes_between(self.start, self.ends_at) or None


class AgendaItem(Step):
    """One item of the agenda."""

    items: Annotated[
        list[Step],
        Field(title="Các phần", description="Các phần của mục này, nếu có; chỉ một cấp."),
    ] = []


class Session(Entry):
    """A run of items on one day, with a head of its own."""

    title: Annotated[
        Text,
        Field(
            title="Tên phiên",
            description="Tên phiên, không ghi ngày: ngày ghi ở date và in ngay sau tên.",
            examples=["Phiên trù bị"],
        ),
    ]
    meeting: Annotated[
        MeetingId | None,
        Field(
            title="Thuộc cuộc họp",
            description="Mã cuộc họp trong conference.yml, khi hội nghị họp nhiều cuộc.",
        ),
    ] = None
    date: Annotated[
        When | None,
        Field(
            title="Ngày",
            description="Ngày của phiên; bỏ trống nếu là ngày họp.",
            examples=["22/12/2030"],
        ),
    ] = None
    start: Annotated[
        Clock | None,
        Field(title="Bắt đầu", description="Giờ bắt đầu phiên, trùng giờ của mục đầu."),
    ] = None
    items: Annotated[
        list[AgendaItem],
        Field(title="Các mục", description="Các mục, theo thứ tự diễn ra.", min_length=1),
    ]
    ends: Annotated[
        Clock | None, Field(title="Giờ kết thúc", description="Giờ kết thúc phiên, nếu đã định.")
    ] = None


class Agenda(DataFile):
    """The file agenda.yml: the items of one session, or several sessions."""

    items: Annotated[
        list[AgendaItem],
        Field(
            title="Chương trình",
            description="Các mục, theo thứ tự diễn ra, khi chỉ có một phiên.",
            min_length=1,
        ),
    ] = []
    sessions: Annotated[
        list[Session],
        Field(
            title="Các phiên",
            description="Các phiên, theo thứ tự diễn ra; thay cho items khi có từ hai phiên.",
            min_length=1,
        ),
    ] = []
    ends: Annotated[
        Clock | None, Field(title="Giờ bế mạc", description="Giờ dự kiến kết thúc, nếu đã định.")
    ] = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if bool(self.items) == bool(self.sessions):
            there = "ghi cả items lẫn sessions" if self.items else "chưa có mục nào"
            raise ValueError(
                f"{there}; hãy ghi các mục dưới items (một phiên), hoặc dưới items của từng phiên "
                "trong sessions"
            )
        if self.sessions and self.ends:
            raise ValueError("có sessions thì ghi ends dưới phiên cuối, không ghi ở đây")
        return self

    @property
    def all_items(self) -> Sequence[AgendaItem]:
        """The items of every session, in order."""
        return [*self.items, *(item for session in self.sessions for item in session.items)]


def after(start: time, minutes: int | None) -> time | None:
    """The hour so many minutes later, the same day."""
    if not minutes:
        return None
    end = datetime.combine(date.min, start) + timedelta(minutes=minutes)
    return end.time() if end.date() == date.min else None


def minutes_between(start: time, end: time) -> int:
    """How many minutes there are from one hour to a later one; 0 when it is not later."""
    return max(0, (end.hour - start.hour) * 60 + end.minute - start.minute)
