"""What a PDF says to whoever cannot see it: each run of text with the tag it stands under, and the tree of tags."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pikepdf.models import PdfMetadata


@dataclass(frozen=True)
class Run:
    """Letters that one operator shows.

    Attributes:
        page: of the file, from 0.
        text: as it is read out; "" where a font names no letters.
        mcid: the number by which the tree of tags knows it; None: no tag.
        artifact: True when it is marked as no part of the text.
    """

    page: int
    text: str
    mcid: int | None
    artifact: bool


class _Runs(PDFTextDevice):
    """Collects runs; marks may stand inside marks, which pdfplumber's own reader does not follow."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.runs: list[Run] = []
        self.page = 0
        self._open: list[tuple[str, Any]] = []

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        mcid = props.get("MCID") if isinstance(props, dict) else None
        self._open.append((tag.name, mcid))

    def end_tag(self) -> None:
        self._open.pop()

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        letters = []
        for shown in seq:
            for code in textstate.font.decode(shown) if isinstance(shown, bytes) else ():
                try:
                    letters.append(textstate.font.to_unichr(code))
                except PDFUnicodeNotDefined:
                    letters.append("\N{REPLACEMENT CHARACTER}")
        numbers = [mcid for _, mcid in self._open if mcid is not None]
        artifact = any(tag == "Artifact" for tag, _ in self._open)
        mcid = numbers[-1] if numbers and not artifact else None
        self.runs.append(Run(self.page, "".join(letters), mcid, artifact))


def runs_of(path: Path) -> list[Run]:
    """All runs of text of a file, page by page, in the order in which they are shown."""
    manager = PDFResourceManager()
    device = _Runs(manager)
    interpreter = PDFPageInterpreter(manager, device)
    with path.open("rb") as file:
        for number, page in enumerate(PDFPage.get_pages(file)):
            device.page = number
            interpreter.process_page(page)
    return device.runs


def text_of_pages(path: Path) -> tuple[str, ...]:
    """All letters of each page, whatever they stand under, in the order in which they are shown."""
    runs = runs_of(path)
    pages = max((run.page for run in runs), default=-1) + 1
    return tuple("".join(run.text for run in runs if run.page == page) for page in range(pages))


@dataclass(frozen=True)
class Element:
    """An element of the tree of tags, with the elements below it and the marks of its own.

    Attributes:
        object: as pikepdf knows it.
        kind: "H1", "TH", "Link" …
        own: page and number of what is marked as its own.
        marks: the same, with those of all elements below, in order.
        below: the elements right below.
    """

    object: pikepdf.Object
    kind: str
    own: tuple[tuple[int, int], ...]
    marks: tuple[tuple[int, int], ...]
    below: tuple[Element, ...]

    def walk(self) -> Iterator[Element]:
        """Itself and all below it, in the order of reading."""
        yield self
        for element in self.below:
            yield from element.walk()

    def attribute(self, name: str) -> pikepdf.Object | None:
        """What the element's attributes say of a name, such as /Scope."""
        owned = self.object.get("/A", pikepdf.Array())
        for attributes in owned if isinstance(owned, pikepdf.Array) else [owned]:
            if name in attributes:
                return attributes[name]
        return None


@dataclass(frozen=True)
class Tagged:
    """A file read back."""

    path: Path
    pdf: pikepdf.Pdf

    @cached_property
    def runs(self) -> list[Run]:
        """Its text; see `runs_of`."""
        return runs_of(self.path)

    @cached_property
    def metadata(self) -> PdfMetadata:
        """Its XMP; only to be read: as a context it would write the other properties anew."""
        return self.pdf.open_metadata()

    @cached_property
    def tree(self) -> Element | None:
        """The root of its tags; None without any."""
        root = self.pdf.Root.get("/StructTreeRoot")
        if root is None:
            return None
        pages = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}
        return _element(root, -1, pages)

    def elements(self, *kinds: str) -> list[Element]:
        """All elements of some kinds, in the order of reading."""
        return [one for one in self.tree.walk() if one.kind in kinds] if self.tree else []

    @cached_property
    def _texts(self) -> dict[tuple[int, int], str]:
        texts: dict[tuple[int, int], str] = {}
        for run in self.runs:
            if run.mcid is not None:
                place = run.page, run.mcid
                texts[place] = texts.get(place, "") + run.text
        return texts

    def text_of(self, element: Element, but: Collection[tuple[int, int]] = ()) -> str:
        """What is read out of an element and all below it, but for some marks."""
        return "".join(self._texts.get(mark, "") for mark in element.marks if mark not in but)

    def text_on(self, element: Element, page: int) -> str:
        """What of it stands on one page."""
        return "".join(self._texts.get(mark, "") for mark in element.marks if mark[0] == page)


def _element(found: pikepdf.Object, page: int, pages: dict[tuple[int, int], int]) -> Element:
    page = pages.get(found.Pg.objgen, page) if "/Pg" in found else page
    own: list[tuple[int, int]] = []
    marks: list[tuple[int, int]] = []
    below: list[Element] = []
    for kid in kids_of(found):
        if isinstance(kid, int):
            own.append((page, kid))
            marks.append(own[-1])
        elif "/MCID" in kid:
            own.append((pages.get(kid.Pg.objgen, page) if "/Pg" in kid else page, int(kid.MCID)))
            marks.append(own[-1])
        elif "/S" in kid:
            element = _element(kid, page, pages)
            below.append(element)
            marks += element.marks
    kind = str(found.S)[1:] if "/S" in found else "StructTreeRoot"
    return Element(found, kind, tuple(own), tuple(marks), tuple(below))


def kids_of(element: pikepdf.Object) -> list[Any]:
    """What stands right below an element: numbers of marks, marks on other pages, objects, elements."""
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]
