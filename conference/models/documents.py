"""data/documents.yml: the documents this conference issues."""

from itertools import zip_longest
from typing import Annotated, Literal

from pydantic import Field, StrictInt

from conference.models.reconciled import Difference, Inferred
from conference.models.record import DataFile, Entry, Record
from conference.models.values import (
    CitationId,
    Count,
    Day,
    Ending,
    Name,
    OrOpen,
    ShortText,
    Symbol,
    Text,
    UnitId,
)


class Issuer(Record):
    """A body that issues a document, as the head names it."""

    unit: Annotated[UnitId, Field(title="Cơ quan ban hành", description="Mã đơn vị ban hành.")]
    superior: Annotated[
        OrOpen[ShortText] | None,
        Field(
            title="Cơ quan cấp trên",
            description="In ở dòng trên tên cơ quan ban hành, ví dụ: Đảng bộ thành phố Hải Phòng; "
            "bỏ trống nếu không có.",
            examples=["Đảng bộ tỉnh Minh Họa"],
        ),
    ] = None


class Signatory(Record):
    """Who signs: the lines over the signature, the post, the name."""

    on_behalf_of: Annotated[
        UnitId | None,
        Field(
            title="Của cơ quan nào",
            description="Mã cơ quan mà văn bản được ký thay mặt, nếu khác cơ quan ban hành.",
        ),
    ] = None
    authority: Annotated[
        list[ShortText],
        Field(
            title="Quyền hạn",
            description="Từng dòng trên chức vụ, viết như in, ví dụ: T/M Ban Thường vụ (văn bản Đảng), "
            "TM. Ủy ban nhân dân (văn bản Nhà nước); bỏ trống nếu người đứng đầu ký.",
            examples=[["T/M Ban Thường vụ"]],
        ),
    ] = []
    post: Annotated[
        ShortText,
        Field(
            title="Chức vụ",
            description="Chức vụ người ký, không kèm cơ quan.",
            examples=["Phó Bí thư"],
        ),
    ]
    name: Annotated[
        OrOpen[Name],
        Field(title="Họ và tên", description="Họ và tên người ký.", examples=["Nguyễn Văn A"]),
    ]
    second_post: Annotated[
        ShortText | None,
        Field(
            title="Chức vụ kiêm nhiệm",
            description="Ghi nếu có; in trên họ tên (văn bản Nhà nước), dưới họ tên (văn bản Đảng).",
            examples=["Trưởng Ban Dân vận"],
        ),
    ] = None


class Recipient(Entry):
    """One line of the distribution list."""

    to: Annotated[
        Text,
        Field(
            title="Nơi nhận",
            description="Nơi nhận, có thể gọi mã đơn vị.",
            examples=["Lưu {unit.van-phong-huyen-uy}"],
        ),
    ]
    purpose: Annotated[
        ShortText | None,
        Field(
            title="Để làm gì",
            description='Viết như in, cả dấu ngoặc, ví dụ: "(để b/c)"; bỏ trống nếu không ghi.',
            examples=["(để b/c)"],
        ),
    ] = None
    code: Annotated[
        Name | None,
        Field(
            title="Nơi lưu, mã người soạn",
            description="In sau nơi nhận, ví dụ: VT, NV (V-10b); bỏ trống nếu không ghi.",
            examples=["VT, NV (V-10b)"],
        ),
    ] = None
    end: Annotated[
        Ending | None,
        Field(title="Dấu cuối", description="Dấu in ở cuối dòng; chỉ ghi khi khác lệ chung."),
    ] = None


