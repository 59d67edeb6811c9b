"""A designer's ladder of three levels through every command; files that are wrong or missing."""

import json
import shlex
from pathlib import Path

import pytest

from builders import SetVariable
from cli.running import Home, Pmpath, write_sheet
from own_ladders import DESIGNER, DESIGNER_ANSWERS, HEAD, write
from pmpath.cli.app import main
from pmpath.content.starts import read_start

COMMANDS = [
    ("ladder",),
    ("ladder", "designer"),
    ("ladder", "junior", "--vs", "lead"),
    ("explain", "craft"),
    ("explain", "craft.lead"),
    ("explain", "remit"),
    ("explain", "lead"),
    ("explain", "with-help"),
    ("explain", "S-GL"),
    ("assess", "--template"),
    ("assess", "--answers", "sheet.json"),
    (),
    ("plan",),
    ("plan", "checkin", "--moved", "craft"),
    ("plan", "done", "craft", "--answer", "on-my-own"),
    ("plan", "blocked", "critique"),
    ("plan", "note", "remit", "ask Ann"),
    ("evidence", "add", "Ran the critique", "--shows", "critique.designer"),
    ("evidence", "list", "--shows", "critique.designer"),
    ("milestones",),
    ("milestones", "--for", "junior"),
    ("case",),
    ("case", "--target", "lead"),
    ("review", "export"),
    ("review", "compare", "sheet.json"),
    ("assess", "--again", "--answer", "craft.lead=with-help"),
    ("history",),
    ("diff",),
    ("portfolio",),
    ("portfolio", "kinds"),
    ("portfolio", "show", "product-teardown"),
]
"""What somebody does with an own ladder, one after the other."""
LEVELS = ("junior", "designer", "lead")
TOP = {"remit": "lead", **{f"{one}.{level}": "lead-others" for one in ("craft", "critique") for level in LEVELS}}


@pytest.fixture
def ladder(tmp_path: Path) -> str:
    """Lay out the ladder of three levels and a sheet for it."""
    write_sheet(tmp_path / "sheet.json", dict(DESIGNER_ANSWERS))
    return write(tmp_path, DESIGNER, "designer.yaml")


@pytest.fixture
def in_use(ladder: str, setting: SetVariable) -> str:
    """Use that ladder for every command."""
    setting("PMPATH_LADDER", ladder)
    return ladder


@pytest.mark.parametrize("options", [(), ("--json",), ("--plain",)], ids=["text", "json", "plain"])
@pytest.mark.usefixtures("in_use")
def test_every_command_works_with_three_levels(pmpath: Pmpath, home: Home, options: tuple[str, ...]) -> None:
    for argv in COMMANDS:
        raw = options == ("--plain",) and argv[:2] in (("assess", "--template"), ("review", "export"))
        ran = pmpath(*argv, *(() if raw else options))
        assert (argv, ran.code, ran.err) == (argv, 0, "")
    assert home.journal.is_file()


@pytest.mark.usefixtures("home")
def test_every_document_names_the_ladder_in_use(pmpath: Pmpath, ladder: str) -> None:
    for argv in COMMANDS:
        identity = pmpath(*argv, "--json", "--ladder", ladder).whole["ladder"]
        assert (argv, identity["id"], identity["version"], len(identity["sha256"])) == (argv, "designer", "1", 64)


@pytest.mark.usefixtures("home", "in_use")
def test_the_levels_of_the_shipped_ladder_are_nowhere(pmpath: Pmpath) -> None:
    said = "".join(pmpath(*argv).out for argv in COMMANDS if argv[:1] != ("portfolio",) and "S-GL" not in argv)
    assert [name for name in ("Product Manager", "Senior PM", "senior-pm", "product manager") if name in said] == []


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        (DESIGNER_ANSWERS, "designer"),
        (TOP, "lead"),
        ({"remit": "none"}, "aspiring"),
        ({"remit": "junior", "craft.junior": "with-help"}, "junior"),
    ],
    ids=["designer", "lead", "aspiring", "junior"],
)
def test_answers_place_somebody_by_its_rules(
    pmpath: Pmpath, tmp_path: Path, ladder: str, answers: dict[str, str], level: str
) -> None:
    name = write_sheet(tmp_path / "one.json", dict(answers))
    data = pmpath("assess", "--answers", name, "--no-save", "--ladder", ladder, "--json").data
    assert (data["level"], data["role"]) == (level, level)


