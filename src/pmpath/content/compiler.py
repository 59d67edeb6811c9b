"""Compiles the YAML files of a data folder into compact JSON that needs no validation when it is loaded."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from pmpath.content.document import Document
from pmpath.content.guide_references import check_guides
from pmpath.content.problems import problems_of
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
    contents = {name: read_content(folder / name) for name in YAML_FILES}
    ladder_file, ladder = _load(contents, "ladder.yaml", Ladder)
    playbook_file, playbooks = _load(contents, "transitions.yaml", Playbooks)
    portfolio_file, portfolio = _load(contents, "portfolio.yaml", Portfolio)
    interview_file, interview = _load(contents, "interview.yaml", Interview)
    guide_file, guides = _load(contents, "guides.yaml", Guides)
    source_file, sources = _load(contents, "sources.yaml", Sources)
    _refuse(
        [
            *check_ladder(ladder_file, ladder, sources),
            *check_playbooks(playbook_file, playbooks, ladder, sources),
            *check_portfolio(portfolio_file, portfolio, playbooks, ladder, sources),
            *check_interview(interview_file, interview, ladder, sources),
            *check_focus(playbook_file, playbooks, interview),
            *check_guides(guide_file, guides, ladder, sources),
            *check_sources(source_file, sources),
        ]
    )
    return {
        "identity": _compact(f"{ladder.id} {ladder.version}"),
        "grid": _compact(grid_data(ladder, sha256(contents["ladder.yaml"]).hexdigest())),
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


def _load(contents: Mapping[str, bytes], name: str, model: type[Model]) -> tuple[Document, Model]:
    document = read_yaml(contents[name], name)
    try:
        return document, model.model_validate(document.data)
    except ValidationError as err:
        raise ContentError("this file is not valid", problems=tuple(problems_of(err, document, model))) from err


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise ContentError("these files do not fit together", problems=tuple(problems))


def _compact(data: object) -> str:
    return json.dumps(data, separators=(",", ":"))
