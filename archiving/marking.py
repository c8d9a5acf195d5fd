"""What Chromium leaves out of a tagged PDF: which runs are no part of the text, and where links lead.

Page numbers, the line at the foot, dashes before the entries of a list are printed without a tag: here they
become artifacts. A table head that is repeated on every sheet is read out once. Links find their place by a
page, not by a name: names of several papers would meet in one file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, Operator, Page, Pdf

from archiving.reading import Element, Tagged, kids_of

PAPER_LINK = "paper:"
"""Links to another paper of the set are printed as paper:NAME, and led to where it lies afterwards."""

_TEXT = frozenset({"Tj", "TJ", "'", '"'})
_PATHS = frozenset({"m", "re"})
_PAINTED = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"})
_WHOLE = frozenset({"Do", "sh", "INLINE IMAGE"})
_OPENS, _CLOSES = frozenset({"BDC", "BMC"}), "EMC"

_ARTIFACT = ContentStreamInstruction([Name.Artifact], Operator("BMC"))
_END = ContentStreamInstruction([], Operator(_CLOSES))

Instruction = ContentStreamInstruction | pikepdf.ContentStreamInlineImage


def mark(tagged: Tagged) -> None:
    """Mark every run that has no tag, and repeated heads, as artifacts; say of each link what it is."""
    repeated = _take_repeated_heads(tagged)
    for number, page in enumerate(tagged.pdf.pages):
        instructions = pikepdf.parse_content_stream(page)
        marked = _with_artifacts(instructions, repeated.get(number, frozenset()))
        page.Contents = tagged.pdf.make_stream(pikepdf.unparse_content_stream(marked))
    _lead_by_pages(tagged.pdf)
    _describe_links(tagged)


def untagged(page: Page) -> int:
    """How many operators of a page show something under no mark: neither tag nor artifact."""
    return sum(
        opening is not None and not inside
        for _, inside, opening in _seen(pikepdf.parse_content_stream(page))
    )


def _seen(
    instructions: Iterable[Instruction],
) -> Iterable[tuple[int, bool, int | None]]:
    """For each instruction its place, whether it stands under a mark, and where what it shows begins.

    A path begins with its first line; between that and the painting no mark may stand.
    """
    marks: list[bool] = []
    path: int | None = None
    for at, instruction in enumerate(instructions):
        operator = str(instruction.operator)
        inside = any(marks)
        opening = None
        if operator in _OPENS:
            marks.append(_is_mark(instruction))
        elif operator == _CLOSES:
            marks.pop()
        elif operator in _PATHS:
            path = at if path is None else path
        elif operator in _TEXT or operator in _WHOLE:
            opening = at
        elif operator in _PAINTED:
            opening, path = path, None
        elif operator == "n":
            path = None
        yield at, inside, opening


def _is_mark(instruction: Instruction) -> bool:
    """True for what opens a tag or an artifact; a mark without number says nothing of what it holds."""
    tag, *properties = instruction.operands
    named = properties and isinstance(properties[0], Dictionary) and "/MCID" in properties[0]
    return bool(tag == Name.Artifact or named)


def _with_artifacts(instructions: list[Instruction], repeated: frozenset[int]) -> list[Instruction]:
    """The instructions of a page, all that it shows under a mark."""
    before = {}
    for at, inside, opening in _seen(instructions):
        if opening is not None and not inside:
            before[opening] = at
    marked: list[Instruction] = []
    ends = set(before.values())
    for at, instruction in enumerate(instructions):
        if at in before:
            marked.append(_ARTIFACT)
        marked.append(_ARTIFACT if _number_of(instruction) in repeated else instruction)
        if at in ends:
            marked.append(_END)
    return marked


def _number_of(instruction: Instruction) -> int | None:
    if str(instruction.operator) != "BDC" or not _is_mark(instruction):
        return None
    properties = instruction.operands[1]
    return int(properties.MCID) if isinstance(properties, Dictionary) else None


# --- Table heads ------------------------------------------------------------------


def _take_repeated_heads(tagged: Tagged) -> dict[int, frozenset[int]]:
    """Page → the marks that repeat a head of the table's first sheet, taken out of the tree."""
    found: dict[int, set[int]] = {}
    for head in tagged.elements("TH"):
        pages = sorted({page for page, _ in head.marks})
        texts = {page: tagged.text_on(head, page) for page in pages}
        for page in pages[1:]:
            if texts[page] == texts[pages[0]]:
                numbers = {mcid for at, mcid in head.marks if at == page}
                found.setdefault(page, set()).update(numbers)
                _take(head, page, numbers, tagged.pdf)
    for page, numbers in found.items():
        row = _parents(tagged.pdf)[int(tagged.pdf.pages[page].StructParents)]
        for number in numbers:
            row[number] = None
    return {page: frozenset(numbers) for page, numbers in found.items()}


def _take(element: Element, page: int, numbers: set[int], pdf: Pdf) -> None:
    """Take marks of one page out of an element and all below it."""
    own = element.object
    of = own.Pg if "/Pg" in own else None

    def stays(kid: object) -> bool:
        if isinstance(kid, int):
            return not (of == pdf.pages[page].obj and kid in numbers)
        if isinstance(kid, Dictionary) and "/MCID" in kid:
            on = kid.Pg if "/Pg" in kid else of
            return not (on == pdf.pages[page].obj and int(kid.MCID) in numbers)
        return True

    own.K = Array([kid for kid in kids_of(own) if stays(kid)])
    for below in element.below:
        _take(below, page, numbers, pdf)


def _parents(pdf: Pdf) -> pikepdf.NumberTree:
    """Key of a page or annotation → the elements its marks belong to."""
    return pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)


# --- Links ------------------------------------------------------------------------


def links_of(page: Page) -> list[pikepdf.Object]:
    """The links of a page."""
    return [note for note in page.get("/Annots", Array()) if note.get("/Subtype") == Name.Link]


def _lead_by_pages(pdf: Pdf) -> None:
    """Write the place itself wherever a link or a bookmark leads to its name."""
    names = pdf.Root.get("/Dests", Dictionary())
    for page in pdf.pages:
        for link in links_of(page):
            if isinstance(link.get("/Dest"), Name):
                link.Dest = names[str(link.Dest)]
    if "/Dests" in pdf.Root:
        del pdf.Root["/Dests"]


def lead_to_papers(pdf: Pdf, lead: Callable[[pikepdf.Object, str], None]) -> None:
    """Lead the links to other papers to where they lie.

    Args:
        pdf: the file, changed in place.
        lead: is given the link and the name of the page it was printed with.
    """
    for page in pdf.pages:
        for link in links_of(page):
            address = str(link.get("/A", Dictionary()).get("/URI", ""))
            if address.startswith(PAPER_LINK):
                lead(link, address.removeprefix(PAPER_LINK).partition("#")[0])


def lead_to_file(link: pikepdf.Object, file: str) -> None:
    """Lead a link to another file of the same folder."""
    link.A = Dictionary(S=Name.GoToR, F=file, D=Array([0, Name.Fit]))


def _describe_links(tagged: Tagged) -> None:
    """Give each link the words it stands on, which is what it leads to, for those who do not see it."""
    for element in tagged.elements("Link"):
        for kid in kids_of(element.object):
            if isinstance(kid, Dictionary) and "/Obj" in kid:
                kid.Obj.Contents = tagged.text_of(element)
