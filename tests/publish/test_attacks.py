"""What an editor may push, and what a page or a data file may try: each attack, and what became of it.

An attack is a push of an editor's. It is refused with a sentence, or shown as harmless text; either way no
secret of the server's is in anything that is shown, and nothing was written outside the site.
"""

import json
import os
import subprocess

import pytest
from servers import SETTINGS, git

SECRET = "bi-mat-cua-may-chu"
FACTS = "value: 100\n"


def attack(name, files=None, *, raw=None, taken=False, told=""):
    """A case: files to write, or a call that makes the commit; whether it is taken; what is said."""
    return pytest.param(files, raw, taken, told, id=name)


def entries(*lines: str):
    """A commit whose tree has entries git would not write: «mode name → content»."""

    def make(clerk):
        listed = git(clerk.folder, "ls-tree", "HEAD").splitlines()
        for line in lines:
            mode, name, content = json.loads(line)
            if mode == "160000":
                listed.append(
                    f"160000 commit {git(clerk.folder, 'rev-parse', 'HEAD').strip()}\t{name}"
                )
                continue
            blob = git(clerk.folder, "hash-object", "-w", "--stdin", input=content).strip()
            listed = [one for one in listed if one.split("\t")[1] != name]
            if "/" in name:
                folder, name = name.split("/")
                below = f"{mode} blob {blob}\t{name}\0"
                old = git(clerk.folder, "ls-tree", "-z", f"HEAD:{folder}")
                tree = git(clerk.folder, "mktree", "-z", input=old + below).strip()
                listed = [one for one in listed if one.split("\t")[1] != folder]
                listed.append(f"040000 tree {tree}\t{folder}")
            else:
                listed.append(f"{mode} blob {blob}\t{name}")
        tree = git(clerk.folder, "mktree", "-z", input="\0".join(listed) + "\0").strip()
        commit = git(clerk.folder, "commit-tree", tree, "-p", "HEAD", "-m", "x").strip()
        git(clerk.folder, "update-ref", "HEAD", commit)

    return make


def entry(mode, name, content):
    return json.dumps([mode, name, content])


