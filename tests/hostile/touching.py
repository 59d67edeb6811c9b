"""One run of each command, and which files it writes, creates, renames or removes, as Python or the kernel tells it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from builders import example_a
from cli.running import Home
from own_ladders import DESIGNER


class Run(NamedTuple):
    """A command line, and the files that it is told to write."""

    words: tuple[str, ...]
    writes: tuple[str, ...] = ()
    code: int = 0


RUNS: Final[Mapping[str, Run]] = {
    "assess": Run(("assess", "--answers", "sheet.json", "-o", "out/me.html"), ("out/me.html",)),
    "transition": Run(("transition", "--from", "engineer", "-o", "out/way.csv"), ("out/way.csv",)),
    "ladder": Run(("ladder", "--ladder", "ours.yaml")),
    "plan": Run(("plan", "--by", "2027-06-01")),
    "evidence": Run(("evidence", "add", "Shipped it", "--shows", "discovery.pm")),
    "milestones": Run(("milestones", "mark", "team-number-moved", "2")),
    "case": Run(("case", "-o", "out/case.md"), ("out/case.md",)),
    "review": Run(("review", "compare", "sheet.json")),
    "team": Run(("team", "sheet.json", "other.json", "-o", "out/team.csv"), ("out/team.csv",)),
    "history": Run(("history", "--json")),
    "diff": Run(("diff",)),
    "explain": Run(("explain", "discovery.pm")),
    "portfolio": Run(("portfolio", "new", "product-teardown", "out/pieces"), ("out/pieces", "out/pieces/product-teardown.md")),
    "interview": Run(("interview", "product-sense", "--answer", "answer.txt")),
    "guide": Run(("guide", "pay")),
    "check": Run(("check", "ours.yaml", "sheet.json")),
    "init": Run(("init", "ladder", "out/own"), ("out/own", "out/own/ladder.yaml", "out/own/overlay.schema.json")),
    "schema": Run(("schema", "ladder-document", "-o", "out/schema.json"), ("out/schema.json",)),
    "mcp": Run(("mcp",)),
    "data": Run(("data", "export", "-o", "out/kept.jsonl"), ("out/kept.jsonl",)),
    "completions": Run(("completions", "bash", "-o", "out/pmpath.bash"), ("out/pmpath.bash",)),
    "help": Run(("help", "files")),
}
"""Command to a run of it; they come one after the other, in one folder and one home."""
KEPT: Final = (".local/share/pmpath", ".cache/pmpath")
"""What may be written below the home folder: what is kept, and what can be made again."""
_LISTENING: Final = """
import json, os, sys
seen, words = [], json.loads(sys.argv[1])
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGING = {f"os.{name}" for name in (
    "rename", "remove", "mkdir", "rmdir", "link", "symlink", "truncate", "chmod", "chown", "utime", "mkfifo", "mknod")}
def look(event, given):
    if event == "open" and isinstance(given[2], int) and given[2] & WRITING or event in CHANGING:
        paths = given[:1] if event == "open" else given[:2]
        seen.extend(os.path.abspath(os.fsdecode(one)) for one in paths if isinstance(one, (str, bytes, os.PathLike)))
sys.addaudithook(look)
from pmpath.cli.app import main
code = main(words)
listed = list(seen)
with open(os.environ["TOUCHED"], "w") as file:
    json.dump(listed, file)
sys.exit(code)
"""
_CALLS: Final = "openat,open,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,link,linkat,symlink,symlinkat"
_MORE_CALLS: Final = "truncate,chmod,fchmodat,chown,lchown,fchownat,utimensat,mknod,mknodat,setxattr,removexattr"
_CALL: Final = re.compile(r"^\d+ +(\w+)\((.*)\) = (-?\d+)")
_QUOTED: Final = re.compile(r'"((?:[^"\\]|\\.)*)"')
_WRITING: Final = ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC")


class Place:
    """A folder to work in and a home folder, with what the runs read."""

    def __init__(self, folder: Path) -> None:
        """Lay both out."""
        self.work, self.home, self.beside = folder / "work", folder / "home", folder / "beside"
        for one in (self.work / "out", self.home, self.beside):
            one.mkdir(parents=True)
        Home(self.home / KEPT[0]).assessed(example_a())
        sheet = json.dumps({"answers": example_a()})
        for name, text in {
            "sheet.json": sheet,
            "other.json": sheet,
            "ours.yaml": DESIGNER,
            "answer.txt": "I would ask.\n",
        }.items():
            (self.work / name).write_text(text, "utf-8")

    def listened(self, run: Run) -> Sequence[str]:
        """Run a command; return the files that Python says it touched."""
        report = self.beside / "touched.json"
        self._run([sys.executable, "-c", _LISTENING, json.dumps(run.words)], run, TOUCHED=str(report))
        touched: list[str] = json.loads(report.read_text("utf-8"))
        return touched

    def traced(self, run: Run) -> Sequence[str]:
        """Run a command; return the files that the kernel says it touched."""
        report = self.beside / "trace"
        command = ["strace", "-f", "-qq", "-s", "4096", "-o", str(report), "-e", f"trace={_CALLS},{_MORE_CALLS}"]
        self._run([*command, sys.executable, "-m", "pmpath", *run.words], run)
        return list(_changed(report.read_text("utf-8", "replace").splitlines(), self.work))

    def outside(self, touched: Iterable[str], run: Run) -> list[str]:
        """Return the touched files that neither are kept nor were named."""
        allowed = [str(self.home / name) for name in KEPT]
        named = {str(self.work / name) for name in run.writes} | {
            str(Path(self.work / name).parent / ".pmpath-") for name in run.writes
        }
        above = {str(self.home / parent) for name in KEPT for parent in Path(name).parents if parent != Path()}
        known = ("/dev/null", "/dev/tty", str(self.beside))
        found = {path for path in touched if path not in named | above and not path.startswith((*known, *allowed))}
        return sorted(path for path in found if not _is_temporary(path, named))

    def _run(self, words: Sequence[str], run: Run, **settings: str) -> None:
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "PMPATH_DATA_DIR") if name in os.environ}
        environ = {**kept, "HOME": str(self.home), "PYTHONDONTWRITEBYTECODE": "1", "PMPATH_TODAY": "2026-11-23", **settings}
        done = subprocess.run(
            words, cwd=self.work, env=environ, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        assert done.returncode in (run.code, 2 if run.words == ("mcp",) else run.code), done.stderr


def _is_temporary(path: str, named: set[str]) -> bool:
    """Say whether a file is one that becomes a named one when it is whole."""
    head, mark, _ = path.partition("/.pmpath-")
    return bool(mark) and f"{head}{mark}" in named


def _changed(lines: Iterable[str], folder: Path) -> Iterable[str]:
    """Yield the paths in the calls of a trace that change something and do not fail."""
    for line in lines:
        call = _CALL.match(line)
        if (
            call is None
            or call[3].startswith("-")
            or (call[1].startswith("open") and not any(one in call[2] for one in _WRITING))
        ):
            continue
        yield from (str(folder / text) for text in _QUOTED.findall(call[2]))
