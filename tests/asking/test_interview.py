"""The interview: what it asks, in which order, with which words, and what it leaves out."""

from collections.abc import Mapping
from typing import NamedTuple

import pytest

from builders import (
    Answers,
    bottom,
    choice_label,
    example_a,
    example_b,
    example_c,
    example_d,
    example_e,
    grid,
    library,
    question_texts,
    top,
)
from pmpath.asking.asker import Prompt
from pmpath.asking.interview import Interview, ask_answers, ask_evidence
from pmpath.asking.scripted import ScriptedAsker
from pmpath.core.assessment import assess
from pmpath.core.questionnaire import Depth
from pmpath.model.answer import EMPTY_SHEET, Context, Sheet

EXAMPLES = {"a": example_a(), "b": example_b(), "c": example_c(), "d": example_d(), "e": example_e()}
PLACES_A = ["scope", "discovery.pm", "data.pm", "prioritization.pm", "delivery.pm"]
LIST_A = [
    "people",
    "discovery.senior-pm",
    "data.senior-pm",
    "prioritization.senior-pm",
    "delivery.senior-pm",
    "technology.senior-pm",
    "strategy.senior-pm",
    "business.senior-pm",
    "influence.senior-pm",
    "organization.senior-pm",
]
HOLES_A = ["strategy.pm", "business.pm", "influence.pm"]
STANDARD_A = PLACES_A + LIST_A + HOLES_A
DECIDED_ALONE_A = ["discovery.pm", "data.pm", "prioritization.pm", "delivery.pm"]
FACT_LEVELS = {
    "scope": ["cpo", "vp", "director", "group-pm", "senior-pm", "pm", "apm", "none"],
    "people": ["cpo", "vp", "director", "group-pm", "senior-pm", "none"],
}
SHOWN = {"what": "asked ten users", "result": "dropped a feature", "who": "the designer"}


class Held(NamedTuple):
    """An interview that has been held: what it asked, as shown and by id, and the sheet it gave."""

    prompts: list[Prompt]
    ids: list[str]
    sheet: Sheet


def interview(depth: Depth = Depth.STANDARD, target: str | None = None) -> Interview:
    rank = grid().rank_of(target) if target else None
    return Interview(grid(), library().words, depth, rank)


def asker_with(answers: Mapping[str, str]) -> ScriptedAsker:
    texts = question_texts()
    return ScriptedAsker({texts[question]: word for question, word in answers.items()})


def hold(answers: Answers, about: Interview | None = None, known: Sheet = EMPTY_SHEET) -> Held:
    asker = asker_with(answers)
    sheet = ask_answers(about or interview(), asker, known)
    ids = {text: name for name, text in question_texts().items()}
    return Held(asker.prompts, [ids[prompt.question] for prompt in asker.prompts], sheet)


def with_evidence(answers: Answers, lines: list[str], evidence: Mapping[str, list[dict[str, str]]] | None = None) -> Held:
    asker = ScriptedAsker({}, lines)
    sheet = ask_evidence(interview(), asker, Sheet(answers, evidence or {}, Context()))
    return Held([], asker.said, sheet)


def asked_a() -> Answers:
    return {name: example_a()[name] for name in STANDARD_A}


def evidence_question(name: str) -> str:
    return f"{library().words.title(name)}. {library().words.expectations[name].evidence.what}"


def progress_counts(answers: Answers, depth: Depth) -> list[tuple[int, int]]:
    counts = [prompt.progress.partition(",")[0].split(" of about ") for prompt in hold(answers, interview(depth)).prompts]
    return [(int(place), int(total)) for place, total in counts]


def test_questions_that_place_come_first_then_the_list_for_the_next_level_then_the_holes() -> None:
    assert hold(example_a()).ids == STANDARD_A


def test_a_quick_interview_stops_when_the_level_is_known() -> None:
    assert hold(example_a(), interview(Depth.QUICK)).ids == PLACES_A


def test_a_full_interview_begins_like_the_standard_one() -> None:
    assert hold(example_a(), interview(Depth.FULL)).ids[: len(STANDARD_A)] == STANDARD_A


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_full_interview_asks_every_question_once(example: str) -> None:
    ids = hold(EXAMPLES[example], interview(Depth.FULL)).ids
    assert len(ids) == 57
    assert set(ids) == set(grid().choices)


