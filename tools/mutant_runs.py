"""Runs the tests that cover a mutant, in a process forked from one that has collected them all.

Inside a function a mutant is put into the live function objects, which takes no import. Everything else (constants, classes,
defaults) is run in a process that imports the changed module itself and collects the tests anew.
"""

import ast
import gc
import importlib.machinery
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType
from typing import Final, NamedTuple

import coverage
import pytest

from mutations import Mutant, mutated

ARGUMENTS: Final = ("-q", "-n", "0", "-p", "no:cacheprovider")
GIGABYTE: Final = 1 << 30
SILENT: Final = 20
"""Seconds that a test may wait longer than it took without a mutant."""
KILLED, SURVIVED, TIMED_OUT, UNFIT = "killed", "survived", "timed out", "unfit"


Ended = Callable[[Mutant, "Result"], None]
"""Is told what came of a mutant."""


class Covered(NamedTuple):
    """What the tests of one suite run: by file and line the tests, by test the seconds."""

    lines: Mapping[str, Mapping[str, Sequence[str]]]
    seconds: Mapping[str, float]

    def tests(self, path: Path, lines: Collection[int]) -> set[str]:
        """Return the tests that run one of these lines."""
        found = self.lines.get(str(path), {})
        return {test for line in lines for test in found.get(str(line), ())}


class Result(NamedTuple):
    """What came of a mutant, and the test that noticed it or the number of tests that did not."""

    outcome: str
    by: str


