"""Every number shown: its value, its formula, the lines it comes from, how it is written."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from folders import DataFolder
from lxml import html

from conference.facts import Facts
from conference.figures import Agreement, Figure, Form, derive, open_values
from conference.loading import load
from conference.models import Dossier
from conference.opening import open_publication
from conference.references import ShownFigure


@pytest.fixture(scope="session")
def figures(dossier: Dossier) -> Mapping[str, Figure]:
    return derive(dossier)


def figures_of(folder: DataFolder) -> Mapping[str, Figure]:
    assert folder.findings() == []
    return derive(load(folder.path, "data").dossier)


PLAN = {
    "conference.year": 2022,
    "conference.next_year": 2023,
    "conference.term": 26,
    "conference.week": 4,
    "conference.month": 12,
    "document.ke-hoach.bases": 3,
    "document.ke-hoach.recipients": 8,
    "agenda.total": 7,
    "delegates.stated": 150,
    "delegates.groups": 8,
    "awards.total": 28,
    "awards.ban-thuong-vu.stated": 8,
    "awards.ubnd-huyen.stated": 20,
    "awards.ubnd-huyen.counted": 20,
    "awards.ubnd-huyen.co-quan-huyen.stated": 5,
    "awards.ubnd-huyen.mo-hinh.stated": 15,
    "tasks.total": 4,
}


def test_figures_of_the_plan(figures: Mapping[str, Figure]) -> None:
    assert {name: f.value for name, f in figures.items() if name != "open.total"} == PLAN


def test_open_values_are_counted(dossier: Dossier, figures: Mapping[str, Figure]) -> None:
    assert figures["open.total"].value == len(open_values(dossier)) > 0
    assert len(figures["open.total"].sources) == figures["open.total"].value


def test_every_figure_explains_itself(figures: Mapping[str, Figure]) -> None:
    for name, figure in figures.items():
        assert figure.name == name
        assert figure.title[0].isupper() and figure.formula and figure.sources, name


def test_sources_are_the_lines_of_the_number(
    figures: Mapping[str, Figure], plan_data: Path
) -> None:
    for figure in figures.values():
        if figure.formula != "theo kế hoạch":
            continue
        (place,) = figure.sources
        line = (plan_data / Path(place.file).name).read_text("utf-8").split("\n")[place.line - 1]
        assert line[place.column - 1 :].startswith(str(figure.value)), (figure.name, line)


def test_sum_names_its_parts(figures: Mapping[str, Figure]) -> None:
    assert figures["awards.total"].formula == "8 + 20"
    assert figures["awards.total"].sources == (
        *figures["awards.ban-thuong-vu.stated"].sources,
        *figures["awards.ubnd-huyen.stated"].sources,
    )
    assert figures["awards.ubnd-huyen.counted"].formula == "5 + 15"


def test_agreement_says_what_was_compared(figures: Mapping[str, Figure]) -> None:
    assert figures["awards.ubnd-huyen.stated"].agreement is Agreement.AGREES
    assert figures["awards.ban-thuong-vu.stated"].agreement is Agreement.PENDING
    assert figures["delegates.stated"].agreement is Agreement.PENDING
    assert figures["conference.year"].agreement is Agreement.GIVEN
    assert figures["awards.total"].agreement is Agreement.DERIVED


@pytest.mark.parametrize(
    ("name", "prose", "table", "words"),
    [
        ("awards.ban-thuong-vu.stated", "08", "8", "tám"),
        ("awards.total", "28", "28", "hai mươi tám"),
        ("delegates.stated", "150", "150", "một trăm năm mươi"),
        ("conference.year", "2022", "2022", "hai nghìn không trăm hai mươi hai"),
        ("conference.week", "4", "4", "bốn"),
        ("conference.term", "XXVI", "XXVI", "hai mươi sáu"),
    ],
)
def test_how_a_number_is_written(
    figures: Mapping[str, Figure], name: str, prose: str, table: str, words: str
) -> None:
    shown = [figures[name].shown(form) for form in (Form.PROSE, Form.TABLE, Form.WORDS)]
    assert shown == [prose, table, words]


def test_total_follows_its_parts(folder: DataFolder) -> None:
    folder.edit("awards.yml", "stated: 15", "stated: 16")
    folder.edit("awards.yml", "stated: 20", "stated: 21")
    figures = figures_of(folder)
    assert figures["awards.total"].value == 29
    assert figures["awards.ubnd-huyen.counted"].formula == "5 + 16"


def test_heads_are_counted_once_and_groups_overlap(folder: DataFolder) -> None:
    folder.edit("delegates.yml", "stated: 150", "stated: 2")
    folder.edit(
        "delegates.yml",
        "delegates:\n  open: chưa có danh sách\n  settled_by: van-phong-huyen-uy\n",
        "delegates:\n"
        "  - {id: mot, name: Nguyễn Văn A, groups: [phong-vien, uy-vien-bch]}\n"
        "  - {id: hai, name: Trần Thị B, groups: [phong-vien]}\n",
    )
    figures = figures_of(folder)
    assert figures["delegates.counted"].value == 2
    assert figures["delegates.phong-vien.counted"].value == 2
    assert figures["delegates.uy-vien-bch.counted"].value == 1
    assert figures["delegates.ban-dan-van-thanh-uy.counted"].value == 0
    assert figures["delegates.stated"].agreement is Agreement.AGREES


def test_listed_recipients_are_counted(folder: DataFolder) -> None:
    open_list = "    recipients:\n      open: chưa có danh sách\n      settled_by: ban-dan-van\n"
    listed = "    recipients:\n" + "".join(
        f"      - {{id: xa-{i}, name: Xã {i}}}\n" for i in range(8)
    )
    folder.edit("awards.yml", "{conference.year}\n" + open_list, "{conference.year}\n" + listed)
    figures = figures_of(folder)
    assert figures["awards.ban-thuong-vu.counted"].value == 8
    assert figures["awards.ban-thuong-vu.stated"].agreement is Agreement.AGREES


def test_minutes_are_added_only_when_all_are_known(folder: DataFolder) -> None:
    folder.edit("agenda.yml", "    responsible:\n", "    minutes: 15\n    responsible:\n", count=7)
    assert figures_of(folder)["agenda.minutes"].value == 105
    folder.edit("agenda.yml", "  - id: be-mac\n", "  - id: be-mac\n    # chưa định\n")
    text = (folder.path / "agenda.yml").read_text("utf-8")
    folder.replace("agenda.yml", text.replace("    minutes: 15\n", "", 1))
    assert "agenda.minutes" not in figures_of(folder)


def test_references_become_names_and_figures(dossier: Dossier) -> None:
    resolver = Facts.of(dossier).names
    text = "{unit.ubnd-huyen.short}: {awards.total} ({awards.total:words}), {{ 7*7 }}, {x}"
    assert resolver.as_text(text) == "UBND huyện: 28 (hai mươi tám), {{ 7*7 }}, {x}"
    shown = [
        part for part in resolver.segments("{conference.title}") if isinstance(part, ShownFigure)
    ]
    assert [part.figure.name for part in shown] == ["conference.year", "conference.next_year"]


def test_a_list_still_waiting_for_names_agrees_with_nothing_yet(folder: DataFolder):
    entry = "      - {id: mot, name: Khối dân vận Một}\n"
    folder.edit(
        "awards.yml",
        "{conference.year}\n    recipients:\n      open: chưa có danh sách\n"
        "      settled_by: ban-dan-van\n",
        "{conference.year}\n    recipients:\n" + entry + "    rest:\n      open: chờ các xã\n",
    )
    findings, publication = open_publication(folder.dossier)
    assert findings == ()
    figures = publication.renderer.figures
    assert figures["awards.ban-thuong-vu.stated"].agreement is Agreement.PENDING
    assert figures["awards.ban-thuong-vu.counted"].value == 1
    lists = publication.renderer.block("recipients_tables")
    assert 'Còn thiếu: <span class="open">chờ các xã</span>' in lists
    words = html.fragment_fromstring(lists, create_parent=True).text_content()
    assert "(danh sách mới có 1 trong 8 tập thể)" in words
    assert "Còn thiếu" in publication.renderer.block("open_values_table")


def test_the_ordinal_and_the_term_before_are_known_where_the_period_before_is(folder: DataFolder):
    """A congress speaks of the one before; a first congress, or a yearly meeting, of none."""
    typed = "place: Vĩnh Bảo\nordinal: 2\nperiod: 2020-2025\n"
    folder.edit("conference.yml", "place: Vĩnh Bảo\n", typed)
    figures = derive(load(folder.path, "data").dossier)
    assert not {"conference.previous_ordinal", "conference.previous_term"} & set(figures)
    folder.edit("conference.yml", typed, f"{typed}previous_period: 2015-2020\n")
    facts = Facts.of(load(folder.path, "data").dossier)
    text = "{conference.previous_ordinal} {conference.previous_term} {conference.previous_period}"
    assert facts.names.as_text(text) == "I XXV 2015 - 2020"
    folder.edit("conference.yml", "ordinal: 2\n", "ordinal: 1\n")
    assert "conference.previous_ordinal" not in derive(load(folder.path, "data").dossier)
