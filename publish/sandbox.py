"""Walls round one step of a build: bubblewrap, and limits on time, memory, processes and file sizes.

Inside there is the system's /usr, the Python of the site, the folder of the step, and what is named
besides; no network, no environment, no process of others, no /proc, nothing of the server's folder.
Only the folder of the step can be written.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, NamedTuple

from publish.home import Limits

WORK = "/build"
"""The folder of the step, as it is called inside."""
PROGRAM = "/program"

_MOST_WORDS = 200_000
"""So many bytes of what a step says are passed on."""
_SPARE_MB = 64


class NoWalls(Exception):
    """Bubblewrap is missing, or may not work here; the message is Vietnamese."""


class Done(NamedTuple):
    """How a step ended."""

    code: int
    words: str
    """What it said on its standard output."""
    trouble: str
    """And on its standard error."""


class Sandbox(NamedTuple):
    """The walls, and who builds behind them."""

    python: str
    program: Path
    limits: Limits
    build_user: str

    def run(
        self, folder: Path, arguments: Sequence[str], read: Iterable[Path] = (), inside: str = WORK
    ) -> Done:
        """Run the site's Python behind the walls.

        Args:
            folder: may be written; it is called WORK inside.
            arguments: of Python.
            read: what can be read besides, under the name it has outside.
            inside: the working folder, as it is called inside.

        Raises:
            NoWalls: it cannot be run behind walls, so it was not run.
        """
        bwrap = shutil.which("bwrap")
        if not bwrap:
            raise NoWalls("thiếu bubblewrap; hãy cài gói bubblewrap.")
        self._give(folder)
        command = [bwrap, *self._walls(folder, read), "--chdir", inside, *self._inner(arguments)]
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            code = self._wait(command, out, err)
            words, trouble = _beginning(out), _beginning(err)
        if trouble.startswith("bwrap: "):
            raise NoWalls(f"bubblewrap không chạy được ở đây ({trouble.strip()[:200]}).")
        return Done(code, words, trouble)

    def _wait(self, command: Sequence[str], out: IO[bytes], err: IO[bytes]) -> int:
        environment = {"PATH": os.defpath}
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=environment
        ) as process:
            try:
                return int(process.wait(self.limits.seconds))
            except subprocess.TimeoutExpired:
                return -signal.SIGXCPU
            finally:
                process.kill()

    def _walls(self, folder: Path, read: Iterable[Path]) -> list[str]:
        walls = ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"]
        if os.geteuid() != 0:
            walls += ["--unshare-user"]
        walls += ["--unshare-cgroup-try", "--die-with-parent", "--new-session", "--clearenv"]
        walls += ["--hostname", "build", "--ro-bind", "/usr", "/usr"]
        for link in ("bin", "lib", "lib64", "sbin"):
            if Path("/", link).is_symlink():
                walls += ["--symlink", str(Path("/", link).readlink()), f"/{link}"]
            elif Path("/", link).is_dir():
                walls += ["--ro-bind", f"/{link}", f"/{link}"]
        walls += ["--dev", "/dev", "--remount-ro", "/dev"]
        walls += ["--size", str(_SPARE_MB << 20), "--tmpfs", "/tmp"]
        named = dict.fromkeys([*self._of_python(), *map(str, read)])
        # Folders on the way would be open to their owner alone, who is not the one that builds.
        ways = dict.fromkeys(str(way) for path in named for way in reversed(Path(path).parents))
        for way in ways:
            if way not in ("/", "/tmp", *named) and not way.startswith("/usr"):
                walls += ["--perms", "0755", "--dir", way]
        for path in named:
            walls += ["--ro-bind", path, path]
        walls += ["--ro-bind", str(self.program), PROGRAM, "--bind", str(folder), WORK]
        walls += ["--remount-ro", "/"]
        environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": "/tmp",
            "LANG": "C.UTF-8",
            "PYTHONUTF8": "1",
            "NO_MKDOCS_2_WARNING": "1",
        }
        for name, value in environment.items():
            walls += ["--setenv", name, value]
        return walls

    def _of_python(self) -> list[str]:
        """Where the Python of the site lies, if not in /usr: its environment and what that stands on."""
        asked = "import sys; print(sys.prefix, sys.base_prefix, sep='\\n')"
        done = subprocess.run(
            [self.python, "-I", "-c", asked], stdout=subprocess.PIPE, text=True, check=True
        )
        named = {self.python: Path(self.python).absolute().parent.parent}
        places = [str(named[self.python]), *done.stdout.split("\n")[:2]]
        places += [os.path.realpath(place) for place in places]
        return [place for place in dict.fromkeys(places) if not place.startswith("/usr/")]

    def _inner(self, arguments: Sequence[str]) -> list[str]:
        limits = self.limits
        inner: list[str] = []
        if os.geteuid() == 0:
            user = pwd.getpwnam(self.build_user)
            inner += ["/usr/bin/setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}"]
            inner += ["--clear-groups", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all"]
        inner += [
            "/usr/bin/prlimit",
            f"--as={limits.memory_mb << 20}",
            f"--fsize={limits.file_mb << 20}",
            f"--nproc={limits.processes}",
            f"--cpu={limits.seconds}",
            "--nofile=512",
            "--core=0",
        ]
        return [*inner, self.python, *arguments]

    def _give(self, folder: Path) -> None:
        """Let the build user write the folder of the step, and nothing else."""
        if os.geteuid() != 0:
            return
        user = pwd.getpwnam(self.build_user)
        for inner, _, files in os.walk(folder):
            os.chown(inner, user.pw_uid, user.pw_gid, follow_symlinks=False)
            for name in files:
                os.chown(Path(inner, name), user.pw_uid, user.pw_gid, follow_symlinks=False)


def _beginning(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read(_MOST_WORDS).decode("utf-8", errors="replace")
