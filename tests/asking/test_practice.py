"""One practice with one person: the answer as it is given, its time, the story, the scores; each kept before the next thing."""

from collections.abc import Callable, Iterable

import pytest

from pmpath.asking.asker import Move
from pmpath.asking.practice import Rated, Rehearsal, Setup, time_said
from pmpath.asking.scripted import ScriptedAsker
from pmpath.model.practiced import How

RUBRIC = [Rated(name, name.title(), "Is it there?", ("No.", "Partly.", "Yes.")) for name in ("user", "outcome")]
OPENING = ["Product sense, 20 minutes", "", "Help a nurse."]


class Notebook:
    """A keeper that remembers every call."""

    def __init__(self) -> None:
        self.kept: list[tuple[object, ...]] = []

    def begin(self) -> None:
        self.kept.append(("begin",))

    def write(self, text: str) -> None:
        self.kept.append(("write", text))

    def finish(self, how: How, seconds: int | None) -> None:
        self.kept.append(("finish", how, seconds))

    def score(self, criterion: str, points: int) -> None:
        self.kept.append(("score", criterion, points))

    def tell(self, number: int) -> None:
        self.kept.append(("tell", number))

    def of(self, *kinds: str) -> list[tuple[object, ...]]:
        """Return the calls of some kinds."""
        return [call for call in self.kept if call[0] in kinds]


class Pad:
    """An editor in which somebody writes these texts, one a time."""

    name = "pad"

    def __init__(self, *texts: str) -> None:
        self._texts = iter(texts)

    def __call__(self, keep: Callable[[str], None]) -> bool:
        text = next(self._texts)
        if text:
            keep(text)
        return bool(text)


class Clock:
    """Tells these seconds one after the other, then the last one again."""

    def __init__(self, *seconds: float) -> None:
        self._seconds = list(seconds)

    def __call__(self) -> float:
        return self._seconds.pop(0) if len(self._seconds) > 1 else self._seconds[0]


def held(
    moves: Iterable[Move | str],
    lines: Iterable[str] = (),
    *,
    setup: Setup = Setup(OPENING, 20, RUBRIC, when_over="Time is up.", when_empty="Nothing yet."),  # noqa: B008 - it is frozen
    editor: Pad | None = None,
    clock: Clock | None = None,
) -> tuple[Notebook, ScriptedAsker]:
    """Hold a practice and return what was kept and shown."""
    notebook, asker = Notebook(), ScriptedAsker({}, lines, moves)
    rehearsal = Rehearsal(asker, notebook, clock or Clock(0.0, 65.0), editor)
    try:
        rehearsal.hold(setup)
    except (EOFError, KeyboardInterrupt):
        notebook.kept.append(("stopped",))
    return notebook, asker


def test_the_prompt_comes_first_and_the_rubric_behind_the_answer() -> None:
    notebook, asker = held(["typed", "2", "3"], ["One.", "."])
    assert asker.said[:3] == OPENING
    assert [prompt.title for prompt in asker.prompts] == ["Your answer", "User", "Outcome"]
    assert [call[0] for call in notebook.kept] == ["begin", "write", "finish", "score", "score"]


def test_each_line_is_kept_by_itself_until_a_dot() -> None:
    notebook, _ = held(["typed", "1", "1"], ["One.", "", "  Two.", ".", "never"])
    assert notebook.of("write") == [("write", "One."), ("write", ""), ("write", "  Two.")]
    assert notebook.of("finish") == [("finish", How.TYPED, 65)]


def test_blank_lines_before_the_answer_and_a_lone_dot_begin_nothing() -> None:
    notebook, asker = held(["typed", "1", "1"], ["", ".", "One.", "."])
    assert notebook.of("write") == [("write", "One.")]
    assert "Nothing yet." in asker.said


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [("One.\nTwo.\n.\nnever", ["One.\nTwo."]), ("One.\nTwo.", ["One.\nTwo.", "Three."]), (".\nx", ["Three."])],
)
def test_pasted_lines_count_like_typed_ones(pasted: str, kept: list[str]) -> None:
    notebook, _ = held(["typed", "1", "1"], [pasted, *(["Three.", "."] if "Three." in kept else [])])
    assert notebook.of("write") == [("write", text) for text in kept]


def test_what_a_terminal_would_obey_is_kept_visible() -> None:
    notebook, _ = held(["typed", "1", "1"], ["a\x1b[31mb\tc", "."])
    assert notebook.of("write") == [("write", "a\\u001b[31mb c")]


def test_a_line_that_is_left_when_somebody_stops_is_kept_too() -> None:
    notebook, _ = held(["typed"], ["One."])
    assert notebook.kept == [("begin",), ("write", "One."), ("write", "unfinished"), ("stopped",)]


