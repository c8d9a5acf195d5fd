"""The agenda by sittings: each session with its meeting, its day and its hours; one for all without sessions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from conference.models import Dossier, Open
from conference.models.agenda import Agenda, AgendaItem, Session
from conference.models.conference import Gathering, Meeting
from conference.models.days import Moment


@dataclass(frozen=True)
class Sitting:
    """A run of items on one day.

    Attributes:
        record: the session, or the agenda when it has none.
        meeting: the meeting of a session, when the conference has several.
        value: its day as typed, or its meeting's.
        items: what happens, in order.
        ends: when all of it ends, as typed.
    """

    record: Session | Agenda
    meeting: Meeting | None
    value: date | Moment | Open | None
    items: list[AgendaItem]
    ends: time | None

    @property
    def session(self) -> Session | None:
        """The session; None for an agenda without."""
        return self.record if isinstance(self.record, Session) else None

    @property
    def name(self) -> str:
        """What begins the names of its figures: "agenda", "agenda.phien-tru-bi"."""
        return f"agenda.{self.session.id}" if self.session else "agenda"

    @property
    def start(self) -> time | None:
        """The hour it begins, as typed for itself or for its first item."""
        typed = self.session.start if self.session else None
        return typed or (self.items[0].start if self.items else None)

    @property
    def end(self) -> time | None:
        """The hour it ends, as typed for itself or from its last item."""
        return self.ends or (self.items[-1].until if self.items else None)


def sittings(dossier: Dossier) -> list[Sitting]:
    """Give every sitting in the order of the agenda; a file read in part says no more than its lists."""
    return list(_sittings(dossier))


def _sittings(dossier: Dossier) -> Iterator[Sitting]:
    agenda = dossier.agenda
    meetings = {meeting.id: meeting for meeting in dossier.conference.meetings}
    only = next(iter(meetings.values())) if len(meetings) == 1 else None
    if agenda.items:
        ends = agenda.ends if agenda.whole else None
        yield Sitting(agenda, only, _day_of(dossier, only), agenda.items, ends)
    for session in agenda.sessions:
        meeting = meetings.get(session.meeting, only) if session.meeting else only
        value = session.date or _day_of(dossier, meeting)
        yield Sitting(session, meeting, value, session.items, session.ends)


def _day_of(dossier: Dossier, meeting: Meeting | None) -> date | Moment | Open | None:
    if meeting:
        return meeting.date
    conference = dossier.conference
    return conference.time.date if conference.whole and conference.time else None


def start_of(dossier: Dossier, gathering: Gathering) -> time | None:
    """The hour a meeting begins: as typed, else that of its first sitting."""
    meeting = gathering if isinstance(gathering, Meeting) else None
    if meeting and meeting.start:
        return meeting.start
    return next((one.start for one in sittings(dossier) if one.meeting == meeting), None)
