"""Setting a server up, and bringing its code up to date."""

import shutil
import sys

from servers import git


def init(server, project, *options):
    command = ["init", str(server.home), "--source", str(project), "--python", sys.executable]
    return server.run(*command, *options).stdout


def test_again_brings_other_code_and_leaves_what_is_shown_and_typed(
    server, editor, project, tmp_path
):
    newer = tmp_path / "newer"
    shutil.copytree(project, newer)
    (newer / "publish/new.py").write_text("x = 1\n")
    git(newer, "add", "-A")
    git(newer, "commit", "--quiet", "-m", "newer")
    commit = git(newer, "rev-parse", "HEAD").strip()
    settings = server.home / "publish.toml"
    settings.write_text(
        settings.read_text("utf-8").replace("keep = 5", "keep = 3 # ít thôi"), "utf-8"
    )
    shown, head, keys = server.shown, server.head(), (server.home / "authorized_keys").read_text()
    assert init(server, newer) == f"Đã chuyển mã của máy chủ sang bản {commit[:12]}.\n"
    assert (server.home / "program/publish/new.py").is_file()
    assert (server.shown, server.head()) == (shown, head)
    assert (server.home / "authorized_keys").read_text() == keys
    assert "keep = 3 # ít thôi" in settings.read_text("utf-8")
    editor.set_value(8)
    assert editor.push()[0] and server.value() == "8"


def test_the_hooks_code_does_not_change_by_a_push(server, maintainer):
    (maintainer.folder / "publish/hooks.py").write_text("raise SystemExit(0)\n")
    maintainer.commit()
    assert maintainer.push()[0]
    maintainer.set_value("mười")
    assert not maintainer.push()[0]


def test_packages_the_server_does_not_have_are_told(server, maintainer, project, tmp_path):
    newer = tmp_path / "newer"
    shutil.copytree(project, newer)
    (newer / "requirements.txt").write_text("x==1\n")
    git(newer, "add", "-A")
    git(newer, "commit", "--quiet", "-m", "newer")
    init(server, newer)
    maintainer.write("requirements.txt", "x==2\n")
    maintainer.commit()
    taken, said = maintainer.push()
    assert not taken and "requirements.txt đã đổi" in said


def test_a_wrong_key_or_name_is_told_and_written_nowhere(server, tmp_path):
    key = tmp_path / "x.pub"
    keys = (server.home / "authorized_keys").read_text()
    good = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIabcd an@x\n"
    for who, text in (
        ("An", good),
        ('an",command="sh', good),
        ("an", "-----BEGIN OPENSSH PRIVATE KEY-----\n"),
        ("an", f'command="sh" {good}'),
        ("an", good + good),
        ("an", ""),
    ):
        key.write_text(text)
        done = server.run("add-key", who, "editor", str(key), check=False)
        assert done.returncode == 1 and done.stderr and "Traceback" not in done.stderr
    assert (server.home / "authorized_keys").read_text() == keys
