"""Every command in every kind of surroundings: its result whole, nothing beside it, no code, no line too long."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from builders import example_a, library
from cli.running import Home, Ran, compiled_folder, run_apart
from e2e.pseudo_terminal import pmpath_command, run
from pmpath.cli.data import SUBCOMMANDS as OF_DATA
from pmpath.cli.evidence import SUBCOMMANDS as OF_EVIDENCE
from pmpath.cli.group import COMMANDS as NAMES
from pmpath.cli.guide import SUBCOMMANDS as OF_GUIDE
from pmpath.cli.init import SUBCOMMANDS as OF_INIT
from pmpath.cli.interview import SUBCOMMANDS as OF_INTERVIEW
from pmpath.cli.milestones import SUBCOMMANDS as OF_MILESTONES
from pmpath.cli.plan import SUBCOMMANDS as OF_PLAN
from pmpath.cli.portfolio import SUBCOMMANDS as OF_PORTFOLIO
from pmpath.cli.review import SUBCOMMANDS as OF_REVIEW
from pmpath.model.glyphs import ASCII, UNICODE
from pmpath.render.topics import TOPICS

Words = tuple[str, ...]

GROUPS: Mapping[str, Mapping[str, str]] = {
    "data": OF_DATA,
    "plan": OF_PLAN,
    "evidence": OF_EVIDENCE,
    "milestones": OF_MILESTONES,
    "review": OF_REVIEW,
    "portfolio": OF_PORTFOLIO,
    "interview": OF_INTERVIEW,
    "guide": OF_GUIDE,
    "init": OF_INIT,
}
"""The subcommands of each group."""
PAGES: list[Words] = [
    (),
    ("assess", "--answers", "sheet.json", "--no-save"),
    ("ladder",),
    ("ladder", "senior-pm"),
    ("ladder", "pm", "--vs", "vp"),
    *[("transition", "--from", playbook.id) for playbook in library().playbooks],
    ("transition", "--from", "engineer", "--answers", "sheet.json", "--env", "startup", "--no-save"),
    *[("explain", name) for name in ("discovery", "scope", "strategy.vp", "group-pm", "no-chance", "S-GL")],
    ("plan", "--today", "2026-11-23", "--by", "2027-03-01", "--no-save"),
    ("plan",),
    ("plan", "--today", "2026-04-01"),
    ("evidence",),
    ("evidence", "list", "--shows", "discovery.pm"),
    ("evidence", "search", "interviews"),
    ("milestones",),
    *[("milestones", "--for", level) for level in ("apm", "senior-pm", "cpo")],
    ("case",),
    ("case", "--target", "group-pm"),
    ("review", "compare", "theirs.json"),
    ("assess", "--rater", "theirs.json"),
    ("team", "sheet.json", "theirs.json", "part.json"),
    ("history",),
    ("diff",),
    ("schema",),
    ("check", "theirs.json", "sheet.json"),
    ("portfolio",),
    ("portfolio", "kinds"),
    *[("portfolio", "show", kind.id) for kind in library().portfolio.kinds],
    ("interview",),
    ("interview", "show", "product-sense"),
    ("interview", "--from", "engineer"),
    ("interview", "loop"),
    ("interview", "stories"),
    ("interview", "story", "1"),
    ("interview", "log"),
    ("interview", "log", "1"),
    ("guide",),
    *[("guide", topic) for topic in ("time", "pay", "market", "environment", "jobs", "faq")],
    ("guide", "time", "pm", "--years", "4"),
    ("guide", "offer", "--part", "base=1000", "--part", "equity=10"),
    ("guide", "fit"),
    ("guide", "hats"),
    ("data", "check"),
    *[("help", topic) for topic in TOPICS],
]
"""What is laid out for the width of the terminal."""
HELPS: list[Words] = [
    ("help",),
    ("--help",),
    *[(name, "--help") for name in NAMES],
    *[("help", name) for name in NAMES],
    *[(group, name, "--help") for group, names in GROUPS.items() for name in names],
]
OTHERS: list[Words] = [
    ("assess", "--template"),
    ("--version",),
    ("data", "path"),
    ("data", "export"),
    ("review", "export", "--for", "Dana"),
    ("schema", "answers"),
]
COMMANDS = [*PAGES, *HELPS, *OTHERS]
WIDTHS = ("40", "80")
SURROUNDINGS: Mapping[str, Mapping[str, str]] = {
    "pipe": {},
    "no color": {"NO_COLOR": "1"},
    "force 0": {"FORCE_COLOR": "0"},
    "dumb": {"TERM": "dumb"},
}
"""What one process can put around a command."""
ENCODINGS: Mapping[str, Mapping[str, str]] = {"cp1252": {"PYTHONIOENCODING": "cp1252"}, "c locale": {"LC_ALL": "C"}}
"""What takes a process of its own."""
ONE_OF_EACH: list[Words] = [
    (),
    ("assess", "--answers", "sheet.json", "--no-save"),
    ("assess", "--template"),
    ("transition", "--from", "engineer"),
    ("ladder",),
    ("ladder", "senior-pm"),
    ("ladder", "pm", "--vs", "vp"),
    ("explain", "discovery"),
    ("explain", "strategy.vp"),
    ("explain", "group-pm"),
    ("explain", "no-chance"),
    ("explain", "S-GL"),
    ("plan", "--today", "2026-11-23", "--no-save", "--hours", "5"),
    ("plan",),
    ("evidence", "list"),
    ("milestones",),
    ("case",),
    ("review", "compare", "theirs.json"),
    ("review", "export"),
    ("team", "sheet.json", "theirs.json", "part.json"),
    ("history",),
    ("diff",),
    ("schema",),
    ("portfolio",),
    ("portfolio", "show", "case-study"),
    ("interview",),
    ("interview", "log", "1"),
    ("interview", "stories"),
    ("guide", "market"),
    ("data", "path"),
    ("data", "check"),
    ("data", "export"),
    ("data", "--help"),
    ("help", "exit-codes"),
    ("--version",),
    ("--help",),
]
TWINS = {ord(sign): twin for pair in zip(UNICODE, ASCII, strict=True) for sign, twin in zip(*pair, strict=True)}
SIGNS = {UNICODE.bullet, UNICODE.rule, ASCII.bullet, ASCII.rule, *UNICODE.bars}
BARS = {*UNICODE.bars, "_"}
MARKS = UNICODE.bullet + UNICODE.rule + "-0123456789."


class Place(NamedTuple):
    """A folder with the compiled content, and a home with a history and a plan that is followed."""

    folder: Path
    settings: Mapping[str, str]


Runs = Callable[..., Ran]
"""Runs words at a width in named surroundings, once each."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Make the folder in which everything runs."""
    folder = tmp_path_factory.mktemp("matrix")
    home = Home(folder / "home")
    home.assessed({**example_a(), "discovery.senior-pm": "with-help"}, "2025-11-05")
    home.assessed(example_a())
    data = compiled_folder(folder / "data")
    settings = {"PMPATH_HOME": str(home.folder), "PMPATH_DATA_DIR": str(data), "PMPATH_TODAY": "2026-01-09"}
    for words in FOLLOWED:
        assert run_apart(words, settings, given=ANSWER)[::2] == (0, "")
    home.begun({"scope": "pm", "discovery.pm": "on-my-own"})
    return Place(folder, settings)


