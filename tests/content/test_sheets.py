"""Answer sheets: YAML and JSON alike, every problem at once with its place, and a fast way that never disagrees."""

import json
from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from builders import example_a, example_c, grid, library
from pmpath.content.sheets import SheetReader, questions_in, unknown_id, wrong_word
from pmpath.errors import ContentError, Problem
from pmpath.model.answer import EMPTY_SHEET, Context, Sheet
from pmpath.render.template import Template, second_view_template, sheet_template, template_json

READER: Final = SheetReader(grid())
NOT_VALID: Final = "this answer sheet is not valid"
WORDS: Final = "use one of: not-yet, no-chance, with-help, on-my-own, lead-others"
SCOPES: Final = "use one of: none, apm, pm, senior-pm, group-pm, director, vp, cpo"
FILLED: Final[dict[str, Any]] = {
    "answers": {"scope": "pm", "people": "none", "discovery.apm": "on-my-own", "data.pm": "with-help", "strategy.pm": None},
    "evidence": {
        "discovery.apm": [{"what": "Ran five interviews", "result": "two stories changed", "who": "my lead", "date": "May"}],
        "scope.pm": [{"what": "One page of goals"}, {"what": "The launch note"}],
    },
    "context": {"title": "Product owner", "environment": "startup", "hours_per_week": 4, "target": "senior-pm"},
}


def read(text: str, name: str = "answers.yaml") -> Sheet:
    return READER.read(text.encode(), name)


def error_of(content: bytes, name: str = "answers.yaml") -> ContentError:
    with pytest.raises(ContentError) as caught:
        READER.read(content, name)
    return caught.value


def problems(text: str, name: str = "answers.yaml") -> list[tuple[int | None, int | None, str, str, str]]:
    return [
        (problem.line, problem.column, problem.path, problem.message, problem.hint)
        for problem in error_of(text.encode(), name).problems
    ]


def test_a_filled_sheet_is_read_whole_and_unknown_answers_are_left_out() -> None:
    sheet = read(yaml.safe_dump(FILLED))
    assert sheet.answers == {"scope": "pm", "people": "none", "discovery.apm": "on-my-own", "data.pm": "with-help"}
    assert sheet.evidence == FILLED["evidence"]
    assert sheet.context == Context(title="Product owner", environment="startup", hours_per_week=4, target="senior-pm")


@pytest.mark.parametrize("rater", [None, "Dana: my lead"])
def test_a_sheet_that_is_written_down_is_read_as_the_same_sheet(rater: str | None) -> None:
    sheet = read(yaml.safe_dump(FILLED))._replace(rater=rater)
    template = Template(list(grid().choices), sheet)
    assert read(template_json(template), "answers.json") == sheet
    assert read(second_view_template(template, library().words)) == sheet


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("name", ["answers.json", "-", "answers", "answers.yaml", "answers.yml"])
def test_yaml_and_json_of_the_same_sheet_give_the_same_sheet(name: str, indent: int | None) -> None:
    assert READER.read(json.dumps(FILLED, indent=indent).encode(), name) == read(yaml.safe_dump(FILLED))


@pytest.mark.parametrize("name", ["-", "answers", "answers.txt", "answers.yml"])
def test_yaml_is_read_under_any_name_but_json(name: str) -> None:
    assert READER.read(b"answers:\n  scope: pm\n", name).answers == {"scope": "pm"}


def test_yaml_under_the_name_of_json_is_refused() -> None:
    assert error_of(b"answers:\n  scope: pm\n", "answers.json").message == "this file cannot be read"


@pytest.mark.parametrize("answers", [example_a(), example_c()])
def test_a_worked_example_is_read_as_it_was_written(answers: Mapping[str, str]) -> None:
    assert read(yaml.safe_dump({"answers": dict(answers)})) == Sheet(answers, {}, Context())
    assert READER.accept(json.dumps({"answers": answers}).encode()) == Sheet(answers, {}, Context())


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "answers: null\n",
        "answers:\nevidence:\ncontext:\n",
        "answers: {}\nevidence: {}\ncontext: {}\n",
        "answers: {scope: null, discovery.pm: ~}\n",
        "context: {title: null, environment: null, hours_per_week: null, target: null}\n",
    ],
)
def test_a_sheet_without_a_single_answer_is_a_sheet(text: str) -> None:
    assert read(text) == EMPTY_SHEET


