"""The shape of data/: closed records, every field titled and described for the editor."""

from conference.models.base import Open, Record, is_known
from conference.models.dossier import Dossier

__all__ = ["Dossier", "Open", "Record", "is_known"]
