"""The interview: what it asks, in which order, with which words, what it leaves out, and how a person moves in it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import (
    HOLES_A,
    LIST_A,
    PLACES_A,
    STANDARD_A,
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
from pmpath.asking.asker import Choice, Move, Prompt
from pmpath.asking.interview import Conversation, Interview
from pmpath.asking.scripted import ScriptedAsker
from pmpath.core.assessment import assess
from pmpath.core.course import Course, Depth, Question, Reason
from pmpath.errors import OutputError
from pmpath.model.answer import EMPTY_SHEET, Context, Sheet
from strategies import full_sheets

EXAMPLES = {"a": example_a(), "b": example_b(), "c": example_c(), "d": example_d(), "e": example_e()}
DECIDED_ALONE_A = ["discovery.pm", "data.pm", "prioritization.pm", "delivery.pm"]
FACT_LEVELS = {
    "scope": ["cpo", "vp", "director", "group-pm", "senior-pm", "pm", "apm", "none"],
    "people": ["cpo", "vp", "director", "group-pm", "senior-pm", "none"],
}
SHOWN = {"what": "asked ten users", "result": "dropped a feature", "who": "the designer"}


REVIEW = "Type a number to change an answer; Enter shows the result, q stops."
IDS = {text: name for name, text in question_texts().items()}
EXPLAINS = [Move.COUNTS, Move.WHY, Move.EVIDENCE]


class Call(NamedTuple):
    """What a keeper was given: an answer, or lines of evidence."""

    name: str
    kept: str | Mapping[str, str] | None


class Notebook:
    """A keeper that remembers every call."""

    interview: None = None

    def __init__(self) -> None:
        self.calls: list[Call] = []

    def answered(self, question: str, word: str | None) -> None:
        self.calls.append(Call(question, word))

    def shown(self, expectation: str, lines: Mapping[str, str]) -> None:
        self.calls.append(Call(expectation, dict(lines)))


class Person(ScriptedAsker):
    """Answers truly after some moves; types prepared lines, each kind of line in its own order.

    `kept_before` holds how many calls the keeper had had when each prompt or line was shown.
    """

    def __init__(
        self, answers: Mapping[str, str], notebook: Notebook, moves: Iterable[Move | str], typed: Mapping[str, Iterable[str]]
    ) -> None:
        texts = question_texts()
        super().__init__({texts[name]: word for name, word in answers.items()}, moves=moves)
        self._typed = {question: iter(lines) for question, lines in typed.items()}
        self._notebook = notebook
        self.kept_before: list[int] = []
        self.questions: list[str] = []

    def choose(self, prompt: Prompt) -> Choice | Move:
        self.kept_before.append(len(self._notebook.calls))
        return super().choose(prompt)

    def line(self, question: str) -> str:
        self.kept_before.append(len(self._notebook.calls))
        self.questions.append(question)
        self.said.append(question)
        return next(self._typed.get(question, iter(())), "")


class Held(NamedTuple):
    """An interview that has been held: what it asked, as shown and by id, what else it said, what it kept, and its sheet."""

    prompts: list[Prompt]
    ids: list[str]
    said: list[str]
    lines: list[str]
    calls: list[Call]
    kept_before: list[int]
    sheet: Sheet


class Script(NamedTuple):
    """What a person does besides answering: moves or words before the true answers, and lines by the question for them."""

    moves: Sequence[Move | str] = ()
    typed: Mapping[str, Sequence[str]] = {}


AS_ASKED = Script()


def interview(depth: Depth = Depth.STANDARD, target: str | None = None) -> Interview:
    rank = grid().rank_of(target) if target else None
    return Interview(grid(), library().words, Course(depth, rank))


def hold(
    answers: Mapping[str, str],
    about: Interview | None = None,
    known: Sheet = EMPTY_SHEET,
    script: Script = AS_ASKED,
    asked: Mapping[str, str | None] | None = None,
) -> Held:
    notebook = Notebook()
    person = Person(answers, notebook, script.moves, script.typed)
    sheet = Conversation(about or interview(), person, notebook, known, asked).hold()
    ids = [IDS[prompt.question] for prompt in person.prompts]
    return Held(person.prompts, ids, person.said, person.questions, notebook.calls, person.kept_before, sheet)


def moving(*moves: Move | str, answers: Answers | None = None, depth: Depth = Depth.STANDARD) -> Held:
    return hold(answers or example_a(), interview(depth), script=Script(moves=moves))


def reviewing(*typed: str, moves: Sequence[Move | str] = (), answers: Answers | None = None) -> Held:
    return hold(answers or example_a(), script=Script(moves, {REVIEW: typed}))


def showing(name: str, *lines: str, answers: Answers | None = None, known: Sheet = EMPTY_SHEET) -> Held:
    return hold(answers or example_a(), known=known, script=Script(typed=typed_for(name, *lines)))


def typed_for(name: str, *lines: str) -> dict[str, list[str]]:
    """Return the lines as what is typed where evidence of one behavior is asked for."""
    typed: dict[str, list[str]] = defaultdict(list)
    for question, line in zip(evidence_questions(name), lines, strict=False):
        typed[question].append(line)
    return typed


def reviews(held: Held) -> list[list[str]]:
    """Return the numbered answers of each review."""
    found: list[list[str]] = []
    for text in held.said:
        if text == "Your answers":
            found.append([])
        elif found and text.lstrip()[:1].isdigit() and "  " in text.strip():
            found[-1].append(text)
    return found


def asked_a() -> Answers:
    return {name: example_a()[name] for name in STANDARD_A}


def evidence_questions(name: str) -> tuple[str, str, str]:
    prompts = library().words.expectations[name].evidence
    return f"{library().words.title(name)}. {prompts.what}", prompts.result, prompts.confirm


def evidence_question(name: str) -> str:
    return evidence_questions(name)[0]


def evidenced(held: Held) -> list[str]:
    """Return the questions for a first line of evidence, as they were asked."""
    first = {evidence_question(name) for name in grid().choices if "." in name}
    return [line for line in held.lines if line in first]


def opening(count: int) -> str:
    return f"{count} answers decide where you stand. A line of evidence makes each easier to stand by. Enter passes."


def progress_counts(answers: Answers, depth: Depth) -> list[tuple[int, int]]:
    counts = [prompt.header.partition(",")[0].split(" of about ") for prompt in hold(answers, interview(depth)).prompts]
    return [(int(place), int(total)) for place, total in counts]


def part(held: Held, place: int) -> list[str]:
    """Return progress and reason of a prompt."""
    return held.prompts[place].header.split(" - ")


def reasons(held: Held) -> list[str]:
    return [part(held, place)[1] for place in range(len(held.prompts))]


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
    asker = ScriptedAsker({question_texts()["scope"]: "pm"})
    with pytest.raises(EOFError):
        Conversation(interview(), asker, Notebook(), EMPTY_SHEET).hold()
    assert [prompt.question for prompt in asker.prompts] == [question_texts()[name] for name in PLACES_A[:2]]


def test_progress_counts_up_and_the_time_left_goes_down() -> None:
    assert [prompt.header.partition(" - ")[0] for prompt in hold(example_a()).prompts] == [
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
    assert part(hold(example_a(), interview(Depth.FULL)), 0)[0] == "1 of about 57, 14 minutes left"


def test_every_question_says_why_it_is_asked() -> None:
    assert reasons(hold(example_a())) == [
        "decides which role you answer for",
        *["decides APM or PM"] * 4,
        *["completes your list for Senior PM"] * 10,
        *["completes the picture at PM"] * 3,
    ]


def test_a_question_at_the_first_level_decides_about_the_way_in() -> None:
    answers = {**top(), "scope": "apm"}
    assert reasons(hold(answers, interview(Depth.QUICK)))[1] == "decides the way in or APM"


def test_what_only_a_full_interview_asks_says_so_and_names_its_level() -> None:
    held = hold(example_a(), interview(Depth.FULL))
    because = dict(zip(held.ids, reasons(held), strict=True))
    assert because["discovery.apm"] == "part of the full set, APM"
    assert because["technology.pm"] == "part of the full set, PM"
    assert because["organization.cpo"] == "part of the full set, CPO"


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
    choices = hold(example_a()).prompts[1].choices
    assert [(choice.word, choice.label) for choice in choices] == list(zip(words, labels, strict=True))


def test_each_answer_has_the_short_form_that_stays() -> None:
    choices = hold(example_a()).prompts[1].choices
    assert [choice.short for choice in choices] == ["not yet", "no chance so far", "with help", "on your own", "leading others"]


def test_each_question_has_the_title_that_stays() -> None:
    assert [prompt.title for prompt in hold(example_a()).prompts[:2]] == ["Ownership and scope", "Discovery, PM"]


def test_every_question_offers_every_move() -> None:
    assert {tuple(prompt.moves) for prompt in hold(example_a()).prompts} == {tuple(Move)}


def test_a_question_asked_for_the_first_time_has_no_earlier_answer() -> None:
    assert {prompt.earlier for prompt in hold(example_a()).prompts} == {None}


def test_every_behavior_stands_in_the_frame_of_two_years() -> None:
    held = hold(example_a(), interview(Depth.FULL))
    frames = {prompt.frame for name, prompt in zip(held.ids, held.prompts, strict=True) if "." in name}
    assert frames == {library().words.ladder.frame}
    assert "two years" in library().words.ladder.frame


def test_evidence_is_asked_for_what_decided_and_is_done_alone_in_ladder_order() -> None:
    held = hold(example_a())
    assert evidenced(held) == [evidence_question(name) for name in DECIDED_ALONE_A]
    assert held.said.count(opening(4)) == 1


def test_who_passes_is_asked_once_an_answer_and_has_no_evidence() -> None:
    held = hold(example_a())
    assert len(held.lines) == len(DECIDED_ALONE_A) + len([REVIEW])
    assert held.sheet.evidence == {}


def test_the_review_comes_last_for_enter_shows_the_result() -> None:
    assert hold(example_a()).lines[-1] == REVIEW


def test_a_line_of_evidence_is_followed_by_its_result_and_who_can_confirm_it() -> None:
    held = showing("discovery.pm", *SHOWN.values())
    first = held.lines.index(evidence_question("discovery.pm"))
    assert held.lines[first : first + 4] == [*evidence_questions("discovery.pm"), evidence_question("data.pm")]
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
    assert showing("discovery.pm", *lines).sheet.evidence == {"discovery.pm": [kept]}


def test_one_answer_passed_leaves_the_next_to_be_evidenced() -> None:
    assert showing("data.pm", *SHOWN.values()).sheet.evidence == {"data.pm": [SHOWN]}


def test_what_has_evidence_is_not_asked_for_more_and_keeps_it() -> None:
    given_already: dict[str, list[Mapping[str, str]]] = {"data.pm": [SHOWN], "delivery.pm": [SHOWN]}
    held = hold(example_a(), known=Sheet({}, given_already, Context()))
    assert evidenced(held) == [evidence_question("discovery.pm"), evidence_question("prioritization.pm")]
    assert opening(2) in held.said
    assert held.sheet.evidence == {"data.pm": [SHOWN], "delivery.pm": [SHOWN]}


def test_an_empty_list_of_evidence_counts_as_none() -> None:
    assert evidence_question("data.pm") in hold(example_a(), known=Sheet({}, {"data.pm": []}, Context())).lines


def test_a_single_answer_is_said_in_the_singular() -> None:
    held = hold(example_a(), known=Sheet({}, {name: [SHOWN] for name in DECIDED_ALONE_A[1:]}, Context()))
    assert "1 answer decides where you stand. A line of evidence makes it easier to stand by. Enter passes." in held.said


def test_nothing_is_said_where_everything_that_decides_has_evidence() -> None:
    held = hold(example_a(), known=Sheet({}, {name: [SHOWN] for name in DECIDED_ALONE_A}, Context()))
    assert held.lines == [REVIEW]
    assert not [text for text in held.said if "decide" in text]


@pytest.mark.parametrize("answers", [example_b(), example_e(), bottom()], ids=["b", "e", "bottom"])
def test_nobody_on_the_way_in_is_asked_for_evidence(answers: Answers) -> None:
    held = hold(answers, interview(Depth.FULL))
    assert evidenced(held) == []
    assert held.sheet.evidence == {}


def test_answers_given_with_help_are_not_asked_for_evidence() -> None:
    helped = {**bottom(), "scope": "apm"} | {f"{name}.apm": "with-help" for name in ("discovery", "data", "prioritization")}
    held = hold({**helped, "delivery.apm": "on-my-own"}, interview(Depth.FULL))
    assert evidenced(held) == [evidence_question("delivery.apm")]


def test_answers_that_keep_a_level_from_holding_are_not_asked_for_evidence() -> None:
    asked = evidenced(hold(example_d(), interview(Depth.FULL)))
    done = {evidence_question(f"{name}.director") for name in ("prioritization", "influence")}
    assert asked == [evidence_question(f"{name}.group-pm") for name in ("discovery", "data", "prioritization", "delivery")]
    assert not done & set(asked)


def test_evidence_that_was_passed_is_not_asked_for_again_after_a_change() -> None:
    held = reviewing("6", moves=[*asked_a().values(), "senior-pm"])
    assert len(evidenced(held)) == len(set(evidenced(held)))


@pytest.mark.parametrize("hostile", ["\x1b[31mred", "a\x00b", "\u202eback"])
def test_evidence_holds_nothing_that_a_terminal_would_obey(hostile: str) -> None:
    shown = showing("discovery.pm", hostile).sheet.evidence["discovery.pm"][0]["what"]
    assert shown.isprintable()
    assert shown.startswith(hostile[0]) is hostile[0].isprintable()


def test_a_line_of_evidence_is_no_longer_than_one_in_a_sheet() -> None:
    assert len(showing("discovery.pm", "x" * 5000).sheet.evidence["discovery.pm"][0]["what"]) == 2000


# Moves


@pytest.mark.parametrize("move", [Move.COUNTS, Move.WHY, Move.EVIDENCE])
def test_a_question_is_asked_again_after_it_was_explained(move: Move) -> None:
    held = moving("pm", move)
    assert held.ids == ["scope", "discovery.pm", *STANDARD_A[1:]]


@pytest.mark.parametrize("move", EXPLAINS)
def test_what_explains_a_question_changes_no_answer(move: Move) -> None:
    assert moving(move, "pm", move).sheet == hold(example_a()).sheet


def test_what_counts_says_examples_and_the_limit_and_the_meaning_of_each_answer_and_the_keys() -> None:
    part = library().words.expectations["discovery.pm"]
    said = moving("pm", Move.COUNTS).said
    wanted = [
        "This counts:",
        *[f"- {example}" for example in part.counts_if],
        f"This does not count: {part.does_not_count}",
        *[f"- {option.short}: {option.meaning}" for option in library().words.ladder.answers],
        "Keys: ? what counts, w why this, e evidence, b back, s skip, q stop",
    ]
    assert [text for text in wanted if text not in said] == []


def test_what_counts_for_a_fact_has_an_example_of_each_statement() -> None:
    said = moving(Move.COUNTS).said
    labels = [library().words.expectations[f"scope.{level}"].label for level in reversed(grid().levels)]
    assert [text.partition(":")[0] for text in said if text.startswith("- ")] == [f"- {label}" for label in labels]


def test_why_says_what_the_competency_is_for_and_what_the_answer_decides() -> None:
    said = moving("pm", Move.WHY).said
    discovery = library().words.competencies["discovery"]
    assert f"{discovery.name}: {discovery.why}" in said
    assert "Your answer decides APM or PM." in said


def test_evidence_can_be_given_at_the_question_and_is_not_asked_for_later() -> None:
    held = hold(example_a(), script=Script(["pm", Move.EVIDENCE], typed_for("discovery.pm", *SHOWN.values())))
    assert held.lines[:3] == list(evidence_questions("discovery.pm"))
    assert held.lines.count(evidence_question("discovery.pm")) == 1
    assert held.sheet.evidence == {"discovery.pm": [SHOWN]}


def test_a_fact_needs_no_evidence_and_says_so() -> None:
    held = moving(Move.EVIDENCE)
    assert held.said[:3] == ["", "Others can check a fact, so it needs no line of evidence. Behaviors take one.", ""]
    assert held.ids == ["scope", *STANDARD_A]


def test_stopping_ends_the_interview() -> None:
    with pytest.raises(EOFError):
        moving("pm", Move.STOP)


def test_back_asks_the_earlier_question_with_its_answer_preselected() -> None:
    held = moving("pm", "with-help", Move.BACK)
    assert held.ids[:4] == ["scope", "discovery.pm", "data.pm", "discovery.pm"]
    assert held.prompts[3].earlier == "with-help"


def test_a_question_asked_again_says_which_one_it_is_and_that_it_changes_the_answer() -> None:
    held = moving("pm", "with-help", Move.BACK)
    assert part(held, 3)[0].startswith("2 of about ")
    assert reasons(held)[3] == "changes your answer"


def test_back_and_back_again_walks_to_the_first_question() -> None:
    held = moving("pm", "on-my-own", Move.BACK, Move.BACK)
    assert held.ids[:5] == ["scope", "discovery.pm", "data.pm", "discovery.pm", "scope"]


def test_back_at_the_first_question_says_so_and_asks_it_again() -> None:
    held = moving(Move.BACK)
    assert held.ids == ["scope", *STANDARD_A]
    assert held.said.count("This is the first question.") == 1


def test_back_past_the_first_question_asks_the_first_again() -> None:
    held = moving("pm", Move.BACK, Move.BACK)
    assert held.ids[:4] == ["scope", "discovery.pm", "scope", "scope"]
    assert "This is the first question." in held.said


def test_a_changed_answer_changes_what_is_asked_next() -> None:
    held = moving("pm", "on-my-own", Move.BACK, Move.BACK, "none")
    assert held.ids[5] != "data.pm"
    assert held.sheet.answers["scope"] == "none"


def test_an_answer_that_was_kept_going_back_leads_on_to_where_one_was() -> None:
    held = moving("pm", "on-my-own", Move.BACK, "on-my-own")
    assert held.ids == [*STANDARD_A[:3], "discovery.pm", *STANDARD_A[2:]]
    assert held.sheet == hold(example_a()).sheet


def test_a_skipped_question_is_passed_over_for_another_one() -> None:
    held = moving("pm", Move.SKIP)
    assert held.ids.count("discovery.pm") == 1
    assert held.ids[2] == "data.pm"
    assert "discovery.pm" not in held.sheet.answers
    assert "  Discovery, PM: skipped" in held.said


@pytest.mark.parametrize("depth", Depth)
def test_who_skips_everything_is_never_asked_the_same_again(depth: Depth) -> None:
    held = moving(*[Move.SKIP] * 100, depth=depth)
    assert len(held.ids) == len(set(held.ids))


@pytest.mark.parametrize(("depth", "count"), [(Depth.QUICK, 20), (Depth.STANDARD, 20), (Depth.FULL, 57)])
def test_who_skips_everything_is_done_after_so_many_questions(depth: Depth, count: int) -> None:
    held = moving(*[Move.SKIP] * 100, depth=depth)
    assert len(held.ids) == count
    assert held.sheet == EMPTY_SHEET


def test_a_skipped_question_can_be_answered_by_going_back() -> None:
    held = moving("pm", Move.SKIP, Move.BACK, "on-my-own")
    assert held.ids[3] == "discovery.pm"
    assert held.prompts[3].earlier is None
    assert held.sheet == hold(example_a()).sheet


def test_an_answer_can_be_taken_back_by_skipping() -> None:
    held = moving("pm", "on-my-own", Move.BACK, Move.SKIP)
    assert "discovery.pm" not in held.sheet.answers
    assert held.calls[:3] == [Call("scope", "pm"), Call("discovery.pm", "on-my-own"), Call("discovery.pm", None)]


# Review


def test_the_review_shows_every_answer_of_the_interview_numbered() -> None:
    words = library().words
    lines = reviews(hold(example_a()))
    assert lines == [
        [
            f"{place:3}  {words.question_title(name)}: {words.answer_short(name, word)}"
            for place, (name, word) in enumerate(asked_a().items(), start=1)
        ]
    ]


def test_the_review_shows_what_was_skipped() -> None:
    assert reviews(moving("pm", Move.SKIP))[0][1] == "  2  Discovery, PM: skipped"


def test_the_review_leaves_out_what_was_known_before() -> None:
    held = hold(example_a(), known=Sheet({"scope": "pm"}, {}, Context()))
    assert reviews(held)[0][0].startswith("  1  Discovery, PM")


def test_an_answer_can_be_changed_in_the_review_and_stands_there_preselected() -> None:
    held = reviewing("18", moves=[*asked_a().values(), "with-help"])
    assert (held.ids[-1], held.prompts[-1].earlier) == ("influence.pm", "on-my-own")
    assert held.sheet.answers == {**asked_a(), "influence.pm": "with-help"}
    assert reviews(held)[1][-1].endswith("Influence, PM: with help")


def test_a_change_in_the_review_asks_what_it_makes_worth_asking() -> None:
    held = reviewing("1", moves=[*asked_a().values(), "none"])
    assert held.ids[18] == "scope"
    assert len(held.ids) > 19
    assert all(name not in STANDARD_A for name in held.ids[19:])
    assert assess(grid(), held.sheet.answers, {}, None).complete


@pytest.mark.parametrize("move", [Move.BACK, Move.COUNTS, Move.WHY])
def test_a_move_at_a_question_of_the_review_keeps_the_answer(move: Move) -> None:
    held = reviewing("3", moves=[*asked_a().values(), move])
    assert held.sheet.answers == asked_a()


@pytest.mark.parametrize("typed", ["0", "19", "x", "-1", "1.5", "\u0663", "?", "1 2"])
def test_what_is_no_number_of_an_answer_changes_nothing_and_says_so(typed: str) -> None:
    held = reviewing(typed)
    assert f"There is no answer {typed}; they are numbered 1 to 18." in held.said
    assert len(reviews(held)) == 2
    assert held.ids == STANDARD_A


def test_a_number_with_very_many_digits_is_no_number_of_an_answer() -> None:
    assert len(reviews(reviewing("9" * 5000))) == 2


@pytest.mark.parametrize("key", ["q", "Q"])
def test_the_review_can_be_stopped(key: str) -> None:
    with pytest.raises(EOFError):
        reviewing(key)


def test_there_is_no_review_where_nothing_was_asked() -> None:
    assert hold({}, known=Sheet(example_a(), {}, Context())).lines == []


# Keeping


def test_every_answer_is_kept_in_the_order_of_answering() -> None:
    assert hold(example_a()).calls == [Call(name, word) for name, word in asked_a().items()]


def test_every_answer_is_kept_before_the_next_question_is_shown() -> None:
    assert hold(example_a()).kept_before[: len(STANDARD_A) + 1] == list(range(len(STANDARD_A) + 1))


def test_skips_are_kept_too() -> None:
    held = moving("pm", Move.SKIP, Move.SKIP)
    assert held.calls[:3] == [Call("scope", "pm"), Call("discovery.pm", None), Call("data.pm", None)]
    assert held.kept_before[:4] == [0, 1, 2, 3]


@pytest.mark.parametrize("move", [Move.COUNTS, Move.WHY, Move.BACK])
def test_a_move_keeps_nothing(move: Move) -> None:
    assert moving("pm", move).kept_before[:3] == [0, 1, 1]


def test_evidence_is_kept_line_by_line_before_the_next_line_is_asked_for() -> None:
    held = hold(example_a(), script=Script(["pm", Move.EVIDENCE], typed_for("discovery.pm", *SHOWN.values())))
    assert held.calls[1:4] == [
        Call("discovery.pm", {"what": SHOWN["what"]}),
        Call("discovery.pm", {"what": SHOWN["what"], "result": SHOWN["result"]}),
        Call("discovery.pm", SHOWN),
    ]
    assert held.kept_before[:6] == [0, 1, 1, 2, 3, 4]


def test_a_change_in_the_review_is_kept() -> None:
    held = reviewing("18", moves=[*asked_a().values(), "with-help"])
    assert held.calls[-1] == Call("influence.pm", "with-help")


def test_an_answer_that_cannot_be_kept_ends_the_interview_and_stands_in_the_sheet() -> None:
    class Full(Notebook):
        def answered(self, question: str, word: str | None) -> None:
            if self.calls:
                raise OutputError("no room")
            super().answered(question, word)

    person = ScriptedAsker({text: example_a()[name] for text, name in IDS.items()})
    conversation = Conversation(interview(), person, Full(), EMPTY_SHEET)
    with pytest.raises(OutputError):
        conversation.hold()
    assert conversation.sheet.answers == {"scope": "pm", "discovery.pm": "on-my-own"}


# Resuming


@pytest.mark.parametrize("count", [1, 7, 17])
def test_an_interview_goes_on_with_the_question_after_the_last(count: int) -> None:
    asked = dict(list(asked_a().items())[:count])
    held = hold(example_a(), asked=asked)
    assert held.ids == STANDARD_A[count:]
    assert part(held, 0)[0].startswith(f"{count + 1} of about ")
    assert held.sheet.answers == asked_a()


def test_an_interview_that_goes_on_can_go_back_to_what_was_asked_before() -> None:
    held = hold(example_a(), asked={"scope": "pm", "discovery.pm": "with-help"}, script=Script([Move.BACK, "on-my-own"]))
    assert held.ids[:2] == ["data.pm", "discovery.pm"]
    assert held.prompts[1].earlier == "with-help"
    assert held.sheet.answers == asked_a()


def test_an_interview_that_goes_on_does_not_ask_again_what_was_skipped() -> None:
    assert "discovery.pm" not in hold(example_a(), asked={"scope": "pm", "discovery.pm": None}).ids


def test_an_interview_left_at_its_end_goes_on_with_the_review() -> None:
    held = hold({}, asked=asked_a())
    assert held.ids == []
    assert len(reviews(held)[0]) == len(STANDARD_A)


def test_an_interview_that_goes_on_reviews_what_was_asked_before_too() -> None:
    assert len(reviews(hold(example_a(), asked={"scope": "pm"}))[0]) == len(STANDARD_A)


def test_a_conversation_counts_its_answers_and_not_what_was_skipped() -> None:
    asked = {"scope": "pm", "discovery.pm": None, "data.pm": "on-my-own"}
    conversation = Conversation(interview(), ScriptedAsker({}), Notebook(), EMPTY_SHEET, asked)
    assert (conversation.answered, conversation.total) == (2, 16)


# Asked again

KNOWN_A = Sheet({name: example_a()[name] for name in STANDARD_A}, {name: [SHOWN] for name in DECIDED_ALONE_A}, Context("PM"))
"""A sheet that lacks nothing."""
WORKED_ON = Question("data.senior-pm", Reason.WORKED_ON, 3)
OPEN_BEFORE = Question("scope", Reason.OPEN_BEFORE, 1)


def again(*questions: Question, depth: Depth = Depth.STANDARD, note: str = "") -> Interview:
    return Interview(grid(), library().words, Course(depth, again=questions), note)


@pytest.mark.parametrize("depth", [Depth.QUICK, Depth.STANDARD])
def test_what_is_asked_again_is_all_that_is_asked_where_nothing_else_is_lacking(depth: Depth) -> None:
    assert hold(example_a(), again(WORKED_ON, OPEN_BEFORE, depth=depth), KNOWN_A).ids == ["data.senior-pm", "scope"]


def test_what_is_asked_again_comes_before_what_is_still_lacking() -> None:
    lacking = KNOWN_A._replace(answers={name: word for name, word in KNOWN_A.answers.items() if name not in HOLES_A})
    assert hold(example_a(), again(WORKED_ON, OPEN_BEFORE), lacking).ids == ["data.senior-pm", "scope", *HOLES_A]


def test_the_earlier_answer_to_what_is_asked_again_is_offered() -> None:
    held = hold(example_a(), again(WORKED_ON, OPEN_BEFORE), KNOWN_A)
    assert [prompt.earlier for prompt in held.prompts] == [example_a()["data.senior-pm"], "pm"]


def test_what_is_asked_again_says_why() -> None:
    narrow, second = Question("data.pm", Reason.NARROW, 2), Question("strategy.pm", Reason.SECOND_VIEW, 2)
    assert reasons(hold(example_a(), again(WORKED_ON, OPEN_BEFORE, narrow, second), KNOWN_A)) == [
        "asked again: your plan worked on it",
        "asked again: it was open last time",
        "asked again: your level rests on it, with little to spare",
        "asked of both of you",
    ]


def test_progress_counts_what_is_asked_again() -> None:
    held = hold(example_a(), again(WORKED_ON, OPEN_BEFORE), KNOWN_A)
    assert [part(held, place)[0].partition(",")[0] for place in (0, 1)] == ["1 of about 2", "2 of about 2"]


def test_an_answer_that_changed_takes_the_place_of_the_earlier_one() -> None:
    held = hold({"data.senior-pm": "lead-others", "scope": "pm"}, again(WORKED_ON, OPEN_BEFORE), KNOWN_A)
    assert held.sheet.answers == {**KNOWN_A.answers, "data.senior-pm": "lead-others"}


def test_an_answer_that_changed_asks_what_it_makes_worth_asking() -> None:
    held = hold({**example_a(), "scope": "none"}, again(OPEN_BEFORE), KNOWN_A)
    assert held.ids == ["scope", *(name for name in grid().choices if name.endswith(".apm"))]


def test_skipping_what_is_asked_again_keeps_the_earlier_answer_and_says_so() -> None:
    held = hold(example_a(), again(WORKED_ON, OPEN_BEFORE), KNOWN_A, Script([Move.SKIP, Move.SKIP]))
    assert held.sheet == KNOWN_A
    assert held.calls == [Call("data.senior-pm", None), Call("scope", None)]
    assert "  Ownership and scope: skipped, stays as it was" in held.said
    assert reviews(held)[0][1] == "  2  Ownership and scope: skipped, stays as it was"


def test_what_is_asked_again_and_skipped_is_not_asked_a_third_time() -> None:
    assert hold(example_a(), again(WORKED_ON), KNOWN_A, Script([Move.SKIP])).ids == ["data.senior-pm"]


def test_going_back_to_what_was_asked_again_offers_the_answer_of_today() -> None:
    held = hold(example_a(), again(WORKED_ON, OPEN_BEFORE), KNOWN_A, Script(["lead-others", Move.BACK, "on-my-own"]))
    assert held.ids == ["data.senior-pm", "scope", "data.senior-pm", "scope"]
    assert held.prompts[2].earlier == "lead-others"
    assert held.sheet.answers["data.senior-pm"] == "on-my-own"


def test_going_back_to_what_was_skipped_offers_the_earlier_answer_again() -> None:
    held = hold(example_a(), again(WORKED_ON, OPEN_BEFORE), KNOWN_A, Script([Move.SKIP, Move.BACK]))
    assert held.prompts[2].earlier == example_a()["data.senior-pm"]


def test_an_answer_that_was_changed_and_then_skipped_is_the_earlier_one_again() -> None:
    held = hold(example_a(), again(WORKED_ON, OPEN_BEFORE), KNOWN_A, Script(["lead-others", Move.BACK, Move.SKIP]))
    assert held.sheet == KNOWN_A


def test_an_interview_that_goes_on_asks_again_only_what_it_did_not_ask_yet() -> None:
    held = hold(example_a(), again(WORKED_ON, OPEN_BEFORE), KNOWN_A, asked={"data.senior-pm": None})
    assert held.ids == ["scope"]


def test_the_review_shows_what_was_asked_again_and_nothing_that_stayed() -> None:
    held = hold(example_a(), again(OPEN_BEFORE), KNOWN_A)
    assert len(reviews(held)[0]) == 1


# About somebody else's work

NOTE = "Answer by what you have seen."


def test_the_note_stands_with_every_question_before_its_frame() -> None:
    held = hold(example_a(), again(WORKED_ON, OPEN_BEFORE, note=NOTE), KNOWN_A)
    assert [prompt.frame for prompt in held.prompts] == [f"{NOTE} {library().words.ladder.frame}", NOTE]


def test_no_evidence_is_asked_for_about_somebody_elses_work() -> None:
    bare = KNOWN_A._replace(evidence={})
    assert evidenced(hold(example_a(), again(WORKED_ON), bare)) != []
    held = hold(example_a(), again(WORKED_ON, note=NOTE), bare)
    assert (held.lines, held.sheet.evidence) == ([REVIEW], {})


def test_who_rates_stays_named_in_the_sheet() -> None:
    rated = KNOWN_A._replace(rater="Dana")
    assert hold(example_a(), again(WORKED_ON, note=NOTE), rated).sheet.rater == "Dana"


# Any way through an interview

FEWER = settings(max_examples=settings().max_examples // 5)
"""Each example holds two interviews."""
DETOURS = st.lists(st.sampled_from([Move.COUNTS, Move.WHY, Move.BACK, None]), max_size=25)


class Wanderer(ScriptedAsker):
    """Goes wherever chance leads, then truly answers; mends in the review all that is not true."""

    def __init__(self, truth: Answers, moves: Sequence[Move | int | None]) -> None:
        super().__init__({})
        self._truth = truth
        self._wander = iter(moves)
        self._given: dict[str, str | None] = {}

    def choose(self, prompt: Prompt) -> Choice | Move:
        name = IDS[prompt.question]
        move = next(self._wander, None)
        if isinstance(move, Move):
            if move is Move.SKIP:
                self._given[name] = None
            return move
        words = [choice.word for choice in prompt.choices]
        place = words.index(self._truth[name]) if move is None else move % len(words)
        self._given[name] = words[place]
        return prompt.choices[place]

    def line(self, question: str) -> str:
        if question != REVIEW:
            return ""
        self._wander = iter(())
        wrong = [place for place, (name, word) in enumerate(self._given.items(), start=1) if word != self._truth[name]]
        return str(wrong[0]) if wrong else ""


def wander(truth: Answers, depth: Depth, moves: Sequence[Move | int | None]) -> Sheet:
    return Conversation(interview(depth), Wanderer(truth, moves), Notebook(), EMPTY_SHEET).hold()


@FEWER
@given(full_sheets(), st.sampled_from([Depth.QUICK, Depth.STANDARD]), DETOURS)
def test_any_detours_with_true_answers_end_with_the_sheet_of_the_straight_way(
    truth: Answers, depth: Depth, moves: list[Move | None]
) -> None:
    assert wander(truth, depth, moves) == wander(truth, depth, [])


@FEWER
@given(
    full_sheets(),
    st.sampled_from([Depth.QUICK, Depth.STANDARD]),
    st.lists(st.one_of(st.sampled_from([move for move in Move if move is not Move.STOP]), st.integers(0, 7)), max_size=25),
)
def test_whatever_was_answered_and_skipped_is_forgotten_once_the_review_has_mended_it(
    truth: Answers, depth: Depth, moves: list[Move | int | None]
) -> None:
    ended, straight = wander(truth, depth, moves).answers, wander(truth, depth, []).answers
    assert ended == {name: truth[name] for name in ended}
    mended, told = assess(grid(), ended, {}, None), assess(grid(), straight, {}, None)
    assert (mended.role, mended.level) == (told.role, told.level)
