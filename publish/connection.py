"""Who pushes: the key of a connection says it, by the command that sshd runs for it and nothing else.

A line of authorized_keys holds the name and the role of the key's owner. That command sees what the client
asked for, lets it fetch or push and do nothing else, and hands git an environment of its own making: no word
of the client's gets into it.
"""

from __future__ import annotations

import os
import re
import shlex
import signal
import sys
from typing import NoReturn

from publish import lock
from publish.durable import write
from publish.home import Home
from publish.roles import Role

WHO, ROLE = "PUBLISH_WHO", "PUBLISH_ROLE"
"""Tell the hooks who pushes."""
_SERVICES = {"git-receive-pack": "receive-pack", "git-upload-pack": "upload-pack"}
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")
_KEY = re.compile(
    r"(?P<kind>(?:ssh|ecdsa|sk)-[a-z0-9@.-]+) (?P<key>[A-Za-z0-9+/=]+)(?: [^\n]*)?\n?"
)
_LONGEST = 3600
"""After so many seconds a connection ends, and lets go of the lock, whatever its client does."""


def serve(home: Home, who: str, role: str) -> NoReturn:
    """Become the git service a client asked for."""
    try:
        asked = shlex.split(os.environ.get("SSH_ORIGINAL_COMMAND", ""))
    except ValueError:
        asked = []
    if asked[:1] == ["git"]:
        asked = [f"git-{asked[1]}" if len(asked) > 1 else "", *asked[2:]]
    if len(asked) != 2 or asked[0] not in _SERVICES:
        sys.stderr.write("Máy này chỉ nhận git fetch và git push.\n")
        sys.exit(128)
    environment = {
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "HOME": str(home.root / "empty"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        WHO: who,
        ROLE: Role(role),
        lock.VARIABLE: str(lock.open_for_push(home)),
    }
    if re.fullmatch(r"version=[0-2]", protocol := os.environ.get("GIT_PROTOCOL", "")):
        environment["GIT_PROTOCOL"] = protocol
    signal.alarm(_LONGEST)  # stays over exec
    os.umask(0o022)
    # The client's path is not looked at: there is one repository.
    git = ["git", _SERVICES[asked[0]], str(home.repository)]
    os.execvpe("git", git, environment)


def add_key(home: Home, who: str, role: Role, key: str) -> None:
    """Let the owner of a public key push.

    Raises:
        ValueError: the name or the key is none; the message is Vietnamese.
    """
    if not _NAME.fullmatch(who):
        raise ValueError("tên chỉ gồm chữ thường không dấu, số, dấu - và dấu chấm.")
    found = _KEY.fullmatch(key)
    if not found:
        raise ValueError("cần đúng một dòng khóa công khai, bắt đầu bằng ssh-ed25519 hay ssh-rsa.")
    bare = f"{found['kind']} {found['key']}"
    lines = [line for line in _lines(home) if bare not in line]
    command = f"{shlex.quote(str(home.command))} serve {who} {role}"
    lines.append(f'restrict,command="{command}" {bare} {who}')
    write(home.keys, "".join(f"{line}\n" for line in lines), 0o600)


def remove_keys(home: Home, who: str) -> int:
    """Let nobody of a name push any more; gives how many keys that were."""
    lines = _lines(home)
    kept = [line for line in lines if line.split(" ")[-1] != who]
    write(home.keys, "".join(f"{line}\n" for line in kept), 0o600)
    return len(lines) - len(kept)


def _lines(home: Home) -> list[str]:
    return home.keys.read_text("utf-8").splitlines() if home.keys.exists() else []
