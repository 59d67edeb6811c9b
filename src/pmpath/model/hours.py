"""The hours that somebody can give a plan in a week."""

from typing import Final

LEAST_HOURS: Final = 0.5
"""Less than half an hour a week carries no plan."""
MOST_HOURS: Final = 80
"""More than this no week has to give."""
