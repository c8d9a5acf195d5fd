"""`make archive`: the papers of a built site as files in the dossier's archive/, checked."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from playwright.sync_api import Error as BrowserError

from archiving.checks import check_file
from archiving.filing import file_papers
from archiving.papers import papers_of, set_properties
from archiving.printing import chromium
from archiving.report import REPORT_FILE, Result, names_in, summary, write_report
from archiving.second_opinion import ask
from conference.audience import Audience
from conference.folders import ROOT, dossier_folder
from conference.opening import open_publication
from conference.publication import Publication

_VERSION = re.compile(r"figures\.js\?(\w+)")
_STAMP = re.compile(r'data-stamp="([^"]*)"')


class Impossible(Exception):
    """Nothing can be filed; the message says what to do, in Vietnamese."""


class _Parser(argparse.ArgumentParser):
    """Tells wrong use in Vietnamese, with exit code 2."""

    def error(self, message: str) -> NoReturn:
        """The library's own message is English."""
        self.exit(2, f"dùng sai lệnh; gõ «{self.prog} --help» để xem cách dùng.\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """File the papers of a dossier's site.

    Args:
        arguments: The words after `python -m archiving`; None: those of this process.

    Returns:
        The exit code: 0 when every check passes, 1 when one fails, 2 when nothing could be filed.
    """
    parser = _Parser(
        prog="python -m archiving", description="Lưu các tờ in của hồ sơ thành tệp PDF"
    )
    parser.add_argument("--dossier", type=Path, default=ROOT, help="thư mục hồ sơ")
    parser.add_argument(
        "--audience",
        type=Audience,
        choices=list(Audience),
        default=Audience.EVERYONE,
        help="trang đã dựng là cho ai",
    )
    chosen = parser.parse_args(arguments)
    try:
        results = archive(chosen.dossier, chosen.dossier / "site", chosen.audience)
    except Impossible as reason:
        sys.stderr.write(f"{reason}\n")
        return 2
    failed = sum(bool(result.problems) for result in results)
    told = f"{failed} tệp chưa đạt; đừng đem lưu khi chưa sửa" if failed else "mọi tệp đều đạt"
    sys.stdout.write(f"{chosen.dossier / 'archive' / REPORT_FILE}: {told}\n")
    return 1 if failed else 0


def archive(dossier: Path, site: Path, audience: Audience) -> list[Result]:
    """Write a dossier's archive/ anew; what it held before stays until all is written.

    Args:
        dossier: the folder of the dossier.
        site: its built site.
        audience: whose site that is.

    Returns:
        The result for each file, that of the whole set last.

    Raises:
        Impossible: there is nothing to be filed, no browser, or files in archive/ that are not ours.
    """
    folder = dossier / "archive"
    _refuse_foreign(folder)
    publication = _publication(dossier, site, audience)
    papers, results = papers_of(publication), []
    with TemporaryDirectory(prefix=".archive-", dir=dossier) as new:
        try:
            with chromium() as browser:
                whole = set_properties(publication)
                written = list(file_papers(site, papers, whole, Path(new), browser))
        except FileNotFoundError as missing:
            raise Impossible(f"không tìm thấy {missing}; hãy cài rồi chạy lại") from missing
        except BrowserError as error:
            raise Impossible(
                f"trình duyệt không in được ({str(error).splitlines()[0]}); hãy chạy lại"
            ) from error
        for filed in written:
            results.append(Result(filed, check_file(filed), ask(filed.path)))
            sys.stdout.write(summary(results[-1]))
        write_report(results, Path(new))
        switch_in(Path(new), folder)
    return results


def _publication(dossier: Path, site: Path, audience: Audience) -> Publication:
    """What the papers are called; the site must have been built from the same data and pages."""
    checked = open_publication(dossier_folder(dossier), audience=audience)
    if checked.publication is None:
        raise Impossible("hồ sơ có lỗi; hãy chạy make check rồi sửa")
    papers = checked.publication.papers_of_the_set()
    if not papers:
        raise Impossible("hồ sơ không có trang nào để in")
    for page in papers:
        file = site / f"{page.name}.html"
        told = (checked.publication.version, checked.publication.stamp(page))
        if not file.is_file() or _built_from(file) != told:
            again = "make build" + (" AUDIENCE=staff" if audience == Audience.STAFF else "")
            raise Impossible(
                f"{file}: chưa dựng, hoặc dựng từ dữ liệu và trang khác với bây giờ; hãy chạy {again} trước"
            )
    return checked.publication


def _built_from(file: Path) -> tuple[str, str] | None:
    """Which data and pages a page was built from, and the line at the foot of its sheets."""
    text = file.read_text("utf-8")
    version, stamp = _VERSION.search(text), _STAMP.search(text)
    return (version[1], unescape(stamp[1])) if version and stamp else None


def switch_in(new: Path, folder: Path) -> None:
    """Put new files in the place of old ones, then take away what is left of the old."""
    folder.mkdir(exist_ok=True)
    names = {file.name for file in new.iterdir()}
    for name in names:
        (new / name).replace(folder / name)
    for old in folder.iterdir():
        if old.name not in names:
            old.unlink()


def _refuse_foreign(folder: Path) -> None:
    """Refuse a folder in which somebody else keeps files: they would be lost."""
    if not folder.is_dir():
        return
    report = folder / REPORT_FILE
    ours = {REPORT_FILE, *(names_in(report) if report.is_file() else ())}
    for path in sorted(folder.iterdir()):
        if path.name not in ours or path.is_dir():
            raise Impossible(
                f"{path} không do lệnh này viết ra; hãy chuyển tệp ấy đi nơi khác rồi chạy lại"
            )


if __name__ == "__main__":
    sys.exit(main())
