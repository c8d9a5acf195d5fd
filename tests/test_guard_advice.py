"""What the guard says of a number, a paper or a name: never a guess, and always what to type."""

import pytest
from corpus_run import HEAD, Sentence, judge
from folders import FULL, PLAN, ROOT, DataFolder, copy_of
from one_page import PageOfThePlan
from twins import date as on_day

from conference.facts import Facts
from conference.folders import dossier_folder
from conference.guard import guard
from conference.loading import load
from conference.opening import open_publication
from conference.pages.page import read_page

pytestmark = pytest.mark.every(8)


@pytest.fixture(scope="module")
def page():
    """The plan's page in memory: what is told when something is typed into it."""
    return PageOfThePlan("ke-hoach")


def rules(found):
    return [finding.rsplit("[", 1)[1].rstrip("]") for finding in found]


@pytest.mark.parametrize(
    ("typed", "advised"),
    [
        ("Khen 20 tập thể.", '{{ figure("awards.ubnd-huyen.stated") }}'),
        ("Khen 28 tập thể tiêu biểu.", "{{ awards.total }}"),
        ("Tặng 28 giấy khen.", "{{ awards.total }}"),
        ("Có 15 mô hình được chọn.", '{{ figure("awards.ubnd-huyen.mo-hinh.stated") }}'),
        ("Mời 150 đại biểu.", "{{ delegates.stated }}"),
        ("Mời một trăm năm mươi đại biểu.", "{{ delegates.stated | words }}"),
        ("Gồm 7 mục.", "{{ agenda.total }}"),
        ("Giao 4 việc.", "{{ tasks.total }}"),
        ("Tuần 4 tháng 12/2022.", "{{ conference.week }}"),
        ("Năm 2023.", "{{ conference.next_year }}"),
        ("Đảng bộ huyện khóa XXVI.", "{{ conference.term }}"),
        ("Dai bieu chia lam tam khoi.", "{{ delegates.groups }}"),
    ],
)
def test_a_figure_is_proposed_where_value_and_noun_agree(page, typed, advised):
    _, found = page.told(typed)

    assert f"hãy viết {advised}." in found[0]
    assert set(rules(found)) == {"typed-number"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Kê 20 bộ bàn ghế.", "vừa đi với «bộ"),
        ("Có 8 dòng trong bảng.", "vừa đi với «dòng"),
        ("Có 11 người vắng.", "vừa đi với «người»"),
        ("Mời 150 đại biểu Quốc hội.", "vừa đi với «đại biểu»"),
        ("Quốc hội khóa XXVI.", "của nơi khác thì khai vào exceptions.yml"),
        ("Quốc hội kỳ họp thứ sáu.", "là số thứ tự"),
        ("Phong trào 3 không.", "vừa đếm cùng một thứ"),
        ("Hỗ trợ 20 triệu đồng.", "là số tiền"),
        ("Đạt 20%.", "là tỷ lệ phần trăm"),
        ("Có 4/5 chi bộ.", "là một phần của số khác"),
        ("Nghỉ 15 phút.", "là thời lượng hay số đo"),
        ("Họp lúc 8h00.", "là giờ"),
        ("Hạn là 22/12/2022.", "là ngày"),
        ("Nhiệm kỳ 2026 - 2031.", "là một quãng năm"),
        ("Biên bản theo Mẫu 09/BH.", "là số của mẫu biểu, chưa có trong citations.yml; hãy thêm"),
        ("Theo Mẫu số 01/BH - Biên bản.", "«01/BH» là số của mẫu biểu"),
        ("Theo khoản 2 của Quy chế.", "là số của mẫu biểu, điều khoản hay đề mục"),
        ("Luật Thi đua, khen thưởng năm 2022.", "nằm trong tên văn bản dẫn"),
        ("So với năm 2019.", "không có tên nào gọi ra năm này"),
        ("Họp vào tháng năm.", "là ngày"),
        ("Họp vào chiều tháng Sáu.", "là ngày"),
        ("Ngồi ở ghế A01.", "là số ghế, số phòng"),
        ("Xong trong quý III.", "là ngày"),
        ("Chi tiết tại Phụ lục V.", "không có phụ lục nào đánh số ấy"),
    ],
)
def test_else_it_is_said_what_the_number_seems_to_be(page, typed, said):
    _, (found,) = page.told(typed)

    assert said in found
    assert "{{" not in found.replace('{{ section("mã-đề-mục") }}', "")
    assert ".yml" in found


