"""Reads and compiles playbooks of one's own, or says all that is wrong with them."""

from typing import TYPE_CHECKING

from pmpath.content.own import beside, checked, in_order, references_hold
from pmpath.content.reading import read_document
from pmpath.content.references import check_playbooks
from pmpath.errors import ContentError, Problem
from pmpath.model.playbook import Playbooks

if TYPE_CHECKING:
    from pmpath.model.ladder import Ladder
    from pmpath.model.source import Sources


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
    if problems:
        raise ContentError("these playbooks are not valid", problems=problems)
    return {"transitions": playbooks.model_dump_json()}
