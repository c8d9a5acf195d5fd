"""The day and the code of the data, and the stamp they make."""

import os
from datetime import date

import pytest
from folders import PLAN
from repositories import LATER, clone, commit_elsewhere, git, nobodys_settings
from twins import DATED, NUMBERED

from conference.folders import dossier_folder
from conference.opening import open_publication
from conference.revision import Revision, revision_of

pytestmark = pytest.mark.every(2)

nobodys_settings = pytest.fixture(autouse=True)(nobodys_settings)


@pytest.fixture
def outside_git(folder, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.path.parent.parent))
    for path in folder.path.glob("*.yml"):
        os.utime(path, (0, 2_000_000_000))
    return folder


@pytest.fixture
def repository(outside_git):
    """The folder above the data as a repository, the data committed on the 5th."""
    top = outside_git.path.parent
    git(top, "init", "-q", "-b", "main")
    git(top, "add", "data")
    git(top, "commit", "-qm", "data")
    return top


# --- The code -------------------------------------------------------------------------------------


def test_the_code_follows_the_content_and_nothing_else(outside_git):
    before = revision_of(outside_git.path)
    assert revision_of(outside_git.path) == before
    os.utime(outside_git.path / "tasks.yml", (0, 2_100_000_000))
    assert revision_of(outside_git.path).code == before.code

    outside_git.edit("tasks.yml", "end: ./.", "end: .")
    assert revision_of(outside_git.path).code != before.code
    assert len(before.code) == 7


# --- The day --------------------------------------------------------------------------------------


def test_the_day_is_that_of_the_last_commit_of_the_data(repository):
    commit_elsewhere(repository)
    revision = revision_of(repository / "data")
    assert (revision.day, revision.edited) == (date(2030, 11, 5), False)


@pytest.mark.parametrize("zone", ["Etc/GMT+12", "UTC", "Pacific/Kiritimati"])
def test_no_time_zone_moves_it(repository, monkeypatch, zone):
    monkeypatch.setenv("TZ", zone)
    assert revision_of(repository / "data").day == date(2030, 11, 5)


def test_a_file_taken_away_changes_it_too(repository):
    git(repository, "rm", "-q", "data/exceptions.yml")
    git(repository, "commit", "-qm", "less", moment=LATER)
    assert revision_of(repository / "data").day == date(2031, 2, 1)


def test_every_clone_tells_the_same(repository, tmp_path):
    commit_elsewhere(repository)
    copy = clone(repository, tmp_path / "clone")
    assert revision_of(copy) == revision_of(repository / "data")
    linked = tmp_path / "linked"
    git(repository, "worktree", "add", "-q", str(linked))
    assert revision_of(linked / "data") == revision_of(repository / "data")


def test_a_merge_is_not_a_change_of_the_data(repository):
    git(repository, "switch", "-qc", "side")
    commit_elsewhere(repository, "side.txt")
    git(repository, "switch", "-q", "main")
    commit_elsewhere(repository, "main.txt")
    git(repository, "merge", "-qm", "merged", "side", moment=LATER)
    assert revision_of(repository / "data").day == date(2030, 11, 5)


# --- The day that is not known --------------------------------------------------------------------


def test_without_git_nothing_takes_its_place(outside_git, monkeypatch):
    known = revision_of(outside_git.path)
    assert (known.day, known.edited) == (None, False)
    monkeypatch.setenv("PATH", "")
    assert revision_of(outside_git.path) == known


def test_it_is_not_known_where_git_refuses_the_folder(repository, monkeypatch):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    revision = revision_of(repository / "data")
    assert (revision.day, revision.edited) == (None, False)


@pytest.mark.parametrize(
    ("depth", "day"), [(1, None), (2, None), (3, date(2030, 11, 5)), (9, date(2030, 11, 5))]
)
def test_a_shallow_clone_tells_it_only_when_its_boundary_hides_nothing(
    outside_git, tmp_path, depth, day
):
    top = outside_git.path.parent
    git(top, "init", "-q")
    commit_elsewhere(top, "first.txt")
    git(top, "add", "data")
    git(top, "commit", "-qm", "data")
    commit_elsewhere(top)
    shallow = clone(top, tmp_path / "shallow", f"--depth={depth}")

    revision = revision_of(shallow)
    assert (revision.day, revision.edited) == (day, False)
    assert revision.code == revision_of(top / "data").code


def test_nor_is_it_told_in_a_shallow_clone_that_has_lost_its_boundary(repository, tmp_path):
    commit_elsewhere(repository)
    shallow = clone(repository, tmp_path / "shallow", "--depth=1")
    (shallow.parent / ".git/shallow").unlink()
    assert revision_of(shallow).day is None


