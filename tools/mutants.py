"""Makes mutants of the code and runs the tests against each: `python tools/mutants.py [PACKAGE or MODULE]...`.

Without arguments it takes pmpath.journal, pmpath.content and pmpath.core, each against its own suite. A mutant that no test
notices is a survivor; those that change nothing anybody could see stand in tests/mutants.yaml, each with its reason. Ends with
1 where a survivor is not explained, or where something is explained that is no survivor. Results are kept in .mutants/ and
taken from there while the module stays as it is; `--again` runs the survivors among them once more, `--fresh` everything.
"""

import argparse
import gc
import json
import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest
import yaml

from mutant_runs import (
    KILLED,
    SURVIVED,
    TIMED_OUT,
    UNFIT,
    Case,
    Covered,
    Ended,
    Functions,
    Result,
    Runs,
    Watch,
    be_silent,
    collected,
    covered,
    run_imported,
    run_inside,
    warm_imports,
)
from mutations import Mutant, mutants, uses

ROOT: Final = Path(__file__).resolve().parents[1]
SOURCE: Final = ROOT / "src" / "pmpath"
KEPT: Final = ROOT / ".mutants"
EXPLAINED: Final = ROOT / "tests" / "mutants.yaml"
SUITES: Final = {
    "journal": ("tests/journal",),
    "content": ("tests/content", "tests/contract/test_schemas.py", "tests/contract/test_overlay_schema.py"),
    "core": ("tests/core",),
}
LEFT_OUT: Final = ("tests/core/test_properties.py", "tests/content/test_fingerprints.py", "tests/journal/test_killed.py")
"""Slow tests that look at the whole."""


def main(argv: Sequence[str]) -> int:
    """Run what is asked for, print the figures and return the exit code."""
    asked = _asked(argv)
    os.environ["PMPATH_CAMPAIGN"] = "brief"
    os.environ["TMPDIR"] = "/dev/shm" if Path("/dev/shm").is_dir() else "/tmp"  # noqa: S108 - no drive has to turn for it
    os.chdir(ROOT)
    warm_imports()
    results: dict[Mutant, Result] = {}
    for package in SUITES:
        paths = [path for path in sorted((SOURCE / package).glob("*.py")) if _is_named(path, asked.names)]
        if paths:
            results |= _Package(package, asked).results(paths)
    return _report(results)


def _asked(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="PACKAGE or MODULE")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--seconds", type=float, default=4, help="of tests for a mutant; those beyond are left out")
    parser.add_argument("--again", action="store_true", help="run survivors once more")
    parser.add_argument("--fresh", action="store_true", help="forget what was run before")
    parser.add_argument("--quick", action="store_true", help="leave out what takes an import of its own")
    return parser.parse_args(argv)


def _module(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)


def _is_named(path: Path, names: Sequence[str]) -> bool:
    module = _module(path)
    return not names or any(module == name or module.startswith(f"{name}.") for name in names)


