"""Wrong ids, words, levels and files: what was wrong, where, what is allowed, and the exit code."""

from pathlib import Path

import pytest

from builders import library
from cli.running import Feed, Pmpath

COMPETENCIES = ", ".join(library().words.competencies)
LEVELS = "apm, pm, senior-pm, group-pm, director, vp, cpo"
WORDS = "not-yet, no-chance, with-help, on-my-own, lead-others"
BACKGROUNDS = f"backgrounds: {', '.join(playbook.id for playbook in library().playbooks)}"

OPTIONS = [
    ("scope", '--answer "scope" is not ID=VALUE', "for example --answer scope=apm"),
    ("", '--answer "" is not ID=VALUE', "for example --answer scope=apm"),
    ("scpe=pm", "--answer scpe: no such competency", "did you mean scope?"),
    ("zzz=pm", "--answer zzz: no such competency", f"use one of: {COMPETENCIES}"),
    ("=pm", "--answer : no such competency", f"use one of: {COMPETENCIES}"),
    ("discovry.pm=not-yet", "--answer discovry.pm: no such competency", "did you mean discovery?"),
    ("discovery=not-yet", "--answer discovery: the level is missing", "write discovery.LEVEL, for example discovery.apm"),
    ("scope.pm=on-my-own", "--answer scope.pm: a fact has one answer for all levels", "write scope: and a level id or none"),
    ("discovery.senior=not-yet", "--answer discovery.senior: discovery has no such level", "did you mean senior-pm?"),
    (
        "discovery.xyz=not-yet",
        "--answer discovery.xyz: discovery has no such level",
        "use one of: apm, pm, senior-pm, group-pm, director, vp",
    ),
    ("discovery.pm=yes", '--answer discovery.pm: "yes" is not an answer', f"use one of: {WORDS}"),
    ("discovery.pm=", '--answer discovery.pm: "" is not an answer', f"use one of: {WORDS}"),
    ("discovery.pm=On-My-Own", '--answer discovery.pm: "On-My-Own" is not an answer', f"use one of: {WORDS}"),
    ("discovery.pm=pm", '--answer discovery.pm: "pm" is not an answer', f"use one of: {WORDS}"),
    ("scope=xyz", '--answer scope: "xyz" is not a statement of scope', f"use one of: none, {LEVELS}"),
    (
        "scope=direktor",
        '--answer scope: "direktor" is not a statement of scope',
        f"did you mean director? use one of: none, {LEVELS}",
    ),
    ("scope=null", '--answer scope: "null" is not a statement of scope', f"use one of: none, {LEVELS}"),
    ("scope=a=b", '--answer scope: "a=b" is not a statement of scope', f"use one of: none, {LEVELS}"),
]
USAGE = [
    (("assess", "--target", "pmm"), '--target: no such level: "pmm"', "did you mean pm?"),
    (("assess", "--target", ""), '--target: no such level: ""', f"levels: {LEVELS}"),
    (("assess", "--target", "seniour-pm"), '--target: no such level: "seniour-pm"', "did you mean senior-pm?"),
    (("assess", "--require", "xyzzy"), '--require: no such level: "xyzzy"', f"levels: {LEVELS}"),
    (("assess", "--env", "startap"), '--env does not know "startap"', "did you mean startup?"),
    (("assess", "--env", "bank"), '--env does not know "bank"', "use one of: startup, corporate"),
    (("assess", "--color", "alway"), '--color does not know "alway"', "did you mean always?"),
    (("ladder", "--color", "red"), '--color does not know "red"', "use one of: auto, always, never"),
    (("ladder", "directer"), 'LEVEL: no such level: "directer"', "did you mean director?"),
    (("ladder", ""), 'LEVEL: no such level: ""', f"levels: {LEVELS}"),
    (("ladder", "pm", "--vs", "xyzzy"), '--vs: no such level: "xyzzy"', f"levels: {LEVELS}"),
    (("ladder", "--vs", "pm"), "--vs needs a level to compare with", "write pmpath ladder LEVEL --vs pm"),
    (("ladder", "pm", "--vs", "pm"), "a level cannot be compared with itself", "see pmpath ladder pm"),
    (("ladder", "pm", "--vs", "product-manager"), "a level cannot be compared with itself", "see pmpath ladder pm"),
    (("transition",), "--from says which background you come from", BACKGROUNDS),
    (("transition", "--from", "enginer"), 'unknown background "enginer"', f"did you mean engineer?; {BACKGROUNDS}"),
    (("transition", "--from", "desiner"), 'unknown background "desiner"', f"did you mean designer?; {BACKGROUNDS}"),
    (("transition", "--from", "xyzzy"), 'unknown background "xyzzy"', BACKGROUNDS),
    (("transition", "--from", ""), 'unknown background ""', BACKGROUNDS),
    (
        ("transition", "--from", "engineer", "--to", "cpo"),
        "--to cpo: a first product role is one of apm, pm",
        "use pmpath assess --target instead",
    ),
    (("transition", "--from", "engineer", "--to", "pmm"), '--to: no such level: "pmm"', "did you mean pm?"),
]
HOURS = ["0", "-1", "80.5", "nan", "inf", "1e9"]
FILES = [
    ("answers:\n  scpe: pm\n", "s.yaml:2:3  answers.scpe  no such competency\n  did you mean scope?\n1 problem: "),
    (
        "answers:\n  discovery.pm: yes\n",
        f's.yaml:2:3  answers.discovery.pm  "yes" is not an answer\n  use one of: {WORDS}\n1 problem: ',
    ),
    (
        "answers:\n  scope: pmm\n",
        f's.yaml:2:3  answers.scope  "pmm" is not a statement of scope\n  did you mean pm? use one of: none, {LEVELS}\n1 ',
    ),
    ("answer:\n  scope: pm\n", "s.yaml:1:1  answer  no such field\n  did you mean answers?\n1 problem: "),
    ("answers:\n  scope: pm\n  scope: vp\n", "s.yaml:3:3  key given twice: scope\n1 problem: "),
    ("answers: [\n", "s.yaml:2:1  "),
    ("- a\n", "s.yaml:1:1  must be a mapping\n1 problem: "),
    ("answers: 3\n", "s.yaml:1:1  answers  must be a mapping\n1 problem: "),
    ("answers:\n  scope: 3\n", "s.yaml:2:3  answers.scope  must be text\n1 problem: "),
    ("context:\n  target: pmm\n", 's.yaml:2:3  context.target  no such level: "pmm"\n  did you mean pm?\n1 problem: '),
    ("evidence:\n  scpe.pm: []\n", "s.yaml:2:3  evidence.scpe.pm  no such competency\n  did you mean scope?\n1 problem: "),
    ("", "s.yaml  the file is empty\n  pmpath assess --template writes a sheet to fill in\n1 problem: "),
]


