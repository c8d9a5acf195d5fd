"""What other builders cannot compute, as they read it: guide, reconciliation, the plan's own words.

They get it filled in beforehand, as Markdown or as reStructuredText: less work than ours has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape, unescape
from pathlib import Path

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_HEADING = re.compile(r"(?m)^(#+) (.*?)(?: \{ #[a-z0-9-]+ \})?$")
_EXAMPLE = re.compile(r"(?m)^``` \{ \.(\w+) \.example \}$")
"""How a fence says that it is an example; a class the others need not know."""
_TAG = re.compile(r"<[^>]+>")
_PARTS = re.compile(
    r"(?ms)^(?P<fence>```\w+\n.*?^```)$|(?P<table><table.*?</table>)|(?P<pipes>(?:^\|.*\|\n)+)"
)
_UNDER = {1: "=", 2: "-", 3: "~"}


def markdown(page: Path) -> str:
    """The Markdown of a page of the floor without its front matter, first heading and ids."""
    return _HEADING.sub(r"\1 \2", _body(page))


def _body(page: Path) -> str:
    text = _COMMENT.sub("", _FRONT.sub("", page.read_text("utf-8"))).strip()
    text = _EXAMPLE.sub(r"```\1", text)
    return text.split("\n", 1)[1].strip()


def headings(page: Path) -> list[str]:
    """The headings of a page."""
    text = re.sub(r"(?ms)^```.*?^```$", "", page.read_text("utf-8"))
    return [found[2] for found in _HEADING.finditer(text)]


def html(paragraphs: Path) -> str:
    """Paragraphs, one a line of a file, as HTML."""
    lines = paragraphs.read_text("utf-8").split("\n")
    return "".join(f"<p>{escape(line)}</p>\n" for line in lines)


def paragraphs(file: Path) -> str:
    """Paragraphs, one a line of a file, as reStructuredText."""
    return "\n\n".join(_plain(escape(line)) for line in file.read_text("utf-8").split("\n")) + "\n"


def rst(page: Path, title: str) -> str:
    """A page of the floor as reStructuredText."""
    text = _body(page)
    made, position = [f"{title}\n{'=' * len(title)}\n"], 0
    for found in _PARTS.finditer(text):
        made += [_prose(text[position : found.start()]), _part(found)]
        position = found.end()
    return "\n".join([*made, _prose(text[position:])])


def _part(found: re.Match[str]) -> str:
    if found["fence"]:
        first, *lines, _ = found["fence"].split("\n")
        return _directive(f"code-block:: {first[3:]}", lines)
    if found["table"]:
        rows = re.findall(r"<tr.*?</tr>", found["table"], re.DOTALL)
        cells = (re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows)
        caption = re.search(r"<caption[^>]*>(.*?)</caption>", found["table"], re.DOTALL)
        return _table([[_plain(cell) for cell in row] for row in cells], _plain(caption[1]))
    rows = [line.strip("|").split("|") for line in found["pipes"].split("\n") if line]
    return _table([[_inline(cell.strip()) for cell in row] for row in (rows[0], *rows[2:])], "")


def _table(rows: list[list[str]], caption: str) -> str:
    quoted = [", ".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    return _directive(f"csv-table:: {caption}", [":header-rows: 1", "", *quoted])


def _directive(first: str, lines: Iterable[str]) -> str:
    body = [f"   {line}" if line else "" for line in lines]
    option = bool(body) and body[0].lstrip().startswith(":")
    return "\n".join([f".. {first}", *([] if option else [""]), *body, ""])


def _prose(text: str) -> str:
    text = _HEADING.sub(lambda found: _underlined(len(found[1]), found[2]), _TAG.sub("", text))
    return _inline(unescape(text))


def _underlined(level: int, title: str) -> str:
    return f"{title}\n{_UNDER[level] * len(title)}\n"


def _inline(text: str) -> str:
    text = re.sub(r"`([^`]+)`", r"``\1``", text)
    return re.sub(r"\[([^\]]+)\]\(([a-z-]+)\.md(#[a-z-]+)?\)", r"`\1 <\2.html\3>`__", text)


def _plain(html: str) -> str:
    """What an element shows, as text that reStructuredText leaves alone."""
    shown = " ".join(unescape(_TAG.sub(" ", html)).split())
    return re.sub(r"([\\*`|_])", r"\\\1", shown)
