"""mkdocs.yml: what MkDocs would stumble over or print is told in Vietnamese, the rest is left to it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from folders import a_few, assert_clear

from conference.folders import ROOT
from conference.pages.settings import Settings, read_settings

pytestmark = pytest.mark.every(2)

REAL = (ROOT / "mkdocs.yml").read_text("utf-8")


def told(path: Path) -> list[str]:
    """Everything that is wrong with a file of settings."""
    _, findings = read_settings(path)
    assert_clear(findings)
    return [str(finding) for finding in sorted(findings)]


def test_the_project_s_own_settings_are_right() -> None:
    settings, findings = read_settings(ROOT / "mkdocs.yml")
    assert findings == []
    assert settings.titles[0].text == "Hồ sơ hội nghị"
    assert settings.nav[:2] == ("index.md", "ke-hoach.md")
    assert settings.leaves_out("assets/readme/tong-quan.png")
    assert not settings.leaves_out("assets/so-do.png")
    assert list(settings.extensions) == ["attr_list", "md_in_html", "admonition", "tables", "toc"]
    assert settings.extensions["toc"] == {"toc_depth": 3}


def test_settings_that_inherit_are_read_with_what_they_inherit() -> None:
    settings, findings = read_settings(
        ROOT / "examples/full/mkdocs.yml", "examples/full/mkdocs.yml"
    )
    assert findings == []
    assert str(settings.titles[0].place) == "mkdocs.yml:2:12"
    assert {title.place.file for title in settings.titles[1:]} == {"examples/full/mkdocs.yml"}
    assert settings.nav_place and settings.nav_place.file == "examples/full/mkdocs.yml"
    assert "attr_list" in settings.extensions


@pytest.mark.parametrize(
    ("old", "new", "place", "rule", "advice"),
    [
        ("site_dir: site", "\tsite_dir: site", "4:1", "yaml-tab", "dấu Tab"),
        ("site_dir: site", "site_d\tir: site", "4:7", "yaml-tab", "dấu Tab"),
        ("site_dir: site", "site_dir site", "4:1", "yaml-structure", "thiếu dấu hai chấm"),
        ("site_dir: site", "site_dri: site", "4:1", "settings-key", "Có phải «site_dir» không?"),
        ("Hồ sơ hội nghị", "Hồ sơ hội nghi\u0323", "2:25", "file-nfc", "Unicode tổ hợp"),
        ("Hồ sơ hội nghị", "Hồ sơ\u0007", "2:17", "file-control", "ký tự điều khiển"),
        ("Hồ sơ hội nghị", "Hồ sơ\u200b", "2:17", "file-letters", "không nhìn thấy"),
        ("Hồ sơ hội nghị", "Hồ sơ # hội nghị", "2:18", "yaml-comment", '"Hồ sơ # hội nghị"'),
        ("Hồ sơ hội nghị", "“Hồ sơ hội nghị”", "2:12", "yaml-quotes", '"Hồ sơ hội nghị"'),
        ("Hồ sơ hội nghị", "{{ 7*7 }}", "2:12", "settings-value", "cần chữ"),
        ("Hồ sơ hội nghị", "Hồ sơ {conference.year}", "2:12", "settings-value", "ngoặc nhọn"),
        ("Hồ sơ hội nghị", "", "2:11", "settings-value", "thiếu tên của trang web"),
        ("Hồ sơ hội nghị", "no", "2:12", "settings-value", 'đặt trong ngoặc kép: "no"'),
        ("Hồ sơ hội nghị", "7:30", "2:12", "settings-value", '"7:30"'),
        ("Hồ sơ hội nghị", "[a]", "2:12", "settings-value", "cần chữ"),
        ("docs_dir: docs", "docs_dir: doc", "3:11", "settings-value", "hãy viết docs"),
        ("_urls: false", "_urls: true", "6:21", "settings-value", "use_directory_urls: false"),
        ("_urls: false", "_urls: khong", "6:21", "settings-value", "cần true hoặc false"),
        ("hooks: [hooks.py]", "hooks: hooks.py", "7:8", "settings-value", "cần một danh sách"),
        ('edit_data: ""', "edit_data: 5", None, "settings-value", "cần chữ, trong ngoặc kép"),
        ("plugins:", "plugin:", None, "settings-key", "Có phải «plugins» không?"),
        ("  macros:\n", "  macro:\n", None, "settings-value", "thiếu phần mở rộng macros"),
        ("assets/readme/ #", "assets/*.png #", "5:15", "settings-value", "không dùng dấu *"),
        ("assets/readme/ #", "ke-hoach.md #", "5:15", "settings-value", "bị loại"),
        ("nav:\n", "nav: x\nextra_css:\n", None, "settings-value", "cần một danh sách"),
        ("  - Tổng quan: index.md", "  - Tổng quan index.md:", None, "settings-value", "tên tệp"),
        ("  - Kế hoạch: ke", "    Kế hoạch: ke", None, "settings-value", "mỗi dòng của nav"),
        ("  - Kế hoạch: ke", "  - no: ke", None, "settings-value", "trong ngoặc kép"),
        ("  - Kế hoạch: ke", "  - Kế {{ x }}: ke", None, "settings-value", "ngoặc nhọn"),
        ("  - Kế hoạch: ke-hoach.md", "  - Kế hoạch:", None, "settings-value", "tên tệp"),
        ("  - Kế hoạch: ke-hoach.md", "  - Kế hoạch: []", None, "settings-value", "tên tệp"),
        ("  - Kế hoạch: ke", "  • Kế hoạch: ke", None, "yaml-structure", "«- Kế hoạch: ke-hoach"),
        ("site_dir: site", "INHERIT: khong.yml", "4:10", "settings-value", "không có tệp «khong"),
        ("site_dir: site", "site_url: vi.du", "4:11", "settings-value", "http:// hoặc https://"),
        ("site_dir: site", "nav: []\nsite_dir: site", None, "yaml-repeated-key", "lặp lại"),
        ("  name: material\n", "  name: materiel\n", None, "settings-value", "name: material"),
        ("  name: material\n", "", None, "settings-value", "name: material"),
        ("omitted_files: warn", "omitted_files: wran", "10:24", "settings-value", "warn, info"),
        ("omitted_files: warn", "omited_files: warn", "10:9", "settings-key", "«omitted_files»"),
        ("  nav: {om", "  navi: {om", "10:3", "settings-key", "không có mục «navi»"),
        ("    module_name: m", "    modul_name: m", None, "settings-key", "«module_name»"),
        ("    module_name: macros\n", "", None, "settings-value", "mục module_name"),
        (
            "  search: {lang: vi,",
            "  search: {offline: {}, lang: vi,",
            None,
            "settings-key",
            "search không có mục",
        ),
        ("  offline: {}", "  ofline: {}", None, "settings-value", "Có phải «offline» không?"),
        (REAL, "", "1:1", "file-empty", "tệp trống"),
        (REAL, "- a\n", "1:1", "settings-value", "cần các mục"),
    ],
)
def test_what_is_wrong_with_the_settings_is_told(
    tmp_path: Path, old: str, new: str, place: str | None, rule: str, advice: str
) -> None:
    assert REAL.count(old) == 1
    (tmp_path / "mkdocs.yml").write_text(REAL.replace(old, new), "utf-8")
    lines = [line for line in told(tmp_path / "mkdocs.yml") if f"[{rule}]" in line]
    assert any(advice in line for line in lines), lines
    assert place is None or lines[0].startswith(f"mkdocs.yml:{place}: lỗi: ")


def test_settings_in_another_encoding_are_told_and_not_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_bytes(REAL.replace("Hồ sơ hội nghị", "Hồ sơ 151 đại biểu").encode("utf-16"))
    (line,) = told(path)
    assert line.startswith("mkdocs.yml:1:1: lỗi: tệp không phải UTF-8 (có lẽ là UTF-16)")


@pytest.mark.parametrize("kind", ["missing", "folder", "link", "merge"])
def test_settings_that_cannot_be_read_are_told(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "mkdocs.yml"
    if kind == "folder":
        path.mkdir()
    elif kind == "link":
        path.symlink_to(ROOT / "mkdocs.yml")
    elif kind == "merge":
        path.write_text(f"<<<<<<< HEAD\n{REAL}=======\n{REAL}>>>>>>> b\n", "utf-8")
    rules = {"missing": "file-missing", "folder": "file-unreadable", "link": "file-link"}
    settings, (found,) = read_settings(path)
    assert settings == Settings()
    assert (found.place.line, found.rule) == (1, rules.get(kind, "file-merge"))


@pytest.mark.parametrize(
    "lines",
    [
        "repo_url: !ENV KHO\n",
        "validation: &a {nav: {omitted_files: info}, anchors: ignore}\n",
        "remote_name: !!str x\n",
        "dev_addr: 127.0.0.1:8000\n",
        "extra_templates: []\n",
        "strict: yes\n".replace("yes", "true"),
        "repo_name:\n",
        "site_author: 'a: b # c'\n",
    ],
)
def test_what_mkdocs_takes_is_left_to_it(tmp_path: Path, lines: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        lines
        + REAL.replace("validation:", "#", 1)
        .replace("  nav: {om", "#  nav: {om")
        .replace("  links: {not", "#  links: {not"),
        "utf-8",
    )
    assert told(tmp_path / "mkdocs.yml") == []


def test_extensions_may_have_tags_and_merged_settings(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "x: 1\n".replace(
            "x: 1",
            "site_name: Thử\nuse_directory_urls: false\nplugins: {macros: {module_name: macros}}",
        )
        + "extra: &e\n  a: b\n"
        "markdown_extensions:\n"
        "  - attr_list\n"
        "  - toc:\n"
        "      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}\n"
        "      toc_depth: 2\n"
        "  - pymdownx.emoji:\n"
        "      <<: *e\n"
        "      emoji_index: !!python/name:material.extensions.emoji.twemoji\n",
        "utf-8",
    )
    settings, findings = read_settings(tmp_path / "mkdocs.yml")
    assert findings == []
    assert settings.extensions == {
        "attr_list": {},
        "toc": {"toc_depth": 2},
        "pymdownx.emoji": {"a": "b"},
    }


def test_what_is_inherited_in_turn_comes_to_an_end(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("INHERIT: mkdocs.yml\n" + REAL, "utf-8")
    lines = told(tmp_path / "mkdocs.yml")
    assert [line for line in lines if "gọi nhau không dứt" in line]


def test_faults_of_an_inherited_file_are_told_there(tmp_path: Path) -> None:
    child = tmp_path / "examples/x/mkdocs.yml"
    child.parent.mkdir(parents=True)
    child.write_text("INHERIT: ../../mkdocs.yml\nsite_name: Con\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(REAL.replace("site_dir:", "site_dri:"), "utf-8")
    settings, findings = read_settings(child, "examples/x/mkdocs.yml")
    assert [str(f.place) for f in findings] == ["mkdocs.yml:4:1"]
    assert str(settings.titles[0].place) == "examples/x/mkdocs.yml:2:12"


@pytest.mark.parametrize(
    ("old", "new"),
    a_few(
        [
            ("site_dir: site", "site_dri: site"),
            ("site_dir: site", "\tsite_dir: site"),
            ("hooks: [hooks.py]", "hooks: hooks.py"),
            ("Hồ sơ hội nghị", ""),
            ("  - Kế hoạch: ke", "    Kế hoạch: ke"),
            ("  - Phân công: phan-cong.md\n", ""),
            ("phan-cong.md", "phan-cogn.md"),
        ]
    ),
)
def test_the_build_refuses_them_too(project: Path, old: str, new: str) -> None:
    (project / "mkdocs.yml").write_text(REAL.replace(old, new), "utf-8")
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(project / "site")],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        check=False,
    )
    shutil.rmtree(project / "site", ignore_errors=True)
    assert built.returncode != 0
