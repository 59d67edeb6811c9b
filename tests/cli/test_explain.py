"""`pmpath explain`: every thing of the shipped content, what a kept assessment says about it, and what it does not touch."""

import os

import pytest

from builders import example_a, grid, library
from cli.running import Home, Pmpath, flowing
from pmpath.model.answer import Context, Sheet

WORDS = library().words
SOURCES = {source.key: source for source in library().sources}
ALIASES = {alias: level.id for level in WORDS.levels.values() for alias in level.aliases}
BACKGROUNDS = [
    name for playbook in library().playbooks for name in (playbook.id, *playbook.aliases) if name not in WORDS.competencies
]
KINDS = {
    **dict.fromkeys(WORDS.competencies, "competency"),
    **dict.fromkeys(WORDS.expectations, "expectation"),
    **dict.fromkeys(WORDS.levels, "level"),
    **dict.fromkeys(WORDS.answers, "answer"),
    **dict.fromkeys(SOURCES, "source"),
}
ONE_OF_EACH = ["discovery", "scope", "discovery.pm", "scope.pm", "pm", "with-help", "S-GL"]
DATED = [source for source in SOURCES.values() if source.date != "undated"]
for_everything = pytest.mark.parametrize("name", KINDS)


@for_everything
def test_everything_is_explained_in_text(pmpath: Pmpath, name: str) -> None:
    ran = pmpath("explain", name)
    assert (ran.code, ran.err, ran.out.rstrip().count("Next: ")) == (0, "", 1)


@for_everything
def test_everything_is_explained_to_a_script(pmpath: Pmpath, name: str) -> None:
    ran = pmpath("explain", name, "--json")
    assert (ran.code, ran.err, ran.whole["kind"]) == (0, "", "explanation")
    assert (ran.data["what"], ran.data["id"], ran.data["last"]) == (KINDS[name], name, None)


@for_everything
def test_everything_is_explained_in_plain_lines_with_the_same_words(pmpath: Pmpath, name: str) -> None:
    plain = pmpath("explain", name, "--plain")
    text = pmpath("explain", name).out.replace("•", "-")
    assert (plain.code, plain.err, plain.out.isascii()) == (0, "", True)
    assert words_of(plain.out) == words_of(text)


def words_of(text: str) -> set[str]:
    return {word.removesuffix(":") for word in text.split()} - {""}


@for_everything
def test_no_explanation_has_a_hole_in_a_sentence(pmpath: Pmpath, name: str) -> None:
    text = flowing(pmpath("explain", name).out)
    assert [hole for hole in (" ,", ": ,", "..", " .", "()", "?.") if hole in text] == []


@for_everything
def test_the_next_commands_of_an_explanation_can_be_run(pmpath: Pmpath, name: str) -> None:
    commands = pmpath("explain", name, "--json").whole["next_commands"]
    assert commands
    ran = [pmpath(*command.split()[1:]).code for command in commands if command != "pmpath assess"]
    assert set(ran) <= {0}


@pytest.mark.parametrize("name", ALIASES)
def test_an_alias_explains_its_level(pmpath: Pmpath, name: str) -> None:
    assert pmpath("explain", name) == pmpath("explain", ALIASES[name])


@pytest.mark.parametrize(
    ("name", "same"),
    [("s-gl", "S-GL"), (" pm ", "pm"), ("Product Manager", "pm"), ("PRODUCT_MANAGER", "pm"), ("Sr. PM", "senior-pm")],
)
def test_a_name_may_be_written_in_other_ways(pmpath: Pmpath, name: str, same: str) -> None:
    assert pmpath("explain", name) == pmpath("explain", same)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("discover.pm", "discovery.pm"),
        ("discovrey", "discovery"),
        ("senior-mp", "senior-pm"),
        ("with-hlep", "with-help"),
        ("Discovery.PM", "discovery.pm"),
        ("no-chances", "no-chance"),
        ("engineeer", "engineer"),
        ("S-GLL", "S-GL"),
    ],
)
def test_an_unknown_id_says_what_was_perhaps_meant(pmpath: Pmpath, name: str, meant: str) -> None:
    assert pmpath("explain", name) == (
        2,
        "",
        f'pmpath: there is nothing called "{name}" to explain\n  did you mean {meant}?\n',
    )


