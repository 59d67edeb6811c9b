"""Compiles the YAML files of a data folder into compact JSON that needs no validation when it is loaded."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Final, TypeVar

from pydantic import BaseModel

from pmpath.content.document import Document
from pmpath.content.guide_references import check_guides
from pmpath.content.own import checked
from pmpath.content.reader import read_yaml
from pmpath.content.references import check_ladder, check_playbooks, check_portfolio, check_sources
from pmpath.content.rehearsal import check_focus, check_interview
from pmpath.content.table import grid_data
from pmpath.errors import ContentError, MissingFileError, Problem
from pmpath.model.guide import Guides
from pmpath.model.ladder import Ladder
from pmpath.model.playbook import Playbooks
from pmpath.model.portfolio import Portfolio
from pmpath.model.practice import Interview
from pmpath.model.source import Sources

Model = TypeVar("Model", bound=BaseModel)
PARTS: Final = ("identity", "grid", "ladder", "transitions", "portfolio", "interview", "guides", "sources")
YAML_FILES: Final = ("ladder.yaml", "transitions.yaml", "portfolio.yaml", "interview.yaml", "guides.yaml", "sources.yaml")


def compile_folder(folder: Path) -> dict[str, str]:
    """Check the YAML files of a folder and return the compiled texts by name; raise `ContentError` with every problem."""
    reading = _Reading(folder)
    ladder_file, ladder = reading.read("ladder.yaml", Ladder)
    playbook_file, playbooks = reading.read("transitions.yaml", Playbooks)
    portfolio_file, portfolio = reading.read("portfolio.yaml", Portfolio)
    interview_file, interview = reading.read("interview.yaml", Interview)
    guide_file, guides = reading.read("guides.yaml", Guides)
    source_file, sources = reading.read("sources.yaml", Sources)
    reading.refuse("this content is not valid")
    reading.problems = [
        *check_ladder(ladder_file, ladder, sources),
        *check_playbooks(playbook_file, playbooks, ladder, sources),
        *check_portfolio(portfolio_file, portfolio, playbooks, ladder, sources),
        *check_interview(interview_file, interview, ladder, sources),
        *check_focus(playbook_file, playbooks, interview),
        *check_guides(guide_file, guides, ladder, sources),
        *check_sources(source_file, sources),
    ]
    reading.refuse("these files do not fit together")
    return {
        "identity": _compact(f"{ladder.id} {ladder.version}"),
        "grid": _compact(grid_data(ladder, sha256(reading.contents["ladder.yaml"]).hexdigest())),
        "ladder": ladder.model_dump_json(),
        "transitions": playbooks.model_dump_json(),
        "portfolio": portfolio.model_dump_json(),
        "interview": interview.model_dump_json(),
        "guides": guides.model_dump_json(),
        "sources": sources.model_dump_json(),
    }


def read_content(path: Path) -> bytes:
    """Return the bytes of a content file; `MissingFileError` where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as err:
        hint = f"a data folder holds {', '.join(YAML_FILES)}"
        raise MissingFileError(f"{path}: cannot be read: {(err.strerror or 'unknown').lower()}", hint=hint) from err


class _Reading:
    """Reads the files of a folder, and collects what the models refuse in all of them."""

    def __init__(self, folder: Path) -> None:
        self.contents = {name: read_content(folder / name) for name in YAML_FILES}
        self.problems: list[Problem] = []

    def read(self, name: str, model: type[Model]) -> tuple[Document, Model]:
        """Return a file's data and what its model makes of them."""
        document = read_yaml(self.contents[name], name)
        content, problems = checked(document, model)
        self.problems += problems
        return document, content

    def refuse(self, message: str) -> None:
        """Raise `ContentError` where anything is wrong."""
        if self.problems:
            raise ContentError(message, problems=tuple(self.problems))


def _compact(data: object) -> str:
    return json.dumps(data, separators=(",", ":"))
