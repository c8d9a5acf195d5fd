"""data/banner.yml: the words on the banner, line by line."""

from typing import Annotated

from pydantic import Field

from conference.models.record import DataFile
from conference.models.values import Text


class Banner(DataFile):
    """The file banner.yml."""

    lines: Annotated[
        list[Text],
        Field(
            title="Tít chữ",
            description="Từng dòng, đúng chữ hoa.",
            min_length=1,
            examples=[["HỘI NGHỊ", "TỔNG KẾT CÔNG TÁC DÂN VẬN"]],
        ),
    ]
