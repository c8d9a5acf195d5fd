"""Bytes → text: only clean UTF-8 in composed form (NFC) goes on; everything else is explained."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from conference.findings import Finding, Place, limited, quote
from conference.wording import suspicious_characters

MAX_BYTES = 8 * 1024 * 1024
# Those no text holds, and the line breaks only YAML knows: with them lines would be miscounted.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
# The lines git puts round two versions; the fourth kind shows what both came from.
_MERGE = re.compile(r"(?m)^(?:<{7}|>{7}|\|{7})(?= |$)")
_BETWEEN = re.compile(r"(?m)^={7}$")


def read_text(path: Path, label: str, most: int | None = None) -> tuple[str | None, list[Finding]]:
    """The text of a file, and what is wrong with it before anything else is asked of it.

    Args:
        path: The file.
        label: The name editors know the file by; it stands in the findings.
        most: The bytes it may have; MAX_BYTES when not said.

    Returns:
        The text in composed form, its lines ended by a line feed; None when the file cannot be read
        as text or holds an unfinished merge. And the findings: one where there is no text, else one
        for each line with wrong letters.
    """
    most = MAX_BYTES if most is None else most
    try:
        if path.is_symlink():
            return None, [link_found(label)]
        if path.is_dir():
            message = "đây là thư mục, không phải tệp; hãy xóa hoặc đổi tên thư mục này."
            return None, [Finding(Place(label), message, "file-unreadable")]
        if path.exists() and not path.is_file():
            message = "đây không phải tệp văn bản; hãy thay bằng tệp YAML."
            return None, [Finding(Place(label), message, "file-unreadable")]
        if path.stat().st_size > most:
            size = f"{most >> 20} MB" if most >> 20 else f"{most >> 10} kB"
            message = f"tệp lớn quá {size}; hãy xem lại có chép nhầm tệp không."
            return None, [Finding(Place(label), message, "file-too-large")]
        raw = path.read_bytes()
    except FileNotFoundError:
        message = (
            f"không có tệp {quote(path.name)}; nếu lỡ xóa thì lấy lại từ bản trước, "
            "nếu chưa làm thì tạo tệp này, viết như tệp cùng tên trong examples/full."
        )
        return None, [Finding(Place(label), message, "file-missing")]
    except OSError:
        message = "không đọc được tệp; hãy kiểm tra quyền đọc của tệp."
        return None, [Finding(Place(label), message, "file-unreadable")]
    text, finding = _decode(raw, label)
    if text is None:
        return None, [finding] if finding else []
    text = _plain_lines(text)
    if controls := list(limited(_controls(text, label))):
        return None, controls
    if unmerged := list(limited(_merge_marks(text, label, path.suffix != ".md"))):
        return None, unmerged
    return text, [
        *_decomposed(text, label),
        *limited(_letters(text, label)),
        *limited(_entities(text, label)),
    ]


def link_found(label: str) -> Finding:
    """A symbolic link where a file or folder should be: what it leads to would be published."""
    message = (
        "đây là liên kết tắt đến nơi khác, không phải tệp hay thư mục thật; "
        "hãy xóa và chép hẳn nội dung vào đây."
    )
    return Finding(Place(label), message, "file-link")


def _merge_marks(text: str, label: str, is_yaml: bool) -> Iterator[Finding]:
    """What git leaves in a file whose two versions were not put together.

    `=======` alone is told only where it can be nothing else: in a page it underlines a heading.
    """
    marked = _MERGE.search(text)
    if not (marked or (is_yaml and _BETWEEN.search(text))):
        return
    lines = text.split("\n")
    inside_until = 0
    for number, line in enumerate(lines, start=1):
        is_mark = _MERGE.match(line) or (is_yaml and _BETWEEN.match(line))
        if number <= inside_until or not is_mark:
            continue
        ends = [n for n in range(number, len(lines)) if lines[n].startswith(">>>>>>>")]
        if line.startswith("<<<<<<<") and ends:
            inside_until = ends[0] + 1
            message = (
                f"hai bản của tệp chưa được trộn xong, từ dòng này đến dòng {inside_until}; hãy giữ "
                "những dòng đúng, rồi xóa các dòng mở đầu bằng <<<<<<<, ======= và >>>>>>>."
            )
        else:
            message = f"{quote(line, 40)}: dấu còn sót khi trộn hai bản của tệp; hãy xóa dòng này."
        yield Finding(Place(label, number), message, "file-merge")


def _plain_lines(text: str) -> str:
    """Without a byte order mark and with the line ends of Unix, as editors count."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _decode(raw: bytes, label: str) -> tuple[str | None, Finding | None]:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        start, guess = 0, "UTF-16"
    elif (start := raw.find(b"\0")) >= 0:
        guess = "UTF-16, hoặc không phải tệp chữ"
    else:
        try:
            return raw.decode("utf-8"), None
        except UnicodeDecodeError as error:
            start = error.start
            guess = "Windows-1258 hoặc TCVN3 (ABC)" if raw[:start].isascii() else ""
    before = _plain_lines(raw[:start].decode("utf-8", "replace")).split("\n")
    message = (
        f"tệp không phải UTF-8 (có lẽ là {guess}); hãy mở bằng trình soạn thảo, "
        "chuyển chữ sang Unicode rồi lưu lại với bảng mã UTF-8."
        if guess
        else "tệp bị hỏng hoặc bị cắt ở chỗ này; hãy lấy lại từ bản trước rồi sửa lại."
    )
    place = Place(label, len(before), len(before[-1]) + 1)
    return None, Finding(place, message, "file-encoding")