@pytest.mark.usefixtures("in_use")
def test_somebody_below_the_first_level_is_on_the_way_there(pmpath: Pmpath) -> None:
    ran = pmpath("assess", "--answer", "remit=none", "--no-save")
    assert ran.out.startswith("You are on the way to Junior Designer: no level's scope is yours yet.")
    assert "transition" not in ran.out


def test_a_ladder_without_facts_gives_the_level_for_the_role(pmpath: Pmpath, tmp_path: Path) -> None:
    text = DESIGNER.replace("    must_haves: [remit]\n", "")
    name = write(tmp_path, text[: text.index("  - id: remit")] + text[text.index("  - id: craft") :])
    reached = {f"{one}.{level}": "on-my-own" for one in ("craft", "critique") for level in LEVELS[:2]}
    answers = {**reached, "craft.lead": "not-yet", "critique.lead": "not-yet"}
    said = [f"--answer={question}={word}" for question, word in answers.items()]
    ran = pmpath("assess", *said, "--no-save", "--ladder", name)
    assert ran.out.startswith("You are a Designer, and a strong one: you show 2 of the 2 things expected.")
    data = pmpath("assess", "--answer=craft.junior=not-yet", "--no-save", "--ladder", name, "--json").data
    assert (data["role"], data["level"], data["estimate"]) == (None, None, {"role": None, "level": None})
    none = pmpath("assess", *(f"--answer={question}=not-yet" for question in answers), "--no-save", "--ladder", name)
    assert none.out.startswith("You are on the way to Junior Designer: no level is shown yet.")
    assert "The role" not in pmpath("explain", "lead", "--ladder", name).out


@pytest.mark.usefixtures("home")
def test_a_ladder_of_one_level_works(pmpath: Pmpath, tmp_path: Path) -> None:
    head = DESIGNER[: DESIGNER.index("  - id: designer\n")].replace("must_haves: [remit]", "core: [craft]")
    part = "{level: junior, label: Draw, question: Draw a screen.}"
    name = write(tmp_path, f"{head}competencies:\n  - {{id: craft, name: Craft, expectations: [{part}]}}\n")
    asked = ("assess", "--answer", "craft.junior=on-my-own")
    for argv in (("ladder",), ("ladder", "junior"), asked, (), ("history",), ("milestones",)):
        ran = pmpath(*argv, "--ladder", name)
        assert (argv, ran.code, "--vs" in ran.out) == (argv, 0, False)


def test_the_option_stands_before_or_after_the_command_and_over_the_variable(
    pmpath: Pmpath, ladder: str, tmp_path: Path, setting: SetVariable
) -> None:
    after = pmpath("ladder", "--ladder", ladder)
    assert (after.code, pmpath("--ladder", ladder, "ladder")) == (0, after)
    setting("PMPATH_LADDER", write(tmp_path, HEAD, "other.yaml"))
    assert pmpath("ladder", "--ladder", ladder) == after
    assert pmpath("ladder").out != after.out


def test_next_commands_go_on_with_the_file_that_was_named(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "our ladders").mkdir()
    name = f"our ladders/{write(tmp_path / 'our ladders')}"
    whole = pmpath("ladder", "--ladder", name, "--json").whole
    assert [shlex.split(command)[-2:] for command in whole["next_commands"]] == [["--ladder", name]] * 2
    assert pmpath("ladder", "--ladder", name).out.rstrip().endswith("--ladder 'our ladders/ours.yaml'")


