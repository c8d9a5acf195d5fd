"""Files that are missing, not text, too large, in another encoding or nested without end."""

import os
from pathlib import Path

import pytest
from folders import DataFolder, assert_clear, findings_of

from conference.findings import LIMIT, Finding
from conference.loading import load, subject_models
from conference.loading.files import MAX_BYTES
from conference.models.dossier import NEEDED

pytestmark = pytest.mark.every(2)

BYTES = Path(__file__).parent / "cases" / "invalid" / "bytes"
ORPHANED = {
    "citations": {"basis-unknown"},
}
"""What an absent file leaves behind in others that need it, or that only it used."""
CONVERT = "chuyển chữ sang Unicode rồi lưu lại với bảng mã UTF-8."


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    assert_clear(findings)
    return [(str(f.place), f.rule) for f in findings]


@pytest.mark.parametrize(
    ("name", "place", "rule", "advice"),
    [
        (
            "windows-1258",
            "1:4",
            "file-encoding",
            f"(có lẽ là Windows-1258 hoặc TCVN3 (ABC)); hãy mở bằng trình soạn thảo, {CONVERT}",
        ),
        ("tcvn3", "1:4", "file-encoding", CONVERT),
        ("cut-in-the-middle", "3:7", "file-encoding", "bị cắt ở chỗ này; hãy lấy lại từ bản trước"),
        ("utf-16", "1:1", "file-encoding", "có lẽ là UTF-16"),
        ("utf-16-without-mark", "1:2", "file-encoding", "có lẽ là UTF-16"),
        (
            "nfd",
            "1:4",
            "file-nfc",
            "chữ «Tít» gõ bằng Unicode tổ hợp; hãy chuyển cả tệp sang Unicode dựng sẵn",
        ),
    ],
)
def test_other_encoding(folder: DataFolder, name: str, place: str, rule: str, advice: str) -> None:
    folder.replace("banner.yml", (BYTES / f"{name}.yml").read_bytes())
    findings = folder.findings()
    assert told(findings) == [(f"data/banner.yml:{place}", rule)]
    assert advice in findings[0].message


@pytest.mark.parametrize("typed", ["&#x202e;", "&lrm;", "&#8203;", "&#0;"])
def test_a_hidden_character_by_its_number(folder: DataFolder, typed: str) -> None:
    folder.edit("tasks.yml", "chuẩn bị phóng sự", f"chuẩn bị {typed}phóng sự")
    assert {rule for _, rule in told(folder.findings())} == {"file-letters"}


def test_old_letters_saved_as_utf_8(folder: DataFolder) -> None:
    folder.replace("banner.yml", (BYTES / "tcvn3-saved-as-utf-8.yml").read_bytes())
    findings = folder.findings()
    assert {rule for _, rule in told(findings)} == {"file-letters"}
    assert [f.place.line for f in findings] == [1, 3, 4], "one finding a line"
    assert all("hãy gõ lại từ này bằng Unicode" in f.message for f in findings)


