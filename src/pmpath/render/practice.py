"""One practice on a page: what is missing, the scores with their anchors, what was found, what changed since the last time."""

from typing import TYPE_CHECKING, NamedTuple

from pmpath.core.practice import points_by_dimension
from pmpath.model.practiced import SECONDS, How, Message
from pmpath.model.visible import visible
from pmpath.render.interview import points_in_words
from pmpath.render.page import Page
from pmpath.render.phrases import listed, number, sentence
from pmpath.render.question_type import MOST_POINTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pmpath.model.practice import Interview
    from pmpath.model.practiced import Found, KeptPractice, Look, Sign
    from pmpath.model.reviewed import ReviewedPractice
    from pmpath.model.scoring import LookedForPart
    from pmpath.model.words import Words

SIGNS_SHOWN = 4
"""How many signs of one part a page shows; data have all."""
_HOW = {
    How.TYPED: "Typed",
    How.EDITOR: "Written in an editor",
    How.FILE: "Read from a file",
    How.SAID: "Said aloud",
}


class Said(NamedTuple):
    """What a page about a practice says beside it: whether it was kept just now, its answer in full, the next commands."""

    saved: bool
    with_answer: bool
    next_commands: "Sequence[str]"


class PracticePage:
    """Writes one practice as a page."""

    def __init__(self, reviewed: "ReviewedPractice", interview: "Interview", words: "Words") -> None:
        """Keep the practice and where its words come from."""
        self._reviewed = reviewed
        self._practice = reviewed.practice
        self._interview = interview
        self._words = words
        self._messages = {one.id: one.text for one in interview.scoring.messages}
        self._page = Page()

    def build(self, said: Said) -> Page:
        """Return the page."""
        self._opening(saved=said.saved)
        if self._reviewed.look is not None:
            self._missing(self._reviewed.look)
        else:
            self._page.text(self._messages[Message.SAID_ALOUD])
        self._scores()
        self._dimensions()
        if self._reviewed.look is not None:
            self._found(self._reviewed.look)
        self._since()
        self._page.section("The interviewer may ask next", [self._reviewed.question.follow_up])
        if said.with_answer:
            self._answer()
        if self._reviewed.look is not None:
            self._page.gap()
            self._page.text(self._interview.scoring.limits, "quiet")
        self._page.commands(said.next_commands)
        return self._page

    def _opening(self, *, saved: bool) -> None:
        practice, practiced = self._practice, self._practice.round
        name = f"practice {practice.number}" if practice.number else "practice, not kept"
        kept = "Saved. " if saved else ""
        self._page.text(f"{kept}{name.capitalize()}: {self._reviewed.type.name}, {self._level(practiced.level)}", "title")
        self._page.text(self._reviewed.question.text)
        left = f" {self._messages[Message.TIME_LEFT]}" if practice.has_time_left else ""
        self._page.text(f"{how_answered(practice)}{left}")
        story = self._reviewed.story
        if story is not None:
            self._page.text(f"Told: story {story.number}, {visible(story.title)}")

    def _level(self, name: str) -> str:
        """Return the name of a level; one that the ladder has no longer is called by its id."""
        return self._words.level_name(name) if name in self._words.levels else visible(name)

    def _missing(self, look: "Look") -> None:
        """Say what is missing: people and proof first, then the rest, then steps."""
        self._missing_parts(look)
        if look.steps_not_seen:
            steps = {step.id: step.do for step in self._reviewed.type.steps}
            self._page.heading("Steps without a sign")
            self._page.text(self._messages[Message.STEPS_MISSING])
            self._page.items(steps[name] for name in look.steps_not_seen)

    def _missing_parts(self, look: "Look") -> None:
        parts: dict[str, LookedForPart] = {part.id: part for part in self._interview.scoring.parts}
        nothing = len(look.missing) == len(look.parts)
        if not look.missing or nothing:
            self._page.text(self._messages[Message.NO_SIGNS if nothing else Message.ALL_FOUND])
        if look.missing:
            self._page.heading("What is missing, what matters most first")
        for name in look.missing:
            self._page.item(sentence(parts[name].missing))
            self._page.detail(parts[name].hint)

    def _scores(self) -> None:
        scores = self._practice.scores
        self._page.heading("Your scores, by the anchors" if scores else "Not scored yet")
        criteria = {criterion.id: criterion for criterion in self._interview.scoring.criteria}
        if not scores:
            self._page.text(f"It is scored on {listed([one.name.lower() for one in criteria.values()])}.")
        for anchored in (one for one in self._reviewed.type.rubric if one.criterion in scores):
            points = scores[anchored.criterion]
            self._page.item(f"{criteria[anchored.criterion].name}, {points} of {MOST_POINTS}: {anchored.anchors[points - 1]}")
            if points < MOST_POINTS:
                self._page.detail(f"For {points + 1}: {anchored.anchors[points]}")

    def _dimensions(self) -> None:
        """Show the three things that interviews probe, with the scores that count for each."""
        if not self._practice.scores:
            return
        counting: dict[str, str] = {anchored.criterion: anchored.dimension for anchored in self._reviewed.type.rubric}
        points = points_by_dimension(counting, self._practice.scores)
        self._page.heading("What interviews probe, by these scores")
        for dimension in self._interview.scoring.dimensions:
            given = points.get(dimension.id, {})
            counted = f" ({points_in_words(given, self._interview)})" if given else ""
            said = f"{sum(given.values())} of {MOST_POINTS * len(given)}" if given else "not scored here"
            self._page.item(f"{dimension.name}: {said}{counted}")

    def _found(self, look: "Look") -> None:
        parts: dict[str, str] = {part.id: part.name for part in self._interview.scoring.parts}
        steps = {step.id: step.do for step in self._reviewed.type.steps}
        self._page.heading("What was looked for and found")
        for part in look.parts:
            self._page.item(f"{parts[part.id]}: {signs_in_words(part.signs)}")
        seen = [step for step in look.steps if step.signs]
        self._page.text(f"Steps with a sign: {len(seen)} of {len(look.steps)}", "label")
        for step in seen:
            self._page.item(sentence(steps[step.id]))
            self._page.detail(signs_in_words(step.signs), "quiet")
        self._page.text(f"Signs found: {look.signs} of {look.of}, by weight. It counts words and says nothing about quality.")

    def _since(self) -> None:
        before = self._reviewed.before
        if before is None:
            self._page.gap()
            self._page.text(self._messages[Message.FIRST])
            return
        self._page.heading(f"The time before, {before.practice.day}")
        self._page.text(self._messages[Message.COMPARE])
        if before.practice.scores:
            self._page.text(f"Scores then: {points_in_words(before.practice.scores, self._interview)}.")
        if before.look is not None:
            self._page.text(f"Signs found then: {before.look.signs} of {before.look.of}.")
            self._page.items(self._moved(before.look.missing))

    def _moved(self, then: "Sequence[str]") -> "list[str]":
        """Say which parts have a sign now and had none then, and the other way round; nothing where nothing was typed now."""
        if self._reviewed.look is None:
            return []
        parts: dict[str, str] = {part.id: part.name.lower() for part in self._interview.scoring.parts}
        now = self._reviewed.look.missing
        moved = {"New in this answer": set(then) - set(now), "Not in this one": set(now) - set(then)}
        return [f"{said}: {listed([parts[one] for one in parts if one in ids])}" for said, ids in moved.items() if ids]

    def _answer(self) -> None:
        if self._practice.text:
            self._page.heading("Your answer")
        for line in filter(str.strip, self._practice.text.split("\n")):
            self._page.text(visible(line))


