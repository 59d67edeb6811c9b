"""Data with the file and path that each part came from, so that files woven into one can still be told apart."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple, cast

from pmpath.content.document import Data, Document, Path, Place
from pmpath.errors import Problem

Inner = None | bool | int | float | str | list["Node"] | dict[str, "Node"]
_START = (1, 1)
_ELSEWHERE = "this stands in the default ladder that the file extends"


class Node(NamedTuple):
    """A value with the document it was read from and its path there; no document stands for the shipped content."""

    inner: Inner
    source: Document | None = None
    path: Path = ()

    @property
    def fields(self) -> "dict[str, Node]":
        """The fields of a mapping; none where it is something else."""
        return self.inner if isinstance(self.inner, dict) else {}

    @property
    def items(self) -> "list[Node]":
        """The items of a list; none where it is something else."""
        return self.inner if isinstance(self.inner, list) else []

    def field(self, name: str) -> "Node":
        """Return a field of a mapping; nothing where there is no such field."""
        return self.fields.get(name, NOTHING)

    @property
    def word(self) -> str | None:
        """The text, where it is one."""
        return self.inner if isinstance(self.inner, str) else None

    def having(self, **changed: "Node") -> "Node":
        """Return the mapping with some fields changed."""
        return self._replace(inner={**self.fields, **changed})

    def holding(self, name: str, items: "list[Node]") -> "Node":
        """Return the mapping with other items in one of its lists; the same where it has no such list."""
        part = self.field(name)
        return self.having(**{name: part._replace(inner=items)}) if isinstance(part.inner, list) else self


NOTHING = Node(None)


def nodes(data: Data, source: Document | None = None, path: Path = ()) -> Node:
    """Return data that was read as a tree of nodes."""
    inner: Inner
    if isinstance(data, dict):
        inner = {key: nodes(value, source, (*path, key)) for key, value in data.items()}
    elif isinstance(data, list):
        inner = [nodes(value, source, (*path, place)) for place, value in enumerate(data)]
    else:
        inner = data
    return Node(inner, source, path)


class Woven:
    """Data out of several files; every problem is located in the file that the part came from."""

    def __init__(self, root: Node) -> None:
        """Take the data; where each part came from is looked up when something is wrong."""
        self._root = root
        self.data: Data = _plain(root)

    @cached_property
    def places(self) -> Mapping[Path, Place]:
        """Line and column of each path in its own file; the first where it stands in the shipped content."""
        return {
            path: node.source.places.get(node.path, _START) if node.source else _START for path, node in self._origins.items()
        }

    def problem(self, path: Path, message: str, hint: str = "") -> Problem:
        """Say what is wrong at a path, in the file and at the path there of the nearest part that came from a file."""
        end = next(end for end in range(len(path), -1, -1) if self._comes_from_a_file(path[:end]))
        node = self._origins[path[:end]]
        if not hint and path[: end + 1] in self._origins and end < len(path):
            hint = _ELSEWHERE
        document = cast("Document", node.source)
        return document.problem((*node.path, *path[end:]), message, hint)

    def _comes_from_a_file(self, path: Path) -> bool:
        node = self._origins.get(path)
        return node is not None and node.source is not None

    @cached_property
    def _origins(self) -> dict[Path, Node]:
        """Where each path came from."""
        return dict(_laid_out(self._root, ()))


def _plain(node: Node) -> Data:
    if isinstance(node.inner, dict):
        return {key: _plain(part) for key, part in node.inner.items()}
    return [_plain(part) for part in node.inner] if isinstance(node.inner, list) else node.inner


def _laid_out(node: Node, path: Path) -> Iterator[tuple[Path, Node]]:
    """Yield every part of some data with its path, from the outside in."""
    yield path, node
    steps: Iterable[tuple[str | int, Node]] = node.fields.items() or enumerate(node.items)
    for step, part in steps:
        yield from _laid_out(part, (*path, step))
