"""Where the content of older data folders belongs now: files and keys that are no more."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from conference.models.conference import Conference
from conference.models.record import Record

FILES: Mapping[str, str] = MappingProxyType(
    {
        "plan.yml": "câu chữ của kế hoạch nay viết ở docs/ke-hoach.md, tên loại và trích yếu ghi ở "
        "documents.yml (kind, about), chỗ khác bản gốc cũng ở đó (differences)",
        "bases.yml": "các văn bản căn cứ nay ghi ở citations.yml, mã của chúng ở documents.yml (bases)",
        "distribution.yml": "nơi nhận nay ghi ở documents.yml (distribution)",
    }
)
"""File of an older data folder → where its content is written now."""

KEYS: Mapping[type[Record], Mapping[str, str]] = MappingProxyType(
    {Conference: dict.fromkeys(("document", "signatory"), "documents.yml")}
)
"""Model → key it once had → the file where that is written now."""
