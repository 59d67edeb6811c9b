"""A second view of the same work on a page: both placements, where they disagree, what to talk about."""

from typing import TYPE_CHECKING

from pmpath.model.words import ASPIRING
from pmpath.render.page import Page
from pmpath.render.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.model.comparison import Comparison, Disagreement
    from pmpath.model.result import Assessment
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json


class ComparisonPage:
    """Writes a comparison as a page."""

    def __init__(self, comparison: "Comparison", own: "Assessment", other: "Assessment", rater: str | None) -> None:
        """Keep the comparison, both placements, and who the other is."""
        self._comparison = comparison
        self._own = own
        self._other = other
        self._rater = rater or "the other"

    def build(self, words: "Words", next_commands: "Sequence[str]") -> Page:
        """Return the page."""
        page = Page()
        count = len(self._comparison.disagreements)
        page.text(f"You and {self._rater}: {counted(count, 'disagreement', 'disagreements')}", "title")
        page.text(f"{counted(self._comparison.compared, 'question', 'questions')} answered by both.".capitalize())
        page.gap()
        page.fields([("You", _placed(self._own, words)), (self._rater, _placed(self._other, words))])
        for one in self._comparison.disagreements:
            self._add(page, one, words)
        if not count:
            page.text(_nothing_apart(self._comparison.compared))
        page.commands(next_commands)
        return page

    def _add(self, page: Page, one: "Disagreement", words: "Words") -> None:
        page.heading(_title(one, words))
        mine, theirs = (words.answer_short(one.question, word) for word in (one.own, one.other))
        page.fields([("You", mine), (self._rater, theirs)])
        page.item(f"To talk about: {_ask(one, words)}")


def comparison_data(
    comparison: "Comparison", own: "Assessment", other: "Assessment", rater: str | None, words: "Words"
) -> "dict[str, Json]":
    """Return a comparison as data."""
    return {
        "rater": rater,
        "own": _placement(own),
        "other": _placement(other),
        "compared": comparison.compared,
        "disagreements": [{**one._asdict(), "ask": _ask(one, words)} for one in comparison.disagreements],
    }


def rated_page(file: str, answered: int, of: int, next_commands: "Sequence[str]") -> Page:
    """Write how far a sheet about somebody else's work is filled in."""
    page = Page()
    page.text(f"{answered} of {of} answers are in this sheet:", "title")
    page.path(file)
    page.text("Nothing of it is kept elsewhere. Give it back to the person it is about.")
    page.commands(next_commands)
    return page


def _nothing_apart(compared: int) -> str:
    if not compared:
        return "There is nothing to compare yet: no question has both your answer and theirs."
    return "You see the work alike: no answer is two steps apart or on another side of met."


def _title(one: "Disagreement", words: "Words") -> str:
    return words.title(one.question) if one.question in words.expectations else words.question_title(one.question)


def _ask(one: "Disagreement", words: "Words") -> str:
    """Return the question to begin the conversation with: that for evidence of the higher of both answers."""
    if one.question in words.expectations:
        return words.expectations[one.question].evidence.what
    level = max((one.own, one.other), key=[*words.levels].index) if {one.own, one.other} <= set(words.levels) else one.own
    named = level if level in words.levels else one.other
    return words.expectations[f"{one.question}.{named}"].evidence.what


def _placed(result: "Assessment", words: "Words") -> str:
    level = result.level if result.level is not None else result.estimate.level
    if level is None:
        return "too little is answered to say"
    name = words.below if level == ASPIRING else words.level_name(level)
    return name if result.level is not None else f"{name}, going only by what is answered"


def _placement(result: "Assessment") -> "dict[str, Json]":
    return {
        "role": result.role,
        "level": result.level,
        "level_range": result.level_range._asdict(),
        "estimate": result.estimate._asdict(),
    }
