"""Text that a terminal would obey, in values, file names and files, comes out as what it is."""

import json
import re
from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builders import example_a, library
from cli.running import Feed, Home, Pmpath, Ran, compiled_folder, run_apart, write_lines
from pmpath.journal.evidence import add as add_evidence
from pmpath.journal.journal import Journal
from pmpath.journal.milestones import mark
from pmpath.journal.plans import check_in, report
from pmpath.journal.plans import save as save_plan
from pmpath.journal.practice import begin, finish, score, tell, write
from pmpath.journal.stories import add as add_story
from pmpath.model.answer import Context, Sheet
from pmpath.model.evidence import LINES
from pmpath.model.plan import Agreed, Task
from pmpath.model.practiced import How, Round
from pmpath.model.setting import Setting
from pmpath.model.story import STORY_PARTS

HOSTILE = {
    "color": "\x1b[31mred",
    "title": "\x1b]0;owned\x07",
    "link": "\x1b]8;;https://x.test\x1b\\x",
    "eight bit": "\x9b31m",
    "bell": "a\x07b",
    "return": "safe\rowned",
    "backspace": "a\x08b",
    "delete": "a\x7fb",
    "newline": "a\npmpath: all is well",
    "bidi": "\u202egnp.exe",
    "isolate": "\u2066a\u2069",
    "zero width": "a\u200bb",
    "line separator": "a\u2028b",
    "not utf-8": "a\udcffb",
}
BRACKETS = ["[red]", "[/]", "[link=https://x.test]x[/link]", ":smile:", "\\[x]", "{0}", "%s"]
PLACES = [
    ("assess", "--answer", "{}"),
    ("assess", "--answer", "{}=pm"),
    ("assess", "--answer", "scope={}"),
    ("assess", "--answer", "discovery.{}=not-yet"),
    ("assess", "--answers", "{}"),
    ("assess", "--jsonl", "--answers", "{}"),
    ("assess", "--target", "{}"),
    ("assess", "--require", "{}"),
    ("assess", "--env", "{}"),
    ("assess", "--color", "{}"),
    ("assess", "--format", "{}"),
    ("assess", "--{}"),
    ("ladder", "{}"),
    ("ladder", "pm", "--vs", "{}"),
    ("ladder", "pm", "{}"),
    ("transition", "--from", "{}"),
    ("transition", "--from", "engineer", "--to", "{}"),
    ("transition", "--from", "engineer", "--hours", "{}"),
    ("explain", "{}"),
    ("help", "{}"),
    ("--today", "{}"),
    ("ladder", "--today", "{}"),
    ("transition", "--from", "engineer", "--answer", "{}"),
    ("{}",),
    ("--{}",),
    ("plan", "--by", "{}"),
    ("plan", "done", "{}"),
    ("evidence", "add", "x", "--shows", "{}"),
    ("milestones", "mark", "{}"),
    ("diff", "{}"),
    ("interview", "a{}"),
    ("interview", "product-sense", "--prompt", "{}"),
    ("interview", "story", "a{}"),
    ("guide", "{}"),
    ("guide", "offer", "{}"),
    ("guide", "offer", "--part", "{}"),
    ("guide", "offer", "--part", "base={}"),
    ("guide", "fit", "--answer", "{}"),
    ("guide", "hats", "--worn", "{}"),
]
FURTHER = [
    ("plan", "{}"),
    ("plan", "--start", "{}"),
    ("plan", "--target", "{}"),
    ("plan", "checkin", "--moved", "{}"),
    ("evidence", "{}"),
    ("evidence", "add", "x", "--date", "{}"),
    ("evidence", "list", "--shows", "{}"),
    ("evidence", "rm", "{}"),
    ("evidence", "edit", "1", "--what", "{}"),
    ("milestones", "--for", "{}"),
    ("milestones", "--for", "pm", "--thresholds", "{}"),
    ("milestones", "mark", "team-number-moved", "{}"),
    ("case", "--target", "{}"),
    ("review", "{}"),
    ("review", "compare", "{}"),
    ("assess", "--rater", "{}"),
    ("interview", "product-sense", "--answer", "{}"),
    ("interview", "product-sense", "--level", "{}"),
    ("interview", "product-sense", "--said", "--score", "{}"),
    ("interview", "product-sense", "--said", "--score", "user={}"),
    ("interview", "log", "{}"),
    ("interview", "story", "new", "--action", "a", "--competency", "a{}"),
]
"""Places that are like one of the others, or that name a file."""
for_every_place = pytest.mark.parametrize("place", [*PLACES, *FURTHER], ids=" ".join)
for_every_text = pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)


