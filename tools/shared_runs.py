"""Lists the runs of eight words that this project shares with texts at hand: `python tools/shared_runs.py TEXT...`.

Looks through data, README and the other pages. Give it the texts that the content was written after; none of them stands in
the repository, where `tests/content/source_ngrams.bin` holds fingerprints of their runs. Ends with 1 where any run is shared.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

RUN: Final = 8
"""Words in a run."""
BYTES: Final = 5
"""Bytes of a fingerprint."""
WRITTEN: Final = ("data/*.yaml", "data/*.md", "*.md", "docs/**/*.md", "examples/**/*.yaml", "examples/**/*.md")
"""What was written here, by patterns from the root of the project."""
_WORD: Final = re.compile(r"[a-z0-9']+")
_ADDRESS: Final = re.compile(r"https?://\S+")


def runs(text: str) -> Iterator[str]:
    """Yield every run of eight words of a text: lower case, straight apostrophes, web addresses left out."""
    words = _WORD.findall(_ADDRESS.sub(" ", text).lower().replace("\u2019", "'"))
    return (" ".join(words[place : place + RUN]) for place in range(len(words) - RUN + 1))


def fingerprint(run: str) -> bytes:
    """Return the first bytes of the SHA-256 of a run."""
    return sha256(run.encode()).digest()[:BYTES]


def written(root: Path) -> Iterator[Path]:
    """Yield the files that were written here."""
    for pattern in WRITTEN:
        yield from sorted(root.glob(pattern))


def shared(files: Iterable[Path], known: set[str]) -> Iterator[tuple[Path, str]]:
    """Yield each file with each run in it that is known from elsewhere."""
    for file in files:
        for run in runs(file.read_text("utf-8")):
            if run in known:
                yield file, run


def main(argv: list[str]) -> int:
    """Print the shared runs; return 1 where there are any, 2 where no text was named."""
    if not argv:
        sys.stderr.write("name the texts to compare with: python tools/shared_runs.py TEXT...\n")
        return 2
    root = Path(__file__).parents[1]
    known = {run for name in argv for run in runs(Path(name).read_text("utf-8"))}
    found = list(shared(written(root), known))
    for file, run in found:
        sys.stdout.write(f"{file.relative_to(root)}: {run}\n")
    sys.stdout.write(f"{len(known)} runs of {len(argv)} texts looked for; {len(found)} found\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
