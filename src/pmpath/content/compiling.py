"""Compiles a ladder and playbooks of one's own, or says all that is wrong with them."""

import json
from typing import TYPE_CHECKING

from pmpath.content.compiler import grid_data
from pmpath.content.own import beside, checked, in_order, read_ladder, references_hold
from pmpath.content.reading import read_document
from pmpath.content.references import check_playbooks
from pmpath.errors import ContentError, Problem
from pmpath.model.playbook import Playbooks

if TYPE_CHECKING:
    from pmpath.content.shipped import Shipped
    from pmpath.model.ladder import Ladder
    from pmpath.model.source import Sources


def compile_ladder(content: bytes, name: str, shipped: "Shipped") -> dict[str, str]:
    """Return the compiled texts of a ladder, and under `bases` which files it extends; `ContentError` with every problem."""
    own = read_ladder(content, name, shipped)
    _refuse("this ladder is not valid", own.problems)
    return {
        "grid": json.dumps(grid_data(own.ladder, own.digest), separators=(",", ":")),
        "ladder": own.ladder.model_dump_json(),
        "bases": json.dumps(own.bases),
    }


def read_playbooks(content: bytes, name: str, ladder: "Ladder", sources: "Sources") -> tuple[Playbooks, tuple[Problem, ...]]:
    """Return playbooks, loosely built where there are problems, and all that is wrong with them."""
    document = read_document(content, name)
    playbooks, problems = checked(document, Playbooks)
    if references_hold(problems):
        problems += beside(problems, check_playbooks(document, playbooks, ladder, sources, own=True))
    return playbooks, in_order(problems, [name])


def compile_playbooks(content: bytes, name: str, ladder: "Ladder", sources: "Sources") -> dict[str, str]:
    """Return the compiled text of playbooks; `ContentError` with every problem."""
    playbooks, problems = read_playbooks(content, name, ladder, sources)
    _refuse("these playbooks are not valid", problems)
    return {"transitions": playbooks.model_dump_json()}


def _refuse(message: str, problems: tuple[Problem, ...]) -> None:
    if problems:
        raise ContentError(message, problems=problems)