def obeyed(ran: Ran) -> list[str]:
    """Return what a terminal would obey, or an eye would not see, in what came out."""
    return [char for char in ran.out + ran.err if not char.isprintable() and char != "\n"]


def filled(place: tuple[str, ...], text: str) -> list[str]:
    return [word.replace("{}", text) for word in place]


@for_every_text
@for_every_place
def test_a_hostile_value_never_comes_out_raw(pmpath: Pmpath, place: tuple[str, ...], raw: str) -> None:
    ran = pmpath(*filled(place, raw))
    assert (ran.out, obeyed(ran)) == ("", [])
    assert ran.code in (2, 66)


@for_every_text
@for_every_place
def test_a_hostile_value_as_json_is_one_line_of_ascii(pmpath: Pmpath, place: tuple[str, ...], raw: str) -> None:
    command, *rest = filled(place, raw)
    ran = pmpath(command, *rest, "--json")
    assert (ran.error["exit_code"], ran.err.isascii()) == (ran.code, True)
    assert obeyed(ran) == []


@for_every_place
def test_a_newline_in_a_value_begins_no_line_of_ours(pmpath: Pmpath, place: tuple[str, ...]) -> None:
    ran = pmpath(*filled(place, HOSTILE["newline"]))
    assert [line for line in ran.err.splitlines() if line.startswith("pmpath: all is well")] == []


@pytest.mark.parametrize("text", BRACKETS)
@pytest.mark.parametrize("place", [("ladder", "{}"), ("transition", "--from", "{}"), ("assess", "--answers", "{}")])
def test_brackets_in_a_value_stay_brackets(pmpath: Pmpath, place: tuple[str, ...], text: str) -> None:
    assert text in pmpath(*filled(place, text)).err


@for_every_text
@pytest.mark.parametrize("where", ["answers", "evidence", "context"])
def test_hostile_keys_of_a_sheet_never_come_out_raw(pmpath: Pmpath, tmp_path: Path, where: str, raw: str) -> None:
    (tmp_path / "s.json").write_text(json.dumps({where: {raw: "pm"}}), "utf-8")
    ran = pmpath("assess", "--answers", "s.json")
    assert (ran.code, ran.out, obeyed(ran)) == (65, "", [])


@for_every_text
def test_hostile_words_of_a_sheet_never_come_out_raw(pmpath: Pmpath, tmp_path: Path, raw: str) -> None:
    (tmp_path / "s.json").write_text(json.dumps({"answers": {"scope": raw}, "context": {"target": raw}}), "utf-8")
    ran = pmpath("assess", "--answers", "s.json")
    assert (ran.code, ran.out, obeyed(ran)) == (65, "", [])


@for_every_text
@pytest.mark.parametrize("command", [("assess",), ("transition", "--from", "engineer")])
def test_hostile_free_text_of_a_sheet_never_comes_out_raw(
    pmpath: Pmpath, tmp_path: Path, command: tuple[str, ...], raw: str
) -> None:
    sheet = {
        "answers": {"scope": "pm", "discovery.pm": "on-my-own"},
        "evidence": {"discovery.pm": [{"what": raw, "result": raw, "who": raw, "date": raw}]},
        "context": {"title": raw},
    }
    (tmp_path / "s.json").write_text(json.dumps(sheet), "utf-8")
    for options in ((), ("--json",), ("--color", "always")):
        ran = pmpath(*command, "--answers", "s.json", *options)
        assert [char for char in obeyed(ran) if char != "\x1b" or "--color" not in options] == []
        assert raw not in ran.out + ran.err


