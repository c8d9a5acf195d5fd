"""Delegates, awards and tasks of any conference: numbers as plans say them, kinds of people, sums."""

from pathlib import Path

import pytest
from folders import DataFolder, assert_clear
from lxml import html

from conference.checks import check
from conference.facts import Facts
from conference.loading import load
from conference.models.amounts import UNKNOWN, Amount, Range, range_of, sum_of
from conference.pages.page import read_page
from conference.render import Renderer

pytestmark = pytest.mark.every(3)

CONGRESS = {
    "delegates.yml": """noun: đại diện
overlap: false
stated: {about: 150}
groups:
  - {id: xa, label: Các xã, name: Đại diện các xã, class: official, stated: 80}
  - {id: ban, label: Các ban, name: Đại diện các ban, class: official, stated: 40}
  - {id: khach, label: Khách mời, name: Khách mời, class: guest, stated: {at_most: 30}}
  - {id: bao, label: Báo chí, name: Phóng viên, rule: mỗi báo cử phóng viên}
  - {id: phuc-vu, label: Phục vụ, name: Bộ phận phục vụ}
discussion:
  - {id: mot, label: Tổ A, chair: "Trưởng {unit.ban-dan-van}", room: Phòng họp B, stated: 60}
  - {id: hai, label: Tổ B, stated: {about: 60}}
delegates: {open: chưa có danh sách}
""",
    "awards.yml": """awards:
  - id: ubnd
    giver: ubnd-huyen
    label: Tiêu biểu
    to: tập thể, cá nhân tiêu biểu
    stated: 12
    parts:
      - id: tap-the
        label: Tập thể
        to: tập thể
        stated: 5
        recipients: {open: chưa có danh sách}
      - id: ca-nhan
        label: Cá nhân
        to: cá nhân
        kind: individual
        stated: 7
        recipients:
          - {id: a, name: Nguyễn Văn A, post: Chủ tịch, unit: mttq}
        rest: {open: chờ các xã}
    forms:
      - {id: bang-khen, form: bằng khen, level: cấp tỉnh, stated: 4}
      - {id: giay-khen, form: giấy khen, stated: 8}
  - id: ho
    giver: ban-thuong-vu
    form: giấy khen
    level: cấp huyện
    kind: household
    label: Gương mẫu
    to: hộ gia đình gương mẫu
    stated: {at_most: 5}
""",
    "tasks.yml": """tasks:
  - id: bao-cao
    post: Chánh {unit.van-phong-huyen-uy}
    due: 18/12/2022
    result: báo cáo tổng kết
    works:
      - what: soạn báo cáo
  - id: hoi-truong
    person: đồng chí Nguyễn Văn A
    due: {days: 3, before: conference.date}
    works:
      - {support: [ban-dan-van], what: chuẩn bị hội trường}
      - what: đón tiếp
  - id: tong-hop
    lead: ban-dan-van
    after_meeting: true
    result: biên bản
    works:
      - what: tổng hợp ý kiến
""",
}
"""Files of an invented congress: no list is known, little is meant to the head."""


@pytest.fixture
def congress(folder: DataFolder) -> DataFolder:
    for file, text in CONGRESS.items():
        folder.replace(file, text)
    return folder


def errors(folder: DataFolder) -> list:
    return folder.findings()


def facts_of(folder: DataFolder) -> Facts:
    assert errors(folder) == []
    return Facts.of(load(folder.path, "data").dossier)


def block(folder: DataFolder, name: str) -> list[list[str]]:
    """What a block says: its rows, cell by cell, and its other lines."""
    rendered = Renderer(facts_of(folder)).block(name)
    tree = html.fragment_fromstring(rendered, create_parent=True)
    return [
        [" ".join(part.text_content().split()) for part in (line if line.tag == "tr" else [line])]
        for line in tree.iter("caption", "tr", "li", "figcaption")
    ]


