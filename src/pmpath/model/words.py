"""Words by id: finds names, labels and texts of a ladder. Knows the content models by type only."""

from typing import TYPE_CHECKING

from pmpath.model.answer import NONE
from pmpath.model.setting import DEEPLY_TECHNICAL, Setting, counted_less

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.model.competency import Action, Competency, Expectation
    from pmpath.model.ladder import AnswerOption, Ladder, SettingRule, Shift
    from pmpath.model.level import Level
    from pmpath.model.playbook import Playbook
    from pmpath.model.road import Road

ASPIRING = "aspiring"


class Words:
    """The words of one ladder, by id."""

    def __init__(self, ladder: "Ladder") -> None:
        """Index levels, competencies, expectations and answers."""
        self.ladder = ladder
        self.levels: dict[str, Level] = {level.id: level for level in ladder.levels}
        self.competencies: dict[str, Competency] = {one.id: one for one in ladder.competencies}
        self.expectations: dict[str, Expectation] = {
            f"{one.id}.{part.level}": part for one in ladder.competencies for part in one.expectations
        }
        self.answers: dict[str, AnswerOption] = {option.id: option for option in ladder.answers}
        self.settings: dict[str, SettingRule] = {rule.id: rule for rule in ladder.settings}

    def guide_of(self, expectation: str) -> str | None:
        """Return the topic of the guides that teaches the competency of an expectation; None where none does."""
        return self.competencies[expectation.partition(".")[0]].guide

    def level_name(self, level: str) -> str:
        """Return the full name of a level; `aspiring` stands for itself."""
        return self.levels[level].name if level in self.levels else level

    @property
    def below(self) -> str:
        """What somebody is who holds no level yet, in words."""
        return self.ladder.below or f"on the way to {self.ladder.levels[0].name}"

    def level_short(self, level: str) -> str:
        """Return the short name of a level."""
        return self.levels[level].short if level in self.levels else level

    def roads(self, level: str | None) -> "Sequence[Road]":
        """Return what there is to do from a level that has none above it; nothing for another, or where none is named."""
        highest = self.ladder.levels[-1]
        return highest.beyond if highest.id == level else ()

    def competency_of(self, expectation: str) -> "Competency":
        """Return the competency that an expectation belongs to."""
        return self.competencies[expectation.partition(".")[0]]

    def title(self, expectation: str) -> str:
        """Return an expectation in list form: "Strategy: write the strategy for an area"."""
        label = self.expectations[expectation].label
        return f"{self.competency_of(expectation).short}: {label[0].lower()}{label[1:]}"

    def answer_short(self, question: str, word: str) -> str:
        """Return an answer in list form; for a fact the label of its statement."""
        if question not in self.competencies:
            return self.answers[word].short
        bottom = self.competencies[question].none
        if word == NONE and bottom is not None:
            return bottom.label
        return self.expectations[f"{question}.{word}"].label

    def counts_less(self, expectation: str, setting: Setting) -> bool:
        """Say whether an expectation comes later in the order of work of a setting."""
        return expectation.partition(".")[0] in counted_less(self.settings, setting)

    def less_because(self, setting: Setting) -> str:
        """Return why something counts less in a setting; empty where nothing does."""
        rule = self.settings.get(setting.environment or "")
        return (rule and rule.reason) or ""

    def order_note(self, setting: Setting, *, moves: bool) -> str | None:
        """Return what a setting does to the order of work, and why; None where it does nothing and there is nothing to say.

        `moves` says whether anything that counts less is there to be moved.
        """
        rule = self.settings.get(setting.environment or "")
        if rule is None:
            return None
        if rule.unless == DEEPLY_TECHNICAL and setting.deeply_technical:
            return rule.exception
        return rule.order if moves or not rule.later else None

    def advice_for(self, word: str | None) -> str | None:
        """Return what to add to the next step of someone who answers so; None where there is nothing to add."""
        return self.answers[word].advice if word in self.answers else None

    def question_title(self, question: str) -> str:
        """Return what a question is about in list form: "Strategy, Senior PM" or "Ownership and scope"."""
        competency, _, level = question.partition(".")
        return (
            f"{self.competencies[competency].short}, {self.level_short(level)}" if level else self.competencies[competency].name
        )

    def shift(self, start: str, to: str) -> "Shift | None":
        """Return the shift between two neighboring levels; None where they are no neighbors."""
        return next((shift for shift in self.ladder.shifts if (shift.start, shift.to) == (start, to)), None)

    def find_level(self, name: str) -> str | None:
        """Return the id of a level by id or alias, however it is written; None when there is none."""
        wanted = "-".join(name.lower().replace("_", " ").replace(".", " ").split())
        return next((level.id for level in self.ladder.levels if wanted in (level.id, *level.aliases)), None)

    def level_names(self) -> list[str]:
        """Return every id and alias of a level."""
        return [name for level in self.ladder.levels for name in (level.id, *level.aliases)]


def environment_note(one: "Action | Playbook", environment: str | None) -> str | None:
    """Return how an action or a path differs in a setting; None where it does not or none is known."""
    return {"startup": one.startup, "corporate": one.corporate}.get(environment or "")
