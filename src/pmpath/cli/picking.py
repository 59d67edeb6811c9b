"""Picks what to practice: the type that is named, due or least practiced, and the prompt that was practiced least."""

from typing import TYPE_CHECKING, NamedTuple

from pmpath.cli.naming import known_by, names_of, spelled
from pmpath.cli.options import ENVIRONMENTS, level_named
from pmpath.core.practice import Prompt, Standing, first_due, least_practiced, next_prompt, standings
from pmpath.errors import UsageError
from pmpath.model.practiced import Round
from pmpath.model.suggest import did_you_mean
from pmpath.model.visible import visible
from pmpath.render.question import Picked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pmpath.content.library import Library
    from pmpath.model.draft import Kept
    from pmpath.model.playbook import InterviewFocus
    from pmpath.model.practiced import KeptPractice
    from pmpath.model.question import Question, QuestionType

SUBCOMMANDS = ("list", "practice", "show", "log", "score", "loop", "stories", "story")
"""What a first word may be beside a type; for did-you-mean."""


SETTINGS = {"startup": "startup", "corporate": "corporate", "any": None}
"""The setting of a prompt in the content to the one that is asked for."""


class Wanted(NamedTuple):
    """What is to be practiced, as far as it is said; `minutes` is None where the type's own hold, 0 without a timer."""

    type: str | None = None
    level: str | None = None
    environment: str | None = None
    background: str | None = None
    due: bool = False
    hard: bool = False
    minutes: int | None = None
    prompt: str | None = None


class Known(NamedTuple):
    """What is known of the person: all practice, the last assessment, and the present day."""

    practices: "Sequence[KeptPractice]"
    last: "Kept | None"
    today: str


def pick(wanted: Wanted, known: Known, library: "Library") -> Picked | None:
    """Return what to practice; None where what is due was asked for and nothing is."""
    focus = _focus(wanted.background, library)
    one = _type(wanted, known, focus, library)
    if one is None:
        return None
    level, setting = _level(wanted.level, known.last, library), _setting(wanted.environment, known.last)
    question = _question(wanted.prompt, one, (level, setting), known, library)
    minutes = one.minutes if wanted.minutes is None else wanted.minutes or None
    return Picked(one, question, Round(one.id, question.id, level, setting, minutes, wanted.hard), focus)


def _setting(name: str | None, last: "Kept | None") -> str | None:
    """Return the setting that is named, else that of the last assessment."""
    kept = last.sheet.context.environment if last else None
    return name or (kept if kept in ENVIRONMENTS else None)


def find_type(library: "Library", name: str) -> "QuestionType":
    """Return a type by id or alias, however it is written; `UsageError` with the nearest one and the list otherwise."""
    types = library.interview.types
    found = known_by(types, name)
    if found is not None:
        return found
    known = f"types: {', '.join(one.id for one in types)}"
    hint = "; ".join(filter(None, (did_you_mean(spelled(name), [*names_of(types), *SUBCOMMANDS]), known)))
    raise UsageError(f'there is no type of interview question "{visible(name[:64])}"', hint=hint)


def standings_of(practices: "Iterable[KeptPractice]", library: "Library") -> tuple[Standing, ...]:
    """Return how practice of each type stands."""
    interview = library.interview
    return standings({one.id: one.headline for one in interview.types}, practices, interview.scoring.spacing_days)


def _focus(background: str | None, library: "Library") -> "Sequence[InterviewFocus]":
    if background is None:
        return ()
    from pmpath.cli.transitioning import find_playbook

    return find_playbook(library, background).interview_focus


def _type(wanted: Wanted, known: Known, focus: "Sequence[InterviewFocus]", library: "Library") -> "QuestionType | None":
    """Return the type that is named, else that of a prompt, else the one that is due of those a background is tested on."""
    if wanted.type is not None:
        if wanted.due:
            raise UsageError("TYPE and --due exclude each other", hint="--due picks the type")
        return find_type(library, wanted.type)
    if wanted.prompt is not None:
        return _type_of(wanted.prompt, library)
    tested = [one.type for one in focus] or [one.id for one in library.interview.types]
    found = _standing_to_practice(tested, known, library, only_due=wanted.due)
    return find_type(library, found.type) if found else None


def _standing_to_practice(tested: "Sequence[str]", known: Known, library: "Library", *, only_due: bool) -> Standing | None:
    """Return which of some types to practice: one that is due, else the least practiced, unless only what is due is wanted."""
    by_type = {one.type: one for one in standings_of(known.practices, library)}
    ones = [by_type[name] for name in dict.fromkeys(tested)]
    found = first_due(ones, known.today)
    return found if found or only_due else least_practiced(ones)


def _type_of(prompt: str, library: "Library") -> "QuestionType":
    types = library.interview.types
    for one in types:
        if prompt in [question.id for question in one.questions]:
            return one
    hint = did_you_mean(prompt, [question.id for one in types for question in one.questions])
    where = "see pmpath interview show TYPE for the prompts"
    raise UsageError(f'there is no prompt "{visible(prompt[:64])}"', hint="; ".join(filter(None, (hint, where))))


def _question(
    prompt: str | None, one: "QuestionType", place: tuple[str, str | None], known: Known, library: "Library"
) -> "Question":
    """Return the prompt that is named, else the next one for a level and a setting."""
    by_id = {question.id: question for question in one.questions}
    if prompt is not None:
        if prompt not in by_id:
            hint = did_you_mean(prompt, by_id) or f"see pmpath interview show {one.id} for the prompts"
            raise UsageError(f'{one.id} has no prompt "{visible(prompt[:64])}"', hint=hint)
        return by_id[prompt]
    level, setting = place
    levels = list(library.grid.levels)
    prompts = [
        Prompt(question.id, tuple(map(levels.index, question.levels)), SETTINGS[question.setting]) for question in one.questions
    ]
    practiced = [each.round.question for each in known.practices if each.how is not None]
    return by_id[next_prompt(prompts, practiced, rank=levels.index(level), setting=setting)]


def _level(name: str | None, last: "Kept | None", library: "Library") -> str:
    """Return the level that is named, else the one that the last assessment looked toward, else the second one."""
    levels = library.grid.levels
    found = level_named(library, name, "--level")
    if found is None and last is not None and last.goal in levels:
        found = last.goal
    return found or levels[min(1, len(levels) - 1)]
