"""data/conference.yml: what the conference is, whose it is, when and where."""

from typing import Annotated

from pydantic import Field, StrictInt, StringConstraints

from conference.models.days import When, Year
from conference.models.record import DataFile, Record
from conference.models.values import PERIOD_PATTERN, Count, Flag, OrOpen, ShortText, Text, UnitId


class Time(Record):
    """When the conference meets, as far as it is known."""

    week: Annotated[
        StrictInt | None,
        Field(
            title="Tuần",
            description="Tuần thứ mấy của tháng, theo kế hoạch; bỏ trống nếu kế hoạch không nói tuần.",
            ge=1,
            le=5,
            examples=[4],
        ),
    ] = None
    year: Annotated[
        Year | None,
        Field(
            title="Năm họp", description="Chỉ ghi khi họp vào năm sau; bỏ trống là năm tổng kết."
        ),
    ] = None
    month: Annotated[
        StrictInt | None,
        Field(
            title="Tháng",
            description="Tháng họp, theo kế hoạch; bỏ trống nếu đã có ngày.",
            ge=1,
            le=12,
            examples=[12],
        ),
    ] = None
    date: Annotated[
        OrOpen[When],
        Field(
            title="Ngày họp",
            description="Ngày/tháng/năm khi đã chốt, ví dụ: 22/12/2022; họp nhiều ngày thì first và last.",
            examples=["22/12/2030"],
        ),
    ]


class Conference(DataFile):
    """The file conference.yml: only the title and whose conference it is must be said."""

    title: Annotated[
        Text,
        Field(
            title="Tên hội nghị",
            description="Tên đầy đủ như in trong văn bản.",
            examples=["Hội nghị tổng kết công tác dân vận năm {conference.year}"],
        ),
    ]
    committee: Annotated[
        UnitId, Field(title="Cơ quan tổ chức", description="Mã đơn vị tổ chức hội nghị.")
    ]
    chairs: Annotated[
        list[UnitId],
        Field(title="Cơ quan chủ trì", description="Mã các đơn vị chủ trì; bỏ trống nếu chưa nêu."),
    ] = []
    year: Annotated[
        Year | None,
        Field(title="Năm tổng kết", description="Năm được tổng kết; bỏ trống nếu không có."),
    ] = None
    next_year: Annotated[
        Year | None,
        Field(
            title="Năm sau",
            description="Năm của phương hướng, nhiệm vụ; bỏ trống nếu hội nghị không bàn năm sau.",
            examples=[2031],
        ),
    ] = None
    period: Annotated[
        Annotated[str, StringConstraints(pattern=PERIOD_PATTERN)] | None,
        Field(
            title="Nhiệm kỳ, giai đoạn",
            description="Hai năm nối bằng gạch ngang, ví dụ: 2026-2031; bỏ trống nếu không có.",
            examples=["2026-2031"],
        ),
    ] = None
    ordinal: Annotated[
        Count | None,
        Field(
            title="Lần thứ",
            description="Đại hội, hội nghị lần thứ mấy, viết số thường: 2 in thành II; bỏ trống nếu không có.",
            ge=1,
            le=3999,
            examples=[2],
        ),
    ] = None
    term: Annotated[
        Count | None,
        Field(
            title="Khóa",
            description="Khóa, viết số thường: 26 in thành XXVI; bỏ trống nếu không có.",
            ge=1,
            le=3999,
            examples=[26],
        ),
    ] = None
    place: Annotated[
        ShortText | None,
        Field(
            title="Địa danh",
            description="Địa danh dưới tít chữ, ví dụ: Vĩnh Bảo.",
            examples=["Minh Họa"],
        ),
    ] = None
    time: Annotated[
        Time | None,
        Field(title="Thời gian", description="Thời gian họp; bỏ trống nếu chưa nói gì."),
    ] = None
    venue: Annotated[
        OrOpen[Text] | None,
        Field(
            title="Địa điểm",
            description="Nơi họp; bỏ trống nếu chưa nói gì.",
            examples=["Hội trường {unit.huyen-uy}"],
        ),
    ] = None
    illustrative: Annotated[
        Flag,
        Field(
            title="Dữ liệu minh họa",
            description="true nếu dữ liệu đặt ra để minh họa; mọi trang sẽ ghi rõ.",
        ),
    ] = False

    @property
    def meeting_year(self) -> int | None:
        """The year in which the conference meets: often the one after the year it sums up."""
        return (self.time.year if self.time else None) or self.year
