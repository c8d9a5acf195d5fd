"""The commands as an office runs them: check, build, and what a wrong file does."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from folders import PLAN, ROOT, DataFolder, copy_of, sampled
from lxml import html
from one_page import PageOfThePlan

from conference.commands import main
from conference.folders import dossier_folder
from conference.opening import open_publication

SCRIPT = str(Path(sys.executable).parent / "mkdocs")
STARTS = {"mkdocs": [SCRIPT], "python -m mkdocs": [sys.executable, "-m", "mkdocs"]}


def run(*command, data=None, cwd=ROOT, audience="everyone"):
    """A command of the project, in UTF-8, with its data folder."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    environment["CONFERENCE_AUDIENCE"] = audience
    environment.pop("CONFERENCE_DATA", None)
    if data:
        environment["CONFERENCE_DATA"] = str(data)
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


def check(*arguments, **options):
    return run(sys.executable, "-m", "conference", *arguments, **options)


def build(site, data=None, start="python -m mkdocs"):
    settings = str(PLAN / "mkdocs.yml")
    arguments = ("build", "--strict", "-f", settings, "--site-dir", str(site))
    return run(*STARTS[start], *arguments, data=data)


def page_words(site, name):
    return " ".join(html.parse(site / f"{name}.html").getroot().text_content().split())


def test_check_of_a_valid_dossier_says_only_that_nothing_is_wrong():
    done = check("check", "--dossier", str(PLAN))

    assert (done.stdout, done.stderr, done.returncode) == ("không có lỗi\n", "", 0)


def test_check_names_place_and_remedy_and_fails(folder):
    folder.edit("awards.yml", "stated: 20", "stated: 21")
    plan = ("check", "--dossier", str(PLAN))
    done = check(*plan, "--data", str(folder.path))

    assert done.returncode == 1
    assert "awards.yml:19:13: lỗi: " in done.stdout
    assert "ghi 21 nhưng cộng các phần (5 + 15) được 20; hãy sửa stated thành 20" in done.stdout
    assert done.stdout.endswith("[award-total]\n")
    assert check(*plan, data=folder.path).stdout == done.stdout


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "--dat"]])
def test_wrong_use_is_told_apart_from_wrong_data(arguments):
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2


@pytest.mark.parametrize("start", sampled(STARTS, ["mkdocs"]))
def test_mkdocs_fails_on_wrong_data_and_leaves_the_old_site(folder, tmp_path, start):
    bad = tmp_path / "bad"
    folder.edit("awards.yml", "stated: 20", "stated: 21")
    bad.mkdir()
    (bad / "index.html").write_text("the last good site")
    failed = build(bad, folder.path, start)

    assert failed.returncode != 0
    assert "awards.yml:19:13: lỗi" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert [p.read_text() for p in bad.iterdir()] == ["the last good site"]


HOSTILE = "Ban <script>alert(1)</script> {{ 7*7 }} {% x %} | *đậm* _x_ `y` [a](b) &amp; #1"
WHERE = "http://git.noibo/{path}#L{line}"


@pytest.fixture(scope="module", params=sampled(STARTS, ["mkdocs"]))
def changed(request, tmp_path_factory):
    """The site of a copy of the plan: a number and a name changed, data edited at an address."""
    folder = tmp_path_factory.mktemp("changed")
    dossier = copy_of(PLAN, folder / "plan")
    data = DataFolder(dossier / "data")
    data.edit("awards.yml", "stated: 20", "stated: 21")
    data.edit("awards.yml", "stated: 15", "stated: 16")
    data.edit("units.yml", "name: Công an huyện", f"name: '{HOSTILE}'")
    DataFolder(dossier).edit("mkdocs.yml", 'edit_data: ""', f'edit_data: "{WHERE}"')
    settings, site = str(dossier / "mkdocs.yml"), folder / "site"
    arguments = ("build", "--strict", "-f", settings, "--site-dir", str(site))
    done = run(*STARTS[request.param], *arguments, audience="staff")
    assert done.returncode == 0, done.stderr
    return site


def test_a_changed_number_changes_every_page_that_shows_it(changed):
    assert "21 tập thể tiêu biểu" in page_words(changed, "ke-hoach")
    assert "16 mô hình “Dân vận khéo”" in page_words(changed, "ke-hoach")
    for page in ("khen-thuong", "index", "doi-chieu", "bo-in"):
        tree = html.parse(changed / f"{page}.html").getroot()
        totals = {e.get("value") for e in tree.cssselect('[data-figure="awards.total"]')}
        assert totals == {"29"}, page
    assert "hai mươi chín" in page_words(changed, "khen-thuong")


def test_markup_in_a_name_is_text(changed):
    for page in ("ke-hoach", "chuong-trinh", "bo-in"):
        assert HOSTILE in page_words(changed, page), page
        tree = html.parse(changed / f"{page}.html").getroot()
        assert not tree.xpath("//script[contains(., 'alert(1)')]")


def test_every_row_links_to_its_line_where_the_site_says_where_data_is_edited(changed):
    figures = json.loads((changed / "figures.json").read_text("utf-8"))
    assert figures["edit_data"].startswith("http://git.noibo/")
    for name in ("doi-chieu", "khen-thuong", "phan-cong", "chuong-trinh", "dai-bieu"):
        page = html.parse(changed / f"{name}.html").getroot()
        for row in page.cssselect("table.list:not(.page-numbers) tbody tr:not(.part)"):
            links = row.cssselect("a[href^='http://git.noibo/'][href*='/data/']")
            assert links, (name, row.text_content())


