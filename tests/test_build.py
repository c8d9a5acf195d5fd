"""The build: site/ is the old site or the new one, whole, whatever happens in between.

Most builds here are made by a shell instead of MkDocs, so that each step can be held up and broken.
"""

import errno
import os
import select
import shutil
import signal
import stat
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from conference.build import build, mkdocs, scratch, switch
from conference.build.switch import exchange, switch_in

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 120  # seconds until a test gives up on a process; nothing is measured by it

pytestmark = pytest.mark.every(2)

START = """
import sys
from pathlib import Path
from conference.build import build

folder, script, first = sys.argv[1:]
exec(first)
sys.exit(build(Path(folder), lambda _, target: ["sh", "-c", script, "sh", str(target)]))
"""


def page(mark):
    """A script that builds a site of one page."""
    return f'mkdir "$1" && echo {mark} >"$1/index.html"'


def by(script):
    """A shell as the builder: $1 is the folder to write into."""
    return lambda _, target: ["sh", "-c", script, "sh", str(target)]


def start(dossier, script, first=""):
    """A build in a process group of its own, as a terminal starts one; `first` is run before it."""
    return subprocess.Popen(
        [sys.executable, "-c", START, str(dossier), script, first],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def end_of(process):
    """The exit code of a process, and what it wrote to standard error."""
    _, told = process.communicate(timeout=PATIENCE)
    return process.returncode, told


def shown(dossier):
    return (dossier / "site/index.html").read_text().strip()


def scratch_of(dossier):
    return sorted(path.name for path in dossier.glob(".site-*"))


@pytest.fixture(autouse=True)
def signals_as_a_terminal_gives_them():
    """A suite started by nohup or behind & ignores some, and would hand that on to its builds."""
    own = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGHUP)}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    for number, handler in own.items():
        signal.signal(number, handler)


@pytest.fixture
def dossier(tmp_path):
    folder = tmp_path / "dossier"
    folder.mkdir()
    (folder / "mkdocs.yml").write_text("site_name: x\n")
    return folder


@pytest.fixture
def old(dossier):
    """A dossier whose site/ is already built."""
    assert build(dossier, by(page("old"))) == 0
    return dossier


class Gate:
    """A place in a builder's script where it waits for the test."""

    def __init__(self, folder):
        self.reached, self.opened = folder / "reached", folder / "opened"
        for fifo in (self.reached, self.opened):
            os.mkfifo(fifo)
        self._reached = os.open(self.reached, os.O_RDWR)
        self._opened = os.open(self.opened, os.O_RDWR)
        self.came = f'printf "%8d" $$ >"{self.reached}"'
        self.script = f'{self.came}; read go <"{self.opened}"'

    def wait(self):
        """Wait until a builder has come here; gives its process."""
        assert select.select([self._reached], [], [], PATIENCE)[0], "no builder came"
        return os.pidfd_open(int(os.read(self._reached, 8)))

    def open(self):
        """Let one builder go on."""
        os.write(self._opened, b"go\n")

    def close(self):
        os.close(self._reached)
        os.close(self._opened)


@pytest.fixture
def gate(tmp_path):
    folder = tmp_path / "gate"
    folder.mkdir()
    made = Gate(folder)
    yield made
    made.close()


def wait_for_end(process):
    """Wait until a process that is no child of the test has let go of all it held."""
    assert select.select([process], [], [], PATIENCE)[0], "the builder did not end"
    os.close(process)


@contextmanager
def left_to_itself(process):
    """Ends a build that a failing test leaves behind."""
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate(timeout=PATIENCE)


# --- A build that ends well -----------------------------------------------------------------------


def test_a_site_is_built_and_built_again(dossier):
    assert build(dossier, by(page("first"))) == 0
    assert shown(dossier) == "first"
    assert build(dossier, by(page("second"))) == 0
    assert shown(dossier) == "second"
    assert scratch_of(dossier) == []


def test_the_switch_is_one_step_so_that_no_reader_finds_nothing(old, monkeypatch):
    def rename(*arguments):
        raise AssertionError("the old site was moved away by itself")

    monkeypatch.setattr(os, "rename", rename)
    monkeypatch.setattr(Path, "rename", rename)
    assert build(old, by(page("new"))) == 0
    assert shown(old) == "new"


