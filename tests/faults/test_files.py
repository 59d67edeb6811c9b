"""Journals that are cut off at any byte, in which any bit is flipped, whose end is zeros, or that a newer version wrote."""

import json
from collections.abc import Iterator

import pytest

from builders import Dice
from faults.campaign import IS_FULL, count, some
from faults.conftest import LayOut, Tally
from faults.deeds import LINES, WHOLE, Deed
from faults.judging import named, wrong_words
from faults.places import AFTER, JOURNAL, KEPT, Place, goes_on, run
from pmpath.journal.line import Record, encode

pytestmark = pytest.mark.faults

*SOUND, LAST, VERY_LAST = KEPT.splitlines(keepends=True)
BEFORE_LAST = len(KEPT) - len(LAST) - len(VERY_LAST)
FLIPS = count(6, 2000)
NEWER = {
    "format": encode(Record(71, "0" * 12, "2030-01-01T00:00:00Z", "draft", {}, 2)),
    "kind": encode(Record(71, "0" * 12, "2030-01-01T00:00:00Z", "dream", {})),
}
"""A line of a version that is to come: in another format, or of a kind that this one does not know."""
REFUSING = [deed for deed in [*LINES, *WHOLE] if deed.kept == KEPT and not {"forget", "--replace"} & set(deed.words)]
"""Deeds that would write to what they cannot read; erasing, and taking another journal instead, are wanted by name."""


def torn(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the ways in which the end of a journal is lost: cut off at each byte of the last lines, zeros from there on."""
    for place in some(range(BEFORE_LAST, len(content)), 8):
        yield f"cut off at {place}", content[:place]
        if IS_FULL or place % 3 == 0:
            yield f"zeros from {place}", content[:place] + bytes(len(content) - place)
            yield f"zeros and more from {place}", content[:place] + bytes(4096)


def wrong_after(place: Place, content: bytes) -> list[str]:
    """Return what is wrong after a run on a journal without its end: the whole lines stay, the rest is kept beside them."""
    ends = [place for place, byte in enumerate(KEPT) if byte == ord("\n")]
    whole = KEPT[: 1 + max(end for end in ends if content.startswith(KEPT[:end]))]
    wrong = goes_on(place) if content == place.kept else ["laid out wrongly"]
    kept = place.kept
    wrong += [] if kept.startswith(whole.removesuffix(b"\n")) else ["whole lines are lost"]
    rest = content[len(whole.removesuffix(b"\n")) :].removeprefix(b"\n")
    aside = [found for name, found in place.files.items() if name.startswith("home/journal.torn-")]
    return wrong if aside == ([rest] if rest else []) else [*wrong, "the torn end is not kept beside"]


def test_a_journal_without_its_end_goes_on_and_what_is_left_of_the_end_is_kept(lay_out: LayOut, tally: Tally) -> None:
    wrong = {}
    for what, content in torn(KEPT):
        with lay_out(content) as place:
            wrong[what] = wrong_after(place, content)
    tally("journals without their end", len(wrong))
    assert named(wrong) == ""


def test_a_flipped_bit_is_noticed_and_nothing_else_is_lost(lay_out: LayOut, tally: Tally) -> None:
    tally("flipped bits", FLIPS)
    random, wrong = Dice(2026), {}
    for _ in range(FLIPS):
        place_, bit = random.randrange(len(KEPT) - len(VERY_LAST)), random.randrange(8)
        content = KEPT[:place_] + bytes([KEPT[place_] ^ 1 << bit]) + KEPT[place_ + 1 :]
        with lay_out(content) as place:
            ran = run(place, "evidence", "add", AFTER)
            found = [] if ran.code == 65 and "Traceback" not in ran.err else [f"ended with {ran.code}: {ran.err!r}"]
            found += [] if place.kept == content else ["the file changed"]
            found += [] if f"{place.journal}:" in ran.err else ["the line is not named"]
            looked = run(place, "data", "check", "--json")
            sound = json.loads(looked.out)["data"]["entries"]
            found += [] if looked.code == 65 and sound >= KEPT.count(b"\n") - 2 else [f"{sound} entries are left"]
            wrong[f"bit {bit} at {place_}"] = found
    assert named(wrong) == ""


@pytest.mark.parametrize("deed", some(REFUSING, 4), ids=lambda deed: deed.name)
@pytest.mark.parametrize("newer", NEWER)
def test_nothing_is_written_to_the_journal_of_a_newer_version(newer: str, deed: Deed, lay_out: LayOut) -> None:
    with lay_out(KEPT + NEWER[newer]) as place:
        before = place.files
        ran = run(place, *deed.words)
        assert wrong_words(ran, [65]) == []
        assert "newer pmpath" in ran.err
        assert place.files[JOURNAL] == before[JOURNAL]


@pytest.mark.parametrize("words", [("--json",), ("evidence", "list"), ("history",), ("data", "export")], ids=" ".join)
@pytest.mark.parametrize("newer", NEWER)
def test_what_is_understood_of_a_newer_journal_can_be_looked_at(newer: str, words: tuple[str, ...], lay_out: LayOut) -> None:
    with lay_out(KEPT + NEWER[newer]) as place:
        before = place.files
        assert run(place, *words).code == 0
        assert place.files == before


def test_a_newer_journal_is_left_alone_by_a_fix(lay_out: LayOut) -> None:
    with lay_out(KEPT + NEWER["kind"]) as place:
        before = place.files
        assert run(place, "data", "check", "--fix").code in (0, 65)
        assert place.files == before
