"""The blocks a page may call: what each shows, and which files of the data it takes.

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
        wide: True when its table, once there is one, needs a sheet that lies.
    """

    title: str
    needs: tuple[str, ...] = ()
    own_document: bool = False
    wide: bool = False


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
        "banner": Block("Tít chữ", ("banner",)),
        "agenda_list": Block("Chương trình, từng dòng như trong kế hoạch", ("agenda",)),
        "agenda_table": Block("Bảng chương trình", ("agenda",)),
        "agenda_shape": Block("Chương trình thu gọn", ("agenda",)),
        "delegate_groups_list": Block("Thành phần, từng dòng như trong kế hoạch", ("delegates",)),
        "delegate_groups_table": Block("Bảng các khối đại biểu", ("delegates",)),
        "delegates_table": Block("Danh sách đại biểu", ("delegates",), wide=True),
        "delegates_chart": Block("Hình các khối đại biểu", ("delegates",)),
        "awards_list": Block("Khen thưởng, từng dòng như trong kế hoạch", ("awards",)),
        "awards_table": Block("Bảng khen thưởng", ("awards",)),
        "awards_chart": Block("Hình khen thưởng", ("awards",)),
        "recipients_tables": Block("Danh sách được khen", ("awards",)),
        "tasks_list": Block("Phân công, từng dòng như trong kế hoạch", ("tasks",)),
        "tasks_table": Block("Bảng phân công", ("tasks",)),
        "tasks_by_unit": Block("Phân công theo đơn vị", ("tasks",)),
        # What is known of all of it
        "conference_card": Block("Hội nghị tóm tắt: tên, thời gian, địa điểm, văn bản"),
        "key_figures": Block("Những con số chính"),
        "open_by_unit": Block("Việc chưa chốt, theo đơn vị"),
        "open_values_table": Block("Bảng việc chưa chốt"),
        "figures_table": Block("Bảng đối chiếu mọi con số", wide=True),
        "inferred_table": Block("Bảng những mục suy ra, cần xác nhận", _DOCUMENT),
        "differences_table": Block("Bảng chỗ khác bản gốc", _DOCUMENT),
        "state_banner": Block("Dải báo dự thảo hay đã ban hành"),
        "prepared_and_checked": Block("Chỗ ký của người lập, người kiểm tra"),
        "print_set_form": Block("Bảng chọn văn bản để in"),
        "rules_table": Block("Bảng những điều máy kiểm tra"),
    }
)
