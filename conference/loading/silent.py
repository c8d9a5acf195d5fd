"""What YAML would take otherwise than it was meant, without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from conference.findings import Finding, Place, quote
from conference.loading.spots import Spot

BULLETS = "–—−‐‑‒•●▪◦·"
"""What word processors put before the entry of a list; YAML takes it for text."""

WORTH_A_LOOK = (*BULLETS, *"*+“„‘")
"""How an unquoted text begins that may be otherwise than it was meant."""

_BULLET = re.compile(rf"(?P<lead> *)(?:[{BULLETS}]|[*+](?= )) *(?P<rest>.*)")
_COMMENT = re.compile(r"[ \t]+(#.*)")
_GLUED = re.compile(r"#[^ #]")
# A number, a day, a clock, true or false, an id: nobody takes what stands behind it for its end.
_NO_TEXT = re.compile(
    r"-?[0-9]+|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{1,2}h[0-9]{2}|~|[a-z0-9]+(?:-[a-z0-9]+)*"
)
_CURLY = re.compile(r"[“„](?P<inner>[^“”„]*)[”“]|‘(?P<single>[^‘’]*)’")
_NO_BREAK = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_STRUCTURE = re.compile(
    rf"^[ -]*(?P<lead>[{_NO_BREAK}])|^[ -]*[\w-]+:(?P<after>[{_NO_BREAK}])"
    rf"|(?P<before>[{_NO_BREAK}]+):(?:\s|$)|(?P<end>[{_NO_BREAK}])\s*$"
)
_WHERE = {
    "lead": "ở đầu dòng; hãy xóa đi rồi canh dòng bằng dấu cách thường",
    "after": "sau dấu hai chấm; hãy thay bằng dấu cách thường",
    "before": "trước dấu hai chấm; hãy xóa dấu này",
    "end": "ở cuối dòng; hãy xóa dấu này",
}
_WIDE = re.compile(f"[{_NO_BREAK}]")


class Loss(NamedTuple):
    """Something YAML would drop or change: where it stands, what to do about it, the rule's name."""

    spot: Spot
    message: str
    rule: str


def tabs(text: str, label: str) -> Iterator[Finding]:
    """Lines indented with Tab: editors show them at any width, YAML refuses most of them.

    Args:
        text: A whole file, its lines ended by a line feed.
        label: The file as editors know it.

    Yields:
        One finding a line.
    """
    if "\t" not in text:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if found := re.match(r" *(?:- *)*\t", line):
            message = "dòng thụt vào bằng phím Tab; hãy thay bằng dấu cách, mỗi bậc hai dấu cách."
            yield Finding(Place(label, number, found.end()), message, "yaml-tab")


def without_wide_spaces(text: str, label: str) -> tuple[str, list[Finding]]:
    """The text with plain spaces where only those part things, so that the rest can be read.

    No-break spaces come along when text is copied from a word processor or a web page. Inside a
    text they are letters like others; before an entry, round its colon and at the end of a line
    they make another value of it.

    Args:
        text: A whole file, its lines ended by a line feed.
        label: The file as editors know it.

    Returns:
        The text, every letter in its place, and one finding for each line that was changed.
    """
    if text.isascii() or not _WIDE.search(text):
        return text, []
    lines, findings = text.split("\n"), []
    for index, line in enumerate(lines):
        found = _STRUCTURE.search(line) if _WIDE.search(line) else None
        if found is None:
            continue
        at = found.start(str(found.lastgroup))
        where = _WHERE[str(found.lastgroup)]
        message = f"có dấu cách không ngắt (U+{ord(line[at]):04X}) {where}."
        findings.append(Finding(Place(label, index + 1, at + 1), message, "yaml-space"))
        while found := _STRUCTURE.search(line):
            start, end = found.span(str(found.lastgroup))
            line = line[:start] + " " * (end - start) + line[end:]
        lines[index] = line
    return "\n".join(lines), findings