def test_a_full_interview_brings_the_whole_sheet_back() -> None:
    assert hold(example_d(), interview(Depth.FULL)).sheet.answers == example_d()


def test_a_target_asks_for_its_own_list_instead_of_the_next_level() -> None:
    ids = hold(example_a(), interview(target="group-pm")).ids
    listed = [name for name in ids if name.endswith(".group-pm")]
    assert ids[: len(PLACES_A)] == PLACES_A
    assert listed == [
        "discovery.group-pm",
        "data.group-pm",
        "prioritization.group-pm",
        "delivery.group-pm",
        "technology.group-pm",
        "strategy.group-pm",
        "business.group-pm",
        "influence.group-pm",
        "organization.group-pm",
    ]
    assert not [name for name in ids if name.endswith(".senior-pm")]


def test_a_target_further_up_does_not_ask_again_what_is_not_done_below() -> None:
    known = Sheet({**hold(example_a()).sheet.answers}, {}, Context())
    ids = hold(example_a(), interview(target="group-pm"), known).ids
    assert ids == ["discovery.group-pm", "prioritization.group-pm", "delivery.group-pm", "technology.group-pm"]


def test_a_quick_interview_with_a_target_asks_no_more_than_without() -> None:
    assert hold(example_a(), interview(Depth.QUICK, "cpo")).ids == PLACES_A


@pytest.mark.parametrize(("example", "quick", "standard"), [("a", 5, 18), ("b", 1, 9), ("c", 6, 15), ("d", 13, 19)])
def test_the_worked_examples_take_as_many_questions_as_published(example: str, quick: int, standard: int) -> None:
    answers = EXAMPLES[example]
    assert len(hold(answers, interview(Depth.QUICK)).ids) == quick
    assert len(hold(answers).ids) == standard


@pytest.mark.parametrize("depth", Depth)
@pytest.mark.parametrize("example", EXAMPLES)
def test_every_depth_places_like_the_full_sheet(example: str, depth: Depth) -> None:
    asked = assess(grid(), hold(EXAMPLES[example], interview(depth)).sheet.answers, {}, None)
    full = assess(grid(), EXAMPLES[example], {}, None)
    assert (asked.role, asked.level) == (full.role, full.level)


@pytest.mark.parametrize("depth", [Depth.QUICK, Depth.STANDARD])
def test_the_bottom_and_the_top_end_after_few_questions(depth: Depth) -> None:
    assert hold(bottom(), interview(depth)).ids[0] == "scope"
    assert hold(top(), interview(depth)).ids[:2] == ["scope", "people"]
    assert max(len(hold(bottom(), interview(depth)).ids), len(hold(top(), interview(depth)).ids)) <= 20


@pytest.mark.parametrize("known", STANDARD_A)
def test_an_answer_that_is_known_is_not_asked(known: str) -> None:
    held = hold(example_a(), known=Sheet({known: example_a()[known]}, {}, Context()))
    assert known not in held.ids
    assert held.sheet.answers[known] == example_a()[known]


def test_only_the_rest_of_a_partial_sheet_is_asked_in_the_same_order() -> None:
    answers = example_a()
    known = {name: answers[name] for name in [*PLACES_A, *LIST_A[::2]]}
    held = hold(answers, known=Sheet(known, {}, Context()))
    assert held.ids == [*LIST_A[1::2], *HOLES_A]
    assert held.sheet.answers == {name: answers[name] for name in STANDARD_A}


@pytest.mark.parametrize("depth", Depth)
def test_a_full_sheet_is_asked_nothing_and_comes_back_as_it_was(depth: Depth) -> None:
    known = Sheet(example_a(), {"data.pm": [SHOWN]}, Context(title="PM", hours_per_week=3))
    held = hold({}, interview(depth), known)
    assert held.ids == []
    assert held.sheet == known


def test_asking_keeps_the_evidence_and_the_context_of_the_sheet() -> None:
    known = Sheet({}, {"data.pm": [SHOWN]}, Context(title="PM", environment="startup"))
    sheet = hold(example_a(), known=known).sheet
    assert sheet.evidence == {"data.pm": [SHOWN]}
    assert sheet.context == Context(title="PM", environment="startup")


def test_asking_leaves_the_given_sheet_alone() -> None:
    answers = {"scope": "pm"}
    hold(example_a(), known=Sheet(answers, {}, Context()))
    assert answers == {"scope": "pm"}


