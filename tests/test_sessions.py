"""Meetings and sessions: several days, breaks, votes, several doers; called by name, listed, put on the calendar."""

import re

import pytest
from folders import assert_clear
from lxml import html
from twins import FIRST_DAY, SECOND_DAY, banners, meetings
from twins import date as on_day

from conference.checks import check
from conference.facts import Facts
from conference.guard import guard
from conference.ics import calendar
from conference.loading import load
from conference.render import Renderer

pytestmark = pytest.mark.every(3)

CONGRESS = """\
sessions:
  - id: tru-bi
    title: Phiên trù bị
    date: 22/12/2022
    start: 14h00
    items:
      - {id: don-tiep, kind: reception, title: Đón tiếp, start: 13h30, minutes: 30}
      - id: quy-che
        title: Quy chế
        start: 14h00
        end: 14h30
        minutes: 30
        doers:
          - ban-dan-van
          - {person: Đồng chí Nguyễn Văn A, post: Trưởng ban}
      - {id: nghi, kind: break, title: Nghỉ, start: 14h30, end: 14h45}
  - id: chinh-thuc
    title: Phiên chính thức, {agenda.chinh-thuc.date:short}
    date: 23/12/2022
    start: 8h00
    ends: 10h00
    items:
      - id: bau-cu
        kind: vote
        title: Bầu cử
        start: 8h00
        minutes: 90
        items:
          - {id: de-an, title: Đề án nhân sự, start: 8h00, minutes: 15}
          - {id: bo-phieu, kind: vote, title: Bỏ phiếu}
      - {id: be-mac, title: Bế mạc, responsible: {unit: thuong-truc, in_title: true}}
"""


def facts_of(folder) -> Facts:
    loaded = load(folder.path, "data")
    assert not loaded.findings, loaded.findings
    return Facts.of(loaded.dossier)


@pytest.fixture
def congress(folder) -> Facts:
    """The plan's conference over two days, in two sessions."""
    folder.replace("agenda.yml", CONGRESS)
    folder.edit(*on_day("{first: 22/12/2022, last: 23/12/2022}"))
    facts = facts_of(folder)
    assert [f for f in check(facts) if f.rule != "agenda-untimed"] == []
    return facts


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("agenda.total", "03"),
        ("agenda.quy-che.start", "14h00"),
        ("agenda.quy-che.end", "14h30"),
        ("agenda.quy-che.time", "14h00 - 14h30"),
        ("agenda.nghi.minutes", "15"),
        ("agenda.bau-cu.time", "8h00 - 9h30"),
        ("agenda.de-an.end", "8h15"),
        ("agenda.tru-bi.minutes", "75"),
        ("agenda.tru-bi.start", "14h00"),
        ("agenda.tru-bi.time", "14h00 - 14h45"),
        ("agenda.chinh-thuc.end", "10h00"),
        ("agenda.chinh-thuc.date", "ngày 23/12/2022"),
    ],
)
def test_sessions_and_items_are_called_by_name(congress, name, said):
    assert congress.names.as_text("{" + name + "}") == said


def test_what_is_not_known_has_no_name(congress):
    assert {"agenda.be-mac.start", "agenda.chinh-thuc.minutes", "agenda.minutes"}.isdisjoint(
        congress.names.names
    )


def test_the_total_says_what_it_leaves_out(congress):
    total = congress.figures["agenda.total"]
    assert "không kể nghỉ, nghi thức" in total.title
    assert total.formula == "đếm 3 mục, không kể 2 mục khác"


def words(renderer: Renderer, block: str) -> list[str]:
    """The words of each row, line or head of a block."""
    tree = html.fromstring(f"<div>{renderer.block(block)}</div>")
    found = tree.cssselect("tbody tr, li, div > p:not(.list-hint)")
    return [re.sub(r"\s+", " ", one.text_content()).strip() for one in found]


def test_the_list_has_the_sessions_under_their_heads(congress):
    assert words(Renderer(congress), "agenda_list") == [
        "Phiên trù bị: 14h00, thứ Năm, ngày 22/12/2022",
        "Đón tiếp;",
        "Quy chế (Ban Dân vận Huyện ủy; Đồng chí Nguyễn Văn A, Trưởng ban);",
        "Nghỉ.",
        "Phiên chính thức, 23/12/2022: 8h00 - 10h00",
        "Bầu cử: Đề án nhân sự; Bỏ phiếu;",
        "Đề án nhân sự;",
        "Bỏ phiếu;",
        "Bế mạc.",
    ]