def _controls(text: str, label: str) -> Iterator[Finding]:
    if not _CONTROL.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if found := _CONTROL.search(line):
            message = (
                f"có ký tự điều khiển ẩn (U+{ord(found[0]):04X}); "
                "hãy xóa ký tự này rồi gõ lại dòng."
            )
            yield Finding(Place(label, number, found.start() + 1), message, "file-control")


def _decomposed(text: str, label: str) -> Iterator[Finding]:
    """One finding a file: the whole file is converted at once."""
    if unicodedata.is_normalized("NFC", text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if not unicodedata.is_normalized("NFC", line):
            column = _first_decomposed(line)
            word = unicodedata.normalize("NFC", _word_at(line, column - 1))
            message = (
                f"chữ {quote(word, 40)} gõ bằng Unicode tổ hợp; hãy "
                "chuyển cả tệp sang Unicode dựng sẵn (bộ gõ: chọn «Unicode dựng sẵn»)."
            )
            yield Finding(Place(label, number, column), message, "file-nfc")
            return


def _letters(text: str, label: str) -> Iterator[Finding]:
    if text.isascii():
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.isascii():
            continue
        for position, _, why in suspicious_characters(line)[:1]:
            message = f"{quote(_word_at(line, position), 40)}: {why}."
            yield Finding(Place(label, number, position + 1), message, "file-letters")


_HIDDEN = re.compile(r"&(?:#[xX]?[0-9a-fA-F]{1,8}|lrm|rlm|zwj|zwnj|shy|ZeroWidthSpace|NoBreak);?")


def _entities(text: str, label: str) -> Iterator[Finding]:
    """Characters nobody sees, typed by their numbers: they would turn words round on the page alone."""
    for number, line in enumerate(text.split("\n"), start=1):
        for found in _HIDDEN.finditer(line):
            letter = html.unescape(found[0])
            if all(
                unicodedata.category(one) in ("Cc", "Cf", "Co", "Cn") or one == "\ufffd"
                for one in letter
            ):
                message = f"{quote(found[0])} là ký tự ẩn hoặc không dùng được; hãy xóa."
                yield Finding(Place(label, number, found.start() + 1), message, "file-letters")
                break


def _word_at(line: str, index: int) -> str:
    """The word around a character, as far as the spaces."""
    return line[line.rfind(" ", 0, index) + 1 :].split(" ")[0] or line[index]


def _first_decomposed(line: str) -> int:
    """The column of the first character that composition would change."""
    composed = unicodedata.normalize("NFC", line)
    for index, (typed, wanted) in enumerate(zip(line, composed, strict=False), start=1):
        if typed != wanted:
            return index
    return min(len(line), len(composed)) + 1
