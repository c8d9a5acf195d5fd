"""`python -m conference serve`: the site on this machine, built anew whenever a file is saved."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

from conference.build.builder import Signals, environment
from conference.build.told import label, tell

ADDRESS = "127.0.0.1:8000"
"""Where it is served unless said otherwise."""
LIVE = "CONFERENCE_LIVE"
"""What is looked at is built first (live_server.py), unless this is set to nothing: where the system tells of no
changes, as on some network drives, MkDocs itself has to ask for them."""


def serve(dossier: Path, address: str) -> int:
    """Serve a dossier's site until it is stopped.

    Must run in the main thread, since it passes signals on to the server.

    Args:
        dossier: The folder of mkdocs.yml.
        address: The machine's own address and a port, with a colon between.

    Returns:
        The server's exit code, 0 after Ctrl-C; 1 when another program has the port; 2 when there is no
        mkdocs.yml, or the address is none.
    """
    settings = dossier / "mkdocs.yml"
    if not settings.is_file():
        tell(f"{label(settings.absolute())}: không có tệp này; hãy chỉ đúng thư mục hồ sơ.")
        return 2
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal():
        tell(f"{address}: không phải địa chỉ; hãy viết như {ADDRESS}.")
        return 2
    if not _is_free(host, int(port)):
        other = f"{host}:{int(port) + 1}"
        tell(f"{address}: có chương trình khác đang dùng; hãy tắt nó, hoặc dùng địa chỉ {other}.")
        return 1
    tell(f"Trang web: http://{address}/ (bấm Ctrl-C để dừng)")
    # Not strict: while writing, a warning must not take the page away.
    options = ("serve", "-f", str(settings), "--no-strict", "--dev-addr", address)
    command = [sys.executable, "-m", "mkdocs", *options]
    with Signals() as signals:
        with subprocess.Popen(command, env={LIVE: "1", **environment()}) as server:
            signals.ends(server)
            code = server.wait()
        return 0 if signals.received else code


def _is_free(host: str, port: int) -> bool:
    """Whether nothing listens there: MkDocs would end with a traceback."""
    try:
        with socket.create_connection((host, port), timeout=1):
            return False
    except OSError:
        return True
