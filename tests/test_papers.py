"""What the front matter of a page says of its paper is what the print set offers."""

import pytest
from folders import PLAN, copy_of
from lxml import html

from conference.folders import dossier_folder
from conference.publication import open_publication


@pytest.fixture
def plan(tmp_path):
    """A copy of the plan's dossier."""
    return copy_of(PLAN, tmp_path / "plan")


@pytest.mark.parametrize(
    ("line", "chosen", "copies"),
    [("", True, 1), ("copies: 3\n", True, 3), ("copies: 0\n", False, 1)],
)
def test_the_print_set_offers_the_copies_of_the_page(plan, line, chosen, copies):
    page = plan / "docs/tit-chu.md"
    typed = page.read_text("utf-8").replace("paper: banner\n", f"paper: banner\n{line}")
    page.write_text(typed, "utf-8")
    checked = open_publication(dossier_folder(plan))
    assert checked.publication, checked.findings
    block = checked.publication.answer(checked.publication.page("bo-in"), "print_set_form", ())
    (row,) = html.fromstring(block).xpath('//tr[@data-page="tit-chu"]')
    (tick,), (number,) = (
        row.xpath(".//input[@type='checkbox']"),
        row.xpath(".//input[@type='number']"),
    )
    assert ("checked" in tick.attrib, int(number.get("value"))) == (chosen, copies)


def told(dossier) -> list[str]:
    """What is told of the print set."""
    findings = open_publication(dossier_folder(dossier)).findings
    lines = [str(finding) for finding in findings if finding.rule == "page-set"]
    return [line.removeprefix(f"{dossier}/") for line in lines]


def test_more_papers_than_the_set_has_room_for_are_told(plan):
    settings, entries = plan / "mkdocs.yml", ""
    for number in range(1, 20):
        text = f"---\npaper: sheet\n---\n# Tờ {number} {{ #to-{number} }}\n"
        (plan / f"docs/to-{number}.md").write_text(text, "utf-8")
        entries += f"  - Tờ {number}: to-{number}.md\n"
    settings.write_text(f"{settings.read_text('utf-8').rstrip()}\n{entries}", "utf-8")
    (line,) = told(plan)
    assert line.startswith("docs/to-18.md:1:1: lỗi: bộ in có 26 văn bản, nhiều nhất là 24")


@pytest.mark.parametrize(
    ("calls", "advice"),
    [
        ("", "2:8: lỗi: trang có paper: set phải gọi {{ print_set() }}; hãy thêm"),
        ("{{ print_set() }}\n\n{{ print_set() }}", "14:1: lỗi: {{ print_set() }} chỉ gọi một lần"),
    ],
)
def test_the_page_of_the_set_prints_it_once(plan, calls, advice):
    page = plan / "docs/bo-in.md"
    page.write_text(page.read_text("utf-8").replace("{{ print_set() }}", calls), "utf-8")
    (line,) = told(plan)
    assert line.startswith(f"docs/bo-in.md:{advice}")


def test_other_pages_do_not_print_the_set(plan):
    page = plan / "docs/doi-chieu.md"
    page.write_text(page.read_text("utf-8") + "\n{{ print_set() }}\n", "utf-8")
    (line,) = told(plan)
    assert line.startswith("docs/doi-chieu.md:") and "chỉ trang có paper: set" in line