class Watch:
    """Keeps which test failed."""

    def __init__(self) -> None:
        """Know of no failure yet."""
        self.failed = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Look at the report of one part of a test."""
        if report.failed:
            self.failed = self.failed or report.nodeid


class Child(NamedTuple):
    """A process that runs the tests of one mutant, and where it says what came of it."""

    mutant: Mutant
    pid: int
    folder: Path


class Runs:
    """Starts a process a mutant, some at a time, and reports each as it ends."""

    def __init__(self, jobs: int, ended: Ended) -> None:
        """Run so many processes at a time and say what came of each."""
        self._jobs = jobs
        self._ended = ended
        self._children: dict[int, Child] = {}

    def start(self, mutant: Mutant, work: Callable[[], Result]) -> None:
        """Do the work in a process of its own, when there is room for one."""
        while len(self._children) >= self._jobs:
            self._wait()
        folder = Path(tempfile.mkdtemp(prefix="mutant-"))
        pid = os.fork()
        if pid:
            self._children[pid] = Child(mutant, pid, folder)
            return
        _become_apart(folder)
        try:
            (folder / "result").write_text(json.dumps(work()), "utf-8")
        finally:
            os._exit(0)

    def finish(self) -> None:
        """Wait for all."""
        while self._children:
            self._wait()

    def _wait(self) -> None:
        pid, status = os.wait()
        child = self._children.pop(pid, None)
        if child is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
        said = child.folder / "result"
        if said.exists():
            result = Result(*json.loads(said.read_text("utf-8")))
        elif os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGALRM, signal.SIGPROF):
            result = Result(TIMED_OUT, "")
        else:
            result = Result(KILLED, f"the process ended ({status})")
        shutil.rmtree(child.folder, ignore_errors=True)
        self._ended(child.mutant, result)


def _become_apart(folder: Path) -> None:
    """Be a group of processes with files of its own and bounds to what it takes."""
    os.setpgid(0, 0)
    os.environ["PYTEST_DEBUG_TEMPROOT"] = str(folder)
    resource.setrlimit(resource.RLIMIT_AS, (3 * GIGABYTE, resource.getrlimit(resource.RLIMIT_AS)[1]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    be_silent()


def be_silent() -> None:
    """Let nothing that this process or a library in it prints be seen."""
    quiet = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(quiet, descriptor)


def _within(seconds: float) -> None:
    """End this process where the next test takes much longer than it should."""
    signal.setitimer(signal.ITIMER_REAL, SILENT + 30 * seconds)
    signal.setitimer(signal.ITIMER_PROF, 5 + 10 * seconds)


def collected(suites: Sequence[str], loop: Callable[[pytest.Session, Watch], None]) -> int:
    """Collect the tests of some suites in this process and do something with them."""
    watch = Watch()

    class Loop:
        @pytest.hookimpl(tryfirst=True)
        def pytest_runtestloop(self, session: pytest.Session) -> bool:
            loop(session, watch)
            return True

    return int(pytest.main([*ARGUMENTS, *suites], plugins=[watch, Loop()]))


def covered(suites: Sequence[str], package: Path) -> Covered:
    """Run all tests once in a process of their own and return what each of them runs."""
    with tempfile.TemporaryDirectory() as name:
        said = Path(name, "covered.json")
        pid = os.fork()
        if pid == 0:
            be_silent()
            try:
                collected(suites, lambda session, watch: _measure(session, watch, package, said))
            finally:
                os._exit(0)
        os.waitpid(pid, 0)
        lines, seconds = json.loads(said.read_text("utf-8"))
    return Covered(lines, seconds)


def _measure(session: pytest.Session, watch: Watch, package: Path, said: Path) -> None:
    meter = coverage.Coverage(data_file=None, source=[str(package)], config_file=False)
    kind = type(cache(_module))
    caches = [one for one in gc.get_objects() if isinstance(one, kind) and _module(one).startswith("pmpath.")]
    seconds: dict[str, float] = {}
    meter.start()
    for item in session.items:
        for one in caches:
            one.cache_clear()
        meter.switch_context(item.nodeid)
        watch.failed = ""
        start = time.process_time()
        item.ihook.pytest_runtest_protocol(item=item, nextitem=None)
        if not watch.failed:
            seconds[item.nodeid] = time.process_time() - start
    meter.stop()
    data = meter.get_data()
    lines = {
        file: {str(line): [test for test in tests if test in seconds] for line, tests in data.contexts_by_lineno(file).items()}
        for file in data.measured_files()
    }
    said.write_text(json.dumps([lines, seconds]), "utf-8")


def _module(one: object) -> str:
    return str(getattr(one, "__module__", ""))


def run_tests(session: pytest.Session, watch: Watch, tests: Sequence[tuple[str, float]]) -> Result:
    """Run tests, given with their seconds, until one fails."""
    known = {item.nodeid: item for item in session.items}
    for place, (name, seconds) in enumerate(tests):
        item = known[name]
        following = known[tests[place + 1][0]] if place + 1 < len(tests) else None
        _within(seconds)
        item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
        if watch.failed:
            return Result(KILLED, watch.failed)
    return Result(SURVIVED, f"{len(tests)} tests")


class Case(NamedTuple):
    """A mutant, the file it is in and the tests to run, with their seconds."""

    mutant: Mutant
    path: Path
    tests: Sequence[tuple[str, float]]


def run_inside(session: pytest.Session, watch: Watch, functions: "Functions", case: Case) -> Result:
    """Put a mutant into what is loaded and run tests until one fails."""
    tree, node = mutated(case.path, case.mutant.number)
    name = case.mutant.function
    is_there = functions.change(case.path, tree, name) if name else rebind(case.path, tree, node)
    return run_tests(session, watch, case.tests) if is_there else Result(UNFIT, "")


class Functions:
    """The live functions of the package, by where their code stands."""

    def __init__(self, package: Path) -> None:
        """Look through all there is."""
        self._known: dict[tuple[str, str, int], list[FunctionType]] = {}
        for one in gc.get_objects():
            if isinstance(one, FunctionType) and one.__code__.co_filename.startswith(str(package)):
                self._known.setdefault(_key(one.__code__), []).append(one)

    def change(self, path: Path, tree: ast.Module, name: str) -> bool:
        """Put the code of a tree into the functions of this name; say whether all of it could be put there."""
        changed = False
        for code in _codes(compile(tree, str(path), "exec")):
            if code.co_qualname != name:
                continue
            for function in self._known.get(_key(code), ()):
                function.__code__ = code
                changed = True
        return changed


def rebind(path: Path, tree: ast.Module, node: ast.AST) -> bool:
    """Give a constant of a module, and what imported it, another value; say whether the node is in one."""
    statement = next(one for one in tree.body if any(part is node for part in ast.walk(one)))
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            pass
        case _:
            return False
    there = [one for one in list(sys.modules.values()) if getattr(one, "__file__", None)]
    home = next((vars(one) for one in there if one.__file__ == str(path)), None)
    if home is None or name not in home:
        return False
    before = home[name]
    exec(compile(ast.Module([statement], []), str(path), "exec"), home)  # noqa: S102 - the code of the project with one mistake
    for one in there:
        if vars(one).get(name) is before:
            setattr(one, name, home[name])
    return True


def _key(code: CodeType) -> tuple[str, str, int]:
    return code.co_filename, code.co_qualname, code.co_firstlineno


def _codes(code: CodeType) -> Iterator[CodeType]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield one
            yield from _codes(one)


def run_imported(case: Case) -> Result:
    """Import the package with a mutant in it and run tests until one fails."""
    tree, _ = mutated(case.path, case.mutant.number)
    path, tests = case.path, dict(case.tests)
    files = sorted({name.partition("::")[0] for name in tests})
    result = Result(UNFIT, "")
    order = list(tests)

    def loop(session: pytest.Session, watch: Watch) -> None:
        nonlocal result
        there = [(item.nodeid, tests[item.nodeid]) for item in session.items if item.nodeid in tests]
        there.sort(key=lambda one: order.index(one[0]))
        result = run_tests(session, watch, there) if there else Result(KILLED, "fewer tests than there were")

    with _instead(path, compile(tree, str(path), "exec")):
        _within(10)
        if collected(files, loop) == pytest.ExitCode.INTERRUPTED and result.outcome == UNFIT:
            result = Result(KILLED, "cannot be imported")
    return result


@contextmanager
def _instead(path: Path, code: CodeType) -> Iterator[None]:
    """Let an import of a file take this code."""
    loader = importlib.machinery.SourceFileLoader
    before = loader.get_code

    def get_code(self: importlib.machinery.SourceFileLoader, fullname: str) -> CodeType | None:
        return code if Path(self.path) == path else before(self, fullname)

    loader.get_code = get_code  # type: ignore[method-assign,assignment]  # this is how an import takes other code
    yield
    loader.get_code = before  # type: ignore[method-assign]  # put back what was there


def warm_imports() -> None:
    """Import what the tests need of others, once for all processes."""
    for name in ("jsonschema", "pydantic", "questionary", "rich.table", "typer", "yaml"):
        __import__(name)
