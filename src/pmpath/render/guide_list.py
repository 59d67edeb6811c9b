"""The list of guides on a page: each topic with the question that it answers."""

from typing import TYPE_CHECKING

from pmpath.render.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.model.guide import Guides


def list_page(guides: "Guides", next_commands: "Sequence[str]") -> Page:
    """Write the topics, and the worksheets beside them."""
    page = Page()
    page.text("Guides", "title")
    page.text("What is known, from which source and of which date. Nothing is looked up; old figures carry their age.")
    page.gap()
    page.fields((f"pmpath guide {topic.id}", topic.question) for topic in guides.topics)
    page.heading("To work with")
    page.fields(
        [
            ("pmpath guide fit", "What speaks for a startup, what for a large company?"),
            ("pmpath guide hats", "Which hats have I worn, and which not yet?"),
            ("pmpath guide offer", "What does an offer add up to, and what is left to ask?"),
        ]
    )
    page.commands(next_commands)
    return page
