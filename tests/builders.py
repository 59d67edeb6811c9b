"""Makes grids, sheets, worked examples and simulated people in one call each."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from pmpath.content.library import Library, find_library
from pmpath.core.course import Course, Depth, Heard
from pmpath.core.grid import Cell, Grid, Rules, Share
from pmpath.core.questionnaire import next_question
from pmpath.model.answer import NONE, RANKS

ROOT = Path(__file__).parents[1]
BEHAVIORS = (
    "discovery",
    "data",
    "prioritization",
    "delivery",
    "technology",
    "strategy",
    "business",
    "influence",
    "organization",
)
PM_BEHAVIORS = BEHAVIORS[:-1]
WORDS = tuple(RANKS)
PLACES_A = ["scope", "discovery.pm", "data.pm", "prioritization.pm", "delivery.pm"]
"""What places worked example A, in the order of asking."""
LIST_A = ["people", *(f"{behavior}.senior-pm" for behavior in BEHAVIORS)]
"""What is asked next: everything at the level above."""
HOLES_A = ["strategy.pm", "business.pm", "influence.pm"]
"""What was left out below."""
STANDARD_A = PLACES_A + LIST_A + HOLES_A

Answers = dict[str, str]
SetVariable = Callable[[str, str], None]
"""Sets a variable of the environment for one test."""


@cache
def library() -> Library:
    """Return the shipped content."""
    return find_library()


@cache
def grid() -> Grid:
    """Return the grid of the shipped ladder."""
    return library().grid


@cache
def small_grid(levels: int = 3, behaviors: int = 3) -> Grid:
    """Return an invented ladder: one must-have fact on every level, and some behaviors; small enough to try everything."""
    names = tuple(f"l{rank}" for rank in range(1, levels + 1))
    cells = []
    for rank, level in enumerate(names, start=1):
        cells.append(
            Cell(
                id=f"reach.{level}",
                question="reach",
                competency="reach",
                rank=rank,
                is_fact=True,
                must_have=True,
                core=False,
                hours=2,
                lead_weeks=4,
                need=rank,
            )
        )
        cells.extend(
            Cell(
                id=f"b{n}.{level}",
                question=f"b{n}.{level}",
                competency=f"b{n}",
                rank=rank,
                is_fact=False,
                must_have=False,
                core=n == rank,
                hours=10 - n,
                lead_weeks=1,
                need=1 if rank == 1 else 2,
            )
            for n in range(behaviors)
        )
    rules = Rules(hold=Share(1, 2), strong=Share(2, 3), ready=Share(2, 3), estimate_from=2)
    return Grid(levels=names, cells=cells, rules=rules)


def bottom(of: Grid | None = None) -> Answers:
    """Return a full sheet with every answer at its bottom."""
    return {question: choices[0] for question, choices in (of or grid()).choices.items()}


def top(of: Grid | None = None) -> Answers:
    """Return a full sheet with every answer at its top."""
    return {question: choices[-1] for question, choices in (of or grid()).choices.items()}


def sheet(*, scope: str = NONE, people: str = NONE, answers: Mapping[str, str] | None = None) -> Answers:
    """Return a full sheet of the shipped ladder; unlisted behaviors are `not-yet`."""
    return {**bottom(), "scope": scope, "people": people, **(answers or {})}


def at(level: str, word: str, competencies: Iterable[str]) -> Answers:
    """Return the same answer for several competencies at one level, where they exist there."""
    return {f"{one}.{level}": word for one in competencies if f"{one}.{level}" in grid().choices}


def example_a() -> Answers:
    """Return worked example A: a strong PM on the way to Senior PM."""
    own = "on-my-own"
    pm = ("discovery", "data", "prioritization", "technology", "strategy", "influence")
    answers = at("apm", own, PM_BEHAVIORS) | at("pm", own, pm) | {"delivery.pm": "lead-others", "business.pm": "with-help"}
    answers |= at("senior-pm", own, ("discovery", "prioritization", "delivery", "technology"))
    answers |= at("senior-pm", "with-help", ("data", "strategy", "influence"))
    return sheet(scope="pm", answers=answers)


def example_b() -> Answers:
    """Return worked example B: on the way into product, with help counting at the first level."""
    answers = at("apm", "on-my-own", ("discovery", "data", "strategy", "business", "influence"))
    return sheet(answers=answers | {"delivery.apm": "with-help"})


def example_c() -> Answers:
    """Return worked example C: everything shown, nobody to manage."""
    answers: Answers = {}
    for level in ("apm", "pm", "senior-pm"):
        answers |= at(level, "lead-others", BEHAVIORS)
    return sheet(scope="group-pm", people="senior-pm", answers=answers | at("group-pm", "on-my-own", BEHAVIORS))


def example_d() -> Answers:
    """Return worked example D: a Director's role, a Group PM's work."""
    answers: Answers = {}
    for level in ("apm", "pm", "senior-pm", "group-pm"):
        answers |= at(level, "lead-others", BEHAVIORS)
    answers |= at("director", "on-my-own", ("prioritization", "influence"))
    return sheet(scope="director", people="director", answers=answers | {"organization.director": "with-help"})


def example_e() -> Answers:
    """Return worked example E: five behaviors at their top and nothing else."""
    answers: Answers = {}
    for level in grid().levels:
        answers |= at(level, "lead-others", ("discovery", "data", "delivery", "technology", "influence"))
    return sheet(answers=answers)


def startup_pm() -> Answers:
    """Return a PM whose technology is open at PM and begun at Senior PM, so that it comes early but for a startup."""
    shown = [one for one in PM_BEHAVIORS if one not in ("technology", "business")]
    answers = at("apm", "on-my-own", PM_BEHAVIORS) | at("pm", "on-my-own", shown)
    answers |= at("senior-pm", "on-my-own", ("discovery", "data", "prioritization"))
    return sheet(scope="pm", answers=answers | at("senior-pm", "with-help", ("influence", "strategy", "technology")))


class Dice(Random):
    """Draws that repeat: the same seed gives the same sheets on every machine."""


class Setting(NamedTuple):
    """The noise of simulated people: spread per competency, leniency as mean and spread, noise per answer."""

    offset: float
    leniency: float
    leniency_spread: float
    noise: float


SETTINGS = (
    Setting(offset=0.5, leniency=0.0, leniency_spread=0.0, noise=0.2),
    Setting(offset=1.0, leniency=0.0, leniency_spread=0.5, noise=0.5),
    Setting(offset=1.0, leniency=0.5, leniency_spread=0.8, noise=0.5),
    Setting(offset=1.6, leniency=0.5, leniency_spread=0.8, noise=1.0),
)


def simulated(random: Random, setting: Setting, of: Grid | None = None) -> Answers:
    """Return the sheet of a simulated person: ability over 0..8, an offset a competency, a leniency, noise an answer."""
    ladder = of or grid()
    ability = random.uniform(0, 8)
    leniency = random.gauss(setting.leniency, setting.leniency_spread)
    offsets = {cell.competency: random.gauss(0, setting.offset) for cell in ladder.cells}
    answers: Answers = {}
    for cell in ladder.cells:
        if cell.is_fact:
            if cell.question not in answers:
                answers[cell.question] = _fact(ladder, cell, ability + 0.4 * offsets[cell.competency] + 0.3 * leniency)
            continue
        x = ability + offsets[cell.competency] + leniency + random.gauss(0, setting.noise) - cell.rank
        answers[cell.question] = _word(x)
    return answers


def _word(x: float) -> str:
    if x > 1.2:
        return "lead-others"
    if x >= 0:
        return "on-my-own"
    return "with-help" if x > -0.8 else "not-yet"


def _fact(ladder: Grid, cell: Cell, x: float) -> str:
    ranks = {choice: ladder.fact_ranks[choice] for choice in ladder.choices[cell.question]}
    return max((choice for choice, rank in ranks.items() if rank <= max(0.0, x)), key=lambda choice: ranks[choice])


def uniform(random: Random, of: Grid | None = None) -> Answers:
    """Return a full sheet with every answer drawn alike."""
    return {question: random.choice(choices) for question, choices in (of or grid()).choices.items()}


def interview(answers: Mapping[str, str], depth: Depth, target: int | None = None, of: Grid | None = None) -> Answers:
    """Return what an interview of this depth asks of someone with these answers, in the order of asking."""
    ladder = of or grid()
    asked: Answers = {}
    while question := next_question(ladder, Course(depth, target), Heard(asked, len(asked))):
        asked[question.id] = answers[question.id]
    return asked


def question_texts() -> dict[str, str]:
    """Return the text of every question of the shipped ladder by id, in ladder order."""
    words = library().words
    return {
        name: words.competencies[name].question or "" if name in words.competencies else words.expectations[name].question
        for name in grid().choices
    }


def choice_label(question: str, word: str) -> str:
    """Return the text that stands for an answer when the question is asked."""
    words = library().words
    if question not in words.competencies:
        return next(option.label for option in words.ladder.answers if option.id == word)
    none = words.competencies[question].none
    return none.statement if word == NONE and none is not None else words.expectations[f"{question}.{word}"].question
