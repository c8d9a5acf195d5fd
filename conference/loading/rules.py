"""What reading asks of files and pages, as the editor's guide shows it beside the rules of `checks`.

The names are those the findings of `loading`, `pages` and `calls` carry; a test compares the two.
"""

from __future__ import annotations

from conference.findings import Severity
from conference.rule import Rule

FILE_RULES = (
    Rule("dossier-folder", "Một hồ sơ là một thư mục có mkdocs.yml, data/ và docs/."),
    Rule("data-folder", "Thư mục dữ liệu phải có thật."),
    Rule(
        "file-missing",
        "Thư mục dữ liệu có conference.yml và units.yml; các tệp khác chỉ có khi hồ sơ cần đến.",
    ),
    Rule("file-link", "Tệp và thư mục là tệp, thư mục thật, không phải liên kết tắt đến nơi khác."),
    Rule("file-merge", "Không còn dấu của hai bản chưa trộn xong: <<<<<<<, =======, >>>>>>>."),
    Rule("file-unknown", "Thư mục dữ liệu không có tệp YAML nào máy không đọc đến."),
    Rule("file-unreadable", "Tệp là tệp văn bản và máy đọc được."),
    Rule("file-too-large", "Tệp không lớn quá mức của một hồ sơ."),
    Rule("file-empty", "Tệp không trống."),
    Rule("file-encoding", "Tệp lưu với bảng mã UTF-8."),
    Rule("file-nfc", "Chữ gõ bằng Unicode dựng sẵn, không phải Unicode tổ hợp."),
    Rule("file-control", "Tệp không có ký tự điều khiển ẩn."),
    Rule(
        "file-letters",
        "Không có ký tự ẩn, dấu vết bảng mã cũ, hay chữ của bảng chữ cái khác trông giống chữ Việt.",
    ),
    Rule("yaml-tab", "Dòng thụt vào bằng dấu cách, không bằng phím Tab."),
    Rule("yaml-space", "Đầu dòng, cuối dòng và quanh dấu hai chấm không có dấu cách không ngắt."),
    Rule("yaml-structure", "Dấu hai chấm, dấu gạch đầu dòng, ngoặc kép và thụt dòng đúng chỗ."),
    Rule("yaml-documents", "Mỗi tệp chỉ có một phần, không có dòng --- ở giữa."),
    Rule("yaml-key", "Tên mục là một chữ đơn giản."),
    Rule("yaml-repeated-key", "Trong một nhóm, mỗi tên mục chỉ viết một lần."),
    Rule(
        "yaml-value",
        "Giá trị không ngoặc kép phải chỉ có một cách hiểu: số viết liền, ngày và giờ viết đúng dạng.",
    ),
    Rule(
        "yaml-comment",
        "Sau chữ không viết ghi chú # cùng dòng: nội dung có dấu # đặt trong ngoặc kép, ghi chú viết dòng riêng.",
    ),
    Rule(
        "yaml-quotes",
        "Giá trị nằm trọn trong ngoặc cong “…” thì đặt thêm ngoặc thẳng, hoặc bỏ ngoặc cong.",
    ),
    Rule("yaml-braces", "Giá trị mở đầu bằng ngoặc nhọn đặt trong ngoặc kép."),
    Rule("yaml-escape", "Trong ngoặc kép gõ thẳng ký tự, không viết bằng mã có dấu \\."),
    Rule("yaml-alias", "Giá trị viết hẳn ra, không gọi lại bằng dấu & và *."),
    Rule("yaml-tag", "Giá trị không mở đầu bằng dấu chấm than."),
    Rule("yaml-depth", "Các mục không lồng nhau quá sâu."),
    Rule("yaml-size", "Tệp không có quá nhiều mục."),
    Rule("unknown-key", "Chỉ dùng những tên mục có trong mẫu của tệp."),
    Rule("missing-key", "Mục bắt buộc thì phải có."),
    Rule("wrong-value", "Giá trị đúng loại của mục: chữ, số, ngày, giờ, mã hay danh sách."),
)

PAGE_RULES = (
    Rule("page-set", "Trang bộ in gọi bộ in một lần, và bộ in không quá nhiều văn bản."),
    Rule(
        "document-contents",
        "Trang của một văn bản có đủ phần đầu, phần cuối, căn cứ và những phần văn bản phải có.",
    ),
    Rule("page-place", "Trang nằm ngay trong thư mục docs, viết bằng Markdown, có đuôi .md."),
    Rule("page-file", "Tên tệp của trang chỉ gồm chữ thường không dấu, số và gạch ngang."),
    Rule("page-nav", "Mỗi trang có đúng một dòng trong nav của mkdocs.yml."),
    Rule("page-front", "Đầu trang chỉ ghi những mục có trong mẫu, mỗi mục đúng loại."),
    Rule("page-paper", "Đầu trang ghi trang in ra loại giấy nào."),
    Rule("page-audience", "Trang đầu của hồ sơ cho mọi người xem."),
    Rule(
        "page-document",
        "Văn bản ghi ở đầu trang phải có trong documents.yml, in ở đúng một trang; phụ lục kèm theo văn "
        "bản có in.",
    ),
    Rule(
        "page-blank",
        "Trang của văn bản đã ban hành không còn chỗ để điền: ngày …, (họ và tên), xx.",
    ),
    Rule("page-call", "Trong ngoặc nhọn của trang chỉ gọi tên, ở chỗ lời gọi in ra được."),
    Rule("page-block", "Tên khối gọi trong trang phải có thật, danh sách chia phần đủ phần."),
    Rule(
        "unit-unused",
        "Đơn vị có trong units.yml thì phải được nhắc đến ở đâu đó.",
        Severity.WARNING,
    ),
    Rule("page-link", "Liên kết trong trang phải dẫn đến trang, đề mục hay tệp có thật."),
    Rule("page-figure", "Tên con số gọi trong trang phải có thật."),
    Rule("page-name", "Tên đơn vị, tên trang gọi trong trang phải có thật."),
    Rule("page-id", "Mã của đề mục chỉ gồm chữ thường không dấu, mỗi mã trên một trang một lần."),
    Rule("page-html", "Trang chỉ dùng những thẻ HTML không chạy được gì, mở và đóng đủ."),
    Rule("page-markdown", "Trang chỉ dùng cách viết Markdown mà trang web này hiểu."),
    Rule("settings-key", "Trong mkdocs.yml chỉ dùng những mục MkDocs biết."),
    Rule("settings-value", "Mỗi mục của mkdocs.yml đúng loại, và đúng điều các trang cần."),
)
