"""What a sentence says otherwise than the data: another chair, half of the day, term or meeting, a later paper."""

import shutil

import pytest
from corpus_run import dossier
from folders import FULL
from twins import FIRST_DAY, SECOND_DAY, meetings

from conference.facts import Facts
from conference.guard import guard
from conference.loading import load
from conference.models.conference import Conference
from conference.pages.page import read_page

pytestmark = pytest.mark.every(3)

HEAD = "---\ntitle: Kế hoạch\npaper: document\ndocument: ke-hoach\n---\n"


def told(text: str, facts: Facts | None = None) -> list[str]:
    """What is told of a sentence of the plan, as far as it contradicts the data."""
    page, _ = read_page("ke-hoach", f"{HEAD}{text}\n", "docs/ke-hoach.md")
    found = guard(facts or dossier().facts, [page]).findings
    return [str(one) for one in found if one.rule == "said-otherwise"]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ('{{ unit("mttq") }} chủ trì hội nghị.', 1),
        ('Hội nghị do {{ unit("mttq") }} chủ trì.', 13),
        ('Hội nghị họp buổi sáng, do lãnh đạo {{ unit("mttq", "short") }} chủ tọa.', 37),
        ('- Chủ trì: {{ unit("mttq") }}.', 12),
        ('Chủ trì hội nghị là {{ unit("mttq") }}; thư ký do hội nghị cử.', 21),
        ("Hội nghị do Ban Dân vận Huyện ủy Minh Họa chủ trì.", 13),
        ('Công tác năm qua tốt; {{ unit("mttq") }} chủ trì Hội nghị.', 23),
    ],
)
def test_another_chair_is_told_with_both_places(text, column):
    [found] = told(text)
    assert found.startswith(f"docs/ke-hoach.md:6:{column}: ")
    assert "data/conference.yml:13 ghi «Ban Thường vụ" in found
    assert "hãy sửa câu này, hoặc sửa chairs." in found


@pytest.mark.parametrize(
    ("text", "told_at"),
    [
        ("Chủ trì: đồng chí Giám đốc.", "6:19"),
        ("Đồng chí Giám đốc chủ trì hội nghị.", "6:10"),
        ("Chủ trì: đồng chí Phó Giám đốc.", ""),
        ("Đồng chí Giám đốc chủ trì, phối hợp với Văn phòng.", ""),
        ("Đồng chí Phó Giám đốc chủ trì hội nghị; Giám đốc dự.", ""),
    ],
)
def test_another_post_that_chairs_is_told(folder, text, told_at):
    folder.edit(
        "conference.yml",
        "chairs:\n  - ban-thuong-vu\n",
        "chairs:\n  - post: Đồng chí Phó Giám đốc\n",
    )
    found = told(text, Facts.of(load(folder.path, "data").dossier))
    assert [
        one for one in found if f"ke-hoach.md:{told_at}:" in one and "«phó giám đốc»" in one
    ] == found
    assert bool(found) == bool(told_at)


@pytest.mark.parametrize(
    "text",
    [
        '{{ unit("ban-thuong-vu") }} chủ trì hội nghị.',
        'Hội nghị do {{ unit("ban-thuong-vu") }}, {{ unit("mttq") }} chủ trì.',
        '{{ unit("mttq") }} chủ trì, phối hợp với {{ unit("cong-an") }} chuẩn bị hội nghị.',
        '{{ unit("mttq") }} chủ trì chuẩn bị báo cáo.',
        '- Chủ trì: {{ unit("mttq") }}; phối hợp: {{ unit("cong-an") }}.',
        'Văn bản do {{ unit("mttq") }} chủ trì soạn thảo.',
        "Người chủ trì hội nghị kết luận.",
        'Hội nghị thành công. Báo cáo do {{ unit("mttq") }} chủ trì.',
    ],
)
def test_who_leads_something_else_chairs_nothing(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('Khai mạc lúc {{ figure("agenda.khai-mac.start") }}, buổi sáng.', ""),
        ('Buổi sáng, từ {{ figure("agenda.khai-mac.time") }}.', ""),
        ('Buổi chiều, từ {{ figure("agenda.khai-mac.time") }}.', "chiều"),
        ('Chiều {{ figure("agenda.phong-su.start") }} chiếu phóng sự.', "Chiều"),
        ('Buổi chiều xem phóng sự; {{ figure("agenda.phong-su.start") }} có mặt.', ""),
        ('Buổi chiều kết thúc lúc {{ figure("agenda.phong-su.end") }}.', ""),
    ],
)
def test_the_half_of_the_day_is_that_of_the_hour_that_is_called(text, wrong):
    found = told(text)
    assert len(found) == bool(wrong)
    assert not wrong or f"«{wrong}» đứng trước «agenda." in found[0]
    assert not wrong or "data/agenda.yml:" in found[0]


@pytest.fixture(scope="module")
def later(tmp_path_factory) -> Facts:
    """The facts of the invented dossier with one paper dated after the plan, of 3 December."""
    folder = tmp_path_factory.mktemp("later")
    shutil.copytree(FULL / "data", folder, dirs_exist_ok=True)
    file = folder / "citations.yml"
    file.write_text(file.read_text("utf-8").replace("10/11/2031", "04/12/2031"), "utf-8")
    return Facts.of(load(folder, "data").dossier)


def test_a_document_mentions_no_paper_that_was_not_there_yet(later):
    text = 'Theo {{ cite("cong-van-01", "short") }}.'
    assert told(text) == []
    [found] = told(text, later)
    assert found.startswith("docs/ke-hoach.md:6:6: ")
    assert "«Công văn số 01-MH/MH» ghi ngày 04/12/2031 (data/citations.yml:9)" in found
    assert "sau ngày của văn bản nhắc đến nó, 03/12/2031 (data/documents.yml:18)" in found


