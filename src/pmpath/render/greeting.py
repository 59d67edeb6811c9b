"""What a newcomer sees: two sentences and the first commands."""

from pmpath.render.page import Page


def greeting_page() -> Page:
    """Write the page for someone with nothing saved."""
    page = Page()
    page.text("pmpath says where you stand as a product manager, what the next level asks, and what to do about it.")
    page.text("Everything stays on this machine.")
    page.gap()
    page.fields(
        [
            ("pmpath assess", "about 14 questions, 4 minutes"),
            ("pmpath transition --from engineer", "from another job into product"),
            ("pmpath ladder", "the levels, and what each answers for"),
        ]
    )
    return page