def test_who_stops_in_the_middle_stops_the_interview() -> None:
    asker = asker_with({"scope": "pm"})
    with pytest.raises(EOFError):
        ask_answers(interview(), asker, EMPTY_SHEET)
    assert [prompt.question for prompt in asker.prompts] == [question_texts()[name] for name in PLACES_A[:2]]


def test_progress_counts_up_and_the_time_left_goes_down() -> None:
    assert [prompt.progress for prompt in hold(example_a()).prompts] == [
        "1 of about 15, 4 minutes left",
        "2 of about 15, 4 minutes left",
        "3 of about 15, 3 minutes left",
        "4 of about 15, 3 minutes left",
        "5 of about 15, 3 minutes left",
        "6 of about 15, 2 minutes left",
        "7 of about 15, 2 minutes left",
        "8 of about 15, 2 minutes left",
        "9 of about 15, 2 minutes left",
        "10 of about 15, 2 minutes left",
        "11 of about 15, 1 minute left",
        "12 of about 15, 1 minute left",
        "13 of about 16, 1 minute left",
        "14 of about 17, 1 minute left",
        "15 of about 18, 1 minute left",
        "16 of about 18, 1 minute left",
        "17 of about 18, 1 minute left",
        "18 of about 18, 1 minute left",
    ]


@pytest.mark.parametrize("depth", Depth)
@pytest.mark.parametrize("example", EXAMPLES)
def test_progress_counts_one_by_one_and_never_past_its_total(example: str, depth: Depth) -> None:
    counts = progress_counts(EXAMPLES[example], depth)
    assert [place for place, _ in counts] == list(range(1, len(counts) + 1))
    assert [(place, total) for place, total in counts if place > total] == []


@pytest.mark.parametrize("depth", [Depth.STANDARD, Depth.FULL])
@pytest.mark.parametrize("example", EXAMPLES)
def test_the_last_question_is_announced_as_the_last(example: str, depth: Depth) -> None:
    place, total = progress_counts(EXAMPLES[example], depth)[-1]
    assert place == total


def test_progress_of_a_full_interview_names_all_questions_from_the_start() -> None:
    assert hold(example_a(), interview(Depth.FULL)).prompts[0].progress == "1 of about 57, 14 minutes left"


def test_every_question_says_why_it_is_asked() -> None:
    assert [prompt.reason for prompt in hold(example_a()).prompts] == [
        "decides which role you answer for",
        *["decides APM or PM"] * 4,
        *["completes your list for Senior PM"] * 10,
        *["completes the picture at PM"] * 3,
    ]


def test_a_question_at_the_first_level_decides_about_the_way_in() -> None:
    answers = {**top(), "scope": "apm"}
    assert hold(answers, interview(Depth.QUICK)).prompts[1].reason == "decides the way in or APM"


def test_what_only_a_full_interview_asks_says_so_and_names_its_level() -> None:
    held = hold(example_a(), interview(Depth.FULL))
    reasons = dict(zip(held.ids, (prompt.reason for prompt in held.prompts), strict=True))
    assert reasons["discovery.apm"] == "part of the full set, APM"
    assert reasons["technology.pm"] == "part of the full set, PM"
    assert reasons["organization.cpo"] == "part of the full set, CPO"


@pytest.mark.parametrize("fact", FACT_LEVELS)
def test_a_fact_offers_its_statements_from_the_highest_down_with_the_bottom_last(fact: str) -> None:
    held = hold(example_a())
    prompt = held.prompts[held.ids.index(fact)]
    assert [choice.word for choice in prompt.choices] == FACT_LEVELS[fact]
    assert [choice.label for choice in prompt.choices] == [choice_label(fact, word) for word in FACT_LEVELS[fact]]


@pytest.mark.parametrize("fact", FACT_LEVELS)
def test_a_fact_is_asked_for_today_without_the_frame_of_two_years(fact: str) -> None:
    held = hold(example_a())
    assert held.prompts[held.ids.index(fact)].frame == ""


def test_a_behavior_offers_the_five_answers_from_the_lowest_up() -> None:
    words = ["not-yet", "no-chance", "with-help", "on-my-own", "lead-others"]
    labels = [option.label for option in library().words.ladder.answers]
    assert [tuple(choice) for choice in hold(example_a()).prompts[1].choices] == list(zip(words, labels, strict=True))


