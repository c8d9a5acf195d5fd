"""Sets up a publishing server in a folder, or brings its code up to date: `publish init DIR`."""

from __future__ import annotations

import compileall
import getpass
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from publish import lock, store
from publish.durable import point, write
from publish.home import Home
from publish.hooks import prepare
from publish.marks import TEMPLATES
from publish.nginx import write_web
from publish.repository import Entry, git, head_of, tree_of, write_tree
from publish.roles import Role

_CODE = re.compile(r"(?:publish|conference)/.*")
_WITHOUT_HOOKS = "git -c core.hooksPath=/dev/null receive-pack"
"""The administrator's own push needs no key; what it brings is built, or run, because of this command."""
_LOCK_FILE = "requirements.txt"
_GIT = {
    "core.fsync": "all",
    "core.logAllRefUpdates": "true",
    "receive.fsckObjects": "true",
    "receive.maxInputSize": "67108864",
    "receive.denyDeletes": "false",
    "receive.autogc": "false",  # it would hold the lock; `recover` tidies
    "receive.unpackLimit": "1",
    "receive.advertisePushOptions": "false",
    "transfer.unpackLimit": "1",
    "gc.auto": "0",
    "uploadpack.allowFilter": "false",
}  # fmt: skip


def init(
    home: Home,
    source: Path,
    commit: str,
    chosen: Mapping[str, str],
    python: str = "",
    wheelhouse: str = "",
) -> str:
    """Set a server up, or bring its code and packages to another commit; what is shown stays.

    Args:
        home: the folder; made when it is not there.
        source: a repository of the project.
        commit: whose code is to run the hooks, and at first be published.
        chosen: first values of publish.toml.
        python: a Python with the packages of requirements.txt; without it an environment is made.
        wheelhouse: a folder of wheels to make it from without a network.

    Returns:
        What was done, in Vietnamese.

    Raises:
        Refused: the first release could not be built.
        subprocess.CalledProcessError: git or pip refuse.
    """
    _folders(home)
    with lock.held(home):
        commit = _of_source(source, "rev-parse", "--verify", f"{commit}^{{commit}}").strip()
        first = not (home.repository / "HEAD").exists()
        if first:
            git(home.repository, "init", "--bare", "--quiet", "--initial-branch=main")
            home.repository.chmod(0o700)
        for name, value in _GIT.items():
            git(home.repository, "config", name, value)
        ref = "refs/heads/main" if first else "refs/programs/new"
        target = str(home.repository)
        to = (f"--receive-pack={_WITHOUT_HOOKS}", target, f"{commit}:{ref}")
        _of_source(source, "push", "--quiet", "--force", "--no-verify", *to)
        tree = tree_of(home.repository, commit)
        _program(home, commit, tree)
        needs = tree[_LOCK_FILE].id if _LOCK_FILE in tree else ""
        python = python or _environment(home, needs, wheelhouse)
        _settings(home, {"python": python, "requirements": needs}, chosen)
        _commands(home, python)
        return (
            _first_release(home) if first else f"Đã chuyển mã của máy chủ sang bản {commit[:12]}."
        )


def allow(home: Home, scripts: list[str]) -> None:
    """Let nginx allow more inline scripts, once it is reloaded."""
    known = {*home.settings().scripts, *scripts}
    set_values(home, {"scripts": sorted(known)})
    write_web(home, home.settings())


def set_values(home: Home, values: Mapping[str, str | list[str]]) -> None:
    """Change values of publish.toml and leave all else of it as it was typed."""
    text = home.settings_file.read_text("utf-8")
    for name, value in values.items():
        quoted = ", ".join(f'"{one}"' for one in value) if isinstance(value, list) else f'"{value}"'
        line = f"{name} = [{quoted}]" if isinstance(value, list) else f"{name} = {quoted}"
        text = re.sub(rf"(?m)^{name} = .*$", line.replace("\\", r"\\"), text, count=1)
    write(home.settings_file, text)


