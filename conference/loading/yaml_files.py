"""Text → plain values, every value able to say its line and column; all faults explained."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from conference.findings import Finding, limited
from conference.loading import silent
from conference.loading.spots import YamlFile
from conference.loading.structure import explain_structure
from conference.loading.yaml_values import Reader, Stopped

# The C parser is in the wheels. Without it files load as well, slowly, and the reason a file is
# not YAML is told less exactly.
_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(text: str, label: str) -> tuple[YamlFile | None, list[Finding]]:
    """Parse one file of the data, or the front matter of a page.

    Args:
        text: The file, its lines ended by a line feed.
        label: The file as editors know it; it stands in the findings.

    Returns:
        The values and where they stand, None on a fault of structure; and all other faults at once.
    """
    return parse_with(Reader, text, label)


def parse_with(
    reader_class: Callable[[Any, str, str], Reader], text: str, label: str
) -> tuple[YamlFile | None, list[Finding]]:
    """The same for a file that may hold more than the data; `reader_class` decides what."""
    if tabs := list(limited(silent.tabs(text, label))):
        return None, tabs
    text, wide = silent.without_wide_spaces(text, label)
    if not text.endswith("\n"):
        text += "\n"  # else the end of the file would stand on a line that is not there
    parser = _Parser(text)
    reader = reader_class(parser, text, label)
    reader.findings += limited(wide)
    try:
        file = reader.document()
    except Stopped:
        file = None
    except yaml.YAMLError as error:
        file = None
        told = explain_structure(error, reader.lines, label, reader.event, reader.quoted)
        if not wide:  # else who knows how the lines would stand without them?
            reader.findings = [f for f in reader.findings if f.place != told.place] + [told]
    finally:
        parser.dispose()
    if any(finding.rule == "yaml-structure" for finding in reader.findings):
        file = None
    return file, reader.findings
