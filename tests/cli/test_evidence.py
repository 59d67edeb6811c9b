"""pmpath evidence: what was done is on the disk before Saved is said, and found, changed and taken out by its number."""

import csv
import io
import json
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import pytest

from builders import example_a
from cli.running import Home, Pmpath, flowing, write_sheet
from cli.test_writing import smallest_files
from journal.making import file_in, lines

TODAY = ("--today", "2026-11-23")
ALL = {
    "--result": "churn from 4 to 3 percent",
    "--who": "the head of support",
    "--date": "2026-05",
    "--link": "https://wiki.example/churn",
}
WHAT = "Ran six interviews on churn"
MILESTONE = "team-number-moved"
NEAR = "Ran user research interviews before the roadmap decision"
"""What pmpath has a suggestion for."""
FAR = "Xyzzy plugh"
HOSTILE = "\x1b[31m</td><script>alert(1)</script> | `x` [a](https://x.test) \u202eabc"

Facts = Mapping[str, Any]


def options(given: Mapping[str, str]) -> list[str]:
    return [word for pair in given.items() for word in pair]


def records(home: Home) -> list[Facts]:
    """Return what the journal says of evidence."""
    if not home.journal.exists():
        return []
    entries = [json.loads(line) for line in home.journal.read_text("ascii").splitlines()]
    return [one["data"] for one in entries if one["type"] == "evidence"]


def listed(pmpath: Pmpath, *words: str) -> list[Facts]:
    """Return the evidence that a command shows."""
    entries: list[Facts] = pmpath("evidence", *(words or ("list",)), *TODAY, "--json").data["evidence"]
    return entries


def quality_of(pmpath: Pmpath, *words: str, today: str = "2026-11-23") -> Facts:
    """Keep evidence with these words and return how good it is."""
    quality: Facts = pmpath("--today", today, "evidence", "add", FAR, *words, "--json").data["quality"]
    return quality


@pytest.fixture
def three(pmpath: Pmpath, home: Home) -> None:
    """Keep three pieces of evidence."""
    assert not home.journal.exists()
    pmpath("evidence", "add", WHAT, *options(ALL), "--shows", "discovery.pm", *TODAY)
    pmpath("evidence", "add", "Moved weekly retention", "--who", "Bo", "--shows", "data.pm", *TODAY)
    pmpath("evidence", "add", "Wrote the STRATEGY page", "--shows", f"strategy.senior-pm,{MILESTONE}", *TODAY)


# adding


def test_every_line_is_kept_as_it_was_given(pmpath: Pmpath, home: Home) -> None:
    assert pmpath("evidence", "add", WHAT, *options(ALL), "--shows", "discovery.pm", *TODAY).code == 0
    given = {name.removeprefix("--"): line for name, line in ALL.items()}
    assert records(home) == [{"add": {"what": WHAT, **given, "shows": ["discovery.pm"]}}]


def test_saved_is_the_first_word(pmpath: Pmpath, home: Home) -> None:
    ran = pmpath("evidence", "add", WHAT)
    assert (ran.code, ran.err, ran.out.splitlines()[0]) == (0, "", f"Saved as evidence 1: {WHAT}.")
    assert len(records(home)) == 1


@pytest.mark.parametrize("limit", [0, 60])
def test_nothing_is_said_to_be_saved_where_there_is_no_room(pmpath: Pmpath, home: Home, limit: int) -> None:
    home.folder.mkdir()
    with smallest_files(limit):
        ran = pmpath("evidence", "add", WHAT)
    assert (ran.code, ran.out, records(home)) == (74, "", [])


def test_nothing_is_said_to_be_saved_where_there_can_be_no_folder(pmpath: Pmpath, home: Home) -> None:
    home.folder.write_text("a file where a folder should be", "ascii")
    ran = pmpath("evidence", "add", WHAT)
    assert (ran.code, ran.out) == (74, "")


def test_a_journal_of_a_newer_pmpath_is_left_as_it_is(pmpath: Pmpath, home: Home) -> None:
    file_in(home.folder, lines(1) + b'{"v":2,"seq":2,"id":"x","at":"y","type":"z","data":{},"sum":"0"}\n')
    before = home.journal.read_bytes()
    ran = pmpath("evidence", "add", WHAT)
    assert (ran.code, ran.out, home.journal.read_bytes()) == (65, "", before)


