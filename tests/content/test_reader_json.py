"""The JSON reader: strict JSON, no key twice, no odd numbers, places as far as they are known, and no other error."""

import json
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pmpath.content.bounds import MAX_BYTES
from pmpath.content.document import Data, Path
from pmpath.content.json_reader import read_json
from pmpath.errors import ContentError, Problem

NAME: Final = "given.json"


def read(text: str) -> Data:
    return read_json(text.encode(), NAME).data


def problem_of(content: bytes) -> Problem:
    with pytest.raises(ContentError) as caught:
        read_json(content, NAME)
    assert caught.value.message == "this file cannot be read"
    (problem,) = caught.value.problems
    return problem


def refused(content: bytes) -> tuple[int | None, int | None, str]:
    problem = problem_of(content)
    return problem.line, problem.column, problem.message


def paths_of(data: Data, path: Path = ()) -> set[Path]:
    if isinstance(data, dict):
        return {path}.union(*(paths_of(value, (*path, key)) for key, value in data.items()))
    if isinstance(data, list):
        return {path}.union(*(paths_of(item, (*path, i)) for i, item in enumerate(data)))
    return {path}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("null", None),
        ("true", True),
        ("7", 7),
        ("-0", 0),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        ('"yes"', "yes"),
        ('"2024-01-01"', "2024-01-01"),
        ("[]", []),
        ('{"a": [1, {"b": null}]}', {"a": [1, {"b": None}]}),
        ('{"": 1}', {"": 1}),
        ('"\\u00e9\\/\\n"', "\u00e9/\n"),
        ("999999999999999999", 999999999999999999),
    ],
)
def test_json_is_read_as_json(text: str, data: Data) -> None:
    assert read(text) == data
    assert type(read(text)) is type(data)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("{} {}", 1, 4, "Extra data"),
        ("{'a': 1}", 1, 2, "Expecting property name enclosed in double quotes"),
        ('{"a"\n  1}', 2, 3, "Expecting ':' delimiter"),
        ('{"a": 010}', 1, 8, "Expecting ',' delimiter"),
        ('{"a": yes}', 1, 7, "Expecting value"),
        ("// note\n{}", 1, 1, "Expecting value"),
        ('{"a": "x\ty"}', 1, 9, "Invalid control character at"),
        ("1_000", 1, 2, "Extra data"),
        ('{\n  "a": [1,\n  2\n', 4, 1, "Expecting ',' delimiter"),
    ],
)
def test_broken_json_is_refused_where_it_breaks(text: str, line: int, column: int, message: str) -> None:
    assert refused(text.encode()) == (line, column, f"not valid JSON: {message}")


@pytest.mark.parametrize(
    ("text", "line", "column", "key"),
    [
        ('{"a": 1, "a": 2}', 1, 10, "a"),
        ('{"a": {"b": 1},\n "c": {"b": 1,\n  "b": 2}}', 3, 3, "b"),
        ('[{"k": 1,\n  "k": 2},\n {"k": 3}]', 2, 3, "k"),
        ('{"k": 1,\n "k": "k"}', 2, 2, "k"),
        ('{"k": 1,\n "k": 2,\n "z": "k"}', 2, 2, "k"),
        ('{"a: b": 1,\n "a: b": 2}', 2, 2, "a: b"),
        ('{"\\u00e9": 1,\n "\u00e9": 2}', 2, 2, "\u00e9"),
    ],
)
def test_a_key_given_twice_is_refused_where_it_stands_the_second_time(text: str, line: int, column: int, key: str) -> None:
    assert refused(text.encode()) == (line, column, f"key given twice: {key}")


def test_the_same_key_in_two_objects_is_fine() -> None:
    assert read('[{"a": 1}, {"a": 2}]') == [{"a": 1}, {"a": 2}]


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_numbers_that_are_none_are_refused(word: str) -> None:
    assert problem_of(f'{{"a": {word}}}'.encode()).message == f"not a number: {word}"


def test_the_refusal_of_such_a_number_does_not_point_at_a_text_of_the_same_name() -> None:
    problem = problem_of(b'{"a": "NaN",\n "b": NaN}')
    assert (problem.line, problem.column) in ((None, None), (2, 2), (2, 7))


