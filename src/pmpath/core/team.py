"""Lays several sheets side by side: what each person shows, what several lack next, who can teach whom.

Nobody is ranked and nothing is added up per person. What is found does not depend on the order of the people, only theirs does.
"""

from collections.abc import Iterator, Mapping, Sequence

from pmpath.core.assessment import assess
from pmpath.core.grid import Grid
from pmpath.core.states import States
from pmpath.model.answer import LEAD_OTHERS, NONE, Answers, Sheet
from pmpath.model.team import Member, SharedGap, Teaching, Team

SHARED_FROM = 2
"""From so many people on a gap is a shared one."""
FAR_ABOVE = 2
"""Who works on their own so many levels above an expectation can teach it."""


def team(grid: Grid, sheets: Mapping[str, Sheet]) -> Team:
    """Return the team of these sheets, each under the name that the person goes by."""
    members = tuple(_member(grid, name, sheet) for name, sheet in sheets.items())
    lacking = _lacking(grid, members)
    return Team(members, tuple(_shared(grid, lacking)), tuple(_teaching(grid, sheets, lacking)))


def _member(grid: Grid, name: str, sheet: Sheet) -> Member:
    states = grid.states(sheet.answers)
    levels = {grid.cells[thread[0]].competency: _level_met(grid, states, thread) for thread in grid.threads}
    return Member(name, assess(grid, sheet.answers, sheet.evidence), levels, len(sheet.answers), sheet.rater is not None)


def _level_met(grid: Grid, states: States, thread: Sequence[int]) -> str | None:
    """Return the highest level met of a competency; `none` only where its lowest cell is known to be unmet."""
    met = [grid.cells[i].rank for i in thread if states.at(i)]
    if met:
        return grid.levels[met[-1] - 1]
    return NONE if states.at(thread[0]) is False else None


def _lacking(grid: Grid, members: Sequence[Member]) -> dict[str, tuple[str, ...]]:
    """Return for each expectation, in ladder order, who lacks it for their next level; those that nobody lacks are left out."""
    lacks = {member.name: {gap.id for gap in member.result.gaps} for member in members}
    found = {cell.id: tuple(name for name, gaps in lacks.items() if cell.id in gaps) for cell in grid.cells}
    return {name: people for name, people in found.items() if people}


def _shared(grid: Grid, lacking: Mapping[str, tuple[str, ...]]) -> list[SharedGap]:
    """Return the gaps of several people, those of most people first, then in ladder order."""
    several = (one for one in lacking.items() if len(one[1]) >= SHARED_FROM)
    found = (SharedGap(name, grid.cells[grid.index[name]].must_have, people) for name, people in several)
    return sorted(found, key=lambda gap: -len(gap.people))


def _teaching(grid: Grid, sheets: Mapping[str, Sheet], lacking: Mapping[str, tuple[str, ...]]) -> Iterator[Teaching]:
    """Yield what can be taught, in ladder order; a fact is given, not taught."""
    states = {name: grid.states(sheet.answers) for name, sheet in sheets.items()}
    for name, learners in lacking.items():
        i = grid.index[name]
        others = [one for one in sheets if one not in learners and not grid.cells[i].is_fact]
        teachers = tuple(one for one in others if _can_teach(grid, sheets[one].answers, states[one], i))
        if teachers:
            yield Teaching(name, teachers, learners)


def _can_teach(grid: Grid, answers: Answers, states: States, i: int) -> bool:
    """Say whether someone leads others in an expectation or further up in it, or meets it far above."""
    taught = grid.cells[i]
    above = [n for n, cell in enumerate(grid.cells) if cell.competency == taught.competency and cell.rank >= taught.rank]
    leads = any(answers.get(grid.cells[n].question) == LEAD_OTHERS for n in above)
    return leads or any(states.at(n) is True for n in above if grid.cells[n].rank >= taught.rank + FAR_ABOVE)
