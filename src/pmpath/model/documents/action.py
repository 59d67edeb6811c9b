"""Actions as documents carry them: figures, and texts where they are wanted."""

from pmpath.model.base import Content, ExpectationId, Text
from pmpath.model.documents.ground import Count, Place


class ActionTexts(Content):
    """What an action says."""

    label: Text
    """Short form of the expectation that it closes."""
    do: Text
    """What to do, concrete enough to begin on Monday."""
    done_when: Text
    """The artifact or event that shows it is done, and who can confirm it."""
    cue: Text
    """An if-then plan tied to a moment of the week."""
    obstacle: Text
    """The most likely thing in the way."""
    answer: Text
    """What to do when the obstacle shows up."""
    environment_note: Text | None
    """How it differs in the setting that was named; null where it does not or none was."""


class ActionFigures(Content):
    """An action of a batch without --texts."""

    id: ExpectationId
    """The expectation that it closes."""
    hours: Place
    """Own work in whole hours."""
    lead_weeks: Count
    """Weeks until it can be finished, waiting for others included."""


class WholeAction(ActionTexts):
    """An action with its texts and figures."""

    id: ExpectationId
    """The expectation that it closes."""
    hours: Place
    """Own work in whole hours."""
    lead_weeks: Count
    """Weeks until it can be finished, waiting for others included."""


class PlannedAction(ActionTexts):
    """An action of a plan; its figures stand with its steps."""

    id: ExpectationId
    """The expectation that it closes."""
