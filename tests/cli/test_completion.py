"""Completion as the scripts for the shells ask for it, through the environment, and those scripts."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builders import ROOT, SetVariable, example_a, grid, library
from cli.running import Home, Pmpath
from data_folder import FILES
from pmpath.cli import completions
from pmpath.cli.app import main
from pmpath.cli.completions import SHELLS
from pmpath.cli.group import COMMANDS
from pmpath.cli.guide import SUBCOMMANDS as GUIDE_COMMANDS
from pmpath.cli.sharing import FORMATS
from pmpath.content.compiler import PARTS
from pmpath.content.library import find_library
from pmpath.content.published import PUBLISHED
from pmpath.model.own import Own
from pmpath.render.topics import TOPICS

Complete = Callable[..., list[str]]
"""Returns what a shell is offered for the last of the words."""

LEVELS = list(grid().levels)
BACKGROUNDS = [playbook.id for playbook in library().playbooks]
WORDS = library().words
IDS = [*WORDS.levels, *WORDS.competencies, *WORDS.expectations, *WORDS.answers, *(one.key for one in library().sources)]
PLACES_OF_A_LEVEL = [
    ("assess", "--target"),
    ("assess", "--require"),
    ("ladder",),
    ("ladder", "pm", "--vs"),
    ("ladder", "--vs"),
    ("transition", "--to"),
    ("--plain", "ladder"),
    ("assess", "--quick", "--target"),
]
BROKEN: dict[str, dict[str, str]] = {
    "not there": {},
    "empty files": dict.fromkeys(FILES, ""),
    "no YAML": dict.fromkeys(FILES, "{"),
    "one file alone": {"ladder.yaml": "levels: []"},
    "compiled nonsense": {
        "ladder.yaml": "",
        **{f"compiled/{part}.json": "{" for part in PARTS if part != "identity"},
    },
}


def offered(setting: SetVariable, capfd: pytest.CaptureFixture[str], *words: str) -> list[tuple[str, str]]:
    """Return what is offered for the last of the words, each with what it means."""
    setting("_PMPATH_COMPLETE", "lines")
    setting("_PMPATH_WORDS", "\x1f".join(words))
    code = main([])
    out, err = capfd.readouterr()
    assert (code, err) == (0, "")
    lines = (line.partition("\t") for line in out.splitlines())
    return [(value, about) for value, _, about in lines]


@pytest.fixture
def complete(setting: SetVariable, capfd: pytest.CaptureFixture[str]) -> Complete:
    """Complete the last of the words as a shell does; it says nothing else and ends with 0."""

    def found(*words: str) -> list[str]:
        return [value for value, _ in offered(setting, capfd, *words)]

    return found


def test_a_command_is_completed(complete: Complete) -> None:
    assert {name: complete(name[:3]) for name in COMMANDS} == {name: [name] for name in COMMANDS}


def test_every_command_is_offered(complete: Complete) -> None:
    assert complete("") == list(COMMANDS)


def test_nothing_is_completed_to_nothing(complete: Complete) -> None:
    assert complete("zz") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("--js",), ["--json"]),
        (("--acc",), ["--accessible"]),
        (("assess", "--re"), ["--resume", "--require"]),
        (("assess", "--fr"), ["--fresh"]),
        (("ladder", "--v"), ["--vs"]),
        (("explain", "--pl"), ["--playbooks", "--plain"]),
        (("help", "--js"), ["--json"]),
    ],
)
def test_an_option_is_completed(complete: Complete, words: tuple[str, ...], found: list[str]) -> None:
    assert complete(*words) == found


@pytest.mark.parametrize("place", PLACES_OF_A_LEVEL, ids=" ".join)
def test_levels_are_offered_where_one_is_wanted(complete: Complete, place: tuple[str, ...]) -> None:
    assert complete(*place, "") == LEVELS


@pytest.mark.parametrize("place", PLACES_OF_A_LEVEL, ids=" ".join)
def test_a_level_is_completed(complete: Complete, place: tuple[str, ...]) -> None:
    assert [complete(*place, begun) for begun in ("s", "g", "c", "x")] == [["senior-pm"], ["group-pm"], ["cpo"], []]


def test_backgrounds_are_offered(complete: Complete) -> None:
    assert complete("transition", "--from", "") == BACKGROUNDS


def test_a_background_is_completed(complete: Complete) -> None:
    assert complete("transition", "--from", "des") == ["designer"]


@pytest.mark.parametrize("place", [("new",), ("show",), ("review", "a.md", "--kind")], ids=" ".join)
def test_a_kind_of_piece_is_completed(complete: Complete, place: tuple[str, ...]) -> None:
    assert complete("portfolio", *place, "") == [kind.id for kind in library().portfolio.kinds]
    assert complete("portfolio", *place, "case") == ["case-study"]


@pytest.mark.parametrize("place", [(), ("show",), ("practice",)], ids=" ".join)
def test_a_type_of_interview_question_is_completed(complete: Complete, place: tuple[str, ...]) -> None:
    types = [one.id for one in library().interview.types]
    assert complete("interview", *place, "")[: len(types)] == types
    assert complete("interview", *place, "beh") == ["behavioral"]


def test_a_competency_of_a_story_is_one_of_the_ladder_that_is_typed_before_it(complete: Complete) -> None:
    ladder = ("--ladder", str(ROOT / "examples" / "monzo-product.yaml"))
    assert complete(*ladder, "interview", "story", "new", "--competency", "probl") == ["problems"]
    assert complete("interview", "story", "new", "--competency", "probl") == []


@pytest.mark.parametrize(
    "place",
    [("interview", "product-sense", "--level"), ("guide", "time"), ("guide", "--level"), ("ladder",), ("plan", "--target")],
    ids=" ".join,
)
@pytest.mark.parametrize("is_typed", [True, False], ids=["option", "variable"])
def test_levels_are_those_of_the_ladder_in_use(
    complete: Complete, monkeypatch: pytest.MonkeyPatch, place: tuple[str, ...], *, is_typed: bool
) -> None:
    ladder = str(ROOT / "examples" / "monzo-product.yaml")
    if not is_typed:
        monkeypatch.setenv("PMPATH_LADDER", ladder)
    given = ("--ladder", ladder) if is_typed else ()
    own = list(find_library(Own(ladder=ladder)).grid.levels)
    assert complete(*given, *place, "") == own


@pytest.mark.parametrize(
    "place",
    [
        ("interview", "--level"),
        ("interview", "product-sense", "--prompt"),
        ("interview", "score", "--score"),
        ("guide", "show"),
        ("guide", "offer", "--part"),
        ("guide", "fit", "--answer"),
        ("guide", "hats", "--worn"),
        ("portfolio", "show"),
    ],
    ids=" ".join,
)
def test_nothing_is_offered_beside_a_ladder_that_cannot_be_read(complete: Complete, place: tuple[str, ...]) -> None:
    assert complete(*place, "")
    assert complete("--ladder", "nowhere.yaml", *place, "") == []


def test_the_commands_of_interview_are_completed_behind_its_types(complete: Complete) -> None:
    assert complete("interview", "stor") == ["stories", "story"]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("product-sense", "--level", "sen"), ["senior-pm"]),
        (("--from", "eng"), ["engineer"]),
        (("product-sense", "--prompt", "ps-f"), ["ps-ferry-bicycles"]),
        (("product-sense", "--score", "user="), ["user=1", "user=2", "user=3"]),
        (("product-sense", "--env", "s"), ["startup"]),
        (("story", "new", "--competency", "disc"), ["discovery"]),
    ],
    ids=str,
)
def test_what_an_option_of_interview_takes_is_completed(complete: Complete, words: tuple[str, ...], offered: list[str]) -> None:
    assert complete("interview", *words) == offered


TOPICS_OF_GUIDES = [topic.id for topic in library().guides.topics]


def test_topics_of_guides_stand_before_the_commands_of_the_group(complete: Complete) -> None:
    assert complete("guide", "") == [*TOPICS_OF_GUIDES, *GUIDE_COMMANDS]
    assert complete("guide", "pa") == ["pay"]
    assert complete("guide", "show", "") == TOPICS_OF_GUIDES
    assert "--json" in complete("guide", "--")


@pytest.mark.parametrize("place", [("pay",), ("time", "--level"), ("show", "pay")], ids=" ".join)
def test_a_level_is_completed_behind_a_topic(complete: Complete, place: tuple[str, ...]) -> None:
    assert complete("guide", *place, "") == LEVELS


def test_parts_of_an_offer_answers_of_fit_and_hats_are_completed(complete: Complete) -> None:
    assert complete("guide", "offer", "--part", "b") == ["base=", "bonus=", "benefits="]
    assert complete("guide", "fit", "--answer", "hours=l") == ["hours=long-at-times"]
    assert complete("guide", "hats", "--worn", "an") == ["analyst"]


def test_every_id_is_offered_to_explain(complete: Complete) -> None:
    assert complete("explain", "") == IDS


@pytest.mark.parametrize(
    ("begun", "found"),
    [
        ("discovery.p", ["discovery.pm"]),
        ("with", ["with-help"]),
        ("S-GL", ["S-GL"]),
        ("vp", ["vp"]),
        ("organ", [name for name in IDS if name.startswith("organ")]),
        ("zz", []),
    ],
)
def test_an_id_is_completed(complete: Complete, begun: str, found: list[str]) -> None:
    assert complete("explain", begun) == found


def test_what_explain_is_offered_it_explains(complete: Complete, monkeypatch: pytest.MonkeyPatch) -> None:
    offered = complete("explain", "s")
    monkeypatch.delenv("_PMPATH_COMPLETE")
    assert offered
    assert [name for name in offered if main(["explain", name]) != 0] == []


@pytest.mark.parametrize("command", [("assess",), ("transition", "--from", "engineer")], ids=" ".join)
def test_an_answer_is_completed_by_its_id_first(complete: Complete, command: tuple[str, ...]) -> None:
    assert complete(*command, "--answer", "") == [f"{name}=" for name in grid().choices]
    assert complete(*command, "--answer", "sc") == ["scope="]


@pytest.mark.parametrize("name", ["scope", "people", "discovery.pm", "strategy.cpo"])
def test_behind_the_equals_sign_come_the_answers(complete: Complete, name: str) -> None:
    assert complete("assess", "--answer", f"{name}=") == [f"{name}={word}" for word in grid().choices.get(name, ())]


def test_an_answer_is_completed_behind_the_equals_sign(complete: Complete) -> None:
    assert complete("assess", "--answer", "discovery.pm=w") == ["discovery.pm=with-help"]


@pytest.mark.parametrize("begun", ["nope=", "discovery=", "discovery.pm=z"])
def test_an_unknown_question_has_no_answers(complete: Complete, begun: str) -> None:
    assert complete("assess", "--answer", begun) == []


def test_what_evidence_can_show_is_offered(complete: Complete) -> None:
    shown = complete("evidence", "add", "Ran six interviews", "--shows", "")
    assert shown == [*WORDS.expectations, *(milestone.id for milestone in WORDS.ladder.milestones)]


def test_actions_of_the_plan_that_is_kept_are_offered(complete: Complete, pmpath: Pmpath, home: Home) -> None:
    home.assessed(example_a())
    actions = [action["id"] for action in pmpath("plan", "--json").data["actions"]]
    assert complete("plan", "done", "") == actions
    assert complete("plan", "done", actions[0][:-1])[0] == actions[0]


@pytest.mark.parametrize("place", [("ladder", "--format"), ("--format",)], ids=" ".join)
def test_formats_are_offered(complete: Complete, place: tuple[str, ...]) -> None:
    assert complete(*place, "") == list(FORMATS)


@pytest.mark.parametrize("command", [("assess",), ("transition",)])
def test_settings_are_offered(complete: Complete, command: tuple[str, ...]) -> None:
    assert complete(*command, "--env", "") == ["startup", "corporate"]


@pytest.mark.parametrize("place", [(), *((name,) for name in COMMANDS)], ids=" ".join)
def test_choices_of_color_are_offered(complete: Complete, place: tuple[str, ...]) -> None:
    assert complete(*place, "--color", "") == ["auto", "always", "never"]
    assert complete(*place, "--color", "n") == ["never"]


def test_schemas_are_offered_and_completed(complete: Complete) -> None:
    assert complete("schema", "") == list(PUBLISHED)
    assert complete("schema", "ladder-") == ["ladder-document"]


def test_topics_and_commands_are_offered_to_help(complete: Complete) -> None:
    assert complete("help", "") == [*COMMANDS, *TOPICS]
    assert complete("help", "exi") == ["exit-codes"]


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize(
    "words",
    [
        ("ladder", ""),
        ("assess", "--target", ""),
        ("assess", "--answer", ""),
        ("assess", "--answer", "scope="),
        ("transition", "--from", ""),
        ("explain", ""),
        ("portfolio", "new", ""),
        ("guide", "show", ""),
        ("interview", "show", ""),
        ("evidence", "add", "Ran", "--shows", ""),
    ],
    ids=" ".join,
)
def test_content_that_is_broken_completes_to_nothing(
    complete: Complete, setting: SetVariable, tmp_path: Path, words: tuple[str, ...], broken: str
) -> None:
    for name, text in BROKEN[broken].items():
        (tmp_path / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / name).write_text(text, "utf-8")
    setting("PMPATH_DATA_DIR", str(tmp_path / "data"))
    assert complete(*words) == []


def test_broken_content_completes_commands_all_the_same(complete: Complete, setting: SetVariable) -> None:
    setting("PMPATH_DATA_DIR", "/nonexistent")
    assert complete("lad") == ["ladder"]


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        (("lad",), ("ladder", COMMANDS["ladder"])),
        (("ladder", "vp"), ("vp", "VP of Product")),
        (("transition", "--from", "des"), ("designer", "Designer (UX, UI, product)")),
        (("data", "exp"), ("export", "Write all that is kept, a JSON line an entry.")),
        (("ladder", "--v"), ("--vs", "Compare with this level.")),
        (("assess", "--answer", "discovery.pm=w"), ("discovery.pm=with-help", "")),
    ],
)
def test_what_is_offered_comes_with_what_it_means(
    setting: SetVariable, capfd: pytest.CaptureFixture[str], words: tuple[str, ...], meaning: tuple[str, str]
) -> None:
    assert offered(setting, capfd, *words) == [meaning]


def test_a_value_that_is_joined_to_its_option_is_offered_joined(complete: Complete) -> None:
    assert complete("assess", "--target=s") == ["--target=senior-pm"]
    assert complete("assess", "--answer=scope=v") == ["--answer=scope=vp"]


@pytest.mark.parametrize("words", [("zz", ""), ("ladder", "--nope", ""), ("data", "zz", ""), ("--color", "red", "ladder", "")])
def test_behind_words_that_make_no_sense_nothing_is_said(complete: Complete, words: tuple[str, ...]) -> None:
    complete(*words)


def test_a_journal_that_is_damaged_completes_to_nothing(complete: Complete, home: Home) -> None:
    home.folder.mkdir()
    home.journal.write_bytes(b"\xff\x00{\n" * 3)
    assert complete("plan", "done", "") == []


def test_text_of_an_own_ladder_reaches_no_terminal_as_it_is(
    setting: SetVariable, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "own.yaml").write_text(
        'extends: default\nid: own\nversion: "1"\nlevels: [{id: vp, name: "V\\e[31m\\tP"}]\n', "utf-8"
    )
    assert offered(setting, capfd, "--ladder", "own.yaml", "ladder", "vp") in ([], [("vp", "V\\u001b[31m P")])


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_a_shell_is_printed_as_it_stands(pmpath: Pmpath, shell: str) -> None:
    ran = pmpath("completions", shell)
    assert (ran.code, ran.err) == (0, "")
    assert f"completes pmpath in {shell}" in ran.out.splitlines()[0 if shell != "zsh" else 1].lower()
    assert ran.out.encode() == (Path(completions.__file__).parent / "scripts" / f"pmpath.{shell}").read_bytes()


def test_a_script_goes_into_a_file(pmpath: Pmpath, tmp_path: Path) -> None:
    said = pmpath("completions", "zsh", "-o", "_pmpath")
    assert (said.code, said.out) == (0, "")
    assert (tmp_path / "_pmpath").read_text("utf-8") == pmpath("completions", "zsh").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("basj",), "bash"),
        (("powershell",), "shells: bash, zsh, fish"),
        ((), "SHELL"),
        (("zsh", "--format", "md"), "format"),
    ],
)
def test_a_shell_that_has_no_script_is_told_which_ones_do(pmpath: Pmpath, words: tuple[str, ...], said: str) -> None:
    ran = pmpath("completions", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_shells_are_completed(complete: Complete) -> None:
    assert complete("completions", "") == list(SHELLS)


def test_completing_keeps_nothing(complete: Complete, setting: SetVariable, tmp_path: Path) -> None:
    setting("PMPATH_HOME", str(tmp_path / "home"))
    complete("explain", "")
    assert not (tmp_path / "home" / "journal.jsonl").exists()
