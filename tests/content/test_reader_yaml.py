"""The YAML reader: core scalars, one document, no tricks, bounded size, a place for everything, and no other error."""

import json
from typing import Final

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from builders import ROOT
from pmpath.content.bounds import MAX_BYTES, MAX_DEPTH, MAX_NODES
from pmpath.content.document import Data, Path, Place
from pmpath.content.reader import read_yaml
from pmpath.errors import ContentError, Problem

NAME: Final = "given.yaml"
UNREADABLE: Final = "not valid YAML: unreadable characters"
TOO_LARGE: Final = "too large or nested too deeply"
INDICATORS: Final = "-?:,[]{}#&*!|>'\"%@` \n\tab1~<=\\."


def read(text: str) -> Data:
    return read_yaml(text.encode(), NAME).data


def places(text: str) -> dict[Path, Place]:
    return dict(read_yaml(text.encode(), NAME).places)


def problem_of(content: bytes) -> Problem:
    with pytest.raises(ContentError) as caught:
        read_yaml(content, NAME)
    assert caught.value.message == "this file cannot be read"
    (problem,) = caught.value.problems
    return problem


def refused(content: bytes) -> tuple[int | None, int | None, str]:
    problem = problem_of(content)
    return problem.line, problem.column, problem.message


def paths_of(data: Data, path: Path = ()) -> list[Path]:
    found = [path]
    if isinstance(data, dict):
        for key, value in data.items():
            found += paths_of(value, (*path, key))
    elif isinstance(data, list):
        for i, item in enumerate(data):
            found += paths_of(item, (*path, i))
    return found


@pytest.mark.parametrize(
    "word", ["yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "y", "Y", "n", "N"]
)
def test_the_words_of_old_yaml_booleans_stay_text(word: str) -> None:
    assert read(f"a: {word}") == {"a": word}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("false", False),
        ("False", False),
        ("FALSE", False),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("~", None),
        ("", None),
    ],
)
def test_booleans_and_nulls_are_those_of_the_core_schema(written: str, *, value: bool | None) -> None:
    data = read(f"a: {written}")
    assert isinstance(data, dict)
    assert data["a"] is value


@pytest.mark.parametrize("word", ["tRue", "nUll", "none", "None", "nil", "falsch", "true ish"])
def test_words_that_only_look_like_booleans_or_nulls_stay_text(word: str) -> None:
    assert read(f"a: {word}") == {"a": word}


@pytest.mark.parametrize(
    ("written", "value"),
    [("0", 0), ("7", 7), ("010", 10), ("007", 7), ("+1", 1), ("-1", -1), ("-0", 0), ("999999999999999999", 999999999999999999)],
)
def test_whole_numbers_are_decimal(written: str, value: int) -> None:
    data = read(f"a: {written}")
    assert isinstance(data, dict)
    assert data["a"] == value
    assert type(data["a"]) is int


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1.5", 1.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("-1.5", -1.5),
        ("+1.5", 1.5),
        ("1e3", 1000.0),
        ("1E-2", 0.01),
        ("2.5e+1", 25.0),
    ],
)
def test_floats_are_floats(written: str, value: float) -> None:
    data = read(f"a: {written}")
    assert isinstance(data, dict)
    assert data["a"] == value
    assert type(data["a"]) is float


@pytest.mark.parametrize(
    "written",
    [
        "1_000",
        "0x1F",
        "0o10",
        "0b1",
        "12:30",
        "1:20:30",
        "2024-01-01",
        "2024-01-01 10:00:00",
        "2024-01-01T10:00:00Z",
        ".inf",
        "-.inf",
        ".nan",
        "NaN",
        "inf",
        "1e",
        "e1",
        "0.1.2",
        "1 000",
        "123abc",
        "+",
        ".",
        "=",
        "<<",
        "\u0661\u0662",
    ],
)
def test_what_is_no_plain_number_stays_text(written: str) -> None:
    assert read(f"a: {written}") == {"a": written}


