"""data/awards.yml: who is rewarded, by whom, and how many."""

from typing import Annotated

from pydantic import Field

from conference.models.record import DataFile, Entry
from conference.models.values import Count, Ending, Name, Open, OrOpen, ShortText, Text, UnitId


class Collective(Entry):
    """A body that is rewarded."""

    name: Annotated[
        Name,
        Field(
            title="Tên tập thể",
            description="Tên đúng như in trên giấy khen.",
            examples=["Khối dân vận xã A"],
        ),
    ]
    unit: Annotated[
        UnitId | None,
        Field(title="Đơn vị", description="Mã đơn vị, nếu tập thể có trong units.yml."),
    ] = None


class AwardPart(Entry):
    """A part of an award's recipients, counted by itself."""

    to: Annotated[
        Text,
        Field(
            title="Tặng cho", description="Chữ in sau con số.", examples=["mô hình dân vận khéo"]
        ),
    ]
    label: Annotated[
        ShortText,
        Field(title="Tên gọn", description="Tên ngắn để dùng trong bảng.", examples=["Mô hình"]),
    ]
    stated: Annotated[
        Count,
        Field(
            title="Số theo kế hoạch",
            description="Số của phần này theo kế hoạch đã ký; viết 5, không viết 05.",
        ),
    ]
    recipients: Annotated[
        OrOpen[list[Collective]],
        Field(title="Danh sách", description="Các tập thể, hoặc open khi chưa có tên."),
    ]
    rest: Annotated[
        Open | None,
        Field(title="Còn thiếu", description="Ghi khi danh sách mới có một phần tên."),
    ] = None


class Award(Entry):
    """What one body awards, to how many."""

    giver: Annotated[UnitId, Field(title="Cơ quan tặng", description="Mã đơn vị tặng.")]
    form: Annotated[
        ShortText, Field(title="Hình thức", description="Ví dụ: giấy khen.", examples=["giấy khen"])
    ]
    to: Annotated[
        Text,
        Field(
            title="Tặng cho",
            description="Chữ in sau con số.",
            examples=["tập thể tiêu biểu năm {conference.year}"],
        ),
    ]
    label: Annotated[
        ShortText,
        Field(title="Tên gọn", description="Tên ngắn để dùng trong bảng.", examples=["Tập thể"]),
    ]
    stated: Annotated[
        Count, Field(title="Số theo kế hoạch", description="Số đã ký; phải bằng tổng các phần.")
    ]
    parts: Annotated[
        list[AwardPart], Field(title="Gồm", description="Các phần của số trên, nếu kế hoạch chia.")
    ] = []
    recipients: Annotated[
        OrOpen[list[Collective]] | None,
        Field(title="Danh sách", description="Các tập thể, hoặc open; bỏ trống khi đã chia phần."),
    ] = None
    rest: Annotated[
        Open | None,
        Field(title="Còn thiếu", description="Ghi khi danh sách mới có một phần tên."),
    ] = None
    end: Annotated[
        Ending | None,
        Field(title="Dấu cuối", description="Dấu in ở cuối dòng; chỉ ghi khi khác lệ chung."),
    ] = None


class Awards(DataFile):
    """The file awards.yml."""

    awards: Annotated[
        list[Award],
        Field(title="Khen thưởng", description="Theo thứ tự in trong kế hoạch.", min_length=1),
    ]