@pytest.mark.usefixtures("in_use")
def test_the_version_names_the_ladder_in_use(pmpath: Pmpath) -> None:
    assert "(ladder designer 1," in pmpath("--version").out


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        (("ladder", "--ladder", "nowhere.yaml"), (66, "nowhere.yaml: cannot be read")),
        (("ladder", "--ladder", "."), (66, "not a plain file")),
        (("ladder", "--ladder", ""), (2, "--ladder names no file")),
        (("transition", "--from", "x", "--playbooks", ""), (2, "--playbooks names no file")),
        (("ladder", "--ladder", "wrong.yaml"), (65, "wrong.yaml:4:1  nam  no such field")),
        (("assess", "--answer", "scope=pm", "--ladder", "wrong.yaml"), (65, "1 problem: this ladder is not valid")),
        (("transition", "--from", "engineer", "--ladder", "designer.yaml"), (2, "no playbook fits the ladder designer")),
        (("transition", "--from", "librarian", "--playbooks", "nowhere.yaml"), (66, "nowhere.yaml: cannot be read")),
        (("transition", "--from", "librarian", "--playbooks", "wrong.yaml"), (65, "these playbooks are not valid")),
        (("transition", "--from", "engineer", "--playbooks", "books.yaml"), (2, 'unknown background "engineer"')),
        (("transition", "--playbooks", "books.yaml", "--ladder", "designer.yaml"), (65, "no such expectation")),
        (("explain", "strategy", "--ladder", "designer.yaml"), (2, 'there is nothing called "strategy"')),
        (("ladder", "senior-pm", "--ladder", "designer.yaml"), (2, "levels: junior, designer, lead")),
        (("assess", "--answer", "scope=pm", "--ladder", "designer.yaml"), (2, "use one of: remit, craft, critique")),
    ],
    ids=lambda one: " ".join(map(str, one)),
)
@pytest.mark.usefixtures("ladder")
def test_what_is_wrong_is_said_and_nothing_else_happens(
    pmpath: Pmpath, home: Home, tmp_path: Path, argv: tuple[str, ...], expected: tuple[int, str]
) -> None:
    write(tmp_path, f"{HEAD}nam: x\n", "wrong.yaml")
    write(tmp_path, read_start("playbook").decode(), "books.yaml")
    ran = pmpath(*argv)
    assert (ran.code, ran.out, home.journal.exists()) == (expected[0], "", False)
    assert expected[1] in ran.err


def test_problems_of_a_ladder_are_data_too(pmpath: Pmpath, tmp_path: Path) -> None:
    name = write(tmp_path, f"{HEAD}nam: x\n")
    error = pmpath("ladder", "--ladder", name, "--json").error
    assert (error["code"], error["exit_code"]) == ("invalid-content", 65)
    assert [(one["file"], one["line"], one["column"], one["path"]) for one in error["problems"]] == [(name, 4, 1, "nam")]


def test_own_playbooks_lead_from_their_backgrounds(pmpath: Pmpath, tmp_path: Path) -> None:
    name = write(tmp_path, read_start("playbook").decode(), "books.yaml")
    data = pmpath("transition", "--from", "library-assistant", "--playbooks", name, "--json").data
    assert (data["background"], data["to"], len(data["plan"])) == ("librarian", "apm", 6)
    ran = pmpath("transition", "--from", "librarian", "--playbooks", name, "--write", "mine")
    assert (ran.code, (tmp_path / "mine" / "search-page.md").is_file()) == (0, True)


def test_what_does_not_read_the_ladder_works_beside_a_broken_one(pmpath: Pmpath, tmp_path: Path) -> None:
    name = write(tmp_path, "levels: 3\n")
    for argv in (("data", "path"), ("help", "exit-codes"), ("schema",), ("ladder", "--help")):
        assert pmpath(*argv, "--ladder", name).code == 0


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("ladder", "--ladder", "designer.yaml", ""), ["junior", "designer", "lead"]),
        (("--ladder", "designer.yaml", "ladder", "--vs", "l"), ["lead"]),
        (("assess", "--ladder", "designer.yaml", "--answer", "remit=l"), ["remit=lead"]),
        (("explain", "--ladder", "designer.yaml", "critique.l"), ["critique.lead"]),
        (("explain", "--ladder", "nowhere.yaml", "critique.l"), []),
        (("transition", "--ladder", "designer.yaml", "--from", ""), []),
        (("ladder", "--ladder", ""), []),
    ],
)
@pytest.mark.usefixtures("ladder")
def test_a_shell_completes_the_ids_of_the_ladder_that_is_named(
    setting: SetVariable, capfd: pytest.CaptureFixture[str], words: tuple[str, ...], found: list[str]
) -> None:
    setting("_PMPATH_COMPLETE", "lines")
    setting("_PMPATH_WORDS", "\x1f".join(words))
    assert main([]) == 0
    assert [line.partition("\t")[0] for line in capfd.readouterr().out.splitlines()] == found


def test_many_sheets_are_placed_by_it_too(pmpath: Pmpath, ladder: str, tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_text(f"{json.dumps({'answers': DESIGNER_ANSWERS})}\n" * 2, "utf-8")
    ran = pmpath("assess", "--answers", "many.jsonl", "--jsonl", "--ladder", ladder)
    assert [(one["data"]["level"], one["ladder"]["id"]) for one in ran.lines] == [("designer", "designer")] * 2