NAV = SETTINGS.split("nav:")[0]
ROLE, ONLY_NAV = "[push-role]", "biên tập viên chỉ được sửa mục nav"
ATTACKS = [
    # Code and what steers it
    attack("code", {"conference/__main__.py": "import os\n"}, told=ROLE),
    attack("code-of-the-server", {"publish/roles.py": "\n"}, told=ROLE),
    attack("macros", {"macros.py": "x = 1\n"}, told=ROLE),
    attack("mkdocs-hooks", {"hooks.py": "x = 1\n"}, told=ROLE),
    attack("templates", {"overrides/main.html": "{{ config }}\n"}, told=ROLE),
    attack("site-packages", {"sitecustomize.py": "x = 1\n"}, told=ROLE),
    attack("requirements", {"requirements.txt": "evil\n"}, told=ROLE),
    attack("makefile", {"Makefile": "all:\n"}, told=ROLE),
    attack("ci", {".github/workflows/x.yml": "on: push\n"}, told=ROLE),
    attack("git-hooks", {"hooks/post-checkout": "#!/bin/sh\n"}, told=ROLE),
    attack("git-filter", {".gitattributes": "*.md filter=evil\n"}, told=ROLE),
    attack("git-filter-below", {"docs/.gitattributes": "*.md filter=evil\n"}, told=ROLE),
    attack("submodule-settings", {".gitmodules": '[submodule "x"]\n\tpath = x\n\turl = ./x\n'}, told=ROLE),
    attack("code-among-pages", {"docs/x.py": "x = 1\n"}, told=ROLE),
    attack("script-among-pages", {"docs/x.js": "alert(1)\n"}, told=ROLE),
    attack("svg-with-script", {"docs/x.svg": "<svg><script>alert(1)</script></svg>\n"}, told=ROLE),
    attack("ready-made-page", {"docs/x.html": "<script>alert(1)</script>\n"}, told=ROLE),
    attack("style", {"docs/x.css": "@import 'http://elsewhere.invalid/';\n"}, told=ROLE),
    attack("python-data", {"data/x.py": "x = 1\n"}, told=ROLE),
    # Settings
    attack("other-setting", {"mkdocs.yml": SETTINGS + "hooks: [docs/x.py]\n"}, told=ONLY_NAV),
    attack("changed-plugin", {"mkdocs.yml": SETTINGS.replace("search: {}", "macros: {}")}, told=ONLY_NAV),
    attack("setting-twice", {"mkdocs.yml": SETTINGS + "plugins: {search: {}}\nplugins: {macros: {}}\n"}, told="không đọc được"),
    attack("removed-setting", {"mkdocs.yml": SETTINGS.replace("site_name: x\n", "")}, told=ONLY_NAV),
    attack("environment-in-nav", {"mkdocs.yml": NAV + "nav: [!ENV HOME]\n"}, told="không dùng dấu ! của YAML"),
    attack("python-in-nav", {"mkdocs.yml": NAV + "nav: [!!python/name:os.system ]\n"}, told="không dùng dấu ! của YAML"),
    attack("include-in-nav", {"mkdocs.yml": NAV + "nav: [!include /etc/passwd]\n"}, told="không dùng dấu ! của YAML"),
    attack("laughs-in-nav", {"mkdocs.yml": NAV + "nav: [&a [x,x], *a, *a]\n"}, told="không dùng dấu & và *"),
    attack("deep-nav", {"mkdocs.yml": NAV + "nav: " + "[" * 20000 + "]" * 20000 + "\n"}, told="[push-role]"),
    attack("merge-key", {"mkdocs.yml": SETTINGS + "<<: {hooks: [x.py]}\n"}, told=ROLE),
    attack("huge-settings", {"mkdocs.yml": SETTINGS + "# x\n" * 30000}, told="64 kB"),
    # Names and kinds of files
    attack("link-to-a-file", raw=entries(entry("120000", "docs/hinh.png", "/etc/passwd")), told="symlink"),
    attack("link-to-a-folder", raw=entries(entry("120000", "data/x", "/etc")), told="symlink"),
    attack("link-instead-of-docs", raw=entries(entry("120000", "docs", "/etc")), told="symlink"),
    attack("submodule", raw=entries(entry("160000", "kho", "")), told="submodule"),
    attack("runs-as-a-program", raw=entries(entry("100755", "docs/x.png", "#!/bin/sh")), told=ROLE),
    attack("newline-in-a-name", {"docs/a\nlỗi: b.md": "# x\n"}, told="ký tự lạ"),
    attack("terminal-in-a-name", {"docs/\x1b[2Ja.md": "# x\n"}, told="ký tự lạ"),
    attack("backslash-in-a-name", {"docs/..\\x.md": "# x\n"}, told="ký tự lạ"),
    attack("dot-at-the-end", {"docs/x.md.": "# x\n"}, told="ký tự lạ"),
    attack("upwards", raw=entries(entry("100644", "..", "x")), told=""),
    attack("git-folder", raw=entries(entry("100644", ".git", "x")), told=""),
    attack("git-folder-in-capitals", raw=entries(entry("100644", "docs/.GIT", "x")), told=""),
    attack("same-name-in-capitals", {"docs/INDEX.md": "# x\n"}, told="chữ hoa, chữ thường"),
    attack("lfs", {"docs/x.pdf": "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"}, told="git-lfs"),
    attack("long-name", {f"docs/{'x' * 210}.md": "# x\n"}, told="dài quá"),
    attack("many-files", raw=lambda clerk: [clerk.write(f"docs/x{n}.md", "x") for n in range(5001)], told="nhiều hơn 5000"),
    # What is fine, and shows nothing
    attack("a-page", {"docs/moi.md": "# Mới\n\nChữ.\n"}, taken=True),
    attack("a-picture", {"docs/hinh.png": b"\x89PNG"}, taken=True),
    attack("nav", {"mkdocs.yml": SETTINGS.replace("Tổng quan", "Trang đầu")}, taken=True),
]  # fmt: skip


