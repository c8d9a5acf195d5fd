"""Real builds, killed by the dozen under a reader: site/ is always there, and always one build's."""

import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

pytestmark = pytest.mark.proof

PATIENCE = 600  # seconds until a test gives up on a process; nothing is measured by it
KILLS, AIMED, PAIRS = 40, 20, 4
PAGES = ("index.html", "huong-dan.html")
MARK = re.compile(r'<i class="lan-dung-([a-z]+)"></i>')

READER = """
import hashlib, json, pathlib, select, sys
pages = [pathlib.Path(path) for path in sys.argv[1:]]
seen, reads, missing = {page.name: {} for page in pages}, 0, []
while not select.select([sys.stdin], [], [], 0)[0]:
    for page in pages:
        reads += 1
        try:
            digest = hashlib.sha256(page.read_bytes()).hexdigest()
        except OSError as error:
            missing.append(f"read {reads}: {error}")
        else:
            seen[page.name].setdefault(digest, reads)
print(json.dumps({"seen": seen, "reads": reads, "missing": missing}))
"""


class Project:
    """A copy of the project; each of its builds is marked, at both ends of two pages."""

    def __init__(self, folder):
        self.folder, self.site = folder, folder / "site"
        self.whole = {name: set() for name in PAGES}
        self.mark = ""
        self.started = []
        self._texts = {name: self._source(name).read_text(encoding="utf-8") for name in PAGES}

    def copy(self, folder):
        """The same project in another place."""
        made = Project(Path(shutil.copytree(self.folder, folder)))
        made._texts, made.started = self._texts, self.started
        return made

    def _source(self, name):
        return (self.folder / "docs" / name).with_suffix(".md")

    def change(self, number):
        """Give the next build a mark of its own, in letters: a number would be a finding."""
        self.mark = "".join(chr(ord("a") + int(digit)) for digit in str(number))
        comment = f'<i class="lan-dung-{self.mark}"></i>'
        for name, text in self._texts.items():
            begun = text.replace("\n# ", f"\n{comment}\n\n# ", 1)
            self._source(name).write_text(f"{begun}\n{comment}\n", encoding="utf-8")

    def start(self):
        """A build in a process group of its own, under an umask that hides its files at first."""
        environment = {k: v for k, v in os.environ.items() if k != "CONFERENCE_DATA"}
        process = subprocess.Popen(
            [sys.executable, "-m", "conference", "build"],
            cwd=self.folder,
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            umask=0o077,
        )
        self.started.append(process)
        return process

    def build(self, number):
        """A build that must end well and clean up."""
        self.change(number)
        process = self.start()
        _, told = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, told
        assert self.shown() == self.mark
        assert self.scratch() == []

    def shown(self):
        """The mark of the build that site/ is of; fails when it is of two."""
        marks = []
        for name in PAGES:
            page = (self.site / name).read_bytes()
            self.whole[name].add(hashlib.sha256(page).hexdigest())
            marks += MARK.findall(page.decode())
        assert len(marks) == 2 * len(PAGES) and len(set(marks)) == 1, marks
        return marks[0]

    def scratch(self):
        return [path.name for path in self.folder.glob(".site-*")]

    def began(self):
        """The folder a build is writing into, once it is there."""
        return next(self.folder.glob(".site-*/new"), None)

    def files(self):
        return {path.relative_to(self.site) for path in self.site.rglob("*")}


