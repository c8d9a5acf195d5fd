"""data/awards.yml: who is rewarded, by whom, in which form, and how many."""

from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, model_validator

from conference.models.amounts import HowMany
from conference.models.record import DataFile, Entry
from conference.models.values import Ending, Flag, Name, Open, OrOpen, ShortText, Text, UnitId

RecipientKind = Literal["collective", "individual", "household"]
NOUNS: dict[RecipientKind, str] = {
    "collective": "tập thể",
    "individual": "cá nhân",
    "household": "hộ gia đình",
}
"""What recipients may be, and what they are called unless the data says otherwise."""
_KIND = "collective: tập thể; individual: cá nhân; household: hộ gia đình."


class Recipient(Entry):
    """A body, a person or a household that is rewarded."""

    name: Annotated[
        Name,
        Field(
            title="Tên",
            description="Tên đúng như in trên giấy khen; của người thì là họ và tên.",
            examples=["Khối dân vận xã A"],
        ),
    ]
    post: Annotated[
        ShortText | None,
        Field(
            title="Chức vụ",
            description="Chức vụ của cá nhân, không kèm đơn vị.",
            examples=["Phó Chủ tịch"],
        ),
    ] = None
    unit: Annotated[
        UnitId | None,
        Field(
            title="Đơn vị",
            description="Mã của tập thể nếu có trong units.yml; của cá nhân là đơn vị công tác.",
        ),
    ] = None


class AwardPart(Entry):
    """A part of an award's recipients, counted by itself."""

    to: Annotated[
        Text,
        Field(
            title="Tặng cho", description="Chữ in sau con số.", examples=["mô hình dân vận khéo"]
        ),
    ]
    label: Annotated[
        ShortText,
        Field(title="Tên gọn", description="Tên ngắn để dùng trong bảng.", examples=["Mô hình"]),
    ]
    kind: Annotated[
        RecipientKind | None,
        Field(title="Tặng ai", description=f"{_KIND} Bỏ trống thì như của giải."),
    ] = None
    noun: Annotated[
        ShortText | None,
        Field(
            title="Đếm gì",
            description="Chữ gọi người được khen của phần, nếu khác chữ của kind.",
            examples=["mô hình"],
        ),
    ] = None
    stated: Annotated[
        OrOpen[HowMany],
        Field(
            title="Số theo kế hoạch",
            description="Số của phần này theo kế hoạch đã ký; viết 5, không viết 05.",
        ),
    ]
    recipients: Annotated[
        OrOpen[list[Recipient]] | None,
        Field(
            title="Danh sách",
            description="Những ai được khen, hoặc open khi chưa có tên.",
        ),
    ] = None
    rest: Annotated[
        Open | None,
        Field(title="Còn thiếu", description="Ghi khi danh sách mới có một phần tên."),
    ] = None


class AwardForm(Entry):
    """How many of an award's recipients get one form of it."""

    form: Annotated[
        ShortText, Field(title="Hình thức", description="Ví dụ: bằng khen.", examples=["bằng khen"])
    ]
    level: Annotated[
        ShortText | None,
        Field(title="Cấp", description="Cấp khen thưởng, nếu cần nói.", examples=["cấp tỉnh"]),
    ] = None
    stated: Annotated[
        OrOpen[HowMany],
        Field(title="Số theo kế hoạch", description="Số được khen bằng hình thức này."),
    ]