def test_windows_line_ends_and_byte_order_mark_are_fine(folder: DataFolder) -> None:
    for path in folder.path.glob("*.yml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert folder.findings() == []
    folder.edit("awards.yml", "stated: 20", "stated: 21")
    (finding,) = folder.findings()
    assert finding.place.column == 13, "places are counted as without them"


@pytest.mark.parametrize("name", NEEDED)
def test_missing_file(folder: DataFolder, name: str) -> None:
    (folder.path / f"{name}.yml").unlink(missing_ok=True)
    findings = folder.findings()
    assert told(findings) == [(f"data/{name}.yml:1:1", "file-missing")]
    assert f"không có tệp «{name}.yml»; nếu lỡ xóa thì lấy lại từ bản trước" in findings[0].message
    assert "nếu chưa làm thì tạo tệp này, viết như tệp cùng tên trong" in findings[0].message


@pytest.mark.parametrize("name", [name for name in subject_models() if name not in NEEDED])
def test_a_file_that_need_not_be_there_is_not_missed(folder: DataFolder, name: str) -> None:
    """Nor is anything told of what other files say, but what now nobody uses or explains."""
    (folder.path / f"{name}.yml").unlink(missing_ok=True)
    assert {rule for _, rule in told(folder.findings())} <= ORPHANED.get(name, set())


def test_all_that_need_not_be_there_may_be_absent_together(folder: DataFolder) -> None:
    for name in subject_models():
        if name not in NEEDED:
            (folder.path / f"{name}.yml").unlink(missing_ok=True)
    assert {rule for _, rule in told(folder.findings())} == set()


@pytest.mark.parametrize("leads_to", ["awards-that.yml", "khong-co.yml", "/etc"])
def test_symbolic_link_in_the_place_of_a_file(folder: DataFolder, leads_to: str) -> None:
    file = folder.path / "awards.yml"
    file.rename(folder.path.parent / "awards-that.yml")
    file.symlink_to(folder.path.parent / leads_to)
    findings = folder.findings()
    assert told(findings) == [("data/awards.yml:1:1", "file-link")]
    assert "hãy xóa và chép hẳn nội dung vào đây" in findings[0].message


MERGE = """<<<<<<< HEAD
    stated: 20
||||||| trước
    stated: 19
=======
    stated: 21
>>>>>>> nhánh khác
"""


def test_an_unfinished_merge_is_called_so(folder: DataFolder) -> None:
    folder.edit("awards.yml", "    stated: 20\n", MERGE)
    findings = folder.findings()
    place = folder.place("awards.yml", "<<<<<<<")
    assert told(findings) == [(place, "file-merge")]
    assert "từ dòng này đến dòng 25; hãy giữ những dòng đúng" in findings[0].message


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> nhánh khác", "|||||||"])
def test_a_left_over_mark_of_a_merge_is_called_so(folder: DataFolder, mark: str) -> None:
    folder.edit("awards.yml", "    stated: 20\n", f"    stated: 20\n{mark}\n")
    findings = folder.findings()
    assert told(findings) == [(folder.place("awards.yml", f"{mark}\n"), "file-merge")]
    assert "hãy xóa dòng này" in findings[0].message


def test_folder_in_the_place_of_a_file(folder: DataFolder) -> None:
    (folder.path / "awards.yml").unlink(missing_ok=True)
    (folder.path / "awards.yml").mkdir()
    findings = folder.findings()
    assert told(findings) == [("data/awards.yml:1:1", "file-unreadable")]
    assert "đây là thư mục, không phải tệp" in findings[0].message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_something_that_is_no_file(folder: DataFolder) -> None:
    (folder.path / "awards.yml").unlink(missing_ok=True)
    os.mkfifo(folder.path / "awards.yml")
    assert told(folder.findings()) == [("data/awards.yml:1:1", "file-unreadable")]


def test_file_too_large(folder: DataFolder) -> None:
    with (folder.path / "awards.yml").open("ab") as file:
        file.truncate(20 * 1024 * 1024)
    findings = folder.findings()
    assert told(findings) == [("data/awards.yml:1:1", "file-too-large")]
    assert f"lớn quá {MAX_BYTES // 1024 // 1024} MB" in findings[0].message


@pytest.mark.parametrize("name", ["nothing", "file"])
def test_no_data_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    findings = findings_of(tmp_path / name)
    assert told(findings) == [("data:1:1", "data-folder")]
    assert "hãy xem lại tên thư mục" in findings[0].message


def test_empty_data_folder_tells_every_file_it_needs(tmp_path: Path) -> None:
    places = {place for place, _ in told(findings_of(tmp_path))}
    assert places == {f"data/{subject}.yml:1:1" for subject in NEEDED}


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("plan.yml", ("docs/ke-hoach.md", "documents.yml (kind, about)")),
        ("bases.yml", ("citations.yml", "documents.yml (bases)")),
        ("distribution.yml", ("documents.yml (distribution)",)),
    ],
)
def test_a_file_of_an_older_folder_is_told_where_its_content_goes(
    folder: DataFolder, name: str, way: tuple[str, ...]
) -> None:
    folder.replace(name, "x: 1\n")
    (finding,) = folder.findings()
    assert told([finding]) == [(f"data/{name}:1:1", "file-unknown")]
    assert all(place in finding.message for place in way)
    assert "Hãy chuyển nội dung rồi xóa tệp này." in finding.message


