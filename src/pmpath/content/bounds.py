"""How much of a file is read: everything beyond is refused before it costs memory or time."""

from typing import Final

MAX_BYTES: Final = 1024 * 1024
"""Largest file that is read, and longest line of a batch."""

MAX_DEPTH: Final = 32
"""Deepest nesting that is read."""

MAX_NODES: Final = 50_000
"""Most values that one file may hold."""

MAX_DIGITS: Final = 18
"""Most digits of a whole number."""

MAX_QUOTED: Final = 200
"""Most characters of a file's own text that a message repeats."""

MAX_PROBLEMS: Final = 200
"""Most problems that are said of one file; nobody mends more at a time."""

TOO_DEEP: Final = "too large or nested too deeply"
"""What is said of a file beyond these bounds."""