# --- Numbers as plans say them --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "prose", "table", "words"),
    [
        ("8", "08", "8", "tám"),
        ("{about: 150}", "khoảng 150", "khoảng 150", "khoảng một trăm năm mươi"),
        ("{at_most: 5}", "không quá 05", "không quá 5", "không quá năm"),
        ("{at_least: 55}", "ít nhất 55", "ít nhất 55", "ít nhất năm mươi lăm"),
        ("{percent: 5}", "5%", "5%", "năm phần trăm"),
        ("{at_most_percent: 30}", "không quá 30%", "không quá 30%", "không quá ba mươi phần trăm"),
        ("{at_least_percent: 5}", "ít nhất 5%", "ít nhất 5%", "ít nhất năm phần trăm"),
    ],
)
def test_a_number_is_written_with_what_is_said_of_it(congress, typed, prose, table, words):
    congress.edit("awards.yml", "stated: {at_most: 5}", f"stated: {typed}")
    if typed == "8":
        congress.append("awards.yml", "    recipients: {open: chưa có danh sách}\n")
    names = facts_of(congress).names
    name = "awards.ho.stated"
    shown = [names.as_text(f"{{{name}:{form}}}") for form in ("prose", "table", "words")]
    assert shown == [prose, table, words]
    assert names.as_text(f"{{{name}}}") == prose


def test_sums_are_ranges():
    about, most, least = Amount(about=150), Amount(at_most=5), Amount(at_least=55)
    assert range_of(8) == Range(8, 8) and range_of(about) == Range(135, 165)
    assert range_of(Amount(about=4)) == Range(3, 5)
    assert range_of(most) + range_of(8) == Range(8, 13)
    assert range_of(least) + range_of(8) == Range(63, None)
    assert range_of(Amount(percent=30), Range(150, 150)) == Range(45, 45)
    assert range_of(Amount(percent=30), range_of(least)) == Range(16, None)
    assert range_of(Amount(percent=30)) == range_of(None) == UNKNOWN
    assert range_of(Amount(at_most_percent=30), Range(149, 149)) == Range(0, 44)
    assert range_of(Amount(at_least_percent=55), Range(149, 149)) == Range(82, 149)
    assert range_of(Amount(at_least_percent=55), range_of(least)) == Range(31, None)
    assert range_of(Amount(at_most_percent=30)) == range_of(Amount(at_least_percent=55)) == UNKNOWN
    assert (Range(8, 8) + Range(2, 2)).exact == 10 and range_of(most).exact is None
    assert Range(8, 8).meets(Range(5, 9)) and Range(5, 9).meets(Range(8, 8))
    assert not Range(8, 8).meets(Range(9, None)) and not Range(9, None).meets(Range(8, 8))


def test_only_a_sum_that_can_be_known_is_one():
    few = Amount(at_most=5)
    assert [sum_of(v) for v in ([8, 20], [few], [8, few], [8, None], [])] == [
        28,
        few,
        None,
        None,
        None,
    ]


# --- Wrong inputs ---------------------------------------------------------------------------------

