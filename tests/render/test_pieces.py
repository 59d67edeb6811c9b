"""Portfolio pages as they are laid out, and what stands on them."""

import pytest
from syrupy.assertion import SnapshotAssertion

from builders import library
from pieces import KINDS, empty, example_page_of, filled, kind, reviewed
from pmpath.model.piece import KeptPiece
from pmpath.render.piece_commands import new_command, next_for, review_command
from pmpath.render.piece_review import PieceReviewPage
from pmpath.render.pieces import kinds_page, list_page, saved_page
from render.pages import screen

PIECES = [
    KeptPiece("portfolio/product-teardown.md", "product-teardown", "2026-01-05"),
    KeptPiece("work/case-study.md", "case-study", "2026-01-12", 3),
    KeptPiece("work/business-case.md", "business-case", "2026-02-01", 0),
    KeptPiece("old/side-project.md", "side-project", "2025-06-01", 0, done=True),
]
at_both_widths = pytest.mark.parametrize("width", [40, 80])


@at_both_widths
def test_pieces_in_every_stage(width: int, snapshot: SnapshotAssertion) -> None:
    assert screen(list_page(PIECES, library().portfolio, ["pmpath portfolio kinds"]), width) == snapshot


@at_both_widths
def test_no_piece_yet(width: int, snapshot: SnapshotAssertion) -> None:
    assert screen(list_page([], library().portfolio, ["pmpath portfolio kinds"]), width) == snapshot


@at_both_widths
def test_the_kinds(width: int, snapshot: SnapshotAssertion) -> None:
    assert screen(kinds_page(library().portfolio, ["pmpath portfolio"]), width) == snapshot


@at_both_widths
def test_one_kind_with_its_example(width: int, snapshot: SnapshotAssertion) -> None:
    assert screen(example_page_of("product-teardown"), width) == snapshot


@at_both_widths
def test_a_piece_that_was_begun(width: int, snapshot: SnapshotAssertion) -> None:
    page = saved_page("begun", PIECES[0], kind("product-teardown"), ["pmpath portfolio"])
    assert screen(page, width) == snapshot


@at_both_widths
@pytest.mark.parametrize("text", [empty("case-study"), filled("case-study")], ids=["empty", "filled"])
def test_a_review(text: str, width: int, snapshot: SnapshotAssertion) -> None:
    page = PieceReviewPage(reviewed(text, "case-study"), kind("case-study"), library().portfolio)
    assert screen(page.build("work/case-study.md", saved=True, next_commands=["pmpath portfolio"]), width) == snapshot


def test_a_hint_stands_once_where_the_same_findings_follow_each_other() -> None:
    page = PieceReviewPage(reviewed("", "case-study"), kind("case-study"), library().portfolio)
    text = screen(page.build("a.md", saved=False, next_commands=[]), 80)
    assert text.count("Add the heading, at any level") <= 2


@pytest.mark.parametrize(
    ("path", "command"),
    [
        ("a.md", "pmpath portfolio review a.md"),
        ("a b.md", "pmpath portfolio review 'a b.md'"),
        ("-a.md", "pmpath portfolio review ./-a.md"),
        ("$(x).md", "pmpath portfolio review '$(x).md'"),
    ],
)
def test_a_path_in_a_command_is_fit_for_a_shell(path: str, command: str) -> None:
    assert review_command(path) == command


def test_a_folder_in_a_command_is_fit_for_a_shell() -> None:
    assert new_command("case-study", "my work") == "pmpath portfolio new case-study 'my work'"


@pytest.mark.parametrize("name", KINDS)
def test_what_is_ready_is_kept_as_evidence_for_two_expectations(name: str) -> None:
    command = next_for(KeptPiece("a.md", name, "2026-01-05", 0), kind(name))
    assert command.startswith(f'pmpath evidence add "{kind(name).name}" --link a.md --shows ')
    assert command.count("--shows") == 2


def test_a_piece_of_an_unknown_kind_is_looked_at() -> None:
    assert next_for(KeptPiece("a.md", "poem", "2026-01-05", 0), None) == "pmpath portfolio review a.md"
