"""The site as it is read: offline, light, on any window, while the conference runs."""

import gzip
import re
from collections import defaultdict
from functools import cache
from itertools import chain
from urllib.request import urlopen

import pytest
from built import serving
from folders import PLAN, ROOT, page_names, sampled
from lxml import html
from playwright.sync_api import expect
from reading import without, words

from conference.audience import Audience
from conference.folders import dossier_folder
from conference.opening import open_publication

PAGES = page_names(PLAN)
LISTS = ("chuong-trinh", "dai-bieu", "khen-thuong", "phan-cong")
MOST_REQUESTS = 8
OF_THE_THEME = (
    "assets/stylesheets/main.*.min.css",
    "assets/javascripts/bundle.*.min.js",
    "assets/images/favicon.png",
    "search/search_index.json",
)
"""What Material alone loads with every page, besides the page."""
WIDTHS = (320, 360, 640, 1024, 1280, 3840)  # 640: a common window at 200 %
SHIFTS = """window.shifted = 0;
new PerformanceObserver(list => { for (const entry of list.getEntries())
  if (!entry.hadRecentInput) window.shifted += entry.value }).observe(
    {type: "layout-shift", buffered: true});"""


@pytest.fixture(scope="module")
def tab(browser):
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture(scope="module")
def addresses(site, full_site):
    with serving(site) as plan, serving(full_site) as full:
        yield {"plan": plan, "full": full}


@pytest.fixture
def live(browser, full_site):
    """The agenda of the invented dossier at a moment of the trial clock."""
    page = browser.new_page()
    page.clock.install()

    def at(moment):
        page.goto((full_site / "chuong-trinh.html").as_uri() + f"?luc={moment}")
        return page

    yield at
    page.close()


@pytest.mark.parametrize("way", sampled(("http", "file"), ["file"]))
def test_no_page_asks_another_host_for_anything(browser, site, addresses, way):
    base = addresses["plan"] if way == "http" else site.as_uri()
    page = browser.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for name in PAGES:
        page.goto(f"{base}/{name}.html")
    page.locator("[name=query]").click()
    page.locator("[name=query]").fill("dan van")
    page.keyboard.press("End")
    expect(page.locator(".md-search-result__item").first).to_be_visible()

    assert len(asked) > 50
    assert [url for url in asked if not url.startswith((base, "data:"))] == []
    page.close()


SOME = ("index", "dai-bieu", "bo-in")  # the rest: `make proof`
proof = pytest.mark.proof
PLACES = {
    "plan": [(name, width) for name in PAGES for width in (1280, 360)],
    "full": [*((name, 1280) for name in PAGES), *((name, 360) for name in ("bo-in", *LISTS))],
}


@pytest.mark.parametrize(
    ("which", "places"),
    [
        pytest.param("plan", [(name, 1280) for name in SOME], id="some of the plan"),
        pytest.param(
            "full", [("dai-bieu", 360), ("chuong-trinh", 360)], id="some on a phone", marks=proof
        ),
        *(pytest.param(which, places, id=which, marks=proof) for which, places in PLACES.items()),
    ],
)
def test_the_first_view_is_light_and_does_not_move(browser, sites, addresses, which, places):
    asked, shifts = defaultdict(set), {}
    weigh = cache(lambda url: len(gzip.compress(urlopen(url).read())))
    for batch in (places[i : i + 4] for i in range(0, len(places), 4)):
        tabs = {}
        for name, width in batch:  # they load beside each other and fall silent together
            size = {"width": width, "height": 800}
            context = browser.new_context(viewport=size)  # a reader who holds nothing of the site
            context.on("request", lambda request, name=name: asked[name].add(request.url))
            tab = tabs[name, width] = context.new_page()
            tab.add_init_script(SHIFTS)
            tab.goto(f"{addresses[which]}/{name}.html", wait_until="commit")
        for place, tab in tabs.items():
            tab.wait_for_load_state("networkidle")
            shifts[place] = tab.evaluate("window.shifted")
            tab.context.close()
    site = sites[which]
    paths = [next(site.glob(pattern)).relative_to(site).as_posix() for pattern in OF_THE_THEME]
    theme = sum(weigh(f"{addresses[which]}/{path}") for path in paths)
    stock = {name: theme + weigh(f"{addresses[which]}/{name}.html") for name in asked}
    ours = {name: sum(map(weigh, urls)) for name, urls in asked.items()}

    assert set(shifts) == set(places) and min(ours.values()) > theme / 2
    assert {name: size for name, size in ours.items() if size > 1.1 * stock[name]} == {}
    assert {name: urls for name, urls in asked.items() if len(urls) > MOST_REQUESTS} == {}
    assert {place: shift for place, shift in shifts.items() if shift > 0.01} == {}


