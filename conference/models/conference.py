"""data/conference.yml: what the conference is, whose it is, when and where."""

from typing import Annotated

from pydantic import Field, StrictInt

from conference.models.record import DataFile, Record
from conference.models.values import Count, Day, Flag, OrOpen, ShortText, Text, UnitId

Year = Annotated[StrictInt, Field(ge=1930, le=2100, examples=[2030])]
"""A calendar year, in four digits."""


class Time(Record):
    """When the conference meets, as far as it is known."""

    week: Annotated[
        StrictInt,
        Field(
            title="Tuần",
            description="Tuần thứ mấy của tháng, theo kế hoạch.",
            ge=1,
            le=5,
            examples=[4],
        ),
    ]
    year: Annotated[
        Year | None,
        Field(
            title="Năm họp", description="Chỉ ghi khi họp vào năm sau; bỏ trống là năm tổng kết."
        ),
    ] = None
    month: Annotated[
        StrictInt, Field(title="Tháng", description="Tháng họp.", ge=1, le=12, examples=[12])
    ]
    date: Annotated[
        OrOpen[Day],
        Field(title="Ngày họp", description="Ngày/tháng/năm khi đã chốt, ví dụ: 22/12/2022."),
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
