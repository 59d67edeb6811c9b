"""Tries the versions of libraries that pyproject.toml allows, at both ends, with a part of the tests.

    python tools/bounds.py                    the lowest, the newest, and the newest Typer beyond its bound
    python tools/bounds.py lowest --tests tests/cli/test_plan.py

Each end gets an environment of its own with the built package; other libraries come in their newest version.
"""

import argparse
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from packaging.requirements import Requirement

ROOT: Final = Path(__file__).parents[1]
TESTS: Final = (
    "tests/asking",
    "tests/content",
    "tests/cli",
    "tests/contract/test_json_contract.py",
    "tests/contract/test_python_api.py",
    "tests/e2e/test_interview_in_terminal.py",
    "tests/e2e/test_keys_in_terminal.py",
)
SHOWN: Final = 40
"""Lines of a failed run that are shown."""


def lowest(project: dict[str, list[str]]) -> Iterator[str]:
    """Yield each library of pmpath in its lowest allowed version."""
    for requirement in map(Requirement, project["dependencies"]):
        low = next(bound.version for bound in requirement.specifier if bound.operator == ">=")
        yield f"{requirement.name}=={low}"


def run(*words: str | Path) -> None:
    """Run a command; stop with what it said where it fails."""
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        sys.exit("\n".join([*map(str, words), done.stdout, done.stderr]))


def installed(folder: Path, further: Sequence[str]) -> Path:
    """Make an environment with the package, its tests' libraries and these versions; return its interpreter."""
    run(sys.executable, "-m", "venv", folder)
    python = folder / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "--upgrade", "pip")
    run(python, "-m", "pip", "install", "--quiet", f"{ROOT}[test]", *further)
    return python


def at_lowest(folder: Path) -> Path:
    """Install the lowest versions."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return installed(folder, list(lowest(project)))


def at_newest(folder: Path) -> Path:
    """Install the newest versions that are allowed."""
    return installed(folder, [])


def beyond(folder: Path) -> Path:
    """Install the newest Typer, whatever its bound says, beside the newest allowed versions of the others."""
    python = installed(folder, [])
    run(python, "-m", "pip", "install", "--quiet", "--upgrade", "--no-deps", "typer")
    return python


ENDS: Final[dict[str, Callable[[Path], Path]]] = {"lowest": at_lowest, "newest": at_newest, "beyond": beyond}


def versions(python: Path) -> str:
    """Return the libraries of pmpath as they are installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = sorted(Requirement(one).name for one in project["dependencies"])
    program = (
        "import sys; from importlib.metadata import version as v; print(*(f'{one} {v(one)}' for one in sys.argv[1:]), sep=', ')"
    )
    return subprocess.run([str(python), "-c", program, *names], capture_output=True, text=True, check=True).stdout.strip()


def tried(end: str, tests: Sequence[str]) -> bool:
    """Say what is installed at one end and how the tests went; return whether they passed."""
    with TemporaryDirectory(prefix="pmpath-bounds-") as folder:
        python = ENDS[end](Path(folder) / "env")
        sys.stdout.write(f"{end}: {versions(python)}\n")
        sys.stdout.flush()
        words = [str(python), "-m", "pytest", "-q", *tests]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
        lines = done.stdout.splitlines()
        sys.stdout.write("\n".join(lines[-1:] if done.returncode == 0 else lines[-SHOWN:]) + "\n")
        sys.stdout.flush()
        return done.returncode == 0


def main() -> int:
    """Try the ends that are named, or all of them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("end", nargs="?", choices=ENDS, help="all of them without it")
    parser.add_argument("--tests", nargs="+", default=TESTS, metavar="PATH", help="what to run")
    given = parser.parse_args()
    results = [tried(end, given.tests) for end in ([given.end] if given.end else ENDS)]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
