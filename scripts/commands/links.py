"""Asks every outside address of the handbook whether it answers, and keeps what was seen in links.yml.

The only command that asks other machines about links; builds and checks read what it kept.
"""

import argparse
import datetime as dt
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from commands.options import Parser
from commands.visiting import Manner, visit
from handbook.build.preparation import prepare
from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding, Severity, is_sound
from handbook.diagnostics.report import as_text
from handbook.editing.link_keeping import Answer, links_text, with_answers
from handbook.editing.trial import write
from handbook.library.library import Library
from handbook.library.outside import OutsideUse
from handbook.library.outside_links import outside_uses
from handbook.library.sheet import LINKS
from handbook.records.links import OUTCOME_WORDS, SeenLink
from handbook.rules.links import findings_of
from handbook.settings.deployment import Deployment
from handbook.settings.loading import load_settings
from handbook.text.formats import date, number
from handbook.text.slug import slug

NO_NETWORK = (
    "Không tìm thấy hay không nối được máy chủ nào: có lẽ máy này không có mạng. Chưa ghi gì.\n"
    "    Cách sửa: chạy lại trên máy có mạng."
)
BY_HAND = "Máy chủ từ chối chương trình; mở bằng trình duyệt để biết:"
AT_ONCE, IN_THE_END = 8, 2
"""So many servers of which none can be reached mean that this machine has no network: while asking, and afterwards."""

Uses = Mapping[str, tuple[OutsideUse, ...]]


@dataclass(frozen=True, slots=True)
class Round:
    """How one run goes."""

    manner: Manner
    today: dt.date
    pause: float = 1.0
    """Seconds between two addresses."""
    longest: float = 1800.0
    """Seconds after which no further address is asked."""


def main(arguments: list[str]) -> int:
    """Ask; 0 when all answer, 1 when one does not or the files have faults, 2 when nothing can be asked."""
    parser = Parser("links", "Hỏi từng địa chỉ ngoài cẩm nang xem còn mở được không; ghi ngày thấy mở được.")
    parser.named.add_argument(
        "--list", action="store_true", help="chỉ kể mọi địa chỉ, viết ở đâu, ngày nào thấy mở được; không hỏi"
    )
    parser.named.add_argument("--only", default="", metavar="CHỮ", help="chỉ những địa chỉ có chữ này")
    parser.named.add_argument(
        "--older-than", type=_days, metavar="SỐ-NGÀY", help="chỉ những địa chỉ chưa thấy mở được trong bấy nhiêu ngày"
    )
    parser.named.add_argument(
        "--minutes", type=_days, default=30, metavar="SỐ-PHÚT", help="hỏi nhiều nhất bấy nhiêu phút (mặc định: 30)"
    )
    parser.add_config_file()
    options = parser.read(arguments)
    today = dt.datetime.now(tz=dt.UTC).astimezone().date()
    settings, findings = load_settings(options.config_file, date=today)
    if settings is not None:
        prepared = prepare(settings)
        findings += prepared.findings
    if settings is None or not is_sound(findings):
        print(as_text(findings))
        return 1
    uses = chosen(prepared.whole, options.only, options.older_than, today)
    if options.list:
        print("\n".join(listed(prepared.whole, uses)))
        return 0
    manner = Manner(agent_of(settings.deployment))
    return ask(prepared.whole, uses, Round(manner, today, longest=options.minutes * 60.0), _say)


def agent_of(deployment: Deployment) -> str:
    """Say who asks, in letters that a request may have: the handbook's name, and how to reach it if that is known."""
    reached = deployment.address or deployment.mail
    about = f"link check; {reached}" if reached and reached.isascii() else "link check"
    return f"{slug(deployment.name) or 'handbook'} ({about})"


