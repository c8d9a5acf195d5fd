"""Rules on what may not stand in the data or the pages at all: both are published, and kept in git."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from conference.facts import Facts
from conference.findings import Finding, Place
from conference.rule import Problem, rule

_BETWEEN = r"[ .)/\u00a0\u202f\u2010-\u2014-]"
"""What may be typed between the digits of one number."""
_NO_DATE = r"(?!\d{1,2}[./-](?:\d{1,2}[./-])?\d{4}(?!\d))"
"""«05/12/2022 – 08h30» has ten digits in a row as well."""
_IDENTITY = "có số giống số căn cước hoặc chứng minh nhân dân; hãy xóa."
_DOCUMENTS = "văn bản|tài liệu|hồ sơ|công văn"

_FORBIDDEN: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            rf"(?<!\d){_NO_DATE}(?:\+?84|0){_BETWEEN}*"
            rf"(?:[35789](?:{_BETWEEN}*\d){{8}}|2(?:{_BETWEEN}*\d){{9}})(?!/?\d)"
        ),
        "có số điện thoại; số điện thoại không đưa vào bộ dữ liệu công bố, hãy xóa.",
    ),
    (
        # After its name a number is one however its digits are grouped.
        re.compile(
            r"(?i:(?<!\w)(?:cmnd|cmtnd|cmt|cccd|căn cước|chứng minh)(?!\w))[^\d]{0,40}"
            rf"(\d(?:{_BETWEEN}{{0,3}}\d){{8}}(?:(?:{_BETWEEN}{{0,3}}\d){{3}})?)(?!\d)"
        ),
        _IDENTITY,
    ),
    (
        re.compile(r"(?<!\d)(?:0\d{2}(?:[ .\u00a0\u202f\u2010-\u2014-]?\d{3}){3}|\d{9})(?!\d)"),
        _IDENTITY,
    ),
    (
        re.compile(
            r"(?<!\w)(?<!BẢO )(?<!BÍ )(?<!CƠ )MẬT(?!\w)|(?i:(?<!\w)(?:tối|tuyệt) mật(?!\w))"
            r"|(?i:(?<!\w)độ mật\W{1,3}mật(?!\w))"
            rf"|(?i:(?<!\w)(?:{_DOCUMENTS}) mật(?!\w| (?:độ|mã|khẩu|thiết)(?!\w)))"
        ),
        "có dấu độ mật; văn bản mật không đưa vào bộ dữ liệu này, hãy xóa và báo người phụ trách.",
    ),
)
_A_QUANTITY = re.compile(r"\s*(?:- )?value: [0-9]+\s*(?:#.*)?")
"""A number that is data by its key; of nine digits or more it is money."""
# A quick look first: most lines of a long list hold neither.
_WORTH_A_LOOK = re.compile(rf"(?:[0-9]{_BETWEEN}{{0,3}}){{9}}|[Mm][Ậậ][Tt]")


@rule(
    "private",
    "Không đưa vào dữ liệu và các trang số điện thoại, số căn cước, nội dung có độ mật.",
)
def nothing_private(facts: Facts) -> Iterator[Problem]:
    """Ensure no phone or identity number and no secrecy mark stands in a file, comments included."""
    for _, record in facts.dossier.contained():
        yield from _in_lines(record.source_lines(), record.file)


def private_in_page(text: str, file: str) -> Iterator[Finding]:
    """Find the same in a page: it is published, and its comments are kept in git, as the data are.

    Args:
        text: the page, front matter included.
        file: how editors know it: "docs/index.md".
    """
    for place, message in _in_lines(text.split("\n"), file):
        yield Finding(place, message, nothing_private.name, nothing_private.severity)


def _in_lines(lines: Iterable[str], file: str) -> Iterator[Problem]:
    """Look line by line; the same thing is reported once a line."""
    for number, line in enumerate(lines, start=1):
        if not _WORTH_A_LOOK.search(line) or _A_QUANTITY.fullmatch(line):
            continue
        reported = set()
        for pattern, message in _FORBIDDEN:
            if message not in reported and (found := pattern.search(line)):
                reported.add(message)
                yield Place(file, number, found.start(pattern.groups) + 1), message
