"""A dossier of two files and one page: it is built, and every word of it is true."""

import re
from pathlib import Path

import pytest
from folders import ROOT, copy_of
from printed import build
from reading import Site, article, faults, words

from conference.folders import dossier_folder
from conference.models.dossier import NEEDED
from conference.opening import open_publication
from conference.render.blocks import BLOCKS

SETTINGS = """INHERIT: ../../mkdocs.yml
theme: {custom_dir: ../../overrides}
plugins: {macros: {module_name: ../../macros}}
hooks: [../../hooks.py]
watch: []
site_name: Hồ sơ
nav:
  - Tổng quan: index.md
"""
CONFERENCE = "title: Hội nghị trực tuyến về cải cách hành chính\ncommittee: so-minh-hoa\n"
UNITS = "units:\n  - id: so-minh-hoa\n    name: Sở Minh Họa\n"
HEAD = "---\ntitle: Tổng quan\npaper: screen\n---\n# Tổng quan { #tong-quan }\n\n"
TO_LOOK_AT = (
    "print_set_form",
    "files_table",
    "papers_table",
    "regimes_table",
    "calls_table",
    "rules_table",
)
"""Blocks that show what the machine does, and no data."""
OF_ITSELF = [
    name
    for name, block in BLOCKS.items()
    if set(block.needs) <= set(NEEDED) and name not in TO_LOOK_AT
]
"""The blocks that can be called there."""


@pytest.fixture(scope="module")
def dossier(tmp_path_factory) -> Path:
    """Called with every block that needs no other file."""
    source, folder = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("smallest")
    (source / "data").mkdir()
    (source / "docs").mkdir()
    settings = re.sub(r"\.\./\.\.", ROOT.as_posix(), SETTINGS)
    (source / "mkdocs.yml").write_text(settings, "utf-8")
    (source / "data/conference.yml").write_text(CONFERENCE, "utf-8")
    (source / "data/units.yml").write_text(UNITS, "utf-8")
    calls = "\n\n".join(f"{{{{ {name}() }}}}" for name in OF_ITSELF)
    said = 'Do {{ unit("so-minh-hoa") }} tổ chức {{ conference.title }}.\n\n'
    (source / "docs/index.md").write_text(f"{HEAD}{said}{calls}\n", "utf-8")
    return copy_of(source, folder)


@pytest.fixture(scope="module")
def site(dossier, tmp_path_factory) -> Site:
    target = tmp_path_factory.mktemp("site")
    build(dossier, target)
    return Site(dossier, target)


def test_nothing_is_wrong_with_it(dossier):
    assert open_publication(dossier_folder(dossier)).findings == ()


TITLE = "Hội nghị trực tuyến về cải cách hành chính"
SAID = (
    "Xem nguồn số liệu",
    "In trang này",
    "Tổng quan",
    f"Do Sở Minh Họa tổ chức {TITLE} .",  # a fact is an element of its own
    f"Tên {TITLE}",
    "Cơ quan tổ chức Sở Minh Họa",
    "Không có việc chưa chốt.",  # by unit, and in the list
    "Không có việc chưa chốt.",
    "Lọc Kết quả tất cả Xếp theo thứ tự in Bỏ lọc Tải về (mở bằng Excel)",
    "Mọi con số trên các trang Con số Giá trị Cách tính Trang có số này Kết quả",
    "Số việc chưa chốt 0 đếm 0 việc — tính ra",  # with how it was counted
    "Lọc Xếp theo thứ tự in Bỏ lọc Tải về (mở bằng Excel)",
    "Con số của từng trang lấy từ đâu Trang Từ dữ liệu Dẫn văn bản Tên riêng Ngoại lệ Còn sót",
    "NGƯỜI LẬP (Ký, ghi rõ họ tên) NGƯỜI KIỂM TRA (Ký, ghi rõ họ tên)",
)


def spaced(element) -> str:
    """Its words, those of two elements never as one."""
    return " ".join(" ".join(element.itertext()).split())


def test_it_says_what_was_said_and_nothing_else(site):
    page = spaced(article(site.trees["index"]))
    for sentence in SAID:
        assert sentence in page, page
        page = page.replace(sentence, "", 1)
    assert page.split() == []


def test_no_number_and_no_body_is_made_up_for_it(site):
    """Nor by the frame of the site, the search or the cards of the figures."""
    (tree,) = site.trees.values()
    for script in tree.cssselect("script, style"):
        script.drop_tree()
    whole = words(tree.find("body"))
    assert not re.search(r"(?i)đảng|huyện|đại biểu|giấy khen|kế hoạch|dự thảo|ban hành", whole)
    figures = {figure.get("data-figure") for figure in tree.cssselect("data.figure")}
    assert figures == {"open.total"}
    told = re.sub(r"0 ?đếm 0 việc|mã [0-9a-f]{7}", "", whole)  # the code of the data is no number
    assert not re.search(r"\d", told), told


def test_it_reads_as_any_other_site(site):
    assert faults(site) == []


@pytest.mark.parametrize("block", sorted(set(BLOCKS) - {*OF_ITSELF, *TO_LOOK_AT}))
def test_a_block_that_needs_more_says_so(dossier, tmp_path, block):
    page = copy_of(dossier, tmp_path) / "docs/index.md"
    page.write_text(f"{HEAD}{{{{ {block}() }}}}\n", "utf-8")
    findings = open_publication(dossier_folder(tmp_path)).findings
    assert [(found.rule, found.place.line) for found in findings] == [("page-block", 7)]
    assert "mà hồ sơ không có tệp ấy" in findings[0].message
