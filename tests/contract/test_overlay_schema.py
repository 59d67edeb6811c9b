"""The schema of ladders of one's own: it takes what pmpath takes, whole or as an overlay, and refuses slips of the hand."""

from collections.abc import Mapping
from typing import Any

import pytest
import yaml

from builders import ROOT
from contract.published import problems
from own_ladders import DESIGNER, HEAD
from pmpath.content.starts import read_start

EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


def overlay(**said: object) -> Mapping[str, Any]:
    return {**yaml.safe_load(HEAD), **said}


@pytest.mark.parametrize(
    "text",
    [HEAD, DESIGNER, read_start("ladder").decode(), *(path.read_text("utf-8") for path in EXAMPLES)],
    ids=["overlay", "whole", "start", *(path.name for path in EXAMPLES)],
)
def test_what_pmpath_takes_is_taken(text: str) -> None:
    assert problems("overlay", yaml.safe_load(text)) == []


@pytest.mark.parametrize(
    "said",
    [
        {"levels": [{"id": "pm", "remove": True}]},
        {"levels": [{"id": "pm", "after": "apm", "name": "Owner"}]},
        {"shifts": [{"from": "apm", "to": "pm", "was": "You help."}]},
        {"competencies": [{"id": "data", "expectations": [{"level": "pm", "action": {"hours": 3}}]}]},
        {"rules": {"ready": {"over": 1, "of": 2}}},
    ],
)
def test_a_change_is_taken(said: Mapping[str, object]) -> None:
    assert problems("overlay", overlay(**said)) == []


@pytest.mark.parametrize(
    "said",
    [
        {"lvels": []},
        {"extends": 3},
        {"id": "Not An Id"},
        {"levels": [{"name": "Owner"}]},
        {"levels": [{"id": "pm", "remove": "yes"}]},
        {"levels": [{"id": "pm", "nam": "Owner"}]},
        {"levels": [{"id": "pm", "short": "longer than ten"}]},
        {"rules": {"hold": 3}},
    ],
)
def test_a_slip_of_the_hand_is_refused(said: Mapping[str, object]) -> None:
    assert problems("overlay", overlay(**said)) != []


def test_the_schema_of_playbooks_takes_the_start() -> None:
    assert problems("transitions", yaml.safe_load(read_start("playbook"))) == []