def test_nothing_of_an_older_site_stays(old):
    (old / "site/left-out.html").write_text("a page that is no more")
    assert build(old, by(page("new"))) == 0
    assert [path.name for path in (old / "site").iterdir()] == ["index.html"]


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_a_web_server_can_read_it_whatever_the_umask(old, umask, tmp_path):
    secret = tmp_path / "secret"
    secret.touch(0o600)
    link = f'ln -s "{secret}" "$1/a/link"'
    script = (
        f'{page("new")} && mkdir "$1/a" && touch "$1/a/b.js" && chmod 4711 "$1/a/b.js" && {link}'
    )
    before = os.umask(umask)
    try:
        assert build(old, by(script)) == 0
    finally:
        os.umask(before)

    site = old / "site"
    modes = {path.name: stat.S_IMODE(path.lstat().st_mode) for path in (site, *site.rglob("*"))}
    assert modes.pop("link") == stat.S_IMODE((site / "a/link").lstat().st_mode)
    assert modes == {"site": 0o755, "a": 0o755, "b.js": 0o644, "index.html": 0o644}
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600


def test_what_the_builder_writes_is_passed_on(dossier, capfd):
    script = f'echo out; echo "warning: $NO_MKDOCS_2_WARNING" >&2; {page("new")}'
    assert build(dossier, by(script)) == 0
    assert capfd.readouterr() == ("out\n", "warning: 1\n")


def test_mkdocs_counts_its_warnings(dossier):
    arguments = mkdocs(dossier, dossier / ".site-x/new")
    assert "--strict" in arguments
    assert not {"-q", "--quiet"} & set(arguments)


@pytest.mark.proof  # make build, in test_commands.py, is the sample
def test_a_real_dossier_is_built(project):
    command = [sys.executable, "-m", "conference", "build"]
    environment = {k: v for k, v in os.environ.items() if k != "CONFERENCE_DATA"}
    for extra in ([], ["--dossier", str(project)]):
        done = subprocess.run(
            command + extra, cwd=project, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        assert (project / "site/ke-hoach.html").is_file()
        assert (project / "site/figures.js").is_file()
        assert scratch_of(project) == []
        (project / "site/ke-hoach.html").unlink()

    page = project / "docs/ke-hoach.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[x](khong-co.md)\n", encoding="utf-8")
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert "khong-co.md" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site/ke-hoach.html").exists(), "site/ was touched"
    assert (project / "site/index.html").exists()


# --- A build that fails ---------------------------------------------------------------------------


def test_a_builder_that_fails_changes_nothing(old, capfd):
    assert build(old, by(f"{page('new')}; echo wrong >&2; exit 3")) == 3
    assert shown(old) == "old"
    assert scratch_of(old) == []
    assert capfd.readouterr().err == "wrong\n"


def test_a_builder_killed_by_the_system_is_told(old, capfd):
    assert build(old, by(f"{page('new')}; kill -9 $$")) == 128 + signal.SIGKILL
    assert shown(old) == "old"
    assert "tín hiệu 9" in capfd.readouterr().err


def test_an_empty_site_never_replaces_one(old, capfd):
    assert build(old, by('mkdir "$1"')) == 1
    assert shown(old) == "old"
    assert "thiếu index.html" in capfd.readouterr().err


def test_a_traceback_that_has_nothing_to_do_with_the_disk_is_passed_on(old, capfd):
    script = f"exec '{sys.executable}' -c 'import sys; print(1, file=sys.stderr); 1 / 0'"
    assert build(old, by(script)) == 1
    told = capfd.readouterr().err
    assert told.startswith("1\nTraceback") and told.endswith(
        "ZeroDivisionError: division by zero\n"
    )


def test_a_warning_about_a_file_is_passed_on_when_the_build_ends_well(old, capfd):
    script = f"echo '[Errno 13] Permission denied: x' >&2; echo more >&2; {page('new')}"
    assert build(old, by(script)) == 0
    assert capfd.readouterr().err == "[Errno 13] Permission denied: x\nmore\n"


def test_a_folder_that_is_no_dossier_is_wrong_use(tmp_path, capfd):
    assert build(tmp_path, by(page("new"))) == 2
    assert not list(tmp_path.iterdir())
    assert "không có tệp này" in capfd.readouterr().err


