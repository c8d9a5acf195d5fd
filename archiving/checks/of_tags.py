"""Of the tags: that they hold all of the text, in its order, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, NameTree, NumberTree

from archiving.checks.table import check, difference, quoted, squeezed
from archiving.filing import Filed
from archiving.marking import untagged
from archiving.papers import ILLUSTRATIVE
from archiving.reading import Tagged


@check("Có cây thẻ", "không có thẻ thì máy đọc chỉ thấy chữ rời", "PDF/UA-1 7.1")
def tags(filed: Filed, tagged: Tagged) -> Iterator[str]:
    """A tree, and the mark that says so."""
    if not tagged.tree:
        yield "không có cây thẻ"
    if not tagged.pdf.Root.get("/MarkInfo", Dictionary()).get("/Marked"):
        yield "tệp không ghi là có thẻ"


@check(
    "Từ chữ trên trang tìm ra đúng thẻ của nó",
    "bấm vào chữ, máy đọc biết đang ở đâu",
    "ISO 32000-1 14.7.4.4",
)
def both_ways(filed: Filed, tagged: Tagged) -> Iterator[str]:
    """Each mark of a page leads back to the element that holds it."""
    if not tagged.tree:
        return
    owners = dict(NumberTree(tagged.pdf.Root.StructTreeRoot.ParentTree).items())
    keys = [int(page.get("/StructParents", -1)) for page in tagged.pdf.pages]
    rows = [[owner and owner.objgen for owner in owners.get(key, Array())] for key in keys]
    lost: set[int] = set()
    for element in tagged.tree.walk():
        for page, mcid in element.own:
            if mcid >= len(rows[page]) or rows[page][mcid] != element.object.objgen:
                lost.add(page + 1)
    for page in sorted(lost):
        yield f"trang {page}: có chữ không tìm ra thẻ"


@check(
    "Mọi chữ, nét vẽ đều có thẻ hoặc là phần trang trí",
    "không chữ nào của văn bản bị bỏ sót, không nét nào bị đọc lẫn",
    "PDF/UA-1 7.1",
)
def all_marked(filed: Filed, tagged: Tagged) -> Iterator[str]:
    """Nothing is shown outside of tags and artifacts."""
    for number, page in enumerate(tagged.pdf.pages, start=1):
        if count := untagged(page):
            yield f"trang {number}: {count} chỗ"


@check(
    "Phần trang trí chỉ gồm số trang, dòng cuối trang, gạch đầu dòng, đầu bảng lặp lại",
    "không chữ nào của văn bản bị giấu khỏi máy đọc",
    "PDF/UA-1 7.1; ISO 32000-1 14.8.2.2",
)
def artifacts(filed: Filed, tagged: Tagged) -> Iterator[str]:
    """Nothing of the text is hidden as an artifact."""
    known = {squeezed(ILLUSTRATIVE), *map(squeezed, filed.states)}
    known |= {squeezed(tagged.text_of(head)) for head in tagged.elements("TH")}
    pages: dict[int, str] = {}
    for run in tagged.runs:
        if run.artifact:
            pages[run.page] = pages.get(run.page, "") + run.text
    for page, text in pages.items():
        rest = squeezed(text)
        for phrase in sorted(known - {""}, key=len, reverse=True):
            rest = rest.replace(phrase, " ")
        if left := "".join(re.findall(r"[^\W\d_]+|\d{4,}", rest)):
            yield f"trang {page + 1}: {quoted(left)}"


@check(
    "Thẻ đọc lên đúng và đủ chữ của trang, theo thứ tự của trang",
    "nghe được như nhìn thấy",
    "PDF/UA-1 7.2; WCAG 1.3.2",
)
def reading_order(filed: Filed, tagged: Tagged) -> Iterator[str]:
    """What the tags say in their order is what the page says; it does not say the numbers of its lists."""
    numbers = {mark for label in tagged.elements("Lbl") for mark in label.marks}
    found = tagged.text_of(tagged.tree, but=numbers) if tagged.tree else ""
    yield from difference(squeezed(filed.text), squeezed(found))


@check(
    "Bảng nào cũng có ô tiêu đề, ô tiêu đề nói rõ là của cột hay của hàng",
    "nghe một ô biết nó thuộc cột nào, hàng nào",
    "PDF/UA-1 7.5; WCAG 1.3.1",
)
def tables(filed: Filed, tagged: Tagged) -> Iterator[str]:
    """Each table has heads, each head a scope."""
    for number, table in enumerate(tagged.elements("Table"), start=1):
        heads = [one for one in table.walk() if one.kind == "TH"]
        if not heads:
            yield f"bảng {number} không có ô tiêu đề"
        for head in heads:
            if head.attribute("/Scope") not in (Name.Column, Name.Row, Name.Both):
                yield f"bảng {number}: ô {quoted(tagged.text_of(head))} không nói là của cột hay của hàng"


@check(
    "Ô dữ liệu chỉ tới ô tiêu đề có thật",
    "trong bảng lớn vẫn nghe được tên cột, tên hàng của từng ô",
    "PDF/UA-1 7.5; ISO 32000-1 14.8.5.7",
)
def cells(filed: Filed, tagged: Tagged) -> Iterator[str]:
    """The heads that cells name are in the tables, and found by their names."""
    heads = {str(one.object.ID): one for one in tagged.elements("TH") if "/ID" in one.object}
    tree = tagged.pdf.Root.get("/StructTreeRoot", Dictionary()).get("/IDTree")
    listed = dict(NameTree(tree).items()) if tree is not None else {}
    for cell in tagged.elements("TD", "TH"):
        for name in cell.attribute("/Headers") or ():
            head, found = heads.get(str(name)), listed.get(str(name))
            if head is None or found is None or found.objgen != head.object.objgen:
                yield f"ô {quoted(tagged.text_of(cell))} chỉ tới ô tiêu đề không có"


@check(
    "Hình nào cũng có lời thay hình",
    "người không nhìn thấy biết hình nói gì",
    "PDF/UA-1 7.3; WCAG 1.1.1",
)
def pictures(filed: Filed, tagged: Tagged) -> Iterator[str]:
    """Figures and formulas have words."""
    for number, picture in enumerate(tagged.elements("Figure", "Formula"), start=1):
        words = picture.object.get("/Alt", picture.object.get("/ActualText", ""))
        if not str(words).strip():
            yield f"hình {number} không có lời"
