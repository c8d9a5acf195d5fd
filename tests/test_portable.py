"""What holds on Windows too, as far as another system can show: locks, renames, encodings, drives.

Not shown here: a real console of Windows, its signals (Ctrl-C), and files that another program holds open.
"""

import errno
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from folders import PLAN, ROOT, sampled

from conference.build.told import advice
from conference.folders import way_to
from conference.serving import serve

# A build as on Windows: its locks, no file taken over by another process, names that are taken or files
# that are open stay, no step that exchanges two folders.
WINDOWS = """
import ctypes, errno, fcntl, os, pathlib, shutil, signal, subprocess, sys, tempfile, types

def locking(file, mode, length):
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise PermissionError(errno.EACCES, "") from None

def is_open(path):
    own = pathlib.Path("/proc/self/fd")
    return any(os.path.realpath(own / name) == path for name in os.listdir(own))

def unlink(path, *, dir_fd=None, real=os.unlink):
    folder = os.getcwd() if dir_fd is None else os.readlink(f"/proc/self/fd/{dir_fd}")
    if is_open(os.path.join(folder, path)):
        raise PermissionError(errno.EACCES, "", path)
    real(path, dir_fd=dir_fd)

def rename(old, new, *, real=os.rename):
    if os.path.lexists(new):
        raise FileExistsError(errno.EEXIST, "", new)
    real(old, new)

class Popen(subprocess.Popen):
    def __init__(self, *arguments, pass_fds=(), **options):
        assert not pass_fds
        super().__init__(*arguments, **options)

sys.modules["msvcrt"] = types.SimpleNamespace(LK_NBLCK=2, locking=locking)
os.unlink, os.rename, subprocess.Popen, sys.platform = unlink, rename, Popen, "win32"
ctypes.CDLL = sys.modules["fcntl"] = None

from conference.build import build
folder, script = sys.argv[1:]
sys.exit(build(pathlib.Path(folder), lambda _, target: ["sh", "-c", script, "sh", str(target)]))
"""


def build_as_on_windows(folder, script):
    return subprocess.run(
        [sys.executable, "-c", WINDOWS, str(folder), script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def dossier(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    return tmp_path


def test_a_site_is_built_and_switched_in_with_what_windows_has(dossier):
    for mark in ("one", "two"):
        done = build_as_on_windows(dossier, f'mkdir "$1" && echo {mark} >"$1/index.html"')
        assert (done.stderr, done.returncode) == ("", 0)
        assert (dossier / "site/index.html").read_text() == f"{mark}\n"
        assert list(dossier.glob(".site-*")) == []


def test_a_build_there_leaves_the_folder_of_another_alone(dossier):
    inner = f"""{sys.executable} -c "$INNER" "$PWD" 'mkdir "$1" && echo inner >"$1/index.html"'"""
    outer = f'mkdir "$1" && echo outer >"$1/index.html" && cd "$DOSSIER" && {inner}'
    os.environ.update(INNER=WINDOWS, DOSSIER=str(dossier), PYTHONPATH=str(ROOT))
    try:
        done = build_as_on_windows(dossier, outer)
    finally:
        for name in ("INNER", "DOSSIER", "PYTHONPATH"):
            del os.environ[name]
    assert (done.stderr, done.returncode) == ("", 0)
    assert (dossier / "site/index.html").read_text() == "outer\n"
    assert list(dossier.glob(".site-*")) == []


def test_what_windows_forbids_is_told_with_what_may_be_the_reason():
    error = PermissionError(errno.EACCES, "")
    assert "sửa quyền" in advice(error, Path("site"))
    error.winerror = 32
    assert "đang mở ở chương trình khác" in advice(error, Path("site"))


@pytest.mark.proof
def test_the_package_uses_nothing_that_windows_does_not_have(tmp_path):
    """As far as the type checker knows both systems."""
    options = ("--platform", "win32", "--cache-dir", str(tmp_path), "conference")
    command = [sys.executable, "-m", "mypy", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def check(*options, **environment):
    """Check wrong data with a Python that is not told which encoding to use; bytes."""
    return subprocess.run(
        [sys.executable, *options, "-m", "conference", "check", "--dossier", str(PLAN)],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("encoding", sampled(["cp1258", "cp1252"], ["cp1258"]))
def test_findings_are_utf_8_whatever_the_console_is_set_to(folder, encoding):
    folder.edit("awards.yml", "stated: 20", "stated: 21")
    data = {"CONFERENCE_DATA": str(folder.path), "PYTHONIOENCODING": encoding, "LC_ALL": "C"}
    done = check(**data)
    assert "hãy sửa stated thành 20" in done.stdout.decode("utf-8")
    assert (done.stderr, done.returncode) == (b"", 1)


def test_no_file_is_read_in_the_encoding_of_the_system():
    done = check("-X", "warn_default_encoding", "-W", "error::EncodingWarning")
    assert (done.stdout.decode(), done.stderr) == ("không có lỗi\n", b"")


def test_no_lock_asks_which_system_it_is():
    """`make wheelhouse` gathers for others: pip would read such a marker for the machine it runs on."""
    for lock in ROOT.glob("requirements*.txt"):
        markers = re.findall(r"(?m)^[\w.-]+==\S+ ; (.*)", lock.read_text("utf-8"))
        asked = {word for marker in markers for word in re.findall(r"\b[a-z_]+_\w+\b", marker)}
        assert asked <= {"platform_python_implementation", "implementation_name"}


def test_between_two_drives_there_is_no_way_but_the_whole_path(monkeypatch):
    assert way_to("mkdocs.yml", ROOT / "examples/full") == "../../mkdocs.yml"

    def two_drives(path, start):
        raise ValueError("path is on mount 'C:', start on mount 'D:'")

    monkeypatch.setattr(os.path, "relpath", two_drives)
    assert way_to("mkdocs.yml", Path("anywhere")) == f"{ROOT.as_posix()}/mkdocs.yml"


def test_a_python_without_the_packages_is_told_what_it_lacks():
    command = [sys.executable, "-S", "-m", "conference", "check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    (line,) = done.stderr.splitlines()
    assert "đã cài các gói của requirements.txt" in line
    assert (done.stdout, done.returncode) == ("", 2)


def test_a_port_that_is_taken_is_told_with_one_to_try(capfd):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert serve(PLAN, f"127.0.0.1:{port}") == 1
    assert f"hoặc dùng địa chỉ 127.0.0.1:{port + 1}" in capfd.readouterr().err


@pytest.mark.parametrize("address", ["8000", "127.0.0.1", "127.0.0.1:x"])
def test_what_is_no_address_or_no_dossier_is_wrong_use(capfd, tmp_path, address):
    assert serve(PLAN, address) == 2
    assert serve(tmp_path, "127.0.0.1:8000") == 2
    assert "hãy viết như 127.0.0.1:8000" in capfd.readouterr().err
