"""Markdown that prints otherwise than it was meant, without a word of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conference.findings import Finding, Place, quote
from conference.pages.call_syntax import place_at
from conference.pages.html import Published
from conference.pages.notes import MARK, NOTE, without_notes
from conference.pages.page import Page
from conference.pages.source import Source

MARKDOWN = "page-markdown"

# Ways of writing that need extensions the site does not have, or that do nothing as they stand.
_UNKNOWN = (
    (
        re.compile(r"(?m)^(?:\?\?\?\+?|!!!).*"),
        'hộp ghi chú viết sai; hãy viết !!! note "Ghi chú" trên một dòng riêng, chữ ở các dòng sau '
        "thụt vào bốn dấu cách.",
    ),
    (re.compile(r"(?m)^=== ?\".*"), "thẻ chuyển không dùng được ở đây; hãy dùng đề mục."),
    (re.compile(r"<!--.*"), "ghi chú mở ở đây chưa đóng; hãy thêm --> ở cuối ghi chú."),
    (re.compile(r"~~\S.*?~~"), "chữ gạch ngang không dùng được ở đây; hãy xóa dấu ~~."),
)
_BOX = re.compile(r"(?m)^ *(?P<box>!!! ?[\w-]+(?: +[\w-]+)*) *$")
_RULE = re.compile(r" *\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *")
"""The line between the head of a table and its rows."""
_DEFINITION = re.compile(r"(?m)^ {0,3}\[(?P<label>[^\[\]\n^][^\[\]\n]*)\]:[ \n]")
_ITEM = re.compile(r"(?P<indent> *)(?P<marker>[-*+]|[0-9]{1,2}[.)]|[a-zđ]\)) +\S")
_JOINED = re.compile(r"\n *((?:[-*+•–]|[0-9]{1,2}[.)]|[a-zđ]\)|Điều [0-9]{1,3}[.:]) +\S.*)")


def _unknown(page: Page, shown: Published) -> Iterator[Finding]:
    """Ways of writing that Markdown does not know here: they would be printed as they stand."""
    source = Source(page)
    for text in shown.texts:
        for pattern, message in _UNKNOWN:
            for found in pattern.finditer(text):
                written = found[0].split("\n")[0]
                yield Finding(
                    source.place(written, written[:8]), f"{quote(written, 40)}: {message}", MARKDOWN
                )
    for found in _BOX.finditer(source.without_code):
        kind = found["box"][3:].strip()
        way = f'{found["box"]} "Ghi chú"' if kind.isascii() else f'!!! note "{kind.capitalize()}"'
        message = (
            f"{quote(found['box'], 40)}: hộp ghi chú phải có tên, nếu không sẽ mang tên tiếng Anh; "
            f"hãy viết {way}."
        )
        yield Finding(place_at(page.text, found.start("box"), page.file), message, MARKDOWN)
    for found in _DEFINITION.finditer(source.without_code):
        label = f"[{found['label']}]"
        if source.without_code.count(label) < 2:
            message = (
                f"{quote(label + ':', 40)}: dòng này là địa chỉ của một liên kết không có ở đâu, nên không "
                "in ra; nếu là chữ thì bỏ dấu hai chấm sau ngoặc."
            )
            place = place_at(page.text, found.start("label") - 1, page.file)
            yield Finding(place, message, MARKDOWN)


def _lost_cells(page: Page, shown: Published) -> Iterator[Finding]:
    """Rows with more cells than the table has columns: Markdown drops the rest without a word."""
    lines = Source(page).without_code.split("\n")
    columns = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            columns = 0
        elif _RULE.fullmatch(line) and "|" in line and number > 1 and not columns:
            columns = _cells(lines[number - 2])
        elif columns and (cells := _cells(line)) > columns:
            message = (
                f"hàng này có {cells} ô mà bảng chỉ có {columns} cột, ô thừa không in ra; hãy thêm cột, "
                "hoặc viết \\| nếu dấu | là chữ."
            )
            column = len(line) - len(line.lstrip()) + 1
            yield Finding(Place(page.file, number, column), message, MARKDOWN)


def _cells(row: str) -> int:
    """How many cells a row of a table has; a written \\| parts none."""
    return len(re.findall(r"(?<!\\)\|", row.strip().removeprefix("|").removesuffix("|"))) + 1


def _joined_lines(page: Page, shown: Published) -> Iterator[Finding]:
    """Lines that look like items of a list, and would be printed behind the words of the line above."""
    source = Source(page)
    for text in shown.words:
        told_up_to = -1
        for found in _JOINED.finditer(text):
            line, follows, told_up_to = found[1], found.start() == told_up_to, found.end()
            if follows:  # a blank line above the first makes a list of them all
                continue
            message = f"{quote(line, 40)}: dòng này sẽ in nối liền vào dòng trên; hãy để một dòng trống ở trên nó."
            yield Finding(source.place(line, line[:12].rstrip(), behind="\n"), message, MARKDOWN)


def _wrong_indents(page: Page, shown: Published) -> Iterator[Finding]:
    """Items indented by a few blanks, which Markdown puts beside those they were meant to lie in."""
    inside = False
    for number, line in enumerate(Source(page).without_code.split("\n"), start=1):
        item = _ITEM.match(line)
        if item is None:
            inside = inside and (not line.strip() or line[0] == " ")
            continue
        if inside and len(item["indent"]) % 4:
            message = (
                f"mục con thụt vào {len(item['indent'])} dấu cách sẽ in ngang hàng với mục trên; "
                f"hãy thụt vào {4 * (len(item['indent']) // 4 + 1)} dấu cách, hoặc viết sát lề trái."
            )
            yield Finding(Place(page.file, number, len(item["indent"]) + 1), message, MARKDOWN)
        inside = True


def _lost_notes(page: Page, shown: Published) -> Iterator[Finding]:
    """Marks without a note, notes without a mark, and two of either under one label."""
    text = Source(page).without_code
    notes, marks = list(NOTE.finditer(text)), list(MARK.finditer(without_notes(text)))
    yield from _twice(page, notes, "đã có chú thích ở trên; hãy đặt mã khác.")
    yield from _twice(page, marks, "đã gọi ở trên; hãy viết một chú thích khác, với mã khác.")
    for found in notes:
        if not found["text"].strip():
            message = "chưa có chữ nào; hãy viết chú thích sau dấu hai chấm."
            yield _of_note(page, found, message)
    for label in {found["label"] for found in notes} ^ {found["label"] for found in marks}:
        found = next(found for found in [*notes, *marks] if found["label"] == label)
        if found in marks:
            message = f"chưa có chú thích; hãy thêm vào cuối trang một dòng [^{label}]: rồi chữ của chú thích."
        else:
            message = (
                f"không có chỗ nào gọi; hãy thêm [^{label}] vào sau chữ cần chú thích, hoặc xóa."
            )
        yield _of_note(page, found, message)


def _twice(page: Page, found: list[re.Match[str]], message: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for one in found:
        if one["label"] in seen:
            yield _of_note(page, one, message)
        seen.add(one["label"])


def _of_note(page: Page, found: re.Match[str], message: str) -> Finding:
    place, label = place_at(page.text, found.start(), page.file), f"[^{found['label']}]"
    return Finding(place, f"{quote(label)} {message}", MARKDOWN)


SLIPS = (_unknown, _lost_cells, _joined_lines, _wrong_indents, _lost_notes)
"""Each takes a page and what it would publish."""
