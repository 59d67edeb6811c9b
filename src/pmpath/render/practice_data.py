"""Practice as data and as tables: one answer with its scores and what was found, and the log of all."""

from typing import TYPE_CHECKING

from pmpath.core.practice import points_by_dimension
from pmpath.core.signs import weight_of
from pmpath.model.practiced import Message
from pmpath.model.visible import visible
from pmpath.render.practice import parts_found

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pmpath.model.forms import Rows
    from pmpath.model.practice import Interview
    from pmpath.model.practiced import Found, Look
    from pmpath.model.question import QuestionType
    from pmpath.model.reviewed import Earlier, ReviewedPractice
    from pmpath.model.scoring import LookedForPart
    from pmpath.render.envelope import Json


def practice_data(reviewed: "ReviewedPractice", interview: "Interview") -> "dict[str, Json]":
    """Return a practice as data."""
    return {
        **listed_data(reviewed),
        "prompt": reviewed.question.text,
        "follow_up": reviewed.question.follow_up,
        "text": visible(reviewed.practice.text, lines=True) or None,
        "rubric": _rubric(reviewed, interview),
        "dimensions": _dimensions(reviewed, interview),
        "look": _look(reviewed.look, reviewed.type, interview) if reviewed.look else None,
        "before": _before(reviewed.before) if reviewed.before else None,
        "limits": interview.scoring.limits,
    }


def listed_data(reviewed: "ReviewedPractice") -> "dict[str, Json]":
    """Return a practice as it stands in the log."""
    practice, practiced = reviewed.practice, reviewed.practice.round
    return {
        "number": practice.number or None,
        "day": practice.day,
        "type": reviewed.type.id,
        "question": reviewed.question.id,
        "level": visible(practiced.level),
        "setting": practiced.setting,
        "minutes": practiced.minutes,
        "hard": practiced.hard,
        "how": practice.how,
        "finished": practice.how is not None,
        "seconds": practice.seconds,
        "scores": dict(practice.scores),
        "story": reviewed.story.number if reviewed.story else None,
        "found": parts_found(reviewed.look.parts) if reviewed.look else None,
        "missing": list(reviewed.look.missing) if reviewed.look else None,
        "signs": {"found": reviewed.look.signs, "of": reviewed.look.of} if reviewed.look else None,
    }


def practice_rows(reviewed: "ReviewedPractice") -> "Rows":
    """Return the criteria with their points, then what was looked for with the words that were found."""
    header = ("what", "id", "points", "text")
    scores = reviewed.practice.scores
    rubric = [
        ("criterion", one.criterion, scores.get(one.criterion), _anchor(one.anchors, scores.get(one.criterion)))
        for one in reviewed.type.rubric
    ]
    parts = [("part", part.id, None, _words(part)) for part in (reviewed.look.parts if reviewed.look else ())]
    steps = [("step", step.id, None, _words(step)) for step in (reviewed.look.steps if reviewed.look else ())]
    return [header, *rubric, *parts, *steps]


def log_rows(reviewed: "Sequence[ReviewedPractice]", interview: "Interview") -> "Rows":
    """Return all practice, one a row."""
    criteria = [one.id for one in interview.scoring.criteria]
    header = ("number", "day", "type", "question", "level", "how", "seconds", *criteria, "signs", "of", "missing")
    return [
        header,
        *(
            (
                one.practice.number,
                one.practice.day,
                one.type.id,
                one.question.id,
                visible(one.practice.round.level),
                one.practice.how,
                one.practice.seconds,
                *(one.practice.scores.get(name) for name in criteria),
                one.look.signs if one.look else None,
                one.look.of if one.look else None,
                " ".join(one.look.missing) if one.look else None,
            )
            for one in reviewed
        ),
    ]


def _rubric(reviewed: "ReviewedPractice", interview: "Interview") -> "list[Json]":
    names = {criterion.id: criterion.name for criterion in interview.scoring.criteria}
    scores = reviewed.practice.scores
    return [
        {
            "criterion": one.criterion,
            "name": names[one.criterion],
            "dimension": one.dimension,
            "points": scores.get(one.criterion),
            "anchor": _anchor(one.anchors, scores.get(one.criterion)),
        }
        for one in reviewed.type.rubric
    ]


def _dimensions(reviewed: "ReviewedPractice", interview: "Interview") -> "list[Json]":
    counting: dict[str, str] = {one.criterion: one.dimension for one in reviewed.type.rubric}
    points = points_by_dimension(counting, reviewed.practice.scores)
    return [
        {
            "id": dimension.id,
            "name": dimension.name,
            "criteria": [name for name, one in counting.items() if one == dimension.id],
            "points": list(points.get(dimension.id, {}).values()),
        }
        for dimension in interview.scoring.dimensions
    ]


def _look(look: "Look", one: "QuestionType", interview: "Interview") -> "dict[str, Json]":
    parts: dict[str, LookedForPart] = {part.id: part for part in interview.scoring.parts}
    steps = {step.id: step.do for step in one.steps}
    said = next(each.text for each in interview.scoring.messages if each.id == Message.STEP_MISSING)
    return {
        "signs": look.signs,
        "of": look.of,
        "parts": [
            {"id": part.id, "name": parts[part.id].name, "weight": weight_of(part.id), "found": _signs(part)}
            for part in look.parts
        ],
        "steps": [{"id": step.id, "do": steps[step.id], "found": _signs(step)} for step in look.steps],
        "missing": [{"id": name, "message": parts[name].missing, "hint": parts[name].hint} for name in look.missing],
        "steps_not_seen": [{"id": name, "message": said.replace("{subject}", steps[name])} for name in look.steps_not_seen],
    }


def _before(before: "Earlier") -> "dict[str, Json]":
    return {
        "number": before.practice.number,
        "day": before.practice.day,
        "scores": dict(before.practice.scores),
        "signs": {"found": before.look.signs, "of": before.look.of} if before.look else None,
    }


def _signs(found: "Found") -> "list[Json]":
    return [{"word": sign.word, "line": sign.line} for sign in found.signs]


def _words(found: "Found") -> str:
    return ", ".join(f"{sign.word} (line {sign.line})" for sign in found.signs)


def _anchor(anchors: "Iterable[str]", points: int | None) -> str | None:
    return None if points is None else list(anchors)[points - 1]
