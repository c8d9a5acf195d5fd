"""HTML cut into tags, comments and text, as strictly as no browser reads it.

Browsers make something of whatever stands between < and >, each in its own way. What is cut here by
plain rules has one meaning in all of them; everything else is `WRONG` and may not be published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from html import unescape
from typing import NamedTuple

_VALUE = r"""(?:"[^"<>]*"|'[^'<>]*'|[^\s"'=<>`]+)"""
_ATTRIBUTE = re.compile(rf"\s+([A-Za-z][A-Za-z0-9_:.-]*)(?:\s*=\s*({_VALUE}))?")
_TOKEN = re.compile(
    r"(?P<text>[^<]+)"
    # <!--> and <!---> are comments already closed, and --!> closes one too.
    r"|(?P<comment><!--(?!-?>)(?:(?!--!?>)[^\0])*-->)"
    r"|<(?P<closing>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)"
    rf"(?P<attributes>(?:\s+[A-Za-z][A-Za-z0-9_:.-]*(?:\s*=\s*{_VALUE})?)*)\s*/?>"
)


class Kind(Enum):
    """What a stretch of HTML is."""

    TEXT = "text"
    COMMENT = "comment"
    OPEN = "open"
    CLOSE = "close"
    WRONG = "wrong"


VOID = frozenset({"br", "col", "hr", "img", "input", "wbr"})
"""Elements that have no end tag."""


class Token(NamedTuple):
    """A stretch of HTML; `text` is its source, for a text with its entities resolved."""

    kind: Kind
    text: str
    name: str = ""
    """The element of a tag, in small letters."""
    attributes: tuple[tuple[str, str], ...] = ()
    """Names in small letters, values with their entities resolved; "" for none."""


def tokens(html: str) -> Iterator[Token]:
    """All of `html`, token by token.

    Args:
        html: A piece of HTML; text in it is escaped: a < that opens no tag is wrong.

    Yields:
        Its tokens in order. After a wrong one, reading goes on behind its <.
    """
    position = 0
    while position < len(html):
        found = _TOKEN.match(html, position)
        if found is None:
            end = html.find("<", position + 1)
            end = min(end if end >= 0 else len(html), position + 80)
            yield Token(Kind.WRONG, html[position:end])
            position += 1
            skip = html.find("<", position)
            position = skip if skip >= 0 else len(html)
            continue
        position = found.end()
        if found["text"] is not None:
            yield Token(Kind.TEXT, unescape(found[0]))
        elif found["comment"] is not None:
            yield Token(Kind.COMMENT, found[0])
        else:
            attributes = tuple(
                (name.lower(), unescape(value[1:-1] if value[:1] in "\"'" else value))
                for name, value in _ATTRIBUTE.findall(found["attributes"])
            )
            kind = Kind.CLOSE if found["closing"] else Kind.OPEN
            yield Token(kind, found[0], found["name"].lower(), attributes)
