"""data/tasks.yml: who leads, who supports, what is to be done."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from conference.models.days import When
from conference.models.record import DataFile, Entry, Record
from conference.models.values import Ending, Flag, Name, Text, UnitId


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

    lead: Annotated[
        UnitId | None,
        Field(
            title="Chủ trì",
            description="Mã đơn vị chủ trì; giao cho một chức vụ hay một người thì ghi post hoặc person.",
        ),
    ] = None
    post: Annotated[
        Text | None,
        Field(
            title="Chức vụ chủ trì",
            description="Chức vụ được giao, viết như được in.",
            examples=["Chánh {unit.van-phong-huyen-uy}"],
        ),
    ] = None
    person: Annotated[
        Name | None,
        Field(
            title="Người chủ trì",
            description="Người được giao, viết như được in.",
            examples=["đồng chí Nguyễn Văn A"],
        ),
    ] = None
    due: Annotated[
        When | None,
        Field(
            title="Hạn",
            description="Ngày/tháng/năm phải xong, hay số ngày trước ngày họp; bỏ trống nếu chưa định.",
            examples=["18/12/2030"],
        ),
    ] = None
    result: Annotated[
        Text | None,
        Field(title="Kết quả", description="Việc xong thì có gì.", examples=["báo cáo tổng kết"]),
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

    @model_validator(mode="after")
    def _one_leads(self) -> Self:
        said = [key for key in ("lead", "post", "person") if getattr(self, key) is not None]
        if not said:
            raise ValueError(
                "thiếu người chủ trì; hãy thêm dòng lead (mã đơn vị), post (chức vụ) hoặc person (họ tên)"
            )
        if len(said) > 1:
            raise ValueError(f"chỉ một bên chủ trì; hãy giữ một trong các dòng {', '.join(said)}")
        return self


class Tasks(DataFile):
    """The file tasks.yml."""

    tasks: Annotated[
        list[Task],
        Field(title="Phân công", description="Theo thứ tự in trong kế hoạch.", min_length=1),
    ]