def test_what_it_shows_is_repeated_or_parted_by_commas_and_each_counts_once(pmpath: Pmpath, home: Home) -> None:
    pmpath("evidence", "add", WHAT, "--shows", "data.pm, discovery.pm,", "--shows", "data.pm", "--shows", MILESTONE)
    assert records(home)[0]["add"]["shows"] == ["data.pm", "discovery.pm", MILESTONE]


def test_what_it_shows_is_said_in_words(pmpath: Pmpath) -> None:
    out = flowing(pmpath("evidence", "add", WHAT, "--shows", f"discovery.pm,{MILESTONE}").out)
    assert "Shows Discovery: run user research before you decide (PM)" in out
    assert "Shows Work you shipped moved one number that the whole team is measured by." in out


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("discovry.pm", "did you mean discovery.pm?"),
        ("team-number-move", f"did you mean {MILESTONE}?"),
        ("discovery", None),
        ("scope", None),
        ("xyzzy", "expectations are COMPETENCY.LEVEL; see pmpath explain COMPETENCY"),
    ],
)
def test_what_it_shows_has_to_be_known(pmpath: Pmpath, home: Home, name: str, hint: str | None) -> None:
    ran = pmpath("evidence", "add", WHAT, "--shows", name)
    assert (ran.code, ran.out, records(home)) == (2, "", [])
    assert f'--shows: there is no expectation or milestone "{name}"' in ran.err
    assert hint is None or hint in ran.err


@pytest.mark.parametrize("date", ["2026", "2026-05", "2026-05-31", "2024-02-29", " 2026 "])
def test_a_date_may_be_a_day_a_month_or_a_year(pmpath: Pmpath, home: Home, date: str) -> None:
    assert pmpath("evidence", "add", WHAT, "--date", date).code == 0
    assert records(home)[0]["add"]["date"] == date.strip()


@pytest.mark.parametrize(
    "date",
    ["2026-13", "2026-02-30", "2023-02-29", "May", "2026/05", "26", "0000", "2026-5", "2026-05-31T00:00:00Z", "\u0662026"],
)
def test_a_date_that_is_none_is_refused(pmpath: Pmpath, home: Home, date: str) -> None:
    ran = pmpath("evidence", "add", WHAT, "--date", date)
    assert (ran.code, ran.out, records(home)) == (2, "", [])
    assert "--date" in ran.err


@pytest.mark.parametrize("what", ["", "  ", "\t"])
def test_evidence_begins_with_what_was_done(pmpath: Pmpath, home: Home, what: str) -> None:
    ran = pmpath("evidence", "add", what, "--result", "4 to 3")
    assert (ran.code, ran.out, records(home)) == (2, "", [])
    assert "evidence begins with what you did" in ran.err


def test_without_anything_said_there_is_nothing_to_keep(pmpath: Pmpath, home: Home) -> None:
    assert pmpath("evidence", "add").code == 2
    assert records(home) == []


def test_empty_lines_beside_what_was_done_are_not_there(pmpath: Pmpath, home: Home) -> None:
    pmpath("evidence", "add", f"  {WHAT}  ", "--result", "", "--who", " ", "--date", "", "--link", "")
    assert records(home) == [{"add": {"what": WHAT, "shows": []}}]


@pytest.mark.parametrize("name", ["what", "--result", "--who", "--link"])
@pytest.mark.parametrize(("length", "code"), [(2000, 0), (2001, 2)])
def test_a_line_has_up_to_2000_characters(pmpath: Pmpath, home: Home, name: str, length: int, code: int) -> None:
    text = "x" * length
    ran = pmpath("evidence", "add", *([text] if name == "what" else [WHAT, name, text]))
    assert (ran.code, len(records(home))) == (code, 0 if code else 1)
    assert code == 0 or "is longer than 2000 characters" in ran.err


def test_the_same_twice_is_one_piece_that_shows_both(pmpath: Pmpath) -> None:
    pmpath("evidence", "add", WHAT, "--shows", "discovery.pm")
    ran = pmpath("evidence", "add", WHAT, "--shows", "data.pm")
    assert ran.out.startswith("Saved as evidence 1: ")
    assert [(one["number"], one["shows"]) for one in listed(pmpath)] == [(1, ["discovery.pm", "data.pm"])]