ONE_WAY = "hãy ghi đúng một dòng: about (khoảng), at_most (không quá), at_least (ít nhất), percent"
WRONG = [
    ("delegates.yml", "{about: 150}", "{about: 150, at_most: 160}", "{about: 150,", ONE_WAY),
    ("delegates.yml", "{about: 150}", "{}", "{}", ONE_WAY),
    ("delegates.yml", "{about: 150}", "{abuot: 150}", "abuot", "Có phải «about» không?"),
    ("delegates.yml", "{about: 150}", "{about: 0}", "0}\ngroups", "số phải từ 1 trở lên"),
    ("delegates.yml", "{about: 150}", "khoảng 150", "khoảng 150", "hãy viết {about: 150}."),
    ("delegates.yml", "{about: 150}", "Không quá 150", "Không quá 150", "hãy viết {at_most: 150}."),
    ("delegates.yml", "{about: 150}", "tối thiểu 055", "tối thiểu 055", "hãy viết {at_least: 55}."),
    ("delegates.yml", "{at_most: 30}", "30%", "30%", "hãy viết {percent: 30}."),
    ("delegates.yml", "{at_most: 30}", "tối đa 30 %", "tối đa", "hãy viết {at_most_percent: 30}."),
    ("delegates.yml", "{at_most: 30}", "ít nhất 55%", "ít nhất 55%", "hãy viết {at_least_percent: 55}."),
    ("delegates.yml", "{at_most: 30}", "{at_least_percent: 130}", "130", "số không được quá 100"),
    ("delegates.yml", "{at_most: 30}", "{at_most_percent: 30%}", "30%", "hãy viết liền, không ngoặc kép: 30."),
    ("delegates.yml", "{at_most: 30}", "{at_most: 30, at_least_percent: 5}", "{at_most: 30, at", ONE_WAY),
    ("delegates.yml", "{about: 150}", "{at_least_percent: 50}", "{at_least_percent", "tổng số không ghi phần trăm; hãy ghi số"),
    ("delegates.yml", "{at_most: 30}", "{percent: 30%}", "30%", "hãy viết liền, không ngoặc kép: 30."),
    ("delegates.yml", "{at_most: 30}", "{percent: 130}", "130", "số không được quá 100"),
    ("delegates.yml", "{about: 150}", "{percent: 50}", "{percent", "tổng số không ghi phần trăm; hãy ghi số"),
    ("delegates.yml", "id: khach", "id: guest", "guest, label", "là tên một loại đại biểu; hãy đặt mã khác"),
    ("delegates.yml", "class: guest", "class: khách", "khách,", "một trong các chữ: official, guest, voting."),
    ("delegates.yml", "class: guest", "clas: guest", "clas:", "Có phải «class» không?"),
    ("delegates.yml", "overlap: false", "overlap: không", "không\n", "cần true hoặc false"),
    ("delegates.yml", "room: Phòng", "rom: Phòng", "rom:", "Có phải «room» không?"),
    ("awards.yml", "kind: individual", "kind: cá nhân", "cá nhân\n        stated", "một trong các chữ: collective, individual, household."),
    ("awards.yml", "    form: giấy khen\n", "", "id: ho\n", "hãy thêm dòng form, ví dụ: «form: giấy khen»"),
    ("awards.yml", "    forms:\n", "    form: giấy khen\n    forms:\n", "id: ubnd\n", "đã ghi forms thì xóa dòng form"),
    ("awards.yml", "{at_most: 5}", "không quá 5", "không quá 5", "hãy viết {at_most: 5}."),
    ("tasks.yml", "    lead: ban-dan-van\n", "", "id: tong-hop\n", "hãy thêm dòng lead (mã đơn vị), post (chức vụ) hoặc person (họ tên)"),
    ("tasks.yml", "    lead: ban-dan-van\n", "    lead: ban-dan-van\n    post: Trưởng ban\n", "id: tong-hop\n", "hãy giữ một trong các dòng lead, post"),
    ("tasks.yml", "result: biên bản", "reslt: biên bản", "reslt", "Có phải «result» không?"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "at", "advice"), WRONG)
def test_a_wrong_input_is_told_with_what_to_type(congress, file, old, new, at, advice):
    congress.edit(file, old, new)
    (found,) = errors(congress)
    assert str(found.place) == congress.place(file, at)
    assert advice in found.message
    assert_clear([found])


SUMS = [
    ("delegates.yml", "stated: 80", "stated: 180", ["delegate-groups"] * 2, "cộng các khối (180 + 40 + không quá 30 + chưa định + chưa định) được ít nhất 220; hãy sửa stated thành {about: 220}"),
    ("delegates.yml", "stated: 60}", "stated: 160}", ["delegate-groups"], "cộng các tổ thảo luận (160 + khoảng 60) được 214 đến 226"),
    ("awards.yml", "stated: 7\n", "stated: 8\n", ["award-total"], "Tiêu biểu: ghi 12 nhưng cộng các phần (5 + 8) được 13; hãy sửa stated thành 13, hoặc sửa các phần."),
    ("awards.yml", "stated: 8}", "stated: 9}", ["award-total"], "Tiêu biểu: ghi 12 nhưng cộng các hình thức (4 + 9) được 13; hãy sửa stated thành 13, hoặc sửa các hình thức."),
    ("awards.yml", "stated: 8}", "stated: {at_least: 9}}", ["award-total"], "cộng các hình thức (4 + ít nhất 9) được ít nhất 13"),
    ("awards.yml", "stated: 8}", "stated: {at_least: 8}}", [], ""),
    ("awards.yml", "stated: 8}", "stated: {about: 8}}", [], ""),
    ("awards.yml", "stated: 12\n", "stated: {about: 12}\n", [], ""),
    ("awards.yml", "stated: 12\n", "stated: {at_most: 11}\n", ["award-total"] * 2, "ghi không quá 11 nhưng cộng các phần (5 + 7) được 12; hãy sửa stated thành {at_most: 12}"),
    ("awards.yml", "stated: 12\n", "stated: {open: chưa định}\n", [], ""),
    ("awards.yml", "stated: 7\n", "stated: {percent: 55}\n", [], ""),
    ("awards.yml", "stated: 7\n", "stated: {at_least_percent: 58}\n", [], ""),
    ("awards.yml", "stated: 7\n", "stated: {at_least_percent: 59}\n", ["award-total"], "cộng các phần (5 + ít nhất 59%) được 13 đến 17; hãy sửa stated thành 13"),
    ("awards.yml", "stated: 7\n", "stated: {at_most_percent: 59}\n", [], ""),
    ("awards.yml", "stated: 7\n", "stated: {at_most_percent: 58}\n", ["award-total"], "cộng các phần (5 + không quá 58%) được 5 đến 11; hãy sửa stated thành 11"),
    ("delegates.yml", "stated: 80", "stated: {at_most_percent: 60}", [], ""),
    ("delegates.yml", "stated: 80", "stated: {at_least_percent: 100}", ["delegate-groups"], "cộng các khối (ít nhất 100% + 40 + không quá 30 + chưa định + chưa định) được ít nhất"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "rules", "advice"), SUMS)
