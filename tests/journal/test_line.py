"""One line: what stands in it, and that no change of it goes unnoticed."""

import json
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from journal.making import NOW, line, record
from pmpath.journal.line import VERSION, Record, Type, decode, encode

Json = dict[str, Any]

TRICKY = st.text('\x00\x07\x1b\n\r\t\x7f\x85\u2028\u2029\ufeff"\\/{}[]:,中日本語한국👩🚀\U0010ffff', max_size=8)
TEXTS = st.one_of(TRICKY, st.text(max_size=12))
PLAIN = st.one_of(TEXTS, st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False))
VALUES = st.one_of(
    PLAIN, st.lists(PLAIN, max_size=3), st.dictionaries(TEXTS, st.one_of(PLAIN, st.lists(TEXTS, max_size=2)), max_size=3)
)
DATA: SearchStrategy[Json] = st.dictionaries(TEXTS, VALUES, max_size=3)
RECORDS = st.builds(Record, st.integers(1, 2**63), TEXTS, TEXTS, st.sampled_from(Type), DATA)
SMALL = st.builds(record, st.integers(1, 2**63), TEXTS)
SAMPLE = Record(7, "0123456789ab", NOW, Type.ASSESSMENT, {"level": "pm", "met": 6, "because": ["data.pm"], "role": None})


def summed(keys: Json) -> bytes:
    """Return a line without its newline with the right sum over any keys."""
    body = json.dumps(keys, separators=(",", ":"))
    return f'{body[:-1]},"sum":"{sha256(body.encode()).hexdigest()[:8]}"}}'.encode()


def keys_of(one: Record) -> Json:
    return {"v": one.v, "seq": one.seq, "id": one.id, "at": one.at, "type": str(one.type), "data": one.data}


def is_noticed(changed: bytes) -> bool:
    """Say whether nobody takes the changed line for another record of this program."""
    found = decode(changed)
    return found is None or not found.is_known


@given(RECORDS)
def test_what_is_written_is_what_is_read(one: Record) -> None:
    assert decode(encode(one)[:-1]) == one


@given(RECORDS)
def test_a_line_is_one_line_of_printable_ascii(one: Record) -> None:
    written = encode(one)
    assert written[-1:] == b"\n"
    assert all(32 <= byte < 127 for byte in written[:-1])


def test_a_line_is_a_json_object_with_seven_keys_in_their_order() -> None:
    assert list(json.loads(encode(SAMPLE))) == ["v", "seq", "id", "at", "type", "data", "sum"]


@given(RECORDS)
def test_the_sum_is_the_beginning_of_the_sha_256_over_the_rest(one: Record) -> None:
    assert encode(one)[:-1] == summed(keys_of(one))


@pytest.mark.parametrize("half", [0xD800, 0xDBFF, 0xDC80, 0xDFFF])
def test_half_a_surrogate_pair_is_kept_as_it_is(half: int) -> None:
    text = f"a{chr(half)}b"
    assert decode(line(1, text)[:-1]) == record(1, text)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_a_number_that_json_lacks_is_never_written(number: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        encode(SAMPLE._replace(data={"number": number}))


def test_every_flipped_bit_of_a_line_is_noticed() -> None:
    sound = encode(SAMPLE)[:-1]
    missed = [
        (place, bit)
        for place in range(len(sound))
        for bit in range(8)
        if not is_noticed(sound[:place] + bytes([sound[place] ^ 1 << bit]) + sound[place + 1 :])
    ]
    assert missed == []


def test_every_cut_at_the_end_of_a_line_is_noticed() -> None:
    sound = encode(SAMPLE)[:-1]
    assert [size for size in range(len(sound)) if decode(sound[:size]) is not None] == []


def test_every_cut_at_the_beginning_of_a_line_is_noticed() -> None:
    sound = encode(SAMPLE)[:-1]
    assert [start for start in range(1, len(sound)) if decode(sound[start:]) is not None] == []


@given(SMALL, st.integers(0, 1 << 16), st.integers(0, 7))
def test_a_flipped_bit_of_any_line_is_noticed(one: Record, place: int, bit: int) -> None:
    sound = bytearray(encode(one)[:-1])
    sound[place % len(sound)] ^= 1 << bit
    assert is_noticed(bytes(sound))


@given(SMALL, st.integers(0, 1 << 16), st.integers(1, 40))
def test_a_piece_missing_anywhere_in_any_line_is_noticed(one: Record, place: int, size: int) -> None:
    sound = encode(one)[:-1]
    start = place % len(sound)
    assert decode(sound[:start] + sound[start + size :]) is None


@given(SMALL, SMALL)
def test_two_lines_that_lost_the_newline_between_them_are_noticed(one: Record, other: Record) -> None:
    assert decode(encode(one)[:-1] + encode(other)[:-1]) is None


@given(st.binary(max_size=200))
def test_any_bytes_at_all_are_read_without_an_error(content: bytes) -> None:
    assert decode(content) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" ",
        b"\r",
        b"null",
        b"3",
        b"[]",
        b"{}",
        b'"text"',
        b"\x00" * 40,
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"v":' + b"1" * 5000 + b"}",
        line(1)[:-1] + b"\r",
        line(1)[:-1] + b" ",
        b" " + line(1)[:-1],
        "{}".encode("utf-16"),
    ],
)
def test_what_is_no_line_is_damaged(content: bytes) -> None:
    assert decode(content) is None


