"""`python -m conference check` and the project's other commands, for editors and the Makefile."""

from __future__ import annotations

import argparse
import gc
import io
import sys
from pathlib import Path
from typing import NoReturn

from conference.findings import has_errors
from conference.folders import ROOT, dossier_folder
from conference.publication import open_publication


class _Parser(argparse.ArgumentParser):
    """Tells wrong use in Vietnamese, with exit code 2."""

    def error(self, message: str) -> NoReturn:
        """The library's own message is English; the names it would quote are in the help."""
        self.exit(2, f"dùng sai lệnh; gõ «{self.prog} --help» để xem cách dùng.\n")


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit code is 0 when all is well, 1 on errors, 2 for wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # whatever the terminal or the pipe is set to
    parser = _Parser(prog="python -m conference", description="Hồ sơ hội nghị")
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    checker = commands.add_parser("check", help="kiểm tra dữ liệu và các trang")
    checker.add_argument("--dossier", type=Path, help="thư mục hồ sơ (mặc định: hồ sơ ở gốc)")
    checker.add_argument("--data", type=Path, help="dữ liệu khác của cùng hội nghị")
    sample = commands.add_parser("sample", help="viết một hồ sơ minh họa")
    sample.add_argument("--delegates", type=int, default=150, help="số đại biểu")
    sample.add_argument("folder", type=Path, help="thư mục mới để viết vào")
    commands.add_parser("schema", help="viết lại schema/ cho trình soạn thảo")
    csp = commands.add_parser("csp", help="in Content-Security-Policy cho máy chủ web")
    csp.add_argument("site", type=Path, help="thư mục trang đã dựng, ví dụ: site")
    chosen = parser.parse_args(arguments)
    runs = {"check": run_check, "sample": run_sample, "schema": run_schema, "csp": run_csp}
    return runs[chosen.command](chosen)


def run_check(chosen: argparse.Namespace) -> int:
    """Print every finding, or «không có lỗi»."""
    findings = open_publication(dossier_folder(chosen.dossier, chosen.data)).findings
    lines = [str(finding) for finding in findings]
    if not has_errors(findings):
        lines.append("không có lỗi")
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if has_errors(findings) else 0


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
    sys.exit(main())
