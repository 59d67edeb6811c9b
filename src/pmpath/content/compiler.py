"""Compiles the YAML files of a data folder into compact JSON that needs no validation when it is loaded."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from pmpath.content.document import Document
from pmpath.content.problems import problems_of
from pmpath.content.reader import read_yaml
from pmpath.content.references import check_ladder, check_playbooks, check_portfolio, check_sources
from pmpath.content.table import grid_data
from pmpath.errors import ContentError, MissingFileError, Problem
from pmpath.model.ladder import Ladder
from pmpath.model.playbook import Playbooks
from pmpath.model.portfolio import Portfolio
from pmpath.model.source import Sources

Model = TypeVar("Model", bound=BaseModel)
PARTS: Final = ("identity", "grid", "ladder", "transitions", "portfolio", "sources")
YAML_FILES: Final = ("ladder.yaml", "transitions.yaml", "portfolio.yaml", "sources.yaml")


def compile_folder(folder: Path) -> dict[str, str]:
    """Check the YAML files of a folder and return the compiled texts by name; raise `ContentError` with every problem."""
    ladder_bytes, playbook_bytes, portfolio_bytes, source_bytes = (read_content(folder / name) for name in YAML_FILES)
    ladder_file, ladder = _load(ladder_bytes, "ladder.yaml", Ladder)
    playbook_file, playbooks = _load(playbook_bytes, "transitions.yaml", Playbooks)
    portfolio_file, portfolio = _load(portfolio_bytes, "portfolio.yaml", Portfolio)
    source_file, sources = _load(source_bytes, "sources.yaml", Sources)
    _refuse(
        [
            *check_ladder(ladder_file, ladder, sources),
            *check_playbooks(playbook_file, playbooks, ladder, sources),
            *check_portfolio(portfolio_file, portfolio, playbooks, ladder, sources),
            *check_sources(source_file, sources),
        ]
    )
    return {
        "identity": _compact(f"{ladder.id} {ladder.version}"),
        "grid": _compact(grid_data(ladder, sha256(ladder_bytes).hexdigest())),
        "ladder": ladder.model_dump_json(),
        "transitions": playbooks.model_dump_json(),
        "portfolio": portfolio.model_dump_json(),
        "sources": sources.model_dump_json(),
    }


def read_content(path: Path) -> bytes:
    """Return the bytes of a content file; `MissingFileError` where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as err:
        hint = f"a data folder holds {', '.join(YAML_FILES)}"
        raise MissingFileError(f"{path}: cannot be read: {(err.strerror or 'unknown').lower()}", hint=hint) from err


def _load(content: bytes, name: str, model: type[Model]) -> tuple[Document, Model]:
    document = read_yaml(content, name)
    try:
        return document, model.model_validate(document.data)
    except ValidationError as err:
        raise ContentError("this file is not valid", problems=tuple(problems_of(err, document, model))) from err


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise ContentError("these files do not fit together", problems=tuple(problems))


def _compact(data: object) -> str:
    return json.dumps(data, separators=(",", ":"))
