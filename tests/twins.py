"""The twins of each rule: edits of the real data that break it, and edits close by that do not."""

from pathlib import Path
from typing import NamedTuple

Edit = tuple[str, str, str] | tuple[str, str, str, int]
"""File, old text, new text, how often the old text stands there when not once."""


class Bad(NamedTuple):
    """Edits that break a rule; `at` is (file, a line of it as edited, where the finding points)."""

    rule: str
    edits: tuple[Edit, ...]
    at: tuple[str, str, str]
    advice: str


class Good(NamedTuple):
    """Edits close to a bad twin after which nothing at all may be found."""

    rule: str
    edits: tuple[Edit, ...]


OPEN_GROUP = "      open: chưa phân bổ\n      settled_by: van-phong-huyen-uy\n"


APART = ("delegates.yml", "\ngroups:\n", "\noverlap: false\ngroups:\n")


def people(*groups: str) -> str:
    """A list of delegates, one for each text such as "phong-vien, uy-vien-bch"."""
    return "delegates:\n" + "".join(
        f"  - id: dai-bieu-{i}\n    name: Nguyễn Văn {chr(65 + i)}\n    groups: [{names}]\n"
        for i, names in enumerate(groups)
    )


def total(stated: int) -> Edit:
    return ("delegates.yml", "stated: 150\n", f"stated: {stated}\n")


def listed(*groups: str) -> Edit:
    old = "delegates:\n  open: chưa có danh sách\n  settled_by: van-phong-huyen-uy\n"
    return ("delegates.yml", old, people(*groups))


def group(label: str, stated: int) -> Edit:
    """The stated number of a group known by the line above it."""
    return (
        "delegates.yml",
        f"{label}\n    stated:\n{OPEN_GROUP}",
        f"{label}\n    stated: {stated}\n",
    )


AFTER_MEETING = (
    "tasks.yml",
    "  - id: phong-su\n",
    "  - id: phong-su\n    due: 20/12/2022\n    after_meeting: true\n",
)


def working_days(count: int) -> Edit:
    """A deadline so many working days before the meeting."""
    due = f"    due: {{working_days: {count}, before: conference.date}}\n"
    return ("tasks.yml", "  - id: phong-su\n", f"  - id: phong-su\n{due}")


AS_ABOVE = ("documents.yml", 'to: "{unit.ban-dan-van-thanh-uy}"', "to: Như trên")


def counted(base: str) -> Edit:
    """A deadline three days before another day."""
    due = f"    due: {{days: 3, before: {base}}}\n"
    return ("tasks.yml", "  - id: phong-su\n", f"  - id: phong-su\n{due}")


WITH_NAME = "    rewarded: true"
UNIT_NAME = '    name: "{unit.thuong-truc}"'
OPEN_LIST = "    recipients:\n      open: chưa có danh sách\n      settled_by: ban-dan-van\n"
NO_LIST = ("awards.yml", "{conference.year}\n" + OPEN_LIST, "{conference.year}\n")
FORMS = (
    "    forms:\n      - {{id: giay-khen, form: giấy khen, stated: 15}}\n"
    "      - {{id: bang-khen, form: bằng khen, stated: {}}}\n    label: Tập"
)
EIGHT = "    recipients:\n" + "".join(f"      - {{id: xa-{i}, name: Xã {i}}}\n" for i in range(8))
SEVEN = EIGHT[: EIGHT.rindex("      - {")]
REST = "    rest:\n      open: chờ các xã gửi tên\n"
UBND = "Ủy ban nhân dân huyện"
NINE = EIGHT + "      - {id: xa-8, name: Xã Tám}\n"
DATE = "  date:\n    open: tuần {conference.week} tháng {conference.month}/{conference.year}\n    settled_by: ban-thuong-vu\n"
TITLE = "title: Hội nghị tổng kết"


def names(recipients: str) -> Edit:
    return ("awards.yml", "{conference.year}\n" + OPEN_LIST, "{conference.year}\n" + recipients)


SEATED = ("delegates.yml", "Nguyễn Văn A\n", "Nguyễn Văn A\n    seat: A1\n")
OPEN_NUMBER = "number:\n      open: chưa vào số\n      settled_by: van-phong-huyen-uy\n"
NUMBERED = ("documents.yml", OPEN_NUMBER, "number: 15\n")
DATED = (
    "documents.yml",
    "date:\n      open: tháng {conference.month} năm {conference.year}\n      settled_by: ban-thuong-vu\n",
    "date: 05/12/2022\n",
)
ISSUED = ("documents.yml", "status: draft", "status: issued")
MARK, SYMBOL = "- T/M Ban Thường vụ", "    symbol: KH/HU\n"


def document(old: str, new: str) -> Edit:
    return ("documents.yml", old, new)


def of_the_state(mark: str = "TM. Ủy ban nhân dân", symbol: str = "KH-UBND") -> tuple[Edit, ...]:
    """The plan as a paper of the People's Committee."""
    return (
        document("- unit: huyen-uy", "- unit: ubnd-huyen"),
        document("regime: party-36", "regime: state-30"),
        document(MARK, f"- {mark}"),
        document("post: Phó Bí thư", "post: Phó Chủ tịch"),
        document("symbol: KH/HU", f"symbol: {symbol}"),
    )


TIMED = tuple(
    ("agenda.yml", f"  - id: {name}\n", f"  - id: {name}\n    start: {start}\n    minutes: 1\n")
    for name, start in (
        ("khai-mac", "7h30"),
        ("bao-cao", "7h35"),
        ("phong-su", "8h00"),
        ("khen-thuong", "8h15"),
        ("ky-ket", "8h30"),
        ("chi-dao", "8h59"),
        ("be-mac", "9h05"),
    )
)


def renamed(old: str, new: str) -> Edit:
    return ("delegates.yml", old, new)


def due(day: str) -> Edit:
    """The day by which the number of the plan must be settled."""
    old = "      open: chưa vào số\n      settled_by: van-phong-huyen-uy\n"
    return document(old, f"{old}      by: {day}\n")


def basis(typed: str) -> Edit:
    """The day of the decision the plan rests on."""
    return ("citations.yml", "date: 29/12/2021", f"date: {typed}")


def hybrid(stated: int) -> str:
    """A meeting on its day, with a point from which so many take part."""
    return (
        f"{FIRST_DAY}\n    form: hybrid\n    points:\n      - id: chinh\n        name: Điểm cầu chính\n"
        f"        stated: {stated}"
    )


def date(typed: str) -> Edit:
    return ("conference.yml", DATE, f"  date: {typed}\n")


MORNING = "- id: sang\n  title: Phiên trù bị\n"
AFTERNOON = "- id: chieu\n  title: Phiên chính thức\n"


def sessions(first: str = "", second: str = "") -> tuple[Edit, ...]:
    """The plan's agenda in two sessions, with more keys of each."""
    items, later = "  items:\n", "  - id: khen-thuong\n"
    return (
        ("agenda.yml", "items:\n", f"sessions:\n{MORNING}{first}{items}"),
        ("agenda.yml", later, f"{AFTERNOON}{second}{items}{later}"),
    )


NO_VENUE = ("conference.yml", "venue: Hội trường {unit.ubnd-huyen}\n", "")
ON_ONE_DAY = (
    "conference.yml",
    f"time:\n  week: 4\n  month: 12\n{DATE}\nvenue: Hội trường {{unit.ubnd-huyen}}\n",
    "",
)


def meetings(*typed: str) -> tuple[Edit, ...]:
    """The plan's conference in several meetings, each with the keys given, and no day of its own."""
    listed = "".join(
        f"  - id: lan-{rank}\n    name: Cuộc họp\n    {keys}\n"
        for rank, keys in zip(("mot", "hai", "ba"), typed, strict=False)
    )
    no_month = document("tháng {conference.month} năm {conference.year}", "cuối năm")
    place = ("conference.yml", "place: Vĩnh Bảo\n", f"place: Vĩnh Bảo\nmeetings:\n{listed}")
    return ON_ONE_DAY, no_month, place


FIRST_DAY, SECOND_DAY = "date: 20/12/2022", "date: 21/12/2022"
OF_THE_FIRST, OF_THE_SECOND = "  meeting: lan-mot\n", "  meeting: lan-hai\n"
IN_THE_FIRST = sessions(OF_THE_FIRST, OF_THE_FIRST)


def banners(*typed: str) -> Edit:
    """A banner for each of some meetings in place of the plan's: the meeting, and its one line."""
    plan = (Path(__file__).parent / "dossiers/plan/data/banner.yml").read_text("utf-8")
    old = plan[plan.index("lines:\n") :]
    listed = "".join(
        f"  - meeting: {of}\n    lines:\n      - {line}\n"
        for of, line in (one.split(": ") for one in typed)
    )
    return ("banner.yml", old, f"meetings:\n{listed}")


def conference(typed: str) -> Edit:
    """More keys of the conference."""
    return ("conference.yml", "place: Vĩnh Bảo\n", f"place: Vĩnh Bảo\n{typed}")


CHAIRED = (
    "agenda.yml",
    "title: Tổng kết, bế mạc Hội nghị của {unit.thuong-truc}",
    "title: Chủ trì, bế mạc hội nghị",
)


def chaired_by(typed: str) -> Edit:
    """Who chairs the conference."""
    return ("conference.yml", "chairs:\n  - ban-thuong-vu\n", f"chairs:\n  - {typed}\n")


