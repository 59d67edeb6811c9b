"""pmpath review: a sheet without the person's answers goes out, and what comes back is compared and kept nowhere."""

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from builders import Answers, example_a, example_b, grid, library
from cli.running import Feed, Home, Pmpath, flowing, write_sheet
from pmpath.model.answer import Context, Sheet

OWN = "only-I-know-this"
FACTS = ("scope", "people")

Facts = Mapping[str, Any]


@pytest.fixture
def a(home: Home) -> Home:
    """Keep worked example A, with evidence and context that are nobody else's business."""
    evidence = {"discovery.pm": [{"what": OWN, "result": OWN, "who": OWN}]}
    home.assessed(example_a(), sheet=Sheet({}, evidence, Context(title=OWN, environment="startup", hours_per_week=37)))
    return home


def exported(pmpath: Pmpath, *words: str) -> str:
    ran = pmpath("review", "export", *words)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def theirs(tmp_path: Path, changed: Answers, **parts: Any) -> str:
    """Write the sheet of a rater who sees it as the person does, but for some answers; return its name."""
    return write_sheet(tmp_path / "dana.json", {**example_a(), **changed}, **parts)


def compared(pmpath: Pmpath, name: str) -> Facts:
    data: Facts = pmpath("review", "compare", name, "--json").data
    return data


def disagreements(pmpath: Pmpath, name: str) -> list[tuple[str, int]]:
    return [(one["question"], one["steps"]) for one in compared(pmpath, name)["disagreements"]]


# the sheet that goes out


@pytest.mark.usefixtures("a")
def test_it_holds_questions_that_were_answered_and_no_answer(pmpath: Pmpath) -> None:
    sheet = yaml.safe_load(exported(pmpath))
    assert set(sheet["answers"]) <= set(example_a())
    assert set(FACTS) <= set(sheet["answers"])
    assert set(sheet["answers"].values()) == {None}
    assert (sheet["evidence"], sheet["context"]) == ({}, {})


def test_it_asks_nothing_that_was_not_answered(pmpath: Pmpath, home: Home) -> None:
    given = {"scope": "pm", "discovery.pm": "on-my-own", "data.pm": "with-help"}
    home.assessed(given)
    assert list(yaml.safe_load(exported(pmpath))["answers"]) == list(given)


@pytest.mark.usefixtures("a")
@pytest.mark.parametrize("words", [(), ("--for", "Dana"), ("--json",)])
def test_nothing_that_the_person_said_is_anywhere_in_it(pmpath: Pmpath, words: tuple[str, ...]) -> None:
    out = exported(pmpath, *words)
    assert OWN not in out
    assert "startup" not in out.replace("(startup or corporate)", "")
    assert "37" not in out.replace(library().identity.sha256, "").replace(library().identity.version, "")


def test_two_people_with_the_same_questions_get_the_same_sheet(pmpath: Pmpath, home: Home) -> None:
    answers = example_a()
    home.assessed(answers)
    first = exported(pmpath)
    other = {name: "with-help" if name.endswith(".senior-pm") and word == "not-yet" else word for name, word in answers.items()}
    assert other != answers
    home.assessed(other)
    assert exported(pmpath) == first


@pytest.mark.usefixtures("a")
def test_it_says_who_answers(pmpath: Pmpath) -> None:
    assert yaml.safe_load(exported(pmpath, "--for", "Dana"))["rater"] == "Dana"
    assert "rater" not in yaml.safe_load(exported(pmpath))
    assert "rater" not in yaml.safe_load(exported(pmpath, "--for", ""))
    assert json.loads(exported(pmpath, "--for", "Dana", "--json"))["data"]["rater"] == "Dana"


@pytest.mark.usefixtures("a")
@pytest.mark.parametrize(
    "name",
    [
        "\x1b[31mDana",
        "Dana\nanswers: {scope: vp}",
        '"',
        "'",
        "#",
        ": ",
        "- x",
        "{",
        "\u202eDana",
        "null",
        "*x",
        "%",
        "\\",
        "a\u2028b",
    ],
)
def test_a_hostile_name_is_a_name_and_nothing_else(pmpath: Pmpath, tmp_path: Path, name: str) -> None:
    out = exported(pmpath, "--for", name)
    assert [char for char in out if not char.isprintable() and char != "\n"] == []
    sheet = yaml.safe_load(out)
    assert isinstance(sheet["rater"], str)
    assert set(sheet["answers"].values()) == {None}
    (tmp_path / "s.yaml").write_text(out.replace("  scope: null", "  scope: pm"), "utf-8")
    assert pmpath("review", "compare", "s.yaml").code == 0


