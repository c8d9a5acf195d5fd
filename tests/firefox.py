"""The Firefox of the system, over WebDriver BiDi, which it speaks by itself: open, ask, press, print.

The tests' own driver of browsers wants a newer Firefox than Debian's; this asks no more than reading
and printing need.
"""

import base64
import io
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import pdfplumber
from websockets.sync.client import ClientConnection, connect


class Tab:
    """The one tab of a running Firefox."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.asked = 0
        self.ask("session.new", capabilities={})
        self.context = self.ask("browsingContext.getTree")["contexts"][0]["context"]

    def ask(self, method: str, **parameters) -> dict:
        """What a command answers; events between are left out."""
        self.asked += 1
        command = {"id": self.asked, "method": method, "params": parameters}
        self.socket.send(json.dumps(command))
        while (answer := json.loads(self.socket.recv())).get("id") != self.asked:
            pass
        assert answer["type"] == "success", answer
        return answer["result"]

    def goto(self, address: str) -> None:
        self.ask("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self.ask("browsingContext.setViewport", context=self.context, viewport=size)

    def evaluate(self, expression: str):
        """The value of an expression in the page."""
        answer = self.ask(
            "script.evaluate",
            expression=f"(async () => JSON.stringify((await ({expression})) ?? null))()",
            target={"context": self.context},
            awaitPromise=True,
        )
        assert answer["type"] == "success", answer
        return json.loads(answer["result"]["value"])

    def press(self, key: str) -> None:
        """A key, as WebDriver writes it: a letter, or a code point such as \\uE004 for Tab."""
        pressed = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        keys = {"type": "key", "id": "keyboard", "actions": pressed}
        self.ask("input.performActions", context=self.context, actions=[keys])

    def print(self) -> list[tuple[str, str]]:
        """The sheets its own print command makes: how each lies, and its words."""
        printed = self.ask("browsingContext.print", context=self.context, background=True)
        with pdfplumber.open(io.BytesIO(base64.b64decode(printed["data"]))) as pdf:
            return [
                ("across" if sheet.width > sheet.height else "upright", sheet.extract_text())
                for sheet in pdf.pages
            ]


@contextmanager
def running_firefox() -> Iterator[Tab | None]:
    """A Firefox with a profile of its own; None where there is none."""
    path = next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)
    if path is None:
        yield None
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        flags = ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile]
        with subprocess.Popen(
            [path, *flags], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
        ) as process:
            told = filter(None, (re.search(r"ws://\S+", line) for line in process.stderr))
            try:
                with connect(f"{next(told)[0]}/session", max_size=None) as socket:
                    yield Tab(socket)
            finally:
                process.terminate()
