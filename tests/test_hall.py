"""The view for the hall and for phones in it: the clock, what is on, how long still, what comes next."""

from itertools import pairwise

import pytest
from built import build_once
from folders import FULL, copy_of
from playwright.sync_api import expect

pytestmark = pytest.mark.every(3)
BUTTON = "Chữ lớn cho hội trường"


@pytest.fixture(scope="module")
def with_a_break(tmp_path_factory):
    """The invented dossier with a break, two points, and sessions."""
    folder = copy_of(FULL, tmp_path_factory.mktemp("hall") / "dossier")
    agenda = folder / "data/agenda.yml"
    text = agenda.read_text("utf-8").replace(
        "  - id: phong-su\n", "  - id: phong-su\n    kind: break\n"
    )
    head, items = text.split("items:\n")
    indented = "".join(f"    {line}" for line in items.partition("\nends:")[0].splitlines(True))
    session = "sessions:\n  - id: phien-sang\n    title: Phiên buổi sáng\n    items:\n"
    agenda.write_text(f"{head}{session}{indented}\n", "utf-8")
    conference = folder / "data/conference.yml"
    points = "form: online\npoints:\n  - {id: huyen, name: Điểm cầu huyện}\n  - {id: xa, name: Điểm cầu xã}\n"
    conference.write_text(
        conference.read_text("utf-8").replace("venue:", f"{points}venue:", 1), "utf-8"
    )
    return build_once(tmp_path_factory, "hall", folder)


@pytest.fixture
def hall(browser):
    """The hall view of a site at a moment of the trial clock."""
    opened = []

    def at(site, moment, **context):
        opened.append(browser.new_context(**context))
        page = opened[-1].new_page()
        page.clock.install()
        page.goto((site / "chuong-trinh.html").as_uri() + f"?luc={moment}")
        page.get_by_role("button", name=BUTTON).click()
        return page

    yield at
    for context in opened:
        context.close()


@pytest.mark.parametrize(
    ("moment", "clock", "now", "following"),
    [
        (
            "2031-12-25T08:42",
            "8h42",
            "Còn 18 phút",
            "Tiếp theo, 9h00: Phóng sự về công tác dân vận",
        ),
        ("2031-12-25T07:30", "7h30", "", "Tiếp theo, 8h00: Tuyên bố lý do"),
        ("2031-12-25T10:49", "10h49", "Còn 1 phút", "Chương trình đã hết."),
        ("2031-12-25T12:05", "12h05", "", "Chương trình đã hết."),
        ("2031-12-20T08:00", "8h00", "", ""),
    ],
)
def test_the_hall_says_what_is_on_and_what_is_next(hall, full_site, moment, clock, now, following):
    page = hall(full_site, moment)
    expect(page.locator(".hall-clock")).to_have_text(clock)
    expect(page.locator(".hall-now")).to_have_text(now)
    expect(page.locator(".hall-next")).to_contain_text(following)
    if not following:
        expect(page.locator(".hall-next")).to_be_empty()


def test_the_minutes_run_down_and_the_status_stays_in_sight(hall, full_site):
    page = hall(full_site, "2031-12-25T08:42", viewport={"width": 1280, "height": 400})
    page.clock.run_for(120_000)
    expect(page.locator(".hall-now")).to_have_text("Còn 16 phút")
    page.evaluate("scrollTo(0, 9999)")
    expect(page.locator(".hall-status")).to_be_in_viewport(ratio=1)
    head = page.locator("table.agenda thead th").first.bounding_box()
    status = page.locator(".hall-status").bounding_box()
    assert head["y"] == pytest.approx(status["y"] + status["height"], abs=1)


def test_on_a_phone_nothing_is_covered_and_no_key_is_named(hall, full_site):
    size = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
    page = hall(full_site, "2031-12-25T08:42", **size)
    leave = page.get_by_role("button", name="Thoát chữ lớn")
    expect(leave).to_have_text("Thoát chữ lớn")
    boxes = "all => all.map(e => e.getBoundingClientRect()).map(({top, bottom}) => [top, bottom])"
    parts = page.locator(".illustrative, .hall-status, table.agenda tr:not(thead tr)")
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    tops = parts.evaluate_all(boxes)
    assert len(tops) > 8
    for (_, bottom), (top, _) in pairwise(tops):
        assert bottom <= top + 1
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    leave.click()
    expect(page.locator(".hall-status")).to_be_hidden()


@pytest.mark.proof
def test_what_comes_after_a_break_is_told_with_session_and_points(hall, with_a_break):
    page = hall(with_a_break, "2031-12-25T08:42")
    expect(page.locator(".hall-next")).to_contain_text("Tiếp theo, 9h00: Phóng sự")
    expect(page.locator(".hall-next")).to_contain_text("Sau đó, 9h15: Biểu dương, khen thưởng")
    expect(page.locator(".hall-session")).to_contain_text("Phiên buổi sáng")
    expect(page.locator(".hall-session")).to_contain_text("Điểm cầu: Điểm cầu huyện; Điểm cầu xã")