@pytest.mark.parametrize("name", ["answers.yaml", "-"])
@pytest.mark.parametrize("content", [b"", b"\n", b"# later\n", b"---\n", b"null\n", b"~"])
def test_an_empty_file_is_refused_with_what_to_do(content: bytes, name: str) -> None:
    error = error_of(content, name)
    assert error.message == "this answer sheet is empty"
    assert error.problems == (
        Problem(name, None, None, "", "the file is empty", "pmpath assess --template writes a sheet to fill in"),
    )


@pytest.mark.parametrize("content", [b"", b"  \n", b"null"])
def test_an_empty_json_file_is_called_empty_too(content: bytes) -> None:
    assert error_of(content, "answers.json").message == "this answer sheet is empty"


def test_the_template_is_a_sheet_without_answers() -> None:
    assert read(sheet_template(grid(), library().words)) == EMPTY_SHEET


def test_all_problems_come_at_once_in_the_order_of_the_file() -> None:
    text = (
        "context:\n"
        "  target: chief\n"
        "answers:\n"
        "  scope: pm\n"
        "  discovery.pm: yes\n"
        "  startegy.pm: with-help\n"
        "  people: pm\n"
        "  delivery.pm: 3\n"
        "  discovery.cpo: not-yet\n"
        "  scope.pm: pm\n"
        "  strategy: on-my-own\n"
        "evidence:\n"
        "  influance.pm: []\n"
        "  scope.pm:\n"
        "    - {waht: a page}\n"
        "evidnce: {}\n"
    )
    assert problems(text) == [
        (2, 3, "context.target", 'no such level: "chief"', "use one of: apm, pm, senior-pm, group-pm, director, vp, cpo"),
        (5, 3, "answers.discovery.pm", '"yes" is not an answer', WORDS),
        (6, 3, "answers.startegy.pm", "no such competency", "did you mean strategy?"),
        (
            7,
            3,
            "answers.people",
            '"pm" is not a statement of people',
            "use one of: none, senior-pm, group-pm, director, vp, cpo",
        ),
        (8, 3, "answers.delivery.pm", "must be text", ""),
        (
            9,
            3,
            "answers.discovery.cpo",
            "discovery has no such level",
            "use one of: apm, pm, senior-pm, group-pm, director, vp",
        ),
        (10, 3, "answers.scope.pm", "a fact has one answer for all levels", "write scope: and a level id or none"),
        (11, 3, "answers.strategy", "the level is missing", "write strategy.LEVEL, for example strategy.apm"),
        (13, 3, "evidence.influance.pm", "no such competency", "did you mean influence?"),
        (15, 7, "evidence.scope.pm.0.what", "this field is missing", ""),
        (15, 8, "evidence.scope.pm.0.waht", "no such field", "did you mean what?"),
        (16, 1, "evidnce", "no such field", "did you mean evidence?"),
    ]


def test_the_wrong_file_of_the_screens_is_refused_as_shown() -> None:
    answers = "".join(f"  {question}: not-yet\n" for question in list(grid().choices)[1:11])
    text = f"# my answers\nanswers:\n{answers}  scope: pm\n  discovery.pm: yes\n".replace(
        "  discovery.pm: not-yet\n", "  people: none\n"
    )
    text += "  # still to think about\n  delivery.group-pm:\n  data.group-pm:\n  business.group-pm:\n  startegy.pm: with-help\n"
    shown = problems(text)
    assert [(line, column) for line, column, *_ in shown] == [(14, 3), (19, 3)]
    assert [rest for _, _, *rest in shown] == [
        ["answers.discovery.pm", '"yes" is not an answer', WORDS],
        ["answers.startegy.pm", "no such competency", "did you mean strategy?"],
    ]