@pytest.mark.parametrize("missing", ["v", "seq", "id", "at", "type", "data"])
def test_a_line_without_one_of_its_keys_is_damaged(missing: str) -> None:
    keys = {name: value for name, value in keys_of(SAMPLE).items() if name != missing}
    assert decode(summed(keys)) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [("v", True), ("v", "1"), ("v", 1.0), ("seq", None), ("seq", "7"), ("id", 5), ("at", 2026), ("type", None), ("data", [])],
)
def test_a_key_of_another_kind_is_damage_even_where_the_sum_is_right(name: str, value: object) -> None:
    assert decode(summed({**keys_of(SAMPLE), name: value})) is None


def test_a_line_without_a_sum_is_damaged() -> None:
    assert decode(json.dumps(keys_of(SAMPLE), separators=(",", ":")).encode()) is None


def test_a_sum_in_capitals_is_damage() -> None:
    sound = encode(SAMPLE)[:-1]
    digest = json.loads(sound)["sum"]
    assert any(digit.isalpha() for digit in digest)
    assert decode(sound.replace(digest.encode(), digest.upper().encode())) is None


def test_text_that_looks_like_a_sum_is_only_text() -> None:
    one = record(1, '","sum":"00000000"}')
    assert decode(encode(one)[:-1]) == one


def test_a_line_of_a_newer_version_is_returned_whatever_its_sum() -> None:
    keys = {**keys_of(SAMPLE), "v": VERSION + 1, "sum": "other rules"}
    assert decode(json.dumps(keys).encode()) == SAMPLE._replace(v=VERSION + 1)


@pytest.mark.parametrize("kind", list(Type))
def test_the_types_of_this_program_are_known(kind: Type) -> None:
    assert record(1, kind=kind).is_known


def test_another_type_is_not_known() -> None:
    assert not record(1, kind="dream").is_known


def test_a_newer_version_is_not_known() -> None:
    assert not record(1, v=VERSION + 1).is_known


@pytest.mark.parametrize(
    ("at", "day"), [("2026-02-03T04:05:06Z", "2026-02-03"), ("yesterday", "1970-01-01"), ("2026-02-31T00:00:00Z", "1970-01-01")]
)
def test_a_time_that_is_none_is_that_of_the_first_day(at: str, day: str) -> None:
    assert Record(1, "a", at, Type.DRAFT, {}).day == day


def test_the_words_of_the_types_stand_in_journals_and_stay_as_they_are() -> None:
    assert [str(kind) for kind in Type] == [
        *(
            "draft",
            "assessment",
            "transition",
            "evidence",
            "plan",
            "step",
            "checkin",
            "milestone",
            "piece",
            "practice",
            "story",
        ),
    ]
