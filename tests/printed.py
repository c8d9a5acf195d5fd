"""Every page printed with the system's Chromium: for the tests that measure, and for people to look.

`python tests/printed.py` (make papers) writes PDF and PNG of the root's dossier and of examples/ into
papers/, with papers/index.html to see them side by side.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from folders import LIVE, ROOT, page_names

from archiving.printing import launch


def build(dossier: Path, site: Path, audience: str = "everyone") -> None:
    """The site of a dossier, as `mkdocs build --strict` makes it."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    environment["CONFERENCE_AUDIENCE"] = audience
    environment.pop("CONFERENCE_DATA", None)
    command = ["build", "--strict", "-f", dossier / "mkdocs.yml", "--site-dir", site]
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", *command],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def print_page(browser, address: str, target: Path, scheme: str = "light") -> None:
    """A page of a built site as PDF, as the browser's own print command makes it."""
    page = browser.new_page(color_scheme=scheme)
    page.goto(address)
    page.pdf(path=target, prefer_css_page_size=True)
    page.close()


def main() -> None:
    """Write papers/."""
    from playwright.sync_api import sync_playwright

    papers = ROOT / "papers"
    shutil.rmtree(papers, ignore_errors=True)
    for name, dossier in LIVE.items():
        folder = papers / folder_name(name)
        build(dossier, folder / "site")
        with sync_playwright() as playwright:
            browser = launch(playwright)
            for page in page_names(dossier):
                address = (folder / "site" / f"{page}.html").as_uri()
                print_page(browser, address, folder / f"{page}.pdf")
            browser.close()
        shutil.rmtree(folder / "site")
        for pdf in sorted(folder.glob("*.pdf")):
            command = ["pdftoppm", "-r", "70", "-png", str(pdf), str(pdf.with_suffix(""))]
            subprocess.run(command, check=True)
    (papers / "index.html").write_text(contact_sheet(papers), encoding="utf-8")
    sys.stdout.write(f"{papers / 'index.html'}\n")


def folder_name(dossier: str) -> str:
    """Where the papers of a dossier lie in papers/, by its way from the root."""
    return "root" if dossier == "." else Path(dossier).name


def contact_sheet(papers: Path) -> str:
    """A page of all the images."""
    parts = ['<!doctype html><meta charset="utf-8"><title>papers</title>']
    parts.append("<style>img{border:1px solid;margin:4px;height:420px}</style>")
    for dossier in map(folder_name, LIVE):
        for pdf in sorted((papers / dossier).glob("*.pdf")):
            address = pdf.relative_to(papers).as_posix()
            parts.append(f'<h2><a href="{address}">{address}</a></h2>')
            images = sorted(pdf.parent.glob(f"{pdf.stem}-*.png"), key=lambda path: path.name)
            images = [path for path in images if path.stem.rpartition("-")[0] == pdf.stem]
            parts += [f'<img src="{dossier}/{path.name}" alt="{path.stem}">' for path in images]
    return "\n".join(parts)


if __name__ == "__main__":
    main()
