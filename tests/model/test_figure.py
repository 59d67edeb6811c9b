"""What a figure has to say before it is one."""

from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from pmpath.model.figure import Figure

FIGURE: Mapping[str, object] = {
    "id": "years",
    "about": "Years",
    "level": None,
    "low": 1,
    "high": 2,
    "shape": "range",
    "unit": "years",
    "basis": "in the role",
    "place": "not stated",
    "as_of": "2024-10-16",
    "tracker": None,
    "direction": None,
    "note": None,
    "correction": None,
    "origin": "article",
    "sources": ["W-UND"],
}


@pytest.mark.parametrize("as_of", ["2024", "2024-10", "2024-02-29", "undated"])
def test_a_figure_is_of_a_day_a_month_a_year_or_undated(as_of: str) -> None:
    assert Figure.model_validate({**FIGURE, "as_of": as_of}).as_of == as_of


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"high": 1}, "high is not above low"),
        ({"high": None}, "a range has low and high"),
        ({"shape": "from"}, "a range has low and high"),
        ({"shape": "median"}, "a range has low and high"),
        ({"direction": "up"}, "says whose count it is"),
        ({"as_of": "2024-13"}, "no such day"),
        ({"as_of": "2023-02-29"}, "no such day"),
        ({"as_of": "recently"}, "pattern"),
        ({"low": "1"}, "valid number"),
    ],
)
def test_a_figure_that_cannot_be_read_is_refused(changed: Mapping[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Figure.model_validate({**FIGURE, **changed})


def test_a_figure_that_points_somewhere_has_a_tracker() -> None:
    assert Figure.model_validate({**FIGURE, "direction": "down", "tracker": "TrueUp"}).direction == "down"