BODIES = """\
presidium: [{person: Nguyễn Văn A}, {person: Đồng chí Trần Thị Bình}, {person: Lê Văn C}]
secretaries: [{person: Phạm Thị D}, {person: Hoàng Văn E}]
"""
OTHER_FACTS = """\
quantities:
  - {id: thuong, title: Tiền thưởng, value: 500000, noun: đồng}
  - {id: nu, title: Tỉ lệ nữ, value: 15, noun: "%"}
  - {id: uy-vien, title: Số ủy viên, value: 29, noun: ủy viên}
  - {id: tham-luan, title: Số tham luận, value: 77, noun: tham luận}
days:
  - {id: chot, title: hạn chốt danh sách, date: {no_later_than: 30/11/2022}}
  - {id: gop-y, title: thời gian góp ý, date: {first: 01/11/2022, last: 20/11/2022}}
"""


@pytest.fixture(scope="module")
def of_a_congress(tmp_path_factory):
    """What is told of a sentence in the plan of a conference that has hours, terms and other facts."""
    target = copy_of(PLAN, tmp_path_factory.mktemp("congress"))
    folder = DataFolder(target / "data")
    period = "ordinal: 2\nperiod: 2020-2025\nprevious_period: 2015-2020\n"
    folder.edit("conference.yml", "place: Vĩnh Bảo\n", f"place: Vĩnh Bảo\n{period}{BODIES}")
    folder.edit(*on_day("{first: 22/12/2022, last: 23/12/2022}"))
    folder.edit("agenda.yml", "  - id: khai-mac\n", "  - id: khai-mac\n    start: 7h30\n")
    folder.replace("facts.yml", OTHER_FACTS)
    facts = Facts.of(load(folder.path, "data").dossier)

    def told(text: str) -> list[str]:
        page, _ = read_page("x", f"{HEAD}{text}\n", "docs/x.md")
        return [finding.message for finding in guard(facts, [page]).findings]

    return told


def test_a_classifier_may_stand_before_what_is_counted(of_a_congress):
    assert of_a_congress('Có {{ figure("facts.tham-luan") }} bài tham luận.') == []