@pytest.mark.parametrize(
    ("which", "names"),
    [
        pytest.param("plan", SOME, id="some"),
        pytest.param("full", LISTS, id="full lists", marks=proof),
        pytest.param("plan", PAGES, id="plan", marks=proof),
    ],
)
def test_nothing_is_wider_than_the_window(tab, addresses, which, names):
    tab.emulate_media(reduced_motion="reduce")  # the theme's search box moves after a resize
    wide = []
    for name in names:
        tab.goto(f"{addresses[which]}/{name}.html", wait_until="domcontentloaded")
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 800})
            if tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append((name, width))
    tab.set_viewport_size({"width": 1280, "height": 800})

    assert wide == []


@pytest.mark.parametrize("name", PAGES)
def test_wide_tables_scroll_inside_a_named_region(site, name):
    root = html.parse(site / f"{name}.html").getroot()
    for scroll in root.cssselect(".scroll"):
        assert (scroll.get("role"), scroll.get("tabindex")) == ("region", "0")
        assert scroll.get("aria-label")


def test_an_address_without_a_page_leads_home(site):
    root = html.parse(site / "404.html").getroot()
    (home,) = root.cssselect(".md-content p a")

    assert root.cssselect("h1[id]")[0].text == "Không có trang này"
    assert "Không có trang này" in root.cssselect("title")[0].text
    assert home.text == "Về trang Tổng quan" and home.get("href").endswith("/index.html")


def test_an_address_without_a_page_reads_well_from_a_file(browser, site):
    page = browser.new_page()
    page.goto((site / "404.html").as_uri())
    header = page.locator(".md-header")
    expect(header).to_have_css("position", "sticky")
    expect(page.locator(".md-logo img, .md-logo svg").first).to_be_visible()
    page.get_by_role("link", name="Về trang Tổng quan").click()
    expect(page).to_have_url((site / "index.html").as_uri())
    page.close()


def read(site, name):
    """What a page says to readers, without its code."""
    article = html.parse(site / f"{name}.html").getroot().cssselect("article")[0]
    return words(without(article, "script, style, code, pre"))


@pytest.mark.parametrize("which", ["plan", "full"])
@pytest.mark.parametrize("name", [name for name in PAGES if name != "huong-dan"])
def test_readers_meet_no_keys_and_no_paths(sites, which, name):
    text = read(sites[which], name)
    keys = re.findall(
        r"\S+\.yml\S*|\b[a-z]+_[a-z]+\b|\b[a-z]+(?:-[a-z]+)+\b|\b[a-z]+\.[a-z]+\b", text
    )

    assert keys == []
    assert re.findall(r"(?i)còn mở|bỏ ngỏ|để ngỏ|phải chốt:|ghi chưa chốt|ghi open", text) == []


@pytest.mark.parametrize("which", ["plan", "full"])
def test_counts_are_written_in_one_way_on_screen(sites, which):
    for name in LISTS:
        root = html.parse(sites[which] / f"{name}.html").getroot()
        captions = [caption.text_content() for caption in root.cssselect("caption, figcaption")]
        assert captions and [c for c in captions if re.search(r"\b0\d", c)] == []


def test_what_is_open_of_several_is_said_in_one_line(site):
    root = html.parse(site / "index.html").getroot()
    lines = [words(li) for li in root.cssselect(".open-by-unit li")]

    (groups,) = [line for line in lines if "chưa phân bổ" in line]
    assert groups.startswith(
        "Số dự kiến: chưa phân bổ (Ban Dân vận Thành ủy; Thường trực Huyện ủy; "
    )
    assert groups.count(";") == 7


NAMELESS = ":not(.number, .time, :empty, :has(> p:empty))"
CARDS = """() => [...document.querySelectorAll(".scroll:not(.set-form .scroll) table")].map(table => ({
  name: table.caption.textContent, scrolls: table.parentElement.scrollWidth > table.parentElement.clientWidth,
  heads: [...table.tHead.rows[0].cells].map(head => head.textContent.trim()),
  rows: [...table.tBodies].flatMap(body => [...body.rows]).map(row =>
    [...row.querySelectorAll("td%s")].filter(cell => cell.checkVisibility()).map(cell => [
      getComputedStyle(cell, "::before").content, cell.dataset.name]))}))"""


