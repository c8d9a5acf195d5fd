"""The shape of the data: closed, described, and able to say where each value stands."""

import typing
from collections.abc import Iterator
from datetime import date, time

import pytest
from pydantic import TypeAdapter, ValidationError

from conference.findings import Place
from conference.loading.yaml_files import parse
from conference.models import Dossier, Open, Record, is_known
from conference.models.agenda import AgendaItem
from conference.models.awards import Awards
from conference.models.fields import pointers_of, prose_of
from conference.models.tasks import Tasks
from conference.models.units import Units
from conference.models.values import Clock, Day


def records_in(annotation: object) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
        for field in annotation.model_fields.values():
            yield from records_in(field.annotation)
    for argument in typing.get_args(annotation):
        yield from records_in(argument)


RECORDS = sorted({r for r in records_in(Dossier) if r is not Dossier}, key=lambda r: r.__name__)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_record_is_closed_strict_and_frozen(record: type[Record]) -> None:
    config = record.model_config
    assert (config["extra"], config["strict"], config["frozen"]) == ("forbid", True, True)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_is_titled_and_described(record: type[Record]) -> None:
    for name, field in record.model_fields.items():
        assert field.title and field.title[0].isupper(), name
        assert field.description and field.description.endswith((".", "…")), name


def read(text: str, model: type[Record]) -> Record:
    file, findings = parse(text, "data/x.yml")
    assert file and not findings
    record = model.model_validate(file.value)
    record.set_origin(file)
    return record


AWARDS = """\
awards:
  - id: mot
    giver: don-vi
    form: giấy khen
    label: Một
    to: tập thể năm {conference.year}
    stated: 8
    recipients:
      open: chưa có danh sách
      settled_by: van-phong
"""


def test_values_know_their_place() -> None:
    awards = read(AWARDS, Awards)
    award = awards.awards[0]
    assert award.at("stated") == Place("data/x.yml", 7, 13)
    assert award.at() == Place("data/x.yml", 2, 5)
    assert award.recipients.at("settled_by") == Place("data/x.yml", 10, 19)
    assert awards.at("awards", 0, "giver") == Place("data/x.yml", 3, 12)


def test_value_that_was_not_typed_has_the_place_of_its_record() -> None:
    assert read(AWARDS, Awards).awards[0].at("end") == Place("data/x.yml", 2, 5)


def test_open_is_no_known_value() -> None:
    award = read(AWARDS, Awards).awards[0]
    assert isinstance(award.recipients, Open)
    assert not is_known(award.recipients) and not is_known(award.end) and is_known(award.stated)


def test_texts_and_pointers_are_found_wherever_they_stand() -> None:
    awards = read(AWARDS, Awards)
    assert [typed.text for typed in prose_of(awards)] == [
        "tập thể năm {conference.year}",
        "chưa có danh sách",
    ]
    assert [(typed.text, typed.place.line) for typed in pointers_of(awards, "unit")] == [
        ("don-vi", 3),
        ("van-phong", 10),
    ]
    works = "tasks:\n  - id: a\n    lead: b\n    works:\n      - support: [c, d]\n        what: e\n"
    pointers = pointers_of(read(works, Tasks), "unit")
    assert [(typed.text, typed.place.column) for typed in pointers] == [
        ("b", 11),
        ("c", 19),
        ("d", 22),
    ]


def test_text_is_kept_as_typed_but_for_its_line_breaks() -> None:
    name = "<script>alert(1)</script> {{ 7*7 }} | * _x_"
    units = read(f'units:\n  - id: a\n    name: "{name}\n\n      tiếp"\n', Units)
    assert units.units[0].name == f"{name} tiếp"


@pytest.mark.parametrize("good", ["a", "ubnd-huyen", "xa-01", "2022"])
def test_id(good: str) -> None:
    assert read(f'units:\n  - id: "{good}"\n    name: X\n', Units).units[0].id == good


@pytest.mark.parametrize("bad", ["A", "a_b", "a--b", "-a", "a-", "đ", "a b", "", "a\n", "a" * 61])
def test_no_id(bad: str) -> None:
    with pytest.raises(ValidationError):
        Units.model_validate({"units": [{"id": bad, "name": "X"}]})


def test_days_and_times_are_typed_as_printed() -> None:
    assert TypeAdapter(Day).validate_python("03/4/2018") == date(2018, 4, 3)
    assert TypeAdapter(Clock).validate_python("7h30") == time(7, 30)
    item = {"id": "a", "title": "B", "responsible": {"unit": "c"}, "start": "7h30", "minutes": 15}
    assert AgendaItem.model_validate(item).start == time(7, 30)


@pytest.mark.parametrize("wrong", [0, -1, True, "15", 15.0])
def test_minutes_are_a_count_of_one_or_more(wrong: object) -> None:
    item = {"id": "a", "title": "B", "responsible": {"unit": "c"}, "minutes": wrong}
    with pytest.raises(ValidationError):
        AgendaItem.model_validate(item)
