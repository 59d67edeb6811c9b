"""Results as tables for spreadsheets: ids and figures, a row a thing. The first row names the columns."""

from typing import TYPE_CHECKING

from pmpath.model.evidence import LINES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pmpath.core.grid import Grid
    from pmpath.model.comparison import Comparison
    from pmpath.model.draft import Kept
    from pmpath.model.evidence import Evidence, Quality
    from pmpath.model.forms import Rows
    from pmpath.model.milestone import MilestoneStanding
    from pmpath.model.movement import Movement
    from pmpath.model.plan import Plan
    from pmpath.model.playbook import Playbook
    from pmpath.model.result import Assessment
    from pmpath.model.route import Transition
    from pmpath.model.words import Words


def assessment_rows(result: "Assessment", grid: "Grid") -> "Rows":
    """Return the gaps of an assessment in the order of work."""
    header = ("id", "competency", "level", "answer", "must_have", "on_path", "reasons", "hours", "lead_weeks")
    cells = [(gap, grid.cells[grid.index[gap.id]]) for gap in result.gaps]
    return [
        header,
        *(
            (
                gap.id,
                gap.competency,
                gap.level,
                gap.answer,
                _yes(gap.must_have),
                _yes(gap.on_path),
                " ".join(gap.reasons),
                cell.hours,
                cell.lead_weeks,
            )
            for gap, cell in cells
        ),
    ]


def ladder_rows(words: "Words", levels: "Collection[str]") -> "Rows":
    """Return the expectations of some levels."""
    header = ("id", "level", "competency", "label")
    parts = [(name, part) for name, part in words.expectations.items() if part.level in levels]
    return [header, *((name, part.level, name.partition(".")[0], part.label) for name, part in parts)]


def history_rows(kept: "Iterable[Kept]") -> "Rows":
    """Return the assessments, the oldest first."""
    header = ("number", "at", "role", "level", "goal", "met", "needed", "answered")
    return [
        header,
        *(
            (number, one.at, one.role, one.level, one.goal, one.met, one.needed, len(one.sheet.answers))
            for number, one in enumerate(kept, start=1)
        ),
    ]


def diff_rows(moved: "Iterable[Movement]") -> "Rows":
    """Return the answers that moved."""
    header = ("question", "was", "now", "steps", "with_evidence", "by_plan")
    lines = ((one.question, one.was, one.now, one.steps, _yes(one.with_evidence), _yes(one.by_plan)) for one in moved)
    return [header, *lines]


def transition_rows(result: "Transition", playbook: "Playbook") -> "Rows":
    """Return the steps of a path in the order of their weeks."""
    header = ("id", "phase", "first_week", "last_week", "hours", "do", "done_when")
    steps = {step.id: step for step in playbook.plan}
    slots = [(slot, steps[slot.id]) for slot in result.steps]
    return [
        header,
        *((slot.id, step.phase, slot.first_week, slot.last_week, step.hours, step.do, step.done_when) for slot, step in slots),
    ]


def plan_rows(plan: "Plan") -> "Rows":
    """Return the steps that are left of a plan in the order of their weeks."""
    header = ("id", "stage", "minutes", "first_week", "last_week", "first_day")
    steps = plan.schedule.steps
    return [header, *((*step, plan.starts[step.first_week - 1]) for step in steps)]


def evidence_rows(judged: "Iterable[tuple[Evidence, Quality]]") -> "Rows":
    """Return the evidence in the order in which it was written down."""
    header = ("number", "added", *LINES, "shows", "backing", "has_number", "days", "is_old")
    return [
        header,
        *(
            (
                entry.number,
                entry.added,
                *(entry.lines.get(name) for name in LINES),
                " ".join(entry.shows),
                quality.backing,
                _yes(quality.has_number),
                quality.days,
                _yes(quality.is_old),
            )
            for entry, quality in judged
        ),
    ]


def milestone_rows(stand: "Iterable[MilestoneStanding]") -> "Rows":
    """Return how milestones stand."""
    header = ("id", "reached", "so_far", "threshold", "is_own", "evidence")
    return [
        header,
        *(
            (one.id, one.reached, one.so_far, one.threshold, _yes(one.is_own), " ".join(map(str, one.evidence)))
            for one in stand
        ),
    ]


def comparison_rows(comparison: "Comparison") -> "Rows":
    """Return the disagreements, the widest first."""
    header = ("question", "own", "other", "steps")
    return [header, *((one.question, one.own, one.other, one.steps) for one in comparison.disagreements)]


def _yes(claim: bool) -> str:  # noqa: FBT001 - one cell as it is read
    return "yes" if claim else "no"