def _of_source(source: Path, *arguments: str) -> str:
    command = ["git", "-C", str(source), *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout


def _folders(home: Home) -> None:
    home.root.mkdir(parents=True, exist_ok=True)
    home.root.chmod(0o755)
    open_ones = (home.releases, home.previews, home.preview_sites, home.web)
    for folder in (*open_ones, home.programs, home.command.parent):
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)
    for folder in (home.work, home.repository, home.root / "empty", home.root / "ssh"):
        folder.mkdir(exist_ok=True)
        folder.chmod(0o700)


def _program(home: Home, commit: str, tree: Mapping[str, Entry]) -> None:
    place = home.programs / commit[:12]
    if not place.exists():
        code = {name: entry for name, entry in tree.items() if _CODE.fullmatch(name)}
        unfinished = home.work / f"program-{commit[:12]}"
        write_tree(home.repository, code, unfinished)
        unfinished.chmod(0o755)
        compileall.compile_dir(unfinished, quiet=2, stripdir=unfinished, prependdir=place)
        unfinished.rename(place)
    point(home.program, f"programs/{place.name}")


def _environment(home: Home, needs: str, wheelhouse: str) -> str:
    """An environment with the packages of a requirements.txt, made once."""
    place = home.root / "environments" / needs[:12]
    python = place / "bin" / "python"
    if not python.exists():
        wanted = home.work / _LOCK_FILE
        wanted.write_bytes(git(home.repository, "cat-file", "blob", needs))
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(place)], check=True)
        offline = ["--no-index", "--find-links", wheelhouse] if wheelhouse else []
        pip = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes", *offline]
        subprocess.run([*pip, "-r", str(wanted)], check=True)
        wanted.unlink()
    return str(python)


def _settings(home: Home, found: Mapping[str, str], chosen: Mapping[str, str]) -> None:
    if home.settings_file.exists():
        set_values(home, dict(found))
        return
    values = {"dossier": ".", "site": "", "staff_site": "", "listen": "80", "staff_listen": "8080"}
    values |= {"scripts": "", **found, **chosen}
    write(home.settings_file, _rendered("publish.toml", **values))


def _commands(home: Home, python: str) -> None:
    """Write what git, sshd, systemd and nginx call or read."""
    said = {"home": shlex.quote(str(home.root)), "python": shlex.quote(python)}
    write(home.command, _rendered("command.sh", **said), 0o755)
    for hook in ("pre-receive", "post-receive"):
        text = f"#!/bin/sh\nexec {shlex.quote(str(home.command))} hook {hook}\n"
        write(home.repository / "hooks" / hook, text, 0o755)
    below_home = home.root.is_relative_to("/home") or home.root.is_relative_to("/root")
    walls = _rendered(
        "walls.conf", home=home.root, protect_home="read-only" if below_home else "yes"
    )
    about = {"home": home.root, "command": home.command, "user": getpass.getuser(), "walls": walls}
    (home.root / "systemd").mkdir(exist_ok=True)
    for unit in ("publish-recover.service", "publish-ssh.service"):
        write(home.root / "systemd" / unit, _rendered(unit, **about))
    write(home.root / "ssh" / "sshd_config", _rendered("sshd_config", **about))
    key = home.root / "ssh" / "host_key"
    if not key.exists() and (keygen := shutil.which("ssh-keygen")):
        made = [keygen, "-q", "-t", "ed25519", "-N", "", "-C", "publish", "-f", str(key)]
        subprocess.run(made, check=True)
    write_web(home, home.settings())


def _first_release(home: Home) -> str:
    """Build and show what was just set up; the scripts of this code are the first that nginx allows."""
    settings = home.settings()
    head = head_of(home.repository, settings.branch)
    tree = tree_of(home.repository, head)
    made = prepare(home, settings, head, tree, Role.MAINTAINER, allow=lambda new: allow(home, new))
    store.show(home, made, "init")
    return f"Đã dựng máy chủ xuất bản ở {home.root} và xuất bản bản {made}."


def _rendered(template: str, **values: object) -> str:
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, keep_trailing_newline=True
    )
    return templates.get_template(template).render(**values)
