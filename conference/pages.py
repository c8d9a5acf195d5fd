"""The pages as editors write them: Markdown, and calls such as {{ figure("awards.total") }}.

A page may call blocks and figures by name and nothing else, so everything a page asks for can be
checked before anything is built, at its line and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError

from conference.findings import Finding, Place, did_you_mean, quote
from conference.loading.files import read_text
from conference.loading.spots import YamlFile
from conference.loading.yaml_files import parse

_LEXER = Environment(keep_trailing_newline=True).lexer
_FRONT_MATTER = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
_FRONT_KEYS = ("title", "paper", "hide", "search")
_HOW = 'trong trang chỉ viết được {{ tên_khối() }} hoặc {{ figure("tên.con.số") }}.'


PAPERS = MappingProxyType(
    {
        "document": "văn bản có phần đầu, chữ ký",
        "appendix": "phụ lục kèm văn bản",
        "sheet": "tờ rời",
        "banner": "tít chữ, khổ ngang",
        "set": "bộ in",
        "screen": "chủ yếu để xem trên màn hình",
    }
)
"""The papers a page may be printed as: what `paper:` in its front matter may say."""


@dataclass(frozen=True)
class Call:
    """`{{ name("argument", …) }}` in a page; `start` and `end` are offsets in the page's text."""

    name: str
    arguments: tuple[str, ...]
    place: Place
    start: int
    end: int


@dataclass(frozen=True)
class Page:
    """A page: its address `name`.html, its text with front matter, and the calls it makes.

    `paper` is one of PAPERS, or what was typed in its place.
    """

    name: str
    file: str
    title: str
    text: str
    body_start: int
    calls: tuple[Call, ...]
    paper: str
    title_place: Place


# What MkDocs takes for a page.
_SUFFIXES = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}

# What MkDocs and its theme show of the settings.
_SITE_TEXTS = ("site_name", "site_description", "site_author", "copyright")


class SiteTitle(NamedTuple):
    """A text of mkdocs.yml that readers see."""

    text: str
    place: Place


class Settings(NamedTuple):
    """What mkdocs.yml says of the site: the texts readers see, and its pages in their order."""

    titles: tuple[SiteTitle, ...] = ()
    nav: tuple[str, ...] = ()


def load_pages(folder: Path, label: str) -> tuple[list[Page], list[Finding]]:
    """All Markdown pages of a folder, and what is wrong with their letters or their calls."""
    pages, findings = [], []
    for path in sorted(p for p in folder.rglob("*") if p.suffix in _SUFFIXES):
        file = f"{label}/{path.relative_to(folder).as_posix()}"
        if path.parent != folder or path.suffix != ".md":
            message = (
                "trang phải nằm ngay trong thư mục docs và có đuôi .md; hãy chuyển hoặc đổi tên."
            )
            findings.append(Finding(Place(file), message, "page-place"))
            continue
        text, found = read_text(path, file)
        findings += found
        if text is None:  # told; that the page is there, others may rely on
            pages.append(Page(path.stem, file, path.stem, "", 0, (), "", Place(file)))
            continue
        page, found = read_page(path.stem, text, file)
        pages.append(page)
        findings += found
    return pages, findings


def read_settings(path: Path, label: str) -> tuple[Settings, list[Finding]]:
    """The settings of the site, and where they are not YAML.

    MkDocs judges the rest itself: what cannot be read here has no titles.
    """
    text, _ = read_text(path, label)
    if text is None:
        return Settings(), []
    file, found = parse(text, label)
    findings = [finding for finding in found if finding.rule == "yaml-structure"]
    if file is None or not isinstance(file.value, dict):
        return Settings(), findings
    titles = [
        SiteTitle(text, file.at((key,)))
        for key in _SITE_TEXTS
        if isinstance(text := file.value.get(key), str)
    ]
    nav = list(_nav(file, ("nav",), file.value.get("nav")))
    titles += [entry for entry in nav if isinstance(entry, SiteTitle)]
    return Settings(tuple(titles), tuple(e for e in nav if isinstance(e, str))), findings


def _nav(file: YamlFile, path: tuple[str | int, ...], entries: object) -> Iterator[SiteTitle | str]:
    """Titles and pages below `path`: a list of pages, or of titles each of a page or such a list."""
    if isinstance(entries, str):
        yield entries
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, str):
            yield entry
        for title, below in entry.items() if isinstance(entry, dict) else ():
            at = (*path, index, title)
            yield SiteTitle(title, file.at(at, key=True))
            yield from _nav(file, at, below)


