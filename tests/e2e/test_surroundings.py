"""Locales, encodings, color settings and narrow terminals: no traceback, no code where none is due, no line too long."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from builders import example_a, example_b, example_c, example_d, example_e, grid, library
from cli.running import compiled_folder
from e2e.pseudo_terminal import ENTER, READY, answer_until, into_file, pmpath_command, question_of, run, terminal, write_sheet
from pmpath.model.glyphs import ASCII, UNICODE

pytestmark = pytest.mark.terminal

Settings = dict[str, str]

EXAMPLES = {"a": example_a(), "b": example_b(), "c": example_c(), "d": example_d(), "e": example_e(), "open": {"scope": "pm"}}
ENCODINGS: dict[str, Settings] = {
    "c-locale": {"LC_ALL": "C"},
    "c-locale-strict": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
}
LEVELS = grid().levels
LADDER_PAGES: list[tuple[str, ...]] = [
    ("ladder",),
    *[("ladder", level) for level in LEVELS],
    *[("ladder", low, "--vs", high) for low, high in pairwise(LEVELS)],
    ("ladder", LEVELS[0], "--vs", LEVELS[-1]),
]
PLAYBOOK_PAGES: list[tuple[str, ...]] = [("transition", "--from", one.id) for one in library().playbooks]
RESULTS: list[tuple[str, ...]] = [
    ("--version",),
    ("--help",),
    (),
    ("ladder", "--help"),
    ("assess", "--help"),
    ("transition", "--help"),
    ("explain", "--help"),
    ("help", "exit-codes"),
    ("help", "environment", "--json"),
    ("explain", "discovery.pm"),
    ("explain", "pm", "--plain"),
    ("explain", "S-GL", "--json"),
    ("--plain",),
    ("--json",),
    ("assess", "--template"),
    ("assess", "--template", "--json"),
    ("assess", "--answers", "sheet.json"),
    ("assess", "--answers", "sheet.json", "--json"),
    ("ladder", "--json"),
    ("transition", "--from", "designer", "--json"),
    ("transition", "--from", "marketer", "--answers", "sheet.json"),
    ("ladder",),
    ("ladder", "senior-pm"),
    ("ladder", "pm", "--vs", "cpo"),
    ("transition", "--from", "engineer"),
]
"""Every command that has a result."""
ERRORS: list[tuple[tuple[str, ...], int]] = [
    (("nöpe",), 2),
    (("ladder", "größe →"), 2),
    (("explain", "größe →"), 2),
    (("help", "工程师"), 2),
    (("transition", "--from", "ingénieur 工程师"), 2),
    (("assess", "--answer", "scöpe=pm"), 2),
    (("assess", "--answers", "Blätter/é.yaml"), 66),
    (("assess",), 2),
]
TWINS = {ord(sign): twin for sign, twin in zip("".join(UNICODE), "".join(ASCII), strict=True)}
"""Each sign that screens use, and what stands for it in ASCII."""
CODES = re.compile(r"\x1b\[[0-9;]*m")
ESCAPE = b"\x1b"
TEXT = ("assess", "--answers", "sheet.json", "--no-input")
LONGEST = 40


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the content as a package carries it, so that no command compiles it anew."""
    return compiled_folder(tmp_path_factory.mktemp("content") / "data")


