"""Asks in a terminal with questionary. The question is on the screen before questionary is imported.

questionary's own select cuts long labels, ignores digits, prints to standard output, hides the cursor and swallows signals;
each is mended here through its documented application object, see `_select`.
"""

import gc
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from pmpath.asking.asker import Choice, Move, Prompt, legend
from pmpath.asking.screen import height, tell, width, wrapped

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.layout import Layout, Window
    from questionary import Question

_LABEL_INDENT = 6
_POINTER = 3
"""Columns before a label, for the pointer."""
_DIGITS = 9
_LOW = 16
"""Fewer lines than this leave no room for what the keys do; `?` says it then."""
_BLANK_LINES = 3
_STYLE = [
    ("qmark", ""),
    ("question", ""),
    ("answer", ""),
    ("instruction", ""),
    ("pointer", "bold"),
    ("highlighted", "bold"),
    ("selected", ""),
]


class TerminalAsker:
    """Shows one question at a time on standard error and reads single keys."""

    def choose(self, prompt: Prompt) -> Choice | Move:
        """Show the question, then let a key, or the arrows and Enter, answer it."""
        for text in filter(None, (prompt.header, prompt.question, prompt.frame)):
            tell(text)
        reply: Choice | Move = _ask(_select(prompt))
        if isinstance(reply, Choice):
            tell(f"  {prompt.title}: {reply.short}", indent=4)
            tell("")
        return reply

    def line(self, question: str) -> str:
        """Show the question and read one line."""
        tell(question)
        return str(_ask(_text())).strip()

    def typed(self, unfinished: Callable[[str], None]) -> str:
        """Read one line, or the lines of something pasted; hand over a line that is left when the person stops."""
        asked = _text()
        try:
            return str(_ask(asked)).rstrip()
        except (KeyboardInterrupt, EOFError, SystemExit):
            left = asked.application.current_buffer.text
            if left.strip():
                unfinished(left)
            raise

    def say(self, text: str) -> None:
        """Show a paragraph."""
        tell(text)


def _text() -> "Question":
    """Build a prompt for a line of text on standard error."""
    import questionary
    from prompt_toolkit.output import create_output

    style, output = questionary.Style(_STYLE), create_output(stdout=sys.stderr)
    return questionary.text("", qmark=">", style=style, output=output, enable_suspend=True)


def _ask(question: "Question") -> Any:
    """Ask; where a signal ends it, take the question off the screen and put the modes of the terminal back."""
    try:
        return question.unsafe_ask()
    except SystemExit:
        question.application.renderer.erase()
        raise


def can_draw() -> bool:
    """Say whether the terminal can be drawn on. Git Bash without a console cannot, and prompt_toolkit says so by its name."""
    if sys.platform == "win32":
        from prompt_toolkit.output import create_output
        from prompt_toolkit.output.win32 import NoConsoleScreenBufferError

        try:
            create_output(stdout=sys.stderr)
        except NoConsoleScreenBufferError:
            return False
    return True


def _select(prompt: Prompt) -> "Question":
    """Build a select prompt on standard error: labels wrapped, keys that answer at once, the cursor on the active answer.

    Where the screen is too low for all of it, the question stands above the answers once more.
    """
    import questionary
    from prompt_toolkit.key_binding import merge_key_bindings
    from prompt_toolkit.output import create_output

    gc.freeze()  # else a full collection of all that was imported holds up every sixth question or so
    labels = [_label(place, choice.label) for place, choice in enumerate(prompt.choices, start=1)]
    first = prompt.proposed or prompt.earlier
    choices = [questionary.Choice(label, choice) for label, choice in zip(labels, prompt.choices, strict=True)]
    footer = _legend(prompt, _count_lines(*labels, wrapped(prompt.question)))
    question = questionary.select(
        _heading(prompt, room=height() - _count_lines(*labels, footer)),
        choices=choices,
        default=next((one for one, said in zip(choices, prompt.choices, strict=True) if said.word == first), None),
        qmark="",
        instruction=" ",
        pointer=">",
        style=questionary.Style(_STYLE),
        output=create_output(stdout=sys.stderr),
        erase_when_done=True,
    )
    application, ours = question.application, _bindings(prompt)
    theirs = application.key_bindings
    application.key_bindings = merge_key_bindings([theirs, ours]) if theirs else ours
    _arrange(application.layout, footer, below=max(map(_count_lines, labels)))
    return question


