"""Units that neither the data nor any page names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conference.facts import Facts
from conference.findings import Finding, Severity, limited, quote
from conference.models.fields import pointers_of, prose_of
from conference.pages.page import Page
from conference.references import find_references

UNUSED = "unit-unused"


def unused_units(pages: Sequence[Page], facts: Facts) -> Iterator[Finding]:
    """Tell every unit that is referred to nowhere: by an id or in a text of the data, by a call or name in a page.

    Args:
        pages: all pages.
        facts: what is known, all of it.
    """
    return limited(_unused(pages, facts))


def _unused(pages: Sequence[Page], facts: Facts) -> Iterator[Finding]:
    used = {pointer.text for pointer in pointers_of(facts.dossier, "unit")}
    for typed in prose_of(facts.dossier):
        for reference in find_references(typed.text):
            if reference.name.startswith("unit."):
                used.add(reference.name.split(".")[1])
    used |= {call.arguments[0] for page in pages for call in page.calls if call.arguments}
    for unit in facts.dossier.units.units:
        if unit.id not in used and not any(unit.name in page.text for page in pages):
            message = f"đơn vị {quote(unit.id)} chưa được nhắc đến ở đâu; hãy xóa, hoặc dùng mã này ở nơi cần."
            yield Finding(unit.at("id"), message, UNUSED, Severity.WARNING)
