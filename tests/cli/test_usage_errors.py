"""What the framework refuses is an error of ours: one line on standard error, exit 2, the same contract as JSON."""

import pytest

from cli.running import Pmpath

# The framework words these and may word them differently tomorrow: only our part is spelled out.
FRAMEWORK = [
    (("assess", "--nope"), "--nope", "see pmpath assess --help"),
    (("assess", "--answer"), "--answer", "see pmpath assess --help"),
    (("assess", "--quick=3"), "--quick", "see pmpath assess --help"),
    (("assess", "extra"), "extra", "see pmpath assess --help"),
    (("ladder", "pm", "vp"), "vp", "see pmpath ladder --help"),
    (("ladder", "-x"), "-x", "see pmpath ladder --help"),
    (("transition", "--hours", "many"), "many", "see pmpath transition --help"),
    (("transition", "--from"), "--from", "see pmpath transition --help"),
    (("explain",), "ID", "see pmpath explain --help"),
    (("explain", "pm", "vp"), "vp", "see pmpath explain --help"),
    (("portfolio", "xyzzy"), "xyzzy", "see pmpath portfolio --help"),
    (("portfolio", "new"), "KIND", "see pmpath portfolio --help"),
    (("portfolio", "new", "case-study"), "DIR", "see pmpath portfolio --help"),
    (("portfolio", "review"), "FILE", "see pmpath portfolio --help"),
    (("interview", "--nope"), "--nope", "see pmpath interview --help"),
    (("interview", "show"), "TYPE", "see pmpath interview --help"),
    (("interview", "score"), "N", "see pmpath interview --help"),
    (("interview", "product-sense", "--minutes", "0"), "0", "see pmpath interview --help"),
    (("interview", "product-sense", "extra"), "extra", "see pmpath interview --help"),
    (("guide", "--nope"), "--nope", "see pmpath guide --help"),
    (("guide", "pay", "pm", "vp"), "vp", "see pmpath guide --help"),
    (("guide", "time", "--years", "many"), "many", "see pmpath guide --help"),
    (("data", "--nope"), "--nope", "see pmpath data --help"),
    (("data",), "command", "see pmpath data --help"),
    (("data", "xyzzy"), "xyzzy", "see pmpath data --help"),
    (("data", "path", "extra"), "extra", "see pmpath data --help"),
    (("data", "check", "--nope"), "--nope", "see pmpath data --help"),
    (("data", "export", "-o"), "-o", "see pmpath data --help"),
    (("data", "import"), "FILE", "see pmpath data --help"),
    (("plan", "--nope"), "--nope", "see pmpath plan --help"),
    (("plan", "--hours", "many"), "many", "see pmpath plan --help"),
    (("plan", "xyzzy"), "xyzzy", "see pmpath plan --help"),
    (("plan", "done"), "ID", "see pmpath plan --help"),
    (("plan", "note", "scope"), "TEXT", "see pmpath plan --help"),
    (("plan", "checkin", "extra"), "extra", "see pmpath plan --help"),
    (("plan", "blocked", "scope", "--nope"), "--nope", "see pmpath plan --help"),
    (("evidence", "--nope"), "--nope", "see pmpath evidence --help"),
    (("evidence", "xyzzy"), "xyzzy", "see pmpath evidence --help"),
    (("evidence", "rm"), "N", "see pmpath evidence --help"),
    (("evidence", "rm", "one"), "one", "see pmpath evidence --help"),
    (("evidence", "rm", "0"), "0", "see pmpath evidence --help"),
    (("evidence", "search"), "WORDS", "see pmpath evidence --help"),
    (("evidence", "add", "a", "b"), "b", "see pmpath evidence --help"),
    (("milestones", "--nope"), "--nope", "see pmpath milestones --help"),
    (("milestones", "mark"), "ID", "see pmpath milestones --help"),
    (("milestones", "mark", "x", "many"), "many", "see pmpath milestones --help"),
    (("milestones", "mark", "x", "1", "--evidence", "one"), "one", "see pmpath milestones --help"),
    (("case", "extra"), "extra", "see pmpath case --help"),
    (("review",), "command", "see pmpath review --help"),
    (("review", "xyzzy"), "xyzzy", "see pmpath review --help"),
    (("review", "compare"), "FILE", "see pmpath review --help"),
    (("review", "export", "extra"), "extra", "see pmpath review --help"),
    (("history", "1"), "1", "see pmpath history --help"),
    (("diff", "one"), "one", "see pmpath diff --help"),
    (("diff", "1", "2", "3"), "3", "see pmpath diff --help"),
    (("assess", "--rater"), "--rater", "see pmpath assess --help"),
    (("help", "assess", "ladder"), "ladder", "see pmpath help --help"),
    (("--nope",), "--nope", "see pmpath --help"),
    (("--debug", "ladder", "--nope"), "--nope", "see pmpath ladder --help"),
]
KNOWN = (
    "assess, transition, ladder, plan, evidence, milestones, case, review, team, history, diff, explain, portfolio, "
    "interview, guide, check, init, schema, mcp, data, completions, help"
)
COMMANDS = [
    ("asess", "no such command: asess; did you mean assess?"),
    ("ladders", "no such command: ladders; did you mean ladder?"),
    ("transitions", "no such command: transitions; did you mean transition?"),
    ("explan", "no such command: explan; did you mean explain?"),
    ("hlep", "no such command: hlep; did you mean help?"),
    ("LADDER", "no such command: LADDER; did you mean ladder?"),
    (
        "xyzzy",
        f"no such command: xyzzy; commands: {KNOWN}",
    ),
    (
        "",
        f"no such command: ; commands: {KNOWN}",
    ),
]


