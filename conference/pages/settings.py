"""mkdocs.yml: the texts readers see, the pages in their order, and what the build would stumble over.

MkDocs speaks of these in English and only when a build begins. What MkDocs and its theme ask of keys
that nobody here looks at is left to them.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from importlib.metadata import entry_points
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from conference.findings import Finding, Place, did_you_mean, limited, quote
from conference.folders import ROOT
from conference.loading.files import read_text
from conference.loading.scalars import Refused, read_plain
from conference.loading.silent import Loss
from conference.loading.spots import YamlFile
from conference.loading.yaml_settings import Opaque, parse_settings
from conference.pages.settings_keys import IS, KEYS, LEVELS, PLUGINS, VALIDATION
from conference.pages.shared_files import NamedFile, inherits_nothing

KEY, VALUE = "settings-key", "settings-value"

# What MkDocs and its theme show of the settings.
_SITE_TEXTS = ("site_name", "site_description", "site_author", "copyright")

_DEEPEST = 5
"""So many files may inherit one from another."""


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


class _Layer(NamedTuple):
    """One file of settings: mkdocs.yml, or one that it inherits."""

    values: dict[str, Any]
    file: YamlFile
    losses: list[Loss]


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
    layers = list(_layers(path, label or path.name, findings, 1))
    if not layers:
        return Settings(), findings
    if path.parent.resolve() != ROOT and not {"INHERIT", "plugins", "theme"} & set(
        layers[0].values
    ):
        findings.append(inherits_nothing(path, layers[0].file.at(())))
        return Settings(), findings
    read = _Reading(layers, findings)
    settings = read.settings()
    return settings, findings


def _layers(path: Path, label: str, findings: list[Finding], depth: int) -> Iterator[_Layer]:
    """The file, then what it inherits, each more general than the one before."""
    text, found = read_text(path, label)
    findings += found
    if text is None:
        return
    findings += (tabs := list(limited(_tabs(text, label))))
    if tabs:
        return
    file, found, losses = parse_settings(text, label)
    findings += found
    if file is None:
        return
    if not isinstance(file.value, dict):
        message = "cả tệp: cần các mục «tên: giá trị», mỗi mục một dòng, ví dụ: site_name."
        findings.append(Finding(file.at(()), message, VALUE))
        return
    yield _Layer(file.value, file, losses)
    parent = file.value.get("INHERIT")
    if not isinstance(parent, str):
        return
    above = path.parent / parent
    if depth == _DEEPEST or not above.is_file():
        message = (
            f"«INHERIT»: không có tệp {quote(parent)}; đường dẫn tính từ thư mục chứa tệp này."
            if depth < _DEEPEST
            else "«INHERIT»: các tệp gọi nhau không dứt; hãy bỏ bớt."
        )
        findings.append(Finding(file.at(("INHERIT",)), message, VALUE))
        return
    name = posixpath.normpath(posixpath.join(posixpath.dirname(label), parent))
    name = above.name if name.startswith("..") else name
    yield from _layers(above, name, findings, depth + 1)


def _tabs(text: str, label: str) -> Iterator[Finding]:
    """Tabs anywhere but in a remark: the parser of MkDocs refuses them where that of the data does not."""
    for number, line in enumerate(text.split("\n"), start=1) if "\t" in text else ():
        column = line.split("#")[0].find("\t")
        if column >= 0:
            message = "có dấu Tab ở đây; hãy thay bằng dấu cách."
            yield Finding(Place(label, number, column + 1), message, "yaml-tab")


class _Reading:
    """Looks at the files of settings together."""

    def __init__(self, layers: list[_Layer], findings: list[Finding]) -> None:
        self.layers, self.findings = layers, findings

    def tell(self, place: Place, message: str, rule: str = VALUE) -> None:
        self.findings.append(Finding(place, message, rule))

    def layer(self, key: str) -> _Layer:
        """The file that a key is read from; the first where there is none."""
        return next((layer for layer in self.layers if key in layer.values), self.layers[0])

    def place(self, *path: str | int) -> Place:
        return self.layer(str(path[0])).file.at(path)

    def value(self, key: str) -> Any:
        """The value of a key; groups of several files are put together, lists are not."""
        value = None
        for layer in reversed(self.layers):
            if key in layer.values:
                value = _merged(value, layer.values[key])
        return value

    def settings(self) -> Settings:
        self._keys()
        self._fixed()
        titles = [
            SiteTitle(text, self.place(key))
            for key in _SITE_TEXTS
            if isinstance(text := self.value(key), str)
        ]
        entries: list[Entry] = []
        nav = self.value("nav")
        if isinstance(nav, list):
            for found in self._nav(("nav",), nav):
                if isinstance(found, Entry):
                    entries.append(found)
                else:
                    titles.append(found)
        for title in titles:
            if "{" in title.text or "}" in title.text:
                message = (
                    f"{quote(title.text, 60)}: ở đây không gọi được con số hay tên; "
                    "hãy viết không có ngoặc nhọn."
                )
                self.tell(title.place, message)
        return Settings(
            titles=tuple(titles),
            nav=tuple(entry.target for entry in entries),
            entries=tuple(entries),
            nav_place=self.layer("nav").file.at(("nav",), key=True) if nav else None,
            left_out=tuple(self._paths("exclude_docs")) + tuple(self._paths("draft_docs")),
            not_in_nav=tuple(self._paths("not_in_nav")),
            extensions=_extensions(self.value("markdown_extensions")),
            extensions_place=self.place("markdown_extensions"),
            files=tuple(self._files()),
        )

    def _files(self) -> Iterator[NamedFile]:
        """The project's files that are named, one after the other."""
        theme, plugins = self.value("theme"), _named_groups(self.value("plugins"))
        found: dict[tuple[str | int, ...], Any] = {
            ("theme", "custom_dir"): theme.get("custom_dir") if isinstance(theme, dict) else None,
            ("plugins", "macros", "module_name"): plugins.get("macros", {}).get("module_name"),
        }
        for key in ("hooks", "watch"):
            values = self.value(key)
            found |= {(key, i): v for i, v in enumerate(values if isinstance(values, list) else ())}
        own = self.layers[0]
        for path, value in found.items():
            if isinstance(value, str):
                key = str(path[0])
                here = key in own.values
                place = own.file.at(path if here else ("INHERIT",))
                yield NamedFile(key, value, place, not here)

    def _keys(self) -> None:
        """Keys MkDocs does not know stop its strict build; values of another kind stop every one."""
        for layer in self.layers:
            for key, value in layer.values.items():
                if key not in KEYS:
                    message = f"không có mục {quote(key, 40)} ở đây.{did_you_mean(key, KEYS)}"
                    self.tell(layer.file.at((key,), key=True), message, KEY)
                    continue
                right, needed = IS[KEYS[key]]
                place = layer.file.at((key,))
                if isinstance(value, Refused) and key in _SITE_TEXTS:
                    self.tell(place, f"«{key}»: {value.advice}")
                elif value is not None and not isinstance(value, Opaque) and not right(value):
                    self.tell(place, f"«{key}»: {needed}.")
            self._lost(layer)

    def _lost(self, layer: _Layer) -> None:
        """A text that readers see must not lose its end."""
        shown = {layer.file.at((key,)).line for key in _SITE_TEXTS if key in layer.values}
        for loss in layer.losses:
            if loss.spot.line + 1 in shown or loss.rule == "yaml-structure":
                self.tell(loss.spot.place(layer.file.label), loss.message, loss.rule)

    def _fixed(self) -> None:
        """What the pages of this project rest on."""
        if not self.value("site_name") and self.value("site_name") is not False:
            self.tell(
                self.place("site_name"),
                "thiếu tên của trang web; hãy thêm dòng «site_name: …», ví dụ: Hồ sơ hội nghị.",
            )
        if self.value("docs_dir") not in (None, "docs"):
            self.tell(self.place("docs_dir"), "«docs_dir»: trang nằm ở docs; hãy viết docs.")
        if self.value("use_directory_urls") is not False:
            message = "các trang có tên dạng ke-hoach.html; hãy viết use_directory_urls: false."
            self.tell(self.place("use_directory_urls"), message)
        theme = self.value("theme")
        name = theme.get("name") if isinstance(theme, dict) else theme
        if theme is not None and not isinstance(name, Opaque) and name != "material":
            message = "«theme»: giao diện của trang web là material; hãy viết «name: material»."
            self.tell(self.place("theme"), message)
        self._plugins()
        self._validation()
        extra = self.value("extra")
        edit_data = extra.get("edit_data") if isinstance(extra, dict) else None
        if edit_data is not None and not isinstance(edit_data, str | Opaque):
            message = (
                "«edit_data»: cần chữ, trong ngoặc kép; không dùng thì viết hai dấu ngoặc kép."
            )
            self.tell(self.place("extra", "edit_data"), message)

    def _plugins(self) -> None:
        """The plugins that the pages rest on, and the names of their settings."""
        plugins = self.value("plugins")
        if isinstance(plugins, Opaque):
            return
        given = _named_groups(plugins)
        module = given.get("macros", {}).get("module_name")
        if not isinstance(module, str | Opaque):
            message = (
                "thiếu phần mở rộng macros, mục module_name: macros; không có thì các lời gọi trên "
                "trang in ra nguyên như gõ."
            )
            self.tell(self.place("plugins"), message)
        for name, settings in given.items():
            known = PLUGINS.get(name, ())
            if not known and not _is_installed(name):
                message = f"không có phần mở rộng nào tên là {quote(name, 40)}.{did_you_mean(name, PLUGINS)}"
                self.tell(self._find(("plugins",), name), message)
            for key in settings if known else ():
                if key not in known:
                    message = f"phần mở rộng {name} không có mục {quote(key, 40)}.{did_you_mean(key, known)}"
                    self.tell(self._find(("plugins",), key), message, KEY)

    def _validation(self) -> None:
        """What MkDocs is told to look at."""
        groups = self.value("validation")
        for group, keys in groups.items() if isinstance(groups, dict) else ():
            known = VALIDATION.get(group)
            of_group = keys if isinstance(keys, dict) and known else {group: keys}
            allowed = known or {key for names in VALIDATION.values() for key in names}
            for key, level in of_group.items():
                path = ("validation", group, key) if known else ("validation", group)
                if key not in allowed:
                    message = f"không có mục {quote(key, 40)} ở đây.{did_you_mean(key, allowed)}"
                    self.tell(self._find(path[:-1], key), message, KEY)
                elif level not in (*LEVELS, "relative_to_docs") and not isinstance(level, Opaque):
                    message = f"«{key}»: chỉ được viết một trong các chữ: {', '.join(LEVELS)}."
                    self.tell(self.place(*path), message)

    def _find(self, path: tuple[str | int, ...], key: str) -> Place:
        """Where the name of a setting stands somewhere below `path`."""
        file = self.layer(str(path[0])).file
        start = file.at(path)
        for number, line in enumerate(file.lines[start.line - 1 :], start=start.line):
            if found := re.search(rf"(?<![\w-]){re.escape(key)}\s*:", line):
                return Place(file.label, number, found.start() + 1)
        return start

    def _nav(self, path: tuple[str | int, ...], entries: list[Any]) -> Iterator[SiteTitle | Entry]:
        """Titles and targets below `path`: a list of pages, or of titles each of a page or such a list."""
        file = self.layer("nav").file
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
                self.tell(file.at(at), message)
                continue
            ((title, below),) = entry.items()
            title_place = file.at((*at, title), key=True)
            yield SiteTitle(title, title_place)
            typed = file.lines[title_place.line - 1][title_place.column - 1 :][:1]
            if typed not in ("'", '"') and not isinstance(read_plain(title), str):
                self.tell(title_place, f"{quote(title, 40)}: hãy đặt tên này trong ngoặc kép.")
            place = file.at((*at, title))
            if isinstance(below, str):
                yield Entry(below, place)
            elif isinstance(below, list) and below:
                yield from self._nav((*at, title), below)
            elif not isinstance(below, Opaque):
                message = f"{quote(title, 40)}: cần tên tệp của trang, ví dụ: ke-hoach.md."
                self.tell(place, message)

    def _paths(self, key: str) -> Iterator[str]:
        """The files and folders of a setting, a line each."""
        value = self.value(key)
        place = self.place(key)
        for line in value.split("\n") if isinstance(value, str) else ():
            name = line.strip()
            if not name or name.startswith("#"):
                continue
            if re.search(r"[*?\[\]!\\]", name):
                message = f"«{key}»: ghi từng tệp hay thư mục, không dùng dấu * ? ! [ ]."
                self.tell(place, message)
            elif key != "not_in_nav" and name.endswith(".md"):
                message = (
                    f"«{key}»: trang {quote(name)} bị loại thì liên kết đến nó và bộ in thiếu nó; "
                    "hãy xóa tệp ấy, hoặc bỏ tên nó ở đây."
                )
                self.tell(place, message)
            else:
                yield name.strip("/")


