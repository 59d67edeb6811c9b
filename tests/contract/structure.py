"""Looks at the shape of source files with the standard library alone: sizes, nesting, what is called where."""

import ast
import io
import tokenize
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import pmpath

PACKAGE = Path(pmpath.__file__).parent
SKIPPED = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
}
COMPOUND = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.TryStar, ast.Match)
BRANCHES = (ast.If, ast.For, ast.While, ast.ExceptHandler, ast.IfExp, ast.match_case, ast.Assert)


class Function:
    """One function of a source file."""

    def __init__(self, where: str, node: ast.FunctionDef, code: set[int]) -> None:
        """Measure it; `code` holds the numbers of the lines that hold code."""
        first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
        self.where = f"{where}:{node.lineno} {node.name}"
        self.node = node
        self.body = sum(1 for line in range(first.lineno, (node.end_lineno or 0) + 1) if line in code)
        self.branches = 1 + sum(map(_branches, ast.walk(node)))
        self.depth = max(map(_depth, node.body))

    @property
    def parameters(self) -> list[ast.arg]:
        """Return what a caller may give, without the object itself."""
        arguments = self.node.args
        named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        return [one for one in named if one.arg not in ("self", "cls")]

    @property
    def is_public(self) -> bool:
        """Say whether it is meant for others."""
        return not self.node.name.startswith("_")


class Source:
    """One source file."""

    def __init__(self, path: Path) -> None:
        """Read it."""
        self.name = path.relative_to(PACKAGE).as_posix()
        self._text = path.read_text("utf-8")
        self.tree = ast.parse(self._text)

    @cached_property
    def code(self) -> set[int]:
        """Return the numbers of the lines that hold code: no comment, no docstring."""
        tokens = tokenize.generate_tokens(io.StringIO(self._text).readline)
        lines = {n for one in tokens if one.type not in SKIPPED for n in range(one.start[0], one.end[0] + 1)}
        prose = {n for text in self.docstrings for n in range(text.lineno, (text.end_lineno or 0) + 1)}
        return lines - prose

    @cached_property
    def docstrings(self) -> list[ast.Constant]:
        """Return every string that stands alone as a statement."""
        alone = [node.value for node in ast.walk(self.tree) if isinstance(node, ast.Expr)]
        return [one for one in alone if isinstance(one, ast.Constant) and isinstance(one.value, str)]

    @cached_property
    def literals(self) -> list[tuple[int, str]]:
        """Return line and text of every string that is no docstring."""
        prose = set(map(id, self.docstrings))
        return [
            (node.lineno, node.value)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose
        ]

    @cached_property
    def functions(self) -> list[Function]:
        """Return every function, methods and inner ones included."""
        return [Function(self.name, node, self.code) for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef)]

    def documented(self) -> Iterator[tuple[str, str | None]]:
        """Yield the module, and each class, function and method that is meant for others, with its docstring."""
        yield self.name, ast.get_docstring(self.tree)
        offered: list[ast.stmt] = [*self.tree.body]
        for node in offered:
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
                yield f"{self.name}:{node.lineno} {node.name}", ast.get_docstring(node)
                offered += node.body if isinstance(node, ast.ClassDef) else []

    def public_names(self) -> list[str]:
        """Return the names that the module offers: functions, classes, constants."""
        names: list[str] = []
        for node in self.tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                names.append(node.name)
            elif isinstance(node, ast.Assign | ast.AnnAssign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                names += [target.id for target in targets if isinstance(target, ast.Name)]
        return [name for name in names if not name.startswith("_")]

    def calls(self) -> Iterator[tuple[int, str]]:
        """Yield line and dotted name of every call."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield node.lineno, ast.unparse(node.func)

    def mentions(self, dotted: str) -> list[int]:
        """Return the lines where an attribute such as `sys.stdout` is used."""
        return [node.lineno for node in ast.walk(self.tree) if isinstance(node, ast.Attribute) and ast.unparse(node) == dotted]


def sources() -> list[Source]:
    """Return every source file of the package."""
    return [Source(path) for path in sorted(PACKAGE.rglob("*.py"))]


def _branches(node: ast.AST) -> int:
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    if isinstance(node, ast.comprehension):
        return len(node.ifs)
    return 1 if isinstance(node, BRANCHES) else 0


def _depth(node: ast.AST) -> int:
    """Return how deep compound statements stand in each other; `elif` is no deeper than its `if`."""
    own = 1 if isinstance(node, COMPOUND) else 0
    inner = [_depth(child) - _is_elif(node, child) for child in ast.iter_child_nodes(node)]
    return own + max(inner, default=0)


def _is_elif(node: ast.AST, child: ast.AST) -> int:
    return int(isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child])
