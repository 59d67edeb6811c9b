"""Reads a ladder of one's own, whole or as an overlay over another, and playbooks; says all that is wrong at once."""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar, cast

from pydantic import BaseModel, ValidationError

from pmpath.content.bounds import MAX_PROBLEMS
from pmpath.content.document import Document, Placed
from pmpath.content.files import STDIN, read_given
from pmpath.content.filling import filled
from pmpath.content.foremost import cut_off
from pmpath.content.loose import loosely
from pmpath.content.nodes import Node, Woven, nodes
from pmpath.content.overlay import Weaver
from pmpath.content.problems import problems_of
from pmpath.content.pruning import pruned
from pmpath.content.reading import read_document
from pmpath.content.references import check_ladder
from pmpath.content.shipped import Base, Shipped
from pmpath.errors import ContentError, MissingFileError, Problem
from pmpath.model.ladder import Ladder

if TYPE_CHECKING:
    from pmpath.content.document import Data

Model = TypeVar("Model", bound=BaseModel)
EXTENDS: Final = "extends"
DEFAULT: Final = "default"
MOST_FILES: Final = 5
"""Most files that may extend each other."""
_GROUNDS: Final = frozenset(("", "id", "key", "level", "from", "to", "kind", "levels", "competencies", "expectations"))
"""Where the last step of a wrong path is one of these, references cannot be looked at."""


class OwnLadder(NamedTuple):
    """A ladder of one's own: loosely built where there are problems; `digest` is the hash of all that it was read from."""

    ladder: Ladder
    digest: str
    bases: tuple[Base, ...]
    problems: tuple[Problem, ...]


class _Layer(NamedTuple):
    """One file of those that extend each other."""

    document: Document
    content: bytes
    name: str

    @property
    def extends(self) -> str | None:
        """What it extends; None where it is a whole ladder."""
        data = self.document.data
        if not isinstance(data, dict):
            raise self.refused((), "a ladder is a mapping", "pmpath init ladder DIR writes a start")
        word = data.get(EXTENDS)
        if EXTENDS in data and not isinstance(word, str):
            raise self.refused((EXTENDS,), "extends names default, or a file beside this one")
        return cast("str | None", word)

    def refused(self, path: tuple[str | int, ...], message: str, hint: str = "") -> ContentError:
        """Return the error for something at a place of this file."""
        return ContentError("this ladder is not valid", problems=(self.document.problem(path, message, hint),))


def read_ladder(content: bytes, name: str, shipped: Shipped) -> OwnLadder:
    """Read a ladder with all that it extends; raise `ContentError` only where it cannot be read at all."""
    layers = _layers(content, name)
    default = nodes(cast("Data", json.loads(shipped.ladder, object_hook=_as_in_files)))
    root, problems = _woven(layers, default)
    woven = Woven(filled(root, default))
    ladder, found = checked(woven, Ladder)
    problems += [*found, *(_identity_problems(layers, default) if layers[0].extends else ())]
    if references_hold(found):
        problems += beside(found, check_ladder(woven, ladder, shipped.sources, own=True))
    bases = tuple(Base(layer.name, sha256(layer.content).hexdigest()) for layer in layers[1:])
    return OwnLadder(ladder, _digest(layers, shipped), bases, in_order(problems, [layer.document.name for layer in layers]))


def checked(placed: Placed, model: type[Model]) -> tuple[Model, list[Problem]]:
    """Return what a model makes of data, and what is wrong with them; built loosely where something is."""
    try:
        return model.model_validate(placed.data), []
    except ValidationError as err:
        problems = problems_of(err, placed, model)
        return loosely(model, placed.data if len(problems) < MAX_PROBLEMS else None), problems


def references_hold(problems: Sequence[Problem]) -> bool:
    """Say whether references can be looked at beside these problems without naming what is only misread."""
    return len(problems) < MAX_PROBLEMS and all(problem.path.rpartition(".")[2] not in _GROUNDS for problem in problems)


