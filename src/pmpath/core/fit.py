"""What speaks for a startup and what for a large company, and which hats were worn. Reasons only: nothing is scored."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from pmpath.model.fitting import Fit, HatStanding, Leaning, Reason, Worn

if TYPE_CHECKING:
    from pmpath.model.environment import FitQuestion, Hat

FEWEST_REASONS: Final = 3
"""With fewer reasons than this nothing can be said to lean anywhere."""


def fit(questions: "Sequence[FitQuestion]", answers: Mapping[str, str]) -> Fit:
    """Return the reasons that the answers give, in the order of the questions."""
    sides: dict[str, list[Reason]] = {"startup": [], "corporate": [], "either": []}
    for question in questions:
        for choice in question.choices:
            if answers.get(question.id) == choice.id:
                sides[choice.speaks_for].append(Reason(question.id, choice.id))
    return Fit(
        startup=tuple(sides["startup"]),
        corporate=tuple(sides["corporate"]),
        neither=tuple(sides["either"]),
        open=tuple(question.id for question in questions if question.id not in answers),
        leaning=_leaning(len(sides["startup"]), len(sides["corporate"])),
    )


def _leaning(startup: int, corporate: int) -> Leaning:
    if startup + corporate < FEWEST_REASONS:
        return Leaning.FEW
    if startup == corporate:
        return Leaning.EVEN
    return Leaning.STARTUP if startup > corporate else Leaning.CORPORATE


def hats_worn(hats: "Iterable[Hat]", said: Collection[str], met: Collection[str]) -> list[HatStanding]:
    """Return how each hat stands: worn as the person says, inferred from an expectation that is met, or open."""
    standings = []
    for hat in hats:
        shown = tuple(name for name in hat.expectations if name in met)
        worn = Worn.SAID if hat.id in said else Worn.INFERRED if shown else Worn.OPEN
        standings.append(HatStanding(hat.id, worn, shown))
    return standings
