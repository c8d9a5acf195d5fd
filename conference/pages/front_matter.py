"""The lines at the head of a page, between --- and ---: what the page is called and prints as.

Closed and typed like the files of the data, since MkDocs and its theme take any value and break on
some; what is wrong is told in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, ValidationError

from conference.findings import Finding, Place, did_you_mean, quote
from conference.loading.explain import explain
from conference.loading.yaml_files import parse
from conference.models.record import Record


class Paper(NamedTuple):
    """A kind of paper.

    Attributes:
        meaning: what it is, in Vietnamese.
        in_set: True when the print set holds pages of this kind.
    """

    meaning: str
    in_set: bool = True


PAPERS: Mapping[str, Paper] = MappingProxyType(
    {
        "document": Paper("văn bản có phần đầu, chữ ký"),
        "appendix": Paper("phụ lục kèm văn bản"),
        "sheet": Paper("tờ rời"),
        "banner": Paper("tít chữ, khổ ngang"),
        "set": Paper("bộ in", in_set=False),
        "screen": Paper("chủ yếu để xem trên màn hình", in_set=False),
    }
)
"""The papers a page may be printed as: what `paper:` in its front matter may say."""

FRONT, PAPER = "page-front", "page-paper"

# What MkDocs takes for front matter.
_FRONT_MATTER = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_OPENING = re.compile(r"-{3}[ \t]*(?:\n|$)")


def _a_title(value: Any) -> Any:
    if not isinstance(value, str) or not value.strip() or "{" in value or "}" in value:
        raise ValueError("tên trang phải là chữ thường, không trống, không có ngoặc nhọn")
    return value


def _a_paper(value: str) -> str:
    if value not in PAPERS:
        raise ValueError(
            f"không có loại giấy {quote(value)}.{did_you_mean(value, PAPERS)} Chỉ có: {_papers()}"
        )
    return value


def _papers() -> str:
    return "; ".join(f"{name} ({paper.meaning})" for name, paper in PAPERS.items())


class Search(Record):
    """How the search treats a page."""

    exclude: Annotated[
        bool, Field(title="Không tìm", description="true: trang này không hiện khi tìm kiếm.")
    ] = False
    boost: Annotated[
        int,
        Field(
            ge=1,
            le=100,
            title="Ưu tiên",
            description="Số càng lớn thì khi tìm càng hiện trước.",
            examples=[2],
        ),
    ] = 1


class FrontMatter(Record):
    """What may stand at the head of a page; other keys would switch macros off or shadow them."""

    title: Annotated[
        str,
        BeforeValidator(_a_title),
        Field(
            title="Tên trang",
            description="Hiện ở đầu trang, trong danh mục và khi tìm kiếm.",
            examples=["Giấy mời"],
        ),
    ] = ""
    paper: Annotated[
        str,
        AfterValidator(_a_paper),
        Field(
            title="Loại giấy",
            description="Trang in ra loại giấy nào; trang nào cũng phải ghi.",
            examples=["document"],
        ),
    ] = ""
    document: Annotated[
        str,
        StringConstraints(min_length=1, max_length=60),
        Field(
            title="Văn bản",
            description="Mã văn bản trong documents.yml mà trang in ra, hay là phụ lục của nó.",
            examples=["giay-moi-01"],
        ),
    ] = ""
    landscape: Annotated[
        bool, Field(title="Khổ ngang", description="true: in trên giấy A4 nằm ngang.")
    ] = False
    audience: Annotated[
        Literal["everyone", "staff"],
        Field(
            title="Ai xem",
            description="everyone: mọi người; staff: chỉ cán bộ chuẩn bị hội nghị, trang không có trong "
            "bản dựng cho mọi người.",
        ),
    ] = "everyone"
    copies: Annotated[
        int | None,
        Field(
            ge=0,
            le=999,
            title="Số bản",
            description="Số bản ghi sẵn ở bộ in; bỏ trống: theo số bộ; 0: không chọn sẵn.",
            examples=[3],
        ),
    ] = None
    hide: Annotated[
        list[Literal["navigation", "toc", "footer"]],
        Field(
            default_factory=list,
            title="Ẩn",
            description="Phần của khung trang không hiện ở trang này; navigation: danh mục các trang; "
            "toc: mục lục của trang; footer: nút sang trang trước, trang sau.",
        ),
    ]
    search: Annotated[Search, Field(title="Tìm kiếm", description="Trang hiện ra sao khi tìm.")] = (
        Search()
    )


class Head(NamedTuple):
    """The head of a page as far as it could be read."""

    title: str
    """"" where none was typed."""
    title_place: Place
    paper: str
    """One of PAPERS, or what was typed in its place, or ""."""
    document: str
    """The id of the document it prints or is attached to; "" for none."""
    document_place: Place
    landscape: bool
    audience: str
    copies: int | None
    """How many copies the print set offers; None: as many as there are sets; 0: not chosen beforehand."""
    body_start: int
    """Where the Markdown of the page begins."""
    findings: tuple[Finding, ...]


def read_head(text: str, file: str) -> Head:
    """The front matter of a page.

    Args:
        text: The whole page.
        file: The page as editors know it.

    Returns:
        What it says, and everything wrong with it as findings of the rules page-front and page-paper.
    """
    front = _FRONT_MATTER.match(text)
    if front is None:
        return Head(
            "",
            Place(file),
            "",
            "",
            Place(file),
            False,
            "everyone",
            None,
            0,
            (_no_head(text, file),),
        )
    # The opening line is kept as a comment so that the lines count as in the file.
    matter, told = parse("#--\n" + front[1], file)
    findings = list(told)
    values = matter.value if matter and isinstance(matter.value, dict) else {}
    if matter is not None:
        try:
            FrontMatter.model_validate(matter.value)
        except ValidationError as error:
            of_paper = matter.at(("paper",)) if "paper" in values else None
            findings += [
                replace(found, rule=PAPER if found.place == of_paper else FRONT)
                for found in explain(error, FrontMatter, matter)
            ]
        if "paper" not in values and not findings:
            findings.append(_no_paper(Place(file)))
    title, paper = values.get("title"), values.get("paper")
    return Head(
        title=title if isinstance(title, str) else "",
        title_place=matter.at(("title",)) if matter and title else Place(file),
        paper=paper if isinstance(paper, str) else "",
        document=document if isinstance(document := values.get("document"), str) else "",
        document_place=matter.at(("document",)) if matter else Place(file),
        landscape=values.get("landscape") is True,
        # Mistyped, it is for few rather than for all.
        audience="everyone" if values.get("audience", "everyone") == "everyone" else "staff",
        copies=copies if isinstance(copies := values.get("copies"), int) else None,
        body_start=front.end(),
        findings=tuple(findings),
    )


def _no_head(text: str, file: str) -> Finding:
    if _OPENING.match(text):
        message = "phần đầu trang chưa khép; hãy thêm một dòng --- sau các mục title, paper."
        return Finding(Place(file), message, FRONT)
    if _OPENING.match(text.lstrip()):
        line = text[: len(text) - len(text.lstrip())].count("\n") + 1
        message = (
            "phần đầu trang phải mở bằng --- ngay ở dòng đầu tệp; hãy xóa các dòng trống ở trên."
        )
        return Finding(Place(file, line), message, FRONT)
    first = text.split("\n", 1)[0].rstrip()
    if first and not first.strip("-–—_=* "):
        message = f"phần đầu trang phải mở bằng đúng ba gạch; hãy sửa {quote(first)} thành ---."
        return Finding(Place(file), message, FRONT)
    return _no_paper(Place(file))


def _no_paper(place: Place) -> Finding:
    message = (
        "trang chưa ghi in ra loại giấy nào; hãy thêm dòng paper: … vào đầu trang, giữa hai dòng ---. "
        f"Chỉ có: {_papers()}."
    )
    return Finding(place, message, PAPER)
