"""data/plan.yml: the text of the plan itself."""

from typing import Annotated

from pydantic import Field

from conference.models.record import DataFile, Entry, Record
from conference.models.values import Ending, Name, ShortText, Text


class Paragraph(Entry):
    """A paragraph of the plan."""

    text: Annotated[Text, Field(title="Nội dung", description="Nguyên văn đoạn văn.")]


class Difference(Record):
    """Where the published text departs from the office's file, and why."""

    source: Annotated[Name, Field(title="Bản gốc", description="Chữ trong bản gốc.")]
    published: Annotated[Text, Field(title="Công bố", description="Chữ được công bố.")]
    where: Annotated[ShortText, Field(title="Ở đâu", description="Chỗ trong kế hoạch.")]
    reason: Annotated[ShortText, Field(title="Vì sao", description="Lý do sửa hoặc lý do giữ.")]


class Plan(DataFile):
    """The file plan.yml."""

    kind: Annotated[ShortText, Field(title="Tên loại", description="Ví dụ: Kế hoạch.")]
    summary: Annotated[Text, Field(title="Trích yếu", description="Dòng dưới tên loại.")]
    resolution: Annotated[
        Text, Field(title="Câu dẫn", description="Câu nối sau các căn cứ, hết bằng «như sau:».")
    ]
    purposes: Annotated[
        list[Paragraph],
        Field(title="Mục đích, yêu cầu", description="Các đoạn mục I, theo thứ tự.", min_length=1),
    ]
    content: Annotated[
        Text, Field(title="Nội dung", description="Đoạn 1 mục II: nội dung hội nghị.")
    ]
    closing: Annotated[
        Ending, Field(title="Dấu hết văn bản", description="Dấu kết câu cuối, ví dụ ./.")
    ] = "."
    differences: Annotated[
        list[Difference],
        Field(title="Khác bản gốc", description="Chỗ công bố khác tệp gốc; in ở trang đối chiếu."),
    ] = []
