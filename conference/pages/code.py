"""Code on a page: fences and spans, whose letters are shown as they stand."""

from __future__ import annotations

import re
from collections.abc import Callable

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


def replace_outside(
    pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str], text: str
) -> str:
    """Replace what a pattern finds between stretches of code."""
    pieces, position = [], 0
    for code in CODE.finditer(text):
        pieces += [pattern.sub(replace, text[position : code.start()]), code[0]]
        position = code.end()
    return "".join([*pieces, pattern.sub(replace, text[position:])])


COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def without_comments(text: str) -> str:
    """The text without what editors write for each other: Markdown would publish it with the page."""
    return replace_outside(COMMENT, lambda _: "", text)
