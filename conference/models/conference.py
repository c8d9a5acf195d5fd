"""data/conference.yml: what the conference is, when, where, and how far its plan has come."""

from typing import Annotated, Literal

from pydantic import Field, StrictInt

from conference.models.form import PaperForm
from conference.models.record import DataFile, Record
from conference.models.values import Count, Day, Flag, Name, OrOpen, ShortText, Symbol, Text, UnitId

Year = Annotated[StrictInt, Field(ge=1930, le=2100)]
"""A calendar year, in four digits."""


class Time(Record):
    """When the conference meets, as far as it is known."""

    week: Annotated[
        StrictInt,
        Field(title="Tuần", description="Tuần thứ mấy của tháng, theo kế hoạch.", ge=1, le=5),
    ]
    year: Annotated[
        Year | None,
        Field(
            title="Năm họp", description="Chỉ ghi khi họp vào năm sau; bỏ trống là năm tổng kết."
        ),
    ] = None
    month: Annotated[StrictInt, Field(title="Tháng", description="Tháng họp.", ge=1, le=12)]
    date: Annotated[
        OrOpen[Day],
        Field(title="Ngày họp", description="Ngày/tháng/năm khi đã chốt, ví dụ: 22/12/2022."),
    ]


class Document(Record):
    """The plan as an issued document: its number, its day, its state."""

    status: Annotated[
        Literal["draft", "issued"],
        Field(title="Tình trạng", description="draft: dự thảo; issued: đã ban hành."),
    ]
    draft: Annotated[
        Count | None,
        Field(
            title="Lần dự thảo",
            description="Dự thảo lần thứ mấy; bỏ trống nếu không ghi lần.",
            ge=1,
        ),
    ] = None
    number: Annotated[
        OrOpen[Annotated[StrictInt, Field(ge=1, le=99_999)]],
        Field(title="Số văn bản", description="Chỉ phần số, ví dụ: 15. Ký hiệu ghi ở mục symbol."),
    ]
    symbol: Annotated[
        Symbol, Field(title="Ký hiệu", description="Loại và cơ quan ban hành, ví dụ: KH/HU.")
    ]
    date: Annotated[
        OrOpen[Day], Field(title="Ngày ban hành", description="Ngày/tháng/năm, khi đã ký.")
    ]


class Signatory(Record):
    """Who signs the plan."""

    on_behalf_of: Annotated[
        UnitId, Field(title="Ký thay mặt", description="Mã đơn vị sau chữ T/M.")
    ]
    body: Annotated[
        ShortText, Field(title="Chữ sau T/M", description="Tên in sau T/M, ví dụ: Ban Thường vụ.")
    ]
    post: Annotated[
        ShortText, Field(title="Chức vụ", description="Chức vụ người ký, không kèm cơ quan.")
    ]
    name: Annotated[OrOpen[Name], Field(title="Họ và tên", description="Họ và tên người ký.")]


class Conference(DataFile):
    """The file conference.yml."""

    title: Annotated[
        Text, Field(title="Tên hội nghị", description="Tên đầy đủ như in trong kế hoạch.")
    ]
    year: Annotated[Year, Field(title="Năm tổng kết", description="Năm được tổng kết.")]
    next_year: Annotated[
        Year, Field(title="Năm sau", description="Năm của phương hướng, nhiệm vụ.")
    ]
    term: Annotated[
        Count,
        Field(
            title="Khóa",
            description="Khóa của Đảng bộ, viết số thường: 26 in thành XXVI.",
            ge=1,
            le=3999,
        ),
    ]
    committee: Annotated[
        UnitId, Field(title="Cấp ủy", description="Mã đơn vị của cấp ủy tổ chức hội nghị.")
    ]
    chairs: Annotated[
        list[UnitId],
        Field(title="Cơ quan chủ trì", description="Mã các đơn vị ra kế hoạch.", min_length=1),
    ]
    place: Annotated[
        ShortText,
        Field(title="Địa danh", description="Địa danh trước ngày tháng, ví dụ: Vĩnh Bảo."),
    ]
    time: Annotated[Time, Field(title="Thời gian", description="Thời gian tổ chức hội nghị.")]
    venue: Annotated[OrOpen[Text], Field(title="Địa điểm", description="Nơi họp.")]
    document: Annotated[
        Document, Field(title="Văn bản", description="Số, ngày, tình trạng kế hoạch.")
    ]
    form: Annotated[
        PaperForm, Field(title="Thể thức", description="Kế hoạch in ra theo thể thức nào.")
    ]
    signatory: Annotated[Signatory, Field(title="Người ký", description="Người ký kế hoạch.")]
    illustrative: Annotated[
        Flag,
        Field(
            title="Dữ liệu minh họa",
            description="true nếu dữ liệu đặt ra để minh họa; mọi trang sẽ ghi rõ.",
        ),
    ] = False

    @property
    def meeting_year(self) -> int:
        """The year in which the conference meets: often the one after the year it sums up."""
        return self.time.year or self.year
