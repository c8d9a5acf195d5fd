"""Everything that is wrong with the pages as they would be published: what check accepts, the build does."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from conference.audience import for_staff
from conference.facts import Facts
from conference.findings import Finding, did_you_mean, limited, quote
from conference.guard.prose import read_prose
from conference.pages.call_syntax import CALL, FACT, place_at
from conference.pages.converted import Converter, Extensions, converter_of
from conference.pages.html import TOO_DEEP, Published, published
from conference.pages.links import LINK, Site, wrong_link
from conference.pages.markdown_slips import MARKDOWN, SLIPS
from conference.pages.mistyped_calls import mistyped_calls
from conference.pages.navigation import wrong_navigation
from conference.pages.notation import IN_PAGES
from conference.pages.page import Page
from conference.pages.settings import Settings
from conference.pages.settings_layers import VALUE
from conference.pages.source import Source
from conference.render import Renderer
from conference.render.blocks import FUNCTIONS, block_names

DOCUMENT, AUDIENCE = "page-document", "page-audience"

_MOST_MARKS, _MOST_HEADINGS = 2000, 1000
"""The time Markdown takes grows with the square of these."""
_HEADING = re.compile(r"(?m)^ {0,3}(?:#{1,6}|!!!|=+ *$|-+ *$)")
_BLOCK_ID = re.compile(r'<[a-z][^<>]*? id="([^"]+)"')
_BRACE = re.compile(r"[{}].{0,40}")


def wrong_pages(
    pages: Sequence[Page], settings: Settings, docs: Path, facts: Facts
) -> Iterator[Finding]:
    """What the strict build of the site would refuse, and what it would publish wrongly.

    Args:
        pages: All pages of docs/.
        settings: What mkdocs.yml says.
        docs: The folder of the pages.
        facts: What is known of the conference: the names pages may call, and the blocks.

    Yields:
        Findings of the rules page-nav, page-audience, page-document, page-html, page-id, page-call, page-link and page-markdown,
        page by page.
    """
    yield from wrong_navigation(pages, settings)
    for page in pages:
        if page.name == "index" and for_staff(page):
            message = "trang đầu phải cho mọi người xem; hãy xóa dòng audience."
            yield Finding(page.title_place, message, AUDIENCE)
        yield from _wrong_document(page, facts)
    try:
        converter = converter_of(settings.extensions or STANDARD)
    except Exception:  # whatever an extension raises that is not there or dislikes its settings
        if settings.extensions_place is not None:
            message = (
                "không nạp được một phần mở rộng của Markdown; hãy xem lại tên và các mục của nó."
            )
            yield Finding(settings.extensions_place, message, VALUE)
        converter = converter_of(STANDARD)
    yield from _Looking(pages, settings, docs, facts, converter).findings()


STANDARD: Extensions = {"attr_list": {}, "md_in_html": {}, "admonition": {}}
"""What pages are read with where mkdocs.yml does not say, or says it wrongly."""


def _wrong_document(page: Page, facts: Facts) -> Iterator[Finding]:
    """A page that says it belongs to a document there is not."""
    documents = facts.dossier.documents
    if not page.document or not page.document_place or not (documents.whole or documents.absent):
        return
    known = [document.id for document in documents.documents]
    if page.document in known:
        return
    if documents.absent:
        advice = " Hồ sơ chưa có tệp ấy: hãy tạo tệp, hoặc xóa dòng document."
    else:
        advice = did_you_mean(page.document, known) or f" Chỉ có: {', '.join(known)}."
    message = f"không có văn bản {quote(page.document)} trong documents.yml.{advice}"
    yield Finding(page.document_place, message, DOCUMENT)


class _Looking:
    """Looks at pages that may lead to each other."""

    def __init__(
        self,
        pages: Sequence[Page],
        settings: Settings,
        docs: Path,
        facts: Facts,
        converter: Converter,
    ) -> None:
        self.pages = {f"{page.name}.md": page for page in pages}
        self.facts = facts
        self.converter = converter
        self._published: dict[str, Published | None] = {}
        files = _files(docs) | set(self.pages)
        self.site = Site(
            files={file for file in files if not settings.leaves_out(file)},
            left_out=lambda file: file in files and settings.leaves_out(file),
            for_staff={file for file, page in self.pages.items() if for_staff(page)},
            ids=self.has_id,
        )

    def findings(self) -> Iterator[Finding]:
        for file, page in self.pages.items():
            shown = self.published(file)
            if shown is None:
                place = place_at(page.text, page.body_start, page.file)
                yield Finding(place, _too_much(page) or TOO_DEEP, MARKDOWN)
                continue
            yield from shown.findings
            yield from limited(self.links(page, shown))
            yield from limited(self.calls(page, shown))
            for slips in SLIPS:
                yield from limited(slips(page, shown))
            yield from limited(_hidden(page, shown))

    def published(self, file: str) -> Published | None:
        """What a page would publish; None when it cannot be read."""
        if file not in self._published:
            page = self.pages[file]
            converted = None if _too_much(page) else self.converter.convert(page)
            self._published[file] = published(page, converted) if converted else None
        return self._published[file]

    def links(self, page: Page, shown: Published) -> Iterator[Finding]:
        """Links and pictures that lead nowhere, or where none may."""
        source = Source(page)
        own = f"{page.name}.md"
        for target, is_picture, in_html in shown.addresses:
            problem = wrong_link(target, own, self.site, is_picture=is_picture, in_html=in_html)
            if problem:
                yield Finding(
                    source.place(target or "]()", behind="](" if target else ""), problem, LINK
                )

    def has_id(self, file: str, wanted: str) -> bool | None:
        """Whether a page has an id, of a heading or in a block; None when that cannot be told."""
        shown = self.published(file) if file in self.pages else None
        if shown is None:
            return None
        if wanted in shown.ids:
            return True
        blocks = [c for c in self.pages[file].calls if c.name not in FUNCTIONS and c.name != FACT]
        for call in blocks:
            if call.name not in block_names():
                return None  # told
            html = self.block(call.name, call.arguments, self.pages[file].document)
            if html is None:
                return None
            if wanted in _BLOCK_ID.findall(html):
                return True
        return False

    def block(self, name: str, arguments: Sequence[str], document: str) -> str | None:
        """A block as HTML; None when the data are not fit for it."""
        if self.renderer is None:
            return None
        try:
            return self.renderer.block(name, *arguments, document=document)
        except Exception:  # data that break a rule may break a template too; told by the rule
            return None

    @cached_property
    def renderer(self) -> Renderer | None:
        return Renderer(self.facts) if self.facts.dossier.whole else None

    def calls(self, page: Page, shown: Published) -> Iterator[Finding]:
        """Calls in other brackets, and whatever else in braces would be printed."""
        names = self.facts.names
        told: set[int] = set()
        for stretch in read_prose(page).stretches:
            for found in mistyped_calls(stretch.text, names.names, IN_PAGES, block_names()):
                place = stretch.place(found.start)
                told.add(place.line)
                message = found.message
                if found.written in found.ways:
                    message = (
                        f"{quote(found.written, 60)} nằm giữa {{% raw %}} và {{% endraw %}} nên in ra "
                        "nguyên như vậy; hãy bỏ hai dấu ấy."
                    )
                yield Finding(place, message, CALL)
        source = Source(page)
        for text in shown.texts:
            for brace in _BRACE.finditer(text):
                place = source.place(brace[0], brace[0][:12].rstrip(), brace[0][0])
                if place.line not in told:
                    told.add(place.line)
                    message = (
                        f"{quote(brace[0], 40)}: ngoặc nhọn sẽ in ra nguyên như vậy; hãy dùng ngoặc "
                        "đơn, hoặc viết lời gọi cho đúng."
                    )
                    yield Finding(place, message, CALL)


def _too_much(page: Page) -> str:
    """Why a page would keep Markdown busy: what it looks at again and again for each one; or ""."""
    text = page.text
    if max(text.count("["), text.count("<")) > _MOST_MARKS:
        return "trang có quá nhiều dấu [ hay <; hãy xem lại có chép nhầm không, hoặc tách trang."
    if len(_HEADING.findall(text)) > _MOST_HEADINGS:
        return "trang có quá nhiều đề mục hay hộp ghi chú; hãy tách thành nhiều trang."
    return ""


def _files(docs: Path) -> set[str]:
    """Every file below docs/, as links name it."""
    return {
        (Path(folder) / file).relative_to(docs).as_posix()
        for folder, _, files in os.walk(docs)
        for file in files
        if not (Path(folder) / file).is_symlink()
    }


def _hidden(page: Page, shown: Published) -> Iterator[Finding]:
    """What the guard takes for an example and does not read must be shown as one."""
    shown_as_examples = "".join(shown.examples)
    for text, place in read_prose(page).examples:
        if text.strip() and text.strip() not in shown_as_examples:
            message = "khối ví dụ này nằm trong một khối khác; hãy xem lại các dấu ``` ở trên."
            yield Finding(place, message, MARKDOWN)
