"""The theme's readable modules, to be called one by one in the browser: sites carry them joined, in one scope."""

from playwright.sync_api import Page, Route

from building import ROOT

SCRIPTS = ROOT / "theme" / "assets" / "javascripts" / "handbook"
PLACE = "/modules-of-the-theme/"
"""Where `with_modules` puts them on the page's own host."""


def with_modules(page: Page) -> None:
    """Let a page import a module by its path below the theme's folder of scripts, after `PLACE`."""

    def answer(route: Route) -> None:
        path = route.request.url.split(PLACE)[1]
        route.fulfill(path=SCRIPTS / path, content_type="text/javascript")

    page.route(f"**{PLACE}**", answer)
