"""Whatever people write, search for, import or follow stays text: tried on pages that carry no content policy."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.hostile_reading import faults_of, opened_faults, squeezed, texts_of, victim
from browser.marking import checklist, note_of, put_file, tick, write
from browser.opening import KINDS
from browser.policy_server import without_policy
from browser.test_search import ASK
from browser.test_tools_sharing import made_link
from browser.tool_pages import PAGES as TOOLS
from building import build
from hostile_handbook import ALL_WAYS, NOT_ATTACKED, PROSE, Attacked, Hostile
from injections import COMPUTED, PAYLOADS
from text_fields import all_text_fields

BASE = "cu-dan/"
SHIFTS = [0, *(pytest.param(shift, marks=pytest.mark.long) for shift in range(1, len(PAYLOADS)))]
QUERIES = [
    pytest.param(payload, marks=() if number % 40 == 0 else pytest.mark.long, id=str(number))
    for number, payload in enumerate(PAYLOADS)
]
CODE = {number for number, block in enumerate(PROSE) if "`" in block}
CODE_ENDS = re.compile("`|<!--")  # Markdown reads these even there
LEAST_SHOWN = 0.9
TYPED = ("tầng 12", "Ban quản trị", "Tầng 3", "Tổ một")
STORED = ("", KINDS["checklist"], KINDS["criteria"], *(f"cong-cu/{tool}/" for tool in TOOLS))


@dataclass(frozen=True, slots=True)
class Built:
    """A site made of attacks."""

    site: Path
    attacked: Attacked


@pytest.fixture(scope="module")
def prose(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site with a page for each attack."""
    return built(tmp_path_factory.mktemp("prose"), Hostile.attack_prose)


def built(folder: Path, attack: Any) -> Built:
    """Attack a copy of the second handbook and build what it has taken in."""
    attacked = attack(Hostile(folder))
    done = build(attacked.config_file, folder / BASE)
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(folder / BASE, attacked)


def walked(browser: Browser, site: Path, step: int = 1) -> list[str]:
    """Open every page of a site, or one in a few, and search it; tell what ran and what could."""
    faults: list[str] = []
    with without_policy(site, BASE) as address, victim(browser) as device:
        page = device.new_page()
        for file in sorted(site.rglob("*.html"))[::step]:
            faults += opened_faults(page, address + file.relative_to(site).as_posix().removesuffix("index.html"))
        page.goto(address)
        for words in ("thử", "ran", "onerror", "script", "javascript", "trang"):
            assert page.evaluate(ASK, words)
            faults += faults_of(page)
    return faults


def test_there_are_attacks_enough_and_none_twice() -> None:
    """Sixty different ones at least."""
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 60


def test_every_field_that_takes_a_text_is_attacked(tmp_path: Path) -> None:
    """A field of any model is attacked, unless there is a reason written down."""
    assert all_text_fields() - {slot.field for slot in Hostile(tmp_path).slots} == set(NOT_ATTACKED)


@pytest.mark.parametrize("shift", SHIFTS)
def test_an_attack_in_data_shows_as_text_or_is_refused(browser: Browser, tmp_path: Path, shift: int) -> None:
    """In every field of every kind, in settings, closed lists and front matter, all at once; refused in its line."""
    made = built(tmp_path, lambda hostile: hostile.attack(shift))
    texts = texts_of(made.site)
    shown = {number for number in made.attacked.taken if re.search(rf"Thử{number}(?!\d)", texts)}
    spoilt = [
        payload
        for number, payload in made.attacked.taken.items()
        if number in shown and not any(squeezed(f"Thử{number}{sign}{payload}") in texts for sign in (" ", "="))
    ]

    assert spoilt == []
    assert len(shown) > len(made.attacked.taken) * LEAST_SHOWN
    assert COMPUTED not in texts
    assert walked(browser, made.site) == []


@pytest.mark.parametrize("step", [6, pytest.param(1, marks=pytest.mark.long)])
def test_an_attack_in_prose_shows_as_text_or_is_refused(browser: Browser, prose: Built, step: int) -> None:
    """Each attack in each way in which Markdown lets a text stand; refused in its line."""
    texts = texts_of(prose.site)
    taken = prose.attacked.taken
    lost = [number for number in taken if f"Thử{number}" not in texts]
    spoilt = [
        payload
        for number, payload in taken.items()
        if number % ALL_WAYS in CODE and not CODE_ENDS.search(payload)
        if squeezed(f"Thử{number} {payload}") not in texts
    ]

    assert (lost, spoilt) == ([], [])
    assert len(prose.attacked.refused) > len(PAYLOADS)
    assert COMPUTED not in texts
    assert walked(browser, prose.site, step) == []


@pytest.mark.parametrize("step", [5, pytest.param(1, marks=pytest.mark.long)])
def test_a_search_for_an_attack_finds_words(browser: Browser, prose: Built, step: int) -> None:
    """Each attack typed into the search field: nothing runs, and what is found shows as text."""
    faults: list[str] = []
    with without_policy(prose.site, BASE) as address, victim(browser) as device:
        page = device.new_page()
        page.goto(address)
        for payload in PAYLOADS[::step]:
            page.evaluate(ASK, payload)
            faults += faults_of(page)

    assert faults == []


