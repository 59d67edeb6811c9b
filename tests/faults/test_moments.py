"""Signals at random moments: SIGKILL loses nothing that was told; the signals that ask to end are obeyed without a trace."""

import signal
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from builders import Dice
from faults.campaign import IS_FULL, count
from faults.conftest import LayOut, Tally
from faults.deeds import DEEDS, Deed, done
from faults.judging import named, said_by, strays, wrong_files, wrong_next
from faults.places import KEPT, Place, Ran, command, end, run, start

pytestmark = pytest.mark.faults

BATCHES = count(3, 20)
"""Over so many tests the kills are spread, which run side by side."""
KILLS = count(5, 500)
STOPS = count(4, 500)
ENDED = {
    signal.SIGTERM: (-signal.SIGTERM, 143),
    signal.SIGINT: (-signal.SIGINT, 130),
    signal.SIGHUP: (-signal.SIGHUP, 129),
}
"""How a process may end that was asked to; a shell gives both as the same exit code."""
EARLIEST = 0.2
"""The share of a run before which nothing of pmpath runs."""


def stopped(place: Place, deed: Deed, signal_: signal.Signals, delay: float) -> Ran | None:
    """Run a deed and send a signal after a delay in seconds; None where it had ended by then."""
    process = start(place, command(*deed.words))
    try:
        process.communicate(timeout=delay)
    except subprocess.TimeoutExpired:
        process.send_signal(signal_)
        return end(process)
    return None


def landed(
    lay_out: LayOut, content: Path, signal_: signal.Signals, *, rounds: int, seed: int
) -> Iterator[tuple[str, Deed, Ran, list[str]]]:
    """Send a signal so often that it hits a living process; yield what happened, and what is wrong with the files."""
    random = Dice(seed)
    hits = 0
    while hits < rounds:
        deed: Deed = random.choice(DEEDS)
        good = done(deed, content)
        delay = good.seconds * random.uniform(EARLIEST, 1.02)
        with lay_out(deed.kept) as place:
            before = place.files
            ran = stopped(place, deed, signal_, delay)
            if ran is None:
                continue
            hits += 1
            after = place.files
            wrong = wrong_files(deed, good, before, after, said_by(ran))
            wrong += [] if len(strays(after)) < 2 else ["more than one stray file"]
            yield f"{deed.name} after {delay:.4f} s", deed, ran, wrong + wrong_next(deed, place, apart=not IS_FULL)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_process_killed_at_any_moment_loses_nothing_told_and_leaves_nothing_half(
    batch: int, lay_out: LayOut, content: Path, tally: Tally
) -> None:
    tally("random SIGKILL that hit a living process", KILLS)
    wrong = {what: found for what, _, _, found in landed(lay_out, content, signal.SIGKILL, rounds=KILLS, seed=2026 + batch)}
    assert named(wrong) == ""


def wrong_end(ran: Ran, codes: Sequence[int]) -> list[str]:
    """Return what is wrong with how a run ended that was asked to: by the signal or done, with a word at most.

    What Python says while it starts, before pmpath runs at all, is none of ours.
    """
    if "Traceback" in ran.err and ", in run\n" not in ran.err:
        return []
    wrong = [] if ran.code in (0, *codes) else [f"ended with {ran.code}"]
    return wrong + ([f"said {ran.err!r}"] if "Traceback" in ran.err or "bug in pmpath" in ran.err else [])


@pytest.mark.parametrize("signal_", ENDED, ids=lambda one: one.name)
def test_a_process_asked_to_end_at_any_moment_ends_without_a_trace(
    signal_: signal.Signals, lay_out: LayOut, content: Path, tally: Tally
) -> None:
    tally(f"random {signal_.name} that hit a living process", STOPS)
    found = landed(lay_out, content, signal_, rounds=STOPS, seed=2026)
    wrong = {what: files + wrong_end(ran, ENDED[signal_]) for what, _, ran, files in found}
    assert named(wrong) == ""


def test_ctrl_c_within_an_import_ends_at_once_with_a_word(lay_out: LayOut, tmp_path: Path) -> None:
    (tmp_path / "typer.py").write_text("import os, signal\n\nos.kill(os.getpid(), signal.SIGINT)\n", "utf-8")
    with lay_out(KEPT) as place:
        ran = run(place, "ladder", before=["env", f"PYTHONPATH={tmp_path}:{place.settings['PYTHONPATH']}"])
    assert ran == Ran(130, "", "Stopped.\n")
