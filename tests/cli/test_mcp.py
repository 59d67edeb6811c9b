"""`pmpath mcp`: a client in memory, a client over pipes, and what it says where it cannot run."""

import json
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from builders import example_a
from cli.running import Home, Pmpath, Terminal
from contract.published import problems
from pmpath.cli.assisting import TOOLS
from pmpath.cli.outcome import Shape
from pmpath.content.published import read_schema

if TYPE_CHECKING:
    from mcp import Client

HELLO: Final[tuple[dict[str, Any], ...]] = (
    {
        "id": 1,
        "method": "initialize",
        "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}},
    },
    {"method": "notifications/initialized"},
)
needs_the_extra = pytest.mark.mcp


def with_client(ask: "Callable[[Client], Awaitable[Any]]") -> Any:
    """Return what a client in memory gets."""
    import anyio
    from mcp import Client

    from pmpath.cli.assistant import server_for

    async def talk() -> Any:
        async with Client(server_for(Shape(format="json", today="2026-11-23"))) as client:
            return await ask(client)

    return anyio.run(talk)


def called(name: str, arguments: Mapping[str, object]) -> Any:
    return with_client(lambda client: client.call_tool(name, dict(arguments)))


def started(**settings: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "pmpath", "mcp"]
    return subprocess.Popen(command, stdin=-1, stdout=-1, stderr=-1, env=settings or None)


def piped(*messages: dict[str, Any]) -> tuple[int, list[dict[str, Any]], bytes]:
    """Return exit code, answers and standard error of a server that is asked these one by one and is then hung up on."""
    server = started()
    assert server.stdin is not None
    assert server.stdout is not None
    heard = []
    for message in (*HELLO, *messages):
        server.stdin.write(json.dumps({"jsonrpc": "2.0", **message}).encode() + b"\n")
        server.stdin.flush()
        if "id" in message:
            heard.append(json.loads(server.stdout.readline()))
    rest, err = server.communicate(timeout=60)
    assert rest == b""
    return server.returncode, heard, err


@needs_the_extra
def test_every_tool_is_offered_with_the_published_schema() -> None:
    offered = with_client(lambda client: client.list_tools()).tools
    assert [one.name for one in offered] == [tool.name for tool in TOOLS]
    for one, tool in zip(offered, TOOLS, strict=True):
        assert one.output_schema == (json.loads(read_schema(tool.schema)) if tool.schema else None)
        assert one.input_schema["type"] == "object"


@needs_the_extra
def test_only_what_can_save_is_more_than_read_only() -> None:
    offered = with_client(lambda client: client.list_tools()).tools
    assert [one.name for one in offered if not one.annotations.read_only_hint] == ["assess", "plan"]
    assert [one.name for one in offered if one.annotations.destructive_hint or one.annotations.open_world_hint] == []


@needs_the_extra
@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_a_client_gets_a_document_that_it_finds_valid(home: Home, tool: Any) -> None:
    home.assessed(example_a())
    arguments: dict[str, dict[str, object]] = {
        "explain": {"id": "pm"},
        "assess": {"answers": example_a()},
        "transition": {"background": "engineer"},
        "guide": {"topic": "pay"},
        "schema": {"name": "answers"},
    }
    result = called(tool.name, arguments.get(tool.name, {}))
    assert (result.is_error, json.loads(result.content[0].text)) == (False, result.structured_content)


@needs_the_extra
def test_a_client_gets_an_error_with_code_message_and_hint(home: Home) -> None:
    result = called("plan", {})
    data = result.structured_content["data"]
    assert (result.is_error, problems("error", result.structured_content), home.journal.exists()) == (True, [], False)
    assert (data["code"], data["hint"]) == ("usage", "pmpath assess makes one")


@needs_the_extra
def test_what_a_call_saves_the_next_call_reads(home: Home) -> None:
    async def both(client: "Client") -> Any:
        await client.call_tool("assess", {"answers": example_a(), "save": True})
        return await client.call_tool("status", {})

    level = with_client(both).structured_content["data"]["assessment"]["level"]
    assert (level, home.journal.exists()) == ("pm", True)


@needs_the_extra
def test_over_pipes_nothing_but_the_protocol_is_on_standard_output() -> None:
    bad = {"id": 3, "method": "tools/call", "params": {"name": "explain", "arguments": {"id": "nothing"}}}
    code, heard, err = piped({"id": 2, "method": "tools/call", "params": {"name": "status"}}, bad)
    assert (code, err, [one["jsonrpc"] for one in heard]) == (0, b"", ["2.0"] * 3)
    hello, status, refusal = (one["result"] for one in heard)
    assert hello["serverInfo"]["name"] == "pmpath"
    assert (status["structuredContent"]["kind"], refusal["isError"]) == ("status", True)


@needs_the_extra
def test_a_damaged_journal_is_told_beside_the_protocol(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Home(tmp_path / "home")
    home.assessed(example_a())
    home.assessed(example_a())
    home.journal.write_bytes(home.journal.read_bytes().replace(b"\n", b"\nno record\n", 1))
    monkeypatch.setenv("PMPATH_HOME", str(home.folder))
    code, heard, err = piped({"id": 2, "method": "tools/call", "params": {"name": "history"}})
    assert (code, len(heard), b".jsonl:2: " in err) == (0, 2, True)


@needs_the_extra
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_signal_ends_it_while_it_waits(name: str) -> None:
    server = started()
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(json.dumps({"jsonrpc": "2.0", **HELLO[0]}).encode() + b"\n")
    server.stdin.flush()
    assert server.stdout.readline().startswith(b"{")
    server.send_signal(getattr(signal, name))
    assert server.wait(20) == -getattr(signal, name)
    server.communicate()


@needs_the_extra
def test_a_terminal_is_told_who_it_is_for(pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    ran = pmpath("mcp")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("pmpath: pmpath mcp talks to an assistant, not to a terminal\n")


def test_without_the_extra_it_says_how_to_get_it(pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "pmpath.cli.assistant", raising=False)
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    ran = pmpath("mcp")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "pmpath: pmpath mcp needs the library mcp\n  pip install 'pmpath[mcp]'\n"


@pytest.mark.parametrize("options", [("--json",), ("--format", "md"), ("-o", "a.json")], ids=" ".join)
def test_it_speaks_in_one_way_only(pmpath: Pmpath, options: tuple[str, ...]) -> None:
    ran = pmpath("mcp", *options)
    assert (ran.code, ran.out, "mcp takes no --" in ran.err) == (2, "", True)
