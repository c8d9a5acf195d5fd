"""What must be right of a built site before readers see it, looked for in the very files they would get."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from conference.csp import blocked
from publish.site import Reader, files, is_outside, loaded, pages, target

_IN_STYLE = re.compile(
    r"""(?i)(?:url\(\s*|@import\s+)["']?\s*((?:[a-z][a-z0-9+.-]*:|//)[^"')\s]*)"""
)
_FOLLOWED = ("http", "https", "mailto", "tel")
_HANDED_OUT = "data:text/calendar;"
"""A meeting for the reader's own calendar; browsers save it and never show it."""
_MOST = 40
"""So many of one kind are told."""


def faults(site: Path) -> list[str]:
    """What is wrong with a site, one Vietnamese line each."""
    read = {name: Reader(text) for name, text in pages(site).items()}
    every = files(site)
    found = [
        f"{name}: lỗi: thiếu trang này." for name in ("index.html", "404.html") if name not in every
    ]
    kinds = (_links(read, every), _outside(site, read), _figures(site, read), blocked(site))
    for kind in kinds:
        lines = list(kind)
        found += lines[:_MOST]
        if len(lines) > _MOST:
            found.append(f"… và {len(lines) - _MOST} lỗi cùng loại.")
    return found


def _links(read: Mapping[str, Reader], every: frozenset[str]) -> Iterator[str]:
    """Addresses of the site that lead nowhere in it."""
    ids = {
        page: {
            tag.attributes[key]
            for tag in reader.tags
            for key in ("id", "name")
            if key in tag.attributes
        }
        for page, reader in read.items()
    }
    for page, reader in read.items():
        for tag in reader.tags:
            for name in ("href", "src"):
                address = tag.attributes.get(name)
                if address is None or is_outside(address):
                    continue
                file = target(page, address)
                if file not in every:
                    yield f"{page}:{tag.line}: lỗi: không có {address[:80]} trong trang web."
                _, mark, anchor = address.partition("#")
                if mark and anchor and tag.name == "a" and file in ids and anchor not in ids[file]:
                    yield f"{page}:{tag.line}: lỗi: không có chỗ {address[:80]} trong trang web."


def _outside(site: Path, read: Mapping[str, Reader]) -> Iterator[str]:
    """What would be fetched from elsewhere; a link that a reader may follow is no fault."""
    for page, reader in read.items():
        for tag in reader.tags:
            wrong = [value for name, value in loaded(tag) if _is_fetched(name, value)]
            if tag.name in ("base", "object", "embed", "iframe", "frame"):
                wrong.append(f"<{tag.name}>")
            if tag.name == "meta" and "http-equiv" in tag.attributes:
                wrong.append("http-equiv")
            href = tag.attributes.get("href", "").strip().lower()
            if tag.name in ("a", "area") and is_outside(href):
                scheme = href.partition(":")[0]
                if scheme not in _FOLLOWED and not href.startswith(_HANDED_OUT):
                    wrong.append(href)
            for value in wrong:
                yield f"{page}:{tag.line}: lỗi: gọi ra ngoài trang web: {value[:80]}."
    for path in sorted(site.rglob("*.css")):
        for address in _IN_STYLE.findall(path.read_text("utf-8", errors="replace")):
            if not address.lower().startswith("data:"):
                yield f"{path.relative_to(site).as_posix()}: lỗi: gọi ra ngoài trang web: {address[:80]}."


def _is_fetched(name: str, value: str) -> bool:
    if name.startswith("data-"):
        return bool(re.match(r"(?i)\s*(?:https?:)?//", value))
    return is_outside(value) and not re.match(r"(?i)\s*data:image/(?!svg)", value)


def _figures(site: Path, read: Mapping[str, Reader]) -> Iterator[str]:
    """Figures that are not the same on every page, or not what figures.json says."""
    path = site / "figures.json"
    said = json.loads(path.read_text("utf-8"))["figures"] if path.is_file() else []
    values = {str(figure["name"]): (str(figure["value"]), "figures.json") for figure in said}
    for page, reader in read.items():
        for tag in reader.tags:
            name, value = tag.attributes.get("data-figure"), tag.attributes.get("value")
            if name is None or value is None:
                continue
            first, where = values.setdefault(name, (value, page))
            if first != value:
                yield f"{page}:{tag.line}: lỗi: {name} ở đây là {value[:20]}, ở {where} là {first[:20]}."