@pytest.mark.parametrize("name", ["answers.yaml", "answers.json", "-"])
def test_problems_have_their_places_in_json_too(name: str) -> None:
    text = '{\n  "answers": {\n    "scope": "pm",\n    "discovery.pm": "yes"\n  },\n  "extra": {}\n}\n'
    assert problems(text, name) == [
        (4, 5, "answers.discovery.pm", '"yes" is not an answer', WORDS),
        (6, 3, "extra", "no such field", ""),
    ]


@pytest.mark.parametrize("word", ["yes", "no", "not_yet", "Not-yet", "not-yet ", "", "3", "true", "none", "pm"])
def test_a_wrong_word_is_shown_with_the_right_ones(word: str) -> None:
    assert problems(f'answers:\n  discovery.pm: "{word}"\n') == [
        (2, 3, "answers.discovery.pm", f'"{word}" is not an answer', WORDS)
    ]


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("PM", f"did you mean pm? {SCOPES}"),
        ("directer", f"did you mean director? {SCOPES}"),
        ("zzz", SCOPES),
        ("on-my-own", SCOPES),
    ],
)
def test_a_wrong_statement_is_shown_with_the_right_ones(word: str, hint: str) -> None:
    assert wrong_word(grid(), "scope", word) == (f'"{word}" is not a statement of scope', hint)


def test_a_level_without_a_statement_is_no_statement_of_the_fact() -> None:
    message, hint = wrong_word(grid(), "people", "pm")
    assert message == '"pm" is not a statement of people'
    assert hint.endswith("use one of: none, senior-pm, group-pm, director, vp, cpo")


@pytest.mark.parametrize(
    ("question", "message", "hint"),
    [
        ("startegy.pm", "no such competency", "did you mean strategy?"),
        ("Strategy.pm", "no such competency", "did you mean strategy?"),
        ("startegy", "no such competency", "did you mean strategy?"),
        ("strategy", "the level is missing", "write strategy.LEVEL, for example strategy.apm"),
        ("organization", "the level is missing", "write organization.LEVEL, for example organization.senior-pm"),
        ("strategy.senior", "strategy has no such level", "did you mean senior-pm?"),
        ("strategy.PM", "strategy has no such level", "did you mean pm?"),
        ("strategy.", "strategy has no such level", "use one of: apm, pm, senior-pm, group-pm, director, vp, cpo"),
        ("organization.pm", "organization has no such level", "use one of: senior-pm, group-pm, director, vp, cpo"),
        ("delivery.cpo", "delivery has no such level", "use one of: apm, pm, senior-pm, group-pm, director"),
        ("delivery.pm.x", "delivery has no such level", "did you mean pm?"),
        ("scope.pm", "a fact has one answer for all levels", "write scope: and a level id or none"),
        ("people.vp", "a fact has one answer for all levels", "write people: and a level id or none"),
    ],
)
def test_an_unknown_id_is_explained(question: str, message: str, hint: str) -> None:
    assert unknown_id(grid(), question) == (message, hint)


@pytest.mark.parametrize("question", ["", ".", "xyz.pm", "42"])
def test_an_id_near_nothing_is_answered_with_all_competencies(question: str) -> None:
    message, hint = unknown_id(grid(), question)
    assert message == "no such competency"
    assert hint.startswith("use one of: scope, ")
    assert sorted(hint.removeprefix("use one of: ").split(", ")) == sorted({cell.competency for cell in grid().cells})


@pytest.mark.parametrize("value", ["3", "1.5", "true", "[not-yet]", "{not-yet: 1}"])
def test_an_answer_of_a_wrong_type_is_refused_at_its_place(value: str) -> None:
    assert problems(f"answers:\n  scope: pm\n  discovery.pm: {value}\n") == [(3, 3, "answers.discovery.pm", "must be text", "")]


