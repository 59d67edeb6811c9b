"""What a shell completes behind pmpath guide: topics, parts of an offer, answers of fit, hats. Reads content when asked."""

from typing import TYPE_CHECKING

from pmpath.errors import PmpathError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pmpath.model.guide import Guides


def topics(incomplete: str) -> list[str]:
    """Return the topics that begin so."""
    return _beginning(incomplete, lambda guides: (topic.id for topic in guides.topics))


def parts(incomplete: str) -> list[str]:
    """Return the parts of an offer that begin so, each with its equals sign."""
    return _beginning(incomplete, lambda guides: (f"{part.id}=" for part in guides.offer.parts))


def fit_answers(incomplete: str) -> list[str]:
    """Return the questions of fit with each of their choices that begin so."""
    return _beginning(
        incomplete, lambda guides: (f"{one.id}={choice.id}" for one in guides.environment.fit for choice in one.choices)
    )


def hats(incomplete: str) -> list[str]:
    """Return the hats and stages that begin so."""
    return _beginning(incomplete, lambda guides: (hat.id for hat in (*guides.environment.hats, *guides.environment.stages)))


def _beginning(incomplete: str, known: "Callable[[Guides], Iterable[str]]") -> list[str]:
    """Return what begins so; nothing where the content cannot be read, for a shell has nowhere to show why."""
    from pmpath.content.library import find_library

    try:
        return [one for one in known(find_library().guides) if one.startswith(incomplete)]
    except (PmpathError, OSError, ValueError, LookupError, TypeError, AttributeError):
        return []
