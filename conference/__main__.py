"""`python -m conference check` and the project's other commands, for editors and the Makefile."""

from __future__ import annotations

import argparse
import gc
import io
import os
import signal
import sys
from contextlib import redirect_stdout, suppress
from pathlib import Path
from typing import NoReturn, TextIO

try:
    from conference.audience import VARIABLE, Audience, chosen_audience
    from conference.findings import has_errors
    from conference.folders import ROOT, dossier_folder
    from conference.opening import open_publication
    from conference.serving import ADDRESS
except ImportError as error:  # an older Python, or one that has not the packages
    if str(error.name).startswith("conference"):
        raise
    sys.stderr.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stderr.write(
        f"Python này ({sys.executable}) chưa dùng được: {error.name or error}. Cần Python 3.11 trở lên, "
        "đã cài các gói của requirements.txt; cách cài: xem README.md.\n"
    )
    sys.exit(2)

_LEFT = 128 + 13
"""The exit code of a program whose reader has left: SIGPIPE, which Windows does not have."""


class _Parser(argparse.ArgumentParser):
    """Tells wrong use in Vietnamese, with exit code 2."""

    def error(self, message: str) -> NoReturn:
        """The library's own message is English; the names it would quote are in the help."""
        self.exit(2, f"dùng sai lệnh; gõ «{self.prog} --help» để xem cách dùng.\n")


