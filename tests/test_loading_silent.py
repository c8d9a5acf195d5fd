"""What is typed honestly passes: comments, quotes, dashes and spaces that change nothing."""

import typing

import pytest
from folders import DataFolder
from pydantic import StringConstraints, TypeAdapter, ValidationError

from conference.loading.explain import PATTERNS, explain
from conference.loading.scalars import Refused, read_plain
from conference.loading.spots import Spot, YamlFile
from conference.models import Dossier
from conference.models.record import Record, records_in


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("awards.yml", "stated: 20\n", "stated: 20 # tập thể\n"),
        ("awards.yml", "giver: ubnd-huyen\n", "giver: ubnd-huyen # cơ quan tặng\n"),
        ("citations.yml", "date: 29/12/2021\n", "date: 29/12/2021 # ngày ký\n"),
        ("documents.yml", "status: draft\n", "status: draft # dự thảo\n"),
        ("agenda.yml", "in_title: true\n    # Bản", "in_title: true # có trong tên\n    # Bản"),
        ("conference.yml", "place: Vĩnh Bảo\n", 'place: "Vĩnh Bảo" # địa danh\n'),
        ("conference.yml", "place: Vĩnh Bảo\n", "place: 'Vĩnh Bảo' # địa danh\n"),
        ("conference.yml", "chairs:\n", "chairs: # chủ trì\n"),
        ("awards.yml", "label: Tập thể “Dân vận khéo”", "label: “Tập thể” và “Dân vận khéo”"),
        ("documents.yml", 'source: "“đề báo cáo”"', "source: đề\u00a0báo cáo"),
        ("agenda.yml", "title: Phóng sự về", "title: – Phóng sự về"),
        (
            "agenda.yml",
            "title: Phóng sự về công",
            "title: >-\n      Gồm\n      – phóng sự\n      • về công",
        ),
        (
            "agenda.yml",
            "title: Phóng sự về công tác dân vận của Đảng bộ huyện",
            'title: "Gồm\n      – phóng sự\n      * về công tác"',
        ),
    ],
)
def test_what_changes_nothing_passes(folder: DataFolder, file: str, old: str, new: str) -> None:
    text = (folder.path / file).read_text("utf-8")
    folder.replace(file, text.replace(old, new, 1))
    assert old in text
    assert folder.findings() == []


def test_a_bullet_in_a_block_is_not_blamed_for_a_slip_below(folder: DataFolder) -> None:
    folder.edit(
        "agenda.yml", "title: Phóng sự về công", "title: >-\n      Gồm\n      – phóng sự về công"
    )
    folder.edit("agenda.yml", "  - id: ky-ket\n", "  - id ky-ket\n")
    (found,) = folder.findings()
    assert str(found.place) == folder.place("agenda.yml", "id ky-ket")


@pytest.mark.parametrize("typed", ["=", "<<", "1_0.5", "190:20:30.15", "2001-12-14 21:59:43.10 -5"])
def test_what_yaml_takes_for_no_text_is_never_kept_as_text(typed: str) -> None:
    assert isinstance(read_plain(typed), Refused)


def patterns_in(record: type[Record]) -> set[str]:
    """The patterns of the texts of a model and of all it holds."""
    found = {
        str(constraint.pattern)
        for field in record.model_fields.values()
        for constraint in _constraints([*field.metadata, field.annotation])
        if constraint.pattern
    }
    held = {r for f in record.model_fields.values() for r in records_in(f.annotation)}
    return found.union(*map(patterns_in, held))


def _constraints(marks: typing.Iterable[object]) -> typing.Iterator[StringConstraints]:
    for mark in marks:
        if isinstance(mark, StringConstraints):
            yield mark
        yield from _constraints(getattr(mark, "__metadata__", ()))
        yield from _constraints(typing.get_args(mark))


def test_every_pattern_of_the_models_has_its_advice() -> None:
    found = patterns_in(Dossier)
    assert len(found) >= 4
    assert found == set(PATTERNS)


class Strange(Record):
    """A model with a pattern nobody has written advice for."""

    code: typing.Annotated[str, StringConstraints(pattern="^x+$")]


def test_a_pattern_without_advice_is_told_all_the_same() -> None:
    file = YamlFile("lạ.yml", {"code": "y"}, Spot(0, 0), ["code: y"])
    try:
        TypeAdapter(Strange).validate_python(file.value)
    except ValidationError as error:
        (told,) = explain(error, Strange, file)
    assert told.message.startswith("«code» đang là «y»: viết chưa đúng dạng")
