"""What pages say of when they were written and when their data are from: what git knows, or no day."""

import re

import pytest
from folders import FROZEN, PLAN, copy_of
from lxml import etree
from printed import build
from reading import Site, words
from repositories import commit_all, git, nobodys_settings

WHEN = r"(ngày \d\d?/\d\d?/\d{4}|đang sửa|chưa rõ ngày)"
FOOT = re.compile(rf"Cập nhật trang: {WHEN} Dữ liệu: {WHEN}, mã ([0-9a-f]{{7}})")


def foot(tree):
    """Page, data and code at the foot of a page."""
    (aside,) = tree.cssselect("aside.md-source-file")
    return FOOT.fullmatch(words(aside)).groups()


@pytest.mark.parametrize("name", FROZEN)
def test_every_page_says_it_of_the_data_its_sheets_are_stamped_with(sites, name):
    for tree in Site(FROZEN[name], sites[name]).trees.values():
        _, data, code = foot(tree)
        stamps = [sheet.get("data-stamp") for sheet in tree.cssselect("[data-stamp]")]
        assert stamps or tree.cssselect(".print-set")
        assert all(stamp.endswith(f"dữ liệu {data} · mã {code}") for stamp in stamps)


@pytest.fixture(scope="module")
def dated(tmp_path_factory):
    """The plan in a repository: all of it of the 5th, then a page, then a file; a page being edited."""
    with pytest.MonkeyPatch.context() as patch:
        nobodys_settings(patch)
        dossier = copy_of(PLAN, tmp_path_factory.mktemp("dated") / "plan")
        with (dossier / "mkdocs.yml").open("a", encoding="utf-8") as settings:
            settings.write("\nsite_url: http://hoinghi.noibo/\n")
        git(dossier, "init", "-q", "-b", "main")
        commit_all(dossier, "all", "2030-11-05T10:00:00+07:00")
        for day, file in ((6, "docs/dai-bieu.md"), (7, "data/tasks.yml")):
            add_line(dossier / file)
            commit_all(dossier, file, f"2030-11-{day:02}T10:00:00+07:00")
        add_line(dossier / "docs/tit-chu.md")
        build(dossier, dossier / "site")
    return Site(dossier, dossier / "site")


def add_line(path):
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")


def test_each_page_has_its_own_day_beside_that_of_the_data(dated):
    assert foot(dated.trees["ke-hoach"])[:2] == ("ngày 05/11/2030", "ngày 07/11/2030")
    assert foot(dated.trees["dai-bieu"])[:2] == ("ngày 06/11/2030", "ngày 07/11/2030")
    assert foot(dated.trees["tit-chu"])[:2] == ("đang sửa", "ngày 07/11/2030")


def test_the_guide_says_when_each_file_last_changed(dated):
    rows = dated.trees["huong-dan"].cssselect("table.guide:not(.keys) tr")
    cells = ([words(cell) for cell in row] for row in rows if row.cssselect("a[href^='#tep-']"))
    told = {name.split()[0]: changed for name, _, changed in cells}
    there = {f"data/{path.name}" for path in (PLAN / "data").glob("*.yml")}
    assert {file for file, changed in told.items() if changed} == there
    assert told["data/tasks.yml"] == "ngày 07/11/2030"
    assert told["data/awards.yml"] == "ngày 05/11/2030"


def test_the_sitemap_has_days_of_change_and_none_where_it_is_not_known(dated):
    tree = etree.parse(dated.folder / "sitemap.xml")
    entries = tree.findall("{*}url")
    days = {entry.findtext("{*}loc"): entry.findtext("{*}lastmod") for entry in entries}
    assert days["http://hoinghi.noibo/ke-hoach.html"] == "2030-11-07"
    assert days["http://hoinghi.noibo/tit-chu.html"] is None
    assert len(days) == len(dated.trees)