def _merged(below: Any, above: Any) -> Any:
    """Groups are put together, everything else is replaced."""
    if not isinstance(below, dict) or not isinstance(above, dict):
        return above
    return {**below, **{key: _merged(below.get(key), value) for key, value in above.items()}}


def _named(value: Any) -> Iterator[str]:
    """The names of plugins or extensions, given as a list or a group."""
    if isinstance(value, dict):
        yield from value
    for entry in value if isinstance(value, list) else ():
        if isinstance(entry, str):
            yield entry
        elif isinstance(entry, dict):
            yield from entry


def _is_installed(plugin: str) -> bool:
    """Whether MkDocs would find a plugin, asked only for those the site is not built with."""
    names = {found.name for found in entry_points(group="mkdocs.plugins")}
    return bool(names & {plugin, f"material/{plugin}", plugin.removeprefix("/")})


def _named_groups(value: Any) -> dict[str, dict[str, Any]]:
    """The plugins or extensions, each with its settings; a list or a group names them."""
    groups = value if isinstance(value, list) else [value]
    found: dict[str, dict[str, Any]] = {name: {} for name in _named(value)}
    for group in groups:
        for name, settings in group.items() if isinstance(group, dict) else ():
            found[name] = settings if isinstance(settings, dict) else {}
    return found


def _extensions(value: Any) -> dict[str, dict[str, Any]]:
    """The extensions, each with those of its settings that are plain values."""
    return {
        name: {k: v for k, v in settings.items() if not isinstance(v, Opaque | Refused)}
        for name, settings in _named_groups(value).items()
    }
