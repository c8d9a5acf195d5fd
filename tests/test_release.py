"""What release.json says: a commit only where everything is of it, and checksums anybody can check."""

import json
import subprocess

import pytest
from repositories import NIGHT, commit_all, git, nobodys_settings

from conference.audience import Audience
from conference.folders import dossier_folder
from conference.release import checksums, commit_of, contents, write_release

nobodys_settings = pytest.fixture(autouse=True)(nobodys_settings)


def write(path, text="x"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


@pytest.fixture
def dossier(tmp_path, monkeypatch):
    """A dossier in a repository that holds other things as well."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.delenv("CONFERENCE_DATA", raising=False)
    top = tmp_path / "top"
    for file in ("code.py", "examples/x/data/units.yml", "examples/x/docs/index.md"):
        write(top / file)
    write(top / ".gitignore", "site/\n*.swp\n")
    git(top, "init", "-q", "-b", "main")
    commit_all(top, "all", NIGHT)
    return top / "examples/x"


def test_the_commit_of_a_dossier_is_that_of_its_repository(dossier):
    head = git(dossier, "rev-parse", "HEAD")
    assert commit_of(dossier_folder(dossier)) == head
    write(dossier / "site/index.html")
    write(dossier / ".index.html.swp")
    assert commit_of(dossier_folder(dossier)) == head


@pytest.mark.parametrize(
    "change",
    [
        lambda dossier: write(dossier / "data/units.yml", "y"),
        lambda dossier: write(dossier / "docs/picture.png"),
        lambda dossier: write(dossier.parent.parent / "code.py", "y"),
        lambda dossier: (dossier / "docs/index.md").unlink(),
        lambda dossier: git(dossier, "rm", "-q", "docs/index.md"),
        lambda dossier: write(dossier / "docs/hidden.swp"),
    ],
    ids=["edited", "added", "code edited", "removed", "removal staged", "hidden from git"],
)
def test_no_commit_is_named_where_a_file_is_not_as_it_has_it(dossier, change):
    change(dossier)
    assert commit_of(dossier_folder(dossier)) is None


def test_nor_for_data_from_elsewhere_nor_outside_git(dossier, tmp_path, monkeypatch):
    assert commit_of(dossier_folder(dossier, tmp_path / "data")) is None
    monkeypatch.setenv("PATH", "")
    assert commit_of(dossier_folder(dossier)) is None


def test_a_commit_made_while_the_site_was_built_is_not_named(dossier, tmp_path):
    site, folder = tmp_path / "site", dossier_folder(dossier)
    write(site / "index.html")
    before = commit_of(folder)
    write_release(site, folder, Audience.EVERYONE, before)
    assert json.loads((site / "release.json").read_text())["commit"] == before

    write(dossier / "data/units.yml", "y")
    commit_all(dossier, "more", NIGHT)
    write_release(site, folder, Audience.EVERYONE, before)
    assert json.loads((site / "release.json").read_text())["commit"] is None


def test_the_checksums_are_those_of_sha256sum(tmp_path):
    for file in ("b.html", "assets/Đ.js", "assets/a b.js", "a/../A.html"):
        write(tmp_path / file, file)
    lines = checksums(contents(tmp_path, {"b.html"}))
    assert [line[66:] for line in lines.splitlines()] == ["A.html", "assets/a b.js", "assets/Đ.js"]
    subprocess.run(["sha256sum", "-c"], cwd=tmp_path, input=lines.encode(), check=True)
