"""data/agenda.yml, delegates.yml, awards.yml, tasks.yml: who comes, speaks, is rewarded, works."""

from typing import Annotated

from pydantic import Field

from conference.models.base import (
    Clock,
    Count,
    Day,
    Ending,
    Entry,
    Flag,
    GroupId,
    Name,
    Open,
    OrOpen,
    Plain,
    Record,
    Text,
    UnitId,
)


class Responsible(Record):
    """Who carries an item of the agenda."""

    unit: Annotated[UnitId, Field(title="Đơn vị", description="Mã đơn vị thực hiện.")]
    post: Annotated[
        Plain | None,
        Field(title="Ai", description="Chữ in trước tên đơn vị, ví dụ: Đồng chí Trưởng."),
    ] = None
    in_title: Annotated[
        Flag,
        Field(
            title="Đã nêu trong nội dung", description="true nếu nội dung đã nêu tên, không in lại."
        ),
    ] = False


class AgendaItem(Entry):
    """One item of the agenda."""

    title: Annotated[Text, Field(title="Nội dung", description="Nội dung mục chương trình.")]
    responsible: Annotated[
        OrOpen[Responsible], Field(title="Người thực hiện", description="Ai thực hiện mục này.")
    ]
    start: Annotated[
        Clock | None,
        Field(title="Bắt đầu", description="Giờ bắt đầu, viết 7h30; bỏ trống nếu chưa có."),
    ] = None
    minutes: Annotated[
        Count | None, Field(title="Số phút", description="Thời lượng, tính bằng phút.", ge=1)
    ] = None
    end: Annotated[
        Ending | None, Field(title="Dấu cuối", description="Chỉ ghi khi khác lệ chung.")
    ] = None


class Agenda(Record):
    """The whole of agenda.yml."""

    items: Annotated[
        list[AgendaItem],
        Field(title="Chương trình", description="Các mục, theo thứ tự diễn ra.", min_length=1),
    ]
    ends: Annotated[
        Clock | None, Field(title="Giờ bế mạc", description="Giờ dự kiến kết thúc, nếu đã định.")
    ] = None


class DelegateGroup(Entry):
    """A group of those invited; groups may overlap, heads are counted once."""

    name: Annotated[Text, Field(title="Thành phần", description="Nguyên văn dòng thành phần.")]
    label: Annotated[
        Plain, Field(title="Tên gọn", description="Tên ngắn để dùng trong bảng, biểu.")
    ]
    stated: Annotated[
        OrOpen[Count], Field(title="Số dự kiến", description="Số đại biểu dự kiến của khối.")
    ]
    rewarded: Annotated[
        Flag,
        Field(
            title="Khối được khen", description="true nếu đây là khối các tập thể được khen thưởng."
        ),
    ] = False


class Delegate(Entry):
    """A person invited."""

    name: Annotated[Name, Field(title="Họ và tên", description="Họ và tên đại biểu.")]
    post: Annotated[Plain | None, Field(title="Chức vụ", description="Chức vụ.")] = None
    unit: Annotated[UnitId | None, Field(title="Đơn vị", description="Mã đơn vị.")] = None
    groups: Annotated[
        list[GroupId],
        Field(title="Khối", description="Mã khối; đứng trước là khối chính.", min_length=1),
    ]
    seat: Annotated[Name | None, Field(title="Chỗ ngồi", description="Ví dụ: A01.")] = None


class Delegates(Record):
    """The whole of delegates.yml."""

    stated: Annotated[
        Count, Field(title="Tổng số dự kiến", description="Tổng số đại biểu theo kế hoạch đã ký.")
    ]
    groups: Annotated[
        list[DelegateGroup],
        Field(title="Thành phần", description="Các khối đại biểu, theo thứ tự in.", min_length=1),
    ]
    delegates: Annotated[
        OrOpen[list[Delegate]],
        Field(title="Danh sách đại biểu", description="Từng đại biểu, hoặc open khi chưa có tên."),
    ]
    rest: Annotated[
        Open | None,
        Field(title="Còn thiếu", description="Ghi khi danh sách mới có một phần tên."),
    ] = None


