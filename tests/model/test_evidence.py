"""The words of evidence that others rely on: its lines, what was done, the order of what stands behind it."""

from pmpath.model.evidence import LINES, Backing, Evidence
from pmpath.model.sheet import Evidence as SheetEvidence


def test_what_was_done_is_its_first_line() -> None:
    assert Evidence(1, "a", "2026-11-23", {"result": "b", "what": "Ran a test"}).what == "Ran a test"


def test_evidence_shows_nothing_unless_said() -> None:
    assert Evidence(1, "a", "2026-11-23", {"what": "a"}).shows == ()


def test_the_lines_that_are_kept_are_those_that_a_sheet_may_carry() -> None:
    assert tuple(SheetEvidence.model_fields) == LINES


def test_what_can_be_seen_stands_before_what_can_be_confirmed_and_the_own_word() -> None:
    assert list(Backing) == ["artifact", "confirmed", "own-word"]