@pytest.mark.usefixtures("a")
def test_a_name_that_is_too_long_is_refused(pmpath: Pmpath) -> None:
    assert pmpath("review", "export", "--for", "x" * 2001).code == 2
    assert pmpath("review", "export", "--for", "x" * 2000).code == 0


@pytest.mark.usefixtures("a")
def test_it_is_written_into_a_file_once(pmpath: Pmpath, tmp_path: Path) -> None:
    ran = pmpath("review", "export", "--for", "Dana", "-o", "dana.yaml")
    assert (ran.code, ran.out, ran.err) == (0, "", "Written: dana.yaml\n")
    before = (tmp_path / "dana.yaml").read_bytes()
    assert pmpath("review", "export", "-o", "dana.yaml").code == 73
    assert (tmp_path / "dana.yaml").read_bytes() == before


@pytest.mark.usefixtures("a")
def test_what_is_written_as_json_can_be_filled_in_too_or_is_refused(pmpath: Pmpath, tmp_path: Path) -> None:
    refused = pmpath("review", "export", "-o", "dana.json").code == 2
    ran = pmpath("assess", "--rater", "dana.json")
    assert refused or (ran.code, "answers are needed" in ran.err) == (2, True)
    assert (tmp_path / "dana.json").exists() is not refused


@pytest.mark.usefixtures("a")
@pytest.mark.parametrize("form", ["md", "html", "csv", "svg", "ics"])
def test_a_sheet_is_no_page(pmpath: Pmpath, form: str) -> None:
    ran = pmpath("review", "export", "--format", form)
    assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize("words", [("review", "export"), ("review", "compare", "dana.json")])
def test_without_an_assessment_there_is_nothing_to_look_at(pmpath: Pmpath, tmp_path: Path, words: tuple[str, ...]) -> None:
    theirs(tmp_path, {})
    ran = pmpath(*words)
    assert (ran.code, ran.out) == (2, "")
    assert "begins with an assessment, and none is kept yet" in ran.err


# filled in off a terminal


@pytest.mark.usefixtures("a")
def test_a_sheet_cannot_be_filled_in_off_a_terminal(pmpath: Pmpath, tmp_path: Path) -> None:
    pmpath("review", "export", "-o", "dana.yaml")
    before = (tmp_path / "dana.yaml").read_bytes()
    ran = pmpath("assess", "--rater", "dana.yaml")
    count = before.count(b": null")
    assert (ran.code, ran.out, (tmp_path / "dana.yaml").read_bytes()) == (2, "", before)
    assert f"{count} answers are needed and there is no terminal to ask in" in ran.err
    assert "fill in dana.yaml with an editor; first comes scope" in ran.err


@pytest.mark.parametrize("words", [("--json",), ("--plain",), ("--no-input",)])
def test_one_answer_that_is_needed_is_one_answer(pmpath: Pmpath, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "s.yaml").write_text("answers:\n  scope: null\n  discovery.pm: not-yet\n", "utf-8")
    ran = pmpath("assess", "--rater", "s.yaml", *words)
    assert (ran.code, ran.out) == (2, "")
    assert "1 answer is needed" in ran.err or "1 answers" not in ran.err


def test_a_full_sheet_needs_no_terminal(pmpath: Pmpath, tmp_path: Path, home: Home) -> None:
    (tmp_path / "s.yaml").write_text("rater: Dana\nanswers:\n  scope: pm\n", "utf-8")
    ran = pmpath("assess", "--rater", "s.yaml")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("1 of 1 answers are in this sheet:\ns.yaml\n")
    assert pmpath("assess", "--rater", "s.yaml", "--json").data == {"file": "s.yaml", "answered": 1, "of": 1}
    assert not home.folder.exists()