@pytest.mark.parametrize("name", ["xyzzy", "7", "%"])
def test_an_id_near_nothing_says_how_ids_begin(pmpath: Pmpath, name: str) -> None:
    hint = pmpath("explain", name).err.splitlines()[1]
    assert hint == f"  ids begin with a competency: {', '.join(WORDS.competencies)}"


def test_an_unknown_id_is_an_error_of_the_contract(pmpath: Pmpath) -> None:
    error = pmpath("explain", "xyzzy", "--json").error
    assert (error["code"], error["exit_code"], error["problems"]) == ("usage", 2, [])


@pytest.mark.parametrize("name", BACKGROUNDS)
def test_a_background_points_to_its_transition(pmpath: Pmpath, name: str) -> None:
    ran = pmpath("explain", name)
    assert ran == (2, "", f'pmpath: "{name}" is a background\n  see pmpath transition --from {name}\n')
    assert pmpath("transition", "--from", name).code == 0


@pytest.mark.parametrize("name", WORDS.expectations)
def test_an_expectation_says_what_counts_and_what_closes_it(pmpath: Pmpath, name: str) -> None:
    part = WORDS.expectations[name]
    text = flowing(pmpath("explain", name).out.replace("•", ""))
    texts = [part.label, part.question, *part.counts_if, str(part.does_not_count), part.evidence.what, part.action.do]
    assert [one for one in texts if flowing(one) not in text] == []


@pytest.mark.parametrize("name", [cell.id for cell in grid().cells if not cell.is_fact])
def test_the_verdicts_on_the_answers_are_those_of_the_ladder(pmpath: Pmpath, name: str) -> None:
    need = grid().cells[grid().index[name]].need
    text = flowing(pmpath("explain", name, "--plain").out)
    verdicts = ["This meets it." if rank >= need else "This does not meet it yet." for rank in (0, 0, 1, 2, 3)]
    assert [text.count(verdict) for verdict in set(verdicts)] == [verdicts.count(verdict) for verdict in set(verdicts)]


@pytest.mark.parametrize("level", grid().levels)
def test_a_level_counts_what_it_takes(pmpath: Pmpath, level: str) -> None:
    rank = grid().rank_of(level)
    row, others = grid().rows[rank], grid().others[rank]
    text = flowing(pmpath("explain", level).out)
    assert f"half of what it expects, {-(-len(row) // 2)} of {len(row)}." in text
    assert f"two thirds of the rest, {-(-2 * len(others) // 3)} of {len(others)}." in text


@pytest.mark.parametrize("answer", WORDS.answers)
def test_an_answer_says_which_levels_it_meets(pmpath: Pmpath, answer: str) -> None:
    text = flowing(pmpath("explain", answer).out)
    expected = {
        "not-yet": "It meets what these levels expect: none.",
        "no-chance": "It meets what these levels expect: none.",
        "with-help": "It meets what these levels expect: Associate Product Manager.",
    }
    assert expected.get(answer, "It meets ") in text


@pytest.mark.parametrize("source", DATED, ids=[source.key for source in DATED])
def test_an_old_dated_source_says_its_age(pmpath: Pmpath, source: object) -> None:
    key, date = str(vars(source)["key"]), str(vars(source)["date"])
    assert f"{date} (about ten years old)" in flowing(
        pmpath("explain", key, "--today", f"{int(date[:4]) + 10}-{date[5:7] or '12'}-15").out
    )


