"""The pages are true and whole: the reference is what the program says, links lead somewhere, blocks are valid."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
import yaml

import pmpath
from builders import ROOT
from cli.running import run_apart
from contract.pages import (
    WRITTEN,
    Block,
    anchors_of,
    blocks_in,
    links_in,
    pictures_in,
    prose_of,
    rows_of,
    section_of,
    target_of,
    text_of,
)
from data_folder import SOURCES, shipped
from pmpath.content.published import PUBLISHED
from pmpath.render.topics import EXIT_CODES
from reference_commands import every_command, own_options, shared_options
from reference_pages import PAGES, page_text

REFERENCE: Final = "docs/reference"
COMMANDS: Final = tuple(every_command())
for_every_page = pytest.mark.parametrize("page", WRITTEN)
ELSEWHERE: Final = re.compile(
    r"/(?:home|root|Users|work|opt|srv|mnt)/|[A-Z]:\\|localhost|127\.0\.0\.1|pypi\.org|pythonhosted|/simple\b|registry",
    re.IGNORECASE,
)
"""Paths of one machine, and hosts that packages come from."""
BRITISH: Final = re.compile(
    r"\b\w*(?:colour|behaviour|favour|honour|organis|recognis|summaris|analys(?:e|ing)\b|licence|centre|catalogue|judgement|practis)\w*"
)
OF_OTHERS: Final = re.compile(r"open.government.licence", re.IGNORECASE)
"""A name that is spelled as its owner does."""
PATH: Final = re.compile(r"`((?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:py|md|yaml|toml|cff))`")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_reference_is_what_the_program_says(name: str) -> None:
    assert text_of(f"{REFERENCE}/{name}.md") == page_text(name)


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_a_command_is_documented_with_every_option(name: str, command: object) -> None:
    section = section_of(f"{REFERENCE}/commands.md", f"pmpath {name}")
    shown = set(re.findall(r"`(-[\w-]+)`", section))
    assert f"pmpath {name} [OPTIONS]" in section
    assert shown == {word for one in own_options(command) for word in (*one.opts, *one.secondary_opts)}  # type: ignore[arg-type]  # the framework names its classes privately


def test_the_options_of_all_commands_are_documented() -> None:
    section = section_of(f"{REFERENCE}/commands.md", "Options of all commands")
    assert [word for one in shared_options() for word in one.opts if f"`{word}`" not in section] == []


def test_every_exit_code_is_documented() -> None:
    assert [
        code
        for code, text in EXIT_CODES.rows
        if rows_of(text_of(f"{REFERENCE}/exit-codes.md")).get(f"`{code}`") != f"| `{code}` | {text} |"
    ] == []


def variables_read() -> Iterator[str]:
    """Yield every variable that the source looks up in the environment, but for those of the shell's own completion."""
    for path in (ROOT / "src" / "pmpath").rglob("*.py"):
        text = path.read_text("utf-8")
        for node in ast.walk(ast.parse(text)):
            looked_up = node.args if isinstance(node, ast.Call) and called(node) in ("get", "is_set") else []
            named = node.elts if isinstance(node, ast.Tuple) and "environ" in text else []
            for one in (*looked_up, *named):
                if isinstance(one, ast.Constant) and isinstance(one.value, str) and re.fullmatch(r"[A-Z][A-Z_]{3,}", one.value):
                    yield one.value


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def test_every_variable_that_is_read_is_documented() -> None:
    page = text_of(f"{REFERENCE}/environment.md")
    read = set(variables_read())
    assert {"PMPATH_HOME", "NO_COLOR", "XDG_DATA_HOME", "VISUAL", "COLUMNS"} <= read
    assert [name for name in sorted(read) if name not in page] == []


def test_every_schema_is_documented() -> None:
    assert [name for name in PUBLISHED if f"| `{name}` |" not in text_of(f"{REFERENCE}/schemas.md")] == []


def test_every_name_of_the_package_is_documented() -> None:
    assert [name for name in pmpath.__all__ if f"| `{name}` |" not in text_of(f"{REFERENCE}/python.md")] == []


@for_every_page
def test_every_link_leads_to_a_file_and_to_a_heading_in_it(page: str) -> None:
    for link in links_in(page):
        path, anchor = target_of(page, link)
        assert path.exists(), link
        assert not anchor or anchor in anchors_of(str(path.relative_to(ROOT))), link