def how_answered(practice: "KeptPractice") -> str:
    """Say how an answer was given and how long it took."""
    if practice.how is None:
        return "Unfinished: what was typed so far."
    if practice.seconds is None:
        return sentence(_HOW[practice.how])
    return f"{_HOW[practice.how]} in {lasted(practice.seconds)}{_limited(practice.seconds, practice.round.minutes)}."


def _limited(seconds: int, minutes: int | None) -> str:
    """Say of how many minutes, and whether the time was up; nothing without a timer."""
    if minutes is None:
        return ""
    return f" of {minutes} min{'; the time was up' if seconds > minutes * SECONDS else ''}"


def lasted(seconds: int) -> str:
    """Write seconds as people read them: "45 s", "6 min 12 s"."""
    minutes, rest = divmod(seconds, 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def signs_in_words(signs: "Sequence[Sign]") -> str:
    """Write signs with the lines where they stand: '"churn" (line 2)'."""
    if not signs:
        return "no sign"
    shown = ", ".join(f'"{visible(sign.word)}" (line {sign.line})' for sign in signs[:SIGNS_SHOWN])
    more = len(signs) - SIGNS_SHOWN
    return f"{shown} and {number(more)} more" if more > 0 else shown


def parts_found(parts: "Iterable[Found]") -> list[str]:
    """Return the ids of the parts that have a sign."""
    return [part.id for part in parts if part.signs]
