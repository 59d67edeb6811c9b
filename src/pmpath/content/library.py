"""Loads compiled content: grid and words, without validation. Compiles a checkout's YAML once and keeps the result.

Words are read into plain records that carry the attributes of the content models. They are typed as those models, so that
there is one definition of each, and pydantic stays off the paths that only read.
"""

import json
import os
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from pmpath.core.grid import Cell, Grid, Rules, Share
from pmpath.errors import MissingFileError
from pmpath.model.identity import LadderIdentity
from pmpath.model.setting import Rule
from pmpath.model.words import Words

if TYPE_CHECKING:
    from pmpath.model.guide import Guides
    from pmpath.model.ladder import Ladder
    from pmpath.model.playbook import Playbook, Playbooks
    from pmpath.model.portfolio import Portfolio
    from pmpath.model.practice import Interview
    from pmpath.model.source import Source, Sources


class Library:
    """The content of one data folder, each part loaded when it is first used."""

    def __init__(self, folder: Path) -> None:
        """Remember the folder; read nothing yet."""
        self._folder = folder

    @cached_property
    def _compiled(self) -> dict[str, str]:
        from pmpath.content.cache import compiled_texts

        return compiled_texts(self._folder)

    def _text(self, name: str) -> str:
        shipped = self._folder / "compiled" / f"{name}.json"
        try:
            return shipped.read_text("utf-8")
        except FileNotFoundError:
            return self._compiled[name]

    def _record(self, name: str) -> object:
        return json.loads(self._text(name), object_hook=lambda fields: SimpleNamespace(**fields))

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
        """The playbooks, in the order of the list shown."""
        return tuple(cast("Playbooks", self._record("transitions")).playbooks)

    @cached_property
    def portfolio(self) -> "Portfolio":
        """The kinds of portfolio pieces, and what a review of one looks for."""
        return cast("Portfolio", self._record("portfolio"))

    @cached_property
    def interview(self) -> "Interview":
        """The types of interview questions, how answers are scored, the stages of a loop, the story bank."""
        return cast("Interview", self._record("interview"))

    @cached_property
    def guides(self) -> "Guides":
        """The guides, their figures, the offer worksheet, the FAQ."""
        return cast("Guides", self._record("guides"))

    @cached_property
    def sources(self) -> "tuple[Source, ...]":
        """Where the statements come from, in the order of the file."""
        return tuple(cast("Sources", self._record("sources")).sources)


def find_library() -> Library:
    """Find the content: `PMPATH_DATA_DIR`, then the installed package's data, then the checkout's."""
    given = os.environ.get("PMPATH_DATA_DIR")
    if given:
        if not (Path(given) / "ladder.yaml").is_file():
            raise MissingFileError(f"no ladder.yaml in {given}", hint="PMPATH_DATA_DIR names a folder with the data files")
        return Library(Path(given))
    package = Path(__file__).parents[1]
    return Library(next(p for p in (package / "data", package.parents[1] / "data") if p.is_dir()))
