"""What stands in wheel and sdist: everything that is needed, nothing else, and metadata that say what is true."""

import re
import tomllib
from email.message import Message
from pathlib import Path

import pytest
from packaging.metadata import Metadata
from packaging.requirements import Requirement

from builders import ROOT
from package.building import STEM, metadata, sdist_names, tracked, wheel_texts
from pmpath.content.compiler import PARTS, compile_folder

pytestmark = pytest.mark.package

ABOUT = f"{STEM}.dist-info"
METADATA_FILES = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE", "sboms/pmpath.cdx.json")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture(scope="module")
def texts(wheel: Path) -> dict[str, bytes]:
    """Return the files of the wheel."""
    return wheel_texts(wheel)


@pytest.fixture(scope="module")
def said(wheel: Path) -> Message:
    """Return the metadata of the wheel."""
    return metadata(wheel)


def test_the_wheel_has_the_code_the_content_the_schemas_and_nothing_else(texts: dict[str, bytes]) -> None:
    kept = [name.removeprefix("src/") for name in tracked() if name.startswith("src/")]
    kept += [f"pmpath/{name}" for name in tracked() if name.startswith(("data/", "schema/"))]
    compiled = [f"pmpath/data/compiled/{part}.json" for part in PARTS]
    assert sorted(texts) == sorted([*kept, *compiled, *(f"{ABOUT}/{name}" for name in METADATA_FILES)])


def test_a_type_checker_finds_that_the_package_is_typed(texts: dict[str, bytes]) -> None:
    assert texts["pmpath/py.typed"] == b""


def test_the_content_in_the_wheel_is_that_of_the_checkout_compiled(texts: dict[str, bytes]) -> None:
    compiled = compile_folder(ROOT / "data")
    assert {part: texts[f"pmpath/data/compiled/{part}.json"].decode() for part in PARTS} == compiled


def test_nothing_in_the_wheel_names_the_folder_it_was_built_in(texts: dict[str, bytes]) -> None:
    assert [name for name, text in texts.items() if str(ROOT).encode() in text] == []


def test_the_sdist_has_every_file_of_the_checkout_but_the_gate(sdist: Path) -> None:
    assert sorted(sdist_names(sdist)) == sorted(["PKG-INFO", *(name for name in tracked() if not name.startswith(".ci/"))])


def test_the_metadata_are_valid(texts: dict[str, bytes]) -> None:
    Metadata.from_email(texts[f"{ABOUT}/METADATA"], validate=True)


def test_the_metadata_say_what_the_project_says(said: Message) -> None:
    names = ("Name", "Requires-Python", "License-Expression", "License-File", "Description-Content-Type")
    assert [said[name] for name in names] == ["pmpath", PROJECT["requires-python"], "MIT", "LICENSE", "text/markdown"]


def test_each_python_that_is_named_is_allowed(said: Message) -> None:
    named = re.findall(r"Python :: (3\.\d+)", "\n".join(said.get_all("Classifier", [])))
    assert named == sorted(named, key=lambda one: int(one[2:]))
    assert f">={named[0]}" == said["Requires-Python"]


def test_the_metadata_name_no_host_to_get_libraries_from(said: Message) -> None:
    requirements = [Requirement(one) for one in said.get_all("Requires-Dist", [])]
    assert [one for one in requirements if one.url] == []


def test_the_page_about_it_can_be_shown_by_an_index(said: Message) -> None:
    from readme_renderer import markdown

    assert 'id="user-content-pmpath"' in (markdown.render(str(said.get_payload())) or "")


def test_the_command_is_called_pmpath(texts: dict[str, bytes]) -> None:
    assert texts[f"{ABOUT}/entry_points.txt"] == b"[console_scripts]\npmpath = pmpath.__main__:run\n"
