"""Where the work happens, as documents carry it."""

from pmpath.model.base import Content, ExpectationId, Text
from pmpath.model.documents.ground import Environment


class Setting(Content):
    """The setting that was named and what it changes; texts are null in a batch without --texts or where nothing is said."""

    environment: Environment
    """The setting."""
    deeply_technical: bool | None
    """Whether the product itself is deeply technical; null where it was not said."""
    counts_less: list[ExpectationId]
    """What comes later in the order of work because of the setting."""
    reason: Text | None
    """What is said of each of these; null where there are none."""
    order: Text | None
    """What the setting does to the order of work, and why."""
    actions: Text | None
    """How actions differ, and why."""
    times: Text | None
    """How the setting shifts usual times."""
