"""Several processes that append at the same time."""

from pathlib import Path

import pytest

from journal.making import kept, opened, process
from pmpath.journal.journal import FILE

APPENDS = 12
APPENDING = f"""
name = sys.argv[2]
print("ready", flush=True)
sys.stdin.readline()
for number in range({APPENDS}):
    print(journal.append(Type.DRAFT, {{"text": f"{{name}}-{{number}}"}}).seq, flush=True)
    journal.records()
"""


def appended_at_once(folder: Path, count: int) -> list[list[int]]:
    """Let processes append all at the same time, and return the numbers that each was given."""
    children = [process(APPENDING, folder, name) for name in range(count)]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    return [[int(text) for text in child.communicate()[0].split()] for child in children]


@pytest.mark.parametrize("count", [2, 4, 8])
def test_all_lines_of_all_processes_are_there(count: int, tmp_path: Path) -> None:
    appended_at_once(tmp_path, count)
    assert sorted(kept(tmp_path)) == sorted(f"{name}-{number}" for name in range(count) for number in range(APPENDS))


def test_numbers_have_no_gaps_and_no_doubles(tmp_path: Path) -> None:
    given = appended_at_once(tmp_path, 5)
    assert sorted(seq for one in given for seq in one) == list(range(1, 5 * APPENDS + 1))
    assert [one.seq for one in opened(tmp_path).records()] == list(range(1, 5 * APPENDS + 1))


def test_the_lines_of_each_process_stay_in_their_order(tmp_path: Path) -> None:
    appended_at_once(tmp_path, 3)
    found = kept(tmp_path)
    for name in range(3):
        own = [text for text in found if text.startswith(f"{name}-")]
        assert own == [f"{name}-{number}" for number in range(APPENDS)]


def test_processes_that_start_together_without_a_folder_all_find_one(tmp_path: Path) -> None:
    home = tmp_path / "home"
    given = appended_at_once(home, 6)
    assert [len(one) for one in given] == [APPENDS] * 6
    assert {path.name for path in home.iterdir()} == {FILE, "journal.lock"}