def points(first: str, second: str) -> Edit:
    """Two points from which people take part, with how many there are."""
    return conference(
        f"form: online\npoints:\n  - id: chinh\n    name: Điểm cầu chính\n    {first}\n"
        f"  - id: xa\n    name: Điểm cầu xã\n    {second}\n"
    )


DISCUSSION = """\
discussion:
  - {id: to-mot, label: Tổ A, room: Phòng họp A}
  - {id: to-hai, label: Tổ B, room: Phòng họp B}
"""


def discussion(*, second_room: str = "Phòng họp B", seat: str = "") -> tuple[Edit, ...]:
    """One named delegate and two discussion groups, the delegate seated in `seat`."""
    groups = DISCUSSION.replace("Phòng họp B", second_room)
    seated = f"    groups: [phong-vien]\n    discussion: {seat}\n"
    return (
        ("delegates.yml", "\ngroups:\n", f"\n{groups}groups:\n"),
        total(1),
        listed("phong-vien"),
        *([("delegates.yml", "    groups: [phong-vien]\n", seated)] if seat else []),
    )


BOTH_CLASSES = (total(1), listed("phong-vien, uy-vien-bch"))


def of_class(label: str, kind: str) -> Edit:
    """The class of a group known by its label."""
    return ("delegates.yml", f"    label: {label}\n", f"    label: {label}\n    class: {kind}\n")


def hours(typed: str) -> Edit:
    """When the second item is."""
    return ("agenda.yml", "    start: 7h35\n    minutes: 1\n", f"    start: 7h35\n{typed}")


def parts(first: str, second: str = "start: 7h35") -> Edit:
    """The parts of the second item, which takes 7h35 to 7h36."""
    typed = "".join(
        f"      - id: {name}\n        title: Phần\n        {keys}\n"
        for name, keys in (("phan-mot", first), ("phan-hai", second))
    )
    return hours(f"    minutes: 20\n    items:\n{typed}")


