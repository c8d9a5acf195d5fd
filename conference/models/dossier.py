"""The dossier: one field a file of the data folder."""

from collections.abc import Iterator

from conference.models.agenda import Agenda
from conference.models.awards import Awards
from conference.models.banner import Banner
from conference.models.bases import Bases
from conference.models.conference import Conference
from conference.models.delegates import Delegates
from conference.models.distribution import Distribution
from conference.models.exceptions import Exceptions
from conference.models.plan import Plan
from conference.models.record import DataFile, Record
from conference.models.tasks import Tasks
from conference.models.units import Units


class Dossier(Record):
    """All that is known of one conference; field `awards` is read from awards.yml, and so on."""

    conference: Conference
    units: Units
    bases: Bases
    plan: Plan
    agenda: Agenda
    delegates: Delegates
    awards: Awards
    tasks: Tasks
    banner: Banner
    distribution: Distribution
    exceptions: Exceptions

    def files(self) -> Iterator[tuple[str, DataFile]]:
        """Every file with its name, in the order of the fields: ("awards", …)."""
        for name in type(self).model_fields:
            yield name, getattr(self, name)

    @property
    def whole(self) -> bool:
        """True when every file could be read to the end."""
        return all(file.whole for _, file in self.files())
