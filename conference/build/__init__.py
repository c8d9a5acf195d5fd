"""`python -m conference build`: a site is built beside site/ and switched in when it is complete.

Every build has a scratch folder of its own, `.site-XXXXXXXX`, locked as long as one of its processes
lives. The builder fills `new` in it; then `new` and site/ change places in one step of the file
system, and the scratch folder goes, the old site in it. What a killed build leaves is removed by the
next one.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from conference.build.builder import Signals, run_builder
from conference.build.scratch import NEW, OLD, remove_left_over, scratch_folder
from conference.build.switch import make_readable, switch_in
from conference.build.told import advice, label, not_a_folder, tell

Command = Callable[[Path, Path], Sequence[str]]
"""(folder of mkdocs.yml, folder to write the site into) → the arguments of the builder's process."""


def mkdocs(dossier: Path, target: Path) -> Sequence[str]:
    """The command that builds a dossier with MkDocs.

    It has no `-q`: MkDocs would then count no warnings, and `--strict` would stop at none.

    Args:
        dossier: The folder of mkdocs.yml.
        target: The folder that MkDocs makes and fills.

    Returns:
        The program and its arguments, as `subprocess` takes them.
    """
    settings, options = str(dossier / "mkdocs.yml"), ("--strict", "--site-dir", str(target))
    return (sys.executable, "-m", "mkdocs", "build", "-f", settings, *options)


def build(
    dossier: Path,
    command: Command = mkdocs,
    faults: Callable[[Path], Iterable[str]] = lambda _: (),
    complete: Callable[[Path], None] = lambda _: None,
) -> int:
    """Build a dossier's site and put it in the place of its site/, or leave that as it is.

    What the builder writes is passed on. What goes wrong here is one Vietnamese line on standard
    error. Must run in the main thread, since it handles SIGINT, SIGTERM and SIGHUP meanwhile.

    Args:
        dossier: The folder of mkdocs.yml; the site stands in its folder `site`.
        command: What builds; tests pass a quicker one.
        faults: What must not be published of a site that was built, one Vietnamese line each.
        complete: Adds to a site that was built and has no faults.

    Returns:
        0 when site/ is the new site; 1 when it has faults, or the disk or the folders do not allow it; 2 when there
        is no mkdocs.yml; 128 + the signal's number when one stopped it; else the builder's exit code.

    Raises:
        BrokenPipeError: Nobody reads standard error any more; site/ is whole, old or new.
    """
    dossier = dossier.absolute()
    site = dossier / "site"
    if not (dossier / "mkdocs.yml").is_file():
        tell(f"{label(dossier / 'mkdocs.yml')}: không có tệp này; hãy chỉ đúng thư mục hồ sơ.")
        return 2
    try:
        with Signals() as signals:
            return _build(dossier, site, command, faults, complete, signals)
    except BrokenPipeError:
        raise
    except OSError as error:
        tell(f"{advice(error, site)} {label(site)} không đổi.")
        return 1


def _build(
    dossier: Path,
    site: Path,
    command: Command,
    faults: Callable[[Path], Iterable[str]],
    complete: Callable[[Path], None],
    signals: Signals,
) -> int:
    unchanged = f"{label(site)} không đổi."
    if wrong := not_a_folder(site):
        tell(wrong)
        return 1
    remove_left_over(dossier, site)
    with scratch_folder(dossier) as own:
        new = own.folder / NEW
        code, failure = run_builder(command(dossier, new), own.lock, signals)
        if failure:
            tell(f"{advice(failure, site)} {unchanged}")
        # Ctrl-C is for the whole group: the builder may have died of it before it arrives here.
        stopped = signals.received or (-code if code == -signal.SIGINT else 0)
        if stopped:
            tell(f"Đã dừng; {unchanged}")
            return 128 + stopped
        if code < 0:
            tell(f"Lệnh dựng bị hệ thống dừng (tín hiệu {-code}); {unchanged}")
            return 128 - code
        if code > 0:
            return code
        if not (new / "index.html").is_file():
            tell(f"Trang dựng xong thiếu index.html (từ docs/index.md); {unchanged}")
            return 1
        if found := list(faults(new)):
            tell("\n".join([*found, unchanged]))
            return 1
        complete(new)
        make_readable(new)
        at_once = switch_in(new, site, own.folder / OLD)
    if not at_once and sys.platform == "linux":  # elsewhere no disk can; there nobody serves site/
        tell(f"{label(site)}: ổ đĩa không đổi chỗ được trong một bước; trang vắng một thoáng.")
    if own.folder.exists():
        tell(f"{label(own.folder)}: không xóa hết được bản cũ; hãy xóa thư mục này.")
    return 0
