"""Did-you-mean for every kind of word that people type."""

from collections.abc import Iterable


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is nearest to what was typed; None when nothing is near."""
    from difflib import get_close_matches

    spelled = {one.lower(): one for one in known}
    return next((spelled[near] for near in get_close_matches(word.lower(), spelled, n=1)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return "did you mean X?" or nothing."""
    near = closest(word, known)
    return f"did you mean {near}?" if near else ""