def test_nor_where_git_cannot_say_whether_files_are_edited(repository):
    (repository / ".git/index").write_text("broken")
    revision = revision_of(repository / "data")
    assert (revision.day, revision.edited) == (None, False)


def edit(data):
    tasks = data / "tasks.yml"
    tasks.write_text(tasks.read_text("utf-8").replace("end: ./.", "end: ."), "utf-8")


def stage(data):
    edit(data)
    git(data, "add", ".")


def ignore(data):
    (data.parent / ".git/info/exclude").write_text("extra.yml\n")
    (data / "extra.yml").touch()


@pytest.mark.parametrize(
    "change",
    [
        edit,
        stage,
        ignore,
        lambda data: (data / "extra.yml").touch(),
        lambda data: (data / "exceptions.yml").unlink(),
        lambda data: git(data, "rm", "-q", "exceptions.yml"),
    ],
    ids=["edited", "staged", "ignored", "added", "removed", "removal staged"],
)
@pytest.mark.parametrize("setting", ["status.showUntrackedFiles=no", "color.status=always"])
def test_while_files_are_edited_there_is_no_day(repository, change, setting):
    git(repository, "config", *setting.split("="))
    change(repository / "data")
    revision = revision_of(repository / "data")
    assert (revision.day, revision.edited) == (None, True)


def test_what_is_no_data_does_not_matter(repository):
    (repository / "data/.tasks.yml.swp").touch()
    (repository / "data/notes.txt").touch()
    (repository / "data/old").mkdir()
    (repository / "data/old/tasks.yml").touch()
    (repository / "other.yml").touch()
    assert revision_of(repository / "data").day == date(2030, 11, 5)


def test_a_repository_without_a_commit_knows_no_day(outside_git):
    git(outside_git.path, "init", "-q")
    assert revision_of(outside_git.path).edited
    for path in outside_git.path.glob("*.yml"):
        path.unlink()
    revision = revision_of(outside_git.path)
    assert (revision.day, revision.edited) == (None, False)


# --- How git is asked -----------------------------------------------------------------------------


def test_what_a_hook_inherits_leads_nowhere_else(repository, tmp_path, monkeypatch):
    before = revision_of(repository / "data")
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q")
    commit_elsewhere(other)
    for name, value in {
        "GIT_DIR": other / ".git",
        "GIT_WORK_TREE": other,
        "GIT_INDEX_FILE": other / ".git/index",
        "GIT_OBJECT_DIRECTORY": other / ".git/objects",
        "GIT_COMMON_DIR": other / ".git",
        "GIT_PREFIX": "data/",
    }.items():
        monkeypatch.setenv(name, str(value))
    assert revision_of(repository / "data") == before


def test_to_ask_is_not_to_write(repository):
    index = repository / ".git/index"
    os.utime(repository / "data/tasks.yml", (0, 2_100_000_000))  # git would note this in its index
    before = index.read_bytes()
    assert revision_of(repository / "data").day == date(2030, 11, 5)
    assert index.read_bytes() == before


def test_a_replaced_commit_is_not_believed(repository):
    commit = git(repository, "rev-parse", "HEAD")
    git(repository, "commit", "--amend", "-qm", "other", moment=LATER)
    other = git(repository, "rev-parse", "HEAD")
    git(repository, "reset", "-q", "--hard", commit)
    git(repository, "replace", commit, other)
    assert revision_of(repository / "data").day == date(2030, 11, 5)


# --- The stamp ------------------------------------------------------------------------------------


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
    assert stamps == {f"{state} · dữ liệu chưa rõ ngày · mã {code}"}


@pytest.mark.parametrize(
    ("day", "edited", "told"),
    [
        (date(2026, 11, 24), False, "dữ liệu ngày 24/11/2026"),
        (date(2027, 1, 5), False, "dữ liệu ngày 05/01/2027"),
        (None, True, "dữ liệu đang sửa"),
        (None, False, "dữ liệu chưa rõ ngày"),
    ],
)
def test_the_stamp_says_from_when_the_data_is(monkeypatch, day, edited, told):
    revision = Revision("ab12cd3", day, edited)
    monkeypatch.setattr("conference.dated.revision_of", lambda *_: revision)
    publication = open_publication(dossier_folder(PLAN)).publication
    stamp = publication.stamp(publication.page("ke-hoach"))
    assert stamp.partition(" · ")[2] == f"{told} · mã ab12cd3"


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
    assert states() == {True: "Đã ban hành", False: "dữ liệu chưa rõ ngày"}
