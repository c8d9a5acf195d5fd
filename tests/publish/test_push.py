"""A push as the pusher and the reader see it."""

import os
import re

from servers import Clerk, Reader, get, git


def test_a_good_push_is_shown_and_the_pusher_told_where(server, editor, web):
    with Reader(web) as reader:
        commit = editor.set_value(128)
        taken, said = editor.push()
    assert taken and f"Đã xuất bản bản {commit[:12]}. http://{web}" in said
    assert server.shown == commit[:12] == server.head()[:12]
    assert 'value="128"' in get(web, "/index.html").text
    assert reader.wrong == [] and reader.rounds


def test_a_bad_push_is_refused_with_the_line_and_changes_nothing(server, editor, web):
    before = server.head(), server.shown, get(web, "/index.html").body
    editor.set_value("mười")
    taken, said = editor.push()
    assert not taken
    assert "data/facts.yml:1:8: lỗi: cần một số, ví dụ: value: 28. [value]" in said
    assert "Không nhận lần đẩy này; trang đang xem không đổi." in said
    assert (server.head(), server.shown, get(web, "/index.html").body) == before
    assert list((server.home / "scratch").iterdir()) == []
    editor.set_value(7)  # and the next one goes through
    assert editor.push()[0] and server.value() == "7"


def test_faults_of_the_built_site_refuse_a_push(server, maintainer):
    script = maintainer.folder / "conference/__main__.py"
    whole = script.read_text("utf-8")
    for tag, told in {
        '<img src="http://elsewhere.invalid/x.png">': "gọi ra ngoài trang web",
        '<a href="khong-co.html">x</a>': "không có khong-co.html trong trang web",
        '<a href="#khong-co">x</a>': "không có chỗ #khong-co",
        '<a href="javascript:x()">x</a>': "gọi ra ngoài trang web",
        '<iframe src="index.html"></iframe>': "<iframe>",
        '<data data-figure="all" value="3">3</data>': "all ở đây là 3, ở figures.json là 100",
        '<b style="x">x</b>': "chính sách sẽ chặn style",
        "<script>evil()</script>": "đoạn script mà máy chủ web chưa cho chạy",
        "<p>Chìa khóa phòng chờ gửi ở bàn văn thư tầng trệt.</p>": "chỉ cán bộ xem",
    }.items():
        text = whole.replace("<h1", tag.replace("'", '"') + "<h1")
        script.write_text(text, "utf-8")
        maintainer.commit()
        taken, said = maintainer.push()
        assert not taken and told in said, said
        git(maintainer.folder, "reset", "--quiet", "--hard", "origin/main")
    assert server.value() == "100"


def test_pushes_at_once_are_shown_one_after_the_other_and_none_is_lost(server, tmp_path, web):
    clerks = [Clerk(server, tmp_path / f"clerk{number}") for number in range(4)]
    commits = [clerk.set_value(200 + number) for number, clerk in enumerate(clerks)]
    with Reader(web) as reader:
        pushes = [clerk.start_push() for clerk in clerks]
        said = [push.communicate()[0] for push in pushes]
    codes = [push.returncode for push in pushes]
    assert codes.count(0) == 1
    first = codes.index(0)
    assert server.head() == commits[first] and server.value() == str(200 + first)
    for words in said[:first] + said[first + 1 :]:
        assert "Người khác vừa xuất bản trước; hãy chạy git pull rồi đẩy lại." in words
    assert reader.wrong == []


def test_the_published_branch_only_goes_forward(server, editor, maintainer):
    first = server.head()
    editor.set_value(5)
    assert editor.push()[0]
    maintainer.set_value(6)  # on the commit before
    taken, said = maintainer.push("+HEAD:main")
    assert not taken and "không được đẩy đè (force)" in said
    taken, said = maintainer.push(":main")
    assert not taken and "Không được xóa nhánh main" in said
    assert server.value() == "5" and server.head() != first


