"""The day and the code of the data, and the stamp they make."""

import os
import subprocess
from datetime import date

import pytest
from twins import DATED, NUMBERED

from conference.publication import open_publication
from conference.revision import revision_of

GIT = {
    "GIT_AUTHOR_NAME": "x",
    "GIT_AUTHOR_EMAIL": "x@example.org",
    "GIT_COMMITTER_NAME": "x",
    "GIT_COMMITTER_EMAIL": "x@example.org",
    "GIT_COMMITTER_DATE": "2030-11-05T10:00:00+07:00",
    "GIT_AUTHOR_DATE": "2030-11-05T10:00:00+07:00",
}


def git(folder, *arguments):
    subprocess.run(
        ["git", "-C", str(folder), *arguments],
        check=True,
        capture_output=True,
        env={**os.environ, **GIT},
    )


@pytest.fixture
def outside_git(folder, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.path.parent))
    for path in folder.path.glob("*.yml"):
        os.utime(path, (0, 2_000_000_000))
    return folder


def test_the_code_follows_the_content_and_nothing_else(outside_git):
    before = revision_of(outside_git.path)
    assert revision_of(outside_git.path) == before
    os.utime(outside_git.path / "tasks.yml", (0, 2_100_000_000))
    assert revision_of(outside_git.path).code == before.code

    outside_git.edit("tasks.yml", "end: ./.", "end: .")
    assert revision_of(outside_git.path).code != before.code
    assert len(before.code) == 7


def test_without_git_the_day_is_that_of_the_newest_file(outside_git):
    assert revision_of(outside_git.path).day == date.fromtimestamp(2_000_000_000)


def test_with_git_the_day_is_that_of_the_last_commit_until_a_file_is_changed(outside_git):
    data = outside_git.path
    git(data, "init", "-q")
    git(data, "add", ".")
    git(data, "commit", "-qm", "data")
    assert revision_of(data).day == date(2030, 11, 5)

    outside_git.edit("tasks.yml", "end: ./.", "end: .")
    os.utime(data / "tasks.yml", (0, 2_100_000_000))
    assert revision_of(data).day == date.fromtimestamp(2_100_000_000)


@pytest.mark.parametrize(
    ("old", "new", "state"),
    [
        ("status: draft", "status: draft", "Dự thảo"),
        ("status: draft", "status: draft\n    draft: 2", "Dự thảo lần 2"),
        ("status: draft", "status: issued", "Đã ban hành"),
    ],
)
def test_the_stamp_says_how_far_the_plan_has_come(outside_git, old, new, state):
    outside_git.edit("documents.yml", old, new)
    if "issued" in new:
        for settled in (NUMBERED, DATED):
            outside_git.edit(*settled)
    publication = open_publication(outside_git.dossier).publication
    code = revision_of(outside_git.path).code

    stamps = {publication.stamp(page) for page in publication.pages}
    assert stamps == {f"{state} · dữ liệu ngày 18/5/2033 · mã {code}"}


LETTER = """  - id: giay-moi
    kind: Giấy mời
    regime: party-36
    issuers: [{unit: huyen-uy}]
    place: Vĩnh Bảo
    date: {open: chưa định}
    status: draft
    signatories: [{post: Bí thư, name: {open: chưa rõ}}]
"""


def test_a_stamp_says_how_far_the_page_s_own_document_has_come(outside_git):
    """And on a page of none, how far all have come while that is one thing."""

    def states():
        publication = open_publication(outside_git.dossier).publication
        parts = ((page, publication.stamp(page).split(" · ")) for page in publication.pages)
        return {bool(page.document): stamp[0] for page, stamp in parts}

    outside_git.append("documents.yml", LETTER)
    assert states() == {True: "Dự thảo", False: "Dự thảo"}

    outside_git.edit(
        "documents.yml", "    status: draft\n    symbol", "    status: issued\n    symbol"
    )
    for settled in (NUMBERED, DATED):
        outside_git.edit(*settled)
    assert states() == {True: "Đã ban hành", False: "dữ liệu ngày 18/5/2033"}
