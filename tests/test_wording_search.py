"""The numbers found in running text."""

import unicodedata

import pytest
from growth import LINEAR, growth

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
        ("hai, mười lăm", [("hai", 2), ("mười lăm", 15)]),
        ("hai ba mươi người", [("ba mươi", 30)]),
        ("một trăm phần trăm", [("một trăm", 100)]),
        # of unsure value
        ("một trăm hai đại biểu", [("một trăm hai", None)]),
        ("hai phẩy năm", [("hai phẩy năm", None)]),
        ("hai phần ba đại biểu", [("hai phần ba", None)]),
        ("một phần tư nhiệm kỳ", [("một phần tư", None)]),
        ("hai ba đồng chí", [("hai ba", None)]),
        ("năm bảy tập thể", [("năm bảy", None)]),
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
        "trăm người như một",
        "không năm nào",
    ],
)
def test_ordinary_words_are_no_counts(text):
    assert values(text) == []


COUNTS = """
tám: khen tám chi hội phụ nữ
tám: mời tám chủ tịch xã
tám: tám Khối dân vận được khen
tám: tặng quà tám gia đình chính sách
tám: trong số đó có tám
TÁM: TÁM CHI HỘI ĐƯỢC KHEN
Tám: Tám chi hội được khen
ba: ba đoàn kiểm tra
ba: đã tổ chức ba đợt giám sát
ba: trên cả ba mặt công tác
ba: một trong ba khâu đột phá
ba: tăng gấp ba so với cùng kỳ
ba: ba chỉ tiêu chưa đạt
ba: trên ba khía cạnh
ba: thăm ba Mẹ Việt Nam Anh hùng
ba: chấn chỉnh ba ban chỉ huy
ba: trong ba ngày
ba: Ban Thường vụ gồm ba phó bí thư
Ba: (Ba đoàn thể chưa nộp báo cáo)
hai: hai mặt của một vấn đề
hai: hai nước, hai Đảng / hai
hai: giao hai phó ban phụ trách
hai: mỗi tháng hai lần
hai: ngày hai buổi
hai: nâng số hai tập thể lên
hai: quan hệ giữa hai Nhà nước
hai: quên một trong hai
hai: tặng các anh hai suất quà
hai: hai năm liền
hai: hai Ủy ban nhân dân xã
Hai: Hai bà mẹ Việt Nam anh hùng
bốn: bốn thập niên qua
bốn: bốn cụm thi đua
bốn: chia làm bốn tổ
bốn: bốn phương án, hai phương tiện / hai
BỐN: BỐN NHIỆM VỤ TRỌNG TÂM
năm: thành lập năm đoàn kiểm tra
năm: năm chi hội trực thuộc
năm: gồm năm xã viên
năm: tặng năm hộ nghèo
năm: với năm khuyến nghị
năm: chia năm cánh
năm: đề ra năm giải pháp
năm: năm phó chủ tịch
năm: có năm đảng ủy xã tham dự
Năm: Năm tổ công tác xuống cơ sở
Năm: Năm năm qua
sáu: sáu xã, thị trấn
sáu: cả sáu chưa nộp
sáu: sáu trưởng thôn
sáu: sáu hội đặc thù
bảy: bảy câu lạc bộ
bảy: trao bảy sổ tiết kiệm
bảy: bảy trưởng đoàn
bẩy: bẩy đồng chí
chín: chín ban chỉ đạo
chín: đã chín lần đổi tên
chín: chín cựu chiến binh
chín: chín xã đạt chuẩn
mười: mười ban, ngành
mười: mười thôn, xóm
mười: cử mười hội thẩm
một: tặng một tập thể
một: cử một đồng chí lãnh đạo dự
một: có một đại biểu vắng
một: và một giấy khen
một: một suất quà
một: hội nghị họp một buổi
một: gồm một chủ tịch
chục: vài chục hội viên
chục: hàng chục tập thể
chục: chục tập thể
mươi: mươi tập thể
mươi lăm: mươi lăm phút
trăm: hơn trăm đại biểu
nghìn: hàng nghìn lượt người
triệu: mấy triệu đồng
vạn: hàng vạn lao động
chục nghìn: mấy chục nghìn lượt
nửa: quá nửa số phiếu
nửa: nửa nhiệm kỳ
một nửa: giảm một nửa
năm: trong năm tập thể được khen
năm: từ năm đồng chí trở lên
năm: các năm giấy khen, của năm suất quà / năm
năm: mỗi năm tập thể, đến năm đại biểu / năm
năm: qua năm tiết mục, cả năm chi bộ / năm
năm: trong năm tháng đầu năm
Ba: Có Ba tập thể được khen
Hai: huyện cử Hai đại biểu
Năm: tặng Năm giấy khen
Tám: khen Tám tập thể
XX: Khen XX tập thể.
III: Có III tập thể
V: khen V cá nhân và IIII đồng chí / IIII
hai: hai cấp ủy trực thuộc
hai: cấp hai giấy khen
ba: giai đoạn ba năm qua
ba: cả ba cùng tham gia
ba: phong trào ba mục tiêu
ba rưỡi: lúc ba rưỡi chiều
rưỡi: sau một năm rưỡi
một cặp: biểu dương một cặp vợ chồng
một đôi: tặng một đôi câu đối
"""
NO_COUNTS = """
một số đơn vị
một cách thiết thực
một trong những nhiệm vụ
một phần kinh phí
một mặt, mặt khác
một lòng theo Đảng
một vài ý kiến
ngày một tốt hơn
một khi đã quyết
thêm một bước
một thời gian
rác thải nhựa dùng một lần
là một tập thể đoàn kết
như một đồng chí
trở thành một đơn vị điển hình
mỗi một cán bộ
Một là, tăng cường lãnh đạo
hai là, ba là, bốn là
hai bên cùng ký
Hai bên thống nhất
trao đổi hai chiều
dấu hai chấm
đồng chí Hai
phường Hai Bà Trưng
HAI BÀ TRƯNG
có một không hai
lần thứ hai
giải ba toàn đoàn
hạng ba cho
Thứ ba, đổi mới nội dung
quý ba năm sau
tháng ba đoàn viên
ba mẹ các cháu
ba lô, ba hoa
bôn ba, phong ba
ngã ba, ngã năm, ngã bảy
vài ba ngày, dăm ba bữa
Bắc, Trung, Nam ba miền
Ba Đình lịch sử
Ba Vì, Ba Tri, Ba Bể
HUYỆN BA VÌ
Ba Lan và Ba Tư
bà Ba, ông Tám, chị Bảy
chị hai, anh ba
bốn phương, bốn bể
bốn mùa
năm học, năm nay, năm ngoái
năm cũ, năm mới, năm tới
trong năm tổ chức hội nghị
cuối năm, đầu năm, giữa năm, hằng năm
năm tháng trôi qua
chỉ tiêu năm huyện giao
kế hoạch năm đơn vị đề ra
công tác năm đã hoàn thành
tổng kết năm và triển khai
sang năm xã về đích
năm đã qua
Năm là, tăng cường kiểm tra
mỗi năm huyện kết nạp
thời cơ chín muồi
suy nghĩ chín chắn
lúa chín, quả chín
lúa đã chín
độ chín của phong trào
đòn bẩy kinh tế
lời lẽ bóng bảy
gạo tám thơm
Cách mạng tháng Tám
mười mươi
Năm Căn, Bảy Núi
Đồng Tháp Mười
nửa vời, nửa chừng
đôi khi, đôi lúc, đôi bên
một đôi lời, một đôi điều
đi đôi với
trong năm kỷ niệm, từ năm thanh niên
của năm thứ ba
mỗi năm chi bộ kết nạp
trong năm cán bộ đã tích cực
chỉ tiêu năm đảng ủy giao
những năm tháng đầu tiên
đồng chí Ba đại biểu xã
ông Tám hội viên
thôn Hai đại biểu vắng
bà Nguyễn Thị Năm đại biểu
Đại hội XIII đại biểu
khóa XXVI đồng chí
ông Nguyễn Văn X đảng viên
lớp C cán bộ, lớp X cán bộ
C. Mác, V.I. Lênin
MC đồng chí
chính quyền địa phương hai cấp
hệ thống bốn cấp, ba cấp
phương châm bốn tại chỗ
phương châm ba cùng, sáu rõ
phong trào “ba sạch”
Ba sẵn sàng, ba đảm đang
thi đua ba nhất
phong trào hai giỏi
bảy nổi ba chìm
chín bỏ làm mười
số hội viên tăng gấp đôi
giai đoạn hai, bước ba
trường cấp hai, tầng ba, tầng hai nhà văn hóa
Nghị quyết Trung ương bốn
giai đoạn hai năm 2022 / 2022
đại tá, trung tá
hăm hở, hăm dọa
cao hơn tỷ lệ chung
đạt trên tỷ lệ
cặp tài liệu
phần trăm
"""


def lines(table):
    return [line for line in table.splitlines() if line]


@pytest.mark.parametrize("line", lines(COUNTS))
def test_what_counts_in_official_prose(line):
    number, _, text = line.partition(": ")
    phrase, _, second = text.partition(" / ")
    assert [found for found, _ in values(phrase)] == [number, *filter(None, [second])]


@pytest.mark.parametrize("text", lines(NO_COUNTS))
def test_what_is_no_count_in_official_prose(text):
    phrase, _, year = text.partition(" / ")
    assert [found for found, _ in values(phrase)] == [*filter(None, [year])]


def test_a_roman_numeral_that_counts_has_its_value():
    assert values("Khen XX tập thể, IIII cá nhân") == [("XX", 20), ("IIII", None)]


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
        find_numbers((piece * (size // len(piece) + 1))[:size])

    return run


@pieces
def test_more_text_takes_no_more_than_its_share(piece):
    assert growth(search_of(piece), 4_000) < LINEAR


@pytest.mark.proof
@pieces
def test_a_megabyte_takes_no_more_than_its_share(piece):
    assert growth(search_of(piece), 250_000) < LINEAR
