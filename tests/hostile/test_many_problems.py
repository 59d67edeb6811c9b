"""A file with thousands of mistakes costs no more than one with a few: the first 200 are said, and that there are more."""

from pathlib import Path
from time import process_time
from typing import Final

import pytest

from builders import example_a
from cli.running import Home, Pmpath
from hostile.readers import SECONDS
from pmpath.content.bounds import MAX_PROBLEMS

HEAD: Final = 'extends: default\nid: o\nversion: "1"\n'
MORE: Final = "there are more problems from here on"


def _keys(head: str) -> str:
    return head + "".join(f"  k{number}: 1\n" for number in range(20_000))


def _parts(head: str, part: str) -> str:
    return head + "".join(f"  - {{{part}}}\n".replace("N", str(number)) for number in range(8000))


FILES: Final = {
    "answers": ("check", "{}", _keys("answers:\n")),
    "answers taken": ("assess", "--no-save", "--answers", "{}", _keys("answers:\n")),
    "offer": ("guide", "offer", "{}", _keys("parts:\n")),
    "fit": ("guide", "fit", "--answers", "{}", _keys("answers:\n")),
    "thresholds": ("milestones", "--for", "pm", "--thresholds", "{}", _keys("thresholds:\n")),
    "levels": ("check", "{}", _parts(f"{HEAD}levels:\n", "id: aN, nme: x")),
    "competencies": ("ladder", "--ladder", "{}", _parts(f"{HEAD}competencies:\n", "id: aN, nme: x")),
    "playbooks": ("check", "{}", _parts('version: "1"\nplaybooks:\n', "id: aN, nme: x")),
    "sources": ("check", "{}", _parts('version: "1"\nsources:\n', "key: aN, nme: x")),
    "kinds": ("check", "{}", _parts('version: "1"\nkinds:\n', "id: aN, nme: x")),
    "lines": ("team", "{}", '{"answers": {"scpe": 1}}\n' * 20_000),
}


@pytest.mark.parametrize("given", FILES.values(), ids=FILES)
def test_the_first_problems_are_said_and_that_there_are_more(pmpath: Pmpath, home: Home, given: tuple[str, ...]) -> None:
    home.assessed(example_a())
    *words, text = given
    name = "bad.jsonl" if text.startswith("{") else "bad.yaml"
    Path(name).write_text(text, "utf-8")
    started = process_time()
    ran = pmpath(*(word.replace("{}", name) for word in words))
    seconds = process_time() - started
    said = [line for line in (ran.out + ran.err).splitlines() if line.startswith(f"{name}:")]
    assert (ran.code, len(said), MORE in said[-1]) == (65, MAX_PROBLEMS, True)
    assert seconds < SECONDS
