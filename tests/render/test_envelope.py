"""The JSON envelope: one ASCII line, its keys in order, the same bytes twice."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.errors import ContentError, MissingFileError, Problem, UsageError
from pmpath.model.identity import LadderIdentity
from pmpath.render.envelope import Json, Stamp, Warned, envelope, error_data

STAMP = Stamp("1.2.3", LadderIdentity("default", "2026.1", "ab12"))
JSON_VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
DATA = st.dictionaries(st.text(max_size=8), JSON_VALUES, max_size=4)


def test_an_envelope_is_these_bytes() -> None:
    assert envelope("ladder", {"view": "all"}, STAMP, warnings=[Warned("old", "Old.")], next_commands=("pmpath assess",)) == (
        b'{"schema_version":"1.0","kind":"ladder","pmpath_version":"1.2.3",'
        b'"ladder":{"id":"default","version":"2026.1","sha256":"ab12"},"data":{"view":"all"},'
        b'"warnings":[{"code":"old","message":"Old."}],"next_commands":["pmpath assess"]}\n'
    )


def test_without_a_ladder_the_envelope_says_null() -> None:
    assert json.loads(envelope("error", {}, Stamp("1.2.3")))["ladder"] is None


def test_warnings_and_next_commands_are_empty_lists_where_there_are_none() -> None:
    whole = json.loads(envelope("ladder", {}, STAMP))
    assert (whole["warnings"], whole["next_commands"]) == ([], [])


def test_data_keeps_the_order_of_its_keys() -> None:
    assert list(json.loads(envelope("x", {"b": 1, "a": 2, "c": 3}, STAMP))["data"]) == ["b", "a", "c"]


@given(data=DATA)
def test_whatever_the_data_the_bytes_are_ascii(data: dict[str, Json]) -> None:
    assert envelope("x", data, STAMP).isascii()


@given(data=DATA)
def test_whatever_the_data_the_envelope_is_one_line(data: dict[str, Json]) -> None:
    content = envelope("x", data, STAMP)
    assert (content.count(b"\n"), content[-1:], b"\r" in content) == (1, b"\n", False)


@given(data=DATA)
def test_the_same_data_gives_the_same_bytes_twice(data: dict[str, Json]) -> None:
    assert envelope("x", data, STAMP) == envelope("x", dict(data), STAMP)


@given(data=DATA)
def test_data_comes_back_as_it_went_in(data: dict[str, Json]) -> None:
    assert json.loads(envelope("x", data, STAMP))["data"] == data


@pytest.mark.parametrize("raw", ["\x1b[31m", "\u202e", "\u2028", "\x7f", "\x9b", "\ud800", "ü", "漢", "🚀"])
def test_whatever_a_terminal_would_obey_is_escaped(raw: str) -> None:
    content = envelope("x", {"text": raw}, STAMP)
    assert json.dumps(raw).encode() in content


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_in_json_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        envelope("x", {"value": value}, STAMP)


def test_an_error_is_data_with_these_keys_in_order() -> None:
    problem = Problem("a.yaml", 3, 5, "answers.scope", "is wrong", "try pm")
    assert list(error_data(ContentError("bad", "fix it", (problem,))).items()) == [
        ("code", "invalid-content"),
        ("message", "bad"),
        ("hint", "fix it"),
        ("exit_code", 65),
        (
            "problems",
            [{"file": "a.yaml", "line": 3, "column": 5, "path": "answers.scope", "message": "is wrong", "hint": "try pm"}],
        ),
    ]


@pytest.mark.parametrize(
    ("error", "code", "exit_code"), [(UsageError("x"), "usage", 2), (MissingFileError("x"), "missing-file", 66)]
)
def test_an_error_without_places_has_no_problems(error: UsageError | MissingFileError, code: str, exit_code: int) -> None:
    assert error_data(error) == {"code": code, "message": "x", "hint": "", "exit_code": exit_code, "problems": []}
