"""A rule: its name, what it asks for (shown in the editor's guide), and how it looks for problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from conference.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from conference.facts import Facts

Problem = tuple[Place, str]
"""Where something is wrong, and what to do about it, in Vietnamese."""


@dataclass(frozen=True)
class Rule:
    """One rule.

    Attributes:
        name: stands behind each finding, in brackets; kebab-case, never reused.
        explains: one Vietnamese sentence that says what is right.
        severity: whether a finding stops publishing.
        find: what looks for problems; None when the rule is looked after while files or pages are
            read, or by the guard.
        needs: the files without which `find` would take what could not be read for missing.
    """

    name: str
    explains: str
    severity: Severity = Severity.ERROR
    find: Callable[[Facts], Iterable[Problem]] | None = None
    needs: tuple[str, ...] = ()

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Run the rule; it finds nothing while a file it needs is not whole."""
        if self.find is None or not facts.whole(*self.needs):
            return
        for place, message in self.find(facts):
            yield Finding(place, message, self.name, self.severity)


def rule(
    name: str, explains: str, *, needs: tuple[str, ...] = (), severity: Severity = Severity.ERROR
) -> Callable[[Callable[[Facts], Iterable[Problem]]], Rule]:
    """Make a rule of a function that yields problems, as a decorator.

    The entries of lists are valid whenever the rule sees them; everything else of a file may be
    asked for only when the file stands in `needs`.

    Args:
        name: see `Rule`.
        explains: see `Rule`.
        needs: names of files ("awards") that must be whole for the rule to run.
        severity: see `Rule`.
    """

    def wrap(find: Callable[[Facts], Iterable[Problem]]) -> Rule:
        return Rule(name, explains, severity, find, needs)

    return wrap
