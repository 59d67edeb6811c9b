"""Refuses every connection but to this machine, in a test run and in every Python that it starts."""

import os
import sys

REFUSED = "a test reached for the network"
_ADDRESSED = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
_NAMED = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"})
_LOCAL = frozenset({None, "", "localhost", b"localhost", "::1", os.uname().nodename})
_LOOPBACK = "127."


class NetworkError(ConnectionRefusedError):
    """Raised where something wants to leave this machine."""


def _look(event: str, given: tuple[object, ...]) -> None:
    if event in _ADDRESSED:
        _require_here(event, given[1])
    elif event in _NAMED:
        _require_here(event, given[0])


def _require_here(event: str, address: object) -> None:
    """Raise where an address is neither a socket in the file system nor of this machine."""
    if event in _ADDRESSED and not isinstance(address, tuple):
        return
    name = address[0] if isinstance(address, tuple) else address
    if name not in _LOCAL and not str(name).startswith(_LOOPBACK):
        raise NetworkError(f"{REFUSED}: {event} {name!r}")


if not os.environ.get("PMPATH_TESTS_ONLINE"):
    sys.addaudithook(_look)