def _heading(prompt: Prompt, room: int) -> str:
    """Return what has to stand above the answers once more, where `room` lines do not hold what was said before them."""
    if room >= _count_lines(*map(wrapped, (prompt.header, prompt.question, prompt.frame))) + _BLANK_LINES:
        return ""
    whole = [wrapped(prompt.header), wrapped(prompt.question)]
    return "\n ".join(whole if height() >= _LOW and room > _count_lines(*whole) else whole[1:])


def _legend(prompt: Prompt, lines: int) -> str:
    """Return the legend, short where it would not fit below the `lines` of question and answers."""
    keys = f"1-{len(prompt.choices)} or arrows and Enter"
    whole = wrapped(legend(prompt, keys))
    if height() >= max(_LOW, lines + _count_lines(whole) + _BLANK_LINES - 1):
        return whole
    return wrapped(legend(prompt, keys, short=True))


def _count_lines(*texts: str) -> int:
    return sum(text.count("\n") + 1 for text in texts)


def _arrange(layout: "Layout", footer: str, below: int) -> None:
    """Put the legend below the answers, and the real cursor on the active one, where a screen reader looks for it.

    `below` is how many lines from the cursor on stay in sight, for the other lines of the active answer.
    """
    from prompt_toolkit.filters import to_filter
    from prompt_toolkit.layout import FormattedTextControl, HSplit, ScrollOffsets, Window
    from questionary.prompts.common import InquirerControl

    for window in layout.find_all_windows():
        control = window.content
        if isinstance(control, InquirerControl):
            control.focusable, control.show_cursor = to_filter(True), True  # noqa: FBT003 - a filter that is always true
            window.dont_extend_height = to_filter(True)  # noqa: FBT003 - the same
            window.scroll_offsets = ScrollOffsets(bottom=below)
            window.get_vertical_scroll = partial(_top_line, below)
            layout.focus(window)
    legend_window = Window(FormattedTextControl(f"\n{footer}"), height=footer.count("\n") + 2, dont_extend_height=True)
    if isinstance(layout.container, HSplit):
        layout.container.children.append(legend_window)


def _top_line(below: int, window: "Window") -> int:
    """Return the line to show at the top: that of the active answer where it would not be seen whole otherwise."""
    cursor = window.content.create_content(width(), height()).cursor_position.y
    room = window.render_info.window_height if window.render_info else 0
    is_whole = window.vertical_scroll <= cursor and (not room or cursor + below <= window.vertical_scroll + room)
    return window.vertical_scroll if is_whole else cursor


def _label(place: int, label: str) -> str:
    return wrapped(f"{place}  {label}", indent=_LABEL_INDENT, columns=width() - _POINTER)


def _bindings(prompt: Prompt) -> "KeyBindings":
    from prompt_toolkit.key_binding import KeyBindings
    from prompt_toolkit.keys import Keys

    bindings = KeyBindings()  # `exit` below ends the prompt, not the program
    replies: dict[str, Choice | Move] = {str(place): one for place, one in enumerate(prompt.choices[:_DIGITS], start=1)}
    replies |= {str(move): move for move in prompt.moves}

    def answer(event: "KeyPressEvent") -> None:
        event.app.exit(result=replies[event.data.lower()])

    def interrupt(event: "KeyPressEvent") -> None:
        event.app.exit(exception=KeyboardInterrupt)

    def end(event: "KeyPressEvent") -> None:
        event.app.exit(exception=EOFError)

    def suspend(event: "KeyPressEvent") -> None:
        event.app.suspend_to_background()

    for key in {key for known in replies for key in (known, known.upper())}:
        bindings.add(key, eager=True)(answer)
    bindings.add(Keys.SIGINT, eager=True)(interrupt)
    bindings.add("c-d", eager=True)(end)
    bindings.add("c-z", eager=True)(suspend)
    return bindings
