"""`pmpath interview`: which prompt comes, an answer from options, what is kept and shown of it, the log, the loop."""

import csv
import io
import json

import pytest

from builders import example_a, library
from cli.running import Feed, Home, Pmpath, flowing
from practice import CRITERIA, DUMP, SCORES, TYPES, WITH_A_USER, type_of

TODAY = ("--today", "2026-01-05")


def prompts(pmpath: Pmpath, *words: str) -> str:
    """Return the prompt that comes next."""
    question: str = pmpath("interview", *words, "--json").data["question"]["id"]
    return question


# what there is


def test_alone_it_lists_the_types_with_what_each_tests_and_what_is_due(pmpath: Pmpath, home: Home) -> None:
    ran = pmpath("interview")
    assert (ran.code, ran.err, home.journal.exists()) == (0, "", False)
    assert ran == pmpath("interview", "list")
    shown = flowing(ran.out)
    assert [name for name in TYPES if f"({name})" not in shown or flowing(type_of(name).tests) not in shown] == []
    assert shown.count("Not practiced yet.") == 7
    assert [aim.text for aim in library().interview.aims if flowing(aim.text) not in shown] == []


def test_the_list_says_when_a_type_was_practiced_with_which_scores_and_when_it_is_due(pmpath: Pmpath) -> None:
    pmpath("interview", "product-sense", "--said", *SCORES, *TODAY)
    shown = flowing(pmpath("interview", "--today", "2026-01-06").out)
    assert "Practiced one time, last on 2026-01-05; due again on 2026-01-12." in shown
    assert "Your last scores, of 3 each: Substance 2, Structure 2, User 2, Outcome 2, Trade-off 2." in shown
    assert "due since 2026-01-12" in pmpath("interview", "--today", "2026-01-20").out
    one = pmpath("interview", "--json", "--today", "2026-01-20").data["types"][0]
    assert (one["practiced"], one["last"], one["due"], one["due_on"]) == (1, "2026-01-05", True, "2026-01-12")
    assert one["last_scores"] == dict.fromkeys(CRITERIA, 2)


@pytest.mark.parametrize("name", TYPES)
def test_a_type_is_shown_with_steps_mistakes_rubric_settings_and_both_answers(pmpath: Pmpath, name: str) -> None:
    shown, one = flowing(pmpath("interview", "show", name).out), type_of(name)
    texts = [one.tests, one.user_problem, one.business_outcome, one.startup, one.corporate, one.good.why, one.weak.why]
    texts += [step.do for step in one.steps] + [mistake.instead for mistake in one.mistakes]
    texts += [anchor for each in one.rubric for anchor in each.anchors] + [question.text for question in one.questions]
    assert [text for text in texts if flowing(text) not in shown] == []


def test_a_type_that_was_rebuilt_says_so(pmpath: Pmpath) -> None:
    shown = pmpath("interview", "show", "product-strategy").out
    assert "Reconstructed from public sources: " in shown
    assert pmpath("interview", "show", "product-strategy", "--json").data["origin"] == "reconstructed"


@pytest.mark.parametrize("name", ["metrics", "Product Sense", "PRODUCT_SENSE", "product-sense"])
def test_a_type_is_known_however_it_is_written(pmpath: Pmpath, name: str) -> None:
    wanted = {"metrics": "execution"}.get(name, "product-sense")
    assert pmpath("interview", "show", name, "--json").data["id"] == wanted


@pytest.mark.parametrize(
    ("name", "meant"), [("product-sens", "product-sense"), ("lop", "loop"), ("storys", "story"), ("xyzzy", "types: ")]
)
def test_an_unknown_word_says_which_type_or_command_was_meant(pmpath: Pmpath, name: str, meant: str) -> None:
    ran = pmpath("interview", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f'pmpath: there is no type of interview question "{name}"\n')
    assert meant in ran.err


def test_explain_points_to_a_type(pmpath: Pmpath) -> None:
    ran = pmpath("explain", "estimation")
    assert (ran.code, ran.err.splitlines()[1]) == (2, "  see pmpath interview show estimation")