def test_sums_are_compared_as_an_accountant_would(congress, file, old, new, rules, advice):
    congress.edit(file, old, new)
    found = errors(congress)
    assert sorted({one.rule for one in found}) == sorted(set(rules))
    assert not rules or any(advice in one.message for one in found), found
    assert_clear(found)


SHARES = [
    ("awards.yml", "stated: 5\n", "stated: 7\n", "{at_least_percent: 60}", "{percent: 41}", "award-total", "các phần đến đây được 101%"),
    ("awards.yml", "stated: 4}", "stated: 8}", "{percent: 60}}", "{at_least_percent: 50}}", "award-total", "các hình thức đến đây được 110%"),
    ("delegates.yml", "stated: 80", "stated: 40", "{percent: 80}", "{percent: 30}", "delegate-groups", "các khối đến đây được 110%"),
    ("delegates.yml", "stated: 60}", "stated: {about: 60}}", "{at_least_percent: 51}}", "{at_least_percent: 50}}", "delegate-groups", "các tổ thảo luận đến đây được 101%"),
]  # fmt: skip


@pytest.mark.parametrize("total", ["", "{open: chưa định}", "{about: 3}"])
@pytest.mark.parametrize(("file", "first", "second", "one", "other", "rule", "advice"), SHARES)
def test_shares_of_one_whole_are_no_more_than_all_of_it(
    congress, total, file, first, second, one, other, rule, advice
):
    """However many the whole is, and whether anybody knows it; told at the share that is too much."""
    if total:
        whole = "stated: 12\n" if file == "awards.yml" else "stated: {about: 150}"
        congress.edit(file, whole, f"stated: {total}" + "\n" * whole.endswith("\n"))
    congress.edit(file, first, f"stated: {one}\n" if first.endswith("\n") else f"stated: {one}")
    congress.edit(
        file, second, f"stated: {other}\n" if second.endswith("\n") else f"stated: {other}"
    )
    told = [found for found in errors(congress) if "quá 100%" in found.message]
    assert [found.rule for found in told] == [rule]
    assert advice in told[0].message
    assert str(told[0].place) == congress.place(file, other)
    assert_clear(told)


def named(count: int) -> str:
    people = [
        f"  - {{id: n-{i}, name: Người {'ABCDEFGHIJ'[i]}, groups: [bao]}}\n" for i in range(count)
    ]
    return "delegates:\n" + "".join(people)


@pytest.mark.parametrize(
    ("stated", "count", "told"),
    [
        ("{about: 5}", 6, ""),
        ("{about: 5}", 7, "ghi khoảng 5 nhưng đếm danh sách được 7; hãy sửa stated thành {about: 7}"),
        ("{at_most: 5}", 3, ""),
        ("{at_most: 5}", 6, "ghi không quá 5 nhưng đếm danh sách được 6; hãy sửa stated thành {at_most: 6}"),
        ("{at_least: 5}", 6, ""),
        ("{at_least: 5}", 4, "ghi ít nhất 5 nhưng đếm danh sách được 4; hãy sửa stated thành {at_least: 4}"),
        ("5", 6, "ghi 5 nhưng đếm danh sách được 6; hãy sửa stated thành 6"),
    ],
)  # fmt: skip
def test_names_are_counted_against_what_was_said(congress, stated, count, told):
    """Typing what is proposed makes it right."""
    text = "groups:\n  - {id: bao, label: Báo chí, name: Phóng viên}\n"
    congress.replace("delegates.yml", f"stated: {stated}\n{text}{named(count)}")
    if told:
        (found,) = errors(congress)
        assert found.rule == "delegate-total" and told in found.message
        proposed = told.rsplit("thành ", 1)[1]
        congress.edit("delegates.yml", f"stated: {stated}", f"stated: {proposed}")
    assert errors(congress) == []


