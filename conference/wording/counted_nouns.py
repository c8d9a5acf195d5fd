"""The nouns and classifiers that plans and reports count, as they stand behind a number."""

from collections.abc import Sequence


def comma_separated(text: str) -> frozenset[str]:
    """The entries of a list separated by commas."""
    return frozenset(" ".join(entry.split()) for entry in text.split(","))


# Whoever and whatever is invited, awarded or handed out: "một" before it is a count too.
_ALWAYS_COUNTED = comma_separated(
    """bằng khen, bí thư, bộ hồ, cá nhân, cán bộ, cặp vợ, chi bộ, chi đoàn, chi hội, chi ủy,
    chỉ tiêu, chủ tịch, chuyên mục, công chức, danh hiệu, doanh nghiệp, đại biểu, đại diện,
    đảng bộ, đảng ủy, đảng viên, đoàn viên, đồng chí, giải thưởng, giấy khen, giấy mời, hội nghị,
    hội thảo, hội thi, hội viên, huân chương, huy chương, khách mời, lãnh đạo, lẵng hoa, lượt ý,
    phần quà, phó ban, phó bí, phó chủ, phó trưởng, phóng sự, phóng viên, phụ lục, suất quà,
    tập thể, tham luận, thành viên, thị trấn, tiết mục, trưởng ban, trưởng phòng, ủy viên,
    viên chức"""
)
# The rest of what is counted; "một" before it is often an article: một vấn đề, một giải pháp.
_OTHERS = comma_separated(
    """bài học, bài phát, bài viết, ban chỉ, bản sao, báo cáo, bể bơi, biên bản, biển báo, cảnh sát,
    căn cứ, cấp ủy, cây số, chế độ, chỉ huy, chỉ lệnh, chỉ số, chỉ thị, chiến sĩ, chiều hướng,
    chính sách, chuyên đề, chức danh, chương trình, công dân, công đoàn, công trình, công văn,
    công việc, cơ quan, cơ sở, cựu chiến, dân quân, dân tộc, dự án, địa bàn, địa phương, điểm cầu,
    điểm yếu, điển hình, điều kiện, đoàn thể, đối tượng, đột phá, đơn vị, gia đình, giải pháp,
    giáo viên, giờ đồng, hạn chế, hạng mục, hành vi, hình thức, hoạt động, học sinh, hội đồng,
    hợp tác, hướng dẫn, kế hoạch, kết quả, khẩu hiệu, khía cạnh, kiến nghị, kinh nghiệm, kỷ niệm,
    kỹ năng, kỹ sư, kỹ thuật, liệt sĩ, lĩnh vực, lực lượng, mặt công, mặt hàng, mặt trận, mẹ việt,
    mô hình, mùa vụ, mục tiêu, nghệ sĩ, nghị định, nghị quyết, nguyên nhân, nguyên tắc, người dân,
    nhân sự, nhân tố, nhân viên, nhiệm kỳ, nhiệm vụ, nội dung, nông dân, phong trào, phụ nữ,
    phương án, phương châm, phương diện, phương hướng, phương pháp, phương thức, phương tiện,
    quan điểm, quy chế, quy định, quy trình, quyết định, sản phẩm, sáng kiến, sinh viên, sự kiện,
    tác phẩm, tài liệu, tấm gương, tham mưu, thanh niên, thành phần, thành tích, thế hệ,
    thông báo, thông tư, thuận lợi, tiêu chí, tiêu chuẩn, tiêu đề, tiêu điểm, tiểu ban, tiểu đội,
    tồn tại, trọng tâm, trụ sở, trung đội, trung tâm, trường hợp, ưu điểm, văn bản, văn kiện,
    vấn đề, xã viên, ý kiến, yêu cầu"""
)
_TWO_SYLLABLES = _ALWAYS_COUNTED | _OTHERS
# Nouns of one syllable, with the syllables that make another word of them.
_ONE_SYLLABLE: dict[str, tuple[str, ...]] = {
    "bài": (), "bàn": ("bạc", "giao"), "bản": ("chất", "lề", "lĩnh", "sắc", "thân"),
    "bậc": (), "bộ": ("máy", "trưởng"), "bông": (), "buổi": (), "bữa": (), "bức": ("xúc",),
    "bước": ("vào",),
    "cái": (), "câu": (), "cây": (), "căn": ("bản",), "chiếc": (), "chiến": ("đấu", "tranh"),
    "chục": (), "chuyến": (), "con": (), "cột": (), "cờ": (), "cụm": (), "cuộc": (), "cuốn": (),
    "dòng": (), "đài": (), "điểm": (), "đoàn": ("kết", "tụ"), "đội": (), "đợt": (), "đời": (),
    "gói": (), "ghế": (), "giáo": ("dục",), "giờ": ("đây",), "gương": ("mẫu",), "hàng": ("năm",),
    "héc": (), "hộ": ("trợ",), "huyện": (), "khâu": (), "khóm": (), "khối": (), "khu": (),
    "ki": (), "kỳ": ("vọng",), "lá": (), "làng": (), "lần": (), "loại": (), "lớp": (), "lời": (),
    "lượt": (), "mảng": (), "mét": (), "mũi": (), "mục": ("đích",), "ngành": (),
    "ngày": ("càng", "nay"), "ngôi": (), "người": (), "nhà": ("nước",), "nhánh": (), "nhóm": (),
    "nước": (), "phần": ("đông", "lớn", "nào"), "phiên": (), "phòng": ("chống", "ngừa"),
    "phút": (), "phường": (), "quận": (), "quyển": (), "sào": (), "sở": ("hữu",),
    "suất": (), "tầng": (), "tấm": (), "tấn": (), "tháng": (), "thành": ("công", "lập", "tựu"),
    "thôn": (), "thứ": (), "tiếng": (), "tin": ("tưởng",), "tỉnh": (), "toà": (),
    "tòa": (), "tổ": (), "tờ": (), "trang": ("bị",), "trận": (), "trường": ("kỳ",), "tuần": (),
    "tuyến": (), "vị": ("thế", "trí"), "việc": (), "viên": (), "vòng": (), "vùng": (), "vụ": (),
    "xã": ("hội",), "xóm": (), "ý": ("nghĩa", "thức"),
}  # fmt: skip
# Classifiers and times that count after "một" as well: một suất quà, một buổi.
_ALWAYS_CLASSIFIERS: dict[str, tuple[str, ...]] = {
    "bông": (), "buổi": ("nào",), "chiếc": (), "chục": (), "cuốn": (), "giờ": ("nào",), "hộ": (),
    "lá": (), "phút": (), "quyển": (), "suất": (), "tá": (), "tháng": ("nào",),
    "thôn": (), "tuần": ("nào",),
}  # fmt: skip


def is_counted(words: Sequence[str], at: int = 0) -> bool:
    """Whether words[at] begins a noun of the lists. Source: habit; they are what plans count."""
    noun, following = (*words[at : at + 2], "", "")[:2]
    if f"{noun} {following}" in _TWO_SYLLABLES:
        return True
    return noun in _ONE_SYLLABLE and following not in _ONE_SYLLABLE[noun]


def is_always_counted(words: Sequence[str], at: int = 0) -> bool:
    """Whether words[at] begins a noun that is counted even after "một". Source: habit."""
    noun, following = (*words[at : at + 2], "", "")[:2]
    if f"{noun} {following}" in _ALWAYS_COUNTED:
        return True
    return noun in _ALWAYS_CLASSIFIERS and following not in _ALWAYS_CLASSIFIERS[noun]