def test_the_loop_has_its_stages_and_two_dated_examples_with_sources(pmpath: Pmpath) -> None:
    shown, loop = flowing(pmpath("interview", "loop").out), library().interview.loop
    assert [stage.name for stage in loop.stages if f"{stage.name}: " not in shown] == []
    for example in loop.examples:
        assert f"{example.company}, as published {example.as_of}" in shown
        assert [key for key in example.sources if f"pmpath explain {key}" not in shown] == []


# which prompt


def test_without_an_answer_and_a_terminal_the_prompt_is_handed_over(pmpath: Pmpath, home: Home) -> None:
    data = pmpath("interview", "product-sense", "--json").data
    one = type_of("product-sense")
    assert (data["type"], data["minutes"], data["steps"][0]["do"]) == ("product-sense", one.minutes, one.steps[0].do)
    assert [each["criterion"] for each in data["rubric"]] == list(CRITERIA)
    assert flowing(data["question"]["text"]) in flowing(pmpath("interview", "product-sense").out)
    assert not home.journal.exists()


def test_hard_shows_the_prompt_without_the_steps(pmpath: Pmpath) -> None:
    shown = flowing(pmpath("interview", "product-sense", "--hard").out)
    assert [step.do for step in type_of("product-sense").steps if flowing(step.do) in shown] == []
    assert pmpath("interview", "product-sense", "--hard", "--json").data["steps"] is None


@pytest.mark.parametrize(
    ("options", "minutes", "said"),
    [((), 20, "20 minutes"), (("--minutes", "7"), 7, "7 minutes"), (("--no-timer",), None, "no timer")],
)
def test_the_timer_can_be_set_and_switched_off(
    pmpath: Pmpath, options: tuple[str, ...], minutes: int | None, said: str
) -> None:
    assert pmpath("interview", "product-sense", *options, "--json").data["minutes"] == minutes
    assert pmpath("interview", "product-sense", *options).out.splitlines()[0].endswith(said)


def test_the_prompt_practiced_least_comes_next(pmpath: Pmpath) -> None:
    first = prompts(pmpath, "product-sense")
    assert prompts(pmpath, "product-sense") == first
    pmpath("interview", "product-sense", "--said")
    assert prompts(pmpath, "product-sense") != first


def test_the_level_is_the_next_one_of_the_last_assessment(pmpath: Pmpath, home: Home) -> None:
    assert pmpath("interview", "execution", "--json").data["level"] == "pm"
    home.assessed(example_a())
    assert pmpath("interview", "execution", "--json").data["level"] == "senior-pm"
    assert pmpath("interview", "execution", "--level", "VP of Product", "--json").data["level"] == "vp"


def test_a_prompt_is_one_of_its_level(pmpath: Pmpath) -> None:
    for level in library().grid.levels:
        question = pmpath("interview", "behavioral", "--level", level, "--json").data["question"]
        assert level in question["levels"]


@pytest.mark.parametrize("setting", ["startup", "corporate"])
def test_a_setting_brings_its_prompts_and_its_remarks(pmpath: Pmpath, setting: str) -> None:
    data = pmpath("interview", "product-sense", "--env", setting, "--json").data
    assert data["setting"] == setting
    assert data["question"]["setting"] in (setting, "any")
    remark = {"startup": type_of("product-sense").startup, "corporate": type_of("product-sense").corporate}[setting]
    assert flowing(remark) in flowing(pmpath("interview", "product-sense", "--env", setting).out)


def test_a_prompt_can_be_named_with_its_type_or_alone(pmpath: Pmpath) -> None:
    name = type_of("estimation").questions[3].id
    assert prompts(pmpath, "--prompt", name) == prompts(pmpath, "estimation", "--prompt", name) == name


@pytest.mark.parametrize("words", [("--prompt", "nothing"), ("product-sense", "--prompt", "nothing")])
def test_a_prompt_that_is_none_is_refused(pmpath: Pmpath, words: tuple[str, ...]) -> None:
    error = pmpath("interview", *words, "--json").error
    assert ('"nothing"' in error["message"], "pmpath interview show" in error["hint"]) == (True, True)


