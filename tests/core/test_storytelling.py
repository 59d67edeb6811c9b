"""How often stories were told, and which competencies they cover."""

from pmpath.core.storytelling import coverage, uses
from pmpath.model.story import KeptStory
from practice import practiced


def story(number: int, *competencies: str, **lines: str) -> KeptStory:
    return KeptStory(number, f"s{number}", "2026-01-05", lines, None, competencies)


def test_each_telling_counts_and_practice_without_a_story_does_not() -> None:
    practices = [practiced(story="s1"), practiced(story="s2"), practiced(story="s1"), practiced()]
    assert uses(practices) == {"s1": 2, "s2": 1}


def test_a_competency_has_the_stories_that_tell_about_it() -> None:
    stories = [story(1, "data"), story(3, "data", "discovery")]
    assert coverage(["discovery", "data", "delivery"], stories) == {"discovery": (3,), "data": (1, 3), "delivery": ()}


def test_a_story_is_called_by_its_action_else_by_what_is_known() -> None:
    assert story(1, situation="In May", action="Ran it").title == "Ran it"
    assert story(1, situation="In May", lesson="Ask").title == "In May"
    assert story(1).title == ""


def test_the_parts_that_are_open_come_in_the_order_of_telling() -> None:
    assert story(1, lesson="Ask", task="Find out").missing == ("situation", "action", "result")
