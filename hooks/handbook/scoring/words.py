"""What is said of a score, once: the score sheet, the spreadsheet and the page say it alike.

The places in braces are filled in by whoever says it.
"""

MISSING = "Còn {count} tiêu chí chưa chấm"
INVALID = "Còn {count} chỗ ghi sai"
NO_CRITERIA = "Chưa đọc được bảng điểm chi tiết nên không chấm được"
NO_POINTS = "Bảng này không cho điểm, chỉ xem đạt hay không đạt"
NO_BANDS = "Bảng này không chia mức"
NOT_WHOLE = "Điểm các mục cộng lại được {sum}, bảng ghi tổng {total}, nên không xếp loại được"
OUTSIDE = "Không mức nào của bảng chứa tổng điểm này"
OPEN = "Có mục không chấm kỳ này; bảng không nói tính thế nào nên không xếp loại được"
SAME = "Có mục không chấm kỳ này; mục đó được 0 hay đủ điểm thì mức vẫn vậy"
LOWERED = "Đủ điểm mức {band} nhưng chưa đạt tối đa ở mục {numbers}, nên xuống mức liền sau"

NOT_A_NUMBER = "Phải ghi bằng số"
OUT_OF_RANGE = "Ghi từ 0 đến {maximum}"
NOT_A_LEVEL = "Chọn một trong các mức {levels}"
NOT_AN_ANSWER = "Chọn Đạt hoặc Không đạt"
ALWAYS_SCORED = "Mục này kỳ nào cũng chấm"

YES, NO = "Có", "Không"
MET_WORDS, NOT_MET_WORDS = "Đạt", "Không đạt"


def messages() -> dict[str, str]:
    """Give what is said of a whole score, by name, for those who say it elsewhere."""
    return {
        "missing": MISSING,
        "invalid": INVALID,
        "no_criteria": NO_CRITERIA,
        "no_points": NO_POINTS,
        "no_bands": NO_BANDS,
        "not_whole": NOT_WHOLE,
        "outside": OUTSIDE,
        "open": OPEN,
        "same": SAME,
        "lowered": LOWERED,
        "not_a_number": NOT_A_NUMBER,
        "out_of_range": OUT_OF_RANGE,
        "not_a_level": NOT_A_LEVEL,
        "not_an_answer": NOT_AN_ANSWER,
        "always_scored": ALWAYS_SCORED,
        "yes": YES,
        "no": NO,
        "met": MET_WORDS,
        "not_met": NOT_MET_WORDS,
    }
