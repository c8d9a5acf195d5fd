"""Links of the pages: each leads to a page or a file that is there.

MkDocs looks at links as well, but in its own words, without a line, and when it has written the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from conference.findings import Finding, did_you_mean, quote
from conference.guard.prose import links_of
from conference.pages import Page

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|$", re.IGNORECASE)
LINK = "page-link"


def wrong_links(pages: Sequence[Page], docs: Path) -> Iterator[Finding]:
    """Links to a page or file of the site that is not there."""
    known = {f"{page.name}.md" for page in pages}
    for page in pages:
        for target, place in links_of(page):
            path = unquote(re.split("[#?]", target)[0])
            if _ELSEWHERE.match(target) or path in known or (docs / path).is_file():
                continue
            if path.endswith(".html") and f"{path[:-5]}.md" in known:
                continue
            message = f"không có trang hay tệp nào là {quote(path)}.{did_you_mean(path, known)} Hãy sửa liên kết."
            yield Finding(place, message, LINK)
