"""Blanks left to be filled in: «ngày … tháng …», «(Họ và tên)», «xx»."""

from __future__ import annotations

import re
from collections.abc import Iterator

_DOTS = r"(?:…|[._]{3,})[.…_]*"
_NAME = r"\((?:ký,? )?(?:ghi rõ )?họ (?:và )?tên\)"
_LABEL = re.compile(
    rf"{_DOTS}|(?i:\([^)]*(?:họ và tên|ghi rõ|điền)[^)]*\))|^\([^()]*\)$|(?<!\w)x{{2,}}(?!\w)"
    r"|(?:^|(?<=[-/]))X{2,}(?=[-/]|$)"  # in a symbol; elsewhere «XX» is a Roman number
)
# Dots are a blank between the words of a day or a number; after a word, or at the end of a list,
# they say «and others».
_PROSE = re.compile(
    rf"\b(?i:ngày|tháng|số)[ \xa0]+{_DOTS}(?=[ \xa0]*[\w/,-])|(?i:{_NAME})|(?<!\w)x{{2,}}(?!\w)"
)
_WHOLE = re.compile(rf"(?i)\s*(?:-\s*)?(?:{_DOTS}|\([^()]*(?:tên|ghi rõ|điền)[^()]*\))[\s.;,]*")


def blank_in_label(text: str) -> str:
    """What is left to be filled in in a name, a title, a symbol: all that looks like a blank; or "".

    Source: habit of forms, whose dots and brackets stand where something is written.
    """
    found = _LABEL.search(text.strip())
    return found[0] if found else ""


def blanks_in_prose(text: str) -> Iterator[re.Match[str]]:
    """The blanks of a text that can be nothing else.

    Source: habit; «các sở, ban, ngành…» and «Đồng chí: …», which is written by hand, are none.
    """
    return _PROSE.finditer(text)


def blank_in_line(text: str) -> str:
    """What is left to be filled in in a line of a list: all of it, or what is a blank in prose; or ""."""
    found = _WHOLE.fullmatch(text) or next(blanks_in_prose(text), None)
    return found[0].strip() if found else ""