@pytest.mark.every(1)
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "Chốt trước ngày 30/11/2022.",
            "là ngày; nếu câu này nói hạn chốt danh sách thì viết lại câu để gọi «{{ facts.chot }}», in ra "
            "«chậm nhất ngày 30/11/2022». Nếu không: ngày họp khai ở conference.yml",
        ),
        (
            "Góp ý đến hết 20/11/2022.",
            'thời gian góp ý thì viết lại câu để gọi «{{ figure("facts.gop-y") }}», in ra «từ ngày 01 đến ngày 20',
        ),
        (
            "Góp ý từ 01/11 đến hết ngày 20/11/2022.",
            'thì thay cả «từ 01/11 đến hết ngày 20/11/2022» bằng «{{ figure("facts.gop-y") }}», in ra',
        ),
        (
            "Chốt muộn nhất là ngày 30/11/2022.",
            "thì thay cả «muộn nhất là ngày 30/11/2022» bằng «{{ facts.chot }}», in ra «chậm nhất ngày",
        ),
        (
            "Chào mừng Đại hội toàn quốc lần thứ II của Đảng.",
            "của nơi khác thì khai vào exceptions",
        ),
        ("Đại hội phụ nữ tỉnh nhiệm kỳ 2020 - 2025.", "là một quãng năm: nhiệm kỳ hay giai đoạn"),
        ("Nhiệm kỳ 05 năm.", "số «05» gõ tay là thời lượng hay số đo"),
        (
            "Đồng chí Trần Thị Bính điều hành.",
            "«Trần Thị Bính» viết khác tên trong dữ liệu; hãy viết",
        ),
        (
            '{{ figure("facts.tham-luan") }} bài ủy viên.',
            "không phải thứ mà «facts.tham-luan» nói đến",
        ),
        ("Có 29 ủy viên, toàn tỉnh.", "nếu câu này nói «Số ủy viên» thì gọi «{{ figure("),
        (
            "Xong trong tháng 3/2023.",
            "là tháng; tháng không phải tháng họp thì khai ở facts.yml (days",
        ),
        ("Từ ngày 01 đến 6/2023.", "số «6/2023» gõ tay là ngày"),
        ("Trước ngày 15 hằng tháng.", "là ngày lặp lại"),
        ("Họp chậm nhất 24 giờ sau đó.", "là thời lượng hay số đo"),
        ("Quá nửa, hoặc hai phần ba, hoặc 7,5.", "không phải số nguyên"),
        ("Gửi trước ngày 5/9.", "số «5/9» gõ tay là ngày"),
        ("Đạt trên 2/3 số phiếu.", "số «2/3» gõ tay là một phần của số khác"),
        (
            "Đón khách lúc 7h30.",
            'giờ bắt đầu của «khai-mac» thì gọi «{{ figure("agenda.khai-mac.start") }}», in ra «7h30»',
        ),
        ("Trước 17h00 hôm ấy.", "giờ của một ngày, một hạn thì ghi cùng ngày ấy (hour)"),
        ("Thưởng 500.000 đồng.", "«Tiền thưởng» thì gọi «{{ facts.thuong }}», in ra «500.000»"),
        ("Nữ từ 15% trở lên.", "«Tỉ lệ nữ» thì gọi «{{ facts.nu }}%», in ra «15%»"),
        ("Họp vào thứ Năm, ngày 24/11/2022.", "«thứ Năm» là thứ của ngày đứng sau; hãy xóa thứ"),
        ("Thứ Năm, ngày 24/11/2022.", "là ngày đứng sau thứ; hãy gọi cả thứ và ngày bằng một lời"),
        ("Thưởng 0,5 triệu đồng.", "«Tiền thưởng» thì gọi «{{ facts.thuong }}», in ra «500.000»"),
        ("Đại hội lần thứ I, nhiệm kỳ mới.", "hãy viết {{ conference.previous_ordinal }}."),
        ("Nhiệm kỳ 2015 - 2020.", "hãy viết {{ conference.previous_period }}."),
        ("Đảng bộ huyện khóa XXV có đồng chí vắng.", "hãy viết {{ conference.previous_term }}."),
        ("Ủy viên Ban Chấp hành Đảng bộ huyện khóa một.", "số «một» gõ tay"),
        ("Bầu 29 đồng chí.", "vừa đi với «đồng chí»"),
        ("Có 29 ủy viên có mặt.", '{{ figure("facts.uy-vien") }}'),
        ("Trong số 31 tập thể ấy.", "vừa đi với «tập thể»"),
        ("Ban Thẩm tra tư cách đại biểu 5 đồng chí.", "vừa đi với «đồng chí»"),
        ("Đoàn Chủ tịch gồm 03 đồng chí.", "hãy viết {{ conference.presidium }}."),
        ("Đoàn Thư ký có 03 đồng chí.", "vừa đi với «đồng chí»"),
        (
            "Đoàn Thư ký có {{ conference.presidium }} đồng chí.",
            "«Đoàn Thư ký» không phải thứ mà «conference.presidium» nói đến",
        ),
        ("Họp trong hai ngày.", "số ngày họp thì gọi «{{ conference.days | words }}», in ra «hai»"),
        ("Thưởng 500.000đ.", "«{{ facts.thuong }}đ», in ra «500.000đ»"),
    ],
)
def test_a_fact_that_equals_the_number_is_told_with_what_it_prints(of_a_congress, typed, said):
    """For whoever typed it to choose: a day, an hour, a sum or a share has no noun that says which is meant."""
    found = of_a_congress(typed)

    assert [message for message in found if said in message], found
    assert max(map(len, found)) < 700


def test_the_distribution_of_a_decision_may_name_its_article(tmp_path):
    """«Như Điều 3» stands in the data; the article stands on the page of that document."""
    target = copy_of(FULL, tmp_path / "x")
    folder = DataFolder(target / "data")
    folder.edit("documents.yml", "to: Các tập thể có tên trong danh sách", "to: Như Điều 3")
    assert not open_publication(dossier_folder(target)).findings
    folder.edit("documents.yml", "to: Như Điều 3", "to: Như Điều 4")
    (found,) = open_publication(dossier_folder(target)).findings
    assert found.rule == "typed-number" and "«4»" in found.message


