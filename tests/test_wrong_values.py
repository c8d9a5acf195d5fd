"""Each type of value has its table of wrong inputs: where it is told, and what to type instead.

A number of heads with what is said of it: tests/test_people.py. Letters, signs and what YAML would change:
tests/cases/invalid. What must agree with something else: tests/twins.py, tests/test_guard_contradicted.py.
"""

import re

import pytest
from folders import DataFolder, assert_clear

pytestmark = pytest.mark.every(4)

OPEN = "  date:\n    open: tuần {conference.week} tháng {conference.month}/{conference.year}\n    settled_by: ban-thuong-vu\n"
QUANTITY = "quantities:\n  - id: bang\n    title: Số bảng\n"


DAYS = {
    "ngày 22/12/2022": "hãy gõ 22/12/2022",
    "thứ Năm, ngày 22/12/2022": "hãy gõ 22/12/2022",
    "ngày 22 tháng 12 năm 2022": "hãy gõ 22/12/2022",
    "22.12.2022": "hãy gõ 22/12/2022",
    "22-23/12/2022": "hãy viết {first: 22/12/2022, last: 23/12/2022}",
    "22/11 - 23/12/2022": "hãy viết {first: 22/11/2022, last: 23/12/2022}",
    "từ ngày 22/12/2022 đến ngày 23/12/2022": "hãy viết {first: 22/12/2022, last: 23/12/2022}",
    "chậm nhất ngày 20/12/2022": "hãy viết {no_later_than: 20/12/2022}",
    "trước ngày 20/12/2022": "hãy viết {no_later_than: 19/12/2022}",
    "đến hết ngày 20/12/2022": "hãy viết {no_later_than: 20/12/2022}",
    "trong tuần 4 tháng 12/2022": "hãy viết {week: 4, month: 12, year: 2022}",
    "trong tháng 12/2022": "hãy viết {month: 12, year: 2022}",
    "chậm nhất 17h00 ngày 20/12/2022": "hãy viết {no_later_than: 20/12/2022, hour: 17h00}",
    "8h00, ngày 22/12/2022": "hãy viết {day: 22/12/2022, hour: 8h00}",
    "tuần 4 tháng 12/2022": "hãy viết {week: 4, month: 12, year: 2022}",
    "tháng 12 năm 2022": "hãy viết {month: 12, year: 2022}",
    "quý IV/2022": "hãy viết {quarter: 4, year: 2022}",
}
"""What a clerk types for the day of the meeting → what is told; typed, it is right."""
NO_DAYS = {
    "23-22/12/2022": "không phải là ngày/tháng/năm",
    "22/12/2022 hoặc 23/12/2022": "không phải là ngày/tháng/năm",
    "tuần 2 tháng 12": "thì ghi như {week: 2, month: 9, year: 2030}",
    "31/11/2022": "tháng 11 năm 2022 chỉ có ngày 1 đến ngày 30",
    "22/12/22": "năm bốn chữ số",
    "thứ Sáu, ngày 22/12/2022": "22/12/2022 là thứ Năm, hãy xem lại",
    "{first: 23/12/2022, last: 22/12/2022}": "hãy đổi chỗ hai ngày",
    "{first: 22/12/2022}": "hãy ghi đúng một cách",
    "{days: 3}": "hãy ghi đúng một cách",
    "{month: 12}": "hãy ghi đúng một cách",
}


DUE = {
    "trước hội nghị 5 ngày làm việc": "{working_days: 5, before: conference.date}",
    "chậm nhất 05 ngày trước ngày họp": "{days: 5, before: conference.date, latest: true}",
    "3 ngày sau hội nghị": "{days: 3, after: conference.date}",
}
"""What a clerk types for a deadline → what to type instead."""


@pytest.mark.parametrize(("typed", "right"), DUE.items())
def test_a_deadline_in_words_is_told_how_to_be_typed(folder: DataFolder, typed, right):
    after = "    after_meeting: true\n" if "after:" in right else ""
    folder.edit("tasks.yml", "  - id: phong-su\n", f"  - id: phong-su\n    due: {typed}\n{after}")
    (found,) = folder.findings()
    assert f"«{typed}» chưa viết đúng cách; hãy viết {right}." in found.message

    folder.edit("tasks.yml", typed, right)
    assert folder.findings() == []


def with_day(folder: DataFolder, typed: str) -> list:
    folder.edit("conference.yml", OPEN, f"  date: {typed}\n")
    return folder.findings()


@pytest.mark.parametrize(("typed", "advice"), [*DAYS.items(), *NO_DAYS.items()])
def test_a_day(folder, typed, advice):
    [found] = with_day(folder, typed)
    assert str(found.place) == folder.place("conference.yml", typed)
    assert advice in found.message and "«date»" in found.message
    assert_clear([found])


@pytest.mark.parametrize("advice", DAYS.values())
def test_the_day_that_is_proposed_is_one(folder, advice):
    typed = re.sub(r"hãy (?:viết|gõ) ", "", advice)
    assert "wrong-value" not in {found.rule for found in with_day(folder, typed)}


