"""mkdocs.yml: the texts readers see, the pages in their order, and what the build would stumble over.

MkDocs speaks of these in English and only when a build begins. What MkDocs and its theme ask of keys
that nobody here looks at is left to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from conference.findings import Finding, Place, quote
from conference.folders import ROOT
from conference.loading.scalars import Refused, read_plain
from conference.loading.yaml_settings import Opaque
from conference.pages.settings_faults import wrong_settings
from conference.pages.settings_keys import SITE_TEXTS
from conference.pages.settings_layers import VALUE, Layers, named_groups, read_layers
from conference.pages.shared_files import NamedFile, inherits_nothing


class SiteTitle(NamedTuple):
    """A text of mkdocs.yml that readers see."""

    text: str
    place: Place


class Entry(NamedTuple):
    """A line of the navigation that leads somewhere: to a page, or away from the site."""

    target: str
    place: Place


class Settings(NamedTuple):
    """What mkdocs.yml says of the site."""

    titles: tuple[SiteTitle, ...] = ()
    """The texts readers see."""
    nav: tuple[str, ...] = ()
    """Where the navigation leads, in its order."""
    entries: tuple[Entry, ...] = ()
    """The same, each with its place."""
    nav_place: Place | None = None
    """Where the navigation begins; None where there is none, and MkDocs makes one of all pages."""
    left_out: tuple[str, ...] = ()
    """Folders and files of docs/ that are not published, without / at their ends."""
    not_in_nav: tuple[str, ...] = ()
    """Pages that need not stand in the navigation."""
    extensions: Mapping[str, Mapping[str, Any]] = MappingProxyType({})
    """The extensions of Markdown, each with its settings."""
    extensions_place: Place | None = None
    files: tuple[NamedFile, ...] = ()
    """What is named of the project's files."""

    def leaves_out(self, path: str) -> bool:
        """Whether a file of docs/, such as `assets/x.png`, is not published."""
        parts = path.split("/")
        if any(part.startswith(".") for part in parts) or parts[0] == "templates":
            return True  # as MkDocs does by itself
        return any(
            path == name or path.startswith(f"{name}/") or ("/" not in name and name in parts)
            for name in self.left_out
        )


def read_settings(path: Path, label: str = "") -> tuple[Settings, list[Finding]]:
    """The settings of a site, those it inherits included.

    Args:
        path: mkdocs.yml.
        label: How editors know the file; its name when nothing is said.

    Returns:
        What can be read of it, and what is wrong: the rules of files and of YAML, settings-key and
        settings-value.
    """
    findings: list[Finding] = []
    files = list(read_layers(path, label or path.name, findings, 1))
    if not files:
        return Settings(), findings
    if path.parent.resolve() != ROOT and not {"INHERIT", "plugins", "theme"} & set(files[0].values):
        findings.append(inherits_nothing(path, files[0].file.at(())))
        return Settings(), findings
    layers = Layers(files)
    findings += wrong_settings(layers)
    return _settings(layers, findings), findings


def _settings(layers: Layers, findings: list[Finding]) -> Settings:
    titles = [
        SiteTitle(text, layers.place(key))
        for key in SITE_TEXTS
        if isinstance(text := layers.value(key), str)
    ]
    nav = layers.value("nav")
    lines = list(_nav(layers, ("nav",), nav, findings)) if isinstance(nav, list) else []
    entries = tuple(line for line in lines if isinstance(line, Entry))
    titles += [line for line in lines if isinstance(line, SiteTitle)]
    for title in titles:
        if "{" in title.text or "}" in title.text:
            message = (
                f"{quote(title.text, 60)}: ở đây không gọi được con số hay tên; "
                "hãy viết không có ngoặc nhọn."
            )
            findings.append(Finding(title.place, message, VALUE))
    left_out, draft, not_in_nav = (
        tuple(_paths(layers, key, findings)) for key in ("exclude_docs", "draft_docs", "not_in_nav")
    )
    return Settings(
        titles=tuple(titles),
        nav=tuple(entry.target for entry in entries),
        entries=entries,
        nav_place=layers.of("nav").file.at(("nav",), key=True) if nav else None,
        left_out=left_out + draft,
        not_in_nav=not_in_nav,
        extensions=_extensions(layers.value("markdown_extensions")),
        extensions_place=layers.place("markdown_extensions"),
        files=tuple(_files(layers)),
    )


