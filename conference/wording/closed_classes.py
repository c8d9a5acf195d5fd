"""Words of closed classes: measures and classifiers, which count, and words that bind a sentence.

What a conference counts is in its data (see `Nouns`); these few are those of the language itself.
"""


def word_set(text: str) -> frozenset[str]:
    """The words of a list separated by blanks."""
    return frozenset(text.split())


MEASURES = word_set("""giây phút giờ ngày đêm tuần tháng quý năm buổi đồng mét km m ha tấn tạ kg lít lần lượt
    đợt vòng phiên bậc cái chiếc con cây cuốn quyển bản tờ tấm bức lá suất bài bộ đôi cặp câu hộ
    người vị cuộc trang bên điểm khâu bước tiếng thôn xã xóm tổ nhóm cụm""")
"""Measures of time, length, money and weight, and what stands between a number and a thing."""

TIMES = word_set("giây phút giờ tiếng ngày đêm tuần tháng quý buổi")
"""Measures of time."""

PAIRED = frozenset({"phần trăm", "đồng chí", "triệu đồng", "nghìn đồng", "ngàn đồng", "tỷ đồng"})
"""Measures of two syllables."""

FUNCTION_WORDS = word_set("""ai bởi bằng bị các cho chưa chẳng chỉ cùng cũng cần của dưới do dù đang đã để đến đó được
    gồm giữa hay hoặc hơn khi kia không kể là làm lên mà mọi mỗi ngoài nhưng những như nào này nay
    nếu nên nhằm ở phải qua ra rồi rất sau sẽ so tại theo thì thuộc trên trong trước từ từng tới và vào
    vẫn về vì với xuống""")
"""Words that bind others: no noun begins with them, and typed twice they are a slip."""
