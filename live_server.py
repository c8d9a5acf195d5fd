"""The server behind `make serve`: what is looked at is built first, as soon as a file is saved.

MkDocs asks twice a second what has changed, builds every page, then shows them. This server is told by
the system, builds the pages that are open in a browser and shows them. Then MkDocs builds everything
beside the site that is shown, and what differs is carried over: what stands in the end is what MkDocs
builds. hooks.py puts this server in the place of MkDocs' own; nothing else knows of it.
"""

from __future__ import annotations

import io
import logging
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import redirect_stderr
from filecmp import cmp
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from mkdocs.commands.build import _build_page, _populate_page  # MkDocs has no smaller build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

CHANGES: list[type[FileSystemEvent]] = [
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
QUIET = 0.02
"""Seconds without a change after which a file is taken to be written to its end."""
TO_LOAD = 1.0
"""Seconds a browser has to load what it was told of before everything else is built beside it."""
OF_NO_PAGE = ("search/", "assets/search/", "figures.js", "sitemap.xml", "assets/joined/")
"""How the names of files begin that change with the pages and are fetched when they are needed."""
NOWHERE = ""
"""What stands for a page that there is not, and changes whenever anything does."""
POLL = re.compile(r"/livereload/(\d+)/\d+")


class LiveServer(LiveReloadServer):
    """MkDocs' server, but every page has an epoch of its own: it is loaded again when it changed."""

    def __init__(
        self, plain: LiveReloadServer, config: MkDocsConfig, build: Callable[[MkDocsConfig], None]
    ) -> None:
        """Take the place of a server that does not run yet; `build` is what MkDocs builds with."""
        host, port = config.dev_addr
        super().__init__(self.rebuild, host, port, plain.root, plain.mount_path)
        self.error_handler = plain.error_handler
        self.observer, self.build_delay = Observer(), QUIET  # type: ignore[assignment]
        self.build, self.settings = build, config
        self.beside = tempfile.TemporaryDirectory(prefix="mkdocs_")
        self.epochs: dict[str, int] = {}  # page → since when it is as it is
        self.polls: dict[str, tuple[str, int]] = {}  # what is asked → a page, the epoch it has
        for path in plain._watched_paths:
            self.watch(path)

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        """Follow a folder or file; a file by its folder, since editors put a new one in its place."""
        followed = Path(path).absolute()
        if str(followed) in self._watched_paths:
            return
        self._watched_paths[str(followed)] = 1
        is_file = followed.is_file()

        def tell(event: FileSystemEvent) -> None:
            if is_file and str(followed) not in (event.src_path, event.dest_path):
                return
            if "__pycache__" in str(event.src_path):  # Python writes there what it compiled
                return
            with self._rebuild_cond:
                self._want_rebuild = True
                self._rebuild_cond.notify_all()

        handler = FileSystemEventHandler()
        handler.on_any_event = tell  # type: ignore[method-assign]
        folder, deep = (followed.parent, False) if is_file else (followed, recursive)
        self.observer.schedule(handler, str(folder), recursive=deep, event_filter=CHANGES)

    def rebuild(self) -> None:
        """What is looked at, then everything."""
        self.show(self.build_first(self.looked_at()))
        self.build(self.load(self.beside.name))
        with self._epoch_cond:  # whoever asks for a file from here on waits until all are there
            self._wanted_epoch = max(self._wanted_epoch + 1, round(time.monotonic() * 1000))
        changed = carry_over(Path(self.beside.name), Path(self.root))
        pages = {name for name in changed if name.endswith(".html")}
        if any(not name.startswith(OF_NO_PAGE) for name in changed - pages):
            pages = {
                page.relative_to(self.root).as_posix() for page in Path(self.root).rglob("*.html")
            }
        with self._epoch_cond:
            self.epochs |= dict.fromkeys({*pages, NOWHERE}, self._wanted_epoch)

    def load(self, site: str) -> MkDocsConfig:
        """Read the settings as they are now, for a site in a folder."""
        kept = self.settings
        config = load_config(kept.config_file_path, site_dir=site, strict=kept.strict)
        config.site_url = kept.site_url
        return config

    def build_first(self, names: set[str]) -> set[str]:
        """Build some pages as MkDocs does, and no others; name those that changed.

        What is wrong is told by the build of everything, which follows; so not here.
        """
        logging.disable()
        try:
            with redirect_stderr(io.StringIO()):
                return set(build_pages(self.load(self.root), names)) if names else set()
        except (Exception, SystemExit):
            return set()
        finally:
            logging.disable(logging.NOTSET)

    def show(self, names: Collection[str]) -> None:
        """Have browsers load pages again, and wait for the first that has, but not for long."""
        with self._epoch_cond:
            epoch = self._visible_epoch = self._wanted_epoch
            self.epochs |= dict.fromkeys(names, epoch)
            self._epoch_cond.notify_all()
            if names:
                self._epoch_cond.wait_for(
                    lambda: any(has >= epoch for _, has in self.polls.values()), TO_LOAD
                )

    def looked_at(self) -> set[str]:
        """Name the pages that some browser shows."""
        with self._epoch_cond:
            return {name for name, _ in self.polls.values()}

    def _serve_request(self, environ: Any, start_response: Any) -> Any:
        """Answer a browser that asks whether its page has changed; the rest is MkDocs'."""
        path = environ["PATH_INFO"]
        if not (poll := POLL.fullmatch(path)):
            return super()._serve_request(environ, start_response)
        name, has = self.page_of(environ.get("HTTP_REFERER", "")), int(poll[1])
        with self._epoch_cond:
            self.polls[path] = name, has
            self._epoch_cond.notify_all()
            self._epoch_cond.wait_for(
                lambda: self.epochs.get(name, 0) > has, self.poll_response_timeout
            )
            self.polls.pop(path, None)
            start_response("200 OK", [("Content-Type", "text/plain")])
            return [b"%d" % self.epochs.get(name, 0)]

    def page_of(self, address: str) -> str:
        """Name the page that stands at an address."""
        path = unquote(urlsplit(address).path)
        name = path.removeprefix(self.mount_path) or "index.html"
        return name if path and Path(self.root, name).is_file() else NOWHERE

    def shutdown(self, wait: bool = False) -> None:
        """End, and leave nothing behind."""
        super().shutdown(wait)
        self.beside.cleanup()


def build_pages(config: MkDocsConfig, names: set[str]) -> Iterator[str]:
    """Build some pages into a site that stands; name those that are not what they were.

    These are the steps of MkDocs' build; what the other pages alone need is left out.
    """
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    env = config.theme.get_env()
    files = config.plugins.on_files(get_files(config), config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    documents = files.documentation_pages()
    pages = [file.page for file in documents if file.page and file.dest_uri in names]
    for page in pages:
        _populate_page(page, config, files)
    env = config.plugins.on_env(env, config=config, files=files)
    for page in pages:
        shown = Path(page.file.abs_dest_path)
        before = shown.read_bytes()
        _build_page(page, config, documents, nav, env)
        if shown.read_bytes() != before:
            yield page.file.dest_uri


def carry_over(new: Path, shown: Path) -> set[str]:
    """Make a folder hold what another holds; name the files that were not what they are."""
    made, held = (
        {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        for folder in (new, shown)
    )
    changed = {name for name in made & held if not cmp(new / name, shown / name, shallow=False)}
    for name in changed | (made - held):
        (shown / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(new / name, shown / name)
    for name in held - made:
        (shown / name).unlink()
    return changed | (made ^ held)