def test_a_section_of_the_page_may_be_named_by_its_roman_numeral(page):
    assert page.told("Theo phần I và III của Kế hoạch này.")[1] == []
    assert len(page.told("Theo phần IX của Kế hoạch này.")[1]) == 1
    assert '{{ section("mã-đề-mục") }}' in page.told("Theo mục 2 của Kế hoạch này.")[1][0]


def test_where_two_figures_fit_none_is_proposed():
    (judged,) = judge([Sentence("x-1", "x", "Gửi tới 2 nơi nhận.", ["2"])])
    (told,) = judged.told

    assert told.names == frozenset()
    assert "hãy gọi đúng con số mà câu này nói" in told.message


CITE = '{{ cite("quyet-dinh-224", "short") }}, đủ tên thì {{ cite("quyet-dinh-224") }}'


@pytest.mark.parametrize(
    ("typed", "declared"),
    [
        ("Theo Nghị quyết số 224-QĐ/HU.", "Quyết định"),
        ("Theo Quyết định số 0224-QĐ/HU.", "số 224-QĐ/HU"),
        ("Theo Quyết định số 224-QĐ/HU ngày 28/12/2021.", "ngày 29/12/2021"),
        ("Theo Quyết định số 224-QĐ/HU năm 2022.", "ngày 29/12/2021"),
        ("Theo Quyết định số 224 ngày 29/12/2021.", "số 224-QĐ/HU"),
    ],
)
def test_a_paper_that_is_not_as_declared_is_told_whole(page, typed, declared):
    line, (found,) = page.told(typed)

    assert f":{line}:6: lỗi: «{typed[5:-1]}» không đúng như đã khai" in found
    assert f"trong citations.yml là {declared}; hãy viết {CITE}." in found
    assert found.endswith("[cited-paper]")


@pytest.mark.parametrize(
    "typed",
    [
        "Theo Quyết định số 224-QĐ/HU ngày 29/12/2021.",
        "Theo Quyết định số 224-QĐ/HU, ngày 29 tháng 12 năm 2021.",
        "Theo Quyết định số 224-QĐ/HU và Quyết định ngày 29/12/2021.",
        "THEO QUYẾT ĐỊNH SỐ 224-QĐ/HU NGÀY 29/12/2021.",
        "Theo Nghị quyết số 04-NQ/HU về nhiệm vụ, chỉ tiêu, giải pháp năm 2022; Chương trình công tác "
        "của Huyện ủy, Ban Thường vụ Huyện ủy năm 2022.",
    ],
)
def test_a_paper_typed_as_declared_passes(page, typed):
    assert page.told(typed)[1] == []


def test_no_fact_of_ours_is_proposed_within_the_title_of_a_paper(page):
    _, found = page.told("Theo Quyết định số 224-QĐ/HU về công tác năm 2022.")

    assert ["nằm trong tên văn bản dẫn" in f and "{{" not in f for f in found] == [True]


def test_laws_and_forms_may_be_declared(folder: DataFolder):
    folder.append(
        "citations.yml",
        "  - id: luat-tdkt\n    kind: Luật\n    title: Thi đua, khen thưởng năm 2022\n"
        "  - id: mau-09\n    kind: Mẫu\n    number: 09/BH\n    title: Biên bản họp xét\n"
        "  - id: dieu-5\n    kind: Điều\n    title: 5 Luật Thi đua, khen thưởng năm 2022\n",
    )
    folder.edit(
        "tasks.yml",
        "chuẩn bị phóng sự",
        "theo Điều 5 Luật Thi đua, khen thưởng năm 2022 và Mẫu 09/BH chuẩn bị phóng sự",
    )
    assert [str(f) for f in open_publication(folder.dossier).findings] == []


