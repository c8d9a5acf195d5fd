"""From a dossier to its publication: everything wrong in one list, or what can be trusted."""

from __future__ import annotations

from typing import NamedTuple

from conference.audience import Audience
from conference.checks import check
from conference.checks.private import private_in_page
from conference.facts import Facts
from conference.findings import Finding, has_errors, limited
from conference.folders import DossierFolder, dossier_folder, label_of, misplaced
from conference.guard import guard
from conference.loading import load
from conference.pages.calls import missing_parts, wrong_calls
from conference.pages.checks import wrong_pages
from conference.pages.page import Page, load_pages, read_settings
from conference.pages.papers import wrong_papers
from conference.pages.shared_files import missing_files
from conference.pages.unused import unused_units
from conference.publication import Publication


class Checked(NamedTuple):
    """What checking a dossier gave: all findings, and no publication when one of them is an error."""

    findings: tuple[Finding, ...]
    publication: Publication | None


def open_publication(
    folder: DossierFolder | None = None,
    edit_data: str = "",
    audience: Audience = Audience.EVERYONE,
) -> Checked:
    """Load and check the facts and pages of a dossier; nothing is raised for wrong input.

    Args:
        folder: where the dossier lies; without it the project's own.
        edit_data: see `Publication`.
        audience: whose site it is to be; all pages are checked either way.
    """
    folder = folder or dossier_folder()
    if found := list(misplaced(folder)):
        return Checked(tuple(found), None)
    loaded = load(folder.data, label_of(folder.data))
    facts = Facts.of(loaded.dossier)
    pages, page_findings = load_pages(folder.docs, label_of(folder.docs))
    settings, setting_findings = read_settings(folder.settings, label_of(folder.settings))
    pages.sort(key=lambda page: _rank(page, settings.nav))
    guarded = guard(facts, pages, settings.titles)
    # Of a page that could not be read nobody knows what it prints: nothing is missing on the others.
    all_read = all(page.text for page in pages)
    findings = [
        *loaded.findings,
        *check(facts),
        *page_findings,
        *setting_findings,
        *missing_files(settings.files, folder.root),
        *wrong_pages(pages, settings, folder.docs, facts),
        *wrong_calls(pages, facts),
        *wrong_papers(pages, facts),
        *(unused_units(pages, facts) if all_read and facts.dossier.whole else ()),
        *(missing_parts(pages, facts.dossier) if all_read and facts.whole("delegates") else ()),
        *(found for page in pages for found in limited(private_in_page(page.text, page.file))),
        *guarded.findings,
    ]
    findings.sort()
    if has_errors(findings):
        return Checked(tuple(findings), None)
    publication = Publication(folder, facts, tuple(pages), guarded.typed, edit_data, audience)
    return Checked(tuple(findings), publication)


def _rank(page: Page, nav: tuple[str, ...]) -> tuple[int, str]:
    """Pages in the order of the navigation, those it leaves out at the end."""
    file = f"{page.name}.md"
    return (nav.index(file) if file in nav else len(nav)), page.name
