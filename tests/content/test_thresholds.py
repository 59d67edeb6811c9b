"""A person's own thresholds: figures by milestone, every problem at once with its place, nothing hostile taken."""

from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builders import library
from pmpath.content.thresholds import read_thresholds
from pmpath.errors import ContentError

KNOWN: Final = ("talks", "interviews", "bets-stopped")
NAME: Final = "milestones.yaml"
ONE_KEY: Final = (1, 1, "", "a file of thresholds has one key, thresholds", "write thresholds: and below it MILESTONE: NUMBER")
NO_NUMBER: Final = "this is no number above 0"
SEE: Final = "ids: talks, interviews, bets-stopped"


def read(text: str) -> dict[str, float]:
    return read_thresholds(text.encode(), NAME, KNOWN)


def error_of(content: bytes) -> ContentError:
    with pytest.raises(ContentError) as caught:
        read_thresholds(content, NAME, KNOWN)
    return caught.value


def problems(text: str) -> list[tuple[int | None, int | None, str, str, str]]:
    return [(one.line, one.column, one.path, one.message, one.hint) for one in error_of(text.encode()).problems]


@pytest.mark.parametrize(("figure", "read_as"), [("3", 3.0), ("0.5", 0.5), ("+2", 2.0), ("1e3", 1000.0), ("9" * 18, 1e18)])
def test_a_figure_is_read_as_a_number(figure: str, read_as: float) -> None:
    assert read(f"thresholds:\n  talks: {figure}\n") == {"talks": read_as}


def test_figures_are_read_by_milestone() -> None:
    assert read("thresholds: {talks: 3, interviews: 12}") == {"talks": 3, "interviews": 12}


def test_every_milestone_of_the_ladder_may_have_a_figure() -> None:
    known = [one.id for one in library().words.ladder.milestones]
    text = "thresholds:\n" + "".join(f"  {name}: 2\n" for name in known)
    assert read_thresholds(text.encode(), NAME, known) == dict.fromkeys(known, 2.0)


def test_json_is_read_too() -> None:
    assert read('{"thresholds": {"talks": 3}}') == {"talks": 3}


def test_no_figures_are_fine() -> None:
    assert read("thresholds: {}") == {}


def test_all_problems_come_at_once_in_the_order_of_the_file() -> None:
    text = "# mine\nthresholds:\n  talks: many\n  intervews: 3\n  nothing-like-it: 0\n  bets-stopped: 2\n"
    assert problems(text) == [
        (3, 3, "thresholds.talks", NO_NUMBER, ""),
        (4, 3, "thresholds.intervews", 'there is no milestone "intervews"', "did you mean interviews?"),
        (5, 3, "thresholds.nothing-like-it", 'there is no milestone "nothing-like-it"', SEE),
        (5, 3, "thresholds.nothing-like-it", NO_NUMBER, ""),
    ]


@pytest.mark.parametrize(
    "figure", ["0", "-1", "-0.5", "0.0", "true", "'3'", "many", "", "~", "[3]", "{a: 3}", ".inf", ".nan", "1e400", "3 talks"]
)
def test_what_is_no_number_above_zero_is_refused_at_its_place(figure: str) -> None:
    assert problems(f"thresholds:\n  talks: {figure}\n") == [(2, 3, "thresholds.talks", NO_NUMBER, "")]


@pytest.mark.parametrize("text", ["talks: 3", "[]", "3", "text", "thresholds:", "thresholds: 3", "thresholds: [talks]", "{}"])
def test_a_file_without_figures_below_its_one_key_is_refused(text: str) -> None:
    assert problems(text) == [ONE_KEY]


def test_another_key_is_refused_and_the_figures_are_looked_at_all_the_same() -> None:
    assert problems("thresholds:\n  talks: 0\nmore: 1\n") == [ONE_KEY, (2, 3, "thresholds.talks", NO_NUMBER, "")]


@pytest.mark.parametrize("content", [b"", b"# later\n", b"~"])
def test_an_empty_file_is_refused_and_named(content: bytes) -> None:
    (problem,) = error_of(content).problems
    assert (problem.file, problem.message) == (NAME, ONE_KEY[3])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("thresholds:\n  talks: 3\n  talks: 4\n", (3, 3)),
        ("thresholds: {talks: 3}\nthresholds: {talks: 3}\n", (2, 1)),
        ("thresholds: &a\n  talks: 3\n", (1, 13)),
        ("thresholds:\n  talks: *a\n", (2, 10)),
        ("thresholds:\n  talks: !!int 3\n", (2, 10)),
        ("thresholds:\n  ? [talks]\n  : 3\n", (2, 5)),
        (f"thresholds:\n  talks: {'9' * 19}\n", (2, 10)),
        ("thresholds: {}\n---\nthresholds: {}\n", (2, 1)),
        ("thresholds:\n\ttalks: 3\n", (2, 1)),
    ],
)
def test_what_the_strict_reader_refuses_is_refused_at_its_place(text: str, place: tuple[int, int]) -> None:
    error = error_of(text.encode())
    assert error.message == "this file cannot be read"
    assert [(one.line, one.column) for one in error.problems] == [place]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x00", b"thresholds: " + b"[" * 5000, b"a" * (1024 * 1024 + 1)])
def test_hostile_bytes_are_refused(content: bytes) -> None:
    assert error_of(content).exit_code == 65


def test_a_message_repeats_no_more_of_a_very_long_id_than_a_line_can_carry() -> None:
    (problem,) = error_of(f"thresholds:\n  {'x' * 1000}: 3\n".encode()).problems
    assert max(len(problem.message), len(problem.path)) <= 203


KEYS: Final = st.sampled_from([*KNOWN, "talk", "x", "thresholds", "'\\n'"])
FIGURES: Final = st.sampled_from(["3", "0", "-1", "true", "1e400", "many", "~", "[1]", "0.5", "!x 3"])


def outcome(content: bytes) -> dict[str, float] | ContentError:
    """Return the figures, or the refusal."""
    try:
        return read_thresholds(content, NAME, KNOWN)
    except ContentError as err:
        return err


@given(st.lists(st.tuples(KEYS, FIGURES), max_size=4))
@example([("talks", "1e400")])
def test_any_file_gives_figures_above_zero_for_known_milestones_or_is_refused(pairs: list[tuple[str, str]]) -> None:
    found = outcome(("thresholds:\n" + "".join(f"  {name}: {figure}\n" for name, figure in pairs)).encode())
    if isinstance(found, ContentError):
        assert all(one.file == NAME and one.line for one in found.problems)
    else:
        assert all(name in KNOWN and 0 < figure < float("inf") for name, figure in found.items())


@given(st.binary(max_size=200))
def test_any_bytes_give_figures_or_a_refusal_with_its_problems(content: bytes) -> None:
    found = outcome(content)
    assert found.problems if isinstance(found, ContentError) else set(found) <= set(KNOWN)