def run(arguments: list[str] | None = None) -> int:
    """Run one command as a process of its own: the only place that meets the standard streams.

    A reader who leaves early (`check | head -1`) and a closed standard output change nothing but
    that the report is not read. The report is written in one go, so that the exit code is the
    command's own in every case.

    Args:
        arguments: The words after `python -m conference`; None: those of this process.

    Returns:
        The exit code: what `main` says; 1 as well when the report could not be written, 130 after
        Ctrl-C, 141 when standard error was left by its reader.
    """
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # whatever the terminal or the pipe is set to
    report = io.StringIO()
    try:
        with redirect_stdout(report):
            code = main(arguments)
    except BrokenPipeError:
        code = _LEFT
    except KeyboardInterrupt:
        code = 128 + signal.SIGINT
    except SystemExit as done:  # of the parser: help, or wrong use
        code = done.code if isinstance(done.code, int) else 0
    try:
        sys.stdout.write(report.getvalue())
        sys.stdout.flush()
    except OSError as error:
        _discard(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            code = 1
            with suppress(OSError):
                sys.stderr.write("không ghi được kết quả; hãy xem lại ổ đĩa của tệp nhận nó.\n")
    try:
        sys.stderr.flush()
    except OSError:
        _discard(sys.stderr)
    return code


def _open_closed_streams() -> None:
    """Lead standard streams that are closed (`>&-`) nowhere, lest another file takes their number."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(number, True)
    os.close(number)
    for name, number in (("stdout", 1), ("stderr", 2)):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(number, "w", encoding="utf-8", closefd=False))


def _discard(stream: TextIO) -> None:
    """Lead a stream nowhere, with what it still holds: Python would try to write it at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def main(arguments: list[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: The words after `python -m conference`; None: those of this process.

    Returns:
        The exit code: 0 when all is well, 1 on errors, 2 for wrong use; of `build` also others.

    Raises:
        SystemExit: Help was asked for, or the words are no command.
    """
    parser = _Parser(prog="python -m conference", description="Hồ sơ hội nghị")
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    checker = commands.add_parser("check", help="kiểm tra dữ liệu và các trang")
    checker.add_argument("--dossier", type=Path, help="thư mục hồ sơ (mặc định: hồ sơ ở gốc)")
    checker.add_argument("--data", type=Path, help="dữ liệu khác của cùng hội nghị")
    checker.add_argument(
        "--format",
        choices=("text", "gitlab"),
        default="text",
        help="gitlab: báo cáo Code Quality của GitLab, thay cho các dòng chữ",
    )
    builder = commands.add_parser("build", help="dựng trang web; có lỗi thì bản cũ còn nguyên")
    builder.add_argument(
        "--dossier", type=Path, default=ROOT, help="thư mục hồ sơ (mặc định: hồ sơ ở gốc)"
    )
    builder.add_argument(
        "--audience",
        choices=list(Audience),
        default=chosen_audience(),
        help="everyone: cho mọi người (mặc định); staff: thêm trang của cán bộ",
    )
    server = commands.add_parser("serve", help="xem trang web trên máy này, tự tải lại khi sửa")
    server.add_argument(
        "--dossier", type=Path, default=ROOT, help="thư mục hồ sơ (mặc định: hồ sơ ở gốc)"
    )
    server.add_argument(
        "--audience",
        choices=list(Audience),
        default=Audience.STAFF,
        help="staff: có cả trang của cán bộ (mặc định); everyone: như mọi người thấy",
    )
    server.add_argument("--address", default=ADDRESS, help=f"mặc định: {ADDRESS}")
    release = commands.add_parser(
        "release", help="đóng gói trang đã dựng để mang đi, ví dụ bằng USB"
    )
    release.add_argument(
        "--dossier", type=Path, default=ROOT, help="thư mục hồ sơ (mặc định: hồ sơ ở gốc)"
    )
    release.add_argument("--key", type=Path, help="khóa riêng của OpenSSH để ký")
    release.add_argument(
        "--to", type=Path, default=ROOT / "releases", help="thư mục để ghi (mặc định: releases)"
    )
    sample = commands.add_parser("sample", help="viết một hồ sơ minh họa")
    sample.add_argument("--delegates", type=int, default=150, help="số đại biểu")
    sample.add_argument("folder", type=Path, help="thư mục mới để viết vào")
    commands.add_parser("schema", help="viết lại schema/ cho trình soạn thảo")
    csp = commands.add_parser("csp", help="in Content-Security-Policy cho máy chủ web")
    csp.add_argument("site", type=Path, help="thư mục trang đã dựng, ví dụ: site")
    chosen = parser.parse_args(arguments)
    runs = {
        "check": run_check,
        "build": run_build,
        "serve": run_serve,
        "release": run_release,
        "sample": run_sample,
        "schema": run_schema,
        "csp": run_csp,
    }
    return runs[chosen.command](chosen)


def run_check(chosen: argparse.Namespace) -> int:
    """Print every finding, or «không có lỗi»."""
    from conference.code_quality import report

    findings = open_publication(dossier_folder(chosen.dossier, chosen.data)).findings
    if chosen.format == "gitlab":
        sys.stdout.write(report(findings))
    else:
        lines = [str(finding) for finding in findings]
        if not has_errors(findings):
            lines.append("không có lỗi")
        sys.stdout.write("\n".join(lines) + "\n")
    return 1 if has_errors(findings) else 0


def run_build(chosen: argparse.Namespace) -> int:
    """Build a dossier's site/ and switch it in."""
    from conference.build import build
    from conference.leaks import leaks
    from conference.release import commit_of, write_release

    os.environ[VARIABLE] = chosen.audience  # for the builder, a process of its own
    folder, audience = dossier_folder(chosen.dossier), Audience(chosen.audience)
    commit = commit_of(folder)
    return build(
        chosen.dossier,
        faults=lambda site: leaks(site, folder.docs) if audience == Audience.EVERYONE else (),
        complete=lambda site: write_release(site, folder, audience, commit),
    )


def run_serve(chosen: argparse.Namespace) -> int:
    """Serve a dossier's site until it is stopped."""
    from conference.serving import serve

    os.environ[VARIABLE] = chosen.audience  # for the server, a process of its own
    return serve(chosen.dossier, chosen.address)


def run_release(chosen: argparse.Namespace) -> int:
    """Pack a dossier's site and print where; why it cannot be goes to standard error."""
    from conference.build.told import advice, label
    from conference.release_archive import NoRelease, pack

    site = chosen.dossier.absolute() / "site"
    try:
        archive = pack(site, chosen.to.absolute(), chosen.key)
    except NoRelease as reason:
        sys.stderr.write(f"{label(site)}: {reason}.\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"{advice(error, site)}\n")
        return 1
    sys.stdout.write(f"{label(archive)}\n")
    return 0


def run_sample(chosen: argparse.Namespace) -> int:
    """Write an invented dossier."""
    from conference.sample import write_sample

    try:
        write_sample(chosen.folder, chosen.delegates)
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"đã viết {chosen.folder}\n")
    return 0


def run_schema(_: argparse.Namespace) -> int:
    """Write schema/ anew from the models."""
    from conference.schema import write_schemas

    write_schemas(ROOT / "schema")
    return 0


def run_csp(chosen: argparse.Namespace) -> int:
    """Print the policy; what it would block goes to standard error."""
    from conference.csp import blocked, policy

    site = chosen.site
    if not any(site.glob("*.html")):
        sys.stderr.write(f"{site}: không có trang nào; hãy chạy make build trước\n")
        return 2
    try:
        problems, header = list(blocked(site)), policy(site)
    except (OSError, UnicodeError) as error:
        sys.stderr.write(f"{site}: không đọc được một trang ({type(error).__name__})\n")
        return 2
    sys.stderr.write("".join(f"{problem}\n" for problem in problems))
    sys.stdout.write(f"{header}\n")
    return 1 if problems else 0


if __name__ == "__main__":
    # A command makes records by the ten thousand and keeps them all: to look for garbage among them
    # takes 18 % of checking 15,000 delegates (2.45 s without, 3.0 s with, three runs each in turn).
    gc.disable()
    sys.exit(run())
