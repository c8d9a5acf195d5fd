"""Several tagged PDFs as one: their sheets, their trees of tags side by side, bookmarks of all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

import pikepdf
from pikepdf import Array, Dictionary, Name, NumberTree, OutlineItem, Pdf, String

from archiving.marking import lead_to_papers
from archiving.reading import kids_of


class Part(NamedTuple):
    """A file to be bound.

    Attributes:
        name: of its page in the site, by which others link to it.
        title: its bookmark.
        pdf: the file.
    """

    name: str
    title: str
    pdf: Pdf


def bind(parts: Sequence[Part]) -> Pdf:
    """Bind files into one, in their order.

    Marks and links of each file are counted from 0, cells of its tables are named for it alone; in the
    bound file they go on counting, and names take the place of the file in front.
    """
    bound = Pdf.new()
    document = bound.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array()))
    root = bound.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=document))
    document.P = root
    parents: list[tuple[int, pikepdf.Object]] = []
    identified: dict[str, pikepdf.Object] = {}
    firsts: list[int] = []
    for place, part in enumerate(parts):
        firsts.append(len(bound.pages))
        bound.pages.extend(part.pdf.pages)
        tree = bound.copy_foreign(part.pdf.Root.StructTreeRoot)
        shift = parents[-1][0] + 1 if parents else 0
        for key, owner in sorted(NumberTree(tree.ParentTree).items()):
            parents.append((key + shift, owner))
        for page in list(bound.pages)[firsts[-1] :]:
            _shift(page, shift)
        for kid in kids_of(tree):
            _rename(kid, f"{place}-", identified)
            kid.P = document
            kid.S = Name.Part
            document.K.append(kid)
    root.ParentTree = bound.make_indirect(Dictionary(Nums=_pairs(parents)))
    root.ParentTreeNextKey = parents[-1][0] + 1
    if identified:
        named = [(String(key), element) for key, element in sorted(identified.items())]
        limits = Array([named[0][0], named[-1][0]])
        names = Array([item for pair in named for item in pair])
        leaf = bound.make_indirect(Dictionary(Limits=limits, Names=names))
        root.IDTree = bound.make_indirect(Dictionary(Kids=Array([leaf])))
    bound.Root.StructTreeRoot = root
    bound.Root.MarkInfo = Dictionary(Marked=True)
    pages = {part.name: bound.pages[first].obj for part, first in zip(parts, firsts, strict=True)}
    lead_to_papers(bound, lambda link, name: _lead_to_page(link, pages[name]))
    _bookmark(bound, parts, firsts)
    return bound


def _pairs(entries: Sequence[tuple[int, pikepdf.Object]]) -> Array:
    return Array([item for entry in entries for item in entry])


def _shift(page: pikepdf.Page, by: int) -> None:
    """Let a page and its links find their tags further down."""
    if "/StructParents" in page:
        page.StructParents = int(page.StructParents) + by
    for note in page.get("/Annots", Array()):
        if "/StructParent" in note:
            note.StructParent = int(note.StructParent) + by


def _rename(element: pikepdf.Object, front: str, identified: dict[str, pikepdf.Object]) -> None:
    """Give the names of an element and all below it something in front: cells name their heads."""
    if "/ID" in element:
        name = front + str(element.ID)
        element.ID = String(name)
        identified[name] = element
    owned = element.get("/A", Array())
    for attributes in owned if isinstance(owned, Array) else [owned]:
        if "/Headers" in attributes:
            attributes.Headers = Array(
                [String(front + str(head)) for head in attributes.Headers.as_list()]
            )
    for kid in kids_of(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            _rename(kid, front, identified)


def _lead_to_page(link: pikepdf.Object, page: pikepdf.Object) -> None:
    del link["/A"]
    link.Dest = Array([page, Name.Fit])


def _bookmark(bound: Pdf, parts: Sequence[Part], firsts: Sequence[int]) -> None:
    """One bookmark a paper, with its own below it."""
    with bound.open_outline() as outline:
        for part, first in zip(parts, firsts, strict=True):
            item = OutlineItem(part.title, first)
            pages = {page.obj.objgen: number for number, page in enumerate(part.pdf.pages)}
            with part.pdf.open_outline() as own:
                item.children.extend(_moved(one, pages, first) for one in own.root)
            item.is_closed = True
            outline.root.append(item)


def _moved(item: OutlineItem, pages: dict[tuple[int, int], int], first: int) -> OutlineItem:
    page, *view = list(cast(Array, item.destination))
    height = float(view[2]) if len(view) > 2 and view[2] is not None else None
    moved = OutlineItem(str(item.title), first + pages[page.objgen], "XYZ", top=height)
    moved.children.extend(_moved(below, pages, first) for below in item.children)
    return moved