@pytest.fixture(autouse=True)
def _sheet(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay a full sheet into the folder of the test, and read compiled content."""
    monkeypatch.setenv("PMPATH_DATA_DIR", str(content))
    write_sheet(example_a())


def raw_screen(words: tuple[str, ...], columns: int = 80, settings: Settings | None = None) -> bytes:
    with terminal(pmpath_command(*words), columns, settings=settings) as person:
        assert person.end() == 0
        return person.raw


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("words", RESULTS, ids=" ".join)
def test_every_command_has_its_result_in_every_encoding(words: tuple[str, ...], encoding: str) -> None:
    ran = run(pmpath_command(*words), settings=ENCODINGS[encoding])
    assert (ran.code, ran.err) == (0, "")
    assert ran.out


@pytest.mark.parametrize("words", RESULTS, ids=" ".join)
def test_ascii_says_the_same_with_twins_of_the_signs(words: tuple[str, ...]) -> None:
    plain = run(pmpath_command(*words), settings={"PYTHONIOENCODING": "ascii"}).out
    whole = run(pmpath_command(*words), settings={"PYTHONIOENCODING": "utf-8"}).out
    assert plain == whole.decode().translate(TWINS).encode("ascii", "replace")


@pytest.mark.parametrize("words", [words for words in RESULTS if "--json" in words or "--jsonl" in words], ids=" ".join)
def test_json_is_the_same_bytes_in_every_encoding(words: tuple[str, ...]) -> None:
    runs = {run(pmpath_command(*words), settings=settings).out for settings in ENCODINGS.values()}
    assert runs == {run(pmpath_command(*words)).out}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(("words", "code"), ERRORS)
def test_every_error_is_a_sentence_in_every_encoding(words: tuple[str, ...], code: int, encoding: str) -> None:
    ran = run(pmpath_command(*words), settings=ENCODINGS[encoding])
    assert (ran.code, ran.out) == (code, b"")
    assert "Traceback" not in ran.err
    assert "bug" not in ran.err
    assert ran.err.startswith("pmpath: ")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_an_interview_works_in_every_encoding(encoding: str) -> None:
    with terminal(pmpath_command("assess"), settings=ENCODINGS[encoding]) as person:
        assert len(answer_until(person, example_b(), "Enter shows the result")) == 9
        person.press(ENTER)
        assert person.end() == 0
        assert "Traceback" not in person.text


@pytest.mark.parametrize("words", [("ladder",), TEXT], ids=" ".join)
@pytest.mark.parametrize(
    ("settings", "colored"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "unknown"}, False),
        ({"CLICOLOR": "0"}, False),
        ({"FORCE_COLOR": "0"}, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
    ids=str,
)
def test_codes_reach_a_terminal_only_where_they_are_wanted(
    words: tuple[str, ...], settings: Settings, *, colored: bool
) -> None:
    assert (ESCAPE in raw_screen(words, settings=settings)) is colored


@pytest.mark.parametrize("words", [("ladder",), TEXT], ids=" ".join)
@pytest.mark.parametrize(
    ("settings", "colored"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"CLICOLOR_FORCE": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"CLICOLOR_FORCE": "0"}, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"GITHUB_ACTIONS": "true", "PY_COLORS": "1", "TTY_COMPATIBLE": "1"}, False),
    ],
    ids=str,
)
def test_codes_reach_a_pipe_only_where_they_are_forced(words: tuple[str, ...], settings: Settings, *, colored: bool) -> None:
    assert (ESCAPE in run(pmpath_command(*words), settings=settings).out) is colored


@pytest.mark.parametrize(("option", "colored"), [("always", True), ("never", False)])
@pytest.mark.parametrize("settings", [{}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_the_option_is_stronger_than_every_setting(option: str, settings: Settings, *, colored: bool) -> None:
    words = ("ladder", "--color", option)
    assert (ESCAPE in run(pmpath_command(*words), settings=settings).out) is colored
    assert (ESCAPE in raw_screen(words, settings=settings)) is colored


@pytest.mark.parametrize("words", [("ladder",), TEXT], ids=" ".join)
def test_without_its_codes_a_colored_page_is_the_plain_page(words: tuple[str, ...]) -> None:
    plain = run(pmpath_command(*words)).out.decode()
    assert CODES.sub("", run(pmpath_command(*words, "--color", "always")).out.decode()) == plain


@pytest.mark.parametrize("words", [words for words in RESULTS if "--json" in words or "--help" in words], ids=" ".join)
@pytest.mark.parametrize("settings", [{"FORCE_COLOR": "1"}, {"PY_COLORS": "1", "GITHUB_ACTIONS": "true"}], ids=str)
def test_json_and_help_never_have_codes(words: tuple[str, ...], settings: Settings) -> None:
    assert ESCAPE not in run(pmpath_command(*words), settings=settings).out
    assert ESCAPE not in raw_screen(words, settings=settings)


@pytest.mark.parametrize(("words", "code"), ERRORS[:4])
def test_errors_never_have_codes(words: tuple[str, ...], code: int) -> None:
    with terminal(pmpath_command(*words), settings={"FORCE_COLOR": "1"}) as person:
        assert person.end() == code
        assert ESCAPE not in person.raw


@pytest.mark.parametrize("hostile", ["\x1b[31mred", "\x1b]0;title\x07", "\x9b31m", "\u202eback"])
def test_an_error_shows_what_a_terminal_would_obey_instead_of_sending_it(hostile: str) -> None:
    with terminal(pmpath_command("ladder", hostile)) as person:
        assert person.end() == 2
        shown = person.raw.decode()
    assert not set(shown) & set("\x1b\x07\x9b\u202e")
    assert "\\u" in shown


def test_an_interview_without_color_has_no_color_codes() -> None:
    with terminal(pmpath_command("assess"), settings={"NO_COLOR": "1"}) as person:
        person.wait(question_of)
        painted = re.findall(rb"\x1b\[[0-9;]*m", person.raw)
    assert painted
    assert [code for code in painted if re.search(rb"[\[;][349][0-9]", code)] == []


def test_an_interview_in_a_dumb_terminal_has_no_codes() -> None:
    with terminal(pmpath_command("assess"), settings={"TERM": "dumb"}) as person:
        person.wait(lambda text: READY in text or "8 " in text)
        assert ESCAPE not in person.raw


@pytest.mark.parametrize("words", [*LADDER_PAGES, *PLAYBOOK_PAGES, ()], ids=" ".join)
def test_no_page_is_wider_than_a_narrow_terminal(words: tuple[str, ...]) -> None:
    assert too_long(words) == []


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_result_is_wider_than_a_narrow_terminal(example: str) -> None:
    write_sheet(EXAMPLES[example])
    assert too_long(("assess", "--answers", "sheet.json", "--no-input")) == []


@pytest.mark.parametrize("background", ["engineer", "designer", "marketer", "other"])
def test_no_playbook_with_own_answers_is_wider_than_a_narrow_terminal(background: str) -> None:
    assert too_long(("transition", "--from", background, "--answers", "sheet.json", "--env", "startup")) == []


@pytest.mark.parametrize("columns", [40, 66])
def test_a_page_into_a_file_is_laid_out_for_the_terminal_of_the_messages(tmp_path: Path, columns: int) -> None:
    file = tmp_path / "page.txt"
    with terminal(into_file(pmpath_command("ladder", "pm"), file), columns) as person:
        assert (person.end(), person.raw) == (0, b"")
    assert file.read_bytes() == run(pmpath_command("ladder", "pm"), settings={"PMPATH_WIDTH": str(columns)}).out


@pytest.mark.parametrize("words", [(), ("ladder",), ("explain", "discovery.pm"), ("help", "formats")], ids=" ".join)
def test_a_terminal_that_can_do_no_more_gets_plain_lines(words: tuple[str, ...]) -> None:
    plain = run(pmpath_command(*words, "--plain")).out
    assert raw_screen(words, settings={"TERM": "dumb"}).replace(b"\r\n", b"\n") == plain


def too_long(words: tuple[str, ...]) -> list[str]:
    lines = CODES.sub("", raw_screen(words, LONGEST).decode()).split("\r\n")
    assert len(lines) > 1
    return [line for line in lines if len(line) > LONGEST]
