"""What HTML may stand on a page: its elements, their attributes, what those may say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

TAGS = frozenset({
    "a", "abbr", "article", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd",
    "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp",
    "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "u", "ul", "var", "wbr",
})  # fmt: skip
"""The elements."""
_NUMBER, _WORDS = re.compile(r"[0-9]{1,4}"), re.compile(r"[A-Za-z0-9 _#+.-]*")
_ANY = re.compile(r"[^\x00-\x08]*")
FOR_ALL: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "class": _WORDS,
        "id": _ANY,  # told by itself
        "title": _ANY,
        "lang": _WORDS,
        "aria-label": _ANY,
        "data-search-exclude": _WORDS,
    }
)
"""The attributes of all elements, and what each may say."""
_ALIGN = re.compile("left|right|center|")
ATTRIBUTES: Mapping[str, Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "a": {"href": _ANY},
        "img": {"src": _ANY, "alt": _ANY, "width": _NUMBER, "height": _NUMBER},
        "td": {"colspan": _NUMBER, "rowspan": _NUMBER, "align": _ALIGN},
        "th": {"colspan": _NUMBER, "rowspan": _NUMBER, "align": _ALIGN, "scope": _WORDS},
        "ol": {"start": _NUMBER, "type": _WORDS, "reversed": _WORDS},
        "li": {"value": _NUMBER},
        "col": {"span": _NUMBER},
        "colgroup": {"span": _NUMBER},
        "details": {"open": _WORDS},
    }
)
"""Element → what its own attributes may say."""