SCORES: Words = tuple(
    word for name in ("substance", "structure", "user", "outcome", "trade-off") for word in ("--score", f"{name}=2")
)
ANSWER = b"Rosa, a nurse on nights, struggles with the list.\nI asked her; it takes 20 minutes, and nobody pays us for it.\n"
FOLLOWED: list[Words] = [
    ("plan", "--hours", "5", "--by", "2027-01-31", "--today", "2026-01-05"),
    ("plan", "blocked", "influence", "--why", "the new lead starts in March", "--today", "2026-01-05"),
    ("plan", "note", "data", "the pricing team has the figures", "--today", "2026-01-06"),
    ("plan", "done", "scope", "--step", "ask", "--today", "2026-01-06"),
    ("plan", "done", "strategy", "--answer", "on-my-own", "--evidence", "Wrote the strategy for search"),
    (
        *(
            "evidence",
            "add",
            "Ran six interviews on churn with the support team",
            "--shows",
            "discovery.senior-pm,discovery.pm",
        ),
        *("--result", "churn from 4 to 3 percent", "--who", "the head of support", "--date", "2024-05"),
    ),
    ("evidence", "add", "Moved weekly retention", "--link", "https://wiki.example/retention", "--shows", "team-number-moved"),
    ("milestones", "mark", "team-number-moved"),
    ("milestones", "mark", "roadmap-quarters", "2"),
    ("milestones", "mark", "mentored-one", "0"),
    ("interview", "story", "new", "--evidence", "1", "--lesson", "Ask support before the survey goes out"),
    ("interview", "behavioral", "--answer", "-", "--story", "1", "--today", "2026-01-02", *SCORES),
    ("interview", "product-sense", "--said", "--today", "2026-01-05"),
]
"""What is kept before anything is looked at."""


