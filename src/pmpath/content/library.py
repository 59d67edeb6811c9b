"""Loads compiled content: grid and words, without validation. Compiles a checkout's YAML once and keeps the result.

Words are read into plain records that carry the attributes of the content models. They are typed as those models, so that
there is one definition of each, and pydantic stays off the paths that only read.
"""

import json
import os
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Final, cast

from pmpath.core.grid import Cell, Grid, Rules, Share
from pmpath.errors import MissingFileError
from pmpath.model.identity import LadderIdentity
from pmpath.model.own import NOTHING_OWN, Own
from pmpath.model.setting import Rule
from pmpath.model.words import Words

if TYPE_CHECKING:
    from pmpath.content.shipped import Shipped
    from pmpath.model.guide import Guides
    from pmpath.model.ladder import Ladder
    from pmpath.model.playbook import Playbook, Playbooks
    from pmpath.model.portfolio import Portfolio
    from pmpath.model.practice import Interview
    from pmpath.model.source import Source, Sources


LADDER_PARTS: Final = ("grid", "ladder")
"""The compiled parts that a ladder of one's own takes the place of."""
_VARIABLES: Final = ("PMPATH_LADDER", "PMPATH_PLAYBOOKS")


class Library:
    """The content of one data folder, each part loaded when it is first used; files of one's own stand in for parts of it."""

    def __init__(self, folder: Path, own: Own = NOTHING_OWN) -> None:
        """Remember where everything is; read nothing yet."""
        self._folder = folder
        self.own = own

    @cached_property
    def shipped(self) -> "Library":
        """The same content without anything of one's own."""
        return Library(self._folder) if any(self.own) else self

    @cached_property
    def _compiled(self) -> dict[str, str]:
        from pmpath.content.cache import compiled_texts

        return compiled_texts(self._folder)

    @cached_property
    def _own_ladder(self) -> dict[str, str]:
        from pmpath.content.cache import ladder_texts

        return ladder_texts(self.own.ladder or "", self.shipped.identity.sha256, self.shipped.as_base)

    def as_base(self) -> "Shipped":
        """Return what a ladder of one's own rests on."""
        from pmpath.content.shipped import Shipped

        return Shipped(self._text("ladder"), self.identity.sha256, cast("Sources", self._record("sources")))

    def _text(self, name: str) -> str:
        if self.own.ladder is not None and name in LADDER_PARTS:
            return self._own_ladder[name]
        shipped = self._folder / "compiled" / f"{name}.json"
        try:
            return shipped.read_text("utf-8")
        except FileNotFoundError:
            return self._compiled[name]

    def _record(self, name: str) -> object:
        return _record(self._text(name))

    @cached_property
    def _grid_data(self) -> tuple[LadderIdentity, Grid]:
        data = json.loads(self._text("grid"))
        shares = data["rules"]
        rules = Rules(Share(*shares["hold"]), Share(*shares["strong"]), Share(*shares["ready"]), shares["estimate_from"])
        settings = {name: Rule(tuple(later), unless) for name, (later, unless) in data["settings"].items()}
        grid = Grid(levels=data["levels"], cells=[Cell(*cell) for cell in data["cells"]], rules=rules, settings=settings)
        return LadderIdentity(*data["identity"]), grid

    @property
    def identity(self) -> LadderIdentity:
        """Which ladder this is."""
        return self._grid_data[0]

    @property
    def grid(self) -> Grid:
        """The ladder as the core computes on it."""
        return self._grid_data[1]

    @cached_property
    def words(self) -> Words:
        """The words of the ladder."""
        return Words(cast("Ladder", self._record("ladder")))

    @cached_property
    def playbooks(self) -> "tuple[Playbook, ...]":
        """The playbooks, in the order of the list shown; of the shipped ones those that fit the ladder."""
        if self.own.playbooks is not None:
            return tuple(self._own_playbooks.playbooks)
        shipped = tuple(cast("Playbooks", self._record("transitions")).playbooks)
        if self.own.ladder is None:
            return shipped
        from pmpath.content.fitting import fitting_playbooks

        return fitting_playbooks(shipped, self.words)

    @cached_property
    def _own_playbooks(self) -> "Playbooks":
        from pmpath.content.cache import playbook_texts

        name, ground = self.own.playbooks or "", self.identity.sha256
        texts = playbook_texts(name, ground, lambda: (self.words.ladder, self.shipped.as_base().sources))
        return cast("Playbooks", _record(texts["transitions"]))

    @property
    def has_playbooks(self) -> bool:
        """Whether there is a playbook for this ladder; the shipped ladder has some."""
        return self.own == NOTHING_OWN or bool(self.playbooks)

    @cached_property
    def portfolio(self) -> "Portfolio":
        """The kinds of portfolio pieces, and what a review of one looks for; with the playbooks and ids that there are."""
        portfolio = cast("Portfolio", self._record("portfolio"))
        if self.own == NOTHING_OWN:
            return portfolio
        from pmpath.content.fitting import fitting_portfolio

        return fitting_portfolio(portfolio, self.playbooks, self.words)

    @cached_property
    def interview(self) -> "Interview":
        """The types of interview questions, how answers are scored, the stages of a loop, the story bank."""
        interview = cast("Interview", self._record("interview"))
        if self.own == NOTHING_OWN:
            return interview
        from pmpath.content.fitting import fitting_interview

        return fitting_interview(interview, self.words)

    @cached_property
    def guides(self) -> "Guides":
        """The guides, their figures, the offer worksheet, the FAQ."""
        guides = cast("Guides", self._record("guides"))
        if self.own == NOTHING_OWN:
            return guides
        from pmpath.content.fitting import fitting_guides

        return fitting_guides(guides, self.words)

    @cached_property
    def sources(self) -> "tuple[Source, ...]":
        """Where the statements come from, in the order of the file; those that the ladder names itself come first."""
        shipped = tuple(cast("Sources", self._record("sources")).sources)
        return shipped if self.own.ladder is None else (*(self.words.ladder.sources or ()), *shipped)


def find_library(own: Own = NOTHING_OWN) -> Library:
    """Find the content: `PMPATH_DATA_DIR`, then the installed package's data, then the checkout's.

    What `own` leaves open, `PMPATH_LADDER` and `PMPATH_PLAYBOOKS` may name.
    """
    own = Own(*(file or os.environ.get(name) or None for file, name in zip(own, _VARIABLES, strict=True)))
    given = os.environ.get("PMPATH_DATA_DIR")
    if given:
        if not (Path(given) / "ladder.yaml").is_file():
            raise MissingFileError(f"no ladder.yaml in {given}", hint="PMPATH_DATA_DIR names a folder with the data files")
        return Library(Path(given), own)
    package = Path(__file__).parents[1]
    return Library(next(p for p in (package / "data", package.parents[1] / "data") if p.is_dir()), own)


def _record(text: str) -> object:
    return json.loads(text, object_hook=lambda fields: SimpleNamespace(**fields))
