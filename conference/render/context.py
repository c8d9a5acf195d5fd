"""What the templates of blocks are told: the records, what is gathered of them, how to show it."""

from __future__ import annotations

from functools import partial
from typing import Any

from conference.audience import Audience
from conference.checks import RULES
from conference.facts import Facts
from conference.figures.awards import totals_by_kind
from conference.findings import Place
from conference.guard import GUARD_RULES
from conference.ics import data_address
from conference.loading.rules import FILE_RULES, PAGE_RULES
from conference.models.awards import given, nouns_of
from conference.models.delegates import CLASSES
from conference.pages.front_matter import PAPERS, FrontMatter
from conference.regimes import REGIMES
from conference.render import block_data, calendar_rows, guided_calls, guided_files, unsettled
from conference.render.site import Site
from conference.render.words import Words


def block_context(facts: Facts, words: Words, site: Site) -> dict[str, Any]:
    """Name all that templates know; only a document's own page knows of more.

    Args:
        facts: what is known.
        words: the same as HTML, in a line of words.
        site: what is asked of the site the blocks stand in.
    """
    dossier, documents = facts.dossier, facts.dossier.documents.documents
    citations = {one.id: one for one in dossier.citations.citations}
    groups = {group.id: group.label for group in dossier.delegates.groups}
    for_staff = site.audience == Audience.STAFF
    return {
        # Of an absent file there is nothing to say.
        **{name: None if file.absent else file for name, file in dossier.files()},
        "regimes": REGIMES,
        "cited": citations.__getitem__,
        "page_calling": site.page_calling,
        "differences": [one for document in documents for one in document.differences],
        "figures": facts.figures,
        "figure": words.figure,
        "text": words.text,
        "unit": words.unit,
        "unit_short": words.unit_short,
        "named_under": block_data.named_under,
        "group_label": groups.__getitem__,
        "discussion_labels": block_data.discussion_labels(dossier),
        "ending": lambda given, usual: usual if given is None else given,
        "work_by_unit": lambda: block_data.work_by_unit(dossier),
        "delegate_classes": CLASSES,
        "recipient_lists": lambda: block_data.recipient_lists(dossier),
        "award_nouns": lambda: nouns_of(given(dossier.awards.awards)),
        "award_totals": lambda: {
            name: nouns for name, nouns, _ in totals_by_kind(given(dossier.awards.awards))
        },
        "awards_are_counts": lambda: block_data.awards_are_counts(dossier),
        "numbered": block_data.numbered,
        "open_values": lambda: unsettled.titled_open_values(dossier),
        "open_by_unit": lambda: unsettled.open_by_unit(dossier),
        "agenda_parts": lambda: calendar_rows.agenda_parts(dossier, facts.days),
        "gathering_rows": lambda: calendar_rows.gathering_rows(dossier),
        "for_staff": for_staff,
        "day": words.day,
        "edit_address": partial(_edit_address, site),
        "calendar_address": partial(_calendar_address, facts, site),
        "pages_showing": site.pages_showing,
        "papers": site.papers_of_the_set,
        "page_numbers": lambda: site.page_numbers,
        "inferred_settings": lambda: unsettled.inferred_settings(dossier),
        "guided_files": guided_files.files,
        "when_changed": site.when_changed,
        "open_value": guided_files.open_value,
        "guided_day": guided_files.day,
        "guided_amount": guided_files.amount,
        "kinds_of_paper": PAPERS,
        "front_matter": lambda: guided_files.groups(FrontMatter),
        "guided_calls": lambda: guided_calls.calls(facts, block_data.PARTED),
        "rules": {
            "Tệp và cách viết": FILE_RULES,
            "Nội dung": RULES,
            "Câu chữ": GUARD_RULES,
            "Trang": PAGE_RULES,
        },
    }


def _edit_address(site: Site, place: Place) -> str:
    """Make the address where a line of the data is edited; "" when the site offers none."""
    address = site.edit_data if site.audience == Audience.STAFF else ""
    return address.replace("{path}", place.file).replace("{line}", str(place.line))


def _calendar_address(facts: Facts, site: Site) -> str:
    """Make the conference a calendar file inside a data: address; "" until the day is settled."""
    # No page shows what stands in the file: its figures are not among those of the page.
    return data_address(facts.dossier, facts.names.as_text, site.moment)