def _nav(
    layers: Layers, path: tuple[str | int, ...], entries: list[Any], findings: list[Finding]
) -> Iterator[SiteTitle | Entry]:
    """Titles and targets below `path`: a list of pages, or of titles each of a page or such a list."""
    file = layers.of("nav").file
    for index, entry in enumerate(entries):
        at = (*path, index)
        if isinstance(entry, str):
            yield Entry(entry, file.at(at))
            continue
        if not isinstance(entry, dict) or len(entry) != 1:
            message = (
                "mỗi dòng của nav là một trang, viết «- Tên trang: ten-trang.md»; "
                "hãy xem lại dấu - ở đầu dòng và dấu hai chấm."
            )
            findings.append(Finding(file.at(at), message, VALUE))
            continue
        ((title, below),) = entry.items()
        title_place = file.at((*at, title), key=True)
        yield SiteTitle(title, title_place)
        typed = file.lines[title_place.line - 1][title_place.column - 1 :][:1]
        if typed not in ("'", '"') and not isinstance(read_plain(title), str):
            findings.append(
                Finding(title_place, f"{quote(title, 40)}: hãy đặt tên này trong ngoặc kép.", VALUE)
            )
        place = file.at((*at, title))
        if isinstance(below, str):
            yield Entry(below, place)
        elif isinstance(below, list) and below:
            yield from _nav(layers, (*at, title), below, findings)
        elif not isinstance(below, Opaque):
            message = f"{quote(title, 40)}: cần tên tệp của trang, ví dụ: ke-hoach.md."
            findings.append(Finding(place, message, VALUE))


def _paths(layers: Layers, key: str, findings: list[Finding]) -> Iterator[str]:
    """The files and folders of a setting, a line each."""
    value = layers.value(key)
    place = layers.place(key)
    for line in value.split("\n") if isinstance(value, str) else ():
        name = line.strip()
        if not name or name.startswith("#"):
            continue
        if re.search(r"[*?\[\]!\\]", name):
            message = f"«{key}»: ghi từng tệp hay thư mục, không dùng dấu * ? ! [ ]."
            findings.append(Finding(place, message, VALUE))
        elif key != "not_in_nav" and name.endswith(".md"):
            message = (
                f"«{key}»: trang {quote(name)} bị loại thì liên kết đến nó và bộ in thiếu nó; "
                "hãy xóa tệp ấy, hoặc bỏ tên nó ở đây."
            )
            findings.append(Finding(place, message, VALUE))
        else:
            yield name.strip("/")


def _files(layers: Layers) -> Iterator[NamedFile]:
    """The project's files that are named, one after the other."""
    theme, plugins = layers.value("theme"), named_groups(layers.value("plugins"))
    found: dict[tuple[str | int, ...], Any] = {
        ("theme", "custom_dir"): theme.get("custom_dir") if isinstance(theme, dict) else None,
        ("plugins", "macros", "module_name"): plugins.get("macros", {}).get("module_name"),
    }
    for key in ("hooks", "watch"):
        values = layers.value(key)
        found |= {(key, i): v for i, v in enumerate(values if isinstance(values, list) else ())}
    own = layers.files[0]
    for path, value in found.items():
        if isinstance(value, str):
            key = str(path[0])
            here = key in own.values
            place = own.file.at(path if here else ("INHERIT",))
            yield NamedFile(key, value, place, not here)


def _extensions(value: Any) -> dict[str, dict[str, Any]]:
    """The extensions, each with those of its settings that are plain values."""
    return {
        name: {k: v for k, v in settings.items() if not isinstance(v, Opaque | Refused)}
        for name, settings in named_groups(value).items()
    }