@pytest.mark.parametrize("value", ["text", "3", "[]", "true"])
@pytest.mark.parametrize("part", ["answers", "evidence", "context"])
def test_a_part_of_a_wrong_type_is_refused_at_its_place(part: str, value: str) -> None:
    assert problems(f"# sheet\n{part}: {value}\n") == [(2, 1, part, "must be a mapping", "")]


@pytest.mark.parametrize("text", ["[]", "text", "3", "true", "- answers"])
def test_a_file_that_holds_no_mapping_is_refused(text: str) -> None:
    assert problems(text) == [(1, 1, "", "must be a mapping", "")]


@pytest.mark.parametrize("value", ["text", "3", "{what: x}"])
def test_evidence_that_is_no_list_is_refused(value: str) -> None:
    assert problems(f"evidence:\n  scope.pm: {value}\n") == [(2, 3, "evidence.scope.pm", "must be a list", "")]


def test_every_piece_of_evidence_is_looked_at() -> None:
    items = ("{what: fine}", "text", "{result: x}", "{what: x, who: 3}", "{what: x, extra: y}")
    text = "evidence:\n  scope.pm:\n" + "".join(f"    - {item}\n" for item in items)
    assert [(line, path, message) for line, _, path, message, _ in problems(text)] == [
        (4, "evidence.scope.pm.1", "must be a mapping"),
        (5, "evidence.scope.pm.2.what", "this field is missing"),
        (6, "evidence.scope.pm.3.who", "must be text"),
        (7, "evidence.scope.pm.4.extra", "no such field"),
    ]


def test_evidence_belongs_to_an_expectation_not_to_a_fact() -> None:
    assert problems("evidence:\n  scope: []\n") == [
        (2, 3, "evidence.scope", "the level is missing", "write scope.LEVEL, for example scope.apm")
    ]


@pytest.mark.parametrize("value", ["0", "-1", "80.5", "81", "1e400"])
def test_hours_out_of_bounds_are_refused(value: str) -> None:
    shown = problems(f"context:\n  hours_per_week: {value}\n")
    assert [(line, column, path) for line, column, path, _, _ in shown] == [(2, 3, "context.hours_per_week")]


@pytest.mark.parametrize("value", ["true", "'5'", "[5]", "many"])
def test_hours_that_are_no_number_are_refused_once(value: str) -> None:
    assert problems(f"context:\n  hours_per_week: {value}\n") == [(2, 3, "context.hours_per_week", "must be a number", "")]


@pytest.mark.parametrize("value", [0.5, 1, 2.25, 80])
def test_hours_within_bounds_are_kept(value: float) -> None:
    assert read(f"context: {{hours_per_week: {value}}}").context.hours_per_week == value


@pytest.mark.parametrize("target", ["apm", "pm", "senior-pm", "group-pm", "director", "vp", "cpo"])
def test_every_level_may_be_the_target(target: str) -> None:
    assert read(f"context: {{target: {target}}}").context.target == target


@pytest.mark.parametrize(("target", "hint"), [("direktor", "did you mean director?"), ("Senior-PM", "did you mean senior-pm?")])
def test_a_target_near_a_level_is_helped(target: str, hint: str) -> None:
    assert problems(f"context:\n  target: {target}\n") == [(2, 3, "context.target", f'no such level: "{target}"', hint)]


@pytest.mark.parametrize("said", [True, False])
def test_a_sheet_may_say_whether_the_product_is_deeply_technical(*, said: bool) -> None:
    text = json.dumps({"context": {"deeply_technical": said}})
    assert read(text).context == Context(deeply_technical=said)
    assert READER.accept(text.encode()) == read(text)


@pytest.mark.parametrize("said", ["yes", "'true'", "1", "[true]", "{}", "1.0"])
def test_what_is_neither_true_nor_false_does_not_say_it(said: str) -> None:
    shown = problems(f"context:\n  deeply_technical: {said}\n")
    assert [(line, path) for line, _, path, _, _ in shown] == [(2, "context.deeply_technical")]


@pytest.mark.parametrize("said", [b"1", b'"true"', b"[]", b"0"])
def test_json_that_is_neither_true_nor_false_is_left_to_the_model(said: bytes) -> None:
    assert READER.accept(b'{"context": {"deeply_technical": ' + said + b"}}") is None


