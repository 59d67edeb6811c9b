"""The few signs beyond letters that screens use, each with its ASCII twin."""

from typing import Final, NamedTuple


class Glyphs(NamedTuple):
    """One set of signs. Meaning never hangs on which set it is."""

    bullet: str
    rule: str
    dot: str


ASCII: Final = Glyphs(bullet="-", rule="-", dot="-")
UNICODE: Final = Glyphs(bullet="\u2022", rule="\u2500", dot="\u00b7")


def glyphs_for(encoding: str | None) -> Glyphs:
    """Return the signs that an encoding can say."""
    try:
        "".join(UNICODE).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return UNICODE
