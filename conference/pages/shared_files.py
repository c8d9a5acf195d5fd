"""What all dossiers share, as mkdocs.yml names it: the theme, the macros, the hooks, what is watched.

MkDocs counts these paths from the folder of the dossier, inherited ones as well, and stops in English
when there is nothing. What to type instead is the way from that folder to the project's own files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from conference.findings import Finding, Place, quote
from conference.folders import way_to

RULE = "settings-value"


class NamedFile(NamedTuple):
    """A file or folder that mkdocs.yml names."""

    key: str
    """Of the setting: theme, plugins, hooks or watch."""
    value: str
    place: Place
    inherited: bool
    """Whether another file says so, and this one only names that file (`place`)."""


def line_of(key: str, folder: Path) -> str:
    """The line of a setting in the mkdocs.yml of a folder: theme, plugins, hooks or watch."""
    theme, macros, hooks, package = (
        way_to(name, folder) for name in ("overrides", "macros", "hooks.py", "conference")
    )
    return {
        "theme": f"theme: {{custom_dir: {theme}}}",
        "plugins": f"plugins: {{macros: {{module_name: {macros}}}}}",
        "hooks": f"hooks: [{hooks}]",
        "watch": f"watch: [{macros}.py, {hooks}, {package}, {theme}]",
    }[key]


def missing_files(files: Sequence[NamedFile], folder: Path) -> Iterator[Finding]:
    """Files that are named and not there, one finding a setting.

    Args:
        files: what the settings name.
        folder: of the dossier; relative paths count from it.
    """
    told: set[str] = set()
    for file in files:
        path = folder / file.value
        module = file.key == "plugins" and path.with_name(f"{path.name}.py").is_file()
        if module or path.exists() or file.key in told:
            continue
        told.add(file.key)
        line = line_of(file.key, folder)
        advice = f"hãy thêm dòng «{line}»" if file.inherited else f"nay viết {line}"
        message = f"«{file.key}»: từ thư mục của tệp này không có {quote(file.value)}; {advice}."
        yield Finding(file.place, message, RULE)


def inherits_nothing(path: Path, place: Place) -> Finding:
    """A dossier with settings of its own only.

    Args:
        path: its mkdocs.yml.
        place: the beginning of that file.
    """
    way = way_to("mkdocs.yml", path.parent)
    message = f"hồ sơ chưa lấy thiết lập chung; hãy thêm dòng đầu «INHERIT: {way}»."
    return Finding(place, message, RULE)
