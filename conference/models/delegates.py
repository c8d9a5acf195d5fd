"""data/delegates.yml: who is invited, by group and by name."""

from typing import Annotated, Literal

from pydantic import Field, field_validator

from conference.models.amounts import Amount, HowMany
from conference.models.record import DataFile, Entry
from conference.models.values import (
    DiscussionId,
    Flag,
    GroupId,
    Name,
    Open,
    OrOpen,
    ShortText,
    Text,
    UnitId,
)

DelegateClass = Literal["official", "guest", "voting"]
CLASSES: dict[DelegateClass, str] = {
    "official": "đại biểu chính thức",
    "guest": "khách mời",
    "voting": "đại biểu có quyền biểu quyết",
}
"""What a delegate may be at the conference, and what it is called."""


class DelegateGroup(Entry):
    """A group of those invited: with a number, with a rule, or by its role alone."""

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
        OrOpen[HowMany] | None,
        Field(
            title="Số dự kiến",
            description="Số đại biểu dự kiến của khối; bỏ trống khi kế hoạch không định số.",
        ),
    ] = None
    rule: Annotated[
        Text | None,
        Field(
            title="Cách cử",
            description="Cách định số, khi kế hoạch nói bằng chữ.",
            examples=["mỗi xã cử đại diện lãnh đạo"],
        ),
    ] = None
    class_: Annotated[
        DelegateClass | None,
        Field(
            alias="class",
            title="Loại đại biểu",
            description="official: đại biểu chính thức; guest: khách mời; voting: có quyền biểu quyết.",
        ),
    ] = None
    rewarded: Annotated[
        Flag,
        Field(title="Khối được khen", description="true nếu đây là khối được khen thưởng."),
    ] = False

    @field_validator("id")
    @classmethod
    def _no_class(cls, value: str) -> str:
        if value in CLASSES:
            raise ValueError(f"«{value}» là tên một loại đại biểu; hãy đặt mã khác cho khối")
        return value


class DiscussionGroup(Entry):
    """A group in which delegates discuss; nobody sits in two."""

    label: Annotated[
        Name, Field(title="Tên tổ", description="Tên như được in.", examples=["Tổ thảo luận A"])
    ]
    stated: Annotated[
        OrOpen[HowMany] | None, Field(title="Số đại biểu", description="Số đại biểu của tổ.")
    ] = None
    chair: Annotated[
        Text | None,
        Field(
            title="Tổ trưởng",
            description="Ai điều hành tổ, viết như được in.",
            examples=["Đồng chí Nguyễn Văn A"],
        ),
    ] = None
    room: Annotated[
        Name | None,
        Field(title="Nơi họp", description="Phòng họp của tổ.", examples=["Phòng họp B"]),
    ] = None


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
    discussion: Annotated[
        DiscussionId | None,
        Field(title="Tổ thảo luận", description="Mã tổ thảo luận, nếu có chia tổ."),
    ] = None
    seat: Annotated[
        Name | None, Field(title="Chỗ ngồi", description="Ví dụ: A01.", examples=["A01"])
    ] = None


class Delegates(DataFile):
    """The file delegates.yml."""

    stated: Annotated[
        OrOpen[HowMany] | None,
        Field(
            title="Tổng số dự kiến",
            description="Tổng số theo kế hoạch đã ký; bỏ trống khi kế hoạch không định số.",
        ),
    ] = None
    noun: Annotated[
        ShortText,
        Field(
            title="Đếm gì",
            description="Chữ in sau các con số của tệp này.",
            examples=["đại biểu"],
        ),
    ] = "đại biểu"
    overlap: Annotated[
        Flag,
        Field(
            title="Có người thuộc nhiều khối",
            description="false nếu không ai thuộc hai khối: khi ấy cộng các khối phải đúng bằng tổng.",
        ),
    ] = True
    groups: Annotated[
        list[DelegateGroup],
        Field(title="Thành phần", description="Các khối đại biểu, theo thứ tự in.", min_length=1),
    ]
    delegates: Annotated[
        OrOpen[list[Delegate]] | None,
        Field(
            title="Danh sách đại biểu",
            description="Từng đại biểu, hoặc open khi chưa có tên; bỏ trống khi không lập danh sách.",
        ),
    ] = None
    rest: Annotated[
        Open | None,
        Field(title="Còn thiếu", description="Ghi khi danh sách mới có một phần tên."),
    ] = None
    discussion: Annotated[
        list[DiscussionGroup],
        Field(title="Tổ thảo luận", description="Các tổ thảo luận, nếu có chia tổ."),
    ] = []

    @field_validator("stated")
    @classmethod
    def _no_share(cls, value: object) -> object:
        if isinstance(value, Amount) and value.qualifier.is_share:
            raise ValueError(
                "tổng số không ghi phần trăm; hãy ghi số, hoặc about, at_most, at_least"
            )
        return value