@pytest.mark.parametrize(("kind", "typed"), [("Mẫu", "Mẫu 01"), ("Mẫu số", "Mẫu số 01")])
def test_a_form_may_have_a_number_without_a_symbol(folder: DataFolder, kind, typed):
    entry = f"  - id: mau-01\n    kind: {kind}\n    number: '01'\n    title: Danh sách\n"
    folder.append("citations.yml", entry)
    folder.edit("tasks.yml", "chuẩn bị phóng sự", f"theo {typed} chuẩn bị phóng sự")
    publication = open_publication(folder.dossier)[1]
    assert publication
    short = publication.answer(publication.page("ke-hoach"), "cite", ("mau-01", "short"))
    assert short == f'<span data-citation="mau-01">{typed}</span>'


def test_any_other_number_needs_its_symbol(folder: DataFolder):
    folder.edit("citations.yml", "number: 224-QĐ/HU", "number: '224'")
    (found,) = [f for f in open_publication(folder.dossier).findings if "citations" in f.place.file]
    assert "cần đủ số và ký hiệu, viết liền, ví dụ: 224-QĐ/HU" in str(found)


def test_money_is_declared_to_the_dong(folder: DataFolder):
    folder.replace(
        "facts.yml",
        "quantities:\n  - id: kinh-phi\n    title: Kinh phí\n    value: 125000000\n    noun: đồng\n",
    )
    publication = open_publication(folder.dossier)[1]
    assert publication
    page = publication.page("ke-hoach")
    assert "125.000.000" in publication.answer(page, "figure", ("facts.kinh-phi",))
    words = publication.answer(page, "figure", ("facts.kinh-phi", "words"))
    assert "một trăm hai mươi lăm triệu" in words


def test_the_largest_sum_is_read_out(folder: DataFolder):
    folder.replace(
        "facts.yml",
        "quantities:\n  - id: von\n    title: Vốn\n    value: 1500000000000\n    noun: đồng\n",
    )
    publication = open_publication(folder.dossier)[1]
    assert publication
    words = publication.answer(publication.page("ke-hoach"), "figure", ("facts.von", "words"))
    assert "một nghìn năm trăm tỷ" in words


def test_a_fact_beside_a_faulty_one_is_told_without_its_name(folder: DataFolder):
    folder.replace(
        "facts.yml",
        "quantities:\n  - id: ty-le\n    title: Tỷ lệ\n    value: 80\n    noun: '%'\n"
        "  - id: khac\n    title: Khác\n    value: abc\n    noun: bảng\n",
    )
    folder.edit("tasks.yml", "chuẩn bị phóng sự", "đạt 80% chuẩn bị phóng sự")
    told = [str(f) for f in open_publication(folder.dossier).findings]
    assert any("«80%» gõ tay là tỷ lệ" in line for line in told)
    assert any("abc" in line for line in told)


def test_a_percentage_called_may_be_followed_by_its_words(folder: DataFolder):
    folder.replace(
        "facts.yml",
        "quantities:\n  - id: ty-le\n    title: Tỷ lệ\n    value: 15\n    noun: '%'\n",
    )
    folder.edit("tasks.yml", "chuẩn bị phóng sự", "đạt {facts.ty-le} phần trăm; chuẩn bị phóng sự")
    assert [str(f) for f in open_publication(folder.dossier).findings] == []


def test_each_cell_of_a_row_is_told_in_its_place(page):
    _, found = page.told("\n\n| Đơn vị | Số |\n| --- | --- |\n| 13 khối | 13 khối |\n")
    assert [one.split(":")[2] for one in found] == ["3", "13"]


def test_a_paper_is_cited_for_short_in_pages_and_in_data(folder: DataFolder):
    folder.edit(
        "tasks.yml", "chuẩn bị phóng sự", "theo {cite.quyet-dinh-224.short} chuẩn bị phóng sự"
    )
    publication = open_publication(folder.dossier)[1]
    assert publication
    page = publication.page("ke-hoach")

    assert "theo Quyết định số 224-QĐ/HU chuẩn bị" in publication.answer(page, "tasks_list", ())
    short = publication.answer(page, "cite", ("quyet-dinh-224", "short"))
    assert short == ('<span data-citation="quyet-dinh-224">Quyết định số 224-QĐ/HU</span>')
    assert "về việc ban hành" in publication.answer(page, "cite", ("quyet-dinh-224",))


