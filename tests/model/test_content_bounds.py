"""What the content models refuse beyond types: figures that contradict each other."""

import pytest
from pydantic import ValidationError

from pmpath.model.base import Sourced
from pmpath.model.ladder import SettingRule, Share
from pmpath.model.level import Horizon, Range


def test_a_share_over_the_whole_is_refused() -> None:
    with pytest.raises(ValidationError, match="a share is at most the whole"):
        Share.model_validate({"over": 3, "of": 2})


def test_a_share_of_the_whole_is_taken() -> None:
    assert Share.model_validate({"over": 2, "of": 2}).over == 2


RULE = {
    "id": "startup",
    "name": "a startup",
    "later": ["technology"],
    "unless": "deeply-technical",
    "reason": "counts less",
    "order": "It comes later.",
    "exception": "It does not.",
    "actions": "Done alone.",
    "times": "Sooner.",
    "origin": "default",
    "sources": [],
}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"reason": None}, "`reason` is needed where"),
        ({"later": [], "unless": None, "exception": None}, "`reason` is needed where"),
        ({"exception": None}, "`unless` and `exception` go together"),
        ({"unless": None}, "`unless` and `exception` go together"),
        ({"later": [], "reason": None}, "`unless` and `exception` go together"),
    ],
)
def test_a_rule_of_a_setting_that_does_not_say_why_or_when_not_is_refused(changes: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        SettingRule.model_validate({**RULE, **changes})


@pytest.mark.parametrize(
    "changes", [{}, {"unless": None, "exception": None}, {"later": [], "reason": None, "unless": None, "exception": None}]
)
def test_a_rule_of_a_setting_may_have_no_exception_and_move_nothing(changes: dict[str, object]) -> None:
    assert SettingRule.model_validate({**RULE, **changes}).name == "a startup"


def test_a_horizon_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValidationError, match="months_high is below months_low"):
        Horizon.model_validate({"text": "a quarter", "months_low": 3, "months_high": 2})


def test_a_horizon_of_one_figure_is_taken() -> None:
    assert Horizon.model_validate({"text": "a quarter", "months_low": 3, "months_high": 3}).months_high == 3


def test_a_range_that_does_not_rise_is_refused() -> None:
    figures = {
        "unit": "years",
        "basis": "in the role",
        "place": "not stated",
        "as_of": "undated",
        "origin": "default",
        "sources": [],
    }
    with pytest.raises(ValidationError, match="high is not above low"):
        Range.model_validate({"low": 2.0, "high": 2.0, **figures})
    assert Range.model_validate({"low": 2.0, "high": None, **figures}).high is None


def test_sources_that_are_left_out_are_none_of_its_own_each_time() -> None:
    one, other = Sourced(), Sourced()
    assert (one.sources, other.sources) == ([], [])
    assert one.sources is not other.sources
