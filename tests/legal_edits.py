"""What an office may change: edits of a dossier that the checker accepts, each in one function.

They work on whatever a dossier says today: a number is found by its key, an entry by its shape. An
edit that finds nothing to change (no list of delegates, say) says so with NotHere and is left out;
on one of the dossiers kept for the tests each must find something, which a test asks.
"""

import re
from collections.abc import Callable
from pathlib import Path


class NotHere(Exception):
    """The dossier has nothing that this edit changes."""


class Dossier:
    """A copy of a dossier, edited as text, as people do; nothing is written until `save`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.changed: dict[str, str] = {}

    def read(self, file: str) -> str:
        """A file as it is now, whichever line ends it was saved with."""
        if file in self.changed:
            return self.changed[file]
        path = self.folder / file
        if not path.is_file():  # most files of a dossier are optional
            raise NotHere(file)
        text = path.read_bytes().decode("utf-8")
        return text.removeprefix("\ufeff").replace("\r\n", "\n")

    def write(self, file: str, text: str) -> None:
        self.changed[file] = text

    def save(self) -> None:
        for file, text in self.changed.items():
            (self.folder / file).write_bytes(text.encode("utf-8"))

    def data_files(self) -> list[str]:
        return [f"data/{path.name}" for path in sorted(self.folder.glob("data/*.yml"))]

    def change(self, file: str, pattern: str, new: str | Callable[[re.Match], str]) -> None:
        """Change the first place of a file that fits the pattern; ^ and $ are ends of lines."""
        text, count = re.subn(pattern, new, self.read(file), count=1, flags=re.MULTILINE)
        if not count:
            raise NotHere(f"{file}: {pattern}")
        self.write(file, text)

    def append(self, file: str, text: str) -> None:
        self.write(file, self.read(file) + text)

    def find(self, file: str, pattern: str) -> list[str]:
        """What the group of a pattern holds, wherever it fits; somewhere it must."""
        found = re.findall(pattern, self.read(file), re.MULTILINE)
        if not found:
            raise NotHere(f"{file}: {pattern}")
        return found

    def has(self, file: str, pattern: str) -> bool:
        return bool(re.search(pattern, self.read(file), re.MULTILINE))

    def fresh(self, file: str, name: str) -> str:
        """A name that the file does not hold yet."""
        endings = iter("abcdefgh")
        while name in self.read(file):
            name = f"{name}-{next(endings)}"
        return name


Edit = Callable[[Dossier], None]
EDITS: dict[str, Edit] = {}


def apply(name: str, folder: Path) -> bool:
    """Apply an edit to a copy of a dossier; False when it finds nothing to change there."""
    dossier = Dossier(folder)
    try:
        EDITS[name](dossier)
    except NotHere:
        return False
    dossier.save()
    return True


def edit(function: Edit) -> Edit:
    """List an edit under its name."""
    EDITS[function.__name__] = function
    return function


def _more(by: int) -> Callable[[re.Match], str]:
    """The matched number `(before)(number)` made larger."""
    return lambda found: f"{found[1]}{int(found[2]) + by}"


OPEN_DELEGATES = r"^delegates:\n  open: .*\n(?:  settled_by: .*\n)?"
AGENDA, AWARDS, CITATIONS, CONFERENCE, DELEGATES, DOCUMENTS, UNITS = (
    f"data/{name}.yml"
    for name in (
        "agenda",
        "awards",
        "citations",
        "conference",
        "delegates",
        "documents",
        "units",
    )
)


# --- Numbers --------------------------------------------------------------------------------------


@edit
def the_total_of_delegates_grows_by_fifteen(dossier: Dossier) -> None:
    dossier.find(DELEGATES, OPEN_DELEGATES)
    dossier.change(DELEGATES, r"^(stated: )(\d+)$", _more(15))


@edit
def one_more_delegate_is_named_and_counted(dossier: Dossier) -> None:
    dossier.find(DELEGATES, r"^delegates:\n  - id: ")
    group = dossier.find(DELEGATES, r"^  - id: (\S+)\n    label: .*\n    name: .*\n    stated: \d")[
        -1
    ]
    dossier.change(DELEGATES, r"^(stated: )(\d+)$", _more(1))
    dossier.change(DELEGATES, rf"^(  - id: {group}\n(?:    .*\n)*?    stated: )(\d+)$", _more(1))
    unit = dossier.find(DELEGATES, r"^    unit: (\S+)$")[0]
    person = dossier.fresh(DELEGATES, "dai-bieu-them")
    dossier.append(
        DELEGATES,
        f"  - id: {person}\n    name: Nguyễn Văn Thêm\n    unit: {unit}\n    groups:\n      - {group}\n",
    )


@edit
def a_part_of_an_award_grows_with_its_total(dossier: Dossier) -> None:
    dossier.find(AWARDS, r"^        recipients:\n          open: ")
    total = r"^(    stated: )(\d+)(?=\n(?:    .*\n)*?    parts:\n)"
    dossier.change(AWARDS, total, _more(1))
    dossier.change(AWARDS, r"^(        stated: )(\d+)$", _more(1))


@edit
def the_recipients_of_an_award_are_named(dossier: Dossier) -> None:
    found = re.search(
        r"^    stated: (\d+)\n(?:    .*\n)*?    recipients:\n      open: .*\n(?:      .*\n)*",
        dossier.read(AWARDS),
        re.M,
    )
    if not found:
        raise NotHere("no open list of recipients")
    names = "".join(
        f"      - id: duoc-khen-{number}\n        name: Chi bộ {chr(64 + number)}\n"
        for number in range(1, int(found[1]) + 1)
    )
    listed = re.sub(r"(?s)recipients:\n.*", f"recipients:\n{names}", found[0])
    dossier.write(AWARDS, dossier.read(AWARDS).replace(found[0], listed))


@edit
def a_group_of_delegates_gets_its_number(dossier: Dossier) -> None:
    dossier.change(DELEGATES, r"^    stated:\n      open: .*\n(?:      .*\n)*", "    stated: 2\n")


@edit
def all_who_come_are_named(dossier: Dossier) -> None:
    dossier.find(DELEGATES, OPEN_DELEGATES)
    dossier.find(DELEGATES, r"^    stated:\n      open: ")
    if dossier.has(DELEGATES, r"^    stated: \d"):
        raise NotHere("a group has its number")
    group = dossier.find(DELEGATES, r"^  - id: (\S+)\n(?:    .*\n)*?    stated:\n")[-1]
    dossier.change(DELEGATES, r"^stated: \d+$", "stated: 2")
    dossier.change(
        DELEGATES,
        OPEN_DELEGATES,
        "delegates:\n"
        + "".join(
            f"  - id: nguoi-{name.lower()}\n    name: Nguyễn Văn {name}\n    groups: [{group}]\n"
            for name in "AB"
        ),
    )


# --- Lists ----------------------------------------------------------------------------------------


@edit
def an_item_is_added_to_the_agenda(dossier: Dossier) -> None:
    unit = dossier.find(AGENDA, r"^      unit: (\S+)$")[0]
    name = dossier.fresh(AGENDA, "chup-anh")
    entry = f"  - id: {name}\n    title: Chụp ảnh lưu niệm\n"
    ends = re.search(r"^ends: (\d+)h(\d\d)\n", dossier.read(AGENDA), re.M)
    if ends:
        later = int(ends[1]) * 60 + int(ends[2]) + 5
        entry += f"    start: {ends[1]}h{ends[2]}\n    minutes: 5\n"
        dossier.change(AGENDA, r"^ends: .*$", f"ends: {later // 60}h{later % 60:02d}")
    entry += f"    responsible:\n      unit: {unit}\n"
    if ends:
        dossier.change(AGENDA, r"^ends: ", f"{entry}ends: ")
    else:
        dossier.append(AGENDA, entry)


@edit
def an_item_of_the_agenda_is_dropped(dossier: Dossier) -> None:
    dossier.find(AGENDA, r"^  - id: \S+\n(?:    .*\n)*  - id: ")
    dossier.change(AGENDA, r"^  - id: phong-su\n(?:    .*\n)*", "")


@edit
def the_agenda_gets_its_hours(dossier: Dossier) -> None:
    text = dossier.read(AGENDA)
    if "\n    start: " in text:
        raise NotHere("has hours")
    minute = iter(range(8 * 60, 24 * 60, 15))

    def timed(found: re.Match) -> str:
        start = next(minute)
        return f"{found[0]}    start: {start // 60}h{start % 60:02d}\n    minutes: 15\n"

    dossier.write(AGENDA, re.sub(r"(?m)^  - id: .*\n", timed, text))


@edit
def two_bases_change_places(dossier: Dossier) -> None:
    dossier.change(DOCUMENTS, r"^(    bases:\n)(      - \S+\n)(      - \S+\n)", r"\1\3\2")


@edit
def two_citations_change_places(dossier: Dossier) -> None:
    entry = r"  - id: .*\n(?:    .*\n)*"
    dossier.change(CITATIONS, rf"^({entry})({entry})", r"\2\1")


@edit
def a_basis_is_added(dossier: Dossier) -> None:
    year = dossier.find(CITATIONS, r"^    date: \d+/\d+/(\d{4})$")[0]
    name = dossier.fresh(CITATIONS, "quyet-dinh-them")
    dossier.append(
        CITATIONS,
        f"  - id: {name}\n    kind: Quyết định\n    number: 99-QĐ/XX\n"
        f"    date: 05/01/{year}\n    title: về việc tặng giấy khen\n",
    )
    dossier.change(DOCUMENTS, r"^    bases:\n", rf"\g<0>      - {name}\n")
    dossier.change(
        "docs/ke-hoach.md", r"^- Căn cứ .*\n", rf'\g<0>- Căn cứ {{{{ cite("{name}") }}}};\n'
    )


@edit
def a_law_without_number_or_day_is_cited_on_a_page(dossier: Dossier) -> None:
    name = dossier.fresh(CITATIONS, "luat-thi-dua")
    dossier.append(CITATIONS, f"  - id: {name}\n    kind: Luật\n    title: Thi đua, khen thưởng\n")
    dossier.append("docs/index.md", f'\nTheo {{{{ cite("{name}") }}}}.\n')


@edit
def a_task_is_added(dossier: Dossier) -> None:
    lead = dossier.find("data/tasks.yml", r"^    lead: (\S+)$")[0]
    name = dossier.fresh("data/tasks.yml", "don-khach")
    dossier.append(
        "data/tasks.yml",
        f"  - id: {name}\n    lead: {lead}\n    works:\n      - what: đón tiếp đại biểu\n",
    )


@edit
def another_unit_supports_a_task(dossier: Dossier) -> None:
    named = dossier.find("data/tasks.yml", r"^ +(?:- |lead: )(\S+)$")
    other = next(unit for unit in dossier.find(UNITS, r"^  - id: (\S+)$") if unit not in named)
    dossier.change("data/tasks.yml", r"^          - \S+\n", rf"\g<0>          - {other}\n")


# --- Units and recipients -------------------------------------------------------------------------


def gets_the_plan(dossier: Dossier, name: str, to: str) -> None:
    """Put a line at the head of the first distribution list."""
    line = f"      - id: {name}\n        to: {to}\n"
    dossier.change(DOCUMENTS, r"^    distribution:\n", lambda found: found[0] + line)


@edit
def a_unit_is_added_and_gets_the_plan(dossier: Dossier) -> None:
    name = dossier.fresh(UNITS, "hoi-nguoi-cao-tuoi")
    dossier.append(UNITS, f"  - id: {name}\n    name: Hội Người cao tuổi huyện ({name})\n")
    gets_the_plan(dossier, name, f'"{{unit.{name}}}"')


@edit
def a_unit_gets_another_name(dossier: Dossier) -> None:
    dossier.change(UNITS, r"^(  - id: bao-\S+\n    name: )(.*)$", r"\1\2 điện tử")


@edit
def a_unit_remembers_an_old_name(dossier: Dossier) -> None:
    dossier.change(
        UNITS,
        r"^(  - id: cong-an\n    name: .*\n)(?!    (?:short|variant|old))",
        r"\1    old_names: [Công an thị trấn cũ]" + "\n",
    )


@edit
def a_recipient_of_the_plan_is_added(dossier: Dossier) -> None:
    name = dossier.fresh(DOCUMENTS, "trang-thong-tin")
    gets_the_plan(dossier, name, "Trang thông tin điện tử\n        purpose: (để đăng tin)")


@edit
def a_name_is_as_long_as_allowed(dossier: Dossier) -> None:
    words = "Câu lạc bộ những người yêu mến phong trào dân vận khéo của huyện "
    name = dossier.fresh(UNITS, "d" * 50)
    dossier.append(UNITS, f"  - id: {name}\n    name: {(words * 5)[:300].strip()}\n")
    gets_the_plan(dossier, name, f'"{{unit.{name}}}"')


@edit
def an_item_is_named_at_great_length(dossier: Dossier) -> None:
    more = "; trao đổi, thảo luận, góp ý kiến vào báo cáo" * 60
    dossier.change(
        AGENDA, r"^(    title: )(?![\"'])(.*)$", lambda m: f"{m[1]}{(m[2] + more)[:2900]}"
    )


# --- The conference and its document --------------------------------------------------------------


@edit
def the_day_of_the_conference_is_settled(dossier: Dossier) -> None:
    year = dossier.find(CONFERENCE, r"^year: (\d+)$")[0]
    dossier.find(CONFERENCE, r"^  week: 4\n  month: 12\n")
    dossier.change(
        CONFERENCE, r"^  date:\n    open: tuần .*\n(?:    .*\n)*", f"  date: 25/12/{year}\n"
    )


@edit
def the_plan_is_issued(dossier: Dossier) -> None:
    year = dossier.find(CONFERENCE, r"^year: (\d+)$")[0]
    dossier.change(DOCUMENTS, r"^    status: draft$", "    status: issued")
    number = r"^    number:\n      open: .*\n(?:      .*\n)*"
    dossier.change(DOCUMENTS, number, "    number: 15\n")
    day = f"    date: 13/12/{year}\n"
    dossier.change(DOCUMENTS, r"^    date:\n      open: tháng .*\n(?:      .*\n)*", day)


@edit
def the_number_of_the_plan_changes(dossier: Dossier) -> None:
    dossier.change(DOCUMENTS, r"^(    number: )(\d+)$", _more(7))


@edit
def the_plan_is_a_second_draft(dossier: Dossier) -> None:
    dossier.change(DOCUMENTS, r"^    status: draft$(?!\n    draft)", r"\g<0>\n    draft: 2")


@edit
def another_person_signs(dossier: Dossier) -> None:
    signs = r"^(    signatories:\n(?:      .*\n)*?        name: ).*$"
    dossier.change(DOCUMENTS, signs, r"\1Trần Thị Bình")


@edit
def two_sign_side_by_side(dossier: Dossier) -> None:
    other = "      - post: Trưởng ban\n        name: Lê Văn Cường\n"
    dossier.change(DOCUMENTS, r"^    signatories:\n", lambda found: found[0] + other)


@edit
def a_document_is_added_with_its_page(dossier: Dossier) -> None:
    """A letter of invitation from the same body, without a number."""
    name = dossier.fresh(DOCUMENTS, "giay-moi")
    body = dossier.find(DOCUMENTS, r"^      - unit: (\S+)$")[0]
    regime = dossier.find(DOCUMENTS, r"^    regime: (\S+)$")[0]
    place = dossier.find(DOCUMENTS, r"^    place: (.*)$")[0]
    dossier.append(
        DOCUMENTS,
        f"  - id: {name}\n    kind: Giấy mời\n    about: dự {{conference.title}}\n"
        f"    regime: {regime}\n    issuers:\n      - unit: {body}\n    place: {place}\n"
        "    date:\n      open: khi có lịch\n    status: draft\n"
        f'    addressees:\n      - "{{unit.{body}}}"\n      - Các đồng chí được mời\n'
        "    signatories:\n      - post: Chánh Văn phòng\n        name:\n          open: chưa rõ\n",
    )
    calls = "{{ document_head() }}\n\n{{ document_title() }}\n\n{{ addressees() }}\n\n"
    calls += "Mời dự {{ conference.title }}.\n\n{{ meeting() }}\n\n{{ document_foot() }}\n"
    head = f"---\ntitle: Giấy mời\npaper: document\ndocument: {name}\n---\n"
    dossier.write(f"docs/{name}.md", head + calls)
    dossier.append("mkdocs.yml", f"  - Giấy mời: {name}.md\n")


@edit
def the_place_of_the_meeting_changes(dossier: Dossier) -> None:
    dossier.change(CONFERENCE, r"^venue: .*$", "venue: Nhà văn hóa trung tâm")


@edit
def another_regime_is_followed(dossier: Dossier) -> None:
    dossier.change(DOCUMENTS, r"^    regime: party-36$", "    regime: party-05")


@edit
def what_is_open_gets_a_day_by_which(dossier: Dossier) -> None:
    year = dossier.find(CONFERENCE, r"^year: (\d+)$")[0]
    dossier.change(AWARDS, r"^( +)(open: .*)$", rf"\1\2\n\1by: 10/11/{year}")


@edit
def the_next_conference_a_year_later(dossier: Dossier) -> None:
    """Every year that is typed as a value or in a date moves on by one."""
    year = r"(?m)^( *(?:year|next_year|date|by|due): (?:\d+/\d+/)?)(\d{4})$"
    for file in dossier.data_files():
        dossier.write(file, re.sub(year, _more(1), dossier.read(file)))


# --- Pages ----------------------------------------------------------------------------------------


@edit
def a_page_says_more(dossier: Dossier) -> None:
    dossier.append("docs/index.md", "\nXem thêm *kế hoạch* và **chương trình** trước ngày họp.\n")


@edit
def a_page_calls_a_figure_in_a_sentence(dossier: Dossier) -> None:
    dossier.append(
        "docs/index.md",
        "\nDự kiến có {{ delegates.stated }} đại biểu ({{ delegates.stated | words }}) về dự "
        "{{ conference.title }}.\n",
    )


@edit
def a_page_links_to_other_pages_and_elsewhere(dossier: Dossier) -> None:
    dossier.append(
        "docs/index.md",
        "\nXem [kế hoạch](ke-hoach.md) và [trang của tỉnh](https://example.org/).\n",
    )


@edit
def a_page_is_added(dossier: Dossier) -> None:
    dossier.write(
        "docs/thu-moi.md",
        "---\ntitle: Thư mời\npaper: sheet\n---\n# Thư mời { #thu-moi }\n\nKính mời dự hội nghị.\n",
    )
    dossier.append("mkdocs.yml", "  - Thư mời: thu-moi.md\n")


@edit
def a_page_joins_the_print_set(dossier: Dossier) -> None:
    dossier.write(
        "docs/so-do.md",
        "---\ntitle: Sơ đồ\npaper: sheet\n---\n# Sơ đồ hội trường { #so-do }\n\nCửa chính ở phía trước.\n",
    )
    dossier.append("mkdocs.yml", "  - Sơ đồ: so-do.md\n")


@edit
def sections_of_a_page_change_places(dossier: Dossier) -> None:
    section = r"## .*\n(?:(?!#).*\n)*"
    dossier.change("docs/phan-cong.md", rf"^({section})({section})", r"\2\1")


@edit
def a_heading_is_worded_anew(dossier: Dossier) -> None:
    dossier.change("docs/index.md", r"^## [^{\n]*\{", "## Một tên khác {")


@edit
def a_page_gets_another_title(dossier: Dossier) -> None:
    dossier.change("docs/phan-cong.md", r"^title: .*$", "title: Ai làm việc gì")


@edit
def an_entry_of_the_navigation_is_renamed(dossier: Dossier) -> None:
    dossier.change("mkdocs.yml", r"^  - [^:\n]*: tit-chu\.md$", "  - Phông hội trường: tit-chu.md")


@edit
def entries_of_the_navigation_change_places(dossier: Dossier) -> None:
    dossier.change("mkdocs.yml", r"^(  - .*: dai-bieu\.md\n)(  - .*\n)", r"\2\1")


@edit
def the_site_gets_another_name(dossier: Dossier) -> None:
    settings = dossier.read("mkdocs.yml")
    if re.search(r"(?m)^site_name: ", settings):
        dossier.change("mkdocs.yml", r"^site_name: .*$", "site_name: Hồ sơ dân vận")
    else:
        dossier.change("mkdocs.yml", r"^nav:$", "site_name: Hồ sơ dân vận\nnav:")


@edit
def a_number_is_typed_with_its_exception(dossier: Dossier) -> None:
    dossier.append("docs/index.md", "\nGọi số máy lẻ 777 của văn phòng.\n")
    entry = (
        "  - where: docs/index.md\n    text: số máy lẻ 777 của\n    reason: số máy trong cơ quan\n"
    )
    if dossier.has("data/exceptions.yml", r"^exceptions: \[\]$"):
        dossier.change("data/exceptions.yml", r"^exceptions: \[\]\n", f"exceptions:\n{entry}")
    else:
        dossier.append("data/exceptions.yml", entry)


# --- Form only ------------------------------------------------------------------------------------


@edit
def files_are_saved_by_another_editor(dossier: Dossier) -> None:
    """Byte order mark, line ends of Windows, comments: nothing of it is data."""
    for file in dossier.data_files():
        text = f"\ufeff# ghi chú của văn phòng\n{dossier.read(file)}"
        dossier.write(file, text.replace("\n", "\r\n"))
