"""A long list on several pages: each part has its rows, and a part that is none is told."""

import re

import pytest

from conference.folders import ROOT, dossier_folder
from conference.opening import Checked, open_publication
from conference.render import block_data
from conference.sample import write_data

ROWS = 40


@pytest.fixture
def folders(tmp_path, monkeypatch):
    """A dossier of two parts; a part is short here."""
    monkeypatch.setattr(block_data, "ROWS_PER_PART", ROWS)
    write_data(tmp_path / "data", ROWS + 20)
    (tmp_path / "docs").mkdir()
    macros = f"plugins: {{macros: {{module_name: {ROOT.as_posix()}/macros}}}}"
    settings = f"site_name: Thử\nuse_directory_urls: false\n{macros}\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    return tmp_path


def publication(folders, *calls: str):
    """A page that makes these calls, one a line, from line 4 on."""
    lines = "".join(f"{{{{ {call} }}}}\n" for call in calls)
    (folders / "docs" / "trang.md").write_text(f"---\npaper: sheet\n---\n{lines}", "utf-8")
    findings, shown = open_publication(dossier_folder(folders))
    # That no page prints its documents is not what this is about.
    return Checked(tuple(f for f in findings if f.rule != "document-contents"), shown)


@pytest.mark.parametrize(
    ("arguments", "first", "last"),
    [((), 1, ROWS + 20), (("1",), 1, ROWS), (("2",), ROWS + 1, ROWS + 20)],
)
def test_rows_of_a_part(folders, arguments, first, last):
    shown = publication(folders, 'delegates_table("1")', 'delegates_table("2")').publication
    block = shown.answer(shown.page("trang"), "delegates_table", arguments)
    numbers = re.findall(r'<td class="number edge"[^>]*><a class="row-link"[^>]*>(\d+)<', block)
    assert list(map(int, numbers)) == list(range(first, last + 1))


@pytest.mark.parametrize(
    "call",
    [
        'delegates_table("0")',
        'delegates_table("-1")',
        'delegates_table("hai")',
        'delegates_table("")',
        'delegates_table("1", "2")',
        'agenda_table("1")',
    ],
)
def test_a_part_that_is_none_is_found(folders, call):
    (finding,) = publication(folders, call).findings
    assert finding.rule == "page-block"
    assert finding.place.line == 4


def test_parts_leave_no_row_out(folders):
    both = publication(folders, 'delegates_table("1")', 'delegates_table("2")')
    (missing,) = publication(folders, 'delegates_table("2")').findings
    (beyond,) = publication(
        folders, *(f'delegates_table("{part}")' for part in ("1", "2", "3"))
    ).findings

    assert both.findings == ()
    assert "còn phần 1 chưa ở trang nào" in missing.message
    assert (beyond.place.line, "chỉ có 2 phần" in beyond.message) == (6, True)