@pytest.fixture(autouse=True)
def _sheet(tmp_path: Path) -> None:
    """Lay a full sheet, that of a rater who sees it differently, and a partial one into the folder of the test."""
    answers = ", ".join(f'"{question}": "{word}"' for question, word in example_a().items())
    (tmp_path / "sheet.json").write_text(f'{{"answers": {{{answers}}}}}', "utf-8")
    theirs = answers.replace('"scope": "pm"', '"scope": "senior-pm"').replace('"data.pm": "on-my-own"', '"data.pm": "not-yet"')
    (tmp_path / "part.json").write_text('{"answers": {"scope": "vp", "discovery.pm": "with-help"}}', "utf-8")
    (tmp_path / "theirs.json").write_text(f'{{"rater": "Dana", "answers": {{{theirs}}}}}', "utf-8")


@pytest.fixture(scope="module")
def runs(place: Place) -> Runs:
    """Run commands in this process; what was run once is remembered."""
    done: dict[tuple[Words, str, str], Ran] = {}

    def ran(words: Words, width: str, around: str = "pipe") -> Ran:
        key = (words, width, around)
        if key not in done:
            done[key] = run_apart(words, {**place.settings, "PMPATH_WIDTH": width, **SURROUNDINGS[around]})
        return done[key]

    return ran


def words_of(text: str) -> set[str]:
    """Return the words of a page without signs, rules, and the marks that a layout puts behind them."""
    words = {word.rstrip(":,") for word in text.split() if word.strip("-\u2500")}
    return {word for word in words if not set(word) <= BARS} - SIGNS - {""}


def too_wide(text: str, width: int) -> list[str]:
    """Return the lines of more than one word that are wider; examples of a help are for copying and stay whole."""
    lines = [line for line in text.splitlines() if len(line) > width and not re.match(r"    pmpath( |$)", line)]
    return [line for line in lines if len([word for word in line.split() if word.strip(MARKS)]) > 1]


in_all_surroundings = pytest.mark.parametrize("around", SURROUNDINGS)
in_all_encodings = pytest.mark.parametrize("encoding", ENCODINGS)
at_both_widths = pytest.mark.parametrize("width", WIDTHS)


@in_all_surroundings
@at_both_widths
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_its_result_everywhere(runs: Runs, words: Words, width: str, around: str) -> None:
    ran = runs(words, width, around)
    assert (ran.code, ran.err, bool(ran.out)) == (0, "", True)


@in_all_surroundings
@at_both_widths
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_code_is_in_a_result_that_no_terminal_reads(runs: Runs, words: Words, width: str, around: str) -> None:
    assert [char for char in runs(words, width, around).out if not char.isprintable() and char != "\n"] == []


