"""`pmpath portfolio`: kinds, pieces with how far they are, new files, reviews of what people wrote."""

import csv
import io
import json
import shlex
import stat
from pathlib import Path

import pytest

from builders import SetVariable, library
from cli.running import Feed, Home, Pmpath, flowing
from pieces import KINDS, empty, filled, kind, template

TEARDOWN = "portfolio/product-teardown.md"
HOSTILE_FOLDERS = ["", "  ", "a\x1b[31m", "a\nb", "a\u202eb", "a\x00b", "a\udcffb", "a\u200bb"]
HOSTILE_TEXTS = {
    "colors": "\x1b[31mred\x1b[0m",
    "title": "\x1b]0;owned\x07",
    "bidi": "\u202egnp.exe",
    "nul": "a\x00b",
    "eight bit": "\x9b31m",
    "backspace": "safe\x08\x08owned",
    "separators": "a\u2028b\u2029c\x0bd\x0ce",
}
for_every_kind = pytest.mark.parametrize("name", KINDS)


def written(folder: Path, name: str, text: str) -> str:
    """Write a file of a person and return its name."""
    (folder / name).write_bytes(text.encode("utf-8", "surrogatepass"))
    return name


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def stages(pmpath: Pmpath) -> dict[str, str]:
    return {piece["path"]: piece["stage"] for piece in pmpath("portfolio", "--json").data["pieces"]}


# what there is


def test_where_nothing_is_begun_the_first_piece_takes_one_command(pmpath: Pmpath) -> None:
    ran = pmpath("portfolio")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("No piece yet\n")
    command = ran.out.partition("Next: pmpath ")[2].splitlines()[0].split()
    assert pmpath(*command).code == 0


def test_alone_it_lists(pmpath: Pmpath, home: Home) -> None:
    assert pmpath("portfolio") == pmpath("portfolio", "list")
    assert not home.journal.exists()


def test_all_seven_kinds_stand_in_the_list_the_documents_of_backgrounds_among_them(pmpath: Pmpath) -> None:
    kinds = pmpath("portfolio", "--json").data["kinds"]
    assert tuple(one["id"] for one in kinds) == KINDS
    assert [one["file"] for one in kinds if one["background"]] == ["opportunity.md", "business-case.md", "product-brief.md"]
    assert {one["stage"] for one in kinds} == {"planned"}


@for_every_kind
def test_a_kind_is_shown_with_steps_checklist_template_and_example(pmpath: Pmpath, name: str) -> None:
    page = flowing(pmpath("portfolio", "show", name).out)
    one = kind(name)
    said = [*(step.do for step in one.steps), *one.checklist, *(section.prompt for section in template(name).sections)]
    assert [text for text in said if flowing(text) not in page] == []


@for_every_kind
def test_the_example_of_a_kind_is_a_file_in_which_nothing_is_missing(pmpath: Pmpath, tmp_path: Path, name: str) -> None:
    ran = pmpath("portfolio", "show", name, "--example")
    assert (ran.code, ran.err, ran.out) == (0, "", filled(name))
    written(tmp_path, "e.md", ran.out)
    assert pmpath("portfolio", "review", "e.md", "--json").data["findings"] == []


def test_an_example_can_be_written_to_a_file(pmpath: Pmpath, tmp_path: Path) -> None:
    assert pmpath("portfolio", "show", "case-study", "--example", "-o", "e.md").code == 0
    assert (tmp_path / "e.md").read_text("utf-8") == filled("case-study")


def test_an_example_is_no_picture(pmpath: Pmpath) -> None:
    assert pmpath("portfolio", "show", "case-study", "--example", "--format", "html").code == 2


@pytest.mark.parametrize(
    ("alias", "name"), [("teardown", "product-teardown"), ("PRD", "feature-proposal"), ("Case Study", "case-study")]
)
def test_a_kind_goes_by_its_other_names_too(pmpath: Pmpath, alias: str, name: str) -> None:
    assert pmpath("portfolio", "show", alias, "--json").data["id"] == name


def test_an_unknown_kind_says_which_one_was_meant_and_which_there_are(pmpath: Pmpath) -> None:
    first, second = pmpath("portfolio", "show", "product-teardwon").err.splitlines()
    assert first == 'pmpath: there is no kind of piece "product-teardwon"'
    assert second == f"  did you mean product-teardown?; kinds: {', '.join(KINDS)}"


# new


