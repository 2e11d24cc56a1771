"""Runs the nginx of the system on loopback, with the configuration that we give to whoever publishes a handbook."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from building import ROOT

EXAMPLE = ROOT / "deploy" / "nginx.conf"
MIME_TYPES = Path("/etc/nginx/mime.types")
LONGEST_START = 10
"""Seconds."""

# What stands around the example on a machine; the temporary folders are those of whoever runs the tests.
_AROUND = """\
daemon off;
master_process off;
error_log stderr;
pid {work}/nginx.pid;
events {{}}
http {{
    include {types};
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    include {work}/handbook.conf;
}}
"""


@contextmanager
def running(site: Path, work: Path, port: int) -> Iterator[None]:
    """Serve a site, its address being the root of the port; `work` is an empty folder for what nginx needs."""
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    assert program, "scripts/test.py installs nginx"
    text = EXAMPLE.read_text(encoding="utf-8")
    for ours, theirs in (("listen 80;", f"listen 127.0.0.1:{port};"), ("/srv/handbook/site", str(site))):
        assert ours in text
        text = text.replace(ours, theirs)
    (work / "handbook.conf").write_text(text, encoding="utf-8")
    (work / "nginx.conf").write_text(_AROUND.format(work=work, types=MIME_TYPES), encoding="utf-8")
    command = [program, "-e", "stderr", "-p", str(work), "-c", str(work / "nginx.conf")]
    tested = subprocess.run([*command, "-t"], capture_output=True, encoding="utf-8", check=False)
    assert tested.returncode == 0, tested.stderr
    with (work / "told.txt").open("wb") as told:
        server = subprocess.Popen(command, stderr=told)
        try:
            _wait(server, port)
            yield
        finally:
            server.terminate()
            server.wait()


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    latest = time.monotonic() + LONGEST_START
    while time.monotonic() < latest:
        assert server.poll() is None, "nginx ended"
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError("nginx does not answer")