def test_an_unknown_environment_is_refused() -> None:
    shown = problems("context:\n  environment: agency\n")
    assert [(line, path) for line, _, path, _, _ in shown] == [(2, "context.environment")]


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("answers:\n  scope: pm\n  people: none\n  scope: vp\n", "answers.yaml", (4, 3)),
        ("answers: {}\nanswers: {}\n", "answers.yaml", (2, 1)),
        ('{"answers": {"scope": "pm",\n  "scope": "vp"}}', "answers.json", (2, 3)),
        ('{"answers": {"scope": "pm",\n  "scope": "pm"}}', "-", (2, 3)),
    ],
)
def test_a_question_answered_twice_is_refused_even_if_the_answers_agree(text: str, name: str, place: tuple[int, int]) -> None:
    error = error_of(text.encode(), name)
    (problem,) = error.problems
    assert error.message == "this file cannot be read"
    assert (problem.line, problem.column) == place
    assert problem.message.startswith("key given twice: ")


@pytest.mark.parametrize("count", [200, 201])
def test_evidence_is_bounded(count: int) -> None:
    content = json.dumps({"evidence": {"scope.pm": [{"what": "x"}] * count}}).encode()
    if count == 200:
        assert len(READER.read(content, "a.json").evidence["scope.pm"]) == 200
    else:
        assert [problem.path for problem in error_of(content, "a.json").problems] == ["evidence.scope.pm"]


@pytest.mark.parametrize("field", ["what", "result", "who", "date", "link"])
def test_a_line_of_evidence_is_bounded(field: str) -> None:
    fits = {"what": "x"} | {field: "x" * 2000}
    assert READER.read(json.dumps({"evidence": {"scope.pm": [fits]}}).encode(), "a.json").evidence["scope.pm"] == [fits]
    longer = json.dumps({"evidence": {"scope.pm": [fits | {field: "x" * 2001}]}}).encode()
    assert [problem.path for problem in error_of(longer, "a.json").problems] == [f"evidence.scope.pm.0.{field}"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"answers:\n  scope: pm\n",
        b"[]",
        b'{"answers": []}',
        b'{"answers": {"scope": "PM"}}',
        b'{"answers": {"scope": ["pm"]}}',
        b'{"answers": {"discovery.pm": 1}}',
        b'{"answers": {}, "extra": {}}',
        b'{"answers": {"scope": "pm", "scope": "pm"}}',
        b'{"evidence": {"scope": []}}',
        b'{"evidence": {"scope.pm": {}}}',
        b'{"evidence": {"scope.pm": [{"what": ""}]}}',
        b'{"evidence": {"scope.pm": [{"result": "x"}]}}',
        b'{"context": {"hours_per_week": true}}',
        b'{"context": {"hours_per_week": NaN}}',
        b'{"context": {"hours_per_week": 0}}',
        b'{"context": {"hours_per_week": 80.5}}',
        b'{"context": {"target": "chief"}}',
        b'{"context": {"environment": ["startup"]}}',
        b"[" * 100_000,
        b"9" * 5000,
        b"\xff",
    ],
)
def test_the_fast_way_leaves_whatever_is_not_plainly_valid_to_the_model(content: bytes) -> None:
    assert READER.accept(content) is None


@pytest.mark.parametrize(
    "content", [b"{}", b'{"answers": null}', b'\xef\xbb\xbf{"answers": {"scope": null}}', b' {"context": {}} ']
)
def test_the_fast_way_takes_plainly_valid_sheets(content: bytes) -> None:
    assert READER.accept(content) == EMPTY_SHEET


# Who answers, and where it can be seen


def both(data: Mapping[str, Any]) -> list[Sheet]:
    """Return a sheet as read from YAML and from JSON."""
    return [read(yaml.safe_dump(dict(data))), READER.read(json.dumps(data).encode(), "answers.json")]