BAD = [
    Bad(
        "meeting-twice",
        (conference("meetings:\n  - {id: mot, name: Cuộc họp, date: 20/12/2022}\n"), NO_VENUE),
        ("conference.yml", "  week: 4", "week"),
        "hãy chuyển vào cuộc họp của nó trong meetings, ví dụ thành dòng date của «mot»",
    ),
    Bad(
        "meeting-unknown",
        (*meetings(FIRST_DAY, SECOND_DAY), *sessions(OF_THE_FIRST, "  meeting: lan-hia\n")),
        ("agenda.yml", "  meeting: lan-hia", "lan-hia"),
        "Có phải «lan-hai» không? Hãy sửa mã",
    ),
    Bad(
        "meeting-unknown",
        (*meetings(FIRST_DAY), *sessions(), banners("lan-mto: CUỘC HỌP")),
        ("banner.yml", "  - meeting: lan-mto", "lan-mto"),
        "Có phải «lan-mot» không? Hãy sửa mã",
    ),
    Bad(
        "banner-title",
        (
            *meetings(FIRST_DAY, SECOND_DAY),
            *sessions(OF_THE_FIRST, OF_THE_SECOND),
            banners("lan-mot: CUỘC HỌP", "lan-hai: CUỘC HOP"),
        ),
        ("banner.yml", "      - CUỘC HOP", "CUỘC HOP"),
        "không ghi đúng tên cuộc họp, thiếu hoặc khác ở chữ «họp»; hãy viết cho đủ các chữ: «CUỘC HỌP»",
    ),
    Bad(
        "meeting-unknown",
        sessions("  meeting: lan-mot\n"),
        ("agenda.yml", "  meeting: lan-mot", "lan-mot"),
        "Hãy xóa dòng meeting: hội nghị họp một cuộc",
    ),
    Bad(
        "meeting-unknown",
        (*meetings(FIRST_DAY, SECOND_DAY), *sessions(OF_THE_FIRST)),
        ("agenda.yml", "- id: chieu", "chieu"),
        "hãy thêm dòng meeting: lan-mot, hoặc mã một cuộc khác trong: lan-mot, lan-hai",
    ),
    Bad(
        "meeting-unknown",
        meetings(FIRST_DAY, SECOND_DAY),
        ("agenda.yml", "  - id: khai-mac", "-"),
        "một phiên trong sessions, phiên ấy có dòng meeting: lan-mot, hoặc mã một cuộc khác trong: lan-mot, lan-hai",
    ),
    Bad(
        "conference-date",
        meetings("date: 20/12/2024"),
        ("conference.yml", "    date: 20/12/2024", "20"),
        "hãy sửa năm của ngày họp, hoặc sửa year, next_year",
    ),
    Bad(
        "meeting-order",
        (*meetings(SECOND_DAY, FIRST_DAY), *IN_THE_FIRST),
        ("conference.yml", "    date: 20/12/2022", "20"),
        "hãy sửa ngày, giờ, hoặc đổi thứ tự hai cuộc",
    ),
    Bad(
        "meeting-order",
        (
            *meetings(f"{FIRST_DAY}\n    start: 14h00", f"{FIRST_DAY}\n    start: 8h00"),
            *IN_THE_FIRST,
        ),
        ("conference.yml", "    date: 20/12/2022", "20"),
        "không sau cuộc «lan-mot»",
    ),
    Bad(
        "meeting-points",
        (conference("points:\n  - {id: chinh, name: Điểm cầu chính}\n"),),
        ("conference.yml", "  - {id: chinh", "-"),
        "hãy ghi form: online (trực tuyến) hoặc form: hybrid",
    ),
    Bad(
        "meeting-points",
        (conference("form: in_person\npoints:\n  - {id: chinh, name: Điểm cầu chính}\n"),),
        ("conference.yml", "form:", "in_person"),
        "hãy ghi form: online (trực tuyến) hoặc form: hybrid",
    ),
    Bad(
        "agenda-half",
        (*TIMED, *sessions(), ("agenda.yml", "  title: Phiên chính thức", "  title: Phiên chiều")),
        ("agenda.yml", "  title: Phiên chiều", "Phiên"),
        "tên phiên ghi «Phiên chiều» nhưng phiên bắt đầu 8h15 (dòng",
    ),
    Bad(
        "agenda-chair",
        (CHAIRED,),
        ("agenda.yml", "      unit: thuong-truc", "unit"),
        "mục này giao «thuong-truc» chủ trì, trong khi data/conference.yml:11 ghi «ban-thuong-vu»",
    ),
    Bad(
        "agenda-chair",
        (
            *meetings(f"{FIRST_DAY}\n    presidium: [{{post: Phó, unit: ban-dan-van}}]"),
            chaired_by("person: Nguyễn Văn A"),
            CHAIRED,
        ),
        ("agenda.yml", "      unit: thuong-truc", "unit"),
        "ghi «ban-dan-van»; hãy sửa một trong hai",
    ),
    Bad(
        "delegate-points",
        (points("stated: 90", "stated: {at_least: 70}"),),
        ("delegates.yml", "stated: 150", "150"),
        "cộng các điểm cầu (90 + ít nhất 70) được ít nhất 160; hãy sửa stated thành 160, hoặc sửa số của",
    ),
    Bad(
        "delegate-points",
        (points("stated: {percent: 60}", "stated: {at_least_percent: 41}"),),
        ("conference.yml", "    stated: {at_least_percent: 41}", "{"),
        "cộng tỉ lệ các điểm cầu đến đây được 101%",
    ),
    Bad(
        "reserve-early",
        (
            date("{first: 22/12/2022, last: 23/12/2022}"),
            conference("reserve: {first: 23/12/2022, last: 24/12/2022}\n"),
        ),
        ("conference.yml", "reserve: ", "{first"),
        "ngày dự phòng 23/12/2022 không sau ngày họp 23/12/2022; hãy sửa thành 24/12/2022 hoặc muộn hơn",
    ),
    Bad(
        "reserve-early",
        (date("22/12/2022"), conference("reserve: 22/12/2022\n")),
        ("conference.yml", "reserve: 22/12/2022", "22"),
        "hãy sửa thành 23/12/2022 hoặc muộn hơn",
    ),
    Bad(
        "reserve-early",
        meetings(f"{FIRST_DAY}\n    reserve: {{days: 1, before: meetings.lan-mot.date}}"),
        ("conference.yml", "    reserve:", "{"),
        "hãy sửa thành 21/12/2022 hoặc muộn hơn",
    ),
    Bad(
        "agenda-id",
        (*sessions(), ("agenda.yml", "  - id: be-mac", "  - id: khai-mac")),
        ("agenda.yml", "  - id: khai-mac", "khai-mac"),
        "hãy đặt mã khác, ví dụ khai-mac-2",
    ),
    Bad(
        "agenda-id",
        (*TIMED, parts("start: 7h35", "start: 7h40"), ("agenda.yml", "phan-hai", "khai-mac")),
        ("agenda.yml", "      - id: khai-mac", "khai-mac"),
        "hãy đặt mã khác, ví dụ khai-mac-2",
    ),
    Bad(
        "agenda-minutes",
        (*TIMED, hours("    end: 7h50\n    minutes: 20\n")),
        ("agenda.yml", "    minutes: 20", "20"),
        "là 15 phút nhưng minutes ghi 20; hãy sửa minutes thành 15, hoặc end thành 7h55",
    ),
    Bad(
        "agenda-minutes",
        (*TIMED, hours("    end: 7h30\n")),
        ("agenda.yml", "    end: 7h30", "7h30"),
        "không sau giờ bắt đầu 7h35; hãy sửa một trong hai",
    ),
    Bad(
        "agenda-minutes",
        (("agenda.yml", "  - id: bao-cao\n", "  - id: bao-cao\n    end: 7h30\n"),),
        ("agenda.yml", "    end: 7h30", "7h30"),
        "hãy thêm dòng start",
    ),
    Bad(
        "agenda-times",
        (*TIMED, parts("start: 7h30", "start: 7h40")),
        ("agenda.yml", "        start: 7h30", "7h30"),
        "hãy sửa thành 7h35 hoặc muộn hơn",
    ),
    Bad(
        "agenda-times",
        (*TIMED, parts("start: 7h35", "start: 7h40\n        end: 8h00")),
        ("agenda.yml", "    minutes: 20", "20"),
        "hãy sửa minutes thành 25, hoặc rút ngắn các phần",
    ),
    Bad(
        "agenda-times",
        (*TIMED, parts("start: 7h40", "start: 7h35")),
        ("agenda.yml", "        start: 7h35", "7h35"),
        "hãy sửa thành một giờ muộn hơn 7h40",
    ),
    Bad(
        "agenda-times",
        (*TIMED, *sessions("  ends: 8h00\n")),
        ("agenda.yml", "  ends: 8h00", "8h00"),
        "phiên ghi 8h00 nhưng mục «phong-su» kéo dài đến 8h01; hãy sửa ends thành 8h01",
    ),
    Bad(
        "agenda-head",
        (*TIMED, *sessions("", "  start: 8h30\n")),
        ("agenda.yml", "  start: 8h30", "8h30"),
        "bắt đầu 8h15; hãy sửa start thành 8h15",
    ),
    Bad(
        "agenda-head",
        (
            *TIMED,
            *sessions(OF_THE_FIRST, OF_THE_SECOND),
            *meetings(f"{FIRST_DAY}\n    start: 8h00", SECOND_DAY),
        ),
        ("conference.yml", "    start: 8h00", "8h00"),
        "bắt đầu 7h30; hãy sửa start thành 7h30",
    ),
    Bad(
        "agenda-day",
        (*sessions("", "  date: 23/12/2022\n"), date("22/12/2022")),
        ("agenda.yml", "  date: 23/12/2022", "23"),
        "ngoài ngày họp (22/12/2022); hãy sửa thành 22/12/2022",
    ),
    Bad(
        "agenda-day",
        (*sessions("  date: 22/12/2022\n"), date("{first: 22/12/2022, last: 23/12/2022}")),
        ("agenda.yml", "- id: chieu", "chieu"),
        "hãy thêm dòng date: 22/12/2022, hoặc một ngày khác trong đó",
    ),
    Bad(
        "document-late",
        (
            *sessions("  date: 22/12/2022\n", "  date: 23/12/2022\n"),
            date("{first: 22/12/2022, last: 23/12/2022}"),
            (DATED[0], DATED[1], "date: 23/12/2022\n"),
        ),
        ("documents.yml", "    date: 23/12/2022", "23"),
        "ngày ban hành 23/12/2022 sau ngày họp 22/12/2022",
    ),
    Bad(
        "deadline-late",
        (
            *sessions("  date: 22/12/2022\n", "  date: 23/12/2022\n"),
            date("{first: 22/12/2022, last: 23/12/2022}"),
            due("22/12/2022"),
        ),
        ("documents.yml", "      by: 22/12/2022", "22"),
        "hạn 22/12/2022 không trước ngày họp (muộn nhất là 22/12/2022)",
    ),
    Bad(
        "banner-title",
        (
            (
                "conference.yml",
                "title: Hội nghị",
                "period: 2025-2030\ntitle: Đại hội nhiệm kỳ {conference.period}, hội nghị",
            ),
        ),
        ("banner.yml", "  - HUYỆN ỦY VĨNH BẢO", "HUYỆN"),
        "thiếu hoặc khác ở chữ «đại hội nhiệm kỳ",
    ),
    Bad(
        "paper-kind",
        (document("symbol: KH/HU", "symbol: QĐ/HU"),),
        ("documents.yml", "    symbol: QĐ/HU", "QĐ"),
        "«QĐ» là chữ viết tắt của «quyết định», mà văn bản là «kế hoạch»; hãy viết «KH/HU»",
    ),
    Bad(
        "paper-kind",
        (("citations.yml", "number: 224-QĐ/HU", "number: 224-NQ/HU"),),
        ("citations.yml", "    number: 224-NQ/HU", "224"),
        "hãy viết «224-QĐ/HU», hoặc sửa loại (kind)",
    ),
    Bad(
        "sign-deputy",
        (document(MARK, "- K/T Bí thư"), document("post: Phó Bí thư", "post: Bí thư")),
        ("documents.yml", "        post: Bí thư", "Bí"),
        "mà ký thay (dòng authority); hãy viết «Phó Bí thư»",
    ),
    Bad(
        "award-kind",
        (("awards.yml", "label: Khối cơ quan huyện", "label: Hộ gia đình"),),
        ("awards.yml", "        label: Hộ gia đình", "Hộ"),
        "«Hộ gia đình» nói hộ gia đình mà kind là collective (tập thể); hãy sửa chữ ấy, hoặc ghi kind: household.",
    ),
    Bad(
        "agenda-window",
        (
            *sessions("  date: 22/12/2022\n", "  date: 22/12/2022\n"),
            date("{first: 22/12/2022, last: 23/12/2022}"),
        ),
        ("conference.yml", "  date: {first: 22/12/2022", "23"),
        "ngày họp 23/12/2022 không có phiên nào trong chương trình; hãy thêm phiên, hoặc sửa ngày này thành 22/12/2022.",
    ),
    Bad(
        "agenda-order",
        (
            *sessions("  date: 23/12/2022\n", "  date: 22/12/2022\n"),
            date("{first: 22/12/2022, last: 23/12/2022}"),
        ),
        ("agenda.yml", "  date: 22/12/2022", "22"),
        "hãy sửa ngày, hoặc đổi thứ tự hai phiên",
    ),
    Bad(
        "agenda-order",
        (*TIMED, *sessions("  ends: 8h30\n", "  start: 8h15\n"), date("22/12/2022")),
        ("agenda.yml", "  start: 8h15", "8h15"),
        "hãy sửa thành 8h30 hoặc muộn hơn",
    ),
    Bad(
        "person-name",
        (document("Bùi Gia Huân", "Bùi Gia Huân 2"),),
        ("documents.yml", "        name: Bùi Gia Huân 2", "Bùi"),
        "hãy chỉ viết họ và tên",
    ),
    Bad(
        "person-name",
        (total(1), listed("phong-vien"), ("delegates.yml", "Nguyễn Văn A", "Nguyễn Văn 20")),
        ("delegates.yml", "    name: Nguyễn Văn 20", "Nguyễn"),
        "hãy chỉ viết họ và tên",
    ),
    Bad(
        "person-name",
        (document("Bùi Gia Huân", "..."),),
        ("documents.yml", "        name: ...", "..."),
        "hãy viết họ và tên, chưa biết thì để",
    ),
    *(
        Bad(
            "unit-tone",
            (("units.yml", typed, typed.replace("ủy", "uỷ").replace("óa", "oá")),),
            ("units.yml", line, token),
            f"hãy viết «{typed.partition(': ')[2]}»",
        )
        for typed, line, token in (
            ("name: Huyện ủy Vĩnh Bảo", "    name: Huyện uỷ V", "Huyện"),
            ("short: Huyện ủy", "    short: Huyện uỷ", "Huyện"),
            (
                "variant: Trung tâm Văn hóa thông tin và thể thao huyện",
                "    variant: Trung tâm Văn hoá",
                "Trung",
            ),
        )
    ),
    Bad(
        "id-repeated",
        (
            (
                "units.yml",
                "Báo Hải Phòng\n",
                "Báo Hải Phòng\n  - id: bao-hai-phong\n    name: Báo\n",
            ),
        ),
        ("units.yml", "  - id: bao-hai-phong", "bao-hai-phong"),
        "hãy đặt mã khác cho mục này",
    ),
    Bad(
        "unit-unknown",
        (("awards.yml", "giver: ubnd-huyen", "giver: ubnd-huyenn"),),
        ("awards.yml", "    giver: ubnd-huyenn", "ubnd-huyenn"),
        "Có phải «ubnd-huyen» không?",
    ),
    Bad(
        "unit-unknown",
        (("conference.yml", "chairs:\n  - ban-thuong-vu", "chairs:\n  - ban-thuong-vu\n  - xyz"),),
        ("conference.yml", "  - xyz", "xyz"),
        "không có đơn vị «xyz» trong units.yml. Hãy sửa mã, hoặc thêm đơn vị",
    ),
    Bad(
        "group-unknown",
        (total(1), listed("phong-vien, phong-viem")),
        ("delegates.yml", "    groups: [phong-vien, phong-viem]", "phong-viem"),
        "Có phải «phong-vien» không?",
    ),
    Bad(
        "group-unknown",
        discussion(seat="to-nhat"),
        ("delegates.yml", "    discussion: to-nhat", "to-nhat"),
        "không có tổ thảo luận «to-nhat». Có phải «to-hai» không? Hãy sửa mã, hoặc thêm tổ vào mục discussion",
    ),
    Bad(
        "reference-unknown",
        (("banner.yml", "{conference.year}", "{confrence.year}"),),
        ("banner.yml", "  - TỔNG KẾT CÔNG TÁC DÂN VẬN NĂM {confrence.year};", "TỔNG"),
        "không có gì tên là «{confrence.year}». Có phải «conference.year» không?",
    ),
    Bad(
        "reference-unknown",
        (("banner.yml", "{conference.year}", "{conference.year:abc}"),),
        ("banner.yml", "  - TỔNG KẾT CÔNG TÁC DÂN VẬN NĂM {conference.year:abc};", "TỔNG"),
        "chỉ viết được: prose, table, words",
    ),
    Bad(
        "reference-unknown",
        (document("Lưu {unit.van-phong-huyen-uy}", "Lưu {unit.van-phong-huyen-uy:words}"),),
        ("documents.yml", "        to: Lưu {unit.van-phong-huyen-uy:words}", "Lưu"),
        "hãy viết «{unit.van-phong-huyen-uy}»",
    ),
    *(
        Bad(
            "reference-shape",
            (("banner.yml", "{conference.year}", typed),),
            ("banner.yml", "  - TỔNG KẾT CÔNG TÁC DÂN VẬN NĂM", "TỔNG"),
            "hãy viết {conference.year}",
        )
        for typed in (
            "{conference.year",
            "{ conference.year }",
            "{{conference.year}}",
            "{Conference.year}",
            "{conference,year}",
        )
    ),
    *(
        Bad(
            "reference-shape",
            (("conference.yml", "{unit.ubnd-huyen}", typed),),
            ("conference.yml", "venue:", "Hội"),
            "viết {unit.ubnd-huyen}",
        )
        for typed in (
            "[unit.ubnd-huyen]",
            "｛unit.ubnd-huyen｝",
            '{{ figure("unit.ubnd-huyen") }}',
        )
    ),
    Bad(
        "title-reference",
        (("conference.yml", TITLE, "title: Hội nghị {unit.huyen-uy} tổng kết"),),
        ("conference.yml", "title: Hội nghị {unit.huyen-uy} tổng kết", "Hội nghị"),
        "hãy viết thẳng tên",
    ),
    Bad(
        "award-total",
        (("awards.yml", "stated: 20", "stated: 21"),),
        ("awards.yml", "    stated: 21", "21"),
        "ghi 21 nhưng cộng các phần (5 + 15) được 20; hãy sửa stated thành 20",
    ),
    Bad(
        "award-total",
        (("awards.yml", "stated: 15", "stated: 16"),),
        ("awards.yml", "    stated: 20", "20"),
        "ghi 20 nhưng cộng các phần (5 + 16) được 21",
    ),
    Bad(
        "award-total",
        (names(NINE),),
        ("awards.yml", "    stated: 8", "8"),
        "ghi 8 nhưng đếm danh sách được 9; hãy sửa stated thành 9",
    ),
    Bad(
        "award-total",
        (names(SEVEN),),
        ("awards.yml", "    stated: 8", "8"),
        "nếu còn chờ tên thì thêm mục rest",
    ),
    Bad(
        "award-total",
        (names(EIGHT + REST),),
        ("awards.yml", "      open: chờ các xã", "open: chờ"),
        "danh sách đã đủ 8; hãy xóa mục rest",
    ),
    Bad(
        "award-total",
        (names(NINE + REST),),
        ("awards.yml", "    stated: 8", "8"),
        "ghi 8 nhưng đếm danh sách được 9",
    ),
    Bad(
        "award-total",
        (names(OPEN_LIST + REST),),
        ("awards.yml", "      open: chờ các xã", "open: chờ"),
        "hãy ghi điều đã biết vào open của recipients",
    ),
    Bad(
        "award-list",
        (("awards.yml", "    stated: 20\n", f"    stated: 20\n{REST}"),),
        ("awards.yml", "      open: chờ các xã", "open: chờ"),
        "hãy chuyển rest vào đó",
    ),
    Bad(
        "award-list",
        (NO_LIST,),
        ("awards.yml", "  - id: ban-thuong-vu", "ban-thuong-vu"),
        "thiếu mục recipients; nếu chưa có tên, viết recipients với mục open",
    ),
    Bad(
        "award-list",
        (("awards.yml", "    stated: 20\n", "    stated: 20\n    recipients: []\n"),),
        ("awards.yml", "    recipients: []", "[]"),
        "hãy chuyển recipients vào đó",
    ),
    Bad(
        "delegate-total",
        (total(3), listed("phong-vien", "phong-vien, uy-vien-bch")),
        ("delegates.yml", "stated: 3", "3"),
        "ghi 3 nhưng đếm danh sách được 2; hãy sửa stated thành 2",
    ),
    Bad(
        "delegate-total",
        (total(1), listed("phong-vien"), group(UNIT_NAME, 1)),
        ("delegates.yml", "    stated: 1", "1"),
        "Thường trực Huyện ủy: ghi 1 nhưng đếm danh sách được 0",
    ),
    Bad(
        "delegate-total",
        (
            *discussion(seat="to-hai"),
            ("delegates.yml", "label: Tổ A, room", "label: Tổ A, stated: 1, room"),
        ),
        ("delegates.yml", "  - {id: to-mot", "1, room"),
        "Tổ A: ghi 1 nhưng đếm danh sách được 0; hãy sửa stated thành 0",
    ),
    Bad(
        "delegate-groups",
        (group(UNIT_NAME, 151),),
        ("delegates.yml", "    stated: 151", "151"),
        "ghi 151, nhiều hơn tổng số đại biểu 150; hãy sửa một trong hai số",
    ),
    Bad(
        "delegate-groups",
        (
            ("delegates.yml", OPEN_GROUP, "", 8),
            ("delegates.yml", "    stated:\n", "    stated: 10\n", 8),
            ("delegates.yml", "true\n    stated: 10\n", "true\n    stated: 28\n"),
        ),
        ("delegates.yml", "stated: 150", "150"),
        "tổng ghi 150 nhưng cộng các khối chỉ được 98",
    ),
    Bad(
        "year-pair",
        (("conference.yml", "next_year: 2023", "next_year: 2024"),),
        ("conference.yml", "next_year: 2024", "2024"),
        "hãy sửa thành 2023",
    ),
    Bad(
        "period-pair",
        (conference("period: 2021-2026\nprevious_period: 2015-2019\n"),),
        ("conference.yml", "previous_period", "2015-2019"),
        "nhiệm kỳ trước ghi đến năm 2019, trong khi nhiệm kỳ này (period) bắt đầu năm 2021",
    ),
    Bad(
        "conference-date",
        (date("22/11/2022"),),
        ("conference.yml", "  date: 22/11/2022", "22/11"),
        "không thuộc tháng 12; hãy sửa ngày hoặc month",
    ),
    Bad(
        "conference-date",
        (date("05/12/2022"),),
        ("conference.yml", "  date: 05/12/2022", "05/12"),
        "không thuộc tuần 4 của tháng; hãy sửa ngày hoặc week",
    ),
    Bad(
        "conference-date",
        (date("22/12/2030"),),
        ("conference.yml", "  date: 22/12/2030", "22/12"),
        "không thuộc năm 2022; hãy sửa ngày",
    ),
    *(
        Bad(
            "banner-title",
            (("banner.yml", old, new),),
            ("banner.yml", line, line[4:]),
            "hãy viết cho đủ các chữ: «HỘI NGHỊ TỔNG KẾT CÔNG TÁC DÂN VẬN NĂM {conference.year};",
        )
        for old, new, line in (
            ("{conference.year};", "{conference.next_year};", "  - TỔNG KẾT"),
            ("{conference.next_year}", "{conference.year}", "  - PHƯƠNG HƯỚNG"),
            ("DÂN VẬN", "DÂN VÂN", "  - TỔNG KẾT"),
            ("DÂN VẬN ", "", "  - TỔNG KẾT"),
            ("HỘI NGHỊ\n", "HỒI NGHỊ\n", "  - HỒI NGHỊ"),
            ("HỘI NGHỊ\n", "CUỘC HỌP\n", "  - CUỘC HỌP"),
            ("CÔNG TÁC", "CÁC CÔNG TÁC", "  - TỔNG KẾT"),
            ("  - HỘI NGHỊ\n", "", "  - HUYỆN ỦY"),
            ("HỘI NGHỊ\n", "HỘI NGHI\n", "  - HỘI NGHI"),
        )
    ),
    Bad(
        "place-committee",
        (("conference.yml", "place: Vĩnh Bảo", "place: Vĩnh Bào"),),
        ("conference.yml", "place: Vĩnh Bào", "Vĩnh Bào"),
        "hãy viết địa danh như trong tên ấy, hoặc sửa mã cấp ủy «huyen-uy» ở committee",
    ),
    *(
        Bad(
            "synonym-words",
            (("synonyms.yml", "[đại biểu, khách mời]", typed),),
            ("synonyms.yml", f"  - words: {typed}", at),
            advice,
        )
        for typed, at, advice in (
            ("[đại biểu, Đại Biểu]", "Đại Biểu", "và «đại biểu» khi tìm là một; hãy xóa một"),
            ("[thư ký, khách, thư-ký]", "thư-ký", "và «thư ký» khi tìm là một; hãy xóa một"),
            ('[đại biểu, "&"]', '"&"', "«&» không có chữ nào để tìm; hãy viết một từ"),
        )
    ),
    Bad(
        "delegate-twice",
        (total(2), listed("phong-vien", "uy-vien-bch"), renamed("Nguyễn Văn B", "nguyễn văn A")),
        ("delegates.yml", "    name: nguyễn văn A", "nguyễn"),
        "thì giữ một mục và ghi cả hai khối, nếu là hai người thì ghi rõ chức vụ",
    ),
    Bad(
        "seat-twice",
        (
            total(2),
            listed("phong-vien", "uy-vien-bch"),
            SEATED,
            renamed("Văn B\n", "Văn B\n    seat: A1\n"),
        ),
        ("delegates.yml", "    seat: A1", "A1"),
        "hãy đổi chỗ",
    ),
    *(
        Bad(
            "seat-twice",
            (
                total(2),
                listed("phong-vien", "uy-vien-bch"),
                (SEATED[0], SEATED[1], "Nguyễn Văn A\n    seat: H09\n"),
                renamed("Văn B\n", f"Văn B\n    seat: {typed}\n"),
            ),
            ("delegates.yml", f"    seat: {typed}", typed),
            "hãy đổi chỗ",
        )
        for typed in ("H9", "h09", "H 09")
    ),
    Bad(
        "delegate-groups",
        (APART, group(UNIT_NAME, 100), group(WITH_NAME, 51)),
        ("delegates.yml", "stated: 150", "150"),
        "được ít nhất 151; hãy sửa stated thành 151, hoặc sửa số của các khối",
    ),
    Bad(
        "group-shared",
        (APART, total(2), listed("phong-vien", "phong-vien, uy-vien-bch")),
        ("delegates.yml", "    groups: [phong-vien, uy-vien-bch]", "uy-vien"),
        "ghi hai khối trong khi tệp ghi overlap: false; hãy giữ một khối, hoặc xóa dòng overlap",
    ),
    Bad(
        "delegate-class",
        (
            *BOTH_CLASSES,
            of_class("Phóng viên báo, đài", "guest"),
            of_class("Ủy viên BCH Đảng bộ", "voting"),
        ),
        ("delegates.yml", "    groups: [phong-vien, uy-vien-bch]", "uy-vien-bch"),
        "một khối là khách mời (guest), một khối thì không; hãy giữ một khối",
    ),
    Bad(
        "discussion-room",
        discussion(second_room="Phòng Họp  A"),
        ("delegates.yml", "  - {id: to-hai", "Phòng Họp"),
        "đã dành cho «Tổ A» ở dòng",
    ),
    Bad(
        "award-total",
        (("awards.yml", "    form: giấy khen\n    label: Tập", FORMS.format(4)),),
        ("awards.yml", "    stated: 20", "20"),
        "ghi 20 nhưng cộng các hình thức (15 + 4) được 19; hãy sửa stated thành 19, hoặc sửa các hình thức",
    ),
    Bad(
        "named-twice",
        (total(1), listed("phong-vien, phong-vien")),
        ("delegates.yml", "    groups: [phong-vien, phong-vien]", "phong-vien]"),
        "«phong-vien» ghi hai lần trong một danh sách; hãy xóa một",
    ),
    Bad(
        "named-twice",
        (document("      - nghi-quyet-04\n", "      - nghi-quyet-04\n      - cong-van-792\n"),),
        ("documents.yml", "      - cong-van-792", "cong-van-792"),
        "«cong-van-792» ghi hai lần trong một danh sách (đã ghi ở dòng 25); hãy xóa một.",
    ),
    Bad(
        "named-twice",
        (chaired_by("ban-thuong-vu\n  - ban-thuong-vu"),),
        ("conference.yml", "  - ban-thuong-vu", "ban-thuong-vu"),
        "ghi hai lần trong một danh sách",
    ),
    Bad(
        "label-twice",
        (("delegates.yml", "    label: Phóng viên báo, đài", "    label: ủy viên BCH Đảng bộ"),),
        ("delegates.yml", "    label: ủy viên BCH Đảng bộ", "ủy"),
        "hãy đặt tên khác, hoặc xóa một mục.",
    ),
    Bad(
        "support-lead",
        (("tasks.yml", "          - ban-dan-van\n", "          - van-phong-huyen-uy\n"),),
        ("tasks.yml", "          - van-phong-huyen-uy", "van-phong"),
        "«van-phong-huyen-uy» là đơn vị chủ trì (lead, dòng 25), không thể phối hợp với chính mình",
    ),
    Bad(
        "deadline-issued",
        (DATED, ("tasks.yml", "  - id: phong-su\n", "  - id: phong-su\n    due: 02/12/2022\n")),
        ("tasks.yml", "    due: 02/12/2022", "02/12"),
        "hạn 02/12/2022 trước ngày ban hành văn bản (05/12/2022)",
    ),
    Bad(
        "issue-open",
        (ISSUED, NUMBERED),
        ("documents.yml", "      open: tháng {conference.month} năm", "tháng"),
        "hãy điền date, hoặc ghi lại status: draft",
    ),
    *(
        Bad(
            "issue-open",
            (ISSUED, NUMBERED, DATED, document("Bùi Gia Huân", typed)),
            ("documents.yml", f"        name: {typed}", typed),
            f"«{typed}» là chỗ để điền, nên chưa ghi status: issued được; hãy điền name",
        )
        for typed in ("(Họ và tên)", "(ghi rõ họ tên)")
    ),
    *(
        Bad(
            "issue-open",
            (ISSUED, NUMBERED, DATED, document(old, old.replace(part, typed))),
            ("documents.yml", old.replace(part, typed).rstrip("\n"), at or typed),
            f"còn chỗ để điền «{blank}», nên chưa ghi status: issued được; hãy điền {key}"
            if blank
            else f"«{typed}» là chỗ để điền, nên chưa ghi status: issued được; hãy điền {key}",
        )
        for old, part, typed, key, blank, at in (
            ("        name: Bùi Gia Huân\n", "Huân", "xx", "name", "xx", "Bùi"),
            ("        post: Phó Bí thư\n", "Phó Bí thư", "(chức vụ)", "post", "", ""),
            ("        post: Phó Bí thư\n", "Phó", "…", "post", "…", "…"),
            (f"          {MARK}\n", "Ban Thường vụ", "………", "authority", "………", "T/M"),
            ("    place: Vĩnh Bảo\n", "Vĩnh Bảo", ".....", "place", "", ""),
            ("    symbol: KH/HU\n", "HU", "XX", "symbol", "XX", "KH/XX"),
            ("    about: Tổ chức {", "Tổ chức", "Tổ chức … của", "about", "…", "Tổ"),
            (
                "        superior: Đảng bộ thành phố Hải Phòng\n",
                "Hải Phòng",
                "xx",
                "superior",
                "xx",
                "Đảng",
            ),
            (
                "        to: Các chi bộ, đảng bộ trực thuộc {unit.huyen-uy.short}\n",
                "Các chi bộ, đảng bộ trực thuộc {unit.huyen-uy.short}",
                "…",
                "to",
                "",
                "",
            ),
        )
    ),
    Bad(
        "issue-open",
        (
            ISSUED,
            NUMBERED,
            DATED,
            document("superior: Đảng bộ thành phố Hải Phòng", "superior: {open: chưa rõ}"),
        ),
        ("documents.yml", "        superior: {open: chưa rõ}", "chưa"),
        "Cơ quan cấp trên còn để open, nên chưa ghi status: issued được; hãy điền superior",
    ),
    Bad(
        "issue-open",
        (
            ISSUED,
            NUMBERED,
            DATED,
            document(
                "    distribution:\n",
                "    addressees:\n      - Sở xx\n    distribution:\n",
            ),
        ),
        ("documents.yml", "      - Sở xx", "Sở"),
        "«Sở xx» còn chỗ để điền «xx», nên chưa ghi status: issued được; hãy điền addressees",
    ),
    Bad(
        "issue-draft",
        (
            document("status: draft\n", "status: issued\n    draft: 2\n"),
            NUMBERED,
            DATED,
        ),
        ("documents.yml", "    draft: 2", "2"),
        "hãy xóa dòng draft, hoặc ghi lại status: draft",
    ),
    Bad(
        "award-twice",
        (names(EIGHT.replace("Xã 7", "XÃ 6")),),
        ("awards.yml", "      - {id: xa-7, name: XÃ 6}", "XÃ 6"),
        "hãy xóa một chỗ, hoặc ghi rõ tên hai tập thể khác nhau",
    ),
    Bad(
        "award-twice",
        (
            names(
                EIGHT.replace("name: Xã 6", f"unit: ubnd-huyen, name: {UBND}").replace(
                    "name: Xã 7", "unit: ubnd-huyen, name: UBND huyện"
                )
            ),
        ),
        ("awards.yml", "      - {id: xa-7, unit: ubnd-huyen, name: UBND huyện}", "UBND"),
        "hãy xóa một chỗ",
    ),
    Bad(
        "award-twice",
        (names(EIGHT.replace("Xã 6", UBND).replace("Xã 7", "UBND huyện")),),
        ("awards.yml", "      - {id: xa-7, name: UBND huyện}", "UBND"),
        "hãy xóa một chỗ",
    ),
    Bad(
        "award-name",
        (names(EIGHT.replace("Xã 7", "Ban dân vận huyện ủy")),),
        ("awards.yml", "      - {id: xa-7", "Ban"),
        "hãy viết «Ban Dân vận Huyện ủy»; nếu là đơn vị khác thì thêm",
    ),
    Bad(
        "award-name",
        (names(EIGHT.replace("name: Xã 7", "unit: mttq, name: Xã 7")),),
        ("awards.yml", "      - {id: xa-7", "Xã 7"),
        "hãy viết «Ủy ban MTTQ Việt Nam», hoặc bỏ mục unit",
    ),
    Bad(
        "award-seats",
        (group(WITH_NAME, 27),),
        ("delegates.yml", "    stated: 27", "27"),
        "hãy sửa thành 28 hoặc hơn",
    ),
    Bad(
        "agenda-times",
        (*TIMED, ("agenda.yml", "start: 9h05", "start: 8h59")),
        ("agenda.yml", "    start: 8h59", "8h59"),
        "hãy sửa thành 9h00 hoặc muộn hơn",
    ),
    Bad(
        "agenda-times",
        (*TIMED, ("agenda.yml", "items:\n", "ends: 9h00\nitems:\n")),
        ("agenda.yml", "ends: 9h00", "9h00"),
        "hãy sửa ends thành 9h06, hoặc rút ngắn các mục",
    ),
    Bad(
        "agenda-times",
        (
            *TIMED,
            ("agenda.yml", "start: 7h30\n    minutes: 1\n", "start: 7h30\n"),
            ("agenda.yml", "start: 7h35", "start: 7h30"),
        ),
        ("agenda.yml", "    start: 7h30", "7h30"),
        "hãy sửa thành một giờ muộn hơn 7h30",
    ),
    Bad(
        "agenda-untimed",
        (*TIMED, ("agenda.yml", "    start: 9h05\n", "")),
        ("agenda.yml", "  - id: be-mac", "be-mac"),
        "hãy thêm dòng start",
    ),
    Bad(
        "deadline-late",
        (due("28/12/2022"),),
        ("documents.yml", "      by: 28/12/2022", "28"),
        "hãy sửa hạn cho sớm hơn",
    ),
    Bad(
        "deadline-late",
        (due("22/12/2022"), date("22/12/2022")),
        ("documents.yml", "      by: 22/12/2022", "22"),
        "hãy sửa hạn cho sớm hơn",
    ),
    Bad(
        "deadline-late",
        (AFTER_MEETING, date("22/12/2022")),
        ("tasks.yml", "    due: 20/12/2022", "20"),
        "hạn 20/12/2022 không sau ngày họp 22/12/2022",
    ),
    Bad(
        "day-unknown",
        (counted("conference.day"),),
        ("tasks.yml", "    due: {days: 3, before: conference.day}", "conference.day"),
        "không có ngày nào tên là «conference.day». Có phải «conference.date» không?",
    ),
    Bad(
        "day-unknown",
        (counted("tasks.phong-su.due"),),
        ("tasks.yml", "    due: {days: 3, before: tasks.phong-su.due}", "tasks.phong-su.due"),
        "hai ngày tính theo nhau thành vòng",
    ),
    Bad(
        "day-holiday",
        (working_days(80), date("22/12/2022")),
        ("tasks.yml", "    due: {working_days: 80, before: conference.date}", "80"),
        ") đến 01/9/2022 có ngày nghỉ lễ 02/9/2022, máy chưa trừ; hãy tính theo lịch nghỉ rồi",
    ),
    Bad(
        "distribution-above",
        (AS_ABOVE,),
        ("documents.yml", "        to: Như trên", "Như"),
        "«Như trên» chỉ nơi ghi sau «Kính gửi», mà văn bản chưa có addressees",
    ),
    Bad(
        "delegate-points",
        (*meetings(hybrid(160), SECOND_DAY), *IN_THE_FIRST),
        ("delegates.yml", "stated: 150", "150"),
        "cộng các điểm cầu (160) được 160",
    ),
    Bad(
        "deadline-early",
        (due("20/12/2021"),),
        ("documents.yml", "      by: 20/12/2021", "20"),
        "hãy sửa năm của hạn, ví dụ 20/12/2022",
    ),
    Bad(
        "basis-date",
        (basis("29/12/2022"),),
        ("citations.yml", "    date: 29/12/2022", "29"),
        "sau ngày họp (28/12/2022); hãy xem lại",
    ),
    Bad(
        "basis-date",
        (DATED, basis("06/12/2022")),
        ("citations.yml", "    date: 06/12/2022", "06"),
        "sau ngày ban hành văn bản (05/12/2022); hãy xem lại",
    ),
    Bad(
        "private",
        (("units.yml", "Báo Hải Phòng\n", "Báo Hải Phòng (0912 345 678)\n"),),
        ("units.yml", "    name: Báo Hải Phòng (0912", "0912"),
        "số điện thoại không đưa vào bộ dữ liệu công bố, hãy xóa",
    ),
    Bad(
        "private",
        (("units.yml", "Báo Hải Phòng\n", "Báo Hải Phòng\n  # gọi (0225) 3884123\n"),),
        ("units.yml", "  # gọi", "0225"),
        "hãy xóa",
    ),
    Bad(
        "private",
        (("units.yml", "Báo Hải Phòng\n", "Báo Hải Phòng\n  # số 031 085 001 234\n"),),
        ("units.yml", "  # số", "031"),
        "hãy xóa",
    ),
    Bad(
        "private",
        (("units.yml", "Báo Hải Phòng\n", "Báo Hải Phòng\n  # căn cước 031080012345\n"),),
        ("units.yml", "  # căn cước 031080012345", "031"),
        "hãy xóa",
    ),
    *(
        Bad(
            "private",
            (("units.yml", "Báo Hải Phòng\n", f"Báo Hải Phòng\n  # xem {typed}\n"),),
            ("units.yml", "  # xem", token),
            advice,
        )
        for token, advice, typed in (
            *(
                (typed, "số điện thoại không đưa vào bộ dữ liệu công bố", f"số {typed}")
                for typed in (
                    "0912/345/678",
                    "0912–345–678",
                    "0912\u00a0345\u00a0678",
                    "0225/3884123",
                    "0225\u202f–\u202f3.884.123",
                    "+84\u00a0912\u00a0345678",
                )
            ),
            *(
                ("031", "có số giống số căn cước hoặc chứng minh nhân dân", typed)
                for typed in (
                    "CCCD 0311 2345 6789",
                    "031-123-456-789",
                    "031–123–456–789",
                    "CMND 031 123 456",
                    "CMND số: 031.123.456",
                    "căn cước công dân số 031 - 123 - 456 - 789",
                    "chứng minh nhân dân (cũ) 0311/23456",
                )
            ),
            *(
                (typed, "văn bản mật không đưa vào bộ dữ liệu này", typed)
                for typed in (
                    "Độ mật: Mật",
                    "văn bản mật",
                    "Tài liệu mật",
                    "hồ sơ mật kèm theo",
                    "công văn mật",
                )
            ),
        )
    ),
    Bad(
        "document-regime",
        (document("- unit: huyen-uy", "- unit: ubnd-huyen"),),
        ("documents.yml", "    regime: party-36", "party-36"),
        "«Ủy ban nhân dân huyện» không ra văn bản theo thể thức «party-36»; hãy viết regime: state-30, "
        "hoặc sửa cơ quan ban hành ở dòng ",
    ),
    Bad(
        "document-regime",
        (*of_the_state(symbol="KH-HU"), document("- unit: ubnd-huyen", "- unit: huyen-uy")),
        ("documents.yml", "    regime: state-30", "state-30"),
        "hãy viết regime: party-36 (đến giữa năm 2026) hoặc party-05",
    ),
    Bad(
        "document-regime",
        (
            document(
                "        superior: Đảng bộ thành phố Hải Phòng\n",
                "        superior: Đảng bộ thành phố Hải Phòng\n      - unit: ubnd-huyen\n",
            ),
        ),
        ("documents.yml", "      - unit: ubnd-huyen", "ubnd-huyen"),
        "mà «Huyện ủy Vĩnh Bảo» cùng ban hành thì theo thể thức ấy; hãy bỏ một trong hai cơ quan",
    ),
    *(
        Bad(
            "document-mark",
            edits,
            ("documents.yml", f"          - {typed}", typed),
            advice,
        )
        for typed, advice, edits in (
            (
                "TM. Ban Thường vụ",
                "hãy viết «T/M Ban Thường vụ»",
                (document(MARK, "- TM. Ban Thường vụ"),),
            ),
            (
                "T/M Ủy ban nhân dân",
                "hãy viết «TM. Ủy ban nhân dân»",
                of_the_state("T/M Ủy ban nhân dân"),
            ),
            (
                "Ban Thường vụ",
                "hãy mở đầu bằng một trong các chữ: T/M, K/T, T/L",
                (document(MARK, "- Ban Thường vụ"),),
            ),
            (
                "Ủy ban nhân dân",
                "hãy mở đầu bằng một trong các chữ: TM., KT., TL.",
                of_the_state("Ủy ban nhân dân"),
            ),
            ("T/M", "rồi tên cơ quan hay chức vụ", (document(MARK, "- T/M"),)),
        )
    ),
    *(
        Bad(
            "document-symbol",
            edits,
            ("documents.yml", f"    symbol: {typed}", typed),
            advice,
        )
        for typed, advice, edits in (
            ("KH-HU", "hãy viết như «KH/HU»", (document("symbol: KH/HU", "symbol: KH-HU"),)),
            ("KH/UBND", "hãy viết như «KH-UBND»", of_the_state(symbol="KH/UBND")),
            ("KH/HU", "có ký hiệu mà thiếu số", (document(f"    {OPEN_NUMBER}", ""),)),
        )
    ),
    Bad(
        "document-symbol",
        (NUMBERED, document(SYMBOL, "")),
        ("documents.yml", "    number: 15", "15"),
        "có số mà thiếu ký hiệu; hãy thêm dòng symbol",
    ),
    Bad(
        "basis-unknown",
        (document("- cong-van-792", "- cong-van-729"),),
        ("documents.yml", "      - cong-van-729", "cong-van-729"),
        "hãy sửa mã, hoặc thêm văn bản ấy vào citations.yml",
    ),
    Bad(
        "id-repeated",
        (
            document(
                "documents:\n",
                "documents:\n  - id: ke-hoach\n    kind: Giấy mời\n    regime: party-36\n"
                "    issuers: [{unit: huyen-uy}]\n    place: Vĩnh Bảo\n    date: {open: sau}\n"
                "    status: draft\n    signatories: [{post: Bí thư, name: {open: sau}}]\n",
            ),
        ),
        ("documents.yml", "  - id: ke-hoach", "ke-hoach"),
        "hãy đặt mã khác cho mục này",
    ),
    Bad(
        "document-date",
        ((DATED[0], DATED[1], "date: 05/12/2021\n"),),
        ("documents.yml", "    date: 05/12/2021", "05/12/2021"),
        "không thuộc năm 2022; hãy sửa ngày",
    ),
    Bad(
        "document-late",
        ((DATED[0], DATED[1], "date: 29/12/2022\n"), date("22/12/2022")),
        ("documents.yml", "    date: 29/12/2022", "29/12/2022"),
        "sau ngày họp 22/12/2022",
    ),
    Bad(
        "reference-misplaced",
        (("units.yml", "name: Công an huyện", 'name: "Công an {unit.cong-an}"'),),
        ("units.yml", '    name: "Công an {unit.cong-an}"', "{unit.cong-an}"),
        "hãy viết thẳng chữ",
    ),
    Bad(
        "reference-misplaced",
        (("awards.yml", "label: Khối cơ quan huyện", "label: Khối {awards.total} cơ quan"),),
        ("awards.yml", "        label: Khối {awards.total} cơ quan", "{awards.total}"),
        "hãy viết thẳng chữ",
    ),
    Bad(
        "unit-twice",
        (("units.yml", "name: Báo Hải Phòng", "name: Báo An ninh Hải Phòng"),),
        ("units.yml", "    name: Báo An ninh Hải Phòng", "Báo"),
        "hãy giữ một đơn vị",
    ),
    Bad(
        "unit-twice",
        (("units.yml", "name: Báo Hải Phòng", "name: Báo Hải Phòng\n    short: UBND huyện"),),
        ("units.yml", "    short: UBND huyện", "UBND"),
        "«UBND huyện» cũng là tên của đơn vị ở dòng",
    ),
]

