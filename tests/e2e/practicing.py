"""What a person does while practicing in a pseudo-terminal: chooses how to answer, types lines, scores."""

from functools import partial

from e2e.pseudo_terminal import ENTER, Terminal, at_line, pmpath_command, terminal


def screen(*words: str) -> str:
    """Run pmpath in a pseudo-terminal and return its screen as one line."""
    with terminal(pmpath_command(*words)) as person:
        assert person.end() == 0
        return person.text


def at_choice(text: str, behind: str = "") -> bool:
    """Say whether a question with answers waits, behind a text."""
    return behind in text and text.endswith(("q stop", "q stop:"))


def at_line_of(part: str, text: str) -> bool:
    """Say whether a line can be typed for a part of a story."""
    return part in text and at_line(text)


def choose(person: Terminal, key: str) -> None:
    """Answer how the answer is given."""
    person.wait(lambda text: "How do you want to answer?" in text and at_choice(text))
    person.press(key)


def type_line(person: Terminal, line: str) -> None:
    """Type a line once one can be typed."""
    person.wait(at_line)
    person.press(line)
    person.wait(lambda text: text.endswith(f"> {line}"))
    person.press(ENTER)


def score_all(person: Terminal, key: str = "2") -> None:
    """Score all criteria alike."""
    for place in range(1, 6):
        person.wait(partial(at_choice, behind=f" {place} of 5 "))
        person.press(key)
