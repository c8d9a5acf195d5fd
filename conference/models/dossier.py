"""The dossier: one field a file of the data folder; NEEDED are those that must be there."""

from collections.abc import Iterator

from conference.models.agenda import Agenda
from conference.models.awards import Awards
from conference.models.banner import Banner
from conference.models.citations import Citations
from conference.models.conference import Conference
from conference.models.delegates import Delegates
from conference.models.documents import Document, Documents
from conference.models.exceptions import Exceptions
from conference.models.record import DataFile, Record
from conference.models.tasks import Tasks
from conference.models.units import Units


class Dossier(Record):
    """All that is known of one conference; field `awards` is read from awards.yml, and so on."""

    conference: Conference
    units: Units
    documents: Documents
    citations: Citations
    agenda: Agenda
    delegates: Delegates
    awards: Awards
    tasks: Tasks
    banner: Banner
    exceptions: Exceptions

    def files(self) -> Iterator[tuple[str, DataFile]]:
        """Every file with its name, in the order of the fields: ("awards", …)."""
        for name in type(self).model_fields:
            yield name, getattr(self, name)

    @property
    def whole(self) -> bool:
        """True when every file that is there could be read to the end."""
        return all(file.whole or file.absent for _, file in self.files())

    def document(self, name: str) -> Document | None:
        """The document of an id; None when there is none."""
        return next((one for one in self.documents.documents if one.id == name), None)


NEEDED = ("conference", "units")
"""The files every dossier has. Of any other: absent means there is none of it."""
