"""The server while an editor works: saved changes show, wrong files do not stop it."""

import os
import re
import socket
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect


class Server:
    """A running `python -m conference serve`; knows when a page was built anew from the server itself."""

    def __init__(self, project: Path, live: bool) -> None:
        self.lines: list[str] = []
        self.live = live
        for _ in range(3):  # the port that is free now may be taken when the server asks for it
            self._start(project)
            assert self.serving.wait(120), "".join(self.lines)
            if any("Serving on" in line for line in self.lines):
                return
            self.stop()
        raise AssertionError("".join(self.lines))

    def _start(self, project: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        self.base = f"http://{address}"
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
        environment.pop("CONFERENCE_DATA", None)
        environment["CONFERENCE_LIVE"] = "1" if self.live else ""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "conference", "serve", "--address", address],
            cwd=project,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.serving = threading.Event()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        for line in self.process.stdout:
            self.lines.append(line)
            if "Serving on" in line:
                self.serving.set()
        self.serving.set()

    def get(self, address: str) -> str:
        with urllib.request.urlopen(self.base + address, timeout=150) as answer:
            return answer.read().decode()

    def page(self, name: str) -> str:
        """A page, with the number of its build remembered."""
        text = self.get(f"/{name}.html")
        self.epoch, self.request = re.search(r"livereload\((\d+), (\d+)\)", text).groups()
        return text

    def after(self, path: Path, old: str, new: str, name: str) -> str:
        """Replace text in a file and return the page as it stands after the next build."""
        self.page(name)
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        epoch = self.epoch
        while epoch == self.epoch:
            # The server holds this request until it has built again (or a minute has passed).
            epoch = self.get(f"/livereload/{self.epoch}/{self.request}").strip()
        return self.page(name)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(30)
        self.reader.join(30)
        self.process.stdout.close()


@pytest.fixture(params=["live", pytest.param("plain", marks=pytest.mark.proof)])
def server(project, request):
    """`make serve`, and MkDocs' own server."""
    running = Server(project, request.param == "live")
    yield running
    running.stop()


def test_what_is_saved_is_shown_and_errors_do_not_stop_the_server(server, project):
    awards = project / "data/awards.yml"
    broken = server.after(awards, "stated: 20", "stated: 21", "khen-thuong")
    assert "data/awards.yml:19:13" in broken
    assert "cộng các phần (5 + 15) được 20" in broken
    assert any("data/awards.yml:19:13: lỗi" in line for line in server.lines)

    mended = server.after(awards, "stated: 15", "stated: 16", "khen-thuong")
    assert 'data-figure="awards.total" value="29"' in mended
    assert server.process.poll() is None


def test_an_open_page_is_loaded_again_once_and_the_others_are_right_behind(
    server, project, browser
):
    tab = browser.new_page()
    tab.goto(f"{server.base}/chuong-trinh.html")
    loads = []
    tab.on("load", lambda page: loads.append(page.url))
    agenda, old, new = project / "data/agenda.yml", "Tổng kết, bế mạc", "Kết luận, bế mạc"
    assert new in server.after(agenda, old, new, "ke-hoach")
    expect(tab.locator("table.agenda")).to_contain_text(new)
    tab.wait_for_load_state("load")
    assert len(loads) == 1
    tab.close()


@pytest.mark.proof
def test_pages_templates_and_code_that_are_saved_are_followed(server, project):
    page = project / "docs/khen-thuong.md"
    assert "Không có {{ gì }}" not in server.after(
        page, "## Danh sách", "## Tên gọi", "khen-thuong"
    )
    assert "docs/khen-thuong.md:" in server.after(page, "()", "( ", "khen-thuong")
    assert "Tên gọi" in server.after(page, "( ", "()", "khen-thuong")

    template = project / "conference/templates/blocks/awards_table.html"
    assert "Tổng cộng" in server.after(template, '"Cộng"', '"Tổng cộng"', "khen-thuong")

    module = project / "conference/figures/register.py"
    changed = server.after(module, "Số việc được giao", "Tất cả việc được giao", "doi-chieu")
    assert "Tất cả việc được giao" in changed
    assert server.process.poll() is None


KEEPS_THE_SETTINGS = """
import gc
from mkdocs.commands.build import build
from mkdocs.config import load_config
settings = load_config("mkdocs.yml", site_dir="built")
build(settings)
gc.collect()
print(sum(type(one).__name__ == "Dossier" for one in gc.get_objects()))
"""


@pytest.mark.proof
def test_the_data_go_with_the_build_though_the_server_keeps_its_settings(project):
    command = [sys.executable, "-c", KEEPS_THE_SETTINGS]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    assert done.stdout.split()[-1] == "0"
