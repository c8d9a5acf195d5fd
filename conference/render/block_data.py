"""What blocks show beyond the records themselves, gathered from the dossier; no HTML here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from conference.models import Dossier, Open, listed
from conference.models.awards import Counted, counted_in
from conference.models.tasks import Work
from conference.wording import canonical

T = TypeVar("T")

ROWS_PER_PART = 500
"""How many rows one part of a long list has: more on one page is slow to read and to search."""


def numbered(entries: Sequence[T], part: int = 0) -> Iterator[tuple[int, T]]:
    """Number the entries of a list from 1.

    Args:
        entries: the list.
        part: which part of it, from 1 (the second: 501 to 1000); 0 for all.
    """
    first = (part - 1) * ROWS_PER_PART if part else 0
    yield from enumerate(entries[first : first + ROWS_PER_PART if part else None], start=first + 1)


def part_count(entries: Sequence[object]) -> int:
    """Count the parts of a list; 0 for an empty one."""
    return -(-len(entries) // ROWS_PER_PART)


PARTED: dict[str, Callable[[Dossier], Any]] = {
    "delegates_table": lambda dossier: dossier.delegates.delegates,
}
"""Blocks of long lists, of which a page may show one part: {{ delegates_table("2") }}."""


def parts_of(name: str, dossier: Dossier) -> int:
    """Count the parts of a block of PARTED.

    Args:
        name: the block's name, a key of PARTED.
        dossier: the records.

    Returns:
        At least 1; 0 while its list is open, or empty.
    """
    entries = PARTED[name](dossier)
    return part_count(entries) if isinstance(entries, list) else 0


@dataclass
class UnitWork:
    """What one unit, post or person leads and supports.

    Attributes:
        name: what it is called; a post may call units and figures.
        unit_id: the id of the unit; "" for a post or a person.
        leads: what it leads.
        supports: what it helps with.
    """

    name: str
    unit_id: str = ""
    leads: list[Work] = field(default_factory=list)
    supports: list[Work] = field(default_factory=list)


def work_by_unit(dossier: Dossier) -> list[UnitWork]:
    """Gather who has work, in the order in which the tasks first name them."""
    units = {unit.id: unit.name for unit in dossier.units.units}
    rows: dict[str, UnitWork] = {}
    for task in dossier.tasks.tasks:
        for work in task.works:
            words = task.post or task.person or ""
            leader = UnitWork(units[task.lead], task.lead) if task.lead else UnitWork(words)
            rows.setdefault(task.lead or words, leader).leads.append(work)
            for helper in work.support:
                rows.setdefault(helper, UnitWork(units[helper], helper)).supports.append(work)
    return list(rows.values())


def recipient_lists(dossier: Dossier) -> Iterator[tuple[str, Counted]]:
    """Find the lists of the rewarded in the order of the plan, each with the id of its table."""
    for award in dossier.awards.awards:
        for one in counted_in(award):
            if one.owner.recipients is not None:
                part = "" if one.owner is award else f"--{one.owner.id}"
                yield f"ds-{award.id}{part}", one


def discussion_labels(dossier: Dossier) -> dict[str, str]:
    """The discussion groups by id, where the list of delegates says who sits in which; else none."""
    if not any(delegate.discussion for delegate in listed(dossier.delegates.delegates)):
        return {}
    return {group.id: group.label for group in dossier.delegates.discussion}


def awards_are_counts(dossier: Dossier) -> bool:
    """True when every award and every part of one has a number, so that bars can show them."""
    awards = dossier.awards.awards
    stated = [award.stated for award in awards]
    stated += [part.stated for award in awards for part in award.parts]
    return all(isinstance(value, int) for value in stated)


def named_under(name: str, superior: str | Open | None) -> str:
    """A body as a head names it below its superior: «Ban Dân vận», under «Huyện ủy Minh Họa».

    Source: the heads of Hướng dẫn 36-HD/VPTW, which say the superior once.
    """
    if not isinstance(superior, str):
        return name
    begins = len(name) - len(superior)
    same = canonical(name[begins:]).casefold() == canonical(superior).casefold()
    return name[:begins].rstrip() if begins > 1 and same else name
