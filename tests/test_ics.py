"""The calendar file: only when the day is settled, and as RFC 5545 wants it."""

import base64
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from folders import FULL
from icalendar import Calendar
from lxml import html

from conference.ics import calendar, uid
from conference.loading import load


@pytest.fixture(scope="module")
def settled():
    return load(FULL / "data", "data").dossier


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def test_there_is_none_while_the_day_is_open(dossier, site):
    assert calendar(dossier, str) == ""
    assert "text/calendar" not in (site / "chuong-trinh.html").read_text(encoding="utf-8")


def test_the_file_of_a_settled_day(settled):
    text = calendar(settled, str)
    lines = unfolded(text)

    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTART;TZID=Asia/Ho_Chi_Minh:20311225T080000" in lines
    assert "DTEND;TZID=Asia/Ho_Chi_Minh:20311225T105000" in lines
    assert sum(line.startswith("UID:hoi-nghi-2031-") for line in lines) == 1
    assert "TZID:Asia/Ho_Chi_Minh" in lines and "TZOFFSETTO:+0700" in lines
    assert "STATUS:CONFIRMED" in lines
    assert any(line.startswith("SUMMARY:") and r"\; phương hướng\, " in line for line in lines)


def test_lines_end_with_crlf_and_hold_at_most_75_octets(settled):
    text = calendar(settled, str)

    assert not re.search(r"(?<!\r)\n|\r(?!\n)", text)
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def changed(dossier, **values):
    """The dossier with other values in its conference."""
    return dossier.model_copy(update={"conference": dossier.conference.model_copy(update=values)})


def renamed(dossier, name):
    """The dossier with another name for the committee of the same id."""
    units = [
        unit.model_copy(update={"name": name}) if unit.id == "huyen-uy" else unit
        for unit in dossier.units.units
    ]
    return dossier.model_copy(update={"units": dossier.units.model_copy(update={"units": units})})


def test_the_uid_outlives_every_change_of_one_conference(settled):
    conference, agenda = settled.conference, settled.agenda
    document = settled.document("ke-hoach").model_copy(
        update={"status": "draft", "number": 7, "symbol": "X"}
    )
    documents = settled.documents.model_copy(update={"documents": [document]})
    later = [item.model_copy(update={"start": None}) for item in agenda.items]
    title = conference.title
    same = [
        changed(settled, time=conference.time.model_copy(update={"date": date(2031, 12, 30)})),
        changed(settled, venue="Nơi khác", place="Chỗ khác", next_year=2040),
        settled.model_copy(update={"documents": documents}),
        settled.model_copy(update={"agenda": agenda.model_copy(update={"items": later})}),
        changed(settled, title=title.replace("Hội nghị", "Hội  Nghi").replace("; ", " - ")),
        renamed(settled, "Huyện uỷ Minh Họa"),  # the other place of the same tone mark
        renamed(settled, "Huyện ủy  minh họa"),
    ]
    assert {uid(dossier, str) for dossier in same} == {uid(settled, str)}


def test_no_two_conferences_share_a_uid(settled):
    document = settled.document("ke-hoach")
    issuer = document.issuers[0].model_copy(update={"superior": "Đảng bộ tỉnh khác"})
    document = document.model_copy(update={"issuers": [issuer]})
    documents = settled.documents.model_copy(update={"documents": [document]})
    others = [
        settled,
        renamed(settled, "Huyện ủy Vĩnh Bảo"),
        renamed(settled, "Huyện ủy Minh Hòa"),
        changed(settled, year=2032),
        changed(settled, ordinal=2),
        changed(settled, ordinal=3),
        changed(settled, title="Hội nghị sơ kết công tác dân vận sáu tháng đầu năm"),
        settled.model_copy(update={"documents": documents}),
    ]
    assert len({uid(dossier, str) for dossier in others}) == len(others)