@pytest.mark.every(2)
@pytest.mark.parametrize("which", ["plan", "full"])
def test_lists_are_cards_on_a_phone(browser, addresses, which):
    page = browser.new_page(viewport={"width": 360, "height": 800})
    seen = set()
    for name in PAGES:
        page.goto(f"{addresses[which]}/{name}.html")
        for table in page.evaluate(CARDS % NAMELESS):
            assert not table["scrolls"], (name, table["name"])
            # Papers to print name no columns, the rules need none.
            cells = chain(*table["rows"]) if name not in ("bo-in", "huong-dan") else ()
            for content, column in cells:
                assert column in table["heads"], (name, table["name"])
                assert content == f'"{column}: "'
                seen.add(column)
    assert {"Số tập thể", "Chủ trì", "Phối hợp", "Giá trị"} < seen
    page.close()


def test_cards_are_still_tables_to_who_hears_them(browser, full_site):
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto((full_site / "khen-thuong.html").as_uri())
    told = page.locator("[data-list=khen-thuong]").aria_snapshot()
    page.close()

    assert 'table "Khen thưởng: 28 tập thể' in told.splitlines()[0]
    assert 'rowheader "Cộng"' in told and 'cell "Số tập thể: 28"' in told
    assert len(re.findall(r"^ +- '?row ", told, re.M)) == 5


@pytest.mark.parametrize("name", [*PAGES, "404"])
def test_no_english_is_left_of_the_theme(site, name):
    text = (site / f"{name}.html").read_text(encoding="utf-8")
    english = "Initializing|Skip to|Back to|Table of|Next|Previous|Search|Copy|Type to|Clear|Header"

    assert re.findall(rf'(?:>|"|: )\s*(?:{english})\b[^"<>{{]*', text) == []


def test_headings_and_rows_have_ascii_ids_that_last(site):
    for name in PAGES:
        root = html.parse(site / f"{name}.html").getroot()
        ids = [e.get("id") for e in root.cssselect(".md-content [id]")]
        assert all(re.fullmatch(r"[a-z0-9]+(--?[a-z0-9]+)*(_\d+)?", i) for i in ids), name
    bo_in = html.parse(site / "bo-in.html").getroot()
    assert bo_in.cssselect("h1#dai-bieu--dai-bieu")  # made from the words «Đại biểu»
    stable = {
        "chuong-trinh": "muc-khai-mac",
        "dai-bieu": "khoi-phong-vien",
        "khen-thuong": "khen-ubnd-huyen--mo-hinh",
        "phan-cong": "viec-phong-su",
        "doi-chieu": "so-awards--total",
    }
    for name, row in stable.items():
        assert html.parse(site / f"{name}.html").getroot().cssselect(f"tr#{row}")


def test_no_row_links_to_its_line_when_the_site_does_not_say_where(site):
    for name in PAGES:
        assert "Sửa dòng dữ liệu này" not in (site / f"{name}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "row", "line"),
    [
        ("awards_table", "#khen-ubnd-huyen .edit", "- id: ubnd-huyen"),
        ("tasks_by_unit", "#don-vi-trung-tam-van-hoa td:last-child .edit", "what: "),
        ("open_by_unit", "tbody tr:first-child li:first-child .edit", "open: tuần"),
        ("open_values_table", "tr:nth-child(2) a", "open: chưa vào số"),
        ("figures_table", "#so-delegates--stated td:nth-child(4) a", "stated: 150"),
        ("inferred_table", "tbody tr:first-child a", "superior: "),
    ],
)
def test_a_row_links_to_its_line_when_the_site_says_where(name, row, line):
    renderer = open_publication(
        dossier_folder(PLAN), "http://git.noibo/{path}#L{line}", Audience.STAFF
    ).publication.renderer
    block = html.fragment_fromstring(renderer.block(name), create_parent=True)
    (link,) = block.cssselect(row)
    path, _, at = link.get("href").removeprefix("http://git.noibo/").partition("#L")
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    assert lines[int(at) - 1].strip().startswith(line)
    assert "git.noibo" not in renderer.block(name, to_print=True)


def test_the_state_of_the_plan_stands_above_every_page(site, full_site):
    for name in PAGES:
        draft = html.parse(site / f"{name}.html").getroot().cssselect(".md-banner .state")
        issued = html.parse(full_site / f"{name}.html").getroot().cssselect(".md-banner .state")
        assert "Dự thảo" in draft[0].text_content()
        assert "Đã ban hành đủ 4 văn bản" in issued[0].text_content()


def test_pictures_show_only_what_is_known(site, full_site):
    plan = html.parse(site / "dai-bieu.html").getroot()
    full = html.parse(full_site / "dai-bieu.html").getroot()

    assert not plan.cssselect(".delegates-chart")
    assert len(full.cssselect(".delegates-chart li data.figure")) == 8
    awards = html.parse(site / "index.html").getroot().cssselect(".awards-chart li")
    assert [len(li.cssselect(":scope > svg rect")) - 1 for li in awards] == [8, 20, 5, 15]