@pytest.mark.parametrize("rater", ["Dana", "Zo\u00eb [lead]", "x" * 2000, ""])
def test_a_sheet_says_who_answers_about_somebody_else(rater: str) -> None:
    assert [sheet.rater for sheet in both({"rater": rater, "answers": {"scope": "pm"}})] == [rater, rater]


@pytest.mark.parametrize("data", [{}, {"rater": None}])
def test_who_answers_about_their_own_work_is_not_named(data: dict[str, None]) -> None:
    assert [sheet.rater for sheet in both(data)] == [None, None]


def test_the_fast_way_takes_who_answers() -> None:
    assert READER.accept(b'{"rater": "Dana"}') == EMPTY_SHEET._replace(rater="Dana")


@pytest.mark.parametrize("content", [b'{"rater": 3}', b'{"rater": ["Dana"]}', b'{"rater": "a\\u001b"}', b'{"rater": true}'])
def test_the_fast_way_leaves_a_name_that_is_not_plain_to_the_model(content: bytes) -> None:
    assert READER.accept(content) is None


@pytest.mark.parametrize("value", ["3", "[Dana]", "{name: Dana}", "true"])
def test_a_name_that_is_no_text_is_refused_at_its_place(value: str) -> None:
    assert problems(f"answers: {{}}\nrater: {value}\n") == [(2, 1, "rater", "must be text", "")]


def test_a_name_is_bounded() -> None:
    assert [path for _, _, path, *_ in problems(f"rater: {'x' * 2001}\n")] == ["rater"]


def test_evidence_says_where_it_can_be_seen() -> None:
    item = {"what": "Ran a test", "link": "https://example.org/a?b=1#c"}
    assert [sheet.evidence for sheet in both({"evidence": {"data.pm": [item]}})] == [{"data.pm": [item]}] * 2


def test_a_link_that_is_no_text_is_refused_at_its_place() -> None:
    assert problems("evidence:\n  data.pm:\n    - what: a\n      link: 3\n") == [
        (4, 7, "evidence.data.pm.0.link", "must be text", "")
    ]


# The questions in a file


@pytest.mark.parametrize("name", ["a.yaml", "a.json", "-", "a"])
def test_the_questions_of_a_file_are_all_that_stand_in_it_answered_or_not_in_its_order(name: str) -> None:
    content = b'{"answers": {"scope": null, "data.pm": "with-help", "gone.pm": "x"}}'
    assert questions_in(content, name) == ["scope", "data.pm", "gone.pm"]


@pytest.mark.parametrize("text", ["answers:\n", "rater: Dana\n", "answers: []\n", "answers: {}\n", "[]", "text"])
def test_a_file_without_answers_has_no_questions(text: str) -> None:
    assert questions_in(text.encode(), "a.yaml") == []


@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_an_empty_file_has_no_questions_to_name_and_is_refused(name: str) -> None:
    with pytest.raises(ContentError):
        questions_in(b"", name)


QUESTIONS: Final = tuple(grid().choices)
CELLS: Final = tuple(cell.id for cell in grid().cells)
JUNK: Final = st.sampled_from(
    ["", "PM", "yes", "not_yet", "none", "cpo", "\u00e9", "a\tb", "x" * 2001, 0, 1, 80, 81, 0.5, -1, True, [], {}]
)
LINES: Final = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=["C"]), min_size=1, max_size=6)