@pytest.mark.parametrize("kind", ["file", "link", "dead link"])
def test_a_site_that_is_no_folder_is_left_alone(dossier, kind, capfd):
    site, elsewhere = dossier / "site", dossier / "elsewhere"
    if kind == "file":
        site.write_text("mine")
    else:
        site.symlink_to(elsewhere)
    if kind == "link":
        elsewhere.mkdir()
        (elsewhere / "index.html").write_text("mine")

    assert build(dossier, by(page("new"))) == 1
    (line,) = capfd.readouterr().err.splitlines()
    assert ("liên kết" in line) == (kind != "file") and "hãy đổi tên hoặc xóa" in line
    assert site.is_symlink() == (kind != "file")
    assert (
        kind == "dead link"
        or "mine" in (site if kind == "file" else site / "index.html").read_text()
    )
    assert scratch_of(dossier) == []


# --- The disk and the folders ---------------------------------------------------------------------


def one_line(told):
    """The only line told, which is no library's."""
    (line,) = told.splitlines()
    assert "Errno" not in line and "Traceback" not in line
    return line


@pytest.fixture
def disk(tmp_path):
    """A small disk of its own, with a dossier."""
    folder = tmp_path / "disk"
    folder.mkdir()
    size = "size=256k,nr_inodes=12"
    mount = ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("no right to mount a small disk")
    try:
        (folder / "mkdocs.yml").write_text("site_name: x\n")
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


FILL = f'\'{sys.executable}\' -c \'import sys; open(sys.argv[1], "w").write("x" * 1_000_000)\' "$1/big"'


def test_a_disk_that_is_full_in_the_middle_is_told_in_one_line(disk, capfd):
    assert build(disk, by(page("old"))) == 0
    assert build(disk, by(f"{page('new')}; {FILL}")) == 1
    line = one_line(capfd.readouterr().err)
    assert "ổ đĩa đầy; hãy xóa bớt" in line and "site không đổi" in line
    assert shown(disk) == "old"
    assert scratch_of(disk) == []


def test_a_disk_that_is_full_from_the_start_is_told_in_one_line(disk, capfd):
    assert build(disk, by(page("old"))) == 0
    for number in range(20):
        try:
            (disk / f"full-{number}").mkdir()
        except OSError:
            break
    assert build(disk, by(page("new"))) == 1
    assert "ổ đĩa đầy" in one_line(capfd.readouterr().err)
    assert shown(disk) == "old"


def test_a_disk_with_room_for_a_folder_and_no_file_keeps_no_folder(disk, capfd):
    assert build(disk, by(page("old"))) == 0
    made = []
    for number in range(20):
        try:
            made.append(disk / f"full-{number}")
            made[-1].mkdir()
        except OSError:
            break
    made[0].rmdir()  # room for the scratch folder, not for its lock
    assert build(disk, by(page("new"))) == 1
    assert "ổ đĩa đầy" in one_line(capfd.readouterr().err)
    assert scratch_of(disk) == []


def test_a_read_only_disk_is_told_in_one_line(disk, capfd):
    assert build(disk, by(page("old"))) == 0
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    assert build(disk, by(page("new"))) == 1
    assert "chỉ cho đọc; hãy cho phép ghi" in one_line(capfd.readouterr().err)
    assert shown(disk) == "old"


def test_a_file_over_the_limit_of_size_is_told_in_one_line(old, capfd):
    assert build(old, by(f"{page('new')}; ulimit -f 8; {FILL}")) == 1
    assert "hãy nâng giới hạn" in one_line(capfd.readouterr().err)
    assert shown(old) == "old"


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "ổ đĩa đầy"),
        (errno.EDQUOT, "ổ đĩa đầy"),
        (errno.EROFS, "chỉ cho đọc"),
        (errno.EACCES, "không có quyền"),
        (errno.EPERM, "không có quyền"),
        (errno.EIO, "hệ thống báo lỗi 5"),
    ],
)
@pytest.mark.parametrize("where", ["folder", "builder"])
def test_what_the_system_refuses_is_told_in_one_line(old, number, told, where, monkeypatch, capfd):
    def refuse(*_, **__):
        raise OSError(number, os.strerror(number), str(old / "x"))

    code = f"raise OSError({number}, {os.strerror(number)!r}, {str(old / 'x')!r})"
    if where == "folder":
        monkeypatch.setattr(scratch.tempfile, "mkdtemp", refuse)
    assert build(old, lambda *_: [sys.executable, "-c", code]) == 1
    line = one_line(capfd.readouterr().err)
    assert line.startswith(f"{old / 'x'}") and told in line and "site không đổi" in line
    assert shown(old) == "old"


