"""What an office may change: the checker accepts it, and then the site is built and reads well.

On the dossiers kept for the tests every edit is legal. On those people edit, it may happen not to be
(a day that is settled already, say): what the checker accepts must be built there, too.
"""

from pathlib import Path

import pytest
from folders import FROZEN, LIVE, copy_of, sampled
from legal_edits import EDITS, apply
from printed import build
from reading import Site, faults

from conference.findings import has_errors
from conference.folders import dossier_folder
from conference.opening import open_publication


def errors(dossier: Path) -> list[str]:
    findings = open_publication(dossier_folder(dossier)).findings
    return [str(finding) for finding in findings] if has_errors(findings) else []


def assert_built_and_read(dossier: Path, site: Path) -> None:
    build(dossier, site)
    assert faults(Site(dossier, site)) == []


def edited(name: str, folder: Path) -> list[Path]:
    """Copies of the dossiers kept for the tests in which an edit found something to change."""
    copies = [copy_of(dossier, folder / kept) for kept, dossier in FROZEN.items()]
    return [copy for copy in copies if apply(name, copy)]


@pytest.mark.proof
def test_every_edit_finds_something_to_change(tmp_path: Path) -> None:
    assert [name for name in EDITS if not edited(name, tmp_path / name)] == []


SAMPLE = ("the_total_of_delegates_grows_by_fifteen", "the_plan_is_issued", "a_page_is_added")


@pytest.mark.parametrize("name", sampled(EDITS, SAMPLE))
def test_an_edit_is_accepted(name: str, tmp_path: Path) -> None:
    assert [error for copy in edited(name, tmp_path) for error in errors(copy)] == []


@pytest.mark.proof
@pytest.mark.parametrize("kept", FROZEN)
def test_all_edits_together_are_accepted_built_and_read(kept: str, tmp_path: Path) -> None:
    copy = copy_of(FROZEN[kept], tmp_path / "copy")
    applied = [name for name in EDITS if apply(name, copy)]
    assert len(applied) >= 25
    assert errors(copy) == []
    assert_built_and_read(copy, tmp_path / "site")


@pytest.mark.proof
@pytest.mark.parametrize("live", LIVE)
@pytest.mark.parametrize("name", [*EDITS, "all"])
def test_what_is_accepted_is_built_and_read(name: str, live: str, tmp_path: Path) -> None:
    copy = copy_of(LIVE[live], tmp_path / "copy")
    applied = [edit for edit in (EDITS if name == "all" else [name]) if apply(edit, copy)]
    if not applied or errors(copy):
        pytest.skip(
            "nothing to change" if not applied else "not legal in this dossier as it is now"
        )
    assert_built_and_read(copy, tmp_path / "site")
