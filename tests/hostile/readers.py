"""Every command that reads a file that somebody gives it, with a sound one of that kind; and what must hold for a bad one."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from time import process_time
from typing import Any, Final, NamedTuple

import yaml

from builders import ROOT, example_a, library
from cli.running import Pmpath, Ran
from hostile.corpus import Bad
from pieces import filled
from pmpath.content.reader import read_yaml

SECONDS: Final = 2.0
LINES: Final = 10_000
"""Sheets that come one a line may take longer, the more lines there are."""
REFUSALS: Final = (65, 66)
CODES: Final = (0, 2, *REFUSALS)
_PLACED: Final = re.compile(r"^(bad\.\w+|shipped ladder):\d+:\d+  ")
_MOST_TEXT: Final = 300_000


class Reader(NamedTuple):
    """A command line that reads `{}`, and a sound document for it; `takes_text` where it takes any text at all."""

    words: tuple[str, ...]
    document: Callable[[], Any]
    suffix: str = "yaml"
    takes_text: bool = False

    @property
    def name(self) -> str:
        """What a test calls it."""
        return f"{' '.join(self.words)} {self.suffix}"

    @property
    def file(self) -> str:
        """The name of the file that it is given."""
        return f"bad.{self.suffix}"

    @property
    def argv(self) -> list[str]:
        """The command line with the file."""
        return [word.replace("{}", self.file) for word in self.words]


@cache
def _shipped(name: str) -> Any:
    return read_yaml((ROOT / name).read_bytes(), name).data


def whole_ladder() -> Any:
    """Return a whole ladder, as it stands among the examples."""
    return _shipped("examples/monzo-product.yaml")


def overlay() -> Any:
    """Return an overlay over the shipped ladder, as it stands among the examples."""
    return _shipped("examples/learn-by-doing.yaml")


def playbooks() -> Any:
    """Return playbooks, as pmpath init writes them."""
    return _shipped("data/starts/playbook.yaml")


def portfolio() -> Any:
    """Return the shipped portfolio."""
    return _shipped("data/portfolio.yaml")


def sources() -> Any:
    """Return the shipped sources."""
    return _shipped("data/sources.yaml")


def sheet() -> Any:
    """Return an answer sheet with all that it can hold."""
    shown = {
        "what": "Ran twelve interviews",
        "result": "two bets dropped",
        "who": "Dana",
        "date": "2026-03",
        "link": "notes.md",
    }
    context = {"title": "PM", "environment": "startup", "hours_per_week": 5, "target": "senior-pm", "deeply_technical": True}
    return {"answers": example_a(), "evidence": {"discovery.pm": [shown, {"what": "Wrote a brief"}]}, "context": context}


def thresholds() -> Any:
    """Return thresholds of milestones."""
    return {"thresholds": {"team-number-moved": 5, "roadmap-quarters": 2.5}}


def offer() -> Any:
    """Return an offer."""
    equity = {"amount": 40000, "years": 4, "cliff_months": 12, "note": "options"}
    return {
        "currency": "EUR",
        "parts": {"base": 90000, "bonus": {"amount": 9000, "guaranteed": 1}, "equity": equity, "benefits": "x"},
    }


def fit_answers() -> Any:
    """Return answers to the first question of fit."""
    return {"answers": {one.id: one.choices[0].id for one in library().guides.environment.fit}}


def piece() -> str:
    """Return a portfolio piece in Markdown."""
    return filled("product-teardown")


READERS: Final = (
    Reader(("check", "{}"), whole_ladder),
    Reader(("check", "{}"), overlay),
    Reader(("check", "{}"), playbooks),
    Reader(("check", "{}"), portfolio),
    Reader(("check", "{}"), sources, "json"),
    Reader(("check", "{}"), sheet, "json"),
    Reader(("check", "{}"), thresholds),
    Reader(("ladder", "--ladder", "{}"), overlay),
    Reader(("assess", "--no-save", "--answers", "sound.json", "--ladder", "{}"), overlay),
    Reader(("transition", "--from", "librarian", "--playbooks", "{}"), playbooks),
    Reader(("assess", "--no-save", "--no-input", "--answers", "{}"), sheet),
    Reader(("assess", "--no-save", "--no-input", "--answers", "{}"), sheet, "json"),
    Reader(("assess", "--no-save", "--jsonl", "--answers", "{}"), sheet, "jsonl"),
    Reader(("review", "compare", "{}"), sheet),
    Reader(("review", "compare", "{}"), sheet, "json"),
    Reader(("transition", "--from", "engineer", "--no-save", "--answers", "{}"), sheet),
    Reader(("team", "{}"), sheet, "json"),
    Reader(("team", "{}"), sheet, "jsonl"),
    Reader(("milestones", "--for", "senior-pm", "--thresholds", "{}"), thresholds),
    Reader(("guide", "offer", "{}"), offer),
    Reader(("guide", "offer", "{}"), offer, "json"),
    Reader(("guide", "fit", "--answers", "{}"), fit_answers),
    Reader(("data", "import", "{}"), sheet, "jsonl"),
    Reader(("portfolio", "review", "{}", "--kind", "product-teardown"), piece, "md", takes_text=True),
    Reader(("interview", "product-sense", "--no-save", "--answer", "{}"), piece, "txt", takes_text=True),
)


def failures(pmpath: Pmpath, reader: Reader, files: Iterable[Bad]) -> list[str]:
    """Give a reader one file after the other; return what should not have come of it."""
    path = Path(reader.file)
    found: list[str] = []
    for bad in files:
        content = bad.content
        path.write_bytes(content)
        started = process_time()
        ran = pmpath(*reader.argv)
        taken = process_time() - started
        most = SECONDS * max(1, content.count(b"\n") / LINES) if reader.suffix == "jsonl" else SECONDS
        said = [*_wrong(ran, reader, bad), *([f"took {taken:.1f} s"] if taken > most else [])]
        found += [f"{bad.name}: {one}" for one in said]
        if path.read_bytes() != content:
            found.append(f"{bad.name}: the file was changed")
    return found


def _wrong(ran: Ran, reader: Reader, bad: Bad) -> Iterator[str]:
    """Yield what should not have come of one bad file."""
    if ran.code not in CODES:
        yield f"exit code {ran.code}: {ran.err[-200:]}"
    is_nothing = reader.suffix == "jsonl" and not bad.content.strip()  # no sheet or entry in it, and none is no mistake
    if bad.refused and not reader.takes_text and not is_nothing and ran.code == 0:
        yield f"was taken: {ran.out[:100]}"
    yield from raw(ran)
    if ran.code in REFUSALS:
        yield from _badly_said(ran, reader)


def raw(ran: Ran) -> Iterator[str]:
    """Yield what a terminal would obey in what came out, a traceback, and far too much of it."""
    whole = ran.out + ran.err
    obeyed = sorted({char for char in whole if not char.isprintable() and char != "\n"})
    if obeyed:
        yield f"raw {ascii(''.join(obeyed))[:60]} came out"
    if "Traceback" in whole:
        yield "a traceback came out"
    if len(ran.err) > _MOST_TEXT:  # 200 problems of a file, each with the words that it could have used
        yield f"{len(ran.err)} characters of error"


def _badly_said(ran: Ran, reader: Reader) -> Iterator[str]:
    """Yield what is wrong with how a refusal is worded: it names the file; check also says where everything stands."""
    if reader.file not in ran.out + ran.err and "--jsonl" not in reader.words:
        yield f"the file is not named: {(ran.out + ran.err)[:200]}"
    if reader.words[0] == "check":
        lines = ran.out.partition("\n\n")[0].splitlines()
        yield from (f"no place: {line[:100]}" for line in lines if not _PLACED.match(line))


def text_of(reader: Reader) -> bytes:
    """Return the sound file of a reader."""
    return text_of_document(reader.document(), reader.suffix)


def text_of_document(document: Any, suffix: str) -> bytes:
    """Write a document as YAML, or as JSON in one line; text stays text."""
    if isinstance(document, str):
        return document.encode()
    return yaml.safe_dump(document, sort_keys=False).encode() if suffix == "yaml" else json.dumps(document).encode() + b"\n"


def changed(before: Mapping[str, bytes], folder: Path) -> list[str]:
    """Return the files of a folder that are new, other, or gone."""
    after = contents(folder)
    return sorted(name for name in {**before, **after} if before.get(name) != after.get(name))


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder with their bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
