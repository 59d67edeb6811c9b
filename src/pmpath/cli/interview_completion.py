"""The types, prompts, scores and competencies of interview practice that a shell completes. Reads the content when asked."""

from collections.abc import Iterator

from typer import Context

from pmpath.cli.libraries import beginning, library_of


def types(ctx: Context, incomplete: str) -> list[str]:
    """Return the types of questions that begin so."""
    return beginning(incomplete, _types(ctx))


def prompts(ctx: Context, incomplete: str) -> list[str]:
    """Return the prompts that begin so."""
    return beginning(incomplete, _prompts(ctx))


def scores(ctx: Context, incomplete: str) -> list[str]:
    """Return the criteria while one is typed, and behind the equals sign the points."""
    return beginning(incomplete, _scores(ctx))


def competencies(ctx: Context, incomplete: str) -> list[str]:
    """Return the competencies of the ladder in use that begin so."""
    return beginning(incomplete, _competencies(ctx))


def _types(ctx: Context) -> Iterator[str]:
    yield from (one.id for one in library_of(ctx).interview.types)


def _prompts(ctx: Context) -> Iterator[str]:
    yield from (question.id for one in library_of(ctx).interview.types for question in one.questions)


def _scores(ctx: Context) -> Iterator[str]:
    for criterion in library_of(ctx).interview.scoring.criteria:
        yield from (f"{criterion.id}={points}" for points in (1, 2, 3))


def _competencies(ctx: Context) -> Iterator[str]:
    yield from library_of(ctx).words.competencies
