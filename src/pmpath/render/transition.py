"""A transition as a page, and the artifact as a Markdown file to fill in."""

from typing import TYPE_CHECKING

from pmpath.core.transitions import USABLE
from pmpath.model.words import environment_note
from pmpath.render.page import Page
from pmpath.render.phrases import figure, sentence
from pmpath.render.setting import setting_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.model.playbook import Playbook, Step
    from pmpath.model.route import ScheduledStep, Transition, TransitionGap
    from pmpath.model.setting import Setting
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

    def build(self, setting: "Setting", next_commands: "Sequence[str]") -> Page:
        """Return the page; the setting adds how the path differs there."""
        book = self._playbook
        self._page.text(f"From {book.name} to {self._words.level_name(self._result.to)}", "title")
        self._page.text(book.summary)
        if book.origin == "extension":
            self._page.text("An addition of ours: the article behind the ladder does not cover this background.", "quiet")
        self._shift()
        self._this_week()
        self._where(setting)
        self._strengths()
        self._watch_outs()
        self._gaps(setting)
        self._first_project()
        self._weeks()
        self._words_for_it()
        self._interview()
        self._page.commands(next_commands)
        return self._page

    def _this_week(self) -> None:
        slot = self._result.steps[0]
        step = next(step for step in self._playbook.plan if step.id == slot.id)
        self._page.heading(f"Start this week ({step.hours} h)")
        self._page.text(step.do)
        self._page.text(f"Done when: {sentence(step.done_when)}", "quiet")

    def _where(self, setting: "Setting") -> None:
        note = environment_note(self._playbook, setting.environment)
        if note:
            self._page.heading(f"In your setting: {setting.environment}")
            self._page.text(note)
        moves = any(gap.counts_less for gap in self._result.gaps)
        self._page.items(setting_lines(self._words, setting, moves=moves))

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
        self._page.section("Keep in mind", [trait.text for trait in self._playbook.mindset])

    def _strengths(self) -> None:
        confirmed = set(self._result.strengths)
        self._page.heading("What carries over")
        for advantage in self._playbook.advantages:
            shown = [name for name in advantage.helps_with if name in confirmed]
            self._page.item(advantage.text)
            if shown:
                self._page.detail(f"Your answers show it: {', '.join(shown)}", "quiet")
        if self._result.strengths:
            self._page.heading("Expectations you already meet, by your answers")
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
        self._page.gap()
        self._page.text(f'It leaves a document behind, {artifact.file}: "{artifact.title}". {artifact.purpose}')
        self._page.text("--write DIR creates it, with a filled-in example. Its sections:")
        self._page.items(section.heading for section in artifact.sections)

    def _gaps(self, setting: "Setting") -> None:
        self._page.heading(f"What is still missing for {self._words.level_name(self._result.to)}")
        if any(gap.answer is None for gap in self._result.gaps):
            self._page.text("Where no answer of yours is named, it is what this background usually still has to show.")
        whys = {gap.expectation: gap.why for gap in self._playbook.gaps}
        for gap in self._result.gaps:
            self._page.item(f"{self._words.title(gap.id)}{self._now(gap)}")
            if gap.id in whys:
                self._page.detail(whys[gap.id], "quiet")
            if gap.counts_less:
                self._page.detail(f"It {sentence(self._words.less_because(setting))}", "quiet")

    def _now(self, gap: "TransitionGap") -> str:
        question = gap.id.partition(".")[0] if gap.must_have else gap.id
        given = " (somebody has to give it to you)" if gap.must_have else ""
        return f" (now: {self._words.answer_short(question, gap.answer)})" if gap.answer else given

    def _weeks(self) -> None:
        result = self._result
        usable = figure(round(result.hours_per_week * float(USABLE), 1))
        self._page.heading(f"Week by week, at {figure(result.hours_per_week)} hours a week")
        self._page.text(
            f"The plan counts on {usable} of those hours, and on your own work only: waiting runs beside the next step. It "
            "shows the size of the work, not when a role opens. Where an answer is no, the other steps still count."
        )
        steps = {step.id: step for step in self._playbook.plan}
        phases = dict.fromkeys(steps[slot.id].phase for slot in result.steps)
        for phase in phases:
            self._page.text(phase, "label")
            for slot in result.steps:
                if steps[slot.id].phase == phase:
                    self._step(slot, steps[slot.id])

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
