"""The health of a journal: when it counts as sound."""

import pytest

from pmpath.model.health import Health

WELL = Health("journal.jsonl", 3, (), 0, 0, readable_by_others=False, strays=(), copies=())


def test_a_journal_with_sound_lines_only_is_sound() -> None:
    assert WELL.is_sound


@pytest.mark.parametrize("change", [{"damaged": (2,)}, {"torn_bytes": 7}, {"foreign": 1}], ids=str)
def test_what_cannot_be_read_or_written_to_makes_it_unsound(change: dict[str, object]) -> None:
    assert not Health(**{**WELL._asdict(), **change}).is_sound


@pytest.mark.parametrize(
    "change", [{"entries": 0}, {"readable_by_others": True}, {"strays": ("journal.torn-3",)}, {"copies": ("a.jsonl",)}], ids=str
)
def test_what_only_has_to_be_known_does_not(change: dict[str, object]) -> None:
    assert Health(**{**WELL._asdict(), **change}).is_sound