def test_what_differs_in_a_line_is_another_piece(pmpath: Pmpath) -> None:
    pmpath("evidence", "add", WHAT)
    pmpath("evidence", "add", WHAT, "--result", "4 to 3")
    assert [one["number"] for one in listed(pmpath)] == [1, 2]


def test_the_same_after_it_was_taken_out_is_a_new_piece(pmpath: Pmpath) -> None:
    pmpath("evidence", "add", WHAT)
    pmpath("evidence", "rm", "1")
    assert pmpath("evidence", "add", WHAT).out.startswith("Saved as evidence 2: ")
    assert [one["number"] for one in listed(pmpath)] == [2]


def test_a_piece_that_is_changed_into_another_is_shown_by_the_number_that_was_changed(pmpath: Pmpath) -> None:
    pmpath("evidence", "add", "one")
    pmpath("evidence", "add", "two")
    pmpath("evidence", "edit", "2", "--what", "one")
    assert pmpath("evidence", "add", "one", "--shows", "data.pm", "--json").data["shows"] == ["data.pm"]


# suggestions


def test_where_nothing_is_said_of_what_it_shows_the_nearest_are_suggested(pmpath: Pmpath) -> None:
    ran = pmpath("evidence", "add", NEAR)
    suggested = pmpath("evidence", "add", NEAR, "--json").data["suggested"]
    assert 1 <= len(suggested) <= 5
    assert "It may show one of these; say which with --shows" in flowing(ran.out)
    assert f"pmpath evidence edit 1 --shows {suggested[0]}" in flowing(ran.out)


def test_what_is_suggested_can_be_typed(pmpath: Pmpath) -> None:
    command = pmpath("evidence", "add", NEAR, "--json").whole["next_commands"][0].split()
    assert command[0] == "pmpath"
    assert pmpath(*command[1:]).code == 0
    assert listed(pmpath)[0]["shows"] == command[-1:]


@pytest.mark.parametrize("words", [(NEAR, "--shows", "data.pm"), (FAR,)])
def test_where_it_is_said_or_nothing_is_near_nothing_is_suggested(pmpath: Pmpath, words: tuple[str, ...]) -> None:
    assert "It may show" not in pmpath("evidence", "add", *words).out
    assert pmpath("evidence", "add", *words, "--json").data["suggested"] == []


@pytest.mark.parametrize("word", ["from", "with", "that", "your"])
def test_a_word_that_stands_everywhere_suggests_nothing(pmpath: Pmpath, word: str) -> None:
    assert pmpath("evidence", "add", f"{FAR} {word} {FAR}", "--json").data["suggested"] == []


# how good it is


@pytest.mark.parametrize(
    ("words", "backing"),
    [
        ((), "own-word"),
        (("--who", "Ann"), "confirmed"),
        (("--link", "x.pdf"), "artifact"),
        (("--link", "x.pdf", "--who", "Ann"), "artifact"),
    ],
)
def test_what_stands_behind_it_is_said(pmpath: Pmpath, words: tuple[str, ...], backing: str) -> None:
    assert quality_of(pmpath, *words)["backing"] == backing


@pytest.mark.parametrize(
    ("result", "has_number"),
    [
        ("from 4 to 3", True),
        ("12%", True),
        ("$3m", True),
        ("two bets funded", True),
        ("Twice as fast", True),
        ("half the time", True),
        ("eleven teams", True),
        ("fifteen teams", True),
        ("thirty calls", True),
        ("a thousand users", True),
        ("a lot", False),
        ("often", False),
        ("someone", False),
    ],
)
def test_a_number_in_the_result_counts_in_digits_and_in_words(pmpath: Pmpath, result: str, has_number: bool) -> None:  # noqa: FBT001
    assert quality_of(pmpath, "--result", result)["has_number"] is has_number


@pytest.mark.parametrize(
    ("date", "days", "is_old"),
    [
        ("2026-11-23", 0, False),
        ("2025-11-23", 365, False),
        ("2025-11-22", 366, True),
        ("2026-11", 0, False),
        ("2026", 0, False),
        ("2025", 327, False),
        ("2024", 692, True),
        ("2030-01-01", 0, False),
    ],
)
def test_its_age_is_counted_from_its_date_and_marked_after_a_year(
    pmpath: Pmpath,
    date: str,
    days: int,
    is_old: bool,  # noqa: FBT001
) -> None:
    quality = quality_of(pmpath, "--date", date)
    assert (quality["days"], quality["is_old"]) == (days, is_old)