@pytest.mark.parametrize(
    ("old", "new", "place", "told"),
    [
        (
            "{{ delegates.stated }}",
            "{{ delegates.statd }}",
            "docs/ke-hoach.md:28:50",
            "Có phải {{ delegates.stated }} (in ra «150») không?",
        ),
        (
            '{{ unit("ubnd-huyen", "short") }}',
            '{{ unit("ubnd-huyen", "shrot") }}',
            "docs/ke-hoach.md:26:495",
            'Có phải {{ unit("ubnd-huyen", "short") }} (in ra',
        ),
        (
            '{{ cite("quyet-dinh-224") }}',
            '{{ cite("quyet-dinh-242") }}',
            "docs/ke-hoach.md:13:10",
            "Có phải «quyet-dinh-224» không?",
        ),
        (
            "{{ agenda_list() }}",
            "{{ agenda_lst() }}",
            "docs/ke-hoach.md:41:1",
            "Có phải «agenda_list» không?",
        ),
        (
            "{{ agenda_list() }}",
            "{{ agenda_list( }}",
            "docs/ke-hoach.md:41:1",
            "ngoặc nhọn chưa đóng",
        ),
        ("{{ agenda_list() }}", "{{ 7*7 }}", "docs/ke-hoach.md:41:1", "trong trang chỉ viết được"),
        (
            "{{ agenda_list() }}",
            "{% set x = 1 %}",
            "docs/ke-hoach.md:41:1",
            "trong trang chỉ viết được",
        ),
        ("{{ agenda_list() }}", "{{ agenda.__class__ }}", "docs/ke-hoach.md:41:1", "chỉ viết được"),
        (
            "{{ agenda_list() }}",
            '{{ agenda_list("x") }}',
            "docs/ke-hoach.md:41:1",
            "hãy viết agenda_list()",
        ),
        (
            "paper: document",
            "paper: documnet",
            "docs/ke-hoach.md:3:8",
            "không có loại giấy «documnet». Có phải «document» không?",
        ),
        ("paper: document\n", "", "docs/ke-hoach.md:1:1", "hãy thêm dòng paper: …"),
    ],
)
def test_a_wrong_call_in_a_page_is_told_at_its_place(old, new, place, told):
    page = PageOfThePlan("ke-hoach")
    assert page.text.count(old) == 1
    (line,) = page.told_of(page.text.replace(old, new))

    assert line.startswith(f"{place}: lỗi: ")
    assert told in line


def test_a_wrong_call_in_a_page_fails_the_check(tmp_path):
    dossier = copy_of(PLAN, tmp_path / "plan")
    page = dossier / "docs/ke-hoach.md"
    page.write_text(
        page.read_text("utf-8").replace("{{ agenda_list() }}", "{{ agenda_lst() }}"), "utf-8"
    )
    done = check("check", "--dossier", str(dossier))

    assert done.returncode == 1
    (line,) = done.stdout.splitlines()
    assert "docs/ke-hoach.md:41:1: lỗi: " in line and "Có phải «agenda_list» không?" in line


@pytest.mark.proof
def test_make_build_keeps_the_last_good_site(project):
    (project / ".venv").symlink_to(sys.prefix)
    good = run("make", "build", cwd=project)
    before = (project / "site/khen-thuong.html").read_bytes()
    awards = project / "data/awards.yml"
    text = awards.read_text(encoding="utf-8")
    awards.write_text(text.replace("stated: 20", "stated: 21"), encoding="utf-8")
    failed = run("make", "build", cwd=project)

    assert good.returncode == 0, good.stderr
    assert failed.returncode != 0
    assert (project / "site/khen-thuong.html").read_bytes() == before
    assert not list(project.glob(".site-*"))


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("docs/phu/x.md", "---\npaper: sheet\n---\n159", "docs/phu/x.md:1:1: lỗi: trang phải nằm"),
        ("docs/x.markdown", "159", "docs/x.markdown:1:1: lỗi: trang phải nằm ngay"),
        ("docs/x.md", "---\npaper: sheet\nrender_macros: false\n---\n", "docs/x.md:3:1: lỗi: "),
        ("docs/x.md", "---\npaper: sheet\ntitle:\n---\n", "docs/x.md:3:7: lỗi: «title»: tên trang"),
        (
            "docs/x.md",
            "---\npaper: sheet\ntitle: '{{ 7*7 }}'\n---\n",
            "docs/x.md:3:8: lỗi: «title»: tên",
        ),
        ("docs/x.md", "---\npaper: sheet\n---\n# A {#a}\n", "docs/x.md:4:5: lỗi: «{#»"),
        ("docs/x.md", "---\npaper: sheet\n---\n{{ print_set() }}\n", "docs/x.md:4:1: lỗi: "),
    ],
)
def test_pages_that_would_go_round_the_checks_are_refused(tmp_path, file, text, told):
    dossier = copy_of(PLAN, tmp_path / "plan")
    (dossier / file).parent.mkdir(exist_ok=True)
    (dossier / file).write_text(text, encoding="utf-8")
    findings, publication = open_publication(dossier_folder(dossier))

    assert publication is None
    assert any(told in str(finding) for finding in findings)


def test_a_missing_data_folder_is_told_in_vietnamese(tmp_path, capsys):
    assert main(["check", "--dossier", str(PLAN), "--data", str(tmp_path / "nope")]) == 1
    assert "không có thư mục dữ liệu" in capsys.readouterr().out
