"""The check of a finished site that remembers the pages it has read before: equal bytes are read once."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from handbook.build.remembering import Question
from handbook.build.site import Workshop
from handbook.publish.quick import Quick, QuickReader
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

    def read(name: str, reader: QuickReader) -> Quick | None:
        def find() -> tuple[Quick | None, None]:
            return reader.read((folder / name).read_bytes(), name), None

        if name not in digests:
            return find()[0]
        key = f"{reader.origin}{reader.base} {name} {digests[name].hex()}"
        told: Quick | None = question.ask(key, find).summary
        return told

    yield read
    question.close()
