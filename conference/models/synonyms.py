"""data/synonyms.yml: what readers may type in the search for what the papers say in other words."""

from typing import Annotated

from pydantic import Field

from conference.models.record import DataFile, Record
from conference.models.values import CopiedText


class Synonym(Record):
    """Words that mean one thing: whoever looks for one of them finds the others."""

    words: Annotated[
        list[CopiedText],
        Field(
            title="Các cách nói",
            description="Từ hai cách nói trở lên của cùng một điều; gõ cách nào khi tìm cũng thấy cả các cách kia.",
            min_length=2,
            max_length=12,
            examples=[["đại biểu", "khách mời"]],
        ),
    ]


class Synonyms(DataFile):
    """The file synonyms.yml."""

    synonyms: Annotated[
        list[Synonym],
        Field(title="Từ đồng nghĩa", description="Mỗi điều một mục."),
    ] = []
