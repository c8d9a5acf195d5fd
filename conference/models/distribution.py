"""data/distribution.yml: who receives the plan."""

from typing import Annotated

from pydantic import Field

from conference.models.record import DataFile, Entry
from conference.models.values import Ending, ShortText, Text


class Recipient(Entry):
    """One line of the distribution list."""

    to: Annotated[Text, Field(title="Nơi nhận", description="Nơi nhận, có thể gọi mã đơn vị.")]
    purpose: Annotated[
        ShortText | None,
        Field(title="Để làm gì", description="Ví dụ: để báo cáo; bỏ trống nếu không ghi."),
    ] = None
    end: Annotated[
        Ending | None, Field(title="Dấu cuối", description="Chỉ ghi khi khác lệ chung.")
    ] = None


class Distribution(DataFile):
    """The file distribution.yml."""

    recipients: Annotated[
        list[Recipient],
        Field(title="Nơi nhận", description="Các dòng nơi nhận, theo thứ tự in.", min_length=1),
    ]
