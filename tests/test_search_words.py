"""What the search knows besides the pages: what is short for what, and which pages come first."""

import json

import pytest
from folders import FULL, PLAN

from conference.folders import dossier_folder
from conference.loading import load
from conference.opening import open_publication
from conference.search_words import same, search_words
from conference.wording import shortened


def words_of(dossier):
    _, publication = open_publication(dossier_folder(dossier))
    text = search_words(publication)
    return json.loads(text.removeprefix("self.searchWords = ").removesuffix(";\n"))


@pytest.mark.parametrize(
    ("name", "short", "pairs"),
    [
        ("Ủy ban nhân dân huyện Minh Họa", "UBND huyện", [("UBND", "Ủy ban nhân dân")]),
        ("Ban Chấp hành Đảng bộ huyện", "BCH Đảng bộ", [("BCH", "Ban Chấp hành")]),
        (
            "các tổ chức chính trị - xã hội huyện",
            "các tổ chức CT-XH huyện",
            [("CT-XH", "chính trị - xã hội")],
        ),
        ("Văn phòng HĐND và UBND huyện", "VP HĐND, UBND", [("VP", "Văn phòng")]),
        ("Đài Phát thanh - Truyền hình", "Đài PT-TH", [("PT-TH", "Phát thanh - Truyền hình")]),
        # no initials of it, or no abbreviation at all
        ("Ủy ban MTTQ Việt Nam", "MTTQ", []),
        ("Huyện ủy Minh Họa", "Huyện ủy", []),
        ("Huyện ủy Minh Họa", "HUYỆN ỦY", []),
        ("Ban Ong mật", "bo Ong", []),
    ],
)
def test_a_short_name_is_read_by_the_initials_of_the_full_one(name, short, pairs):
    assert shortened(name, short) == pairs


def test_documents_come_before_appendices_and_the_guide_last():
    words = words_of(FULL)

    assert words["papers"][:4] == ["ke-hoach", "giay-moi", "quyet-dinh", "cong-van"]
    assert words["papers"].index("dai-bieu") < words["papers"].index("doi-chieu")
    assert words["screens"][-1] == "huong-dan"


def test_short_forms_of_offices_of_the_units_and_of_the_office_itself_are_known():
    groups = words_of(PLAN)["same"]

    assert [group for group in groups if group[0] == "UBND"] == [["UBND", "ủy ban nhân dân"]]
    assert ["đại biểu", "khách mời"] in groups


def test_a_unit_s_own_short_form_is_known_too(folder):
    folder.edit("units.yml", "    short: HĐND\n", "    short: ĐNND\n")
    folder.edit("units.yml", "name: Hội đồng nhân dân\n", "name: Đoàn nhân nghĩa dân\n")

    assert ["ĐNND", "Đoàn nhân nghĩa dân"] in same(load(folder.path, "data").dossier.units.units)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("[đại biểu]", "cần ít nhất 2 mục; hãy thêm cho đủ"),
        ("[]", "danh sách không được trống"),
        ("[a1, a2, a3, a4, a5, a6, a7, a8, a9, b1, b2, b3, b4]", "nhiều quá 12 mục; hãy bớt đi"),
        ("đại biểu, khách", "cần một danh sách"),
        ('[5, "năm"]', 'đặt trong ngoặc kép: "5"'),
    ],
)
def test_what_is_wrong_with_a_synonym_is_told_in_its_place(folder, typed, told):
    folder.edit("synonyms.yml", "[đại biểu, khách mời]", typed)

    (finding,) = folder.findings()
    assert told in finding.message
    assert str(finding.place).startswith("data/synonyms.yml:5:")
