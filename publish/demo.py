"""`make publish-demo`: a publishing server in a temporary folder, and what each side sees of six pushes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from publish.home import EVERYONE, Home
from publish.init import init

ROOT = Path(__file__).resolve().parent.parent
_DOSSIER, _SITE = "examples/full", "http://hoi-nghi.noi-bo"


class Demo:
    """The server, somebody who edits, and what readers see."""

    def __init__(self, folder: Path) -> None:
        self.home, self.clone = Home(folder / "server"), folder / "clone"

    def set_up(self) -> None:
        """One command sets the server up."""
        _title("Dựng máy chủ: publish init")
        chosen = {"dossier": _DOSSIER, "site": _SITE, "staff_site": f"{_SITE}:8080"}
        print(init(self.home, ROOT, "HEAD", chosen, python=sys.executable))
        # sshd runs this very command for the key of an editor.
        command = f"{self.home.command} serve an editor"
        os.environ |= {
            "GIT_SSH_COMMAND": f"sh -c 'SSH_ORIGINAL_COMMAND=\"$2\" exec {command}' ssh",
            "GIT_SSH_VARIANT": "simple",
            "GIT_CONFIG_GLOBAL": os.devnull,
        }
        self._git("clone", "--quiet", "ssh://server/x", str(self.clone), folder=ROOT)
        self.readers_see()

    def push(self, title: str, branch: str = "main") -> None:
        """Push what was changed, and show what the pusher sees."""
        _title(title)
        self._git("add", "-A")
        self._git(
            "-c", "user.name=An", "-c", "user.email=an@example.invalid", "commit", "-qm", title
        )
        push = ["git", "-C", str(self.clone), "push", "origin", f"HEAD:refs/heads/{branch}"]
        done = subprocess.run(push, capture_output=True, text=True, check=False)
        told = re.findall(r"(?m)^remote: ?(.*?) *$", done.stderr)
        print("Người đẩy thấy: " + ("được nhận" if done.returncode == 0 else "BỊ TỪ CHỐI"))
        for line in told[:14]:
            print(f"  | {line}")
        if len(told) > 14:
            print(f"  | … {len(told) - 14} dòng nữa")
        if done.returncode or branch != "main":
            self._git("reset", "--quiet", "--hard", "origin/main")
        self.readers_see()

    def readers_see(self) -> None:
        """What stands on the page that readers open."""
        page = (self.home.current / EVERYONE / "ke-hoach.html").read_text("utf-8")
        added = "có" if "Đoạn thêm để thử." in page else "chưa có"
        print(f"Người đọc thấy: bản {self.home.current.readlink().name}, đoạn thêm: {added}")

    def change(self, name: str, old: str, new: str) -> None:
        """Edit a file of the dossier."""
        path = self.clone / _DOSSIER / name
        text = path.read_text("utf-8")
        path.write_text(re.sub(old, lambda _: new, text, count=1), "utf-8")

    def command(self, *arguments: str) -> None:
        """Run a command as the administrator."""
        _title("publish " + " ".join(arguments))
        done = subprocess.run(
            [self.home.command, *arguments], capture_output=True, text=True, check=False
        )
        print(done.stdout.rstrip() or done.stderr.rstrip())

    def _git(self, *arguments: str, folder: Path | None = None) -> None:
        command = ["git", "-C", str(folder or self.clone), *arguments]
        subprocess.run(command, check=True, capture_output=True)


def _title(text: str) -> None:
    print(f"\n=== {text}")


def main() -> None:
    """Show all of it and leave nothing behind."""
    folder = Path(tempfile.mkdtemp(prefix="publish-demo-"))
    try:
        demo = Demo(folder)
        demo.set_up()
        demo.change("docs/ke-hoach.md", r"\Z", "\nĐoạn thêm để thử.\n")
        demo.push("Một lần đẩy tốt")
        demo.change("data/awards.yml", r"stated: \d+", "stated: 7777")
        demo.push("Một lần đẩy sai số")
        demo.change(
            "docs/ke-hoach.md", r"\Z", "\n{{ ''.__class__.__mro__ }}\n\n<script>x()</script>\n"
        )
        demo.push("Một trang định đọc máy chủ")
        (demo.clone / "hooks.py").write_text("import os\nos.system('id')\n")
        demo.push("Biên tập viên định sửa mã")
        (demo.clone / _DOSSIER / "docs" / "hinh.png").symlink_to("/etc/passwd")
        demo.push("Một liên kết trỏ ra ngoài")
        demo.change("docs/ke-hoach.md", r"Đoạn thêm để thử\.", "Đoạn thêm đã sửa lại.")
        demo.push("Một nhánh đề nghị: có bản xem thử", "de-nghi")
        demo.command("status")
        demo.command("rollback")
        demo.readers_see()
        demo.command("log")
    finally:
        with suppress(OSError):
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
