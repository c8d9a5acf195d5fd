"""What is known of a conference, derived once: its records, its figures, its names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from conference.figures import Figure, derive
from conference.figures.days import Days, named_days
from conference.figures.said import said_of
from conference.models import Dossier
from conference.references import Resolver


@dataclass(frozen=True)
class Facts:
    """All that rules, the guard and blocks are given.

    Attributes:
        dossier: the records; a file may have been read in part.
        figures: name → figure, of the files that are whole.
        days: when each day is.
        names: resolves what a text may call: figures, days and hours, units, the title.
    """

    dossier: Dossier
    figures: Mapping[str, Figure]
    days: Days
    names: Resolver

    @classmethod
    def of(cls, dossier: Dossier) -> Facts:
        """Derive figures and names from a dossier, whole or read in part."""
        figures, days = derive(dossier), Days(named_days(dossier))
        said = said_of(dossier, days)
        return cls(dossier, figures, days, Resolver(dossier, figures, said))

    def whole(self, *files: str) -> bool:
        """True when each of the named files ("awards", …) could be read to the end."""
        return all(getattr(self.dossier, file).whole for file in files)
