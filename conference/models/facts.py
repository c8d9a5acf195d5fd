"""data/facts.yml: what the papers say of other things than the conference: quantities, days."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from conference.models.days import When
from conference.models.record import DataFile, Entry
from conference.models.values import CitationId, Name, OrOpen, ShortText, Sum


def _without_number(noun: str) -> str:
    if found := re.match(r"0*[0-9]+[.,0-9]*\s*", noun):
        rest = noun[found.end() :]
        raise ValueError(
            f"chữ đứng sau con số, không kèm con số; hãy viết {rest or 'chữ ấy, ví dụ: bảng'}"
        )
    return noun


class Quantity(Entry):
    """A number that is no count of the conference's own: of another paper, of a rule, of money."""

    title: Annotated[
        ShortText,
        Field(
            title="Là số gì",
            description="Ghi ở trang đối chiếu, không kèm con số.",
            examples=["Số biểu mẫu kèm theo hướng dẫn"],
        ),
    ]
    value: Annotated[
        Sum,
        Field(title="Giá trị", description="Số nguyên; tiền ghi đủ đến đồng.", examples=[6]),
    ]
    noun: Annotated[
        Name,
        AfterValidator(_without_number),
        Field(
            title="Đếm gì",
            description="Chữ đứng ngay sau con số trong câu, ví dụ: bảng, đồng, ngày làm việc.",
            examples=["bảng"],
        ),
    ]
    source: Annotated[
        CitationId | None,
        Field(
            title="Lấy ở đâu",
            description="Mã văn bản dẫn nêu con số này; bỏ trống nếu không có.",
            examples=["quyet-dinh-41"],
        ),
    ] = None


class OtherDay(Entry):
    """A day that other days are counted from, or that the papers name: of an election, of a report."""

    title: Annotated[
        ShortText,
        Field(
            title="Là ngày gì",
            description="Viết thường, bắt đầu bằng chữ ngày hoặc hạn.",
            examples=["ngày bầu cử"],
        ),
    ]
    date: Annotated[
        OrOpen[When],
        Field(title="Ngày", description="Ngày/tháng/năm.", examples=["15/3/2026"]),
    ]
    source: Annotated[
        CitationId | None,
        Field(
            title="Lấy ở đâu",
            description="Mã văn bản dẫn nêu ngày này; bỏ trống nếu không có.",
            examples=["quyet-dinh-41"],
        ),
    ] = None


class OtherFacts(DataFile):
    """The file facts.yml."""

    quantities: Annotated[
        list[Quantity],
        Field(title="Con số khác", description="Mỗi con số một mục; gọi là facts.MÃ."),
    ] = []
    days: Annotated[
        list[OtherDay],
        Field(title="Ngày khác", description="Mỗi ngày một mục; gọi là facts.MÃ."),
    ] = []
