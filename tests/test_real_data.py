"""The data of the plan itself: nothing wrong, nothing in vain, every file introduced."""

import re
import unicodedata
from pathlib import Path

import pytest
from folders import DataFolder, findings_of

from conference.figures import derive
from conference.loading import Loaded, load, subject_models
from conference.models import Dossier
from conference.models.fields import prose_of

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "data").glob("*.yml"))
# An entry of a list with all its lines; looked ahead at, so that those inside others count too.
ENTRY = re.compile(r"^(?=(( *)- id: (\S+)\n(?:(?:\2 +.*)?\n)*))", re.MULTILINE)
ENTRIES = [
    pytest.param(path.name, found[1], id=f"{path.stem}-{found[3]}")
    for path in FILES
    for found in ENTRY.finditer(path.read_text("utf-8"))
]


def test_no_finding(real_data: Path) -> None:
    assert findings_of(real_data) == []


def test_one_file_a_subject() -> None:
    assert [path.stem for path in FILES] == sorted(subject_models())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_says_what_it_is_and_where_it_shows(path: Path) -> None:
    head = []
    for line in path.read_text("utf-8").split("\n"):
        if not line.startswith("# "):
            break
        head.append(line)
    assert len(head) >= 2, "a comment at the top: what the file is, where it shows"
    assert sum(line.startswith("# Hiện ở: ") for line in head) == 1, head


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_is_clean_text(path: Path) -> None:
    raw = path.read_bytes()
    text = raw.decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert b"\r" not in raw and b"\t" not in raw and not text.startswith("\ufeff")
    assert text.endswith("\n") and not text.endswith("\n\n")
    assert not re.search(r" $", text, re.MULTILINE)


def test_what_is_open_says_who_settles_it(dossier: Dossier) -> None:
    unsettled = [
        str(value.at())
        for subject in Dossier.model_fields
        for record in getattr(dossier, subject).walk()
        for value in [getattr(record, name) for name in type(record).model_fields]
        if type(value).__name__ == "Open" and value.settled_by is None
    ]
    assert unsettled == []


def content(loaded: Loaded) -> tuple[dict[str, int], list[str]]:
    """The numbers and the texts that a folder gives its readers."""
    figures = {name: figure.value for name, figure in derive(loaded.dossier).items()}
    texts = [
        typed.text
        for subject in Dossier.model_fields
        for typed in prose_of(getattr(loaded.dossier, subject))
    ]
    return figures, texts


@pytest.mark.parametrize(("file", "entry"), ENTRIES)
def test_no_entry_is_in_vain(real_data: Path, folder: DataFolder, file: str, entry: str) -> None:
    folder.edit(file, entry, "", count=(real_data / file).read_text("utf-8").count(entry))
    loaded = load(folder.path, "data")
    changed = loaded.findings or content(loaded) != content(load(real_data, "data"))
    assert changed or findings_of(folder.path), "deleting this entry changes nothing"
