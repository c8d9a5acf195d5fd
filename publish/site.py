"""Pages of a built site as text with places: tags, what they lead to and load."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

ATTRIBUTE = re.compile(
    r"""(?P<before>\s(?P<name>[\w:-]+)\s*=\s*)(?P<quote>["'])(?P<value>.*?)(?P=quote)""", re.S
)
_OUTSIDE = re.compile(r"(?i)(?:[a-z][a-z0-9+.-]*:|//)")


@dataclass(frozen=True)
class Tag:
    """A start tag, where it stands in its page and what it says."""

    name: str
    start: int
    text: str
    line: int
    attributes: Mapping[str, str]


class Reader(HTMLParser):
    """Reads a page from its beginning to its end; who needs more than its tags says so in `data`."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.tags: list[Tag] = []
        self.scripts: list[tuple[Tag, int, str]] = []
        """Each with the tag it stands in, where it begins, and its text."""
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._script: Tag | None = None
        self.feed(text)
        self.close()

    def position(self) -> int:
        """Where in the text the parser is."""
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        given = {name: value or "" for name, value in attrs}
        raw = self.get_starttag_text() or ""
        found = Tag(tag, self.position(), raw, self.getpos()[0], given)
        self.tags.append(found)
        self._script = found if tag == "script" else None

    def handle_data(self, data: str) -> None:
        """Keep the text of a script."""
        if self._script:
            self.scripts.append((self._script, self.position(), data))

    def handle_endtag(self, tag: str) -> None:
        """The end of a script."""
        self._script = None


def pages(site: Path) -> dict[str, str]:
    """The pages of a site: name → text."""
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8")
        for path in sorted(site.rglob("*.html"))
    }


def files(site: Path) -> frozenset[str]:
    """The names of all files of a site."""
    return frozenset(
        path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()
    )


def is_outside(address: str) -> bool:
    """Whether an address names a scheme or another host; `data:` is a scheme as well."""
    return bool(_OUTSIDE.match(address.strip()))


def target(page: str, address: str) -> str:
    """The file of the site an address of a page names; "" for the page itself."""
    path = unquote(unescape(address)).split("#")[0].split("?")[0]
    if not path:
        return page
    joined = (
        path.lstrip("/") if path.startswith("/") else posixpath.join(posixpath.dirname(page), path)
    )
    named = posixpath.normpath(joined)
    return "index.html" if named == "." else named


def loaded(tag: Tag) -> Iterator[tuple[str, str]]:
    """What a tag has the browser load, now or later: attribute and address.

    What a reader goes to, a link, is not among it.
    """
    if tag.name in ("a", "area"):
        return
    for name, value in tag.attributes.items():
        if name in ("src", "href", "poster", "data", "srcset", "action") or name.startswith(
            "data-"
        ):
            yield name, value
