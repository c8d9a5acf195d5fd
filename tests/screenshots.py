"""Pictures of every page at four widths, light and dark, to look at: `make screenshots`."""

import shutil
import sys
import tempfile
from pathlib import Path

from built import serving
from folders import LIVE
from playwright.sync_api import sync_playwright
from printed import build, folder_name, launch

WIDTHS = (360, 1280, 2560, 3840)
DARK_TOO = ("index", "chuong-trinh", "dai-bieu", "ke-hoach")


def shots(name: str) -> list[tuple[int, str]]:
    dark = [(360, "dark"), (1280, "dark")] if name in DARK_TOO else []
    return [*((width, "light") for width in WIDTHS), *dark]


def main(target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright)
        for kind, dossier in ((folder_name(name), dossier) for name, dossier in LIVE.items()):
            site = Path(folder) / kind
            build(dossier, site)
            with serving(site) as address:
                for page_file in sorted(site.glob("*.html")):
                    for width, scheme in shots(page_file.stem):
                        size = {"width": width, "height": 800 if width < 500 else width * 9 // 16}
                        page = browser.new_page(viewport=size, color_scheme=scheme)
                        page.goto(f"{address}/{page_file.name}?luc=2031-12-25T08:40")
                        name = f"{kind}-{page_file.stem}-{width}-{scheme}.png"
                        page.screenshot(path=target / name)
                        page.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots"))
