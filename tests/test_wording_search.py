"""The numbers found in running text."""

import time
import unicodedata

import pytest

from conference.wording import NumberInText, find_numbers


def values(text):
    return [(number.text, number.value) for number in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tặng giấy khen cho 08 Khối dân vận", [("08", 8)]),
        ("Dự kiến 1.500 đại biểu.", [("1.500", 1500)]),
        ("1.234.567,5 đồng", [("1.234.567,5", None)]),
        ("đạt 12,5%", [("12,5", None)]),
        ("tháng 12/2022", [("12", 12), ("2022", 2022)]),
        ("ngày 22.12.2022", [("22", 22), ("12", 12), ("2022", 2022)]),
        ("mục 2.1 và 1,2,3", [("2", 2), ("1", 1), ("1", 1), ("2", 2), ("3", 3)]),
        ("từ 7h30", [("7", 7), ("30", 30)]),
        ("Công văn số 792-CV/BDVTU, 04-NQ/HU", [("792", 792), ("04", 4)]),
        ("01.500", [("01", 1), ("500", 500)]),
        ("khóa XXVI, khổ A4", [("4", 4)]),
        ("9" * 30, [("9" * 30, None)]),
        ("", []),
    ],
)
def test_figures(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hai mươi tập thể", [("hai mươi", 20)]),
        ("mười lăm mô hình", [("mười lăm", 15)]),
        ("mười nhăm mô hình", [("mười nhăm", 15)]),
        ("hai lăm người", [("hai lăm", 25)]),
        ("một trăm năm mươi đại biểu", [("một trăm năm mươi", 150)]),
        ("MỘT TRĂM NĂM MƯƠI ĐẠI BIỂU", [("MỘT TRĂM NĂM MƯƠI", 150)]),
        ("hai mươi bốn, hai mươi tư", [("hai mươi bốn", 24), ("hai mươi tư", 24)]),
        ("một trăm lẻ năm người", [("một trăm lẻ năm", 105)]),
        ("mười ngàn không trăm linh năm", [("mười ngàn không trăm linh năm", 10_005)]),
        ("hai nghìn tỷ đồng", [("hai nghìn tỷ", 2 * 10**12)]),
        ("hai trăm rưỡi, ba nghìn rưởi", [("hai trăm rưỡi", 250), ("ba nghìn rưởi", 3500)]),
        ("khen hai\nmươi tập thể", [("hai\nmươi", 20)]),
        ("hai, mười lăm", [("mười lăm", 15)]),
        ("hai ba mươi người", [("ba mươi", 30)]),
        ("một trăm phần trăm", [("một trăm", 100)]),
        # of unsure value
        ("một trăm hai đại biểu", [("một trăm hai", None)]),
        ("hai phẩy năm", [("hai phẩy năm", None)]),
        # "năm" that means years
        ("hai mươi năm thực hiện", [("hai mươi", 20)]),
        ("một trăm năm qua", [("một trăm", 100)]),
        ("mười năm qua", [("mười", 10)]),
        # words that only begin like a number
        ("hai mươi tư liệu", [("hai mươi", 20)]),
        ("tháng năm triệu tập hội nghị", []),
        ("hai triệu tập thể", [("hai triệu", 2_000_000)]),
    ],
)
def test_numbers_of_several_words(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("khen tám tập thể và ba cá nhân", [("tám", 8), ("ba", 3)]),
        ("Năm đồng chí được biểu dương", [("Năm", 5)]),
        ("- Ba đồng chí\n- Hai đơn vị", [("Ba", 3), ("Hai", 2)]),
        ("KHEN THƯỞNG\nHai tập thể", [("Hai", 2)]),
        ("KHEN BA TẬP THỂ", [("BA", 3)]),
        ("bảy đảng uỷ xã", [("bảy", 7)]),
        ("năm tổ chức đảng", [("năm", 5)]),
        ("sáu tháng đầu năm", [("sáu", 6)]),
        ("năm năm thực hiện Quy chế", [("năm", 5)]),
        ("năm giấy khen", [("năm", 5)]),
    ],
)
def test_a_single_word_before_what_is_counted(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "một tập thể",
        "thứ Ba, thứ hai",
        "tháng Tám, tháng hai",
        "ngày hai tháng chín",
        "đồng chí Ba, phường Ba Đình, Hai Bà Trưng",
        "đồng chí Nguyễn Văn Ba đại biểu",
        "trong năm, hằng năm, năm nay, cuối năm",
        "trong năm tổ chức hội nghị",
        "tổng kết công tác năm nội dung chính",
        "những năm tháng qua",
        "trong năm năm qua",
        "cả hai bên, ba mẹ, chín chắn",
        "vấn đề xã hội thứ ba",
        "hai ba đồng chí",
        "hai phần ba",
        "trăm người như một",
        "không năm nào",
    ],
)
def test_ordinary_words_are_no_counts(text):
    assert values(text) == []


def test_a_year_is_found_but_its_word_is_not_five():
    assert values("năm 2022, Năm 2023") == [("2022", 2022), ("2023", 2023)]
    assert values("hai năm 2022") == [("2022", 2022)]


def test_positions_point_into_the_text_as_given():
    composed = "Ủy ban tặng hai mươi tập thể, 05 mô hình."
    for text in (composed, unicodedata.normalize("NFD", composed)):
        found = find_numbers(text)
        assert [(n.value, n.form) for n in found] == [(20, "words"), (5, "digits")]
        assert all(text[n.start : n.end] == n.text for n in found)
    start = composed.index("05")
    assert find_numbers(composed)[1] == NumberInText(start, start + 2, "05", 5, "digits")


@pytest.mark.parametrize(
    "piece",
    [
        "Khen 08 Khối dân vận, hai mươi tập thể và mười lăm mô hình năm 2022. ",
        "mười ",
        "năm ",
        "một trăm ",
        "không trăm linh ",
        "1",
        "1.",
        "1.000.",
        "a",
        "a\u0301",
        " ",
        "ba\n",
    ],
)
def test_a_megabyte_takes_no_time(piece):
    text = (piece * (1_000_000 // len(piece) + 1))[:1_000_000]
    started = time.process_time()
    find_numbers(text)
    assert time.process_time() - started < 4  # far from it, also on a slow machine