@pytest.mark.parametrize("source", DATED, ids=[source.key for source in DATED])
def test_a_young_source_says_no_age(pmpath: Pmpath, source: object) -> None:
    key, date = str(vars(source)["key"]), str(vars(source)["date"])
    for today in (f"{int(date[:4]) + 1}-{date[5:7] or '12'}-28", f"{date[:4]}-01-01", "1999-01-01"):
        assert " old)" not in pmpath("explain", key, "--today", today).out


@pytest.mark.parametrize(("today", "says"), [("2026-03-31", False), ("2026-04-01", True)])
def test_a_source_is_old_after_eighteen_months(pmpath: Pmpath, today: str, *, says: bool) -> None:
    source = next(source for source in DATED if source.date == "2024-09-24")
    assert (" (about two years old)" in flowing(pmpath("explain", source.key, "--today", today).out)) is says


def test_a_source_without_a_date_has_no_age(pmpath: Pmpath) -> None:
    assert "undated (" not in pmpath("explain", "S-GL", "--today", "2090-01-01").out


@pytest.mark.parametrize("key", SOURCES)
def test_a_source_names_what_rests_on_it(pmpath: Pmpath, key: str) -> None:
    cited = pmpath("explain", key, "--json").data["cited_by"]
    rests = [name for name, one in {**WORDS.levels, **WORDS.expectations}.items() if key in one.sources]
    assert cited == rests


@pytest.mark.parametrize("name", ["discovery.pm", "discovery", "pm"])
def test_without_a_kept_assessment_nothing_is_said_of_one(pmpath: Pmpath, home: Home, name: str) -> None:
    assert not home.folder.exists()
    ran = pmpath("explain", name)
    assert (ran.code, "your assessment" in ran.out) == (0, False)


@pytest.mark.parametrize("name", ["discovery.pm", "discovery", "pm", "scope.pm"])
def test_what_a_kept_assessment_said_is_said(pmpath: Pmpath, home: Home, name: str) -> None:
    home.assessed(example_a(), "2026-01-05")
    assert "\nIn your assessment of 2026-01-05\n" in pmpath("explain", name).out


@pytest.mark.parametrize("name", example_a())
def test_whether_an_answer_decided_is_what_the_assessment_said(pmpath: Pmpath, home: Home, name: str) -> None:
    because = home.assessed(example_a()).because
    asked = name if "." in name else f"{name}.pm" if f"{name}.pm" in WORDS.expectations else f"{name}.group-pm"
    text = flowing(pmpath("explain", asked).out)
    said = WORDS.answer_short(name, example_a()[name])
    verdict = "one of the answers that decided where you stand" if name in because else "did not decide where you stand"
    assert f"{WORDS.question_title(name)}: {said} ({verdict})" in text


@pytest.mark.parametrize("name", ONE_OF_EACH[:-2])
def test_what_decided_is_data_for_a_script(pmpath: Pmpath, home: Home, name: str) -> None:
    because = home.assessed(example_a(), "2026-01-05").because
    last = pmpath("explain", name, "--json").data["last"]
    assert last["at"] == "2026-01-05T09:00:00Z"
    assert last["answers"] == {asked: example_a()[asked] for asked in last["answers"]}
    assert last["decided"] == [asked for asked in last["answers"] if asked in because]


def test_an_answer_names_where_it_was_chosen(pmpath: Pmpath, home: Home) -> None:
    home.assessed({"scope": "pm", "discovery.pm": "with-help", "data.pm": "with-help", "strategy.pm": "on-my-own"})
    out = pmpath("explain", "with-help").out
    assert "\nYou chose it in two answers on 2026-01-05\n" in out
    assert "Discovery, PM (discovery.pm)\n" in out
    assert "(strategy.pm)" not in out


def test_an_answer_that_was_not_chosen_says_nothing_of_the_assessment(pmpath: Pmpath, home: Home) -> None:
    home.assessed({"scope": "pm", "discovery.pm": "with-help"})
    assert "2026-01-05" not in pmpath("explain", "lead-others").out


