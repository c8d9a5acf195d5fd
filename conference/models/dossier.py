"""The dossier: one field a file of the data folder; NEEDED are those that must be there."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from conference.models.agenda import Agenda
from conference.models.awards import Awards
from conference.models.banner import Banner
from conference.models.citations import Citations
from conference.models.conference import Conference
from conference.models.delegates import Delegates
from conference.models.documents import Document, Documents
from conference.models.exceptions import Exceptions
from conference.models.facts import OtherFacts
from conference.models.record import DataFile, Record
from conference.models.synonyms import Synonyms
from conference.models.tasks import Tasks
from conference.models.units import Units


class Dossier(Record):
    """All that is known of one conference; field `awards` is read from awards.yml, and so on."""

    conference: Annotated[
        Conference,
        Field(title="Hội nghị", description="Hội nghị gì, của ai, về năm nào, họp khi nào, ở đâu."),
    ]
    units: Annotated[
        Units, Field(title="Đơn vị", description="Tên các cơ quan, đơn vị; nơi khác gọi theo mã.")
    ]
    documents: Annotated[
        Documents,
        Field(
            title="Văn bản ban hành",
            description="Thể thức, cơ quan ban hành, số, ngày, căn cứ, nơi nhận, người ký của từng văn bản.",
        ),
    ]
    citations: Annotated[
        Citations,
        Field(
            title="Văn bản dẫn", description="Văn bản của nơi khác được nhắc đến, hoặc làm căn cứ."
        ),
    ]
    facts: Annotated[
        OtherFacts,
        Field(
            title="Số và ngày khác",
            description="Con số, ngày mà văn bản nhắc đến nhưng không phải của hội nghị.",
        ),
    ]
    agenda: Annotated[
        Agenda,
        Field(title="Chương trình", description="Các mục theo thứ tự, người thực hiện, giờ."),
    ]
    delegates: Annotated[
        Delegates, Field(title="Đại biểu", description="Tổng số, các khối, danh sách.")
    ]
    awards: Annotated[
        Awards,
        Field(
            title="Khen thưởng",
            description="Ai tặng, hình thức nào, bao nhiêu, cho ai.",
        ),
    ]
    tasks: Annotated[
        Tasks, Field(title="Phân công", description="Ai chủ trì, ai phối hợp, việc gì, hạn nào.")
    ]
    banner: Annotated[Banner, Field(title="Tít chữ", description="Các dòng chữ treo ở hội trường.")]
    exceptions: Annotated[
        Exceptions,
        Field(title="Ngoại lệ", description="Con số hoặc cách viết buộc phải gõ tay, và lý do."),
    ]

    synonyms: Annotated[
        Synonyms,
        Field(
            title="Từ đồng nghĩa",
            description="Cách nói khác khi tìm trên trang; không in ra đâu.",
        ),
    ]

    def files(self) -> Iterator[tuple[str, DataFile]]:
        """Every file with its name, in the order of the fields: ("awards", …)."""
        for name in type(self).model_fields:
            yield name, getattr(self, name)

    @property
    def whole(self) -> bool:
        """True when every file that is there could be read to the end."""
        return all(file.whole or file.absent for _, file in self.files())

    def document(self, name: str) -> Document | None:
        """The document of an id; None when there is none."""
        return next((one for one in self.documents.documents if one.id == name), None)


NEEDED = ("conference", "units")
"""The files every dossier has. Of any other: absent means there is none of it."""