@pytest.mark.every(3)
@pytest.mark.parametrize(
    ("moment", "now", "after"),
    [
        ("2031-12-25T07:59", [], ["muc-khai-mac"]),
        ("2031-12-25T08:40", ["muc-bao-cao"], ["muc-phong-su"]),
        ("2031-12-25T09:00", ["muc-phong-su"], ["muc-khen-thuong"]),
        ("2031-12-25T10:55", [], []),
        ("2031-12-20T08:40", [], []),
        ("2031-12-25T01:40Z", ["muc-bao-cao"], ["muc-phong-su"]),
    ],
)
def test_the_agenda_marks_now_and_next(live, moment, now, after):
    page = live(moment)

    ids = "rows => rows.map(row => row.id)"
    assert page.locator("tr[aria-current=time]").evaluate_all(ids) == now
    assert page.locator("tr.next").evaluate_all(ids) == after


def test_the_mark_moves_by_itself_and_moves_nothing_else(live):
    page = live("2031-12-25T08:59")
    expect(page.locator("tr.now")).to_have_attribute("id", "muc-bao-cao")
    before = page.locator("tr#muc-be-mac").bounding_box()

    page.clock.run_for(70_000)
    expect(page.locator("tr.now")).to_have_attribute("id", "muc-phong-su")
    expect(page.locator("tr.now .live-mark")).to_have_text("Đang diễn ra")
    assert page.locator("tr#muc-be-mac").bounding_box() == before


def test_an_agenda_without_hours_marks_nothing(site):
    root = html.parse(site / "chuong-trinh.html").getroot()

    assert not root.cssselect("[data-start], .hall-view, .live-mark")


def test_the_hall_view_is_large_and_is_left_with_escape(live):
    page = live("2031-12-25T08:40")
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    before = page.locator("table.agenda").evaluate(size)
    page.get_by_role("button", name="Chữ lớn").click()

    expect(page.locator(".md-header")).to_be_hidden()
    expect(page.locator("tr.now")).to_be_in_viewport()
    assert page.locator("table.agenda").evaluate(size) > before * 1.5
    assert page.locator("tr.now .live-mark").evaluate(size) > before * 1.2

    page.keyboard.press("Escape")
    expect(page.locator(".md-header")).to_be_visible()


def test_the_hall_view_fills_one_screen_and_follows_the_conference(live):
    page = live("2031-12-25T08:59")
    page.set_viewport_size({"width": 1920, "height": 1080})
    button = page.locator(".hall-view")
    button.click()
    assert page.evaluate("document.documentElement.scrollHeight") <= 1080
    wrapped = "p => p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight)"
    assert max(page.locator("tr td:last-child p").evaluate_all(f"ps => ps.map({wrapped})")) < 3.5

    page.set_viewport_size({"width": 1280, "height": 400})  # too low for all of it
    expect(page.locator("tr.now")).to_have_attribute("id", "muc-bao-cao")
    page.evaluate("scrollTo(0, 9999)")
    expect(button).to_be_in_viewport(ratio=1)
    page.clock.run_for(70_000)
    expect(page.locator("tr.now")).to_have_attribute("id", "muc-phong-su")
    expect(page.locator("tr.now")).to_be_in_viewport(ratio=1)
    button.click()
    expect(page.locator(".md-header")).to_be_visible()


def test_pages_can_be_read_before_scripts_run(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "chuong-trinh.html").as_uri())

    expect(page.locator("#muc-be-mac")).to_be_visible()
    expect(page.locator(".hall-view, .list-tools").first).to_be_hidden()
    context.close()


@pytest.mark.every(2)
@pytest.mark.parametrize(
    ("name", "width"),
    sampled(
        [(name, width) for name in LISTS for width in (360, 1280)],
        [("dai-bieu", 360), ("khen-thuong", 1280)],
    ),
)
def test_scripts_move_nothing_when_they_start(browser, full_site, name, width):
    boxes = """() => [...document.querySelectorAll("[data-list] :is(th, td), .list-tools > *")]
      .map(e => e.getBoundingClientRect()).map(b => [b.x, b.y, b.width, b.height].map(Math.round))"""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto((full_site / f"{name}.html").as_uri())
    expect(page.locator(".sort").first).to_be_attached()
    after = page.evaluate(boxes)
    page.route("**/*.js", lambda route: route.abort())
    page.reload()
    expect(page.locator(".sort")).to_have_count(0)

    assert page.evaluate(boxes) == after
    page.close()
