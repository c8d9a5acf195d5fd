"""The pages of a built site, printed by the system's Chromium: as tagged PDFs, and as anybody prints them."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from archiving.marking import PAPER_LINK

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# A link leads into the same paper, to another paper of the set or to the web; the other pages of the site
# are not filed, and their addresses on this machine are nobody's business.
_LEAD_LINKS = """([papers, mark]) => {
  for (const link of document.querySelectorAll("article a[href]")) {
    const to = new URL(link.href);
    const name = to.pathname.split("/").at(-1).replace(/\\.html$/, "");
    const here = to.origin === location.origin && to.pathname === location.pathname;
    if (here ? to.hash : ["http:", "https:", "mailto:"].includes(to.protocol)) continue;
    if (papers.includes(name)) link.setAttribute("href", mark + name);
    else link.removeAttribute("href");
  }
}"""

# What stands on the paper. Marks that are drawn, not said, are none of it: they are hidden from whoever listens.
_READ = """() => {
  window.dispatchEvent(new Event("beforeprint"));
  const paper = document.querySelector("article .sheet") ?? document.body;
  for (const drawn of paper.querySelectorAll("[aria-hidden=true]")) drawn.remove();
  const words = (element) => element.innerText.trim().replace(/\\s+/g, " ");
  const headings = [...paper.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((heading) => heading.getClientRects().length);
  return [
    paper.innerText,
    headings.map((heading) => [Number(heading.tagName[1]), words(heading)]),
  ];
}"""


@dataclass(frozen=True)
class Said:
    """What a page says on paper.

    Attributes:
        text: all of it, in the order of reading.
        headings: level and words of each.
    """

    text: str
    headings: tuple[tuple[int, str], ...]


def launch(playwright: Playwright) -> Browser:
    """Start the system's Chromium.

    Raises:
        FileNotFoundError: there is none.
    """
    path = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if path is None:
        raise FileNotFoundError("Chromium")
    return playwright.chromium.launch(executable_path=path, args=list(_FLAGS))


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, closed afterwards; see `launch`."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


def print_paper(browser: Browser, page: Path, papers: Collection[str], target: Path) -> Said:
    """Print a page of a site as a tagged PDF with bookmarks.

    Args:
        browser: a running Chromium.
        page: the file of the page.
        papers: the names of the pages that are filed with it.
        target: the PDF.

    Returns:
        What should stand on it, as the page itself says.
    """
    with _opened(browser, page) as opened:
        opened.evaluate(_LEAD_LINKS, [list(papers), PAPER_LINK])
        return _printed(opened, target)


def print_html(browser: Browser, html: str, target: Path) -> Said:
    """Print a text that is no page of a site in the same way."""
    opened = browser.new_page(color_scheme="light")
    opened.set_content(html)
    said = _printed(opened, target)
    opened.close()
    return said


def print_plainly(browser: Browser, page: Path, target: Path) -> None:
    """Print a page as the browser's own command does, to compare with."""
    with _opened(browser, page) as opened:
        opened.pdf(path=target, prefer_css_page_size=True)


@contextmanager
def _opened(browser: Browser, page: Path) -> Iterator[Page]:
    opened = browser.new_page(color_scheme="light")
    opened.goto(page.resolve().as_uri())
    yield opened
    opened.close()


def _printed(opened: Page, target: Path) -> Said:
    opened.pdf(path=target, prefer_css_page_size=True, tagged=True, outline=True)
    opened.emulate_media(media="print")
    text, headings = opened.evaluate(_READ)
    return Said(text, tuple((level, words) for level, words in headings))
