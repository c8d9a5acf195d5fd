"""What `make source-diff` tells of the plan: nothing while it is as it was, else what moved on."""

from office_file import source_paragraphs
from source_diff import differences, in_the_same_pieces, published_paragraphs


def test_the_plan_kept_for_the_tests_has_not_moved_on(site):
    published = published_paragraphs(site / "ke-hoach.html")
    source = list(in_the_same_pieces(source_paragraphs(), published))

    assert list(differences(source, published)) == []


def test_what_moved_on_is_told_by_paragraph():
    source = ["Mở đầu.", "Dự kiến 150 đại biểu dự Hội nghị.", "Bỏ đoạn này.", "Kết thúc."]
    published = ["Mở đầu.", "Dự kiến 165 đại biểu dự Hội nghị.", "Kết thúc.", "Thêm một đoạn."]

    assert list(differences(source, published)) == [
        *("- Dự kiến 150 đại biểu dự Hội nghị.", "+ Dự kiến 165 đại biểu dự Hội nghị.", ""),
        *("- Bỏ đoạn này.", ""),
        *("+ Thêm một đoạn.", ""),
    ]
