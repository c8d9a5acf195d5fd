"""The papers of a site into a folder: each as a file, all of them bound into one, with a cover and contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
from jinja2 import Environment, PackageLoader, StrictUndefined
from playwright.sync_api import Browser

from archiving.binding import Part, bind
from archiving.marking import PAPER_LINK, lead_to_file, lead_to_papers, mark
from archiving.papers import ILLUSTRATIVE, SET_FILE, Paper, Properties
from archiving.printing import Said, print_html, print_paper, print_plainly
from archiving.properties import describe
from archiving.reading import Tagged, text_of_pages

COVER = "Bìa và mục lục"
_VERSION = "1.7"
"""Of PDF: the first in which all that is written here is said by the standard."""

_ENVIRONMENT = Environment(
    loader=PackageLoader("archiving"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
)


@dataclass(frozen=True)
class Filed:
    """A file that was written, and what it has to hold.

    Attributes:
        path: of the file.
        properties: what it says of itself.
        text: what its pages say, in the order of reading.
        headings: level and words of each heading.
        bookmarks: depth (from 1) and words of each bookmark.
        plain: the text of each sheet as the browser's own command prints it.
        states: the lines at the foot of its sheets.
    """

    path: Path
    properties: Properties
    text: str
    headings: tuple[tuple[int, str], ...]
    bookmarks: tuple[tuple[int, str], ...]
    plain: tuple[str, ...]
    states: frozenset[str]


def file_papers(
    site: Path, papers: Sequence[Paper], whole: Properties, folder: Path, browser: Browser
) -> Iterator[Filed]:
    """Write the files of a set.

    Args:
        site: the built site.
        papers: the papers of its print set, in order.
        whole: what the file of the whole set says of itself.
        folder: where the files go.
        browser: a running Chromium; see printing.chromium.

    Yields:
        Each paper's file as soon as it is written, that of the whole set last.
    """
    files = {paper.page: f"{paper.file}.pdf" for paper in papers}
    filed: list[Filed] = []
    with TemporaryDirectory() as scratch, ExitStack() as open_files:
        parts = []
        for paper in papers:
            page = site / f"{paper.page}.html"
            printed = Path(scratch) / f"{paper.page}.pdf"
            said = print_paper(browser, page, list(files), printed)
            print_plainly(browser, page, Path(scratch) / "plain.pdf")
            plain = text_of_pages(Path(scratch) / "plain.pdf")
            part = open_files.enter_context(pikepdf.open(printed))
            mark(Tagged(printed, part))
            # The part keeps its links to papers: bound, they lead to sheets of the same file.
            parts.append(Part(paper.page, paper.entry, part))
            path = folder / files[paper.page]
            _write(part, paper.properties, path, files)
            filed.append(_filed(path, paper.properties, said, plain))
            yield filed[-1]
        lengths = [len(part.pdf.pages) for part in parts]
        cover, said = _cover(browser, papers, whole, lengths, Path(scratch))
        part = open_files.enter_context(pikepdf.open(cover))
        plain = text_of_pages(cover)
        mark(Tagged(cover, part))
        with bind([Part("", COVER, part), *parts]) as bound:
            describe(bound, whole)
            path = folder / f"{SET_FILE}.pdf"
            bound.docinfo["/CreationDate"] = part.docinfo["/CreationDate"]
            bound.save(path, min_version=_VERSION)
        first = _filed(cover, whole, said, plain)
        entries = [COVER, *(paper.entry for paper in papers)]
        yield _together(path, entries, [first, *filed])


def _write(part: pikepdf.Pdf, properties: Properties, path: Path, files: dict[str, str]) -> None:
    """Save a paper as a file of its own, whose links lead to the files beside it."""
    part.save(path, min_version=_VERSION)
    with pikepdf.open(path, allow_overwriting_input=True) as alone:
        lead_to_papers(alone, lambda link, name: lead_to_file(link, files[name]))
        describe(alone, properties)
        alone.save(path)


def _cover(
    browser: Browser,
    papers: Sequence[Paper],
    whole: Properties,
    lengths: Sequence[int],
    scratch: Path,
) -> tuple[Path, Said]:
    """Print cover and contents until they know how long they are themselves."""
    template, target = _ENVIRONMENT.get_template("cover.html"), scratch / "cover.pdf"
    own = 2
    while True:
        numbers = [own + sum(lengths[:place]) + 1 for place in range(len(lengths))]
        html = template.render(
            properties=whole,
            papers=papers,
            numbers=numbers,
            link=PAPER_LINK,
            mark=ILLUSTRATIVE,
        )
        said = print_html(browser, html, target)
        with pikepdf.open(target) as printed:
            pages = len(printed.pages)
        if pages == own:
            return target, said
        own = pages


def _filed(path: Path, properties: Properties, said: Said, plain: tuple[str, ...]) -> Filed:
    return Filed(
        path,
        properties,
        text=said.text,
        headings=said.headings,
        bookmarks=_nested(said.headings),
        plain=plain,
        states=frozenset([properties.state]),
    )


def _together(path: Path, entries: Sequence[str], parts: Sequence[Filed]) -> Filed:
    """What the bound file has to hold: all that its parts hold, each below a bookmark of its own."""
    bookmarks: list[tuple[int, str]] = []
    for entry, part in zip(entries, parts, strict=True):
        bookmarks += [(1, entry), *((depth + 1, words) for depth, words in part.bookmarks)]
    return Filed(
        path,
        parts[0].properties,
        text="".join(part.text for part in parts),
        headings=tuple(heading for part in parts for heading in part.headings),
        bookmarks=tuple(bookmarks),
        plain=tuple(text for part in parts for text in part.plain),
        states=frozenset(state for part in parts for state in part.states),
    )


def _nested(headings: Sequence[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """How deep the bookmark of each heading lies: below the last heading of a higher level."""
    above: list[int] = []
    nested = []
    for level, words in headings:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        nested.append((len(above), words))
    return tuple(nested)
