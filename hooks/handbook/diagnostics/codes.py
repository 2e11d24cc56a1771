"""The stable names of everything that can be found wrong. They must not know how it is found.

People search for a code and silence or explain it by name: a code may be added, never renamed or used for something
else. The first word says what is wrong: the file, its YAML, a value, a reference, the prose, a rule, the finished site.
"""

from enum import StrEnum
from typing import Self


class Code(StrEnum):
    """A code with its short Vietnamese name."""

    title: str  # type: ignore[assignment]  # the name of a code matters more here than the method of text

    def __new__(cls, value: str, title: str = "") -> Self:
        """Make a member from its stable name and its Vietnamese one."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.title = title
        return member

    @property
    def anchor(self) -> str:
        """Give the anchor under which the page of codes explains it."""
        return self.value.replace(".", "-")

    # The file as a whole
    FILE_MISSING = "file.missing", "Thiếu tệp"
    FILE_ENCODING = "file.encoding", "Tệp không phải UTF-8"
    FILE_BOM = "file.bom", "Tệp có dấu BOM"
    FILE_EMPTY = "file.empty", "Tệp trống"
    FILE_TOO_BIG = "file.too-big", "Tệp quá lớn"
    FILE_SYMLINK = "file.symlink", "Liên kết tượng trưng không dùng được"
    FILE_ODD_NAME = "file.odd-name", "Tên tệp không đúng mẫu"
    FILE_NOT_A_RECORD = "file.not-a-record", "Tệp không phải bản ghi"

    # YAML
    YAML_SYNTAX = "yaml.syntax", "Lỗi cú pháp YAML"
    YAML_TAB = "yaml.tab", "Dấu tab trong YAML"
    YAML_DUPLICATE_KEY = "yaml.duplicate-key", "Khóa lặp lại"
    YAML_BOOLEAN_WORD = "yaml.boolean-word", "Từ bị hiểu là đúng/sai"
    YAML_CUT_BY_HASH = "yaml.cut-by-hash", "Dấu # cắt giá trị"
    YAML_CUT_BY_COLON = "yaml.cut-by-colon", "Dấu hai chấm cắt giá trị"
    YAML_ALIAS = "yaml.alias", "Bí danh trong YAML"
    YAML_TAG = "yaml.tag", "Nhãn kiểu trong YAML"
    YAML_KEY = "yaml.key", "Khóa không phải chữ"
    YAML_NUMBER = "yaml.number", "Số hoặc giờ dễ hiểu sai"
    YAML_DEPTH = "yaml.depth", "Lồng quá sâu"
    YAML_NOT_A_MAPPING = "yaml.not-a-mapping", "Tệp không gồm các khóa"
    YAML_MANY_DOCUMENTS = "yaml.many-documents", "Nhiều tài liệu trong một tệp"

    # Text
    TEXT_NFC = "text.nfc", "Chữ không ở dạng dựng sẵn"
    TEXT_CONTROL_CHARACTER = "text.control-character", "Ký tự ẩn"
    TEXT_TONE_MARK = "text.tone-mark", "Dấu thanh đặt chỗ khác"
    TEXT_LETTER = "text.letter", "Ký tự không in được"

    # Front matter
    FRONT_MATTER_UNCLOSED = "front-matter.unclosed", "Phần đầu trang chưa đóng"
    FRONT_MATTER_NOT_FIRST = "front-matter.not-first", "Phần đầu trang không ở dòng đầu"
    FRONT_MATTER_FENCE = "front-matter.fence", "Hàng rào phần đầu trang sai"
    FRONT_MATTER_NOT_A_MAPPING = "front-matter.not-a-mapping", "Phần đầu trang không gồm các khóa"
    FRONT_MATTER_SWALLOWED = "front-matter.swallowed", "Chữ bị nuốt ở đầu trang"

    # Values
    VALUE_MISSING = "value.missing", "Thiếu khóa"
    VALUE_UNKNOWN_KEY = "value.unknown-key", "Khóa lạ"
    VALUE_TYPE = "value.type", "Sai kiểu giá trị"
    VALUE_TEXT_EXPECTED = "value.text-expected", "Cần chữ"
    VALUE_NUMBER_EXPECTED = "value.number-expected", "Cần số"
    VALUE_DATE_EXPECTED = "value.date-expected", "Cần ngày"
    VALUE_CHOICE = "value.choice", "Ngoài danh sách"
    VALUE_LENGTH = "value.length", "Sai độ dài"
    VALUE_PATTERN = "value.pattern", "Không đúng mẫu"
    VALUE_EMPTY = "value.empty", "Để trống"
    VALUE_RANGE = "value.range", "Ngoài khoảng"
    VALUE_BLANK = "value.blank", "Chỗ trống chưa điền"
    VALUE_OWN = "value.own", "Không hợp lệ"

    # References
    REFERENCE_UNKNOWN = "reference.unknown", "Không có bản ghi được nhắc"
    REFERENCE_MALFORMED = "reference.malformed", "Tham chiếu viết sai"
    REFERENCE_AMBIGUOUS = "reference.ambiguous", "Tham chiếu chưa rõ loại"
    REFERENCE_PART = "reference.part", "Không có phần được nhắc"
    REFERENCE_RENAMED = "reference.renamed", "Tham chiếu dùng id cũ"
    REFERENCE_DRAFT = "reference.draft", "Dẫn tới bản nháp"

    # Prose
    PROSE_LINK = "prose.link", "Liên kết hỏng"
    PROSE_ANCHOR = "prose.anchor", "Neo không có"
    PROSE_IMAGE = "prose.image", "Hình hỏng"
    PROSE_HTML = "prose.html", "HTML không được dùng"
    PROSE_HEADING = "prose.heading", "Đề mục sai"
    PROSE_MARKDOWN = "prose.markdown", "Markdown ngoài phần dùng được"
    PROSE_LIST = "prose.list", "Danh sách viết sai"
    PROSE_TABLE = "prose.table", "Bảng viết sai"
    PROSE_WORD = "prose.word", "Từ không dùng ở đây"
    PROSE_LENGTH = "prose.length", "Câu quá dài"
    PROSE_NOTE = "prose.note", "Khung ghi chú viết sai"

    # Rules over all records
    RECORD_DUPLICATE_ID = "record.duplicate-id", "Mã lặp lại"
    RECORD_OLD_ID = "record.old-id", "Id cũ trùng với id khác"
    POINTS_SUM = "points.sum", "Tổng điểm lệch"
    POINTS_LEVEL = "points.level", "Mức điểm ngoài tiêu chí"
    POINTS_BANDS = "points.bands", "Khung xếp loại hở hoặc chồng"
    DOCUMENT_CIRCLE = "document.circle", "Văn bản thay nhau vòng tròn"
    DOCUMENT_DATE = "document.date", "Ngày văn bản vô lý"
    DOCUMENT_STATUS = "document.status", "Tình trạng văn bản mâu thuẫn"
    DOCUMENT_NAME = "document.name", "Hai văn bản cùng tên gọi"
    DUTY_UNSUPPORTED = "duty.unsupported", "Việc bắt buộc thiếu căn cứ"
    DUTY_SUPERSEDED = "duty.superseded", "Căn cứ đã bị thay"
    MEETING_DEADLINES = "meeting.deadlines", "Hạn không theo thứ tự"
    MEETING_DURATION = "meeting.duration", "Các bước chưa đủ thời lượng"
    CASE_COMPARISON = "case.comparison", "So sánh số không so được"
    TERM_WRITING = "term.writing", "Hai thuật ngữ cùng cách viết"
    CHANGE_DATE = "change.date", "Ngày thay đổi chưa tới"
    JOURNEY_PAGE = "journey.page", "Một trang ở hai bước"
    SOURCE_TWICE = "source.twice", "Một bài hai bản ghi"
    REVIEW_OVERDUE = "review.overdue", "Quá hạn kiểm lại"
    REVIEW_SUPERSEDED = "review.superseded", "Dẫn văn bản đã bị thay mà chưa đọc lại"
    LINK_DEAD = "link.dead", "Liên kết ra ngoài không mở được"
    LINK_MOVED = "link.moved", "Liên kết ra ngoài đã chuyển nơi"
    STATEMENT_UNUSED = "statement.unused", "Điều chưa được dùng"

    # Pairings, told by check --coverage alone
    COVERAGE_CRITERION = "coverage.criterion", "Tiêu chí chưa có việc giúp đạt"
    COVERAGE_PROBLEM = "coverage.problem", "Khó khăn chưa có chỗ dựa để gỡ"
    COVERAGE_MEETING = "coverage.meeting", "Cuộc họp thiếu bảng kiểm hoặc biểu mẫu"

    # Pages, navigation, settings
    PAGE_COLLISION = "page.collision", "Hai trang một địa chỉ"
    PAGE_EMPTY = "page.empty", "Trang trống"
    PAGE_LOST = "page.lost", "Địa chỉ đã đăng bị mất"
    NAVIGATION_OMITTED = "navigation.omitted", "Trang chưa có trong điều hướng"
    NAVIGATION_MISSING = "navigation.missing", "Mục điều hướng trỏ vào chỗ trống"
    SETTINGS_MISSING = "settings.missing", "Thiếu thiết lập"
    SETTINGS_VALUE = "settings.value", "Thiết lập sai"

    # The finished site
    PUBLISH_LINK = "publish.link", "Liên kết hỏng trong trang đã dựng"
    PUBLISH_ANCHOR = "publish.anchor", "Neo không có trong trang đã dựng"
    PUBLISH_EMPTY = "publish.empty", "Trang đã dựng bị trống"
    PUBLISH_OUTSIDE = "publish.outside", "Trang gọi máy chủ khác"
    PUBLISH_INLINE = "publish.inline", "Mã hoặc kiểu viết thẳng trong trang"
    PUBLISH_POLICY = "publish.policy", "Chính sách an toàn của trang"
