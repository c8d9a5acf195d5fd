"""Of the ways through a file: headings, bookmarks, links."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem

from archiving.checks.table import check, quoted, squeezed
from archiving.filing import Filed
from archiving.marking import PAPER_LINK, links_of
from archiving.reading import Element, Tagged, kids_of


@check(
    "Tiêu đề đúng cấp, bắt đầu từ cấp một, không nhảy cấp, đúng tiêu đề của trang",
    "nhảy tới từng mục mà không lạc",
    "PDF/UA-1 7.4.2; WCAG 1.3.1",
)
def headings(filed: Filed, tagged: Tagged) -> Iterator[str]:
    """Levels go down one at a time, and the headings are those of the page."""
    found = [(int(one.kind[1:]), tagged.text_of(one)) for one in _headings(tagged)]
    level = 0
    for next_level, words in found:
        if next_level > level + 1:
            yield f"{quoted(words)} ở cấp {next_level} ngay sau cấp {level}"
        level = next_level
    for wanted, got in zip_longest(filed.headings, found):
        if not (wanted and got and (wanted[0], squeezed(wanted[1])) == (got[0], squeezed(got[1]))):
            yield f"trang có {wanted}, tệp có {got}"
            return


def _headings(tagged: Tagged) -> list[Element]:
    return tagged.elements("H1", "H2", "H3", "H4", "H5", "H6")


@check(
    "Dấu trang (bookmark) là các tiêu đề, đúng thứ bậc",
    "mở tệp dài là thấy mục lục bên cạnh",
    "PDF/UA-1 7.17 (khuyến nghị); WCAG 2.4.5",
)
def bookmarks(filed: Filed, tagged: Tagged) -> Iterator[str]:
    """The outline holds the headings, each leading to a sheet of the file."""
    with tagged.pdf.open_outline() as outline:
        found = list(_flat(outline.root, 1))
    for wanted, got in zip_longest(filed.bookmarks, found):
        if not (wanted and got and wanted[0] == got[0] and squeezed(wanted[1]) == squeezed(got[1])):
            yield f"phải là {wanted}, tệp có {got and got[:2]}"
            return
    pages = {page.obj.objgen for page in tagged.pdf.pages}
    for _, words, leads in found:
        if leads not in pages:
            yield f"{quoted(words)} không dẫn tới trang nào"


def _flat(
    items: list[OutlineItem], depth: int
) -> Iterator[tuple[int, str, tuple[int, int] | None]]:
    for item in items:
        place = item.destination
        leads = place[0].objgen if isinstance(place, Array) and place else None
        yield depth, str(item.title), leads
        yield from _flat(item.children, depth + 1)


@check(
    "Đường dẫn có chữ, có thẻ, dẫn tới nơi có thật",
    "nghe là biết dẫn đi đâu; không lộ thư mục của máy đã in",
    "PDF/UA-1 7.18.5; WCAG 2.4.4",
)
def links(filed: Filed, tagged: Tagged) -> Iterator[str]:
    """Each link is tagged, says where it leads, and leads there."""
    known = {}
    for element in tagged.elements("Link"):
        for kid in kids_of(element.object):
            if isinstance(kid, Dictionary) and "/Obj" in kid:
                known[kid.Obj.objgen] = squeezed(tagged.text_of(element))
    pages = {page.obj.objgen for page in tagged.pdf.pages}
    for number, page in enumerate(tagged.pdf.pages, start=1):
        for link in links_of(page):
            words = known.get(link.objgen)
            if not words:
                yield f"trang {number}: một đường dẫn không có {'thẻ' if words is None else 'chữ'}"
            elif squeezed(str(link.get("/Contents", ""))) != words:
                yield f"trang {number}: đường dẫn {quoted(words)} không nói là dẫn tới đâu"
            if problem := _astray(filed, link, pages):
                yield f"trang {number}: đường dẫn {quoted(words or '')} {problem}"


def _astray(filed: Filed, link: pikepdf.Object, pages: set[tuple[int, int]]) -> str:
    """Why a link leads nowhere; "" when it leads somewhere."""
    action = link.get("/A", Dictionary())
    if "/Dest" in link:
        place = link.Dest
        return (
            ""
            if isinstance(place, Array) and place[0].objgen in pages
            else "không dẫn tới trang nào"
        )
    if action.get("/S") == Name.GoToR:
        return (
            ""
            if (filed.path.parent / str(action.F)).is_file()
            else f"dẫn tới tệp {action.F} không có"
        )
    address = str(action.get("/URI", ""))
    if address.startswith(("http://", "https://", "mailto:")):
        return ""
    return "chưa dẫn tới đâu" if address.startswith(PAPER_LINK) else f"dẫn tới {quoted(address)}"
