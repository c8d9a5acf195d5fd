"""Days as plans say them: one day, a window, the last day, a week or a month, so long before another."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Discriminator, Field, StrictInt, Tag, model_validator

from conference.models.record import Record
from conference.models.values import TAG_DAY, TAG_MOMENT, Clock, Day, DayName, Flag

Year = Annotated[StrictInt, Field(ge=1930, le=2100, examples=[2030])]
"""A calendar year, in four digits."""

_WAYS = (
    "một ngày (day), từ ngày đến ngày (first và last), chậm nhất ngày (no_later_than), tuần "
    "(week, month, year), tháng (month, year), quý (quarter, year), hay số ngày trước hoặc sau một ngày "
    "khác (days hoặc working_days, với before hoặc after)"
)
_SHAPES = tuple(
    frozenset(shape.split())
    for shape in (
        "day",
        "first last",
        "no_later_than",
        "week month year",
        "month year",
        "quarter year",
        "days before",
        "days after",
        "working_days before",
        "working_days after",
    )
)
_Many = Annotated[StrictInt, Field(ge=0, le=1000)]


class Moment(Record):
    """A day that is more, or less, than one date; exactly one of the ways to say it."""

    day: Annotated[
        Day | None,
        Field(examples=["22/12/2030"], title="Ngày", description="Một ngày, khi có ghi giờ."),
    ] = None
    first: Annotated[
        Day | None,
        Field(examples=["22/12/2030"], title="Từ ngày", description="Ngày đầu; đi cùng last."),
    ] = None
    last: Annotated[
        Day | None,
        Field(examples=["23/12/2030"], title="Đến ngày", description="Ngày cuối; đi cùng first."),
    ] = None
    no_later_than: Annotated[
        Day | None,
        Field(examples=["20/12/2030"], title="Chậm nhất", description="Ngày muộn nhất được phép."),
    ] = None
    week: Annotated[
        StrictInt | None,
        Field(
            examples=[4],
            title="Tuần",
            description="Tuần thứ mấy của tháng; đi cùng month, year.",
            ge=1,
            le=5,
        ),
    ] = None
    month: Annotated[
        StrictInt | None,
        Field(examples=[12], title="Tháng", description="Đi cùng year.", ge=1, le=12),
    ] = None
    quarter: Annotated[
        StrictInt | None, Field(examples=[4], title="Quý", description="Đi cùng year.", ge=1, le=4)
    ] = None
    year: Annotated[Year | None, Field(title="Năm", description="Năm của tuần, tháng hay quý.")] = (
        None
    )
    days: Annotated[
        _Many | None,
        Field(
            examples=[3],
            title="Số ngày",
            description="Cách một ngày khác bao nhiêu ngày; đi cùng before hoặc after.",
        ),
    ] = None
    working_days: Annotated[
        _Many | None,
        Field(
            examples=[3],
            title="Số ngày làm việc",
            description="Như days, không tính thứ Bảy và Chủ nhật; ngày lễ thì phải tự trừ.",
        ),
    ] = None
    before: Annotated[
        DayName | None,
        Field(
            examples=["conference.date"],
            title="Trước ngày nào",
            description="Tên của một ngày, ví dụ: conference.date.",
        ),
    ] = None
    after: Annotated[
        DayName | None,
        Field(
            examples=["conference.date"],
            title="Sau ngày nào",
            description="Tên của một ngày, ví dụ: conference.date.",
        ),
    ] = None
    latest: Annotated[
        Flag,
        Field(
            title="Chậm nhất",
            description="true nếu số ngày ấy là hạn muộn nhất; chỉ đi cùng days hoặc working_days.",
        ),
    ] = False
    hour: Annotated[
        Clock | None,
        Field(examples=["17h00"], title="Giờ", description="Giờ của ngày ấy, viết 17h00."),
    ] = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        said = self.model_fields_set - {"hour", "latest"}
        if said not in _SHAPES:
            raise ValueError(f"hãy ghi đúng một cách: {_WAYS}")
        if self.latest and not said & {"days", "working_days"}:
            raise ValueError(
                "latest chỉ đi cùng days hoặc working_days; muộn nhất là một ngày thì ghi no_later_than"
            )
        if self.first and self.last and self.last < self.first:
            raise ValueError("ngày cuối (last) trước ngày đầu (first); hãy đổi chỗ hai ngày")
        return self

    @property
    def base(self) -> str:
        """The name of the day this one is counted from; "" for none."""
        return self.before or self.after or ""


def _day_or_moment(value: Any) -> str:
    return TAG_MOMENT if isinstance(value, dict | Moment) else TAG_DAY


When = Annotated[
    Annotated[Day, Tag(TAG_DAY)] | Annotated[Moment, Tag(TAG_MOMENT)], Discriminator(_day_or_moment)
]
"""A day: typed as ngày/tháng/năm, or as one of the ways of `Moment`."""
