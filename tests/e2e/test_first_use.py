"""The installed command in an empty folder, far from the checkout. Its path comes from `PMPATH_INSTALLED`."""

import json
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from builders import example_a

pytestmark = pytest.mark.installed

PATIENCE = 20


def installed(*words: str, given: bytes = b"", expect: int = 0) -> subprocess.CompletedProcess[bytes]:
    environ = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PMPATH_DATA_DIR")}
    done = subprocess.run(
        [environ["PMPATH_INSTALLED"], *words], input=given, capture_output=True, check=False, timeout=PATIENCE, env=environ
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (expect, False), done.stderr.decode()
    return done


def data_of(*words: str, given: bytes = b"") -> Mapping[str, Any]:
    document = json.loads(installed(*words, "--json", given=given).stdout)
    data: Mapping[str, Any] = document["data"]
    return data


def sheet() -> bytes:
    return json.dumps({"answers": example_a()}).encode()


def test_the_folder_is_empty_and_stays_so(tmp_path: Path) -> None:
    installed()
    installed("ladder")
    installed("assess", "--answers", "-", given=sheet())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_one_line(option: str) -> None:
    line = installed(option).stdout.decode()
    assert re.fullmatch(r"pmpath [0-9.]+ \(ladder default [0-9.]+, Python 3[0-9.]+\)\n", line)


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("assess", "--help"), ("transition", "--help"), ("ladder", "--help")])
def test_help_begins_with_how_to_call_it(words: tuple[str, ...]) -> None:
    assert installed(*words).stdout.decode().split()[:2] == ["Usage:", "pmpath"]


def test_the_greeting_names_the_first_commands() -> None:
    greeting = installed().stdout.decode()
    assert "pmpath assess" in greeting
    assert "pmpath transition --from engineer" in greeting


def test_assess_places_a_sheet() -> None:
    data = data_of("assess", "--answers", "-", given=sheet())
    assert (data["role"], data["level"], data["standing"], data["next_level"]) == ("pm", "pm", "strong", "senior-pm")
    assert data["readiness"] == {"met": 4, "needed": 7, "of": 10, "ready": False, "must_haves_missing": ["scope.senior-pm"]}


def test_assess_shows_a_page() -> None:
    page = " ".join(installed("assess", "--answers", "-", given=sheet()).stdout.decode().split())
    assert page.startswith("You are a Product Manager, and a strong one: you show 8 of the 9 things expected.")
    assert page.endswith("Next: pmpath plan pmpath ladder pm --vs senior-pm")


def test_assess_without_answers_or_terminal_says_what_to_do() -> None:
    done = installed("assess", expect=2)
    assert done.stdout == b""
    assert b"--answers FILE" in done.stderr


def test_the_template_it_writes_can_be_given_back() -> None:
    template = installed("assess", "--template").stdout
    done = installed("assess", "--answers", "-", "--json", given=template)
    assert json.loads(done.stdout)["data"]["complete"] is False


@pytest.mark.parametrize("name", ["answers", "ladder", "assessment"])
def test_the_package_has_its_schemas(name: str) -> None:
    assert json.loads(installed("schema", name).stdout)["$id"].split(":")[2:4] == ["schema", name]


@pytest.mark.parametrize("background", ["engineer", "designer", "marketer", "other"])
def test_transition_has_its_playbook(background: str) -> None:
    assert data_of("transition", "--from", background)
    assert installed("transition", "--from", background).stdout


def test_transition_writes_its_document_once(tmp_path: Path) -> None:
    installed("transition", "--from", "engineer", "--write", ".")
    written = list(tmp_path.iterdir())
    assert len(written) == 1
    assert written[0].read_text(encoding="utf-8").strip()
    installed("transition", "--from", "engineer", "--write", ".", expect=73)


@pytest.mark.parametrize("level", ["apm", "pm", "senior-pm", "group-pm", "director", "vp", "cpo"])
def test_ladder_has_every_level(level: str) -> None:
    assert installed("ladder", level).stdout
    assert level in json.dumps(data_of("ladder"))


def test_ladder_compares_two_levels() -> None:
    assert data_of("ladder", "pm", "--vs", "senior-pm")


def test_data_come_from_the_installed_package_and_nothing_else() -> None:
    first = json.loads(installed("ladder", "--json").stdout)["ladder"]
    assert set(first) == {"id", "version", "sha256"}
    assert len(first["sha256"]) == 64
