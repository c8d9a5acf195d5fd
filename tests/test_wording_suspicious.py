"""Characters that do not belong in Vietnamese text."""

import unicodedata

import pytest

from conference.wording import suspicious_characters

ORDINARY = [
    "Căn cứ Quyết định số 224-QĐ/HU ngày 29/12/2021 về việc ban hành Quy chế công tác dân vận của "
    "hệ thống chính trị huyện Vĩnh Bảo;",
    "Tổng kết đánh giá làm rõ ưu điểm, khuyết điểm, tồn tại, hạn chế, những thuận lợi, khó khăn, "
    "vướng mắc trong quá trình triển khai thực hiện, chỉ rõ nguyên nhân, rút ra bài học.",
    "UBND huyện tặng giấy khen cho 20 tập thể tiêu biểu thực hiện phong trào thi đua “Dân vận "
    "khéo”, gồm 05 tập thể thuộc khối cơ quan huyện và 15 mô hình “Dân vận khéo” năm 2022.",
    "\\* **Thời gian:** dự kiến tuần 4 tháng 12/2022.",
    "Đài PT&TH Hải Phòng; các tổ chức chính trị - xã hội, CT-XH, MTTQ; T/M BAN THƯỜNG VỤ./.",
    "UỶ BAN NHÂN DÂN, Thuỷ Nguyên, hoà bình, hoạt động, hoãn, toán, ngoằn ngoèo, xoong, boòng",
    "thù, bù, cũ, giùm, giõ, quỹ, khuỷu, khuâng, thuở, ngõ, lũ, mùa, tõm, ỡm ờ, loắt choắt",
    "Tấm gương Raúl Castro, Müller và José; «Dân vận», Vietnam®, ©2022, 25°C, 1½ ngày, 5µm, m²",
    "Chú thích¹ và •·– gạch đầu dòng; § 2, ¶ 3; Hà\u00a0Nội, 1\u202f500; dòng\tmới\r\n",
    "Đắk Lắk, Buôn Ƀuôr, Čư Mgar, Krông Năng, Y Ŏn, Kñă, Ĭ, Ŭ, Ĕ, Ê̆ đê, ô̆, ơ̆, ư̆; 5 µm, 30 °C",
    "TTrĐU, QĐ-UBND, HĐND, BCHĐBH, iPhone, PowerPoint",
    "",
]


@pytest.mark.parametrize("text", ORDINARY)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_ordinary_text_is_left_in_peace(text, form):
    assert suspicious_characters(unicodedata.normalize(form, text)) == []


def test_marks_typed_apart_are_no_suspects():
    assert suspicious_characters("hê\u0323 thô\u0301ng, huyê\u0323n u\u0309y") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # eth
        ("Ðảng ủy", ["Ð"]),
        ("xã ðội", ["ð"]),
        # TCVN3
        ("Uû ban nh©n d©n", ["Uû", "©", "©"]),
        ("§¶ng bé", ["§", "¶"]),
        ("®¹i biÓu", ["®", "¹", "Ó"]),
        ("c«ng t¸c", ["«", "¸"]),
        ("kÕ ho¹ch", ["Õ", "¹"]),
        ("lµ, nh·, t¨ng, b»ng, ¨n", ["µ", "·", "¨", "»", "¨"]),
        ("Tæ chøc héi nghÞ", ["æ", "ø", "Þ"]),
        ("NH¢N D¢N", ["¢", "¢"]),
        # VNI
        ("Ñaûng boä huyeän", ["Ñ", "aû", "oä", "eä"]),
        ("coâng taùc daân vaän", ["oâ", "aù", "aâ", "aä"]),
        ("toång keát", ["oå", "eá"]),
        ("HUYEÄN UÛY", ["EÄ", "UÛ"]),
        # drawn alike
        ("Ɖảng ủy, xã ɖội", ["Ɖ", "ɖ"]),
        ("Hải Рhòng, Bảо", ["Р", "о"]),
        ("Ηải, ΚH, я, Ω", ["Η", "Κ", "я", "Ω"]),
        ("tınh, nǎm, pǒ", ["ı", "ǎ", "ǒ"]),
        ("D\u0335ảng, d\u0336ội", ["D\u0335", "d\u0336"]),
        ("o\u030an, ấ\u0301", ["o\u030a", "ấ\u0301"]),
        ("\u0301a", ["\u0301"]),
        # invisible, broken
        ("dân\u200bvận", ["\u200b"]),
        ("\ufeffKế hoạch", ["\ufeff"]),
        ("xã\xadhội", ["\xad"]),
        ("a\x00b\x1bc\x85d", ["\x00", "\x1b", "\x85"]),
        ("hội ngh\ufffd", ["\ufffd"]),
        ("\uf0b7 Khối", ["\uf0b7"]),
    ],
)
def test_what_cannot_be_vietnamese_is_found(text, found):
    result = suspicious_characters(text)
    assert [characters for _, characters, _ in result] == found
    assert all(text.startswith(characters, start) for start, characters, _ in result)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("Ðảng", "“Ð” (U+00D0) chỉ trông giống Đ; hãy gõ Đ"),
        ("Ɖảng", "“Ɖ” (U+0189) chỉ trông giống Đ; hãy gõ Đ"),
        ("Bảо", "“о” (U+043E) chỉ trông giống o; hãy gõ o"),
        ("Ηải", "“Η” (U+0397) chỉ trông giống H; hãy gõ H"),
        ("nǎm", "“ǎ” (U+01CE) chỉ trông giống ă; hãy gõ ă"),
        ("tınh", "hãy gõ i"),
        ("я", "“я” (U+044F) là chữ Kirin (Nga); hãy gõ lại bằng chữ Việt"),
        ("Ω", "là chữ Hy Lạp"),
        ("d\u0335ội", "(d và U+0335) chỉ trông giống đ; hãy gõ đ"),
        ("o\u030a", "có dấu rời U+030A không thuộc chữ Việt; hãy xóa dấu này và gõ lại chữ “o”"),
        ("nh©n", "có lẽ là chữ “â”; hãy gõ lại từ này bằng Unicode"),
        ("taùc", "dấu vết bảng mã cũ (VNI hoặc TCVN3)"),
        ("a\u200bb", "U+200B; hãy xóa đi"),
    ],
)
def test_the_advice_says_what_to_type(text, advice):
    [(_, _, message)] = suspicious_characters(text)
    assert advice in message
