"""A rewriting fails or ends at every call, or others write meanwhile: the journal is as before or as wanted, and whole."""

import errno
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

import pytest

from journal.faults import Crash, Fault, FaultyDisk
from journal.making import NOW, add, file_in, kept, line, lines, opened, process, record
from pmpath.errors import OutputError
from pmpath.journal.journal import COPIES, COPIES_KEPT, FILE, Journal
from pmpath.journal.line import encode
from pmpath.journal.upkeep import bring_in, copies, forget, mend, strays

BEFORE = line(1) + b"bad\n" + line(3)
THEIRS = encode(record(1, "theirs", at="2027-01-01T00:00:00Z")._replace(id="t" * 12))
PARTS = (0, 1, 60, -2, -1)
OLD = [f"2025010{day}T000000Z-mend-old.jsonl" for day in range(1, 9)] + ["20250109T-mend-old.jsonl", "20250110T-mend-old.jsonl"]


def _mend(journal: Journal) -> None:
    mend(journal)


def _forget(journal: Journal) -> None:
    forget(journal, keep_copy=True)


def _forget_wholly(journal: Journal) -> None:
    forget(journal, keep_copy=False)


def _bring_in(journal: Journal) -> None:
    bring_in(journal, THEIRS, "theirs", instead=False)


def _replace(journal: Journal) -> None:
    bring_in(journal, THEIRS, "theirs", instead=True)


Act = Callable[[Journal], None]
ACTS: list[tuple[Act, bytes, bytes]] = [
    (_mend, BEFORE, line(1) + line(3)),
    (_forget, BEFORE, b""),
    (_forget_wholly, BEFORE, b""),
    (_bring_in, lines(2), lines(2) + encode(record(3, "theirs", at="2027-01-01T00:00:00Z")._replace(id="t" * 12))),
    (_replace, BEFORE, THEIRS),
]
each_act = pytest.mark.parametrize(("act", "before", "after"), ACTS, ids=[act.__name__ for act, _, _ in ACTS])
each_start = pytest.mark.parametrize("full", [False, True], ids=["no copies", "ten copies"])


def laid_out(tmp_path: Path, before: bytes, *, full: bool) -> Path:
    """Return a new folder with a journal, and with as many copies as are kept where it is to be full."""
    home = Path(mkdtemp(dir=tmp_path)) / "home"
    file_in(home, before)
    if full:
        (home / COPIES).mkdir()
        for name in OLD:
            (home / COPIES / name).write_bytes(b"old")
    return home


def calls_of(tmp_path: Path, act: Act, before: bytes, *, full: bool) -> list[tuple[int, str, int]]:
    """Return every call of an act that goes well, counted from 1, with the parts of a write that may come through."""
    disk = FaultyDisk()
    act(opened(laid_out(tmp_path, before, full=full), disk))
    return [(at, call, part) for at, call in enumerate(disk.calls, 1) for part in (PARTS if call == "write" else (0,))]


def new_copies(home: Path) -> list[bytes]:
    """Return the copies that were not there at first."""
    return [path.read_bytes() for path in copies(home) if path.name not in OLD]


def is_safe(home: Path, act: Act, before: bytes, after: bytes) -> bool:
    """Say whether the journal is as before, or as wanted with a copy of before where one is to be kept."""
    now = (home / FILE).read_bytes()
    return now == before or (now == after and (act is _forget_wholly or before in new_copies(home)))


@each_start
@each_act
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO], ids=errno.errorcode.__getitem__)
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "for good"])
def test_a_call_that_fails_leaves_the_journal_as_before_or_as_wanted(  # noqa: PLR0913 - the product of what can be
    act: Act, before: bytes, after: bytes, *, full: bool, number: int, lasting: bool, tmp_path: Path
) -> None:
    wrong = []
    for at, call, part in calls_of(tmp_path, act, before, full=full):
        home = laid_out(tmp_path, before, full=full)
        journal = opened(home, FaultyDisk(Fault(at, number, part, lasting)))
        try:
            act(journal)
        except OutputError:
            is_right = is_safe(home, act, before, after)
        else:
            is_right = (home / FILE).read_bytes() == after and is_safe(home, act, before, after)
        wrong += [] if is_right else [(at, call, part)]
    assert wrong == []


