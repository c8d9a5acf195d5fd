"""The entries of the data: each says something to a reader or to the checker; none is in vain."""

import re

import pytest
from folders import PLAN, DataFolder, findings_of

from conference.figures import derive
from conference.loading import Loaded, load, subject_models
from conference.models import Dossier
from conference.models.fields import prose_of

pytestmark = pytest.mark.every(3)

FILES = sorted((PLAN / "data").glob("*.yml"))
# An entry of a list with all its lines; looked ahead at, so that those inside others count too.
ENTRY = re.compile(r"^(?=(( *)- id: (\S+)\n(?:(?:\2 +.*)?\n)*))", re.MULTILINE)
ENTRIES = [
    pytest.param(path.name, found[1], id=f"{path.stem}-{found[3]}")
    for path in FILES
    for found in ENTRY.finditer(path.read_text("utf-8"))
]


def test_one_file_a_subject() -> None:
    """The plan mentions no number and no day of anything else: it has no facts.yml."""
    assert {path.stem for path in FILES} == set(subject_models()) - {"facts"}


def content(loaded: Loaded) -> tuple[dict[str, int], list[str]]:
    """The numbers and the texts that a folder gives its readers."""
    figures = {name: figure.value for name, figure in derive(loaded.dossier).items()}
    texts = [
        typed.text
        for subject in Dossier.model_fields
        for typed in prose_of(getattr(loaded.dossier, subject))
    ]
    return figures, texts


@pytest.fixture(scope="module")
def whole() -> tuple[dict[str, int], list[str]]:
    return content(load(PLAN / "data", "data"))


@pytest.mark.parametrize(("file", "entry"), ENTRIES)
def test_no_entry_is_in_vain(whole, folder: DataFolder, file: str, entry: str) -> None:
    folder.edit(file, entry, "", count=(PLAN / "data" / file).read_text("utf-8").count(entry))
    loaded = load(folder.path, "data")
    changed = loaded.findings or content(loaded) != whole
    assert changed or findings_of(folder.path), "deleting this entry changes nothing"
