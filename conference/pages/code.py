"""Code on a page: fences and spans, whose letters are shown as they stand."""

from __future__ import annotations

import re

CODE = re.compile(
    r"(?ms)^(?P<fence>~{3,}+|`{3,}+)[^\n]*+\n.*?^(?P=fence) *$"
    r"|(?<!`)(?P<ticks>`++).*?(?<!`)(?P=ticks)(?!`)"
)


def blank(text: str) -> str:
    """Blanks in the place of every letter, the lines kept."""
    return re.sub(r"[^\n]", " ", text)


def without_code(text: str) -> str:
    """The text, code blanked, every other letter in its place."""
    return CODE.sub(lambda found: blank(found[0]), text)
