"""Whether a finished page keeps to the site's content policy: what the browser would refuse stops the build first.

A script that the policy blocks is an attack or a fault; either way nobody would see it fail. Knows one page at a time.
"""

from collections.abc import Iterator

from handbook.diagnostics import Code, Finding
from handbook.publish.page import Page, Use
from handbook.publish.policy import POLICY


def unsafe_parts(name: str, page: Page) -> Iterator[Finding]:
    """Tell what in the page of the file `name` the policy forbids, and whether the page carries the policy at all."""
    yield from _inline_parts(name, page)
    yield from _policies(name, page)
    for frame in page.frames:
        message = f"Chính sách an toàn của trang không cho dùng thẻ {frame.what}."
        yield Finding(name, *frame.place, Code.PUBLISH_POLICY, message)


def _inline_parts(name: str, page: Page) -> Iterator[Finding]:
    for inline in page.inline:
        if inline.what == "<script>":
            message = "Mã chạy viết thẳng trong trang (thẻ <script>); đưa vào tệp .js riêng."
            yield Finding(name, *inline.place, Code.PUBLISH_INLINE, message)
        elif inline.what in {"style", "<style>"}:
            message = f"Kiểu dáng viết thẳng trong trang ({inline.what}); đưa vào tệp .css riêng."
            yield Finding(name, *inline.place, Code.PUBLISH_INLINE, message)
        else:
            message = f"Mã chạy viết thẳng trong thuộc tính “{inline.what}”; đưa vào tệp .js riêng."
            yield Finding(name, *inline.place, Code.PUBLISH_INLINE, message)


def _policies(name: str, page: Page) -> Iterator[Finding]:
    """Check that the page carries the site's policy, before anything that it is about."""
    fetched = [address.place for address in page.addresses if address.use is not Use.GO]
    if not page.policies:
        yield Finding(name, 1, 1, Code.PUBLISH_POLICY, "Trang không mang chính sách an toàn (Content-Security-Policy).")
    for policy in page.policies:
        if policy.text != POLICY:
            message = "Trang mang một chính sách an toàn khác với cả trang web."
            yield Finding(name, *policy.place, Code.PUBLISH_POLICY, message)
        elif any(place < policy.place for place in fetched):
            message = "Chính sách an toàn đứng sau một tệp mà trang tải, nên không kịp có hiệu lực."
            yield Finding(name, *policy.place, Code.PUBLISH_POLICY, message)