@pytest.mark.parametrize("payload", QUERIES)
def test_an_address_that_carries_an_attack_runs_nothing(browser: Browser, prose: Built, payload: str) -> None:
    """In what search reads, in what marks words on a page, in what tools read behind the sign #."""
    attack = quote(payload)
    faults: list[str] = []
    with without_policy(prose.site, BASE) as address, victim(browser) as device:
        page = device.new_page()
        for path in ("", KINDS["checklist"], "cong-cu/planner/"):
            faults += opened_faults(page, f"{address}{path}?q={attack}&h={attack}#{attack}")
            page.evaluate("(text) => { location.hash = text; }", payload)
            faults += opened_faults(page, f"{address}{path}#mang={attack}")

    assert faults == []


@pytest.mark.parametrize("shift", SHIFTS[:: len(SHIFTS) // 8])
def test_a_file_full_of_attacks_stays_text(browser: Browser, prose: Built, shift: int, tmp_path: Path) -> None:
    """What was saved on a device, an attack in the place of every text and under names of its own: taken in, shown."""
    with without_policy(prose.site, BASE) as address:
        with victim(browser) as device:
            saved = saved_by_a_reader(device.new_page(), address, tmp_path)
        with victim(browser) as device:
            page = device.new_page()
            page.goto(f"{address}cong-cu/data/")
            page.wait_for_selector(".sh-stored")
            put_file(page, json.dumps(attacked_file(saved, shift)))
            page.get_by_text("Đã gộp tệp vào máy này.").wait_for()
            faults = faults_of(page)
            for path in STORED:
                faults += opened_faults(page, address + path)
                put_files_everywhere(page, json.dumps(attacked_file(saved, shift + 1)))
                faults += faults_of(page)

    assert faults == []


@pytest.mark.parametrize("step", [60, pytest.param(1, marks=pytest.mark.long)])
def test_a_file_shows_an_attack_as_it_was_typed(browser: Browser, prose: Built, step: int, tmp_path: Path) -> None:
    """Each attack in all that a reader may type, in a file that is good otherwise and so is taken in whole."""
    faults: list[str] = []
    with without_policy(prose.site, BASE) as address:
        with victim(browser) as device:
            saved = json.dumps(saved_by_a_reader(device.new_page(), address, tmp_path))
        for payload in PAYLOADS[::step]:
            text = saved
            for typed in TYPED:
                text = text.replace(json.dumps(typed), json.dumps(payload))
            assert text.count(json.dumps(payload)) == len(TYPED)
            with victim(browser) as device:
                page = device.new_page()
                page.goto(f"{address}cong-cu/data/")
                page.wait_for_selector(".sh-stored")
                put_file(page, text)
                page.get_by_text("Đã gộp tệp vào máy này.").wait_for()
                faults += faults_of(page)
                page.reload()
                expect(page.get_by_label("Chi bộ", exact=True)).to_have_value(payload)
                expect(page.get_by_label("Cấp trên trực tiếp")).to_have_value(payload)
                for path in STORED:
                    faults += opened_faults(page, address + path)
                page = checklist(device, address)
                assert note_of(page, "tour") == payload
                faults += faults_of(page)

    assert faults == []


@pytest.mark.parametrize("payload", QUERIES)
def test_a_link_that_carries_an_attack_shows_it_as_text(browser: Browser, prose: Built, payload: str) -> None:
    """A note travels inside a link; whoever opens the link sees the note as it was typed."""
    with without_policy(prose.site, BASE) as address:
        with victim(browser, width=360) as device:
            page = checklist(device, address)
            tick(page, "notice")
            write(page, "tour", payload, who=payload[:20])
            link = made_link(page)
        with victim(browser, width=360) as device:
            page = checklist(device, address, "#" + link.split("#")[1])
            page.locator(".sh-share button").first.click()
            faults = faults_of(page)
            page.reload()
            faults += faults_of(page)

    assert faults == []


def saved_by_a_reader(page: Page, address: str, folder: Path) -> dict[str, Any]:
    """Use the tools as a reader does and save all that is kept."""
    page.goto(f"{address}cong-cu/data/")
    page.get_by_label("Chi bộ", exact=True).fill(TYPED[0])
    page.get_by_label("Cấp trên trực tiếp").fill(TYPED[1])
    page.goto(address + KINDS["checklist"])
    page.wait_for_selector(".sh-progress")
    tick(page, "notice")
    write(page, "tour", TYPED[2], who=TYPED[3])
    page.goto(address + KINDS["criteria"])
    page.locator("main input.sh-points__field:enabled").first.fill("3")
    page.goto(f"{address}cong-cu/data/")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Lưu tất cả ra tệp").click()
    file = folder / "saved.json"
    waiting.value.save_as(file)
    values: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    assert {key.split("/")[0] for key in values["values"]} >= {"branch", "checklist", "score"}
    return values


def attacked_file(saved: dict[str, Any], shift: int) -> dict[str, Any]:
    """Put an attack in the place of every text that was saved, and beside every value under a name of its own."""
    count = shift

    def spoilt(value: Any) -> Any:
        nonlocal count
        if isinstance(value, dict):
            count += 1
            return {key: spoilt(inner) for key, inner in value.items()} | {PAYLOADS[count % len(PAYLOADS)]: "x"}
        if isinstance(value, str):
            count += 1
            return PAYLOADS[count % len(PAYLOADS)]
        return value

    return saved | {"values": {key: spoilt(value) for key, value in saved["values"].items()}}


def put_files_everywhere(page: Page, text: str) -> None:
    """Give the file to every import of the page."""
    for chooser in page.locator("input[type=file]").all():
        chooser.set_input_files({"name": "dau.json", "mimeType": "application/json", "buffer": text.encode()})
    page.wait_for_timeout(50)
