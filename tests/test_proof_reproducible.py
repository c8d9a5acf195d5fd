"""Two builds of one commit are equal byte for byte, wherever, whenever and by whomever they are made."""

import json
import os
import stat
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import pytest
from folders import ROOT
from repositories import commit_all, git, nobodys_settings

pytestmark = pytest.mark.proof

NOBODY = 65534
# Read as sitecustomize: every clock of the builder is eight years ahead.
LATER = """
import datetime, time
ahead, clock = datetime.timedelta(days=2922), time.time
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + ahead
    utcnow = classmethod(lambda cls: super().utcnow() + ahead)
    today = classmethod(lambda cls: cls.now())
datetime.datetime = Later
time.time = lambda: clock() + ahead.total_seconds()
"""


@pytest.fixture
def repository(project, monkeypatch):
    """The project in a repository, with the plan kept for the tests as its dossier."""
    nobodys_settings(monkeypatch)
    (project / ".gitignore").write_text((ROOT / ".gitignore").read_text("utf-8"), "utf-8")
    git(project, "init", "-q", "-b", "main")
    commit_all(project, "all", "2030-11-05T23:30:00-05:00")
    return project


def built(folder, *start, umask=0o022, audience="everyone", **environment):
    """Build a clone, by `start` if not by ourselves; way of each file and folder → mode and content."""
    usual = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment}
    usual.pop("CONFERENCE_DATA", None)
    done = subprocess.run(
        [*start, sys.executable, "-m", "conference", "build", "--audience", audience],
        cwd=folder,
        env=usual,
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    site = folder / "site"
    return {
        path.relative_to(site).as_posix(): (
            stat.filemode(path.lstat().st_mode),
            path.read_bytes() if path.is_file() else b"",
        )
        for path in site.rglob("*")
    }


def assert_equal(one, other):
    """Tell which files differ, rather than all bytes of all of them."""
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []


@pytest.fixture
def first(repository, tmp_path):
    git(tmp_path, "clone", "-q", str(repository), "first")
    return built(tmp_path / "first", LC_ALL="C.UTF-8", TZ="UTC", PYTHONHASHSEED="1")


def test_the_release_names_its_commit_and_its_content(repository, first):
    release = json.loads(first["release.json"][1])
    assert release["commit"] == git(repository, "rev-parse", "HEAD")
    assert release["data"]["day"] == "2030-11-05"


def test_place_locale_zone_umask_and_hashes_change_nothing(repository, first, tmp_path):
    with ExitStack() as stack:
        shelf = "/dev/shm" if os.access("/dev/shm", os.W_OK) else tmp_path  # lists in another order
        other = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=shelf))) / "Nơi khác/p"
        git(tmp_path, "clone", "-q", str(repository), str(other))
        changed = {"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "2"}
        assert_equal(first, built(other, umask=0o077, **changed))


def test_the_clock_changes_nothing(repository, first, tmp_path):
    git(tmp_path, "clone", "-q", str(repository), "later")
    (tmp_path / "sitecustomize.py").write_text(LATER)
    asked = [sys.executable, "-c", "import datetime; print(datetime.datetime.now().year)"]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    years = [subprocess.check_output(asked, env=env) for env in (None, environment)]
    assert int(years[1]) - int(years[0]) in (7, 8)
    assert_equal(first, built(tmp_path / "later", PYTHONPATH=str(tmp_path)))


@pytest.mark.skipif(os.getuid() != 0, reason="only root can build as somebody else")
def test_another_user_changes_nothing(repository, first):
    with tempfile.TemporaryDirectory() as top:
        clone = Path(top) / "theirs"
        git(repository, "clone", "-q", str(repository), str(clone))
        for path in (Path(top), clone, *clone.rglob("*")):
            os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
        # What they may not read elsewhere (a Python in somebody's home) they may read here.
        reads = ("--inh-caps=+dac_override", "--ambient-caps=+dac_override")
        ids = (f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
        theirs = built(clone, "setpriv", *ids, *reads, umask=0o077, HOME="/nonexistent")
        assert (clone / "site/index.html").stat().st_uid == NOBODY
    assert_equal(first, theirs)


def test_the_staff_s_site_is_another_one_of_the_same_commit(repository, first, tmp_path):
    git(tmp_path, "clone", "-q", str(repository), "staff")
    staff = built(tmp_path / "staff", audience="staff")
    releases = [json.loads(site["release.json"][1]) for site in (first, staff)]
    assert [one["audience"] for one in releases] == ["everyone", "staff"]
    assert releases[0]["commit"] == releases[1]["commit"]
    assert releases[0]["tree"] != releases[1]["tree"]
