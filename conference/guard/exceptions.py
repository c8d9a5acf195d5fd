"""The exceptions editors declare: what each lets pass, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from conference import wording
from conference.findings import Finding, quote
from conference.guard.shapes import Shape, typed_numbers
from conference.models.exceptions import DeclaredException
from conference.wording import Nouns

UNUSED = "exception-unused"
EVERYWHERE = "*"
"""The place of an exception for words that stand in several files."""
_WORD = re.compile(r"[^\W\d_]+")
_EMPHASIS = re.compile(r"\*+|`")
_SETTLED = {
    Shape.CLOCK: "giờ; ô chỉ có giờ thì dùng bảng chương trình, giờ lấy từ agenda.yml.",
    Shape.DAY: "ngày; ô chỉ có ngày thì lấy từ dữ liệu (ngày họp ở conference.yml, hạn ở tasks.yml).",
}
_ROMAN = re.compile("[IVXLC]+")


class ExceptionUse:
    """One entry of exceptions.yml, and whether it was needed."""

    def __init__(self, entry: DeclaredException) -> None:
        self.entry = entry
        self.used = False

    @cached_property
    def words(self) -> str:
        """Its text with single blanks; copied from a page, without the marks a reader never sees."""
        text = self.entry.text
        if self.entry.where.endswith(".md"):
            text = _EMPHASIS.sub("", text)
        return " ".join(text.split())

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Its text where no word is cut, whatever white space parts its words."""
        inside = r"\s+".join(map(re.escape, self.words.split()))
        before = r"(?<!\w)" if re.match(r"\w", self.words) else ""
        after = r"(?!\w)" if re.search(r"\w$", self.words) else ""
        return re.compile(f"{before}{inside}{after}")

    def covers(self, file: str, text: str, start: int, end: int) -> bool:
        """Whether the entry lets a stretch pass; if so it counts as used.

        Args:
            file: the file of the text, as editors know it.
            text: the text the stretch stands in.
            start: the stretch's first offset in it.
            end: the offset after it.
        """
        where = self.entry.where
        if where not in (EVERYWHERE, file) and not file.endswith(f"/{where}"):
            return False
        position = 0
        while self.words and (found := self._pattern.search(text, position)):
            if found.start() <= start and end <= found.end():
                self.used = True
                return True
            position = found.start() + 1
        return False

    def is_too_wide(self) -> bool:
        """A bare number would let every such number of the file pass: a word must stand beside it."""
        rest = list(self.words)
        for number in typed_numbers(self.words, Nouns()):
            rest[number.start : number.end] = " " * (number.end - number.start)
        return not any(map(_says_something, re.split(r"[\s\W_]+", "".join(rest))))

    def only_shape(self) -> Shape | None:
        """What its text is, if it is nothing but one clock or one day."""
        found = list(typed_numbers(self.words, Nouns()))
        alone = len(found) == 1 and not re.search(r"\w", self.words.replace(found[0].text, ""))
        return found[0].shape if alone and found[0].shape in _SETTLED else None


def _says_something(word: str) -> bool:
    if len(word) < 2 or not _WORD.fullmatch(word) or _ROMAN.fullmatch(word):
        return False
    return not wording.is_number_word(word)


def wrong_exceptions(exceptions: Sequence[ExceptionUse], complete: bool) -> Iterator[Finding]:
    """Find entries too wide, declared twice or needed nowhere.

    Args:
        exceptions: all entries, after every text was searched.
        complete: every file could be read; only then an entry is known to be needed nowhere.
    """
    seen: set[tuple[str, str]] = set()
    for exception in exceptions:
        entry, name = exception.entry, quote(exception.entry.text)
        key = (entry.where, exception.words)
        if shape := exception.only_shape():
            message = f"ngoại lệ {name} chỉ có {_SETTLED[shape]}"
        elif exception.is_too_wide():
            message = f"ngoại lệ {name} quá rộng; hãy chép cả chữ đứng quanh con số."
        elif key in seen:
            message = f"ngoại lệ {name} ở {entry.where} đã khai ở trên; hãy xóa mục này."
        elif not exception.used and complete:
            message = (
                f"ngoại lệ {name} không còn khớp với chỗ nào ở {entry.where}; "
                "hãy xóa mục này hoặc sửa lại cho khớp."
            )
        else:
            message = ""
        seen.add(key)
        if message:
            yield Finding(entry.at("text"), message, UNUSED)