def chosen(library: Library, only: str, older_than: int | None, today: dt.date) -> Uses:
    """Choose outside addresses, with the places where they are written.

    Args:
        library: Where they are written.
        only: Letters that an address has.
        older_than: Days in which an address was not seen well; None: whenever it was.
        today: The day from which they are counted.
    """

    def is_wanted(address: str) -> bool:
        link = library.links.of(address)
        days = (today - link.seen_well_on).days if link and link.seen_well_on else None
        is_old = older_than is None or days is None or days > older_than
        return is_old and only.casefold() in address.casefold()

    return {address: places for address, places in outside_uses(library).items() if is_wanted(address)}


def listed(library: Library, uses: Uses) -> Iterator[str]:
    """Tell each address, where it is written and when it was seen well."""
    for address, places in uses.items():
        link = library.links.of(address)
        well = f"thấy mở được ngày {date(link.seen_well_on)}" if link and link.seen_well_on else "chưa thấy mở được"
        last = f"; hỏi gần nhất ngày {date(link.asked_on)}: {link.words}" if link else ""
        yield f"{address}\n    {well if link else 'chưa kiểm tra'}{last}"
        yield from (f"    {use.file.name}:{use.place().line}:{use.place().column}" for use in places)
    yield f"{number(len(uses))} địa chỉ."


def ask(library: Library, uses: Uses, how: Round, say: Callable[[str], None]) -> int:
    """Ask addresses one after the other, keep what was seen, and tell what does not answer."""
    answers: dict[str, Answer] = {}
    links: tuple[SeenLink, ...] = ()
    try:
        for address, answer in _answers(uses, how, say):
            answers[address] = answer
            if _is_cut_off(answers, AT_ONCE):
                break
    finally:  # what was seen before somebody pressed Ctrl-C was seen all the same
        is_cut_off = _is_cut_off(answers, IN_THE_END)
        if not is_cut_off:
            links = _keep(library, answers, how.today)
    if is_cut_off:
        say(NO_NETWORK)
        return 2
    told = [link for link in links if link.address in answers]
    findings = [_as_asked(one) for one in findings_of(told, uses)]
    if findings:
        print(as_text(findings))
    _sum_up(told, len(uses), say)
    return int(not is_sound(findings))


def _answers(uses: Uses, how: Round, say: Callable[[str], None]) -> Iterator[tuple[str, Answer]]:
    end = time.monotonic() + how.longest
    for count, address in enumerate(uses, 1):
        if time.monotonic() > end:
            say("Hết thời gian của một lần chạy; những địa chỉ còn lại giữ như cũ, chạy lại để hỏi tiếp.")
            return
        if count > 1:
            time.sleep(how.pause)
        answer = visit(address, how.manner)
        say(f"{count}/{len(uses)} {address}: {OUTCOME_WORDS[answer.outcome]}")
        yield address, answer


def _is_cut_off(answers: Mapping[str, Answer], hosts: int) -> bool:
    """Say whether this machine reaches nothing: none of so many servers, and not one address."""
    asked = {urlsplit(address).netloc for address in answers}
    return len(asked) >= hosts and all(answer.outcome == "unreachable" for answer in answers.values())


def _keep(library: Library, answers: Mapping[str, Answer], today: dt.date) -> tuple[SeenLink, ...]:
    settings = library.settings
    links = with_answers(library.links, answers, outside_uses(library), today)
    if links != library.links.links:
        file = settings.data_dir / f"{LINKS}.yml"
        write({file: links_text(links, settings.name(file))})
    return links


def _as_asked(finding: Finding) -> Finding:
    """Tell as an error what a check only reminds of."""
    return replace(finding, severity=Severity.ERROR) if finding.code is Code.LINK_DEAD else finding


def _sum_up(told: Iterable[SeenLink], wanted: int, say: Callable[[str], None]) -> None:
    links = list(told)
    refused = [link.address for link in links if link.outcome == "refused"]
    if refused:
        say("\n    ".join([BY_HAND, *refused]))
    dead = sum(link.is_dead for link in links)
    say(
        f"Đã hỏi {number(len(links))} trong {number(wanted)} địa chỉ: "
        f"{number(len(links) - dead - len(refused))} mở được, {number(dead)} không mở được, "
        f"{number(len(refused))} chưa rõ."
    )


def _days(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” không phải số nguyên")
    return int(text)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
