"""Runs a command in a process that may take little memory and little time, so that what takes more is found."""

import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Final, NamedTuple

from cli.running import Ran

MOST_MEMORY: Final = 200 * 2**20
MOST_SECONDS: Final = 2
_PATIENCE: Final = 120
"""Seconds by the clock, for a machine that does much else; what is bounded is the time of the processor."""


class Bounded(NamedTuple):
    """What a command left, and the seconds of the processor that it took."""

    ran: Ran
    seconds: float


def bounded(*argv: str, home: Path) -> Bounded:
    """Run one command line within 200 MB of memory and return what came of it."""
    before = _spent()
    done = subprocess.run(
        [sys.executable, "-m", "pmpath", *argv],
        env={**os.environ, "PMPATH_HOME": str(home), "PMPATH_WIDTH": "80"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=_PATIENCE,
        preexec_fn=_bound,
    )
    return Bounded(Ran(done.returncode, done.stdout, done.stderr), _spent() - before)


def _bound() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (30, 30))


def _spent() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime
