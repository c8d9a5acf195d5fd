"""The files of a built site that are made of data, beside its pages."""

from __future__ import annotations

from pathlib import Path

from conference.figures_file import as_json, as_script
from conference.publication import Publication
from conference.search_words import search_words


def write_site_files(publication: Publication, site: Path) -> None:
    """Write all figures, the same as a script, and what the search knows besides the pages.

    Args:
        publication: what is published.
        site: the folder of the site.
    """
    figures = as_json(publication)
    (site / "search").mkdir(exist_ok=True)
    for file, text in (
        ("figures.json", figures),
        ("figures.js", as_script(figures)),
        ("search/words.js", search_words(publication)),
    ):
        (site / file).write_text(text, encoding="utf-8", newline="\n")
