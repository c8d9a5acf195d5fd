"""Who a site is for: everyone on the intranet, or the office that prepares the conference.

A page says `audience: staff` in its front matter, and is in the staff's site alone; the names and lines of
the data, which are for whoever edits, are shown there alone as well. The site is everyone's unless said
otherwise, so that what is built without a thought holds nothing of the staff's.
"""

from __future__ import annotations

import os
from collections.abc import Collection, MutableMapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from pathspec import GitIgnoreSpec

from conference.pages.page import Page

VARIABLE = "CONFERENCE_AUDIENCE"


class Audience(StrEnum):
    """Who reads a page, or a site."""

    EVERYONE = "everyone"
    STAFF = "staff"


def chosen_audience() -> Audience:
    """Whose site is to be built: CONFERENCE_AUDIENCE says it; without it, everyone's."""
    return Audience.STAFF if os.environ.get(VARIABLE) == Audience.STAFF else Audience.EVERYONE


def for_staff(page: Page) -> bool:
    """True for a page that only the staff's site has."""
    return page.audience == Audience.STAFF


def staff_files(pages: Sequence[Page], docs: Path) -> tuple[str, ...]:
    """What everyone's site leaves out.

    Args:
        pages: all pages of the dossier.
        docs: their folder.

    Returns:
        The staff's pages, and the files beside them that they alone name, as links in docs/ name them.
    """
    own = [page for page in pages if for_staff(page)]
    if not own:
        return ()
    files = (
        path.relative_to(docs).as_posix()
        for path in docs.rglob("*")
        if path.suffix != ".md" and path.is_file()
    )
    named = {file for file in files if any(file in page.text for page in own)}
    for page in pages:
        if not for_staff(page):
            named = {file for file in named if file not in page.text}
    return (*(f"{page.name}.md" for page in own), *sorted(named))


def leave_out(files: Collection[str], settings: MutableMapping[str, Any]) -> None:
    """Have a site built without some files of docs/, as if its mkdocs.yml left them out.

    Args:
        files: as links in docs/ name them.
        settings: what mkdocs.yml says, as MkDocs hands it to its plugins; changed in place.
    """
    if files:
        left_out = GitIgnoreSpec.from_lines(f"/{file}" for file in files)
        named = settings["exclude_docs"]
        settings["exclude_docs"] = named + left_out if named else left_out
        settings["nav"] = settings["nav"] and _without(settings["nav"], files)


def _without(nav: Any, files: Collection[str]) -> Any:
    """The navigation without some pages, and without what is empty then."""
    if isinstance(nav, list):
        kept = (_without(entry, files) for entry in nav)
        return [entry for entry in kept if entry]
    if isinstance(nav, dict):
        below = {title: _without(entry, files) for title, entry in nav.items()}
        return {title: entry for title, entry in below.items() if entry}
    return "" if nav in files else nav
