"""The few signs beyond letters that screens use, each with its ASCII twin."""

from typing import Final, NamedTuple


class Glyphs(NamedTuple):
    """One set of signs. Meaning never hangs on which set it is."""

    bullet: str
    rule: str
    bars: str


ASCII: Final = Glyphs(bullet="-", rule="-", bars="_12345678")
UNICODE: Final = Glyphs(bullet="\u2022", rule="\u2500", bars="_\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588")


def glyphs_for(encoding: str | None) -> Glyphs:
    """Return the signs that an encoding can say."""
    try:
        "".join(UNICODE).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return UNICODE
