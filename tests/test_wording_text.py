"""Written forms of Vietnamese text, and its order."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conference.wording import canonical, capitalised, fold, nfc, person_sort_key, slug, sort_key

VIETNAMESE = st.text(
    "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắếộựỷýúòỏÀỦỶÝHQ \u0300\u0301\u0323", max_size=40
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hoà", "hòa"),
        ("Hoà Bình", "Hòa Bình"),
        ("HOÀ", "HÒA"),
        ("uỷ", "ủy"),
        ("Uỷ viên", "Ủy viên"),
        ("UỶ BAN", "ỦY BAN"),
        ("thuỷ", "thủy"),
        ("khoẻ", "khỏe"),
        ("loà", "lòa"),
        ("tuý", "túy"),
        ("(uỷ)", "(ủy)"),
        ("Nguyễn Văn Hoạ, Tạ Thị Thuý", "Nguyễn Văn Họa, Tạ Thị Thúy"),
    ],
)
def test_tone_marks_move_to_the_new_position(old, new):
    assert canonical(old) == new
    assert canonical(unicodedata.normalize("NFD", old)) == new


@pytest.mark.parametrize(
    "text",
    [
        "quý Quý QUÝ quả quỷ quỳ quà quê",
        "hoàn hoàng toàn thuyền khoảng ngoài xoáy huỳnh khuỷu ngoẹo loét",
        "hòa ủy thủy khỏe",
        "múa của giùm Huế",
    ],
)
def test_other_syllables_stay(text):
    assert canonical(text) == text


@settings(deadline=None)
@given(VIETNAMESE)
def test_canonical_text_is_left_alone(text):
    once = canonical(text)
    assert canonical(once) == once == nfc(once)


def test_one_code_point_for_a_letter():
    assert nfc("ê\u0323") == nfc("e\u0323\u0302") == "ệ"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đảng ủy Đại Đồng", "dang uy dai dong"),
        ("DÂN VẬN", "dan van"),
        ("Ðảng", "dang"),
        ("15 mô hình “Dân vận khéo”", "15 mo hinh “dan van kheo”"),
    ],
)
def test_text_for_search(text, folded):
    assert fold(text) == folded


def test_search_finds_every_way_of_typing():
    forms = ["Hoà ước", "Hòa ước", "HOÀ ƯỚC", unicodedata.normalize("NFD", "hòa ước")]
    assert {fold(form) for form in forms} == {"hoa uoc"}


@settings(deadline=None)
@given(VIETNAMESE)
def test_search_does_not_depend_on_the_normal_form(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(nfc(text)) == fold(canonical(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Đảng ủy Đại Đồng", "dang-uy-dai-dong"),
        ("  Kế hoạch số 04/KH-HU (dự thảo)", "ke-hoach-so-04-kh-hu-du-thao"),
        ("…", ""),
    ],
)
def test_names_of_files(text, name):
    assert slug(text) == name


@settings(deadline=None)
@given(st.text())
def test_names_of_files_are_plain(text):
    name = slug(text)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", name)
    assert slug(name) == name


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("đại biểu dự Hội nghị", "Đại biểu dự Hội nghị"),
        ("ủy ban MTTQ", "Ủy ban MTTQ"),
        ("“dân vận khéo”", "“Dân vận khéo”"),
        ("08 khối", "08 khối"),
        ("- khối", "- khối"),
        ("", ""),
    ],
)
def test_first_letter(text, result):
    assert capitalised(text) == result


@pytest.mark.parametrize(
    "ordered",
    [
        ["a", "à", "ả", "ã", "á", "ạ", "ă", "â", "b"],
        ["d", "đ", "e", "ê", "o", "ô", "ơ", "u", "ư", "y"],
        ["Hà Nội", "Hạ Long", "Hải Phòng"],
        ["Dũng Tiến", "Đại Đồng", "Đặng Cương"],
        ["An Hòa", "An Hưng", "Ân Thi"],
        ["Khối 2", "Khối 10", "Khối A"],
        ["Tân", "Tân Hưng", "Tân Liên"],
        ["Zambia", "Öland"],
    ],
)
def test_alphabetical_order(ordered):
    keys = [sort_key(text) for text in ordered]
    assert keys == sorted(set(keys))


def test_case_form_and_signs_do_not_decide():
    forms = ["UỶ BAN", "ủy-ban", unicodedata.normalize("NFD", "Ủy ban")]
    assert len({sort_key(form) for form in forms}) == 1
    assert sort_key("") == sort_key("…") == ()


def test_people_are_sorted_by_given_name_then_family_name():
    people = [
        "Vũ An",
        "Bùi Văn Ân",
        "Nguyễn Thị Bình",
        "Nguyễn Văn Bình",
        "Trần Bình",
        "Đỗ Dũng",
        "Lê Văn Đức",
        "Yến",
    ]
    keys = [person_sort_key(name) for name in people]
    assert keys == sorted(set(keys))


@settings(deadline=None)
@given(st.lists(st.text(max_size=20), max_size=5))
def test_any_text_can_be_sorted(texts):
    sorted(texts, key=sort_key)
    sorted(texts, key=person_sort_key)
