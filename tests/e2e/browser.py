"""Opens files in a headless Chromium, and looks at what it shows, says, and reaches for."""

import json
import shutil
import socket
import struct
import subprocess
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from urllib.parse import urlsplit

PATIENCE = 60
"""Seconds until a browser that does not end is a failure."""
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--enable-logging=stderr",
)
OWN = "not an origin"
"""Who calls, as the browser's own log has it, where that is the browser itself and no page."""
DARK, LIGHT = 0, 1
"""What Chromium calls the two color schemes."""

Color = tuple[int, ...]


class Screen(NamedTuple):
    """A screenshot as rows of colors."""

    rows: Sequence[Sequence[Color]]

    @property
    def corner(self) -> Color:
        """Return the color of the first point, where nothing stands."""
        return self.rows[0][0][:3]

    @property
    def colors(self) -> set[Color]:
        """Return every color there is."""
        return {color[:3] for row in self.rows for color in row}


class Seen(NamedTuple):
    """What a browser made of a file: the document, what was said on the console, who was called, how it looks and prints."""

    document: str
    said: Sequence[str]
    called: Sequence[str]
    screen: Screen
    paper: bytes


class Listener:
    """Takes the place of the network: whatever a browser wants to reach arrives here, and nothing goes on from here."""

    def __init__(self) -> None:
        """Listen on a port of this machine."""
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._thread = Thread(target=self._listen, daemon=True)
        self._thread.start()
        self.called: list[str] = []

    @property
    def address(self) -> str:
        """Return where it listens."""
        host, port = self._socket.getsockname()
        return f"http://{host}:{port}"

    def close(self) -> None:
        """Stop listening."""
        self._socket.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                with connection:
                    connection.settimeout(1)
                    with suppress(OSError, ValueError):
                        _, address, _ = connection.recv(1000).split(b" ", 2)
                        self.called.append(address.decode())


@contextmanager
def listening() -> Iterator[Listener]:
    """Listen until the end."""
    listener = Listener()
    try:
        yield listener
    finally:
        listener.close()


def chromium() -> str:
    """Return the command of the browser; a machine without one fails."""
    found = shutil.which("chromium")
    assert found, "chromium is not installed: apt-get install chromium"
    return found


def opened(file: Path, folder: Path, scheme: int = LIGHT) -> Seen:
    """Open a file on a small screen, with a new profile in a folder, and the listener between it and every network."""
    log, picture, paper = (folder / f"{file.name}.{kind}" for kind in ("log", "png", "pdf"))
    with listening() as listener:
        done = subprocess.run(
            [
                chromium(),
                *QUIET,
                f"--user-data-dir={folder / 'profile'}",
                f"--proxy-server={listener.address}",
                "--proxy-bypass-list=<-loopback>",
                f"--log-net-log={log}",
                f"--blink-settings=preferredColorScheme={scheme}",
                "--window-size=400,560",
                "--dump-dom",
                f"--screenshot={picture}",
                f"--print-to-pdf={paper}",
                "--no-pdf-header-footer",
                file.resolve().as_uri(),
            ],
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE,
            cwd=folder,
        )
    said = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    called = _called_by_the_page(log, listener.called)
    return Seen(done.stdout, said, called, read_png(picture.read_bytes()), paper.read_bytes())


def _called_by_the_page(log: Path, called: Sequence[str]) -> list[str]:
    """Return the addresses that the page asked for, and the hosts that were called without the browser's own doing."""
    events = [event.get("params", {}) for event in json.loads(log.read_text("utf-8"))["events"]]
    asked = [(event["initiator"], event["url"]) for event in events if {"initiator", "url"} <= set(event)]
    own = {urlsplit(url).hostname for who, url in asked if who == OWN}
    hosts = {urlsplit(address if "//" in address else f"//{address}").hostname or "" for address in called}
    return sorted({url for who, url in asked if who != OWN} | {host for host in hosts if host not in own})


def read_png(content: bytes) -> Screen:
    """Read the colors of a PNG of 8 bits a channel, without interlacing."""
    chunks = _chunks(content)
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert (depth, interlaced) == (8, 0)
    size = {2: 3, 6: 4}[kind]
    raw = zlib.decompress(chunks[b"IDAT"])
    rows: list[Sequence[Color]] = []
    above = bytearray(width * size)
    for at in range(0, height * (width * size + 1), width * size + 1):
        above = _unfiltered(raw[at], bytearray(raw[at + 1 : at + 1 + width * size]), above, size)
        rows.append([tuple(above[x : x + size]) for x in range(0, width * size, size)])
    return Screen(rows)


def _chunks(content: bytes) -> Mapping[bytes, bytes]:
    """Return the parts of a PNG by name, those of one name joined."""
    found: dict[bytes, bytes] = {}
    at = 8
    while at < len(content):
        length, name = struct.unpack(">I4s", content[at : at + 8])
        found[name] = found.get(name, b"") + content[at + 8 : at + 8 + length]
        at += length + 12
    return found


def _unfiltered(kind: int, row: bytearray, above: bytearray, size: int) -> bytearray:
    """Undo the filter of one row."""
    for x, value in enumerate(row):
        left = row[x - size] if x >= size else 0
        corner = above[x - size] if x >= size else 0
        added = (0, left, above[x], (left + above[x]) // 2, _paeth(left, above[x], corner))[kind]
        row[x] = (value + added) & 255
    return row


def _paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda one: abs(guess - one))
