"""A table as CSV that no spreadsheet takes for a formula."""

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING, Final

from pmpath.model.visible import visible

if TYPE_CHECKING:
    from pmpath.model.forms import Cell, Rows

_FORMULA: Final = re.compile("[=+@\\-\t\r\uff1d\uff0b\uff0d\uff20]")
"""How a formula begins, in wide signs too."""
_NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+)?")


def csv_table(rows: "Rows") -> str:
    """Return the rows, a line each; what is not known is an empty cell."""
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return written.getvalue()


def _cell(cell: "Cell") -> "Cell":
    """Return a cell as it is written: text that a spreadsheet would run gets an apostrophe before it."""
    if not isinstance(cell, str):
        return cell
    text = visible(cell)
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
