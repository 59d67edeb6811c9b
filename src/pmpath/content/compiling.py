"""Compiles a ladder of one's own, or says all that is wrong with it."""

import json
from typing import TYPE_CHECKING

from pmpath.content.own import read_ladder
from pmpath.content.table import grid_data
from pmpath.errors import ContentError

if TYPE_CHECKING:
    from pmpath.content.shipped import Shipped


def compile_ladder(content: bytes, name: str, shipped: "Shipped") -> dict[str, str]:
    """Return the compiled texts of a ladder, and under `bases` which files it extends; `ContentError` with every problem."""
    own = read_ladder(content, name, shipped)
    if own.problems:
        raise ContentError("this ladder is not valid", problems=own.problems)
    return {
        "grid": json.dumps(grid_data(own.ladder, own.digest), separators=(",", ":")),
        "ladder": own.ladder.model_dump_json(),
        "bases": json.dumps(own.bases),
    }
