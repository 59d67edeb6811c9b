"""The assessment as a page: where you are, why, what is missing, the shortest way, the next steps."""

from typing import TYPE_CHECKING

from pmpath.model.setting import COUNTS_LESS, NOWHERE
from pmpath.model.words import ASPIRING
from pmpath.render.page import Page
from pmpath.render.phrases import add_action, counted, number, share
from pmpath.render.roads import add_roads
from pmpath.render.setting import setting_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.core.grid import Grid
    from pmpath.model.answer import Sheet
    from pmpath.model.result import Assessment, Count, Gap, Margin, Readiness
    from pmpath.model.setting import Setting
    from pmpath.model.words import Words

MARGINS = {"borderline": "a borderline placing", "fair": "a fair margin", "firm": "a firm margin"}
STANDINGS = {"growing": "growing into it", "holding": "enough to hold it", "strong": "strong", "": "the rest was not asked"}
QUESTIONS_NAMED = 5
"""Open questions that a page names."""


class AssessmentPage:
    """Writes one assessment as a page."""

    def __init__(self, result: "Assessment", *, sheet: "Sheet", grid: "Grid", words: "Words") -> None:
        """Keep the result and where its words come from."""
        self._result = result
        self._sheet = sheet
        self._grid = grid
        self._words = words
        self._page = Page()
        self._setting = NOWHERE

    def build(self, setting: "Setting", next_commands: "Sequence[str]") -> Page:
        """Return the page; the setting orders the work and chooses how actions are put."""
        self._setting = setting
        self._place()
        self._why()
        self._missing()
        self._open()
        self._where()
        self._steps()
        self._honesty()
        self._page.commands(next_commands)
        return self._page

    def _name(self, level: str) -> str:
        return self._words.level_name(level)

    def _short(self, level: str) -> str:
        return self._words.level_short(level)

    def _place(self) -> None:
        result = self._result
        self._page.text(self._placing(), "title")
        if result.level is None:
            self._estimate()
        elif result.role != result.level and result.at_role is not None:
            self._growth(self._name(result.role or ""), result.at_role)
        if result.margin is not None:
            self._margin(result.margin)

    def _growth(self, role: str, at_role: "Count") -> None:
        standing = STANDINGS[self._result.standing or ""]
        self._page.text(f"{at_role.met} of the {at_role.of} things expected of a {role}: {standing}.")

    def _placing(self) -> str:
        """Return the one sentence that says where the answers place the person."""
        role, level, held = self._result.role, self._result.level, self._result.at_level
        if level is None:
            low, high = (self._name(one) for one in self._result.level_range)
            return f"Your answers so far leave it open: between {low} and {high}."
        if role == ASPIRING:
            why = "no level's scope is yours yet" if any(self._grid.must_haves) else "no level is shown yet"
            return f"You are {self._words.below}: {why}."
        shown = f"{self._name(level)} ({held.met} of {held.of})" if held else "not yet the first level"
        if role is None:
            return f"What you show so far is {shown}; the role is open."
        return (
            self._level_sentence(level)
            if role == level
            else f"You hold a {self._name(role)} role; what you show so far is {shown}."
        )

    def _level_sentence(self, level: str) -> str:
        met, of = self._result.at_level or (0, 0)
        article = "an" if self._name(level)[0] in "AEIOU" else "a"
        if self._result.standing is None:
            return (
                f"You are {article} {self._name(level)}: {met} of the {of} things expected are shown, the rest was not asked."
            )
        how = ", and a strong one" if self._result.standing == "strong" else ""
        return f"You are {article} {self._name(level)}{how}: you show {met} of the {of} things expected."

    def _estimate(self) -> None:
        role, level = self._result.estimate
        if level is not None:
            at = f", in a {self._name(role)} role" if role is not None and role != level else ""
            self._page.text(f"Going only by what is answered: {self._name(level)}{at}. More answers can move this.")

    def _margin(self, margin: "Margin") -> None:
        ways = ((margin.up, "higher to place you further up"), (margin.down, "lower to place you further down"))
        known = [(count, way) for count, way in ways if count is not None]
        if known:
            (count, way), *more = known
            rest = "".join(f", {number(other)} {side}" for other, side in more)
            label = f" That is {MARGINS[margin.label]}." if margin.label else ""
            said = f"{counted(count, 'answer', 'answers')} would have to be {way}{rest}."
            self._page.text(f"{said[0].upper()}{said[1:]}{label}")
        rules = self._grid.rules
        self._page.text(f"(Placed at {share(rules.hold)} of what a level expects; ready at {share(rules.ready)}.)", "quiet")

    def _why(self) -> None:
        if not self._result.because:
            return
        self._page.heading("What decides it")
        self._page.items(self._decided(question) for question in self._result.because)
        coverage = self._result.evidence
        if coverage.of:
            backed = f"; evidence alone backs {self._name(coverage.backed_level)}" if coverage.backed_level else ""
            self._page.text(f"Evidence for {coverage.covered} of the {coverage.of} behaviors met at this level{backed}.")

    def _decided(self, question: str) -> str:
        """Return a deciding answer as a line: "Discovery: run discovery before you decide (PM): on your own"."""
        now = self._words.answer_short(question, self._sheet.answers[question])
        if question not in self._words.expectations:
            return f"{self._words.question_title(question)}: {now}"
        return f"{self._words.title(question)} ({self._short(self._words.expectations[question].level)}): {now}"

    def _missing(self) -> None:
        result = self._result
        goal = result.target or result.next_level
        if result.readiness is None or goal is None:
            self._at_the_top()
            return
        self._page.heading(self._readiness_line(goal, result.readiness))
        if result.readiness.ready and result.readiness.must_haves_missing:
            self._page.text("What can be shown is shown. Make your case, and ask for what is missing.")
        self._page.fields((self._gap_kind(gap), self._gap_line(gap)) for gap in result.gaps)
        self._branch(result.level or "", goal)

    def _readiness_line(self, goal: str, ready: "Readiness") -> str:
        given = _to_be_given(len(ready.must_haves_missing))
        if ready.ready:
            return f"To {self._name(goal)}: ready, {ready.met} met where {ready.needed} are needed{given}"
        so_far = " so far, the rest is not answered" if ready.ready is None else ""
        return f"To {self._name(goal)}: {ready.met} of the {ready.needed} you need{so_far}{given}"

    def _gap_kind(self, gap: "Gap") -> str:
        if gap.must_have:
            return "to be given"
        if self._result.shortest_path is None:
            return "missing"
        return "shortest way" if gap.on_path else "later"

    def _gap_line(self, gap: "Gap") -> str:
        answer = gap.answer or "not-yet"
        question = self._grid.cells[self._grid.index[gap.id]].question
        now = f"now: {self._words.answer_short(question, answer)}" if gap.answer else "concluded from the level below"
        return f"{self._words.title(gap.id)} ({'; '.join(filter(None, (now, self._reasons(gap))))})"

    def _reasons(self, gap: "Gap") -> str:
        phrases = {
            "core": f"core at {self._short(gap.level)}",
            "missing-at-level": f"also open at {self._short(self._result.level or '')}",
            COUNTS_LESS: self._words.less_because(self._setting),
        }
        return "; ".join(phrases[reason] for reason in gap.reasons if reason in phrases)

    def _branch(self, level: str, goal: str) -> None:
        """Name the other road where the next level asks for something to be given that this one does not."""
        here, there = self._words.levels.get(level), self._words.levels[goal]
        if here is not None and here.branch and set(there.must_haves) - set(here.must_haves):
            self._page.text(here.branch)

    def _at_the_top(self) -> None:
        """Where no level is above, name what is still open at this one, and what there is to do from here."""
        if self._result.level is None:
            return
        states = self._grid.states(self._sheet.answers)
        row = self._grid.rows[self._grid.rank_of(self._result.level)]
        still_open = [self._words.title(self._grid.cells[i].id) for i in row if not states.at(i)]
        self._page.heading("There is no level above")
        self._page.text("Still to show at this one:" if still_open else "Everything expected at this one is met.")
        self._page.items(still_open)
        add_roads(self._page, self._words.roads(self._result.level))

    def _open(self) -> None:
        names = self._result.unanswered
        if self._result.complete or not names:
            return
        self._page.heading("What would settle most")
        self._page.items(f"{self._words.question_title(name)} ({name})" for name in names[:QUESTIONS_NAMED])

    def _where(self) -> None:
        """Say what the setting changes, where there is work that it can change."""
        rule = self._words.settings.get(self._setting.environment or "")
        if rule is not None and self._result.gaps:
            moves = any(COUNTS_LESS in gap.reasons for gap in self._result.gaps)
            lines = setting_lines(self._words, self._setting, moves=moves)
            self._page.section(f"In {rule.name}", [*lines, rule.times])

    def _steps(self) -> None:
        steps = self._result.next_steps
        if not steps:
            return
        self._page.heading("Next step" if len(steps) == 1 else f"Next {number(len(steps))} steps")
        for place, name in enumerate(steps, start=1):
            add_action(self._page, self._words.expectations[name].action, place=place, environment=self._setting.environment)
            advice = self._words.advice_for(self._sheet.answers.get(name))
            if advice:
                self._page.detail(advice)

    def _honesty(self) -> None:
        self._page.gap()
        self._page.text(
            "This is your own view of your work, and such views run a little high. Someone who knows your work may answer the "
            "same questions: pmpath review export"
        )


def _to_be_given(count: int) -> str:
    return f", and {counted(count, 'thing', 'things')} that someone has to give you" if count else ""
