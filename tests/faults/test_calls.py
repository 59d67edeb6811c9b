"""The process ends, or a call fails, at each call that changes the disk, for every command that writes."""

from pathlib import Path

import pytest

from faults.campaign import IS_FULL, some
from faults.conftest import LayOut, Tally
from faults.deeds import Deed, done, each_deed
from faults.judging import named, said_by, strays, wrong_files, wrong_next, wrong_refusal, wrong_words
from faults.tracing import Call, Fault, points, run_with, traced

pytestmark = [pytest.mark.strace, pytest.mark.faults]

ERRORS = ("ENOSPC", "EIO", "EROFS", "EDQUOT")
KILL = "signal=KILL"
UNSURE = "is changed, but the drive does not say that it keeps it"
"""What is told where a new journal has its place and the drive then fails."""
OUTCOMES = (0, 66, 73, 74)
"""How a run may end in which a call failed: a cache that cannot be written is no failure."""


def calls_of(deed: Deed, lay_out: LayOut) -> list[Call]:
    """Return the calls of a deed at which something may go wrong; one run before, which may compile code."""
    with lay_out(deed.kept) as place:
        return points(place, traced(place, deed.words))


@each_deed
def test_a_process_killed_before_any_call_loses_nothing_told_and_leaves_nothing_half(
    deed: Deed, lay_out: LayOut, content: Path, tally: Tally
) -> None:
    good, wrong = done(deed, content), {}
    for call in calls_of(deed, lay_out):
        fault = Fault(KILL, call)
        with lay_out(deed.kept) as place:
            before = place.files
            ran = run_with(place, deed.words, fault)
            after = place.files
            found = wrong_files(deed, good, before, after, said_by(ran))
            found += [] if len(strays(after)) < 2 else ["more than one stray file"]
            wrong[str(fault)] = found + wrong_next(deed, place, apart=not IS_FULL)
    tally("SIGKILL before a call that changes the disk", len(wrong))
    assert len(wrong) > 5
    assert named(wrong) == ""


def faults_of(calls: list[Call]) -> list[Fault]:
    """Return the errors at some calls, each in turn, once; in a full campaign all of them at all, once and from there on."""
    if not IS_FULL:
        return [Fault(f"error={ERRORS[place % len(ERRORS)]}", call) for place, call in enumerate(some(calls, 6))]
    once = [Fault(f"error={name}", call) for call in calls for name in ERRORS]
    return once + [fault._replace(lasting=True) for fault in once if not fault.call.name.startswith("open")]


@each_deed
def test_a_call_that_fails_is_told_in_a_line_and_nothing_is_lost_or_half(
    deed: Deed, lay_out: LayOut, content: Path, tally: Tally
) -> None:
    good, wrong = done(deed, content), {}
    for fault in faults_of(calls_of(deed, lay_out)):
        with lay_out(deed.kept) as place:
            before = place.files
            ran = run_with(place, deed.words, fault)
            after = place.files
            found = wrong_files(deed, good, before, after, said_by(ran))
            if ran.code:
                found += [] if fault.lasting and fault.call.name == "write" else wrong_words(ran, OUTCOMES)
                found += [] if fault.lasting or UNSURE in ran.err else wrong_refusal(deed, good, before, after)
            found += [f"{name} is left" for name in strays(after) if "unlink" not in fault.call.name]
            wrong[str(fault)] = found + wrong_next(deed, place, apart=not IS_FULL)
    tally("calls that failed", len(wrong))
    assert len(wrong) > 5
    assert named(wrong) == ""
