"""Whatever bytes a parser is given, nothing comes out of it but a result or an error of our own.

`PMPATH_CAMPAIGN=full` gives each parser a hundred times as many; `tests/hostile/fuzz.py` does the same with Atheris.
"""

import json
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from hostile.corpus import MARKUP, OBEYED, broken
from hostile.targets import CALLS, TARGETS, records, seeds, survives
from pmpath.journal.journal import parse
from pmpath.journal.line import Type, encode

INPUTS = 8000 if os.environ.get("PMPATH_CAMPAIGN") == "full" else 25
FUZZED = settings(max_examples=INPUTS, suppress_health_check=list(HealthCheck))
WORDS = (
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b"- ",
    b"\n",
    b'"',
    b"&a",
    b"*a",
    b"<<",
    b"!!",
    b"\\ud800",
    b"1e999",
    b"NaN",
    b"null",
    b"\x00",
    b"\xff",
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from([*OBEYED.values(), *MARKUP.values(), "pm", "none", "on-my-own", "2026-02-30", "default", "discovery.pm"]),
)
each_target = pytest.mark.parametrize("target", TARGETS)


def any_data() -> SearchStrategy[object]:
    """Draw any data that JSON can hold, small."""
    return st.recursive(
        SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    )


@st.composite
def turned_over(draw: st.DrawFn, target: str) -> bytes:
    """Draw a sound input in which some bytes are lost, written over, or put in."""
    content = bytearray(draw(st.sampled_from(seeds(target))))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 20)))
        content[start:end] = draw(st.one_of(st.binary(max_size=8), st.sampled_from(WORDS)))
    return bytes(content)


@st.composite
def replaced(draw: st.DrawFn, document: object) -> object:
    """Draw a document with anything in the place of one of its parts, or with a part more or less."""
    if not isinstance(document, dict | list) or not document or draw(st.integers(0, 4)) == 0:
        return draw(any_data())
    changed = document.copy()
    key = draw(st.sampled_from(sorted(document) if isinstance(document, dict) else range(len(document))))
    if draw(st.integers(0, 5)) == 0:
        del changed[key]
        return changed
    if isinstance(changed, dict) and draw(st.integers(0, 5)) == 0:
        changed[draw(st.text(max_size=8))] = draw(any_data())
        return changed
    changed[key] = draw(replaced(document[key]))
    return changed


@each_target
def test_bytes_that_are_turned_over_raise_nothing_else(target: str) -> None:
    @FUZZED
    @given(turned_over(target))
    def check(content: bytes) -> None:
        survives(target, content)

    check()


@pytest.mark.parametrize("target", [name for name in TARGETS if name not in ("piece", "journal")])
def test_a_part_that_is_replaced_by_anything_raises_nothing_else(target: str) -> None:
    sound = [json.loads(one) for one in seeds(target) if one.startswith(b"{")]

    @FUZZED
    @given(st.sampled_from(sound).flatmap(replaced))
    def check(document: object) -> None:
        survives(target, json.dumps(document).encode())

    check()


@each_target
def test_what_is_no_data_raises_nothing_else(target: str) -> None:
    for bad in broken()[:: 1 if os.environ.get("PMPATH_CAMPAIGN") == "full" else 5]:
        survives(target, bad.content)


@each_target
def test_a_sound_input_is_taken(target: str) -> None:
    for content in seeds(target):
        TARGETS[target](content)


def test_every_type_of_line_is_among_the_sound_ones() -> None:
    assert {one.type for one in records()} == set(Type)
    assert len(parse(b"".join(map(encode, records()))).records) == len(records())


def test_every_tool_is_among_the_sound_calls() -> None:
    from pmpath.cli.assisting import TOOLS

    assert CALLS.keys() == {tool.name for tool in TOOLS}


def test_a_parser_that_raises_something_else_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(content: bytes) -> object:
        return json.loads(content)

    monkeypatch.setattr("hostile.targets.TARGETS", {"careless": careless})
    with pytest.raises(ValueError, match="Expecting"):
        survives("careless", b"{")
