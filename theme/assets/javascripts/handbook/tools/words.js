/** What tools say, where it is not said by the page they stand on. */

export const KEPT_HERE = "Dấu tích và ghi chú chỉ lưu trên máy này, không gửi đi đâu.";

/** Why something is not kept. */
export const NOT_KEPT = {
  refused:
    "Trình duyệt không cho lưu trên máy này (cửa sổ ẩn danh, hoặc đã tắt lưu trữ). Phần ghi mất khi đóng trang: lưu ra tệp hoặc in trước.",
  full: "Bộ nhớ trình duyệt đã đầy. Phần ghi sau cùng mất khi đóng trang: lưu ra tệp, rồi xóa bớt.",
};

/** Why a file or a link is not taken in. */
export const NOT_TAKEN = {
  large: "Tệp quá lớn, không phải tệp lưu từ cẩm nang này. Không có gì thay đổi.",
  broken: "Không đọc được tệp này: có thể tệp hỏng hoặc lưu chưa xong. Không có gì thay đổi.",
  foreign: "Đây không phải tệp lưu từ cẩm nang này. Không có gì thay đổi.",
  newer: "Tệp lưu từ bản khác của cẩm nang, bản này chưa đọc được. Tải lại trang rồi thử lại. Không có gì thay đổi.",
  empty: "Tệp không có dữ liệu nào. Không có gì thay đổi.",
  other: "Tệp không có dữ liệu của bảng kiểm này. Không có gì thay đổi.",
};

export const NO_NAMES = "Không ghi họ tên, không ghi nội dung mật. Máy dùng chung thì xóa khi xong việc.";

/** Where the page stands that tells what is kept here; the footer names it. */
export const DATA_PAGE = "a[data-sh-page=data]";

/** How the blanks at the head of a printed paper are called. */
export const HEAD_LABELS = { superior: "Cấp trên trực tiếp", name: "Chi bộ", meeting: "Ngày họp" };

/** What is kept, by the first part of its key. */
export const KINDS = {
  branch: "Chi bộ của tôi",
  checklist: "Bảng kiểm",
  score: "Bảng điểm",
  planner: "Buổi họp của tôi",
  agenda: "Chương trình họp",
  improve: "Kế hoạch cải thiện",
};