def test_a_share_of_a_group_is_of_the_whole(congress):
    text = "stated: 10\ngroups:\n  - {id: bao, label: Báo chí, name: Phóng viên}\n"
    nu = "  - {id: nu, label: Nữ, name: Đại biểu nữ, stated: {percent: 30}}\n"
    congress.replace("delegates.yml", text + nu + named(10).replace("[bao]", "[bao, nu]", 3))
    assert errors(congress) == []
    congress.edit("delegates.yml", "stated: {percent: 30}", "stated: {percent: 50}")
    (found,) = errors(congress)
    assert "Nữ: ghi 50% nhưng đếm danh sách được 3; hãy sửa stated thành 3" in found.message


# --- Delegates ------------------------------------------------------------------------------------


def test_classes_are_counted_where_groups_share_nobody(congress):
    figures = facts_of(congress).figures
    assert figures["delegates.official.stated"].value == 120
    assert figures["delegates.official.stated"].formula == "80 + 40"
    assert figures["delegates.guest.stated"].shown() == "không quá 30"
    assert "delegates.voting.stated" not in figures
    congress.edit("delegates.yml", "overlap: false\n", "")
    figures = facts_of(congress).figures
    assert "delegates.official.stated" not in figures and "delegates.guest.stated" in figures


def test_the_groups_say_what_was_said_of_them(congress):
    caption, head, *rows = block(congress, "delegate_groups_table")
    assert caption == ["Thành phần đại diện: 5 khối, dự kiến khoảng 150 đại diện"]
    assert head == ["TT", "Khối", "Thành phần", "Loại", "Số dự kiến", "Cách cử"]
    assert [row[3:] for row in rows] == [
        ["Đại biểu chính thức", "80", ""],
        ["Đại biểu chính thức", "40", ""],
        ["Khách mời", "không quá 30", ""],
        ["", "", "Mỗi báo cử phóng viên"],
        ["", "", ""],
        [""],
        [""],
        [""],
    ]
    assert [row[1:3] for row in rows[-3:]] == [
        ["Tổng số đại diện dự kiến", "khoảng 150"],
        ["Đại biểu chính thức", "120"],
        ["Khách mời", "không quá 30"],
    ]


def test_a_total_that_is_the_sum_of_the_groups_stands_there_once(congress):
    text = "groups:\n  - {id: xa, label: Các xã, name: Đại diện các xã, stated: 80}\n"
    congress.replace("delegates.yml", f"stated: 80\noverlap: false\n{text}")
    *_, foot = block(congress, "delegate_groups_table")
    assert foot[1:] == ["Tổng số đại biểu dự kiến", "80"]
    congress.replace("delegates.yml", f"overlap: false\n{text}")
    *_, foot = block(congress, "delegate_groups_table")
    assert foot[1:] == ["Cộng các khối", "80"]


def test_each_head_of_the_list_is_counted_once_in_its_class(congress):
    """Where groups share people the stated numbers say nothing of a class; the list does."""
    groups = (
        "groups:\n  - {id: xa, label: Các xã, name: Đại diện các xã, class: official}\n"
        "  - {id: nu, label: Nữ, name: Đại biểu nữ, class: official}\n"
        "  - {id: bao, label: Báo chí, name: Phóng viên, class: guest}\n"
    )
    people = named(5).replace("[bao]", "[xa, nu]", 2).replace("[bao]", "[nu]", 1)
    congress.replace("delegates.yml", groups + people)
    figures = facts_of(congress).figures
    assert figures["delegates.official.counted"].value == 3
    assert figures["delegates.guest.counted"].value == 2
    assert "delegates.official.stated" not in figures and "delegates.voting.counted" not in figures


