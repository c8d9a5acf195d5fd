"""The navigation in mkdocs.yml and the pages in docs/: each names the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from conference.findings import Finding, Place, did_you_mean, quote
from conference.pages.page import Page
from conference.pages.settings import Settings

NAV = "page-nav"

_ELSEWHERE = re.compile(r"https?://[^/\s]", re.IGNORECASE)


def wrong_navigation(pages: Sequence[Page], settings: Settings) -> Iterator[Finding]:
    """Lines that lead to no page, pages on no line, and pages on two.

    Args:
        pages: All pages of docs/.
        settings: What mkdocs.yml says; nothing is asked of a navigation it does not have, since MkDocs
            then makes one of all pages.

    Yields:
        Findings of the rule page-nav, all in mkdocs.yml.
    """
    if settings.nav_place is None:
        return
    files = {f"{page.name}.md": page for page in pages}
    first: dict[str, Place] = {}
    for target, place in settings.entries:
        if target in first:
            message = f"trang {quote(target)} đã có ở dòng {first[target].line}; hãy giữ một dòng."
            yield Finding(place, message, NAV)
        elif target in files:
            first[target] = place
        elif not _ELSEWHERE.match(target):
            message = (
                f"không có trang {quote(target)} trong docs.{did_you_mean(target, files)} "
                "Hãy sửa tên tệp, hoặc xóa dòng này."
            )
            yield Finding(place, message, NAV)
    for file, page in files.items():
        if file not in first and file not in settings.not_in_nav:
            title = page.title if page.title != page.name else "Tên trang"
            message = f"trang {page.file} chưa có trong nav; hãy thêm dòng «- {title}: {file}»."
            yield Finding(settings.nav_place, message, NAV)