def test_a_site_on_a_disk_of_its_own_is_left_alone(disk, capfd):
    outer = disk.parent
    (outer / "mkdocs.yml").write_text("site_name: x\n")
    (outer / "site").mkdir()
    (disk / "index.html").write_text("mine")
    subprocess.run(["mount", "--bind", str(disk), str(outer / "site")], check=True)
    try:
        assert build(outer, by(page("new"))) == 1
        assert "nằm trên ổ khác" in one_line(capfd.readouterr().err)
        assert shown(outer) == "mine"
    finally:
        subprocess.run(["umount", str(outer / "site")], check=True)
    assert scratch_of(outer) == []


def test_an_old_site_that_cannot_be_removed_is_told(old, monkeypatch, capfd):
    monkeypatch.setattr(scratch, "_remove", lambda folder, lock: os.close(lock))
    assert build(old, by(page("new"))) == 0
    assert "không xóa hết được bản cũ; hãy xóa thư mục này" in one_line(capfd.readouterr().err)
    assert shown(old) == "new"


# --- File systems that exchange nothing -----------------------------------------------------------


@pytest.fixture(params=[errno.EINVAL, errno.ENOSYS, errno.EPERM])
def no_exchange(request, monkeypatch):
    def refuse(*_):
        raise OSError(request.param, os.strerror(request.param))

    monkeypatch.setattr(switch, "exchange", refuse)


def test_two_renames_do_it_elsewhere_and_one_line_says_so(old, no_exchange, capfd):
    assert build(old, by(page("new"))) == 0
    assert "không đổi chỗ được trong một bước" in one_line(capfd.readouterr().err)
    assert shown(old) == "new"
    assert scratch_of(old) == []


def test_the_first_site_of_all_needs_no_exchange(dossier, no_exchange, capfd):
    assert build(dossier, by(page("new"))) == 0
    assert capfd.readouterr().err == ""


def test_an_old_site_returns_when_the_new_one_cannot_be_moved(old, no_exchange, monkeypatch, capfd):
    rename = Path.rename

    def refuse(path, target):
        if path.name == "new":
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    assert build(old, by(page("new"))) == 1
    assert shown(old) == "old"
    assert scratch_of(old) == []


def test_a_build_that_comes_between_two_renames_costs_nothing(
    old, tmp_path, no_exchange, monkeypatch
):
    new, aside, other = tmp_path / "new", tmp_path / "aside", tmp_path / "other"
    for folder in (new, other):
        folder.mkdir()
        (folder / "index.html").write_text(folder.name)
    rename, came = Path.rename, []

    def raced(path, target):
        done = rename(path, target)
        if target == aside and not came:
            came.append(rename(other, old / "site"))
        return done

    monkeypatch.setattr(Path, "rename", raced)
    assert switch_in(new, old / "site", aside) is False
    assert came and shown(old) == "new"


@pytest.mark.parametrize("comes", [True, False])
def test_a_site_that_comes_or_goes_at_the_last_moment_costs_nothing(
    old, tmp_path, monkeypatch, comes
):
    """Another build puts the first site there, or is between its own two renames."""
    site, away, asked, there = old / "site", tmp_path / "away", [], os.path.lexists

    def seen_too_early(path):
        if asked:
            return there(path)
        asked.append(path)
        if not comes:
            site.rename(away)
        return not comes

    monkeypatch.setattr(switch.os.path, "lexists", seen_too_early)
    new = tmp_path / "new"
    new.mkdir()
    (new / "index.html").write_text("new")
    assert switch_in(new, site, tmp_path / "aside") is True
    assert asked and shown(old) == "new"


def test_a_site_moved_away_between_two_renames_returns_with_the_next_build(old):
    killed = old / ".site-abcdefgh"
    killed.mkdir()
    (killed / "lock").touch()
    (old / "site").rename(killed / "old")

    assert build(old, by("exit 1")) == 1
    assert shown(old) == "old"
    assert scratch_of(old) == []


def test_an_exchange_of_what_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "a", tmp_path / "b")