def test_the_uid_reads_the_title_as_its_readers_do(settled):
    def resolved(year):
        return lambda text: text.replace("{conference.year}", year)

    assert uid(settled, resolved("2031")) != uid(settled, resolved("2032"))


def test_without_hours_it_is_the_whole_day(settled):
    items = [item.model_copy(update={"start": None}) for item in settled.agenda.items]
    agenda = settled.agenda.model_copy(update={"items": items})
    lines = unfolded(calendar(settled.model_copy(update={"agenda": agenda}), str))

    assert "DTSTART;VALUE=DATE:20311225" in lines
    assert not any(line.startswith("DTEND") for line in lines)


def test_what_is_not_there_is_not_made_up(settled):
    """A conference that sums up no year, with no document, no venue and no agenda yet."""
    conference = settled.conference.model_copy(update={"year": None, "venue": None})
    agenda, documents = type(settled.agenda).not_there(), type(settled.documents).not_there()
    update = {"conference": conference, "agenda": agenda, "documents": documents}
    lines = unfolded(calendar(settled.model_copy(update=update), str))

    assert sum(line.startswith("UID:hoi-nghi-") for line in lines) == 1
    assert "DTSTART;VALUE=DATE:20311225" in lines and "DTSTAMP:20311225T000000Z" in lines
    assert not any("None" in line or line.startswith("LOCATION") for line in lines)
    timeless = conference.model_copy(update={"time": None})
    assert calendar(settled.model_copy(update={"conference": timeless}), str) == ""


def test_the_page_of_the_agenda_offers_it(full_site):
    tree = html.parse(full_site / "chuong-trinh.html").getroot()
    (link,) = tree.cssselect("a[download='hoi-nghi.ics']")
    kind, _, encoded = link.get("href").partition(",")

    assert kind == "data:text/calendar;charset=utf-8;base64"
    text = base64.b64decode(encoded).decode()
    assert "SUMMARY:Hội nghị minh họa" in text and "{" not in text


class Phone:
    """A calendar that takes files as RFC 5546, 2.1.5 says: of one UID the highest SEQUENCE stands."""

    def __init__(self):
        self.entries = {}

    def take(self, text):
        for event in Calendar.from_ical(text).walk("VEVENT"):
            held = self.entries.get(str(event["uid"]))
            if held is None or int(event.get("sequence", 0)) >= int(held.get("sequence", 0)):
                self.entries[str(event["uid"])] = event


NOON = datetime(2031, 11, 2, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_a_later_file_replaces_the_entry_whatever_order_they_come_in(settled, order):
    conference = settled.conference
    files = [
        calendar(
            changed(settled, time=conference.time.model_copy(update={"date": date(2031, 12, day)})),
            str,
            NOON + timedelta(hours=hours),
        )
        for day, hours in ((25, 0), (26, 1), (27, 30))
    ]
    phone = Phone()
    for number in order:
        phone.take(files[number])
    (entry,) = phone.entries.values()
    assert entry.start.date() == date(2031, 12, 27)


def test_a_file_of_data_that_nobody_dated_says_no_order(settled):
    (event,) = Calendar.from_ical(calendar(settled, str)).walk("VEVENT")
    assert "sequence" not in event and "last-modified" not in event
    (event,) = Calendar.from_ical(calendar(settled, str, NOON)).walk("VEVENT")
    assert int(event["sequence"]) < 2**31
    assert event["last-modified"].dt == event["dtstamp"].dt == NOON


def test_a_draft_is_tentative_and_becomes_confirmed(settled):
    def state(status):
        (first, *others) = settled.documents.documents
        documents = [first.model_copy(update={"status": status}), *others]
        update = {"documents": settled.documents.model_copy(update={"documents": documents})}
        (event,) = Calendar.from_ical(calendar(settled.model_copy(update=update), str)).walk(
            "VEVENT"
        )
        return str(event["status"])

    assert (state("draft"), state("issued")) == ("TENTATIVE", "CONFIRMED")
