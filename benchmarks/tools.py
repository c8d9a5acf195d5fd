"""What is compared with, installed into benchmarks/.tools at the pinned versions."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
FOLDER = HERE / ".tools"
PEERS = HERE / "peers"
ELEVENTY = FOLDER / "eleventy"
BIN = FOLDER / "python" / "bin"


@dataclass(frozen=True)
class Tools:
    """What there is to compare with: name → version; and why something is missing."""

    versions: dict[str, str]
    missing: dict[str, str]


def install() -> Tools:
    """Install what is missing; each part that cannot be installed is told, not fatal."""
    FOLDER.mkdir(exist_ok=True)
    versions = {name: version(name) for name in ("mkdocs", "mkdocs-material", "playwright")}
    missing: dict[str, str] = {}
    for names, install_them in (
        (("zensical", "sphinx", "weasyprint"), _python),
        (("eleventy",), _eleventy),
        (("hugo",), _hugo),
    ):
        try:
            versions |= install_them()
        except (OSError, subprocess.SubprocessError, LookupError) as error:
            missing |= dict.fromkeys(names, "not installed")
            reason = str(error).split("\n")[0][:200]
            print(f"{', '.join(names)}: not installed ({reason})", file=sys.stderr)
    return Tools(versions, missing)


def _run(*command: str | Path, cwd: Path | None = None) -> str:
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, check=True, capture_output=True, text=True, timeout=900
    )
    return done.stdout


def _up_to_date(lock: Path, stamp: Path) -> bool:
    """A stamp is a copy of the lock it was installed from."""
    return stamp.exists() and stamp.read_bytes() == lock.read_bytes()


def _python() -> dict[str, str]:
    lock, stamp = HERE / "requirements.txt", FOLDER / "python.stamp"
    if not _up_to_date(lock, stamp):
        print("installing Zensical, Sphinx and WeasyPrint…", file=sys.stderr)
        _run(sys.executable, "-m", "venv", "--clear", FOLDER / "python")
        pip = (BIN / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check")
        _run(*pip, "--require-hashes", "-r", lock)
        shutil.copy(lock, stamp)
    pins = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock.read_text("utf-8"), re.MULTILINE))
    return {name: pins[name] for name in ("zensical", "sphinx", "weasyprint")}


def _eleventy() -> dict[str, str]:
    lock, stamp = PEERS / "eleventy/package-lock.json", FOLDER / "eleventy.stamp"
    if not _up_to_date(lock, stamp):
        print("installing Eleventy…", file=sys.stderr)
        ELEVENTY.mkdir(exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(lock.with_name(name), ELEVENTY)
        _run("npm", "ci", "--no-audit", "--no-fund", cwd=ELEVENTY)
        shutil.copy(lock, stamp)
    found = re.search(r'"@11ty/eleventy": "([^"]+)"', lock.read_text("utf-8"))
    return {"eleventy": found[1], "node": _run("node", "--version").strip().lstrip("v")}


def _hugo() -> dict[str, str]:
    if not shutil.which("hugo") and shutil.which("apt-get") and os.geteuid() == 0:
        print("installing Hugo…", file=sys.stderr)
        _run("apt-get", "-qq", "install", "-y", "--no-install-recommends", "hugo")
    return {"hugo": re.search(r"v([0-9.]+)", _run("hugo", "version"))[1]}


def chromium() -> str:
    """The Chromium of the system."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    if not found:
        raise LookupError("no Chromium: run tests/setup-browser.sh")
    return found
