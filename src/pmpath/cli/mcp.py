"""pmpath mcp: offers what the other commands say to an assistant, over standard input and output."""

import sys

import typer

from pmpath.errors import UsageError


def mcp(*, ctx: typer.Context) -> int:
    """Let an assistant call pmpath over the Model Context Protocol, on this machine alone.

    \b
    Examples:
      pmpath mcp                             what an assistant is told to run
      pmpath mcp --today 2026-12-01          every answer as of that day

    It needs pip install 'pmpath[mcp]'. Tools read what you saved; assess and plan save only where a call says save.
    """
    from pmpath.cli.sharing import refuse, shape
    from pmpath.cli.signals import leaving_at_once
    from pmpath.cli.terminal import is_terminal

    refuse(ctx, "mcp", "json", "format", "output")
    wanted = shape(ctx)
    try:
        from pmpath.cli.assistant import serve
    except ImportError as err:
        raise UsageError("pmpath mcp needs the library mcp", hint="pip install 'pmpath[mcp]'") from err
    if is_terminal(sys.stdin):
        hint = "give your assistant the command pmpath with the argument mcp"
        raise UsageError("pmpath mcp talks to an assistant, not to a terminal", hint=hint)
    with leaving_at_once():
        serve(wanted)
    return 0
