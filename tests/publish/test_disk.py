"""A full disk: what is shown stays whole, the pusher is told, and with room again all goes on."""

import os
import subprocess

import pytest
from servers import Clerk, Reader, nginx


@pytest.fixture
def small_disk(tmp_path, seed):
    """A server on a disk of its own that can be filled."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("mounting a small disk needs root")
    made = seed.copy(disk / "home")
    yield made
    made.close()
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_refuses_and_harms_nothing(small_disk, tmp_path):
    server = small_disk
    editor, ballast = Clerk(server, tmp_path / "an"), server.home.parent / "ballast"
    told = set()
    with nginx(server, tmp_path / "nginx"), Reader(server.address) as reader:
        for left in (0, 16, 64, 256, 1024, 1600, 2200, 3000, 4000):
            space = os.statvfs(server.home)
            room = space.f_bavail * space.f_frsize
            with ballast.open("wb") as file:
                file.write(bytes(max(room - (left << 10), 0)))
            value = server.value()
            editor.set_value(5000 + left)
            taken, said = editor.push()
            if taken:  # enough room; or taken and not shown yet, which is told
                assert server.value() == str(5000 + left) or "chưa hiện được" in said
            else:
                assert server.value() == value
                told |= {line for line in said.splitlines() if "hết chỗ" in line or "ổ đĩa" in line}
            ballast.unlink()
            server.run("recover")
            if server.head() != head_of(editor):
                subprocess.run(
                    ["git", "-C", editor.folder, "reset", "-q", "--hard", server.head()], check=True
                )
    assert reader.wrong == [] and reader.rounds
    assert any("Máy chủ hết chỗ trên ổ đĩa; hãy báo người quản trị." in line for line in told), told
    editor.set_value(77)
    assert editor.push()[0] and server.value() == "77"


def head_of(clerk) -> str:
    """The commit a clone is at."""
    command = ["git", "-C", clerk.folder, "rev-parse", "HEAD"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