def read_page(name: str, text: str, file: str) -> tuple[Page, list[Finding]]:
    """One page from its text; `file` names it in findings."""
    front = _FRONT_MATTER.match(text)
    title, paper, findings = name, "", []
    place = title_place = Place(file)
    if front:
        # The opening line is kept as a comment so that the lines count as in the file.
        matter, findings = parse("#--\n" + front[1], file)
        if matter and isinstance(matter.value, dict):
            findings += _wrong_front_matter(matter)
            title = str(matter.value.get("title") or name)
            title_place = matter.at(("title",))
            paper = str(matter.value.get("paper", ""))
            place = matter.at(("paper",)) if paper else place
    if not findings:
        findings += _wrong_paper(paper, place)
    start = front.end() if front else 0
    calls = []
    for found in _calls(text, start, file):
        (calls if isinstance(found, Call) else findings).append(found)
    return Page(name, file, title, text, start, tuple(calls), paper, title_place), findings


def _wrong_front_matter(matter: YamlFile) -> Iterator[Finding]:
    """Only what is known may stand there: other keys would switch macros off or shadow them."""
    for key in matter.value:
        if key not in _FRONT_KEYS:
            message = (
                f"không có mục {quote(key)} ở đầu trang.{did_you_mean(key, _FRONT_KEYS)} "
                f"Các mục dùng được: {', '.join(_FRONT_KEYS)}."
            )
            yield Finding(matter.at((key,), key=True), message, "page-front")
    title = matter.value.get("title")
    if "title" in matter.value and (
        not isinstance(title, str) or "{" in title or not title.strip()
    ):
        message = "tên trang phải là chữ thường, không trống, không có ngoặc nhọn."
        yield Finding(matter.at(("title",)), message, "page-front")


def _wrong_paper(paper: str, place: Place) -> Iterator[Finding]:
    """A page says in its front matter which paper it is."""
    if paper in PAPERS:
        return
    known = "; ".join(f"{name} ({meaning})" for name, meaning in PAPERS.items())
    if paper:
        message = (
            f"không có loại giấy {quote(paper)}.{did_you_mean(paper, PAPERS)} Chỉ có: {known}."
        )
    else:
        message = f"trang chưa ghi in ra loại giấy nào; hãy thêm dòng paper: … vào đầu trang. Chỉ có: {known}."
    yield Finding(place, message, "page-paper")


def place_at(text: str, offset: int, file: str) -> Place:
    """Line and column, from 1, of an offset in a text."""
    return Place(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _calls(text: str, start: int, file: str) -> Iterator[Call | Finding]:
    """Walk the tokens of the page; whatever is no plain call is a finding."""
    first_line = text.count("\n", 0, start)
    position, opened, inside = start, -1, []
    try:
        for _, kind, value in _LEXER.tokeniter(text[start:], file):
            offset = text.index(value, position)
            position = offset + len(value)
            if kind == "variable_begin":
                opened, inside = offset, []
            elif kind == "variable_end":
                yield _call(inside, opened, position, text, file)
                opened = -1
            elif kind == "comment_begin":
                message = (
                    f"{quote('{#')}: ở đây là ghi chú của máy; mã đề mục viết có dấu cách, {{ #ma }}, "
                    "còn ghi chú viết trong <!-- -->."
                )
                yield Finding(place_at(text, offset, file), message, "page-call")
            elif kind == "block_begin":
                yield Finding(place_at(text, offset, file), f"{quote('{%')}: {_HOW}", "page-call")
            elif opened >= 0 and kind != "whitespace":
                inside.append((kind, value))
    except TemplateSyntaxError as error:
        line = first_line + error.lineno
        shown = text.split("\n")[line - 1] if line <= text.count("\n") + 1 else ""
        column = max(shown.find("{"), 0) + 1
        message = f"{quote(shown.strip(), 60)}: ngoặc nhọn chưa đóng hoặc viết sai; {_HOW}"
        yield Finding(Place(file, line, column), message, "page-call")


def _call(
    tokens: list[tuple[str, str]], start: int, end: int, text: str, file: str
) -> Call | Finding:
    place = place_at(text, start, file)
    kinds = "".join({"name": "n", "string": "s", "operator": "o"}.get(k, "x") for k, _ in tokens)
    values = [value for _, value in tokens]
    if re.fullmatch(r"no(?:s(?:os)*)?o", kinds) and values[1] == "(" and values[-1] == ")":
        arguments, commas = values[2:-1:2], values[3:-1:2]
        if all(comma == "," for comma in commas):
            return Call(values[0], tuple(a[1:-1] for a in arguments), place, start, end)
    return Finding(place, f"{quote(text[start:end], 60)}: {_HOW}", "page-call")