def bullet(line: str) -> str | None:
    """What a line that opens with a bullet or a long dash should be: «• id: a» → «- id: a».

    Returns:
        The line as it should be typed, without its indentation; None for any other line.
    """
    found = _BULLET.fullmatch(line)
    return f"- {found['rest']}".rstrip() if found else None


def bullet_advice(typed: str) -> str:
    """What to do about an entry that opens with a bullet; `typed` is what `bullet` gave."""
    shown = typed if len(typed) <= 60 else typed[:59] + "…"
    return "mỗi mục của danh sách mở đầu bằng một dấu - và một dấu cách; hãy viết " + f"«{shown}»."


def losses(lines: list[str], start: Any, end: Any, value: str) -> Iterator[Loss]:
    """What was typed as part of an unquoted text, or as an entry after it, and is neither.

    Args:
        lines: The file.
        start: Where the text starts (a mark of the parser: line and column from 0).
        end: Where it ends.
        value: The text as YAML reads it.

    Yields:
        Each loss at the place where it begins.
    """
    yield from _comment(lines, end, value)
    yield from _curly_quotes(start, value)
    first = lines[start.line]
    if not first[: start.column].strip() and (typed := bullet(first)):
        yield _no_entry(start.line, first, typed)
    for number in range(start.line + 1, end.line + 1):
        line = lines[number]
        # An entry indented deeper than its list becomes the end of the entry before.
        if found := re.match(r" *(?=- )", line):
            message = (
                f"{quote(line.strip(), 40)}: dấu - này thụt sâu hơn nên cả dòng bị nối vào "
                "dòng trên; hãy canh cho thẳng hàng với các dấu - của cùng danh sách."
            )
            yield Loss(Spot(number, found.end()), message, "yaml-structure")
        elif typed := bullet(line):
            yield _no_entry(number, line, typed)


def _no_entry(number: int, line: str, typed: str) -> Loss:
    message = f"{quote(line.strip(), 60)}: {bullet_advice(typed)}"
    return Loss(Spot(number, len(line) - len(line.lstrip(" "))), message, "yaml-structure")


def _comment(lines: list[str], end: Any, value: str) -> Iterator[Loss]:
    """`title: số # về…` loses its end: YAML takes it for a comment."""
    found = _COMMENT.match(lines[end.line], end.column)
    if not found:
        return
    remark = found[1].rstrip()
    is_text = not _NO_TEXT.fullmatch(value)
    if not is_text and not _GLUED.match(remark):
        return
    whole = in_quotes(f"{value} {remark}")
    way = "viết nó thành một dòng riêng ở trên" if is_text else "thêm dấu cách sau #"
    message = (
        f"từ dấu # trở đi ({quote(remark, 30)}) sẽ bị bỏ vì là ghi chú; nếu là nội dung "
        f"thì đặt cả giá trị trong ngoặc kép: {whole}, nếu là ghi chú thì {way}."
    )
    yield Loss(Spot(end.line, found.start(1)), message, "yaml-comment")


def _curly_quotes(start: Any, value: str) -> Iterator[Loss]:
    """`title: “Hội nghị”`: did the editor mean YAML's quotes, or are these to be printed?"""
    if found := _CURLY.fullmatch(value):
        inner = found[found.lastgroup or 0]
        message = (
            f"{quote(value, 40)} nằm trọn trong ngoặc cong; nếu không cần in ngoặc thì dùng ngoặc "
            f"thẳng: {in_quotes(inner)}, nếu cần in cả ngoặc thì đặt thêm ngoặc thẳng ở ngoài: "
            f"{in_quotes(value)}."
        )
        yield Loss(Spot(start.line, start.column), message, "yaml-quotes")


def in_quotes(text: str) -> str:
    """A text as it is typed in straight quotes, cut where it is long.

    In single ones where it holds a double one or a backslash, which would mean something there.
    """
    shown = text if len(text) <= 60 else text[:59] + "…"
    if '"' in text or "\\" in text:
        return "'" + shown.replace("'", "''") + "'"
    return f'"{shown}"'
