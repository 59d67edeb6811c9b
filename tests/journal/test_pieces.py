"""Portfolio pieces as they are kept."""

from pathlib import Path

from journal.making import add, opened
from pmpath.journal.journal import Journal
from pmpath.journal.line import Type
from pmpath.journal.pieces import begin, looked_at, mark, pieces
from pmpath.model.piece import KeptPiece, PieceStage


def test_where_nothing_was_begun_there_are_no_pieces() -> None:
    assert pieces([]) == []


def test_a_piece_that_was_begun_comes_back(tmp_path: Path) -> None:
    record = begin(opened(tmp_path), "p/a.md", "case-study")
    assert record.type == Type.PIECE
    (piece,) = pieces(opened(tmp_path).records())
    assert (piece.path, piece.kind, piece.day, piece.findings, piece.done) == (
        "p/a.md",
        "case-study",
        record.at[:10],
        None,
        False,
    )
    assert piece.stage is PieceStage.BEGUN


def test_the_last_review_says_how_far_a_piece_is(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    begin(journal, "a.md", "case-study")
    stages = []
    for count in (3, 0, 1):
        looked_at(journal, "a.md", "case-study", count)
        stages += [piece.stage for piece in pieces(journal.records())]
    assert stages == [PieceStage.PARTS_MISSING, PieceStage.READY, PieceStage.PARTS_MISSING]


def test_a_review_alone_makes_a_piece_known(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    looked_at(journal, "a.md", "case-study", 0)
    assert [piece.stage for piece in pieces(journal.records())] == [PieceStage.READY]


def test_a_mark_stays_through_reviews_and_can_be_taken_back(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    begin(journal, "a.md", "case-study")
    mark(journal, "a.md", done=True)
    looked_at(journal, "a.md", "case-study", 2)
    assert [piece.done for piece in pieces(journal.records())] == [True]
    mark(journal, "a.md", done=False)
    assert [piece.done for piece in pieces(journal.records())] == [False]


def test_a_review_marks_nothing_as_done(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    begin(journal, "a.md", "case-study")
    looked_at(journal, "a.md", "case-study", 0)
    assert [piece.done for piece in pieces(journal.records())] == [False]


def test_a_mark_has_its_day(tmp_path: Path) -> None:
    days = iter(["2026-01-05T00:00:00Z", "2026-02-06T00:00:00Z"])
    journal = Journal(tmp_path, lambda: next(days))
    begin(journal, "a.md", "case-study")
    mark(journal, "a.md", done=True)
    assert [piece.day for piece in pieces(journal.records())] == ["2026-02-06"]


def test_what_else_begins_is_no_piece(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.append(Type.PRACTICE, {"begin": "a.md", "kind": "case-study"})
    assert pieces(journal.records()) == []


def test_a_mark_for_what_nobody_began_says_nothing(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    mark(journal, "a.md", done=True)
    assert pieces(journal.records()) == []


def test_pieces_keep_the_order_in_which_they_were_first_spoken_of(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for path in ("b.md", "a.md", "b.md"):
        looked_at(journal, path, "case-study", 1)
        add(journal, "a draft")
    assert [piece.path for piece in pieces(journal.records())] == ["b.md", "a.md"]


def test_a_piece_that_is_begun_anew_is_begun() -> None:
    assert KeptPiece("a.md", "case-study", "2026-01-05").stage is PieceStage.BEGUN
