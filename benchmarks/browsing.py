"""The system's Chromium, driven by Playwright, cut off from every host but this one."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from benchmarks.tools import chromium

DESK = {"width": 1366, "height": 768}
FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextlib.contextmanager
def browser() -> Iterator[Any]:
    # Imported late: the driver has to stay small while it measures the memory of others.
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        try:
            yield running
        finally:
            running.close()


@contextlib.contextmanager
def new_page(
    running: Any, slowdown: float = 1, window: dict[str, int] = DESK
) -> Iterator[tuple[Any, Any]]:
    """A page with nothing in its cache, and the session that speaks to its machinery."""
    context = running.new_context(viewport=window)
    context.set_default_timeout(60_000)
    context.route(
        lambda address: address.startswith("http") and "//127.0.0.1:" not in address,
        lambda route: route.abort(),
    )
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    if slowdown != 1:
        session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    try:
        yield page, session
    finally:
        context.close()
