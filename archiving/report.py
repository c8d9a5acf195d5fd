"""What was filed and how it was checked, to lie beside the files; and in short for the terminal."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from archiving.checks import CHECKS
from archiving.filing import Filed
from archiving.second_opinion import Opinion

REPORT_FILE = "kiem-tra.md"
_MEANT = {"UA-28-004": " (tệp không tự nhận hợp chuẩn: cố ý)"}


@dataclass(frozen=True)
class Result:
    """A file, what our checks found and what others say of it."""

    filed: Filed
    found: Mapping[str, Sequence[str]]
    opinion: Opinion

    @property
    def problems(self) -> list[str]:
        """Everything that is wrong, one line each."""
        told = {check.name: check.what for check in CHECKS}
        return [
            *(f"{told[name]}: {line}" for name, lines in self.found.items() for line in lines),
            *(f"pdfua: {line}" for line in self.opinion.errors),
        ]


def summary(result: Result) -> str:
    """A line on a file, and one on each thing that is wrong with it."""
    name, pages = result.filed.path.name, len(result.filed.plain)
    if not result.problems:
        return f"{name}: {pages} trang, đạt {len(result.found)} phép kiểm tra\n"
    lines = [f"{name}: lỗi: {problem}\n" for problem in result.problems]
    return "".join(lines)


def write_report(results: Sequence[Result], folder: Path) -> None:
    """Write the table of what was checked beside the files."""
    (folder / REPORT_FILE).write_text(report(results), encoding="utf-8")


def names_in(report_file: Path) -> frozenset[str]:
    """The files that a report tells of: those that may be written anew."""
    lines = report_file.read_text("utf-8").splitlines()
    return frozenset(line.split("`")[1] for line in lines if line.startswith("| `"))


def report(results: Sequence[Result]) -> str:
    """The table, as Markdown."""
    whole = results[-1].filed.properties
    problems = [
        f"- `{result.filed.path.name}`: {_cell(problem)}"
        for result in results
        for problem in result.problems
    ]
    return "\n".join(
        [
            f"# {_cell(whole.title)}",
            "",
            f"{_cell(whole.origin)}.",
            "",
            "Bảng này ghi những gì máy đã kiểm tra. Đây không phải chứng nhận hợp chuẩn PDF/UA hay PDF/A: "
            "chưa ai chứng nhận các tệp này.",
            "",
            "## Các tệp",
            "",
            "| Tệp | Văn bản | Trang | Kết quả | SHA-256 |",
            "|---|---|---|---|---|",
            *map(_row, results),
            "",
            "## Chưa đạt" if problems else "Mọi phép kiểm tra đều đạt.",
            "",
            *([*problems, ""] if problems else []),
            "## Các phép kiểm tra",
            "",
            "| Kiểm tra gì | Để làm gì | Nguồn | Tệp đạt |",
            "|---|---|---|---|",
            *(
                f"| {check.what} | {check.why} | {check.source} | "
                f"{sum(not result.found[check.name] for result in results)}/{len(results)} |"
                for check in CHECKS
            ),
            "",
            "## Ý kiến thứ hai",
            "",
            *_opinions(results),
            "",
        ]
    )


def _row(result: Result) -> str:
    filed = result.filed
    digest = sha256(filed.path.read_bytes()).hexdigest()
    verdict = f"{len(result.problems)} lỗi" if result.problems else "đạt"
    title = _cell(filed.properties.title)
    return f"| `{filed.path.name}` | {title} | {len(filed.plain)} | {verdict} | `{digest}` |"


def _opinions(results: Sequence[Result]) -> list[str]:
    """What the other checker says: errors, what it warns of and what it could not look at."""
    first = results[0].opinion
    errors = sum(len(result.opinion.errors) for result in results)
    warned = Counter(rule for result in results for rule in result.opinion.warnings)
    skipped = Counter(rule for result in results for rule in result.opinion.skipped)
    return [
        f"pdfua {first.version} xét {first.covered} trong {first.total} quy tắc máy xét được của PDF/UA-1: "
        f"{errors} lỗi.",
        "",
        *(f"- Nhắc {rule} ở {count} tệp{_MEANT.get(rule, '')}." for rule, count in warned.items()),
        *(f"- Không xét được {rule} ở {count} tệp." for rule, count in skipped.items()),
    ]


def _cell(text: str) -> str:
    """A text that no table cell or line of Markdown takes for markup."""
    return " ".join(re.sub(r"[\\`*_|<>\[\]#]", r"\\\g<0>", text).split())