def test_other_names_are_not_taken(server, editor, maintainer):
    for clerk, name in (
        (editor, "refs/tags/v1"),
        (editor, "refs/notes/x"),
        (maintainer, "refs/notes/x"),
    ):
        taken, said = clerk.push(f"HEAD:{name}")
        assert not taken and "chỉ đẩy nhánh" in said, name
    assert maintainer.push("HEAD:refs/tags/v1")[0]
    blob = git(maintainer.folder, "hash-object", "-w", "mkdocs.yml").strip()
    assert not maintainer.push(f"{blob}:refs/heads/x")[0]


def test_what_nobody_foresaw_shows_no_traceback(server, editor):
    (server.home / "scratch").rmdir()
    editor.set_value(5)
    taken, said = editor.push()
    assert not taken and "hãy báo người quản trị" in said and "Traceback" not in said
    (server.home / "scratch").mkdir()
    # What a build says that is no answer
    finish = server.home / "program/publish/finish.py"
    finish.write_text(
        finish.read_text("utf-8").replace("json.dump(told", "print('x'); json.dump(told"), "utf-8"
    )
    taken, said = editor.push()
    assert not taken and "đã ghi vào errors.log" in said and "Traceback" not in said
    assert "JSONDecodeError" in (server.home / "errors.log").read_text("utf-8")
    assert server.value() == "100"


def test_many_names_at_once_are_not_taken(server, editor):
    taken, said = editor.push(*(f"HEAD:refs/heads/x{number}" for number in range(11)))
    assert not taken and "tối đa 10 nhánh" in said


def test_a_huge_push_is_refused(server, editor):
    editor.write("docs/hinh.png", os.urandom(21 << 20))
    editor.commit()
    taken, said = editor.push()
    assert not taken and "docs/hinh.png:1:1: lỗi: tệp lớn quá 20 MB" in said
    git(server.home / "repository.git", "config", "receive.maxInputSize", str(1 << 20))
    assert not editor.push()[0]
    assert server.value() == "100"


def test_rollback_status_and_log_are_one_command_each(server, editor, web):
    first = server.shown
    commits = [editor.set_value(value) for value in (1, 2, 3)]
    assert editor.push()[0]
    last = commits[-1][:12]
    assert f"Đang xem: {last}" in server.run("status").stdout
    assert f"Đang xem bản {first}" in server.run("rollback").stdout
    assert server.shown == first and 'value="100"' in get(web, "/index.html").text
    status = server.run("status").stdout
    assert f"Nhánh main đang ở {last}: đã quay lại bản trước" in status
    assert server.run("recover").stdout == "Không có gì phải sửa.\n" and server.shown == first
    server.run("rollback", last[:6])
    assert server.shown == last
    lines = server.run("log").stdout.splitlines()
    assert [re.split(" {2}", line)[1:] for line in lines] == [
        ["quay lại", last, "root"],
        ["quay lại", first, "root"],
        ["xuất bản", last, "binh"],
        ["xuất bản", first, "init"],
    ] or "root" not in lines[0]
    assert server.run("rollback", "ffffff", check=False).returncode == 1
    editor.set_value(4)
    assert editor.push()[0] and server.value() == "4"


def test_the_last_releases_stay_reachable_and_older_ones_go(server, editor, web):
    pages = [get(web, "/index.html").text]
    for value in range(1, 7):
        editor.set_value(value)
        assert editor.push()[0]
        pages.append(get(web, "/index.html").text)
    scripts = [re.search(r'src="([^"]+)"', page)[1] for page in pages]
    assert [get(web, f"/{script}").status for script in scripts] == [
        404,
        404,
        200,
        200,
        200,
        200,
        200,
    ]
    assert len(list((server.home / "releases").iterdir())) == 5


def test_pages_of_one_size_and_second_are_not_taken_for_the_same(server, editor, web):
    page = get(web, "/index.html")
    for value in (101, 102, 103):
        editor.set_value(value)
        assert editor.push()[0]
        again = get(web, "/index.html", If_None_Match=page.headers["etag"])
        assert again.status == 200 and f'value="{value}"' in again.text
        unchanged = get(web, "/index.html", If_None_Match=again.headers["etag"])
        assert unchanged.status == 304
        page = again
