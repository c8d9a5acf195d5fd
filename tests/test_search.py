"""Search in real Chromium, from a file: what is typed, what is found first, where it opens."""

import json
import re
import unicodedata
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from built import serving
from growth import LINEAR
from playwright.sync_api import expect

NOTHING = None
NOT_FOUND = re.compile(r"^Không thấy")


@pytest.fixture(scope="module")
def searching(browser, site, full_site):
    """Types into the search box of a site opened as a file; gives its page back."""
    pages = {}

    def type_in(which: str, typed: str):
        if which not in pages:
            page = pages[which] = browser.new_page()
            page.goto(((site if which == "plan" else full_site) / "index.html").as_uri())
            page.locator("[name=query]").click()
        page = pages[which]
        page.locator("[name=query]").fill("")
        page.keyboard.press("End")
        expect(page.locator(".md-search-result__meta")).to_have_text("Gõ từ cần tìm")
        page.locator("[name=query]").fill(typed)
        page.keyboard.press("End")
        return page

    yield type_in
    for page in pages.values():
        page.close()


def best(page):
    """The best hit: within the first page of the results the one with the highest score."""
    item = page.locator(".md-search-result__item").first
    expect(item).to_be_visible()
    hits = item.locator(".md-search-result__link").all()
    scores = [float(h.locator("article").get_attribute("data-md-score")) for h in hits]
    return hits[scores.index(max(scores))]


def leads_to(hit):
    """Where a hit opens, without the words it carries along to be marked."""
    return re.sub(r"\?[^#]*", "", hit.get_attribute("href").split("/")[-1])


@pytest.mark.every(2)
@pytest.mark.every(2)
@pytest.mark.parametrize(
    ("site_of", "typed", "opens", "marked"),
    [
        # without marks, with marks, in capitals; the plan before its appendices
        ("plan", "dan van", "ke-hoach.html", "Dân"),
        ("plan", "Dân vận khéo", "ke-hoach.html#muc-dich-yeu-cau", "Dân"),
        ("plan", "DANG UY XA", "ke-hoach.html#khen-thuong-hoi-nghi", "Đảng"),
        ("plan", "dang uy xa", "ke-hoach.html#khen-thuong-hoi-nghi", "xã"),
        ("plan", "uy vien", "ke-hoach.html#thanh-phan", "Ủy"),
        ("plan", "bui gia huan", "ke-hoach.html#to-chuc-thuc-hien", "Huân"),
        # đ and d
        ("plan", "dai dien lanh dao", "ke-hoach.html#thanh-phan", "Đại"),
        ("plan", "đại diện lãnh đạo", "ke-hoach.html#thanh-phan", "đạo"),
        # old and new tone position
        ("plan", "uỷ viên", "ke-hoach.html#thanh-phan", "Ủy"),
        ("plan", "ủy viên", "ke-hoach.html#thanh-phan", "Ủy"),
        ("full", "Minh Hoạ", "ke-hoach.html", "Họa"),
        ("full", "minh họa", "ke-hoach.html", "Họa"),
        # decomposed Unicode, as some keyboards type it
        ("plan", unicodedata.normalize("NFD", "ủy viên"), "ke-hoach.html#thanh-phan", "Ủy"),
        (
            "plan",
            unicodedata.normalize("NFD", "phóng sự"),
            "ke-hoach.html#chuong-trinh-hoi-nghi",
            "Phóng",
        ),
        # codes of documents
        ("plan", "792-CV", "ke-hoach.html", "792"),
        ("plan", "792-CV/BDVTU", "ke-hoach.html", "BDVTU"),
        ("plan", "224-QĐ/HU", "ke-hoach.html", "QĐ"),
        ("plan", "224 qd hu", "ke-hoach.html", "QĐ"),
        # words at the border of two cells
        ("full", "A73", NOTHING, ""),
        ("full", "dai bieu 073", "dai-bieu.html#danh-sach", "Đại"),
        ("full", "073 bi thu", "dai-bieu.html#danh-sach", "073"),
        # the print set is found by its title and its form, none of its papers
        ("plan", "bo in", "bo-in.html", "Bộ"),
        ("plan", "Bộ in", "bo-in.html", "in"),
        ("plan", "chọn văn bản và số bản", "bo-in.html", "Chọn"),
        # words in quotes stand together, in this order
        ("plan", '"quy chế"', "ke-hoach.html", "chế"),
        ("plan", '"chế quy"', NOTHING, ""),
        # typed with marks means just that, but for words that are nowhere written so
        ("plan", "Hoà", "ke-hoach.html#thanh-phan", "hóa"),
        ("full", "hòa", "quyet-dinh.html", "HÒA"),
        ("plan", "xyzằ", NOTHING, ""),
        # every word is required
        ("plan", "phóng sự trâu rừng", NOTHING, ""),
        # forgiven when nothing is found: Telex left over, spaces, a letter; other words
        ("plan", "tits chuwx", "tit-chu.html", "chữ"),
        ("plan", "phancong", "phan-cong.html", "Phân"),
        ("plan", "khen thuogn", "khen-thuong.html", "Khen"),
        ("full", "dai beiu 073", "dai-bieu.html#danh-sach", "073"),
        ("plan", "PT&TH", "ke-hoach.html#thanh-phan", "PT"),
        ("full", "đb 073", "dai-bieu.html#danh-sach", "Đại"),
        # never a number, nor two words of two, nor a short word alone
        ("full", "dai beiu 973", NOTHING, ""),
        ("plan", "trâu rừng", NOTHING, ""),
        ("plan", "khem thuogn", NOTHING, ""),
        # what means the same on a page comes before the very words in the guide
        ("plan", "khách mời", "dai-bieu.html", "Đại"),
        # what stands in code is no word of the site
        ("plan", "award-total", NOTHING, ""),
    ],
)
def test_what_is_typed_is_found(searching, site_of, typed, opens, marked):
    page = searching(site_of, typed)

    if opens is NOTHING:
        expect(page.locator(".md-search-result__meta")).to_have_text(NOT_FOUND)
        return
    hit = best(page)
    assert leads_to(hit) == opens
    marks = page.locator(".md-search-result__item").first.locator("mark")
    assert marked in marks.all_text_contents()


