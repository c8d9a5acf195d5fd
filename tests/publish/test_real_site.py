"""A dossier of the project itself, published: in a real browser nothing is of another release or blocked."""

import re
import shutil
import subprocess

import pytest
from folders import PLAN, ROOT, settings_of
from playwright.sync_api import expect
from servers import Clerk, Server, get, git, nginx


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """The project as it is, with the plan kept for the tests as its dossier, set up and served."""
    folder = tmp_path_factory.mktemp("real")
    project = folder / "project"
    project.mkdir()
    listed = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z", "-co", "--exclude-standard"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (
            not name.startswith(("tests/", "data/", "docs/", "examples/"))
            and (ROOT / name).is_file()
        ):
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, project / name)
    for name in ("data", "docs"):
        shutil.copytree(PLAN / name, project / name)
    (project / "mkdocs.yml").write_text(settings_of(PLAN), "utf-8")
    git(project, "init", "--quiet", "--initial-branch=main")
    git(project, "add", "-A")
    git(project, "commit", "--quiet", "-m", "first")
    server = Server(folder / "home")
    server.set_up(project)
    with nginx(server, folder / "nginx"):
        yield server, Clerk(server, folder / "clerk")
    server.close()


def test_a_page_loads_nothing_of_another_release_however_long_its_tab_is_open(real, browser):
    server, clerk = real
    first = server.shown
    page = browser.new_page()
    wrong, asked = [], []
    page.on("console", lambda message: message.type == "error" and wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"http://{server.address}/ke-hoach.html", wait_until="load")
    # Meanwhile somebody publishes.
    path = clerk.folder / "docs/ke-hoach.md"
    path.write_text(path.read_text("utf-8") + "\nMột đoạn thêm vào cuối kế hoạch.\n", "utf-8")
    clerk.commit()
    taken, said = clerk.push()
    assert taken, said
    second = server.shown
    assert second != first
    page.locator("data.figure, .figure").first.dispatch_event("click")
    page.locator("[name=query]").click()
    page.locator("[name=query]").fill("dan van")
    page.keyboard.press("End")
    result = page.locator(".md-search-result__link").first
    expect(result).to_be_visible()
    loaded = {url for url in asked if not url.endswith(".html")}
    assert len(loaded) > 5
    assert [url for url in loaded if f"/_/{first}/" not in url] == []
    assert any("search_index" in url or "/search/" in url for url in loaded), sorted(loaded)
    result.click()
    page.wait_for_load_state("load")
    assert re.fullmatch(rf"http://{server.address}/[a-z0-9-]+\.html(\?.*)?(#.*)?", page.url)
    page.reload()
    assert second in page.content() and first not in page.content()
    assert wrong == []
    page.close()


def test_every_page_and_file_of_the_site_is_served(real):
    server, _ = real
    site = server.home / "current/everyone"
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix != ".gz":
            name = path.relative_to(site).as_posix()
            if path.suffix == ".html":
                assert get(server.address, f"/{name}").body == path.read_bytes()
            else:
                assert get(server.address, f"/_/{server.shown}/{name}").body == path.read_bytes(), (
                    name
                )


def test_a_clerks_mistake_is_told_at_its_line(real):
    server, clerk = real
    shown = server.shown
    path = clerk.folder / "data/awards.yml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"stated: (\d+)", "stated: nhiều", text, count=1), "utf-8")
    clerk.commit()
    taken, said = clerk.push()
    assert not taken and re.search(r"(?m)^data/awards\.yml:\d+:\d+: lỗi: .*nhiều", said), said
    assert server.shown == shown
    git(clerk.folder, "reset", "--quiet", "--hard", "HEAD~")


PAGES = {
    "environment": "{{ environment }}",
    "config": "{{ config }}",
    "python": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "include": "{% include '/etc/passwd' %}",
    "import": "{% import 'os' as os %}",
    "loop": "{% for x in range(99999999) %}x{% endfor %}",
    "set": "{% set x = cycler.__init__.__globals__ %}",
    "getattr": "{{ conference|attr('__class__') }}",
    "macro-of-the-library": "{{ macros_info() }}",
    "file-macro": "{{ include_file('/etc/passwd') }}",
    "snippet": "--8<-- \"/etc/passwd\"",
    "script": "<script>alert(1)</script>",
    "handler": "<img src=x onerror=alert(1)>",
    "style": "<p style=\"background: url(http://elsewhere.invalid/)\">x</p>",
    "script-address": "[x](javascript:alert(1))",
    "outside-picture": "![x](http://elsewhere.invalid/x.png)",
    "picture-upwards": "![x](../../../../etc/passwd)",
    "frame": "<iframe src=\"/\"></iframe>",
    "base": "<base href=\"http://elsewhere.invalid/\">",
    "meta": "<meta http-equiv=\"refresh\" content=\"0;url=http://elsewhere.invalid/\">",
    "form": "<form action=\"http://elsewhere.invalid/\"><input name=\"x\"></form>",
    "svg": "<svg onload=alert(1)></svg>",
}  # fmt: skip
FACTS = {
    "python-object": "x: !!python/object/apply:os.system ['id']",
    "python-name": "x: !!python/name:os.environ",
    "environment": "x: !ENV HOME",
    "include": "x: !include /etc/passwd",
    "laughs": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
    "deep": "x: " + "[" * 3000,
    "huge-number": "x: " + "9" * 100_000,
    "not-text": "x: \x00",
    "two-documents": "x: 1\n---\ny: 2",
    "binary": "x: !!binary aWQ=",
}


@pytest.mark.parametrize("name", [*PAGES, *(f"data-{name}" for name in FACTS)])
def test_what_a_page_or_a_fact_tries_does_nothing(real, name):
    """Refused with a line to mend, or shown as text; what it asks for is never in the site."""
    server, clerk = real
    shown = server.shown
    if name.startswith("data-"):
        clerk.write("data/awards.yml", FACTS[name.removeprefix("data-")] + "\n")
    else:
        path = clerk.folder / "docs/ke-hoach.md"
        path.write_text(path.read_text("utf-8") + f"\n{PAGES[name]}\n", "utf-8")
    clerk.commit()
    taken, said = clerk.push()
    try:
        assert "Traceback" not in said
        if not taken:
            assert re.search(r"(?m)^(?:data|docs)/[\w./-]+:\d+:\d+: lỗi: ", said), said
            assert server.shown == shown
        page = get(server.address, "/ke-hoach.html").text
        for secret in (
            "root:x:0",
            "PATH=",
            "os.environ",
            "<script>alert",
            "onerror=",
            'elsewhere.invalid"',
        ):
            assert secret not in page
    finally:
        subprocess.run(
            ["git", "-C", clerk.folder, "reset", "-q", "--hard", server.head()], check=True
        )