@pytest.mark.parametrize(
    ("stray", "meant"),
    [("award.yml", "awards.yml"), ("Awards.YAML", "awards.yml"), ("ghi-chu.yml", "")],
)
def test_stray_file_is_an_edit_without_effect(folder: DataFolder, stray: str, meant: str) -> None:
    folder.replace(stray, "awards: []\n")
    findings = folder.findings()
    assert told(findings) == [(f"data/{stray}:1:1", "file-unknown")]
    assert (f"Có phải «{meant}» không?" in findings[0].message) == bool(meant)
    assert "Hãy đổi tên hoặc xóa tệp này." in findings[0].message


def test_other_files_may_lie_beside(folder: DataFolder) -> None:
    folder.replace("ghi-chu.txt", "Không phải dữ liệu.")
    assert folder.findings() == []


def test_faults_of_all_files_in_one_run(folder: DataFolder) -> None:
    folder.edit("awards.yml", "    stated: 20\n", "    stated: 020\n")
    folder.edit("banner.yml", "  - HỘI NGHỊ\n", "  - @HỘI NGHỊ\n")
    folder.edit("units.yml", "name: Huyện ủy Vĩnh Bảo", "nam: Huyện ủy Vĩnh Bảo")
    folder.edit("documents.yml", "place: Vĩnh Bảo", "place:")
    (folder.path / "conference.yml").unlink(missing_ok=True)
    assert sorted(told(folder.findings())) == [
        (folder.place("awards.yml", "020"), "yaml-value"),
        (folder.place("banner.yml", "@HỘI NGHỊ"), "yaml-structure"),
        ("data/conference.yml:1:1", "file-missing"),
        (folder.place("documents.yml", "\n    date:\n"), "wrong-value"),
        (folder.place("units.yml", "nam: Huyện ủy"), "unknown-key"),
    ]


def test_faults_of_one_file_in_one_run(folder: DataFolder) -> None:
    folder.edit("awards.yml", "    stated: 8\n", "    stated: 08\n")
    folder.edit("awards.yml", "    giver: ubnd-huyen\n", "    givr: ubnd-huyen\n")
    folder.edit(
        "awards.yml", "        stated: 15\n", "        stated: mười lăm\n        stated: 15\n"
    )
    assert {rule for _, rule in told(folder.findings())} == {
        "yaml-value",
        "unknown-key",
        "wrong-value",
        "yaml-repeated-key",
    }


def test_rules_look_at_what_is_right_beside_a_fault(folder: DataFolder) -> None:
    folder.edit("awards.yml", "    stated: 8\n", "    stated: 08\n")
    folder.edit("awards.yml", "    giver: ubnd-huyen\n", "    giver: ubnd-huyn\n")
    folder.edit("awards.yml", "    stated: 20\n", "    stated: 21\n")
    folder.edit("agenda.yml", "  - id: bao-cao\n", "  - id: bao-cao\n    start: 7:30\n")
    folder.edit("agenda.yml", "unit: van-phong-huyen-uy", "unit: van-phog-huyen-uy")
    folder.edit("delegates.yml", "stated: 150\n", "stated: không rõ\n")
    folder.edit("delegates.yml", "  - id: phong-vien\n", "  - id: uy-vien-bch\n")
    folder.edit("tasks.yml", "tasks:\n", "task:\n")
    folder.edit("documents.yml", "Tổ chức {conference.title}", "Tổ chức {conference.titel}")
    assert set(told(folder.findings())) == {
        (folder.place("agenda.yml", "7:30"), "yaml-value"),
        (folder.place("agenda.yml", "van-phog"), "unit-unknown"),
        (folder.place("awards.yml", "08"), "yaml-value"),
        (folder.place("awards.yml", "ubnd-huyn\n"), "unit-unknown"),
        (folder.place("awards.yml", "21"), "award-total"),
        (folder.place("documents.yml", "Tổ chức {conference.titel}"), "reference-unknown"),
        (folder.place("delegates.yml", "không rõ"), "wrong-value"),
        (folder.place("delegates.yml", "uy-vien-bch\n    label: Phóng viên"), "id-repeated"),
        (folder.place("tasks.yml", "task:"), "unknown-key"),
    }


