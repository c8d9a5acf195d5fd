"""What nginx answers: headers on each kind of answer, who may see what, what is not served at all."""

import base64
import http.client
import re
import ssl
import subprocess
import threading

import pytest
from servers import get, nginx

EVERYWHERE = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
READERS, SECONDS = 200, 30


@pytest.fixture(scope="module")
def served(tmp_path_factory, seed):
    """A server behind nginx that no test changes."""
    folder = tmp_path_factory.mktemp("served")
    server = seed.copy(folder / "home")
    for site in (
        "everyone",
        "staff",
    ):  # which no build would bring, so that there is something to be had
        for name in DECOYS:
            path = server.home / "current" / site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("tên này không được phát\n", "utf-8")
    with nginx(server, folder / "nginx"):
        yield server
    server.close()


def of_release(server, file):
    return f"/_/{server.shown}/{file}"


def test_headers_of_each_kind_of_answer(served):
    asset = of_release(served, "assets/app.js")
    never, forever = "no-store", "public, max-age=31536000, immutable"
    for path, status, caching, more in (
        ("/", 200, "no-cache", {}),
        ("/index.html", 200, "no-cache", {}),
        ("/figures.json", 200, "no-cache", {}),
        (asset, 200, forever, {}),
        (of_release(served, "index.html") + "?h=an", 302, never, {}),
        ("/khong-co.html", 404, never, {}),
        (of_release(served, "assets/khong-co.js"), 404, never, {}),
        ("/assets/", 403, never, {}),
        ("/index.html", 405, never, {"method": "POST"}),
        ("/index.html", 405, never, {"method": "DELETE"}),
        ("/x" * 8200, 414, never, {}),
    ):
        answer = get(served.address, path, **more)
        assert answer.status == status, path[:80]
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'; script-src 'self' 'sha256-" in policy
        assert "unsafe" not in policy and "frame-ancestors 'self'" in policy
        assert {name: answer.headers.get(name) for name in EVERYWHERE} == EVERYWHERE
        assert answer.headers["server"] == "nginx"
        assert answer.headers.get("cache-control") == caching, path[:80]
    not_there = get(served.address, "/khong-co.html")
    assert "Không có trang này" in not_there.text
    assert re.search(r'src="/_/[0-9a-f]{12}/assets/app.js"', not_there.text)
    for status, path, method, words in (
        (403, "/assets/", "GET", "Không được xem"),
        (405, "/", "POST", "Chỉ để xem"),
        (414, "/x" * 8200, "GET", "Yêu cầu quá lớn"),
    ):
        answer = get(served.address, path, method)
        assert answer.status == status and words in answer.text
        assert answer.headers["content-type"] == "text/html; charset=utf-8"


def test_a_page_of_a_release_is_the_page_as_it_is_now(served):
    answer = get(served.address, of_release(served, "index.html") + "?h=an")
    assert answer.headers["location"] == "/index.html?h=an"
    for path in (
        "/_/aaaaaaaaaaaa//elsewhere.invalid/x.html",
        "/_/aaaaaaaaaaaa/%0d%0aX:1.html",
        "/_/aaaaaaaaaaaa/http://x.html",
    ):
        answer = get(served.address, path)
        assert (
            "elsewhere" not in answer.headers.get("location", "")[:3] and "x" not in answer.headers
        )
        assert not answer.headers.get("location", "/").startswith("//")


def test_text_is_sent_compressed_and_types_are_told(served):
    plain = get(served.address, of_release(served, "assets/app.js"))
    packed = get(served.address, of_release(served, "assets/app.js"), Accept_Encoding="gzip")
    assert (
        packed.headers["content-encoding"] == "gzip" and packed.headers["vary"] == "Accept-Encoding"
    )
    assert "content-encoding" not in plain.headers and len(packed.body) < len(plain.body) / 5
    assert plain.headers["content-type"] == "application/javascript; charset=utf-8"
    assert get(served.address, "/").headers["content-type"] == "text/html; charset=utf-8"
    assert (
        get(served.address, "/figures.json").headers["content-type"].startswith("application/json")
    )
    unchanged = get(
        served.address,
        "/index.html",
        If_None_Match=get(served.address, "/index.html").headers["etag"],
    )
    assert unchanged.status == 304 and unchanged.body == b""


DECOYS = [
    ".git/config", ".git/HEAD", ".gitattributes", ".env", ".htaccess", "docs/index.md", "data/facts.yml", "mkdocs.yml",
    "publish.toml", "hooks.py", "conference/csp.py", "journal.jsonl", "assets/.git/config", "assets/app.js.bak", "x.sql",
]  # fmt: skip
HIDDEN = [
    *(f"/{name}" for name in DECOYS), *(f"/_/{{0}}/{name}" for name in DECOYS), "/.%67it/config", "/%2egit/config", "/data/facts.YML",
    "/about.json", "/release.json", "/authorized_keys", "/repository.git/HEAD", "/repository.git/config", "/web/nginx.conf", "/scratch/",
    "/current/everyone/index.html", "/releases/", "/staff/noi-bo.html", "/noi-bo.html", "/_loi/403.html", "/xem-thu/",
]  # fmt: skip
UPWARDS = [
    "/../publish.toml", "/../../publish.toml", "/%2e%2e/publish.toml", "/..%2f..%2fpublish.toml", "/assets/../../../publish.toml",
    "/assets/..%2f..%2f..%2fpublish.toml", "/%252e%252e/publish.toml", "//etc/passwd", "/..\\..\\publish.toml",
    "/_/{0}/../../publish.toml", "/_/{0}/..%2fabout.json", "/_/{0}/%2e%2e/about.json", "/_/{0}/%2e%2e/staff/noi-bo.html",
    "/_/{0}/..%2f..%2f..%2fpublish.toml", "/_/../publish.toml", "/_/{0}/assets/%00", "/_/..%2f..%2f/x/publish.toml",
    "/xem-thu/../publish.toml", "/xem-thu../publish.toml", "/xem-thu/..%2fpublish.toml", "/_loi/../nginx.conf",
]  # fmt: skip