class Collective(Entry):
    """A body that is rewarded."""

    name: Annotated[Name, Field(title="Tên tập thể", description="Tên đúng như in trên giấy khen.")]
    unit: Annotated[
        UnitId | None,
        Field(title="Đơn vị", description="Mã đơn vị, nếu tập thể có trong units.yml."),
    ] = None


class AwardPart(Entry):
    """A part of an award's recipients, counted by itself."""

    to: Annotated[Text, Field(title="Tặng cho", description="Chữ in sau con số.")]
    label: Annotated[Plain, Field(title="Tên gọn", description="Tên ngắn để dùng trong bảng.")]
    stated: Annotated[Count, Field(title="Số theo kế hoạch", description="Viết 5, không viết 05.")]
    recipients: Annotated[
        OrOpen[list[Collective]],
        Field(title="Danh sách", description="Các tập thể, hoặc open khi chưa có tên."),
    ]
    rest: Annotated[
        Open | None,
        Field(title="Còn thiếu", description="Ghi khi danh sách mới có một phần tên."),
    ] = None


class Award(Entry):
    """What one body awards, to how many."""

    giver: Annotated[UnitId, Field(title="Cơ quan tặng", description="Mã đơn vị tặng.")]
    form: Annotated[Plain, Field(title="Hình thức", description="Ví dụ: giấy khen.")]
    to: Annotated[Text, Field(title="Tặng cho", description="Chữ in sau con số.")]
    label: Annotated[Plain, Field(title="Tên gọn", description="Tên ngắn để dùng trong bảng.")]
    stated: Annotated[
        Count, Field(title="Số theo kế hoạch", description="Số đã ký; phải bằng tổng các phần.")
    ]
    parts: Annotated[
        list[AwardPart], Field(title="Gồm", description="Các phần của số trên, nếu kế hoạch chia.")
    ] = []
    recipients: Annotated[
        OrOpen[list[Collective]] | None,
        Field(title="Danh sách", description="Các tập thể, hoặc open; bỏ trống khi đã chia phần."),
    ] = None
    rest: Annotated[
        Open | None,
        Field(title="Còn thiếu", description="Ghi khi danh sách mới có một phần tên."),
    ] = None
    end: Annotated[
        Ending | None, Field(title="Dấu cuối", description="Chỉ ghi khi khác lệ chung.")
    ] = None


class Awards(Record):
    """The whole of awards.yml."""

    awards: Annotated[
        list[Award],
        Field(title="Khen thưởng", description="Theo thứ tự in trong kế hoạch.", min_length=1),
    ]


class Work(Record):
    """One piece of work inside a task, with those who help."""

    support: Annotated[
        list[UnitId], Field(title="Phối hợp", description="Mã các đơn vị phối hợp.")
    ] = []
    what: Annotated[Text, Field(title="Việc", description="Việc phải làm.")]


class Task(Entry):
    """An assignment: who leads, who supports, what is to be done."""

    lead: Annotated[UnitId, Field(title="Chủ trì", description="Mã đơn vị chủ trì.")]
    due: Annotated[
        Day | None,
        Field(title="Hạn", description="Ngày/tháng/năm phải xong; bỏ trống nếu chưa định."),
    ] = None
    assigned: Annotated[
        Flag, Field(title="Có chữ «Giao»", description="false nếu câu không mở đầu bằng «Giao».")
    ] = True
    works: Annotated[
        list[Work], Field(title="Nội dung", description="Các việc trong câu.", min_length=1)
    ]


class Tasks(Record):
    """The whole of tasks.yml."""

    tasks: Annotated[
        list[Task],
        Field(title="Phân công", description="Theo thứ tự in trong kế hoạch.", min_length=1),
    ]


class Banner(Record):
    """The whole of banner.yml."""

    lines: Annotated[
        list[Text], Field(title="Tít chữ", description="Từng dòng, đúng chữ hoa.", min_length=1)
    ]