def test_of_groups_without_numbers_nothing_is_counted(congress):
    """Nobody said 0, and nothing says it."""
    text = "groups:\n  - {id: xa, label: Các xã, name: Đại diện các xã}\n"
    congress.replace("delegates.yml", text)
    caption, head, row = block(congress, "delegate_groups_table")
    assert caption == ["Thành phần đại biểu: 1 khối"] and head == ["TT", "Khối", "Thành phần"]
    assert row == ["1", "Các xã", "Đại diện các xã"]
    assert block(congress, "delegates_chart") == []
    assert not [line for line in block(congress, "key_figures") if "đại biểu" in line[0]]
    assert "Chưa ghi danh sách đại biểu." in Renderer(facts_of(congress)).block("delegates_table")
    names = [name for name in facts_of(congress).figures if name.startswith("delegates.")]
    assert names == ["delegates.groups"]


def test_a_sum_nobody_can_know_is_not_shown(congress):
    congress.edit("delegates.yml", "overlap: false\n", "")
    assert "delegates.group_sum" not in facts_of(congress).figures
    assert block(congress, "delegates_chart") == []
    assert "awards.total" not in facts_of(congress).figures
    assert block(congress, "awards_chart") == []
    rows = block(congress, "awards_table")
    assert rows[0] == ["Khen thưởng"]
    assert [row[-2:] for row in rows[-3:]] == [
        ["Cộng tập thể", "5"],
        ["Cộng cá nhân", "7"],
        ["Cộng hộ gia đình", "không quá 5"],
    ]


def test_discussion_groups_have_a_chair_and_a_room(congress):
    caption, *rows = block(congress, "discussion_groups_table")
    assert caption == ["Tổ thảo luận: 2 tổ"]
    assert rows == [
        ["TT", "Tổ", "Số đại diện", "Tổ trưởng", "Nơi họp"],
        ["1", "Tổ A", "60", "Trưởng Ban Dân vận Huyện ủy", "Phòng họp B"],
        ["2", "Tổ B", "khoảng 60", "", ""],
    ]


def test_the_list_says_who_sits_in_which_discussion_group(congress):
    """The table of the groups counts from it where no number was stated, and adds up what was."""
    groups = (
        "overlap: false\ngroups:\n  - {id: bao, label: Báo chí, name: Phóng viên}\n"
        "discussion:\n  - {id: mot, label: Tổ A, stated: 2}\n  - {id: hai, label: Tổ B, stated: 1}\n"
    )
    people = named(3).replace("[bao]", "[bao], discussion: mot", 2)
    people = people.replace("[bao]}", "[bao], discussion: hai}")
    congress.replace("delegates.yml", groups + people)
    assert block(congress, "discussion_groups_table")[-3:] == [
        ["1", "Tổ A", "2"],
        ["2", "Tổ B", "1"],
        ["", "Cộng", "3"],
    ]
    head, *rows = block(congress, "delegates_table")[1:]
    assert head[-2:] == ["Tổ", "Chỗ ngồi"]
    assert [row[-2] for row in rows] == ["Tổ A", "Tổ A", "Tổ B"]
    congress.edit("delegates.yml", ", stated: 2}", "}")
    congress.edit("delegates.yml", ", stated: 1}", "}")
    assert block(congress, "discussion_groups_table")[-2:] == [
        ["1", "Tổ A", "2"],
        ["2", "Tổ B", "1"],
    ]


def test_a_list_says_only_what_is_known_of_it(congress):
    text = "overlap: false\ngroups:\n  - {id: bao, label: Báo chí, name: Phóng viên}\n"
    rest = "rest: {open: chờ các báo}\n"
    congress.replace("delegates.yml", text + named(3) + rest)
    caption, *_ = block(congress, "delegates_table")
    assert caption == ["Danh sách đại biểu: mới có 3 người"]


# --- Awards ---------------------------------------------------------------------------------------


def test_awards_are_written_with_their_kinds_and_forms(congress):
    assert block(congress, "awards_list") == [
        ["UBND huyện tặng cho 12 tập thể, cá nhân tiêu biểu, gồm 05 tập thể và 07 cá nhân; "
         "hình thức: 04 bằng khen cấp tỉnh và 08 giấy khen;"],
        ["Ban Thường vụ Huyện ủy tặng giấy khen cấp huyện cho không quá 05 hộ gia đình gương mẫu."],
    ]  # fmt: skip
    rows = block(congress, "awards_table")
    assert rows[1][-1] == "Số lượng"
    assert [row[1] for row in rows if row[0] == "" and "hình thức" in row[1]] == [
        "theo hình thức: bằng khen cấp tỉnh"
    ]