@pytest.mark.parametrize(
    ("written", "text"),
    [("'1'", "1"), ('"true"', "true"), ("'~'", "~"), ('""', ""), ("'yes'", "yes"), ('"a\\tb"', "a\tb"), ("'it''s'", "it's")],
)
def test_whatever_stands_in_quotes_is_text(written: str, text: str) -> None:
    assert read(f"a: {written}") == {"a": text}


@pytest.mark.parametrize(
    ("written", "text"),
    [("|\n  1\n  2\n", "1\n2\n"), ("|-\n  null\n", "null"), (">-\n  one\n  line\n", "one line"), (">\n  true\n", "true\n")],
)
def test_block_scalars_are_text(written: str, text: str) -> None:
    assert read(f"a: {written}") == {"a": text}


@pytest.mark.parametrize("key", ["1", "~", "true", "null", "2024-01-01", "<<", "yes"])
def test_every_key_is_text(key: str) -> None:
    assert read(f"{key}: x") == {key: "x"}


def test_a_merge_key_is_a_plain_key() -> None:
    assert read("<<: {a: 1}\nb: 2\n") == {"<<": {"a": 1}, "b": 2}


@pytest.mark.parametrize(
    ("text", "line", "column", "key"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, 1, "a"),
        ("a:\n  b: 1\n  c: 2\n  b: 3\n", 4, 3, "b"),
        ("{x: 1, y: 2, x: 3}", 1, 14, "x"),
        ("'a': 1\n\"a\": 2\n", 2, 1, "a"),
        ("- k: 1\n- k: 1\n  k: 2\n", 3, 3, "k"),
        ("1: a\n1: b\n", 2, 1, "1"),
        ("a:\n  x: 1\nb:\n  x: 1\na:\n  x: 1\n", 5, 1, "a"),
        ("? a\n? a\n", 2, 3, "a"),
        ("a: null\na: null\n", 2, 1, "a"),
    ],
)
def test_a_key_given_twice_is_refused_where_it_stands_the_second_time(text: str, line: int, column: int, key: str) -> None:
    assert refused(text.encode()) == (line, column, f"key given twice: {key}")


def test_the_same_key_in_two_mappings_is_fine() -> None:
    assert read("- a: 1\n- a: 2\n") == [{"a": 1}, {"a": 2}]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("a: &x [1]\n", 1, 4), ("[1, &x 2]", 1, 5), ("&root a: 1\n", 1, 1), ("&x {a: 1}\n", 1, 1), ("b:\n  &k c: 1\n", 2, 3)],
)
def test_an_anchor_is_refused(text: str, line: int, column: int) -> None:
    assert refused(text.encode()) == (line, column, "anchors (&) are not allowed")


@pytest.mark.parametrize(
    ("text", "line", "column"), [("a: *x\n", 1, 4), ("a: 1\n<<: *b\n", 2, 5), ("- *x\n", 1, 3), ("*x : 1\n", 1, 1)]
)
def test_an_alias_is_refused(text: str, line: int, column: int) -> None:
    assert refused(text.encode()) == (line, column, "aliases (*) are not allowed")


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: !!str 1\n", 1, 4),
        ("a: !own 1\n", 1, 4),
        ("!!map {a: 1}\n", 1, 1),
        ("[!!null x]", 1, 2),
        ("a: !!python/object/apply:os.system [id]\n", 1, 4),
        ("a: !!binary aGk=\n", 1, 4),
        ("a: !!set {x}\n", 1, 4),
        ("%TAG ! tag:example.org,2000:\n---\na: !x y\n", 3, 4),
        ("!!str a: 1\n", 1, 1),
        ("a: 1\n!own b: 1\n", 2, 1),
    ],
)
def test_a_tag_is_refused(text: str, line: int, column: int) -> None:
    assert refused(text.encode()) == (line, column, "tags (!) are not allowed")


@pytest.mark.parametrize(("text", "line", "column"), [("? [1]\n: 2\n", 1, 3), ("a: 1\n? {b: 1}\n: 2\n", 2, 3)])
def test_a_key_that_is_no_word_is_refused(text: str, line: int, column: int) -> None:
    assert refused(text.encode()) == (line, column, "a key must be a plain word")


