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
        text = (self.folder / file).read_bytes().decode("utf-8")
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
AGENDA, AWARDS, CONFERENCE, DELEGATES, UNITS = (
    f"data/{name}.yml" for name in ("agenda", "awards", "conference", "delegates", "units")
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
    entry = r"  - id: .*\n(?:    .*\n)*"
    dossier.change("data/bases.yml", rf"^({entry})({entry})", r"\2\1")


@edit
def a_basis_is_added(dossier: Dossier) -> None:
    year = dossier.find("data/bases.yml", r"^    date: \d+/\d+/(\d{4})$")[0]
    name = dossier.fresh("data/bases.yml", "quyet-dinh-them")
    dossier.append(
        "data/bases.yml",
        f"  - id: {name}\n    opening: Căn cứ\n    kind: Quyết định\n    number: 99-QĐ/XX\n"
        f"    date: 05/01/{year}\n    about: về việc tặng giấy khen\n",
    )


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


@edit
def a_unit_is_added_and_gets_the_plan(dossier: Dossier) -> None:
    name = dossier.fresh(UNITS, "hoi-nguoi-cao-tuoi")
    dossier.append(UNITS, f"  - id: {name}\n    name: Hội Người cao tuổi huyện ({name})\n")
    dossier.change(
        "data/distribution.yml",
        r"^recipients:\n",
        f'recipients:\n  - id: {name}\n    to: "{{unit.{name}}}"\n',
    )


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
    name = dossier.fresh("data/distribution.yml", "trang-thong-tin")
    dossier.change(
        "data/distribution.yml",
        r"^recipients:\n",
        f"recipients:\n  - id: {name}\n    to: Trang thông tin điện tử\n    purpose: để đăng tin\n",
    )


@edit
def a_name_is_as_long_as_allowed(dossier: Dossier) -> None:
    words = "Câu lạc bộ những người yêu mến phong trào dân vận khéo của huyện "
    name = dossier.fresh(UNITS, "d" * 50)
    dossier.append(UNITS, f"  - id: {name}\n    name: {(words * 5)[:300].strip()}\n")
    dossier.change(
        "data/distribution.yml",
        r"^recipients:\n",
        f'recipients:\n  - id: {name}\n    to: "{{unit.{name}}}"\n',
    )


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
    dossier.change(CONFERENCE, r"^  status: draft$", "  status: issued")
    dossier.change(CONFERENCE, r"^  number:\n    open: .*\n(?:    .*\n)*", "  number: 15\n")
    day = f"  date: 13/12/{year}\n"
    dossier.change(CONFERENCE, r"^  date:\n    open: tháng .*\n(?:    .*\n)*", day)


@edit
def the_number_of_the_plan_changes(dossier: Dossier) -> None:
    dossier.change(CONFERENCE, r"^(  number: )(\d+)$", _more(7))


@edit
def the_plan_is_a_second_draft(dossier: Dossier) -> None:
    dossier.change(CONFERENCE, r"^  status: draft$(?!\n  draft)", "  status: draft\n  draft: 2")


@edit
def another_person_signs(dossier: Dossier) -> None:
    dossier.change(CONFERENCE, r"^(signatory:\n(?:  .*\n)*  name: ).*$", r"\1Trần Thị Bình")


@edit
def the_place_of_the_meeting_changes(dossier: Dossier) -> None:
    dossier.change(CONFERENCE, r"^venue: .*$", "venue: Nhà văn hóa trung tâm")


@edit
def another_guide_on_form_is_followed(dossier: Dossier) -> None:
    dossier.change(CONFERENCE, r"^  norm: HD 36$", "  norm: HD 05")


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
        "docs/index.md", '\nDự kiến có {{ figure("delegates.stated") }} đại biểu về dự.\n'
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
    dossier.append("docs/bo-in.md", '\n{{ sheet("so-do") }}\n')


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