@for_every_kind
def test_new_creates_the_file_of_the_kind_and_keeps_that_it_is_begun(pmpath: Pmpath, tmp_path: Path, name: str) -> None:
    ran = pmpath("portfolio", "new", name, "mine")
    path = f"mine/{template(name).file}"
    assert (ran.code, ran.err) == (0, f"Written: {path}\n")
    assert ran.out.startswith("Saved. ")
    assert (tmp_path / path).read_text("utf-8") == empty(name)
    assert stages(pmpath) == {path: "begun"}


def test_a_new_file_is_plain_text_with_the_three_parts(pmpath: Pmpath, tmp_path: Path) -> None:
    pmpath("portfolio", "new", "product-teardown", "portfolio")
    text = (tmp_path / TEARDOWN).read_bytes()
    assert text.isascii()
    assert [line for line in text.decode().splitlines() if line.startswith("## ")] == [
        "## Find the problem",
        "## Weigh the opportunity",
        "## Shape the solution",
    ]


def test_new_never_overwrites(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "case-study.md").write_text("mine", "utf-8")
    ran = pmpath("portfolio", "new", "case-study", ".")
    assert (ran.code, ran.out) == (73, "")
    assert "case-study.md is there already" in ran.err
    assert (tmp_path / "case-study.md").read_text("utf-8") == "mine"
    assert stages(pmpath) == {}


def test_new_takes_up_a_file_that_a_run_wrote_before_it_was_cut_short(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "case-study.md").write_text(empty("case-study"), "utf-8")
    ran = pmpath("portfolio", "new", "case-study", ".")
    assert (ran.code, ran.err) == (0, "")
    assert stages(pmpath) == {"case-study.md": "begun"}


def test_new_takes_up_no_file_that_is_begun_already(pmpath: Pmpath) -> None:
    pmpath("portfolio", "new", "case-study", ".")
    assert pmpath("portfolio", "new", "case-study", ".").code == 73


