"""Which files of one's own stand in for shipped ones. Plain: known before any content is read."""

from typing import Final, NamedTuple


class Own(NamedTuple):
    """The files of one's own, by name; None where the shipped one is used."""

    ladder: str | None = None
    playbooks: str | None = None


NOTHING_OWN: Final = Own()