@pytest.mark.parametrize(
    ("typed", "at", "advice"),
    [
        ("{days: -3, before: facts.x}", "-3", "số phải từ 0 trở lên"),
        ("{days: ba, before: facts.x}", "ba,", "hãy viết liền, không ngoặc kép: 3."),
        ("{days: 3, before: ngay hop}", "ngay hop", "cần tên của một ngày, ví dụ: conference.date"),
        ("{no_later_than: 20-12-2022}", "20-12", "hãy gõ 20/12/2022"),
        ("{quarter: 5, year: 2022}", "5, year", "số không được quá 4"),
        ("{week: 6, month: 12, year: 2022}", "6, month", "số không được quá 5"),
        ("{day: 22/12/2022, hour: 25h00}", "25h00", "giờ từ 0 đến 23, phút từ 0 đến 59"),
        ("{day: 22/12/2022, hour: sáng}", "sáng", "không phải là giờ viết đúng; ví dụ 7h30"),
    ],
)
def test_a_part_of_a_day(folder, typed, at, advice):
    [found] = with_day(folder, typed)
    assert str(found.place) == folder.place("conference.yml", at)
    assert advice in found.message
    assert_clear([found])


OF_THE_CONFERENCE = "term: 26\n"
FIRST_ITEM = "  - id: khai-mac\n"


@pytest.mark.parametrize(
    ("file", "old", "line", "advice"),
    [
        ("conference.yml", OF_THE_CONFERENCE, "term: XXVI", "hãy viết liền, không ngoặc kép: 26."),
        ("conference.yml", OF_THE_CONFERENCE, "term: lần thứ 2", "không ngoặc kép: 2."),
        ("conference.yml", OF_THE_CONFERENCE, "term: hai", "không ngoặc kép: 2."),
        ("conference.yml", OF_THE_CONFERENCE, "term: 0", "số phải từ 1 trở lên"),
        ("conference.yml", OF_THE_CONFERENCE, "ordinal: 4000", "số không được quá 3999"),
        ("conference.yml", OF_THE_CONFERENCE, "ordinal: khoảng 2", "cần một số viết bằng chữ số"),
        ("conference.yml", OF_THE_CONFERENCE, "period: 2026", "cần hai năm nối bằng gạch ngang"),
        ("conference.yml", OF_THE_CONFERENCE, "period: 2026–2031", "ví dụ: 2026-2031"),
        ("conference.yml", OF_THE_CONFERENCE, "period: 2031-2026", "hãy đổi thành 2026-2031"),
        ("conference.yml", OF_THE_CONFERENCE, "period: 2026-2026", "năm cuối phải sau năm đầu"),
        ("agenda.yml", FIRST_ITEM, "    start: 8h60", "giờ từ 0 đến 23, phút từ 0 đến 59"),
        ("agenda.yml", FIRST_ITEM, "    start: sáng", "không phải là giờ viết đúng; ví dụ 7h30"),
        ("agenda.yml", FIRST_ITEM, "    start: 800", "cần giờ viết như 7h30"),
        ("agenda.yml", FIRST_ITEM, "    minutes: 30 phút", "không ngoặc kép: 30."),
        ("agenda.yml", FIRST_ITEM, "    minutes: khoảng 30", "cần một số viết bằng chữ số"),
        ("agenda.yml", FIRST_ITEM, "    minutes: 0", "số phải từ 1 trở lên"),
        ("citations.yml", "    number: 224-QĐ/HU\n", "    number: 224", "ví dụ: 224-QĐ/HU"),
        ("citations.yml", "    number: 224-QĐ/HU\n", "    number: 224 QĐ/HU", "viết liền"),
        ("citations.yml", "    date: 29/12/2021\n", "    date: ngày 29/12/2021", "hãy gõ 29/12/2021"),
        ("citations.yml", "    date: 29/12/2021\n", "    date: 2021", "cần ngày viết ngày/tháng/năm"),
        ("facts.yml", "", "    value: sáu", "không ngoặc kép: 6."),
        ("facts.yml", "", "    value: 1.500.000", "không ngoặc kép: 1500000."),
        ("facts.yml", "", "    value: 1500000 đồng", "không ngoặc kép: 1500000."),
        ("facts.yml", "", "    value: 1,5", "chỉ ghi số nguyên, không ghi phần lẻ"),
        ("facts.yml", "", "    value: -1", "số phải từ 0 trở lên"),
        ("facts.yml", "", "    noun: 06 bảng", "không kèm con số; hãy viết bảng."),
        ("facts.yml", "", "    source: khong-co", "không có văn bản dẫn «khong-co» trong citations.yml"),
    ],
)  # fmt: skip
def test_a_number_an_hour_or_a_paper(folder, file, old, line, advice):
    """A number of a term or a meeting, a period, an hour, minutes, a cited paper, a quantity, money."""
    key, value = line.strip().split(": ")
    if file == "facts.yml":
        given = {"value": "6", "noun": "bảng", "source": ""} | {key: value}
        lines = [f"    {name}: {given[name]}\n" for name in given if given[name]]
        folder.replace(file, QUANTITY + "".join(lines))
    else:
        kept = old if old == FIRST_ITEM else ""
        folder.edit(file, old, f"{kept}{line}\n")
    [found] = [one for one in folder.findings() if one.rule != "agenda-untimed"]
    assert str(found.place) == place_of(folder, file, f"{key}: {value}\n", len(key) + 2)
    assert advice in found.message
    assert_clear([found])


def place_of(folder: DataFolder, file: str, text: str, further: int) -> str:
    """The place so many letters behind the beginning of the only `text` of a file."""
    file_and_line, column = folder.place(file, text).rsplit(":", 1)
    return f"{file_and_line}:{int(column) + further}"
