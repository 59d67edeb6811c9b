"""Chooses how to ask the person, and turns a stop into an orderly way out."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pmpath.cli.output import tell
from pmpath.cli.signals import EndedBySignal, Stopped, exit_code_of, leave_in_order
from pmpath.cli.terminal import is_set, is_terminal, wants_plain

if TYPE_CHECKING:
    from pmpath.asking.asker import Asker
    from pmpath.cli.outcome import Shape


def new_asker(shape: "Shape") -> "Asker":
    """Return how to ask: line by line where that is wanted, or where the terminal can do no more."""
    if not shape.plain and not wants_plain(sys.stderr, os.environ):
        from pmpath.asking.terminal import TerminalAsker, can_draw

        if can_draw():
            return TerminalAsker()
        tell("This terminal cannot be drawn on, so questions come line by line. Windows Terminal or winpty can do more.")
    from pmpath.asking.line import LineAsker

    return LineAsker()


def somebody_can_answer(shape: "Shape") -> bool:
    """Say whether there is a person at a terminal to ask; a script that wants JSON is never asked."""
    may_ask = not shape.json and not is_set(os.environ, "PMPATH_NO_INPUT")
    return may_ask and is_terminal(sys.stdin) and is_terminal(sys.stderr)


@contextmanager
def stopping_in_order(farewell: Callable[[], str]) -> Iterator[None]:
    """Let the person stop at any question: `Stopped` then carries what there is to say about it by then."""
    leave_in_order()
    try:
        yield
    except (KeyboardInterrupt, EOFError, EndedBySignal) as stop:
        raise Stopped(farewell(), exit_code_of(stop)) from stop
