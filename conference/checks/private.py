"""Rules on what may not stand in the data at all: it is published, and kept in git for good."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conference.checks.rule import Problem, rule
from conference.findings import Place
from conference.models import Dossier

_FORBIDDEN: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"(?<!\d)(?:\+?84|0)[ .)-]*(?:[35789](?:[ .)-]*\d){8}|2(?:[ .)-]*\d){9})(?!\d)"),
        "có số điện thoại; số điện thoại không đưa vào bộ dữ liệu công bố, hãy xóa.",
    ),
    (
        re.compile(r"(?<!\d)(?:0\d{2}(?:[ .]?\d{3}){3}|\d{9})(?!\d)"),
        "có số giống số căn cước hoặc chứng minh nhân dân; hãy xóa.",
    ),
    (
        re.compile(
            r"(?<!\w)(?<!BẢO )(?<!BÍ )(?<!CƠ )MẬT(?!\w)|(?i:(?<!\w)(?:tối|tuyệt) mật(?!\w))"
        ),
        "có dấu độ mật; văn bản mật không đưa vào bộ dữ liệu này, hãy xóa và báo người phụ trách.",
    ),
)
# A quick look first: most lines of a long list hold neither.
_WORTH_A_LOOK = re.compile(r"(?:[0-9][ .)-]{0,3}){9}|[Mm][Ậậ][Tt]")


@rule(
    "private",
    "Không đưa vào dữ liệu số điện thoại, số căn cước, nội dung có độ mật.",
)
def nothing_private(dossier: Dossier) -> Iterator[Problem]:
    """Ensure no phone or identity number and no secrecy mark stands in a file, comments included."""
    for _, record in dossier.held():
        for number, line in enumerate(record.typed_lines(), start=1):
            if not _WORTH_A_LOOK.search(line):
                continue
            for pattern, message in _FORBIDDEN:
                if found := pattern.search(line):
                    yield Place(record.file, number, found.start() + 1), message