def near(valid: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw mostly what is valid, sometimes nothing, sometimes something else."""
    return st.integers(0, 19).flatmap(lambda n: JUNK if n == 19 else st.none() if n == 18 else valid)


ANSWERS: Final = st.dictionaries(st.sampled_from(QUESTIONS), st.randoms(use_true_random=False), max_size=8).map(
    lambda drawn: {question: random.choice((*grid().choices[question], None)) for question, random in drawn.items()}
)
ITEMS: Final = st.fixed_dictionaries(
    {"what": near(LINES)}, optional={name: near(LINES) for name in ("result", "who", "date", "link")}
)
EVIDENCE: Final = st.dictionaries(st.sampled_from(CELLS), near(st.lists(near(ITEMS), max_size=3)), max_size=3)
CONTEXT: Final = st.fixed_dictionaries(
    {},
    optional={
        "title": near(LINES),
        "environment": near(st.sampled_from(["startup", "corporate"])),
        "hours_per_week": near(st.sampled_from([1, 4, 2.5, 80])),
        "deeply_technical": near(st.booleans()),
        "target": near(st.sampled_from(grid().levels)),
    },
)
SPOILS: Final = st.lists(
    st.tuples(
        st.sampled_from(["answers", "evidence", "context"]),
        st.sampled_from([*QUESTIONS, "scope.pm", "x.pm", "title", ""]),
        JUNK,
    ),
    max_size=2,
)
NEAR_VALID: Final = st.fixed_dictionaries(
    {}, optional={"answers": near(ANSWERS), "evidence": near(EVIDENCE), "context": near(CONTEXT), "rater": near(LINES)}
)


def spoiled(data: dict[str, Any], spoils: list[tuple[str, str, Any]]) -> bytes:
    """Put a few wrong values into a sheet and write it as JSON. What was drawn is left as it is: it is drawn again."""
    sheet = deepcopy(data)
    for part, key, value in spoils:
        if isinstance(sheet.get(part), dict):
            sheet[part][key] = value
    return json.dumps(sheet, ensure_ascii=False).encode()


def outcome(content: bytes, name: str) -> Sheet | str:
    """Return the sheet, or the message of the refusal."""
    try:
        return READER.read(content, name)
    except ContentError as err:
        return err.message


@given(st.builds(spoiled, NEAR_VALID, SPOILS))
@example(json.dumps(FILLED).encode())
def test_whatever_the_fast_way_accepts_the_model_accepts_with_the_same_sheet(content: bytes) -> None:
    accepted = READER.accept(content)
    assert accepted is None or outcome(content, "answers.yaml") == accepted


@given(st.builds(spoiled, NEAR_VALID, SPOILS))
@example(json.dumps(FILLED).encode())
def test_a_sheet_is_the_same_as_json_and_as_yaml(content: bytes) -> None:
    assert outcome(content, "answers.json") == outcome(content, "answers.yaml")


@given(NEAR_VALID)
def test_a_refused_sheet_has_a_problem_and_every_problem_names_the_file(data: dict[str, Any]) -> None:
    content = json.dumps(data).encode()
    try:
        READER.read(content, "answers.json")
    except ContentError as err:
        places = [(problem.line or 0, problem.column or 0) for problem in err.problems]
        files = {problem.file for problem in err.problems}
    else:
        places, files = [(0, 0)], {"answers.json"}
    assert places == sorted(places)
    assert files == {"answers.json"}


@given(st.binary(max_size=300), st.sampled_from(["answers.yaml", "answers.json", "-"]))
@example(b"answers: {? [a] : b}", "answers.yaml")
@example(b"\xff\xfe{\x00}\x00", "answers.json")
def test_any_bytes_give_a_sheet_or_a_content_error(content: bytes, name: str) -> None:
    assert isinstance(outcome(content, name), Sheet | str)


@given(st.integers(0, 400), st.integers(0, 6), st.binary(max_size=4), st.sampled_from(["answers.yaml", "answers.json", "-"]))
def test_a_valid_sheet_with_some_bytes_changed_gives_a_sheet_or_a_content_error(
    start: int, cut: int, put: bytes, name: str
) -> None:
    whole = (json.dumps(FILLED) if name.endswith(".json") else yaml.safe_dump(FILLED)).encode()
    assert isinstance(outcome(whole[:start] + put + whole[start + cut :], name), Sheet | str)


def test_a_message_repeats_no_more_of_a_very_long_id_than_a_line_can_carry() -> None:
    with pytest.raises(ContentError) as refused:
        READER.read(b'{"answers": {"' + b"x" * 100_000 + b'": "not-yet"}}', "sheet.json")
    assert [len(problem.path) for problem in refused.value.problems] == [203]
