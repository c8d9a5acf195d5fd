"""What a proposed change alters on the pages, told part by part: by ids, so that nothing depends on places.

A part is what stands under an id: in the element that has it, or, after a heading, up to the next one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from publish.site import pages

_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
_HEADING = re.compile(r"h[1-6]")
_SILENT = frozenset({"script", "style", "template", "button", "select", "textarea", "nav"})
_TOOLS = frozenset({"headerlink", "tool", "tools"})
"""What stands on screen alone, such as the day of a page's last change: no words of the paper."""
_REPEATS = 'class="print-set"'
"""On a page that shows the others once more, nothing is told twice."""
_PAGE_TITLE = re.compile(r"<title>(.*?)(?: - [^<]*)?</title>", re.S)
_CONTEXT, _LONGEST = 4, 160
ADDED, CHANGED, REMOVED = "thêm", "đổi", "bớt"


@dataclass
class Part:
    """A part of a page: the line and column of its start tag, its words, and what it is called."""

    tag: str
    line: int
    column: int
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join(" ".join(self.words).split())


class Parts(HTMLParser):
    """Cuts a page into parts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.parts: dict[str, Part] = {"": Part("", 0, 0)}
        self._open: list[tuple[str, str]] = []
        self._inside = "<article" not in text
        self._heading, self._silent = "", 0
        self._rank: dict[str, int] = {"": -1}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a part, if the tag has an id."""
        if tag == "article":
            self._inside = True
            return
        if not self._inside or tag in _VOID:
            return
        given = dict(attrs)
        number = given.get("id") or ""
        if tag in _SILENT or _TOOLS & set((given.get("class") or "").split()):
            self._silent += 1
            number = ""
            self._open.append((tag, "!"))
            return
        if number and number not in self.parts:
            line, column = self.getpos()
            self.parts[number] = Part(tag, line, column)
            self._rank[number] = len(self._rank)
            if _HEADING.fullmatch(tag):
                self._heading = number
        self._open.append((tag, number if number in self.parts else ""))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and those in it that were left open."""
        if tag == "article":
            self._inside = False
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == tag:
                self._silent -= sum(mark == "!" for _, mark in self._open[index:])
                del self._open[index:]
                return

    def handle_data(self, data: str) -> None:
        """Words belong to the nearest id: of the element they are in, or of the heading above them."""
        if not self._inside or self._silent or not data.strip():
            return
        inner = next((number for _, number in reversed(self._open) if number), "")
        nearer = max((inner, self._heading), key=lambda one: self._rank[one])
        self.parts[nearer].words.append(data)


class Change(NamedTuple):
    """One part that is not as it was."""

    what: str
    id: str
    title: str
    before: str
    after: str


class PageChanges(NamedTuple):
    """What changes on one page."""

    page: str
    what: str
    changes: tuple[Change, ...] = ()
    title: str = ""


def changes_of(before: str, after: str) -> tuple[Change, ...]:
    """What changed from one text of a page to another."""
    old, new = Parts(before).parts, Parts(after).parts
    found = []
    for number, part in new.items():
        was = old.get(number)
        if was is None:
            found.append(Change(ADDED, number, _title(number, part), "", _short(part.text)))
        elif was.text != part.text:
            shown = _differing(was.text, part.text)
            found.append(Change(CHANGED, number, _title(number, part), *shown))
    for number, part in old.items():
        if number not in new:
            found.append(Change(REMOVED, number, _title(number, part), _short(part.text), ""))
    return tuple(found)


def compare(before: Path, after: Path) -> list[PageChanges]:
    """What changed from one site to another, page by page; pages alike are left out."""
    old, new = pages(before), pages(after)
    found = []
    for page, text in new.items():
        if page == "404.html" or _REPEATS in text:
            continue
        if page not in old:
            found.append(PageChanges(page, ADDED, title=_page_title(page, text)))
        elif changes := changes_of(old[page], text):
            found.append(PageChanges(page, CHANGED, changes, _page_title(page, text)))
    gone = {page: text for page, text in old.items() if page not in new}
    found += [PageChanges(page, REMOVED, title=_page_title(page, gone[page])) for page in gone]
    return found


def _page_title(page: str, text: str) -> str:
    named = _PAGE_TITLE.search(text)
    return unescape(named[1]).strip() if named else page


def figures_changed(before: Path, after: Path) -> Iterator[str]:
    """The figures that are not what they were, in words."""
    old, new = _figures(before), _figures(after)
    for name, (value, title) in new.items():
        if name not in old:
            yield f"{title} ({name}): mới có, {value}"
        elif old[name][0] != value:
            yield f"{title} ({name}): {old[name][0]} → {value}"
    for name, (value, title) in old.items():
        if name not in new:
            yield f"{title} ({name}): không còn, trước là {value}"


def _figures(site: Path) -> Mapping[str, tuple[str, str]]:
    path = site / "figures.json"
    said = json.loads(path.read_text("utf-8"))["figures"] if path.is_file() else []
    return {str(one["name"]): (str(one["value"]), str(one.get("title", ""))) for one in said}


def _title(number: str, part: Part) -> str:
    """What a part is called: a heading's own words, else how it begins."""
    text = (
        " ".join(part.words[0].split())
        if _HEADING.fullmatch(part.tag) and part.words
        else part.text
    )
    return _short(text, 60) or number or "đầu trang"


def _short(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _differing(before: str, after: str) -> tuple[str, str]:
    """Two texts without what they have in common at both ends, but for a few words."""
    old, new = before.split(), after.split()
    shorter = min(len(old), len(new))
    start = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    end = next((i for i in range(shorter - start) if old[-1 - i] != new[-1 - i]), shorter - start)
    return _cut(old, start, end), _cut(new, start, end)


def _cut(words: Sequence[str], start: int, end: int) -> str:
    first, last = max(start - _CONTEXT, 0), len(words) - max(end - _CONTEXT, 0)
    text = " ".join(words[first:last])
    return _short(f"{'… ' if first else ''}{text}{' …' if last < len(words) else ''}")
