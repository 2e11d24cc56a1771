"""What a server says with every file of the site, as the files that servers read it from.

They stand in the site's top folder and so are always those of the pages beside them. Caching and compression are a
server's own business; so is Strict-Transport-Security, which binds a whole host.
"""

from handbook.publish.policy import SERVED_POLICY

_UNUSED = ("bluetooth", "camera", "display-capture", "geolocation", "microphone", "midi", "payment", "serial", "usb")

HEADERS = {
    "Content-Security-Policy": SERVED_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

STATIC_HOSTS, NGINX = "_headers", "_headers.nginx.conf"

_NGINX_NOTE = """\
# Written with the site. Include this file in the server block, and again in each location that has an add_header of its
# own: there nginx drops those from outside.
"""


def header_files() -> dict[str, str]:
    """Give the files by their names in the site's top folder: for static hosts, and lines to include for nginx."""
    return {
        STATIC_HOSTS: "/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS.items()),
        NGINX: _NGINX_NOTE + "".join(f'add_header {name} "{value}" always;\n' for name, value in HEADERS.items()),
    }
