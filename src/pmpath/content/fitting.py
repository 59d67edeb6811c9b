"""Chooses from the shipped playbooks, kinds of pieces, prompts and guides what fits a ladder of one's own."""

from collections.abc import Collection, Iterator, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from pmpath.model.environment import Hat
    from pmpath.model.guide import Guides, Links, Topic
    from pmpath.model.piece_kind import PieceKind
    from pmpath.model.playbook import Playbook
    from pmpath.model.portfolio import Portfolio
    from pmpath.model.practice import Interview
    from pmpath.model.question import Question
    from pmpath.model.words import Words


def fitting_playbooks(playbooks: "Sequence[Playbook]", words: "Words") -> "tuple[Playbook, ...]":
    """Return the playbooks that speak of nothing that the ladder does not know."""
    return tuple(one for one in playbooks if words.expectations.keys() >= set(_expectations(one)) and _knows_levels(one, words))


def fitting_portfolio(portfolio: "Portfolio", playbooks: "Sequence[Playbook]", words: "Words") -> "Portfolio":
    """Return the kinds whose playbook is there, each with the expectations that the ladder knows."""
    backgrounds = {None, *(playbook.id for playbook in playbooks)}
    kinds = [_fitting(kind, words) for kind in portfolio.kinds if kind.background in backgrounds]
    return cast("Portfolio", _changed(portfolio, kinds=kinds))


def fitting_interview(interview: "Interview", words: "Words") -> "Interview":
    """Return the practice with the levels that the ladder knows; a prompt for none of them is one for all."""
    types = [_changed(one, questions=[_asked_at(question, words) for question in one.questions]) for one in interview.types]
    return cast("Interview", _changed(interview, types=types))


def fitting_guides(guides: "Guides", words: "Words") -> "Guides":
    """Return the guides with the levels and expectations that the ladder knows; no figure of another level is shown."""
    shown = {one.id for one in guides.figures if one.level is None or one.level in words.levels}
    topics = [_changed(one, links=_links(one.links, words), passages=_passages(one, shown)) for one in guides.topics]
    environment = _changed(
        guides.environment,
        hats=[_helping(hat, words) for hat in guides.environment.hats],
        stages=[_helping(stage, words) for stage in guides.environment.stages],
    )
    return cast("Guides", _changed(guides, topics=topics, environment=environment))


def _changed(content: object, **parts: object) -> SimpleNamespace:
    return SimpleNamespace(**{**vars(content), **parts})


def _asked_at(question: "Question", words: "Words") -> SimpleNamespace:
    return _changed(question, levels=[one for one in question.levels if one in words.levels] or list(words.levels))


def _links(links: "Links", words: "Words") -> SimpleNamespace:
    levels = [one for one in links.levels if one in words.levels]
    return _changed(links, levels=levels, expectations=[one for one in links.expectations if one in words.expectations])


def _passages(topic: "Topic", shown: "Collection[str]") -> list[SimpleNamespace]:
    return [_changed(one, figures=[name for name in one.figures if name in shown]) for one in topic.passages]


def _helping(hat: "Hat", words: "Words") -> SimpleNamespace:
    return _changed(hat, expectations=[one for one in hat.expectations if one in words.expectations])


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
    return cast("PieceKind", _changed(kind, shows=shows))
