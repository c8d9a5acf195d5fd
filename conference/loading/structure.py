"""Why a file is not YAML: the parser's complaint turned into the slip an editor made.

The parser stops where it can go no further, often a line or a page after the slip. What it read
last tells where the slip is: a quotation that never ended, a line without its colon.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, NamedTuple

import yaml

from conference.findings import Finding, Place, quote
from conference.loading.silent import bullet, bullet_advice

_SIGNS = "@%`&*!|>?,[]{}:-"
_CLOSING = {"[": "]", "{": "}"}
_LINE = re.compile(r"(?P<lead> *(?:- +)*)(?:(?P<key>[\w-]+|\"[^\"]*\"): +)?(?P<value>\S.*)?")
_MISTYPED_COLON = re.compile(r" *(?:- +)*(?P<key>[\w-]+)(?P<sign>:|\s*：)\s*(?P<value>\S.*)")
_NO_COLON = re.compile(r" *(?:- +)*(?P<key>[a-z_]+)(?: +(?P<rest>.*))?")
_MISTYPED_DASH = re.compile(r" *(?:-{2,}|-(?=[^\s-])) *(?P<rest>.*)")


class _Slip(NamedTuple):
    """Where the slip is, counted from 0, and what to do about it."""

    line: int
    column: int
    advice: str


def explain_structure(
    error: yaml.YAMLError,
    lines: list[str],
    label: str,
    last: yaml.Event | None,
    quoted: Collection[int] = (),
) -> Finding:
    """One finding for what stopped the parser.

    Args:
        error: The parser's complaint.
        lines: The file.
        label: The file as editors know it.
        last: The last event the parser gave.
        quoted: The lines, from 0, that lie inside a text in quotes or a block.

    Returns:
        The finding, where the slip is rather than where the parser stopped.
    """
    problem = str(getattr(error, "problem", None) or error)
    mark = getattr(error, "problem_mark", None)
    if mark is None or mark.line >= len(lines):
        mark = _Slip(len(lines) - 1, len(lines[-1]), "")
    context = getattr(error, "context_mark", None) or mark
    slip = (
        _bullet(mark.line, lines, quoted)
        or _open_quotation(problem, context, lines, last)
        or _text_after(mark, lines, last)
        or _sign(mark, lines)
        or _sign(context, lines)
        or _colon(problem, mark, context, lines, last)
        or _other(problem, mark, lines)
    )
    shown = lines[slip.line].strip()
    message = f"{quote(shown, 60)}: {slip.advice}" if shown else slip.advice
    return Finding(Place(label, slip.line + 1, slip.column + 1), message, "yaml-structure")


def _bullet(stopped: int, lines: list[str], quoted: Collection[int]) -> _Slip | None:
    """An entry that opens with a bullet: the lines below it seem to be the wrong ones."""
    for number in range(min(stopped, len(lines) - 1) + 1):
        if number in quoted:
            continue
        if typed := bullet(lines[number]):
            indent = len(lines[number]) - len(lines[number].lstrip(" "))
            return _Slip(number, indent, bullet_advice(typed))
    return None


def _open_quotation(problem: str, context: Any, lines: list[str], last: Any) -> _Slip | None:
    """A quotation mark that is never closed swallows the lines up to the next one."""
    if getattr(last, "style", None) in ("'", '"') and last.end_mark.line > last.start_mark.line:
        start = last.start_mark
    elif "end of stream" in problem or "document indicator" in problem:
        start = context
    else:
        return None
    advice = f"thiếu dấu ngoặc đóng; hãy thêm dấu {lines[start.line][start.column]} ở cuối giá trị."
    return _Slip(start.line, start.column, advice)


def _text_after(mark: Any, lines: list[str], last: Any) -> _Slip | None:
    """`title: "A" and B`, `to: {unit.a} and B`: the value seemed to end before it did."""
    if last is None or last.end_mark.line != mark.line or mark.column < last.end_mark.column:
        return None
    line = lines[mark.line]
    value = _LINE.match(line)["value"] or ""  # type: ignore[index]
    if getattr(last, "style", None) in ("'", '"') and mark.column < len(line):
        advice = (
            f"sau dấu {last.style} đóng còn chữ; hãy viết lời trích trong “ ” "
            f"thay cho {last.style} {last.style}."
        )
        return _Slip(mark.line, mark.column, advice)
    flow = isinstance(last, yaml.MappingEndEvent | yaml.SequenceEndEvent)
    if flow and last.start_mark.column < last.end_mark.column and value[:1] in ("{", "["):
        return _quote_whole(mark.line, line)
    return None


def _sign(mark: Any, lines: list[str]) -> _Slip | None:
    """A value that starts with a sign YAML keeps for itself."""
    line = lines[mark.line]
    found = _LINE.match(line)
    value = found["value"] if found else None
    if not value or value[0] not in _SIGNS or mark.column < found.start("value"):  # type: ignore[union-attr]
        return None
    if value[0] == "-" and not found["key"]:  # type: ignore[index]
        return None
    return _quote_whole(mark.line, line)


def _quote_whole(number: int, line: str) -> _Slip:
    found = _LINE.match(line)
    assert found is not None and found["value"]
    lead, key, value = found["lead"], found["key"], found["value"]
    what = "giá trị" if key or "-" in lead else "dòng"
    advice = (
        f"{what} không được mở đầu bằng dấu «{value[0]}»; hãy đặt cả {what} trong ngoặc: "
        f"«{_typed(key, value)}»"
    )
    if value.startswith("- "):
        advice += ", nếu là danh sách thì xuống dòng trước dấu -"
    elif (closing := _CLOSING.get(value[0])) and closing not in value:
        advice += f", nếu là danh sách thì thêm dấu {closing} ở cuối"
    return _Slip(number, found.start("value"), advice + ".")


def _typed(key: str | None, value: str) -> str:
    """A line as it should be typed, the value in quotation marks."""
    sign = "'" if '"' in value else '"'
    return f"{_cut(key) + ': ' if key else ''}{sign}{_cut(value)}{sign}"


def _cut(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _colon(problem: str, mark: Any, context: Any, lines: list[str], last: Any) -> _Slip | None:
    """A colon too few or one too many."""
    if "could not find expected ':'" in problem:
        return _missing_colon(context, lines)
    if "mapping values are not allowed" not in problem:
        return None
    line = lines[mark.line]
    start: Any = last.start_mark if isinstance(last, yaml.ScalarEvent) else mark
    if start.line < mark.line:
        if not lines[start.line][: start.column].strip(" -"):
            return _missing_colon(start, lines)
        indent = len(line) - len(line.lstrip())
        advice = "dòng này thụt sâu hơn dòng trên; hãy canh cho thẳng hàng với các dòng cùng bậc."
        return _Slip(mark.line, indent, advice)
    found = _LINE.match(line)
    value, key = (found["value"], found["key"]) if found else (None, None)
    advice = (
        "trong giá trị có dấu hai chấm; hãy đặt cả giá trị trong ngoặc kép: "
        f"«{_typed(key, value or 'Báo cáo: tổng kết')}»."
    )
    return _Slip(mark.line, mark.column, advice)


def _missing_colon(mark: Any, lines: list[str]) -> _Slip:
    line = lines[mark.line]
    if found := _MISTYPED_COLON.fullmatch(line):
        advice = (
            "sau tên mục phải là dấu hai chấm và một dấu cách; "
            f"hãy viết «{_cut(found['key'])}: {_cut(found['value'])}»."
        )
    elif found := _MISTYPED_DASH.fullmatch(line):
        advice = (
            "mỗi mục của danh sách mở đầu bằng một dấu - và một dấu cách; "
            f"hãy viết «- {_cut(found['rest'])}»."
        )
    else:
        found = _NO_COLON.fullmatch(line)
        typed = f"{found['key']}: {_cut(found['rest'] or '')}".rstrip() if found else "stated: 20"
        advice = f"thiếu dấu hai chấm và dấu cách sau tên mục; hãy viết như «{typed}»."
    return _Slip(mark.line, mark.column, advice)


def _other(problem: str, mark: Any, lines: list[str]) -> _Slip:
    line = lines[mark.line]
    if "escape" in problem or "hexdecimal" in problem:
        advice = "trong ngoặc kép có dấu \\; hãy viết \\\\, hoặc thay bằng ngoặc đơn '…'."
    elif "'-' indicator" in problem and (found := _MISTYPED_DASH.fullmatch(line)):
        advice = (
            "mỗi mục của danh sách mở đầu bằng một dấu - và một dấu cách; "
            f"hãy viết «- {_cut(found['rest'])}»."
        )
    elif "'-' indicator" in problem or "expected key" in problem:
        advice = (
            "dấu - này thụt lệch; hãy canh cho thẳng hàng với các dấu - của cùng danh sách."
            if line.lstrip().startswith("- ")
            else "dòng này thụt lệch; hãy canh cho thẳng hàng với các dòng cùng bậc ở trên."
        )
    elif "document start" in problem and (first := _indented_first(lines, mark.line)) is not None:
        advice = "dòng đầu này thụt vào; hãy canh sát lề trái như các mục cùng bậc ở dưới."
        return _Slip(first, len(lines[first]) - len(lines[first].lstrip()), advice)
    elif "document start" in problem:
        advice = (
            "dòng này nằm ngoài phần đã bắt đầu ở trên; hãy canh thẳng hàng với dòng đầu, "
            "và xóa dòng ... nếu có."
        )
    elif "expected ',' or" in problem:
        advice = "thiếu dấu phẩy hoặc dấu ngoặc đóng ] hay }; hãy thêm vào."
    else:
        advice = (
            "chỗ này sai cấu trúc; hãy so với các dòng cùng loại ở trên: "
            "thụt dòng, dấu hai chấm, ngoặc kép."
        )
    return _Slip(mark.line, mark.column, advice)


def _indented_first(lines: list[str], outside: int) -> int | None:
    """The first line with an entry, when it is indented and the line that fell outside is not."""
    first = next(i for i, line in enumerate(lines) if line.strip() and line.lstrip()[0] != "#")
    is_slip = lines[first].startswith(" ") and not lines[outside].startswith((" ", ".", "-"))
    return first if is_slip else None