def kill(process):
    """Kill a build with all its processes."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    _, told = process.communicate(timeout=PATIENCE)
    assert "Traceback" not in told, told


@contextmanager
def reading(project):
    """Somebody who reads two pages without a pause; afterwards, what was read is judged."""
    process = subprocess.Popen(
        [sys.executable, "-c", READER, *(str(project.site / name) for name in PAGES)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield
        report, _ = process.communicate("stop\n", timeout=PATIENCE)
    finally:
        process.kill()
        process.wait(timeout=PATIENCE)
    read = json.loads(report)
    print(f"{read['reads']} reads of {[len(read['seen'][name]) for name in PAGES]} versions")
    assert read["missing"] == []
    assert read["reads"] > 1000
    for name in PAGES:
        strange = {
            at for digest, at in read["seen"][name].items() if digest not in project.whole[name]
        }
        assert not strange, f"{name}: neither the one site nor the other at reads {strange}"


@pytest.fixture
def real(project):
    """A project that was built once."""
    made = Project(project)
    made.build(0)
    yield made
    for process in made.started:  # by a test that failed in between
        if process.poll() is None:
            kill(process)


def test_forty_kills_at_random_moments(real):
    moments, files, outcomes = random.Random(40), real.files(), []
    begun = time.monotonic()
    real.build(1)
    length = time.monotonic() - begun
    with reading(real):
        for number in range(10, 10 + KILLS):
            before = real.shown()
            real.change(number)
            process = real.start()
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=moments.uniform(0, 1.1 * length))
            kill(process)
            assert real.shown() in (before, real.mark)
            assert real.files() == files
            assert len(real.scratch()) <= 1
            outcomes.append((real.shown() == real.mark, len(real.scratch())))
        real.build(9)
    print(
        "new site, scratch folders:", {kind: outcomes.count(kind) for kind in sorted(set(outcomes))}
    )
    assert real.files() == files


def wait_for_the_switch(project, process, old):
    """Busy until the new site is being switched in; gives its state: ready, switched or ended."""
    new = None
    while not new and process.poll() is None:
        new = project.began()
    while process.poll() is None:
        if project.site.stat().st_ino != old:
            return "switched"
        with suppress(FileNotFoundError):
            if new.stat().st_mode & 0o777 == 0o755:  # readable: the last thing before
                return "ready"
    return "ended"


def test_twenty_kills_at_the_switch(real):
    moments, files, outcomes = random.Random(20), real.files(), []
    with reading(real):
        for number in range(10, 10 + AIMED):
            before, old = real.shown(), real.site.stat().st_ino
            real.change(number)
            process = real.start()
            state = wait_for_the_switch(real, process, old)
            end = time.perf_counter() + moments.choice((0, moments.uniform(0, 0.005)))
            while time.perf_counter() < end:
                pass
            kill(process)
            assert real.shown() in (before, real.mark)
            assert real.files() == files
            outcomes.append((state, real.shown() == real.mark, len(real.scratch())))
            # The next one starts from a clean folder: what it is to be aimed at is the only one.
            if real.scratch():
                real.build(number + 1000)
        real.build(9)
    print(
        "state, new site, scratch folders:", {k: outcomes.count(k) for k in sorted(set(outcomes))}
    )
    assert real.files() == files


def test_pairs_of_builds_at_once(real):
    files = real.files()
    with reading(real):
        for number in range(10, 10 + PAIRS):
            real.change(number)
            builds = [real.start()]
            while number % 2 and not real.began() and builds[0].poll() is None:
                pass  # every other time, the second comes upon the folder of the first
            builds.append(real.start())
            for process in builds:
                _, told = process.communicate(timeout=PATIENCE)
                assert process.returncode == 0, told
            assert real.shown() == real.mark
            assert (real.files(), real.scratch()) == (files, [])


@pytest.fixture
def disk(tmp_path):
    """Mounts a disk of a size in bytes; taken away afterwards."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def mount(options):
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True
        )
        if done.returncode:
            pytest.skip("no right to mount a disk")
        return folder

    yield mount
    subprocess.run(["umount", str(folder)], capture_output=True)


@pytest.mark.parametrize("free", [0.02, 0.5, 0.95])
def test_a_disk_that_fills_up_under_mkdocs(real, disk, free):
    size = sum(path.stat().st_size for path in real.site.rglob("*") if path.is_file())
    on_disk = real.copy(disk("size=200m") / "project")
    state = os.statvfs(on_disk.folder)
    filler = on_disk.folder.parent / "filler"
    with filler.open("wb") as file:
        file.write(bytes(state.f_bavail * state.f_frsize - int(size * free)))
    on_disk.change(1)
    process = on_disk.start()
    _, told = process.communicate(timeout=PATIENCE)

    assert process.returncode == 1
    lines = [line for line in told.splitlines() if not line.startswith(("INFO", " "))]
    assert len(lines) == 1 and "ổ đĩa đầy; hãy xóa bớt tệp" in lines[0], told
    assert on_disk.scratch() == []
    assert on_disk.files() == real.files()
    filler.unlink()
    on_disk.build(2)


def test_a_read_only_disk_under_mkdocs(real, disk):
    folder = disk("size=200m")
    on_disk = real.copy(folder / "project")
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    process = on_disk.start()
    _, told = process.communicate(timeout=PATIENCE)

    assert process.returncode == 1
    (line,) = told.splitlines()
    assert "chỉ cho đọc" in line
    assert on_disk.files() == real.files()
