"""`pmpath assess --template`: a sheet to fill in that is a sheet."""

from pathlib import Path

import pytest
import yaml

from builders import grid, library
from cli.running import Pmpath
from pmpath.model.answer import RANKS


def written(pmpath: Pmpath, tmp_path: Path) -> str:
    (tmp_path / "sheet.yaml").write_text(pmpath("assess", "--template").out, "utf-8")
    return "sheet.yaml"


def test_the_template_read_back_is_a_sheet_of_unknown_answers(pmpath: Pmpath, tmp_path: Path) -> None:
    ran = pmpath("assess", "--answers", written(pmpath, tmp_path), "--json")
    assert (ran.code, ran.err) == (0, "")
    assert (ran.data["level_range"], ran.data["estimate"]) == (
        {"low": "aspiring", "high": "cpo"},
        {"role": None, "level": None},
    )
    assert (ran.data["role"], ran.data["level"], ran.data["complete"]) == (None, None, False)


def test_the_template_says_as_much_as_no_answers_at_all(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "empty.json").write_text("{}", "utf-8")
    empty = pmpath("assess", "--answers", "empty.json", "--json").data
    assert pmpath("assess", "--answers", written(pmpath, tmp_path), "--json").data == empty


def test_the_template_holds_every_question_once_and_unknown(pmpath: Pmpath) -> None:
    sheet = yaml.safe_load(pmpath("assess", "--template").out)
    assert sheet == {"answers": dict.fromkeys(grid().choices), "evidence": {}, "context": {}}


def test_the_template_asks_in_the_order_of_the_ladder(pmpath: Pmpath) -> None:
    assert list(yaml.safe_load(pmpath("assess", "--template").out)["answers"]) == list(grid().choices)


def test_a_filled_line_of_the_template_counts(pmpath: Pmpath, tmp_path: Path) -> None:
    text = pmpath("assess", "--template").out.replace("  scope: null", "  scope: vp").replace("  people: null", "  people: vp")
    (tmp_path / "sheet.yaml").write_text(text, "utf-8")
    assert pmpath("assess", "--answers", "sheet.yaml", "--json").data["role"] == "vp"


@pytest.mark.parametrize("word", RANKS)
def test_the_template_explains_every_answer_word(pmpath: Pmpath, word: str) -> None:
    assert f"\n# {word}: " in pmpath("assess", "--template").out


def test_every_question_stands_above_its_line(pmpath: Pmpath) -> None:
    lines = pmpath("assess", "--template").out.splitlines()
    wrong = []
    for name, part in library().words.expectations.items():
        if name in grid().choices:
            at = lines.index(f"  {name}: null")
            comment = " ".join(line.removeprefix("  # ") for line in lines[max(0, at - 4) : at] if line.startswith("  # "))
            wrong += [name] if not comment.endswith(part.question) else []
    assert wrong == []


def test_no_line_of_the_template_is_too_wide_for_an_editor(pmpath: Pmpath) -> None:
    assert [line for line in pmpath("assess", "--template").out.splitlines() if len(line) > 100] == []


def test_the_template_needs_no_answers_and_no_terminal(pmpath: Pmpath) -> None:
    ran = pmpath("assess", "--template")
    assert (ran.code, ran.err) == (0, "")


def test_the_template_as_json_is_an_envelope_with_a_sheet(pmpath: Pmpath) -> None:
    ran = pmpath("assess", "--template", "--json")
    assert (ran.whole["kind"], ran.data) == (
        "template",
        {"answers": dict.fromkeys(grid().choices), "evidence": {}, "context": {}},
    )


def test_the_sheet_of_the_json_template_can_be_read(pmpath: Pmpath, tmp_path: Path) -> None:
    data = pmpath("assess", "--template", "--json").out.partition('"data":')[2].partition(',"warnings"')[0]
    (tmp_path / "sheet.json").write_text(data, "utf-8")
    assert pmpath("assess", "--answers", "sheet.json", "--json").data["complete"] is False
