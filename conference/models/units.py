"""data/units.yml: the bodies that are named, and how each is written."""

from typing import Annotated

from pydantic import Field

from conference.models.record import DataFile, Entry
from conference.models.values import Name


class Unit(Entry):
    """A body: an office, a committee, a class of bodies the plan names."""

    name: Annotated[
        Name,
        Field(
            title="Tên",
            description="Tên chính thức, viết đúng như in.",
            examples=["Ủy ban nhân dân huyện Minh Họa"],
        ),
    ]
    short: Annotated[
        Name | None,
        Field(
            title="Tên gọn",
            description="Tên viết gọn, nếu văn bản có dùng.",
            examples=["UBND huyện"],
        ),
    ] = None
    variant: Annotated[
        Name | None,
        Field(
            title="Cách viết khác",
            description="Cách viết khác có trong bản gốc, được giữ nguyên.",
            examples=["Uỷ ban nhân dân huyện Minh Họa"],
        ),
    ] = None
    old_names: Annotated[
        list[Name],
        Field(
            title="Tên cũ",
            description="Tên đã thôi dùng; gặp trong văn bản thì máy báo.",
            examples=[["Ủy ban hành chính huyện Minh Họa"]],
        ),
    ] = []


class Units(DataFile):
    """The file units.yml."""

    units: Annotated[
        list[Unit], Field(title="Đơn vị", description="Mỗi đơn vị một mục.", min_length=1)
    ]
