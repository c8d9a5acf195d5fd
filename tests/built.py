"""What the tests of the site share, made once a run: built sites, the browser, printed pages.

The workers of a run are processes with session fixtures of their own. What is dear to make is made
by the first that asks, in a folder all of them share, while the others wait for its lock.
"""

import fcntl
import os
import pickle
import shutil
import threading
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from folders import FROZEN, FULL, PLAN, ROOT, STATE
from lxml import html
from measure import Sheet, read_sheets
from printed import build, launch, print_page

CODE = (
    "conference",
    "overrides",
    "macros.py",
    "hooks.py",
    "joining.py",
    "live_server.py",
    "Makefile",
)


def shared_folder(tmp_path_factory) -> Path:
    """The folder of this test run that all its workers share; without workers, its own."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def once(target: Path, make: Callable[[Path], object]) -> Path:
    """A file or folder that `make` writes, unless another worker has; never seen half written."""
    with target.with_name(f"{target.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.exists():
            unfinished = target.with_name(f"{target.name}.unfinished")
            make(unfinished)
            unfinished.rename(target)
    return target


def build_once(tmp_path_factory, name: str, dossier: Path) -> Path:
    """The site of a dossier, built by the first worker that asks and shared by all."""
    shared = shared_folder(tmp_path_factory) / f"site-{name}"
    return once(shared, partial(build, dossier))


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The site of the plan."""
    return build_once(tmp_path_factory, "plan", PLAN)


@pytest.fixture(scope="session")
def full_site(tmp_path_factory):
    """The site of the invented dossier that has everything."""
    return build_once(tmp_path_factory, "full", FULL)


@pytest.fixture(scope="session")
def sites(site, full_site):
    """Name of a dossier kept for the tests → its site."""
    return {"plan": site, "full": full_site}


@pytest.fixture(scope="session")
def state_site(tmp_path_factory):
    """The site of the invented dossier of a State body."""
    return build_once(tmp_path_factory, "truc-tuyen", STATE)


@pytest.fixture(scope="session")
def print_set(sites):
    """Name of a dossier → the pages of its print set, in order, as the site shows them."""

    @cache
    def pages(dossier: str) -> tuple[str, ...]:
        tree = html.parse(sites[dossier] / "bo-in.html").getroot()
        return tuple(sheet.get("data-page") for sheet in tree.cssselect(".print-set > [data-slot]"))

    return pages


def sheets_of(tmp_path_factory, browser, sites: Mapping[str, Path]):
    """(dossier, page) → its sheets as printed: printed once, and read once, by whoever asks first."""

    @cache
    def sheets(dossier: str, page: str, scheme: str = "light") -> list[Sheet]:
        def print_and_read(target: Path) -> None:
            pdf = target.with_suffix(".pdf")
            print_page(browser, (sites[dossier] / f"{page}.html").as_uri(), pdf, scheme)
            target.write_bytes(pickle.dumps(read_sheets(pdf)))

        name = f"sheets-{dossier}-{page}-{scheme}"
        return pickle.loads(
            once(shared_folder(tmp_path_factory) / name, print_and_read).read_bytes()
        )

    return sheets


@pytest.fixture(scope="session")
def printed(tmp_path_factory, browser, sites):
    """The sheets of the plan and of the invented dossier that has everything."""
    return sheets_of(tmp_path_factory, browser, sites)


@pytest.fixture(scope="session")
def state_printed(tmp_path_factory, browser, state_site, full_site):
    """The sheets of papers of the State, of several who issue, and of letters."""
    return sheets_of(tmp_path_factory, browser, {"truc-tuyen": state_site, "full": full_site})


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
    """A copy of the project that a test may change; the plan kept for the tests is its dossier."""
    folder = tmp_path / "project"
    shutil.copytree(FROZEN["plan"], folder)
    for name in CODE:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    for lock in ROOT.glob("requirements*.txt"):
        shutil.copy(lock, folder)
    # What the root's settings say for all dossiers lies beside, to be inherited from.
    shutil.copy(ROOT / "mkdocs.yml", folder / "shared.yml")
    settings = folder / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("../../../mkdocs.yml", "shared.yml")
    settings.write_text(text.replace("../../../", ""), "utf-8")
    return folder


@pytest.fixture(scope="session")
def browser():
    """The system's Chromium."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)  # of a loaded machine; what is right is seen at once
    with sync_playwright() as playwright:
        running = launch(playwright)
        yield running
        running.close()
