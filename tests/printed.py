"""Every page printed with the system's Chromium: for the tests that measure, and for people to look.

`python -m tests.printed` (make papers) writes PDF and PNG of the real data and of examples/full into
papers/, with papers/index.html to see them side by side.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOSSIERS = {"real": ROOT / "data", "full": ROOT / "examples/full/data"}
BROWSER_FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def page_names() -> list[str]:
    """The pages in the order of the print set, so far as that matters to a reader."""
    return sorted(path.stem for path in (ROOT / "docs").glob("*.md"))


def build(data: Path, site: Path, project: Path = ROOT) -> None:
    """The site of a data folder, as `mkdocs build --strict` makes it in a project's folder."""
    environment = {**os.environ, "CONFERENCE_DATA": str(data), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=project,
        env=environment,
        check=True,
        capture_output=True,
    )


def launch(playwright):
    """The system's Chromium."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    assert path, "no Chromium: run `make test`, which installs it or says what to install"
    return playwright.chromium.launch(executable_path=path, args=list(BROWSER_FLAGS))


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
    for dossier, data in DOSSIERS.items():
        folder = papers / dossier
        build(data, folder / "site")
        with sync_playwright() as playwright:
            browser = launch(playwright)
            for name in page_names():
                address = (folder / "site" / f"{name}.html").as_uri()
                print_page(browser, address, folder / f"{name}.pdf")
            browser.close()
        shutil.rmtree(folder / "site")
        for pdf in sorted(folder.glob("*.pdf")):
            command = ["pdftoppm", "-r", "70", "-png", str(pdf), str(pdf.with_suffix(""))]
            subprocess.run(command, check=True)
    (papers / "index.html").write_text(contact_sheet(papers), encoding="utf-8")
    sys.stdout.write(f"{papers / 'index.html'}\n")


def contact_sheet(papers: Path) -> str:
    """A page of all the images."""
    parts = ['<!doctype html><meta charset="utf-8"><title>papers</title>']
    parts.append("<style>img{border:1px solid;margin:4px;height:420px}</style>")
    for dossier in DOSSIERS:
        for pdf in sorted((papers / dossier).glob("*.pdf")):
            address = pdf.relative_to(papers).as_posix()
            parts.append(f'<h2><a href="{address}">{address}</a></h2>')
            images = sorted(pdf.parent.glob(f"{pdf.stem}-*.png"), key=lambda path: path.name)
            images = [path for path in images if path.stem.rpartition("-")[0] == pdf.stem]
            parts += [f'<img src="{dossier}/{path.name}" alt="{path.stem}">' for path in images]
    return "\n".join(parts)


if __name__ == "__main__":
    main()