@each_start
@each_act
def test_what_is_told_to_fail_did_not_happen_and_a_name_that_the_drive_may_not_keep_is_told_as_such(
    act: Act, before: bytes, after: bytes, *, full: bool, tmp_path: Path
) -> None:
    wrong = []
    for at, call, part in calls_of(tmp_path, act, before, full=full):
        home = laid_out(tmp_path, before, full=full)
        try:
            act(opened(home, FaultyDisk(Fault(at, errno.EIO, part))))
        except OutputError as err:
            is_changed = (home / FILE).read_bytes() != before
            wrong += [] if is_changed == ("is changed, but the drive" in err.message) else [(at, call)]
        else:
            assert (home / FILE).read_bytes() == after
    assert wrong == []


@each_start
@each_act
def test_a_process_that_ends_at_any_call_leaves_the_journal_as_before_or_as_wanted(
    act: Act, before: bytes, after: bytes, *, full: bool, tmp_path: Path
) -> None:
    wrong = []
    for at, call, part in calls_of(tmp_path, act, before, full=full):
        home = laid_out(tmp_path, before, full=full)
        with pytest.raises(Crash):
            act(opened(home, FaultyDisk(Fault(at, None, part))))
        wrong += [] if is_safe(home, act, before, after) else [(at, call, part)]
    assert wrong == []


@each_start
@each_act
def test_after_a_process_that_ended_at_any_call_the_act_can_be_done_again(
    act: Act, before: bytes, after: bytes, *, full: bool, tmp_path: Path
) -> None:
    for at, _, part in calls_of(tmp_path, act, before, full=full):
        home = laid_out(tmp_path, before, full=full)
        with pytest.raises(Crash):
            act(opened(home, FaultyDisk(Fault(at, None, part))))
        act(opened(home))
        assert (home / FILE).read_bytes() == after


@each_start
@each_act
def test_after_a_failure_nothing_unfinished_lies_beside_the_journal(
    act: Act, before: bytes, after: bytes, *, full: bool, tmp_path: Path
) -> None:
    assert before != after
    wrong = []
    for at, call, part in calls_of(tmp_path, act, before, full=full):
        home = laid_out(tmp_path, before, full=full)
        try:
            act(opened(home, FaultyDisk(Fault(at, errno.ENOSPC, part))))
        except OutputError:
            wrong += [(at, call, part)] if list(strays(home)) else []
    assert wrong == []


@each_start
@each_act
def test_after_a_failure_every_copy_is_whole(act: Act, before: bytes, after: bytes, *, full: bool, tmp_path: Path) -> None:
    assert before != after
    wrong = []
    for at, call, part in calls_of(tmp_path, act, before, full=full):
        home = laid_out(tmp_path, before, full=full)
        try:
            act(opened(home, FaultyDisk(Fault(at, errno.ENOSPC, part))))
        except OutputError:
            wrong += [] if set(new_copies(home)) <= {before} else [(at, call, part)]
    assert wrong == []


@each_act
def test_a_failure_takes_no_earlier_copy_before_a_newer_one_is_whole(
    act: Act, before: bytes, after: bytes, *, tmp_path: Path
) -> None:
    assert before != after
    if act is _forget_wholly:
        return
    for at, call, part in calls_of(tmp_path, act, before, full=True):
        home = laid_out(tmp_path, before, full=True)
        try:
            act(opened(home, FaultyDisk(Fault(at, errno.ENOSPC, part))))
        except OutputError:
            whole = [path for path in copies(home) if path.read_bytes() in (b"old", before)]
            assert len(whole) >= COPIES_KEPT, (at, call, part)


@each_act
def test_no_more_than_ten_copies_are_kept(act: Act, before: bytes, after: bytes, tmp_path: Path) -> None:
    assert before != after
    home = laid_out(tmp_path, before, full=True)
    act(opened(home))
    assert len(list(copies(home))) == (0 if act is _forget_wholly else COPIES_KEPT)


@each_act
def test_after_a_failure_the_same_journal_goes_on(act: Act, before: bytes, after: bytes, tmp_path: Path) -> None:
    for at, _, part in calls_of(tmp_path, act, before, full=False):
        disk = FaultyDisk(Fault(at, errno.EIO, part))
        home = laid_out(tmp_path, before, full=False)
        journal = opened(home, disk)
        try:
            act(journal)
        except OutputError:
            disk.arm(None)
            act(journal)
        assert (home / FILE).read_bytes() == after


