"""The invented data: valid at every size, complete, plainly marked."""

import re
from collections import Counter
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from folders import FULL

from conference.checks import check
from conference.facts import Facts
from conference.figures import derive, open_values
from conference.findings import Finding
from conference.loading import load
from conference.loading.files import MAX_BYTES
from conference.loading.yaml_files import parse
from conference.models import Dossier
from conference.models.fields import prose_of
from conference.sample import MAX_DELEGATES, MIN_DELEGATES, sample_files, write_data, write_sample

DATA = FULL / "data"
REFRESH = (
    "tests/dossiers/full/data is not what the code writes; refresh it, and examples/full/data: "
    "python -m conference sample --delegates 150 DIR, and take DIR/data"
)


def read(folder: Path) -> tuple[Dossier, list[Finding]]:
    loaded = load(folder)
    assert loaded.dossier.whole, loaded.findings
    return loaded.dossier, [*loaded.findings, *check(Facts.of(loaded.dossier))]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def full() -> Dossier:
    return read(DATA)[0]


def recipients(dossier: Dossier) -> list:
    lists = [part for award in dossier.awards.awards for part in (award.parts or [award])]
    return [collective for part in lists for collective in part.recipients]


def test_the_invented_dossier_is_what_the_code_writes(tmp_path):
    write_data(tmp_path, 150)
    written = {name: text.split(b"\n", 1)[1] for name, text in contents(tmp_path).items()}
    assert written == {name: text.split(b"\n", 1)[1] for name, text in contents(DATA).items()}, (
        REFRESH
    )


def test_the_invented_dossier_has_no_finding():
    assert read(DATA)[1] == []


@pytest.mark.parametrize("delegates", [28, 29, 60, 150, 1000])
def test_sample_of_any_size_is_valid(tmp_path, delegates):
    write_data(tmp_path / "data", delegates)
    dossier, findings = read(tmp_path / "data")
    assert findings == []
    named = dossier.delegates.delegates
    assert dossier.delegates.stated == len(named) == delegates
    assert len({person.seat for person in named}) == delegates
    assert len({person.name for person in named}) == delegates
    assert all(group.stated > 0 for group in dossier.delegates.groups)
    assert sum(group.stated for group in dossier.delegates.groups) > delegates
    assert next(g.stated for g in dossier.delegates.groups if g.rewarded) == 28
    assert len({c.id for c in recipients(dossier)}) == 28


@pytest.mark.parametrize("size", [600, pytest.param(MAX_DELEGATES, marks=pytest.mark.proof)])
def test_a_large_sample_can_be_read(size):
    texts = sample_files(size)
    assert max(len(text.encode()) for text in texts.values()) * MAX_DELEGATES <= MAX_BYTES * size
    _, findings = parse(texts["delegates.yml"], "delegates.yml")
    assert findings == []
    seats = re.findall(r"^    seat: (.*)$", texts["delegates.yml"], re.MULTILINE)
    assert seats[:21:20] == ["A01", "B01"]
    assert seats[519:521] == ["Z20", "AA01"]
    assert len(set(seats)) == size


def test_nothing_is_open(full):
    assert open_values(full) == []
    assert {document.status for document in full.documents.documents} == {"issued"}
    plan = full.document("ke-hoach")
    assert isinstance(full.conference.time.date, date)
    assert plan.date < full.conference.time.date
    assert plan.bases == [citation.id for citation in full.citations.citations]
    assert all(citation.date < plan.date for citation in full.citations.citations)


def test_every_delegate_has_post_unit_and_seat(full):
    named = full.delegates.delegates
    assert len(named) == 150
    assert all(person.post and person.unit and person.seat for person in named)
    assert max(Counter(person.seat for person in named).values()) == 1
    assert any(len(person.groups) == 2 for person in named)


def test_awards_have_the_shape_of_the_plan(full):
    first, second = full.awards.awards
    assert (first.stated, second.stated) == (8, 20)
    assert [part.stated for part in second.parts] == [5, 15]
    assert derive(full)["awards.total"].value == len(recipients(full)) == 28
    names = {unit.id: unit.name for unit in full.units.units}
    assert all(names[collective.unit] == collective.name for collective in recipients(full))


def test_agenda_has_no_gap_and_no_overlap(full):
    def after(start: time, minutes: int) -> time:
        return (datetime.combine(date.min, start) + timedelta(minutes=minutes)).time()

    items = full.agenda.items
    for item, following in pairwise(items):
        assert after(item.start, item.minutes) == following.start, following.id
    assert after(items[-1].start, items[-1].minutes) == full.agenda.ends


def test_agenda_is_carried_by_units_that_are_invited(full):
    invited = {person.unit for person in full.delegates.delegates}
    assert {item.responsible.unit for item in full.agenda.items} <= invited


def test_everything_is_marked_as_invented(full):
    assert full.conference.illustrative
    assert "minh họa" in full.conference.title
    names = [s.name for document in full.documents.documents for s in document.signatories]
    assert set(names) == {"Người ký minh họa"}
    for path in DATA.iterdir():
        _, marked, *_ = path.read_text("utf-8").split("\n")
        assert marked.startswith("# Dữ liệu minh họa, không phải dữ liệu thật")
        assert "# Hiện ở: " in path.read_text("utf-8")


def test_names_are_placeholders(full):
    for person in full.delegates.delegates:
        assert re.fullmatch(r"Đại biểu \d{3}", person.name)
    for collective in recipients(full):
        assert re.fullmatch(r"Tập thể \d{2}", collective.name)
    for unit in full.units.units:
        assert re.fullmatch(r".*Minh Họa|Đơn vị \d{3}|Tập thể \d{2}", unit.name), unit.name
    for citation in full.citations.citations:
        assert re.fullmatch(r"\d{2}-MH/MH", citation.number)


def test_texts_type_no_number(full):
    texts = [t for subject in Dossier.model_fields for t in prose_of(getattr(full, subject))]
    assert [t.text for t in texts if re.search(r"\d", t.text)] == []


@pytest.mark.parametrize("delegates", [-1, 0, MIN_DELEGATES - 1, MAX_DELEGATES + 1])
def test_impossible_size_is_refused(tmp_path, delegates):
    with pytest.raises(ValueError, match=r"từ 28 đến 20\.000 đại biểu"):
        write_sample(tmp_path / "data", delegates)
    assert not (tmp_path / "data").exists()


def test_used_folder_is_left_alone(tmp_path):
    (tmp_path / "mine.yml").write_text("mine", "utf-8")
    with pytest.raises(ValueError, match="không trống"):
        write_sample(tmp_path, 28)
    assert contents(tmp_path) == {"mine.yml": b"mine"}


@pytest.mark.parametrize("name", ["file", "file/below"])
def test_file_in_the_way_is_explained(tmp_path, name):
    (tmp_path / "file").write_text("mine", "utf-8")
    with pytest.raises(ValueError, match=r"là một tệp|không ghi được"):
        write_sample(tmp_path / name, 28)


def test_empty_folder_is_filled(tmp_path):
    write_sample(tmp_path, 28)
    assert {path.name for path in tmp_path.iterdir()} == {"mkdocs.yml", "data", "docs"}
    assert set(contents(tmp_path / "data")) == {
        f"{subject}.yml" for subject in Dossier.model_fields
    }