def test_what_was_not_asked_is_said_to_be_so(pmpath: Pmpath, home: Home) -> None:
    home.assessed({"scope": "pm"})
    assert "\nThis was not asked.\n" in pmpath("explain", "discovery.pm").out
    assert pmpath("explain", "discovery.pm", "--json").data["last"]["answers"] == {"discovery.pm": None}


def test_the_last_of_several_assessments_counts(pmpath: Pmpath, home: Home) -> None:
    home.assessed({"scope": "pm", "discovery.pm": "with-help"}, "2026-02-01")
    home.assessed({"scope": "pm", "discovery.pm": "on-my-own"}, "2026-01-01")
    last = pmpath("explain", "discovery.pm", "--json").data["last"]
    assert (last["at"][:10], last["answers"]) == ("2026-01-01", {"discovery.pm": "on-my-own"})


@pytest.mark.parametrize("setting", ["startup", "corporate"])
def test_the_action_is_put_for_the_setting_of_the_assessment(pmpath: Pmpath, home: Home, setting: str) -> None:
    name = next(name for name, part in WORDS.expectations.items() if getattr(part.action, setting))
    assert f"In a {setting} setting: " not in flowing(pmpath("explain", name).out)
    home.assessed({"scope": "pm"}, sheet=Sheet({}, {}, Context(environment=setting)))
    assert f"In a {setting} setting: " in flowing(pmpath("explain", name).out)


def test_an_answer_that_the_ladder_no_longer_has_is_shown_as_it_was_kept(pmpath: Pmpath, home: Home) -> None:
    home.assessed({"discovery.pm": "perhaps"} | {"scope": "pm"})
    ran = pmpath("explain", "discovery.pm")
    assert (ran.code, "Discovery, PM: perhaps (" in ran.out) == (0, True)


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_a_journal_that_cannot_be_read_stops_no_explanation(pmpath: Pmpath, home: Home, name: str) -> None:
    without = pmpath("explain", name)
    home.journal.mkdir(parents=True)
    ran = pmpath("explain", name)
    assert (ran.code, ran.out) == (0, without.out)
    assert ran.err.startswith("What is kept cannot be read: ")


def test_a_damaged_line_of_the_journal_is_named_and_stops_nothing(pmpath: Pmpath, home: Home) -> None:
    home.assessed({"scope": "pm"}, "2026-01-01")
    home.assessed({"scope": "vp"}, "2026-01-02")
    first, second = home.journal.read_bytes().splitlines()
    home.journal.write_bytes(first.replace(b"pm", b"vp", 1) + b"\n" + second + b"\n")
    ran = pmpath("explain", "scope.vp")
    assert (ran.code, ran.err) == (0, f"{home.journal}:1: damaged line, left alone\n")
    assert "In your assessment of 2026-01-02" in ran.out


def test_a_journal_of_garbage_stops_no_explanation(pmpath: Pmpath, home: Home) -> None:
    without = pmpath("explain", "pm")
    home.folder.mkdir(parents=True)
    home.journal.write_bytes(b"\x00\xff garbage\n" * 9)
    ran = pmpath("explain", "pm")
    assert (ran.code, ran.out) == (0, without.out)


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_explaining_leaves_the_journal_as_it_was(pmpath: Pmpath, home: Home, name: str) -> None:
    home.assessed(example_a())
    home.begun({"scope": "pm"})
    os.utime(home.journal, ns=(10**18, 10**18))
    before = (home.journal.read_bytes(), home.journal.stat().st_mtime_ns, sorted(home.folder.iterdir()))
    assert pmpath("explain", name).code == 0
    assert (home.journal.read_bytes(), home.journal.stat().st_mtime_ns, sorted(home.folder.iterdir())) == before


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_explaining_begins_no_journal(pmpath: Pmpath, home: Home, name: str) -> None:
    assert pmpath("explain", name).code == 0
    assert not home.folder.exists()


def test_a_relative_home_is_a_mistake_of_the_command_line(pmpath: Pmpath, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMPATH_HOME", "here")
    assert pmpath("explain", "pm")[:2] == (2, "")
