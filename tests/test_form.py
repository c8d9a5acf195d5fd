"""The form of a document as a setting: regime, superior body, draft mark, what is inferred."""

import pytest
from lxml import html
from twins import DATED, NUMBERED

from conference.publication import open_publication


def block(folder, name):
    findings, publication = open_publication(folder.dossier)
    assert findings == ()
    return html.fromstring(f"<div>{publication.renderer.block(name, document='ke-hoach')}</div>")


def words(element):
    return " ".join(element.text_content().split())


def endings(folder):
    lines = block(folder, "document_foot").cssselect(".distribution li")
    return [words(line)[-1] for line in lines]


def test_party_05_separates_the_distribution_list_by_semicolons(folder):
    assert endings(folder) == [";", ";", ",", ",", ",", ",", ",", "."]

    folder.edit("documents.yml", "regime: party-36\n", "regime: party-05\n")
    assert endings(folder) == [";", ";", ";", ";", ";", ";", ";", "."]


def test_what_the_office_typed_stays_under_either_guide(folder):
    folder.edit("documents.yml", "regime: party-36\n", "regime: party-05\n")
    folder.edit("documents.yml", "      - id: luu", '        end: ","\n      - id: luu')

    assert endings(folder)[-2:] == [",", "."]


@pytest.mark.parametrize(
    ("new", "mark"),
    [("status: draft", "Dự thảo"), ("status: draft\n    draft: 2", "Dự thảo lần 2")],
)
def test_a_draft_says_which_it_is(folder, new, mark):
    folder.edit("documents.yml", "status: draft", new)
    (found,) = block(folder, "document_head").cssselect(".draft-mark")

    assert words(found) == mark


def test_an_issued_plan_has_no_draft_mark(folder):
    folder.edit("documents.yml", "status: draft", "status: issued")
    for edit in (NUMBERED, DATED):
        folder.edit(*edit)

    assert block(folder, "document_head").cssselect(".draft-mark") == []


def test_the_superior_body_may_be_left_open(folder):
    folder.edit(
        "documents.yml", "superior: Đảng bộ thành phố Hải Phòng", "superior: {open: chưa rõ}"
    )
    (found,) = block(folder, "document_head").cssselect(".superior")

    assert words(found) == ""


def test_what_was_inferred_is_said_with_its_value_and_place(folder):
    rows = [words(row) for row in block(folder, "inferred_table").cssselect("tbody tr")]

    beginnings = (
        "Cơ quan cấp trên Đảng bộ thành phố Hải Phòng Suy từ",
        "Ký hiệu KH/HU Suy từ",
        "Thể thức Hướng dẫn 36-HD/VPTW Hướng dẫn đang",
        "Ngày ban hành tháng 12 năm 2022 Bản gốc",
        "Ai chốt xem bảng Còn chưa chốt Suy từ",
    )
    for row, beginning in zip(rows, beginnings, strict=True):
        assert row.startswith(beginning)
    assert all("documents.yml:" in row for row in rows)


def test_an_unknown_guide_is_refused(folder):
    folder.edit("documents.yml", "regime: party-36\n", "regime: party-37\n")

    assert any("documents.yml" in str(f) for f in open_publication(folder.dossier).findings)
