"""data/tasks.yml: who leads, who supports, what is to be done."""

from typing import Annotated

from pydantic import Field

from conference.models.days import When
from conference.models.record import DataFile, Entry, Record
from conference.models.values import Ending, Flag, Text, UnitId


class Work(Record):
    """One piece of work inside a task, with those who help."""

    support: Annotated[
        list[UnitId], Field(title="Phối hợp", description="Mã các đơn vị phối hợp.")
    ] = []
    what: Annotated[
        Text, Field(title="Việc", description="Việc phải làm.", examples=["Chuẩn bị hội trường"])
    ]


class Task(Entry):
    """An assignment: who leads, who supports, what is to be done."""

    lead: Annotated[UnitId, Field(title="Chủ trì", description="Mã đơn vị chủ trì.")]
    due: Annotated[
        When | None,
        Field(
            title="Hạn",
            description="Ngày/tháng/năm phải xong, hay số ngày trước ngày họp; bỏ trống nếu chưa định.",
            examples=["18/12/2030"],
        ),
    ] = None
    after_meeting: Annotated[
        Flag,
        Field(title="Sau hội nghị", description="true nếu là việc sau hội nghị, hạn sau ngày họp."),
    ] = False
    assigned: Annotated[
        Flag, Field(title="Có chữ «Giao»", description="false nếu câu không mở đầu bằng «Giao».")
    ] = True
    end: Annotated[
        Ending | None,
        Field(title="Dấu cuối", description="Dấu in ở cuối dòng; chỉ ghi khi khác lệ chung."),
    ] = None
    works: Annotated[
        list[Work], Field(title="Nội dung", description="Các việc trong câu.", min_length=1)
    ]


class Tasks(DataFile):
    """The file tasks.yml."""

    tasks: Annotated[
        list[Task],
        Field(title="Phân công", description="Theo thứ tự in trong kế hoạch.", min_length=1),
    ]
