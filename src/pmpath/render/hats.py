"""The hats that one person wears in a startup and the stages of a product's life: which were had, what to do for the others."""

from typing import TYPE_CHECKING

from pmpath.model.fitting import Worn
from pmpath.render.page import Page
from pmpath.render.phrases import listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmpath.model.draft import Kept
    from pmpath.model.environment import Environment, Hat
    from pmpath.model.fitting import HatStanding
    from pmpath.model.forms import Rows
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json


class HatsPage:
    """Writes how hats and stages stand."""

    def __init__(self, standings: "Sequence[HatStanding]", environment: "Environment", last: "Kept | None") -> None:
        """Keep the standings, the words, and the last assessment, None where there is none."""
        self._standings = {one.id: one for one in standings}
        self._environment = environment
        self._last = last
        self._page = Page()

    def build(self, words: "Words", next_commands: "Sequence[str]") -> Page:
        """Return the page: the four hats, then the stages, each with what to do where it is open."""
        page = self._page
        page.text("Hats worn and stages seen", "title")
        if self._last is not None:
            page.text(f"What is inferred comes from your assessment of {self._last.at[:10]}; nobody asked about it.", "quiet")
        self._add("Hats", self._environment.hats, words)
        self._add("Stages of a product's life", self._environment.stages, words)
        page.gap()
        page.text("Say what you had with --worn ID. Nothing of it is kept.", "quiet")
        page.commands(next_commands)
        return page

    def _add(self, heading: str, hats: "Sequence[Hat]", words: "Words") -> None:
        self._page.heading(heading)
        for hat in hats:
            one = self._standings[hat.id]
            self._page.item(f"{hat.name} ({hat.id}): {_said(one)}")
            if one.is_open:
                self._page.detail(sentence(hat.action))
                self._page.detail(
                    f"Helps with {listed([f'{words.title(name)} ({name})' for name in hat.expectations])}.", "quiet"
                )


def hats_data(standings: "Sequence[HatStanding]", environment: "Environment", last: "Kept | None") -> "dict[str, Json]":
    """Return hats and stages as data."""
    found = {one.id: one for one in standings}

    def said(hats: "Sequence[Hat]") -> "list[Json]":
        return [
            {
                **found[hat.id]._asdict(),
                "name": hat.name,
                "question": hat.question,
                "action": hat.action,
                "expectations": hat.expectations,
                "origin": hat.origin,
                "sources": hat.sources,
            }
            for hat in hats
        ]

    return {
        "assessed_at": last.at if last else None,
        "hats": said(environment.hats),
        "stages": said(environment.stages),
    }


def hats_rows(standings: "Sequence[HatStanding]", environment: "Environment") -> "Rows":
    """Return hats and stages as a table."""
    found = {one.id: one for one in standings}
    kinds = (("hat", environment.hats), ("stage", environment.stages))
    return [("id", "kind", "worn", "met"), *_rows(found, kinds)]


def _rows(
    found: "dict[str, HatStanding]", kinds: "tuple[tuple[str, Sequence[Hat]], ...]"
) -> "Iterator[tuple[str, str, str, str]]":
    for kind, hats in kinds:
        yield from ((hat.id, kind, found[hat.id].worn, " ".join(found[hat.id].met)) for hat in hats)


def _said(one: "HatStanding") -> str:
    match one.worn:
        case Worn.SAID:
            return "worn, as you say"
        case Worn.INFERRED:
            return f"inferred from {listed(one.met)}"
        case Worn.OPEN:
            return "open"