def test_nobody_is_rewarded_yet_by_what_is_only_proposed(congress):
    """It is printed as a proposal, and adds nothing to what is given."""
    congress.edit("awards.yml", "  - id: ho\n", "  - id: ho\n    proposed: true\n")
    assert block(congress, "awards_list")[-1] == [
        "Đề nghị Ban Thường vụ Huyện ủy tặng giấy khen cấp huyện cho không quá 05 hộ gia đình gương mẫu."
    ]
    rows = block(congress, "awards_table")
    assert rows[0] == ["Khen thưởng: 12 tập thể, cá nhân (mười hai)"]
    assert ["2", "Đề nghị Ban Thường vụ Huyện ủy"] in [row[:2] for row in rows]
    assert [row[-2:] for row in rows[-3:]] == [
        ["Cộng", "12"],
        ["Cộng tập thể", "5"],
        ["Cộng cá nhân", "7"],
    ]
    assert "awards.households.total" not in facts_of(congress).figures


def test_the_total_names_the_kinds_that_occur(congress):
    congress.edit(
        "awards.yml", "stated: {at_most: 5}", "stated: 5\n    recipients: {open: chưa có}"
    )
    figures = facts_of(congress).figures
    title = "Tổng số tập thể, cá nhân, hộ gia đình được khen thưởng"
    assert (figures["awards.total"].value, figures["awards.total"].title) == (17, title)
    kinds = ("collectives", "individuals", "households")
    totals = [figures[f"awards.{kind}.total"] for kind in kinds]
    assert [figure.value for figure in totals] == [5, 7, 5]
    assert totals[1].title == "Tổng số cá nhân được khen thưởng"
    assert ["17 tập thể, cá nhân, hộ gia đình được khen thưởng"] in block(congress, "key_figures")


@pytest.mark.parametrize(
    ("kind", "noun"),
    [("individual", "cá nhân"), ("household", "hộ gia đình"), ("collective\n    noun: mô hình", "mô hình")],
)  # fmt: skip
def test_no_other_noun_is_printed_than_the_data_says(congress, kind, noun):
    """An award to persons never calls them collectives, in any block or title."""
    congress.replace(
        "awards.yml",
        f"awards:\n  - id: x\n    giver: mttq\n    form: giấy khen\n    label: Gương mẫu\n    to: gương mẫu\n"
        f"    kind: {kind}\n    stated: 2\n    recipients:\n      - {{id: a, name: Nguyễn Văn A}}\n"
        "    rest: {open: chờ tên}\n",
    )
    blocks = ("awards_list", "awards_table", "awards_chart", "recipients_tables", "key_figures")
    words = str([block(congress, name) for name in blocks])
    titles = str([f.title + f.formula for f in facts_of(congress).figures.values()])
    assert "tập thể" not in words.lower() and "tập thể" not in titles.lower()
    assert f"Khen thưởng: 2 {noun} (hai)" in words and f"2 {noun})" in words
    assert f"Tổng số {noun} được khen thưởng" in titles and f"đếm 1 {noun}" in titles


def test_persons_are_listed_with_post_and_unit(congress):
    caption, *rows = block(congress, "recipients_tables")
    assert caption == ["Cá nhân (danh sách mới có 1 trong 7 cá nhân)"]
    assert rows == [
        ["TT", "Họ và tên", "Chức vụ", "Đơn vị"],
        ["1", "Nguyễn Văn A", "Chủ tịch", "Ủy ban MTTQ Việt Nam"],
    ]


PERSON = "          - {id: a, name: Nguyễn Văn A, post: Chủ tịch, unit: mttq}\n"


@pytest.mark.parametrize(
    ("more", "rule", "advice"),
    [
        ("{id: b, name: Nguyễn văn A, post: Chủ tịch, unit: mttq}", "award-twice", "ghi rõ chức vụ, đơn vị nếu là hai người"),
        ("{id: b, name: Nguyễn Văn A, post: Bí thư, unit: huyen-uy}", "", ""),
        ("{id: b, name: Trần Thị B, post: Chủ tịch, unit: mttq}", "", ""),
        ("{id: b, name: Nguyễn Văn 2}", "person-name", "hãy chỉ viết họ và tên"),
    ],
)  # fmt: skip
def test_persons_are_known_by_name_post_and_unit(congress, more, rule, advice):
    """A person is of a unit: several are, and none is called as it is."""
    congress.edit("awards.yml", PERSON, f"{PERSON}          - {more}\n")
    found = errors(congress)
    assert [one.rule for one in found] == [rule] * bool(rule)
    assert all(advice in one.message for one in found)


