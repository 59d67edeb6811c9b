"""The recipe for more than one machine runs as its page has it, on a cluster of this one, and counts what the API counts."""

import ast
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from builders import ROOT, SETTINGS, Dice, simulated
from pmpath import assess, load

pytestmark = pytest.mark.dask
PAGE = ROOT / "docs" / "how-to" / "use-it-from-python.md"
SHEETS = 20_000


def recipe() -> str:
    """Return the program in the documentation that uses Dask."""
    blocks: list[str] = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    (program,) = [block for block in blocks if "dask" in block]
    return program


def test_twenty_thousand_sheets_give_the_totals_of_the_api(tmp_path: Path) -> None:
    dice = Dice(11)
    sheets = [{"answers": simulated(dice, SETTINGS[i % len(SETTINGS)])} for i in range(SHEETS)]
    (tmp_path / "sheets.jsonl").write_text("".join(f"{json.dumps(sheet)}\n" for sheet in sheets), "utf-8")
    (tmp_path / "recipe.py").write_text(recipe(), "utf-8")
    printed = subprocess.run([sys.executable, "recipe.py"], capture_output=True, check=True, text=True).stdout.strip()
    totals = ast.literal_eval(printed.removeprefix("Counter(").removesuffix(")"))
    ladder = load()
    assert totals == Counter(assess(ladder, sheet).level or "open" for sheet in sheets)
