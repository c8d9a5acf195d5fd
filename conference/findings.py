"""What is reported to an editor: a place, a severity, a sentence in Vietnamese, the rule's name."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum


@dataclass(frozen=True, order=True)
class Place:
    """A place in a file an editor can open; `line` and `column` start at 1, columns count characters."""

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
    """One thing that is wrong.

    Attributes:
        place: where.
        message: one Vietnamese sentence: what stands there, what was expected, what to type instead.
        rule: the name of the rule, kebab-case.
        severity: whether it stops publishing.
    """

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
"""As many findings of one rule, or of one file's shape, are reported: who would read more?"""
MORE = "còn nhiều lỗi nữa; hãy sửa các lỗi đã báo rồi kiểm tra lại."


def limited(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Cut findings off after `LIMIT`; where there are as many, the last one says so."""
    for number, finding in enumerate(findings, start=1):
        if number == LIMIT:
            yield replace(finding, message=MORE)
            return
        yield finding


def quote(value: object, limit: int = 80) -> str:
    """Quote a value in a message: in «», on one line, cut at `limit` characters."""
    text = " ".join(str(value).split())
    return f"«{text if len(text) <= limit else text[: limit - 1] + '…'}»"


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """Write a closing hint such as " Có phải «awards.total» không?"; "" when no name is near."""
    return "".join(f" Có phải {quote(name)} không?" for name in near(typed, known))


CLEARLY = 0.92
"""From this likeness on, one letter of a name is another, left out or put in."""


def near(typed: str, known: Iterable[str], likeness: float = 0.6) -> list[str]:
    """Find the known name that looks most like what was typed.

    Args:
        typed: the name as typed; its first 200 characters count, in lower case.
        known: the names there are.
        likeness: the least that is taken for near, 0 to 1 (see `CLEARLY`).

    Returns:
        The one name, or an empty list.
    """
    wanted = typed[:200].lower()
    known = [name for name in known if _may_be_meant(wanted, name)]
    last = wanted.rpartition(".")[2]
    same_last = [name for name in known if "." in name and name.rpartition(".")[2] == last]
    return difflib.get_close_matches(wanted, same_last or known, n=1, cutoff=likeness)


def _may_be_meant(typed: str, name: str) -> bool:
    """Not another number, nor the one that came before: «chi-bo-5» is never «chi-bo-35»."""
    of_typed, of_name = (re.findall("[0-9]+", of) for of in (typed, name))
    transposed = sorted("".join(of_typed)) == sorted("".join(of_name))  # 242 for 224
    same = transposed or list(map(int, of_typed)) == list(map(int, of_name))
    return same and ("prev" in typed) == ("prev" in name)