@pytest.mark.parametrize(("text", "line"), [("a: 1\n---\nb: 2\n", 2), ("---\na: 1\n...\n---\nb: 2\n", 4), ("--- \n---\n", 2)])
def test_a_second_document_is_refused(text: str, line: int) -> None:
    assert refused(text.encode()) == (line, 1, "more than one document in the file")


def test_one_document_between_its_marks_is_fine() -> None:
    assert read("%YAML 1.2\n---\na: 1\n...\n") == {"a": 1}


@pytest.mark.parametrize("content", [b"", b"\n\n", b"# nothing but a comment\n", b"\xef\xbb\xbf"])
def test_an_empty_file_holds_nothing_and_has_no_places(content: bytes) -> None:
    document = read_yaml(content, NAME)
    assert document == (NAME, None, {})


@pytest.mark.parametrize("content", [b"---\n", b"~", b"null\n"])
def test_a_file_of_null_holds_nothing_but_has_a_place(content: bytes) -> None:
    document = read_yaml(content, NAME)
    assert document.data is None
    assert list(document.places) == [()]


def test_a_byte_order_mark_is_left_out() -> None:
    document = read_yaml(b"\xef\xbb\xbfa: 1\n", NAME)
    assert document.data == {"a": 1}
    assert document.places["a",] == (1, 1)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_ending_counts_lines(ending: str) -> None:
    assert places(ending.join(("a: 1", "b: 2", "c: 3")))["c",] == (3, 1)


@pytest.mark.parametrize(
    "content",
    [
        b"\xff",
        b"a: \xc3\x28",
        b"a: \x00",
        b"a: \x07",
        b"a: \xed\xa0\x80",
        b"a: \xc0\xaf",
        b"a: \xf5\x80\x80\x80",
        "a: \ufffe".encode(),
    ],
)
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    assert problem_of(content).message == UNREADABLE


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: [1\n", 2, 1),
        ("a: b: c\n", 1, 5),
        ("\ta: b\n", 1, 1),
        ("a: 1\nb: @x\n", 2, 4),
        ("[a,,b]", 1, 4),
        ('a: "x', 1, 6),
        ('a: "\\ud83d"\n', 1, 7),
        ("a: -\n", 1, 4),
        ("[[]][[]]", 1, 5),
    ],
)
def test_broken_yaml_is_refused_where_it_breaks(text: str, line: int, column: int) -> None:
    problem = problem_of(text.encode())
    assert (problem.file, problem.line, problem.column) == (NAME, line, column)
    assert problem.message


@pytest.mark.parametrize("number", ["1" * 19, "-" + "1" * 18, "9" * 5000])
def test_a_number_with_too_many_digits_is_refused(number: str) -> None:
    assert refused(f"a:\n  b: {number}\n".encode()) == (2, 6, "number with too many digits")


@pytest.mark.parametrize(
    ("bomb", "column"),
    [("[" * 500, 34), ("{a: " * 100_000, 130), ("- " * 100_000, 67), ("? " * 100_000, 3)],
)
def test_a_depth_bomb_is_refused_before_it_is_built(bomb: str, column: int) -> None:
    problem = problem_of(bomb.encode())
    assert (problem.line, problem.column) == (1, column)
    assert problem.message in (TOO_LARGE, "a key must be a plain word")


def test_a_depth_bomb_that_the_library_refuses_first_is_refused_in_the_same_words() -> None:
    line, column, message = refused(b"[" * 100_000)
    assert (line, message) == (1, TOO_LARGE)
    assert column in (MAX_DEPTH + 2, 1001)


def test_the_deepest_nesting_that_is_read_has_as_many_parents_as_the_bound_says() -> None:
    depth = MAX_DEPTH + 1
    assert len(paths_of(read("[" * depth + "]" * depth))) == depth
    assert refused(b"[" * (depth + 1) + b"]" * (depth + 1)) == (1, depth + 1, TOO_LARGE)


def test_as_many_nodes_as_the_bound_says_are_read_and_not_one_more() -> None:
    items = MAX_NODES - 1
    data = read("[" + "1," * items + "]")
    assert isinstance(data, list)
    assert len(data) == items
    assert refused(b"[" + b"1," * (items + 1) + b"]") == (1, 2 * items + 2, TOO_LARGE)


