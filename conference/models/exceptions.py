"""data/exceptions.yml: what may be typed by hand, and why."""

from typing import Annotated

from pydantic import Field

from conference.models.record import DataFile, Record
from conference.models.values import Quoted


class Allowed(Record):
    """A number or spelling typed by hand that the guard lets pass, and why."""

    where: Annotated[
        Quoted, Field(title="Ở tệp nào", description="Ví dụ: plan.yml hoặc docs/ke-hoach.md.")
    ]
    text: Annotated[
        Quoted,
        Field(title="Đoạn chữ", description="Chép đúng đoạn chữ có số hoặc cách viết được phép."),
    ]
    reason: Annotated[Quoted, Field(title="Lý do", description="Vì sao không lấy từ dữ liệu.")]


class Exceptions(DataFile):
    """The whole of exceptions.yml."""

    exceptions: Annotated[
        list[Allowed],
        Field(title="Ngoại lệ", description="Chỗ được gõ tay con số hoặc cách viết khác."),
    ] = []
