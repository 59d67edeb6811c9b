"""Lines whose answers are recognized by their bytes: only what a reader accepts, and with the same result."""

import json
from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic_core import from_json

from builders import Answers, example_a, grid, top
from content.test_sheets import FILLED, NEAR_VALID, SPOILS, spoiled
from pmpath.content.sheet_lines import SheetLines
from pmpath.content.sheets import Placing, SheetReader
from strategies import full_sheets, partial_sheets

READER: Final = SheetReader(grid())
LINES: Final = SheetLines(grid(), SheetReader(grid(), from_json))
SPACINGS: Final = st.sampled_from([(", ", ": "), (",", ":"), (", ", ":"), (",", ": "), (" , ", " : ")])
CONTEXTS: Final = st.sampled_from([None, {}, {"target": "vp"}, {"target": "vp", "title": "a: b"}, {"hours_per_week": 4}])
LIMIT: Final = 1024 * 1024


def placing(content: bytes) -> Placing | None:
    """Return what the slow way finds."""
    sheet = READER.accept(content)
    return None if sheet is None else Placing(grid().states(sheet.answers), sheet.context.target)


@given(st.one_of(full_sheets(), partial_sheets()), CONTEXTS, SPACINGS)
def test_a_sheet_in_any_spacing_is_placed_as_the_reader_reads_it(
    answers: Answers, context: dict[str, Any] | None, spacing: tuple[str, str]
) -> None:
    sheet = {"answers": answers} if context is None else {"answers": answers, "context": context}
    turned = dict(reversed(sheet.items()))
    for one in (sheet, turned):
        content = json.dumps(one, separators=spacing).encode()
        assert LINES.placing(content) == placing(content) == Placing(grid().states(answers), (context or {}).get("target"))


@given(st.builds(spoiled, NEAR_VALID, SPOILS))
@example(json.dumps(FILLED).encode())
def test_whatever_is_placed_at_once_the_reader_accepts_with_the_same_states(content: bytes) -> None:
    found = LINES.placing(content)
    assert found is None or found == placing(content)


@given(st.lists(st.sampled_from(sorted(LINES._marks)), max_size=6))  # noqa: SLF001 - the texts are what is tried
def test_members_in_any_order_are_accepted_where_the_reader_does(members: list[bytes]) -> None:
    content = b'{"answers": {%b}}' % b",".join(members)
    assert LINES.placing(content) == placing(content)


@pytest.mark.parametrize(
    "line",
    [
        '{"answers": {"scope": "pm", "scope": "pm"}}',
        '{"answers": {"scope": "pm", "scope": "vp"}}',
        '{"answers": {"scope": null, "scope": "vp"}}',
        '{"answers": {"scope": "pm"}, "answers": {"scope": "vp"}}',
        '{"answers": {"scope": "pm"}, "answers": {}}',
        '{"answers": {"scope": "pm"}}}',
        '{"answers": {"scope": "pm"}',
        '{"answers": {"scope": "pm"',
        '{"answers": {"scope": "pm",}}',
        '{"answers": {"scope" "pm"}}',
        '{"answers": {"scope": "boss"}}',
        '{"answers": {"discovery.pm": "pm"}}',
        '{"answers": {"scpe": "pm"}}',
        '{"answers": {"scope": 3}}',
        '{"answers": {"scope": true}}',
        '{"answers": {"scope": ["pm"]}}',
        '{"answers": ["scope"]}',
        '{"answers": {"scope": "pm"}} x',
        'x{"answers": {"scope": "pm"}}',
        '"answers": {"scope": "pm"}',
        '{"context": {"answers": {"scope": "pm"}}}',
        '{"x": {"answers": {"scope": "pm"}}}',
        '{"rater": "answers": {"scope": "pm"}}',
        '[{"answers": {"scope": "pm"}}]',
        "",
        "{",
    ],
)
def test_what_is_no_plain_sheet_is_left_to_the_reader(line: str) -> None:
    assert LINES.placing(line.encode()) is None


@pytest.mark.parametrize("line", ["{}", '{"answers": {}}', '{"answers":{}}', '{"answers": null}', ' {"context": {}} '])
def test_a_line_without_answers_is_placed_too(line: str) -> None:
    assert LINES.placing(line.encode()) == Placing(grid().states({}), None)


def test_a_text_that_looks_like_answers_is_none() -> None:
    sheet = {"rater": '{"answers": {"scope": "vp"}}', "answers": {"scope": "pm"}}
    assert LINES.placing(json.dumps(sheet).encode()) == Placing(grid().states({"scope": "pm"}), None)


def test_a_line_over_the_limit_is_left_to_the_reader() -> None:
    line = json.dumps({"answers": example_a()}).encode()
    assert LINES.placing(line + b" " * (LIMIT - len(line))) is not None
    assert LINES.placing(line + b" " * (LIMIT - len(line) + 1)) is None


@pytest.mark.parametrize("title", ["https://example.org", 'a "quoted": word', "a:b:c"])
def test_colons_in_a_text_are_no_keys(title: str) -> None:
    content = json.dumps({"context": {"title": title}, "answers": top()}).encode()
    assert LINES.placing(content) == Placing(grid().states(top()), None)


@pytest.mark.parametrize(
    "line",
    [
        '{"context": {"title": ":", "title" : "x"}}',
        '{"context": {"title": "https:", "title": "x"}}',
        '{"rater": "a:", "rater": "b"}',
    ],
)
def test_a_key_that_stands_twice_is_found_beside_colons_in_a_text(line: str) -> None:
    assert LINES.placing(line.encode()) is None
