"""What a number typed by hand seems to be, by its shape and by the words beside it, and where such a one is declared."""

from __future__ import annotations

import re

from conference.findings import quote
from conference.guard.shapes import Shape, TypedNumber

EXCEPT = "khai vào exceptions.yml kèm lý do"
SEEMS = {
    Shape.CLOCK: "là giờ: giờ của chương trình khai ở agenda.yml và in bằng bảng chương trình; giờ của một ngày, "
    f"một hạn thì ghi cùng ngày ấy (hour) ở facts.yml hay tasks.yml; giờ khác thì {EXCEPT}.",
    Shape.DAY: "là ngày: ngày họp khai ở conference.yml, ngày của văn bản ở documents.yml, hạn ở "
    "tasks.yml; ngày khác khai ở facts.yml (days), rồi gọi tên.",
    Shape.PERIOD: "là một quãng năm: nhiệm kỳ hay giai đoạn của hội nghị ghi ở conference.yml (period, "
    "liền trước thì previous_period); "
    f"quãng năm khác thì {EXCEPT}.",
    Shape.PAPER: "là số của văn bản, chưa có trong citations.yml; hãy thêm, đừng thay bằng con số khác.",
    Shape.FORM: "là số của mẫu biểu, điều khoản hay đề mục: đề mục của trang này thì gọi "
    '{{ section("mã-đề-mục") }}, của văn bản khác thì khai ở citations.yml hoặc exceptions.yml.',
    Shape.SEAT: "là số ghế, số phòng: chỗ ngồi của đại biểu ghi ở delegates.yml (seat) và in bằng bảng đại "
    f"biểu; chỗ khác thì {EXCEPT}.",
    Shape.PERCENT: 'là tỷ lệ phần trăm: hãy khai ở facts.yml, đếm gì ghi "%", rồi gọi tên.',
    Shape.MONEY: "là số tiền: hãy khai ở facts.yml, ghi đủ đến đồng, rồi gọi tên.",
    Shape.SHARE: f"là một phần của số khác; hãy {EXCEPT}.",
    Shape.MEASURE: "là thời lượng hay số đo: số phút của chương trình khai ở agenda.yml (minutes), còn lại "
    "khai ở facts.yml, rồi gọi tên.",
    Shape.ORDINAL: f"là số thứ tự, không phải số lượng; hãy {EXCEPT}.",
}

YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MONTH = re.compile(r"(?i)(?<!\w)tháng\s+$")
_MONTH_WITH_YEAR = re.compile(r"\s*(?:/|năm\s)\s*(?:19|20)[0-9]{2}(?![0-9])")
_YEAR_OF_MONTH = re.compile(r"(?i)(?<!\w)tháng\s+[0-9]{1,2}\s*(?:/|năm)\s*$")
_AGAIN = re.compile(r"\s*(?:hằng|hàng)\s+(?:tuần|tháng|quý|năm)(?!\w)", re.IGNORECASE)
_HOURS_LONG = re.compile(r"\s+(?:sau|trước|kể|làm việc|đồng hồ|liên tục)(?!\w)", re.IGNORECASE)
_WITHIN = re.compile(r"(?i)(?<!\w)(?:trong|trong vòng|suốt)\s+$")
_FRACTION = re.compile(r"(?i)(?<!\w)(?:một|hai|ba|bốn|năm|[0-9]+)\s+phần\s+$")


def seems_beside(number: TypedNumber, text: str) -> str:
    """What a number is by the words beside it, where its shape alone would mislead; "" for none of these."""
    before = text[max(0, number.start - 24) : number.start]
    if _MONTH.search(before) and (year := _MONTH_WITH_YEAR.match(text, number.end)):
        whole = f"tháng {number.text}{year[0]}"
        return f"là tháng; tháng không phải tháng họp thì khai ở facts.yml (days, có month và year), rồi gọi tên thay cho cả {quote(whole)}."
    if YEAR.fullmatch(number.text) and _YEAR_OF_MONTH.search(before):
        return f"là năm của tháng đứng trước; hãy gọi cả tháng và năm bằng một tên, hoặc {EXCEPT}."
    if number.shape is Shape.DAY and _AGAIN.match(text, number.end):
        return f"là ngày lặp lại, không phải một ngày; hãy {EXCEPT}."
    is_long = _HOURS_LONG.match(text, number.end) or _WITHIN.search(before)
    if number.shape is Shape.CLOCK and number.text.endswith("giờ") and is_long:
        return SEEMS[Shape.MEASURE]
    is_part = "," in number.text and number.shape is not Shape.MONEY
    if number.text.casefold() == "nửa" or is_part or _FRACTION.search(before):
        return f"không phải số nguyên, không khai vào dữ liệu được; hãy {EXCEPT}."
    return ""