@pytest.mark.parametrize(
    ("typed", "noun"),
    [
        ("Có {{ awards.total }} đại biểu.", "đại biểu"),
        ("Chi {{ awards.total }} triệu đồng.", "triệu đồng"),
        ("Đạt {{ awards.total }}%.", "%"),
        ("Đạt {{ awards.total }} phần trăm.", "phần trăm"),
        ("Họp {{ agenda.total }} phút.", "phút"),
        ("Ban Chấp hành khóa {{ conference.year }}.", "khóa"),
        ("Họp tháng {{ conference.week }}.", "tháng"),
        ("Theo Điều {{ tasks.total }} của Quy chế.", "Điều"),
        ("Có {{ conference.week }} đại biểu.", "đại biểu"),
        ('{{ awards.total }} + {{ figure("awards.ubnd-huyen.stated") }} tập thể.', "tập thể"),
        ("Tổng kết công tác năm {{ conference.next_year }}.", "năm"),
        ("Phương hướng công tác năm {{ conference.year }}.", "năm"),
    ],
)
def test_a_figure_before_a_noun_it_does_not_count_is_told_at_the_noun(page, typed, noun):
    line, (found,) = page.told(typed)

    assert f":{line}:{typed.index(noun) + 1}: lỗi: «{noun}»" in found
    assert found.endswith("[figure-noun]")


@pytest.mark.parametrize(
    "typed",
    [
        "Có {{ awards.total }} tập thể, {{ delegates.stated }} vị đại biểu.",
        "{{ awards.total }} trên tổng số {{ delegates.stated }} đại biểu.",
        "Số mục: {{ agenda.total }}; (tổng: **{{ tasks.total }}**).",
        "Có {{ delegates.stated }} hoa hậu, {{ awards.total }} đơn vị được khen.",
        "Tuần {{ conference.week }} tháng {{ conference.month }}/{{ conference.year }}.",
        "Tổng kết năm {{ conference.year }}, phương hướng năm {{ conference.next_year }}.",
        "Giai đoạn {{ conference.year }} - {{ conference.next_year }}.",
    ],
)
def test_a_figure_beside_its_noun_or_none_that_is_counted_passes(page, typed):
    assert page.told(typed)[1] == []


def test_a_figure_in_the_data_stands_before_its_noun(folder: DataFolder):
    folder.edit("tasks.yml", "chuẩn bị phóng sự", "mời {awards.total} đại biểu, chuẩn bị phóng sự")
    (found,) = open_publication(folder.dossier).findings

    assert found.rule == "figure-noun"
    assert str(found.place).endswith(folder.place("tasks.yml", "đại biểu, chuẩn bị phóng sự")[4:])


@pytest.mark.parametrize(
    ("typed", "rule", "right"),
    [
        ("Mời CA huyện dự.", "unit-spelling", "«Công an huyện» hoặc {{ unit("),
        ("Giao VP Huyện ủy lo.", "unit-spelling", "«Văn phòng Huyện ủy» hoặc {{ unit("),
        ("Trình BTV Huyện ủy.", "unit-spelling", "«Ban Thường vụ Huyện ủy» hoặc {{ unit("),
        ("Mời HĐND huyện dự.", "unit-spelling", "«HĐND» hoặc {{ unit("),
        ("Mời Đài PTTH Hải Phòng.", "unit-spelling", "«Đài PT&TH Hải Phòng» hoặc {{ unit("),
        ("Về Vĩnh Bão dự.", "name-spelling", "«Vĩnh Bảo»"),
        ("Đồng chí Bùi Gia Huấn ký.", "name-spelling", "«Bùi Gia Huân»"),
        ("Gửi để để tổng hợp.", "word-doubled", "bỏ một lần"),
        ("Việc tổ chức tổ chức hội nghị.", "word-doubled", "bỏ một lần"),
    ],
)
def test_names_and_words_that_are_slips_are_told(page, typed, rule, right):
    _, (found,) = page.told(typed)

    assert right in found
    assert rules([found]) == [rule]


