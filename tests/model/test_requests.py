"""What assistants may ask for: nothing is saved unless said, nothing is taken loosely."""

import pytest
from pydantic import ValidationError

from pmpath.model.base import Content
from pmpath.model.requests import AssessRequest, PlanRequest, TransitionRequest


@pytest.mark.parametrize("request_", [AssessRequest(answers={}), PlanRequest()])
def test_nothing_is_saved_unless_it_is_said(request_: AssessRequest | PlanRequest) -> None:
    assert request_.save is False


@pytest.mark.parametrize(
    ("model", "arguments"),
    [
        (AssessRequest, {}),
        (AssessRequest, {"answers": {}, "save": 1}),
        (AssessRequest, {"answers": {}, "save": "true"}),
        (AssessRequest, {"answers": {}, "saved": True}),
        (AssessRequest, {"answers": {}, "env": "bank"}),
        (PlanRequest, {"hours": 0}),
        (PlanRequest, {"hours": 81}),
        (PlanRequest, {"hours": "4"}),
        (TransitionRequest, {}),
    ],
)
def test_what_is_off_is_refused(model: type[Content], arguments: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        model.model_validate(arguments)
