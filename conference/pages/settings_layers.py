"""The files that make the settings of a site: mkdocs.yml, and those it inherits, looked at as one."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from conference.findings import Finding, Place, limited, quote
from conference.loading.files import read_text
from conference.loading.silent import Loss
from conference.loading.spots import YamlFile
from conference.loading.yaml_settings import parse_settings

VALUE = "settings-value"
_DEEPEST = 5
"""So many files may inherit one from another."""


class Layer(NamedTuple):
    """One file of settings: mkdocs.yml, or one that it inherits."""

    values: dict[str, Any]
    file: YamlFile
    losses: list[Loss]


class Layers:
    """The files of a site's settings, each more general than the one before.

    Attributes:
        files: at least one.
    """

    def __init__(self, files: Sequence[Layer]) -> None:
        """Look at some files together."""
        self.files = files

    def of(self, key: str) -> Layer:
        """The file that a key is read from; the first where there is none."""
        return next((layer for layer in self.files if key in layer.values), self.files[0])

    def place(self, *path: str | int) -> Place:
        """Where a value stands, by the keys that lead to it."""
        return self.of(str(path[0])).file.at(path)

    def value(self, key: str) -> Any:
        """The value of a key; groups of several files are put together, lists are not."""
        value = None
        for layer in reversed(self.files):
            if key in layer.values:
                value = _merged(value, layer.values[key])
        return value

    def name_place(self, path: tuple[str | int, ...], key: str) -> Place:
        """Where the name of a setting stands somewhere below `path`."""
        file = self.of(str(path[0])).file
        start = file.at(path)
        for number, line in enumerate(file.lines[start.line - 1 :], start=start.line):
            if found := re.search(rf"(?<![\w-]){re.escape(key)}\s*:", line):
                return Place(file.label, number, found.start() + 1)
        return start


def read_layers(path: Path, label: str, findings: list[Finding], depth: int) -> Iterator[Layer]:
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
    yield Layer(file.value, file, losses)
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
    yield from read_layers(above, name, findings, depth + 1)


def _tabs(text: str, label: str) -> Iterator[Finding]:
    """Tabs anywhere but in a remark: the parser of MkDocs refuses them where that of the data does not."""
    for number, line in enumerate(text.split("\n"), start=1) if "\t" in text else ():
        column = line.split("#")[0].find("\t")
        if column >= 0:
            message = "có dấu Tab ở đây; hãy thay bằng dấu cách."
            yield Finding(Place(label, number, column + 1), message, "yaml-tab")


def _merged(below: Any, above: Any) -> Any:
    """Groups are put together, everything else is replaced."""
    if not isinstance(below, dict) or not isinstance(above, dict):
        return above
    return {**below, **{key: _merged(below.get(key), value) for key, value in above.items()}}


def named_groups(value: Any) -> dict[str, dict[str, Any]]:
    """The plugins or extensions, each with its settings; a list or a group names them."""
    groups = value if isinstance(value, list) else [value]
    found: dict[str, dict[str, Any]] = {name: {} for name in _names(value)}
    for group in groups:
        for name, settings in group.items() if isinstance(group, dict) else ():
            found[name] = settings if isinstance(settings, dict) else {}
    return found


def _names(value: Any) -> Iterator[str]:
    """The names of plugins or extensions, given as a list or a group."""
    if isinstance(value, dict):
        yield from value
    for entry in value if isinstance(value, list) else ():
        if isinstance(entry, str):
            yield entry
        elif isinstance(entry, dict):
            yield from entry
