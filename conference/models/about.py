"""What a conference is and whose: its title, its body, its years, ordinal and term."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from conference.models.days import Year
from conference.models.record import DataFile
from conference.models.values import PERIOD_PATTERN, Count, Flag, ShortText, Text, UnitId


def _forwards(period: str) -> str:
    first, last = period.split("-")
    if first >= last:
        turned = f"đổi thành {last}-{first}, hoặc " if first > last else ""
        raise ValueError(f"năm cuối phải sau năm đầu; hãy {turned}sửa năm")
    return period


class About(DataFile):
    """What the conference is and whose: only the title and the body must be said."""

    title: Annotated[
        Text,
        Field(
            title="Tên hội nghị",
            description="Tên đầy đủ như in trong văn bản.",
            examples=["Hội nghị tổng kết công tác dân vận năm {conference.year}"],
        ),
    ]
    committee: Annotated[
        UnitId, Field(title="Cơ quan tổ chức", description="Mã đơn vị tổ chức hội nghị.")
    ]
    year: Annotated[
        Year | None,
        Field(title="Năm tổng kết", description="Năm được tổng kết; bỏ trống nếu không có."),
    ] = None
    next_year: Annotated[
        Year | None,
        Field(
            title="Năm sau",
            description="Năm của phương hướng, nhiệm vụ; bỏ trống nếu hội nghị không bàn năm sau.",
            examples=[2031],
        ),
    ] = None
    period: Annotated[
        Annotated[str, StringConstraints(pattern=PERIOD_PATTERN), AfterValidator(_forwards)] | None,
        Field(
            title="Nhiệm kỳ, giai đoạn",
            description="Hai năm nối bằng gạch ngang, ví dụ: 2026-2031; bỏ trống nếu không có.",
            examples=["2026-2031"],
        ),
    ] = None
    previous_period: Annotated[
        Annotated[str, StringConstraints(pattern=PERIOD_PATTERN)] | None,
        Field(
            title="Nhiệm kỳ trước",
            description="Nhiệm kỳ được tổng kết, liền trước period, ví dụ: 2021-2026; bỏ trống nếu không nhắc đến.",
            examples=["2021-2026"],
        ),
    ] = None
    ordinal: Annotated[
        Count | None,
        Field(
            title="Lần thứ",
            description="Đại hội, hội nghị lần thứ mấy, viết số thường: 2 in thành II; bỏ trống nếu không có.",
            ge=1,
            le=3999,
            examples=[2],
        ),
    ] = None
    term: Annotated[
        Count | None,
        Field(
            title="Khóa",
            description="Khóa, viết số thường: 26 in thành XXVI; bỏ trống nếu không có.",
            ge=1,
            le=3999,
            examples=[26],
        ),
    ] = None
    place: Annotated[
        ShortText | None,
        Field(
            title="Địa danh",
            description="Địa danh dưới tít chữ, ví dụ: Vĩnh Bảo.",
            examples=["Minh Họa"],
        ),
    ] = None
    illustrative: Annotated[
        Flag,
        Field(
            title="Dữ liệu minh họa",
            description="true nếu dữ liệu đặt ra để minh họa; mọi trang sẽ ghi rõ.",
        ),
    ] = False