# what is due


def test_due_begins_with_a_type_to_begin_with_and_goes_on(pmpath: Pmpath) -> None:
    seen = []
    for _ in TYPES:
        seen.append(pmpath("interview", "--due", "--json", *TODAY).data["type"])
        pmpath("interview", "--due", "--said", *TODAY)
    assert seen == list(TYPES)
    ran = pmpath("interview", "--due", *TODAY)
    assert (ran.code, ran.out.splitlines()[0]) == (0, "Nothing is due before 2026-01-12.")
    assert pmpath("interview", "--due", "--json", "--today", "2026-01-12").data["type"] == "product-sense"


def test_an_answer_for_what_is_due_is_not_kept_where_nothing_is(pmpath: Pmpath, home: Home) -> None:
    for name in TYPES:
        pmpath("interview", name, "--said", *TODAY)
    before = home.journal.read_bytes()
    assert pmpath("interview", "--due", "--said", "--json", *TODAY).whole["kind"] == "interview"
    assert home.journal.read_bytes() == before


def test_a_background_brings_what_it_is_tested_on_and_the_first_of_it(pmpath: Pmpath) -> None:
    (playbook,) = (one for one in library().playbooks if one.id == "engineer")
    data = pmpath("interview", "--from", "engineer", "--json").data
    assert [one["type"] for one in data["focus"]] == [one.type for one in playbook.interview_focus]
    assert data["type"] == "product-sense"
    shown = flowing(pmpath("interview", "--from", "engineer").out)
    assert [one.why for one in playbook.interview_focus if flowing(one.why) not in shown] == []
    assert [one.practice for one in playbook.interview_focus if flowing(one.practice) not in shown] == []


def test_a_background_brings_its_type_practiced_least_where_none_is_due(pmpath: Pmpath) -> None:
    tested = {one["type"] for one in pmpath("interview", "--from", "engineer", "--json").data["focus"]}
    for name in tested:
        pmpath("interview", name, "--said", *TODAY)
    pmpath("interview", "product-sense", "--said", *TODAY)
    assert pmpath("interview", "--from", "engineer", "--json", *TODAY).data["type"] in tested - {"product-sense"}
    assert pmpath("interview", "--from", "engineer", "--due", "--json", *TODAY).whole["kind"] == "interview"


def test_transition_leads_to_practice(pmpath: Pmpath) -> None:
    assert "pmpath interview --from designer" in pmpath("transition", "--from", "designer", "--json").whole["next_commands"]


@pytest.mark.parametrize(
    "words",
    [
        ("--json", "interview", "--from", "engineer"),
        ("interview", "--json", "--due"),
        ("interview", "--today=2026-01-05", "--json", "--hard"),
    ],
)
def test_options_need_no_type_before_them(pmpath: Pmpath, words: tuple[str, ...]) -> None:
    assert pmpath(*words).whole["kind"] == "question"


# an answer


def test_an_answer_in_a_file_is_kept_looked_through_and_shown(pmpath: Pmpath, home: Home, feed: Feed) -> None:
    feed(f"{WITH_A_USER}\r\nNext week I tell\tRosa.\n".encode())
    data = pmpath("interview", "product-sense", "--answer", "-", *SCORES, "--json", *TODAY).data
    assert (data["number"], data["how"], data["finished"], data["seconds"]) == (1, "file", True, None)
    assert data["text"] == f"{WITH_A_USER}\nNext week I tell    Rosa.\n"
    assert data["scores"] == dict.fromkeys(CRITERIA, 2)
    assert {"user", "pain", "evidence", "outcome", "measure", "next-step"} == set(data["found"])
    assert data["signs"] == {"found": data["look"]["signs"], "of": data["look"]["of"]}
    assert home.journal.exists()


def test_every_score_document_has_the_three_dimensions(pmpath: Pmpath) -> None:
    for name in TYPES:
        data = pmpath("interview", name, "--said", *SCORES, "--no-save", "--json").data
        assert [one["id"] for one in data["dimensions"]] == ["product-sense", "strategic-mind", "bias-for-action"]
        assert sorted(one for each in data["dimensions"] for one in each["criteria"]) == sorted(CRITERIA)
        assert sum(sum(each["points"]) for each in data["dimensions"]) == 10