@pytest.mark.parametrize(
    ("name", "code"), [("-", 2), ("none.yaml", 66), ("bad.yaml", 65), ("empty.yaml", 65), ("list.yaml", 65)]
)
def test_a_sheet_that_is_none_cannot_be_filled_in(pmpath: Pmpath, tmp_path: Path, name: str, code: int) -> None:
    (tmp_path / "bad.yaml").write_text("answers:\n  scope: nothing\n", "utf-8")
    (tmp_path / "empty.yaml").write_text("", "utf-8")
    (tmp_path / "list.yaml").write_text("- a\n", "utf-8")
    assert (pmpath("assess", "--rater", name).code, pmpath("assess", "--rater", name).out) == (code, "")


def test_a_sheet_without_questions_says_so(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text("rater: Dana\n", "utf-8")
    ran = pmpath("assess", "--rater", "s.yaml")
    assert "0 of 0 answers" not in ran.out


# the comparison


@pytest.mark.usefixtures("a")
def test_who_sees_it_alike_has_nothing_to_talk_about(pmpath: Pmpath, tmp_path: Path) -> None:
    name = theirs(tmp_path, {})
    ran = pmpath("review", "compare", name)
    assert (ran.code, ran.err) == (0, "")
    assert "You see the work alike" in flowing(ran.out)
    assert (compared(pmpath, name)["compared"], disagreements(pmpath, name)) == (len(grid().choices), [])


@pytest.mark.usefixtures("a")
@pytest.mark.parametrize(
    ("question", "word", "steps"),
    [
        ("discovery.pm", "not-yet", 2),
        ("discovery.pm", "with-help", 1),
        ("discovery.pm", "lead-others", None),
        ("data.senior-pm", "on-my-own", -1),
        ("data.senior-pm", "not-yet", None),
        ("data.senior-pm", "lead-others", -2),
        ("discovery.apm", "with-help", None),
        ("discovery.apm", "not-yet", 2),
        ("business.senior-pm", "no-chance", None),
        ("scope", "senior-pm", -1),
        ("scope", "none", 2),
        ("people", "vp", None),
    ],
)
def test_two_steps_or_another_side_of_met_is_a_disagreement(
    pmpath: Pmpath, tmp_path: Path, question: str, word: str, steps: int | None
) -> None:
    if word not in grid().choices[question]:
        word = grid().choices[question][-1]
    found = disagreements(pmpath, theirs(tmp_path, {question: word}))
    expected = steps if question != "people" else grid().choices["people"].index("none") - grid().choices["people"].index(word)
    assert found == ([] if expected is None else [(question, expected)])


@pytest.mark.usefixtures("a")
def test_the_widest_come_first(pmpath: Pmpath, tmp_path: Path) -> None:
    name = theirs(tmp_path, {"discovery.pm": "with-help", "data.pm": "not-yet", "scope": "none"})
    assert [abs(steps) for _, steps in disagreements(pmpath, name)] == [2, 2, 1]


@pytest.mark.usefixtures("a")
def test_each_disagreement_has_both_answers_and_what_to_talk_about(pmpath: Pmpath, tmp_path: Path) -> None:
    name = theirs(tmp_path, {"discovery.pm": "not-yet"}, rater="Dana")
    (one,) = compared(pmpath, name)["disagreements"]
    assert (one["own"], one["other"], one["own_met"], one["other_met"]) == ("on-my-own", "not-yet", True, False)
    assert one["ask"] == library().words.expectations["discovery.pm"].evidence.what
    out = flowing(pmpath("review", "compare", name).out)
    assert out.startswith("You and Dana: one disagreement")
    assert f"To talk about: {one['ask']}" in out


@pytest.mark.usefixtures("a")
@pytest.mark.parametrize(("word", "level"), [("senior-pm", "senior-pm"), ("apm", "pm"), ("none", "pm")])
def test_about_a_fact_the_higher_one_is_talked_about(pmpath: Pmpath, tmp_path: Path, word: str, level: str) -> None:
    (one,) = compared(pmpath, theirs(tmp_path, {"scope": word}))["disagreements"]
    assert one["ask"] == library().words.expectations[f"scope.{level}"].evidence.what


@pytest.mark.usefixtures("a")
def test_only_what_both_answered_is_compared(pmpath: Pmpath, tmp_path: Path) -> None:
    name = write_sheet(tmp_path / "s.json", {"scope": "pm", "discovery.pm": "not-yet"})
    data = compared(pmpath, name)
    assert (data["compared"], len(data["disagreements"]), data["rater"]) == (2, 1, None)
    assert "You and the other" in pmpath("review", "compare", name).out


def test_with_nothing_in_common_it_does_not_say_that_both_see_it_alike(pmpath: Pmpath, home: Home, tmp_path: Path) -> None:
    home.assessed({"scope": "pm"})
    name = write_sheet(tmp_path / "s.json", {"discovery.pm": "not-yet"})
    ran = pmpath("review", "compare", name)
    assert "You see the work alike" not in flowing(ran.out)


@pytest.mark.usefixtures("a")
def test_a_sheet_can_come_from_standard_input(pmpath: Pmpath, feed: Feed) -> None:
    feed(json.dumps({"answers": {"scope": "none"}}).encode())
    assert disagreements(pmpath, "-") == [("scope", 2)]


@pytest.mark.usefixtures("a")
@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        ("answers:\n  scope: nothing\n", 65, "s.yaml:2:3"),
        ("answers:\n  nowhere: pm\n", 65, "s.yaml:2:3"),
        ("answers:\n  scope: null\n", 2, "s.yaml holds no answer yet"),
        ("rater: Dana\nanswers: {}\n", 2, "s.yaml holds no answer yet"),
        ("rater: [1]\nanswers:\n  scope: pm\n", 65, "s.yaml:1:1"),
        ("", 65, "s.yaml"),
        ("{", 65, "s.yaml:"),
    ],
)
def test_a_sheet_that_cannot_be_compared_says_why(pmpath: Pmpath, tmp_path: Path, content: str, code: int, said: str) -> None:
    (tmp_path / "s.yaml").write_text(content, "utf-8")
    ran = pmpath("review", "compare", "s.yaml")
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err


