"""What may be typed behind `python -m conference`: the commands and their options, told in Vietnamese."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, NoReturn

from conference.audience import Audience, chosen_audience
from conference.folders import ROOT
from conference.serving import ADDRESS


class _Parser(argparse.ArgumentParser):
    """Tells wrong use in Vietnamese, with exit code 2."""

    def error(self, message: str) -> NoReturn:
        """The library's own message is English; the names it would quote are in the help."""
        self.exit(2, f"dùng sai lệnh; gõ «{self.prog} --help» để xem cách dùng.\n")


def command_line() -> argparse.ArgumentParser:
    """Make what reads the words; the name of the command is its `command`."""
    parser = _Parser(prog="python -m conference", description="Hồ sơ hội nghị")
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    _add_check(commands)
    _add_build(commands)
    _add_serve(commands)
    _add_release(commands)
    _add_sample(commands)
    commands.add_parser("schema", help="viết lại schema/ cho trình soạn thảo")
    _add_csp(commands)
    return parser


def _add_check(commands: Any) -> None:
    checker = commands.add_parser("check", help="kiểm tra dữ liệu và các trang")
    checker.add_argument("--dossier", type=Path, help="thư mục hồ sơ (mặc định: hồ sơ ở gốc)")
    checker.add_argument("--data", type=Path, help="dữ liệu khác của cùng hội nghị")
    checker.add_argument(
        "--format",
        choices=("text", "gitlab"),
        default="text",
        help="gitlab: báo cáo Code Quality của GitLab, thay cho các dòng chữ",
    )


def _add_build(commands: Any) -> None:
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


def _add_serve(commands: Any) -> None:
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


def _add_release(commands: Any) -> None:
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


def _add_sample(commands: Any) -> None:
    sample = commands.add_parser("sample", help="viết một hồ sơ minh họa")
    sample.add_argument("--delegates", type=int, default=150, help="số đại biểu")
    sample.add_argument("folder", type=Path, help="thư mục mới để viết vào")


def _add_csp(commands: Any) -> None:
    csp = commands.add_parser("csp", help="in Content-Security-Policy cho máy chủ web")
    csp.add_argument("site", type=Path, help="thư mục trang đã dựng, ví dụ: site")
