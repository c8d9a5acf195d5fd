"""The last change of each file: from the commit that gave it the bytes it has, or not told at all."""

import os
import subprocess
from datetime import date

import pytest
from repositories import clone, commit_all, git, nobodys_settings

from conference.history import UNKNOWN, Change, histories

nobodys_settings = pytest.fixture(autouse=True)(nobodys_settings)


def at(day):
    return f"2030-11-{day:02}T10:00:00+07:00"


def on(day):
    return Change(date(2030, 11, day))


EDITED = Change(edited=True)


class Repository:
    """A dossier's folders in a repository: what stands in its files, and commits on days of a month."""

    def __init__(self, top):
        self.top, self.data, self.docs = top, top / "data", top / "docs"
        for folder in (self.data, self.docs):
            folder.mkdir(parents=True)
        git(top, "init", "-q", "-b", "main")

    def write(self, **texts):
        for name, text in texts.items():
            folder, suffix = (self.docs, "md") if name.startswith("page") else (self.data, "yml")
            (folder / f"{name}.{suffix}").write_text(text)

    def commit(self, day, **texts):
        self.write(**texts)
        commit_all(self.top, f"on the {day}", at(day))

    def told(self):
        data, docs = histories((self.data, ".yml"), (self.docs, ".md"))
        return data, docs


