"""What reading asks of files and pages, as the editor's guide shows it beside the rules of `checks`.

The names are those the findings of `loading`, `pages` and `calls` carry; a test compares the two.
"""

from __future__ import annotations

from typing import NamedTuple

from conference.findings import Severity


class ReadingRule(NamedTuple):
    """A rule of reading; `explains` is one Vietnamese sentence."""

    name: str
    explains: str
    severity: Severity = Severity.ERROR


FILE_RULES = (
    ReadingRule("dossier-folder", "Một hồ sơ là một thư mục có mkdocs.yml, data/ và docs/."),
    ReadingRule("data-folder", "Thư mục dữ liệu phải có thật."),
    ReadingRule("file-missing", "Thư mục dữ liệu có đủ các tệp, mỗi loại nội dung một tệp."),
    ReadingRule("file-unknown", "Thư mục dữ liệu không có tệp YAML nào máy không đọc đến."),
    ReadingRule("file-unreadable", "Tệp là tệp văn bản và máy đọc được."),
    ReadingRule("file-too-large", "Tệp không lớn quá mức của một hồ sơ."),
    ReadingRule("file-empty", "Tệp không trống."),
    ReadingRule("file-encoding", "Tệp lưu với bảng mã UTF-8."),
    ReadingRule("file-nfc", "Chữ gõ bằng Unicode dựng sẵn, không phải Unicode tổ hợp."),
    ReadingRule("file-control", "Tệp không có ký tự điều khiển ẩn."),
    ReadingRule(
        "file-letters",
        "Không có ký tự ẩn, dấu vết bảng mã cũ, hay chữ của bảng chữ cái khác trông giống chữ Việt.",
    ),
    ReadingRule("yaml-tab", "Dòng thụt vào bằng dấu cách, không bằng phím Tab."),
    ReadingRule(
        "yaml-structure", "Dấu hai chấm, dấu gạch đầu dòng, ngoặc kép và thụt dòng đúng chỗ."
    ),
    ReadingRule("yaml-documents", "Mỗi tệp chỉ có một phần, không có dòng --- ở giữa."),
    ReadingRule("yaml-key", "Tên mục là một chữ đơn giản."),
    ReadingRule("yaml-repeated-key", "Trong một nhóm, mỗi tên mục chỉ viết một lần."),
    ReadingRule(
        "yaml-value",
        "Giá trị không ngoặc kép phải chỉ có một cách hiểu: số viết liền, ngày và giờ viết đúng dạng.",
    ),
    ReadingRule(
        "yaml-comment", "Nội dung có dấu # đặt trong ngoặc kép, vì từ # trở đi là ghi chú."
    ),
    ReadingRule("yaml-braces", "Giá trị mở đầu bằng ngoặc nhọn đặt trong ngoặc kép."),
    ReadingRule("yaml-escape", "Trong ngoặc kép gõ thẳng ký tự, không viết bằng mã có dấu \\."),
    ReadingRule("yaml-alias", "Giá trị viết hẳn ra, không gọi lại bằng dấu & và *."),
    ReadingRule("yaml-tag", "Giá trị không mở đầu bằng dấu chấm than."),
    ReadingRule("yaml-depth", "Các mục không lồng nhau quá sâu."),
    ReadingRule("yaml-size", "Tệp không có quá nhiều mục."),
    ReadingRule("unknown-key", "Chỉ dùng những tên mục có trong mẫu của tệp."),
    ReadingRule("missing-key", "Mục bắt buộc thì phải có."),
    ReadingRule("wrong-value", "Giá trị đúng loại của mục: chữ, số, ngày, giờ, mã hay danh sách."),
)

PAGE_RULES = (
    ReadingRule("page-place", "Trang nằm ngay trong thư mục docs và có đuôi .md."),
    ReadingRule("page-front", "Đầu trang chỉ ghi những mục có trong mẫu."),
    ReadingRule("page-paper", "Đầu trang ghi trang in ra loại giấy nào."),
    ReadingRule("page-call", "Trong ngoặc nhọn của trang chỉ gọi tên, không viết lệnh."),
    ReadingRule(
        "page-block", "Tên khối gọi trong trang phải có thật, danh sách chia phần đủ phần."
    ),
    ReadingRule("page-link", "Liên kết trong trang phải dẫn đến trang hay tệp có thật."),
    ReadingRule("page-figure", "Tên con số gọi trong trang phải có thật."),
    ReadingRule("page-name", "Tên đơn vị, tên trang gọi trong trang phải có thật."),
)
