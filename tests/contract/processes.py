"""Runs command lines in fresh processes, with the content compiled as it is in the wheel."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from shutil import copy

import pmpath
from builders import ROOT
from pmpath.content.compiler import YAML_FILES, compile_folder

SOURCE = Path(pmpath.__file__).parents[1]
LISTING = """\
import sys
from pmpath.cli.app import main
code = main(sys.argv[1:])
sys.stderr.write("\\n" + " ".join(sorted(sys.modules)))
sys.exit(code)
"""


def build_content(folder: Path) -> Path:
    """Lay out a data folder as the wheel has it: the YAML files, and beside them what they compile to."""
    compiled = folder / "compiled"
    compiled.mkdir(parents=True)
    for name in YAML_FILES:
        copy(ROOT / "data" / name, folder)
    for name, text in compile_folder(ROOT / "data").items():
        (compiled / f"{name}.json").write_text(text, "utf-8")
    return folder


def in_fresh_process(content: Path, *argv: str, hash_seed: str = "0") -> subprocess.CompletedProcess[bytes]:
    """Run one command line in a process of its own, off a terminal."""
    return _python(content, "-m", "pmpath", *argv, extra={"PYTHONHASHSEED": hash_seed})


def modules_after(content: Path, *argv: str, **settings: str) -> frozenset[str]:
    """Return the names of all modules that a command line has imported when it ends."""
    ran = _python(content, "-c", LISTING, *argv, extra=settings)
    assert ran.returncode == 0, ran.stderr.decode()
    return frozenset(ran.stderr.decode().splitlines()[-1].split())


def _python(content: Path, *argv: str, extra: Mapping[str, str]) -> subprocess.CompletedProcess[bytes]:
    imports = os.pathsep.join((str(SOURCE), os.environ["PYTHONPATH"]))
    environ = {**os.environ, "PYTHONPATH": imports, "PMPATH_DATA_DIR": str(content), "PMPATH_WIDTH": "80", **extra}
    return subprocess.run([sys.executable, *argv], env=environ, capture_output=True, stdin=subprocess.DEVNULL, check=False)
