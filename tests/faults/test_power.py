"""The power is cut at any moment of any command that writes: every state that a disk may then hold is rebuilt and looked at."""

from pathlib import Path

import pytest

from faults.conftest import LayOut, Tally
from faults.deeds import Deed, done, each_deed
from faults.judging import Said, named, strays, wrong_files, wrong_next
from faults.places import rebuilt, told_of
from faults.power import Cut, cuts
from faults.tracing import traced

pytestmark = [pytest.mark.strace, pytest.mark.faults]


def cuts_of(deed: Deed, lay_out: LayOut) -> list[Cut]:
    """Return every state that a deed may leave."""
    with lay_out(deed.kept) as place:
        files = {name: (place.root / name).read_bytes() for name in place.names(Path.is_file)}
        folders = [".", *place.names(Path.is_dir)]
        return list(cuts(place.root, files, folders, traced(place, deed.words)))


@each_deed
def test_a_cut_of_power_loses_nothing_told_and_leaves_nothing_half(
    deed: Deed, lay_out: LayOut, content: Path, tally: Tally
) -> None:
    good, wrong = done(deed, content), {}
    seen: set[frozenset[tuple[str, bytes]]] = set()
    with lay_out(deed.kept) as place:
        before = place.files
    for cut in cuts_of(deed, lay_out):
        after = told_of(cut.files)
        found = wrong_files(deed, good, before, after, Said(cut.told, cut.wrote))
        found += [] if len(strays(after)) < 2 else ["more than one stray file"]
        home = frozenset((name, kept) for name, kept in after.items() if name.startswith("home/"))
        if home not in seen:
            with rebuilt(content, cut.files, cut.folders) as place:
                found += wrong_next(deed, place, apart=True)
        seen.add(home)
        wrong[cut.where] = found
    tally("states after a cut of power", len(wrong))
    assert len(wrong) > 5
    assert named(wrong) == ""