@pytest.mark.parametrize("name", TYPES)
def test_the_first_comment_on_an_answer_without_a_user_is_the_missing_user(pmpath: Pmpath, feed: Feed, name: str) -> None:
    feed(DUMP.encode())
    data = pmpath("interview", name, "--answer", "-", "--no-save", "--json").data
    assert data["look"]["missing"][0]["id"] == "user"


def test_missing_people_and_proof_stand_above_missing_steps(pmpath: Pmpath, feed: Feed) -> None:
    feed(DUMP.encode())
    shown = pmpath("interview", "product-sense", "--answer", "-").out
    parts = {part.id: part for part in library().interview.scoring.parts}
    places = [flowing(shown).index(flowing(parts[name].missing)) for name in ("user", "pain", "evidence", "outcome")]
    assert places == sorted(places)
    assert places[-1] < flowing(shown).index("Steps without a sign")
    assert "It counts words and says nothing about quality." in flowing(shown)
    assert flowing(library().interview.scoring.limits) in flowing(shown)


def test_an_answer_said_aloud_has_nothing_to_look_through(pmpath: Pmpath) -> None:
    data = pmpath("interview", "product-sense", "--said", "--json").data
    assert (data["how"], data["text"], data["look"], data["found"], data["scores"]) == ("said", None, None, None, {})


def test_without_save_nothing_is_kept(pmpath: Pmpath, home: Home) -> None:
    ran = pmpath("interview", "product-sense", "--said", *SCORES, "--no-save")
    assert (ran.code, home.journal.exists()) == (0, False)
    assert ran.out.startswith("Practice, not kept: Product sense")


def test_a_second_answer_is_compared_with_the_first(pmpath: Pmpath, feed: Feed) -> None:
    feed(DUMP.encode())
    pmpath("interview", "product-sense", "--answer", "-", *SCORES, *TODAY)
    feed(WITH_A_USER.encode())
    ran = pmpath("interview", "product-sense", "--answer", "-", "--today", "2026-01-12")
    shown = flowing(ran.out)
    assert "The time before, 2026-01-05" in shown
    assert "Scores then: Substance 2, Structure 2, User 2, Outcome 2, Trade-off 2." in shown
    assert "New in this answer: a user, what goes wrong, how you know" in shown
    before = pmpath("interview", "log", "2", "--json").data["before"]
    assert (before["number"], before["day"], before["scores"]["user"]) == (1, "2026-01-05", 2)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--score", "user=2"), "--score needs an answer"),
        (("--said", "--score", "user=2"), "not scored: substance, structure, outcome, trade-off"),
        (("--said", "--score", "usr=2"), '--score: there is no criterion "usr"'),
        (("--said", "--score", "user=4"), '--score: "4" is no score'),
        (("--said", "--score", "user"), '--score: "" is no score'),
        (("--said", "--answer", "a.txt"), "--answer and --said exclude each other"),
        (("--minutes", "5", "--no-timer"), "--minutes and --no-timer exclude each other"),
        (("--due",), "TYPE and --due exclude each other"),
        (("--said", "--story", "3"), "there is no story 3"),
        (("--env", "moon"), '--env does not know "moon"'),
        (("--from", "enginer"), 'unknown background "enginer"'),
        (("--level", "boss"), '--level: no such level: "boss"'),
    ],
)
def test_what_does_not_fit_is_refused_before_anything_is_kept(
    pmpath: Pmpath, home: Home, options: tuple[str, ...], message: str
) -> None:
    ran = pmpath("interview", "product-sense", *options)
    assert (ran.code, ran.out, home.journal.exists()) == (2, "", False)
    assert ran.err.startswith(f"pmpath: {message}\n")


def test_an_empty_answer_is_refused(pmpath: Pmpath, home: Home, feed: Feed) -> None:
    feed(b" \n\n")
    ran = pmpath("interview", "product-sense", "--answer", "-")
    assert (ran.code, home.journal.exists()) == (2, False)


