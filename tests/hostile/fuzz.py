"""Gives a parser inputs that Atheris finds by coverage, which has to be installed: pip install atheris.

    python tests/hostile/fuzz.py sheet -runs=100000      # any option of libFuzzer
    python tests/hostile/fuzz.py every -runs=100000      # one parser after the other, each in a process of its own

It ends with an error, and with the input in a file of the present folder, where anything but an error of ours comes out.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

TESTS: Final = Path(__file__).parents[1]
EVERY: Final = "every"


def fuzz(target: str, options: list[str]) -> None:
    """Run one target in this process, which Atheris ends."""
    import atheris

    with atheris.instrument_imports(include=["pmpath.content", "pmpath.journal"]):
        from hostile.targets import seeds, survives

    with tempfile.TemporaryDirectory() as folder:
        for number, content in enumerate(seeds(target)):
            (Path(folder) / f"seed-{number}").write_bytes(content)
        atheris.Setup([sys.argv[0], *options, folder], lambda content: survives(target, content))
        atheris.Fuzz()


def main(words: list[str]) -> int:
    """Run one target, or each."""
    sys.path.insert(0, str(TESTS))
    target, *options = words or ["--help"]
    if target != EVERY:
        fuzz(target, options)
        return 0
    from hostile.targets import TARGETS

    done = [subprocess.run([sys.executable, __file__, name, *options], check=False).returncode for name in TARGETS]
    return max(done)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
