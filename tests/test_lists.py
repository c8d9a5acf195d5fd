"""Lists in real Chromium, from a file: filter, group, order, address, print, files to take away."""

import csv
import io
from urllib.parse import parse_qs, urlsplit

import pytest
from folders import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from conference.wording import fold, person_sort_key, sort_key

NAMES = ["Đại", "Đài", "Dai", "Hòa", "Hoà", "Hoàn", "Ủy", "Uỷ", "quý", "Hà Nội", "Hạ Long"]
NAMES += ["Khối 10", "Khối 2", "Ấp", "An", "Ăn", "Ân", "Thuỷ Nguyên", "THUỶ", "Ø", "8h00", "10h15"]


@pytest.fixture
def delegates(browser, full_site):
    page = browser.new_page(accept_downloads=True)
    page.goto((full_site / "dai-bieu.html").as_uri())
    yield page
    page.close()


@pytest.fixture
def awards(browser, site):
    """The awards of the plan, whose lists of recipients are still open."""
    page = browser.new_page()
    page.goto((site / "khen-thuong.html").as_uri())
    yield page
    page.close()


def tools(page, name):
    table = f".scroll [data-list='{name}']"  # between them only the links to other files, if any
    return page.locator(f".list-tools:has(+ {table}, + .downloads + {table})")


def rows(page, name):
    return page.locator(f"[data-list='{name}'] tbody tr:visible")


def ids(rows):
    return rows.evaluate_all("rows => rows.map(row => row.id)")


def show_as(page, file, html):
    """Let a tab see other HTML in the place of a page; the site, which all tests share, stays as it is."""
    answer = {"body": html, "content_type": "text/html; charset=utf-8"}
    page.route(f"{file.as_uri()}*", lambda route: route.fulfill(**answer))


def downloaded(page, name, target):
    """The file of a list: its name, its octets, its lines."""
    with page.expect_download() as started:
        tools(page, name).get_by_role("button", name="Tải về (mở bằng Excel)").click()
    started.value.save_as(target)
    raw = target.read_bytes()
    lines = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    return started.value.suggested_filename, raw, lines