@pytest.mark.parametrize("path", HIDDEN + UPWARDS)
def test_hidden_files_and_ways_out_lead_nowhere(served, path):
    for address in (served.address, served.staff):
        answer = get(address, path.format(served.shown))
        if address == served.staff and path in ("/noi-bo.html", "/xem-thu/"):
            continue
        assert answer.status in (400, 403, 404), (path, answer.status)
        for secret in (
            b"python =",
            b'sha256":',
            b"[core]",
            b"root:",
            b"restrict,command",
            "tầng trệt".encode(),
            "không được phát".encode(),
        ):
            assert secret not in answer.body


def test_no_folder_is_listed_and_no_link_followed(served):
    for path in ("/assets/", "/assets", "/_/", f"/_/{served.shown}/", f"/_/{served.shown}/assets/"):
        answer = get(served.address, path)
        assert answer.status in (301, 302, 403, 404) and "app.js</a>" not in answer.text
    link = served.home / "current/everyone/x.html"
    link.symlink_to("/etc/passwd")
    try:
        assert get(served.address, "/x.html").status in (403, 404)
    finally:
        link.unlink()


def test_the_staffs_site_is_for_some_addresses_and_with_a_password(tmp_path, seed):
    server = seed.copy(tmp_path / "home")
    settings = server.home / "publish.toml"
    passwords = tmp_path / "passwords"
    passwords.write_text("an:{PLAIN}mat-khau\n")
    whole = settings.read_text("utf-8")

    def answers(allowed, file=""):
        text = re.sub(r"(?m)^staff_allow = .*$", f'staff_allow = ["{allowed}"]', whole)
        settings.write_text(
            text.replace('staff_passwords = ""', f'staff_passwords = "{file}"'), "utf-8"
        )
        server.run("web")
        word = base64.b64encode(b"an:mat-khau").decode()
        with nginx(server, tmp_path / "nginx"):
            everyone = get(server.address, "/index.html")
            without = get(server.staff, "/noi-bo.html")
            known = get(server.staff, "/noi-bo.html", Authorization=f"Basic {word}")
            asset = get(server.staff, of_release(server, "assets/app.js"))
            page = get(server.staff, of_release(server, "noi-bo.html"))
        assert everyone.status == 200
        for answer in (without, known, asset):
            assert "sha256-" in answer.headers["content-security-policy"]
        return without, known, asset, page

    without, _, asset, _ = answers("127.0.0.1")
    assert without.status == 200 and "tầng trệt" in without.text and asset.status == 200
    without, known, asset, _ = answers("10.1.2.3")
    assert (without.status, known.status, asset.status) == (403, 403, 403)
    assert "Không được xem" in without.text and "tầng trệt" not in without.text
    without, known, asset, _ = answers("127.0.0.1", passwords)
    assert (without.status, known.status, asset.status) == (401, 200, 401)
    assert "Cần tên và mật khẩu" in without.text and "tầng trệt" in known.text
    server.close()


def test_https_with_an_offices_own_certificate(tmp_path, seed):
    server = seed.copy(tmp_path / "home")
    certificate, key = tmp_path / "x.crt", tmp_path / "x.key"
    made = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ]
    made += [
        "-addext",
        "subjectAltName=IP:127.0.0.1",
        "-keyout",
        str(key),
        "-out",
        str(certificate),
    ]
    subprocess.run(made, check=True, capture_output=True)
    settings = server.home / "publish.toml"
    text = settings.read_text("utf-8").replace('certificate = ""', f'certificate = "{certificate}"')
    settings.write_text(text.replace('certificate_key = ""', f'certificate_key = "{key}"'), "utf-8")
    server.run("web")
    with nginx(server, tmp_path / "nginx"):
        trusted = ssl.create_default_context(cafile=str(certificate))
        connection = http.client.HTTPSConnection(server.address, context=trusted)
        connection.request("GET", "/index.html")
        answer = connection.getresponse()
        assert (
            answer.status == 200
            and answer.getheader("strict-transport-security") == "max-age=31536000"
        )
        connection.close()
        plain = get(server.address, "/index.html")
        assert plain.status == 301
        assert plain.headers["location"] == f"https://{server.address}/index.html"
    server.close()


def test_two_hundred_readers_for_half_a_minute(served):
    """Each opens the page and its script on a connection that stays, again and again."""
    done, wrong, over = [], [], threading.Event()
    paths = ["/index.html", of_release(served, "assets/app.js"), "/figures.json"]
    whole = {path: get(served.address, path).body for path in paths}

    def read():
        connection, answers = http.client.HTTPConnection(served.address, timeout=60), 0
        while not over.is_set():
            for path in paths:
                try:
                    connection.request("GET", path)
                    answer = connection.getresponse()
                    if answer.read() != whole[path] or answer.status != 200:
                        wrong.append((path, answer.status))
                except OSError as error:
                    wrong.append((path, repr(error)))
                    connection.close()
                answers += 1
        connection.close()
        done.append(answers)

    readers = [threading.Thread(target=read, daemon=True) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    over.wait(SECONDS)
    over.set()
    for reader in readers:
        reader.join(120)
    assert wrong == [] and len(done) == READERS and min(done) >= len(paths)
    print(f"{sum(done)} answers to {READERS} readers in {SECONDS} s, no error")
