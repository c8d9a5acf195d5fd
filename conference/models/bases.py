"""data/bases.yml: the documents the plan rests on."""

from typing import Annotated

from pydantic import Field

from conference.models.record import DataFile, Entry
from conference.models.values import Day, DocumentNumber, Ending, ShortText, Text


class Basis(Entry):
    """A document the plan rests on."""

    opening: Annotated[
        ShortText, Field(title="Lời dẫn", description="Chữ mở đầu: Căn cứ, Thực hiện …")
    ]
    kind: Annotated[
        ShortText, Field(title="Loại văn bản", description="Công văn, Quyết định, Nghị quyết …")
    ]
    number: Annotated[
        DocumentNumber,
        Field(title="Số, ký hiệu", description="Đủ số và ký hiệu, ví dụ: 224-QĐ/HU."),
    ]
    date: Annotated[Day, Field(title="Ngày", description="Ngày/tháng/năm của văn bản.")]
    issuer: Annotated[
        Text | None,
        Field(
            title="Nơi ban hành", description="In sau chữ «của»; bỏ trống nếu bản gốc không ghi."
        ),
    ] = None
    about: Annotated[
        Text, Field(title="Trích yếu", description="Phần còn lại, thường mở đầu bằng «về …».")
    ]
    end: Annotated[
        Ending | None,
        Field(title="Dấu cuối", description="Chỉ ghi khi khác lệ chung (dấu chấm phẩy)."),
    ] = None


class Bases(DataFile):
    """The file bases.yml."""

    bases: Annotated[
        list[Basis],
        Field(title="Căn cứ", description="Các văn bản căn cứ, theo thứ tự in.", min_length=1),
    ]
