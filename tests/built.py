"""What the tests of the site share: the site built once, the browser, a copy of the project."""

import fcntl
import os
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ("conference", "data", "docs", "overrides", "macros.py", "mkdocs.yml", "Makefile")
BROWSER_FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def build_once(tmp_path_factory, name: str, data: Path) -> Path:
    """The site of a data folder, built by the first worker that asks and shared by all."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # else the folder above belongs to other runs too
        folder = folder.parent
    shared = folder / f"site-{name}"
    with (shared.parent / f"site-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not shared.exists():
            environment = {**os.environ, "CONFERENCE_DATA": str(data), "NO_MKDOCS_2_WARNING": "1"}
            unfinished = shared.with_suffix(".unfinished")
            subprocess.run(
                [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", unfinished],
                cwd=ROOT,
                env=environment,
                check=True,
                capture_output=True,
            )
            unfinished.rename(shared)
    return shared


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The site of the real data."""
    return build_once(tmp_path_factory, "real", ROOT / "data")


@pytest.fixture(scope="session")
def full_site(tmp_path_factory):
    """The site of the complete invented dossier."""
    return build_once(tmp_path_factory, "full", ROOT / "examples/full")


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

    path = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    assert path, "no Chromium: run `make test`, which installs it or says what to install"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(BROWSER_FLAGS))
        yield running
        running.close()
