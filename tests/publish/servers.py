"""A publishing server to push to, people who push, nginx before it, a reader who never stops."""

import contextlib
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

from folders import ROOT

HERE = Path(__file__).parent
PATIENCE = 240  # seconds until a test gives up on a process; nothing is measured by it
PAGES = {
    "index.md": "---\ntitle: Tổng quan\n---\n## Mục một\n\nTổng số đại biểu như đã ghi.\n\n## Mục hai\n\nĐoạn hai.\n",
    "noi-bo.md": "---\ntitle: Nội bộ\naudience: staff\n---\n## Hậu cần\n\nChìa khóa phòng chờ gửi ở bàn văn thư tầng trệt.\n",
}
SETTINGS = (
    "site_name: x\nplugins: {search: {}}\nnav:\n  - Tổng quan: index.md\n  - Nội bộ: noi-bo.md\n"
)


def git(folder: Path, *arguments: str, **more) -> str:
    """What git says; the settings of whoever runs the tests do not count."""
    identity = ("-c", "user.name=An", "-c", "user.email=an@example.invalid")
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", "-C", str(folder), *identity, *arguments],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        **more,
    )
    return done.stdout


def quick_project(folder: Path) -> Path:
    """A repository of the project with a small dossier, whose pages are made at once."""
    for name in ("publish", "conference"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    shutil.copy(HERE / "quick_main.py", folder / "conference/__main__.py")
    (folder / "data").mkdir()
    (folder / "data/facts.yml").write_text("value: 100\n")
    (folder / "docs").mkdir()
    for name, text in PAGES.items():
        (folder / "docs" / name).write_text(text, "utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "-A")
    git(folder, "commit", "--quiet", "-m", "first")
    return folder


class Server:
    """A publishing server set up as an office would."""

    def __init__(self, home: Path) -> None:
        self.home, self.ports = home, (free_socket(), free_socket())
        self.address, self.staff = (f"127.0.0.1:{one.getsockname()[1]}" for one in self.ports)
        self.pids = home.parent / "pids"

    def set_up(self, project: Path, *options: str) -> str:
        """Set it up with its command; gives what that says."""
        command = ["init", str(self.home), "--source", str(project), "--python", sys.executable]
        command += ["--listen", self.address, "--staff-listen", self.staff]
        command += ["--site", f"http://{self.address}", "--staff-site", f"http://{self.staff}"]
        said = subprocess.run(
            [sys.executable, "-m", "publish", *command, *options],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        ).stdout
        for number, (who, role) in enumerate({"binh": "editor", "chi": "maintainer"}.items()):
            key = self.home.parent / f"{who}.pub"
            key.write_text(f"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{number:043} {who}\n")
            self.run("add-key", who, role, str(key))
        return said

    def copy(self, home: Path) -> "Server":
        """Another one just like it; to set one up anew for each test would take longer than the tests."""
        other = Server(home)
        shutil.copytree(self.home, home, symlinks=True)
        texts = (
            "publish.toml",
            "authorized_keys",
            "bin/publish",
            "web/nginx.conf",
            "ssh/sshd_config",
        )
        for path in (*(home / name for name in texts), *(home / "repository.git/hooks").iterdir()):
            text = path.read_text("utf-8").replace(str(self.home), str(home))
            text = text.replace(self.address, other.address).replace(self.staff, other.staff)
            path.write_text(text, "utf-8")
        return other

    def run(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess:
        """One of its commands."""
        return subprocess.run(
            [self.home / "bin/publish", *arguments],
            check=check,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )

    def close(self) -> None:
        """Let go of the ports."""
        for one in self.ports:
            one.close()

    @property
    def shown(self) -> str:
        """The release readers see."""
        return (self.home / "current").readlink().name

    def value(self) -> str:
        """The number on its first page."""
        text = (self.home / "current/everyone/index.html").read_text("utf-8")
        return re.search(r'value="(\d+)"', text)[1]

    def head(self, branch: str = "main") -> str:
        """What its repository holds."""
        return git(self.home / "repository.git", "rev-parse", branch).strip()

    def kill_pushes(self) -> int:
        """Kill what runs for pushes on the server's side, with no chance to tidy up."""
        killed = 0
        for number in self.pids.read_text().split() if self.pids.exists() else ():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(int(number), signal.SIGKILL)
                killed += 1
        self.pids.unlink(missing_ok=True)
        return killed


class Clerk:
    """Somebody with a clone and a key."""

    def __init__(self, server: Server, folder: Path, who: str = "binh") -> None:
        self.server, self.folder, self.who = server, folder, who
        keys = server.home / "authorized_keys"
        self.ssh = f"{sys.executable} {HERE / 'ssh.py'} {keys} {who} {server.pids}"
        self.environment = {
            **os.environ,
            "GIT_SSH_COMMAND": self.ssh,
            "GIT_SSH_VARIANT": "simple",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        clone = ["git", "clone", "--quiet", "ssh://server/conference", str(folder)]
        subprocess.run(clone, env=self.environment, check=True, timeout=PATIENCE)

    def write(self, name: str, content: str | bytes) -> None:
        """Save a file."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(self, **files: str) -> str:
        """Commit all there is."""
        git(self.folder, "add", "-A")
        git(self.folder, "commit", "--quiet", "--allow-empty", "-m", "change")
        return git(self.folder, "rev-parse", "HEAD").strip()

    def set_value(self, value: object) -> str:
        """Change the number and commit."""
        self.write("data/facts.yml", f"value: {value}\n")
        return self.commit()

    def start_push(self, *what: str) -> subprocess.Popen:
        """Push, and do not wait for it."""
        return subprocess.Popen(
            ["git", "-C", str(self.folder), "push", "origin", *(what or ("HEAD:main",))],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def push(self, *what: str) -> tuple[bool, str]:
        """Push; whether it was taken, and what the pusher saw."""
        push = self.start_push(*what)
        said, _ = push.communicate(timeout=PATIENCE)
        return push.returncode == 0, re.sub(r"(?m)^remote: ?| +$", "", said)


def free_socket() -> socket.socket:
    """A socket that listens on a port the kernel gave; nginx takes it over."""
    opened = socket.socket()
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    opened.bind(("127.0.0.1", 0))
    opened.listen(1024)
    return opened


@contextlib.contextmanager
def nginx(server: Server, folder: Path):
    """The real nginx with the configuration that was made, on the server's sockets."""
    folder.mkdir(exist_ok=True)
    user = "user root;" if os.geteuid() == 0 else ""  # pytest's folders are their owner's alone
    (folder / "nginx.conf").write_text(
        f"daemon off; {user} pid {folder}/pid; error_log {folder}/error.log; worker_processes 2;\n"
        "events { worker_connections 1024; }\n"
        f"http {{ access_log off; {_temporary(folder)} include {server.home}/web/nginx.conf; }}\n"
    )
    numbers = [one.fileno() for one in server.ports]
    environment = {"PATH": os.environ["PATH"], "NGINX": "".join(f"{n};" for n in numbers)}
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    command = [
        program,
        "-p",
        str(folder),
        "-e",
        f"{folder}/error.log",
        "-c",
        f"{folder}/nginx.conf",
    ]
    with subprocess.Popen(command, env=environment, pass_fds=numbers) as process:
        try:
            yield process
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _temporary(folder: Path) -> str:
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    return " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)


class Answer:
    """What a web server answered."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status, self.body = response.status, response.read()
        self.headers = {name.lower(): value for name, value in response.getheaders()}

    @property
    def text(self) -> str:
        """Its text."""
        return self.body.decode("utf-8")


def get(address: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """Ask a web server for a path as it is written, on a connection of its own."""
    connection = http.client.HTTPConnection(address, timeout=PATIENCE)
    with contextlib.closing(connection):
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in {"Connection": "close", **headers}.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        return Answer(connection.getresponse())


class Reader(threading.Thread):
    """Opens the page and what it loads over and over; keeps what was wrong."""

    def __init__(self, address: str) -> None:
        super().__init__(daemon=True)
        self.address, self.wrong, self.rounds = address, [], 0
        self.seen: set[str] = set()
        self._stop_asked = threading.Event()

    def run(self) -> None:
        """Read until somebody says it is enough."""
        while not self._stop_asked.is_set():
            try:
                self.read_once()
            except Exception as error:
                self.wrong.append(repr(error))
            self.rounds += 1

    def read_once(self) -> None:
        """One page, and all of one release."""
        page = get(self.address, "/index.html")
        if page.status != 200 or not page.text.endswith("</html>\n"):
            self.wrong.append(f"page {page.status} {page.body[-40:]!r}")
            return
        value = re.search(r'value="(\d+)"', page.text)[1]
        self.seen.add(value)
        base = re.search(r'"base": "(_/[0-9a-f]{12})/"', page.text)[1]
        for path, form in (
            (re.search(r'src="([^"]+)"', page.text)[1], "window.value = {};"),
            (f"{base}/figures.json", '"value": {},'),
        ):
            loaded = get(self.address, f"/{path}")
            if loaded.status != 200 or form.format(value) not in loaded.text:
                self.wrong.append(f"{path} {loaded.status} is not of the page with {value}")

    def __enter__(self) -> "Reader":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop_asked.set()
        self.join(PATIENCE)
