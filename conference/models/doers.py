"""Who does something at the conference: a body, a post in it, or a person."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Field, GetJsonSchemaHandler, model_validator

from conference.models.record import ID_PATTERN, Record
from conference.models.values import Flag, Name, ShortText, UnitId


class Doer(Record):
    """Somebody who does something; the id of a unit alone is short for its key `unit`."""

    unit: Annotated[
        UnitId | None,
        Field(title="Đơn vị", description="Mã đơn vị thực hiện; bỏ trống nếu chỉ ghi người."),
    ] = None
    post: Annotated[
        ShortText | None,
        Field(
            title="Ai",
            description="Chữ in trước tên đơn vị, ví dụ: Đồng chí Trưởng.",
            examples=["Đồng chí Trưởng"],
        ),
    ] = None
    person: Annotated[
        Name | None,
        Field(
            title="Người",
            description="Họ tên người thực hiện, viết như in; bỏ trống nếu chỉ ghi đơn vị.",
            examples=["Đồng chí Nguyễn Văn A"],
        ),
    ] = None
    in_title: Annotated[
        Flag,
        Field(
            title="Đã nêu trong nội dung", description="true nếu nội dung đã nêu tên, không in lại."
        ),
    ] = False

    @model_validator(mode="before")
    @classmethod
    def _unit_alone(cls, value: Any) -> Any:
        return {"unit": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if not (self.unit or self.post or self.person):
            raise ValueError(
                "chưa ghi ai; hãy thêm unit (mã đơn vị), post (chức vụ) hoặc person (họ tên)"
            )
        return self


class _OrAUnit:
    """Tells editors that the id of a unit may stand for a whole record."""

    def __get_pydantic_json_schema__(
        self, schema: Any, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        unit = {"type": "string", "pattern": ID_PATTERN, "maxLength": 60}
        return {"anyOf": [unit, handler(schema)]}


Doers = list[Annotated[Doer, _OrAUnit()]]
"""Several who do something, each a record or the id of a unit alone."""
