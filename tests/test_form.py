"""The form of a document as a setting: regime, superior body, draft mark, what is inferred."""

import pytest
from lxml import html
from twins import DATED, NUMBERED, document, of_the_state

from conference.facts import Facts
from conference.loading import load
from conference.opening import open_publication
from conference.render import Renderer


def block(folder, name):
    assert folder.findings() == []
    renderer = Renderer(Facts.of(load(folder.path, "data").dossier))
    return html.fromstring(f"<div>{renderer.block(name, document='ke-hoach')}</div>")


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
        "Ai chốt xem bảng Việc chưa chốt Suy từ",
    )
    for row, beginning in zip(rows, beginnings, strict=True):
        assert row.startswith(beginning)


def test_an_unknown_guide_is_refused(folder):
    folder.edit("documents.yml", "regime: party-36\n", "regime: party-37\n")

    assert any("documents.yml" in str(f) for f in open_publication(folder.dossier).findings)


def test_a_paper_of_the_state_has_the_motto_and_nothing_of_the_party(folder):
    for edit in (*of_the_state("KT. Chủ tịch"), NUMBERED, DATED):
        folder.edit(*edit)
    folder.edit(*document("        superior: Đảng bộ thành phố Hải Phòng\n", ""))
    head = block(folder, "document_head")

    assert [words(line) for line in head.cssselect(".issuer p")] == ["ỦY BAN NHÂN DÂN HUYỆN"]
    assert [words(line) for line in head.cssselect(".nation p")] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]
    assert words(head.cssselect(".document-number")[0]) == "Số: 15/KH-UBND"
    assert words(head.cssselect(".document-day")[0]) == "Vĩnh Bảo, ngày 05 tháng 12 năm 2022"
    assert "ĐẢNG" not in words(head)
    assert block(folder, "document_title").cssselect(".hyphens") == []
    foot = block(folder, "document_foot")
    assert [words(line) for line in foot.cssselect(".signature p")] == [
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Bùi Gia Huân",
    ]
    assert words(block(folder, "appendix_reference")).startswith(
        "(Kèm theo Kế hoạch số 15/KH-UBND ngày 05 tháng 12 năm 2022 của Ban Thường vụ"
    )


def test_several_sign_from_left_to_right_with_a_second_post_under_the_name(folder):
    other = "      - post: Chủ tịch\n        name: Lê Văn Cường\n        second_post: Trưởng ban\n"
    folder.edit(*document("    signatories:\n", f"    signatories:\n{other}"))
    signatures = block(folder, "document_foot").cssselect(".signature")

    assert [[words(line) for line in one.cssselect("p")] for one in signatures] == [
        ["CHỦ TỊCH", "Lê Văn Cường", "TRƯỞNG BAN"],
        ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Bùi Gia Huân"],
    ]


def test_the_state_prints_another_post_over_the_name(folder):
    for edit in of_the_state("KT. Chủ tịch"):
        folder.edit(*edit)
    name = "        name: Bùi Gia Huân\n"
    folder.edit(*document(name, f"{name}        second_post: Trưởng ban\n"))
    lines = block(folder, "document_foot").cssselect(".signature p")

    assert [words(line) for line in lines][-2:] == ["TRƯỞNG BAN", "Bùi Gia Huân"]


@pytest.mark.parametrize(
    ("signatory", "owners"),
    [
        ("", "Ban Thường vụ Huyện ủy và Ủy ban MTTQ Việt Nam)"),
        (
            "      - post: Chủ tịch\n        name: Lê Văn Cường\n",
            "Ban Thường vụ Huyện ủy và Ủy ban MTTQ Việt Nam)",
        ),
        (
            "      - on_behalf_of: hdnd-huyen\n        post: Chủ tịch\n        name: Lê Văn Cường\n",
            "Ban Thường vụ Huyện ủy và Hội đồng nhân dân)",
        ),
    ],
)
def test_an_appendix_names_all_who_issue_its_document(folder, signatory, owners):
    superior = "        superior: Đảng bộ thành phố Hải Phòng\n"
    folder.edit(*document(superior, f"{superior}      - unit: mttq\n"))
    name = "        name: Bùi Gia Huân\n"
    folder.edit(*document(name, name + signatory))

    assert words(block(folder, "appendix_reference")).endswith(owners)


def test_bodies_that_issue_together_stand_one_under_the_other(folder):
    folder.edit(*document("- unit: huyen-uy", "- unit: mttq\n      - unit: huyen-uy"))
    head = block(folder, "document_head")

    assert [words(line) for line in head.cssselect(".issuer p")] == [
        "ỦY BAN MTTQ VIỆT NAM",
        "ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG",
        "HUYỆN ỦY VĨNH BẢO",
        "*",
    ]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("      - Các xã\n", ["Kính gửi: Các xã"]),
        ("      - Các xã\n      - Các ban\n", ["Kính gửi:", "Các xã,", "Các ban."]),
    ],
)
def test_those_a_letter_is_for(folder, typed, shown):
    folder.edit(*document("    distribution:\n", f"    addressees:\n{typed}    distribution:\n"))
    lines = block(folder, "addressees").cssselect("p, li")

    assert [words(line) for line in lines] == shown


def test_nobody_is_addressed_where_none_is_named(folder):
    assert words(block(folder, "addressees")) == ""


def test_a_letter_has_no_title_and_says_what_it_is_about_under_its_number(folder):
    folder.edit(*document("kind: Kế hoạch", "kind: Công văn"))
    folder.edit(*document("symbol: KH/HU", "symbol: CV/HU"))

    assert words(block(folder, "document_title")) == ""
    (about,) = block(folder, "document_head").cssselect(".under-number .letter-about")
    assert words(about).startswith("Tổ chức Hội nghị tổng kết")


def test_a_paper_without_number_has_no_number_line(folder):
    number = "    number:\n      open: chưa vào số\n      settled_by: van-phong-huyen-uy\n"
    folder.edit(*document(number, ""))
    folder.edit(*document("    symbol: KH/HU\n", ""))

    assert block(folder, "document_head").cssselect(".document-number") == []
    assert words(block(folder, "appendix_reference")).startswith("(Kèm theo Kế hoạch ngày")


def test_who_may_read_it_is_marked(folder):
    folder.edit(*document("status: draft", "status: draft\n    circulation: Tài liệu hội nghị"))
    (mark,) = block(folder, "document_head").cssselect(".circulation")

    assert words(mark) == "TÀI LIỆU HỘI NGHỊ"