def test_an_answer_that_is_no_text_is_refused_with_its_line(pmpath: Pmpath, feed: Feed) -> None:
    feed(b"good\n\xff\n")
    error = pmpath("interview", "product-sense", "--answer", "-", "--json").error
    assert (error["exit_code"], error["problems"][0]["line"]) == (65, 2)


# what is kept


def test_the_log_has_every_practice_and_one_in_full(pmpath: Pmpath, feed: Feed) -> None:
    feed(WITH_A_USER.encode())
    pmpath("interview", "estimation", "--answer", "-", *TODAY)
    pmpath("interview", "behavioral", "--said", *SCORES, "--today", "2026-01-06")
    assert [one["type"] for one in pmpath("interview", "log", "--json").data["practices"]] == ["estimation", "behavioral"]
    shown = pmpath("interview", "log").out
    assert shown.index("2026-01-06, Behavioral") < shown.index("2026-01-05, Estimation")
    assert "Not scored yet: pmpath interview score 1" in shown
    assert flowing(WITH_A_USER) in flowing(pmpath("interview", "log", "1").out)
    rows = list(csv.DictReader(io.StringIO(pmpath("interview", "log", "--format", "csv").out)))
    assert [(row["type"], row["user"]) for row in rows] == [("estimation", ""), ("behavioral", "2")]


def test_an_empty_log_leads_to_what_is_due(pmpath: Pmpath, home: Home) -> None:
    ran = pmpath("interview", "log")
    assert (ran.out.splitlines()[0], "Next: pmpath interview --due" in ran.out) == ("No practice yet", True)
    assert not home.journal.exists()


def test_a_kept_answer_is_scored_later_and_anew(pmpath: Pmpath) -> None:
    pmpath("interview", "product-sense", "--said")
    assert pmpath("interview", "score", "1", *SCORES, "--json").data["scores"]["user"] == 2
    threes = tuple(word.replace("=2", "=3") for word in SCORES)
    assert pmpath("interview", "score", "1", *threes, "--json").data["scores"]["user"] == 3
    assert pmpath("interview", "log", "1", "--json").data["scores"]["user"] == 3


@pytest.mark.parametrize("words", [("log", "3"), ("score", "3")])
def test_a_practice_that_is_none_is_refused(pmpath: Pmpath, words: tuple[str, ...]) -> None:
    ran = pmpath("interview", *words)
    assert (ran.code, ran.err.splitlines()[0]) == (2, "pmpath: there is no practice 3")


def test_a_score_without_a_terminal_names_its_option(pmpath: Pmpath) -> None:
    pmpath("interview", "product-sense", "--said")
    assert "--score ID=1..3" in pmpath("interview", "score", "1").err


def test_a_practice_whose_prompt_is_gone_stays_kept_and_stops_nothing(pmpath: Pmpath, home: Home) -> None:
    pmpath("interview", "product-sense", "--said")
    line = home.journal.read_text("ascii").splitlines()[0]
    home.rewritten(line, {"begin": {**json.loads(line)["data"]["begin"], "question": "gone", "type": "gone"}})
    for words in ((), ("interview",), ("interview", "log"), ("interview", "--due")):
        assert pmpath(*words).code == 0


# the status


def test_status_names_practice_only_once_it_is_due_again(pmpath: Pmpath, home: Home) -> None:
    home.assessed(example_a())
    assert "practice" not in pmpath().out
    pmpath("interview", "product-sense", "--said", *TODAY)
    assert "practice" not in pmpath(*TODAY).out
    ran = pmpath("--today", "2026-01-12")
    assert "Interview practice due: Product sense, last on 2026-01-05 (pmpath interview product-sense)" in flowing(ran.out)
    assert pmpath("--today", "2026-01-12", "--json").data["practice"] == {"type": "product-sense", "last": "2026-01-05"}


def test_status_names_it_to_who_never_assessed_too(pmpath: Pmpath) -> None:
    pmpath("interview", "product-sense", "--said", *TODAY)
    assert "Interview practice due: Product sense" in pmpath("--today", "2026-01-12").out
