"""Portfolio pieces: their templates and examples from the content, and the files that people wrote from them."""

from typing import TYPE_CHECKING

from pmpath.content.document import unreadable
from pmpath.content.files import read_given, shown_name
from pmpath.model.template import Lookup, Section, Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.content.library import Library
    from pmpath.model.piece_kind import PieceKind
    from pmpath.model.playbook import Playbook
    from pmpath.model.project import WorkedExample


def template_of(kind: "PieceKind", library: "Library") -> Template:
    """Return the document of a kind: its own, or the one that its playbook leaves behind."""
    book = _playbook(kind, library)
    file, title = (book.artifact.file, book.artifact.title) if book else (kind.file, kind.title)
    return Template(kind.id, file or "", title or "", tuple(_sections(kind, book)))


def example_of(kind: "PieceKind", library: "Library") -> "WorkedExample":
    """Return the template of a kind filled in for an invented product."""
    book = _playbook(kind, library)
    example = book.worked_example if book else kind.example
    if example is None:
        raise LookupError(kind.id)
    return example


def lookup_of(library: "Library") -> Lookup:
    """Return the words that a review looks for."""
    rules = library.portfolio.review
    return Lookup(rules.example_mark, **vars(rules.words))


def read_piece(name: str) -> str:
    """Return the text of a file in UTF-8, or of standard input for `-`; `ContentError` where it is none."""
    content = read_given(name)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        line = content.count(b"\n", 0, err.start) + 1
        raise unreadable(shown_name(name), (line, 1), "not in UTF-8") from err


def _playbook(kind: "PieceKind", library: "Library") -> "Playbook | None":
    if kind.background is None:
        return None
    return next(playbook for playbook in library.playbooks if playbook.id == kind.background)


def _sections(kind: "PieceKind", book: "Playbook | None") -> "Iterator[Section]":
    prompts = {section.heading: section.prompt for section in book.artifact.sections} if book else {}
    for part in kind.parts:
        for one in part.sections:
            prompt = one.prompt or prompts[one.heading]
            yield Section(one.heading, part.part, prompt, "evidence" in one.needs, "option" in one.needs)