@pytest.mark.parametrize(("today", "is_old"), [("2026-11-23", False), ("2027-11-23", False), ("2027-11-24", True)])
def test_without_a_date_its_age_is_counted_from_the_day_it_was_kept(pmpath: Pmpath, today: str, is_old: bool) -> None:  # noqa: FBT001
    pmpath("evidence", "add", WHAT, *TODAY)
    out = flowing(pmpath("--today", today, "evidence", "list").out)
    assert ("older than a year" in out) is is_old


def test_how_good_it_is_is_said_in_words(pmpath: Pmpath) -> None:
    out = pmpath("evidence", "add", WHAT, "--result", "4 to 3", "--who", "Ann", "--date", "2025-01-01", *TODAY).out
    assert "Someone can confirm it, with a number in the result; older than a year" in flowing(out)


# listing and finding


@pytest.mark.usefixtures("three")
def test_all_of_it_is_listed_in_the_order_in_which_it_was_kept(pmpath: Pmpath) -> None:
    assert [(one["number"], one["what"]) for one in listed(pmpath)] == [
        (1, WHAT),
        (2, "Moved weekly retention"),
        (3, "Wrote the STRATEGY page"),
    ]


@pytest.mark.usefixtures("three")
def test_without_a_command_all_of_it_is_listed(pmpath: Pmpath) -> None:
    assert pmpath("evidence") == pmpath("evidence", "list")


@pytest.mark.usefixtures("three")
def test_the_list_has_every_line(pmpath: Pmpath) -> None:
    out = flowing(pmpath("evidence", "list").out)
    assert out.startswith("Three pieces of evidence")
    assert all(line in out for line in ALL.values())


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("name", "numbers"),
    [("discovery.pm", [1]), ("data.pm", [2]), (MILESTONE, [3]), ("strategy.senior-pm", [3]), ("data.apm", [])],
)
def test_the_list_holds_only_what_shows_a_thing_where_that_is_wanted(pmpath: Pmpath, name: str, numbers: list[int]) -> None:
    assert [one["number"] for one in listed(pmpath, "list", "--shows", name)] == numbers


@pytest.mark.usefixtures("three")
def test_the_list_knows_what_can_be_shown(pmpath: Pmpath) -> None:
    ran = pmpath("evidence", "list", "--shows", "discovry.pm")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean discovery.pm?" in ran.err


def test_an_empty_list_says_how_to_begin(pmpath: Pmpath, home: Home) -> None:
    ran = pmpath("evidence", "list")
    assert (ran.code, home.journal.exists()) == (0, False)
    assert ran.out.endswith('Next: pmpath evidence add "what you did"\n')


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        (("churn",), [1]),
        (("CHURN", "interviews"), [1]),
        (("churn", "retention"), []),
        (("strategy",), [3]),
        (("support",), [1]),
        (("wiki.example",), [1]),
        (("2026-05",), [1]),
        (("data.pm",), [2]),
        (("zzz",), []),
    ],
)
def test_a_search_finds_what_has_all_words_in_any_line(pmpath: Pmpath, words: tuple[str, ...], numbers: list[int]) -> None:
    assert [one["number"] for one in listed(pmpath, "search", *words)] == numbers


@pytest.mark.usefixtures("three")
def test_a_search_wants_a_word(pmpath: Pmpath) -> None:
    assert pmpath("evidence", "search").code == 2


# changing


@pytest.mark.usefixtures("three")
def test_a_change_keeps_all_other_lines(pmpath: Pmpath) -> None:
    before = listed(pmpath)[0]
    assert pmpath("evidence", "edit", "1", "--result", "5 to 3").code == 0
    after = listed(pmpath)[0]
    assert {key: after[key] for key in after if after[key] != before[key]} == {"result": "5 to 3"}


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("name", ["result", "who", "date", "link"])
def test_an_empty_text_clears_a_line(pmpath: Pmpath, name: str) -> None:
    assert pmpath("evidence", "edit", "1", f"--{name}", "").code == 0
    assert listed(pmpath)[0][name] is None