def test_the_papers_of_the_print_set_are_indexed_once(site):
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    entries = [doc for doc in index["docs"] if doc["location"].startswith("bo-in.html")]

    assert [entry["location"] for entry in entries] == ["bo-in.html"]
    assert len(entries[0]["text"]) < 300
    assert 'data-search-exclude="on"' not in (site / "bo-in.html").read_text(encoding="utf-8")


def test_old_and_new_spelling_find_the_same(searching):
    found = []
    for typed in ("Minh Hoạ", "minh họa", "MINH HỌA"):
        page = searching("full", typed)
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        links = page.locator(".md-search-result__link").all()
        found.append([link.get_attribute("href") for link in links])

    assert found[0] == found[1] == found[2]


def test_only_the_phrase_is_marked_where_it_stands(searching):
    page = searching("full", "bi thu")
    best(page)
    marked = set(page.locator(".md-search-result__item").first.locator("mark").all_text_contents())
    assert {mark.lower() for mark in marked} == {"bí", "thư"}


def test_it_is_said_that_what_is_found_is_not_what_was_typed(searching):
    page = searching("plan", "hooij nghij")
    best(page)
    terms = page.locator(".md-search-result__terms").first
    expect(terms).to_have_text("Không có chữ đã gõ: hooij nghij")

    page = searching("plan", "hoi nghi")
    best(page)
    expect(page.locator(".md-search-result__terms")).to_have_count(0)


def test_where_nothing_is_found_there_is_advice(searching):
    page = searching("plan", "phóng sự trâu rừng")
    meta = page.locator(".md-search-result__meta")

    expect(meta).to_have_text("Không thấy. Thử bớt từ, gõ đủ chữ, hoặc dùng cách nói khác.")


def test_a_teaser_shows_what_stands_about_the_words_and_runs_none_together(searching):
    page = searching("full", "quan su huyen")
    best(page)
    for text in page.locator(".md-search-result__article p").all_text_contents():
        assert len(text) < 260

    page = searching("plan", "tong quan")
    best(page)
    assert "Cơ quan tổ chức Huyện ủy" in page.locator(".md-search-result__item").first.inner_text()


def test_a_heading_of_two_lines_is_found_by_the_words_at_its_break(browser, state_site):
    page = browser.new_page()
    page.goto((state_site / "index.html").as_uri())
    page.locator("[name=query]").click()
    page.locator("[name=query]").fill("phu luc noi dung phoi hop")
    page.keyboard.press("End")

    assert leads_to(best(page)) == "phu-luc-lien-tich.html"
    page.close()


def test_words_are_not_called_missing_for_their_marks(searching):
    page = searching("plan", "hoà")
    best(page)
    assert page.locator(".md-search-result__item del").count() == 0


def test_whole_words_come_before_words_only_begun(searching):
    page = searching("plan", "dan van")
    best(page)
    titles = page.locator(".md-search-result__item h1").all_text_contents()

    # «Danh sách» and «văn phòng» only begin like it; they stand on pages without «dân vận».
    assert "Hướng dẫn sửa" not in titles[:4]