def test_every_behavior_stands_in_the_frame_of_two_years() -> None:
    held = hold(example_a(), interview(Depth.FULL))
    frames = {prompt.frame for name, prompt in zip(held.ids, held.prompts, strict=True) if "." in name}
    assert frames == {library().words.ladder.frame}
    assert "two years" in library().words.ladder.frame


def test_evidence_is_asked_for_what_decided_and_is_done_alone_in_ladder_order() -> None:
    held = with_evidence(asked_a(), [])
    assert held.ids == [
        "",
        "4 answers decide where you stand. A line of evidence makes each easier to stand by. Enter passes.",
        *[evidence_question(name) for name in DECIDED_ALONE_A],
    ]


def test_who_passes_is_asked_once_an_answer_and_has_no_evidence() -> None:
    held = with_evidence(asked_a(), ["", "", "", ""])
    assert len(held.ids) == 2 + len(DECIDED_ALONE_A)
    assert held.sheet.evidence == {}


def test_a_line_of_evidence_is_followed_by_its_result_and_who_can_confirm_it() -> None:
    held = with_evidence(asked_a(), list(SHOWN.values()))
    prompts = library().words.expectations["discovery.pm"].evidence
    assert held.ids[2:6] == [
        evidence_question("discovery.pm"),
        prompts.result,
        prompts.confirm,
        evidence_question("data.pm"),
    ]
    assert held.sheet.evidence == {"discovery.pm": [SHOWN]}


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["did it", "", ""], {"what": "did it"}),
        (["did it", "more of it", ""], {"what": "did it", "result": "more of it"}),
        (["did it", "", "Kim"], {"what": "did it", "who": "Kim"}),
    ],
)
def test_parts_of_evidence_that_were_passed_are_left_out(lines: list[str], kept: dict[str, str]) -> None:
    assert with_evidence(asked_a(), lines).sheet.evidence == {"discovery.pm": [kept]}


def test_one_answer_passed_leaves_the_next_to_be_evidenced() -> None:
    held = with_evidence(asked_a(), ["", *SHOWN.values()])
    assert held.sheet.evidence == {"data.pm": [SHOWN]}


def test_what_has_evidence_is_not_asked_for_more_and_keeps_it() -> None:
    held = with_evidence(asked_a(), [], {"data.pm": [SHOWN], "delivery.pm": [SHOWN]})
    assert held.ids[2:] == [evidence_question("discovery.pm"), evidence_question("prioritization.pm")]
    assert held.ids[1].startswith("2 answers decide where you stand.")
    assert held.sheet.evidence == {"data.pm": [SHOWN], "delivery.pm": [SHOWN]}


def test_an_empty_list_of_evidence_counts_as_none() -> None:
    held = with_evidence(asked_a(), [], {"data.pm": []})
    assert evidence_question("data.pm") in held.ids


def test_a_single_answer_is_said_in_the_singular() -> None:
    evidence = {name: [SHOWN] for name in DECIDED_ALONE_A[1:]}
    held = with_evidence(asked_a(), [], evidence)
    assert held.ids[1] == "1 answer decides where you stand. A line of evidence makes it easier to stand by. Enter passes."


def test_nothing_is_said_where_everything_that_decides_has_evidence() -> None:
    held = with_evidence(asked_a(), [], {name: [SHOWN] for name in DECIDED_ALONE_A})
    assert held.ids == []


@pytest.mark.parametrize("answers", [example_b(), example_e(), bottom(), {}], ids=["b", "e", "bottom", "nothing"])
def test_nobody_on_the_way_in_is_asked_for_evidence(answers: Answers) -> None:
    held = with_evidence(answers, ["never used"])
    assert held.ids == []
    assert held.sheet.evidence == {}


def test_answers_given_with_help_are_not_asked_for_evidence() -> None:
    helped = {**bottom(), "scope": "apm"} | {f"{name}.apm": "with-help" for name in ("discovery", "data", "prioritization")}
    held = with_evidence({**helped, "delivery.apm": "on-my-own"}, [])
    assert held.ids[2:] == [evidence_question("delivery.apm")]


def test_answers_that_keep_a_level_from_holding_are_not_asked_for_evidence() -> None:
    done = {evidence_question(f"{name}.director") for name in ("prioritization", "influence")}
    held = with_evidence(example_d(), [])
    assert held.ids[2:] == [
        evidence_question(f"{name}.group-pm") for name in ("discovery", "data", "prioritization", "delivery")
    ]
    assert not done & set(held.ids)
