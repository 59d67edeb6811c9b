"""The types, prompts, scores and competencies of interview practice that a shell completes. Reads the content when asked."""

from collections.abc import Iterable, Iterator

from typer import Context

from pmpath.cli.libraries import library_of
from pmpath.errors import PmpathError


def types(incomplete: str) -> list[str]:
    """Return the types of questions that begin so."""
    return _beginning(incomplete, _types())


def prompts(incomplete: str) -> list[str]:
    """Return the prompts that begin so."""
    return _beginning(incomplete, _prompts())


def scores(incomplete: str) -> list[str]:
    """Return the criteria while one is typed, and behind the equals sign the points."""
    return _beginning(incomplete, _scores())


def competencies(ctx: Context, incomplete: str) -> list[str]:
    """Return the competencies of the ladder in use that begin so."""
    return _beginning(incomplete, _competencies(ctx))


def _beginning(incomplete: str, known: Iterable[str]) -> list[str]:
    try:
        return [one for one in known if one.startswith(incomplete)]
    except (PmpathError, OSError, ValueError, LookupError, TypeError, AttributeError):
        return []


def _types() -> Iterator[str]:
    from pmpath.content.library import find_library

    yield from (one.id for one in find_library().interview.types)


def _prompts() -> Iterator[str]:
    from pmpath.content.library import find_library

    yield from (question.id for one in find_library().interview.types for question in one.questions)


def _scores() -> Iterator[str]:
    from pmpath.content.library import find_library

    for criterion in find_library().interview.scoring.criteria:
        yield from (f"{criterion.id}={points}" for points in (1, 2, 3))


def _competencies(ctx: Context) -> Iterator[str]:
    yield from library_of(ctx).words.competencies