class Award(Entry):
    """What one body awards, to how many."""

    giver: Annotated[UnitId, Field(title="Cơ quan tặng", description="Mã đơn vị tặng.")]
    form: Annotated[
        ShortText | None,
        Field(
            title="Hình thức",
            description="Ví dụ: giấy khen. Nhiều hình thức thì ghi forms thay cho mục này.",
            examples=["giấy khen"],
        ),
    ] = None
    level: Annotated[
        ShortText | None,
        Field(title="Cấp", description="Cấp khen thưởng, nếu cần nói.", examples=["cấp tỉnh"]),
    ] = None
    to: Annotated[
        Text,
        Field(
            title="Tặng cho",
            description="Chữ in sau con số.",
            examples=["tập thể tiêu biểu năm {conference.year}"],
        ),
    ]
    label: Annotated[
        ShortText,
        Field(title="Tên gọn", description="Tên ngắn để dùng trong bảng.", examples=["Tập thể"]),
    ]
    kind: Annotated[
        RecipientKind,
        Field(title="Tặng ai", description=f"{_KIND} Bỏ trống là collective."),
    ] = "collective"
    noun: Annotated[
        ShortText | None,
        Field(
            title="Đếm gì",
            description="Chữ gọi người được khen, nếu khác chữ của kind.",
            examples=["khu dân cư"],
        ),
    ] = None
    stated: Annotated[
        OrOpen[HowMany],
        Field(
            title="Số theo kế hoạch",
            description="Số đã ký; phải bằng tổng các phần.",
        ),
    ]
    proposed: Annotated[
        Flag,
        Field(
            title="Mới đề nghị",
            description="true nếu đề nghị cơ quan tặng xét, chưa phải đã khen; không tính vào tổng số được khen.",
        ),
    ] = False
    parts: Annotated[
        list[AwardPart], Field(title="Gồm", description="Các phần của số trên, nếu kế hoạch chia.")
    ] = []
    forms: Annotated[
        list[AwardForm],
        Field(
            title="Theo hình thức",
            description="Số trên chia theo hình thức khen; cộng lại phải đủ.",
        ),
    ] = []
    recipients: Annotated[
        OrOpen[list[Recipient]] | None,
        Field(
            title="Danh sách",
            description="Những ai được khen, hoặc open; bỏ trống khi đã chia phần.",
        ),
    ] = None
    rest: Annotated[
        Open | None,
        Field(title="Còn thiếu", description="Ghi khi danh sách mới có một phần tên."),
    ] = None
    end: Annotated[
        Ending | None,
        Field(title="Dấu cuối", description="Dấu in ở cuối dòng; chỉ ghi khi khác lệ chung."),
    ] = None

    @model_validator(mode="after")
    def _form_or_forms(self) -> Self:
        if self.form and self.forms:
            raise ValueError("đã ghi forms thì xóa dòng form, hoặc ngược lại")
        if not self.form and not self.forms:
            raise ValueError("thiếu hình thức; hãy thêm dòng form, ví dụ: «form: giấy khen»")
        return self


class Counted(NamedTuple):
    """What has a number and recipients of its own: a part of an award, or an award without parts."""

    award: Award
    owner: Award | AwardPart
    kind: RecipientKind
    noun: str

    @property
    def figures(self) -> str:
        """How the names of its figures begin: "awards.ubnd-huyen.mo-hinh"."""
        name = f"awards.{self.award.id}"
        return name if self.owner is self.award else f"{name}.{self.owner.id}"


def counted_in(award: Award) -> list[Counted]:
    """The parts of an award, or the award itself when it has none, with what each counts."""
    usual = award.noun or NOUNS[award.kind]
    if not award.parts:
        return [Counted(award, award, award.kind, usual)]
    return [
        Counted(
            award,
            part,
            part.kind or award.kind,
            part.noun or (NOUNS[part.kind] if part.kind else usual),
        )
        for part in award.parts
    ]


def given(awards: list[Award]) -> list[Award]:
    """The awards that are made, without those that somebody else is asked for."""
    return [award for award in awards if not award.proposed]


def nouns_of(awards: list[Award]) -> str:
    """What the recipients are called, each once, in order: «tập thể, cá nhân»."""
    return ", ".join(dict.fromkeys(one.noun for award in awards for one in counted_in(award)))


class Awards(DataFile):
    """The file awards.yml."""

    awards: Annotated[
        list[Award],
        Field(title="Khen thưởng", description="Theo thứ tự in trong kế hoạch.", min_length=1),
    ]
