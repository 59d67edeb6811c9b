"""How the journal is, in figures and names."""

from typing import NamedTuple


class Health(NamedTuple):
    """How the journal is: counts of lines, the numbers of damaged ones, and what else is not as it should be.

    `foreign` counts lines that a newer pmpath wrote, `readable_by_others` tells of the file's mode, `strays` are names of
    files beside it with set-aside or unfinished bytes, `copies` those of the copies that were kept.
    """

    path: str
    entries: int
    damaged: tuple[int, ...]
    torn_bytes: int
    foreign: int
    readable_by_others: bool
    strays: tuple[str, ...]
    copies: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Say whether the journal can be read whole and written to."""
        return not self.damaged and not self.torn_bytes and not self.foreign
