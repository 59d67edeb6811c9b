"""What is known of every cell, met, unmet or unknown, as sets of bits: cell 0 is the lowest bit.

Sets of bits make a whole row of cells one operation, which is what places a sheet in microseconds.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Self

State = bool | None
"""Whether a cell is met; None where that is unknown."""


class States(NamedTuple):
    """The states of all `size` cells of a grid: a bit in `met` or in `unknown`; a cell in neither is unmet."""

    met: int
    unknown: int
    size: int

    @classmethod
    def of(cls, each: Iterable[State]) -> Self:
        """Return the states that are listed cell by cell."""
        listed = list(each)
        met, unknown = (bits_of(i for i, state in enumerate(listed) if state is kind) for kind in (True, None))
        return cls(met, unknown, len(listed))

    @property
    def each(self) -> list[State]:
        """The states listed cell by cell."""
        return [self.at(i) for i in range(self.size)]

    @property
    def unmet(self) -> int:
        """The cells that are known to be unmet."""
        return ((1 << self.size) - 1) & ~(self.met | self.unknown)

    @property
    def best(self) -> Self:
        """The same with every unknown met."""
        return self._replace(met=self.met | self.unknown, unknown=0)

    @property
    def worst(self) -> Self:
        """The same with every unknown unmet."""
        return self._replace(unknown=0)

    def at(self, index: int) -> State:
        """Return the state of a cell."""
        return None if self.unknown >> index & 1 else bool(self.met >> index & 1)

    def without(self, bits: int) -> Self:
        """Return the same with some cells unknown."""
        return self._replace(met=self.met & ~bits, unknown=self.unknown | bits)


class Row(tuple[int, ...]):  # noqa: SLOT001 - it has a field that a tuple has not
    """The indexes of some cells, ascending, and the same as a set of bits."""

    bits: int

    def __new__(cls, indexes: Iterable[int]) -> Self:
        """Take the indexes."""
        row = super().__new__(cls, indexes)
        row.bits = bits_of(row)
        return row


def bits_of(indexes: Iterable[int]) -> int:
    """Return the set of bits of different indexes."""
    return sum(1 << i for i in indexes)


def indexes_of(bits: int) -> Iterator[int]:
    """Yield the indexes in a set of bits, ascending."""
    while bits:
        index = lowest(bits)
        yield index
        bits ^= 1 << index


def lowest(bits: int) -> int:
    """Return the lowest index in a set of bits that is not empty."""
    return (bits & -bits).bit_length() - 1


def count_met(states: States, row: Row) -> int:
    """Count the cells of a row that are known to be met."""
    return (states.met & row.bits).bit_count()


def count_unknown(states: States, row: Row) -> int:
    """Count the cells of a row of which nothing is known."""
    return (states.unknown & row.bits).bit_count()