@pytest.mark.parametrize(("argv", "named", "hint"), FRAMEWORK)
def test_a_wrong_command_line_names_what_is_wrong_and_where_to_look(
    pmpath: Pmpath, argv: tuple[str, ...], named: str, hint: str
) -> None:
    ran = pmpath(*argv)
    first, second = ran.err.splitlines()
    assert (ran.code, ran.out, second) == (2, "", f"  {hint}")
    assert first.startswith("pmpath: ")
    assert named in first


@pytest.mark.parametrize(("argv", "named", "hint"), FRAMEWORK)
def test_a_wrong_command_line_is_an_error_of_the_contract_too(
    pmpath: Pmpath, argv: tuple[str, ...], named: str, hint: str
) -> None:
    at = 1 if len(argv) > 1 and argv[0] != "--debug" else len(argv)
    error = pmpath(*argv[:at], "--json", *argv[at:]).error
    assert (error["code"], error["exit_code"], error["problems"], error["hint"]) == ("usage", 2, [], hint)
    assert named in error["message"]


@pytest.mark.parametrize(("name", "message"), COMMANDS)
def test_an_unknown_command_says_which_one_was_meant(pmpath: Pmpath, name: str, message: str) -> None:
    ran = pmpath(name)
    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (2, "", f"pmpath: {message}")


@pytest.mark.parametrize("name", [name for name, _ in COMMANDS])
def test_the_hint_for_an_unknown_command_is_a_command_that_works(pmpath: Pmpath, name: str) -> None:
    hint = pmpath(name).err.splitlines()[1].strip().removeprefix("see ").split()
    assert (hint[0], pmpath(*hint[1:]).code) == ("pmpath", 0)


def test_a_message_of_the_framework_does_not_end_twice(pmpath: Pmpath) -> None:
    assert not pmpath("assess", "--answer").err.splitlines()[0].endswith(".")


@pytest.mark.parametrize("argv", [("assess", "--json", "--nope"), ("xyzzy", "--json"), ("ladder", "nowhere", "--json")])
def test_an_error_as_json_is_one_line_and_nothing_is_on_standard_output(pmpath: Pmpath, argv: tuple[str, ...]) -> None:
    ran = pmpath(*argv)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_of_an_unknown_command_is_no_help(pmpath: Pmpath, flag: str) -> None:
    assert pmpath("xyzzy", flag).code == 2
