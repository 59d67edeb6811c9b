"""A journal that somebody made: right checksums, wrong content. Every command reads what is sound, and says what is not."""

import json
import os
from collections.abc import Iterator, Sequence
from typing import Final

import pytest

from cli.running import Home, Pmpath
from hostile.corpus import damaged
from hostile.readers import raw
from hostile.targets import records
from pmpath.journal.line import Record, encode

EVERY: Final = 1 if os.environ.get("PMPATH_CAMPAIGN") == "full" else 200
"""Every so many damaged lines are read; a full campaign reads all."""
SOUND: Final = records()
COMMANDS: Final = (
    (),
    ("assess", "--resume", "--no-input"),
    ("assess", "--again", "--no-input"),
    ("plan",),
    ("plan", "checkin", "--moved", "yes"),
    ("evidence",),
    ("milestones",),
    ("case",),
    ("review", "export"),
    ("history",),
    ("diff",),
    ("explain", "discovery.pm"),
    ("portfolio",),
    ("interview", "log"),
    ("interview", "log", "1"),
    ("interview", "stories"),
    ("interview", "story", "1"),
    ("interview", "--due"),
    ("guide", "hats"),
    ("data", "check"),
)
"""What reads the journal; some of it adds a line to one that is sound."""


def with_damage(record: Record) -> Iterator[tuple[str, bytes]]:
    """Yield journals in which one line says something else, its checksum right."""
    for place, bad in enumerate(damaged(dict(record.data))):
        if place % EVERY == record.seq % EVERY:
            line = encode(record._replace(data=json.loads(bad.content)))
            yield bad.name, b"".join(line if one is record else encode(one) for one in SOUND)


def failures(pmpath: Pmpath, home: Home, commands: Sequence[tuple[str, ...]], content: bytes) -> Iterator[str]:
    """Yield what should not have come of commands over a journal."""
    home.journal.write_bytes(content)
    for words in commands:
        ran = pmpath(*words)
        if ran.code not in (0, 2, 65):
            yield f"{words}: exit code {ran.code}: {ran.err[-120:]}"
        yield from (f"{words}: {said}" for said in raw(ran))
    if not home.journal.read_bytes().startswith(content) and not list(home.folder.glob("journal.torn-*")):
        yield "a line was changed"


@pytest.mark.parametrize("record", SOUND, ids=lambda one: f"{one.seq} {one.type}")
def test_a_line_that_says_anything_else_breaks_no_command(pmpath: Pmpath, home: Home, record: Record) -> None:
    home.folder.mkdir()
    found = [
        f"{name}: {said}"
        for place, (name, content) in enumerate(with_damage(record))
        for said in failures(pmpath, home, COMMANDS[place % 2 :: 2] if EVERY > 1 else COMMANDS, content)
    ]
    assert found == []


def test_a_sound_journal_breaks_none_either(pmpath: Pmpath, home: Home) -> None:
    home.folder.mkdir()
    assert list(failures(pmpath, home, COMMANDS, b"".join(map(encode, SOUND)))) == []


def test_what_is_brought_in_is_looked_at_line_by_line(pmpath: Pmpath, home: Home) -> None:
    home.folder.mkdir()
    bad = SOUND[0]._replace(data={})
    (home.folder / "theirs.jsonl").write_bytes(encode(bad))
    ran = pmpath("data", "import", str(home.folder / "theirs.jsonl"))
    assert (ran.code, "theirs.jsonl:1  this line is damaged" in ran.err, home.journal.exists()) == (65, True, False)
