"""Processes that are really killed while they append."""

import os
from pathlib import Path
from time import perf_counter

import pytest

from builders import Dice
from journal.making import add, opened, process

ROUNDS = 30
APPENDING = """
size = int(sys.argv[2])
while True:
    print(journal.append(Type.DRAFT, {"text": "x" * size}).seq, flush=True)
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL is of Unix")


def killed(folder: Path, random: Dice) -> list[int]:
    """Let a process append, kill it at a random moment and return the numbers that it acknowledged."""
    with process(APPENDING, folder, random.choice([10, 1_000, 100_000])) as child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(random.randrange(1, 6))]
        end = perf_counter() + random.uniform(0, 0.003)
        while perf_counter() < end:
            pass
        child.kill()
        said += child.stdout.readlines()
    return [int(text) for text in said if text.endswith("\n")]


def test_a_killed_process_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    random = Dice(2026)
    acknowledged: list[int] = []
    for _ in range(ROUNDS):
        acknowledged += killed(tmp_path, random)
    found = [one.seq for one in opened(tmp_path).records()]
    assert set(acknowledged) <= set(found)
    assert found == list(range(1, len(found) + 1))
    assert acknowledged == sorted(set(acknowledged))


def test_after_a_killed_process_the_next_one_goes_on(tmp_path: Path) -> None:
    acknowledged = killed(tmp_path, Dice(1))
    assert add(opened(tmp_path), "after").seq > acknowledged[-1]


def test_a_process_killed_with_the_lock_in_its_hand_blocks_nobody(tmp_path: Path) -> None:
    holding = """
from pmpath.journal.disk import Disk
from pmpath.journal.lock import locked
with locked(Disk(), journal.path.with_suffix(".lock")):
    print("held", flush=True)
    sys.stdin.read()
"""
    with process(holding, tmp_path) as child:
        assert child.stdout is not None
        child.stdout.readline()
        child.kill()
    assert add(opened(tmp_path), "after").seq == 1
