"""The walls round a build, run for real: what is in them reads, writes, sends and takes nothing it should not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from folders import ROOT

from publish.home import Limits
from publish.sandbox import Sandbox


@pytest.fixture
def inside(tmp_path):
    """Runs Python code behind the walls; gives how it ended."""
    folder = tmp_path / "build"
    folder.mkdir()
    (tmp_path / "secret").write_text("bi-mat")

    def run(code, **limits):
        chosen = {"seconds": 60, "memory_mb": 512, "file_mb": 8, "processes": 16} | limits
        walls = Sandbox(sys.executable, ROOT / "conference", Limits(**chosen), "nobody")
        return walls.run(folder, ["-c", code])

    return run


def test_only_its_own_folder_can_be_written(inside, tmp_path):
    code = """
import os
for folder, _, _ in os.walk("/"):
    try:
        open(folder + "/by-the-build", "w").close()
    except OSError:
        continue
    print(folder)
"""
    done = inside(code)
    assert set(done.words.split()) <= {"/build", "/tmp", "/dev/shm"}, done
    assert (tmp_path / "build/by-the-build").exists() and not Path("/tmp/by-the-build").exists()


def test_nothing_of_the_server_can_be_read(inside, tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET", "bi-mat")
    code = f"""
import os
print(sorted(os.environ), os.getpid())
for path in ({str(tmp_path / "secret")!r}, "/etc/passwd", "/etc/shadow", "/proc/1/environ", "/proc/self/environ", {str(ROOT / "README.md")!r}, "/home", "/var", "/run"):
    print(path, os.path.exists(path))
"""
    done = inside(code)
    assert "bi-mat" not in done.words and "SECRET" not in done.words and "True" not in done.words, (
        done
    )
    assert done.code == 0


def test_no_network(inside):
    code = """
import socket
try:
    socket.create_connection(("127.0.0.1", 22), 5)
except OSError as error:
    print(error.errno)
print([name for _, name in socket.if_nameindex()])
"""
    assert inside(code).words.split("\n")[-2] in ("['lo']", "[]")


def test_time_memory_files_and_processes_end(inside):
    assert inside("while True: pass", seconds=2).code != 0
    assert "MemoryError" in inside("x = bytearray(1 << 30)").trouble
    large = inside("open('x', 'wb').write(bytes(9 << 20))")
    assert large.code != 0
    many = inside(
        "import os, time\nfor n in range(100):\n    if os.fork() == 0: time.sleep(9)", seconds=20
    )
    assert many.code != 0 and "Resource temporarily unavailable" in many.trouble, many


def test_nothing_is_left_running(inside):
    mark = f"{os.getpid()}-left"
    inside(
        f"import os, time\nif os.fork() == 0:\n    os.setsid(); mark = {mark!r}; time.sleep(600)"
    )
    running = subprocess.run(["ps", "ax", "-o", "args"], capture_output=True, text=True).stdout
    assert mark not in running


def test_no_more_rights_than_anybody(inside):
    code = """
import os
print(os.getuid(), os.getgid())
for call in (lambda: os.setuid(0), lambda: os.chroot("."), lambda: os.mknod("x", 0o60600, 1), lambda: os.kill(1, 9) or os.stat("/none")):
    try:
        print("done", call())
    except OSError as error:
        print(error.errno)
"""
    words = inside(code).words.split("\n")
    assert ("done" not in "".join(words) and words[0].split()[0] != "0") or os.geteuid() != 0, words


@pytest.mark.skipif(os.geteuid() != 0, reason="is run as somebody else than root")
def test_an_ordinary_account_gets_the_same_walls(tmp_path):
    """An office runs all of it as an account of its own: then the walls need no root."""
    code = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from publish.home import Limits
from publish.sandbox import Sandbox
folder = Path(sys.argv[2])
folder.mkdir()
walls = Sandbox("/usr/bin/python3", Path(sys.argv[1]), Limits(60, 512, 8, 16), "nobody")
print(walls.run(folder, ["-c", "import os; print(os.listdir('/'), os.path.exists('/etc/passwd')); open('/build/x', 'w'); open('/usr/x', 'w')"]))
"""
    if not Path("/usr/bin/python3").exists():
        pytest.skip("there is no Python outside of root's own folder")
    program = Path("/var/tmp") / f"walls-{os.getpid()}"
    program.mkdir()
    subprocess.run(["cp", "-r", str(ROOT / "publish"), str(program)], check=True)
    program.chmod(0o777)
    try:
        command = [
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "/usr/bin/python3",
            "-c",
            code,
        ]
        done = subprocess.run(
            [*command, str(program), str(program / "build")], capture_output=True, text=True
        )
        assert "'build'" in done.stdout and "False" in done.stdout, done
        assert "Read-only file system" in done.stdout and (program / "build/x").exists()
    finally:
        subprocess.run(["rm", "-rf", str(program)], check=True)


def test_the_units_are_right_and_their_walls_are_high(seed):
    for unit, highest in (("publish-recover.service", 2.5), ("publish-ssh.service", 3.5)):
        path = seed.home / "systemd" / unit
        verified = subprocess.run(
            ["systemd-analyze", "verify", "--recursive-errors=no", str(path)],
            capture_output=True,
            text=True,
        )
        told = [
            line for line in verified.stderr.splitlines() if unit in line and "sshd" not in line
        ]
        assert told == [], verified.stderr
        rated = subprocess.run(
            [
                "systemd-analyze",
                "security",
                "--offline=yes",
                "--no-pager",
                f"--threshold={int(highest * 10)}",
                str(path),
            ],
            capture_output=True,
            text=True,
        )
        assert rated.returncode == 0, rated.stdout.splitlines()[-3:]