@pytest.fixture
def repository(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return Repository(tmp_path / "top")


def test_each_file_has_the_day_of_its_own_last_commit(repository):
    repository.commit(1, awards="a", tasks="a", page="a")
    repository.commit(2, tasks="b")
    repository.commit(3, page="b")
    data, docs = repository.told()

    assert data.files == {"awards.yml": on(1), "tasks.yml": on(2)}
    assert (data.whole, docs.of("page.md"), docs.whole) == (on(2), on(3), on(3))
    assert data.of("banner.yml") == UNKNOWN


def test_git_is_asked_for_its_log_once_however_many_files_there_are(repository, monkeypatch):
    repository.commit(1, **{f"file-{number}": "a" for number in range(30)}, page="a")
    asked = []
    run = subprocess.run

    def counted(command, **options):
        asked.append("log" in command)
        return run(command, **options)

    monkeypatch.setattr(subprocess, "run", counted)
    assert repository.told()[0].of("file-29.yml") == on(1)
    assert sum(asked) == 1 and len(asked) <= 4


def test_a_file_taken_away_changes_the_whole_and_no_other_file(repository):
    repository.commit(1, awards="a", tasks="a")
    (repository.data / "tasks.yml").unlink()
    repository.commit(2)
    data, _ = repository.told()
    assert (dict(data.files), data.whole) == ({"awards.yml": on(1)}, on(2))


def test_a_change_that_is_in_no_commit_is_told_of_its_file_and_of_the_whole(repository):
    repository.commit(1, awards="a", tasks="a", page="a")
    repository.write(tasks="b")
    data, docs = repository.told()
    assert data.files == {"awards.yml": on(1), "tasks.yml": EDITED}
    assert (data.whole, docs.whole) == (EDITED, on(1))


def test_old_words_typed_again_are_new_until_they_are_in_a_commit(repository):
    repository.commit(1, awards="a")
    repository.commit(2, awards="b")
    repository.write(awards="a")
    assert repository.told()[0].of("awards.yml") == EDITED
    repository.commit(3)
    assert repository.told()[0].of("awards.yml") == on(3)


# --- Branches -------------------------------------------------------------------------------------


@pytest.fixture
def branches(repository):
    """Two that part on the 1st: `side` may change first, `main` stays; the rest is the test's."""
    repository.commit(1, awards="1\n2\n3\n4\n5\n", tasks="a", page="a")
    git(repository.top, "branch", "side")
    return repository


def switch(repository, branch):
    git(repository.top, "switch", "-q", branch)


def merge(repository, day):
    git(repository.top, "merge", "-q", "--no-ff", "-m", "merged", "side", moment=at(day))


def test_what_a_merge_brings_keeps_its_day(branches):
    switch(branches, "side")
    branches.commit(2, page="b")
    switch(branches, "main")
    branches.commit(3, tasks="b")
    merge(branches, 9)
    data, docs = branches.told()
    assert (data.whole, data.of("awards.yml"), docs.whole) == (on(3), on(1), on(2))


@pytest.mark.parametrize(("side", "main"), [(5, 3), (3, 5)])
def test_the_later_of_two_branches_counts_for_the_whole(branches, side, main):
    switch(branches, "side")
    branches.commit(side, tasks="b")
    switch(branches, "main")
    branches.commit(main, awards="b")
    merge(branches, 9)
    assert branches.told()[0].whole == on(5)


def test_what_a_merge_itself_puts_together_is_of_its_day(branches):
    switch(branches, "side")
    branches.commit(2, awards="0\n2\n3\n4\n5\n")
    switch(branches, "main")
    branches.commit(3, awards="1\n2\n3\n4\n9\n")
    merge(branches, 9)
    assert branches.told()[0].of("awards.yml") == on(9)


def test_what_was_taken_back_on_a_branch_is_no_change(branches):
    branches.commit(3, page="b")
    switch(branches, "side")
    branches.commit(4, tasks="b")
    branches.commit(5, page="c")
    branches.commit(6, page="a")
    switch(branches, "main")
    merge(branches, 9)
    assert branches.told()[1].of("page.md") == on(3)


# --- Not known ------------------------------------------------------------------------------------


def test_a_shallow_clone_knows_what_it_holds_and_no_more(repository, tmp_path):
    repository.commit(1, awards="a", tasks="a")
    repository.commit(2, tasks="b")
    git(repository.top, "branch", "grafted")
    shallow = clone(repository.top, tmp_path / "shallow", "--depth=2", "--no-single-branch")
    deep = histories((shallow, ".yml"))[0]
    assert (dict(deep.files), deep.whole) == (
        {"awards.yml": UNKNOWN, "tasks.yml": on(2)},
        on(2),
    )
    shallow = clone(repository.top, tmp_path / "shallower", "--depth=1")
    told = histories((shallow, ".yml"))[0]
    assert set(told.files.values()) == {UNKNOWN} and told.whole == UNKNOWN


def test_outside_git_nothing_is_known(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "awards.yml").write_text("a")
    (told,) = histories((tmp_path, ".yml"))
    assert (dict(told.files), told.whole) == ({"awards.yml": UNKNOWN}, UNKNOWN)


def test_data_may_lie_in_a_repository_of_their_own(repository, tmp_path):
    repository.commit(1, awards="a", page="a")
    other = Repository(tmp_path / "other")
    other.commit(4, awards="b")
    data, docs = histories((other.data, ".yml"), (repository.docs, ".md"))
    assert (data.whole, docs.whole) == (on(4), on(1))


# --- Names, line ends, settings -------------------------------------------------------------------


def test_folders_and_pages_may_have_any_name(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    repository = Repository(tmp_path / "Hội nghị [1] *" / "x")
    repository.commit(1, **{"page một hai": "a", "page:(top)": "a"})
    repository.commit(2, **{"page một hai": "b"})
    docs = repository.told()[1]
    assert docs.files == {"page một hai.md": on(2), "page:(top).md": on(1)}


def test_the_line_ends_of_windows_are_no_change(repository):
    repository.commit(1, awards="a\nb\n")
    git(repository.top, "config", "core.autocrlf", "true")
    os.utime(repository.data / "awards.yml", (0, 0))
    (repository.data / "awards.yml").write_bytes(b"a\r\nb\r\n")
    git(repository.top, "add", "--renormalize", ".")
    assert repository.told()[0].whole == on(1)


@pytest.mark.parametrize(
    "setting",
    ["log.diffMerges=off", "status.renames=copies", "core.quotePath=true"],
)
def test_no_setting_of_git_changes_what_is_told(repository, setting):
    repository.commit(1, awards="a")
    git(repository.top, "config", *setting.split("="))
    (data,) = histories((repository.data, ".yml"))
    assert data.whole == on(1)
