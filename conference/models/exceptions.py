"""data/exceptions.yml: what may be typed by hand, and why."""

from typing import Annotated

from pydantic import Field

from conference.models.record import DataFile, Record
from conference.models.values import CopiedText


class DeclaredException(Record):
    """Words of a file in which the guard lets a number or spelling pass, and why."""

    where: Annotated[
        CopiedText,
        Field(
            title="Ở tệp nào",
            description='Ví dụ: agenda.yml hoặc docs/ke-hoach.md; chữ đứng ở nhiều tệp thì ghi "*".',
            examples=["docs/ke-hoach.md"],
        ),
    ]
    text: Annotated[
        CopiedText,
        Field(
            title="Đoạn chữ",
            description="Chép đúng đoạn chữ có số hoặc cách viết được phép.",
            examples=["phong trào 3 không"],
        ),
    ]
    reason: Annotated[
        CopiedText,
        Field(
            title="Lý do",
            description="Vì sao không lấy từ dữ liệu.",
            examples=["Tên riêng của phong trào"],
        ),
    ]


class Exceptions(DataFile):
    """The file exceptions.yml."""

    exceptions: Annotated[
        list[DeclaredException],
        Field(title="Ngoại lệ", description="Chỗ được gõ tay con số hoặc cách viết khác."),
    ] = []