@pytest.mark.parametrize(
    "typed",
    [
        "Ủy ban nhân dân các xã; Ban Thường vụ Tỉnh ủy; VP Tỉnh ủy; CA tỉnh.",
        "Luật Hoạt động giám sát của Quốc hội và Hội đồng Nhân dân.",
        "Vĩnh Bảo; đồng chí Bùi Gia Huân; TP, TW.",
        "Ban Thường vụ ủy quyền cho Văn phòng; Trong Ban Thường vụ, ủy viên vắng.",
        "Ban Thường vụ {{ delegates.stated | words }} đại biểu; Ban Thường vụ: Huyện ủy lo.",
        "Luôn luôn, dần dần, ngày ngày, từ từ; đoàn viên viên chức.",
    ],
)
def test_other_bodies_and_reduplications_pass(page, typed):
    assert page.told(typed)[1] == []


@pytest.fixture
def pages(tmp_path):
    """The folder of pages of a copy of the invented dossier."""
    return copy_of(FULL, tmp_path / "full") / "docs"


def findings(pages):
    return [str(f) for f in open_publication(dossier_folder(pages.parent)).findings]


def say(pages, typed):
    """Type a sentence at the end of the plan."""
    page = pages / "ke-hoach.md"
    page.write_text(page.read_text("utf-8") + f"\n{typed}\n", "utf-8")


def with_two_terms(pages):
    data = pages.parent / "data/conference.yml"
    terms = "period: 2030-2035\nprevious_period: 2025-2030\n"
    data.write_text(data.read_text("utf-8") + terms, "utf-8")


def except_(pages, text, where):
    entry = f'exceptions:\n  - where: "{where}"\n    text: "{text}"\n    reason: ví dụ\n'
    (pages.parent / "data/exceptions.yml").write_text(entry, "utf-8")


def test_a_figure_of_all_is_none_of_some(pages):
    """28 with a seat of their own among 150: the number of all «đại biểu» is not theirs."""
    data = pages.parent / "data/delegates.yml"
    text = data.read_text("utf-8")
    label = "    label: Tập thể được khen thưởng\n"
    data.write_text(text.replace(label, f"{label}    class: official\n"), "utf-8")
    page = pages / "ke-hoach.md"
    page.write_text(
        page.read_text("utf-8")
        + "\nCó {{ delegates.stated }} đại biểu chính thức, {{ delegates.official.stated }} đại biểu chính "
        "thức, {{ delegates.official.stated }} đại biểu, {{ delegates.stated }} đại biểu dự.\n",
        "utf-8",
    )
    (found,) = findings(pages)

    assert "«đại biểu chính thức» không phải thứ mà «delegates.stated» nói đến" in found


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "Mời {{ delegates.stated }} đại biểu ({{ awards.total | words }}).",
            "bằng chữ, mà số đứng trước là «Tổng số đại biểu dự kiến»",
        ),
        (
            "Từ {{ awards.total }} đến {{ figure('awards.ubnd-huyen.stated') }} tập thể.",
            "số trước lớn hơn số sau; hãy đổi chỗ hai lời gọi",
        ),
        (
            "Khóa {{ conference.term }}, nhiệm kỳ {{ conference.previous_period }}.",
            "«conference.term» và «conference.previous_period» nói hai nhiệm kỳ khác nhau",
        ),
    ],
)
def test_two_calls_that_cannot_both_be_right_are_told(pages, typed, said):
    with_two_terms(pages)
    say(pages, typed)
    (found,) = findings(pages)

    assert said in found


@pytest.mark.parametrize(
    "typed",
    [
        "Mời {{ delegates.stated }} đại biểu ({{ delegates.stated | words }}).",
        "Giảm từ {{ awards.total }} đến {{ figure('awards.ubnd-huyen.stated') }} tập thể.",
        "Nhiệm kỳ {{ conference.previous_period }} và nhiệm kỳ {{ conference.period }}.",
    ],
)
def test_calls_that_agree_pass(pages, typed):
    with_two_terms(pages)
    say(pages, typed)

    assert findings(pages) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "Họp {{ conference.date }} ngày.",
            "«conference.date» in ra ngày, giờ hay quãng năm, không phải",
        ),
        (
            "Gồm {{ conference.date }}.",
            "«conference.date» in ra ngày, giờ hay quãng năm, không phải",
        ),
        ("Mời {{ conference.date }} % đại biểu.", "hãy gọi con số, hoặc sửa chữ «%»"),
        ("Họp sáng Chủ nhật.", "số «Chủ nhật» gõ tay là ngày"),
        ("Mỗi thôn 01 đại biểu.", "số «01» gõ tay, mà không có con số nào"),
        ("Thôn 1 dự.", "số «1» gõ tay là số thứ tự"),
    ],
)
def test_what_is_no_number_of_things_is_told_as_what_it_is(pages, typed, said):
    say(pages, typed)
    (found,) = findings(pages)

    assert said in found


