"""data/agenda.yml: what happens at the conference, in order, and who does it."""

from typing import Annotated

from pydantic import Field

from conference.models.record import DataFile, Entry, Record
from conference.models.values import Clock, Count, Ending, Flag, OrOpen, ShortText, Text, UnitId


class Responsible(Record):
    """Who carries an item of the agenda."""

    unit: Annotated[UnitId, Field(title="Đơn vị", description="Mã đơn vị thực hiện.")]
    post: Annotated[
        ShortText | None,
        Field(
            title="Ai",
            description="Chữ in trước tên đơn vị, ví dụ: Đồng chí Trưởng.",
            examples=["Đồng chí Trưởng"],
        ),
    ] = None
    in_title: Annotated[
        Flag,
        Field(
            title="Đã nêu trong nội dung", description="true nếu nội dung đã nêu tên, không in lại."
        ),
    ] = False


class AgendaItem(Entry):
    """One item of the agenda."""

    title: Annotated[
        Text,
        Field(
            title="Nội dung",
            description="Nội dung mục chương trình.",
            examples=["Khai mạc {conference.title}"],
        ),
    ]
    responsible: Annotated[
        OrOpen[Responsible], Field(title="Người thực hiện", description="Ai thực hiện mục này.")
    ]
    start: Annotated[
        Clock | None,
        Field(title="Bắt đầu", description="Giờ bắt đầu, viết 7h30; bỏ trống nếu chưa có."),
    ] = None
    minutes: Annotated[
        Count | None,
        Field(title="Số phút", description="Thời lượng, tính bằng phút.", ge=1, examples=[25]),
    ] = None
    end: Annotated[
        Ending | None,
        Field(title="Dấu cuối", description="Dấu in ở cuối dòng; chỉ ghi khi khác lệ chung."),
    ] = None


class Agenda(DataFile):
    """The file agenda.yml."""

    items: Annotated[
        list[AgendaItem],
        Field(title="Chương trình", description="Các mục, theo thứ tự diễn ra.", min_length=1),
    ]
    ends: Annotated[
        Clock | None, Field(title="Giờ bế mạc", description="Giờ dự kiến kết thúc, nếu đã định.")
    ] = None
