"""Draws answer sheets for properties: any at all, simulated people, partial ones, those of a broken-off interview."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from builders import SETTINGS, Answers, Dice, grid, interview, simulated
from pmpath.core.course import Depth
from pmpath.core.grid import Grid


def any_sheets(of: Grid | None = None) -> SearchStrategy[Answers]:
    """Draw full sheets with one byte an answer; they shrink toward the sheet with every answer at its bottom."""
    choices = (of or grid()).choices

    def read(drawn: bytes) -> Answers:
        return {question: words[byte % len(words)] for byte, (question, words) in zip(drawn, choices.items(), strict=True)}

    return st.binary(min_size=len(choices), max_size=len(choices)).map(read)


def people() -> SearchStrategy[Answers]:
    """Draw the full sheets of simulated people."""
    return st.builds(lambda seed, setting: simulated(Dice(seed), setting), st.integers(0, 2**32), st.sampled_from(SETTINGS))


def full_sheets() -> SearchStrategy[Answers]:
    """Draw full sheets of the shipped ladder."""
    return st.one_of(people(), any_sheets())


def thinned_sheets() -> SearchStrategy[Answers]:
    """Draw sheets that lack any of their answers."""
    size = len(grid().choices)

    def thin(full: Answers, drawn: bytes, share: int) -> Answers:
        return {question: word for byte, (question, word) in zip(drawn, full.items(), strict=True) if byte < share}

    return st.builds(thin, full_sheets(), st.binary(min_size=size, max_size=size), st.integers(0, 256))


def interviewed_sheets() -> SearchStrategy[Answers]:
    """Draw the sheets that interviews leave, finished or broken off."""

    def stop(full: Answers, depth: Depth, after: int) -> Answers:
        return dict(list(interview(full, depth).items())[:after])

    return st.builds(stop, full_sheets(), st.sampled_from([Depth.QUICK, Depth.STANDARD]), st.integers(0, 30))


def partial_sheets() -> SearchStrategy[Answers]:
    """Draw sheets with absent answers, and now and then a full or an empty one."""
    return st.one_of(thinned_sheets(), interviewed_sheets())


def questions() -> SearchStrategy[str]:
    """Draw a question id of the shipped ladder."""
    return st.sampled_from(list(grid().choices))


def levels() -> SearchStrategy[str]:
    """Draw a level id of the shipped ladder."""
    return st.sampled_from(list(grid().levels))
