"""A transition as a page, and the artifact as a Markdown file to fill in."""

from typing import TYPE_CHECKING

from pmpath.render.page import Page
from pmpath.render.phrases import figure, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.model.playbook import Playbook, Step
    from pmpath.model.result import ScheduledStep, Transition, TransitionGap
    from pmpath.model.words import Words

STRENGTHS_SHOWN = 6


class TransitionPage:
    """Writes one transition as a page."""

    def __init__(self, result: "Transition", *, playbook: "Playbook", words: "Words") -> None:
        """Keep the result and where its words come from."""
        self._result = result
        self._playbook = playbook
        self._words = words
        self._page = Page()

    def build(self, environment: str | None, next_commands: "Sequence[str]") -> Page:
        """Return the page; `environment` adds how the path differs there."""
        book = self._playbook
        self._page.text(f"From {book.name.lower()} to {self._words.level_name(self._result.to)}", "title")
        self._page.text(book.summary)
        if book.origin == "extension":
            self._page.text("This playbook goes beyond the article that the others follow; it is marked extension.", "quiet")
        self._shift()
        self._strengths()
        self._watch_outs()
        self._first_project()
        self._gaps()
        self._weeks(environment)
        self._words_for_it()
        self._interview()
        self._page.commands(next_commands)
        return self._page

    def _shift(self) -> None:
        shift = self._playbook.shift
        self._page.heading("The shift")
        self._page.text(self._playbook.challenge.text)
        self._page.fields(
            [
                ("From", shift.was),
                ("To", shift.becomes),
                ("Try this week", shift.try_this_week),
                ("It worked when", shift.sign_it_worked),
            ]
        )
        self._page.items(trait.text for trait in self._playbook.mindset)

    def _strengths(self) -> None:
        confirmed = set(self._result.strengths)
        self._page.heading("What carries over")
        for advantage in self._playbook.advantages:
            shown = [name for name in advantage.helps_with if name in confirmed]
            self._page.item(advantage.text)
            if shown:
                self._page.detail(f"Your answers show it: {', '.join(shown)}", "quiet")
        if self._result.strengths:
            self._page.heading("What your own answers show")
            self._page.items(self._words.title(name) for name in self._result.strengths[:STRENGTHS_SHOWN])

    def _watch_outs(self) -> None:
        self._page.heading("Watch out for")
        for watch_out in self._playbook.watch_outs:
            self._page.item(watch_out.text)
            self._page.detail(f"Instead: {watch_out.instead}")

    def _first_project(self) -> None:
        tip, artifact = self._playbook.tip, self._playbook.artifact
        self._page.heading("First project")
        self._page.text(tip.summary)
        for place, step in enumerate(tip.steps, start=1):
            self._page.item(step.do, mark=f"{place}.")
            self._page.detail(f"Done when: {sentence(step.done_when)}")
        self._page.text(f"It leaves behind {artifact.title} ({artifact.file}). {artifact.purpose}")
        self._page.text(f"Its sections: {', '.join(section.heading for section in artifact.sections)}.")

    def _gaps(self) -> None:
        self._page.heading(f"To close for {self._words.level_name(self._result.to)}")
        whys = {gap.expectation: gap.why for gap in self._playbook.gaps}
        for gap in self._result.gaps:
            self._page.item(f"{self._words.title(gap.id)} ({gap.id}; {self._state(gap)})")
            if gap.id in whys:
                self._page.detail(whys[gap.id], "quiet")

    def _state(self, gap: "TransitionGap") -> str:
        question = gap.id if gap.id not in self._words.expectations or not gap.must_have else gap.id.partition(".")[0]
        return f"now: {self._words.answer_short(question, gap.answer)}" if gap.answer else "usual for this background"

    def _weeks(self, environment: str | None) -> None:
        result = self._result
        self._page.heading(f"Week by week, at {figure(result.hours_per_week)} hours a week")
        steps = {step.id: step for step in self._playbook.plan}
        phase = ""
        for slot in result.steps:
            step = steps[slot.id]
            if step.phase != phase:
                phase = step.phase
                self._page.text(phase, "label")
            self._step(slot, step)
        self._page.text(
            f"The steps fill {result.weeks} weeks of work at three fifths of those hours. It is the size of the work, "
            "not a promise of when a role opens."
        )
        note = {"startup": self._playbook.startup, "corporate": self._playbook.corporate}.get(environment or "")
        if note:
            self._page.text(f"In a {environment} setting: {note}")

    def _step(self, slot: "ScheduledStep", step: "Step") -> None:
        weeks = f"Week {slot.first_week}" if slot.first_week == slot.last_week else f"Weeks {slot.first_week}-{slot.last_week}"
        self._page.item(f"{weeks}, {step.hours} h: {step.do}")
        if step.ask:
            self._page.detail(f"Ask: {sentence(step.ask)}")
        self._page.detail(f"Done when: {sentence(step.done_when)}", "quiet")

    def _words_for_it(self) -> None:
        self._page.heading("Your work in product words (invented examples; keep your own facts)")
        for reframe in self._playbook.reframes:
            self._page.item(f"Instead of: {reframe.before}")
            self._page.detail(f"Say: {reframe.after}")

    def _interview(self) -> None:
        self._page.heading("What interviews will test")
        for focus in self._playbook.interview_focus:
            self._page.item(f"{focus.type.replace('-', ' ').capitalize()}: {focus.why}")
            self._page.detail(f"Practice: {focus.practice}")


def artifact_markdown(playbook: "Playbook") -> str:
    """Write the artifact to fill in, with the worked example below it."""
    artifact, example = playbook.artifact, playbook.worked_example
    lines = [f"# {artifact.title}", "", artifact.purpose, ""]
    for section in artifact.sections:
        lines += [f"## {section.heading}", "", f"_{section.prompt}_", "", ""]
    lines += [
        "---",
        "",
        "Everything below is an example. Delete it when your own page is written.",
        "",
        f"# {example.title}",
        "",
    ]
    for filled in example.sections:
        lines += [f"## {filled.heading}", "", filled.text, ""]
    return "\n".join(lines)