class _Package:
    """The mutants of one package and the results there are."""

    def __init__(self, name: str, asked: argparse.Namespace) -> None:
        self._suites = SUITES[name]
        self._asked = asked
        self._log = KEPT / f"{name}.jsonl"
        self._map = KEPT / f"{name}-{_digest(SOURCE / name, *map(Path, self._suites))}.map.json"
        self._results: dict[str, Result] = {}
        self._noticed: Counter[str] = Counter()
        KEPT.mkdir(exist_ok=True)
        if asked.fresh:
            self._log.unlink(missing_ok=True)

    def results(self, paths: Sequence[Path]) -> dict[Mutant, Result]:
        """Return what came of every mutant of some modules."""
        made = [(path, mutant) for path in paths for mutant in mutants(path, _module(path))]
        kept = self._kept()
        missing = [(path, mutant) for path, mutant in made if self._is_missing(kept.get(_key(path, mutant)))]
        if missing:
            self._run(missing)
            kept = self._kept()
        return {mutant: kept[_key(path, mutant)] for path, mutant in made}

    def _is_missing(self, result: Result | None) -> bool:
        return result is None or (self._asked.again and result.outcome == SURVIVED)

    def _kept(self) -> dict[str, Result]:
        if not self._log.exists():
            return {}
        lines = map(json.loads, self._log.read_text("utf-8").splitlines())
        return {line["key"]: Result(line["outcome"], line["by"]) for line in lines}

    def _run(self, missing: Sequence[tuple[Path, Mutant]]) -> None:
        """Run mutants: those inside functions in the live functions, then the rest by an import of their own."""
        known = self._covered()
        paths = {mutant: path for path, mutant in missing}
        with self._log.open("a", encoding="utf-8") as log, os.fdopen(os.dup(1), "w") as out:

            def ended(mutant: Mutant, result: Result) -> None:
                self._noticed[result.by] += 1
                line = {"key": _key(paths[mutant], mutant), "name": mutant.name, "line": mutant.first, **result._asdict()}
                log.write(json.dumps(line) + "\n")
                log.flush()
                if result.outcome == SURVIVED:
                    out.write(f"{SURVIVED} {mutant.first}: {mutant.name} ({result.by})\n")
                    out.flush()

            self._inside(missing, known, ended)
            kept = self._kept()
            runs = Runs(self._asked.jobs, ended)
            for path, mutant in missing:
                if kept[_key(path, mutant)].outcome == UNFIT and not self._asked.quick:
                    runs.start(mutant, partial(run_imported, self._case(known, path, mutant)))
            runs.finish()

    def _case(self, known: Covered, path: Path, mutant: Mutant) -> Case:
        return Case(mutant, path, self._chosen(known, self._covering(known, path, mutant), path))

    def _inside(self, missing: Sequence[tuple[Path, Mutant]], known: Covered, ended: Ended) -> None:
        """Run mutants in processes forked from one that has collected the tests."""
        pid = os.fork()
        if pid:
            os.waitpid(pid, 0)
            return

        def loop(session: pytest.Session, watch: Watch) -> None:
            functions = Functions(SOURCE)
            gc.freeze()
            runs = Runs(self._asked.jobs, ended)
            for path, mutant in missing:
                runs.start(mutant, partial(run_inside, session, watch, functions, self._case(known, path, mutant)))
            runs.finish()

        try:
            be_silent()
            collected(self._suites, loop)
        finally:
            os._exit(0)

    def _covering(self, known: Covered, path: Path, mutant: Mutant) -> set[str]:
        if mutant.function:
            return known.tests(path, range(mutant.first, mutant.last + 1))
        return known.tests(path, uses(path, mutant.first)) or known.tests(path, range(1, 10_000))

    def _chosen(self, known: Covered, names: set[str], path: Path) -> list[tuple[str, float]]:
        """Return tests with their seconds, those of the module first, then the fast ones, as many as there is time for."""
        seconds = known.seconds
        own = f"/test_{path.stem}.py::"
        ordered = sorted(names, key=lambda name: (seconds[name] / (20 if own in name else 1) / (1 + self._noticed[name]), name))
        chosen, spent = [], 0.0
        for name in ordered:
            if spent + known.seconds[name] <= self._asked.seconds and not name.startswith(LEFT_OUT):
                spent += known.seconds[name]
                chosen.append((name, known.seconds[name]))
        return chosen

    def _covered(self) -> Covered:
        if not self._map.exists():
            known = covered([*self._suites, *(f"--ignore={name}" for name in LEFT_OUT)], SOURCE)
            self._map.write_text(json.dumps(known), "utf-8")
        return Covered(*json.loads(self._map.read_text("utf-8")))


def _digest(*places: Path) -> str:
    """Return what changes with any code in these places."""
    files = sorted(path for place in places for path in ([place] if place.is_file() else place.glob("*.py")))
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]


@cache
def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()[:12]


def _key(path: Path, mutant: Mutant) -> str:
    return f"{_hash(path)} {mutant.number} {mutant.name}"


def _explained() -> dict[str, str]:
    """Return why some mutants are left alive, by their names."""
    entries = yaml.safe_load(EXPLAINED.read_text("utf-8")) if EXPLAINED.exists() else []
    return {
        f"{entry['module']}:{entry['function'] or ''}: {change}": entry["reason"]
        for entry in entries
        for change in entry["mutants"]
    }


def _report(results: Mapping[Mutant, Result]) -> int:
    """Print the figures of each package and what has to be looked at; return the exit code."""
    explained = _explained()
    say = partial(print, flush=True)
    say(f"\n{'package':10}{'made':>7}{'killed':>8}{'timed out':>11}{'survived':>10}{'explained':>11}{'score':>8}")
    for package in SUITES:
        found = {mutant.name: result for mutant, result in results.items() if mutant.module.split(".")[1] == package}
        if found:
            say(_figures(package, found, explained))
    alive = {
        mutant.name: f"{mutant.module}:{mutant.first}"
        for mutant, result in results.items()
        if result.outcome in (SURVIVED, UNFIT)
    }
    modules = {mutant.module for mutant in results}
    open_ones = [f"not explained: {name}" for name in alive if name not in explained]
    stale = [
        f"explained, but no survivor: {name}" for name in explained if name.partition(":")[0] in modules and name not in alive
    ]
    say("\n".join(["", *open_ones, *stale]))
    return 1 if open_ones or stale else 0


def _figures(package: str, found: Mapping[str, Result], explained: Mapping[str, str]) -> str:
    counts = Counter(result.outcome for result in found.values())
    noticed = counts[KILLED] + counts[TIMED_OUT]
    known = sum(1 for name, result in found.items() if result.outcome == SURVIVED and name in explained)
    score = f"{noticed / len(found):.1%}"
    return f"{package:10}{len(found):7}{counts[KILLED]:8}{counts[TIMED_OUT]:11}{counts[SURVIVED]:10}{known:11}{score:>8}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
