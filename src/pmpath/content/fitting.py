"""Chooses from the shipped playbooks and kinds of pieces what fits a ladder of one's own."""

from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from pmpath.model.piece_kind import PieceKind
    from pmpath.model.playbook import Playbook
    from pmpath.model.portfolio import Portfolio
    from pmpath.model.words import Words


def fitting_playbooks(playbooks: "Sequence[Playbook]", words: "Words") -> "tuple[Playbook, ...]":
    """Return the playbooks that speak of nothing that the ladder does not know."""
    return tuple(one for one in playbooks if words.expectations.keys() >= set(_expectations(one)) and _knows_levels(one, words))


def fitting_portfolio(portfolio: "Portfolio", playbooks: "Sequence[Playbook]", words: "Words") -> "Portfolio":
    """Return the kinds whose playbook is there, each with the expectations that the ladder knows."""
    backgrounds = {None, *(playbook.id for playbook in playbooks)}
    kinds = [_fitting(kind, words) for kind in portfolio.kinds if kind.background in backgrounds]
    return cast("Portfolio", SimpleNamespace(**{**vars(portfolio), "kinds": kinds}))


def _expectations(playbook: "Playbook") -> Iterator[str]:
    """Yield the expectations that a playbook speaks of."""
    yield from (name for one in playbook.advantages for name in one.helps_with)
    yield from (name for one in playbook.reframes for name in one.shows)
    yield from (name for one in playbook.plan for name in one.closes)
    yield from (one.expectation for one in playbook.gaps)


def _knows_levels(playbook: "Playbook", words: "Words") -> bool:
    return all(step.only_to is None or step.only_to in words.levels for step in playbook.plan)


def _fitting(kind: "PieceKind", words: "Words") -> "PieceKind":
    shows = [name for name in kind.shows if name in words.expectations]
    return cast("PieceKind", SimpleNamespace(**{**vars(kind), "shows": shows}))
