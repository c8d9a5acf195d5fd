"""data/banner.yml: the words on the banner, line by line; of several meetings each may have its own."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from conference.models.record import DataFile, Record
from conference.models.values import MeetingId, Text

Lines = Annotated[list[Text], Field(examples=[["HỘI NGHỊ", "TỔNG KẾT CÔNG TÁC DÂN VẬN"]])]


class MeetingBanner(Record):
    """The banner of one of several meetings."""

    meeting: Annotated[
        MeetingId, Field(title="Cuộc họp", description="Mã cuộc họp trong conference.yml.")
    ]
    lines: Annotated[
        Lines, Field(title="Tít chữ", description="Từng dòng, có đủ tên cuộc họp.", min_length=1)
    ]


class Banner(DataFile):
    """The file banner.yml."""

    lines: Annotated[
        Lines, Field(title="Tít chữ", description="Từng dòng, đúng chữ hoa, có đủ tên hội nghị.")
    ] = []
    meetings: Annotated[
        list[MeetingBanner],
        Field(
            title="Tít chữ từng cuộc họp",
            description="Nhiều cuộc họp thì mỗi cuộc một tít chữ; không ghi lines ở ngoài.",
        ),
    ] = []

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if bool(self.lines) == bool(self.meetings):
            there = "ghi cả lines lẫn meetings" if self.lines else "chưa có dòng chữ nào"
            raise ValueError(
                f"{there}; hãy ghi các dòng dưới lines (một tít chữ), hoặc dưới lines của từng cuộc "
                "họp trong meetings"
            )
        return self