def test_other_words_of_the_papers_come_before_the_very_words_of_the_guide(searching):
    page = searching("plan", "khách mời")
    best(page)
    titles = page.locator(".md-search-result__item h1").all_text_contents()

    assert titles[:2] == ["Đại biểu", "Kế hoạch"]
    assert titles[-2:] == ["Tổng quan", "Hướng dẫn sửa"]


def test_a_place_is_marked_once(searching):
    page = searching("plan", "v")

    expect(page.locator(".md-search-result__item").first).to_be_visible()
    texts = page.locator(".md-search-result__item").all_text_contents()
    assert not any("mark>" in text or "<" in text for text in texts)
    assert page.locator("mark mark").count() == 0


def test_a_hit_opens_at_its_row_with_the_words_marked(browser, full_site):
    page = browser.new_page()
    page.goto((full_site / "index.html").as_uri())
    page.locator("[name=query]").click()
    page.locator("[name=query]").fill("dai bieu 073")
    page.keyboard.press("End")
    best(page).click()

    row = page.locator("tr.found")
    expect(row).to_have_attribute("id", "dai-bieu-dai-bieu-073")
    expect(row).to_be_in_viewport()
    expect(row.locator("mark")).to_have_text(["Đại", "biểu", "073"])
    page.close()


@pytest.mark.every(4)
@pytest.mark.parametrize("typed", ["ddaij bieeur 073", "dai beiu 073", "đb 073", "daibieu 073"])
def test_what_was_forgiven_opens_at_its_row_too(browser, full_site, typed):
    page = browser.new_page()
    page.goto((full_site / "index.html").as_uri())
    page.locator("[name=query]").click()
    page.locator("[name=query]").fill(typed)
    page.keyboard.press("End")
    best(page).click()

    row = page.locator("tr.found")
    expect(row).to_have_attribute("id", "dai-bieu-dai-bieu-073")
    expect(row.locator("mark")).to_have_text(["Đại", "biểu", "073"])
    page.close()


ASK = """
async ({ docs, typed }) => {
  const { search } = JSON.parse(document.querySelector("#__config").textContent);
  const worker = new Worker(new URL(search, location).href);
  const answer = (message) => new Promise((done) => {
    worker.addEventListener("message", ({ data }) => done(data.data), { once: true });
    worker.postMessage(message);
  });
  await answer({ type: 0, data: { docs } });
  const spent = [];
  for (const words of typed) {
    const started = performance.now();
    const { items } = await answer({ type: 2, data: words });
    spent.push({ items, time: performance.now() - started });
  }
  return spent;
}
"""


def test_what_stands_in_the_index_is_shown_as_text(browser, site):
    title, text = "Thử &lt;b&gt; một", "<p>hai &lt;img src=x onerror=alert(1)&gt; &amp;amp; ba</p>"
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    docs = [{"location": "thu.html", "title": title, "text": text}]
    (found,) = page.evaluate(ASK, {"docs": docs, "typed": ["hai src ba"]})

    (((shown,),),) = [found["items"]]
    marked = "<p><mark>hai</mark> &lt;img <mark>src</mark>=x onerror=alert(1)&gt; &amp;amp; <mark>ba</mark></p>"
    assert shown["text"] == marked
    assert shown["title"] == "Thử &lt;b&gt; một"
    page.close()


@pytest.mark.proof
def test_more_rows_take_no_more_than_their_share(browser, site):
    typed = ["dai bieu", "thuoc truc bo", "ddaij bieeur 00073", "dai beiu 00073", "trau rung"]
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())

    def seconds(rows):
        row = "<p>{0} Đại biểu {0:05d} Bí thư Đơn vị {1} Chi bộ, đảng bộ trực thuộc</p>"
        text = " ".join(row.format(number, number % 300) for number in range(rows))
        docs = [{"location": "dai-bieu.html", "title": "Đại biểu", "text": text}]
        answers = [page.evaluate(ASK, {"docs": docs, "typed": typed}) for _ in range(3)]
        return [
            min(times) for times in zip(*([one["time"] for one in a] for a in answers), strict=True)
        ]

    few, many = seconds(3_750), seconds(15_000)
    assert sum(many) < LINEAR * sum(few)
    page.close()


