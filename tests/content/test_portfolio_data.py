"""Rules that the kinds of portfolio pieces keep: complete, apart from each other, filled in whole."""

import re
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from typing import Any, Final

import pytest

from builders import library
from data_folder import GONE, PORTFOLIO, TRANSITIONS, changed_folder, refusal, said, shipped
from pieces import KINDS, filled, kind, template
from pmpath.core.manuscript import tokens
from pmpath.model.piece import Code, Hint
from pmpath.model.template import PART_NAMES
from pmpath.render.transition import artifact_markdown

BACKGROUNDS: Final = {"opportunity-page": "engineer", "business-case": "designer", "product-brief": "marketer"}
ARTICLE_PARTS: Final = ["Find the problem", "Weigh the opportunity", "Shape the solution"]
ALIKE: Final = 0.8
for_every_kind = pytest.mark.parametrize("name", KINDS)


def raw(name: str) -> dict[str, Any]:
    return next(one for one in shipped(PORTFOLIO)["kinds"] if one["id"] == name)


def said_by_us() -> list[str]:
    """Return every step, check, mistake and remark of all kinds."""
    return [
        text
        for one in library().portfolio.kinds
        for text in (
            *(step.do for step in one.steps),
            *one.checklist,
            *(mistake.text for mistake in one.mistakes),
            *(claim.text for claim in one.reviewer),
            one.purpose,
            one.fits,
            one.startup,
            one.corporate,
        )
    ]


def test_the_kinds_are_the_four_projects_and_the_three_documents_of_backgrounds() -> None:
    assert tuple(one.id for one in library().portfolio.kinds) == KINDS


def test_the_first_two_kinds_are_the_ones_to_begin_with() -> None:
    assert [one.id for one in library().portfolio.kinds if one.headline] == ["product-teardown", "feature-proposal"]


def test_the_three_parts_are_those_of_the_article() -> None:
    parts = library().portfolio.parts
    assert [part.title for part in parts] == ARTICLE_PARTS
    assert tuple(part.id for part in parts) == PART_NAMES


def test_the_story_of_a_portfolio_is_that_of_the_article() -> None:
    story = library().portfolio.story
    assert (story.origin, "W-UND" in story.sources) == ("article", True)
    assert all(part in story.text for part in ("problem", "opportunity", "solution"))


@for_every_kind
def test_a_kind_has_five_steps_with_hours_and_a_checklist(name: str) -> None:
    one = kind(name)
    assert len(one.steps) >= 5
    assert len(one.checklist) >= 5
    assert 8 <= sum(step.hours for step in one.steps) <= 60


@for_every_kind
def test_a_template_follows_the_three_parts_with_two_sections_or_more_each(name: str) -> None:
    parts = [section.part for section in template(name).sections]
    assert [part for part in PART_NAMES for _ in range(parts.count(part))] == parts
    assert min(parts.count(part) for part in PART_NAMES) >= 2


@for_every_kind
def test_a_template_asks_for_evidence_early_and_for_one_list_of_options(name: str) -> None:
    sections = template(name).sections
    assert sum(section.holds_options for section in sections) == 1
    assert any(section.needs_evidence for section in sections if section.part == "problem")
    assert any(section.needs_evidence for section in sections if section.part == "opportunity")


@for_every_kind
def test_a_question_of_a_template_is_long_enough_to_be_known_again(name: str) -> None:
    assert min(len(tokens(section.prompt)) for section in template(name).sections) >= 5


@for_every_kind
def test_an_example_has_four_to_seven_hundred_words(name: str) -> None:
    assert 400 <= len(filled(name).split()) <= 700


@for_every_kind
def test_an_example_is_marked_as_invented(name: str) -> None:
    assert "an invented example" in filled(name).splitlines()[2]


@for_every_kind
def test_a_kind_gives_evidence_for_known_expectations(name: str) -> None:
    shows = kind(name).shows
    assert set(shows) <= set(library().words.expectations)
    assert len(set(shows)) == len(shows)


@for_every_kind
def test_what_is_said_of_a_kind_says_where_from(name: str) -> None:
    one = raw(name)
    assert all(part["origin"] and part["sources"] for part in (one, *one["reviewer"], *one["mistakes"]))


