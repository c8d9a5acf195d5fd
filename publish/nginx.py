"""The configuration of nginx, and its pages for errors, from publish.toml."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from conference.csp import allowing
from publish.durable import write
from publish.home import EVERYONE, STAFF, Home, Settings
from publish.marks import TEMPLATES

_ERRORS = {
    400: ("Yêu cầu không đúng", "Trình duyệt gửi yêu cầu máy chủ không đọc được; hãy mở lại trang."),
    401: ("Cần tên và mật khẩu", "Trang này dành cho cán bộ chuẩn bị hội nghị; hãy nhập tên và mật khẩu được cấp."),
    403: ("Không được xem", "Địa chỉ này chỉ mở từ máy của cơ quan, hoặc là một thư mục không có trang."),
    405: ("Chỉ để xem", "Trang này chỉ để đọc; máy chủ không nhận dữ liệu gửi lên."),
    413: ("Yêu cầu quá lớn", "Địa chỉ hoặc dữ liệu gửi lên quá dài; hãy mở lại từ trang đầu."),
    500: ("Máy chủ đang trục trặc", "Hãy thử lại sau ít phút; nếu vẫn vậy, hãy báo người quản trị."),
}  # fmt: skip
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def write_web(home: Home, settings: Settings) -> None:
    """Write what nginx is told; nginx takes it when it is reloaded."""
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=lambda name: bool(name) and str(name).endswith(".html"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    web = settings.web
    said = {"Content-Security-Policy": allowing(settings.scripts), **_HEADERS}
    if web.certificate:
        said["Strict-Transport-Security"] = "max-age=31536000"
    headers = [f'add_header {name} "{value}" always;' for name, value in said.items()]
    configuration = templates.get_template("nginx.conf").render(
        home=home.root,
        web=web,
        headers="\n        ".join(headers),
        servers=[
            (EVERYONE, web.listen, web.name),
            (STAFF, web.staff_listen, web.staff_name),
        ],
    )
    (home.web / "_loi").mkdir(parents=True, exist_ok=True)
    page = templates.get_template("error.html")
    for number, (title, text) in _ERRORS.items():
        write(home.web / "_loi" / f"{number}.html", page.render(title=title, text=text))
    write(home.web / "nginx.conf", configuration)