# --- Builds that are stopped or killed ------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "send"),
    [
        (signal.SIGINT, os.killpg),  # Ctrl-C: the terminal tells all
        (signal.SIGTERM, os.kill),
        (signal.SIGHUP, os.kill),
    ],
)
def test_a_build_that_is_stopped_leaves_nothing(old, gate, number, send):
    with left_to_itself(start(old, f"{page('new')}; {gate.script}")) as process:
        gate.wait()
        send(process.pid, number)
        code, told = end_of(process)

    assert code == 128 + number
    assert "Đã dừng" in one_line(told)
    assert shown(old) == "old"
    assert scratch_of(old) == []


def test_a_builder_that_ctrl_c_reaches_first_is_a_build_that_was_stopped(old):
    with left_to_itself(start(old, f"{page('new')}; kill -INT $$")) as process:
        code, told = end_of(process)
    assert code == 128 + signal.SIGINT
    assert "Đã dừng" in one_line(told)
    assert shown(old) == "old" and scratch_of(old) == []


def by_signal(gate, do):
    """A script that comes to the gate, does something at each SIGTERM, and goes on."""
    code = (
        "import os, signal, sys\n"
        "def come(): open(sys.argv[1], 'w').write('%8d' % os.getpid())\n"
        "signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])\n"
        "come()\n"
        "while signal.sigwait([signal.SIGTERM]):\n"
        f"    {do}\n"
    )
    return f"{page('new')}; exec '{sys.executable}' -c \"{code}\" '{gate.reached}'"


def test_a_builder_deaf_to_the_first_signal_is_ended_by_the_second(old, gate):
    script = by_signal(gate, "come()")
    with left_to_itself(start(old, script)) as process:
        for _ in range(2):
            gate.wait()
            process.send_signal(signal.SIGTERM)
        code, told = end_of(process)

    assert code == 128 + signal.SIGTERM
    assert "Đã dừng" in one_line(told)
    assert (shown(old), scratch_of(old)) == ("old", [])


def test_what_a_builder_says_of_being_stopped_is_no_news(old, gate):
    script = by_signal(
        gate, "sys.exit(print('Traceback (most recent call last):', file=sys.stderr))"
    )
    with left_to_itself(start(old, script)) as process:
        gate.wait()
        process.send_signal(signal.SIGTERM)
        code, told = end_of(process)

    assert code == 128 + signal.SIGTERM
    assert "Đã dừng" in one_line(told)


def test_a_signal_that_comes_while_the_builder_starts_ends_it(old, gate):
    first = """if True:
        import os, signal, subprocess
        class Started(subprocess.Popen):
            def __init__(self, *arguments, **options):
                super().__init__(*arguments, **options)
                os.kill(os.getpid(), signal.SIGTERM)
        subprocess.Popen = Started
    """
    with left_to_itself(start(old, gate.script, first)) as process:
        code, _ = end_of(process)
    assert code == 128 + signal.SIGTERM
    assert (shown(old), scratch_of(old)) == ("old", [])


def test_what_is_ignored_from_the_start_stays_ignored(old, gate):
    ignore = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does
    try:
        process = start(old, f"{page('new')}; {gate.script}")
    finally:
        signal.signal(signal.SIGHUP, ignore)
    with left_to_itself(process):
        gate.wait()
        process.send_signal(signal.SIGHUP)
        gate.open()
        assert end_of(process) == (0, "")
    assert shown(old) == "new"


def test_a_killed_build_leaves_the_site_and_the_next_one_cleans_up(old, gate):
    with left_to_itself(start(old, f"{page('half')}; {gate.script}")) as process:
        builder = gate.wait()
        os.killpg(process.pid, signal.SIGKILL)
        end_of(process)
        wait_for_end(builder)
    assert shown(old) == "old"
    assert len(scratch_of(old)) == 1

    assert build(old, by(page("new"))) == 0
    assert shown(old) == "new"
    assert scratch_of(old) == []


def test_the_folder_of_a_build_that_runs_is_nobody_elses(old, gate):
    with left_to_itself(start(old, f"{page('slow')}; {gate.script}")) as process:
        gate.wait()
        running = scratch_of(old)
        assert build(old, by(page("quick"))) == 0
        assert (shown(old), scratch_of(old)) == ("quick", running)
        gate.open()
        assert end_of(process) == (0, "")
    assert (shown(old), scratch_of(old)) == ("slow", [])


