"""Faults that are told one by one are told together as well, and nothing else is."""

from pathlib import Path

import pytest
from folders import DataFolder

from conference.opening import open_publication

# Each rests on nothing that another one spoils.
FAULTS = (
    ("awards.yml", "    stated: 8\n", "    stated: 08\n"),
    ("awards.yml", "    stated: 20\n", "    stated: 21\n"),
    ("awards.yml", "    giver: ubnd-huyen\n", "    giver: ubnd-huyn\n"),
    ("awards.yml", "  - id: ban-thuong-vu\n", "  - id: Ban Thường vụ\n"),
    ("agenda.yml", "  - id: bao-cao\n", "  - id: bao-cao\n    start: 7:30\n"),
    ("agenda.yml", "Tuyên bố lý do", "Tuyên bố 37 lý do"),
    ("tasks.yml", "năm {conference.year}, triển", "năm {tasks.totl}, triển"),
    ("citations.yml", "date: 29/12/2021", "date: 31/02/2021"),
    ("documents.yml", "    place: Vĩnh Bảo", "    place:"),
    ("conference.yml", "committee: huyen-uy", "committe: huyen-uy"),
    ("delegates.yml", "stated: 150\n", "stated: 1 50\n"),
    ("delegates.yml", "  - id: phong-vien\n", "  - id: uy-vien-bch\n"),
    ("agenda.yml", "đạo {unit.ban-dan-van-thanh-uy}", "đạo {unit.ban-dan-van-thanh-ui}"),
    ("documents.yml", "        post: Phó Bí thư", "        pots: Phó Bí thư"),
    ("tasks.yml", "chuẩn bị phóng sự", "chuẩn bị hai phóng sự"),
    ("units.yml", "    short: HĐND\n", "    shortt: HĐND\n"),
)


@pytest.fixture
def told(folder: DataFolder):
    """What is told of the data with some of the faults: in which file, by which rule."""
    texts = {path.name: path.read_text("utf-8") for path in folder.path.glob("*.yml")}

    def run(faults: tuple[tuple[str, str, str], ...]) -> set[tuple[str, str]]:
        for name, text in texts.items():
            folder.replace(name, text)
        for file, old, new in faults:
            folder.edit(file, old, new)
        found = open_publication(folder.dossier).findings
        return {(Path(f.place.file).name, f.rule) for f in found}

    return run


@pytest.mark.proof
def test_faults_are_told_together_as_they_are_alone(told) -> None:
    alone = {fault: told((fault,)) for fault in FAULTS}
    assert all(alone.values()), [fault for fault, found in alone.items() if not found]
    for faults in (FAULTS, FAULTS[::2], FAULTS[1::2]):
        expected = {(file, rule) for fault in faults for file, rule in alone[fault]}
        assert told(faults) == expected
