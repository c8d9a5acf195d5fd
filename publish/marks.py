"""A preview's own marks: on the parts that changed, above each page, and a page with the list."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from publish.changes import ADDED, CHANGED, PageChanges, Parts, compare, figures_changed

TEMPLATES = Path(__file__).parent / "templates"
_STAMP = 'data-stamp="'
"""Printed at the foot of each sheet: nobody shall take a proposal for the paper."""
LIST, STYLE = "xem-thu.html", "xem-thu.css"


def mark(site: Path, before: Path | None, branch: str) -> list[str]:
    """Mark what a proposed change alters, in the built site itself.

    Args:
        site: the built site; it is written into.
        before: the site as it is shown now; None when there is none.
        branch: what the proposal is called.

    Returns:
        What changed, in words.
    """
    changed = compare(before, site) if before else []
    figures = list(figures_changed(before, site)) if before else []
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined
    )
    by_page = {one.page: one for one in changed}
    note = templates.get_template("preview_note.html")
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        of_page = by_page.get(page)
        up = "../" * page.count("/")
        said = note.render(branch=branch, page=of_page, up=up, list=LIST, removed="bớt")
        text = _marked(path.read_text("utf-8"), of_page)
        text = text.replace(_STAMP, f"{_STAMP}Bản xem thử · ")
        text = text.replace("</head>", f'<link rel="stylesheet" href="{up}{STYLE}">\n</head>', 1)
        begins = re.search(r"<article\b[^>]*>", text) or re.search(r"<body\b[^>]*>", text)
        if begins:
            text = f"{text[: begins.end()]}{said}{text[begins.end() :]}"
        path.write_text(text, "utf-8")
    listed = templates.get_template("preview_list.html")
    (site / LIST).write_text(
        listed.render(branch=branch, pages=changed, figures=figures, style=STYLE), "utf-8"
    )
    shutil.copyfile(TEMPLATES / STYLE, site / STYLE)
    return in_words(changed, figures)


def in_words(changed: Sequence[PageChanges], figures: Sequence[str]) -> list[str]:
    """What changed, a line each thing, for whoever pushed it."""
    lines = [f"Con số: {figure}" for figure in figures]
    for one in changed:
        if one.what != CHANGED:
            lines.append(f"{one.page}: {one.what} cả trang")
        for change in one.changes:
            words = [f"trước «{change.before}»"] if change.before else []
            words += [f"nay «{change.after}»"] if change.after else []
            lines.append(
                f"{one.page}#{change.id}: {change.what} «{change.title}»: {', '.join(words)}"
            )
    return lines or ["Không trang nào đổi so với bản đang xem."]


def _marked(text: str, page: PageChanges | None) -> str:
    """A page with its changed parts told by an attribute each."""
    what = {change.id: change.what for change in page.changes if change.id} if page else {}
    if not what:
        return text
    parts = Parts(text).parts
    lines = text.split("\n")
    places = [(parts[number], kind) for number, kind in what.items() if number in parts]
    for part, kind in sorted(places, key=lambda one: (one[0].line, one[0].column), reverse=True):
        line = lines[part.line - 1]
        behind = part.column + 1 + len(part.tag)
        sign = "added" if kind == ADDED else "changed"
        lines[part.line - 1] = f'{line[:behind]} data-preview="{sign}"{line[behind:]}'
    return "\n".join(lines)
