"""The same content for every other builder: Zensical, Sphinx, Hugo, Eleventy, each ready to build."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks import prose
from benchmarks.sites import Site, parts_of
from benchmarks.tools import BIN, ELEVENTY, PEERS

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
