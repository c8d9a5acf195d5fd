"""Whose site it is: a page for the staff is in theirs alone, and everyone's holds nothing of it."""

import gzip
import json
import shutil
from functools import partial
from pathlib import Path

import pytest
from built import once, shared_folder
from folders import FULL, ROOT, copy_of, sampled
from lxml import html
from printed import build
from reading import article, words

from conference.folders import dossier_folder
from conference.leaks import leaks
from conference.opening import open_publication
from conference.pages.page import read_page

SENTENCE = "Phòng chờ của khách để ở tầng trệt, chìa khóa gửi văn thư."
PAGE = f"""---
title: Việc hậu cần
paper: sheet
audience: staff
---
# Việc hậu cần {{ #viec-hau-can }}

{SENTENCE}

![Sơ đồ](assets/hinh-kho.png)

Xem [kế hoạch](ke-hoach.md).
"""
OF_THE_STAFF = ("hau-can", "hậu cần", "tầng trệt", "hinh-kho")
"""What tells that page in an address, a title, a sentence, a picture."""


def with_staff_page(folder: Path) -> Path:
    copy_of(FULL, folder)
    (folder / "docs/hau-can.md").write_text(PAGE, "utf-8")
    (folder / "docs/assets").mkdir()
    picture = ROOT / "docs/assets/readme/tong-quan.png"
    shutil.copy(picture, folder / "docs/assets/hinh-kho.png")
    shutil.copy(picture, folder / "docs/assets/chung.png")
    settings = folder / "mkdocs.yml"
    nav = "  - Nội bộ:\n      - Hậu cần: hau-can.md\n"
    settings.write_text(settings.read_text("utf-8").rstrip("\n") + "\n" + nav, "utf-8")
    return folder


@pytest.fixture(scope="session")
def dossier(tmp_path_factory) -> Path:
    return once(shared_folder(tmp_path_factory) / "dossier-with-staff", with_staff_page)


@pytest.fixture(scope="session")
def site_for(tmp_path_factory, dossier):
    def of(audience: str) -> Path:
        target = shared_folder(tmp_path_factory) / f"site-for-{audience}"
        return once(target, partial(build, dossier, audience=audience))

    return of


def said(path: Path) -> str:
    content = path.read_bytes()
    content = gzip.decompress(content) if path.suffix == ".gz" else content
    return content.decode("utf-8", "ignore").casefold()


def test_everyone_s_site_holds_nothing_of_a_page_for_the_staff(site_for):
    site = site_for("everyone")
    escaped = [json.dumps(word)[1:-1] for word in OF_THE_STAFF]
    for path in site.rglob("*"):
        assert not any(word in path.name for word in OF_THE_STAFF), path
        if path.is_file():
            assert not [w for w in (*OF_THE_STAFF, *escaped) if w in said(path)], path
    assert (site / "assets/chung.png").is_file()
    assert "Nội bộ" not in said(site / "index.html"), "a section of the navigation without pages"


@pytest.mark.proof
def test_the_staff_s_site_has_it_like_any_other(site_for):
    site = site_for("staff")
    page = html.parse(site / "hau-can.html").getroot()
    assert SENTENCE in words(article(page))
    assert (
        page.cssselect('img[src="assets/hinh-kho.png"]')
        and (site / "assets/hinh-kho.png").is_file()
    )
    index = html.parse(site / "index.html").getroot()
    assert index.cssselect('nav a[href="hau-can.html"]')
    assert "hau-can.html" in said(site / "search/search_index.json")
    papers = html.parse(site / "bo-in.html").getroot().cssselect(".sheet")
    assert "hau-can" in [paper.get("data-page") for paper in papers]


@pytest.mark.parametrize("audience", sampled(["everyone", "staff"], ["everyone"]))
def test_names_and_lines_of_the_data_are_for_the_staff(site_for, audience):
    site = site_for(audience)
    shown = [
        path.name
        for path in (site / "doi-chieu.html", site / "figures.js")
        if "data/awards.yml:" in said(path)
    ]
    assert shown == (["doi-chieu.html", "figures.js"] if audience == "staff" else [])
    reconciliation = article(html.parse(site / "doi-chieu.html").getroot())
    named = "awards.total" in words(reconciliation)
    assert named == (audience == "staff")


def test_a_site_that_leaks_is_told(site_for, dossier, tmp_path):
    docs = dossier / "docs"
    assert list(leaks(site_for("everyone"), docs)) == []
    site = tmp_path / "site"
    (site / "search").mkdir(parents=True)
    (site / "assets").mkdir()
    (site / "a.html").write_text(
        "<p>Phòng chờ của <b>khách</b> để ở\n tầng trệt, chìa khóa gửi văn thư."
    )
    (site / "search/x.json").write_text(json.dumps({"text": SENTENCE}))
    (site / "sitemap.xml.gz").write_bytes(gzip.compress(b"<loc>https://x.vn/hau-can.html</loc>"))
    (site / "assets/cards.js").write_text("data/awards.yml:12 data/awards.yml:13")
    (site / "assets/hinh-kho.png").write_bytes(b"")
    (site / "b.html").write_text("<p>Xem nha-hau-can.html. data/awards.yml:19")
    assert [line.split(" chỉ cán bộ")[0] for line in leaks(site, docs)] == [
        "assets/hinh-kho.png: tệp",
        "a.html: có câu của trang",
        "assets/cards.js: có dòng dữ liệu",
        "search/x.json: có câu của trang",
        "sitemap.xml.gz: có địa chỉ trang",
    ]


@pytest.mark.every(2)
@pytest.mark.parametrize(
    ("page", "old", "new", "place", "advice"),
    [
        (
            "index",
            "# Tổng quan { #tong-quan }\n",
            "# Tổng quan { #tong-quan }\n\n[Hậu cần](hau-can.md)\n",
            "docs/index.md:",
            "hãy bỏ liên kết, hoặc ghi audience: staff ở đầu trang này.",
        ),
        (
            "index",
            "# Tổng quan { #tong-quan }\n",
            '# Tổng quan { #tong-quan }\n\n<a href="hau-can.html#viec-hau-can">Hậu cần</a>\n',
            "docs/index.md:",
            "hãy bỏ liên kết",
        ),
        (
            "index",
            "paper: screen\n",
            "paper: screen\naudience: staff\n",
            "docs/index.md:2:",
            "trang đầu phải cho mọi người",
        ),
        ("hau-can", "audience: staff", "audience: stafff", "docs/hau-can.md:4:11", "«stafff»"),
    ],
)
def test_what_cannot_be_for_the_staff_is_told(dossier, tmp_path, page, old, new, place, advice):
    shutil.copytree(dossier, tmp_path / "d")
    path = tmp_path / f"d/docs/{page}.md"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    (told,) = [str(f) for f in open_publication(dossier_folder(tmp_path / "d")).findings]
    assert place in told and advice in told


def test_a_mistyped_audience_hides_rather_than_shows():
    page, _ = read_page("x", PAGE.replace("audience: staff", "audience: Staff"), "docs/x.md")
    assert page.audience == "staff"
