"""The numbers found in running text."""

import unicodedata

import pytest
from growth import LINEAR, growth

from conference.wording import Nouns, NumberInText, find_numbers


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
        ("hai phần ba đại biểu", [("hai phần ba", None)]),
        ("một phần tư nhiệm kỳ", [("một phần tư", None)]),
        ("hai ba đồng chí", [("hai ba", None)]),
        ("năm bảy người", [("năm bảy", None)]),
        # in the words of markets and months
        ("hai chục tập thể", [("hai chục", 20)]),
        ("một chục giấy khen", [("một chục", 10)]),
        ("hai chục nghìn đồng", [("hai chục nghìn", 20_000)]),
        ("một tá sổ, hai tá bút", [("một tá", 12), ("hai tá", 24)]),
        ("ba vạn dân", [("ba vạn", 30_000)]),
        ("hăm lăm, hăm mốt, băm sáu", [("hăm lăm", 25), ("hăm mốt", 21), ("băm sáu", 36)]),
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


NOUNS = Nouns(
    ["tập thể", "đại biểu", "khối", "khối dân vận", "mục", "việc", "căn cứ", "giấy khen"],
    ["đại biểu"],
)


def counted(text):
    return [(number.text, number.value) for number in find_numbers(text, NOUNS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("khen tám tập thể", [("tám", 8)]),
        ("KHEN BA TẬP THỂ", [("BA", 3)]),
        ("Năm tập thể được khen; có năm đại biểu", [("Năm", 5), ("năm", 5)]),
        ("lập năm khối dân vận; tại năm khối dân vận", [("năm", 5), ("năm", 5)]),
        ("trong năm khối dân vận cử", [("năm", 5)]),
        ("trong năm đại biểu dự, hằng năm tập thể", []),
        ("chia làm tám khối đại biểu", [("tám", 8)]),
        ("bảy mục, bế mạc buổi sáng", [("bảy", 7)]),
        ("mỗi đơn vị cử một đồng chí", [("một", 1)]),
        ("nêu một căn cứ", [("một", 1)]),
        ("trong một buổi sáng", [("một", 1)]),
        ("không quá năm trang", [("năm", 5)]),
        ("Ba bên ký kết", [("Ba", 3)]),
        ("gấp ba năm trước, gấp đôi", [("ba", 3), ("đôi", None)]),
        ("vài chục hội viên, hơn trăm đại biểu", [("chục", None), ("trăm", None)]),
        ("một nửa ý kiến, quá nửa số phiếu", [("một nửa", None), ("nửa", None)]),
        ("Khen XX tập thể, IIII giấy khen", [("XX", 20), ("IIII", None)]),
        ("Chia lam tam khoi, muoi lam mo hinh, nam moi", [("tam", 8), ("muoi lam", 15)]),
    ],
)
def test_a_word_counts_before_a_noun_of_the_conference_or_a_measure(text, expected):
    assert counted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ba mục tiêu chung",
        "Ba mặt một lời",
        "hai bên cùng ký",
        "là một nội dung, như một tập thể, mỗi người một việc",
        "một mục vào cuối, một số tập thể",
        "dù chỉ một phút",
        "trong năm tổ chức hội nghị, năm nhiệm vụ mới",
        "đồng chí Ba đại biểu xã",
        "Huân chương hạng Ba",
        "trăm công nghìn việc, đi đôi với",
        "Chín bỏ làm mười",
        "Ba con nhan dan",
    ],
)
def test_before_another_word_it_counts_nothing(text):
    assert counted(text) == []


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


pieces = pytest.mark.parametrize(
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


def search_of(piece):
    """Searches a text of so many letters made of a piece."""

    def run(size):
        find_numbers((piece * (size // len(piece) + 1))[:size], NOUNS)

    return run


@pieces
def test_more_text_takes_no_more_than_its_share(piece):
    assert growth(search_of(piece), 4_000) < LINEAR


@pytest.mark.proof
@pieces
def test_a_megabyte_takes_no_more_than_its_share(piece):
    assert growth(search_of(piece), 250_000) < LINEAR
