"""A bad file is refused in a line that names it, at once; nothing that it holds reaches the terminal, nothing changes."""

import os
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from builders import example_a
from cli.running import Home, Pmpath
from hostile.corpus import Bad, broken, cut, damaged, flipped, strange_json
from hostile.readers import READERS, Reader, failures, text_of

EVERY = 1 if os.environ.get("PMPATH_CAMPAIGN") == "full" else 40
"""Every so many files are taken, each reader others of them; a full campaign takes all."""
each_reader = pytest.mark.parametrize("reader", READERS, ids=lambda reader: f"{reader.name} {reader.document.__name__}")


def share(files: Iterator[Bad], reader: Reader) -> Iterator[Bad]:
    """Yield the share of the files that this reader gets."""
    first = READERS.index(reader) % EVERY
    return (bad for place, bad in enumerate(files) if place % EVERY == first)


@pytest.fixture(autouse=True)
def _kept(home: Home) -> None:
    """Keep an assessment, for what compares with one, and give a sheet that any ladder takes."""
    home.assessed(example_a())
    Path("sound.json").write_text('{"answers": {}}', "utf-8")


@each_reader
def test_a_sound_file_is_taken(pmpath: Pmpath, reader: Reader) -> None:
    if reader.words[:2] == ("data", "import"):
        return
    Path(reader.file).write_bytes(text_of(reader))
    ran = pmpath(*reader.argv)
    assert (ran.code, ran.err) == (0, "")


@each_reader
def test_what_is_no_data_is_refused(pmpath: Pmpath, reader: Reader) -> None:
    files = chain(broken(), strange_json() if reader.suffix == "json" else ())
    assert failures(pmpath, reader, share(files, reader)) == []


@each_reader
def test_a_sound_file_that_is_damaged_is_refused_or_taken(pmpath: Pmpath, reader: Reader) -> None:
    sound = text_of(reader)
    document = reader.document()
    files = chain(cut(sound), flipped(sound), damaged(document) if isinstance(document, dict) else ())
    assert failures(pmpath, reader, share(files, reader)) == []
