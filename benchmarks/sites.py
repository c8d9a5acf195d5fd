"""What is compared: our project, and its pages with MkDocs and Material alone, each ready to build."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import timing
from benchmarks.tools import ROOT

ROWS = 500
"""No page has more rows than this: rows of one part of delegates_table, see conference/render."""

LONGEST = 240
"""Seconds after which a build is ended: several times what the slowest takes where nothing else runs."""

PROJECT = (
    "conference",
    "docs",
    "overrides",
    "macros.py",
    "hooks.py",
    "joining.py",
    "live_server.py",
    "mkdocs.yml",
)


@dataclass(frozen=True)
class Site:
    """Something to build: `output` and `caches` are removed before each run, which so is cold."""

    name: str
    folder: Path
    command: tuple[str | Path, ...]
    output: Path
    caches: tuple[Path, ...] = ()
    environment: dict[str, str] = field(default_factory=dict)

    def build(self, timeout: float = LONGEST) -> timing.Run:
        for path in (self.output, *self.caches):
            shutil.rmtree(path, ignore_errors=True)
        return timing.run(self.command, self.folder, self.environment, timeout)


def sample(delegates: int, folder: Path) -> Path:
    """The data of an invented dossier."""
    command = (sys.executable, "-m", "conference", "sample", "--delegates", str(delegates), folder)
    timing.run(command, ROOT)
    return folder / "data"


def parts_of(delegates: int) -> int:
    return max(1, -(-delegates // ROWS))


def copy_project(folder: Path, data: Path, delegates: int) -> None:
    """The project, its list of delegates split so that no page is longer than ROWS.

    Invented data have pages of their own, which call the papers and units that are there.
    """
    folder.mkdir(parents=True)
    for name in PROJECT:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy(ROOT / name, folder / name)
    if delegates:
        shutil.rmtree(folder / "docs")
        shutil.copytree(data.parent / "docs", folder / "docs")
        settings = folder / "mkdocs.yml"
        own = settings.read_text("utf-8").partition("nav:\n")[0]
        _, nav, pages = (data.parent / "mkdocs.yml").read_text("utf-8").partition("nav:\n")
        settings.write_text(own + nav + pages, "utf-8")
    parts = parts_of(delegates)
    if parts == 1:
        return
    _replace(folder / "docs/dai-bieu.md", "{{ delegates_table() }}", '{{ delegates_table("1") }}')
    entries = ["  - Đại biểu: dai-bieu.md\n"]
    for part in range(2, parts + 1):
        entries.append(f"  - Đại biểu, phần {part}: dai-bieu-{part}.md\n")
        page = f'---\ntitle: Đại biểu\npaper: appendix\ndocument: ke-hoach\nhide: [toc]\n---\n# Đại biểu {{ #phan-{part} }}\n\n{{{{ delegates_table("{part}") }}}}\n'
        (folder / f"docs/dai-bieu-{part}.md").write_text(page, "utf-8")
    _replace(folder / "mkdocs.yml", entries[0], "".join(entries))


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    if text.count(old) != 1:
        raise ValueError(f"{path.name}: «{old.strip()}» stands there {text.count(old)} times")
    path.write_text(text.replace(old, new), "utf-8")


def ours(folder: Path, data: Path, delegates: int) -> Site:
    copy_project(folder, data, delegates)
    return Site(
        "ours",
        folder,
        (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder / "site"),
        folder / "site",
        environment={"CONFERENCE_DATA": str(data)},
    )


def floor(folder: Path, project: Path, data: Path) -> Site:
    """The same pages, filled in beforehand, with MkDocs and Material alone."""
    folder.mkdir(parents=True)
    timing.run((sys.executable, "-m", "benchmarks.static", project, folder, data), ROOT)
    return Site(
        "floor",
        folder,
        (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder / "site"),
        folder / "site",
    )


def stock(folder: Path, floor: Path) -> Site:
    """Material as it comes, with the floor's text: no style, script or template of ours."""
    shutil.copytree(floor / "docs", folder / "docs")
    config = (
        "site_name: Hồ sơ hội nghị\nuse_directory_urls: false\n"
        "theme: {name: material, language: vi, font: false}\n"
        "plugins: [search]\nmarkdown_extensions: [attr_list, md_in_html, admonition, tables]\n"
    )
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    command = (sys.executable, "-m", "mkdocs", "build", "--site-dir", folder / "site")
    return Site("stock", folder, command, folder / "site")
