"""Pages have addresses of their own, and the navigation names pages that are there."""

from collections.abc import Iterator
from difflib import get_close_matches

from handbook.addresses.addresses import Addresses
from handbook.diagnostics.codes import Code
from handbook.diagnostics.finding import Finding
from handbook.library.library import Library
from handbook.library.target import Target


def generated_pages(library: Library, addresses: Addresses) -> dict[str, Target]:
    """Give the generated pages by their file inside docs/: every record, and an index for each kind that has any."""
    targets = [Target(kind) for kind in library.kinds()]
    targets += [entry.target for entry in library.entries.values()]
    return {addresses.page_file(target): target for target in targets}


def addresses_differ(library: Library, addresses: Addresses) -> Iterator[Finding]:
    """Tell a page written by hand that stands where a generated page stands, and kinds that share an address."""
    generated = generated_pages(library, addresses)
    for path, page in library.pages.items():
        if path in generated:
            yield Finding(
                page.file.name,
                1,
                1,
                Code.PAGE_COLLISION,
                f"Trang này trùng địa chỉ với trang sinh từ dữ liệu: {addresses.page_address(generated[path])}",
                "Đổi tên hoặc chuyển trang viết tay sang thư mục khác.",
            )
    slugs: dict[str, str] = {}
    for kind in library.settings.vocabulary.kinds:
        if kind.slug in slugs:
            yield Finding(
                library.settings.name(library.settings.data_dir / "vocabulary" / "kinds.yml"),
                1,
                1,
                Code.PAGE_COLLISION,
                f"Hai loại “{slugs[kind.slug]}” và “{kind.id}” cùng địa chỉ “{kind.slug}”.",
                "Đổi “slug” của một loại.",
            )
        slugs[kind.slug] = kind.id


def navigation_leads_somewhere(library: Library, addresses: Addresses) -> Iterator[Finding]:
    """Tell an entry of the navigation whose page is not there."""
    known = [*library.pages, *generated_pages(library, addresses)]
    for entry in library.settings.navigation:
        if entry.page in known or entry.page.startswith(("http://", "https://")):
            continue
        close = get_close_matches(entry.page, known, n=1, cutoff=0.5)
        yield Finding(
            library.settings.name(library.settings.config_file),
            entry.line,
            entry.column,
            Code.NAVIGATION_MISSING,
            f"Mục điều hướng trỏ tới “{entry.page}” nhưng không có trang đó.",
            f"Có phải là “{close[0]}”?" if close else "Bỏ mục này, hoặc tạo trang.",
        )


def pages_can_be_found(library: Library, addresses: Addresses) -> Iterator[Finding]:
    """Tell a page written by hand, or the index of a kind, that the navigation does not name."""
    named = {entry.page for entry in library.settings.navigation}
    if not named:
        return
    configuration = library.settings.name(library.settings.config_file)
    for path, page in library.pages.items():
        if path not in named:
            yield Finding(
                page.file.name,
                1,
                1,
                Code.NAVIGATION_OMITTED,
                "Trang này chưa có trong điều hướng, người đọc khó tìm thấy.",
                f"Thêm “{path}” vào mục nav của {configuration}.",
            )
    for kind in library.kinds():
        path = addresses.page_file(Target(kind))
        if path not in named:
            yield Finding(
                configuration,
                1,
                1,
                Code.NAVIGATION_OMITTED,
                f"Trang danh mục “{path}” chưa có trong điều hướng.",
                f"Thêm “{path}” vào mục nav.",
            )
