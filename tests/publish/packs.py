"""Reads packs and service workers as the service worker and browsers do."""

import gzip
import json
from pathlib import Path
from typing import Any


def unpacked(content: bytes) -> dict[str, tuple[str, bytes]]:
    """Give what a pack holds: by address, the type and the bytes."""
    head, _, body = gzip.decompress(content).partition(b"\n")
    found = {}
    for address, kind, length in json.loads(head):
        found[address] = kind, body[:length]
        body = body[length:]
    assert body == b""
    return found


def plan_of(worker: str) -> Any:
    """Give what a service worker has to keep."""
    first = worker.partition("\n")[0]
    return json.loads(first.removeprefix("const PLAN = ").removesuffix(";"))


def kept_files(site: Path) -> dict[str, tuple[str, bytes]]:
    """Give everything that the packs of a site hold."""
    plan = plan_of((site / "sw.js").read_text(encoding="utf-8"))
    found: dict[str, tuple[str, bytes]] = {}
    for pack in plan["packs"]:
        found |= unpacked((site / "offline" / f"{pack['name']}.pack").read_bytes())
    return found
