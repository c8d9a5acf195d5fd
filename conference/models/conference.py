"""data/conference.yml: when and where the conference meets, and who leads it; what it is, is in about.py."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StrictInt

from conference.models.about import About
from conference.models.amounts import HowMany
from conference.models.days import When, Year
from conference.models.doers import Doers
from conference.models.record import Entry, Record
from conference.models.values import Clock, Name, OrOpen, Text


class Time(Record):
    """When the conference meets, as far as it is known."""

    week: Annotated[
        StrictInt | None,
        Field(
            title="Tuần",
            description="Tuần thứ mấy của tháng, theo kế hoạch; bỏ trống nếu kế hoạch không nói tuần.",
            ge=1,
            le=5,
            examples=[4],
        ),
    ] = None
    year: Annotated[
        Year | None,
        Field(
            title="Năm họp", description="Chỉ ghi khi họp vào năm sau; bỏ trống là năm tổng kết."
        ),
    ] = None
    month: Annotated[
        StrictInt | None,
        Field(
            title="Tháng",
            description="Tháng họp, theo kế hoạch; bỏ trống nếu đã có ngày.",
            ge=1,
            le=12,
            examples=[12],
        ),
    ] = None
    date: Annotated[
        OrOpen[When],
        Field(
            title="Ngày họp",
            description="Ngày/tháng/năm khi đã chốt, ví dụ: 22/12/2022; họp nhiều ngày thì first và last.",
            examples=["22/12/2030"],
        ),
    ]


_Venue = Annotated[
    OrOpen[Text] | None,
    Field(
        title="Địa điểm",
        description="Nơi họp; bỏ trống nếu chưa nói gì.",
        examples=["Hội trường {unit.huyen-uy}"],
    ),
]


class Point(Entry):
    """A place from which people take part in an online meeting."""

    name: Annotated[
        Name,
        Field(
            title="Tên điểm cầu",
            description="Tên điểm cầu, viết như in.",
            examples=["Điểm cầu trung tâm"],
        ),
    ]
    venue: _Venue = None
    stated: Annotated[
        OrOpen[HowMany] | None,
        Field(
            title="Số đại biểu",
            description="Số đại biểu dự kiến dự ở điểm cầu; bỏ trống khi kế hoạch không định số.",
        ),
    ] = None

    @property
    def label(self) -> str:
        """What a list calls it: its name."""
        return self.name


def _no_regime(value: Any) -> Any:
    """Older folders typed the regime of their document under this key."""
    if isinstance(value, dict):
        raise ValueError(
            "thể thức của văn bản nay ghi ở documents.yml (regime); ở đây chỉ ghi in_person, online hoặc hybrid"
        )
    return value


class Gathering(Record):
    """How people meet and who leads them, at the one meeting of a conference or at one of several."""

    form: Annotated[
        Literal["in_person", "online", "hybrid"] | None,
        BeforeValidator(_no_regime),
        Field(
            title="Hình thức họp",
            description="in_person (trực tiếp), online (trực tuyến) hay hybrid (trực tiếp kết hợp trực tuyến); bỏ trống nếu chưa nói gì.",
        ),
    ] = None
    venue: _Venue = None
    points: Annotated[
        list[Point], Field(title="Điểm cầu", description="Các điểm cầu khi họp trực tuyến.")
    ] = []
    chairs: Annotated[
        Doers,
        Field(
            title="Chủ trì",
            description="Ai chủ trì: mỗi dòng một mã đơn vị, hoặc các dòng unit, post, person.",
        ),
    ] = []
    presidium: Annotated[
        Doers,
        Field(title="Đoàn chủ tịch", description="Những người điều hành, ghi như ở chairs."),
    ] = []
    secretaries: Annotated[
        Doers,
        Field(title="Thư ký", description="Đoàn thư ký, tổ thư ký, ghi như ở chairs."),
    ] = []
    credentials: Annotated[
        Doers,
        Field(
            title="Thẩm tra tư cách đại biểu",
            description="Ban thẩm tra tư cách đại biểu, ghi như ở chairs.",
        ),
    ] = []
    tellers: Annotated[
        Doers,
        Field(title="Kiểm phiếu", description="Ban kiểm phiếu, ghi như ở chairs."),
    ] = []
    reserve: Annotated[
        When | None,
        Field(
            title="Ngày dự phòng",
            description="Ngày họp thay khi không họp được ngày đã định, sau ngày ấy.",
            examples=["29/12/2030"],
        ),
    ] = None


class _Occasion(Entry):
    """What one of several meetings is called, and when it is."""

    name: Annotated[
        Text,
        Field(
            title="Tên cuộc họp",
            description="Tên cuộc họp, như in trong văn bản.",
            examples=["Hội nghị hiệp thương lần thứ nhất"],
        ),
    ]
    date: Annotated[
        OrOpen[When],
        Field(
            title="Ngày họp",
            description="Ngày/tháng/năm khi đã chốt, hoặc điều đã biết.",
            examples=["22/12/2030"],
        ),
    ]
    start: Annotated[
        Clock | None,
        Field(title="Bắt đầu", description="Giờ bắt đầu, viết 7h30; bỏ trống nếu chưa có."),
    ] = None


class Meeting(Gathering, _Occasion):
    """One of several meetings of a conference."""


class Conference(Gathering, About):
    """The file conference.yml."""

    time: Annotated[
        Time | None,
        Field(title="Thời gian", description="Thời gian họp; bỏ trống nếu chưa nói gì."),
    ] = None
    meetings: Annotated[
        list[Meeting],
        Field(
            title="Các cuộc họp",
            description="Khi hội nghị họp nhiều cuộc: mỗi cuộc một mục, thay cho time, venue, form, "
            "points, reserve ở ngoài.",
        ),
    ] = []

    @property
    def meeting_year(self) -> int | None:
        """The year in which the conference meets: often the one after the year it sums up."""
        if self.time and self.time.year:
            return self.time.year
        years = [one.date.year for one in self.meetings if isinstance(one.date, date)]
        return max([*years, self.year]) if self.year else None

    @property
    def gatherings(self) -> Sequence[Gathering]:
        """The meetings; the conference itself when it has one."""
        return self.meetings or [self]
