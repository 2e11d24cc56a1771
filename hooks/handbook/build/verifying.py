"""The check of a finished site that remembers the pages it has read before: equal bytes are read once."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from handbook.build.remembering import Question
from handbook.build.site import Workshop
from handbook.publish.quick import Quick, quick_page
from handbook.publish.verify import Reading


@contextmanager
def remembered_reading(workshop: Workshop, folder: Path, digests: Mapping[str, bytes]) -> Iterator[Reading]:
    """Give a way to read pages of a site.

    Args:
        workshop: What the build works with.
        folder: The site's top folder.
        digests: The digests of its pages, by their places; a page without one is read each time.
    """
    question = Question("quick", workshop.memory, workshop.digests, workshop.reads)

    def read(name: str, origin: str, base: str) -> Quick | None:
        def find() -> tuple[Quick | None, None]:
            return quick_page((folder / name).read_text(encoding="utf-8", errors="replace"), name, origin, base), None

        if name not in digests:
            return find()[0]
        told: Quick | None = question.ask(f"{origin}{base} {name} {digests[name].hex()}", find).summary
        return told

    yield read
    question.close()