def test_a_total_of_several_kinds_is_none_of_one_kind(tmp_path):
    docs = copy_of(ROOT / "examples/xa", tmp_path / "xa") / "docs"
    say(docs, "Khen {{ awards.total }} tập thể.")
    (found,) = (one for one in findings(docs) if "settings-value" not in one)
    assert "«tập thể» chỉ là một loại trong «Tổng số tập thể, cá nhân" in found

    say(docs, "Gồm {{ awards.total }} tập thể và cá nhân.")
    assert len([one for one in findings(docs) if "settings-value" not in one]) == 1


def test_a_bound_before_a_figure_that_prints_one_is_told(pages):
    data = pages.parent / "data/delegates.yml"
    data.write_text(data.read_text("utf-8").replace("stated: 28", "stated: {at_most: 28}"), "utf-8")
    say(pages, "Có ít nhất {{ figure('delegates.tap-the-khen-thuong.stated') }} đại biểu.")

    assert any(
        "«ít nhất» đứng trước lời gọi đã in «không quá 28»; hãy bỏ chữ ấy" in one
        for one in findings(pages)
    )


@pytest.mark.parametrize(
    ("typed", "told", "right"),
    [
        ("Giao Ban {{ unit('ban-dan-van') }} lo.", "«Ban»", "hãy bỏ ở đây."),
        ("Họp ở Hội nghị {{ conference.title }}.", "«Hội nghị»", "hãy bỏ ở đây."),
        ("Ngày {{ conference.date }} họp.", "«Ngày»", "viết {{ conference.date | short }}"),
        ("Họp ngày\n{{ conference.date }}.", "«ngày»", "viết {{ conference.date | short }}"),
    ],
)
def test_words_that_a_call_prints_again_are_told(pages, typed, told, right):
    say(pages, typed)
    (found,) = findings(pages)

    assert f"{told} là chữ mà lời gọi ngay sau cũng in ra" in found
    assert right in found


@pytest.mark.parametrize(
    "typed",
    [
        "Giao ban {{ unit('ban-dan-van') }} hằng tuần.",
        "Ngày {{ conference.date | short }} họp, vào ngày. {{ unit('ban-dan-van') }} lo.",
    ],
)
def test_words_that_a_call_goes_on_from_pass(pages, typed):
    say(pages, typed)

    assert findings(pages) == []


@pytest.mark.parametrize("where", ["docs/ke-hoach.md", "*"])
@pytest.mark.parametrize(
    "text",
    [
        "có 777 lượt xem",
        "Mời Huyện uỷ Minh Họa",
        "về Minh Hòa dự",
        "gửi để để tổng hợp",
        "theo Nghị quyết số 01-MH/MH",
        "nhiệm kỳ 2026 - 2031",
        "báo cáo năm 2019",
    ],
)
def test_every_rule_lets_an_exception_through(pages, text, where):
    page = pages / "ke-hoach.md"
    page.write_text(page.read_text("utf-8") + f"\n{text}\n", "utf-8")
    assert len(findings(pages)) == 1
    except_(pages, text, where)

    assert findings(pages) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("8h15", "chỉ có giờ; ô chỉ có giờ thì dùng bảng"),
        ("05/12/2031", "chỉ có ngày; ô chỉ có ngày"),
    ],
)
def test_an_exception_for_a_cell_with_nothing_but_a_clock_or_a_day_says_what_to_use(
    pages, typed, said
):
    page = pages / "ke-hoach.md"
    page.write_text(page.read_text("utf-8") + f"\n| a | b |\n|---|---|\n| {typed} | x |\n", "utf-8")
    except_(pages, typed, "docs/ke-hoach.md")
    (found,) = findings(pages)

    assert f"ngoại lệ «{typed}» {said}" in found