@pytest.mark.parametrize(("option", "message", "hint"), OPTIONS)
def test_a_wrong_answer_option_says_what_is_allowed(pmpath: Pmpath, option: str, message: str, hint: str) -> None:
    assert pmpath("assess", "--answer", option) == (2, "", f"pmpath: {message}\n  {hint}\n")


@pytest.mark.parametrize(("option", "message", "hint"), OPTIONS)
def test_a_wrong_answer_option_is_an_error_of_the_contract_too(pmpath: Pmpath, option: str, message: str, hint: str) -> None:
    error = pmpath("transition", "--from", "engineer", "--answer", option, "--json").error
    assert error == {"code": "usage", "message": message, "hint": hint, "exit_code": 2, "problems": []}


@pytest.mark.parametrize(("argv", "message", "hint"), USAGE)
def test_a_wrong_value_says_what_was_meant(pmpath: Pmpath, argv: tuple[str, ...], message: str, hint: str) -> None:
    assert pmpath(*argv) == (2, "", f"pmpath: {message}\n  {hint}\n")


@pytest.mark.parametrize(("argv", "message", "hint"), USAGE)
def test_a_wrong_value_is_an_error_of_the_contract_too(pmpath: Pmpath, argv: tuple[str, ...], message: str, hint: str) -> None:
    error = pmpath(*argv, "--json").error
    assert error == {"code": "usage", "message": message, "hint": hint, "exit_code": 2, "problems": []}


@pytest.mark.parametrize("hours", HOURS)
def test_hours_that_no_week_has_are_refused(pmpath: Pmpath, hours: str) -> None:
    ran = pmpath("transition", "--from", "engineer", "--hours", hours)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("pmpath: --hours takes a number from 0.5 to 80\n")


