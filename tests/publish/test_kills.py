"""Killed at any moment: readers see one release or the other, whole; the next push goes through."""

import random
import subprocess

from servers import Reader, git

KILLS = 50


def test_fifty_kills_under_a_reader(server, editor, web):
    """The whole server's side of a push is killed at a random moment of it, fifty times."""
    chance = random.Random(13)
    editor.set_value(1000)
    started = git_clock()
    assert editor.push()[0]
    span = 1.2 * (git_clock() - started)
    ends = {"cut": 0, "taken": 0}
    with Reader(web) as reader:
        for number in range(KILLS):
            commit = editor.set_value(2000 + number)
            push = editor.start_push()
            try:
                push.communicate(timeout=chance.uniform(0, 1) * span)
            except subprocess.TimeoutExpired:
                server.kill_pushes()
                push.communicate()
            server.pids.unlink(missing_ok=True)
            taken = server.head() == commit
            ends["taken" if taken else "cut"] += 1
            span *= 0.8 if taken else 1.2  # how fast the machine is may change on the way
            assert (server.home / "current/everyone/index.html").is_file()
            if taken:  # whether it is shown already or not: the next command brings it there
                server.run("recover")
                assert server.value() == str(2000 + number)
            else:
                git(editor.folder, "reset", "--quiet", "--hard", "origin/main")
            fetch(editor)
    assert reader.wrong == [] and reader.rounds > KILLS
    assert min(ends.values()) >= 5, ends
    last = editor.set_value(9999)
    assert editor.push()[0] and server.shown == last[:12] and server.value() == "9999"
    assert list((server.home / "scratch").iterdir()) == []
    assert len(list((server.home / "releases").iterdir())) <= 5


def fetch(clerk):
    """Bring a clone to what the server has."""
    for command in (["fetch", "--quiet"], ["reset", "--quiet", "--hard", "origin/main"]):
        subprocess.run(["git", "-C", clerk.folder, *command], env=clerk.environment, check=True)


def git_clock() -> float:
    """The time, to know how long one push takes here: moments to kill at are chosen within it."""
    import time

    return time.monotonic()


def test_cut_off_between_taking_and_showing_the_next_command_shows_it(server, editor):
    hook = server.home / "repository.git/hooks/post-receive"
    hook.write_text("#!/bin/sh\nkill -9 $$\n")
    commit = editor.set_value(7)
    editor.push()
    assert server.head() == commit and server.value() == "100"
    assert f"Đã hiện bản {commit[:12]}" in server.run("recover").stdout
    assert server.value() == "7"


def test_a_name_that_a_killed_git_left_locked_stops_nobody(server, editor):
    for name in ("refs/heads/main.lock", "packed-refs.lock"):
        (server.home / "repository.git" / name).touch()
    editor.set_value(7)
    taken, said = editor.push()
    assert taken and server.value() == "7", said


def test_a_line_of_the_journal_cut_by_a_power_cut_is_no_line(server, editor):
    first = server.shown
    editor.set_value(7)
    assert editor.push()[0]
    second = server.shown
    with (server.home / "journal.jsonl").open("a") as journal:
        journal.write('{"time": "2022-12-01T08:00:00+07:00", "what": "pub')
    assert server.run("recover").stdout == "Không có gì phải sửa.\n" and server.shown == second
    server.run("rollback")
    assert server.shown == first
    assert server.run("recover").stdout == "Không có gì phải sửa.\n" and server.shown == first


def test_a_link_that_is_lost_or_older_than_the_journal_is_put_right(server, editor):
    first = server.shown
    editor.set_value(7)
    assert editor.push()[0]
    second, link = server.shown, server.home / "current"
    link.unlink()
    assert "Đã hiện lại bản" in server.run("recover").stdout and server.shown == second
    link.unlink()
    link.symlink_to(f"releases/{first}")
    server.run("recover")
    assert server.shown == second


def test_all_is_on_the_disk_before_the_link_moves(tmp_path, monkeypatch):
    """What a power cut may take: nothing of a release that is shown."""
    import os
    from pathlib import Path

    from publish import store
    from publish.home import Home

    home, done = Home(tmp_path), []
    for folder in (home.releases, home.work):
        folder.mkdir()
    made = home.work / "made"
    (made / "everyone/assets").mkdir(parents=True)
    for name in ("everyone/index.html", "everyone/assets/app.js"):
        (made / name).write_text("x")
    number_of = {}

    def noted(name, original, target):
        def call(*arguments, **named):
            done.append((name, target(*arguments)))
            return original(*arguments, **named)

        return call

    def real(descriptor, *_):
        return str(Path(f"/proc/self/fd/{descriptor}").readlink()).replace(str(home.root), "")

    monkeypatch.setattr(os, "fsync", noted("sync", os.fsync, real))
    for method in ("rename", "replace"):
        moved = noted(
            "move",
            getattr(Path, method),
            lambda one, other: f"{one}→{other}".replace(str(home.root), ""),
        )
        monkeypatch.setattr(Path, method, moved)
    name = store.admit(home, made, "a" * 40)
    store.show(home, name, "an")
    moves = [index for index, (what, _) in enumerate(done) if what == "move"]
    admitted, shown = moves[-2], moves[-1]
    synced = {path for what, path in done[:admitted] if what == "sync"}
    files = {
        f"/scratch/made/{n}"
        for n in (
            "everyone/index.html",
            "everyone/assets/app.js",
            "about.json",
            "everyone",
            "everyone/assets",
        )
    }
    assert files | {"/scratch/made"} <= synced, (files - synced, number_of)
    between = [path for what, path in done[admitted:shown] if what == "sync"]
    assert between == ["/releases", "/journal.jsonl"]
    assert done[-1] == ("sync", "")
