"""The papers as files to be kept: what they hold, what is checked, what is refused."""

import re
import subprocess
import sys
from dataclasses import replace

import archive_breaks
import pikepdf
import pytest
from folders import FROZEN, FULL, PLAN, ROOT, STATE, copy_of
from playwright.sync_api import expect
from printed import build

from archiving import __main__ as command
from archiving.checks import CHECKS, check_file
from archiving.filing import file_papers
from archiving.papers import ILLUSTRATIVE, papers_of, set_properties
from archiving.reading import Tagged, text_of_pages
from archiving.report import REPORT_FILE, Result, report, summary
from archiving.second_opinion import ask
from conference.folders import dossier_folder
from conference.opening import open_publication
from conference.pages.front_matter import PAPERS

DOSSIERS = {**FROZEN, "truc-tuyen": STATE}


def publication_of(dossier):
    return open_publication(dossier_folder(dossier)).publication


# --- A small set: an invitation and a sheet with tables ---------------------------


@pytest.fixture(scope="module")
def small_set(browser, full_site, tmp_path_factory):
    """Two papers of the invented dossier and both bound into one."""
    publication = publication_of(FULL)
    papers = [one for one in papers_of(publication) if one.page in ("giay-moi", "phan-cong")]
    folder = tmp_path_factory.mktemp("archive")
    return list(file_papers(full_site, papers, set_properties(publication), folder, browser))


@pytest.fixture(scope="module")
def whole(small_set):
    return small_set[-1]


@pytest.mark.proof
def test_what_is_filed_passes_every_check(small_set):
    assert [one.path.name for one in small_set] == [
        "01-kh-mh-phu-luc-phan-cong.pdf",
        "giay-moi.pdf",
        "toan-bo.pdf",
    ]
    for filed in small_set:
        assert not any(check_file(filed).values())
        assert not ask(filed.path).errors


@pytest.mark.proof
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_each_check_tells_of_the_harm_it_is_for(check, whole, tmp_path):
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(whole.path) as pdf:
        getattr(archive_breaks, check.name)(pdf)
        pdf.save(broken)
    with pikepdf.open(broken) as pdf:
        found = list(check.find(replace(whole, path=broken), Tagged(broken, pdf)))
    assert found and all(re.search("[à-ỹđ]", line) for line in found), found


@pytest.mark.proof
def test_the_second_opinion_tells_of_text_without_a_tag(whole, tmp_path):
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(whole.path) as pdf:
        archive_breaks.all_marked(pdf)
        pdf.save(broken)
    assert ask(broken).errors == ("UA-01-003 (page 3)",)


@pytest.mark.proof
def test_a_file_says_what_it_is_and_that_it_is_invented(small_set):
    invitation = small_set[1]
    with pikepdf.open(invitation.path) as pdf, pdf.open_metadata() as written:
        assert written["dc:title"] == str(pdf.docinfo["/Title"]) == invitation.properties.title
        assert written["dc:creator"] == ["Huyện ủy Minh Họa"]
        assert written["dc:date"] == ["2031-12-10"]
        assert "dc:identifier" not in written  # an invitation has no number
        assert written["dc:source"].endswith(ILLUSTRATIVE)


@pytest.mark.proof
def test_the_contents_lead_to_the_sheet_they_name(whole):
    with pikepdf.open(whole.path) as pdf:
        tagged = Tagged(whole.path, pdf)
        rows = [row for row in tagged.elements("Table")[0].walk() if row.kind == "TR"]
        told = [tagged.text_of(row.below[-1]) for row in rows]
        sheets = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        # A title of two lines is two links to one place.
        leads = list(dict.fromkeys(sheets[link.Dest[0].objgen] for link in pdf.pages[1].Annots))
    assert told == ["Trang", "3", "5"]
    assert leads == [3, 5]


# --- No form on paper -------------------------------------------------------------


def forms_of(page, target) -> int:
    """How many form fields a page prints as it stands now."""
    page.pdf(path=target, prefer_css_page_size=True, tagged=True)
    with pikepdf.open(target) as pdf:
        return len(Tagged(target, pdf).elements("Form"))


def assert_prints_no_form(browser, address, target):
    """At rest, and while the switch is on and the card of a number open; all stands as before afterwards."""
    page = browser.new_page()
    page.goto(address)
    before = page.locator("article").inner_html()
    assert forms_of(page, target) == 0
    assert page.locator("article").inner_html() == before
    toggle = page.locator(".show-sources")
    toggle.click()
    expect(page.locator("article data.figure:not([role=button])")).to_have_count(0)
    figure = page.locator("article data.figure[role=button]").first
    if figure.count():
        figure.click()
        page.locator(".figure-card:popover-open").wait_for()
    assert forms_of(page, target) == 0
    assert toggle.get_attribute("aria-pressed") == "true"
    page.close()


def test_a_list_prints_no_form_and_keeps_its_buttons(browser, full_site, tmp_path):
    address = (full_site / "khen-thuong.html").as_uri()
    assert_prints_no_form(browser, address, tmp_path / "list.pdf")


# --- What is refused --------------------------------------------------------------


@pytest.fixture
def dossier(tmp_path):
    return copy_of(PLAN, tmp_path / "plan")


