"""Every command line that writes, once; and what each leaves when nothing goes wrong."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from time import monotonic
from typing import Final, NamedTuple

import pytest

from faults.places import DAMAGED, JOURNAL, KEPT, TEARDOWN, Files, laid_out, run
from pmpath.journal.line import decode

SCORES: Final = [
    word for name in ("substance", "structure", "user", "outcome", "trade-off") for word in ("--score", f"{name}=2")
]


class Deed(NamedTuple):
    """A command that writes: lines behind those that are there, or the whole journal anew, or files of its own, or several."""

    words: tuple[str, ...]
    files: tuple[str, ...] = ()
    rewrites: bool = False
    kept: bytes | None = KEPT

    @property
    def name(self) -> str:
        """How a test calls it."""
        at = " from nothing" if self.kept is None else ""
        return " ".join(word for word in self.words if word not in SCORES)[:44] + at


class Done(NamedTuple):
    """What a deed leaves when nothing goes wrong: the new records, all files, and how long it takes in seconds."""

    records: Sequence[str]
    files: Files
    seconds: float


def _deed(words: str, *files: str, kept: bytes | None = KEPT, rewrites: bool = False) -> Deed:
    return Deed(tuple(words.split()), files, rewrites, kept)


LINES: Final = [
    _deed("assess --answers sheet.json"),
    _deed("assess --answers sheet.json -o standing.html", "work/standing.html"),
    _deed("assess --ladder own.yaml --answers sheet.json"),
    _deed("transition --from engineer --answers sheet.json"),
    _deed("transition --from designer --write new", "work/new/business-case.md"),
    Deed(("evidence", "add", "Cut churn by a third", "--shows", "discovery.pm", "--who", "head of support")),
    _deed("evidence edit 1 --result fewer"),
    _deed("evidence rm 1"),
    _deed("plan --hours 6"),
    _deed("plan done data --answer on-my-own --evidence shipped"),
    _deed("plan blocked data --why moved"),
    _deed("plan open strategy"),
    _deed("plan note data later"),
    _deed("plan checkin --moved data --evidence agreed"),
    _deed("milestones mark changes-end-to-end 3"),
    _deed("portfolio new feature-proposal new", "work/new/feature-proposal.md"),
    _deed(f"portfolio review {TEARDOWN} --kind product-teardown"),
    _deed(f"portfolio mark {TEARDOWN} open"),
    _deed("interview product-sense --answer answer.txt"),
    Deed(("interview", "score", "1", *SCORES)),
    _deed("interview story new --evidence 1 --situation once"),
    _deed("interview story edit 1 --lesson asked"),
    _deed("interview story rm 1"),
]
FIRST: Final = [
    _deed("assess --answers sheet.json", kept=None),
    _deed("evidence add First --shows discovery.pm", kept=None),
    _deed("portfolio new product-teardown new", "work/new/product-teardown.md", kept=None),
    _deed("data import theirs.jsonl", kept=None, rewrites=True),
]
"""Deeds where nothing is kept yet, not even a folder."""
WHOLE: Final = [
    _deed("data import theirs.jsonl", rewrites=True),
    _deed("data import theirs.jsonl --replace", rewrites=True),
    _deed("data forget --yes", rewrites=True),
    _deed("data forget --no-backup --yes", rewrites=True),
    _deed("data check --fix", kept=DAMAGED, rewrites=True),
]
EXPORTS: Final = [
    _deed("data export -o all.jsonl", "work/all.jsonl"),
    _deed("plan -o plan.ics", "work/plan.ics"),
    _deed("data export -o answer.txt --force", "work/answer.txt"),
    _deed("history -o history.csv", "work/history.csv"),
    _deed("review export --for Dana -o dana.yaml", "work/dana.yaml"),
    _deed("init playbook begun", "work/begun/playbooks.yaml", "work/begun/transitions.schema.json"),
    _deed("init ladder begun", "work/begun/ladder.yaml", "work/begun/overlay.schema.json"),
]
"""Deeds that leave the journal alone."""
SAVING: Final = [*LINES, *FIRST, *WHOLE]
DEEDS: Final = [*SAVING, *EXPORTS]

each_deed = pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
each_saving = pytest.mark.parametrize("deed", SAVING, ids=lambda deed: deed.name)


@cache
def done(deed: Deed, content: Path) -> Done:
    """Return what a deed leaves when nothing goes wrong."""
    with laid_out(content, deed.kept) as place:
        begun = monotonic()
        ran = run(place, *deed.words)
        seconds = monotonic() - begun
        assert ran.code == 0, f"{deed.name}: {ran}"
        files = place.files
    new = [] if deed.rewrites else shapes(files.get(JOURNAL, b"")[len(deed.kept or b"") :])
    return Done(new, files, seconds)


def shapes(lines: bytes) -> list[str]:
    """Return what lines say, whole ones only, with their own ids named in the order in which they come."""
    found: list[str] = []
    names: dict[str, str] = {}
    for line in lines.split(b"\n")[:-1]:
        record = decode(line)
        if record is None:
            return [*found, f"damaged: {line!r}"]
        text = json.dumps([record.seq, record.at, record.type, record.data])
        for name, said in names.items():
            text = text.replace(name, said)
        names[record.id] = f"new-{len(names)}"
        found.append(text)
    return found
