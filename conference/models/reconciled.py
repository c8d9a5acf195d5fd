"""What of a document is to be reconciled: settings worked out, words that depart from the office's file."""

from typing import Annotated, Literal

from pydantic import Field

from conference.models.record import Record
from conference.models.values import Name, ShortText, Text


class Inferred(Record):
    """A setting that nobody wrote down: it was worked out and has to be confirmed."""

    setting: Annotated[
        Literal["superior", "symbol", "regime", "date", "settled_by"],
        Field(
            title="Mục suy ra",
            description="superior: cơ quan cấp trên; symbol: ký hiệu văn bản; regime: thể thức; "
            "date: ngày ban hành; settled_by: ai chốt các việc còn mở.",
        ),
    ]
    why: Annotated[
        ShortText,
        Field(
            title="Suy từ đâu",
            description="Căn cứ để suy ra; cần xác nhận.",
            examples=["Theo văn bản cùng loại của năm trước"],
        ),
    ]


class Difference(Record):
    """Where the published text departs from the office's file, and why."""

    source: Annotated[
        Name, Field(title="Bản gốc", description="Chữ trong bản gốc.", examples=["để để báo cáo"])
    ]
    published: Annotated[
        Text, Field(title="Công bố", description="Chữ được công bố.", examples=["để báo cáo"])
    ]
    where: Annotated[
        ShortText, Field(title="Ở đâu", description="Chỗ trong văn bản.", examples=["Nơi nhận"])
    ]
    reason: Annotated[
        ShortText,
        Field(
            title="Vì sao", description="Lý do sửa hoặc lý do giữ.", examples=["Gõ thừa một chữ"]
        ),
    ]
