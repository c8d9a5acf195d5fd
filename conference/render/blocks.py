"""What a page may call, blocks and functions: what each shows, which files of the data it takes.

A block is a template in templates/blocks under its name. The checker asks for the files, the guide's
table of calls is made from the titles.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Block:
    """One block.

    Attributes:
        title: what it shows, in Vietnamese, for the guide.
        needs: the files without which there is nothing to show.
        own_document: True when it shows the document of the page that calls it.
        wide_from: how many columns its table must have to need a sheet that lies; 0 if it never does.
        constant: True when it is the same whatever the data are, so that a server writes it once.
    """

    title: str
    needs: tuple[str, ...] = ()
    own_document: bool = False
    wide_from: int = 0
    constant: bool = False


@dataclass(frozen=True)
class Function:
    """What a page may call besides blocks.

    Attributes:
        title: what it shows, in Vietnamese, for the guide.
        typed: how it is typed, for advice.
        least: the fewest words in the brackets.
        most: the most.
    """

    title: str
    typed: str
    least: int
    most: int


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "figure": Function(
            "Con số", 'figure("tên.con-số") hoặc figure("tên.con-số", "words")', 1, 2
        ),
        "unit": Function("Tên đơn vị", 'unit("mã-đơn-vị") hoặc unit("mã-đơn-vị", "short")', 1, 2),
        "cite": Function(
            "Văn bản dẫn: loại, số, ngày, nơi ban hành, trích yếu",
            'cite("mã-văn-bản-dẫn") hoặc cite("mã-văn-bản-dẫn", "short")',
            1,
            2,
        ),
        "section": Function("Số của một đề mục trên cùng trang", 'section("mã-đề-mục")', 1, 1),
        "print_set": Function("Mọi tờ của bộ in; chỉ ở trang có paper: set", "print_set()", 0, 0),
    }
)

_DOCUMENT = ("documents",)

BLOCKS: Mapping[str, Block] = MappingProxyType(
    {
        # The frame of a document
        "document_head": Block("Phần đầu văn bản: cơ quan, số, ngày", _DOCUMENT, True),
        "document_title": Block("Tên loại và trích yếu", _DOCUMENT, True),
        "addressees": Block("Kính gửi", _DOCUMENT, True),
        "bases": Block("Các căn cứ, mỗi căn cứ một dòng", ("documents", "citations"), True),
        "document_foot": Block("Nơi nhận và chữ ký", _DOCUMENT, True),
        "appendix_reference": Block("Dòng «Kèm theo …» của phụ lục", _DOCUMENT, True),
        # The matter of the conference
        "meeting": Block("Thời gian, địa điểm", ("conference",)),
        "meetings_list": Block("Các cuộc họp, mỗi cuộc một đoạn", ("conference",)),
        "banner": Block("Tít chữ", ("banner",)),
        "agenda_list": Block("Chương trình, từng dòng như trong kế hoạch", ("agenda",)),
        "agenda_table": Block("Bảng chương trình", ("agenda",)),
        "agenda_shape": Block("Chương trình thu gọn", ("agenda",)),
        "delegate_groups_list": Block("Thành phần, từng dòng như trong kế hoạch", ("delegates",)),
        "delegate_groups_counted": Block(
            "Thành phần, từng dòng với số đại biểu và cách phân bổ", ("delegates",)
        ),
        "delegate_groups_table": Block("Bảng các khối đại biểu", ("delegates",), wide_from=6),
        "delegates_table": Block("Danh sách đại biểu", ("delegates",), wide_from=6),
        "delegates_chart": Block("Hình các khối đại biểu", ("delegates",)),
        "discussion_groups_table": Block("Bảng tổ thảo luận", ("delegates",)),
        "awards_list": Block("Khen thưởng, từng dòng như trong kế hoạch", ("awards",)),
        "awards_table": Block("Bảng khen thưởng", ("awards",)),
        "awards_chart": Block("Hình khen thưởng", ("awards",)),
        "recipients_tables": Block("Danh sách được khen", ("awards",)),
        "tasks_list": Block("Phân công, từng dòng như trong kế hoạch", ("tasks",)),
        "tasks_table": Block("Bảng phân công", ("tasks",), wide_from=6),
        "tasks_by_unit": Block("Phân công theo đơn vị", ("tasks",)),
        # What is known of all of it
        "conference_card": Block("Hội nghị tóm tắt: tên, thời gian, địa điểm, văn bản"),
        "key_figures": Block("Những con số chính"),
        "open_by_unit": Block("Việc chưa chốt, theo đơn vị"),
        "open_values_table": Block("Bảng việc chưa chốt"),
        "figures_table": Block("Bảng đối chiếu mọi con số", wide_from=5),
        "page_numbers_table": Block("Bảng con số của từng trang: lấy từ đâu"),
        "inferred_table": Block("Bảng những mục suy ra, cần xác nhận", _DOCUMENT),
        "differences_table": Block("Bảng chỗ khác bản gốc", _DOCUMENT),
        "state_banner": Block("Dải báo dự thảo hay đã ban hành"),
        "prepared_and_checked": Block("Chỗ ký của người lập, người kiểm tra"),
        "print_set_form": Block("Bảng chọn văn bản để in"),
        # What the guide says of the project itself
        "files_table": Block("Bảng các tệp dữ liệu, từng mục của mỗi tệp"),
        "papers_table": Block("Bảng các loại giấy, các dòng ở đầu trang", constant=True),
        "regimes_table": Block("Bảng các thể thức", constant=True),
        "calls_table": Block("Bảng những gì một trang gọi được"),
        "rules_table": Block("Bảng những điều máy kiểm tra", constant=True),
    }
)


def block_names() -> tuple[str, ...]:
    """Name every block a page may call, in alphabetical order."""
    return tuple(sorted(BLOCKS))
