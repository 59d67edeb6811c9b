"""Installs the built wheel with pip, pipx and uv under each Python that is here, uses it, and takes it away again.

    python tools/try_installs.py
    python tools/try_installs.py --wheel dist/pmpath-0.1.0-py3-none-any.whl --python /opt/python3.14/bin/python3

It needs the extra dev to build. It looks for Pythons on the PATH and in pyenv, and says what it did not find.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[1]
VERSIONS: Final = ("3.11", "3.12", "3.13", "3.14", "3.15")
INSTALLERS: Final = ("pip", "pipx", "uv")
SHOWN: Final = ("discovery", "data", "prioritization", "delivery", "technology", "strategy", "business", "influence")
SHEET: Final = {"scope": "pm", "people": "none", **{f"{one}.{level}": "on-my-own" for one in SHOWN for level in ("apm", "pm")}}
"""Answers of somebody who is a product manager."""
USES: Final = (
    "--version",
    "assess --answers sheet.json",
    "transition --from engineer",
    "plan",
    "ladder senior-pm",
    "assess --answers sheet.json -o result.html",
    "plan -o plan.ics",
    "init ladder own",
    "check own/ladder.yaml",
    "assess --ladder own/ladder.yaml --answers sheet.json --json",
    "completions bash",
    "data forget --no-backup --yes",
)
"""What is done with it, one after the other."""
NAMES: Final = "import sys; print('.'.join(map(str, sys.version_info[:2])), '.'.join(map(str, sys.version_info[:3])))"


class FailedError(Exception):
    """A command that did not do what it should."""


class Place(NamedTuple):
    """Where one try happens: a folder of its own, and the environment of every command in it."""

    folder: Path
    environ: dict[str, str]

    def run(self, *words: str | Path) -> None:
        """Run a command in the folder; raise `FailedError` with the end of what it said where it fails."""
        done = subprocess.run(
            [str(word) for word in words],
            cwd=self.folder,
            env=self.environ,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        if done.returncode:
            raise FailedError(f"{' '.join(map(str, words))}: {(done.stderr or done.stdout)[-600:]}")


def with_pip(place: Place, python: str, wheel: Path) -> list[str | Path]:
    """Install with pip and return the command that takes it away."""
    place.run(python, "-m", "venv", place.folder / "env")
    pip = place.folder / "env" / "bin" / "pip"
    place.run(pip, "install", "--quiet", f"{wheel}[ics]")
    (place.folder / "bin").symlink_to(place.folder / "env" / "bin")
    return [pip, "uninstall", "--yes", "pmpath"]


def with_pipx(place: Place, python: str, wheel: Path) -> list[str | Path]:
    """Install with pipx and return the command that takes it away."""
    place.run("pipx", "install", "--python", python, f"{wheel}[ics]")
    return ["pipx", "uninstall", "pmpath"]


def with_uv(place: Place, python: str, wheel: Path) -> list[str | Path]:
    """Install with uv and return the command that takes it away."""
    place.run("uv", "tool", "install", "--quiet", "--python", python, f"{wheel}[ics]")
    return ["uv", "tool", "uninstall", "--quiet", "pmpath"]


WAYS: Final[dict[str, Callable[[Place, str, Path], list[str | Path]]]] = {"pip": with_pip, "pipx": with_pipx, "uv": with_uv}


def pythons(further: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield short version, full version and path of one interpreter for each version that is here."""
    pyenv = Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser()
    found = [*further, *filter(None, map(shutil.which, (f"python{version}" for version in VERSIONS)))]
    found += map(str, sorted(pyenv.glob("versions/3.*/bin/python")))
    known = set()
    for path in found:
        done = subprocess.run([path, "-c", NAMES], capture_output=True, text=True, check=False)
        short, _, full = done.stdout.strip().partition(" ")
        if short in VERSIONS and short not in known:
            known.add(short)
            yield short, full, path


def used(place: Place, take_away: list[str | Path]) -> None:
    """Use the installed command, take it away, and look whether anything of it is left."""
    (place.folder / "sheet.json").write_text(json.dumps({"answers": SHEET}), "utf-8")
    command = place.folder / "bin" / "pmpath"
    for words in USES:
        place.run(command, *words.split())
    for name in ("result.html", "plan.ics"):
        if not (place.folder / name).stat().st_size:
            raise FailedError(f"{name} is empty")
    place.run(*take_away)
    if command.exists():
        raise FailedError("the command is still there")


def tried(installer: str, python: str, wheel: Path) -> str:
    """Return how one installer did under one Python."""
    with TemporaryDirectory(prefix="pmpath-install-") as name:
        folder = Path(name).resolve()
        own = {
            "PMPATH_HOME": "kept",
            "PIPX_HOME": "pipx",
            "PIPX_BIN_DIR": "bin",
            "UV_TOOL_DIR": "tools",
            "UV_TOOL_BIN_DIR": "bin",
        }
        paths = {variable: str(folder / value) for variable, value in own.items()}
        place = Place(folder, {**os.environ, **paths, "PYTHONPATH": "", "UV_PYTHON_DOWNLOADS": "never"})
        try:
            used(place, WAYS[installer](place, python, wheel))
        except FailedError as failure:
            return f"failed: {failure}"
        return "works"


def build(folder: Path) -> Path:
    """Build the wheel of this checkout."""
    words = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(folder), str(ROOT)]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return next(folder.glob("*.whl"))


def main() -> int:
    """Try every installer under every Python that is here, and say how it went."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--wheel", type=Path, help="take this wheel instead of building one")
    parser.add_argument("--python", action="append", default=[], metavar="PATH", help="try this interpreter too")
    given = parser.parse_args()
    with TemporaryDirectory(prefix="pmpath-wheel-") as folder:
        wheel = given.wheel.resolve() if given.wheel else build(Path(folder))
        here = list(pythons(given.python))
        results = []
        for installer in (one for one in INSTALLERS if one == "pip" or shutil.which(one)):
            for _, full, path in here:
                results.append(tried(installer, path, wheel))
                sys.stdout.write(f"{installer:5} Python {full:8} {results[-1]}\n")
                sys.stdout.flush()
    missing = [one for one in INSTALLERS if one != "pip" and not shutil.which(one)]
    missing += [f"Python {one}" for one in VERSIONS if one not in {short for short, _, _ in here}]
    sys.stdout.write(f"not found here: {', '.join(missing) or 'nothing'}\n")
    return 0 if set(results) == {"works"} else 1


if __name__ == "__main__":
    sys.exit(main())
