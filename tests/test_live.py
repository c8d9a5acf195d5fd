"""Every dossier, those people edit among them: the checker finds no error, it builds, it reads well.

Nothing here knows a name or a number of a dossier, so that any edit the checker accepts keeps it green.
"""

import shutil
from pathlib import Path

import pytest
from built import build_once
from folders import FROZEN, LIVE, sampled
from reading import CHECKS, Site

from conference.findings import has_errors
from conference.folders import dossier_folder
from conference.opening import open_publication

DOSSIERS = {**FROZEN, **LIVE}


@pytest.fixture(scope="session")
def site_of(tmp_path_factory):
    """Name of a dossier → its site; built with --strict, so that a warning fails."""
    read: dict[str, Site] = {}

    def of(name: str) -> Site:
        if name not in read:
            folder = build_once(tmp_path_factory, name.replace("/", "-"), DOSSIERS[name])
            read[name] = Site(DOSSIERS[name], folder)
        return read[name]

    return of


@pytest.mark.parametrize("name", DOSSIERS)
def test_the_checker_finds_no_error(name: str) -> None:
    findings = open_publication(dossier_folder(DOSSIERS[name])).findings
    assert not has_errors(findings), [str(finding) for finding in findings]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("name", sampled(DOSSIERS, [*FROZEN, "."]))
def test_it_is_built_and_read(site_of, name: str, check) -> None:
    assert list(check(site_of(name))) == []


HARM = {
    "every_page_is_built_and_no_other": ("x.html", None, "<article class='md-content__inner'>"),
    "every_page_stands_in_the_navigation": ("ke-hoach.html", 'href="tit-chu.html"', 'href="#x"'),
    "every_page_has_one_title": ("index.html", "<h1", "<h2"),
    "a_figure_has_one_value_on_all_pages": ("index.html", 'value="28"', 'value="29"'),
    "a_figure_reads_as_its_value": ("index.html", ">28</data>", ">29</data>"),
    "no_figure_stands_in_a_link_where_a_click_would_lead_away": (
        "index.html",
        '<data class="figure"',
        '<a href="#"><data class="figure"',
    ),
    "no_reference_is_left_unresolved": ("ke-hoach.html", "Nơi nhận", "{conference.year}"),
    "links_lead_somewhere": ("index.html", 'href="khen-thuong.html"', 'href="khen.html"'),
    "ids_are_unique": ("index.html", 'id="chua-chot"', 'id="chuong-trinh"'),
    "nothing_is_fetched_from_elsewhere": ("index.html", 'src="assets/', 'src="//x.vn/assets/'),
    "tables_have_captions_and_heads": ("phan-cong.html", 'scope="row', 'data-scope="row'),
    "the_reconciliation_names_every_figure_and_its_pages": (
        "tit-chu.html",
        'data-figure="conference.year"',
        'data-figure="awards.total"',
    ),
}
"""Check → page, what is replaced in it and by what: the check must see it."""


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_each_check_sees_what_it_is_for(site: Path, tmp_path: Path, check) -> None:
    page, old, new = HARM[check.__name__]
    for path in site.glob("*.html"):
        shutil.copy(path, tmp_path)
    text = (site / page).read_text("utf-8") if old else ""
    assert old is None or old in text
    (tmp_path / page).write_text(text.replace(old, new) if old else new, "utf-8")
    assert list(check(Site(FROZEN["plan"], tmp_path)))