def test_the_table_numbers_what_is_counted(congress):
    assert words(Renderer(congress), "agenda_table") == [
        "Phiên trù bị: 14h00, thứ Năm, ngày 22/12/2022",
        "13h30 - 14h00 (30 phút) Đón tiếp",
        "1 14h00 - 14h30 (30 phút) Quy chế Ban Dân vận Huyện ủy; Đồng chí Nguyễn Văn A, Trưởng ban",
        "14h30 - 14h45 Nghỉ",
        "Phiên chính thức, 23/12/2022: 8h00 - 10h00",
        "2 8h00 - 9h30 (90 phút) Bầu cử",
        "8h00 - 8h15 (15 phút) Đề án nhân sự",
        "Bỏ phiếu",
        "3 Bế mạc Thường trực Huyện ủy",
        "10h00 Kết thúc phiên (dự kiến)",
    ]


def test_each_of_several_meetings_has_an_agenda_of_its_own(folder):
    folder.replace("agenda.yml", CONGRESS.replace("    date: 2", "    meeting: 2"))
    for edit in meetings(FIRST_DAY, SECOND_DAY):
        folder.edit(*edit)
    folder.edit("agenda.yml", "meeting: 22/12/2022", "meeting: lan-mot")
    folder.edit("agenda.yml", "meeting: 23/12/2022", "meeting: lan-hai")
    rows = words(Renderer(facts_of(folder)), "agenda_table")
    assert [row[0] for row in rows if row[0] in "123" and row[1] == " "] == ["1", "1", "2"]


def test_each_row_runs_on_its_own_day(congress):
    tree = html.fromstring(Renderer(congress).block("agenda_table"))
    running = {row.get("id"): row.get("data-end") for row in tree.cssselect("tr[data-start]")}
    assert running == {
        "muc-don-tiep": "2022-12-22T14:00:00+07:00",
        "muc-quy-che": "2022-12-22T14:30:00+07:00",
        "muc-nghi": "2022-12-22T14:45:00+07:00",
        "muc-bau-cu": "2022-12-23T09:30:00+07:00",
    }


def test_the_shape_shows_every_session(congress):
    shown = words(Renderer(congress), "agenda_shape")
    assert [line for line in shown if line.startswith("Phiên")] == [
        "Phiên trù bị: 14h00, thứ Năm, ngày 22/12/2022",
        "Phiên chính thức, 23/12/2022: 8h00 - 10h00",
    ]
    assert len(shown) == 7


def test_the_calendar_has_an_entry_for_each_session(congress):
    text = calendar(congress.dossier, congress.names.as_text)
    lines = text.replace("\r\n ", "").split("\r\n")
    assert [line.split(":")[1] for line in lines if line.startswith(("DTSTART;", "DTEND;"))] == [
        "20221222T140000",
        "20221222T144500",
        "20221223T080000",
        "20221223T100000",
    ]
    uids = [line for line in lines if line.startswith("UID:")]
    assert len(set(uids)) == 2
    assert any(line.startswith("SUMMARY:Phiên trù bị: Hội nghị") for line in lines)


BODIES = """\
presidium:
  - {person: Đồng chí Nguyễn Văn A, post: Bí thư}
  - {person: Đồng chí Trần Thị B}
secretaries: [van-phong-huyen-uy]
credentials:
  - {person: Đồng chí Lê Văn C}
"""


def test_the_members_of_a_body_are_counted_where_all_are_named(folder):
    """A unit or a post may be several people: nobody knows how many."""
    folder.edit("conference.yml", "place: Vĩnh Bảo\n", f"place: Vĩnh Bảo\n{BODIES}")
    facts = facts_of(folder)
    assert facts.names.as_text("{conference.presidium}") == "02"
    assert facts.names.as_text("{conference.credentials}") == "01"
    assert not {"conference.secretaries", "conference.tellers"} & set(facts.figures)
    shown = " ".join(words(Renderer(facts), "meeting"))
    assert "Thẩm tra tư cách đại biểu: Đồng chí Lê Văn C." in shown


def test_the_place_and_the_hour_of_the_only_meeting_are_called_by_name(congress):
    assert congress.names.as_text("{conference.venue}") == "Hội trường Ủy ban nhân dân huyện"
    assert congress.names.as_text("{conference.start}") == "14h00"


def test_a_session_that_ends_with_its_last_row_does_not_say_so_twice(folder):
    folder.replace("agenda.yml", CONGRESS)
    folder.edit(*on_day("{first: 22/12/2022, last: 23/12/2022}"))
    assert "10h00 Kết thúc phiên (dự kiến)" in words(Renderer(facts_of(folder)), "agenda_table")
    folder.edit("agenda.yml", "title: Bế mạc, ", "title: Bế mạc, start: 9h30, end: 10h00, ")
    rows = words(Renderer(facts_of(folder)), "agenda_table")
    assert not [row for row in rows if "Kết thúc phiên" in row]
    assert "9h30 - 10h00" in rows[-1]


