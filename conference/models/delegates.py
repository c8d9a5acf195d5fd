"""data/delegates.yml: who is invited, by group and by name."""

from typing import Annotated

from pydantic import Field

from conference.models.record import DataFile, Entry
from conference.models.values import (
    Count,
    Flag,
    GroupId,
    Name,
    Open,
    OrOpen,
    ShortText,
    Text,
    UnitId,
)


class DelegateGroup(Entry):
    """A group of those invited; groups may overlap, heads are counted once."""

    name: Annotated[
        Text,
        Field(
            title="Thành phần",
            description="Nguyên văn dòng thành phần.",
            examples=["Lãnh đạo {unit.ubnd-huyen}"],
        ),
    ]
    label: Annotated[
        ShortText,
        Field(
            title="Tên gọn",
            description="Tên ngắn để dùng trong bảng, biểu.",
            examples=["Lãnh đạo huyện"],
        ),
    ]
    stated: Annotated[
        OrOpen[Count], Field(title="Số dự kiến", description="Số đại biểu dự kiến của khối.")
    ]
    rewarded: Annotated[
        Flag,
        Field(
            title="Khối được khen", description="true nếu đây là khối các tập thể được khen thưởng."
        ),
    ] = False


class Delegate(Entry):
    """A person invited."""

    name: Annotated[
        Name, Field(title="Họ và tên", description="Họ và tên đại biểu.", examples=["Nguyễn Văn A"])
    ]
    post: Annotated[
        ShortText | None,
        Field(
            title="Chức vụ",
            description="Chức vụ của đại biểu, không kèm đơn vị.",
            examples=["Phó Chủ tịch"],
        ),
    ] = None
    unit: Annotated[UnitId | None, Field(title="Đơn vị", description="Mã đơn vị.")] = None
    groups: Annotated[
        list[GroupId],
        Field(title="Khối", description="Mã khối; đứng trước là khối chính.", min_length=1),
    ]
    seat: Annotated[
        Name | None, Field(title="Chỗ ngồi", description="Ví dụ: A01.", examples=["A01"])
    ] = None


class Delegates(DataFile):
    """The file delegates.yml."""

    stated: Annotated[
        Count, Field(title="Tổng số dự kiến", description="Tổng số đại biểu theo kế hoạch đã ký.")
    ]
    groups: Annotated[
        list[DelegateGroup],
        Field(title="Thành phần", description="Các khối đại biểu, theo thứ tự in.", min_length=1),
    ]
    delegates: Annotated[
        OrOpen[list[Delegate]],
        Field(title="Danh sách đại biểu", description="Từng đại biểu, hoặc open khi chưa có tên."),
    ]
    rest: Annotated[
        Open | None,
        Field(title="Còn thiếu", description="Ghi khi danh sách mới có một phần tên."),
    ] = None