GOOD = [
    Good("synonym-words", (("synonyms.yml", "[đại biểu, khách mời]", "[đại biểu, đại biếu]"),)),
    Good("person-name", (document("Bùi Gia Huân", "Bùi Gia Tám"),)),
    Good("reference-misplaced", (("units.yml", "name: Công an huyện", "name: Công an {huyện}"),)),
    Good(
        "unit-tone",
        (
            (
                "units.yml",
                "Báo Hải Phòng\n",
                "Báo Quý, Hoàng Thúy, Hòa Bình\n    old_names: [Báo Hoà Bình]\n",
            ),
        ),
    ),
    Good("unit-twice", (("units.yml", "name: Công an huyện", "name: Công an"),)),
    Good("document-date", (DATED,)),
    Good("document-late", (DATED, date("22/12/2022"))),
    Good(
        "document-late",
        ((DATED[0], DATED[1], "date: 22/12/2022\n"), date("22/12/2022")),
    ),
    Good("document-regime", of_the_state()),
    Good(
        "document-regime",
        (
            document(
                "        superior: Đảng bộ thành phố Hải Phòng\n",
                "        superior: Đảng bộ thành phố Hải Phòng\n      - unit: mttq\n",
            ),
        ),
    ),
    Good("document-regime", (document("regime: party-36", "regime: party-05"),)),
    Good("document-regime", (document("- unit: huyen-uy", "- unit: bao-hai-phong"),)),
    Good(
        "document-mark",
        of_the_state("KT. Chủ tịch"),
    ),
    Good("paper-kind", (("citations.yml", "number: 224-QĐ/HU", "number: 224/HU"),)),
    Good("award-kind", (("awards.yml", "label: Khối cơ quan huyện", "label: Cá nhân, tập thể"),)),
    Good("paper-kind", (("citations.yml", "number: 792-CV/BDVTU", "number: 792/TT-HĐND"),)),
    Good("sign-deputy", (document(MARK, "- K/T Bí thư"),)),
    Good("document-mark", (document(MARK, "- K/T Bí thư"),)),
    Good("document-mark", (document(f"        authority:\n          {MARK}\n", ""),)),
    Good("document-symbol", of_the_state(symbol="KH-VPUBND")),
    Good("document-symbol", (document("symbol: KH/HU", "symbol: KH/HU"),)),
    Good("document-symbol", (document(SYMBOL, ""), document(f"    {OPEN_NUMBER}", ""))),
    Good("basis-unknown", (document("      - cong-van-792\n", ""),)),
    Good("id-repeated", (("awards.yml", "- id: co-quan-huyen", "- id: ubnd-huyen"),)),
    Good("unit-unknown", (("awards.yml", "giver: ubnd-huyen", "giver: huyen-uy"),)),
    Good("group-unknown", (total(1), listed("phong-vien, uy-vien-bch"))),
    Good("reference-unknown", (("banner.yml", "VĨNH BẢO", "VĨNH BẢO {awards.total:words}"),)),
    Good(
        "reference-unknown", (("banner.yml", "{conference.year}", "{{ 7*7 }} {x} {Ban tổ chức}"),)
    ),
    Good("reference-shape", (("banner.yml", "{conference.year}", "{{ 7*7 }} {x, y} {"),)),
    Good(
        "title-reference",
        (
            ("conference.yml", TITLE, "title: Hội nghị {conference.term} tổng kết"),
            ("banner.yml", "HỘI NGHỊ\n", "HỘI NGHỊ {conference.term}\n"),
        ),
    ),
    Good(
        "award-total",
        (("awards.yml", "stated: 15", "stated: 16"), ("awards.yml", "stated: 20", "stated: 21")),
    ),
    Good("award-total", (names(EIGHT),)),
    Good(
        "award-total",
        (("awards.yml", "    form: giấy khen\n    label: Tập", FORMS.format(5)),),
    ),
    Good("delegate-groups", (APART, group(UNIT_NAME, 100), group(WITH_NAME, 50))),
    Good("group-shared", (APART, total(2), listed("phong-vien", "uy-vien-bch"))),
    Good("group-unknown", discussion(seat="to-mot")),
    Good(
        "delegate-class",
        (
            *BOTH_CLASSES,
            of_class("Phóng viên báo, đài", "official"),
            of_class("Ủy viên BCH Đảng bộ", "voting"),
        ),
    ),
    Good("delegate-class", (*BOTH_CLASSES, of_class("Phóng viên báo, đài", "guest"))),
    Good("discussion-room", discussion()),
    Good("period-pair", (conference("period: 2020-2025\nprevious_period: 2015-2020\n"),)),
    Good("period-pair", (conference("period: 2021-2025\nprevious_period: 2016-2020\n"),)),
    Good("group-shared", (total(2), listed("phong-vien", "phong-vien, uy-vien-bch"))),
    Good("award-total", (names(SEVEN + REST),)),
    Good("award-list", (names(EIGHT),)),
    Good(
        "delegate-total",
        (
            listed("phong-vien", "phong-vien, uy-vien-bch"),
            group(UNIT_NAME, 1),
            (
                "delegates.yml",
                "delegates:\n",
                "rest:\n  open: chờ các đơn vị gửi tên\ndelegates:\n",
            ),
        ),
    ),
    Good("delegate-total", (total(2), listed("phong-vien", "phong-vien, uy-vien-bch"))),
    Good(
        "delegate-total",
        (total(2), listed("thuong-truc-huyen-uy", "phong-vien"), group(UNIT_NAME, 1)),
    ),
    Good("delegate-groups", (group(UNIT_NAME, 150), group(WITH_NAME, 28))),
    Good(
        "year-pair",
        (
            ("conference.yml", "\nyear: 2022", "\nyear: 2023"),
            ("conference.yml", "next_year: 2023", "next_year: 2024"),
        ),
    ),
    Good("conference-date", (date("22/12/2022"),)),
    Good("conference-date", (date("20/12/2022"),)),  # in the fourth week from Monday to Sunday
    Good(
        "banner-title",
        (
            (
                "banner.yml",
                "  - HỘI NGHỊ\n  - TỔNG KẾT CÔNG TÁC DÂN VẬN NĂM {conference.year};\n  - PHƯƠNG",
                "  - Hội nghị tổng kết\n  - công tác dân vận, NĂM\n  - '{conference.year}: PHƯƠNG",
            ),
            ("banner.yml", "{conference.next_year}", "{conference.next_year}'"),
        ),
    ),
    Good(
        "banner-title",
        (("banner.yml", "  - PHƯƠNG HƯỚNG, NHIỆM VỤ, GIẢI PHÁP NĂM {conference.next_year}\n", ""),),
    ),
    Good(
        "place-committee",
        (
            ("conference.yml", "place: Vĩnh Bảo", "place: Tiên Lãng"),
            ("units.yml", "Huyện ủy Vĩnh Bảo", "Huyện ủy Tiên Lãng"),
        ),
    ),
    Good("delegate-twice", (total(2), listed("phong-vien", "uy-vien-bch"))),
    Good(
        "delegate-twice",
        (
            total(2),
            listed("phong-vien", "uy-vien-bch"),
            renamed("Nguyễn Văn B", "Nguyễn Văn A\n    post: Bí thư"),
        ),
    ),
    Good("seat-twice", (total(2), listed("phong-vien", "uy-vien-bch"), SEATED)),
    Good(
        "seat-twice",
        (
            total(3),
            listed("phong-vien", "uy-vien-bch", "uy-vien-bch"),
            (SEATED[0], SEATED[1], "Nguyễn Văn A\n    seat: H09\n"),
            renamed("Văn B\n", "Văn B\n    seat: H90\n"),
            renamed("Văn C\n", "Văn C\n    seat: H0 9\n"),
        ),
    ),
    Good("named-twice", (total(2), listed("phong-vien", "phong-vien, uy-vien-bch"))),
    Good(
        "label-twice",
        (("delegates.yml", "    label: Phóng viên báo, đài", "    label: Phóng viên"),),
    ),
    Good(
        "support-lead",
        (("tasks.yml", "          - ban-dan-van\n", "          - van-phong-hdnd-ubnd\n"),),
    ),
    Good("named-twice", (chaired_by("ban-thuong-vu\n  - ban-dan-van"),)),
    Good(
        "deadline-issued",
        (DATED, ("tasks.yml", "  - id: phong-su\n", "  - id: phong-su\n    due: 05/12/2022\n")),
    ),
    Good("issue-draft", (document("status: draft\n", "status: draft\n    draft: 2\n"),)),
    Good("issue-open", (ISSUED, NUMBERED, DATED)),
    Good("issue-open", (ISSUED, DATED, document(SYMBOL, ""), document(f"    {OPEN_NUMBER}", ""))),
    Good("issue-open", (document("Bùi Gia Huân", "(Họ và tên)"),)),
    *(
        Good("issue-open", (ISSUED, NUMBERED, DATED, document(old, new)))
        for old, new in (
            ("Bùi Gia Huân", "Nguyễn Văn A"),
            ("to: Các chi bộ, đảng bộ", "to: Các ban, ngành… chi bộ, đảng bộ"),
            ("about: Tổ chức {", "about: Triển khai Nghị quyết Đại hội XX, tổ chức {"),
            ("place: Vĩnh Bảo", "place: TP. Vĩnh Bảo"),
        )
    ),
    Good("award-twice", (names(EIGHT),)),
    Good("award-name", (names(EIGHT.replace("name: Xã 7", "unit: mttq, name: MTTQ")),)),
    Good("award-name", (names(EIGHT.replace("name: Xã 7", "name: Ban Dân vận Huyện ủy")),)),
    Good(
        "award-twice",
        (
            names(
                EIGHT.replace("Xã 6", UBND).replace("Xã 7", "Ban Dân vận Huyện ủy"),
            ),
        ),
    ),
    Good("award-seats", (group(WITH_NAME, 28),)),
    Good("meeting-twice", meetings(FIRST_DAY)),
    Good(
        "agenda-half",
        (*TIMED, *sessions(), ("agenda.yml", "  title: Phiên chính thức", "  title: Phiên sáng")),
    ),
    Good(
        "agenda-half",
        (
            *TIMED,
            *sessions(),
            ("agenda.yml", "  title: Phiên chính", "  title: Phiên tối giản, chính"),
        ),
    ),
    Good("agenda-chair", (chaired_by("unit: thuong-truc"), CHAIRED)),
    Good("agenda-chair", (chaired_by("person: Nguyễn Văn A"), CHAIRED)),
    Good(
        "agenda-chair", (("agenda.yml", "title: Tổng kết, bế mạc", "title: Chủ trì tổng kết các"),)
    ),
    Good("delegate-points", (points("stated: 90", "stated: 60"),)),
    Good("delegate-points", (points("stated: 90", "stated: {open: chưa định}"),)),
    Good(
        "meeting-unknown",
        (*meetings(FIRST_DAY, SECOND_DAY), *sessions(OF_THE_FIRST, OF_THE_SECOND)),
    ),
    Good("meeting-unknown", (*meetings(FIRST_DAY), *sessions())),
    Good(
        "banner-title",
        (
            *meetings(FIRST_DAY, SECOND_DAY),
            *sessions(OF_THE_FIRST, OF_THE_SECOND),
            banners("lan-mot: CUỘC HỌP", "lan-hai: ĐẠI BIỂU DỰ CUỘC HỌP"),
        ),
    ),
    Good("meeting-order", (*meetings(FIRST_DAY, SECOND_DAY), *IN_THE_FIRST)),
    Good("conference-date", (*meetings(FIRST_DAY, "date: 05/01/2023"), *IN_THE_FIRST)),
    Good(
        "document-date",
        (
            *meetings("date: 20/02/2023"),
            NUMBERED,
            document(
                "date:\n      open: cuối năm\n      settled_by: ban-thuong-vu\n",
                "date: 05/01/2023\n",
            ),
        ),
    ),
    Good(
        "meeting-order",
        (
            *meetings(f"{FIRST_DAY}\n    start: 8h00", f"{FIRST_DAY}\n    start: 14h00"),
            *IN_THE_FIRST,
        ),
    ),
    Good(
        "meeting-points",
        (conference("form: online\npoints:\n  - {id: chinh, name: Điểm cầu chính}\n"),),
    ),
    Good("reserve-early", (date("22/12/2022"), conference("reserve: 23/12/2022\n"))),
    Good("agenda-id", sessions()),
    Good("agenda-minutes", (*TIMED, hours("    end: 7h50\n    minutes: 15\n"))),
    Good("agenda-minutes", (*TIMED, hours("    end: 7h50\n"))),
    Good("agenda-times", (*TIMED, parts("start: 7h35", "start: 7h40\n        end: 7h55"))),
    Good("agenda-head", (*TIMED, *sessions("  start: 7h30\n", "  start: 8h15\n"))),
    Good(
        "agenda-head",
        (
            *TIMED,
            *sessions("  start: 7h35\n"),
            ("agenda.yml", "  - id: khai-mac\n", "  - id: khai-mac\n    kind: reception\n"),
        ),
    ),
    Good("agenda-day", (*sessions("", "  date: 22/12/2022\n"), date("22/12/2022"))),
    Good(
        "agenda-window",
        (
            *sessions("  date: 22/12/2022\n", "  date: 24/12/2022\n"),
            date("{first: 22/12/2022, last: 24/12/2022}"),
        ),
    ),
    Good(
        "agenda-order",
        (
            *sessions("  date: 22/12/2022\n", "  date: 23/12/2022\n"),
            date("{first: 22/12/2022, last: 23/12/2022}"),
        ),
    ),
    Good(
        "agenda-order",
        (*TIMED, *sessions("  ends: 8h15\n", "  start: 8h15\n"), date("22/12/2022")),
    ),
    Good("agenda-times", (*TIMED, ("agenda.yml", "items:\n", "ends: 9h06\nitems:\n"))),
    Good("agenda-untimed", TIMED),
    Good("deadline-late", (due("27/12/2022"),)),
    Good("deadline-early", (due("01/01/2022"),)),
    Good(
        "deadline-late", (AFTER_MEETING, date("18/12/2022"), ("conference.yml", "  week: 4\n", ""))
    ),
    Good("day-unknown", (counted("conference.date"),)),
    Good("day-holiday", (working_days(3), date("22/12/2022"))),
    Good("day-holiday", (working_days(80),)),
    Good(
        "distribution-above",
        (
            AS_ABOVE,
            (
                "documents.yml",
                "    distribution:\n",
                "    addressees:\n      - Sở Nội vụ\n    distribution:\n",
            ),
        ),
    ),
    Good("delegate-points", (*meetings(hybrid(90), SECOND_DAY), *IN_THE_FIRST)),
    Good("meeting-points", (*meetings(hybrid(90), SECOND_DAY), *IN_THE_FIRST)),
    Good("day-unknown", (counted("conference.date"), date("22/12/2022"))),
    Good("basis-date", (basis("28/12/2022"),)),
    Good("basis-date", (DATED, basis("05/12/2022"))),
    *(
        Good("private", (("units.yml", "Báo Hải Phòng\n", f"Báo Hải Phòng\n  # xem {typed}\n"),))
        for typed in (
            "ngày 05/12/2022 – 08h30",
            "từ 05/12/2022 - 08/12/2022",
            "từ 05/2022 – 2026",
            "từ 03/8/2022 đến 7/9/2022",
            "bảo mật, bí mật, cơ mật, mật thiết, mật độ",
            "hồ sơ bảo mật, tài liệu mật mã, văn bản mật độ cao",
            "chứng minh bằng 3 ví dụ, chia làm 1 234 567 phần",
            "CCCD: không ghi số ở đây",
            "Chỉ thị 05-CT/TW, 224-QĐ/HU, 792-CV/BDVTU",
        )
    ),
    Good("private", (("units.yml", "Báo Hải Phòng\n", "Báo Hải Phòng 2022\n"),)),
]