@pytest.mark.usefixtures("a")
def test_a_sheet_that_is_missing_ends_with_66(pmpath: Pmpath) -> None:
    ran = pmpath("review", "compare", "none.yaml")
    assert (ran.code, ran.out) == (66, "")


@pytest.mark.usefixtures("a")
def test_as_a_table_a_disagreement_is_a_row(pmpath: Pmpath, tmp_path: Path) -> None:
    name = theirs(tmp_path, {"discovery.pm": "not-yet"})
    rows = list(csv.DictReader(io.StringIO(pmpath("review", "compare", name, "--format", "csv").out)))
    assert rows == [{"question": "discovery.pm", "own": "on-my-own", "other": "not-yet", "steps": "2"}]


@pytest.mark.usefixtures("a")
@pytest.mark.parametrize("width", ["40", "80"])
@pytest.mark.parametrize("rater", ["Dana", "Dana Doe of the department of customer success and support", None])
def test_no_line_is_wider_than_the_page(
    pmpath: Pmpath, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: str, rater: str | None
) -> None:
    monkeypatch.setenv("PMPATH_WIDTH", width)
    parts: dict[str, Any] = {"rater": rater} if rater else {}
    out = pmpath("review", "compare", theirs(tmp_path, {"discovery.pm": "not-yet", "scope": "none"}, **parts)).out
    assert [line for line in out.splitlines() if len(line) > int(width)] == []


@pytest.mark.usefixtures("a")
def test_someone_on_the_way_in_can_be_compared(pmpath: Pmpath, tmp_path: Path) -> None:
    name = write_sheet(tmp_path / "s.json", example_b())
    assert "on the way into product" in flowing(pmpath("review", "compare", name).out)


# nothing is kept


def test_no_byte_of_a_journal_changes(pmpath: Pmpath, a: Home, tmp_path: Path) -> None:
    before = (a.journal.read_bytes(), a.journal.stat().st_mtime_ns, sorted(path.name for path in a.folder.iterdir()))
    name = theirs(tmp_path, {"scope": "none"})
    for words in (
        ("review", "export"),
        ("review", "export", "-o", "dana.yaml"),
        ("assess", "--rater", "dana.yaml"),
        ("assess", "--rater", name),
        ("review", "compare", name),
        ("review", "compare", name, "-o", "talk.md"),
    ):
        assert pmpath(*words).code in (0, 2)
    after = (a.journal.read_bytes(), a.journal.stat().st_mtime_ns, sorted(path.name for path in a.folder.iterdir()))
    assert after == before


def test_the_raters_machine_keeps_nothing(pmpath: Pmpath, home: Home, tmp_path: Path) -> None:
    pmpath("assess", "--rater", theirs(tmp_path, {}))
    assert not home.folder.exists()
