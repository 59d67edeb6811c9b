"""The data of each kind of envelope, as plain JSON values. Keys and their order are the contract."""

from typing import TYPE_CHECKING, cast

from pmpath.model.setting import COUNTS_LESS, NOWHERE
from pmpath.model.words import environment_note
from pmpath.render.setting import setting_data

if TYPE_CHECKING:
    from pmpath.core.grid import Grid
    from pmpath.model.competency import Action
    from pmpath.model.ladder import Shift
    from pmpath.model.level import Level
    from pmpath.model.playbook import Playbook
    from pmpath.model.result import Assessment, Gap, Placement, Readiness
    from pmpath.model.route import Transition
    from pmpath.model.setting import Setting
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json


def assessment_data(
    result: "Assessment", grid: "Grid", words: "Words | None", setting: "Setting" = NOWHERE
) -> "dict[str, Json]":
    """Return an assessment as data; without words the actions carry figures only."""

    def action(name: str) -> "dict[str, Json]":
        return action_data(name, grid, words, setting.environment)

    less = [gap.id for gap in result.gaps if COUNTS_LESS in gap.reasons]
    return {
        "role": result.role,
        "level": result.level,
        "standing": result.standing,
        "level_range": result.level_range._asdict(),
        "estimate": result.estimate._asdict(),
        "complete": result.complete,
        "next_level": result.next_level,
        "target": result.target,
        "readiness": result.readiness._asdict() if result.readiness else None,
        "margin": result.margin._asdict() if result.margin else None,
        "gaps": [_gap_data(gap, action(gap.id)) for gap in result.gaps],
        "shortest_path": result.shortest_path,
        "strengths": result.strengths,
        "evidence": result.evidence._asdict(),
        "because": result.because,
        "next_steps": [action(name) for name in result.next_steps],
        "unanswered": result.unanswered,
        "setting": setting_data(setting, less, words),
    }


def placement_data(result: "Placement", line: int) -> "dict[str, Json]":
    """Return the placement of a line as data."""
    low, high = result.level_range
    return {
        "line": line,
        "role": result.role,
        "level": result.level,
        "standing": result.standing,
        "level_range": {"low": low, "high": high},
        "complete": result.complete,
        "next_level": result.next_level,
        "target": result.target,
        "readiness": _readiness_data(result.readiness) if result.readiness else None,
        "missing": result.missing,
    }


def _readiness_data(ready: "Readiness") -> "dict[str, Json]":
    met, needed, of, is_ready, missing = ready
    return {"met": met, "needed": needed, "of": of, "ready": is_ready, "must_haves_missing": missing}


def _gap_data(gap: "Gap", action: "dict[str, Json]") -> "dict[str, Json]":
    return {**gap._asdict(), "action": action}


def action_data(name: str, grid: "Grid", words: "Words | None", environment: str | None) -> "dict[str, Json]":
    """Return an action as data: its id and figures, and its texts where there are words."""
    cell = grid.cells[grid.index[name]]
    figures: dict[str, Json] = {"id": name, "hours": cell.hours, "lead_weeks": cell.lead_weeks}
    if words is None:
        return figures
    part = words.expectations[name]
    return {**figures, "label": part.label, **action_texts(part.action, environment)}


def action_texts(action: "Action", environment: str | None) -> "dict[str, Json]":
    """Return the texts of an action as data."""
    return {
        "do": action.do,
        "done_when": action.done_when,
        "cue": action.cue,
        "obstacle": action.obstacle,
        "answer": action.answer,
        "environment_note": environment_note(action, environment),
    }


def plain(record: object) -> "Json":
    """Return a record of content as JSON values."""
    if isinstance(record, list | tuple):
        return [plain(item) for item in record]
    return fields(record) if hasattr(record, "__dict__") else cast("Json", record)


def fields(record: object) -> "dict[str, Json]":
    """Return the fields of a record of content as JSON values; `start` is said as `from`, as in the files."""
    return {"from" if name == "start" else name: plain(value) for name, value in vars(record).items()}


def ladder_data(words: "Words") -> "dict[str, Json]":
    """Return the whole ladder as data."""
    return {"view": "all", **fields(words.ladder)}


def level_data(words: "Words", level: "Level") -> "dict[str, Json]":
    """Return one level with its expectations, the milestones to leave it and the shift to the next."""
    return {
        "view": "level",
        "level": plain(level),
        "expectations": [{"id": name, **fields(part)} for name, part in words.expectations.items() if part.level == level.id],
        "milestones": [plain(one) for one in words.ladder.milestones if one.start == level.id],
        "shifts": [plain(shift) for shift in words.ladder.shifts if shift.start == level.id],
    }


def comparison_data(words: "Words", lower: "Level", upper: "Level", shifts: "list[Shift]") -> "dict[str, Json]":
    """Return two levels, the lower one first, and the shifts between them."""
    return {
        "view": "comparison",
        "lower": plain(lower),
        "upper": plain(upper),
        "shifts": plain(shifts),
        "expectations": [name for name, part in words.expectations.items() if part.level == upper.id],
    }


def transition_data(result: "Transition", playbook: "Playbook", words: "Words", setting: "Setting") -> "dict[str, Json]":
    """Return a transition as data: the playbook, and what the answers make of it."""
    book = fields(playbook)
    steps = {step.id: fields(step) for step in playbook.plan}
    usual = {gap.expectation: gap.why for gap in playbook.gaps}
    replaced = ("id", "plan", "gaps", "startup", "corporate")
    return {
        "background": playbook.id,
        "to": result.to,
        "environment": setting.environment,
        **{name: value for name, value in book.items() if name not in replaced},
        "strengths": result.strengths,
        "gaps": [{**gap._asdict(), "label": words.expectations[gap.id].label, "why": usual.get(gap.id)} for gap in result.gaps],
        "hours_per_week": result.hours_per_week,
        "weeks": result.weeks,
        "plan": [{**steps[slot.id], "first_week": slot.first_week, "last_week": slot.last_week} for slot in result.steps],
        "environment_note": environment_note(playbook, setting.environment),
        "setting": setting_data(setting, [gap.id for gap in result.gaps if gap.counts_less], words),
    }
