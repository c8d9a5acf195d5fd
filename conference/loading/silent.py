"""What YAML would take otherwise than it was meant, without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from conference.findings import Finding, Place, quote
from conference.loading.spots import Spot

_COMMENT = re.compile(r" +(#[^ #].*)")


def tabs(text: str, label: str) -> Iterator[Finding]:
    """Lines indented with Tab: editors show them at any width, YAML refuses most of them."""
    if "\t" not in text:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if found := re.match(r" *(?:- *)*\t", line):
            message = "dòng thụt vào bằng phím Tab; hãy thay bằng dấu cách, mỗi bậc hai dấu cách."
            yield Finding(Place(label, number, found.end()), message, "yaml-tab")


def losses(lines: list[str], start: Any, end: Any) -> Iterator[tuple[Spot, str, str]]:
    """What was typed as part of an unquoted text, or as an entry after it, and is neither."""
    # `title: số #12` loses "#12": YAML takes it for a comment.
    if found := _COMMENT.match(lines[end.line], end.column):
        message = (
            f"từ dấu # trở đi ({quote(found[1], 30)}) sẽ bị bỏ vì là ghi chú; nếu là nội dung "
            "thì đặt cả giá trị trong ngoặc kép, nếu là ghi chú thì thêm dấu cách sau #."
        )
        yield Spot(end.line, found.start(1)), message, "yaml-comment"
    # An entry indented deeper than its list becomes the end of the entry before.
    for number in range(start.line + 1, end.line + 1):
        if found := re.match(r" *(?=- )", lines[number]):
            message = (
                f"{quote(lines[number].strip(), 40)}: dấu - này thụt sâu hơn nên cả dòng bị nối vào "
                "dòng trên; hãy canh cho thẳng hàng với các dấu - của cùng danh sách."
            )
            yield Spot(number, found.end()), message, "yaml-structure"
