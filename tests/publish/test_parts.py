"""What a page says of itself, all of it at once: each part with its place."""

import pytest

from handbook.publish.page import Address, Inline, Page, Policy, Use, read_page

TEXT = """<!doctype html>
<html lang="vi"><head><title> Tên
 trang</title>
<meta http-equiv=" Content-Security-Policy " content="a b">
<meta http-equiv="Refresh" content="0; URL='x/'"><meta http-equiv="refresh" content="never">
<meta name="a" content="0; url=y">
<link rel="Canonical" href="c"><link rel="icon" href="i"><link rel="icon preload" href="p"><link href="q">
<link rel="icon">
<style>s</style></head><body>
<nav id="n">nav</nav><main id="m">chính <article>bài <h1 id="h">Đầu <b>đề</b></h1><p>chữ</p><svg>v</svg></article>
<article>hai<template>t</template></article></main>
<a id="h" href="g" ping="f" name="old">x</a><a name="">x</a><area href="r"><form action="o"><button formaction="b">
<input
 formaction="u" src="j"></form>
<img src="k" srcset="l 1x, w 2x,
 z, y,"><video poster="vp" src="vs"></video><iframe srcdoc="d"></iframe><base href="e">
<script src="s.js">x</script><script>let a;</script><script type="application/json">{}</script>
<p onclick="x" style="y" class="z" title="id">t</p></body></html>
"""


def test_a_page_with_everything() -> None:
    """Ids, addresses, what is inline, policies, texts; in the order in which they stand."""
    go, fetch, show = Use.GO, Use.FETCH, Use.SHOW
    assert read_page(TEXT) == Page(
        ids={"n": (10, 1), "m": (10, 22), "h": (10, 54), "old": (12, 1)},
        repeated_ids=(("h", (12, 1)),),
        addresses=(
            Address("x/", go, (5, 1)),
            Address("c", go, (7, 1)),
            Address("i", show, (7, 32)),
            Address("p", fetch, (7, 58)),
            Address("q", go, (7, 92)),
            Address("g", go, (12, 1)),
            Address("f", fetch, (12, 1)),
            Address("r", go, (12, 61)),
            Address("o", go, (12, 76)),
            Address("b", go, (12, 93)),
            Address("u", go, (13, 1)),
            Address("j", show, (13, 1)),
            Address("k", show, (15, 1)),
            Address("l", show, (15, 1)),
            Address("w", show, (15, 1)),
            Address("z", show, (15, 1)),
            Address("y", show, (15, 1)),
            Address("vp", show, (16, 9)),
            Address("vs", fetch, (16, 9)),
            Address("s.js", fetch, (17, 1)),
        ),
        inline=(
            Inline("<style>", (9, 1)),
            Inline("srcdoc", (16, 45)),
            Inline("<script>", (17, 30), "let a;"),
            Inline("onclick", (18, 1)),
            Inline("style", (18, 1)),
        ),
        frames=(Inline("<video>", (16, 9)), Inline("<iframe>", (16, 45)), Inline("<base>", (16, 73))),
        policies=(Policy("a b", (4, 1)),),
        language="vi",
        title="Tên trang",
        heading="Đầu đề",
        main_text="bài Đầu đềchữhai",
        sends_on=True,
    )


def test_a_page_with_nothing() -> None:
    """Everything is empty, nothing is missing."""
    assert read_page("x") == Page({}, (), (), (), (), (), "", "", "", "", sends_on=False)
    assert read_page("<html>x").language == ""


def test_without_articles_the_main_part_speaks() -> None:
    """What stands in it, but for what is not its own."""
    assert read_page("<main>chính <nav>x</nav><br/> hai</main> ba").main_text == "chính hai"
    assert read_page("<main>chính <nav>x<nav>y</nav>z</nav> hai</main>").main_text == "chính hai"
    assert read_page("<main>chính &amp; hai &#272;</main>").main_text == "chính & hai Đ"


@pytest.mark.parametrize("text", ["</script>", "<script src='a'></script></script>", "<h1/>"])
def test_an_end_without_a_beginning_says_nothing(text: str) -> None:
    """Nor does a beginning that ends itself."""
    assert read_page(f"{text}x").inline == ()
    assert read_page(f"{text}x").heading == ""