def test_the_whole_table_stands_without_scripts(browser, full_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((full_site / "dai-bieu.html").as_uri())

    expect(rows(page, "dai-bieu")).to_have_count(150)
    expect(page.locator(".list-tools").first).to_be_hidden()
    context.close()


@pytest.mark.every(3)
@pytest.mark.parametrize(
    ("typed", "count"),
    [
        *[("phong vien", 4), ("ĐẠI BIỂU 073", 1), ("bi thu 073", 1), ("bí thư 073", 1)],
        *[("bì thư", 0), ("bi thu", 65), ("bí th", 65), ("thu ", 65)],
    ],
)
def test_the_filter_folds_as_the_search_does(delegates, typed, count):
    tools(delegates, "dai-bieu").get_by_label("Lọc", exact=True).fill(typed)

    expect(rows(delegates, "dai-bieu")).to_have_count(count)
    told = f"Hiện {count} trong 150 đại biểu" if count else "Không có đại biểu nào khớp"
    expect(tools(delegates, "dai-bieu").locator("output")).to_have_text(told)
    tools(delegates, "dai-bieu").get_by_role("button", name="Bỏ lọc").click()
    expect(tools(delegates, "dai-bieu").locator("output")).to_have_text("Hiện đủ 150 đại biểu")
    expect(tools(delegates, "dai-bieu").get_by_label("Lọc", exact=True)).to_be_focused()


def test_only_the_last_word_typed_may_be_unfinished(script_page):
    def fits(typed, text):
        return script_page.evaluate("([t, x]) => vietnamese.matcher(t)(x)", [typed, text])

    # letter by letter, as a keyboard for Vietnamese gives them
    for typed in ("", "H", "Ho", "Hoà", "Hoàn", "Hoàng", "Hoàng ", "Hoàng V", "hoang van"):
        assert fits(typed, "Hoàng Văn Thụ"), typed
    assert fits("hoà", "Hòa Bình") and fits("hoà ", "Hòa Bình") and fits("hòa ", "Hoà Bình")
    assert fits("792-", "792-CV") and fits("792-C", "792-CV")
    assert not fits("hoà ", "Hoàng Văn Thụ")
    assert not fits("bi thu", "Đại biểu Thường trực")
    assert not fits("79-C", "792-CV")


def test_a_group_is_chosen_and_kept_in_the_address(delegates):
    group = tools(delegates, "dai-bieu").get_by_role("combobox", name="Khối")
    group.select_option("Phóng viên báo, đài")
    tools(delegates, "dai-bieu").get_by_label("Lọc", exact=True).fill("dai bieu")

    expect(rows(delegates, "dai-bieu")).to_have_count(4)
    kept = parse_qs(urlsplit(delegates.url).query)
    assert kept == {"dai-bieu.loc": ["dai bieu"], "dai-bieu.nhom": ["Phóng viên báo, đài"]}

    delegates.reload()
    expect(rows(delegates, "dai-bieu")).to_have_count(4)
    tools(delegates, "dai-bieu").get_by_label("Lọc", exact=True).fill("")
    group.select_option("tất cả")
    assert urlsplit(delegates.url).query == ""


def test_a_head_sorts_up_down_and_back_to_protocol_order(delegates):
    head = delegates.locator("[data-list='khoi'] thead th").nth(1)
    labels = delegates.locator("[data-list='khoi'] tbody th")
    protocol = labels.all_text_contents()

    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert labels.all_text_contents() == sorted(protocol, key=sort_key)

    head.get_by_role("button").press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert labels.all_text_contents() == sorted(protocol, key=sort_key, reverse=True)
    assert "khoi.xep=-label" in delegates.url

    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") is None
    assert labels.all_text_contents() == protocol
    expect(delegates.locator("[data-list='khoi'] tfoot tr").first).to_be_visible()


def test_a_task_of_several_rows_stays_together(browser, full_site):
    page = browser.new_page()
    page.goto((full_site / "phan-cong.html").as_uri())
    tools(page, "phan-cong").get_by_label("Lọc", exact=True).fill("hoi truong")

    expect(rows(page, "phan-cong")).to_have_count(2)
    expect(tools(page, "phan-cong").locator("output")).to_have_text("Hiện 1 trong 4 việc")
    page.close()


PARTED = ["khen-ubnd-huyen", "khen-ubnd-huyen--co-quan-huyen", "khen-ubnd-huyen--mo-hinh"]


def test_an_award_is_found_and_sorted_with_its_parts(awards):
    head = awards.locator("[data-list='khen-thuong'] thead th", has_text="Số tập thể")
    count = tools(awards, "khen-thuong").locator("output")
    expect(count).to_have_text("Hiện đủ 2 giải")
    protocol = ids(rows(awards, "khen-thuong"))
    assert protocol == ["khen-ban-thuong-vu", *PARTED]

    head.get_by_role("button").dblclick()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert ids(rows(awards, "khen-thuong")) == [*PARTED, "khen-ban-thuong-vu"]
    head.get_by_role("button").click()
    assert ids(rows(awards, "khen-thuong")) == protocol

    tools(awards, "khen-thuong").get_by_label("Lọc", exact=True).fill("co quan huyen")
    expect(count).to_have_text("Hiện 1 trong 2 giải")
    assert ids(rows(awards, "khen-thuong")) == PARTED


def test_awards_are_chosen_by_their_giver(awards):
    giver = tools(awards, "khen-thuong").get_by_role("combobox", name="Cơ quan tặng")
    given = ["tất cả", "Ban Thường vụ Huyện ủy", "Ủy ban nhân dân huyện"]
    assert giver.locator("option").all_text_contents() == given

    giver.select_option("Ban Thường vụ Huyện ủy")
    assert ids(rows(awards, "khen-thuong")) == ["khen-ban-thuong-vu"]
    awards.reload()
    assert ids(rows(awards, "khen-thuong")) == ["khen-ban-thuong-vu"]


def test_a_single_award_with_parts_is_one_record(browser, site):
    html = (site / "khen-thuong.html").read_text(encoding="utf-8")
    first = html.index("<tbody", html.index('data-list="khen-thuong"'))
    second = html.index("<tbody", first + 1)
    page = browser.new_page()
    show_as(page, site / "khen-thuong.html", html[:first] + html[second:])
    page.goto((site / "khen-thuong.html").as_uri())
    expect(tools(page, "khen-thuong").locator("output")).to_have_text("Hiện đủ 1 giải")
    page.close()


def test_the_csv_of_the_awards_counts_nothing_twice(browser, full_site, tmp_path):
    page = browser.new_page()
    page.goto((full_site / "khen-thuong.html").as_uri())
    name, _, (head, *lines) = downloaded(page, "khen-thuong", tmp_path / "a.csv")
    page.close()

    assert name == "khen-thuong.csv"
    assert head[:4] == ["TT", "Cơ quan tặng", "Hình thức", "Tặng cho"]
    assert head[4:] == ["Số tập thể", "Phần", "Số tập thể của phần"]
    committee, people = ("Ban Thường vụ Huyện ủy Minh Họa", "Ủy ban nhân dân huyện Minh Họa")
    assert [line[:3] for line in lines] == [
        ["1", committee, "Giấy khen"],
        *[["2", people, "Giấy khen"]] * 3,
    ]
    assert lines[2][3] == "Tập thể thuộc khối cơ quan huyện"
    assert [line[4:] for line in lines] == [
        ["8", "", ""],
        ["20", "", ""],
        ["", "Khối cơ quan huyện", "5"],
        ["", "Mô hình “Dân vận khéo”", "15"],
    ]


@pytest.mark.every(2)
@pytest.mark.parametrize(
    ("address", "name", "typed", "told"),
    [
        (
            *("khen-thuong", "khen-thuong", "mo hinh"),
            "Bảng khen thưởng (trích): 1 trong 2 giải; có chữ «mo hinh»",
        ),
        (
            *("dai-bieu", "khoi", "phong vien"),
            "Bảng thành phần đại biểu (trích): 1 trong 8 khối; có chữ «phong vien»",
        ),
    ],
)
def test_an_extract_on_paper_says_so_and_has_no_total(
    browser, full_site, address, name, typed, told
):
    page = browser.new_page()
    page.goto((full_site / f"{address}.html").as_uri())
    page.emulate_media(media="print")
    table = page.locator(f"[data-list='{name}']")
    caption = table.locator("caption").inner_text()
    expect(table.locator("tfoot tr").first).to_be_visible()

    page.emulate_media(media="screen")
    tools(page, name).get_by_label("Lọc", exact=True).fill(typed)
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        expect(table.locator("tfoot tr").first).to_be_hidden()
    assert table.locator("caption").inner_text() == told

    page.emulate_media(media="screen")
    tools(page, name).get_by_label("Lọc", exact=True).fill("")
    page.emulate_media(media="print")
    expect(table.locator("tfoot tr").first).to_be_visible()
    assert table.locator("caption").inner_text() == caption
    page.close()


def test_an_extract_says_its_group_and_is_printed_without_the_other_lists(delegates):
    list_of = tools(delegates, "dai-bieu")
    list_of.get_by_role("combobox", name="Khối").select_option("Phóng viên báo, đài")
    list_of.get_by_label("Lọc", exact=True).fill("truyen hinh")
    delegates.emulate_media(media="print")

    caption = delegates.locator("[data-list='dai-bieu'] caption")
    told = "1 trong 150 đại biểu; có chữ «truyen hinh», khối: Phóng viên báo, đài"
    assert caption.inner_text() == f"Danh sách đại biểu (trích): {told}"
    expect(rows(delegates, "dai-bieu")).to_have_count(1)
    expect(delegates.locator("[data-list='khoi']")).to_be_hidden()


LAST = "dai-bieu-dai-bieu-150"


def test_a_link_to_a_row_shows_it_whatever_the_filter_says(delegates, full_site):
    row = delegates.locator(f"#{LAST}")
    delegates.goto((full_site / "dai-bieu.html").as_uri() + f"?dai-bieu.loc=bi+thu#{LAST}")
    expect(row).to_be_in_viewport()
    expect(tools(delegates, "dai-bieu").locator("output")).to_have_text("Hiện đủ 150 đại biểu")

    tools(delegates, "dai-bieu").get_by_label("Lọc", exact=True).fill("bi thu")
    expect(row).to_be_hidden()
    delegates.evaluate("id => { location.hash = ''; location.hash = id; }", LAST)
    expect(row).to_be_in_viewport()


CLIPBOARD = """
navigator.clipboard.writeText = async text => { if (!isAllowed) throw 1; window.copied = text; };
document.execCommand = () => { window.copied = document.activeElement.value; return true; };"""


@pytest.mark.parametrize("is_allowed", [True, False])
def test_the_number_of_a_row_copies_a_link_to_it(browser, full_site, is_allowed):
    page = browser.new_page()
    page.add_init_script(f"const isAllowed = {str(is_allowed).lower()};")
    page.add_init_script(CLIPBOARD)
    address = (full_site / "dai-bieu.html").as_uri()
    page.goto(f"{address}?dai-bieu.loc=phong+vien")
    row = page.locator(f"#{LAST}")
    row.get_by_role("link", name="150", exact=True).press("Enter")

    hint = tools(page, "dai-bieu").get_by_role("status").filter(has_text="liên kết tới dòng 150")
    expect(hint).to_have_text("Đã chép liên kết tới dòng 150.")
    assert page.evaluate("window.copied") == f"{address}#{LAST}"
    page.close()


@pytest.mark.every(2)
@pytest.mark.parametrize("width", [1280, 700])
def test_heads_stay_in_sight(browser, full_site, width):
    page = browser.new_page(viewport={"width": width, "height": 700})
    page.goto((full_site / "dai-bieu.html").as_uri() + "#dai-bieu-dai-bieu-100")
    row = page.locator("#dai-bieu-dai-bieu-100")
    head = page.locator("[data-list='dai-bieu'] thead th").nth(1)
    expect(head).to_be_in_viewport(ratio=1)
    expect(row).to_be_in_viewport(ratio=1)
    assert row.bounding_box()["y"] >= head.bounding_box()["y"] + head.bounding_box()["height"] - 1
    page.close()


def test_on_a_phone_the_list_begins_on_the_first_screen(browser, full_site):
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto((full_site / "dai-bieu.html").as_uri())
    expect(rows(page, "dai-bieu").first).to_be_in_viewport()

    groups = page.get_by_role("button", name="Thành phần theo khối")
    expect(rows(page, "khoi")).to_have_count(0)
    groups.click()
    expect(groups).to_have_attribute("aria-expanded", "true")
    expect(rows(page, "khoi")).to_have_count(8)
    groups.click()
    page.emulate_media(media="print")
    expect(rows(page, "khoi")).to_have_count(8)

    page.emulate_media(media="screen")
    page.evaluate("location.hash = 'khoi-phong-vien'")
    expect(page.locator("#khoi-phong-vien")).to_be_in_viewport()
    page.close()


def test_on_a_phone_the_order_is_chosen_where_heads_are_hidden(browser, full_site):
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto((full_site / "chuong-trinh.html").as_uri())
    order = tools(page, "chuong-trinh").get_by_role("combobox", name="Xếp theo")
    titles = page.locator("[data-list='chuong-trinh'] tbody th")
    protocol = titles.all_text_contents()
    expect(page.locator("[data-list='chuong-trinh'] thead")).to_be_hidden()
    assert rows(page, "chuong-trinh").first.bounding_box()["width"] > 300  # a card fills the window

    order.select_option("Nội dung, ngược lại")
    assert titles.all_text_contents() == sorted(protocol, key=sort_key, reverse=True)
    page.reload()
    expect(order.locator(":checked")).to_have_text("Nội dung, ngược lại")
    assert titles.all_text_contents() == sorted(protocol, key=sort_key, reverse=True)
    order.select_option("thứ tự in")
    assert titles.all_text_contents() == protocol and urlsplit(page.url).query == ""

    page.set_viewport_size({"width": 1280, "height": 800})
    expect(order).to_be_hidden()
    page.close()


def test_print_prints_what_is_shown(delegates):
    tools(delegates, "dai-bieu").get_by_label("Lọc", exact=True).fill("073")
    delegates.emulate_media(media="print")

    expect(rows(delegates, "dai-bieu")).to_have_count(1)
    expect(tools(delegates, "dai-bieu")).to_be_hidden()


def test_the_csv_opens_in_a_spreadsheet(delegates, tmp_path):
    tools(delegates, "dai-bieu").get_by_label("Lọc", exact=True).fill("a0")
    name, raw, lines = downloaded(delegates, "dai-bieu", tmp_path / "a.csv")

    assert name == "dai-bieu.csv"
    assert raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n")
    assert lines[0] == ["TT", "Họ và tên", "Chức vụ", "Đơn vị", "Khối", "Chỗ ngồi"]
    assert [line[1] for line in lines[1:]] == [f"Đại biểu 00{n}" for n in range(1, 10)]


def test_a_cell_of_the_csv_is_never_a_formula(browser, full_site, tmp_path):
    html = (full_site / "dai-bieu.html").read_text(encoding="utf-8")
    page = browser.new_page()
    show_as(page, full_site / "dai-bieu.html", html.replace(">Đại biểu 001<", '>=1+1 "x"<'))
    page.goto((full_site / "dai-bieu.html").as_uri() + "?dai-bieu.loc=A01")
    downloaded(page, "dai-bieu", tmp_path / "a.csv")
    page.close()

    assert '"1","\'=1+1 ""x""",' in (tmp_path / "a.csv").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def script_page(browser):
    page = browser.new_page()
    page.add_script_tag(path=ROOT / "overrides/assets/js/vietnamese.js")
    yield page
    page.close()


def in_order(page, key, names):
    """The names in the order the browser gives them."""
    return page.evaluate(
        """([key, names]) => names.map(n => [n, vietnamese[key](n)])
           .sort((a, b) => vietnamese.compare(a[1], b[1])).map(pair => pair[0])""",
        [key, names],
    )


def test_the_browser_folds_and_sorts_as_python_does(script_page):
    folded = script_page.evaluate("names => names.map(vietnamese.fold)", NAMES)

    assert folded == [fold(name) for name in NAMES]
    assert in_order(script_page, "sortKey", NAMES) == sorted(NAMES, key=sort_key)


def test_people_are_sorted_by_their_given_name(script_page):
    people = ["Đỗ Thị An", "Lê An", "Lê Thị An", "Trần Văn Ánh", "Hoàng Văn Ân", "Nguyễn Bình"]
    assert in_order(script_page, "personKey", people[::-1]) == people


@settings(max_examples=5, deadline=None)
@given(st.lists(st.text("aăâdđeêioôơuưyqhnt àảãáạòỏõóọ1234 ỷủ", max_size=8), max_size=40))
def test_the_browser_sorts_any_words_as_python_does(script_page, words):
    assert in_order(script_page, "sortKey", words) == sorted(words, key=sort_key)
    assert in_order(script_page, "personKey", words) == sorted(words, key=person_sort_key)
