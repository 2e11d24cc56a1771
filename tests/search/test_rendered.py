"""Pages written by hand are found as readers see them, by the anchors that the page really has."""

from handbook.search.rendered import found_page

HTML = """
<h1 id="ten">Tên trang</h1>
<p>Mở đầu có <strong>chữ đậm</strong>.</p>
<h2 id="mot">Mục <em>một</em><a class="headerlink" href="#mot">¶</a></h2>
<ul><li>Việc A</li><li>Việc B</li></ul>
<script>không đọc()</script><svg><title>hình</title></svg>
<h3>Không có neo</h3>
<table><tr><td>ô trái</td><td>ô phải</td></tr></table>
<h2 id="hai">Mục hai</h2>
<p>Câu &lt;b&gt; &amp; hết.<br>Dòng mới.</p>
<aside data-search-exclude><p>nghĩa của từ</p></aside>
<span aria-hidden="true">trang trí <img src="x"> nữa</b> <i>chưa đóng</span>
"""


def test_a_page_is_parted_at_its_headings() -> None:
    """Each heading with an id begins a passage; what readers do not see is not there."""
    page = found_page("trang/", "Tên trang", "Mô tả.", HTML)

    assert [(one.anchor, one.heading, one.text) for one in page.passages] == [
        ("", "", "Mô tả.\nTên trang\nMở đầu có chữ đậm."),
        ("mot", "Mục một", "Việc A\nViệc B\nKhông có neo\nô trái ô phải"),
        ("hai", "Mục hai", "Câu <b> & hết.\nDòng mới."),
    ]


def test_results_lead_to_the_page_and_its_passages() -> None:
    """Addresses of results are the page's own, with its anchors."""
    page = found_page("trang/", "Tên trang", "", HTML)

    assert list(page.locations()) == ["trang/", "trang/#mot", "trang/#hai"]
