"""Makes the content of a file that is handed over, in the format that is wanted."""

import os
from typing import TYPE_CHECKING, TypeVar

from pmpath.cli.outcome import no_form
from pmpath.cli.output import laid_out
from pmpath.cli.terminal import wants_plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from pmpath.cli.outcome import Outcome, Shape

Form = TypeVar("Form")


class Export:
    """One outcome in one format."""

    def __init__(self, outcome: "Outcome", shape: "Shape") -> None:
        """Keep what is to be written, and how."""
        self._outcome = outcome
        self._shape = shape

    def content(self) -> bytes:
        """Return the whole content; `UsageError` where the outcome has no form for the format."""
        makers = {
            "text": self._text,
            "md": self._markdown,
            "html": self._html,
            "svg": self._svg,
            "csv": self._csv,
            "ics": self._calendar,
        }
        return makers[self._shape.format]()

    def _text(self) -> bytes:
        """Return the page as a pipe gets it, without color."""
        plain = self._shape.plain or wants_plain(None, os.environ)
        lines = laid_out(self._outcome.page(), "utf-8", plain=plain)
        return "".join(f"{line.text}\n" for line in lines).encode()

    def _markdown(self) -> bytes:
        from pmpath.render.markdown import markdown

        return markdown(self._outcome.page()).encode()

    def _html(self) -> bytes:
        from pmpath.render.html import html_page

        picture = self._outcome.forms.picture
        return html_page(self._outcome.page(), picture() if picture else None).encode()

    def _svg(self) -> bytes:
        picture = self._form(self._outcome.forms.picture)
        from pmpath.render.picture import svg

        return svg(picture).encode()

    def _csv(self) -> bytes:
        table = self._form(self._outcome.forms.table)
        from pmpath.render.table import csv_table

        return csv_table(table).encode()

    def _calendar(self) -> bytes:
        events = self._form(self._outcome.forms.events)
        from pmpath.cli.keeping import present_day
        from pmpath.render.calendar import calendar

        return calendar(events, f"{present_day(self._shape.today)}T00:00:00Z")

    def _form(self, form: "Callable[[], Form] | None") -> Form:
        if form is None:
            raise no_form(self._outcome.kind, self._shape.format, self._outcome.forms.formats)
        return form()
