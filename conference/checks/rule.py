"""A rule: its name, what it asks of the data (shown in the editor's guide), and its function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from conference.findings import Finding, Place, Severity
from conference.models import Dossier
from conference.models.base import as_far_as_read

Problem = tuple[Place, str]


@dataclass(frozen=True)
class Rule:
    """`explains` is one Vietnamese sentence."""

    name: str
    explains: str
    severity: Severity
    problems: Callable[[Dossier], Iterable[Problem]]

    def findings(self, dossier: Dossier) -> Iterator[Finding]:
        """What the rule finds; it ends where it asks for a value that could not be read."""
        for place, message in as_far_as_read(self.problems(dossier)):
            yield Finding(place, message, self.name, self.severity)


def rule(
    name: str, explains: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[[Dossier], Iterable[Problem]]], Rule]:
    """Make a rule of a function that yields (place, message).

    The dossier may be partial. A rule whose findings rest on one entry each takes those that are
    `whole`, or looks at each `as_far_as_read`; one that would take what could not be read for missing
    asks for `whole` first.
    """

    def wrap(problems: Callable[[Dossier], Iterable[Problem]]) -> Rule:
        return Rule(name, explains, severity, problems)

    return wrap
