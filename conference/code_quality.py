"""Findings as a forge shows them beside the lines of a change: the Code Quality report of GitLab.

Of its format (docs.gitlab.com, «Code Quality report format») what it asks for: description, check_name,
fingerprint, severity, location. https://docs.gitlab.com/ci/testing/code_quality/
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from conference.findings import Finding, Severity

_SEVERITY = {Severity.ERROR: "blocker", Severity.WARNING: "minor"}


def report(findings: Iterable[Finding]) -> str:
    """The findings as JSON.

    A fingerprint does not follow the line, so that a finding that only moves is not a new one; of equal
    findings in a file each has its own.

    Args:
        findings: in the order of their places.
    """
    seen: Counter[str] = Counter()
    entries = []
    for finding in findings:
        place = finding.place
        same = f"{place.file}\n{finding.rule}\n{finding.message}"
        seen[same] += 1
        entries.append(
            {
                "description": finding.message,
                "check_name": finding.rule,
                "fingerprint": sha256(f"{same}\n{seen[same]}".encode()).hexdigest(),
                "severity": _SEVERITY[finding.severity],
                "location": {"path": place.file, "lines": {"begin": place.line}},
            }
        )
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"
