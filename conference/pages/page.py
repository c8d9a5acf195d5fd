"""The pages as editors write them: Markdown, and calls such as {{ figure("awards.total") }}.

A page may call blocks and figures by name and nothing else, so everything a page asks for can be
checked before anything is built, at its line and column.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from conference.findings import Finding, Place, quote
from conference.loading.files import link_found, read_text
from conference.pages.call_syntax import Call, place_at, read_calls
from conference.pages.front_matter import PAPERS, read_head
from conference.pages.settings import Settings, SiteTitle, read_settings
from conference.wording import slug

__all__ = [
    "PAPERS",
    "Call",
    "Page",
    "Settings",
    "SiteTitle",
    "load_pages",
    "place_at",
    "read_page",
    "read_settings",
]

MAX_PAGE_BYTES = 128 * 1024
"""Over ten times the longest page; more would keep Markdown busy for minutes."""

# What MkDocs takes for a page, and what it publishes as it is though browsers take it for one.
_SUFFIXES = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}
_READY_MADE = {".htm", ".html", ".shtml", ".xht", ".xhtml", ".xml"}

# Names under which the theme or MkDocs publish something of their own.
_TAKEN = frozenset({"404", "assets", "search", "sitemap"})
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Page:
    """A page: its address `name`.html, its text with front matter, and the calls it makes.

    `paper` is one of PAPERS, or what was typed in its place; `document` the id of the document it
    prints or is attached to, "" for none; `audience` is "everyone" or "staff"; `no_calls` are the stretches in braces
    that are none (from, behind), told already.
    """

    name: str
    file: str
    title: str
    text: str
    body_start: int
    calls: tuple[Call, ...]
    paper: str
    title_place: Place
    document: str = ""
    document_place: Place | None = None
    landscape: bool = False
    audience: str = "everyone"
    copies: int | None = None
    no_calls: tuple[tuple[int, int], ...] = ()


def load_pages(folder: Path, label: str) -> tuple[list[Page], list[Finding]]:
    """All pages of a folder.

    Args:
        folder: The folder, docs/ of a dossier.
        label: How editors know it.

    Returns:
        The pages by name, and what is wrong with their places, their letters, their front matter or
        what stands in braces on them. What MkDocs leaves out (names that begin with a dot) is not
        looked at.
    """
    pages, findings = [], []
    for path, is_link in _files(folder):
        file = f"{label}/{path.relative_to(folder).as_posix()}"
        if is_link:
            findings.append(link_found(file))
            continue
        if path.suffix.lower() in _READY_MADE:
            message = "tệp này sẽ lên trang web mà không qua kiểm tra; hãy viết thành trang .md, hoặc xóa."
            findings.append(Finding(Place(file), message, "page-place"))
        if path.suffix.lower() not in _SUFFIXES:
            continue
        if path.parent != folder or path.suffix != ".md":
            message = (
                "trang phải nằm ngay trong thư mục docs và có đuôi .md; hãy chuyển hoặc đổi tên."
            )
            findings.append(Finding(Place(file), message, "page-place"))
            continue
        findings += _wrong_name(path, file)
        text, found = read_text(path, file, MAX_PAGE_BYTES)
        findings += found
        if text is None:  # told; that the page is there, others may rely on
            pages.append(Page(path.stem, file, path.stem, "", 0, (), "", Place(file)))
            continue
        page, found = read_page(path.stem, text, file)
        pages.append(page)
        findings += found
    return pages, findings


def _files(folder: Path) -> Iterator[tuple[Path, bool]]:
    """Every file below a folder that MkDocs looks at, in order; with each, whether it is a link.

    Links to folders too, which are not followed.
    """
    for name, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        here = Path(name)
        yield from ((here / f, True) for f in folders if (here / f).is_symlink())
        for file in sorted(f for f in files if not f.startswith(".")):
            yield here / file, (here / file).is_symlink()


def _wrong_name(path: Path, file: str) -> Iterator[Finding]:
    """A page is called so that its address is the same on every machine, and no other file's."""
    if _NAME.fullmatch(path.stem) and path.stem not in _TAKEN:
        return
    if path.stem in _TAKEN:
        advice = "máy dùng tên này cho việc khác; hãy đặt tên khác"
    else:
        advice = "tên tệp của trang chỉ gồm chữ thường không dấu, số và gạch ngang"
        better = slug(path.stem)
        if better and better not in _TAKEN and not path.with_name(f"{better}.md").exists():
            advice += f"; hãy đổi thành {better}.md"
        else:
            advice += "; hãy đặt tên khác"
    yield Finding(Place(file), f"{quote(path.name, 60)}: {advice}.", "page-file")


def read_page(name: str, text: str, file: str) -> tuple[Page, list[Finding]]:
    """One page from its text.

    Args:
        name: Its address without .html.
        text: The whole file, its lines ended by a line feed.
        file: The file as editors know it.

    Returns:
        The page, and what is wrong with its front matter or with what stands in braces on it.
    """
    head = read_head(text, file)
    found = read_calls(text, head.body_start, file)
    page = Page(
        name=name,
        file=file,
        title=head.title or name,
        text=text,
        body_start=head.body_start,
        calls=found.calls,
        paper=head.paper,
        title_place=head.title_place,
        document=head.document,
        document_place=head.document_place,
        landscape=head.landscape,
        audience=head.audience,
        copies=head.copies,
        no_calls=found.others,
    )
    return page, [*head.findings, *found.findings]
