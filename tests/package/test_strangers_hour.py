"""A stranger's first hour with pmpath, in one home: each step looks at what a person would look at."""

import json
from pathlib import Path

import pytest

from builders import example_a
from e2e.pseudo_terminal import answer_until
from e2e.test_interview_in_terminal import EVIDENCE_BEGINS, EVIDENCED_A, finish
from package.visiting import Visitor, arrived

pytestmark = pytest.mark.package


@pytest.fixture(scope="module")
def visitor(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    """Let somebody arrive who has a sheet of answers and nothing else."""
    person = arrived(tmp_path_factory.mktemp("stranger"), wheel)
    (person.work / "sheet.json").write_text(json.dumps({"answers": example_a()}), "utf-8")
    return person


@pytest.fixture(scope="module")
def assessed(visitor: Visitor) -> Visitor:
    """Let the stranger be assessed by the sheet."""
    visitor.types("pmpath assess --answers sheet.json")
    return visitor


def test_the_first_word_says_what_to_do(visitor: Visitor) -> None:
    said = visitor.types("pmpath")
    assert "pmpath assess" in said
    assert "pmpath transition --from engineer" in said


def test_an_engineer_sees_the_way_and_begins_its_first_document(visitor: Visitor) -> None:
    said = visitor.types("pmpath transition --from engineer")
    assert "Software engineer" in said
    visitor.types("pmpath transition --from engineer --write first")
    (document,) = (visitor.work / "first").iterdir()
    assert document.read_text("utf-8").startswith("# ")


def test_an_interview_in_a_terminal_places_and_is_kept(visitor: Visitor) -> None:
    with visitor.sits_before("assess", "--fresh") as person:
        answer_until(person, example_a(), EVIDENCE_BEGINS)
        assert finish(person, *EVIDENCED_A) == 0
    assert "You are a Product Manager, and a strong one" in person.text
    assert visitor.reads("pmpath history --json")["assessments"][-1]["level"] == "pm"


def test_a_sheet_places_the_same(assessed: Visitor) -> None:
    data = assessed.reads("pmpath assess --answers sheet.json --no-save --json")
    assert (data["role"], data["level"], data["standing"], data["next_level"]) == ("pm", "pm", "strong", "senior-pm")


def test_a_plan_has_weeks_with_days_that_end(assessed: Visitor) -> None:
    said = assessed.types("pmpath plan --hours 4")
    assert said.startswith("Toward Senior Product Manager: ")
    assert "2026-12" in said


@pytest.mark.parametrize(
    ("line", "name", "begin", "inside"),
    [
        (
            "pmpath assess --answers sheet.json --no-save -o standing.html",
            "standing.html",
            "<!doctype html>",
            "Product Manager",
        ),
        ("pmpath transition --from designer -o move.md", "move.md", "# ", "portfolio"),
        ("pmpath plan -o plan.ics", "plan.ics", "BEGIN:VCALENDAR", "BEGIN:VEVENT"),
        ("pmpath ladder pm --vs senior-pm -o levels.md", "levels.md", "# ", "Senior Product Manager"),
    ],
)
def test_a_result_is_handed_over_as_a_file(assessed: Visitor, line: str, name: str, begin: str, inside: str) -> None:
    assessed.types(line)
    text = (assessed.work / name).read_text("utf-8")
    assert text.lower().startswith(begin.lower())
    assert inside in text
    assessed.types(line, expect=73)


def test_evidence_is_kept_and_stands_in_the_case(assessed: Visitor) -> None:
    assessed.types('pmpath evidence add "Ran six interviews on churn" --shows discovery.pm --result "4 to 3 percent"')
    assert "Ran six interviews on churn" in assessed.types("pmpath case")


def test_an_own_ladder_is_begun_checked_and_used(assessed: Visitor) -> None:
    assessed.types("pmpath init ladder ours")
    assert "ours/ladder.yaml" in assessed.types("pmpath check ours/ladder.yaml")
    (assessed.work / "few.yaml").write_text("answers: {scope: pm, people: none, discovery.pm: on-my-own}\n", "utf-8")
    whole = json.loads(assessed.types("pmpath assess --ladder ours/ladder.yaml --answers few.yaml --no-save --json"))
    assert whole["ladder"]["id"] == "my-ladder"
    (assessed.work / "bad.yaml").write_text("levels: 7\n", "utf-8")
    assert "bad.yaml:1:" in assessed.types("pmpath check bad.yaml", expect=65)


def test_a_pipeline_gets_figures_lines_and_an_exit_code(assessed: Visitor) -> None:
    level = 'python -c \'import json, sys; print(json.load(sys.stdin)["data"]["level"])\''
    assert assessed.types(f"pmpath assess --answers sheet.json --no-save --json | {level}") == "pm\n"
    (assessed.work / "two.jsonl").write_text(f"{(assessed.work / 'sheet.json').read_text('utf-8')}\n{{\n", "utf-8")
    lines = assessed.types("pmpath assess --answers two.jsonl --jsonl", expect=65)
    assert [json.loads(line)["kind"] for line in lines.splitlines()] == ["placement", "error"]
    assessed.types("pmpath assess --answers sheet.json --no-save --require senior-pm", expect=4)


def test_a_team_is_laid_side_by_side(assessed: Visitor) -> None:
    assessed.types("cp sheet.json dana-novak.json; cp sheet.json jo-park.json")
    said = assessed.types("pmpath team dana-novak.json jo-park.json")
    assert "DN" in said
    assert "JP" in said


def test_what_is_kept_moves_to_another_home(assessed: Visitor) -> None:
    assessed.types("pmpath data export -o kept.jsonl")
    there = f"PMPATH_HOME='{assessed.folder}/other'"
    assessed.types(f"{there} pmpath data import kept.jsonl")
    assert assessed.types(f"{there} pmpath history --json") == assessed.types("pmpath history --json")
    assert assessed.reads(f"{there} pmpath data check --json")["sound"] is True


def test_a_mistake_is_one_line_that_helps(assessed: Visitor) -> None:
    assert assessed.types("pmpath asess 2>&1 || true").splitlines()[0].endswith("did you mean assess?")
