"""Asks in a terminal with questionary. The question is on the screen before questionary is imported.

questionary's own select cuts long labels, ignores digits, prints to standard output and swallows signals; each is mended here
through its documented application object, see `_select`.
"""

import sys
from collections.abc import Sequence
from shutil import get_terminal_size
from textwrap import TextWrapper
from typing import TYPE_CHECKING

from pmpath.asking.asker import Choice, Prompt
from pmpath.model.visible import visible

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from questionary import Question

_WIDEST = 100
_LABEL_INDENT = 6


class TerminalAsker:
    """Shows one question at a time on standard error and reads single keys."""

    def choose(self, prompt: Prompt) -> str:
        """Show the question, then let a digit, or the arrows and Enter, answer it."""
        self._show(prompt)
        word: str = _select(prompt.choices).unsafe_ask()
        chosen = next(choice.label for choice in prompt.choices if choice.word == word)
        self._write(f"  {chosen}", indent=2)
        return word

    def line(self, question: str) -> str:
        """Show the question and read one line."""
        import questionary
        from prompt_toolkit.output import create_output

        self._write(question)
        asked = questionary.text("", qmark=">", output=create_output(stdout=sys.stderr))
        return str(asked.unsafe_ask()).strip()

    def say(self, text: str) -> None:
        """Show a paragraph."""
        self._write(text)

    def _show(self, prompt: Prompt) -> None:
        self._write("")
        self._write(f"{prompt.progress} - {prompt.reason}")
        self._write("")
        self._write(prompt.question)
        if prompt.frame:
            self._write(prompt.frame)
        sys.stderr.flush()

    def _write(self, text: str, indent: int = 0) -> None:
        wrapper = TextWrapper(_width(), subsequent_indent=" " * indent, break_on_hyphens=False)
        sys.stderr.write("\n".join(wrapper.wrap(visible(text))) + "\n")
        sys.stderr.flush()


def _width() -> int:
    return max(20, min(get_terminal_size().columns, _WIDEST)) - 1


def _select(choices: Sequence[Choice]) -> "Question":
    """Build a select prompt on standard error, labels wrapped, answered at once by a digit, stopped by Ctrl-C and Ctrl-D."""
    import questionary
    from prompt_toolkit.key_binding import merge_key_bindings
    from prompt_toolkit.output import create_output

    options = [
        questionary.Choice(title=_wrapped(place, choice.label), value=choice.word)
        for place, choice in enumerate(choices, start=1)
    ]
    question = questionary.select(
        "",
        choices=options,
        qmark="",
        instruction=f"1-{len(choices)}, or arrows and Enter; Ctrl-C stops",
        pointer=">",
        output=create_output(stdout=sys.stderr),
        erase_when_done=True,
    )
    bindings = question.application.key_bindings
    ours = _bindings(choices)
    question.application.key_bindings = merge_key_bindings([bindings, ours]) if bindings else ours
    return question


def _wrapped(place: int, label: str) -> str:
    return "\n".join(TextWrapper(_width() - _LABEL_INDENT, subsequent_indent=" " * _LABEL_INDENT).wrap(f"{place}  {label}"))


def _bindings(choices: Sequence[Choice]) -> "KeyBindings":
    from prompt_toolkit.key_binding import KeyBindings
    from prompt_toolkit.keys import Keys

    bindings = KeyBindings()

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
