"""Asks in a terminal with questionary. The question is on the screen before questionary is imported.

questionary's own select cuts long labels, ignores digits, prints to standard output and swallows signals; each is mended here
through its documented application object, see `_select`.
"""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pmpath.asking.asker import Choice, Prompt
from pmpath.asking.screen import height, tell, width, wrapped

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from questionary import Question

_LABEL_INDENT = 6
_HEADER_LINES = 6
_STYLE = [("qmark", ""), ("question", ""), ("answer", ""), ("instruction", ""), ("pointer", "bold"), ("highlighted", "bold")]


class TerminalAsker:
    """Shows one question at a time on standard error and reads single keys."""

    def choose(self, prompt: Prompt) -> str:
        """Show the question, then let a digit, or the arrows and Enter, answer it."""
        for text in ("", f"{prompt.progress} - {prompt.reason}", "", prompt.question):
            tell(text)
        if prompt.frame:
            tell(prompt.frame)
        word: str = _select(prompt).unsafe_ask()
        tell("  " + next(choice.label for choice in prompt.choices if choice.word == word), indent=2)
        return word

    def line(self, question: str) -> str:
        """Show the question and read one line."""
        tell(question)
        import questionary
        from prompt_toolkit.output import create_output

        style = questionary.Style(_STYLE)
        asked = questionary.text("", qmark=">", style=style, output=create_output(stdout=sys.stderr))
        return str(asked.unsafe_ask()).strip()

    def say(self, text: str) -> None:
        """Show a paragraph."""
        tell(text)


def _select(prompt: Prompt) -> "Question":
    """Build a select prompt on standard error, labels wrapped, answered at once by a digit, stopped by Ctrl-C and Ctrl-D.

    Where the answers alone fill the screen, the question stands above them once more.
    """
    import questionary
    from prompt_toolkit.key_binding import merge_key_bindings
    from prompt_toolkit.output import create_output

    labels = [_label(place, choice.label) for place, choice in enumerate(prompt.choices, start=1)]
    tall = sum(label.count("\n") + 1 for label in labels) > height() - _HEADER_LINES
    question = questionary.select(
        f"{wrapped(prompt.question)}\n" if tall else "",
        choices=[questionary.Choice(label, choice.word) for label, choice in zip(labels, prompt.choices, strict=True)],
        qmark="",
        instruction=f"1-{len(labels)}, or arrows and Enter",
        pointer=">",
        style=questionary.Style(_STYLE),
        output=create_output(stdout=sys.stderr),
        erase_when_done=True,
    )
    bindings, ours = question.application.key_bindings, _bindings(prompt.choices)
    question.application.key_bindings = merge_key_bindings([bindings, ours]) if bindings else ours
    return question


def _label(place: int, label: str) -> str:
    return wrapped(f"{place}  {label}", indent=_LABEL_INDENT, columns=width() - _LABEL_INDENT)


def _bindings(choices: Sequence[Choice]) -> "KeyBindings":
    from prompt_toolkit.key_binding import KeyBindings
    from prompt_toolkit.keys import Keys

    bindings = KeyBindings()  # `exit` below ends the prompt, not the program

    def answer(event: "KeyPressEvent") -> None:
        event.app.exit(result=choices[int(event.data) - 1].word)

    def interrupt(event: "KeyPressEvent") -> None:
        event.app.exit(exception=KeyboardInterrupt)

    def end(event: "KeyPressEvent") -> None:
        event.app.exit(exception=EOFError)

    for place in range(1, len(choices) + 1):
        bindings.add(str(place), eager=True)(answer)
    bindings.add(Keys.SIGINT, eager=True)(interrupt)
    bindings.add("c-d", eager=True)(end)
    return bindings
