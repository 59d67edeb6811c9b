"""Speaks the Model Context Protocol: the only place that knows the library for it, which not everybody has installed."""

import json
from typing import TYPE_CHECKING, Final

import anyio
from mcp.server import Server
from mcp.server.stdio import stdio_server
from mcp.types import CallToolResult, ListToolsResult, TextContent, Tool, ToolAnnotations

from pmpath import __version__
from pmpath.cli import assisting
from pmpath.cli.assisting import TOOLS, Desk
from pmpath.content.published import read_schema
from pmpath.content.requests import arguments_schema, described

if TYPE_CHECKING:
    from mcp.server.context import ServerRequestContext
    from mcp.types import CallToolRequestParams, PaginatedRequestParams

    from pmpath.cli.outcome import Shape

INSTRUCTIONS: Final = (
    "pmpath says where a person stands as a product manager, what the next level asks, and what to do about it. Never answer "
    "for the person: ask each question that assess names under unanswered, in the words of explain, and pass on what they "
    "said. Results rest on their own answers: no prediction, no odds of a promotion, no comparison with others. Save only "
    "when the person says so."
)


def serve(shape: "Shape") -> None:
    """Answer an assistant over standard input and output until it hangs up."""
    anyio.run(_serve, shape)


def server_for(shape: "Shape") -> "Server[object]":
    """Return a server that offers every tool."""
    desk = Desk(shape)

    async def listed(_ctx: "ServerRequestContext[object]", _params: "PaginatedRequestParams | None") -> ListToolsResult:
        return ListToolsResult(tools=[_offered(tool) for tool in TOOLS])

    async def called(_ctx: "ServerRequestContext[object]", params: "CallToolRequestParams") -> CallToolResult:
        answer = desk.answer(params.name, params.arguments or {})
        text = TextContent(type="text", text=json.dumps(answer.document, separators=(",", ":")))
        return CallToolResult(content=[text], structured_content=answer.document, is_error=answer.is_error)

    return Server("pmpath", version=__version__, instructions=INSTRUCTIONS, on_list_tools=listed, on_call_tool=called)


async def _serve(shape: "Shape") -> None:
    server = server_for(shape)
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())


def _offered(tool: assisting.Tool) -> Tool:
    """Return a tool as the protocol lists it: only what cannot save is announced as reading only."""
    hints = ToolAnnotations(
        read_only_hint=not tool.can_save,
        destructive_hint=False,
        idempotent_hint=not tool.can_save,
        open_world_hint=False,
    )
    return Tool(
        name=tool.name,
        description=described(tool.request),
        input_schema=arguments_schema(tool.request),
        output_schema=json.loads(read_schema(tool.schema)) if tool.schema else None,
        annotations=hints,
    )
