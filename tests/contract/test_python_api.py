"""`from pmpath import load, assess`: the scorer of the command as a typed function, documented and importing little."""

import ast
import doctest
import json
import pickle
import subprocess
import sys
from collections import ChainMap, UserDict
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType, ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pmpath.api
import pmpath.loaded
from builders import ROOT, Answers, example_a, example_e, grid, library
from cli.running import run_apart
from contract.processes import build_content
from pmpath import __version__, assess, load
from pmpath.core.assessment import assess as core_assess
from pmpath.errors import ContentError, MissingFileError, PmpathError, Problem, UsageError
from pmpath.model.result import Assessment
from strategies import full_sheets, partial_sheets

LADDER = load()
FOR_PEOPLE = {"at_role", "at_level"}
"""Fields that the JSON document does not carry."""


def as_document(result: Assessment) -> dict[str, object]:
    """Return the fields of a result by the names of the JSON document, as JSON has them."""
    fields = {name: value for name, value in result._asdict().items() if name not in FOR_PEOPLE}
    named = {name: value._asdict() if hasattr(value, "_asdict") else value for name, value in fields.items()}
    document: dict[str, object] = json.loads(json.dumps({**named, "gaps": [gap._asdict() for gap in result.gaps]}))
    return document


def without_actions(data: dict[str, object]) -> dict[str, object]:
    """Return the data of an envelope with ids where it has actions, and without the setting, which the sheet says."""
    gaps, steps = data["gaps"], data["next_steps"]
    assert isinstance(gaps, list)
    assert isinstance(steps, list)
    bare = [{name: value for name, value in gap.items() if name != "action"} for gap in gaps]
    said = {name: value for name, value in data.items() if name != "setting"}
    return {**said, "gaps": bare, "next_steps": [step["id"] for step in steps]}


CONTEXTS = st.sampled_from([{}, {"environment": "startup"}, {"environment": "corporate", "target": "vp"}])


@settings(max_examples=40)
@given(sheets=st.lists(st.tuples(st.one_of(full_sheets(), partial_sheets()), CONTEXTS), min_size=1, max_size=6))
def test_the_function_says_what_a_line_of_a_batch_says(sheets: list[tuple[Answers, dict[str, str]]]) -> None:
    whole = [{"answers": answers, "context": context} for answers, context in sheets]
    lines = "".join(f"{json.dumps(sheet)}\n" for sheet in whole).encode()
    ran = run_apart(("assess", "--answers", "-", "--jsonl", "--detail"), {}, given=lines)
    assert [as_document(assess(LADDER, sheet)) for sheet in whole] == [without_actions(line["data"]) for line in ran.lines]


def test_a_target_stands_over_that_of_the_sheet() -> None:
    sheet = {"answers": example_a(), "context": {"target": "vp"}}
    assert (assess(LADDER, sheet).target, assess(LADDER, sheet, target="cpo").target) == ("vp", "cpo")


def test_evidence_counts() -> None:
    shown = {"discovery.pm": [{"what": "Ran six interviews"}]}
    result = assess(LADDER, {"answers": example_a(), "evidence": shown})
    assert result == core_assess(grid(), example_a(), shown)
    assert result.evidence.covered == 1


def test_a_sheet_may_be_a_mapping_of_any_kind() -> None:
    answers = example_e()
    kinds: list[Mapping[str, object]] = [
        UserDict(answers=answers),
        ChainMap({"answers": UserDict(answers)}),
        MappingProxyType({"answers": MappingProxyType(answers)}),
        {"answers": ChainMap(answers, {"people": "vp"})},
    ]
    assert {assess(LADDER, sheet) for sheet in kinds} == {assess(LADDER, {"answers": answers})}


@pytest.mark.parametrize(
    ("sheet", "paths"),
    [
        ({"answers": {"scpe": "pm", "discovery.pm": "yes"}}, ["answers.scpe", "answers.discovery.pm"]),
        ({"answer": {}}, ["answer"]),
        ({"answers": []}, ["answers"]),
        ({"answers": {3: "pm"}}, ["answers.3"]),
        ({"context": {"hours_per_week": 99}}, ["context.hours_per_week"]),
        ([], [""]),
    ],
)
def test_every_problem_of_a_sheet_is_reported_with_its_path(sheet: Mapping[str, object], paths: list[str]) -> None:
    with pytest.raises(ContentError) as caught:
        assess(LADDER, sheet)
    assert [problem.path for problem in caught.value.problems] == paths
    assert {(problem.file, problem.line, problem.column) for problem in caught.value.problems} == {("sheet", None, None)}


def knotted() -> dict[str, object]:
    """Return a mapping that holds itself."""
    sheet: dict[str, object] = {}
    sheet["answers"] = sheet
    return sheet


@pytest.mark.parametrize("sheet", [{"answers": {1, 2}}, {"answers": object()}, {"answers": {(1,): "pm"}}, knotted()])
def test_what_no_file_can_hold_is_no_sheet(sheet: Mapping[str, object]) -> None:
    with pytest.raises(ContentError, match="what no file can hold"):
        assess(LADDER, sheet)


