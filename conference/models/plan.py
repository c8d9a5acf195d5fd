"""data/plan.yml and data/bases.yml: the plan's own text and what it rests on."""

from typing import Annotated

from pydantic import Field

from conference.models.base import (
    Day,
    DocumentNumber,
    Ending,
    Entry,
    Name,
    Plain,
    Quoted,
    Record,
    Text,
)


class Basis(Entry):
    """A document the plan rests on."""

    opening: Annotated[Plain, Field(title="Lời dẫn", description="Chữ mở đầu: Căn cứ, Thực hiện …")]
    kind: Annotated[
        Plain, Field(title="Loại văn bản", description="Công văn, Quyết định, Nghị quyết …")
    ]
    number: Annotated[
        DocumentNumber,
        Field(title="Số, ký hiệu", description="Đủ số và ký hiệu, ví dụ: 224-QĐ/HU."),
    ]
    date: Annotated[Day, Field(title="Ngày", description="Ngày/tháng/năm của văn bản.")]
    issuer: Annotated[
        Text | None,
        Field(
            title="Nơi ban hành", description="In sau chữ «của»; bỏ trống nếu bản gốc không ghi."
        ),
    ] = None
    about: Annotated[
        Text, Field(title="Trích yếu", description="Phần còn lại, thường mở đầu bằng «về …».")
    ]
    end: Annotated[
        Ending | None,
        Field(title="Dấu cuối", description="Chỉ ghi khi khác lệ chung (dấu chấm phẩy)."),
    ] = None


class Bases(Record):
    """The whole of bases.yml."""

    bases: Annotated[
        list[Basis],
        Field(title="Căn cứ", description="Các văn bản căn cứ, theo thứ tự in.", min_length=1),
    ]


class Paragraph(Entry):
    """A paragraph of the plan."""

    text: Annotated[Text, Field(title="Nội dung", description="Nguyên văn đoạn văn.")]


class Difference(Record):
    """Where the published text departs from the office's file, and why."""

    source: Annotated[Name, Field(title="Bản gốc", description="Chữ trong bản gốc.")]
    published: Annotated[Text, Field(title="Công bố", description="Chữ được công bố.")]
    where: Annotated[Plain, Field(title="Ở đâu", description="Chỗ trong kế hoạch.")]
    reason: Annotated[Plain, Field(title="Vì sao", description="Lý do sửa hoặc lý do giữ.")]


class Plan(Record):
    """The whole of plan.yml."""

    kind: Annotated[Plain, Field(title="Tên loại", description="Ví dụ: Kế hoạch.")]
    summary: Annotated[Text, Field(title="Trích yếu", description="Dòng dưới tên loại.")]
    resolution: Annotated[
        Text, Field(title="Câu dẫn", description="Câu nối sau các căn cứ, hết bằng «như sau:».")
    ]
    purposes: Annotated[
        list[Paragraph],
        Field(title="Mục đích, yêu cầu", description="Các đoạn mục I, theo thứ tự.", min_length=1),
    ]
    content: Annotated[
        Text, Field(title="Nội dung", description="Đoạn 1 mục II: nội dung hội nghị.")
    ]
    closing: Annotated[
        Ending, Field(title="Dấu hết văn bản", description="Dấu kết câu cuối, ví dụ ./.")
    ] = "."
    differences: Annotated[
        list[Difference],
        Field(title="Khác bản gốc", description="Chỗ công bố khác tệp gốc; in ở trang đối chiếu."),
    ] = []


class Recipient(Entry):
    """One line of the distribution list."""

    to: Annotated[Text, Field(title="Nơi nhận", description="Nơi nhận, có thể gọi mã đơn vị.")]
    purpose: Annotated[
        Plain | None,
        Field(title="Để làm gì", description="Ví dụ: để báo cáo; bỏ trống nếu không ghi."),
    ] = None
    end: Annotated[
        Ending | None, Field(title="Dấu cuối", description="Chỉ ghi khi khác lệ chung.")
    ] = None


class Distribution(Record):
    """The whole of distribution.yml."""

    recipients: Annotated[
        list[Recipient],
        Field(title="Nơi nhận", description="Các dòng nơi nhận, theo thứ tự in.", min_length=1),
    ]


class Unit(Entry):
    """A body: an office, a committee, a class of bodies the plan names."""

    name: Annotated[Name, Field(title="Tên", description="Tên chính thức, viết đúng như in.")]
    short: Annotated[
        Name | None, Field(title="Tên gọn", description="Tên viết gọn, nếu văn bản có dùng.")
    ] = None
    variant: Annotated[
        Name | None,
        Field(
            title="Cách viết khác", description="Cách viết khác có trong bản gốc, được giữ nguyên."
        ),
    ] = None
    old_names: Annotated[
        list[Name],
        Field(title="Tên cũ", description="Tên đã thôi dùng; gặp trong văn bản thì máy báo."),
    ] = []


class Units(Record):
    """The whole of units.yml."""

    units: Annotated[
        list[Unit], Field(title="Đơn vị", description="Mỗi đơn vị một mục.", min_length=1)
    ]


class Allowed(Record):
    """A number or spelling typed by hand that the guard lets pass, and why."""

    where: Annotated[
        Quoted, Field(title="Ở tệp nào", description="Ví dụ: plan.yml hoặc docs/ke-hoach.md.")
    ]
    text: Annotated[
        Quoted,
        Field(title="Đoạn chữ", description="Chép đúng đoạn chữ có số hoặc cách viết được phép."),
    ]
    reason: Annotated[Quoted, Field(title="Lý do", description="Vì sao không lấy từ dữ liệu.")]


class Exceptions(Record):
    """The whole of exceptions.yml."""

    exceptions: Annotated[
        list[Allowed],
        Field(title="Ngoại lệ", description="Chỗ được gõ tay con số hoặc cách viết khác."),
    ] = []