@pytest.mark.parametrize(("name", "background"), BACKGROUNDS.items())
def test_the_documents_of_the_backgrounds_are_those_of_their_playbooks(name: str, background: str) -> None:
    book = next(one for one in library().playbooks if one.id == background)
    assert kind(name).background == background
    assert (template(name).file, template(name).title) == (book.artifact.file, book.artifact.title)
    assert [section.prompt for section in template(name).sections] == [one.prompt for one in book.artifact.sections]


def test_no_two_kinds_write_the_same_file() -> None:
    files = [template(name).file for name in KINDS]
    assert len(set(files)) == len(files)


def test_no_two_remarks_are_alike() -> None:
    remarks = said_by_us()
    alike = [
        (one, other)
        for one, other in combinations(remarks, 2)
        if SequenceMatcher(None, one, other).real_quick_ratio() > ALIKE
        and SequenceMatcher(None, one, other).quick_ratio() > ALIKE
        and SequenceMatcher(None, one, other).ratio() > ALIKE
    ]
    assert alike == []


def test_no_remark_praises_or_promises() -> None:
    praise = re.compile(r"\b(great|amazing|perfect|guarantee|dream job|stand out|golden|impress\w*)\b", re.IGNORECASE)
    assert [text for text in said_by_us() if praise.search(text)] == []


def test_every_finding_has_its_message_and_its_hint() -> None:
    rules = library().portfolio.review
    assert {one.id for one in rules.messages} == set(Code)
    assert {one.id for one in rules.hints} == set(Hint)


def test_the_mark_above_an_example_is_the_one_that_transition_writes() -> None:
    mark = library().portfolio.review.example_mark
    assert all(f"\n{mark}" in artifact_markdown(book) for book in library().playbooks)


def test_no_word_is_looked_for_twice_in_one_list() -> None:
    lists = vars(library().portfolio.review.words)
    assert {name: words for name, words in lists.items() if len(set(words)) < len(words)} == {}


@pytest.mark.parametrize(
    ("changes", "path", "message"),
    [
        ({"kinds.1.id": "product-teardown"}, "kinds", "product-teardown is given twice"),
        ({"kinds.0.aliases.0": "case"}, "kinds", "case is given twice"),
        ({"kinds.0.shows.0": "discovery.cto"}, "kinds.0.shows.0", "no such expectation: discovery.cto"),
        ({"kinds.4.background": "enginer"}, "kinds.4.background", "no such playbook: enginer"),
        ({"kinds.0.sources": ["W-UND"]}, "kinds.0", "too few sources for origin reconstructed"),
        ({"kinds.0.parts.0.part": "solution"}, "kinds.0.parts", "not the three parts in order"),
        ({"parts.0.id": "solution"}, "parts", "not the three parts in order"),
        ({"kinds.0.file": None}, "kinds.0", "file, title, example and prompts do not fit together"),
        ({"kinds.4.title": "Mine"}, "kinds.4", "file, title, example and prompts do not fit together"),
        (
            {"kinds.0.example.sections.0.heading": "Other"},
            "kinds.0.parts",
            "has other sections than its example or the document of its playbook",
        ),
        ({"review.messages.0": GONE}, "review.messages", "no text for part-missing"),
        ({"review.hints.0.id": "do-it"}, "review.hints", "no text for add-heading"),
    ],
)
def test_what_does_not_fit_together_is_refused_at_its_place(
    tmp_path: Path, changes: dict[str, object], path: str, message: str
) -> None:
    problems = refusal(changed_folder(tmp_path, PORTFOLIO, changes)).problems
    assert (path, message) in [one[:2] for one in said(problems)]


def test_a_playbook_whose_document_changes_no_longer_fits(tmp_path: Path) -> None:
    changes = {"playbooks.0.artifact.sections.0.heading": "Other", "playbooks.0.worked_example.sections.0.heading": "Other"}
    problems = refusal(changed_folder(tmp_path, TRANSITIONS, changes)).problems
    assert [(one.file, one.path) for one in problems] == [("portfolio.yaml", "kinds.4.parts")]
