"""What everyone's site must not hold, looked for in the files as they are served.

Everything in them that can be read is looked at: pages, the index of the search, scripts, downloads. What
a page for everyone says itself is no leak.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from conference.audience import for_staff, staff_files
from conference.findings import quote
from conference.guard.prose import prose_of
from conference.pages.page import load_pages

_LINE = re.compile(r"\b(?:data|docs)/[\w.-]+\.(?:yml|md):[0-9]+")
"""A line of the data or of a page, as editors name it."""
_TAG = re.compile(r"<[^<>]*>")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".woff", ".woff2"})
_FEWEST = 16
"""A stretch of so many letters is a page's own; shorter ones may stand anywhere."""


def leaks(site: Path, docs: Path) -> Iterator[str]:
    """What a built site holds of the staff's.

    Args:
        site: the folder of the site.
        docs: the pages it was built of.

    Yields:
        One Vietnamese sentence a file of the site and kind of thing, with the first of its kind.
    """
    pages, _ = load_pages(docs, "docs")
    for file in staff_files(pages, docs):
        if (site / file).exists():
            yield f"{file}: tệp chỉ cán bộ xem."
    public = _folded(" ".join(page.text for page in pages if not for_staff(page)))
    addresses = [re.compile(rf"(?<![\w-]){p.name}\.(?:html|md)\b") for p in pages if for_staff(p)]
    stretches = {
        text
        for page in pages
        if for_staff(page)
        for stretch in prose_of(page)
        for text in map(_folded, re.split(r" {2,}|\n", stretch.text))
        if len(text) >= _FEWEST and text not in public
    }
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        if path.suffix in _PICTURES:
            continue
        file, raw = path.relative_to(site).as_posix(), _read(path)
        text = _folded(_TAG.sub(" ", raw))
        kinds = {
            "dòng dữ liệu": [one for one in _LINE.findall(raw) if _folded(one) not in public],
            "địa chỉ trang": [f[0] for address in addresses if (f := address.search(raw))],
            "câu của trang": [stretch for stretch in sorted(stretches) if stretch in text],
        }
        for kind, found in kinds.items():
            if found:
                others = len(set(found)) - 1
                more = f" và {others} chỗ khác" if others else ""
                yield f"{file}: có {kind} chỉ cán bộ xem: {quote(found[0], 60)}{more}."


def _read(path: Path) -> str:
    content = path.read_bytes()
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    text = content.decode("utf-8", errors="replace")
    text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return unescape(text).replace("\\n", " ").replace('\\"', '"')


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