def test_the_rewarded_need_seats_by_their_own_noun(congress):
    group = "  - {id: thuong, label: Được khen, name: Những người được khen, rewarded: true, stated: 11}\n"
    congress.edit("delegates.yml", "discussion:\n", f"{group}discussion:\n")
    (found,) = errors(congress)
    said = "khối Được khen ghi 11 trong khi có 12 tập thể, cá nhân, hộ gia đình được khen; hãy sửa thành 12 hoặc hơn"
    assert found.rule == "award-seats" and said in found.message


# --- Tasks ----------------------------------------------------------------------------------------


def test_posts_and_persons_lead_tasks_as_printed(congress):
    assert block(congress, "tasks_list") == [
        ["Giao Chánh Văn phòng Huyện ủy soạn báo cáo (thời hạn: ngày 18/12/2022; kết quả: báo cáo tổng kết)."],
        ["Giao đồng chí Nguyễn Văn A chủ trì, phối hợp với Ban Dân vận Huyện ủy chuẩn bị hội trường; "
         "đón tiếp (thời hạn: 03 ngày trước ngày họp)."],
        ["Giao Ban Dân vận Huyện ủy tổng hợp ý kiến (kết quả: biên bản)."],
    ]  # fmt: skip
    _, head, *rows = block(congress, "tasks_table")
    assert head == ["TT", "Chủ trì", "Nội dung", "Phối hợp", "Thời hạn", "Kết quả"]
    assert rows[0] == ["1", "Chánh Văn phòng Huyện ủy", "Soạn báo cáo", "", "18/12/2022", "Báo cáo tổng kết"]  # fmt: skip
    assert rows[1][1] == "Đồng chí Nguyễn Văn A" and rows[1][4:] == ["03 ngày trước ngày họp", ""]
    by_unit = [row[0] for row in block(congress, "tasks_by_unit") if len(row) > 1]
    assert by_unit == ["Đơn vị", "Chánh Văn phòng Huyện ủy", "Đồng chí Nguyễn Văn A", "Ban Dân vận Huyện ủy"]  # fmt: skip


def test_six_columns_need_a_sheet_that_lies(congress):
    """On a standing sheet they run over its edge; five, without results, fit."""
    page, _ = read_page(
        "x", "---\ntitle: X\npaper: appendix\n---\n{{ tasks_table() }}\n", "docs/x.md"
    )
    assert Renderer(facts_of(congress)).is_wide(page)
    congress.edit("tasks.yml", "    result: báo cáo tổng kết\n", "")
    congress.edit("tasks.yml", "    result: biên bản\n", "")
    assert not Renderer(facts_of(congress)).is_wide(page)


def test_a_deadline_of_a_post_is_checked_like_others(congress):
    congress.edit("tasks.yml", "due: 18/12/2022", "due: 18/12/2021")
    (found,) = errors(congress)
    assert found.rule == "deadline-early"


def test_what_leads_and_hosts_need_not_be_invited(folder: DataFolder):
    """Whoever carries an item may be of the house: no group has to name its unit."""
    folder.edit("agenda.yml", "unit: van-phong-huyen-uy", "unit: van-phong-hdnd-ubnd")
    assert errors(folder) == []


def test_files_in_part_are_no_reason_to_add_up(congress, tmp_path: Path):
    congress.edit("awards.yml", "    label: Gương mẫu\n", "")
    loaded = load(congress.path, "data")
    assert [found.rule for found in loaded.findings] == ["missing-key"]
    assert check(Facts.of(loaded.dossier)) == []


def test_a_list_of_groups_may_say_how_many_and_by_which_rule(congress):
    """In a block of its own: numbers that are settled later change no list that was signed without them."""
    renderer = Renderer(facts_of(congress))
    lines = [
        " ".join(line.text_content().split())
        for line in html.fromstring(renderer.block("delegate_groups_counted")).cssselect("li")
    ]

    assert lines == [
        "Đại diện các xã: 80 đại diện;",
        "Đại diện các ban: 40 đại diện;",
        "Khách mời: không quá 30 đại diện;",
        "Phóng viên (mỗi báo cử phóng viên);",
        "Bộ phận phục vụ.",
    ]
    assert "80" not in renderer.block("delegate_groups_list")