def test_a_builder_whose_parent_was_killed_keeps_its_folder_until_it_ends(old, gate):
    script = f'{page("orphan")}; {gate.script}; touch "$1/written"'
    with left_to_itself(start(old, script)) as process:
        builder = gate.wait()
        process.kill()
        process.wait(timeout=PATIENCE)
        orphan = scratch_of(old)
        assert build(old, by(page("new"))) == 0
        assert (shown(old), scratch_of(old)) == ("new", orphan)

        gate.open()
        wait_for_end(builder)
        process.communicate(timeout=PATIENCE)
        assert (old / orphan[0] / "new/written").exists()
    assert build(old, by(page("newer"))) == 0
    assert (shown(old), scratch_of(old)) == ("newer", [])


@pytest.mark.parametrize("first", [True, False])
def test_builds_at_once_all_end_well(dossier, gate, first):
    if not first:
        assert build(dossier, by(page("old"))) == 0
    marks = {f"site-{number}" for number in range(4)}
    many = 'for n in $(seq 50); do cp "$1/index.html" "$1/$n.html"; done'
    builds = [start(dossier, f"{page(mark)}; {gate.script}; {many}") for mark in marks]
    try:
        for _ in builds:
            gate.wait()
        for _ in builds:
            gate.open()
        assert [end_of(process) for process in builds] == [(0, "")] * len(builds)
    finally:
        for process in builds:
            with left_to_itself(process):
                pass
    pages = [path.read_text().strip() for path in (dossier / "site").iterdir()]
    assert len(pages) == 51 and len(set(pages)) == 1 and set(pages) <= marks
    assert scratch_of(dossier) == []


def test_a_reader_of_the_report_who_leaves_stops_the_build(old, gate):
    script = f"{page('new')}; {gate.script}; echo more >&2; {gate.script}"
    with left_to_itself(start(old, script)) as process:
        gate.wait()
        process.stderr.close()
        gate.open()
        process.wait(timeout=PATIENCE)
    assert process.returncode != 0
    assert shown(old) == "old"
    assert scratch_of(old) == []


# --- What is left over, and what is somebody's own ------------------------------------------------


def test_a_folder_made_and_not_yet_locked_is_left_over_too(old):
    (old / ".site-abcdefgh").mkdir()
    assert build(old, by(page("new"))) == 0
    assert scratch_of(old) == []


def test_a_build_whose_folder_is_taken_for_left_over_takes_another(old, monkeypatch):
    make, taken = scratch.tempfile.mkdtemp, []

    def taken_away(**options):
        folder = make(**options)
        if not taken:
            taken.append(folder)
            Path(folder).rmdir()
        return folder

    monkeypatch.setattr(scratch.tempfile, "mkdtemp", taken_away)
    assert build(old, by(page("new"))) == 0
    assert taken and shown(old) == "new"
    assert scratch_of(old) == []


def test_a_build_whose_folder_is_removed_before_it_is_locked_takes_another(old, monkeypatch):
    take, removed = scratch.take, []

    def remove_first(lock):
        if not removed:
            removed.extend(scratch_of(old))
            shutil.rmtree(old / removed[0])
        return take(lock)

    monkeypatch.setattr(scratch, "take", remove_first)
    assert build(old, by(page("new"))) == 0
    assert removed and shown(old) == "new"
    assert scratch_of(old) == []


def test_what_is_somebodys_own_is_left_alone(old, tmp_path):
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "lock").touch()
    (old / ".site-backup").mkdir()
    (old / ".site-20221222").mkdir()
    (old / ".site-20221222/index.html").touch()
    (old / ".site-mine2022").mkdir()
    for name in ("lock", "notes.txt"):
        (old / ".site-mine2022" / name).touch()
    (old / ".site-file2022").touch()
    (old / ".site-link2022").symlink_to(kept)
    before = sorted(path for path in tmp_path.rglob("*") if old / "site" not in path.parents)

    assert build(old, by(page("new"))) == 0
    after = sorted(path for path in tmp_path.rglob("*") if old / "site" not in path.parents)
    assert before == after


def test_signals_are_handled_as_before_afterwards(old):
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    assert build(old, by(page("new"))) == 0
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before
