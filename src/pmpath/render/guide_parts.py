"""What only one guide has: pay level by level, startup and corporate side by side, channels and boards, the FAQ."""

from typing import TYPE_CHECKING

from pmpath.model.blank import filled
from pmpath.render.data import fields, plain
from pmpath.render.figures import add_figures, figure_data, words_of
from pmpath.render.phrases import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmpath.model.environment import Difference, Environment
    from pmpath.model.figure import Figure
    from pmpath.model.guide import Board, Guides
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json
    from pmpath.render.figures import Dating
    from pmpath.render.page import Page


def add_pay(page: "Page", pay: "Mapping[str, Sequence[Figure]]", words: "Words", dating: "Dating") -> None:
    """Add the figures of each level; a level without any says so."""
    for level, figures in pay.items():
        if len(pay) > 1:
            page.heading(words.level_name(level))
        else:
            page.gap()
        if not figures:
            page.text("No source gives a figure that can be shown.")
        else:
            add_figures(page, figures, dating)


def pay_data(pay: "Mapping[str, Sequence[Figure]]", dating: "Dating") -> "list[dict[str, Json]]":
    """Return the figures of each level as data."""
    return [{"level": level, "figures": [figure_data(one, dating) for one in figures]} for level, figures in pay.items()]


def add_differences(page: "Page", environment: "Environment") -> None:
    """Add startup and corporate side by side, in the order of the file."""
    page.heading("Side by side")
    page.table(("In what", "In a startup", "In a large company"), [_difference(one) for one in environment.differences])


def differences_data(environment: "Environment") -> "Json":
    """Return startup and corporate side by side as data."""
    return plain(environment.differences)


def add_boards(page: "Page", boards: "Sequence[Board]", dating: "Dating") -> None:
    """Add where roles are found: kinds of channels first, then places by name."""
    for heading, has_address in (("Channels", False), ("Places by name", True)):
        page.heading(heading)
        for board in boards:
            if (board.address is not None) is has_address:
                page.item(f"{board.name}. {sentence(board.for_whom)}")
                page.detail(f"First: {sentence(board.first_step)}")
                page.detail(_seen(board, dating), "quiet")


def boards_data(boards: "Sequence[Board]", dating: "Dating") -> "Json":
    """Return the places where roles are found as data, each with the age of what is known of it."""
    aged = [(board, dating.data(board.checked_on)) for board in boards]
    return [{**fields(board), "months_old": age["months_old"], "is_old": age["is_old"]} for board, age in aged]


def add_questions(page: "Page", guides: "Guides") -> None:
    """Add each question with the short answer of its topic."""
    shorts = {topic.id: topic.short for topic in guides.topics}
    words = words_of(guides.figures)
    for asked in guides.questions:
        page.heading(asked.question)
        page.text(filled(shorts[asked.topic], words))
        page.text(f"More: pmpath guide {asked.topic}", "quiet")


def questions_data(guides: "Guides") -> "list[dict[str, Json]]":
    """Return the questions with their answers as data."""
    shorts = {topic.id: topic.short for topic in guides.topics}
    words = words_of(guides.figures)
    return [
        {"id": one.id, "question": one.question, "topic": one.topic, "answer": filled(shorts[one.topic], words)}
        for one in guides.questions
    ]


def _difference(one: "Difference") -> tuple[str, str, str]:
    return one.name, " ".join(map(sentence, one.startup)), " ".join(map(sentence, one.corporate))


def _seen(board: "Board", dating: "Dating") -> str:
    how = "Opened" if board.checked else "Named by a source, not opened"
    address = f": {board.address}" if board.address else ""
    return f"{how} ({dating.said(board.checked_on)}){address}"
