"""Nothing in the whole test run leaves this machine, for every connection is refused; here stands that it is."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import pmpath
from cli.running import Pmpath

FAR = ("192.0.2.1", 9)
"""An address of those set aside for examples, which nobody has."""
CALLS: dict[str, Callable[[], object]] = {
    "connect": lambda: _socket().connect(FAR),
    "connect over IPv6": lambda: _socket(socket.AF_INET6).connect(("2001:db8::1", 9)),
    "send": lambda: _socket(kind=socket.SOCK_DGRAM).sendto(b"x", FAR),
    "bind to every address": lambda: _socket().bind(("0.0.0.0", 0)),  # noqa: S104 - that it is refused is the test
    "look up": lambda: socket.getaddrinfo("example.org", 443),
    "look up by name": lambda: socket.gethostbyname("example.org"),
}
BY_CHILD = "import socket; socket.create_connection(('192.0.2.1', 9), timeout=1)"


def _socket(family: int = socket.AF_INET, kind: int = socket.SOCK_STREAM) -> socket.socket:
    return socket.socket(family, kind)


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_a_call_to_another_machine_is_refused(call: Callable[[], object]) -> None:
    with pytest.raises(ConnectionRefusedError, match="a test reached for the network"):
        call()


def test_a_python_that_a_test_starts_is_refused_too() -> None:
    done = subprocess.run([sys.executable, "-c", BY_CHILD], capture_output=True, text=True, check=False)
    assert "a test reached for the network" in done.stderr


def test_a_connection_on_this_machine_is_not_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()


def test_no_module_of_pmpath_names_the_network() -> None:
    """The hook sees what a run does; this sees what no run did."""
    named = ("import socket", "urllib", "http.client", "import httpx", "ftplib", "smtplib")
    files = list(Path(pmpath.__file__).parent.rglob("*.py"))
    found = [(file.name, name) for file in files for name in named if name in file.read_text("utf-8")]
    assert (len(files) > 100, found) == (True, [])


@pytest.mark.skipif("PMPATH_TESTS_ONLINE" in os.environ, reason="this run may use the network")
def test_a_command_runs_under_the_hook(pmpath: Pmpath) -> None:
    assert pmpath("ladder", "pm").code == 0
