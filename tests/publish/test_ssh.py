"""Through the real ssh and sshd: who pushes is whose key it is, and nothing else is to be had."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from servers import PATIENCE, Clerk

SSHD = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin")


@pytest.fixture
def ssh(server, tmp_path):
    """The ssh command of somebody with a key of their own; sshd runs for each connection, on no port."""
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    # pytest's folder lies below one that everybody may write, which sshd rightly does not like.
    daemon = f"{SSHD} -i -f {server.home}/ssh/sshd_config -o StrictModes=no"

    def for_key(who: str, role: str) -> str:
        key = tmp_path / who
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
        server.run("add-key", who, role, f"{key}.pub")
        options = {
            "ProxyCommand": daemon,
            "IdentitiesOnly": "yes",
            "StrictHostKeyChecking": "no",
            "UserKnownHostsFile": "/dev/null",
            "LogLevel": "ERROR",
        }
        words = " ".join(f"-o '{name}={value}'" for name, value in options.items())
        return f"ssh -F /dev/null -i {key} {words}"

    return for_key


def with_ssh(clerk: Clerk, command: str) -> None:
    clerk.environment |= {"GIT_SSH_COMMAND": command, "GIT_SSH_VARIANT": "ssh"}


def test_the_key_says_who_pushes(server, editor, ssh):
    with_ssh(editor, ssh("dung", "editor"))
    editor.set_value(41)
    assert editor.push()[0] and server.value() == "41"
    assert server.run("log").stdout.splitlines()[0].endswith("  dung")
    editor.write("hooks.py", "x = 1\n")
    editor.commit()
    taken, said = editor.push()
    assert not taken and "hooks.py:1:1: lỗi: không được thêm" in said
    with_ssh(editor, ssh("em", "maintainer"))
    assert editor.push()[0]
    server.run("remove-key", "em")
    editor.set_value(42)
    assert not editor.push()[0] and server.value() == "41"


@pytest.mark.parametrize(
    ("options", "asked"),
    [("", ""), ("", "id"), ("", "sh -c id"), ("-s", "sftp"), ("-tt", ""), ("", "git-receive-pack 'x' ; id")],
)  # fmt: skip
def test_no_shell_no_files_no_forwarding(server, ssh, options, asked):
    words = shlex.split(f"{ssh('dung', 'editor')} {options} server")
    done = subprocess.run(
        [*words, *filter(None, [asked])],
        env={**os.environ, "PUBLISH_ROLE": "maintainer"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode != 0 and "uid=" not in done.stdout
    refused = "request failed" if options else "Máy này chỉ nhận git fetch và git push."
    assert refused in done.stderr
