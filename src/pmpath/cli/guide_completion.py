"""What a shell completes behind pmpath guide: topics, parts of an offer, answers of fit, hats. Reads content when asked."""

from collections.abc import Iterator

from typer import Context

from pmpath.cli.libraries import beginning, library_of


def topics(ctx: Context, incomplete: str) -> list[str]:
    """Return the topics that begin so."""
    return beginning(incomplete, _topics(ctx))


def parts(ctx: Context, incomplete: str) -> list[str]:
    """Return the parts of an offer that begin so, each with its equals sign."""
    return beginning(incomplete, _parts(ctx))


def fit_answers(ctx: Context, incomplete: str) -> list[str]:
    """Return the questions of fit with each of their choices that begin so."""
    return beginning(incomplete, _fit_answers(ctx))


def hats(ctx: Context, incomplete: str) -> list[str]:
    """Return the hats and stages that begin so."""
    return beginning(incomplete, _hats(ctx))


def _topics(ctx: Context) -> Iterator[str]:
    yield from (topic.id for topic in library_of(ctx).guides.topics)


def _parts(ctx: Context) -> Iterator[str]:
    yield from (f"{part.id}=" for part in library_of(ctx).guides.offer.parts)


def _fit_answers(ctx: Context) -> Iterator[str]:
    for question in library_of(ctx).guides.environment.fit:
        yield from (f"{question.id}={choice.id}" for choice in question.choices)


def _hats(ctx: Context) -> Iterator[str]:
    environment = library_of(ctx).guides.environment
    yield from (hat.id for hat in (*environment.hats, *environment.stages))
