"""Where the work happens: a startup or a large company, and whether the product is deeply technical. Plain: ids only."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pmpath.model.ladder import SettingRule

COUNTS_LESS: Final = "counts-less"
"""The reason of a gap that comes later because of the setting."""
DEEPLY_TECHNICAL: Final = "deeply-technical"
"""The exception of a rule: it does not hold where the product itself is deeply technical."""


class Setting(NamedTuple):
    """What is known of where the work happens; None where it was not said."""

    environment: str | None = None
    deeply_technical: bool | None = None

    def over(self, other: "Setting") -> "Setting":
        """Return what is said here, and where nothing is, what the other says."""
        environment = other.environment if self.environment is None else self.environment
        return Setting(environment, other.deeply_technical if self.deeply_technical is None else self.deeply_technical)


NOWHERE: Final = Setting()


class Rule(NamedTuple):
    """What a setting does to the order of work: competencies that count less there, and the exception to it."""

    later: tuple[str, ...]
    unless: str | None


def counted_less(rules: "Mapping[str, Rule] | Mapping[str, SettingRule]", setting: Setting) -> Collection[str]:
    """Return the competencies that count less in a setting; none where it is not known, has no rule, or is the exception."""
    rule = rules.get(setting.environment or "")
    if rule is None or (rule.unless == DEEPLY_TECHNICAL and setting.deeply_technical):
        return ()
    return tuple(rule.later)