@pytest.mark.usefixtures("three")
def test_what_was_done_cannot_be_cleared(pmpath: Pmpath, home: Home) -> None:
    before = home.journal.read_bytes()
    ran = pmpath("evidence", "edit", "1", "--what", "")
    assert (ran.code, home.journal.read_bytes()) == (2, before)
    assert "pmpath evidence rm 1" in ran.err


@pytest.mark.usefixtures("three")
def test_what_it_shows_is_replaced_or_cleared(pmpath: Pmpath) -> None:
    pmpath("evidence", "edit", "1", "--shows", "data.pm,delivery.pm")
    assert listed(pmpath)[0]["shows"] == ["data.pm", "delivery.pm"]
    pmpath("evidence", "edit", "1", "--shows", "")
    assert listed(pmpath)[0]["shows"] == []


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    "words",
    [("edit", "1"), ("edit", "9", "--what", "x"), ("edit", "1", "--date", "May"), ("edit", "1", "--shows", "x"), ("rm", "9")],
)
def test_a_change_that_cannot_be_meant_changes_nothing(pmpath: Pmpath, home: Home, words: tuple[str, ...]) -> None:
    before = home.journal.read_bytes()
    ran = pmpath("evidence", *words)
    assert (ran.code, ran.out, home.journal.read_bytes()) == (2, "", before)


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", ""])
def test_a_number_is_a_whole_one_from_1_on(pmpath: Pmpath, number: str) -> None:
    assert pmpath("evidence", "rm", number).code == 2
    assert pmpath("evidence", "edit", number, "--what", "x").code == 2


@pytest.mark.usefixtures("three")
def test_numbers_stay_as_they_are_when_one_is_taken_out(pmpath: Pmpath) -> None:
    ran = pmpath("evidence", "rm", "2")
    assert ran.out.startswith("Evidence 2 counts no longer: Moved weekly retention.")
    pmpath("evidence", "add", "Fourth")
    assert [one["number"] for one in listed(pmpath)] == [1, 3, 4]
    pmpath("evidence", "edit", "3", "--who", "Ann")
    assert [(one["number"], one["who"]) for one in listed(pmpath)] == [(1, ALL["--who"]), (3, "Ann"), (4, None)]


@pytest.mark.usefixtures("three")
def test_what_is_taken_out_stays_in_the_journal(pmpath: Pmpath, home: Home) -> None:
    before = home.journal.read_bytes()
    pmpath("evidence", "rm", "2")
    assert home.journal.read_bytes().startswith(before)
    assert pmpath("evidence", "rm", "2").code == 2


# as data


def test_one_piece_as_json_has_all_of_it(pmpath: Pmpath) -> None:
    document = pmpath("evidence", "add", WHAT, *options(ALL), "--shows", "discovery.pm", *TODAY, "--json").whole
    data = dict(document["data"])
    assert len(data.pop("id")) > 0
    assert (document["kind"], data) == (
        "evidence",
        {
            "number": 1,
            "added": "2026-11-23",
            "what": WHAT,
            "result": ALL["--result"],
            "who": ALL["--who"],
            "date": ALL["--date"],
            "link": ALL["--link"],
            "shows": ["discovery.pm"],
            "quality": {"backing": "artifact", "has_number": True, "days": 176, "is_old": False},
            "suggested": [],
        },
    )


@pytest.mark.usefixtures("three")
def test_what_was_taken_out_as_json_says_so(pmpath: Pmpath) -> None:
    data = pmpath("evidence", "rm", "2", "--json").data
    assert (data["removed"], data["number"], data["what"]) == (True, 2, "Moved weekly retention")


@pytest.mark.usefixtures("three")
def test_a_change_as_json_is_the_piece_as_it_reads_now(pmpath: Pmpath) -> None:
    data = pmpath("evidence", "edit", "2", "--result", "31 to 36", "--json").data
    (now,) = (one for one in listed(pmpath) if one["number"] == 2)
    assert {key: data[key] for key in now if key != "quality"} == {key: now[key] for key in now if key != "quality"}


@pytest.mark.usefixtures("three")
def test_the_list_as_a_table_has_a_row_a_piece(pmpath: Pmpath) -> None:
    rows = list(csv.DictReader(io.StringIO(pmpath("evidence", "list", "--format", "csv").out)))
    assert [(row["number"], row["what"], row["shows"]) for row in rows][2] == (
        "3",
        "Wrote the STRATEGY page",
        f"strategy.senior-pm {MILESTONE}",
    )


