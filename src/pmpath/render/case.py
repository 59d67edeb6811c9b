"""The case for a promotion as a page: what is shown with its evidence, what is said without, what is missing."""

from typing import TYPE_CHECKING

from pmpath.model.milestone import Reached
from pmpath.render.evidence import add_entry, evidence_data
from pmpath.render.page import Page
from pmpath.render.phrases import counted, figure, listed, number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmpath.model.case import Case, Claim
    from pmpath.model.evidence import Evidence, Quality
    from pmpath.model.milestone import MilestoneStanding
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json

    Judged = Mapping[int, tuple[Evidence, Quality]]


class CasePage:
    """Writes one case as a page."""

    def __init__(
        self, case: "Case", judged: "Judged", words: "Words", milestones: "Sequence[MilestoneStanding]", today: str
    ) -> None:
        """Keep the case, the evidence by its number, where the words come from, the milestones, and the day, YYYY-MM-DD."""
        self._case = case
        self._judged = judged
        self._words = words
        self._milestones_met = milestones
        self._today = today
        self._page = Page()

    def build(self, next_commands: "Sequence[str]") -> Page:
        """Return the page."""
        case, page = self._case, self._page
        name = self._words.level_name(case.target)
        page.text(f"The case for {name}", "title")
        page.text(f"As of {self._today}, from evidence that is kept. What carries none is named as such, below.")
        page.text(self._count())
        self._claims(f"Shown for {name}", case.shown)
        self._claims("Shown below it", case.held)
        page.section("Facts that others can check", [self._words.title(name) for name in case.facts])
        self._milestones()
        page.section("Said, not shown yet", [self._words.title(name) for name in case.said])
        page.section("Not met yet", [self._words.title(name) for name in case.missing])
        self._to_be_given()
        if next_commands:
            page.commands(next_commands)
        return page

    def _count(self) -> str:
        case, ready = self._case, self._case.result.readiness
        if ready is None:
            return "There is nothing to count toward it."
        must_haves = set(ready.must_haves_missing)
        shown = sum(1 for claim in case.shown if claim.id not in must_haves)
        so_far = f"Ready for it means {ready.needed} of {ready.of} expectations met; {ready.met} are met"
        return f"{so_far}, {number(shown) if shown else 'none'} of them with evidence."

    def _claims(self, heading: str, claims: "Sequence[Claim]") -> None:
        if claims:
            self._page.heading(heading)
        for claim in claims:
            level = self._words.level_short(self._words.expectations[claim.id].level)
            self._page.text(f"{self._words.title(claim.id)} ({level})", "label")
            self._page.text(_sustained(claim))
            for one in claim.evidence:
                add_entry(self._page, *self._judged[one], mark=f"{one}.")

    def _milestones(self) -> None:
        units = {one.id: one.threshold.unit for one in self._words.ladder.milestones}
        met = [one for one in self._milestones_met if one.reached is Reached.MET]
        self._page.section("Milestones met", [f"{figure(one.so_far)} {units[one.id]}; {_numbers(one)}" for one in met])

    def _to_be_given(self) -> None:
        ready = self._case.result.readiness
        missing = ready.must_haves_missing if ready else ()
        self._page.section("To be given by someone else", [self._words.title(name) for name in missing])


def case_data(case: "Case", judged: "Judged", milestones: "Sequence[MilestoneStanding]") -> "dict[str, Json]":
    """Return a case as data."""
    return {
        "target": case.target,
        "role": case.result.role,
        "level": case.result.level,
        "readiness": case.result.readiness._asdict() if case.result.readiness else None,
        "shown": [_claim_data(claim, judged) for claim in case.shown],
        "held": [_claim_data(claim, judged) for claim in case.held],
        "facts": case.facts,
        "milestones": [one.id for one in milestones if one.reached is Reached.MET],
        "said": case.said,
        "missing": case.missing,
    }


def _claim_data(claim: "Claim", judged: "Judged") -> "dict[str, Json]":
    return {**claim._asdict(), "evidence": [evidence_data(*judged[one]) for one in claim.evidence]}


def _sustained(claim: "Claim") -> str:
    times = f", in {counted(claim.times, 'assessment', 'assessments')}" if claim.times > 1 else ""
    return f"Met since {claim.since}{times}."


def _numbers(milestone: "MilestoneStanding") -> str:
    numbers = [str(one) for one in milestone.evidence]
    return f"evidence {listed(numbers)}."