def test_a_target_that_is_no_level_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        assess(LADDER, {}, target="senior")
    assert (caught.value.message, caught.value.hint) == ('no such level: "senior"', "did you mean senior-pm?")


def test_all_errors_are_of_one_family() -> None:
    assert all(issubclass(kind, PmpathError) for kind in (ContentError, MissingFileError, UsageError))
    assert Problem._fields == ("file", "line", "column", "path", "message", "hint")


def test_a_ladder_says_which_it_is_and_what_it_asks() -> None:
    assert LADDER.identity == library().identity
    assert (LADDER.levels, LADDER.questions) == (grid().levels, grid().choices)


def test_what_is_done_to_the_questions_changes_no_ladder() -> None:
    dict(LADDER.questions).clear()
    vars_of = LADDER.questions
    assert isinstance(vars_of, dict)
    vars_of.clear()
    assert LADDER.questions == grid().choices


def test_a_ladder_is_loaded_from_a_folder(tmp_path: Path) -> None:
    folder = build_content(tmp_path / "data")
    assert load(folder).identity == load(str(folder)).identity == LADDER.identity


@pytest.mark.parametrize("name", ["monzo-product", "learn-by-doing"])
def test_a_ladder_of_ones_own_is_loaded_from_its_file(name: str) -> None:
    own = load(ROOT / "examples" / f"{name}.yaml")
    full = {question: words[-1] for question, words in own.questions.items()}
    result = assess(own, {"answers": full})
    assert (own.identity.id, result.level, result.complete) == (name, own.levels[-1], True)


def test_the_file_of_a_ladder_that_is_not_valid_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text("levels: 3\n", "utf-8")
    with pytest.raises(ContentError) as caught:
        load(tmp_path / "ours.yaml")
    assert {Path(problem.file).name for problem in caught.value.problems} == {"ours.yaml"}


def test_a_folder_without_a_ladder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match=r"no ladder\.yaml in"):
        load(tmp_path)


def test_a_ladder_goes_to_another_process() -> None:
    sent = pickle.loads(pickle.dumps(LADDER))  # noqa: S301 - made in the same line
    assert assess(sent, {"answers": example_a()}) == assess(LADDER, {"answers": example_a()})


def test_a_result_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        assess(LADDER, {}).__setattr__("level", "cpo")


@pytest.mark.parametrize("name", ["use-it-from-python.md"])
def test_the_documentation_says_what_happens(name: str) -> None:
    failed, tried = doctest.testfile(str(ROOT / "docs" / "how-to" / name), module_relative=False)
    assert (failed, tried > 10) == (0, True)


@pytest.mark.parametrize("module", [pmpath.api, pmpath.loaded], ids=lambda module: module.__name__)
def test_the_examples_in_the_code_say_what_happens(module: ModuleType) -> None:
    failed, tried = doctest.testmod(module)
    assert (failed, tried > 4) == (0, True)


def test_the_names_are_these() -> None:
    assert pmpath.__all__ == ["Assessment", "Ladder", "PmpathError", "__version__", "assess", "load"]
    assert __version__ == pmpath.__version__


def test_every_name_can_be_imported() -> None:
    assert [name for name in pmpath.__all__ if getattr(pmpath, name, None) is None] == []


def test_the_types_are_those_that_the_functions_take_return_and_raise() -> None:
    assert isinstance(LADDER, pmpath.Ladder)
    assert isinstance(assess(LADDER, {}), pmpath.Assessment)
    assert issubclass(ContentError, pmpath.PmpathError)


def test_a_type_checker_is_told_of_the_same_names() -> None:
    stub = ast.parse((ROOT / "src" / "pmpath" / "__init__.pyi").read_text("utf-8"))
    imported = {alias.asname for node in stub.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    declared = {ast.unparse(node.target) for node in stub.body if isinstance(node, ast.AnnAssign)}
    assert imported | declared == set(pmpath.__all__)


def test_another_name_is_none_of_the_package() -> None:
    with pytest.raises(AttributeError, match="pmpath has no Lader"):
        getattr(pmpath, "Lader")  # noqa: B009 - the type checker knows that it is not there


def test_to_import_them_loads_nothing_else() -> None:
    listing = "import sys; old = set(sys.modules); from pmpath import assess, load; print(*sorted(set(sys.modules) - old))"
    ran = subprocess.run([sys.executable, "-c", listing], capture_output=True, check=True, text=True)
    assert ran.stdout.split() == ["pmpath", "pmpath.api"]


def test_to_assess_needs_no_command_line_no_model_and_no_yaml(tmp_path: Path) -> None:
    folder = build_content(tmp_path / "data")
    listing = f"import sys; from pmpath import assess, load; assess(load({str(folder)!r}), {{}}); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", listing], capture_output=True, check=True, text=True)
    loaded = {module.partition(".")[0] for module in ran.stdout.split()}
    assert loaded.isdisjoint({"typer", "rich", "pydantic", "yaml", "questionary", "platformdirs"})
    assert "pmpath.cli" not in ran.stdout.split()