def test_new_takes_up_no_link_to_such_a_file(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text(empty("case-study"), "utf-8")
    (tmp_path / "case-study.md").symlink_to("other.md")
    assert pmpath("portfolio", "new", "case-study", ".").code == 73


def test_new_with_force_replaces_the_file(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "case-study.md").write_text("mine", "utf-8")
    assert pmpath("portfolio", "new", "case-study", ".", "--force").code == 0
    assert (tmp_path / "case-study.md").read_text("utf-8") == empty("case-study")


def test_new_replaces_a_link_and_leaves_what_it_led_to_alone(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text("mine", "utf-8")
    (tmp_path / "case-study.md").symlink_to("other.md")
    assert pmpath("portfolio", "new", "case-study", ".").code == 73
    assert pmpath("portfolio", "new", "case-study", ".", "--force").code == 0
    assert (tmp_path / "other.md").read_text("utf-8") == "mine"


@pytest.mark.parametrize("folder", HOSTILE_FOLDERS)
def test_a_folder_name_that_is_none_is_refused(pmpath: Pmpath, tmp_path: Path, folder: str) -> None:
    ran = pmpath("portfolio", "new", "case-study", folder)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 2)
    assert ran.err.isascii()
    assert ran.err.replace("\n", "").isprintable()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("folder", ["a b", "it's", "$(touch x)", "-x", "~", "..", "a/../b", "\u00e4\u4e2d"])
def test_a_strange_folder_is_a_folder_and_its_next_command_is_quoted(
    pmpath: Pmpath, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path / "deep")
    ran = pmpath("portfolio", "new", "case-study", "--json", "--", folder)
    assert ran.code == 0
    command = shlex.split(ran.whole["next_commands"][0])[1:]
    assert pmpath(*command, "--json").data["kind"] == "case-study"
    assert len(stages(pmpath)) == 1


def test_a_file_where_a_folder_should_be_is_refused(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("", "utf-8")
    assert pmpath("portfolio", "new", "case-study", "a").code == 73
    assert pmpath("portfolio", "new", "case-study", "a/b").code == 73
    assert pmpath("portfolio", "new", "case-study", "x" * 300).code == 73
    assert stages(pmpath) == {}


def test_where_nothing_can_be_kept_no_file_is_created(pmpath: Pmpath, home: Home, tmp_path: Path) -> None:
    home.folder.parent.mkdir(exist_ok=True)
    home.folder.write_text("in the way", "utf-8")
    ran = pmpath("portfolio", "new", "case-study", "mine")
    assert (ran.code, ran.out) == (74, "")
    assert not (tmp_path / "mine").exists()


# review


def test_a_review_names_line_message_and_hint(pmpath: Pmpath) -> None:
    pmpath("portfolio", "new", "product-teardown", "portfolio")
    ran = pmpath("portfolio", "review", TEARDOWN)
    assert (ran.code, ran.err) == (0, "")
    page = flowing(ran.out)
    assert page.startswith(f"Saved. {TEARDOWN}, product teardown: 12 findings.")
    assert 'Line 9: The question of the template still stands under "Product and person". Answer it in your own words' in page
    assert library().portfolio.review.limits in page
    assert [one.text for one in library().portfolio.review.looked_for if flowing(one.text) not in page] == []


def test_a_review_says_the_same_as_data(pmpath: Pmpath) -> None:
    pmpath("portfolio", "new", "product-teardown", "portfolio")
    whole = pmpath("portfolio", "review", TEARDOWN, "--json").whole
    first = whole["data"]["findings"][0]
    assert whole["kind"] == "piece-review"
    assert (first["code"], first["line"], first["message_id"], first["hint_id"]) == (
        "prompt-unanswered",
        9,
        "prompt-unanswered",
        "answer-prompt",
    )
    assert {"path", "kind", "findings", "sections", "options", "forecasts", "looked_for", "limits"} == whole["data"].keys()


def test_a_review_is_a_table_of_what_is_missing_and_what_is_there(pmpath: Pmpath, tmp_path: Path) -> None:
    written(tmp_path, "a.md", filled("case-study") + "\nTODO: more\n")
    header, *rows = table(pmpath("portfolio", "review", "a.md", "--format", "csv").out)
    assert header == ["line", "state", "code", "subject", "message", "hint"]
    assert [row[1] for row in rows] == ["missing"] + ["there"] * len(template("case-study").sections)


@pytest.mark.parametrize(("text", "stage"), [(empty("case-study"), "parts-missing"), (filled("case-study"), "ready-to-show")])
def test_a_review_says_how_far_a_piece_is(pmpath: Pmpath, tmp_path: Path, text: str, stage: str) -> None:
    pmpath("portfolio", "review", written(tmp_path, "a.md", text))
    assert stages(pmpath) == {"a.md": stage}


def test_a_piece_without_an_option_turned_down_gets_that_warning(pmpath: Pmpath, tmp_path: Path) -> None:
    written(tmp_path, "a.md", "# Product teardown\n\nI liked it.\n")
    findings = pmpath("portfolio", "review", "a.md", "--json").data["findings"]
    assert "No option that was turned down was found." in [one["message"] for one in findings]


def test_a_forecast_without_a_basis_is_quoted(pmpath: Pmpath, tmp_path: Path) -> None:
    written(tmp_path, "a.md", filled("case-study") + "\nWe expect 10% more.\n")
    (found,) = pmpath("portfolio", "review", "a.md", "--json").data["findings"]
    assert found["message"] == 'A forecast stands here without what it rests on: "We expect 10% more."'


@pytest.mark.parametrize("options", [("--no-save",), ("--no-save", "--json")])
def test_with_no_save_nothing_is_kept(pmpath: Pmpath, home: Home, tmp_path: Path, options: tuple[str, ...]) -> None:
    ran = pmpath("portfolio", "review", written(tmp_path, "a.md", filled("case-study")), *options)
    assert ran.code == 0
    assert "Saved" not in ran.out
    assert not home.journal.exists()


def test_standard_input_is_reviewed_and_not_kept(pmpath: Pmpath, feed: Feed, home: Home) -> None:
    feed(filled("case-study").encode())
    ran = pmpath("portfolio", "review", "-")
    assert ran.code == 0
    assert flowing(ran.out).startswith("standard input, case study of real work: nothing that pmpath looks for is missing.")
    assert not home.journal.exists()


def test_where_a_file_says_no_kind_the_option_is_named(pmpath: Pmpath, tmp_path: Path) -> None:
    written(tmp_path, "a.md", "Hello\n")
    ran = pmpath("portfolio", "review", "a.md")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[0] == "pmpath: a.md does not say which kind of piece it is"
    assert "--kind" in ran.err
    assert pmpath("portfolio", "review", "a.md", "--kind", "case-study").code == 0


def test_the_option_wins_over_what_the_file_says(pmpath: Pmpath, tmp_path: Path) -> None:
    written(tmp_path, "a.md", filled("case-study"))
    assert pmpath("portfolio", "review", "a.md", "--kind", "side-project", "--json").data["kind"] == "side-project"


def test_a_file_that_names_no_known_kind_is_refused(pmpath: Pmpath, tmp_path: Path) -> None:
    written(tmp_path, "a.md", "<!-- pmpath portfolio: a \x1b[31mpoem -->\n")
    ran = pmpath("portfolio", "review", "a.md")
    assert (ran.code, ran.err.splitlines()[0]) == (2, 'pmpath: there is no kind of piece "a \\u001b[31mpoem"')


def test_the_document_of_a_background_is_reviewed_as_transition_wrote_it(pmpath: Pmpath) -> None:
    ran = pmpath("transition", "--from", "designer", "--write", "my work", "--json")
    assert ran.whole["next_commands"][0] == "pmpath portfolio review 'my work/business-case.md'"
    data = pmpath("portfolio", "review", "my work/business-case.md", "--json").data
    assert data["kind"] == "business-case"
    assert [one["code"] for one in data["findings"]][-1] == "example-left"
    assert stages(pmpath) == {"my work/business-case.md": "parts-missing"}


def test_a_document_of_no_kind_is_not_sent_to_the_review(pmpath: Pmpath) -> None:
    commands = pmpath("transition", "--from", "sales", "--write", ".", "--json").whole["next_commands"]
    assert commands == ["pmpath transition --from sales --write .", "pmpath interview --from sales", "pmpath assess"]


@pytest.mark.parametrize(("name", "code"), [("nowhere.md", 66), (".", 66), ("big.md", 65), ("latin.md", 65), ("\x00", 66)])
def test_a_file_that_cannot_be_read_is_refused(pmpath: Pmpath, tmp_path: Path, name: str, code: int) -> None:
    (tmp_path / "big.md").write_bytes(b"a" * (1024 * 1024 + 1))
    (tmp_path / "latin.md").write_bytes(b"# Mine\n\ncaf\xe9\n")
    ran = pmpath("portfolio", "review", name, "--kind", "case-study")
    assert (ran.code, ran.out) == (code, "")
    assert stages(pmpath) == {}


def test_a_file_in_another_encoding_is_refused_at_its_line(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "latin.md").write_bytes(b"# Mine\n\ncaf\xe9\n")
    assert pmpath("portfolio", "review", "latin.md", "--kind", "case-study").err.startswith("latin.md:3:1  not in UTF-8\n")


@pytest.mark.parametrize("form", [(), ("--json",), ("--format", "csv"), ("--format", "md"), ("--format", "html"), ("--plain",)])
@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS)
def test_nothing_that_a_terminal_would_obey_comes_out(pmpath: Pmpath, tmp_path: Path, text: str, form: tuple[str, ...]) -> None:
    written(tmp_path, "a.md", f"{filled('case-study')}\nWe expect 10% {text} TODO more.\n")
    ran = pmpath("portfolio", "review", "a.md", *form)
    assert (ran.code, ran.err) == (0, "")
    assert [char for char in ran.out if not char.isprintable() and char not in "\r\n"] == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xef\xbb\xbf" + filled("case-study").encode(),
        filled("case-study").replace("\n", "\r\n").encode(),
        filled("case-study").rstrip().encode(),
        b"\x00" * 1000,
        b"# " + b"a" * (256 * 1024),
        b"We expect 10%. " * (16 * 1024),
        b"<!--" * (64 * 1024),
        ("\u0301" * 100_000).encode(),
    ],
    ids=["empty", "mark", "crlf", "no newline", "nul", "one heading", "forecasts", "comments", "marks"],
)
def test_any_file_within_bounds_is_reviewed(pmpath: Pmpath, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.md").write_bytes(content)
    assert pmpath("portfolio", "review", "a.md", "--kind", "case-study", "--json").data["kind"] == "case-study"


def test_a_review_changes_no_file(pmpath: Pmpath, tmp_path: Path) -> None:
    written(tmp_path, "a.md", filled("case-study"))
    (tmp_path / "a.md").chmod(0o400)
    before = (tmp_path / "a.md").stat()
    assert pmpath("portfolio", "review", "a.md").code == 0
    after = (tmp_path / "a.md").stat()
    assert (before.st_mtime_ns, before.st_ino, stat.S_IMODE(after.st_mode)) == (after.st_mtime_ns, after.st_ino, 0o400)


@pytest.mark.parametrize("words", [("new", "case-study", "."), ("review", "a.md", "--kind", "case-study")], ids=" ".join)
@pytest.mark.parametrize("form", ["svg", "ics"])
def test_a_form_that_is_refused_keeps_nothing(
    pmpath: Pmpath, home: Home, tmp_path: Path, words: tuple[str, ...], form: str
) -> None:
    written(tmp_path, "a.md", "x")
    assert pmpath("portfolio", *words, "--format", form).code == 2
    assert not home.journal.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


# from begun to done


def test_a_piece_goes_from_planned_to_ready_and_done(pmpath: Pmpath, tmp_path: Path, setting: SetVariable) -> None:
    setting("PMPATH_TODAY", "2026-03-01")
    pmpath("portfolio", "new", "product-teardown", "portfolio")
    assert stages(pmpath) == {TEARDOWN: "begun"}
    pmpath("portfolio", "review", TEARDOWN)
    assert stages(pmpath) == {TEARDOWN: "parts-missing"}
    written(tmp_path, TEARDOWN, filled("product-teardown"))
    ran = pmpath("portfolio", "review", TEARDOWN, "--json")
    assert stages(pmpath) == {TEARDOWN: "ready-to-show"}
    assert ran.whole["next_commands"][1] == f"pmpath portfolio mark {TEARDOWN} done"
    assert pmpath("portfolio", "mark", TEARDOWN, "done").code == 0
    (piece,) = pmpath("portfolio", "--json").data["pieces"]
    assert (piece["done"], piece["stage"], piece["day"]) == (True, "ready-to-show", "2026-03-01")
    assert "done, by your own word" in flowing(pmpath("portfolio").out)


def test_a_piece_that_is_ready_can_be_kept_as_evidence_in_one_command(pmpath: Pmpath, tmp_path: Path) -> None:
    written(tmp_path, "my case.md", filled("case-study"))
    command = pmpath("portfolio", "review", "my case.md", "--json").whole["next_commands"][0]
    assert pmpath(*shlex.split(command)[1:]).code == 0
    (entry,) = pmpath("evidence", "list", "--json").data["evidence"]
    assert (entry["link"], entry["shows"]) == ("my case.md", ["prioritization.pm", "influence.pm"])


def test_a_mark_can_be_taken_back(pmpath: Pmpath, tmp_path: Path) -> None:
    pmpath("portfolio", "review", written(tmp_path, "a.md", filled("case-study")))
    for word, done in (("done", True), ("open", False)):
        assert pmpath("portfolio", "mark", "a.md", word, "--json").data["pieces"][0]["done"] is done


@pytest.mark.parametrize("argv", [("nowhere.md", "done"), ("a.md", "finished"), ("", "done")])
def test_a_mark_that_says_nothing_is_refused(pmpath: Pmpath, tmp_path: Path, argv: tuple[str, str]) -> None:
    pmpath("portfolio", "review", written(tmp_path, "a.md", filled("case-study")))
    ran = pmpath("portfolio", "mark", *argv)
    assert (ran.code, ran.out) == (2, "")


def test_the_same_file_named_in_two_ways_is_one_piece(pmpath: Pmpath, tmp_path: Path) -> None:
    written(tmp_path, "a.md", filled("case-study"))
    for name in ("a.md", "./a.md", ".//a.md"):
        pmpath("portfolio", "review", name)
    assert stages(pmpath) == {"a.md": "ready-to-show"}


def test_pieces_of_a_kind_that_is_gone_still_stand_in_the_list(pmpath: Pmpath, home: Home, tmp_path: Path) -> None:
    pmpath("portfolio", "review", written(tmp_path, "a.md", filled("case-study")))
    line = home.journal.read_text("ascii")
    home.journal.unlink()
    home.rewritten(line, {"kind": "poem"})
    assert "a.md: poem" in pmpath("portfolio").out
    assert json.loads(pmpath("portfolio", "--json").out)["data"]["pieces"][0]["kind"] == "poem"


def test_the_list_is_a_table_with_pieces_first(pmpath: Pmpath, tmp_path: Path) -> None:
    pmpath("portfolio", "review", written(tmp_path, "a.md", filled("case-study")))
    header, first, *rest = table(pmpath("portfolio", "--format", "csv").out)
    assert header == ["path", "kind", "stage", "done", "day", "findings", "next"]
    assert first[:4] == ["a.md", "case-study", "ready-to-show", "no"]
    assert [row[2] for row in rest] == ["planned"] * 6
