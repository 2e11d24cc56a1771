"""How long an editor waits: from the moment a record is saved to the moment its open page has come back changed."""

import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from commands.bench_author import TODAY
from commands.bench_browser import open_browser
from commands.bench_subjects import Workplace, script
from commands.timing import Cost

ADDRESS = re.compile(r"http://[\d.:]+/")
LONGEST_WAIT = 600_000
PAGE = "dien-hinh"


def measure_preview(workplace: Workplace, count: int, rounds: int) -> list[Cost]:
    """Open a record's page in a preview, save an edit as often as wanted, and time each; only the clock counts."""
    costs = []
    with _preview(workplace, count) as address, open_browser() as running:
        page = running.new_page()
        page.set_default_timeout(LONGEST_WAIT)
        page.goto(f"{address}{PAGE}/{workplace.edited_record(count)}/")
        page.wait_for_selector("article h1")  # the first build is done
        for _ in range(rounds + 1):
            started = time.perf_counter()
            words = workplace.edit(count)
            page.wait_for_function(
                "(words) => document.querySelector('article')?.textContent.includes(words)", arg=words
            )
            costs.append(Cost(0.0, time.perf_counter() - started, 0.0))
            page.wait_for_load_state("networkidle")
    return costs[1:]  # the first finds the folders of the system unread


@contextmanager
def _preview(workplace: Workplace, count: int) -> Iterator[str]:
    """Run the preview; gives its address."""
    command = script("serve", "--config-file", workplace.handbook(count), "--date", str(TODAY), "--port", "0")
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as running:
        try:
            found = next((match for line in running.stdout or () if (match := ADDRESS.search(line))), None)
            if found is None:
                raise RuntimeError("the preview told no address")
            yield found.group()
        finally:
            running.terminate()
