"""The one boundary where every error ends: runs a command line and turns whatever comes out of it into an exit code."""

import os
from itertools import pairwise

from pmpath import __version__
from pmpath.cli.app import INTERRUPTED
from pmpath.cli.signals import EndedBySignal, Stopped, exit_code_of
from pmpath.cli.terminal import is_set
from pmpath.errors import OutputError, PmpathError

BROKEN_PIPE = 141
COMPLETING = "_PMPATH_COMPLETE"
LINES = "lines"
"""How our own scripts ask for what may follow; Typer knows other ways."""


def guarded(argv: list[str]) -> int:
    """Run one command line; report errors on standard error and return the exit code."""
    try:
        return _run(argv)
    except PmpathError as error:
        return _report(error, argv)
    except OSError as error:
        return _failed(error, argv)
    except (KeyboardInterrupt, EOFError, SystemExit) as stop:
        return _stopped(stop)
    except Exception as error:
        return _bug(error, argv)


def _run(argv: list[str]) -> int:
    from typer import Abort, TyperException

    from pmpath.cli.group import build
    from pmpath.cli.output import require_output
    from pmpath.errors import UsageError

    require_output()
    if os.environ.get(COMPLETING) == LINES:
        from pmpath.cli.completing import complete

        return complete(build())
    try:
        returned = build().main(argv, prog_name="pmpath", standalone_mode=False)
    except TyperException as err:
        raise UsageError(err.format_message().rstrip("."), hint=_usage_hint(argv)) from err
    except Abort as err:  # what Typer makes of Ctrl-D
        raise EOFError from err
    if returned == INTERRUPTED:  # what Typer makes of Ctrl-C
        raise KeyboardInterrupt
    return returned if isinstance(returned, int) else 0


def _usage_hint(argv: list[str]) -> str:
    from pmpath.cli.group import COMMANDS

    command = next((f"{word} " for word in argv if word in COMMANDS), "")
    return f"see pmpath {command}--help"


def _report(error: PmpathError, argv: list[str]) -> int:
    from pmpath.cli.output import error_text, tell

    if _wants_json(argv):
        from pmpath.render.envelope import Stamp, envelope, error_data

        tell(envelope("error", error_data(error), Stamp(__version__)).decode().rstrip("\n"), whole=True)
    else:
        tell(error_text(error))
    return error.exit_code


def _wants_json(argv: list[str]) -> bool:
    return not {"--json", "--jsonl", "--format=json"}.isdisjoint(argv) or ("--format", "json") in pairwise(argv)


def _left(stop: SystemExit) -> int:
    """Return the code for a leave of Typer's: after a completion or its script, or because the reader of its help is gone."""
    code = stop.code if isinstance(stop.code, int) else 0
    return code if code == 0 or COMPLETING in os.environ else _reader_gone()


def _failed(error: OSError, argv: list[str]) -> int:
    if isinstance(error, BrokenPipeError):
        return _reader_gone()
    return _report(OutputError(f"cannot read or write: {os.strerror(error.errno or 0).lower()}"), argv)


def _reader_gone() -> int:
    from pmpath.cli.output import silence_closed_output

    silence_closed_output()
    return BROKEN_PIPE


def _stopped(stop: BaseException) -> int:
    from pmpath.cli.output import tell

    if isinstance(stop, Stopped):
        tell(stop.message)
        return stop.exit_code
    if isinstance(stop, SystemExit) and not isinstance(stop, EndedBySignal):
        return _left(stop)
    if not isinstance(stop, EndedBySignal):
        tell("Stopped.")
    return exit_code_of(stop)


def _bug(error: Exception, argv: list[str]) -> int:
    from pmpath.cli.output import tell

    if "--debug" in argv or is_set(os.environ, "PMPATH_DEBUG"):
        import traceback

        tell("".join(traceback.format_exception(error)), whole=True)
    report = PmpathError(
        f"this is a bug in pmpath: {type(error).__name__}", hint="run the command again with --debug in front to see where"
    )
    return _report(report, argv)