@each_act
def test_a_failure_is_told_with_the_name_of_the_file(act: Act, before: bytes, after: bytes, tmp_path: Path) -> None:
    assert before != after
    for call in ("put", "move", "write"):
        home = laid_out(tmp_path, before, full=False)
        with pytest.raises(OutputError) as refused:
            act(opened(home, FaultyDisk(Fault(1, errno.ENOSPC, call=call))))
        assert refused.value.message == f"{home / FILE} cannot be written: no space left on device"


def test_a_change_that_fails_touches_nothing(tmp_path: Path) -> None:
    def change(content: bytes) -> bytes:
        raise ZeroDivisionError(content)

    file_in(tmp_path, lines(2))
    with pytest.raises(ZeroDivisionError):
        opened(tmp_path).rewrite(change, "mend")
    assert {path.name for path in tmp_path.iterdir()} == {FILE, "journal.lock"}
    assert kept(tmp_path) == ["text 1", "text 2"]


def test_a_stop_in_the_middle_of_a_rewriting_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    class Stopping(FaultyDisk):
        def move(self, source: Path, target: Path) -> None:
            raise KeyboardInterrupt(source, target)

    file_in(tmp_path, BEFORE)
    with pytest.raises(KeyboardInterrupt):
        mend(opened(tmp_path, Stopping()))
    assert (tmp_path / FILE).read_bytes() == BEFORE
    assert list(strays(tmp_path)) == []


APPENDS = 20
APPENDING = f"""
print("ready", flush=True)
sys.stdin.readline()
for number in range({APPENDS}):
    journal.append(Type.DRAFT, {{"text": f"{{sys.argv[2]}}-{{number}}"}})
    print(f"{{sys.argv[2]}}-{{number}}", flush=True)
"""
MENDING = """
from pmpath.journal.upkeep import mend
print("ready", flush=True)
sys.stdin.readline()
for _ in range(15):
    mend(journal)
"""
BRINGING = f"""
from pmpath.journal.upkeep import bring_in
print("ready", flush=True)
sys.stdin.readline()
for _ in range(15):
    bring_in(journal, {THEIRS!r}, "theirs", instead=False)
"""
FORGETTING = """
from pmpath.journal.upkeep import forget
print("ready", flush=True)
sys.stdin.readline()
for _ in range(3):
    forget(journal, keep_copy=True)
"""


def at_once(folder: Path, *scripts: str) -> list[str]:
    """Let processes work all at the same time, and return what was acknowledged."""
    children = [process(script, folder, name) for name, script in enumerate(scripts)]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    said = [child.communicate()[0].split() for child in children]
    assert [child.returncode for child in children] == [0] * len(children)
    return [text for one in said for text in one]


def test_what_others_append_while_one_mends_is_all_there(tmp_path: Path) -> None:
    acknowledged = at_once(tmp_path, MENDING, APPENDING, APPENDING)
    assert len(acknowledged) == 2 * APPENDS
    assert sorted(kept(tmp_path)) == sorted(acknowledged)


def test_what_others_append_while_one_brings_in_is_all_there(tmp_path: Path) -> None:
    add(opened(tmp_path), "first")
    acknowledged = at_once(tmp_path, BRINGING, APPENDING, APPENDING)
    assert sorted(kept(tmp_path)) == sorted([*acknowledged, "first", "theirs"])
    assert [one.seq for one in opened(tmp_path).records()] == list(range(1, len(acknowledged) + 3))


def test_what_others_append_while_one_forgets_stands_in_the_journal_or_in_a_copy(tmp_path: Path) -> None:
    acknowledged = at_once(tmp_path, FORGETTING, APPENDING, APPENDING)
    everything = b"".join(path.read_bytes() for path in (*copies(tmp_path), tmp_path / FILE))
    assert everything.count(b"\n") == len(acknowledged)
    assert [text for text in acknowledged if f'"{text}"'.encode() not in everything] == []


def test_a_reader_beside_rewritings_always_sees_a_whole_journal(tmp_path: Path) -> None:
    file_in(tmp_path, lines(50))
    child = process(MENDING, tmp_path)
    assert child.stdout is not None
    assert child.stdin is not None
    assert child.stdout.readline() == "ready\n"
    child.stdin.write("go\n")
    child.stdin.flush()
    reader = Journal(tmp_path, lambda: NOW)
    seen = {len(reader.records())}
    while child.poll() is None:
        seen.add(len(reader.records()))
    child.communicate()
    assert seen == {50}
