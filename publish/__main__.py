"""The commands of a publishing server: `bin/publish COMMAND` in its folder."""

from __future__ import annotations

import argparse
import getpass
import subprocess
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from publish import connection, journal, lock, store
from publish.home import Home, Refused, WrongHome
from publish.repository import head_of, remove_left_locks, tidy
from publish.roles import Role

_UNFORESEEN = (
    "Máy chủ gặp lỗi chưa lường trước, đã ghi vào errors.log; hãy báo người quản trị. "
    "Trang đang xem không đổi.\n"
)
ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it was done."""
    chosen = _parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen.home and Home(chosen.home.absolute()), chosen) or 0)
    except (WrongHome, Refused, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except subprocess.CalledProcessError as error:
        sys.stderr.write(f"Lệnh không chạy được: {' '.join(map(str, error.cmd))}\n")
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="publish", description="Máy chủ xuất bản")
    parser.add_argument("--home", type=Path, help=argparse.SUPPRESS)
    commands = parser.add_subparsers(required=True, metavar="LỆNH")

    def command(name: str, run: Callable[..., object], about: str) -> argparse.ArgumentParser:
        found = commands.add_parser(name, help=about)
        found.set_defaults(run=run)
        return found

    one = command(
        "init", _init, "dựng máy chủ trong một thư mục, hoặc chuyển mã của nó sang bản khác"
    )
    one.add_argument("folder", type=Path, help="thư mục của máy chủ")
    one.add_argument("--source", type=Path, default=ROOT, help="kho git của dự án")
    one.add_argument("--commit", default="HEAD", help="bản nào của dự án")
    one.add_argument("--python", default="", help="Python đã có đủ gói; không có thì tự cài")
    one.add_argument("--wheelhouse", default="", help="thư mục gói để cài không cần mạng")
    for name, about in (
        ("dossier", "hồ sơ được xuất bản"),
        ("site", "địa chỉ người đọc mở"),
        ("staff-site", "địa chỉ cán bộ mở"),
        ("listen", "nginx nghe ở đâu cho người đọc"),
        ("staff-listen", "nginx nghe ở đâu cho cán bộ"),
    ):
        one.add_argument(f"--{name}", help=about)

    command("status", _status, "đang xem bản nào, còn giữ bản nào")
    command("log", _log, "đã xuất bản những gì, lúc nào, ai đẩy")
    one = command("rollback", _rollback, "hiện lại bản trước, hoặc bản được nêu")
    one.add_argument("release", nargs="?", default="")
    command("recover", _recover, "sau khi mất điện: đưa về đúng bản nhật ký ghi")
    command("web", _web, "viết lại cấu hình nginx sau khi sửa publish.toml")
    one = command("allow", _allow, "cho phép đoạn script của mã mới")
    one.add_argument("scripts", nargs="+")
    one = command("add-key", _add_key, "cho một người đẩy bằng khóa của họ")
    one.add_argument("who")
    one.add_argument("role", type=Role, choices=list(Role))
    one.add_argument("key", type=Path, help="tệp khóa công khai (.pub)")
    one = command("remove-key", _remove_key, "không cho một người đẩy nữa")
    one.add_argument("who")
    one = command("serve", _serve, "(sshd gọi) nhận một kết nối")
    one.add_argument("who")
    one.add_argument("role")
    one = command("hook", _hook, "(git gọi) xét một lần đẩy")
    one.add_argument("hook", choices=("pre-receive", "post-receive"))
    return parser


def _init(_: Home | None, chosen: argparse.Namespace) -> None:
    from publish.init import init

    names = ("dossier", "site", "staff_site", "listen", "staff_listen")
    values = {name: getattr(chosen, name) for name in names if getattr(chosen, name) is not None}
    home = Home(chosen.folder.absolute())
    said = init(home, chosen.source, chosen.commit, values, chosen.python, chosen.wheelhouse)
    print(said)


def _status(home: Home, _: argparse.Namespace) -> None:
    settings = home.settings()
    shown, head = store.current(home), head_of(home.repository, settings.branch)
    entry = next((e for e in reversed(journal.entries(home.journal)) if e.release == shown), None)
    print(f"Đang xem: {shown or 'chưa có'}" + (f" (từ {entry.time}, {entry.who})" if entry else ""))
    if head and store.release_id(head) != shown:
        print(
            f"Nhánh {settings.branch} đang ở {store.release_id(head)}: đã quay lại bản trước, hoặc chưa hiện."
        )
    print("Còn giữ: " + ", ".join(store.kept(home)))
    previews = sorted(path.name for path in home.previews.iterdir() if path.is_symlink())
    print("Bản xem thử: " + (", ".join(previews) or "không có"))


def _log(home: Home, _: argparse.Namespace) -> None:
    done = {journal.PUBLISHED: "xuất bản", journal.ROLLED_BACK: "quay lại"}
    for entry in reversed(journal.entries(home.journal)):
        print(f"{entry.time}  {done.get(entry.what, entry.what)}  {entry.release}  {entry.who}")


def _rollback(home: Home, chosen: argparse.Namespace) -> int:
    with lock.held(home):
        shown, kept = store.current(home), store.kept(home)
        others = [name for name in kept if name != shown]
        wanted = (
            [name for name in kept if name.startswith(chosen.release)]
            if chosen.release
            else others[:1]
        )
        if len(wanted) != 1:
            sys.stderr.write(f"Không rõ bản nào; còn giữ: {', '.join(kept)}.\n")
            return 1
        store.show(home, wanted[0], getpass.getuser(), journal.ROLLED_BACK)
    print(f"Đang xem bản {wanted[0]}. Lần đẩy sau lên nhánh chính sẽ hiện bản mới.")
    return 0


def _recover(home: Home, _: argparse.Namespace) -> None:
    with lock.held(home):
        settings = home.settings()
        remove_left_locks(home.repository)
        tidy(home.repository)
        print(
            store.recover(home, head_of(home.repository, settings.branch))
            or "Không có gì phải sửa."
        )


def _web(home: Home, _: argparse.Namespace) -> None:
    from publish.nginx import write_web

    write_web(home, home.settings())
    print(f"Đã viết {home.web / 'nginx.conf'}; hãy chạy nginx -t rồi nginx -s reload.")


def _allow(home: Home, chosen: argparse.Namespace) -> None:
    from publish.init import allow

    allow(home, chosen.scripts)
    print("Đã cho phép; hãy tải lại nginx rồi đẩy lại.")


def _add_key(home: Home, chosen: argparse.Namespace) -> None:
    connection.add_key(home, chosen.who, chosen.role, chosen.key.read_text("utf-8"))
    print(f"{chosen.who} đẩy được, vai trò {chosen.role}.")


def _remove_key(home: Home, chosen: argparse.Namespace) -> None:
    print(f"Đã bỏ {connection.remove_keys(home, chosen.who)} khóa của {chosen.who}.")


def _serve(home: Home, chosen: argparse.Namespace) -> None:
    connection.serve(home, chosen.who, chosen.role)


def _hook(home: Home, chosen: argparse.Namespace) -> int:
    from publish.hooks import post_receive, pre_receive

    try:
        return (pre_receive if chosen.hook == "pre-receive" else post_receive)(home, sys.stdin)
    except Exception:  # whatever it is: no editor is shown a traceback, and the push is not taken
        with (home.root / "errors.log").open("a", encoding="utf-8") as log:
            log.write(f"{journal.now()}\n{traceback.format_exc()}")
        sys.stderr.write(_UNFORESEEN)
        return 1


if __name__ == "__main__":
    sys.exit(main())
