"""`python -m conference release`: a built site as one file to carry away, which opens without a network.

In it are the site, a note in Vietnamese on how to open it, and the checksums of both, signed if a key is
given. Nothing of it depends on when or where it is made: two archives of one site are equal, and with the
usual kinds of key (Ed25519, RSA) the signatures are as well.
"""

from __future__ import annotations

import json
import subprocess
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from conference.release import FILE, checksums, contents

NAMESPACE = "ho-so-hoi-nghi"
"""What a signature is for: `ssh-keygen -Y verify -n` wants it named."""
SIGNER = "ho-so"
"""The name of whoever signs, in the file of signers that is sent apart."""
NOTE, SUMS = "HUONG-DAN-MO.txt", "SHA256SUMS"
_ONCE = (1980, 1, 1)  # the first day a zip file can name

_TEXT = """\
{title}

MỞ TRANG

1. Nếu đang xem trong tệp .zip thì giải nén cả thư mục ra trước; mở thẳng trong tệp nén thì trang
   thiếu kiểu chữ và hình. Để trên USB hay chép vào máy đều được.
2. Mở tệp site/index.html bằng Chrome, Edge hoặc Firefox. Không cần mạng.

BẢN NÀO

Dành cho: {audience}
Dữ liệu: {day}, mã {code}
Bản ghi git (commit): {commit}
Nội dung (SHA-256): {tree}

KIỂM TRA CÒN NGUYÊN

Mở cửa sổ lệnh tại thư mục này.
Linux: sha256sum -c SHA256SUMS
Windows: certutil -hashfile TỆP SHA256, rồi so với dòng của tệp ấy trong SHA256SUMS.
"""
_SIGNED = """
KIỂM TRA CHỮ KÝ

Nơi phát hành gửi riêng tệp nguoi-ky, trong đó có dòng: {signer} ssh-ed25519 AAAA…
Chép tệp ấy vào thư mục này rồi gõ (Windows: trong cmd):
ssh-keygen -Y verify -f nguoi-ky -I {signer} -n {namespace} -s SHA256SUMS.sig < SHA256SUMS
"""


class NoRelease(Exception):
    """Why a site cannot be packed, in Vietnamese."""


def pack(site: Path, target: Path, key: Path | None = None) -> Path:
    """Write the archive of a built site.

    Args:
        site: what `python -m conference build` has built.
        target: the folder to write into, made if it is not there.
        key: a private key of OpenSSH to sign with.

    Returns:
        The archive.

    Raises:
        NoRelease: there is no such site, it was changed since it was built, or the key does not sign.
        OSError: a file cannot be read or written.
    """
    release = _release_of(site)
    files = {NOTE: _note(release, site, signed=key is not None)}
    files |= {f"site/{name}": content for name, content in contents(site).items()}
    sums = checksums(files).encode()
    signature = {f"{SUMS}.sig": _signature(sums, key)} if key else {}
    kind = "ho-so-can-bo" if release["audience"] == "staff" else "ho-so"
    name = f"{kind}-{release['data']['code']}-{release['tree'][:7]}"
    target.mkdir(parents=True, exist_ok=True)
    archive, unfinished = target / f"{name}.zip", target / f".{name}.zip"
    _write(unfinished, name, {SUMS: sums, **signature, **files}, release["data"]["day"])
    unfinished.replace(archive)
    return archive


def _release_of(site: Path) -> dict[str, Any]:
    """What release.json says of a site, if it is true."""
    try:
        release: dict[str, Any] = json.loads((site / FILE).read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise NoRelease("chưa có trang dựng bằng make build; hãy dựng trước") from None
    if release.get("tree") != sha256(checksums(contents(site, {FILE})).encode()).hexdigest():
        raise NoRelease("trang đã bị sửa sau khi dựng; hãy dựng lại")
    return release


def _note(release: Mapping[str, Any], site: Path, *, signed: bool) -> bytes:
    """The note, as every editor of Windows shows it."""
    day = release["data"]["day"]
    text = (_TEXT + (_SIGNED if signed else "")).format(
        title=json.loads((site / "figures.json").read_text("utf-8"))["title"],
        audience="cán bộ (có cả trang và dòng dữ liệu chỉ cán bộ xem)"
        if release["audience"] == "staff"
        else "mọi người",
        day="ngày " + "/".join(reversed(day.split("-"))) if day else "chưa rõ ngày",
        code=release["data"]["code"],
        commit=release["commit"] or "không rõ, hoặc có tệp đã sửa mà chưa ghi vào git",
        tree=release["tree"],
        signer=SIGNER,
        namespace=NAMESPACE,
    )
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def _signature(sums: bytes, key: Path) -> bytes:
    command = ["ssh-keygen", "-Y", "sign", "-f", str(key), "-n", NAMESPACE]
    try:
        done = subprocess.run(command, input=sums, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        raise NoRelease(
            f"{key}: không ký được; hãy chỉ đúng khóa riêng của OpenSSH, và cài ssh-keygen"
        ) from None
    return done.stdout


def _write(path: Path, top: str, files: Mapping[str, bytes], day: str | None) -> None:
    """Write a zip file whose bytes follow from what is in it, and from the day of the data.

    Nothing is compressed: what a compressor makes of a file differs between its versions.
    """
    year, month, number = map(int, day.split("-")) if day else _ONCE
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(f"{top}/{name}", (year, month, number, 0, 0, 0))
            entry.external_attr = 0o100644 << 16
            entry.create_system = 3  # Unix, wherever it is written
            archive.writestr(entry, content)
