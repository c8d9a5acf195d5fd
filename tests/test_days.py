"""Days as plans say them: typed once, written in every form, counted from each other."""

import pytest
from folders import DataFolder
from one_page import PageOfThePlan
from twins import meetings

from conference.facts import Facts
from conference.guard import guard
from conference.loading import load
from conference.pages.page import read_page
from conference.render import Renderer

pytestmark = pytest.mark.every(2)

OPEN = "    open: tuần {conference.week} tháng {conference.month}/{conference.year}\n    settled_by: ban-thuong-vu\n"
FORMS = ("prose", "short", "long", "weekday")


def with_date(folder: DataFolder, typed: str) -> Facts:
    """The plan's facts with its meeting on another day."""
    folder.edit("conference.yml", f"\n  date:\n{OPEN}", f"\n  date: {typed}\n")
    folder.edit("conference.yml", "  week: 4\n", "")
    return Facts.of(load(folder.path, "data").dossier)


def text(facts: Facts, name: str, form: str = "prose") -> str:
    return facts.names.as_text("{" + f"{name}:{form}" + "}")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (
            "22/12/2022",
            [
                "ngày 22/12/2022",
                "22/12/2022",
                "ngày 22 tháng 12 năm 2022",
                "thứ Năm, ngày 22/12/2022",
            ],
        ),
        ("{day: 22/12/2022, hour: 8h00}", ["8h00 ngày 22/12/2022", "8h00 22/12/2022"]),
        (
            "{first: 22/12/2022, last: 23/12/2022}",
            [
                "từ ngày 22 đến ngày 23/12/2022",
                "từ 22 đến 23/12/2022",
                "từ ngày 22 đến ngày 23 tháng 12 năm 2022",
                "từ thứ Năm, ngày 22 đến thứ Sáu, ngày 23/12/2022",
            ],
        ),
        (
            "{first: 30/11/2022, last: 01/12/2022}",
            [
                "từ ngày 30/11/2022 đến ngày 01/12/2022",
                "từ 30/11/2022 đến 01/12/2022",
                "từ ngày 30 tháng 11 năm 2022 đến ngày 01 tháng 12 năm 2022",
            ],
        ),
        ("{no_later_than: 25/12/2022}", ["chậm nhất ngày 25/12/2022"]),
        ("{no_later_than: 25/12/2022, hour: 17h00}", ["chậm nhất 17h00 ngày 25/12/2022"]),
        ("{week: 4, month: 12, year: 2022}", ["tuần 4 tháng 12/2022"] * 4),
        ("{month: 2, year: 2022}", ["tháng 02/2022"] * 4),
        ("{quarter: 4, year: 2022}", ["quý IV/2022"] * 4),
        ("{open: chưa định}", ["chưa định"] * 4),
    ],
)
def test_a_day_is_written_in_every_form(folder, typed, written):
    facts = with_date(folder, typed)
    shown = [text(facts, "conference.date", form) for form in FORMS]
    assert shown[: len(written)] == written


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ("{days: 3, before: conference.date}", "20/12/2022"),
        ("{days: 10, after: conference.date}", "02/01/2023"),
        ("{working_days: 3, before: conference.date}", "20/12/2022"),
        ("{working_days: 4, before: conference.date}", "19/12/2022"),
        ("{working_days: 5, before: conference.date}", "16/12/2022"),
        ("{working_days: 1, after: conference.date}", "26/12/2022"),
        ("{days: 0, after: conference.date}", "23/12/2022"),
        ("{working_days: 5, before: conference.date, latest: true}", "chậm nhất 16/12/2022"),
    ],
)
def test_a_day_is_counted_from_another_and_moves_with_it(folder, due, day):
    """Friday 23 December 2022 and back, over the weekend of the 17th."""
    after = "    after_meeting: true\n" if "after:" in due else ""
    folder.edit("tasks.yml", "  - id: phong-su\n", f"  - id: phong-su\n    due: {due}\n{after}")
    assert text(with_date(folder, "23/12/2022"), "tasks.phong-su.due", "short") == day


@pytest.mark.parametrize(
    ("due", "written"),
    [
        ("{days: 3, before: conference.date}", "03 ngày trước ngày họp"),
        ("{working_days: 15, after: conference.date}", "15 ngày làm việc sau ngày họp"),
        ("{days: 3, before: conference.date, hour: 17h00}", "17h00 03 ngày trước ngày họp"),
        ("{days: 3, before: conference.date, latest: true}", "chậm nhất 03 ngày trước ngày họp"),
    ],
)
def test_a_day_counted_from_one_that_is_open_says_so(folder, due, written):
    folder.edit("tasks.yml", "  - id: phong-su\n", f"  - id: phong-su\n    due: {due}\n")
    facts = Facts.of(load(folder.path, "data").dossier)
    assert text(facts, "tasks.phong-su.due") == written


def test_the_latest_day_before_a_week_is_no_date_yet(folder):
    """The meeting may be early in its week: what is five days before its last day may be too late."""
    due = "{days: 5, before: conference.date, latest: true}"
    folder.edit("tasks.yml", "  - id: phong-su\n", f"  - id: phong-su\n    due: {due}\n")
    facts = with_date(folder, "{week: 4, month: 12, year: 2022}")

    assert text(facts, "tasks.phong-su.due") == "chậm nhất 05 ngày trước ngày họp"


