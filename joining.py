"""Styles and scripts of a page, each kind in one file: whoever opens it asks for six files, not for twenty.

hooks.py calls this for each finished page, and once for the worker of the search. What is joined stands beside it in the built site, under a
name made of its content, so that browsers may keep it. A builder that ignores hooks gives pages that
name the files one by one; nothing else is different.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

FOLDER = "assets/joined"

_HREF = r'"([^":?#]+)"'  # of the site itself
# The theme's scripts stay alone: what goes wrong in a script ends all that is in one file with it.
_OWN = r'"((?![^"]*assets/javascripts/)[^":?#]+)"'


class Kind(NamedTuple):
    """Tags that are joined into one, and where that stands: the styles early, the scripts late."""

    tag: re.Pattern[str]
    joined: str
    place: int
    between: str


_STYLES = r'\s*<link rel="stylesheet"{} href=' + _HREF + r'((?: class="[^"]*")?)>'
_SCRIPTS = r"\s*<script{} src=" + _OWN + r'((?: data-[\w-]+="[^"]*")*)></script>'
KINDS = (
    Kind(re.compile(_STYLES.format("")), '<link rel="stylesheet" href="{}"{}>', 0, "\n"),
    Kind(
        re.compile(_STYLES.format(' media="print"')),
        '<link rel="stylesheet" media="print" href="{}"{}>',
        0,
        "\n",
    ),
    Kind(re.compile(_SCRIPTS.format("")), '<script src="{}"{}></script>', -1, "\n;"),
    # Scripts of some pages only: in a file of their own, so that the other is one for all pages.
    Kind(re.compile(_SCRIPTS.format(" data-some")), '<script src="{}"{}></script>', -1, "\n;"),
)
_ASKED_FOR = re.compile(r'"([\w./-]+\.js)"')
_PRELOADED = re.compile(r'(<link rel="preload" as="style" href=)' + _HREF)

_COMMENT = re.compile(r"(?ms)^[ \t]*/\*(?!!).*?\*/[ \t]*\n|^//# sourceMappingURL=.*?$")
_RELATIVE = re.compile(r"""url\(["']?(?!["']?(?:data:|#))""")


def joined(html: str, page: str, site: Path) -> str:
    """Have a page load one file of each kind.

    Args:
        html: the page, finished.
        page: where it is to stand in the site.
        site: the folder of the site, which holds the files already.
    """
    for kind in KINDS:
        html = _join(html, kind, posixpath.dirname(page), site)
    return html


def _join(html: str, kind: Kind, folder: str, site: Path) -> str:
    found = list(kind.tag.finditer(html))
    paths = [site / posixpath.normpath(posixpath.join(folder, tag[1])) for tag in found]
    if not found or not all(path.is_file() for path in paths):
        return html
    texts = [_text(path, path.stat().st_mtime_ns) for path in paths]
    if paths[0].suffix == ".css" and any(map(_RELATIVE.search, texts)):
        return html  # it would look for its pictures elsewhere
    # What a script says of itself in its first line («use strict») must not hold for the others.
    text = "".join(f"{kind.between}{text}" for text in texts)
    name = f"{FOLDER}/{hashlib.sha256(text.encode()).hexdigest()[:12]}{paths[0].suffix}"
    if not (site / name).is_file():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8", newline="\n")

    href = posixpath.relpath(name, folder or ".")
    made = "\n" + kind.joined.format(href, "".join(tag[2] for tag in found))
    place = found[kind.place]
    for tag in reversed(found):
        html = html[: tag.start()] + (made if tag is place else "") + html[tag.end() :]
    hrefs = {tag[1] for tag in found}
    return _PRELOADED.sub(lambda tag: f'{tag[1]}"{href}"' if tag[2] in hrefs else tag[0], html)


def join_worker(source: Path, site: Path) -> None:
    """Put the scripts that the worker of the search asks for in front of it: a worker gets them one by one.

    Args:
        source: the worker as it is written.
        site: the folder of the site, which holds all of them already.
    """
    folder = site / "assets" / "search"
    asked_for = [folder / name for name in _ASKED_FOR.findall(source.read_text(encoding="utf-8"))]
    if not all(path.is_file() for path in asked_for):
        return  # a site that shows findings knows no words
    texts = (path.read_text(encoding="utf-8") for path in (*asked_for, source))
    joined = "\n;".join(_COMMENT.sub("", text) for text in texts)
    (folder / source.name).write_text(joined, encoding="utf-8", newline="\n")


@lru_cache(maxsize=128)
def _text(path: Path, changed: int) -> str:
    """What a file holds, without its comments; `changed`: since when."""
    return _COMMENT.sub("", path.read_text(encoding="utf-8"))
