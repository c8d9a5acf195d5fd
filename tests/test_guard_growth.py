"""The guard takes time in proportion to the text, whatever stands in it again and again."""

import pytest
from corpus_run import HEAD, dossier
from growth import LINEAR, growth

from conference.guard import guard
from conference.pages.page import read_page

pytestmark = pytest.mark.every(20)

PIECES = [
    "mười ",
    "hai mươi sáu tháng mười hai ",
    "Quyết định số 02-MH/MH ",
    "Quyết định số 02-MH/MH ngày ",
    "Luật Thi đua ",
    "1% ",
    "8h00 - ",
    "lần thứ ",
    "khóa XX ",
    "XX ",
    "BTV ",
    "Minh Hoa ",
    "để ",
    "tổ chức ",
    "02-MH/MH     ",
    "Tập thể 01 ",
    "Ủy ban nhân dân huyện ",
    "{{ awards.total }} ",
    "{{ awards.total }} đại biểu ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_more_of_the_same_takes_no_more_than_its_share(piece):
    def run(size: int) -> None:
        text = piece * (size // len(piece) + 1)
        page, _ = read_page("x", f"{HEAD}{text}\n", "docs/x.md")
        guard(dossier().facts, [page])

    assert growth(run, 6_000) < LINEAR