def test_a_day_counted_from_one_of_several_meetings_calls_it_by_its_name(folder):
    for edit in meetings("date: {open: chưa định}"):
        folder.edit(*edit)
    due = "    due: {days: 3, before: meetings.lan-mot.date}\n"
    folder.edit("tasks.yml", "  - id: phong-su\n", f"  - id: phong-su\n{due}")
    folder.edit("conference.yml", "    name: Cuộc họp\n", "    name: Hội nghị hiệp thương\n")
    facts = Facts.of(load(folder.path, "data").dossier)
    assert text(facts, "tasks.phong-su.due") == "03 ngày trước ngày họp Hội nghị hiệp thương"


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ("{days: 1, before: conference.date}", "21/12/2022"),
        ("{working_days: 3, before: conference.date}", "19/12/2022"),
        ("{days: 1, after: conference.date}", "24/12/2022"),
    ],
)
def test_before_several_days_is_before_the_first_and_after_them_after_the_last(folder, due, day):
    """Invitations that go out a day before a meeting of two days go out before it begins."""
    folder.edit("tasks.yml", "  - id: phong-su\n", f"  - id: phong-su\n    due: {due}\n")
    facts = with_date(folder, "{first: 22/12/2022, last: 23/12/2022}")
    assert text(facts, "tasks.phong-su.due", "short") == day
    interval = facts.days.interval(facts.days.named["tasks.phong-su.due"].value)
    assert interval.day is not None


def test_how_many_days_a_meeting_takes_is_a_figure(folder):
    facts = with_date(folder, "{first: 30/11/2022, last: 01/12/2022}")
    assert facts.figures["conference.days"].value == 2


def test_a_meeting_of_one_day_has_no_number_of_days(folder):
    assert "conference.days" not in with_date(folder, "22/12/2022").figures


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("{first: 22/12/2022}", "hãy ghi đúng một cách"),
        ("{days: 3}", "hãy ghi đúng một cách"),
        ("{days: 3, before: conference.date, after: conference.date}", "hãy ghi đúng một cách"),
        ("{first: 23/12/2022, last: 22/12/2022}", "ngày cuối (last) trước ngày đầu (first)"),
        ("{frist: 22/12/2022, last: 23/12/2022}", "Có phải «first» không?"),
        ("{opne: chưa định}", "Có phải «open» không?"),
        ("{days: 3, before: ngay-hop}", "cần tên của một ngày, ví dụ: conference.date."),
        ("2022-12-22", "ngày viết theo thứ tự ngày/tháng/năm: 22/12/2022"),
        ("tuần sau", "không phải là ngày/tháng/năm"),
        ("{month: 13, year: 2022}", "số không được quá 12"),
    ],
)
def test_a_day_mistyped_is_told(folder, typed, advice):
    folder.edit("conference.yml", f"\n  date:\n{OPEN}", f"\n  date: {typed}\n")
    told = [str(finding) for finding in load(folder.path, "data").findings]
    assert any(advice in line for line in told), told
    assert all("conference.yml:" in line for line in told)


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("{{ conference.date | shrot }}", "chỉ có: prose, short, long, weekday."),
        ("{{ conference.title | short }}", "chỉ con số và ngày mới có cách viết riêng"),
        ("{{ delegates.stated | weekday }}", "chỉ có: prose, table, words."),
    ],
)
def test_a_form_that_a_name_has_not_is_told(typed, advice):
    assert advice in "\n".join(PageOfThePlan("ke-hoach").told(typed)[1])


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (
            "31/7/2026",
            [
                "ngày 31/7/2026",
                "31/7/2026",
                "ngày 31 tháng 7 năm 2026",
                "thứ Sáu, ngày 31/7/2026",
            ],
        ),
        (
            "01/8/2026",
            [
                "ngày 01/8/2026",
                "01/8/2026",
                "ngày 01 tháng 8 năm 2026",
                "thứ Bảy, ngày 01/8/2026",
            ],
        ),
    ],
)
def test_a_day_that_moves_changes_every_form_and_fails_where_the_weekday_was_typed(
    folder, typed, written
):
    facts = with_date(folder, typed)
    assert [text(facts, "conference.date", form) for form in FORMS] == written
    page, _ = read_page(
        "x", "---\ntitle: X\n---\nHọp thứ Sáu, {{ conference.date }}.\n", "docs/x.md"
    )
    [told] = [str(one) for one in guard(facts, [page]).findings if one.place.file == page.file]
    assert told.startswith("docs/x.md:4:5: lỗi: số «thứ Sáu» gõ tay là ngày")


def test_a_page_says_the_day_as_the_data_do(folder):
    facts = with_date(folder, "22/12/2022")
    renderer = Renderer(facts)
    shown = [str(renderer.fact("conference.date", form)) for form in FORMS[:2]]
    assert shown == [
        f'<span data-fact="conference.date">{written}</span>'
        for written in ("ngày 22/12/2022", "22/12/2022")
    ]
    assert "ngày 22 tháng 12 năm 2022" in renderer.block("meeting")


def test_a_holiday_from_which_working_days_are_counted_is_none_of_them(folder):
    folder.replace(
        "facts.yml",
        "days:\n  - id: le\n    title: ngày lễ\n    date: 02/9/2022\n  - id: han\n    title: hạn nộp\n"
        "    date: {working_days: 3, after: facts.le}\n",
    )
    assert [str(one) for one in folder.findings() if one.rule == "day-holiday"] == []
