"""The office's own file of the plan, against which the published plan is compared."""

import re
from collections.abc import Iterator

from folders import ROOT

SOURCE = ROOT / "tests/source/ke-hoach-goc.md"


def source_paragraphs() -> Iterator[str]:
    """Its paragraphs, marks of Markdown taken off, known slips put right."""
    text = SOURCE.read_text(encoding="utf-8")
    for line in text.replace("đề báo cáo", "để báo cáo").splitlines():
        plain = re.sub(r"^(\\\*|[-#]+)\s+|\*\*", "", line.strip()).strip()
        plain = " ".join(plain.replace("**", "").split())
        if plain and plain != "-----":
            yield plain
