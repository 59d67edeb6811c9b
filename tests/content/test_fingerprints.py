"""No run of eight words in the shipped content is copied from the texts it was written after.

`source_ngrams.bin` holds what those texts contain without holding the texts: for every run of eight words the first five
bytes of its SHA-256, sorted by byte value, without repeats and without separators. Words are lower case, runs of
`[a-z0-9']`, joined by one blank; curly apostrophes are straight and web addresses left out. Prose was taken line by line,
strings of YAML and JSON files one by one, so that no run crosses the end of a string.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

from builders import ROOT
from data_folder import FILES, SOURCES, parts, shipped, texts
from shared_runs import BYTES, fingerprint, main, runs, written

STORE: Final = Path(__file__).with_name("source_ngrams.bin").read_bytes()
KNOWN: Final = [STORE[at : at + BYTES] for at in range(0, len(STORE), BYTES)]


def is_in(fingerprints: list[bytes], one: bytes) -> bool:
    at = bisect_left(fingerprints, one)
    return at < len(fingerprints) and fingerprints[at] == one


def written_texts(name: str) -> Iterator[str]:
    """Return every text of a file; of the sources all but where they are found."""
    if name != SOURCES:
        yield from texts(shipped(name))
        return
    for _, part in parts(shipped(name)):
        yield from (value for key, value in part.items() if isinstance(value, str) and key not in ("address", "file"))


@pytest.mark.parametrize("name", FILES)
def test_no_eight_words_in_a_row_are_shared_with_a_source(name: str) -> None:
    shared = [run for text in written_texts(name) for run in runs(text) if is_in(KNOWN, fingerprint(run))]
    assert shared == []


@pytest.mark.parametrize("page", [str(path.relative_to(ROOT)) for path in written(ROOT) if path.suffix == ".md"])
def test_no_page_shares_eight_words_in_a_row_with_a_source(page: str) -> None:
    assert [run for run in runs((ROOT / page).read_text("utf-8")) if is_in(KNOWN, fingerprint(run))] == []


def test_texts_at_hand_are_compared_as_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other, ours = tmp_path / "other.txt", tmp_path / "ours.txt"
    other.write_text("Nobody here ever wrote a line about the pilot of a ferry.", "utf-8")
    ours.write_text(" ".join((ROOT / "README.md").read_text("utf-8").split()[:40]), "utf-8")
    assert (main([str(other)]), main([str(ours)]), main([])) == (0, 1, 2)
    assert "README.md: " in capsys.readouterr().out


def test_the_store_is_whole_sorted_and_without_repeats() -> None:
    assert len(STORE) % BYTES == 0
    assert all(one < other for one, other in pairwise(KNOWN))


def test_the_store_holds_the_runs_of_a_long_article_and_more() -> None:
    assert len(KNOWN) > 10_000


def test_the_fingerprints_are_spread_as_hashes_are() -> None:
    assert len({one[0] for one in KNOWN}) == 256


@pytest.mark.parametrize("name", FILES)
def test_every_file_has_many_runs_to_look_at(name: str) -> None:
    assert sum(1 for text in written_texts(name) for _ in runs(text)) > 500


def test_a_copied_run_is_found_however_it_is_written() -> None:
    copied = sorted(fingerprint(run) for run in runs("The pilot doesn't draw every chart before the ship departs."))
    rewritten = "Here THE  pilot doesn\u2019t draw\nevery chart, before the ship had sailed"
    assert [run for run in runs(rewritten) if is_in(copied, fingerprint(run))] == [
        "the pilot doesn't draw every chart before the",
        "pilot doesn't draw every chart before the ship",
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("one two three four five six seven", 0),
        ("one two three four five six seven eight", 1),
        ("one two three four five six seven eight nine", 2),
        ("one two three four https://example.org/five/six seven eight", 0),
    ],
)
def test_a_text_has_a_run_for_every_eighth_word(text: str, count: int) -> None:
    assert len(list(runs(text))) == count
