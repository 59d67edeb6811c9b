"""The picture of bars as SVG: well formed, said in words too, and nothing in it that is loaded or run."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import example_a, grid, library
from pmpath.core.history import reaches
from pmpath.model.answer import Context, Sheet
from pmpath.model.forms import Bar, Picture
from pmpath.model.visible import visible
from pmpath.render.picture import bar_words, inline, style, svg
from pmpath.render.reach import reach_picture
from render.hostile import HOSTILE, hostile_texts

SVG = "{http://www.w3.org/2000/svg}"
SCALE = ("APM", "PM", "Senior PM", "Group PM")
BARS = (Bar("Data", 2, 3), Bar("Delivery", 4, None), Bar("Strategy", 0, 3), Bar("People", None, 3))
PICTURE = Picture("How far", "Four bars.", BARS, SCALE)
ALLOWED = {"svg", "title", "desc", "style", "rect", "path", "text"}


def drawn(picture: Picture = PICTURE) -> ET.Element:
    return ET.fromstring(svg(picture))  # noqa: S314 - our own output


def every(name: str, picture: Picture = PICTURE) -> list[ET.Element]:
    return list(drawn(picture).iter(f"{SVG}{name}"))


def of_class(kind: str, picture: Picture = PICTURE) -> list[ET.Element]:
    return [one for one in drawn(picture).iter() if one.get("class") == kind]


def texts(picture: Picture = PICTURE) -> list[str]:
    return [one.text or "" for one in every("text", picture)]


def numbers(element: ET.Element, *names: str) -> tuple[float, ...]:
    return tuple(float(element.get(name, "nan")) for name in names)


def edges(picture: Picture) -> Iterator[tuple[float, float]]:
    """Yield how far right and down each bar and each text begins and ends."""
    for rect in every("rect", picture):
        x, y, width, height = (float(rect.get(name, "0")) for name in ("x", "y", "width", "height"))
        yield x + width, y + height
    for text in every("text", picture):
        x, y = numbers(text, "x", "y")
        yield x, y


def test_it_is_a_picture_with_a_name_and_a_description() -> None:
    root = drawn()
    said = {one.get("id"): one.text for one in root if one.tag in (f"{SVG}title", f"{SVG}desc")}
    assert root.get("role") == "img"
    assert [said[name] for name in (root.get("aria-labelledby") or "").split()] == ["How far", "Four bars."]


def test_every_bar_has_its_words() -> None:
    wanted = [
        "Data: PM, the goal is Senior PM",
        "Delivery: Group PM",
        "Strategy: none yet, the goal is Senior PM",
        "People: not asked, the goal is Senior PM",
    ]
    assert [text for text in texts() if ":" in text and "Bar:" not in text] == wanted == [bar_words(bar, SCALE) for bar in BARS]


def test_the_steps_are_named_along_the_scale() -> None:
    small = [one.text for one in of_class("small")]
    assert small[:-1] == ["APM", "PM", "Senior", "PM", "Group", "PM"]


def test_a_bar_is_as_long_as_it_reaches() -> None:
    two, four, none = (numbers(bar, "width")[0] for bar in of_class("bar"))
    assert four / two == pytest.approx(2, rel=0.01)
    assert none == 3


def test_what_was_not_asked_is_a_dashed_outline_with_the_words() -> None:
    assert len(of_class("open")) == 1
    assert ".open{fill:none;stroke-width:1.5;stroke-dasharray:5 4}" in style()
    assert "People: not asked, the goal is Senior PM" in texts()


def test_the_goal_is_a_shape_and_stands_in_words() -> None:
    assert len(of_class("mark")) == 3
    assert any("Diamond: the goal" in text for text in texts())


def test_a_bar_without_a_goal_has_no_mark() -> None:
    assert of_class("mark", PICTURE._replace(bars=(Bar("Data", 2),))) == []


def test_everything_stands_inside_the_picture() -> None:
    width, height = map(float, (drawn().get("viewBox") or "").split()[2:])
    assert [edge for edge in edges(PICTURE) if edge[0] > width or edge[1] > height] == []


def test_no_bar_covers_words() -> None:
    words = [numbers(text, "y")[0] for text in every("text")]
    bars = [numbers(bar, "y", "height") for bar in (*of_class("bar"), *of_class("open"))]
    assert [(word, bar) for word in words for bar in bars if bar[0] - 3 < word < bar[0] + bar[1] + 9] == []


def test_a_long_name_takes_more_lines_and_the_picture_grows() -> None:
    longer = PICTURE._replace(bars=(Bar("A competency " * 12, 1, 2), *BARS))
    assert numbers(drawn(longer), "height") > numbers(drawn(PICTURE._replace(bars=(Bar("A", 1, 2), *BARS))), "height")
    assert max(map(len, texts(longer))) < 66


def test_as_a_file_it_brings_its_colors_and_its_ground() -> None:
    assert [one.text for one in every("style")] == [style()]
    assert len(of_class("paper")) == 1


def test_in_a_page_it_brings_neither() -> None:
    assert ("<style" in inline(PICTURE), 'class="paper"' in inline(PICTURE), "<?xml" in inline(PICTURE)) == (False,) * 3


def test_it_is_dark_where_the_surroundings_are() -> None:
    assert "prefers-color-scheme:dark" in svg(PICTURE)


def test_it_has_no_element_that_loads_or_runs_anything() -> None:
    assert {one.tag.removeprefix(SVG) for one in drawn().iter()} <= ALLOWED
    assert [name for one in drawn().iter() for name in one.keys() if "href" in name or name.startswith("on")] == []  # noqa: SIM118
    assert [start for start in ("url(", "@import", "@font-face", "//") if start in style()] == []


def test_the_same_picture_is_the_same_file() -> None:
    assert svg(PICTURE) == svg(PICTURE)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_read_as_it_was_written(text: str) -> None:
    picture = Picture(text, text, (Bar(text, 1, 1),), (text,))
    said = [one.text for one in drawn(picture) if one.tag in (f"{SVG}title", f"{SVG}desc")]
    assert said == [visible(text), visible(text)]


@settings(max_examples=200)
@given(text=hostile_texts, value=st.one_of(st.none(), st.integers(0, 2)))
def test_whatever_a_text_is_the_picture_is_well_formed(text: str, value: int | None) -> None:
    picture = Picture(text, text, (Bar(text, value, 2),), (text, text))
    assert {one.tag.removeprefix(SVG) for one in drawn(picture).iter()} <= ALLOWED


def test_a_picture_of_nothing_is_a_picture() -> None:
    assert len(every("rect", Picture("", "", (), ()))) == 1


# how far each competency reaches


def reached(goal: str | None, answers: dict[str, str] | None = None) -> Picture:
    sheet = Sheet(example_a() if answers is None else answers, {}, Context())
    latest = {name: each[-1] for name, each in reaches(grid(), [sheet]).items()}
    return reach_picture(latest, goal, library().words)


def test_a_bar_is_there_for_every_competency() -> None:
    words = library().words
    assert sorted(bar.label for bar in reached("senior-pm").bars) == sorted(one.short for one in words.ladder.competencies)


def test_the_scale_is_the_ladder() -> None:
    words = library().words
    assert reached(None).scale == tuple(words.level_short(level) for level in words.levels)


def test_a_bar_reaches_the_highest_level_that_is_met() -> None:
    values = {bar.label: bar.value for bar in reached("senior-pm").bars}
    assert (values["Scope"], values["Discovery"], values["Business"]) == (2, 3, 1)


def test_what_was_not_answered_has_no_value() -> None:
    assert {bar.value for bar in reached("pm", {"scope": "pm"}).bars if bar.label != "Scope"} == {None}


def test_the_goal_is_the_highest_level_up_to_it_that_asks_for_anything() -> None:
    words = library().words
    goals = {bar.label: bar.target for bar in reached("senior-pm").bars}
    for competency in words.ladder.competencies:
        ranks = [list(words.levels).index(part.level) + 1 for part in competency.expectations]
        assert goals[competency.short] == max((rank for rank in ranks if rank <= 3), default=None)


def test_without_a_goal_no_bar_has_one() -> None:
    assert {bar.target for bar in reached(None).bars} == {None}


def test_the_description_says_all_that_the_bars_show() -> None:
    picture = reached("senior-pm")
    assert [bar for bar in picture.bars if f"{bar_words(bar, picture.scale)}." not in picture.description] == []
