"""Random edits under the live server, each compared with a full build; run in a copy of the project.

`python live_edits.py COUNT SEED` prints as JSON what went wrong, and how often the page that was looked
at was there before everything else was built. tests/test_live_server.py reads it.
"""

import json
import logging
import random
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path

import click
from legal_edits import EDITS, apply
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from mutations import break_yaml, change_number, change_year, drop_entry, repeat_entry, swap_id

sys.path.insert(0, str(Path.cwd()))
import live_server

PROJECT = Path.cwd()
MUTATIONS = (break_yaml, change_number, change_year, drop_entry, repeat_entry, swap_id)
AGAIN = 5
"""One of so many edits is compared with a build of its own."""
live_server.TO_LOAD = 0  # no browser loads anything


class Watched(live_server.LiveServer):
    """Keeps what stood there when browsers were told, before everything was built."""

    def show(self, names):
        self.told = set(names)
        (looked_at,) = self.looked_at()
        self.first = (Path(self.root) / looked_at).read_bytes()
        super().show(names)


def files(site: Path) -> dict[str, bytes]:
    """What a site holds, but for the archive that carries the time it was made."""
    found = (path for path in site.rglob("*") if path.is_file() and path.suffix != ".gz")
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def edit(rng: random.Random, kept: Path) -> str:
    """Change something somewhere, right or wrong; every other time put the rest back as it was."""
    if rng.random() < 0.5:
        for name in ("data", "docs"):
            shutil.rmtree(PROJECT / name)
            shutil.copytree(kept / name, PROJECT / name)
        shutil.copy(kept / "mkdocs.yml", PROJECT)
    way = rng.choice(("legal", "data", "page", "title"))
    if way == "legal":
        name = rng.choice(sorted(EDITS))
        apply(name, PROJECT)
        return name
    folder, ending = ("data", "yml") if way == "data" else ("docs", "md")
    path = rng.choice(sorted((PROJECT / folder).glob(f"*.{ending}")))
    text = path.read_text("utf-8")
    if way == "data":
        made = rng.choice(MUTATIONS)(f"data/{path.name}", text, rng)
        if made:
            (PROJECT / made.file).write_text(made.text, "utf-8")
        return f"{made.kind if made else 'nothing'} in {path.name}"
    changed = (
        f"{text}\nThêm một đoạn.\n" if way == "page" else text.replace("\n# ", "\n# Nay là ", 1)
    )
    path.write_text(changed, "utf-8")
    return f"{way} of {path.name}"


def main(count: int, seed: int) -> None:
    rng, work = random.Random(seed), Path(tempfile.mkdtemp())
    kept = work / "kept"
    for name in ("data", "docs"):
        shutil.copytree(PROJECT / name, kept / name)
    shutil.copy(PROJECT / "mkdocs.yml", kept)
    settings = partial(load_config, "mkdocs.yml", strict=False)
    config = settings(site_dir=str(work / "shown"))
    config.plugins.on_startup(command="serve", dirty=False)
    plain = LiveReloadServer(lambda: None, "127.0.0.1", 0, root=config.site_dir)
    build(config)
    server = Watched(plain, config, build)
    different, late, told, changed = [], [], 0, 0
    for number in range(count):
        before = files(work / "shown")
        looked_at = rng.choice(
            sorted(f"{path.stem}.html" for path in (PROJECT / "docs").glob("*.md"))
        )
        server.polls = {"one": (looked_at, 0)}
        done = edit(rng, kept)
        server.rebuild()
        # The server builds everything beside what it shows; now and then that is built anew as well.
        full_build = Path(server.beside.name)
        if number % AGAIN == 0:
            full_build = work / "full"
            build(settings(site_dir=str(full_build)))
        shown, full = files(work / "shown"), files(full_build)
        names = shown.keys() | full.keys()
        different += [
            f"{done}: {name}" for name in sorted(names) if shown.get(name) != full.get(name)
        ]
        # A page that the edit took away is shown until everything is built: it has no build of its own.
        if looked_at in full and before[looked_at] != full[looked_at]:
            changed += 1
            told += looked_at in server.told
            if server.first != full[looked_at]:
                late.append(f"{done}: {looked_at}")
    shutil.rmtree(work)
    report = {"different": different, "changed": changed, "told": told, "late": late}
    print(json.dumps(report, ensure_ascii=False))


if __name__ == "__main__":
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    with click.Context(click.Command("serve"), info_name="serve"):
        main(int(sys.argv[1]), int(sys.argv[2]))