@at_both_widths
@pytest.mark.parametrize("words", [*PAGES, *HELPS], ids=" ".join)
def test_nothing_is_wider_than_the_page(runs: Runs, words: Words, width: str) -> None:
    assert too_wide(runs(words, width).out, int(width)) == []


@at_both_widths
@pytest.mark.parametrize("around", [name for name in SURROUNDINGS if name != "pipe"])
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_surroundings_change_what_a_pipe_gets(runs: Runs, words: Words, width: str, around: str) -> None:
    assert runs(words, width, around) == runs(words, width)


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_no_word_is_lost_on_a_narrow_page(runs: Runs, words: Words) -> None:
    lost = words_of(runs(words, "100").out) - words_of(runs(words, "40").out)
    assert lost <= headers_of_first_columns(runs(words, "100").out)


def headers_of_first_columns(text: str) -> set[str]:
    """Return the words above the rules of first columns, which a narrow page does not need."""
    lines = text.splitlines()
    above = (reversed(lines[:place]) for place, line in enumerate(lines) if is_rule(line))
    headers = (next(line for line in before if not line.startswith(" ")) for before in above)
    return {word for header in headers for word in header.partition("  ")[0].split()}


def is_rule(line: str) -> bool:
    return line.startswith(UNICODE.rule)


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_no_word_is_new_on_a_narrow_page(runs: Runs, words: Words) -> None:
    assert words_of(runs(words, "40").out) <= words_of(runs(words, "100").out)


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_plain_lines_have_every_word_of_the_page(runs: Runs, words: Words) -> None:
    assert words_of(runs(words, "100").out) <= words_of(runs((*words, "--plain"), "100").out)


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_plain_lines_have_no_word_that_the_page_has_not(runs: Runs, words: Words) -> None:
    assert words_of(runs((*words, "--plain"), "100").out) <= words_of(runs(words, "100").out)


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_plain_lines_are_ascii(runs: Runs, words: Words) -> None:
    assert runs((*words, "--plain"), "100").out.isascii()


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_plain_lines_are_the_same_at_any_width(runs: Runs, words: Words) -> None:
    assert runs((*words, "--plain"), "40") == runs((*words, "--plain"), "100")


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_json_is_the_same_at_any_width(runs: Runs, words: Words) -> None:
    assert runs((*words, "--json"), "40") == runs((*words, "--json"), "100")


@pytest.mark.parametrize("words", OTHERS, ids=" ".join)
def test_what_is_no_page_is_the_same_at_any_width(runs: Runs, words: Words) -> None:
    assert runs(words, "40") == runs(words, "100")


@pytest.mark.parametrize("words", HELPS, ids=" ".join)
def test_no_word_of_a_help_is_lost_on_a_narrow_page(runs: Runs, words: Words) -> None:
    assert words_of(runs(words, "80").out) <= words_of(runs(words, "40").out)


def test_nothing_of_all_this_is_written_into_the_journal(place: Place, runs: Runs) -> None:
    journal = Home(Path(place.settings["PMPATH_HOME"])).journal
    before = journal.read_bytes()
    for words in COMMANDS:
        runs(words, "80")
    assert journal.read_bytes() == before


@pytest.mark.terminal
@in_all_encodings
@at_both_widths
@pytest.mark.parametrize("words", ONE_OF_EACH, ids=" ".join)
def test_an_encoding_gets_the_same_page_with_the_signs_it_can_say(
    place: Place, runs: Runs, words: Words, width: str, encoding: str
) -> None:
    settings = {**place.settings, **ENCODINGS[encoding], "PMPATH_WIDTH": width, "TERM": "xterm"}
    ran = run(pmpath_command(*words), settings=settings)
    expected = runs(words, width).out
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.decode() == (expected.translate(TWINS) if encoding == "cp1252" else expected)
