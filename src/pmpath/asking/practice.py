"""Practice at a terminal: the prompt, the answer, then the rubric. What is said is kept before anything else is asked."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from pmpath.asking.asker import Asker, Choice, Move, Prompt
from pmpath.model.practiced import How
from pmpath.model.visible import visible

END = "."
"""The line that ends a typed answer."""
_SECONDS = 60


class Rated(NamedTuple):
    """A criterion to score by: its id, its name, what it asks, and its three anchors from one point up."""

    id: str
    name: str
    asks: str
    anchors: Sequence[str]


class Setup(NamedTuple):
    """What a practice shows and asks: paragraphs before the answer, minutes of the timer, None for none, and the rubric.

    `stories` are numbered lines to choose from where a story was told; none where none is asked for. `when_over` is said once
    when the time is over, `when_empty` where an answer ends before it begins.
    """

    opening: Sequence[str]
    minutes: int | None
    rubric: Sequence[Rated]
    stories: Sequence[tuple[int, str]] = ()
    when_over: str = ""
    when_empty: str = ""


class AnswerKeeper(Protocol):
    """Keeps one practice; each call returns when it is safe."""

    def begin(self) -> None:
        """Keep that an answer begins."""

    def write(self, text: str) -> None:
        """Keep one more line, or more lines, of the answer."""

    def finish(self, how: How, seconds: int | None) -> None:
        """Keep that the answer is whole."""

    def score(self, criterion: str, points: int) -> None:
        """Keep the points for a criterion."""

    def tell(self, number: int) -> None:
        """Keep which story was told, by its number."""


class Editor(Protocol):
    """Lets the person write in an editor of their own."""

    name: str

    def __call__(self, keep: Callable[[str], None]) -> bool:
        """Hand over what was written to be kept, and say whether anything was."""


class Rehearsal:
    """One practice with one person; `clock` tells seconds, `editor` is None where none is known."""

    def __init__(self, asker: Asker, keeper: AnswerKeeper, clock: Callable[[], float], editor: Editor | None) -> None:
        """Take who asks, who keeps, and what the surroundings lend."""
        self._asker = asker
        self._keeper = keeper
        self._clock = clock
        self._editor = editor
        self._begun = 0.0
        self._written = False

    def hold(self, setup: Setup) -> None:
        """Show the prompt, take the answer, then let the person score it."""
        for text in setup.opening:
            self._asker.say(text)
        how = self._answer(setup)
        seconds = round(self._clock() - self._begun)
        self._keeper.finish(how, seconds if setup.minutes else None)
        if setup.minutes:
            self._asker.say(time_said(seconds, setup.minutes))
        if setup.stories:
            self._ask_story(setup.stories)
        self.score(setup.rubric)

    def score(self, rubric: Sequence[Rated]) -> None:
        """Let the person score an answer by the anchors, one criterion after the other."""
        self._asker.say("")
        self._asker.say("Now score it: for each criterion choose the line that describes your answer best.")
        self._asker.say("")
        place = 0
        while place < len(rubric):
            one = rubric[place]
            reply = self._asker.choose(_scoring(one, place + 1, len(rubric)))
            if reply is Move.BACK:
                place = max(0, place - 1)
            elif isinstance(reply, Choice):
                self._keeper.score(one.id, int(reply.word))
                place += 1
            else:
                raise EOFError

    def _answer(self, setup: Setup) -> How:
        """Take the answer the way the person chooses; ask again where an editor brought nothing."""
        while True:
            match self._asker.choose(_choosing(self._editor, setup.minutes)):
                case Choice(word=word):
                    how = How(word)
                case _:
                    raise EOFError
            self._keeper.begin()
            self._begun = self._clock()
            if self._given(how, setup):
                return how

    def _given(self, how: How, setup: Setup) -> bool:
        match how:
            case How.EDITOR if self._editor is not None:
                return self._editor(self._keep)
            case How.SAID:
                self._asker.line("Say it aloud now. Enter when you are done.")
            case _:
                self._type(setup)
        return True

    def _type(self, setup: Setup) -> None:
        """Take lines until the person ends them; say once when the time is over."""
        self._asker.say("Type your answer, line by line. A line with only a dot ends it. Ctrl-C stops; what you typed is kept.")
        is_open = setup.minutes is not None
        while self._take_lines(setup.when_empty):
            if is_open and self._clock() - self._begun > (setup.minutes or 0) * _SECONDS:
                self._asker.say(f"({setup.minutes} min) {setup.when_over}")
                is_open = False

    def _take_lines(self, when_empty: str) -> bool:
        """Take what is typed next, and say whether more may come; Ctrl-D ends an answer that has begun, and stops before."""
        try:
            lines = self._asker.typed(self._keep).split("\n")
        except EOFError:
            if self._written:
                return False
            raise
        is_last = END in lines
        self._keep("\n".join(lines[: lines.index(END)] if is_last else lines), is_last=is_last)
        if is_last and not self._written:
            self._asker.say(when_empty)
        return not (is_last and self._written)

    def _keep(self, text: str, *, is_last: bool = False) -> None:
        """Keep text; blank lines only between others."""
        if text.strip() or (self._written and not is_last):
            self._keeper.write(visible(text.expandtabs(4), lines=True))
            self._written = True

    def _ask_story(self, stories: Sequence[tuple[int, str]]) -> None:
        """Ask which story was told."""
        self._asker.say("Your stories:")
        for number, title in stories:
            self._asker.say(f"{number:3}  {title}")
        known = {str(number): number for number, _ in stories}
        while typed := self._asker.line("Which one did you tell? Its number; Enter for none of them."):
            if typed in known:
                self._keeper.tell(known[typed])
                return
            self._asker.say(f"The stories are numbered {', '.join(known)}.")


def time_said(seconds: int, minutes: int) -> str:
    """Say how long an answer took, and whether the time was up before."""
    spent, rest = divmod(seconds, _SECONDS)
    took = f"{spent} min {rest} s" if spent else f"{rest} s"
    over = seconds > minutes * _SECONDS
    return f"The time was up after {minutes} min; you took {took}." if over else f"You took {took} of {minutes} min."


def _choosing(editor: Editor | None, minutes: int | None) -> Prompt:
    timer = f"A timer of {minutes} minutes starts then; --no-timer switches it off." if minutes else "No timer runs."
    choices = [Choice(How.TYPED, "Type it here, line by line", "typed here")]
    if editor is not None:
        choices.append(Choice(How.EDITOR, f"Write it in {editor.name}", "in an editor"))
    choices.append(Choice(How.SAID, "Say it aloud; nothing is recorded", "said aloud"))
    return Prompt("", "Your answer", "How do you want to answer?", timer, choices, moves=(Move.STOP,))


def _scoring(one: Rated, place: int, count: int) -> Prompt:
    choices = [
        Choice(str(points), anchor, f"{points} of {len(one.anchors)}") for points, anchor in enumerate(one.anchors, start=1)
    ]
    header = f"{place} of {count}"
    return Prompt(header, one.name, f"{one.name}: {one.asks}", "", choices, moves=(Move.BACK, Move.STOP))
