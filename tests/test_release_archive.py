"""The archive of a site as somebody gets it on a USB stick: opened from a file, checked, its signature verified."""

import json
import re
import shutil
import subprocess
import zipfile

import pytest
from folders import PLAN

from conference.audience import Audience
from conference.folders import dossier_folder
from conference.release import write_release
from conference.release_archive import SIGNER, NoRelease, pack


def released(site, target, audience=Audience.EVERYONE):
    """A site as `python -m conference build` leaves it."""
    shutil.copytree(site, target)
    write_release(target, dossier_folder(PLAN), audience, None)
    return target


@pytest.fixture
def ours(site, tmp_path):
    return released(site, tmp_path / "site")


@pytest.fixture
def key(tmp_path):
    """A key pair; what is sent to whoever verifies lies beside it."""
    made = tmp_path / "khóa riêng"
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(made)]
    subprocess.run(command, check=True)
    public = made.with_name("khóa riêng.pub").read_text()
    made.with_name("nguoi-ky").write_text(f"{SIGNER} {public}")
    return made


def unpacked(archive, target):
    with zipfile.ZipFile(archive) as opened:
        assert opened.testzip() is None
        opened.extractall(target)
    (top,) = target.iterdir()
    return top


def verified(top, signers):
    """Whether the signature is of those checksums, as the note says to find out."""
    note = (top / "HUONG-DAN-MO.txt").read_text("utf-8-sig")
    (command,) = re.findall("(?m)^ssh-keygen -Y verify .*", note)
    shutil.copy(signers, top / "nguoi-ky")
    return subprocess.run(command, shell=True, cwd=top, capture_output=True).returncode == 0


def test_the_note_says_how_to_open_it_and_which_it_is(ours, tmp_path):
    top = unpacked(pack(ours, tmp_path / "to"), tmp_path / "stick")
    raw = (top / "HUONG-DAN-MO.txt").read_bytes()
    text = raw.decode("utf-8-sig")
    assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\n") == raw.count(b"\r\n")
    assert "Mở tệp site/index.html" in text and "Dành cho: mọi người" in text
    assert json.loads((ours / "release.json").read_text())["tree"] in text
    assert not list(top.glob("*.sig")) and "CHỮ KÝ" not in text


def test_what_lies_on_the_stick_is_what_the_checksums_say(ours, tmp_path):
    top = unpacked(pack(ours, tmp_path / "to"), tmp_path / "stick")
    check = ["sha256sum", "--strict", "-c", "SHA256SUMS"]
    done = subprocess.run(check, cwd=top, capture_output=True, text=True, check=False)
    files = [path for path in top.rglob("*") if path.is_file()]
    assert done.returncode == 0 and len(done.stdout.splitlines()) == len(files) - 1

    (top / "site/index.html").write_text("x")
    assert subprocess.run(check, cwd=top, capture_output=True).returncode == 1


def test_the_signature_is_verified_as_the_note_says(ours, key, tmp_path):
    top = unpacked(pack(ours, tmp_path / "to", key), tmp_path / "stick")
    signers = key.with_name("nguoi-ky")
    assert verified(top, signers)

    with (top / "SHA256SUMS").open("a") as sums:
        sums.write("more\n")
    assert not verified(top, signers)


def test_two_archives_of_one_site_are_equal(ours, site, key, tmp_path):
    one = pack(ours, tmp_path / "one", key)
    other = pack(released(site, tmp_path / "again/site"), tmp_path / "other", key)
    assert one.name == other.name
    assert one.read_bytes() == other.read_bytes()
    assert [path.name for path in one.parent.iterdir()] == [one.name]
    day = json.loads((ours / "release.json").read_text())["data"]["day"] or "1980-01-01"
    for entry in zipfile.ZipFile(one).infolist():
        assert "{:04}-{:02}-{:02}".format(*entry.date_time) == day
        assert (entry.create_system, entry.compress_type) == (3, zipfile.ZIP_STORED)


def test_the_staff_s_says_so_in_its_name_and_in_its_note(site, tmp_path):
    staff = released(site, tmp_path / "staff/site", Audience.STAFF)
    archive = pack(staff, tmp_path / "to")
    assert archive.name.startswith("ho-so-can-bo-")
    note = (unpacked(archive, tmp_path / "stick") / "HUONG-DAN-MO.txt").read_text("utf-8-sig")
    assert "Dành cho: cán bộ" in note


def test_what_is_not_a_whole_site_is_not_packed(site, ours, tmp_path):
    with pytest.raises(NoRelease, match="hãy dựng trước"):
        pack(site, tmp_path / "to")  # of mkdocs alone: nobody looked for leaks
    with pytest.raises(NoRelease, match="không ký được"):
        pack(ours, tmp_path / "to", tmp_path / "no key")
    (ours / "index.html").write_text("x")
    with pytest.raises(NoRelease, match="đã bị sửa sau khi dựng"):
        pack(ours, tmp_path / "to")
    assert not (tmp_path / "to").exists()


@pytest.mark.proof
def test_it_opens_from_the_stick_with_styles_search_and_no_network(ours, browser, tmp_path):
    top = unpacked(pack(ours, tmp_path / "to"), tmp_path / "USB của cơ quan")
    page = browser.new_page()
    asked, wrong = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: wrong.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto((top / "site/index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).backgroundColor")
    page.click("a[href='chuong-trinh.html']:visible >> nth=0")
    page.wait_for_url("**/chuong-trinh.html")
    page.click(".md-search__input")
    page.fill(".md-search__input", "khen thưởng")
    page.wait_for_selector(".md-search-result__item")
    page.close()
    assert wrong == []
    assert {url.split(":")[0] for url in asked} <= {"file", "blob", "data"}