def beside(problems: Sequence[Problem], more: Sequence[Problem]) -> list[Problem]:
    """Return further problems without those that only repeat one that is known at the same place, or around it."""
    known = [(problem.file, problem.path) for problem in problems]
    return [one for one in more if not any(file == one.file and _touch(path, one.path) for file, path in known)]


def in_order(problems: Sequence[Problem], files: Sequence[str]) -> tuple[Problem, ...]:
    """Return problems once each, in the order of the files and of what stands in them."""

    def place(problem: Problem) -> tuple[int, int, int]:
        file = files.index(problem.file) if problem.file in files else len(files)
        return (file, problem.line or 0, problem.column or 0)

    return tuple(cut_off(sorted(dict.fromkeys(problems), key=place)))


def _touch(known: str, path: str) -> bool:
    return known == path or path.startswith(f"{known}.") or known.rpartition(".")[0] == path


def _layers(content: bytes, name: str) -> list[_Layer]:
    """Return the file and those it extends, each behind the one that extends it."""
    layers = [_Layer(read_document(content, name), content, name)]
    folder, seen = _folder(name), {FilePath(name).resolve()}
    while (extended := layers[-1].extends) not in (None, DEFAULT):
        path = folder / str(extended)
        opened = _opened(layers[-1], path, str(extended))
        if path.resolve() in seen:
            raise layers[-1].refused((EXTENDS,), "this file extends itself in the end")
        if len(layers) == MOST_FILES:
            raise layers[-1].refused((EXTENDS,), f"more than {MOST_FILES} files extend each other")
        layers.append(opened)
        folder = path.parent
        seen.add(path.resolve())
    return layers


def _opened(layer: _Layer, path: FilePath, name: str) -> _Layer:
    try:
        content = read_given(str(path))
    except MissingFileError as err:
        raise layer.refused((EXTENDS,), err.message, "name default, or a file beside this one") from err
    return _Layer(read_document(content, str(path)), content, name)


def _folder(name: str) -> FilePath:
    return FilePath() if name == STDIN else FilePath(name).parent


def _woven(layers: Sequence[_Layer], default: Node) -> tuple[Node, list[Problem]]:
    """Return the ladder that the files make together, and what is wrong with the changes of the outer ones."""
    problems: list[Problem] = []
    root = default
    for layer in reversed(layers):
        own = nodes(layer.document.data, layer.document)
        if layer.extends is None:
            root = own
            continue
        weaver = Weaver(layer.document)
        said = own._replace(inner={key: node for key, node in own.fields.items() if key != EXTENDS})
        root = pruned(weaver.weave(root, said), root, layer.document)
        problems += weaver.problems
    return root, problems


def _identity_problems(layers: Sequence[_Layer], default: Node) -> list[Problem]:
    """Return what is wrong with what an overlay is called: it may not be taken for what it extends."""
    own, *extended = (_fields(layer) for layer in layers)
    document = layers[0].document
    if "id" in own and own["id"] in (default.field("id").inner, *(other.get("id") for other in extended)):
        hint = "give it an id of its own, so that assessments with each are told apart"
        return [document.problem(("id",), f"another ladder is called {own['id']}", hint)]
    missing = [name for name in ("id", "version") if name not in own]
    hint = "an overlay has an id and a version of its own"
    return [document.problem((name,), "this field is missing", hint) for name in missing]


def _fields(layer: _Layer) -> "dict[str, Data]":
    return layer.document.data if isinstance(layer.document.data, dict) else {}


def _digest(layers: Sequence[_Layer], shipped: Shipped) -> str:
    """Return the hash of the file's bytes; of an overlay that of its bytes and of the hashes of all that it extends."""
    whole = sha256(layers[0].content)
    if layers[0].extends is None:
        return whole.hexdigest()
    for layer in layers[1:]:
        whole.update(sha256(layer.content).digest())
    if layers[-1].extends is not None:
        whole.update(bytes.fromhex(shipped.sha256))
    return whole.hexdigest()


def _as_in_files(fields: dict[str, object]) -> dict[str, object]:
    """Return the fields of compiled content under the names that files have for them."""
    return {"from" if name == "start" else name: value for name, value in fields.items()}