@pytest.fixture(scope="module")
def target(tmp_path_factory, seed):
    """A server that all attacks are aimed at, with a secret in its environment and its folder."""
    from servers import Clerk

    folder = tmp_path_factory.mktemp("target")
    server = seed.copy(folder / "home")
    (server.home / "secret.txt").write_text(SECRET)
    clerk = Clerk(server, folder / "clerk")
    yield server, clerk
    server.close()


@pytest.mark.parametrize(("files", "raw", "taken", "told"), ATTACKS)
def test_an_attack_does_nothing(target, files, raw, taken, told):
    server, clerk = target
    before = server.head(), server.shown
    for name, content in (files or {}).items():
        clerk.write(name, content)
    if raw:
        raw(clerk)
    if not git(clerk.folder, "log", "origin/main..HEAD", "--oneline").strip():
        clerk.commit()
    was_taken, said = clerk.push()
    try:
        assert was_taken == taken, said
        assert told in said and "Traceback" not in said and "\x1b" not in said
        if not taken:
            assert (server.head(), server.shown) == before
    finally:
        reset = ["git", "-C", clerk.folder, "reset", "--quiet", "--hard", server.head()]
        subprocess.run(reset, check=True)
        subprocess.run(["git", "-C", clerk.folder, "clean", "-qfdx"], check=True)
    assert sorted(path.name for path in server.home.iterdir()) == FOLDERS
    assert list((server.home / "scratch").iterdir()) == []


FOLDERS = sorted(
    [
        "authorized_keys",
        "bin",
        "current",
        "empty",
        "journal.jsonl",
        "lock",
        "preview-sites",
        "previews",
        "program",
        "programs",
        "publish.toml",
        "releases",
        "repository.git",
        "scratch",
        "secret.txt",
        "ssh",
        "systemd",
        "web",
    ]
)


def test_who_a_commit_names_counts_for_nothing(server, editor):
    editor.write("hooks.py", "x = 1\n")
    git(editor.folder, "add", "-A")
    named = ["-c", "user.name=chi", "-c", "user.email=chi@example.invalid"]
    subprocess.run(["git", "-C", editor.folder, *named, "commit", "-qm", "x"], check=True)
    taken, said = editor.push()
    assert not taken and "hooks.py:1:1: lỗi: không được thêm" in said


@pytest.mark.parametrize(
    "asked",
    ["", "sh", "git-shell", "git-receive-pack", "git-receive-pack 'a' 'b'", "git-upload-archive 'x'",
     "git-receive-pack 'x'; id", "git-upload-pack --upload-pack=id 'x'", "scp -f /etc/passwd", "git-receive-pack 'x"],
)  # fmt: skip
def test_a_connection_can_fetch_and_push_and_nothing_else(server, asked):
    environment = {"PATH": os.defpath, "SSH_ORIGINAL_COMMAND": asked}
    command = [server.home / "bin/publish", "serve", "binh", "editor"]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 128 and done.stdout == ""
    assert done.stderr == "Máy này chỉ nhận git fetch và git push.\n"


def test_without_a_key_nothing_is_taken(server, editor):
    commit = editor.set_value(5)
    push = [
        "git",
        "-C",
        editor.folder,
        "push",
        str(server.home / "repository.git"),
        f"{commit}:main",
    ]
    done = subprocess.run(push, capture_output=True, text=True)
    assert done.returncode and "Không rõ ai đẩy" in done.stderr and server.value() == "100"
    server.run("remove-key", "binh")
    assert not editor.push()[0] and server.value() == "100"


def test_editors_never_build_with_code_of_their_own(server, editor, maintainer):
    """A branch from an older state is built with the code that is released now."""
    script = maintainer.folder / "conference/__main__.py"
    script.write_text(script.read_text("utf-8").replace("<h1", "<p>Mã mới.</p><h1"), "utf-8")
    maintainer.commit()
    assert maintainer.push()[0]
    editor.set_value(33)  # on the state before
    taken, said = editor.push("HEAD:refs/heads/de-nghi")
    assert taken and "xem-thu/de-nghi/index.html" in said
    page = (server.home / "previews/de-nghi/index.html").read_text("utf-8")
    assert "Mã mới." in page and 'value="33"' in page
