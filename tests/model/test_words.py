"""Names, labels and texts of a ladder by id."""

from collections.abc import Callable
from itertools import pairwise
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from builders import grid, library
from pmpath.model.setting import Setting
from pmpath.model.words import Words, environment_note

if TYPE_CHECKING:
    from pmpath.model.competency import Action
    from pmpath.model.ladder import Ladder


def invented() -> Words:
    """Return the words of two invented levels with one fact and one behavior."""
    shore = SimpleNamespace(id="shore", name="Shore Hand", short="Shore", aliases=["beach-hand", "sr-hand"])
    deck = SimpleNamespace(id="deck", name="Deck Officer", short="Deck", aliases=["deck-officer"])
    reach = SimpleNamespace(
        id="reach",
        name="Reach of the work",
        short="Reach",
        none=SimpleNamespace(label="On land"),
        expectations=[SimpleNamespace(level="shore", label="Coils rope"), SimpleNamespace(level="deck", label="Runs the deck")],
    )
    knots = SimpleNamespace(
        id="knots",
        name="Knots and splices",
        short="Knots",
        none=None,
        expectations=[SimpleNamespace(level="deck", label="Ties ten Knots")],
    )
    answers = [
        SimpleNamespace(id="not-yet", short="not yet", advice=None),
        SimpleNamespace(id="no-chance", short="no chance so far", advice="Ask for a watch."),
    ]
    shifts = [SimpleNamespace(start="shore", to="deck", becomes="look up")]
    open_sea = SimpleNamespace(
        id="startup",
        name="the open sea",
        later=["knots"],
        unless="deeply-technical",
        reason="counts less at sea",
        order="Knots come later.",
        exception="Knots count here too.",
    )
    harbor = SimpleNamespace(id="corporate", name="a harbor", later=[], unless=None, reason=None, order="All as it is.")
    ladder = SimpleNamespace(
        levels=[shore, deck],
        competencies=[reach, knots],
        answers=answers,
        shifts=shifts,
        settings=[open_sea, harbor],
    )
    return Words(cast("Ladder", ladder))


@pytest.mark.parametrize(("level", "name", "short"), [("shore", "Shore Hand", "Shore"), ("deck", "Deck Officer", "Deck")])
def test_a_level_has_a_full_and_a_short_name(level: str, name: str, short: str) -> None:
    assert (invented().level_name(level), invented().level_short(level)) == (name, short)


@pytest.mark.parametrize("level", ["aspiring", "moon", ""])
def test_what_is_no_level_stands_for_itself(level: str) -> None:
    assert (invented().level_name(level), invented().level_short(level)) == (level, level)


def test_an_expectation_leads_to_its_competency() -> None:
    assert invented().competency_of("knots.deck").name == "Knots and splices"


@pytest.mark.parametrize(
    ("expectation", "title"),
    [("knots.deck", "Knots: ties ten Knots"), ("reach.deck", "Reach: runs the deck"), ("reach.shore", "Reach: coils rope")],
)
def test_the_title_of_an_expectation_is_its_competency_and_its_label_in_lower_case(expectation: str, title: str) -> None:
    assert invented().title(expectation) == title


@pytest.mark.parametrize(
    ("question", "word", "shown"),
    [
        ("knots.deck", "not-yet", "not yet"),
        ("knots.deck", "no-chance", "no chance so far"),
        ("reach", "none", "On land"),
        ("reach", "shore", "Coils rope"),
        ("reach", "deck", "Runs the deck"),
    ],
)
def test_an_answer_is_shown_in_its_short_form(question: str, word: str, shown: str) -> None:
    assert invented().answer_short(question, word) == shown


@pytest.mark.parametrize(
    ("word", "advice"), [("not-yet", None), ("no-chance", "Ask for a watch."), ("deck", None), (None, None)]
)
def test_advice_comes_with_the_answers_that_have_some(word: str | None, advice: str | None) -> None:
    assert invented().advice_for(word) == advice


@pytest.mark.parametrize(("question", "title"), [("knots.deck", "Knots, Deck"), ("reach", "Reach of the work")])
def test_the_title_of_a_question_says_its_level_unless_it_is_a_fact(question: str, title: str) -> None:
    assert invented().question_title(question) == title


def test_a_shift_is_found_between_neighbors_in_its_direction_only() -> None:
    found = invented().shift("shore", "deck")
    assert found is not None
    assert found.becomes == "look up"
    assert invented().shift("deck", "shore") is None
    assert invented().shift("aspiring", "deck") is None
    assert invented().shift("shore", "moon") is None


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("shore", "shore"),
        ("SHORE", "shore"),
        ("beach-hand", "shore"),
        ("Beach Hand", "shore"),
        ("beach_hand", "shore"),
        ("  beach   hand ", "shore"),
        ("Sr. Hand", "shore"),
        ("deck officer", "deck"),
        ("Deck-Officer", "deck"),
        ("captain", None),
        ("", None),
        ("deckofficer", None),
    ],
)
def test_a_level_is_found_by_id_or_alias_however_it_is_written(name: str, level: str | None) -> None:
    assert invented().find_level(name) == level


