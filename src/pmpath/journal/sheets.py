"""How sheets and ladder identities stand in the data of a record."""

from collections.abc import Mapping
from typing import Any

from pmpath.model.answer import Context, Sheet
from pmpath.model.identity import LadderIdentity


def sheet_data(sheet: Sheet) -> dict[str, Any]:
    """Return a sheet as JSON values, with the keys of a sheet file."""
    context = {name: value for name, value in sheet.context._asdict().items() if value is not None}
    return {"answers": dict(sheet.answers), "evidence": dict(sheet.evidence), "context": context}


def sheet_of(data: Mapping[str, Any]) -> Sheet:
    """Return the sheet that stands in a record."""
    return Sheet(data["answers"], data["evidence"], Context(**data["context"]))


def identity_of(data: Mapping[str, Any]) -> LadderIdentity:
    """Return the ladder identity that stands in a record."""
    return LadderIdentity(data["id"], data["version"], data["sha256"])
