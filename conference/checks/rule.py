"""A rule: its name, what it asks of the data (shown in the editor's guide), and its function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from conference.findings import Finding, Place, Severity
from conference.models import Dossier

Problem = tuple[Place, str]


@dataclass(frozen=True)
class Rule:
    """`explains` is one Vietnamese sentence; `needs` names the files the rule reads."""

    name: str
    explains: str
    needs: tuple[str, ...]
    severity: Severity
    problems: Callable[[Dossier], Iterable[Problem]]

    def findings(self, dossier: Dossier) -> Iterator[Finding]:
        """What the rule finds in a dossier that has at least the files it needs."""
        for place, message in self.problems(dossier):
            yield Finding(place, message, self.name, self.severity)


def rule(
    name: str, explains: str, *needs: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[[Dossier], Iterable[Problem]]], Rule]:
    """Make a rule of a function that yields (place, message). Without `needs`: all files."""

    def wrap(problems: Callable[[Dossier], Iterable[Problem]]) -> Rule:
        return Rule(name, explains, needs or tuple(Dossier.model_fields), severity, problems)

    return wrap
