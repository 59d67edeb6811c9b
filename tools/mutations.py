"""Makes the mutants of a module: its code with one small mistake in each.

What is changed: comparisons (turned round, moved by one), `and` and `or`, an operand of them left out, `not`, conditions held
true or false, sums and products, `min`, `max`, `any`, `all`, numbers by one, truth values, strings without white space (keys,
codes, formats), a returned value to None, bounds of slices, filters of comprehensions, arguments by name, and whole statements:
calls, raises, assignments to something else than a name, `continue` and `break`. What is only text for people (strings with
white space, f-strings, docstrings), annotations, and code for another platform or for type checkers stay as they are.
"""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

COMPARISONS: Final[dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
OPERATORS: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.BitXor: ast.BitOr,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
CALLS: Final = {"min": "max", "max": "min", "any": "all", "all": "any"}
_ELSEWHERE: Final = ("sys.platform", "TYPE_CHECKING")


class Mutant(NamedTuple):
    """One mistake: where it is (`function` is empty outside of functions), and what it makes of the code.

    `number` finds it again in the module; `first` and `last` are the lines of its statement.
    """

    module: str
    function: str
    change: str
    number: int
    first: int
    last: int

    @property
    def name(self) -> str:
        """What it is called in results and explanations."""
        return f"{self.module}:{self.function}: {self.change}"


class Edit(NamedTuple):
    """A node and what stands in its place, inside a function and a statement."""

    node: ast.AST
    other: ast.AST
    function: str
    statement: ast.AST


def mutants(path: Path, module: str) -> list[Mutant]:
    """Return the mutants of a module, in the order of its code."""
    seen: Counter[tuple[str, str]] = Counter()
    made = []
    for number, edit in enumerate(_Edits().of(_tree(path))):
        change = f"{_shown(edit.node)} -> {_shown(edit.other)}"
        seen[edit.function, change] += 1
        count = seen[edit.function, change]
        first, last = _lines(edit.statement)
        made.append(Mutant(module, edit.function, change if count == 1 else f"{change} #{count}", number, first, last))
    return made


def mutated(path: Path, number: int) -> tuple[ast.Module, ast.AST]:
    """Return the tree of a module with one mistake, and the statement that holds it."""
    tree = _tree(path)
    edit = next(edit for place, edit in enumerate(_Edits().of(tree)) if place == number)
    _Replacing(edit).visit(tree)
    return ast.fix_missing_locations(tree), edit.other if edit.statement is edit.node else edit.statement


def uses(path: Path, line: int) -> set[int]:
    """Return the lines that use the constant which is set at a line."""
    tree = _tree(path)
    names = {
        target.id
        for one in tree.body
        if one.lineno <= line <= (one.end_lineno or 0)
        for target in ast.walk(one)
        if isinstance(target, ast.Name) and isinstance(target.ctx, ast.Store)
    }
    used = (one for one in ast.walk(tree) if isinstance(one, ast.Name) and one.id in names and isinstance(one.ctx, ast.Load))
    return {one.lineno for one in used}


class _Replacing(ast.NodeTransformer):
    def __init__(self, edit: Edit) -> None:
        self._edit = edit

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self._edit.node:
            return ast.copy_location(self._edit.other, node)
        return self.generic_visit(node)


class _Edits:
    """Walks through a module and knows in which function and statement it is."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._function = ""
        self._statement: ast.AST = ast.Pass()

    def of(self, node: ast.AST) -> Iterator[Edit]:
        """Yield every edit of a node and of what stands in it."""
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield from self._defined(node)
        elif not _is_left_out(node):
            before = self._statement
            if isinstance(node, ast.stmt | ast.comprehension | ast.match_case):
                self._statement = node
            yield from (Edit(*pair, self._function, self._statement) for pair in _changes(node))
            for part in _parts(node):
                yield from self.of(part)
            self._statement = before

    def _defined(self, node: ast.FunctionDef | ast.ClassDef) -> Iterator[Edit]:
        outer = self._statement
        self._statement = node
        if isinstance(node, ast.FunctionDef):
            for default in (*node.args.defaults, *node.args.kw_defaults):
                if default is not None:
                    yield from self.of(default)
        before = self._function
        self._names.append(node.name)
        if isinstance(node, ast.FunctionDef):
            self._function = self._function or ".".join(self._names)
        for part in node.body:
            yield from self.of(part)
        self._names.pop()
        self._function, self._statement = before, outer


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def _shown(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())


def _lines(node: ast.AST) -> tuple[int, int]:
    """Return the first and the last line of a statement; of one that holds others only of its head."""
    if isinstance(node, ast.comprehension):
        return node.target.lineno, max(part.end_lineno or 0 for part in (node.iter, *node.ifs))
    if isinstance(node, ast.match_case):
        return node.pattern.lineno, node.pattern.end_lineno or node.pattern.lineno
    if not isinstance(node, ast.stmt):
        raise TypeError(node)
    body = getattr(node, "body", None)
    last = body[0].lineno - 1 if isinstance(body, list) and body else node.end_lineno
    return node.lineno, max(node.lineno, last or 0)


def _is_left_out(node: ast.AST) -> bool:
    """Say whether nothing in a node is changed: docstrings, text for people, imports, names of types."""
    match node:
        case ast.Expr(ast.Constant()) | ast.Import() | ast.ImportFrom() | ast.Pass():
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case ast.Call(func=ast.Name(id="cast" | "TypeVar")):
            return True
    return False


def _parts(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what in a node can be changed."""
    match node:
        case ast.If(test=test, orelse=orelse) if any(name in ast.unparse(test) for name in _ELSEWHERE):
            yield from orelse
        case ast.AnnAssign(target=target, value=value):
            yield from (part for part in (target, value) if part is not None)
        case ast.JoinedStr(values=values):
            yield from (part.value for part in values if isinstance(part, ast.FormattedValue))
        case ast.Lambda(body=body):
            yield body
        case _:
            yield from ast.iter_child_nodes(node)


def _changes(node: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
    """Yield pairs of a node and what is put in its place."""
    match node:
        case ast.Compare(ops=ops):
            yield from (
                (node, _compared(node, place, other)) for place, op in enumerate(ops) for other in COMPARISONS[type(op)]
            )
        case ast.BoolOp():
            yield from ((node, other) for other in _joined(node))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield node, operand
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            yield node, ast.BinOp(left, OPERATORS[type(op)](), right)
        case ast.AugAssign(target=target, op=op, value=value) if type(op) in OPERATORS:
            yield node, ast.AugAssign(target, OPERATORS[type(op)](), value)
        case ast.Constant():
            yield from ((node, ast.Constant(other)) for other in _values(node.value))
        case ast.Call():
            yield from ((node, other) for other in _called(node))
        case ast.Slice(lower=lower, upper=upper, step=step):
            yield from ((node, other) for other in _cut(lower, upper, step))
        case ast.comprehension():
            yield from ((node, other) for other in _filtered(node))
        case _:
            yield from _in_statement(node)


def _in_statement(node: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
    match node:
        case ast.If(test=test) if any(name in ast.unparse(test) for name in _ELSEWHERE):
            return
        case ast.If(test=test) | ast.IfExp(test=test):
            yield from ((test, ast.Constant(value)) for value in (True, False))
        case ast.While(test=test):
            yield test, ast.Constant(value=False)
        case ast.match_case(guard=ast.expr() as guard):
            yield from ((guard, ast.Constant(value)) for value in (True, False))
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield value, ast.Constant(None)
        case ast.Lambda(body=body):
            yield body, ast.Constant(None)
        case ast.Continue() | ast.Break():
            yield node, ast.Break() if isinstance(node, ast.Continue) else ast.Continue()
        case ast.Expr(value=ast.Call()) | ast.Raise() | ast.Delete() | ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield node, ast.Pass()


def _compared(node: ast.Compare, place: int, other: type[ast.cmpop]) -> ast.Compare:
    return ast.Compare(node.left, [*node.ops[:place], other(), *node.ops[place + 1 :]], node.comparators)


def _joined(node: ast.BoolOp) -> Iterator[ast.expr]:
    """Yield a condition with the other word, and without each of its parts."""
    yield ast.BoolOp(ast.And() if isinstance(node.op, ast.Or) else ast.Or(), node.values)
    for place in range(len(node.values)):
        rest = [*node.values[:place], *node.values[place + 1 :]]
        yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)


def _values(value: object) -> Iterator[bool | int | float | str | bytes]:
    match value:
        case bool():
            yield not value
        case int() | float():
            yield value + 1
            yield value - 1
        case str() if not any(char.isspace() for char in value):
            yield value + "_"
        case bytes():
            yield value + b"_"


def _called(node: ast.Call) -> Iterator[ast.Call]:
    if isinstance(node.func, ast.Name) and node.func.id in CALLS:
        yield ast.Call(ast.Name(CALLS[node.func.id], ast.Load()), node.args, node.keywords)
    for keyword in node.keywords:
        if keyword.arg and not _is_text(keyword.value):
            yield ast.Call(node.func, node.args, [other for other in node.keywords if other is not keyword])


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value
    )


def _cut(lower: ast.expr | None, upper: ast.expr | None, step: ast.expr | None) -> Iterator[ast.Slice]:
    if lower is not None:
        yield ast.Slice(None, upper, step)
    if upper is not None:
        yield ast.Slice(lower, None, step)


def _filtered(node: ast.comprehension) -> Iterator[ast.comprehension]:
    for one in node.ifs:
        yield ast.comprehension(node.target, node.iter, [other for other in node.ifs if other is not one], node.is_async)
