"""A journal under everything at once, against a plain list."""

import errno
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from journal.faults import Crash, Fault, FaultyDisk
from journal.making import add, file_in, kept, opened, texts
from pmpath.errors import ContentError, OutputError
from pmpath.journal.journal import FILE, Journal, parse

WHO = st.integers(0, 1)
TEXTS = st.one_of(st.text(max_size=20), st.sampled_from(["", "日本語", "👩🚀", "\x00\n", "x" * 5_000]))
ERRORS = st.sampled_from([errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT])
CALLS = st.integers(1, 16)
PARTS = st.one_of(st.integers(-3, 200), st.just(-1))
TAILS = st.one_of(st.binary(min_size=1, max_size=30), st.sampled_from([b"\x00" * 512, b'{"v":1,"seq":', b"\n", b"{}\n"]))


class Person:
    """One process that keeps its journal open."""

    def __init__(self, folder: Path) -> None:
        self.disk = FaultyDisk()
        self.journal: Journal = opened(folder, self.disk)


class JournalStates(RuleBasedStateMachine):
    """Two processes that stay open, with faults and foreign hands; `said` is what must be in the journal."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(mkdtemp(prefix="pmpath-states-"))
        self.folder = self.root / "home"
        self.said: list[str] = []
        self.tails: list[bytes] = []
        self.people = [Person(self.folder), Person(self.folder)]

    def teardown(self) -> None:
        rmtree(self.root)

    @property
    def content(self) -> bytes:
        return (self.folder / FILE).read_bytes() if (self.folder / FILE).exists() else b""

    @rule(who=WHO, text=TEXTS)
    def append(self, who: int, text: str) -> None:
        written = add(self.people[who].journal, text)
        self.said.append(text)
        assert written.seq == len(self.said)

    @rule(who=WHO, text=TEXTS, at=CALLS, number=ERRORS, part=PARTS)
    def append_while_a_call_fails(self, who: int, text: str, at: int, number: int, part: int) -> None:
        person = self.people[who]
        person.disk.arm(Fault(at, number, part))
        try:
            add(person.journal, text)
        except OutputError:
            pass
        else:
            self.said.append(text)
        person.disk.arm(None)

    @rule(who=WHO, text=TEXTS, at=CALLS, part=PARTS)
    def append_while_the_process_ends(self, who: int, text: str, at: int, part: int) -> None:
        person = self.people[who]
        person.disk.arm(Fault(at, None, part))
        try:
            add(person.journal, text)
        except Crash:
            if kept(self.folder) == [*self.said, text]:
                self.said.append(text)
            self.people[who] = Person(self.folder)
        else:
            self.said.append(text)
            person.disk.arm(None)

    @rule(who=WHO)
    def open_again(self, who: int) -> None:
        self.people[who] = Person(self.folder)

    @rule(who=WHO)
    def read(self, who: int) -> None:
        journal = self.people[who].journal
        assert texts(journal.records()) == self.said
        assert journal.problems() == ()

    @precondition(lambda self: self.content and not parse(self.content).ends_open)
    @rule(tail=TAILS)
    def leave_a_torn_end(self, tail: bytes) -> None:
        with (self.folder / FILE).open("ab") as file:
            file.write(tail)
        self.tails.append(tail)

    @precondition(lambda self: self.content.endswith(b"}\n"))
    @rule()
    def take_away_the_last_newline(self) -> None:
        if not parse(self.content).torn:
            with (self.folder / FILE).open("r+b") as file:
                file.truncate(len(self.content) - 1)

    @precondition(lambda self: len(self.said) > 1)
    @rule(who=WHO, place=st.integers(0, 1 << 16), bit=st.integers(0, 7))
    def damage_a_line_for_a_while(self, who: int, place: int, bit: int) -> None:
        sound = self.content
        sizes = [len(line) + 1 for line in sound.split(b"\n")][: len(self.said) - 1]
        place %= sum(sizes)
        if sound[place] == ord("\n"):
            return
        hit = sound[:place].count(b"\n")
        damaged = sound[:place] + bytes([sound[place] ^ 1 << bit]) + sound[place + 1 :]
        file_in(self.folder, damaged)
        journal = Person(self.folder).journal
        try:
            add(journal, "refused")
        except ContentError:
            assert self.content == damaged
        else:
            raise AssertionError
        assert texts(journal.records()) == self.said[:hit] + self.said[hit + 1 :]
        file_in(self.folder, sound)
        self.people[who] = Person(self.folder)

    @invariant()
    def a_new_process_reads_all_that_was_acknowledged_and_nothing_else(self) -> None:
        assert kept(self.folder) == self.said

    @invariant()
    def numbers_count_from_one(self) -> None:
        assert [one.seq for one in opened(self.folder).records()] == list(range(1, len(self.said) + 1))

    @invariant()
    def no_torn_byte_is_gone(self) -> None:
        places = [path.read_bytes() for path in self.folder.glob("journal.*")]
        assert all(any(tail in place for place in places) for tail in self.tails)


TestJournalStates = JournalStates.TestCase
TestJournalStates.settings = settings(max_examples=settings().max_examples // 5, stateful_step_count=30)