class Document(Entry):
    """A document that is issued: what its head, its foot and its title say."""

    kind: Annotated[
        ShortText,
        Field(
            title="Tên loại",
            description="Kế hoạch, Quyết định, Giấy mời … Công văn thì không in tên loại.",
            examples=["Kế hoạch"],
        ),
    ]
    about: Annotated[
        Text | None,
        Field(
            title="Trích yếu",
            description="Dòng dưới tên loại; với công văn: dưới số.",
            examples=["Tổ chức {conference.title}"],
        ),
    ] = None
    regime: Annotated[
        Literal["party-36", "party-05", "state-30"],
        Field(
            title="Thể thức",
            description="party-36: Hướng dẫn 36-HD/VPTW; party-05: Hướng dẫn 05-HD/VPTW; "
            "state-30: Nghị định 30/2020/NĐ-CP.",
        ),
    ]
    issuers: Annotated[
        list[Issuer],
        Field(
            title="Cơ quan ban hành",
            description="Một cơ quan; nhiều cơ quan nếu ban hành chung.",
            min_length=1,
        ),
    ]
    symbol: Annotated[
        Symbol | None,
        Field(
            title="Ký hiệu",
            description="Loại và cơ quan, ví dụ: KH/HU (Đảng), KH-UBND (Nhà nước); bỏ trống nếu văn bản "
            "không có số.",
        ),
    ] = None
    number: Annotated[
        OrOpen[Annotated[StrictInt, Field(ge=1, le=99_999)]] | None,
        Field(
            title="Số văn bản",
            description="Chỉ phần số, ví dụ: 15. Ký hiệu ghi ở mục symbol.",
            examples=[15],
        ),
    ] = None
    place: Annotated[
        ShortText,
        Field(
            title="Địa danh",
            description="Địa danh trước ngày tháng, ví dụ: Vĩnh Bảo.",
            examples=["Minh Họa"],
        ),
    ]
    date: Annotated[
        OrOpen[Day], Field(title="Ngày ban hành", description="Ngày/tháng/năm, khi đã ký.")
    ]
    status: Annotated[
        Literal["draft", "issued"],
        Field(title="Tình trạng", description="draft: dự thảo; issued: đã ban hành."),
    ]
    draft: Annotated[
        Count | None,
        Field(
            title="Lần dự thảo",
            description="Dự thảo lần thứ mấy; bỏ trống nếu không ghi lần.",
            ge=1,
            examples=[2],
        ),
    ] = None
    circulation: Annotated[
        ShortText | None,
        Field(
            title="Phạm vi lưu hành",
            description="Dấu chỉ phạm vi lưu hành, ví dụ: Tài liệu hội nghị; bỏ trống nếu không có.",
            examples=["Tài liệu hội nghị"],
        ),
    ] = None
    bases: Annotated[
        list[CitationId],
        Field(title="Căn cứ", description="Mã các văn bản dẫn mà văn bản này dựa vào."),
    ] = []
    contents: Annotated[
        list[Literal["agenda", "awards", "banner", "delegates", "tasks"]],
        Field(
            title="Phải có",
            description="Những phần mà trang của văn bản phải có, theo tên tệp dữ liệu.",
        ),
    ] = []
    addressees: Annotated[
        list[Text],
        Field(
            title="Kính gửi",
            description="Từng nơi được gửi đến; bỏ trống nếu không có.",
            examples=[["Các đồng chí được mời"]],
        ),
    ] = []
    distribution: Annotated[
        list[Recipient],
        Field(title="Nơi nhận", description="Các dòng nơi nhận, theo thứ tự in."),
    ] = []
    signatories: Annotated[
        list[Signatory],
        Field(
            title="Người ký",
            description="Một người; nhiều người nếu ký chung, từ trái sang phải.",
            min_length=1,
        ),
    ]
    inferred: Annotated[
        list[Inferred],
        Field(
            title="Cần xác nhận",
            description="Những mục suy ra, không có trong bản gốc; in ở trang đối chiếu.",
        ),
    ] = []
    differences: Annotated[
        list[Difference],
        Field(title="Khác bản gốc", description="Chỗ công bố khác tệp gốc; in ở trang đối chiếu."),
    ] = []

    @property
    def label(self) -> str:
        """What a list calls it: its kind."""
        return self.kind

    @property
    def is_letter(self) -> bool:
        """True for a công văn, which prints no title: its about stands under the number."""
        return self.kind.casefold() == "công văn"

    @property
    def owners(self) -> list[str]:
        """The units whose paper it is, as a reference to it says: «của Ban Thường vụ».

        Those who sign stand in the order of those who issue: each may sign for another body of theirs.
        """
        signed_for = [signatory.on_behalf_of for signatory in self.signatories]
        return [
            instead or issuer.unit
            for issuer, instead in zip_longest(self.issuers, signed_for[: len(self.issuers)])
        ]


class Documents(DataFile):
    """The file documents.yml."""

    documents: Annotated[
        list[Document],
        Field(
            title="Văn bản",
            description="Các văn bản của hội nghị, mỗi văn bản một mục.",
            min_length=1,
        ),
    ]