def refused(dossier, capsys) -> str:
    """What the command says when it files nothing."""
    assert command.main(["--dossier", str(dossier)]) == 2
    said = capsys.readouterr()
    assert not said.out
    return said.err


def test_without_a_site_the_command_says_to_build_one(dossier, capsys):
    assert "hãy chạy make build trước" in refused(dossier, capsys)
    assert not (dossier / "archive").exists()


@pytest.mark.every(2)
@pytest.mark.parametrize("changed", ["version", "stamp"])
def test_a_site_of_other_data_is_not_filed(dossier, changed, capsys):
    publication = publication_of(dossier)
    for page in publication.papers_of_the_set():
        told = {"version": publication.version, "stamp": publication.stamp(page), changed: "0"}
        file = dossier / f"site/{page.name}.html"
        file.parent.mkdir(exist_ok=True)
        text = f'<div data-stamp="{told["stamp"]}"><script src="figures.js?{told["version"]}">'
        file.write_text(text, "utf-8")
    assert "dựng từ dữ liệu và trang khác" in refused(dossier, capsys)


def test_files_of_somebody_else_are_left_alone(dossier, capsys):
    scan = dossier / "archive/ban-ky.pdf"
    scan.parent.mkdir()
    scan.write_bytes(b"signed")
    assert "ban-ky.pdf không do lệnh này viết ra" in refused(dossier, capsys)
    assert scan.read_bytes() == b"signed"


def test_old_files_of_the_command_make_room_for_new_ones(tmp_path):
    new, folder = tmp_path / "new", tmp_path / "archive"
    for place, names in ((new, ("a.pdf", "b.pdf")), (folder, ("b.pdf", "c.pdf"))):
        place.mkdir()
        for name in names:
            (place / name).write_text(place.name, "utf-8")
    command.switch_in(new, folder)
    held = {path.name: path.read_text("utf-8") for path in folder.iterdir()}
    assert held == {"a.pdf": "new", "b.pdf": "new"}


@pytest.mark.proof
def test_a_file_that_fails_is_told_and_the_command_fails(small_set, monkeypatch, capsys):
    filed = small_set[1]
    found = {**check_file(filed), "tags": ("không có cây thẻ",)}
    result = Result(filed, found, ask(filed.path))
    monkeypatch.setattr(command, "archive", lambda *arguments: [result])
    assert command.main([]) == 1
    assert "1 tệp chưa đạt; đừng đem lưu" in capsys.readouterr().out
    assert summary(result) == "giay-moi.pdf: lỗi: Có cây thẻ: không có cây thẻ\n"
    assert "- `giay-moi.pdf`: Có cây thẻ: không có cây thẻ" in report([result])


# --- Every paper ------------------------------------------------------------------


@pytest.fixture(scope="session")
def all_sites(sites, state_site):
    return {**sites, "truc-tuyen": state_site}


@pytest.mark.proof
@pytest.mark.parametrize("name", DOSSIERS)
def test_every_paper_of_a_dossier_is_filed_and_passes(name, tmp_path):
    dossier = copy_of(DOSSIERS[name], tmp_path / name)
    build(dossier, dossier / "site")
    # In a process of its own: in this one another test's browser may be running.
    done = subprocess.run(
        [sys.executable, "-m", "archiving", "--dossier", str(dossier)],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done
    papers = papers_of(publication_of(dossier))
    written = {path.name for path in (dossier / "archive").iterdir()}
    assert written == {REPORT_FILE, "toan-bo.pdf", *(f"{paper.file}.pdf" for paper in papers)}
    assert all(re.fullmatch(r"[a-z0-9-]+\.(pdf|md)", file) for file in written)
    told = (dossier / "archive" / REPORT_FILE).read_text("utf-8")
    assert "Mọi phép kiểm tra đều đạt." in told
    assert "0 lỗi" in told


@pytest.mark.proof
def test_heads_that_are_repeated_are_read_once(browser, full_site, tmp_path):
    publication = publication_of(FULL)
    papers = [one for one in papers_of(publication) if one.page == "dai-bieu"]
    whole = set_properties(publication)
    alone, _ = file_papers(full_site, papers, whole, tmp_path, browser)
    shown = "".join(text_of_pages(alone.path))
    with pikepdf.open(alone.path) as pdf:
        tagged = Tagged(alone.path, pdf)
        assert shown.count("Chỗ ngồi") > tagged.text_of(tagged.tree).count("Chỗ ngồi") == 1


@pytest.mark.proof
@pytest.mark.parametrize("name", DOSSIERS)
def test_no_paper_prints_a_form(name, browser, all_sites, tmp_path):
    for page in publication_of(DOSSIERS[name]).papers_of_the_set():
        assert_prints_no_form(
            browser, (all_sites[name] / f"{page.name}.html").as_uri(), tmp_path / "page.pdf"
        )


@pytest.mark.proof
def test_the_dossiers_kept_for_the_tests_hold_every_kind_of_paper():
    kinds, regimes = set(), set()
    for dossier in DOSSIERS.values():
        publication = publication_of(dossier)
        kinds |= {page.paper for page in publication.papers_of_the_set()}
        regimes |= {document.regime for document in publication.facts.dossier.documents.documents}
    assert kinds == {kind for kind, paper in PAPERS.items() if paper.in_set}
    assert {regime.partition("-")[0] for regime in regimes} == {"party", "state"}