class EndingAsker(ScriptedAsker):
    """An asker whose input ends behind the prepared lines."""

    def typed(self, unfinished: Callable[[str], None]) -> str:  # noqa: ARG002 - nothing is left unfinished
        line = next(self._lines, None)
        if line is None:
            raise EOFError
        return line


@pytest.mark.parametrize(("lines", "kinds"), [(["One."], ["begin", "write", "finish", "score", "score"]), ([], ["begin"])])
def test_the_end_of_input_ends_an_answer_that_has_begun_and_stops_before(lines: list[str], kinds: list[str]) -> None:
    notebook = Notebook()
    rehearsal = Rehearsal(EndingAsker({}, lines, ["typed", "1", "2"]), notebook, Clock(0.0), None)
    if lines:
        rehearsal.hold(Setup(OPENING, None, RUBRIC))
    else:
        with pytest.raises(EOFError):
            rehearsal.hold(Setup(OPENING, None, RUBRIC))
    assert [call[0] for call in notebook.kept] == kinds


def test_time_is_called_once_and_the_answer_goes_on() -> None:
    _, asker = held(["typed", "1", "1"], ["a", "b", "c", "."], clock=Clock(0.0, 60.0, 1201.0, 1300.0))
    assert [text for text in asker.said if "Time is up." in text] == ["(20 min) Time is up."]
    assert "The time was up after 20 min; you took 21 min 40 s." in asker.said


def test_without_a_timer_nothing_is_said_or_kept_of_time() -> None:
    notebook, asker = held(["said", "1", "1"], setup=Setup(OPENING, None, RUBRIC))
    assert notebook.of("finish") == [("finish", How.SAID, None)]
    assert [text for text in asker.said if " min" in text] == ["Product sense, 20 minutes"]
    assert asker.prompts[0].frame == "No timer runs."


def test_the_timer_says_how_it_is_switched_off() -> None:
    _, asker = held(["said", "1", "1"])
    assert asker.prompts[0].frame == "A timer of 20 minutes starts then; --no-timer switches it off."


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "You took 0 s of 1 min."),
        (59, "You took 59 s of 1 min."),
        (60, "You took 1 min 0 s of 1 min."),
        (61, "The time was up after 1 min; you took 1 min 1 s."),
    ],
)
def test_the_time_that_was_taken_is_said(seconds: int, said: str) -> None:
    assert time_said(seconds, 1) == said


def test_an_answer_from_an_editor_is_kept_whole() -> None:
    notebook, asker = held(["editor", "1", "1"], editor=Pad("# Mine\nOne."))
    assert notebook.of("write", "finish") == [("write", "# Mine\nOne."), ("finish", How.EDITOR, 65)]
    assert [choice.label for choice in asker.prompts[0].choices][1] == "Write it in pad"


def test_where_an_editor_brings_nothing_the_way_is_asked_again() -> None:
    notebook, asker = held(["editor", "said", "1", "1"], editor=Pad(""))
    assert notebook.of("finish") == [("finish", How.SAID, 0)]
    assert [prompt.title for prompt in asker.prompts][:2] == ["Your answer"] * 2


def test_without_an_editor_none_is_offered() -> None:
    _, asker = held([Move.STOP])
    assert [choice.word for choice in asker.prompts[0].choices] == ["typed", "said"]


def test_who_stops_before_answering_leaves_nothing() -> None:
    assert held([Move.STOP])[0].kept == [("stopped",)]


def test_going_back_scores_the_criterion_before_anew() -> None:
    notebook, _ = held(["said", "1", Move.BACK, "3", "2"])
    assert notebook.of("score") == [("score", "user", 1), ("score", "user", 3), ("score", "outcome", 2)]


def test_there_is_nothing_before_the_first_criterion() -> None:
    notebook, _ = held(["said", Move.BACK, "3", "2"])
    assert notebook.of("score") == [("score", "user", 3), ("score", "outcome", 2)]


def test_scores_that_were_given_stay_where_somebody_stops() -> None:
    notebook, _ = held(["said", "1", Move.STOP])
    assert notebook.kept[-2:] == [("score", "user", 1), ("stopped",)]


STORIES = Setup(OPENING, None, RUBRIC, ((1, "Ran it"), (4, "Cut it")))


@pytest.mark.parametrize(
    ("typed", "told"), [(["4"], [("tell", 4)]), (["7", "x", "1"], [("tell", 1)]), ([""], []), (["9", ""], [])]
)
def test_the_story_that_was_told_is_asked_for_by_number(typed: list[str], told: list[tuple[object, ...]]) -> None:
    notebook, asker = held(["said", "1", "1"], ["", *typed], setup=STORIES)
    assert notebook.of("tell") == told
    assert "  4  Cut it" in asker.said
