"""HTML in pages: what of it a reader sees or hears."""

from __future__ import annotations

import re
from collections.abc import Iterator

# As browsers read it: «<!-->» and «<!--->» are comments already closed. One that is not closed is no
# comment: Markdown shows it, and all that stands behind it.
_COMMENT = r"<!--(?:-?>|.*?--!?>)"
_TAG = r"</?(?P<name>[A-Za-z][\w-]*)[^>]*>"
_MARKUP = re.compile(rf"{_COMMENT}|{_TAG}", re.DOTALL)
_READ_ATTRIBUTE = re.compile(
    r"""(?i)(?<![\w-])(?P<name>alt|title|label|placeholder|start|value
    |aria-(?:description|label|placeholder|roledescription|valuenow|valuetext))
    \s*=\s*(?P<text>"[^"]*"|'[^']*'|[^\s>]+)""",
    re.VERBOSE,
)
_VALUE_SHOWN = {"button", "input", "li", "meter", "option", "progress"}
_WITHIN_WORDS = {
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var", "wbr",
}  # fmt: skip
"""Tags between which a word goes on: «<b>2</b>0» is read as 20."""


def read(html: str) -> Iterator[tuple[int, str]]:
    """The pieces of HTML that a reader sees or hears.

    Args:
        html: A piece of a page.

    Yields:
        Each piece with its offset in `html`; a tag that parts words is blanks.
    """
    position = 0
    for found in _MARKUP.finditer(html):
        yield position, html[position : found.start()]
        if found["name"]:
            yield found.start(), _readable(found[0], found["name"].lower())
        position = found.end()
    yield position, html[position:]


def _readable(tag: str, name: str) -> str:
    """A tag blanked, but for the attributes a reader sees or hears; "" if nothing parts the words."""
    blanked = re.sub(r"[^\n]", " ", tag)
    shown = blanked
    for attribute in _READ_ATTRIBUTE.finditer(tag):
        if attribute["name"].lower() != "value" or name in _VALUE_SHOWN:
            start, end = attribute.span("text")
            shown = shown[:start] + tag[start:end] + shown[end:]
    return "" if shown == blanked and name in _WITHIN_WORDS else shown
