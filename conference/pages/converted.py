"""What Markdown makes of a page: its HTML and its links, before anything is built.

Read with the parser and the extensions the site is built with, since no other agrees with it on every
page. In the place of each call stands a small element, which tells afterwards where the answer would be
printed. To import the parser takes longer than to read a page: only where one is read.
"""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from conference.pages.call_syntax import INLINE, without_raw
from conference.pages.code import without_comments
from conference.pages.notes import with_notes
from conference.pages.page import Page
from conference.wording import slug

# Private characters, which no page may hold (see wording/suspicious.py).
_CALL, _LINK = "\ue010", "\ue011"

_KEPT = 64
"""Pages whose HTML is kept."""

# What MkDocs adds to every list of extensions.
_ALWAYS = ("toc", "tables", "fenced_code")
_OWN = frozenset(
    {*_ALWAYS, "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html"}
)
"""Those found without asking every installed package, which takes longer than a page."""

Extensions = Mapping[str, Mapping[str, Any]]
"""The extensions of Markdown by name, each with its settings."""


class Link(NamedTuple):
    """A link or picture written in Markdown, and where it leads."""

    target: str
    is_picture: bool


@dataclass(frozen=True)
class Converted:
    """A page as HTML."""

    html: str
    """In it each call is an element (see `call_of`), and each link leads to its number (`link_of`)."""
    links: tuple[Link, ...]


def call_of(value: str) -> int | None:
    """Which call of the page an element stands for, by its attribute `value`; None for no call."""
    return int(value[1:]) if value[:1] == _CALL else None


def calls_among(text: str) -> list[int]:
    """The calls whose elements ended up as letters of a text."""
    return [int(number) for number in re.findall(f"{_CALL}([0-9]+)", text)]


def link_of(address: str) -> int | None:
    """Which link of the page leads to an address; None for one typed in HTML."""
    return int(address[1:]) if address[:1] == _LINK else None


class Converter:
    """Turns pages into HTML, one after the other."""

    def __init__(self, extensions: Extensions) -> None:
        """Prepare the parser.

        Args:
            extensions: Those of mkdocs.yml.

        Raises:
            Exception: Whatever an extension raises that is not there or dislikes its settings.
        """
        settings = {name: dict(extensions.get(name) or {}) for name in (*_ALWAYS, *extensions)}
        settings["toc"]["slugify"] = lambda text, separator: slug(text)  # as macros.py sets it
        found: list[Extension | str] = [
            importlib.import_module(f"markdown.extensions.{name}").makeExtension(**values)
            if name in _OWN
            else name
            for name, values in settings.items()
        ]
        self._links = _Links()
        self._markdown = Markdown(
            extensions=[*found, self._links],
            extension_configs={name: v for name, v in settings.items() if name not in _OWN},
        )

        self._kept = lru_cache(maxsize=_KEPT)(self._convert)

    def convert(self, page: Page) -> Converted | None:
        """The HTML of a page; None when it is nested so deeply that no parser reads it."""
        text = without_comments(_with_stand_ins(page))
        return self._kept(with_notes(text, lambda number: "", "\n\n".join))

    def _convert(self, text: str) -> Converted | None:
        self._markdown.reset()
        self._links.found = []
        try:
            html = self._markdown.convert(text)
        except RecursionError:
            return None
        return Converted(html, tuple(self._links.found))


def converter_of(extensions: Extensions) -> Converter:
    """A converter, the same one for the same extensions: a server checks the same pages again and again.

    Args:
        extensions: as for `Converter`.

    Raises:
        Exception: as `Converter`.
    """
    return _converter_of(
        json.dumps({name: dict(values or {}) for name, values in extensions.items()})
    )


@lru_cache(maxsize=1)
def _converter_of(extensions: str) -> Converter:
    return Converter(json.loads(extensions))


def _with_stand_ins(page: Page) -> str:
    """The Markdown of a page, an element in the place of each call."""
    stretches = [(c.start, c.end, _stand_in(n, c.name)) for n, c in enumerate(page.calls)]
    stretches += [(start, end, "") for start, end in page.no_calls]
    pieces, position = [], page.body_start
    for start, end, element in sorted(stretches):
        pieces += [without_raw(page.text[position:start]), element]
        position = end
    return "".join([*pieces, without_raw(page.text[position:])]).lstrip("\n")


def _stand_in(number: int, name: str) -> str:
    element = "span" if name in INLINE else "div"
    return f'<{element} value="{_CALL}{number}"></{element}>'


class _Links(Extension):
    """Notes every link that MkDocs will look at, and puts its number in the place of its target."""

    found: list[Link]

    def extendMarkdown(self, md: Markdown) -> None:
        """Take part in a conversion; the name is Markdown's."""
        md.treeprocessors.register(_NoteLinks(md, self), "note_links", 0)


class _NoteLinks(Treeprocessor):
    def __init__(self, md: Markdown, links: _Links) -> None:
        super().__init__(md)
        self._links = links

    def run(self, root: Element) -> None:
        for element in root.iter():
            key = {"a": "href", "img": "src"}.get(str(element.tag))
            if key is not None:
                found = self._links.found
                found.append(Link(element.get(key) or "", key == "src"))
                element.set(key, f"{_LINK}{len(found) - 1}")