def test_keys_count_as_nodes_too() -> None:
    pairs = "".join(f"k{i}: 1\n" for i in range(MAX_NODES // 2))
    assert refused(pairs.encode())[::2] == (MAX_NODES // 2, TOO_LARGE)


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_not() -> None:
    assert read("#" * MAX_BYTES) is None
    assert refused(b"#" * (MAX_BYTES + 1)) == (None, None, "larger than 1024 KiB")


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert refused(bomb.encode()) == (1, 4, "anchors (&) are not allowed")


def test_the_place_of_a_field_is_its_key_and_the_place_of_an_item_its_start() -> None:
    text = "a: 1\nb:\n  - x\n  - c: 2\n    d:\n      [e, {f: g}]\n"
    assert places(text) == {
        (): (1, 1),
        ("a",): (1, 1),
        ("b",): (2, 1),
        ("b", 0): (3, 5),
        ("b", 1): (4, 5),
        ("b", 1, "c"): (4, 5),
        ("b", 1, "d"): (5, 5),
        ("b", 1, "d", 0): (6, 8),
        ("b", 1, "d", 1): (6, 11),
        ("b", 1, "d", 1, "f"): (6, 12),
    }


def test_places_count_characters_not_bytes() -> None:
    assert places("{\u00e9\u00e9: 1, \u4e2d: 2}") == {(): (1, 1), ("\u00e9\u00e9",): (1, 2), ("\u4e2d",): (1, 9)}


def test_the_problem_of_an_unknown_path_stands_at_its_nearest_parent() -> None:
    document = read_yaml(b"a:\n  b: [1]\n", NAME)
    assert document.problem(("a", "b", 5, "x"), "off", "try") == Problem(NAME, 2, 3, "a.b.5.x", "off", "try")
    assert document.problem((), "off") == Problem(NAME, 1, 1, "", "off", "")


def test_a_problem_in_an_empty_file_has_no_place() -> None:
    assert read_yaml(b"", NAME).problem(("a",), "off") == Problem(NAME, None, None, "a", "off", "")


@pytest.mark.parametrize("name", ["ladder.yaml", "transitions.yaml", "sources.yaml"])
def test_every_path_of_a_shipped_file_has_its_place(name: str) -> None:
    document = read_yaml((ROOT / "data" / name).read_bytes(), name)
    assert set(document.places) == set(paths_of(document.data))


PLAIN_TEXT: Final = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=("C", "Z")), max_size=8)
PLAIN_DATA: Final = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | PLAIN_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(PLAIN_TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(PLAIN_DATA)
def test_data_written_as_yaml_is_read_back_as_it_was_with_every_place(data: Data) -> None:
    document = read_yaml(yaml.safe_dump(data, allow_unicode=True).encode(), NAME)
    assert document.data == data
    assert set(document.places) == set(paths_of(data))


@given(PLAIN_DATA)
def test_data_written_as_json_is_yaml_too(data: Data) -> None:
    assert read_yaml(json.dumps(data, ensure_ascii=False).encode(), NAME).data == data


def assert_only_content_errors(content: bytes) -> None:
    try:
        document = read_yaml(content, NAME)
    except ContentError as err:
        problems = err.problems
    else:
        assert document.data is None or set(document.places) == set(paths_of(document.data))
        problems = (document.problem((), ""),)
    assert [problem.file for problem in problems] == [NAME]


@given(st.binary(max_size=400))
@example(b"\xef\xbb\xbf\xef\xbb\xbf")
@example(b"\xff\xfea\x00")
@example(b"\xfe\xff")
def test_whatever_bytes_come_in_only_a_content_error_comes_out(content: bytes) -> None:
    assert_only_content_errors(content)


@given(st.text(INDICATORS, max_size=60))
@example("? \n: ")
@example("!<x> a")
@example("%")
@example("%TAG")
def test_whatever_signs_come_in_only_a_content_error_comes_out(text: str) -> None:
    assert_only_content_errors(text.encode())
