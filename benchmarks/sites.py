"""What is compared: our project and the same content for every other builder, each ready to build."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from benchmarks import prose, timing
from benchmarks.tools import BIN, ELEVENTY, PEERS, ROOT

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

PAGES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("index", "Tổng quan", ("facts", "agenda", "tasks")),
    ("ke-hoach", "Kế hoạch", ("plan", "groups", "agenda", "banner", "awards", "tasks")),
    ("chuong-trinh", "Chương trình", ("agenda",)),
    ("dai-bieu", "Đại biểu", ("groups", "delegates")),
    ("khen-thuong", "Khen thưởng", ("awards", "recipients")),
    ("phan-cong", "Phân công", ("tasks",)),
    ("tit-chu", "Tít chữ", ("banner",)),
    (
        "bo-in",
        "Bộ in",
        ("plan", "groups", "delegates", "agenda", "awards", "recipients", "tasks", "banner"),
    ),
)
"""The pages of the builders that do not read Markdown of ours: name, title, blocks."""

PROSE = (("doi-chieu", "Đối chiếu số liệu"), ("huong-dan", "Hướng dẫn sửa"))
"""Their other pages, with the floor's text: name, title."""

Page = tuple[str, str, tuple[str, ...], int]


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


def zensical(folder: Path, source: Path, name: str, environment: dict[str, str]) -> Site:
    """Zensical on a copy of one of our two projects."""
    ignore = shutil.ignore_patterns("site", "__pycache__")
    shutil.copytree(source, folder, ignore=ignore)
    command = (BIN / "zensical", "build", "--clean")
    return Site(name, folder, command, folder / "site", (folder / ".cache",), environment)


def hugo(folder: Path, data: Path, pages: list[Page], docs: Path) -> Site:
    shutil.copytree(PEERS / "hugo", folder)
    blocks_folder = folder / "layouts/partials/blocks"
    (blocks_folder / "plan.html").write_text(prose.html(docs.parent / "plan.txt"), "utf-8")
    shutil.copytree(data, folder / "data")
    for weight, (name, title, blocks, part) in enumerate(pages, start=1):
        matter = (
            f"---\ntitle: {title}\nweight: {weight}\nblocks: [{', '.join(blocks)}]\n"
            f"part: {part}\nurl: {name}.html\n---\n"
        )
        path = folder / f"content/{name}.md" if name != "index" else folder / "content/overview.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(matter, "utf-8")
    for name, title in PROSE:
        matter = f"---\ntitle: {title}\nweight: {len(pages) + 1}\nurl: {name}.html\n---\n"
        text = matter + prose.markdown(docs / f"{name}.md")
        (folder / f"content/{name}.md").write_text(text, "utf-8")
    command = ("hugo", "--quiet", "--noBuildLock", "--cacheDir", folder / "cache")
    return Site("hugo", folder, command, folder / "public", (folder / "cache",))


def eleventy(folder: Path, data: Path, pages: list[Page], docs: Path) -> Site:
    shutil.copytree(PEERS / "eleventy", folder)
    blocks_folder = folder / "_includes/blocks"
    (blocks_folder / "plan.njk").write_text(prose.html(docs.parent / "plan.txt"), "utf-8")
    shutil.copytree(data, folder / "_data")
    (folder / "node_modules").symlink_to(ELEVENTY / "node_modules")
    for name, title, blocks, part in pages:
        matter = (
            f"---\ntitle: {title}\nlayout: page.njk\ntags: page\nblocks: [{', '.join(blocks)}]\n"
            f"part: {part}\npermalink: {name}.html\n---\n"
        )
        (folder / f"{name}.njk").write_text(matter, "utf-8")
    for name, title in PROSE:
        matter = (
            f"---\ntitle: {title}\nlayout: page.njk\ntags: page\n"
            f"templateEngineOverride: md\npermalink: {name}.html\n---\n"
        )
        text = matter + prose.markdown(docs / f"{name}.md")
        (folder / f"{name}.md").write_text(text, "utf-8")
    program = folder / "node_modules/@11ty/eleventy/cmd.cjs"
    return Site("eleventy", folder, ("node", program, "--quiet"), folder / "site")


def sphinx(folder: Path, data: Path, pages: list[Page], docs: Path) -> Site:
    shutil.copytree(PEERS / "sphinx", folder)
    (folder / "blocks/plan.rst").write_text(prose.paragraphs(docs.parent / "plan.txt"), "utf-8")
    shutil.copytree(data, folder / "data")
    for name, title, blocks, part in pages:
        includes = "".join(f'{{% include "{block}.rst" %}}\n\n' for block in blocks)
        text = f"{{% set part = {part} %}}\n{title}\n{'=' * len(title)}\n\n{includes}"
        if name == "index":
            entries = "".join(f"   {page[0]}\n" for page in (*pages[1:], *PROSE))
            text += f"\n.. toctree::\n\n{entries}"
        (folder / f"{name}.rst").write_text(text, "utf-8")
    for name, title in PROSE:
        text = f"{{% raw %}}\n{prose.rst(docs / f'{name}.md', title)}\n{{% endraw %}}\n"
        (folder / f"{name}.rst").write_text(text, "utf-8")
    command = (BIN / "python", "-m", "sphinx", "-q", "-E", "-b", "html", folder, folder / "site")
    return Site("sphinx", folder, command, folder / "site")


def pages_of(delegates: int) -> list[Page]:
    """PAGES with the further parts of a long list after its first."""
    pages: list[Page] = []
    for name, title, blocks in PAGES:
        pages.append((name, title, blocks, 1))
        if name == "dai-bieu":
            for part in range(2, parts_of(delegates) + 1):
                pages.append((f"{name}-{part}", f"{title}, phần {part}", ("delegates",), part))
    return pages


def peers(
    work: Path, data: Path, delegates: int, missing: dict[str, str]
) -> dict[str, Callable[[], Site]]:
    """Name → what prepares the same content for that builder."""
    pages, docs = pages_of(delegates), work / "floor/docs"
    environment = {"CONFERENCE_DATA": str(data)}
    made = {
        "zensical": partial(zensical, work / "zensical", work / "ours", "zensical", environment),
        "zensical-static": partial(
            zensical, work / "zensical-static", work / "floor", "zensical-static", {}
        ),
        "sphinx": partial(sphinx, work / "sphinx", data, pages, docs),
        "hugo": partial(hugo, work / "hugo", data, pages, docs),
        "eleventy": partial(eleventy, work / "eleventy", data, pages, docs),
    }
    return {name: make for name, make in made.items() if name.split("-")[0] not in missing}
