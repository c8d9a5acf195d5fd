"""What an editor is told: a place, a severity, a sentence in Vietnamese, the rule's name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file an editor can open. `line` and `column` start at 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Severity(StrEnum):
    """An error stops publishing; a warning is shown and lets it pass."""

    ERROR = "lỗi"
    WARNING = "cảnh báo"


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that is wrong: what stands there, what was expected, what to type instead."""

    place: Place
    message: str
    rule: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}: {self.message} [{self.rule}]"


def has_errors(findings: Iterable[Finding]) -> bool:
    """True when at least one finding must stop publishing."""
    return any(finding.severity is Severity.ERROR for finding in findings)


LIMIT = 100
MORE = "còn nhiều lỗi nữa; hãy sửa các lỗi đã báo rồi kiểm tra lại."


def limited(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The first `LIMIT` findings; were there more, the last one says so.

    One slip repeated in a list of thousands is told as often as somebody would read it.
    """
    for number, finding in enumerate(findings, start=1):
        if number == LIMIT:
            yield replace(finding, message=MORE)
            return
        yield finding


def quote(value: object, limit: int = 80) -> str:
    """A value as it is named in a message: in «», on one line, cut at `limit` characters."""
    text = " ".join(str(value).split())
    return f"«{text if len(text) <= limit else text[: limit - 1] + '…'}»"


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """A closing hint such as " Có phải «awards.total» không?", or "" when nothing is near."""
    return "".join(f" Có phải {quote(name)} không?" for name in near(typed, known))


CLEARLY = 0.92


def near(typed: str, known: Iterable[str], likeness: float = 0.6) -> list[str]:
    """The one known name that looks most like what was typed, or none.

    From a likeness of CLEARLY on, one letter of a name is another, left out or put in.
    """
    return difflib.get_close_matches(typed[:200].lower(), list(known), n=1, cutoff=likeness)
