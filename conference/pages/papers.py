"""The papers: what pages print as. The front matter of the pages, in the order of the navigation, is
their registry; the print set, its counts and its slots are read from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conference.facts import Facts
from conference.findings import Finding, Severity, limited, quote
from conference.guard.parts_named import appendix_number
from conference.guard.prose import prose_of
from conference.models.documents import Document
from conference.pages.call_syntax import FACT
from conference.pages.calls import callable_names
from conference.pages.front_matter import PAPERS
from conference.pages.page import Page, place_at
from conference.render.blocks import BLOCKS
from conference.wording import blanks_in_prose, roman

MOST_PAPERS = 24
"""As many slots as overrides/assets/paper-slots.css has."""

PAPER, SET, CONTENTS = "page-paper", "page-set", "document-contents"
DOCUMENT, BLANK = "page-document", "page-blank"


def papers_of_the_set(pages: Sequence[Page]) -> list[Page]:
    """The pages that print as papers of the set, in the order of the pages."""
    return [page for page in pages if page.paper in PAPERS and PAPERS[page.paper].in_set]


def wrong_papers(pages: Sequence[Page], facts: Facts) -> Iterator[Finding]:
    """What the registry of papers cannot print, and documents that lost a part.

    Args:
        pages: all pages, in the order of the navigation.
        facts: what is known of the conference.

    Yields:
        Findings of the rules page-set, page-document, page-blank and document-contents.
    """
    papers = papers_of_the_set(pages)
    if len(papers) > MOST_PAPERS:
        message = (
            f"bộ in có {len(papers)} văn bản, nhiều nhất là {MOST_PAPERS}; hãy gộp bớt trang, hoặc "
            "ghi paper: screen ở trang không cần in."
        )
        yield Finding(papers[MOST_PAPERS].title_place, message, SET)
    for page in pages:
        calls = [call for call in page.calls if call.name == "print_set"]
        if page.paper == "set" and not calls:
            message = "trang có paper: set phải gọi {{ print_set() }}; hãy thêm một dòng ấy vào cuối trang."
            yield Finding(page.title_place, message, SET)
        elif page.paper == "set" and len(calls) > 1:
            message = "{{ print_set() }} chỉ gọi một lần ở một trang; hãy bỏ dòng này."
            yield Finding(calls[1].place, message, SET)
        elif page.paper != "set" and calls:
            message = (
                "chỉ trang có paper: set mới gọi được {{ print_set() }}; hãy chuyển sang trang ấy."
            )
            yield Finding(calls[0].place, message, SET)
        if page.paper == "document" and not page.document and not page.calls:
            message = (
                "trang in một văn bản, mà đầu trang chưa ghi văn bản nào; hãy thêm dòng document: … với mã "
                "trong documents.yml, hoặc ghi paper: sheet nếu là tờ kèm theo."
            )
            yield Finding(page.title_place, message, DOCUMENT)
    if facts.whole("documents"):
        documents = facts.dossier.documents.documents
        ids = {"", *(document.id for document in documents)}
        # Of a page with a wrong head, or that could not be read, nobody knows what it prints.
        all_known = all(page.paper in PAPERS and page.document in ids for page in pages)
        for document in documents:
            own = [page for page in pages if page.document == document.id]
            yield from _wrong_pages_of(document, own)
            yield from _appendices_out_of_order(own)
            if all_known:
                yield from _without_document(document, own)
                yield from _lost_parts(document, own)


def _wrong_pages_of(document: Document, pages: Sequence[Page]) -> Iterator[Finding]:
    """Pages of a document that print it a second time, or hold blanks."""
    printed = [page for page in pages if page.paper == "document"]
    for page in printed[1:]:
        message = (
            f"văn bản {quote(document.id)} đã in ở trang {printed[0].name}.md; hãy ghi mã của văn bản khác, "
            "hoặc ghi paper: appendix nếu trang này là phụ lục."
        )
        yield Finding(page.document_place or page.title_place, message, DOCUMENT)
    for page in pages:
        if page.paper == "document" and document.status == "issued":
            yield from limited(_blanks(page))


def _without_document(document: Document, pages: Sequence[Page]) -> Iterator[Finding]:
    """Appendices of a document that no page prints."""
    if any(page.paper == "document" for page in pages):
        return
    for page in pages:
        if page.paper == "appendix":
            message = (
                f"trang này là phụ lục của văn bản {quote(document.id)}, mà chưa có trang nào in văn bản ấy; "
                f"hãy thêm một trang có paper: document và document: {document.id}, hoặc sửa mã này."
            )
            place = page.document_place or page.title_place
            yield Finding(place, message, DOCUMENT, Severity.WARNING)


def _appendices_out_of_order(pages: Sequence[Page]) -> Iterator[Finding]:
    """Appendices of a document that number themselves, but not in the order of the navigation."""
    appendices = [page for page in pages if page.paper == "appendix"]
    numbers = [appendix_number(page.text) for page in appendices]
    for due, (page, number) in enumerate(zip(appendices, numbers, strict=True), start=1):
        if number is None:
            if any(numbers):
                message = (
                    "phụ lục này chưa đánh số, trong khi phụ lục khác của văn bản đã đánh; hãy viết "
                    f"«Phụ lục {roman(due)}» ở đầu đề mục lớn, hoặc bỏ số ở mọi phụ lục."
                )
                yield Finding(page.title_place, message, DOCUMENT)
            continue
        typed, at = number
        right = str(due) if typed.isdigit() else roman(due)
        if typed != right:
            message = (
                f"phụ lục đánh số {quote(typed)} mà theo thứ tự các trang trong mkdocs.yml đến lượt "
                f"{quote(right)}; hãy đánh số lại, hoặc xếp lại các trang."
            )
            yield Finding(place_at(page.text, at, page.file), message, DOCUMENT)


def _blanks(page: Page) -> Iterator[Finding]:
    """What is left to be filled in on the page of a document that is issued."""
    for stretch in prose_of(page):
        for found in blanks_in_prose(stretch.text):
            message = (
                f"{quote(found[0])} là chỗ để điền, mà văn bản đã ghi status: issued; hãy điền, hoặc ghi "
                "lại status: draft trong documents.yml."
            )
            yield Finding(stretch.place(found.start()), message, BLANK)


def _lost_parts(document: Document, pages: Sequence[Page]) -> Iterator[Finding]:
    """The parts a document must have that none of its pages shows."""
    printed = [page for page in pages if page.paper == "document"]
    if not printed:
        message = (
            f"văn bản {quote(document.id)} chưa có trang nào in ra; hãy thêm một trang có "
            f"paper: document và document: {document.id}."
        )
        if not any(page.paper == "appendix" for page in pages):  # else told there
            yield Finding(document.at("id"), message, CONTENTS, Severity.WARNING)
        return
    calls = [call for page in printed for call in page.calls]
    if not {call.name for call in calls} <= {FACT, *callable_names()}:
        return  # a slip in a call is told; what it means is not missing as well
    called = {call.name for call in calls}
    cited = {call.arguments[0] for call in calls if call.name == "cite" and call.arguments}
    place = printed[0].title_place
    wanted = ["document_head", *([] if document.is_letter else ["document_title"]), "document_foot"]
    wanted += ["addressees"] if document.addressees else []
    for block in wanted:
        if block not in called:
            message = f"văn bản thiếu phần «{BLOCKS[block].title}»; hãy thêm {{{{ {block}() }}}}."
            yield Finding(place, message, CONTENTS)
    for index, basis in enumerate(document.bases):
        if "bases" not in called and basis not in cited:
            message = (
                f"căn cứ {quote(basis)} không có trên trang của văn bản; hãy thêm "
                f'{{{{ cite("{basis}") }}}} vào trang, hoặc bỏ dòng này.'
            )
            yield Finding(document.at("bases", index), message, CONTENTS)
    of_appendices = {call.name for page in pages for call in page.calls}
    shown = {file for name in of_appendices if name in BLOCKS for file in BLOCKS[name].needs}
    for index, file in enumerate(document.contents):
        if file not in shown:
            ways = [name for name, block in BLOCKS.items() if file in block.needs]
            message = (
                f"văn bản phải có phần lấy từ {file}.yml, mà trang không gọi khối nào của phần ấy; hãy "
                f"thêm {{{{ {ways[0]}() }}}} vào trang, hoặc bỏ dòng này."
            )
            yield Finding(document.at("contents", index), message, CONTENTS)
