"""What the tests of the site share: the site built once, the browser, a copy of the project."""

import fcntl
import os
import shutil
import threading
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from measure import read_sheets
from printed import DOSSIERS, build, launch, print_page

ROOT = Path(__file__).resolve().parent.parent
PROJECT = (
    "conference",
    "data",
    "docs",
    "overrides",
    "macros.py",
    "hooks.py",
    "mkdocs.yml",
    "Makefile",
)


def shared_folder(tmp_path_factory) -> Path:
    """The folder of this test run that all its workers share; without workers, its own."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def build_once(tmp_path_factory, name: str, data: Path) -> Path:
    """The site of a data folder, built by the first worker that asks and shared by all."""
    shared = shared_folder(tmp_path_factory) / f"site-{name}"
    with (shared.parent / f"site-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not shared.exists():
            unfinished = shared.with_suffix(".unfinished")
            build(data, unfinished)
            unfinished.rename(shared)
    return shared


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The site of the real data."""
    return build_once(tmp_path_factory, "real", DOSSIERS["real"])


@pytest.fixture(scope="session")
def full_site(tmp_path_factory):
    """The site of the invented dossier that has everything."""
    return build_once(tmp_path_factory, "full", DOSSIERS["full"])


def print_once(tmp_path_factory, browser, address: str, name: str, scheme: str) -> Path:
    """The PDF of a page, printed by the first worker that asks and shared by all."""
    shared = shared_folder(tmp_path_factory) / f"print-{name}-{scheme}.pdf"
    with shared.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not shared.exists():
            unfinished = shared.with_suffix(".unfinished")
            print_page(browser, address, unfinished, scheme)
            unfinished.rename(shared)
    return shared


@pytest.fixture(scope="session")
def printed(tmp_path_factory, browser, site, full_site):
    """(dossier, page) → its sheets as printed."""
    sites = {"real": site, "full": full_site}

    @cache
    def sheets(dossier: str, page: str, scheme: str = "light"):
        address = (sites[dossier] / f"{page}.html").as_uri()
        name = f"{dossier}-{page}"
        return read_sheets(print_once(tmp_path_factory, browser, address, name, scheme))

    return sheets


@contextmanager
def serving(folder: Path, headers: dict[str, str] | None = None):
    """A folder over http on a free port of this machine; yields its address."""

    class Handler(SimpleHTTPRequestHandler):
        def end_headers(self):
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            super().end_headers()

        def log_message(self, *arguments):
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *arguments):  # a tab that is closed early cuts its requests
            pass

    with Server(("127.0.0.1", 0), partial(Handler, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def project(tmp_path):
    """A copy of the project that a test may change."""
    folder = tmp_path / "project"
    folder.mkdir()
    for name in PROJECT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    for lock in ROOT.glob("requirements*.txt"):
        shutil.copy(lock, folder)
    return folder


@pytest.fixture(scope="session")
def browser():
    """The system's Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = launch(playwright)
        yield running
        running.close()
