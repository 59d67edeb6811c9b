"""After pmpath was used in every way and removed, only what the person answered is left, and that can be erased before."""

import json
from pathlib import Path

import pytest

from builders import example_a
from package.visiting import QUIETLY, Visitor, arrived

pytestmark = pytest.mark.package

USES = (
    "pmpath",
    "pmpath --version",
    "pmpath assess --answers sheet.json",
    "pmpath transition --from engineer --write work",
    "pmpath plan",
    "pmpath plan done strategy || true",
    "pmpath evidence add 'Ran six interviews'",
    "pmpath milestones",
    "pmpath case",
    "pmpath review export --for Dana -o dana.yaml",
    "pmpath team sheet.json",
    "pmpath history",
    "pmpath explain discovery.pm",
    "pmpath portfolio new product-teardown work",
    "pmpath interview product-sense --answer sheet.json",
    "pmpath guide pay",
    "pmpath init ladder own",
    "pmpath check own/ladder.yaml",
    "pmpath assess --ladder own/ladder.yaml --answers few.yaml",
    "pmpath transition --playbooks own/none.yaml --from engineer || true",
    "pmpath schema answers",
    "pmpath completions bash",
    "pmpath data check",
    "pmpath help files",
)
KEPT = [".local/share/pmpath/journal.jsonl", ".local/share/pmpath/journal.lock"]
REMOVE = f"HOME=/nonexistent python -m pip {QUIETLY} uninstall --yes pmpath"


@pytest.fixture(scope="module")
def person(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    """Let somebody install pmpath and use every kind of command."""
    visitor = arrived(tmp_path_factory.mktemp("leaving"), wheel)
    (visitor.work / "sheet.json").write_text(json.dumps({"answers": example_a()}), "utf-8")
    (visitor.work / "few.yaml").write_text("answers: {scope: pm, people: none}\n", "utf-8")
    for line in USES:
        visitor.types(line)
    return visitor


def test_while_it_is_used_only_data_and_a_cache_stand_in_the_home(person: Visitor) -> None:
    kept = person.files()["home"]
    assert [name for name in kept if not name.startswith(".cache/pmpath/own-")] == KEPT


def test_forgetting_leaves_two_empty_files_and_no_cache(person: Visitor, tmp_path: Path) -> None:
    person.types(f"cp -r '{person.home}' '{tmp_path}/home'")
    person.types(f"HOME='{tmp_path}/home' pmpath data forget --no-backup --yes")
    left = sorted(path for path in (tmp_path / "home").rglob("*") if path.is_file())
    assert [str(path.relative_to(tmp_path / "home")) for path in left] == KEPT
    assert left[0].stat().st_size == 0


def test_removing_it_takes_every_file_of_it_and_no_answer(person: Visitor) -> None:
    before = (person.home / KEPT[0]).read_bytes()
    person.types(REMOVE)
    assert person.files()["environment"] == []
    assert (person.home / KEPT[0]).read_bytes() == before
    assert not (person.programs / "pmpath").exists()
