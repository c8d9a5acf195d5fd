"""What people who do not know our checks say of a file: pdfua, a part of the rules of PDF/UA-1."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pdfua


@dataclass(frozen=True)
class Opinion:
    """What pdfua says of a file.

    Attributes:
        version: of pdfua.
        covered, total: how many of the rules of the standard it looks at.
        errors: what it takes for wrong.
        warnings: what it warns of: that no conformance is claimed is meant so.
        skipped: rules it could not look at.
    """

    version: str
    covered: int
    total: int
    errors: tuple[str, ...]
    warnings: tuple[str, ...]
    skipped: tuple[str, ...]


def ask(path: Path) -> Opinion:
    """Ask pdfua about a file. Its sentences are English: its rules are named by their numbers."""
    report = pdfua.validate(str(path))
    coverage = pdfua.coverage()

    def told(severity: pdfua.Severity) -> tuple[str, ...]:
        return tuple(
            f"{one.rule_id} ({one.location.describe()})"
            if severity is pdfua.Severity.ERROR
            else one.rule_id
            for one in report.findings
            if one.severity is severity
        )

    return Opinion(
        version=pdfua.__version__,
        covered=coverage.covered,
        total=coverage.total,
        errors=told(pdfua.Severity.ERROR),
        warnings=tuple(dict.fromkeys(told(pdfua.Severity.WARNING))),
        skipped=tuple(one.rule_id for one in report.skipped),
    )
