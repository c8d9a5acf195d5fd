"""The shape of data/: one module a file, closed records, every field titled and described.

Titles and descriptions are Vietnamese: messages, the schema and the editor's guide are made of them.
"""

from conference.models.dossier import Dossier
from conference.models.record import Record
from conference.models.values import Open, is_known, listed

__all__ = ["Dossier", "Open", "Record", "is_known", "listed"]