def test_what_could_not_be_read_contradicts_nobody():
    in_part = Conference.in_part({"meetings": []}, {})
    unread = dossier().facts.dossier.model_copy(update={"conference": in_part})
    assert told('{{ unit("mttq") }} chủ trì hội nghị.', Facts.of(unread)) == []


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Họp Chủ nhật, {{ conference.date }}.", "«Chủ nhật» gõ tay là ngày"),
        ("Họp chủ nhật {{ conference.date | short }}.", "«chủ nhật» gõ tay là ngày"),
        ("Không làm việc Chủ nhật.", ""),
        ("Họp Thứ Bảy, {{ conference.date }}.", "«Thứ Bảy» gõ tay là ngày"),
        ("Họp thứ sáu, {{ conference.date }}.", "«thứ sáu» gõ tay là ngày"),
        ("Họp lần thứ hai, {{ conference.date }}.", "«hai» gõ tay là số thứ tự"),
    ],
)
def test_a_weekday_beside_a_day_that_is_called_is_typed_by_hand(text, told_of):
    page, _ = read_page("ke-hoach", f"{HEAD}{text}\n", "docs/ke-hoach.md")
    found = [str(one) for one in guard(dossier().facts, [page]).findings]
    assert len(found) == bool(told_of)
    assert not found or told_of in found[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hội Nông dân huyện khóa XIX.", "«XIX» gõ tay, khác «khóa XX» ghi ở"),
        ("Hội Nông dân huyện khóa XX.", "«XX» gõ tay, bằng «khóa XX» ghi ở"),
        ("Hội Nông dân huyện khóa 20.", "«20» gõ tay, bằng «khóa XX» ghi ở"),
        ("Nhiệm kỳ thứ hai mươi của Hội.", "bằng «khóa XX» ghi ở"),
        ("Nhiệm kỳ thứ hai của Hội.", "khác «khóa XX» ghi ở"),
        ("Đại hội XIX của Hội Nông dân.", "khác «khóa XX» ghi ở"),
    ],
)
def test_another_term_is_told_with_both_places(text, said):
    page, _ = read_page("ke-hoach", f"{HEAD}{text}\n", "docs/ke-hoach.md")
    [found] = [str(one) for one in guard(dossier().facts, [page]).findings]
    assert said in found and "data/conference.yml:10; nếu nói hội nghị này" in found
    assert "{{" not in found  # whose term it is nobody knows


def told_of_units(folder, name: str) -> list[str]:
    folder.edit("units.yml", "name: Ban Chấp hành Đảng bộ huyện\n", f"name: {name}\n")
    findings = guard(Facts.of(load(folder.path, "data").dossier), []).findings
    return [str(one) for one in findings if one.rule == "said-otherwise"]


def test_another_term_in_the_name_of_our_own_body_is_told(folder):
    [found] = told_of_units(folder, "Ban Chấp hành Đảng bộ huyện khóa XXV")
    assert "«khóa XXV» trong tên này khác khóa XXVI ghi ở data/conference.yml:8" in found
    assert folder.place("units.yml", "khóa XXV") in found


@pytest.mark.parametrize("name", ["Đảng bộ huyện khóa XXVI", "Hội đồng nhân dân huyện khóa XIX"])
def test_our_term_and_that_of_others_may_stand_in_a_name(folder, name):
    assert told_of_units(folder, name) == []


@pytest.fixture
def two_meetings(folder):
    """The plan's conference in two meetings that are called by their rank."""
    for edit in meetings(FIRST_DAY, SECOND_DAY):
        folder.edit(*edit)
    first, second = "Cuộc họp\n    date: 20", "Cuộc họp\n    date: 21"
    folder.edit("conference.yml", first, "Hội nghị lần thứ nhất\n    date: 20")
    folder.edit("conference.yml", second, "Hội nghị lần thứ hai\n    date: 21")
    return folder


def told_of_meetings(folder, text: str) -> list[str]:
    page, _ = read_page("ke-hoach", f"{HEAD}{text}\n", "docs/ke-hoach.md")
    facts = Facts.of(load(folder.path, "data").dossier)
    return [str(one) for one in guard(facts, [page]).findings if one.rule == "typed-number"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('Tại {{ figure("meetings.lan-hai.name") }}.', ""),
        (
            "Tại Hội nghị lần thứ hai.",
            '6:5: lỗi: «Hội nghị lần thứ hai» là tên một cuộc họp, gõ tay; hãy viết {{ figure("meetings.lan-hai.name") }}.',
        ),
        ("Tại hội nghị lần thứ ba.", "6:22: lỗi: số «ba» gõ tay, không có trong tên cuộc họp nào"),
        ("Tại hội nghị lần 2.", "«Hội nghị lần thứ nhất», «Hội nghị lần thứ hai»); hãy gọi cả tên"),
    ],
)
def test_a_meeting_is_called_by_its_name(two_meetings, text, said):
    found = told_of_meetings(two_meetings, text)
    assert len(found) == bool(said) and all(said in one for one in found)


def test_the_name_of_a_meeting_says_which_it_is(two_meetings):
    two_meetings.edit("conference.yml", "lần thứ hai", "lần thứ ba")
    [found] = told_of_meetings(two_meetings, "")
    assert two_meetings.place("conference.yml", "ba\n    date: 21") in found
    assert "không phải thứ tự của cuộc họp này trong meetings; hãy viết lần thứ hai" in found
