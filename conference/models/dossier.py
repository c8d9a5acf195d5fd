"""The dossier: one field a file of the data folder."""

from conference.models.base import Record
from conference.models.conference import Conference
from conference.models.people import Agenda, Awards, Banner, Delegates, Tasks
from conference.models.plan import Bases, Distribution, Exceptions, Plan, Units


class Dossier(Record):
    """Everything known of one conference; field `awards` is read from awards.yml, and so on."""

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