@pytest.mark.parametrize(("content", "said"), FILES)
def test_a_wrong_file_says_where_and_what(pmpath: Pmpath, tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "s.yaml").write_text(content, "utf-8")
    ran = pmpath("assess", "--answers", "s.yaml")
    assert (ran.code, ran.out) == (65, "")
    assert ran.err.startswith(said)


@pytest.mark.parametrize("command", [("assess",), ("transition", "--from", "engineer")])
def test_every_problem_of_a_file_is_reported_at_once(pmpath: Pmpath, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "s.yaml").write_text(
        "answers:\n  discovery.pm: yes\n  startegy.pm: on-my-own\ncontext:\n  enviroment: x\n", "utf-8"
    )
    said = [
        's.yaml:2:3  answers.discovery.pm  "yes" is not an answer',
        f"  use one of: {WORDS}",
        "s.yaml:3:3  answers.startegy.pm  no such competency",
        "  did you mean strategy?",
        "s.yaml:5:3  context.enviroment  no such field",
        "  did you mean environment?",
        "3 problems: this answer sheet is not valid\n",
    ]
    assert pmpath(*command, "--answers", "s.yaml") == (65, "", "\n".join(said))


def test_the_problems_of_a_file_are_data_for_a_script(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text('{\n "answers": {\n  "scpe": "pm"\n }\n}\n', "utf-8")
    error = pmpath("assess", "--answers", "s.json", "--json").error
    problem = {"file": "s.json", "line": 3, "column": 3, "path": "answers.scpe", "message": "no such competency"}
    assert error["problems"] == [{**problem, "hint": "did you mean scope?"}]
    assert (error["code"], error["message"], error["exit_code"]) == ("invalid-content", "this answer sheet is not valid", 65)


def test_a_broken_sheet_on_standard_input_is_called_that(pmpath: Pmpath, feed: Feed) -> None:
    feed(b"answers:\n  scpe: pm\n")
    assert pmpath("assess", "--answers", "-").err.startswith("standard input:2:3  answers.scpe  no such competency\n")


def test_a_broken_file_is_not_mended_by_options(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text("answers:\n  scope: xyz\n", "utf-8")
    assert pmpath("assess", "--answers", "s.yaml", "--answer", "scope=pm").code == 65


def test_a_file_over_the_size_limit_is_refused(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "s.json").write_bytes(b" " * (1024 * 1024 + 1))
    assert pmpath("assess", "--answers", "s.json") == (
        65,
        "",
        "s.json  larger than 1024 KiB\n1 problem: this file is too large\n",
    )


MISSING = [
    ("nope.json", "nope.json: cannot be read: no such file or directory", "check the name and try again"),
    ("", ": cannot be read: no such file or directory", "check the name and try again"),
    (".", ".: not a plain file", "name a file, or - for standard input"),
    ("a.json/b", "a.json/b: cannot be read: not a directory", "check the name and try again"),
]


@pytest.mark.parametrize("wrong", MISSING)
@pytest.mark.parametrize("command", [("assess",), ("transition", "--from", "engineer"), ("assess", "--jsonl")])
def test_a_file_that_cannot_be_read_ends_with_66(
    pmpath: Pmpath, tmp_path: Path, command: tuple[str, ...], wrong: tuple[str, str, str]
) -> None:
    (tmp_path / "a.json").write_text("{}", "utf-8")
    name, message, hint = wrong
    error = pmpath(*command, "--answers", name, "--json").error
    assert error == {"code": "missing-file", "message": message, "hint": hint, "exit_code": 66, "problems": []}


def test_a_missing_file_is_said_in_words(pmpath: Pmpath) -> None:
    assert pmpath("assess", "--answers", "nope.json") == (
        66,
        "",
        "pmpath: nope.json: cannot be read: no such file or directory\n  check the name and try again\n",
    )


def test_a_data_folder_without_a_ladder_ends_with_66(pmpath: Pmpath, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMPATH_DATA_DIR", str(tmp_path))
    error = pmpath("ladder", "--json").error
    assert (error["exit_code"], error["message"]) == (66, f"no ladder.yaml in {tmp_path}")
