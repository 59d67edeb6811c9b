"""The assessment: every rule of placement applied to one sheet."""

from collections.abc import Mapping
from typing import NamedTuple

from pmpath.core.deciding import deciding_answers
from pmpath.core.evidence import coverage
from pmpath.core.gaps import gaps, in_setting
from pmpath.core.grid import Grid
from pmpath.core.inference import infer
from pmpath.core.placement import bounds, estimate, margin
from pmpath.core.placing import goal_of, placement_of
from pmpath.core.questionnaire import open_questions
from pmpath.core.states import States, count_met, count_unknown
from pmpath.model.answer import LEAD_OTHERS, Answers
from pmpath.model.result import Assessment, Count, Gap, Readiness
from pmpath.model.setting import NOWHERE, Setting

SHOWN_STEPS = 3
"""Next steps that are shown first."""


class _Goal(NamedTuple):
    """The level that gaps are about: what is missing there, and whether everything about it is known."""

    gaps: tuple[Gap, ...]
    readiness: Readiness | None
    known: bool
    must_haves_known: bool

    @property
    def settled(self) -> bool:
        """Whether no open answer can change what the shortest path is."""
        return self.known or (self.must_haves_known and self.readiness is not None and self.readiness.ready is True)

    @property
    def path(self) -> tuple[str, ...] | None:
        """The shortest path; None where there is no goal, or where open answers could still shorten it."""
        if self.readiness is None or not self.settled:
            return None
        return tuple(gap.id for gap in self.gaps if gap.on_path)


def assess(
    grid: Grid,
    answers: Answers,
    evidence: Mapping[str, object] | None = None,
    target: str | None = None,
    *,
    setting: Setting = NOWHERE,
) -> Assessment:
    """Place a sheet and say what is missing for the next level, or for the target.

    Where a ladder knows no must-haves, the role is the level. `evidence` maps expectation ids to whatever shows them; an empty
    value counts as none. The setting orders the work and changes nothing else.
    """
    states = grid.states(answers)
    reach = bounds(grid, states)
    known = infer(grid, states, reach.level)
    placed = placement_of(grid, reach, known.states, target)
    rank = goal_of(grid, reach.level, target)
    found = gaps(grid, answers, known, level=reach.level or 0, goal=rank)
    ordered = in_setting(grid, found, grid.counts_less(setting))
    goal = _goal(grid, known.states, rank, found=ordered, ready=placed.readiness)
    return Assessment(
        role=placed.role,
        level=placed.level,
        standing=placed.standing,
        level_range=placed.level_range,
        estimate=estimate(grid, states),
        complete=placed.complete,
        next_level=placed.next_level,
        target=target,
        readiness=placed.readiness,
        margin=margin(grid, known.states, reach.level),
        gaps=goal.gaps,
        shortest_path=goal.path,
        strengths=_strengths(grid, answers),
        evidence=coverage(grid, states, evidence or {}, level=reach.level),
        because=deciding_answers(grid, states),
        next_steps=_next_steps(goal),
        unanswered=tuple(question.id for question in open_questions(grid, states, grid.rank_of(target) if target else None)),
        at_role=_count(grid, known.states, reach.role if grid.all_must_haves else reach.level),
        at_level=_count(grid, known.states, reach.level),
    )


def _goal(grid: Grid, known: States, rank: int, *, found: tuple[Gap, ...], ready: Readiness | None) -> _Goal:
    return _Goal(
        gaps=found,
        readiness=ready,
        known=not count_unknown(known, grid.rows[rank]),
        must_haves_known=not count_unknown(known, grid.must_haves[rank]),
    )


def _count(grid: Grid, states: States, rank: int | None) -> Count | None:
    return Count(count_met(states, grid.rows[rank]), len(grid.rows[rank])) if rank else None


def _next_steps(goal: _Goal) -> tuple[str, ...]:
    """Take the first actions of the shortest path; where there is none to walk, those of the first gaps known."""
    return (goal.path or tuple(gap.id for gap in goal.gaps))[:SHOWN_STEPS]


def _strengths(grid: Grid, answers: Answers) -> tuple[str, ...]:
    return tuple([name for name in grid.behaviors if answers.get(name) == LEAD_OTHERS])
