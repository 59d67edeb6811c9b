"""pmpath help: the help of a command, or a topic that holds for all of them."""

from typing import Annotated

import typer

from pmpath.cli import completion
from pmpath.cli.outcome import RAW_FORMATS, Outcome, Shape, emit, hand_over_text, no_form
from pmpath.errors import UsageError
from pmpath.model.suggest import did_you_mean
from pmpath.render.page import Page


def help(  # noqa: A001 - the command is called so
    *,
    ctx: typer.Context,
    about: Annotated[
        str | None,
        typer.Argument(
            metavar="[COMMAND|TOPIC]",
            help="A command, or one of exit-codes, environment, formats, files.",
            autocompletion=completion.topics,
        ),
    ] = None,
) -> int:
    """Show the help of a command, or a topic that holds for all of them.

    \b
    Examples:
      pmpath help assess
      pmpath help exit-codes
    """
    from pmpath.cli.group import COMMANDS
    from pmpath.cli.sharing import shape

    wanted = shape(ctx)
    return _command(about, wanted) if about is None or about in COMMANDS else emit(_topic(about), wanted)


def _command(about: str | None, wanted: Shape) -> int:
    """Write the help of a command, which is text as the framework lays it out."""
    from pmpath.cli.group import HELP_WIDTH, help_text
    from pmpath.cli.output import screen_width

    if wanted.format not in RAW_FORMATS:
        raise no_form("help", wanted.format, RAW_FORMATS)
    text = help_text(about, HELP_WIDTH if wanted.json else min(screen_width(), HELP_WIDTH))
    if wanted.json:
        return emit(Outcome("help", lambda: {"topic": about or "pmpath", "text": text}, Page), wanted)
    hand_over_text(f"{text}\n", wanted)
    return 0


def _topic(name: str) -> Outcome:
    from pmpath.render.topics import TOPICS, topic_data, topic_page

    if name not in TOPICS:
        from pmpath.cli.group import COMMANDS

        hint = did_you_mean(name, (*COMMANDS, *TOPICS)) or f"topics: {', '.join(TOPICS)}"
        raise UsageError(f'there is no help on "{name}"', hint=hint)
    topic, next_commands = TOPICS[name], ["pmpath --help"]
    return Outcome("help", lambda: topic_data(name, topic), lambda: topic_page(topic, next_commands), next_commands)