@pytest.mark.parametrize("words", [("add", WHAT), ("edit", "1", "--who", "x"), ("rm", "1")])
@pytest.mark.parametrize("form", ["csv", "svg", "ics"])
@pytest.mark.usefixtures("three")
def test_a_form_that_it_cannot_have_is_refused_before_anything_is_kept(
    pmpath: Pmpath, home: Home, words: tuple[str, ...], form: str
) -> None:
    before = home.journal.read_bytes()
    ran = pmpath("evidence", *words, "--format", form)
    assert (ran.code, ran.out, home.journal.read_bytes()) == (2, "", before)


# from elsewhere


def test_evidence_of_an_assessment_is_listed_and_changed_like_any_other(pmpath: Pmpath, tmp_path: Path) -> None:
    items = [{"what": WHAT, "result": "4 to 3"}, {"what": "Second"}]
    name = write_sheet(tmp_path / "s.json", example_a(), evidence={"discovery.pm": items})
    pmpath("assess", "--answers", name)
    assert [(one["what"], one["shows"]) for one in listed(pmpath)] == [(WHAT, ["discovery.pm"]), ("Second", ["discovery.pm"])]
    assert pmpath("evidence", "edit", "2", "--who", "Ann").code == 0
    assert pmpath("evidence", "rm", "1").code == 0
    assert [(one["number"], one["who"]) for one in listed(pmpath)] == [(2, "Ann")]


def test_the_same_sheet_assessed_twice_brings_its_evidence_once(pmpath: Pmpath, tmp_path: Path) -> None:
    name = write_sheet(tmp_path / "s.json", example_a(), evidence={"discovery.pm": [{"what": WHAT}]})
    for _ in range(2):
        pmpath("assess", "--answers", name)
    assert len(listed(pmpath)) == 1


# hostile text


@pytest.fixture
def hostile(pmpath: Pmpath, home: Home) -> None:
    """Keep evidence in which every line is hostile."""
    assert not home.journal.exists()
    rest = {"--result": HOSTILE, "--who": HOSTILE, "--link": HOSTILE}
    assert pmpath("evidence", "add", HOSTILE, *options(rest), "--shows", "discovery.pm").code == 0


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("form", ["text", "json", "md", "html", "csv"])
def test_hostile_text_is_inert_in_every_form(pmpath: Pmpath, form: str) -> None:
    out = pmpath("evidence", "list", "--format", form).out
    assert [char for char in out if not char.isprintable() and char not in "\r\n"] == []
    assert form != "html" or "<script>alert" not in out
    assert form != "md" or ("<script>" not in out and "[a](https://x.test)" not in out)


@pytest.mark.parametrize("what", ["=1+1", "+x", "-x", "@x", "\t=1", "=cmd|' /C calc'!A0"])
def test_no_cell_of_a_table_begins_a_formula(pmpath: Pmpath, what: str) -> None:
    pmpath("evidence", "add", WHAT, "--result", what, "--who", what)
    (row,) = csv.DictReader(io.StringIO(pmpath("evidence", "list", "--format", "csv").out))
    assert [cell for cell in row.values() if cell[:1] in ("=", "+", "-", "@", "\t")] == []


@pytest.mark.parametrize("width", ["40", "80"])
@pytest.mark.usefixtures("three")
def test_no_line_is_wider_than_the_page(pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("PMPATH_WIDTH", width)
    out = pmpath("evidence", "list").out + pmpath("evidence", "add", NEAR).out
    wide = [line for line in out.splitlines() if len(line) > int(width) and "pmpath evidence" not in line]
    assert [line for line in wide if len(line.split()) > 1] == []


def room(size: int | None) -> AbstractContextManager[None]:
    """Leave so much room for a file, all there is for None."""
    return nullcontext() if size is None else smallest_files(size)


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("words", [("add", "Fourth"), ("edit", "1", "--who", "x"), ("rm", "1")])
def test_a_full_disk_damages_nothing_that_was_kept(pmpath: Pmpath, home: Home, words: tuple[str, ...]) -> None:
    before = home.journal.read_bytes()
    with room(len(before) + 10):
        ran = pmpath("evidence", *words)
    assert (ran.code, ran.out, home.journal.read_bytes()) == (74, "", before)
    with room(None):
        assert pmpath("evidence", *words).code == 0
