"""The strict policy: computed from the built site, and nothing on any page offends it."""

import subprocess
import sys

import pytest
from built import serving
from folders import FROZEN, ROOT, sampled
from playwright.sync_api import expect

from conference.csp import blocked, policy

CSP = [sys.executable, "-m", "conference", "csp"]


def test_the_command_prints_the_header_value(site):
    done = subprocess.run([*CSP, site], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout == f"{policy(site)}\n"
    assert "unsafe" not in done.stdout
    assert "default-src 'none'; script-src 'self' 'sha256-" in done.stdout


def test_the_command_tells_wrong_use_and_what_no_hash_allows(tmp_path):
    assert subprocess.run([*CSP, tmp_path], cwd=ROOT, capture_output=True).returncode == 2

    (tmp_path / "a.html").write_text("<p>\n<b style='x' onclick='y'>", encoding="utf-8")
    done = subprocess.run([*CSP, tmp_path], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "a.html:2: lỗi: chính sách sẽ chặn style",
        "a.html:2: lỗi: chính sách sẽ chặn onclick",
    ]


@pytest.mark.parametrize("which", sampled(FROZEN, ["plan"]))
def test_nothing_offends_the_policy(sites, browser, which):
    folder = sites[which]
    assert list(blocked(folder)) == []
    page = browser.new_page()
    page.add_init_script(
        """addEventListener("securitypolicyviolation",
             e => console.error(`CSP ${e.violatedDirective} ${e.blockedURI} ${e.sample}`))"""
    )
    wrong = []
    page.on("console", lambda message: message.type == "error" and wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    with serving(folder, {"Content-Security-Policy": policy(folder)}) as address:
        for path in sorted(folder.glob("*.html")):
            page.goto(f"{address}/{path.name}", wait_until="load")
        page.goto(f"{address}/phan-cong.html")
        page.locator(".list-filter").first.fill("phong su")
        expect(page.locator("output").first).to_have_text("Hiện 1 trong 4 việc")
        page.locator("[name=query]").click()
        page.locator("[name=query]").fill("dan van")
        page.keyboard.press("End")
        expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert wrong == []
    page.close()