def test_level_names_are_all_ids_and_aliases_in_ladder_order() -> None:
    assert invented().level_names() == ["shore", "beach-hand", "sr-hand", "deck", "deck-officer"]


def test_expectations_are_indexed_by_competency_and_level() -> None:
    assert list(invented().expectations) == ["reach.shore", "reach.deck", "knots.deck"]
    assert list(invented().levels) == ["shore", "deck"]
    assert list(invented().competencies) == ["reach", "knots"]


def test_the_shipped_words_name_every_expectation_of_the_grid() -> None:
    words = library().words
    assert set(words.expectations) == set(grid().index)
    assert list(words.levels) == list(grid().levels)


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Product Manager", "pm"),
        ("Sr. PM", "senior-pm"),
        ("senior product manager", "senior-pm"),
        ("Group_PM", "group-pm"),
        ("Head of Product", "director"),
        ("VP Product", "vp"),
        ("Chief Product Officer", "cpo"),
        ("Junior PM", "apm"),
    ],
)
def test_common_titles_find_their_level(title: str, level: str) -> None:
    assert library().words.find_level(title) == level


def test_no_two_levels_share_a_name() -> None:
    names = library().words.level_names()
    assert len(names) == len(set(names))


def test_there_is_a_shift_into_every_level_but_the_first() -> None:
    words, levels = library().words, grid().levels
    assert [pair for pair in pairwise(levels) if words.shift(*pair) is None] == []


@pytest.mark.parametrize("case", [str.upper, str.title, str.lower])
@pytest.mark.parametrize("separator", [" ", "_", "-", "  "])
def test_every_alias_finds_its_level_with_any_separator_and_case(separator: str, case: Callable[[str], str]) -> None:
    words = library().words
    for level in words.ladder.levels:
        found = {words.find_level(case(alias.replace("-", separator))) for alias in level.aliases}
        assert found == {level.id}


def test_every_answer_to_every_question_has_a_short_form() -> None:
    words = library().words
    shown = [words.answer_short(question, word) for question, choices in grid().choices.items() for word in choices]
    assert all(shown)
    assert len(shown) == 8 + 6 + 55 * 5


def test_every_question_has_a_title() -> None:
    titles = [library().words.question_title(question) for question in grid().choices]
    assert len(set(titles)) == 57


@pytest.mark.parametrize(
    ("setting", "note"), [("startup", "alone"), ("corporate", "with others"), (None, None), ("navy", None)]
)
def test_an_action_says_how_it_differs_in_a_setting(setting: str | None, note: str | None) -> None:
    action = cast("Action", SimpleNamespace(startup="alone", corporate="with others"))
    assert environment_note(action, setting) == note


# Settings

OPEN_SEA = Setting("startup")
TECHNICAL = Setting("startup", deeply_technical=True)
HARBOR = Setting("corporate")


@pytest.mark.parametrize(
    ("setting", "expectation", "less"),
    [
        (OPEN_SEA, "knots.deck", True),
        (OPEN_SEA, "reach.deck", False),
        (TECHNICAL, "knots.deck", False),
        (HARBOR, "knots.deck", False),
        (Setting(), "knots.deck", False),
    ],
)
def test_what_counts_less_depends_on_the_setting(setting: Setting, expectation: str, *, less: bool) -> None:
    assert invented().counts_less(expectation, setting) is less


@pytest.mark.parametrize(
    ("setting", "moves", "note"),
    [
        (OPEN_SEA, True, "Knots come later."),
        (OPEN_SEA, False, None),
        (TECHNICAL, False, "Knots count here too."),
        (HARBOR, False, "All as it is."),
        (Setting(), False, None),
        (Setting("moon"), False, None),
    ],
    ids=str,
)
def test_the_order_of_work_is_spoken_of_where_there_is_something_to_say(
    setting: Setting, note: str | None, *, moves: bool
) -> None:
    assert invented().order_note(setting, moves=moves) == note


@pytest.mark.parametrize(("setting", "reason"), [(OPEN_SEA, "counts less at sea"), (HARBOR, ""), (Setting(), "")], ids=str)
def test_why_something_counts_less_is_said_where_anything_does(setting: Setting, reason: str) -> None:
    assert invented().less_because(setting) == reason


@pytest.mark.parametrize(("expectation", "guide"), [("discovery.vp", "discovery"), ("data.pm", None)])
def test_an_expectation_is_taught_by_the_guide_of_its_competency(expectation: str, guide: str | None) -> None:
    assert library().words.guide_of(expectation) == guide


def test_there_are_roads_from_the_highest_level_and_from_no_other() -> None:
    words = library().words
    assert {level: bool(words.roads(level)) for level in words.levels} == {level: level == "cpo" for level in words.levels}
    assert words.roads(None) == ()