@pytest.mark.parametrize("number", ["1" * 19, "-" + "1" * 18, "9" * 5000])
def test_a_number_with_too_many_digits_is_refused(number: str) -> None:
    assert problem_of(f'{{"a": {number}}}'.encode()).message == "number with too many digits"


@pytest.mark.parametrize("bomb", [b"[" * 100_000, b'{"a":' * 100_000, b"[" * 100_000 + b"]" * 100_000, b'[{"a":' * 50_000])
def test_a_depth_bomb_is_refused(bomb: bytes) -> None:
    assert refused(bomb) == (None, None, "nested too deeply")


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_not() -> None:
    assert read("1" + " " * (MAX_BYTES - 1)) == 1
    assert refused(b"1" + b" " * MAX_BYTES) == (None, None, "larger than 1024 KiB")


def test_a_byte_order_mark_is_left_out() -> None:
    assert read_json(b'\xef\xbb\xbf{"a": 1}', NAME).data == {"a": 1}


@pytest.mark.parametrize("content", [b"\xff", b'{"a": "\xff"}', b'{"a": "\xc3\x28"}', b'"\xed\xa0\x80"'])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    assert refused(content) == (None, None, "not valid JSON: the file is not UTF-8")


def test_the_place_of_a_field_is_its_key_and_the_place_of_an_item_its_start() -> None:
    text = '{\n\t"a": {\n\t\t"b/c": [1, {"d": 2}]\n\t},\n\t"e": null\n}\n'
    assert read_json(text.encode(), NAME).places == {
        (): (1, 1),
        ("a",): (2, 2),
        ("a", "b/c"): (3, 3),
        ("a", "b/c", 0): (3, 11),
        ("a", "b/c", 1): (3, 14),
        ("a", "b/c", 1, "d"): (3, 15),
        ("e",): (5, 2),
    }


@pytest.mark.parametrize(
    "spaced", ['{"a":1,"b":2}', '{"a" : 1 , "b" : 2}', '{\r\n"a": 1,\r\n"b": 2}', '{"x": "\\/", "a": 1, "b": 2}', '\t{"b": 2}']
)
def test_places_are_known_however_the_file_is_spaced(spaced: str) -> None:
    document = read_json(spaced.encode(), NAME)
    line, column = document.places["b",]
    assert spaced.splitlines()[line - 1][column - 1 :].startswith('"b"')


@pytest.mark.parametrize("text", ['"\\ud83d\\ude00"', '"\\u007f"', '"\\\\/"', "0.30000000000000004"])
def test_one_odd_value_does_not_cost_the_places_of_the_whole_file(text: str) -> None:
    document = read_json(f'{{"a": {text},\n "b": 2}}'.encode(), NAME)
    assert document.places.get(("b",)) == (2, 2)


PLAIN_TEXT: Final = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=8)
PLAIN_DATA: Final = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.integers(-1000, 1000).map(lambda n: n / 8) | PLAIN_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(PLAIN_TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(PLAIN_DATA, st.sampled_from([None, 1, 3]))
def test_data_written_as_json_is_read_back_as_it_was_with_every_place(data: Data, indent: int | None) -> None:
    document = read_json(json.dumps(data, indent=indent).encode(), NAME)
    assert document.data == data
    assert set(document.places) == paths_of(data)


def assert_only_content_errors(content: bytes) -> None:
    try:
        document = read_json(content, NAME)
    except ContentError as err:
        problems = err.problems
    else:
        problems = (document.problem((), ""),)
    assert [problem.file for problem in problems] == [NAME]


@given(st.binary(max_size=400))
@example(b"\x00{\x00}")
@example(b'"\\ud800"')
@example(b'{"a": NaN, "a": NaN}')
def test_whatever_bytes_come_in_only_a_content_error_comes_out(content: bytes) -> None:
    assert_only_content_errors(content)


@given(st.text('{}[],:" \n\\ue0123456789-+.truefalsnNI/', max_size=60))
def test_whatever_signs_come_in_only_a_content_error_comes_out(text: str) -> None:
    assert_only_content_errors(text.encode())
