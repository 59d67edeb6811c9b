"""Transitions that were saved: the way that was asked for, and the answers it was laid out from."""

from pathlib import Path

from builders import example_b
from journal.making import opened
from pmpath.journal.line import Type
from pmpath.journal.transitions import save
from pmpath.model.answer import Context, Sheet
from pmpath.model.identity import LadderIdentity
from pmpath.model.route import ScheduledStep, Transition

LADDER = LadderIdentity("pm", "2026.1", "ab" * 32)
WAY = Transition("engineer", "apm", 6, ("discovery.apm",), (), (ScheduledStep("talk", 1, 2),), 9)


def test_a_saved_transition_says_from_where_to_where_and_how_long(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    save(journal, LADDER, Sheet(example_b(), {}, Context(title="Engineer")), WAY)
    (kept,) = journal.records()
    assert (kept.type, kept.data) == (
        Type.TRANSITION,
        {
            "ladder": LADDER._asdict(),
            "background": "engineer",
            "to": "apm",
            "hours_per_week": 6,
            "weeks": 9,
            "sheet": {"answers": example_b(), "evidence": {}, "context": {"title": "Engineer"}},
        },
    )
