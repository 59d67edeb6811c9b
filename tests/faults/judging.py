"""Says what is wrong after a fault. All that was there is there; all that was told is there; nothing else appeared."""

import re
from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from faults.deeds import Deed, Done, shapes
from faults.places import COPIES, DAMAGED, JOURNAL, WRITTEN, Files, Place, Ran, goes_on, run

STRAY: Final = re.compile(r"(^|/)(\.pmpath-|journal\.new-)[0-9a-f]+$")
"""A file that never got its name."""
SAVED: Final = re.compile(r"^(Saved|Written|Mended|Removed)\b", re.MULTILINE)
DISK_CODES: Final = (74, 73)
"""What tells that something cannot be written: what is kept, a file that was asked for."""


class Said(NamedTuple):
    """What the person was told: that all is done, or only that some files are written."""

    all: bool
    files: Collection[str] = ()


def said_by(ran: Ran) -> Said:
    """Return what a run told."""
    return Said(ran.code == 0 or SAVED.search(ran.out) is not None, [f"work/{name}" for name in WRITTEN.findall(ran.err)])


def wrong_files(deed: Deed, done: Done, before: Files, after: Files, said: Said) -> list[str]:
    """Return what is wrong with the files after a fault."""
    kept, now = before.get(JOURNAL, b""), after.get(JOURNAL, b"")
    wrong = _wrong_rewriting(deed, done, kept, after) if deed.rewrites else _wrong_lines(done, kept, now, told=said.all)
    if deed.rewrites and said.all and now != done.files[JOURNAL]:
        wrong.append("what was told is not in the journal")
    for name in deed.files:
        told = said.all or name in said.files
        wrong += _wrong_output(name, [done.files[name]] if told else [done.files[name], before.get(name)], after.get(name))
    return wrong + _wrong_others(deed, before, after)


def _wrong_lines(done: Done, kept: bytes, now: bytes, *, told: bool) -> list[str]:
    if not now.startswith(kept):
        return ["lines that were there are lost or changed"]
    new = shapes(now[len(kept) :])
    if new != done.records[: len(new)]:
        return [f"something else appeared: {new}"]
    return ["what was told is not in the journal"] if told and new != done.records else []


def _wrong_rewriting(deed: Deed, done: Done, kept: bytes, after: Files) -> list[str]:
    now = after.get(JOURNAL, b"")
    if now == kept:
        return []
    if now != done.files[JOURNAL]:
        return ["the journal is neither as before nor as wanted"]
    wants_copy = kept and "--no-backup" not in deed.words
    copied = any(content == kept for name, content in after.items() if name.startswith(COPIES))
    return ["the journal changed and no copy is kept"] if wants_copy and not copied else []


def _wrong_output(name: str, fine: Collection[bytes | None], now: bytes | None) -> list[str]:
    if now in fine:
        return []
    return [f"{name} is {'missing' if now is None else 'not whole'}"]


def _wrong_others(deed: Deed, before: Files, after: Files) -> list[str]:
    others = {name: content for name, content in before.items() if name not in (JOURNAL, *deed.files)}
    wrong = [f"{name} is lost or changed" for name, content in others.items() if after.get(name) != content]
    new = set(after) - set(before) - {JOURNAL, *deed.files}
    return wrong + [f"{name} appeared" for name in sorted(new) if not (name.startswith(COPIES) or STRAY.search(name))]


def wrong_refusal(deed: Deed, done: Done, before: Files, after: Files) -> list[str]:
    """Return what is wrong with the files after a run that told that it failed: an entry is not kept, nor a file alone."""
    in_steps = len(done.records) + len(deed.files) > 1
    changed = [name for name in (JOURNAL, *deed.files) if before.get(name, b"") != after.get(name, b"")]
    return [] if in_steps else [f"{name} changed, though that was told to fail" for name in changed]


def strays(files: Collection[str]) -> list[str]:
    """Return the names of files that never got their own name."""
    return [name for name in files if STRAY.search(name)]


def wrong_words(ran: Ran, codes: Collection[int] = DISK_CODES) -> list[str]:
    """Return what is wrong with the words of a run that failed: a code that is documented, one clear line and a hint."""
    lines = [line for line in ran.err.splitlines() if not SAVED.match(line)]
    wrong = [] if ran.code in codes else [f"ended with {ran.code}"]
    wrong += ["a traceback"] if "Traceback" in ran.err + ran.out or "bug in pmpath" in ran.err else []
    is_clear = len(lines) in (1, 2) and lines[0].startswith("pmpath: ") and all(line.startswith("  ") for line in lines[1:])
    return wrong if is_clear else [*wrong, f"no clear line: {ran.err!r}"]


def wrong_next(deed: Deed, place: Place, *, apart: bool = False) -> list[str]:
    """Return what is wrong with the run after a fault; a journal that was damaged from the start is mended first."""
    if place.kept == DAMAGED and run(place, *deed.words).code != 0:
        return ["the deed does not succeed when it is done again"]
    return goes_on(place, apart=apart)


def named(wrong: Mapping[str, list[str]]) -> str:
    """Return what is wrong, a line each with the fault in front; nothing where all is well."""
    return "\n".join(f"{fault}: {one}" for fault, found in wrong.items() for one in found)
