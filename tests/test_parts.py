"""A long list on several pages: each part has its rows, and a part that is none is told."""

import re

import pytest

from conference.publication import open_publication
from conference.render.views import ROWS
from conference.sample import write_sample


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    folder = tmp_path_factory.mktemp("parts")
    write_sample(folder / "data", ROWS + 20)
    (folder / "docs").mkdir()
    return folder


def publication(folders, call: str):
    (folders / "docs" / "trang.md").write_text("{{ " + call + " }}\n", "utf-8")
    return open_publication(folders / "data", folders / "docs")


@pytest.mark.parametrize(
    ("call", "first", "last"),
    [
        ("delegates_table()", 1, ROWS + 20),
        ('delegates_table("1")', 1, ROWS),
        ('delegates_table("2")', ROWS + 1, ROWS + 20),
    ],
)
def test_rows_of_a_part(folders, call, first, last):
    numbers = re.findall(r'<td class="number">(\d+)<', publication(folders, call).paper("trang"))
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
    assert finding.place.line == 1
