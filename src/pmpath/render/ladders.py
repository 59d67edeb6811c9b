"""What there is to say of assessments that belong to another ladder than the one in use."""

from collections.abc import Mapping, Sequence

from pmpath.render.envelope import Warned
from pmpath.render.phrases import counted, listed

CODE = "other-ladders"


def other_ladders(counts: Mapping[str, int], ladder: str) -> Sequence[Warned]:
    """Return the note on assessments of other ladders, by the id of the ladder; nothing where there are none."""
    if not counts:
        return ()
    said = listed([f"{counted(count, 'assessment', 'assessments')} by the ladder {name}" for name, count in counts.items()])
    kept = "is kept too" if sum(counts.values()) == 1 else "are kept too"
    return (Warned(CODE, f"{said[0].upper()}{said[1:]} {kept} and not looked at: {ladder} is the ladder in use."),)
