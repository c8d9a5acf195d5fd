"""data/citations.yml: the papers of others that this conference's papers mention."""

from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo

from conference.models.record import DataFile, Entry
from conference.models.values import Day, DocumentNumber, Name, ShortText, Text

WITHOUT_SO = ("Mẫu", "Biểu", "Phụ lục")
"""The kinds whose number stands behind them without «số», and may have no symbol: Mẫu 09/BH, Mẫu 01."""


def _with_symbol(number: str | None, info: ValidationInfo) -> str | None:
    kind = (info.data or {}).get("kind", "").removesuffix(" số")
    if number and number.isalnum() and kind and kind not in WITHOUT_SO:
        raise ValueError("cần đủ số và ký hiệu, viết liền, ví dụ: 224-QĐ/HU")
    return number


class Citation(Entry):
    """A paper of somebody else. Its title is literal: no fact of ours is ever put into it."""

    kind: Annotated[
        ShortText,
        Field(
            title="Loại văn bản",
            description="Công văn, Quyết định, Luật …; Mẫu cho mẫu biểu, Điều cho một điều luật.",
            examples=["Quyết định"],
        ),
    ]
    number: Annotated[
        DocumentNumber | None,
        AfterValidator(_with_symbol),
        Field(
            title="Số, ký hiệu",
            description="Đủ số và ký hiệu, ví dụ: 224-QĐ/HU; mẫu, biểu, phụ lục thì có thể chỉ có số; bỏ trống nếu "
            "không có số, như một luật hay một điều.",
        ),
    ] = None
    date: Annotated[Day | None, Field(title="Ngày", description="Ngày/tháng/năm của văn bản.")] = (
        None
    )
    issuer: Annotated[
        Text | None,
        Field(
            title="Nơi ban hành",
            description="In sau chữ «của»; bỏ trống nếu bản gốc không ghi.",
            examples=["{unit.ban-thuong-vu}"],
        ),
    ] = None
    title: Annotated[
        Name,
        Field(
            title="Trích yếu",
            description="Chép đúng tên văn bản, thường mở đầu bằng «về …»; không gọi con số hay đơn vị ở đây.",
            examples=["về việc ban hành Quy chế công tác dân vận"],
        ),
    ]

    @property
    def named(self) -> str:
        """Kind and number, as a sentence names it for short; by its title where it has no number."""
        if self.number is None:
            return f"{self.kind} {self.title}"
        between = " " if self.kind in WITHOUT_SO or self.kind.endswith(" số") else " số "
        return f"{self.kind}{between}{self.number}"


class Citations(DataFile):
    """The file citations.yml."""

    citations: Annotated[
        list[Citation],
        Field(
            title="Văn bản dẫn",
            description="Mỗi văn bản được nhắc đến một mục.",
            min_length=1,
        ),
    ]