@for_every_text
def test_hostile_lines_of_a_batch_never_come_out_raw(pmpath: Pmpath, tmp_path: Path, raw: str) -> None:
    file = write_lines(tmp_path / "s.jsonl", json.dumps({"answers": {raw: "pm"}}), json.dumps({"context": {"title": raw}}))
    ran = pmpath("assess", "--answers", file, "--jsonl")
    assert (obeyed(ran), ran.out.isascii(), len(ran.out.splitlines())) == ([], True, 2)


@pytest.mark.parametrize("content", [b"answers: {\x1b[31m: pm}", b"\x9b\xff", b"answers: \x00", b'{"a\x1b": 1', b"\xff\xfe"])
@pytest.mark.parametrize("name", ["s.yaml", "s.json"])
def test_bytes_that_are_no_text_never_come_out_raw(pmpath: Pmpath, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    ran = pmpath("assess", "--answers", name)
    assert (ran.code, ran.out, obeyed(ran)) == (65, "", [])


def test_hostile_bytes_on_standard_input_never_come_out_raw(pmpath: Pmpath, feed: Feed) -> None:
    feed(b'answers:\n  "\\e[31mred": pm\n')
    ran = pmpath("assess", "--answers", "-")
    assert (ran.code, ran.out, obeyed(ran)) == (65, "", [])


def test_a_hostile_file_name_of_a_broken_sheet_never_comes_out_raw(pmpath: Pmpath, tmp_path: Path) -> None:
    name = "\x1b[31m\u202es.yaml"
    (tmp_path / name).write_text("answers: 3", "utf-8")
    ran = pmpath("assess", "--answers", name)
    assert ran.err.startswith("\\u001b[31m\\u202es.yaml:1:1  answers  ")


def test_a_hostile_folder_to_write_into_never_comes_out_raw(pmpath: Pmpath) -> None:
    ran = pmpath("transition", "--from", "engineer", "--write", "\x1b[31m\u202eout")
    assert (ran.code, ran.err) == (0, "Written: \\u001b[31m\\u202eout/opportunity.md\n")


CODES = re.compile(r"\x1b\[[0-9;]*m")
HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""What a terminal obeys or an eye does not see."""
FRAGMENTS = (
    *HOSTILE.values(),
    *BRACKETS,
    "\\",
    "\t",
    "\u00a0",
    "\u3000",
    "\ufeff",
    "\ufe0f",
    "\u200d",
    "\U000e0041",
    "\ue000",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467",
    "\u6f22\u5b57",
    "e" + "\u0301" * 40,
    "\u05d0\u0627",
    "\ud800",
    "\udfff",
    "long" * 90,
    " ",
    "pm",
    "-",
    "=",
    ".",
)
Renderings = Mapping[str, tuple[tuple[str, ...], Mapping[str, str], str]]

RENDERINGS: Renderings = {
    "80 columns": ((), {"PMPATH_WIDTH": "80"}, "utf-8"),
    "40 columns": ((), {"PMPATH_WIDTH": "40"}, "utf-8"),
    "cp1252": ((), {"PMPATH_WIDTH": "80"}, "cp1252"),
    "plain": (("--plain",), {}, "utf-8"),
    "color": (("--color", "always"), {"PMPATH_WIDTH": "40"}, "utf-8"),
    "json": (("--json",), {}, "utf-8"),
}
FILES: Renderings = {"markdown": (("--format", "md"), {}, "utf-8"), "html": (("--format", "html"), {}, "utf-8")}
"""What takes a page; an error is the same in them as in text."""
ARGUMENTS = [place for place in PLACES if "--answers" not in place and place != ("guide", "offer", "{}")]
"""Where what is typed names no file."""
FEW = settings(max_examples=20)
MANY = settings(max_examples=40)

Settings = Mapping[str, str]

texts = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(min_size=1, max_size=4)), min_size=1, max_size=5).map("".join)
arguments = texts.map(lambda text: text.replace("\0", ""))
"""What can stand in a command line."""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Keep things in a folder of this module's own, and read compiled content."""
    folder = tmp_path_factory.mktemp("hostile")
    return {"PMPATH_HOME": str(folder / "home"), "PMPATH_DATA_DIR": str(compiled_folder(folder / "data"))}


@pytest.fixture(scope="module")
def keeping(own: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Keep a journal to be shown where no other test looks."""
    return {**own, "PMPATH_HOME": str(tmp_path_factory.mktemp("keeping") / "home")}


def hidden(ran: Ran, *, colored: bool) -> list[str]:
    out = CODES.sub("", ran.out) if colored else ran.out
    return [char for char in chain(out, ran.err) if category(char) in HIDDEN and char != "\n"]


def bare_renderings(
    argv: list[str], own: Settings, given: bytes = b"", renderings: Renderings = RENDERINGS
) -> dict[str, tuple[int, list[str]]]:
    """Run a command into every rendering; return the exit code of each, and what came out raw."""
    found = {}
    for name, (options, around, encoding) in renderings.items():
        ran = run_apart([*options, *argv], {**own, **around}, given=given, encoding=encoding)
        found[name] = (ran.code, hidden(ran, colored=name == "color"))
    return found


@pytest.mark.parametrize("place", ARGUMENTS, ids=" ".join)
@FEW
@given(text=arguments)
def test_whatever_is_typed_never_comes_out_raw(own: Settings, place: tuple[str, ...], text: str) -> None:
    found = bare_renderings(filled(place, text), own)
    assert {name: raw for name, (_, raw) in found.items() if raw} == {}


@pytest.mark.parametrize("place", ARGUMENTS, ids=" ".join)
@FEW
@given(text=arguments)
def test_whatever_is_typed_is_no_bug(own: Settings, place: tuple[str, ...], text: str) -> None:
    found = bare_renderings(filled(place, text), own)
    assert {code for code, _ in found.values()} <= {0, 2}


@pytest.mark.parametrize("command", [("assess",), ("transition", "--from", "engineer")], ids=" ".join)
@MANY
@given(said=st.tuples(texts, texts, texts, texts))
def test_whatever_a_sheet_says_in_free_text_never_comes_out_raw(
    own: Settings, command: tuple[str, ...], said: tuple[str, str, str, str]
) -> None:
    what, result, who, title = said
    sheet = {
        "answers": example_a(),
        "evidence": {"discovery.pm": [{"what": what, "result": result, "who": who, "date": title}]},
        "context": {"title": title},
    }
    found = bare_renderings([*command, "--answers", "-"], own, json.dumps(sheet).encode(), {**RENDERINGS, **FILES})
    assert {name: raw for name, (_, raw) in found.items() if raw} == {}
    assert {code for code, _ in found.values()} <= {0, 65}


@MANY
@given(text=texts.filter(lambda text: text.isprintable() and len(text) < 2000))
def test_free_text_that_can_be_shown_is_accepted(own: Settings, text: str) -> None:
    sheet = {"evidence": {"discovery.pm": [{"what": text, "who": text}]}, "context": {"title": text}}
    ran = run_apart(["assess", "--answers", "-", "--json"], own, given=json.dumps(sheet).encode())
    assert (ran.code, ran.err, ran.out.isascii()) == (0, "", True)


def kept_with(keeping: Settings, text: str, *, is_draft: bool = False, ladder: str = "default") -> None:
    """Begin a journal anew with a text wherever a journal holds text."""
    home = Home(Path(keeping["PMPATH_HOME"]))
    home.journal.unlink(missing_ok=True)
    evidence = {"discovery.pm": [{"what": text, "result": text, "who": text}], text: [{"what": text}]}
    home.assessed(example_a(), sheet=Sheet({}, evidence, Context(title=text, environment=text)))
    line = home.journal.read_text("ascii")
    data = json.loads(line)["data"]
    sheet = {**data["sheet"], "answers": {**data["sheet"]["answers"], text: text, "discovery.pm": text}}
    said = {"role": text, "level": text, "goal": text, "because": [text, "discovery.pm"], "next_steps": [text]}
    home.journal.unlink()
    home.rewritten(line, {**said, "sheet": sheet, "ladder": {"id": ladder, "version": text, "sha256": text}})
    if is_draft:
        home.begun({"scope": "pm", text: text, "discovery.pm": text})


@pytest.mark.parametrize(
    "argv",
    [[], ["explain", "discovery.pm"], ["explain", "discovery"], ["explain", "pm"], ["explain", "with-help"]],
    ids=" ".join,
)
@FEW
@given(text=texts, is_draft=st.booleans())
@example(text="\ud800", is_draft=True)
def test_whatever_a_journal_holds_never_comes_out_raw(keeping: Settings, argv: list[str], text: str, *, is_draft: bool) -> None:
    kept_with(keeping, text, is_draft=is_draft, ladder=text if is_draft else "default")
    renderings = {**RENDERINGS, **FILES}
    assert bare_renderings(argv, keeping, renderings=renderings) == dict.fromkeys(renderings, (0, []))


def followed_with(keeping: Settings, text: str, *, day: str = "2026-01-05") -> None:
    """Begin a journal anew with a text wherever what was said of plan, evidence and milestones holds text."""
    home = Home(Path(keeping["PMPATH_HOME"]))
    home.journal.unlink(missing_ok=True)
    home.assessed(example_a())
    home.assessed({**example_a(), "scope": "senior-pm"})
    journal = Journal(home.folder, lambda: f"{day}T09:00:00Z")
    tasks = tuple(Task(name, 8, 2, needs_yes=False) for name in (*KNOWN, text))
    agreed = Agreed(library().identity, "senior-pm", 4, "2026-01-05", None, tasks, is_settled=True, setting=Setting(text))
    save_plan(journal, agreed)
    report(journal, {"task": KNOWN[0], "state": "blocked", "why": text})
    report(journal, {"task": KNOWN[1], "state": "open", "note": text})
    report(journal, {"task": text, "state": "done", "note": text, "answer": text})
    check_in(journal, [{"task": KNOWN[1], "state": "open"}], [{"what": text, "shows": [text]}])
    lines = dict.fromkeys(LINES, text)
    add_evidence(journal, lines, [text, "discovery.senior-pm", "team-number-moved"])
    mark(journal, text, 1)
    mark(journal, "team-number-moved", 1)
    told = add_story(journal, dict.fromkeys(STORY_PARTS, text), evidence=text, competencies=[text, "data"]).id
    asked = library().interview.types[0]
    for level in ("pm", text):
        name = begin(journal, Round(asked.id, asked.questions[0].id, level, None, 20)).id
        write(journal, name, text)
        finish(journal, name, How.TYPED, 5)
        score(journal, name, {"user": 2})
        tell(journal, name, told)


KNOWN = ("influence.senior-pm", "strategy.senior-pm")
FOLLOWED = [
    ["plan"],
    ["case"],
    ["history"],
    ["diff"],
    ["milestones"],
    ["evidence", "list"],
    ["explain", "strategy.senior-pm"],
    ["interview", "stories"],
    ["interview", "story", "1"],
    ["interview", "log"],
    ["interview", "log", "2"],
    [],
]
for_all_that_shows = pytest.mark.parametrize("argv", FOLLOWED, ids=lambda argv: " ".join(argv) or "pmpath")
FORMS = ("md", "html", "csv")
SAYINGS = [
    ("evidence", "add", "{}", "--result", "{}", "--who", "{}", "--link", "{}", "--shows", "discovery.senior-pm"),
    ("milestones", "mark", "team-number-moved", "--evidence", "1"),
    ("plan", "blocked", "influence", "--why", "a{}"),
    ("plan", "note", "data", "a{}"),
    ("plan", "checkin", "--blocked", "scope=a{}", "--evidence", "a{}"),
    ("interview", "story", "new", "--action", "b{}", "--task", "{}", "--lesson", "{}"),
    ("interview", "behavioral", "--said", "--story", "1"),
    ("interview", "behavioral", "--said", "--story", "1"),
    ("plan", "done", "strategy", "--answer", "on-my-own", "--evidence", "b{}", "--result", "{}", "--who", "{}"),
]


@for_all_that_shows
@FEW
@given(text=texts)
@example(text="\ud800")
@example(text="-")
def test_whatever_was_said_of_a_plan_never_comes_out_raw(keeping: Settings, argv: list[str], text: str) -> None:
    followed_with(keeping, text)
    found = bare_renderings(argv, keeping)
    assert found == dict.fromkeys(RENDERINGS, (0, []))


@for_all_that_shows
@pytest.mark.parametrize("day", ["", "x", "yesterday", "2026-13-01", "\x1b[31m"])
def test_a_time_of_a_report_that_is_none_is_no_bug(keeping: Settings, argv: list[str], day: str) -> None:
    followed_with(keeping, "text", day=day)
    found = bare_renderings(argv, keeping)
    assert found == dict.fromkeys(RENDERINGS, (0, []))


@for_every_text
def test_hostile_sayings_never_come_out_raw(pmpath: Pmpath, home: Home, raw: str) -> None:
    home.assessed(example_a())
    home.assessed(example_a())
    pmpath("plan")
    for words in SAYINGS:
        ran = pmpath(*filled(words, raw))
        assert (ran.code, obeyed(ran)) == (0, []), words
    for argv in FOLLOWED:
        for options in ((), ("--plain",), ("--json",)):
            ran = pmpath(*argv, *options)
            assert (ran.code, ran.err, obeyed(ran)) == (0, "", []), (argv, options)


@for_every_text
def test_hostile_sayings_are_inert_in_what_is_handed_over(pmpath: Pmpath, home: Home, raw: str) -> None:
    home.assessed(example_a())
    pmpath("plan")
    for words in SAYINGS:
        assert pmpath(*filled(words, raw)).code == 0
    for argv in (["plan"], ["case"], ["milestones"], ["evidence", "list"], ["interview", "log", "1"], ["interview", "stories"]):
        for form in FORMS:
            ran = pmpath(*argv, "--format", form)
            assert ran.code == (2 if (argv, form) == (["case"], "csv") else 0)
            assert obeyed(ran) == []


@pytest.mark.parametrize(
    "raw", ["<script>x</script>", "<img src=x onerror=y>", "&lt;", "![x](https://x.test)", "| a |", "# a", "=1+1"]
)
@pytest.mark.parametrize("argv", [["plan"], ["case"], ["evidence", "list"]], ids=" ".join)
def test_markup_in_a_saying_is_text_in_what_is_handed_over(pmpath: Pmpath, home: Home, argv: list[str], raw: str) -> None:
    home.assessed(example_a())
    pmpath("plan")
    for words in SAYINGS:
        pmpath(*filled(words, raw))
    html, markdown = (pmpath(*argv, "--format", form).out for form in ("html", "md"))
    assert raw not in html or "<" not in raw
    assert re.search(r"(?<!\\)<script>", markdown) is None
    assert re.search(r"(?<!\\)<img", markdown) is None
    assert re.search(r"(?<!\\)!?\[x\]\(", markdown) is None


@for_every_text
@pytest.mark.parametrize("place", ["rater", "what", "key", "word", "file"])
def test_a_hostile_sheet_that_came_back_never_comes_out_raw(
    pmpath: Pmpath, home: Home, tmp_path: Path, place: str, raw: str
) -> None:
    home.assessed(example_a())
    sheets: Mapping[str, Mapping[str, object]] = {
        "rater": {"rater": raw, "answers": {"scope": "none"}},
        "what": {"answers": {"scope": "none"}, "evidence": {"discovery.pm": [{"what": raw}]}},
        "key": {"answers": {raw: "pm"}},
        "word": {"answers": {"scope": raw}},
        "file": {"answers": {"scope": "none"}},
    }
    name = f"{raw.replace('/', '-')}.json" if place == "file" else "s.json"
    (tmp_path / name).write_text(json.dumps(sheets[place]), "utf-8")
    for words in (("review", "compare", name), ("assess", "--rater", name)):
        for options in ((), ("--json",), ("--format", "md"), ("--format", "html")):
            ran = pmpath(*words, *options)
            assert (ran.code in (0, 65), obeyed(ran)) == (True, [])


@for_every_text
def test_a_hostile_name_of_a_file_of_thresholds_never_comes_out_raw(pmpath: Pmpath, tmp_path: Path, raw: str) -> None:
    name = f"{raw.replace('/', '-')}.yaml"
    (tmp_path / name).write_text("thresholds: 3", "utf-8")
    ran = pmpath("milestones", "--for", "pm", "--thresholds", name)
    assert (ran.code, ran.out, obeyed(ran)) == (65, "", [])


@for_every_text
def test_a_hostile_answer_is_kept_and_comes_out_as_what_it_is(pmpath: Pmpath, feed: Feed, raw: str) -> None:
    feed(f"She {raw} struggles.\n{raw}".encode("utf-8", "replace"))
    for options in ((), ("--plain",), ("--json",), ("--format", "md"), ("--format", "html"), ("--format", "csv")):
        feed(f"She {raw} struggles.\n{raw}".encode("utf-8", "replace"))
        ran = pmpath("interview", "product-sense", "--answer", "-", *options)
        assert (ran.code, ran.err, obeyed(ran)) == (0, "", [])
    assert obeyed(pmpath("interview", "log", "1")) == []


@for_every_text
@pytest.mark.parametrize("place", ["note", "part", "field", "key", "currency"])
def test_a_hostile_offer_never_comes_out_raw(pmpath: Pmpath, tmp_path: Path, place: str, raw: str) -> None:
    offers: Mapping[str, Mapping[str, object]] = {
        "note": {"parts": {"benefits": {"note": raw}, "base": {"amount": 1, "note": raw}}},
        "part": {"parts": {raw: 1}},
        "field": {"parts": {"equity": {raw: 1}}},
        "key": {raw: 1},
        "currency": {"currency": raw},
    }
    (tmp_path / "offer.json").write_text(json.dumps(offers[place]), "utf-8")
    for options in ((), ("--json",), ("--format", "md"), ("--format", "html"), ("--format", "csv")):
        ran = pmpath("guide", "offer", "offer.json", *options)
        assert (ran.code in (0, 65), obeyed(ran)) == (True, [])


@FEW
@given(text=texts)
def test_a_kept_text_is_shown_with_its_brackets(keeping: Settings, text: str) -> None:
    kept_with(keeping, f"[red]{text}[/]")
    out = run_apart([], keeping).out
    assert out.startswith("[red]")
    assert "[/]" in out


@pytest.mark.parametrize("at", ["", "x", "yesterday", "2026-13-01T00:00:00Z", "\x1b[31m"])
def test_a_kept_time_that_is_none_is_no_bug(keeping: Settings, at: str) -> None:
    home = Home(Path(keeping["PMPATH_HOME"]))
    home.journal.unlink(missing_ok=True)
    home.assessed(example_a())
    line = home.journal.read_text("ascii")
    home.journal.unlink()
    home.rewritten(line, {}, at or "-")
    found = bare_renderings([], keeping)
    assert found == dict.fromkeys(RENDERINGS, (0, []))


@pytest.mark.parametrize("text", ["x" * 300, "x" * 5000, "a/" * 3000])
def test_a_folder_whose_name_is_too_long_cannot_be_created(own: Settings, text: str) -> None:
    ran = run_apart(["transition", "--from", "engineer", "--write", text], own)
    assert (ran.code, ran.out) == (73, "")


@pytest.mark.parametrize("text", ["x" * 300, "x" * 5000])
def test_a_sheet_whose_name_is_too_long_is_missing(own: Settings, text: str) -> None:
    assert run_apart(["assess", "--answers", text], own)[:2] == (66, "")


@for_every_text
def test_a_hostile_name_of_a_home_never_comes_out_raw(
    monkeypatch: pytest.MonkeyPatch, pmpath: Pmpath, tmp_path: Path, raw: str
) -> None:
    home = tmp_path / f"{raw.replace('/', '-')} home"
    (home / "journal.jsonl").mkdir(parents=True)
    monkeypatch.setenv("PMPATH_HOME", str(home))
    ran = pmpath()
    assert (ran.code, obeyed(ran)) == (0, [])


@for_every_text
@pytest.mark.parametrize("name", ["PMPATH_HOME", "PMPATH_COLOR", "PMPATH_TODAY", "PMPATH_DATA_DIR"])
def test_a_hostile_variable_never_comes_out_raw(monkeypatch: pytest.MonkeyPatch, pmpath: Pmpath, name: str, raw: str) -> None:
    monkeypatch.setenv(name, raw)
    ran = pmpath()
    assert (ran.code in (2, 66), ran.out, obeyed(ran)) == (True, "", [])
