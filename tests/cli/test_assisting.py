"""What assistants can call: the same documents as the commands, clear refusals, and nothing kept unless a call says save."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from builders import example_a, grid
from cli.running import Home, Pmpath, write_sheet
from contract.published import problems, schema_of
from pmpath.cli.assisting import TOOLS, Answer, Desk, tool_named
from pmpath.cli.outcome import Shape
from pmpath.content.published import read_schema
from pmpath.content.requests import arguments_schema, described

Arguments = Mapping[str, object]

TODAY: Final = "2026-11-23"


class Call(NamedTuple):
    """One call, and the command line that says the same."""

    name: str
    arguments: Arguments
    argv: tuple[str, ...]


CALLS: Final = (
    Call("status", {}, ()),
    Call("ladder", {}, ("ladder",)),
    Call("ladder", {"level": "Senior PM"}, ("ladder", "senior-pm")),
    Call("ladder", {"level": "pm", "vs": "vp"}, ("ladder", "pm", "--vs", "vp")),
    Call("explain", {"id": "discovery.pm"}, ("explain", "discovery.pm")),
    Call("explain", {"id": "with-help"}, ("explain", "with-help")),
    Call("assess", {"answers": example_a()}, ("assess", "--answers", "a.json", "--no-save")),
    Call("assess", {"answers": example_a(), "target": "vp"}, ("assess", "--answers", "a.json", "--no-save", "--target", "vp")),
    Call(
        "assess",
        {"answers": example_a(), "env": "startup"},
        ("assess", "--answers", "a.json", "--no-save", "--env", "startup"),
    ),
    Call("plan", {"hours": 6, "by": "2028-01-31"}, ("plan", "--hours", "6", "--by", "2028-01-31", "--no-save")),
    Call("plan", {}, ("plan", "--no-save")),
    Call("transition", {"background": "engineer"}, ("transition", "--from", "engineer")),
    Call(
        "transition",
        {"background": "UX designer", "to": "pm", "env": "corporate", "hours": 2.5},
        ("transition", "--from", "designer", "--to", "pm", "--env", "corporate", "--hours", "2.5"),
    ),
    Call(
        "transition",
        {"background": "engineer", "answers": example_a()},
        ("transition", "--from", "engineer", "--answers", "a.json", "--no-save"),
    ),
    Call("history", {}, ("history",)),
    Call("guides", {}, ("guide",)),
    Call("guide", {"topic": "market"}, ("guide", "market")),
    Call("guide", {"topic": "time", "level": "pm", "years": 4.0}, ("guide", "time", "pm", "--years", "4")),
)
REFUSED: Final[tuple[tuple[str, Arguments, str, str], ...]] = (
    ("asess", {}, "usage", "no such tool: asess"),
    ("assess", {}, "usage", "these arguments are not valid"),
    ("assess", {"answers": {}, "sav": True}, "usage", "these arguments are not valid"),
    ("assess", {"answers": {}, "save": "yes"}, "usage", "these arguments are not valid"),
    ("assess", {"answers": {"scpe": "pm"}}, "invalid-content", "this answer sheet is not valid"),
    ("assess", {"answers": {"data.pm": "perhaps"}}, "invalid-content", "this answer sheet is not valid"),
    ("assess", {"answers": {}, "evidence": {"scope": []}}, "invalid-content", "this answer sheet is not valid"),
    ("assess", {"answers": {}, "context": {"environment": "bank"}}, "usage", "these arguments are not valid"),
    ("assess", {"answers": {}, "target": "boss"}, "usage", 'target: no such level: "boss"'),
    ("ladder", {"vs": "pm"}, "usage", "vs needs a level to compare with"),
    ("ladder", {"level": "pm", "vs": "pm"}, "usage", "a level cannot be compared with itself"),
    ("explain", {"id": "nothing"}, "usage", 'there is nothing called "nothing" to explain'),
    ("plan", {"by": "soon"}, "usage", 'by does not know the day "soon"'),
    ("plan", {"hours": 0}, "usage", "these arguments are not valid"),
    ("transition", {"background": "pilot"}, "usage", 'unknown background "pilot"'),
    ("transition", {"background": "engineer", "to": "cpo"}, "usage", "--to cpo: a first product role is one of apm, pm"),
    ("guide", {}, "usage", "these arguments are not valid"),
    ("guide", {"topic": "nothing"}, "usage", 'there is no guide "nothing"'),
    ("guide", {"topic": "time", "years": -1}, "usage", "these arguments are not valid"),
    ("schema", {"name": "asessment"}, "usage", 'there is no schema "asessment"'),
)
for_every_call = pytest.mark.parametrize("call", CALLS, ids=lambda call: " ".join(call.argv) or "pmpath")


@pytest.fixture
def desk(home: Home) -> Desk:
    """Return a desk over a home with one assessment in it."""
    home.assessed(example_a())
    return Desk(Shape(format="json", today=TODAY))


def data_of(answer: Answer) -> dict[str, Any]:
    data = answer.document["data"]
    assert isinstance(data, dict)
    return data


def is_kept(home: Home) -> int:
    return len(home.journal.read_bytes().splitlines())


@for_every_call
def test_a_call_is_answered_as_the_command_answers(pmpath: Pmpath, desk: Desk, tmp_path: Path, call: Call) -> None:
    write_sheet(tmp_path / "a.json", example_a())
    assert desk.answer(call.name, call.arguments) == Answer(pmpath(*call.argv, "--today", TODAY, "--json").whole)


@for_every_call
def test_an_answer_is_what_the_schema_of_its_tool_says(desk: Desk, call: Call) -> None:
    document = desk.answer(call.name, call.arguments).document
    assert (tool_named(call.name).schema, problems(schema_of(document), document)) == (schema_of(document), [])


@for_every_call
def test_a_call_keeps_nothing(desk: Desk, home: Home, call: Call) -> None:
    before = home.journal.read_bytes()
    assert not desk.answer(call.name, call.arguments).is_error
    assert home.journal.read_bytes() == before


def test_every_tool_is_called() -> None:
    assert {tool.name for tool in TOOLS} == {call.name for call in CALLS} | {"schema"}


def test_nothing_is_created_where_nothing_is_saved(home: Home) -> None:
    assert not Desk(Shape()).answer("assess", {"answers": example_a()}).is_error
    assert not home.folder.exists()


def test_an_assessment_is_kept_where_the_call_says_so(desk: Desk, home: Home) -> None:
    lines = is_kept(home)
    desk.answer("assess", {"answers": {**example_a(), "data.senior-pm": "on-my-own"}, "save": True})
    assert (is_kept(home), len(data_of(desk.answer("history", {}))["assessments"])) == (lines + 1, 2)


def test_a_plan_is_kept_where_the_call_says_so(desk: Desk) -> None:
    desk.answer("plan", {"hours": 7, "save": True})
    assert data_of(desk.answer("plan", {}))["hours_per_week"] == 7


def test_another_plan_is_only_looked_at(desk: Desk) -> None:
    desk.answer("plan", {"hours": 7, "save": True})
    looked = data_of(desk.answer("plan", {"hours": 2}))["hours_per_week"]
    assert (looked, data_of(desk.answer("plan", {}))["hours_per_week"]) == (2, 7)


def test_an_answer_that_is_null_is_unknown(desk: Desk) -> None:
    sheet = example_a()
    nulls = {question: sheet.get(question) for question in grid().choices} | {"data.senior-pm": None}
    given = {question: word for question, word in sheet.items() if question != "data.senior-pm"}
    assert desk.answer("assess", {"answers": nulls}) == desk.answer("assess", {"answers": given})


def test_evidence_and_context_count(desk: Desk) -> None:
    evidence = {"discovery.pm": [{"what": "Ran six interviews", "date": "2026-05"}]}
    answer = desk.answer("assess", {"answers": example_a(), "evidence": evidence, "context": {"target": "vp"}})
    assert (data_of(answer)["evidence"]["covered"], data_of(answer)["target"]) == (1, "vp")


def test_a_schema_is_the_published_one(desk: Desk) -> None:
    assert desk.answer("schema", {"name": "answers"}).document == json.loads(read_schema("answers"))


@pytest.mark.parametrize(("name", "arguments", "code", "message"), REFUSED, ids=lambda one: str(one)[:40])
def test_what_cannot_be_answered_is_an_error_of_the_contract(
    desk: Desk, name: str, arguments: Arguments, code: str, message: str
) -> None:
    answer = desk.answer(name, arguments)
    data = data_of(answer)
    assert (answer.is_error, problems("error", answer.document)) == (True, [])
    assert (data["code"], data["message"]) == (code, message)
    assert data["hint"] or data["problems"]


def test_all_that_is_wrong_with_arguments_is_told_by_path(desk: Desk) -> None:
    found = data_of(desk.answer("assess", {"answers": [], "target": 3, "sav": True}))["problems"]
    assert {(one["file"], one["line"], one["path"]) for one in found} == {
        ("arguments", None, path) for path in ("answers", "target", "sav")
    }
    assert "did you mean save?" in [one["hint"] for one in found]


def test_a_home_that_cannot_be_read_is_an_error(home: Home) -> None:
    home.journal.mkdir(parents=True)
    assert data_of(Desk(Shape()).answer("history", {}))["code"] == "io"


def test_half_a_sign_in_an_old_journal_can_be_sent(desk: Desk) -> None:
    answer = desk.answer("explain", {"id": "\ud800"})
    assert answer.is_error
    json.dumps(answer.document, ensure_ascii=False).encode()


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_a_tool_and_each_of_its_arguments_is_described(tool: Any) -> None:
    properties = arguments_schema(tool.request)["properties"]
    assert isinstance(properties, dict)
    assert (described(tool.request)[-1], [name for name, one in properties.items() if not one.get("description")]) == (".", [])
    assert ("save" in properties) is tool.can_save
    assert ("Reads only." in described(tool.request)) is not tool.can_save
