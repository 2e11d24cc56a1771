"""The navigation without pages that are not made. It must not know why they are not."""

from collections.abc import Collection
from typing import Any


def without_pages(navigation: Any, pages: Collection[str]) -> Any:
    """Give a navigation, as it stands in mkdocs.yml, without some pages and without sections that only held them."""
    if not pages or navigation is None:
        return navigation
    if isinstance(navigation, list):
        kept = [(entry, without_pages(entry, pages)) for entry in navigation]
        return [left for entry, left in kept if left or not entry]
    if isinstance(navigation, dict):
        left = {title: without_pages(entry, pages) for title, entry in navigation.items()}
        return {title: entry for title, entry in left.items() if entry}
    return None if navigation in pages else navigation
