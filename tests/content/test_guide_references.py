"""What the parts of the guides name exists, and every figure is shown once."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from data_folder import GONE, GUIDES, changed_folder, refusal, said, shipped

TWICE = "each id and alias belongs to one entry"
DATA = shipped(GUIDES)
LAST_TOPIC = len(DATA["topics"]) - 1
FIRST_FIGURE = DATA["figures"][0]["id"]


@pytest.mark.parametrize(
    ("changes", "place", "message"),
    [
        ({"topics.1.id": "time"}, "topics", "time is given twice"),
        ({"topics.1.aliases.0": "pay"}, "topics", "pay is given twice"),
        ({"topics.0.short": "It takes {nothing}."}, "topics.0.short", "no such figure: nothing"),
        ({"topics.0.passages.0.points.0.text": "{nothing}"}, "topics.0.passages.0.points.0", "no such figure: nothing"),
        ({"topics.0.passages.0.points.0.action": "{nothing}"}, "topics.0.passages.0.points.0", "no such figure: nothing"),
        ({"topics.0.passages.0.figures.0": "nothing"}, "topics.0.passages.0.figures.0", "no such figure: nothing"),
        ({"topics.0.passages.0.figures.0": GONE}, "figures.0", f"figure {FIRST_FIGURE} is shown nowhere"),
        ({"topics.0.passages.0.figures.1": FIRST_FIGURE}, "topics", f"{FIRST_FIGURE} is given twice"),
        ({"figures.1.id": FIRST_FIGURE}, "figures", f"{FIRST_FIGURE} is given twice"),
        ({"figures.0.level": "apn"}, "figures.0.level", "no such level: apn"),
        ({"topics.0.passages.1.id": DATA["topics"][0]["passages"][0]["id"]}, "topics.0.passages", "apm is given twice"),
        ({"topics.0.links.levels.0": "apn"}, "topics.0.links.levels.0", "no such level: apn"),
        (
            {"topics.0.links.expectations.0": "x.y"},
            "topics.0.links.expectations.0",
            "no such expectation: x.y",
        ),
        ({"environment.differences.0.id": "autonomy"}, "environment.differences", "autonomy is given twice"),
        ({"environment.differences.0.id": "reach"}, "environment.differences", "scope and autonomy come first"),
        ({"environment.fit.0.choices.0.id": "one-kind"}, "environment.fit.0.choices", "one-kind is given twice"),
        ({"environment.hats.0.id": "learn"}, "environment.hats", "learn is given twice"),
        ({"environment.stages.0.expectations.0": "x.y"}, "environment.stages.0.expectations.0", "no such expectation: x.y"),
        ({"offer.parts.0.id": "bonus"}, "offer.parts", "bonus is given twice"),
        ({"boards.0.id": "trueup"}, "boards", "trueup is given twice"),
        ({"questions.0.topic": "faq"}, "questions.0.topic", "a question is answered by another topic"),
        ({"questions.0.topic": "degre"}, "questions.0.topic", "no such topic: degre"),
        ({"questions.0.id": DATA["questions"][1]["id"]}, "questions", "technical-degree is given twice"),
        ({"topics.0.sources.0": "W-NONE"}, "topics.0.sources.0", "no such source: W-NONE"),
        ({f"topics.{LAST_TOPIC}": GONE}, "topics", "no topic faq"),
    ],
)
def test_what_does_not_fit_is_named_where_it_stands(
    changes: Mapping[str, object], place: str, message: str, tmp_path: Path
) -> None:
    error = refusal(changed_folder(tmp_path, GUIDES, changes))
    assert (place, message) in [(path, text) for path, text, _ in said(error.problems)]
    assert {problem.file for problem in error.problems} == {GUIDES}
