"""The review of a portfolio piece on a page: what is missing at which line, what is there, and what was looked for."""

from typing import TYPE_CHECKING

from pmpath.model.visible import visible
from pmpath.render.page import Page
from pmpath.render.phrases import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pmpath.model.forms import Rows
    from pmpath.model.piece import Finding, Forecast, PieceReview, Present
    from pmpath.model.piece_kind import PieceKind
    from pmpath.model.portfolio import Portfolio, Saying
    from pmpath.render.envelope import Json


class ReviewTexts:
    """The texts of a review by id; what a file says stands in them made visible."""

    def __init__(self, portfolio: "Portfolio") -> None:
        """Index messages and hints."""
        self._messages = _by_id(portfolio.review.messages)
        self._hints = _by_id(portfolio.review.hints)

    def message(self, finding: "Finding") -> str:
        """Say what is missing."""
        return self._messages[finding.message].replace("{subject}", visible(finding.subject))

    def hint(self, finding: "Finding") -> str:
        """Say what to do about it."""
        return self._hints[finding.hint]


class PieceReviewPage:
    """Writes one review as a page."""

    def __init__(self, review: "PieceReview", kind: "PieceKind", portfolio: "Portfolio") -> None:
        """Keep the review and where its words come from."""
        self._review = review
        self._kind = kind
        self._portfolio = portfolio
        self._texts = ReviewTexts(portfolio)
        self._page = Page()

    def build(self, name: str, *, saved: bool, next_commands: "Sequence[str]") -> Page:
        """Return the page about a file; `saved` says whether the count was kept."""
        count = len(self._review.findings)
        found = counted(count, "finding", "findings") if count else "nothing that pmpath looks for is missing"
        said = f"{visible(name)}, {self._kind.name.lower()}: {found}"
        self._page.text(f"Saved. {said}." if saved else f"{said}.", "title")
        self._findings()
        self._present()
        self._forecasts()
        rules = self._portfolio.review
        self._page.section("What was looked for", [one.text for one in rules.looked_for])
        self._page.gap()
        self._page.text(rules.limits)
        self._page.commands(next_commands)
        return self._page

    def _findings(self) -> None:
        if self._review.findings:
            self._page.heading("What is missing")
        said = ""
        for finding in self._review.findings:
            self._page.item(f"Line {finding.line}: {self._texts.message(finding)}")
            if finding.hint != said:
                self._page.detail(self._texts.hint(finding))
            said = finding.hint

    def _present(self) -> None:
        self._page.heading("What is there")
        for part in self._portfolio.parts:
            self._page.text(part.title, "label")
            self._page.items(_said_of(one) for one in self._review.sections if one.part == part.id)
        if self._review.options:
            self._page.text(f"Words that tell of an option turned down: {listed(self._review.options)}.")

    def _forecasts(self) -> None:
        if self._review.forecasts:
            self._page.heading("Sentences that read like a forecast")
        for one in self._review.forecasts:
            self._page.item(f"Line {one.line}: {visible(one.text)}")
            self._page.detail(f"Words of a basis: {listed(one.basis)}" if one.basis else "No words of a basis beside it")


def review_data(name: str | None, review: "PieceReview", portfolio: "Portfolio") -> "dict[str, Json]":
    """Return a review as data; `name` is that of the file, None for standard input."""
    texts = ReviewTexts(portfolio)
    return {
        "path": None if name is None else visible(name),
        "kind": review.kind,
        "findings": [
            {
                "code": one.code,
                "line": one.line,
                "subject": visible(one.subject),
                "message_id": one.message,
                "message": texts.message(one),
                "hint_id": one.hint,
                "hint": texts.hint(one),
            }
            for one in review.findings
        ],
        "sections": [one._asdict() for one in review.sections],
        "options": review.options,
        "forecasts": [_forecast_data(one) for one in review.forecasts],
        "looked_for": {one.check: one.text for one in portfolio.review.looked_for},
        "limits": portfolio.review.limits,
    }


def review_rows(review: "PieceReview", portfolio: "Portfolio") -> "Rows":
    """Return what is missing, in the order of the lines, and what is there."""
    texts = ReviewTexts(portfolio)
    header = ("line", "state", "code", "subject", "message", "hint")
    return [
        header,
        *(
            (one.line, "missing", one.code, visible(one.subject), texts.message(one), texts.hint(one))
            for one in review.findings
        ),
        *((one.line, "there", None, one.heading, _said_of(one), None) for one in review.sections if one.words),
    ]


def _forecast_data(one: "Forecast") -> "dict[str, Json]":
    return {"line": one.line, "text": visible(one.text), "basis": one.basis}


def _said_of(one: "Present") -> str:
    """Say what stands under a heading: how many words, and which kinds of evidence."""
    if one.line is None:
        return f"{one.heading}: no such heading"
    found = f"; evidence: {listed(one.evidence)}" if one.evidence else ""
    return f"{one.heading} (line {one.line}): {counted(one.words, 'word', 'words')}{found}"


def _by_id(sayings: "Iterable[Saying]") -> "dict[str, str]":
    return {one.id: one.text for one in sayings}
