"""pmpath assess --again: the last assessment with what came since, and the answers that are given over it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from builders import Answers, example_a
from cli.running import Home, Pmpath, write_sheet
from pmpath.model.answer import Context, Sheet

STRATEGY = "strategy.senior-pm"
AGAIN = ("--today", "2026-11-02", "assess", "--again", "--no-input")

Facts = Mapping[str, Any]


@pytest.fixture
def a(home: Home) -> Home:
    """Keep worked example A with a context and a plan."""
    home.assessed(example_a(), "2026-08-03", sheet=Sheet({}, {}, Context(title="PO", target="senior-pm", hours_per_week=5)))
    return home


def sheets(home: Home) -> list[Facts]:
    """Return the sheets of all assessments, the oldest first."""
    entries = [json.loads(line) for line in home.journal.read_text("ascii").splitlines()]
    return [one["data"]["sheet"] for one in entries if one["type"] == "assessment"]


def answers_of(home: Home) -> Answers:
    answers: Answers = dict(sheets(home)[-1]["answers"])
    return answers


def test_it_is_the_last_assessment_once_more(pmpath: Pmpath, a: Home) -> None:
    ran = pmpath(*AGAIN)
    assert (ran.code, ran.err) == (0, "")
    assert sheets(a)[0] == sheets(a)[1]


def test_an_answer_stands_over_the_earlier_one(pmpath: Pmpath, a: Home) -> None:
    pmpath(*AGAIN, "--answer", "data.senior-pm=on-my-own", "--answer", "scope=senior-pm")
    assert answers_of(a) == {**example_a(), "data.senior-pm": "on-my-own", "scope": "senior-pm"}


def test_without_it_answers_stand_by_themselves(pmpath: Pmpath, a: Home) -> None:
    pmpath("assess", "--no-input", "--answer", "scope=senior-pm")
    assert sheets(a)[-1] == {"answers": {"scope": "senior-pm"}, "evidence": {}, "context": {}}


def test_a_sheet_stands_by_itself(pmpath: Pmpath, a: Home, tmp_path: Path) -> None:
    pmpath("evidence", "add", "Wrote it", "--shows", STRATEGY)
    pmpath("assess", "--answers", write_sheet(tmp_path / "s.json", {"scope": "pm"}))
    assert sheets(a)[-1] == {"answers": {"scope": "pm"}, "evidence": {}, "context": {}}


@pytest.mark.parametrize("words", [(), ("--answer", "scope=pm")])
def test_without_an_assessment_there_is_nothing_to_begin_with(pmpath: Pmpath, home: Home, words: tuple[str, ...]) -> None:
    ran = pmpath(*AGAIN, *words)
    assert (ran.code, ran.out) == (2, "")
    assert "--again begins with an assessment, and none is kept yet" in ran.err
    assert not home.journal.exists()


@pytest.mark.parametrize(
    ("words", "other"),
    [
        (("--fresh",), "--fresh"),
        (("--answers", "s.json"), "--answers"),
        (("--resume",), "--resume"),
        (("--answers", "-"), "--answers"),
    ],
)
def test_what_it_excludes_is_refused(pmpath: Pmpath, a: Home, tmp_path: Path, words: tuple[str, ...], other: str) -> None:
    write_sheet(tmp_path / "s.json", example_a())
    before = a.journal.read_bytes()
    ran = pmpath(*AGAIN, *words)
    assert (ran.code, ran.out, a.journal.read_bytes()) == (2, "", before)
    assert "exclude each other" in ran.err
    assert other in ran.err
    assert "--again" in ran.err


def test_evidence_of_the_log_counts(pmpath: Pmpath, a: Home) -> None:
    pmpath("evidence", "add", "Wrote it", "--who", "Ann", "--shows", STRATEGY)
    pmpath(*AGAIN)
    assert sheets(a)[-1]["evidence"] == {STRATEGY: [{"what": "Wrote it", "who": "Ann"}]}


def test_evidence_that_was_taken_out_does_not_count(pmpath: Pmpath, a: Home) -> None:
    pmpath("evidence", "add", "Wrote it", "--shows", STRATEGY)
    pmpath("evidence", "rm", "1")
    pmpath(*AGAIN)
    assert sheets(a)[-1]["evidence"] == {}


def test_evidence_that_was_changed_counts_as_it_reads_now_and_stays_one_piece(pmpath: Pmpath, a: Home) -> None:
    pmpath("evidence", "add", "Wrote it", "--shows", STRATEGY)
    pmpath("evidence", "edit", "1", "--what", "Wrote the strategy", "--shows", "strategy.pm")
    pmpath(*AGAIN)
    assert sheets(a)[-1]["evidence"] == {"strategy.pm": [{"what": "Wrote the strategy"}]}
    assert len(pmpath("evidence", "list", "--json").data["evidence"]) == 1


def test_answers_that_the_plan_confirmed_count(pmpath: Pmpath, a: Home) -> None:
    pmpath("--today", "2026-08-03", "plan")
    pmpath("--today", "2026-09-01", "plan", "done", "strategy", "--answer", "on-my-own")
    pmpath("--today", "2026-09-02", "plan", "done", "influence")
    pmpath(*AGAIN)
    assert answers_of(a) == {**example_a(), STRATEGY: "on-my-own"}


def test_an_answer_given_now_stands_over_a_confirmed_one(pmpath: Pmpath, a: Home) -> None:
    pmpath("--today", "2026-08-03", "plan")
    pmpath("--today", "2026-09-01", "plan", "done", "strategy", "--answer", "on-my-own")
    pmpath(*AGAIN, "--answer", f"{STRATEGY}=lead-others")
    assert answers_of(a)[STRATEGY] == "lead-others"


def test_what_was_confirmed_before_an_assessment_is_behind_it(pmpath: Pmpath, a: Home) -> None:
    pmpath("--today", "2026-08-03", "plan")
    pmpath("--today", "2026-09-01", "plan", "done", "strategy", "--answer", "on-my-own")
    pmpath(*AGAIN, "--answer", f"{STRATEGY}=with-help")
    pmpath(*AGAIN)
    assert answers_of(a)[STRATEGY] == "with-help"


def test_the_context_and_the_target_stay(pmpath: Pmpath, a: Home) -> None:
    ran = pmpath(*AGAIN, "--json")
    assert sheets(a)[-1]["context"] == {"title": "PO", "target": "senior-pm", "hours_per_week": 5}
    assert ran.data["target"] == "senior-pm"


def test_another_target_may_be_named(pmpath: Pmpath, a: Home) -> None:
    assert a.journal.exists()
    assert pmpath(*AGAIN, "--target", "vp", "--json").data["target"] == "vp"


def test_it_can_be_looked_at_without_keeping_it(pmpath: Pmpath, a: Home) -> None:
    before = a.journal.read_bytes()
    assert pmpath(*AGAIN, "--no-save", "--answer", "scope=senior-pm").code == 0
    assert a.journal.read_bytes() == before


def test_a_required_level_that_is_not_reached_ends_with_4(pmpath: Pmpath, a: Home) -> None:
    assert pmpath(*AGAIN, "--require", "cpo").code == 4
    assert len(sheets(a)) == 2


def test_off_a_terminal_it_needs_no_other_option(pmpath: Pmpath, a: Home) -> None:
    assert pmpath("assess", "--again").code == 0
    assert pmpath("assess", "--again", "--json").code == 0
    assert len(sheets(a)) == 3


def test_a_batch_takes_up_nothing(pmpath: Pmpath, a: Home, tmp_path: Path) -> None:
    before = a.journal.read_bytes()
    (tmp_path / "s.jsonl").write_text('{"answers": {"scope": "pm"}}\n', "utf-8")
    assert pmpath("assess", "--jsonl", "--again", "--answers", "s.jsonl").code == 2
    assert a.journal.read_bytes() == before