def test_faults_before_a_broken_line_are_told_too(folder: DataFolder) -> None:
    folder.edit("awards.yml", "    stated: 8\n", "    stated: 08\n")
    folder.edit("awards.yml", "    stated: 20\n", "    stated 20\n")
    assert [rule for _, rule in told(folder.findings())] == ["yaml-value", "yaml-structure"]


def test_rules_run_on_the_files_that_could_be_read(folder: DataFolder) -> None:
    folder.edit("banner.yml", "lines:", "lnes:")
    folder.edit("awards.yml", "    stated: 20\n", "    stated: 21\n")
    assert {rule for _, rule in told(folder.findings())} == {"unknown-key", "award-total"}


def test_the_same_slip_in_thousands_of_lines_is_told_a_hundred_times(folder: DataFolder) -> None:
    folder.append("units.yml", "".join(f"  - id: d-{i}\n    nam: x\n" for i in range(5000)))
    findings = folder.findings()
    assert len(told(findings)) == LIMIT
    assert findings[-1].message == "còn nhiều lỗi nữa; hãy sửa các lỗi đã báo rồi kiểm tra lại."


LAUGHS = "a: &a x\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("content", "place", "rule"),
    [
        ("[" * 100_000, "1:22", "yaml-depth"),
        ("- " * 100_000, "1:43", "yaml-depth"),
        ("{a: " * 5_000, "1:85", "yaml-depth"),
        ("? " * 100_000, "1:3", "yaml-key"),
        ("".join(" " * i + "a:\n" for i in range(2_000)), "22:22", "yaml-depth"),
        (LAUGHS, "1:4", "yaml-alias"),
        ("a: 1" + "_" * 1_000_000 + "x", "1:1", "unknown-key"),
        ('a: "' + "x\n" * 500_000, "1:4", "yaml-structure"),
        ("a: " * 100_000, "1:5", "yaml-structure"),
    ],
    ids=[
        "brackets",
        "dashes",
        "braces",
        "questions",
        "steps",
        "laughs",
        "digits",
        "quote",
        "colons",
    ],
)
def test_monstrous_file_is_told_where_it_goes_wrong(
    folder: DataFolder, content: str, place: str, rule: str
) -> None:
    folder.replace("banner.yml", content)
    findings = folder.findings()
    assert (f"data/banner.yml:{place}", rule) in told(findings)
    assert len(findings) <= LIMIT


def test_nothing_of_the_data_is_run(folder: DataFolder, tmp_path: Path) -> None:
    made = tmp_path / "made"
    folder.edit(
        "conference.yml",
        "place: Vĩnh Bảo",
        f'place: !!python/object/apply:pathlib.Path.touch [!!python/object/apply:pathlib.Path ["{made}"]]',
    )
    assert {f.rule for f in folder.findings()} == {"yaml-tag"}
    assert not made.exists()


def test_large_register_loads(folder: DataFolder) -> None:
    people = "".join(
        f"  - id: dai-bieu-{i}\n    name: Nguyễn Văn {i}\n    groups:\n      - phong-vien\n"
        for i in range(3_000)
    )
    folder.edit("delegates.yml", "stated: 150", "stated: 3000")
    folder.edit(
        "delegates.yml",
        "delegates:\n  open: chưa có danh sách\n  settled_by: van-phong-huyen-uy\n",
        "delegates:\n" + people,
    )
    loaded = load(folder.path, "data")
    assert loaded.dossier.whole and not loaded.findings
    last = loaded.dossier.delegates.delegates[-1]
    assert (last.at("name").column, last.name) == (11, "Nguyễn Văn 2999")