@for_every_page
def test_every_picture_is_there(page: str) -> None:
    assert [one for one in pictures_in(page) if not target_of(page, one)[0].is_file()] == []


@for_every_page
def test_a_page_names_no_place_of_one_machine_and_no_host_of_packages(page: str) -> None:
    assert ELSEWHERE.findall(text_of(page)) == []


@for_every_page
def test_a_page_is_spelled_as_americans_do(page: str) -> None:
    assert BRITISH.findall(OF_OTHERS.sub("", text_of(page))) == []


@for_every_page
def test_a_page_has_one_title_and_no_tab(page: str) -> None:
    assert len(re.findall(r"^# .+$", prose_of(page), re.MULTILINE)) == 1
    assert "\t" not in text_of(page)


def test_the_index_leads_to_every_page_of_the_documentation() -> None:
    listed = {target_of("docs/README.md", link)[0] for link in links_in("docs/README.md")}
    assert [
        page for page in WRITTEN if page.startswith("docs/") and page != "docs/README.md" and ROOT / page not in listed
    ] == []


def test_the_readme_fits_on_a_few_screens() -> None:
    assert len(text_of("README.md").splitlines()) <= 170


def found(path: str) -> bool:
    """Say whether a path that a page names is there, from the root, or from a folder of the package."""
    return any(ROOT.glob(f"{path.rstrip('/')}")) or any((ROOT / "src").rglob(path.rstrip("/")))


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "AGENTS.md", "docs/explanation/content-and-licenses.md"])
def test_every_path_that_a_page_names_is_there(page: str) -> None:
    named = [path for path in PATH.findall(prose_of(page)) if not path.startswith((".venv/", "pmpath/"))]
    assert named != []
    assert [path for path in named if "NAME" not in path and not found(path)] == []


def test_the_glossary_is_in_order_and_has_each_word_once() -> None:
    words = list(rows_of(text_of(f"{REFERENCE}/glossary.md")))[1:]
    assert words == sorted(set(words), key=str.lower)


@pytest.mark.parametrize("block", [one for one in blocks_in("yaml") if one.page != "AGENTS.md"], ids=lambda one: one.page)
def test_a_file_that_a_page_shows_is_valid(block: Block, tmp_path: Path) -> None:
    (tmp_path / "shown.yaml").write_text(block.text, "utf-8")
    ran = run_apart(("check", str(tmp_path / "shown.yaml")), {})
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("block", [*blocks_in("python")], ids=lambda one: one.page)
def test_a_program_that_a_page_shows_can_be_read(block: Block) -> None:
    assert block.text.startswith(">>> ") or ast.parse(block.text).body


def test_a_program_that_a_page_shows_runs(capsys: pytest.CaptureFixture[str]) -> None:
    programs = [one.text for one in blocks_in("python") if "print(" in one.text and "dask" not in one.text]
    assert len(programs) == 1
    for program in programs:
        exec(compile(program, "shown.py", "exec"), {"__name__": "__main__"})  # noqa: S102 - it is ours
    assert capsys.readouterr().out == "8\n"


def test_the_citation_is_of_this_version() -> None:
    citation = yaml.safe_load(
        text_of("CITATION.cff") if "CITATION.cff" in WRITTEN else (ROOT / "CITATION.cff").read_text("utf-8")
    )
    assert {"cff-version", "message", "title", "authors", "version", "license"} <= set(citation)
    assert (citation["cff-version"], citation["version"], citation["license"]) == ("1.2.0", pmpath.__version__, "MIT")
    assert all({"name"} <= set(one) or {"family-names", "given-names"} <= set(one) for one in citation["authors"])


def test_the_changelog_keeps_its_form() -> None:
    headings = re.findall(r"^(#{1,3}) (.+)$", text_of("CHANGELOG.md"), re.MULTILINE)
    versions = [text for mark, text in headings if mark == "##"]
    kinds = {text for mark, text in headings if mark == "###"}
    assert headings[0] == ("#", "Changelog")
    assert versions[0] == "[Unreleased]"
    assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}", one) for one in versions[1:])
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


@pytest.mark.parametrize(
    "source", [one for one in shipped(SOURCES)["sources"] if one["license"] != "not stated"], ids=lambda one: one["key"]
)
def test_a_source_that_states_a_license_is_credited(source: dict[str, str]) -> None:
    row = rows_of(text_of("data/LICENSE.md"))[f"`{source['key']}`"]
    assert (source["address"] in row, source["license"] in row) == (True, True)