@pytest.mark.every(2)
@pytest.mark.parametrize(
    ("site_of", "address", "typed", "opens", "marked"),
    [
        # the phrase as typed comes before its words anywhere in a row, and is all that is marked
        ("plan", "dai-bieu.html", "đảng uỷ", "khoi-chi-bo-dang-bo", {"Đảng ủy"}),
        ("plan", "dai-bieu.html", "DANG UY", "khoi-chi-bo-dang-bo", {"Đảng ủy"}),
        ("plan", "dai-bieu.html", "dang uy xa", "khoi-chi-bo-dang-bo", {"Đảng ủy", "xã"}),
        # without a section, the best place of the whole page
        (
            "plan",
            "ke-hoach.html",
            "dang uy cac",
            "Việc tổng kết phải được thực hiện nghiêm túc",
            {"đảng ủy các", "Đảng ủy các"},
        ),
        # the last word of a phrase may be only begun
        ("full", "dai-bieu.html#danh-sach", "dai bieu 07", "dai-bieu-dai-bieu-070", None),
        # else whole words, not what only begins like them
        ("full", "dai-bieu.html#danh-sach", "073 bi", "dai-bieu-dai-bieu-073", {"073", "Bí"}),
    ],
)
def test_a_hit_opens_where_it_answers_best(
    browser, site, full_site, site_of, address, typed, opens, marked
):
    page = browser.new_page()
    base = {"plan": site, "full": full_site}[site_of].as_uri()
    name, _, section = address.partition("#")
    page.goto(f"{base}/{name}?h={typed}#{section}")

    expect(page.locator(".found")).to_have_count(1)
    found = page.locator(".found")
    assert found.get_attribute("id") == opens or found.inner_text().startswith(opens)
    expect(page.locator(".found")).to_be_in_viewport()
    if marked:
        assert phrases(page) == marked
    page.close()


def phrases(page):
    """What is marked on a page, words that stand together as one."""
    return set(
        page.evaluate(
            """() => [...document.querySelectorAll(".md-content mark")].reduce((all, mark) => {
                const before = mark.previousSibling;
                const joins = before?.data === " " && before.previousSibling?.matches?.("mark");
                return joins ? [...all.slice(0, -1), `${all.at(-1)} ${mark.textContent}`]
                             : [...all, mark.textContent];
            }, [])"""
        )
    )


def test_a_hit_opens_at_its_heading(browser, site):
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.locator("[name=query]").click()
    page.locator("[name=query]").fill("khac ban goc")
    page.keyboard.press("End")
    best(page).click()

    expect(page.locator("h2#khac-ban-goc")).to_be_in_viewport()
    page.close()


def test_enter_opens_the_best_hit(browser, site):
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("792-CV")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Enter")

    expect(page).to_have_title("Kế hoạch - Hồ sơ hội nghị")
    expect(page.locator("li.found")).to_contain_text("792-CV/BDVTU")
    page.close()


def test_what_the_mouse_pastes_is_searched_once(browser, site):
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.locator("[name=query]").click()
    page.evaluate(
        """() => { const box = document.querySelector("[name=query]");
            new MutationObserver((changes) => (window.answers = (window.answers ?? 0) + 1))
                .observe(document.querySelector(".md-search-result__list"), { childList: true });
            document.execCommand("insertText", false, "792-CV"); }"""  # as pasting does: no key
    )

    best(page)
    page.keyboard.press("End")  # the key that is let go asks for nothing new
    page.keyboard.type("/")  # this one does; what was asked before it is answered before it
    page.wait_for_function("window.answers > 1")
    page.keyboard.type("b")
    page.wait_for_function("window.answers > 2")
    assert page.evaluate("window.answers") == 3
    page.close()


def test_search_closes_when_the_focus_leaves_it(browser, site):
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    is_open = page.locator("#__search")
    page.locator("[name=query]").click()
    expect(is_open).to_be_checked()
    page.locator("[name=query]").fill("dan van")
    page.keyboard.press("End")
    best(page).focus()
    expect(is_open).to_be_checked()

    page.locator(".md-content a[href]").first.focus()
    expect(is_open).not_to_be_checked()
    page.close()


@pytest.mark.every(2)
@pytest.mark.parametrize("way", ["file", "http"])
def test_search_is_fetched_only_when_it_is_opened(browser, site, way):
    def fetched(page, address):
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        page.wait_for_load_state("networkidle")
        before = [url for url in asked if "/search" in url]
        page.locator("[name=query]").click()
        page.locator("[name=query]").fill("dan van")
        page.keyboard.press("End")
        best(page)
        after = [url for url in asked if "/search" in url]
        return before, after

    page = browser.new_page()
    if way == "file":
        before, after = fetched(page, (site / "index.html").as_uri())
    else:
        with serving(site) as address:
            before, after = fetched(page, f"{address}/index.html")
    assert before == []
    # Its script and the index, side by side: what a worker asks for itself comes one after another.
    assert sorted(Path(urlsplit(url).path).name for url in after) == [
        "search_index.js" if way == "file" else "search_index.json",
        "worker.js",
    ]
    page.close()