def test_what_only_the_calendar_file_says_is_no_figure_of_the_page(congress):
    """The title with its years stands in the file; no item of this agenda calls one."""
    shown = Renderer(congress).figures_in("agenda_table")
    assert "agenda.total" in shown and not {"conference.year", "conference.next_year"} & shown


def test_what_goes_on_for_several_days_is_one_entry(folder):
    """An agenda without sessions says nothing of its days: the calendar has both, hours on none."""
    folder.edit(*on_day("{first: 22/12/2022, last: 23/12/2022}"))
    facts = facts_of(folder)
    lines = calendar(facts.dossier, facts.names.as_text).split("\r\n")
    assert lines.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20221222" in lines
    assert "DTEND;VALUE=DATE:20221224" in lines


def test_a_week_of_which_some_day_will_do_is_no_entry(folder):
    folder.edit(*on_day("{week: 4, month: 12, year: 2022}"))
    facts = facts_of(folder)
    assert calendar(facts.dossier, facts.names.as_text) == ""


def test_the_first_day_and_hour_of_the_conference_are_those_of_its_first_session(congress):
    shown = " ".join(words(Renderer(congress), "meeting"))
    assert "14h00, từ ngày 22 đến ngày 23 tháng 12 năm 2022" in shown


TWO = (
    "date: 20/12/2022\n    start: 8h00\n    venue: Hội trường A\n    reserve: 21/12/2022\n"
    "    chairs: [ban-dan-van, {person: Đồng chí Nguyễn Văn A}]",
    "date: {open: trong tháng}\n    form: online\n    secretaries: [mttq]\n"
    "    points: [{id: chinh, name: Điểm cầu chính, venue: Phòng họp, stated: 8}, {id: xa, name: Điểm cầu xã}]",
)


@pytest.fixture
def two_meetings(folder) -> Facts:
    """The plan's conference in two meetings, the second online and open."""
    for edit in meetings(*TWO):
        folder.edit(*edit)
    return facts_of(folder)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("meetings.lan-mot.date", "ngày 20/12/2022"),
        ("meetings.lan-mot.reserve", "ngày 21/12/2022"),
        ("meetings.lan-mot.start", "8h00"),
        ("meetings.lan-mot.venue", "Hội trường A"),
        ("meetings.lan-hai.date", "trong tháng"),
        ("meetings.lan-hai.points", "02"),
        ("meetings.lan-hai.points.chinh.stated", "08"),
        ("meetings.total", "02"),
    ],
)
def test_meetings_are_called_by_name(two_meetings, name, said):
    assert two_meetings.names.as_text("{" + name + "}") == said


@pytest.mark.parametrize("block", ["meetings_list", "meeting"])
def test_meetings_are_listed_with_what_is_known_of_each(two_meetings, block):
    assert words(Renderer(two_meetings), block) == [
        "Cuộc họp",
        "Thời gian: 8h00, ngày 20 tháng 12 năm 2022.",
        "Ngày dự phòng: ngày 21 tháng 12 năm 2022.",
        "Địa điểm: Hội trường A.",
        "Chủ trì: Ban Dân vận Huyện ủy; Đồng chí Nguyễn Văn A.",
        "Cuộc họp",
        "Thời gian: dự kiến trong tháng.",
        "Hình thức: trực tuyến.",
        "Điểm cầu: Điểm cầu chính (Phòng họp): 08 đại biểu; Điểm cầu xã.",
        "Thư ký: Ủy ban MTTQ Việt Nam.",
    ]


@pytest.mark.parametrize("late", ["19/12/2022", "20/12/2022"])
def test_deadlines_end_with_the_last_meeting_whose_day_is_known(two_meetings, folder, late):
    folder.edit("tasks.yml", "  - id: phong-su\n", f"  - id: phong-su\n    due: {late}\n")
    told = [finding.rule for finding in check(facts_of(folder))]
    assert told.count("deadline-late") == (late == "20/12/2022")


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ('start: 8h20\n    end: "8:50"', "hãy gõ 8h50"),
        ("start: 8h20\n    end: 50", "cần giờ kết thúc, ví dụ 8h50, hoặc dấu câu trong ngoặc kép"),
        ("end: xong", "không phải là giờ viết đúng; ví dụ 7h30"),
        ("end: '....'", "không phải là giờ viết đúng"),
        ("kind: nghỉ", "chỉ được viết một trong các chữ: work, break, rite, arts, reception, vote"),
        ("doers: []\n    minuts: 3", "Có phải «minutes» không?"),
        ("doers: [{in_title: true}]", "hãy thêm unit (mã đơn vị), post (chức vụ) hoặc person"),
        ("doers: [Ban Dân vận]", "mã chỉ gồm chữ thường không dấu"),
        ("doers: [{unti: mttq}]", "Có phải «unit» không?"),
        ("doers: [mttq]", "hãy chuyển responsible thành một mục của doers"),
        ("minutes: 0", "số phải từ 1 trở lên"),
        ("items: [{id: a, title: A, items: []}]", "không có mục «items» ở đây"),
    ],
)
def test_an_item_mistyped_is_told(folder, typed, advice):
    folder.edit("agenda.yml", "  - id: khai-mac\n", f"  - id: khai-mac\n    {typed}\n")
    told(folder, "agenda.yml", advice)


