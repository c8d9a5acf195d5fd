"""How the plan is laid out: the guide it follows and what its head names.

Only what an office chooses; what the guides ask is in conference/norms.py.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from conference.models.record import Record
from conference.models.values import OrOpen, ShortText


class Inferred(Record):
    """A setting that nobody wrote down: it was worked out and has to be confirmed."""

    setting: Annotated[
        Literal["superior", "symbol", "norm", "date", "settled_by"],
        Field(
            title="Mục suy ra",
            description="superior: cơ quan cấp trên; symbol: ký hiệu văn bản; norm: hướng dẫn; "
            "date: ngày ban hành; settled_by: ai chốt các việc còn mở.",
        ),
    ]
    why: Annotated[
        ShortText, Field(title="Suy từ đâu", description="Căn cứ để suy ra; cần xác nhận.")
    ]


class PaperForm(Record):
    """How the plan is laid out on paper."""

    norm: Annotated[
        Literal["HD 36", "HD 05"],
        Field(
            title="Hướng dẫn thể thức",
            description="HD 36: Hướng dẫn 36-HD/VPTW; HD 05: Hướng dẫn 05-HD/VPTW.",
        ),
    ] = "HD 36"
    superior: Annotated[
        OrOpen[ShortText],
        Field(
            title="Cơ quan cấp trên",
            description="Tên in ở dòng đầu bên trái, ví dụ: Đảng bộ thành phố Hải Phòng.",
        ),
    ]
    inferred: Annotated[
        list[Inferred],
        Field(
            title="Cần xác nhận",
            description="Những mục suy ra, không có trong bản gốc; in ở trang đối chiếu.",
        ),
    ] = []
