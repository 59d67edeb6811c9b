"""Standard streams that are closed, full, or read by nobody: what is kept stays kept, and the exit code tells."""

import os
import subprocess
from itertools import combinations
from pathlib import Path

import pytest

from faults.campaign import some
from faults.conftest import LayOut
from faults.deeds import LINES, SAVING, Deed, done
from faults.judging import Said, wrong_files
from faults.places import Place, Ran, command, end, run

pytestmark = pytest.mark.faults

CLOSED = {"<&-": "input", ">&-": "output", "2>&-": "error"}
COMBINATIONS = [" ".join(chosen) for size in (1, 2, 3) for chosen in combinations(CLOSED, size)]
GONE = 141
each_deed = pytest.mark.parametrize("deed", some([one for one in SAVING if one.kept], 6), ids=lambda deed: deed.name)


def in_shell(place: Place, deed: Deed, redirection: str) -> Ran:
    return run(place, *deed.words, before=["/bin/sh", "-c", f'exec "$@" {redirection}', "sh"])


@pytest.mark.parametrize("closed", COMBINATIONS)
@pytest.mark.parametrize("deed", some(LINES, 1), ids=lambda deed: deed.name)
def test_with_streams_closed_the_exit_code_tells_and_nothing_is_half(
    deed: Deed, closed: str, lay_out: LayOut, content: Path
) -> None:
    with lay_out(deed.kept) as place:
        before = place.files
        ran = in_shell(place, deed, closed)
        assert ran.code == (74 if ">&-" in closed.replace("2>&-", "") else 0)
        assert "Traceback" not in ran.err
        assert wrong_files(deed, done(deed, content), before, place.files, Said(ran.code == 0)) == []


@each_deed
def test_a_full_standard_output_is_told_in_a_line_and_what_was_kept_stays(deed: Deed, lay_out: LayOut, content: Path) -> None:
    with lay_out(deed.kept) as place:
        before = place.files
        ran = in_shell(place, deed, ">/dev/full")
        assert ran.code == 74
        assert ran.err.splitlines()[-1] == "pmpath: standard output cannot be written: no space left on device"
        assert wrong_files(deed, done(deed, content), before, place.files, Said(all=True)) == []


@each_deed
def test_a_reader_that_is_gone_is_met_in_silence_and_what_was_kept_stays(deed: Deed, lay_out: LayOut, content: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with lay_out(deed.kept) as place:
        before = place.files
        ran = end(
            subprocess.Popen(
                command(*deed.words),
                cwd=place.work,
                env={**os.environ, **place.settings},
                stdin=subprocess.DEVNULL,
                stdout=writing,
                stderr=subprocess.PIPE,
                text=True,
            )
        )
        os.close(writing)
        assert ran.code == GONE
        assert "Traceback" not in ran.err
        assert wrong_files(deed, done(deed, content), before, place.files, Said(all=True)) == []


@pytest.mark.strace
@pytest.mark.parametrize("closed", COMBINATIONS)
def test_no_file_ever_takes_the_place_of_a_stream_that_is_closed(closed: str, lay_out: LayOut) -> None:
    deed = next(one for one in LINES if one.words[:2] == ("evidence", "add"))
    with lay_out(deed.kept) as place:
        log = place.root.parent / "descriptors"
        traced = ["strace", "-f", "-qq", "-y", "-o", str(log), "-e", "trace=openat"]
        run(place, *deed.words, before=[*traced, "/bin/sh", "-c", f'exec "$@" {closed}', "sh"])
        opened = [line.rpartition(" = ")[2].split("<")[0] for line in log.read_text().splitlines() if f"{place.home}/" in line]
        assert [int(number) for number in opened if not number.startswith("-") and int(number) < 3] == []