@pytest.mark.parametrize(
    ("old", "new", "advice"),
    [
        ("sessions:\n", "ends: 10h00\nsessions:\n", "ghi ends dưới phiên cuối"),
        ("sessions:\n", "items:\n- {id: a, title: A}\nsessions:\n", "ghi cả items lẫn sessions"),
        ("    date: 23/12/2022", "    date: 23-12", "không phải là ngày/tháng/năm"),
        ("    ends: 10h00", "    end: 10h00", "Có phải «ends» không?"),
        ("    title: Phiên trù bị\n", "", "thiếu mục «title»"),
    ],
)
def test_a_session_mistyped_is_told(folder, old, new, advice):
    folder.replace("agenda.yml", CONGRESS)
    folder.edit("agenda.yml", old, new)
    told(folder, "agenda.yml", advice)


def test_an_agenda_without_items_is_told(folder):
    folder.replace("agenda.yml", "ends: 10h00\n")
    told(folder, "agenda.yml", "chưa có mục nào; hãy ghi các mục dưới items")


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("form: trực tuyến", "chỉ được viết một trong các chữ: in_person, online"),
        ("points: [{id: a}]", "thiếu mục «name»"),
        ("reserve: 21-12", "không phải là ngày/tháng/năm"),
        ("meetings: [{id: a, name: A}]", "thiếu mục «date»"),
        ("meetings: [{id: a, name: A, date: 20/12/2022, chair: mttq}]", "Có phải «chairs» không?"),
        ("tellers: [{person: 3}]", "cần chữ"),
    ],
)
def test_a_meeting_mistyped_is_told(folder, typed, advice):
    folder.edit("conference.yml", "place: Vĩnh Bảo\n", f"place: Vĩnh Bảo\n{typed}\n")
    told(folder, "conference.yml", advice)


def told(folder, file: str, advice: str) -> None:
    findings = load(folder.path, "data").findings
    assert any(advice in str(finding) for finding in findings), [str(f) for f in findings]
    assert all(finding.place.file == f"data/{file}" for finding in findings)
    assert_clear(list(findings))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Hội nghị hiệp thương lần thứ nhất", ""),
        ("Hội nghị hiệp thương lần thứ 1", ""),
        ("Hội nghị hiệp thương lần thứ hai", "số «hai» không phải thứ tự của cuộc họp này"),
        ("Hội nghị hiệp thương lần thứ tư", "số «tư»"),
        ("Hội nghị của 28 tập thể", "số «28»"),
    ],
)
def test_the_name_of_a_meeting_may_say_which_it_is(folder, name, told):
    for edit in meetings(*TWO):
        folder.edit(*edit)
    path = folder.path / "conference.yml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(?m)^( +name: ).*", rf"\g<1>{name}", text, count=1), "utf-8")
    found = [f.message for f in guard(Facts.of(load(folder.path, "data").dossier), []).findings]
    assert [told in message for message in found] == [True] * bool(told)


def test_each_of_several_meetings_has_its_banner_and_day(folder):
    for edit in (
        *meetings("date: 20/12/2022", "date: {open: chưa rõ, settled_by: ban-dan-van}"),
        banners("lan-mot: CUỘC HỌP", "lan-hai: DỰ CUỘC HỌP"),
    ):
        folder.edit(*edit)
    found = html.fromstring(Renderer(Facts.of(load(folder.path, "data").dossier)).block("banner"))
    said = [" ".join(banner.text_content().split()) for banner in found.cssselect(".banner")]
    assert said == [
        "CUỘC HỌP Vĩnh Bảo, ngày 20 tháng 12 năm 2022",
        "DỰ CUỘC HỌP Vĩnh Bảo, ngày tháng năm",
    ]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            "lines: [HỌP]\nmeetings: [{meeting: lan-mot, lines: [HỌP]}]\n",
            "ghi cả lines lẫn meetings",
        ),
        ("lines: []\n", "chưa có dòng chữ nào; hãy ghi các dòng dưới lines"),
    ],
)
def test_a_banner_is_said_in_one_way(folder, typed, told):
    path = folder.path / "banner.yml"
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("lines:")] + typed, "utf-8")
    found = [str(finding) for finding in load(folder.path, "data").findings]
    assert len(found) == 1 and found[0].startswith("data/banner.yml:") and told in found[0], found
