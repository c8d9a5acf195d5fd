"""What is checked of a file before it is kept: our own table, one function a rule.

Whoever passes conforms to nothing: these are the things we know how to look at. The sources name the clause
that each comes from: PDF/UA-1 is ISO 14289-1, PDF/A-2 is ISO 19005-2, WCAG is WCAG 2.1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pikepdf

from archiving.checks import of_file, of_tags, of_ways
from archiving.checks.table import CHECKS, Check
from archiving.filing import Filed
from archiving.reading import Tagged

__all__ = ["CHECKS", "Check", "check_file", "of_file", "of_tags", "of_ways"]


def check_file(filed: Filed) -> Mapping[str, Sequence[str]]:
    """Check a file.

    Args:
        filed: the file and what it has to hold.

    Returns:
        Name of each check → what is wrong, in Vietnamese; nothing when all is well.
    """
    with pikepdf.open(filed.path) as pdf:
        tagged = Tagged(filed.path, pdf)
        return {check.name: tuple(check.find(filed, tagged)) for check in CHECKS}
