"""Servers on free loopback ports: a small one that compresses, and `mkdocs serve`; both end with their block."""

from __future__ import annotations

import contextlib
import gzip
import http.server
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from benchmarks.timing import Failed

_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml")


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Files as a usual server sends them: text compressed, nothing kept by the browser."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in _COMPRESSED:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder over http; gives the address it stands at."""
    handler = partial(_Handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def mkdocs_serve(
    project: Path, environment: Mapping[str, str], timeout: float = 120
) -> contextlib.AbstractContextManager[tuple[str, int]]:
    """`mkdocs serve` on a project; gives its address and its process id once it answers."""
    host, port = "127.0.0.1", _free_port()
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "--no-strict",
        "--dev-addr",
        f"{host}:{port}",
    ]
    return _running(command, project, environment, f"http://{host}:{port}", timeout)


def hugo_serve(project: Path) -> contextlib.AbstractContextManager[tuple[str, int]]:
    """`hugo server` on a project, as its users start it."""
    port = _free_port()
    command = ["hugo", "server", "--noBuildLock", "--port", str(port)]
    return _running(command, project, {}, f"http://127.0.0.1:{port}", 60)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextlib.contextmanager
def _running(
    command: Sequence[str],
    project: Path,
    environment: Mapping[str, str],
    address: str,
    timeout: float,
) -> Iterator[tuple[str, int]]:
    process = subprocess.Popen(
        command,
        cwd=project,
        env={**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _wait_until_it_answers(f"{address}/chuong-trinh.html", process, timeout)
        yield address, process.pid
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)


def _wait_until_it_answers(address: str, process: subprocess.Popen, timeout: float) -> None:
    end = time.monotonic() + timeout
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=30):
            return
        time.sleep(0.1)
    raise Failed(f"the server did not answer within {timeout} s")


def peak_of(pid: int) -> int:
    """The most memory a running process has had, in bytes."""
    status = Path(f"/proc/{pid}/status").read_text("ascii", "replace")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024
