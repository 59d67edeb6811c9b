"""Reads what somebody was offered: a small YAML or JSON file, checked part by part with the place of every problem."""

import re
from collections.abc import Iterator, Mapping, Sequence
from math import inf
from typing import TYPE_CHECKING, Final, NamedTuple, TypeGuard

from pmpath.content.document import Data, Document, Path
from pmpath.content.foremost import foremost
from pmpath.content.reading import read_data
from pmpath.errors import ContentError, Problem
from pmpath.model.offered import Certainty, OfferedPart
from pmpath.model.suggest import did_you_mean

if TYPE_CHECKING:
    from pmpath.model.offer import PayPart

Said = Mapping[str, Mapping[str, float | str]]
"""Part to what is said of it, field by field; what is null is left out."""
FIELDS: Final[Mapping[Certainty, tuple[str, ...]]] = {
    Certainty.CASH: ("amount", "note"),
    Certainty.CONDITIONAL: ("amount", "guaranteed", "note"),
    Certainty.UNCERTAIN: ("amount", "years", "cliff_months", "note"),
    Certainty.IN_KIND: ("amount", "note"),
}
"""What can be said of a part, by how sure it is."""
_KEYS: Final = ("currency", "parts")
_MOST: Final[Mapping[str, float]] = {"amount": 1e12, "guaranteed": 1e12, "years": 40, "cliff_months": 480}
_CURRENCY: Final = re.compile("[A-Z]{3}")
_HINTS: Final = dict.fromkeys(("amount", "guaranteed"), "write it without separators, such as 120000")
_LONGEST_NOTE: Final = 500


class SaidOffer(NamedTuple):
    """What is said of an offer: its currency, None where it is not named, and its parts."""

    currency: str | None
    parts: Said


def read_offer(content: bytes, name: str, parts: "Sequence[PayPart]") -> SaidOffer:
    """Return what a file says of an offer; raise `ContentError` with every problem in it."""
    document = read_data(content, name)
    problems = foremost(problems_in(document, parts))
    if problems:
        raise ContentError("this offer is not valid", problems=tuple(problems))
    return said_in(document.data)


def said_in(data: Data) -> SaidOffer:
    """Return what sound data say of an offer."""
    whole = data if isinstance(data, dict) else {}
    currency, parts = whole.get("currency"), whole.get("parts")
    named = {name: _fields(value) for name, value in parts.items()} if isinstance(parts, dict) else {}
    return SaidOffer(currency if isinstance(currency, str) else None, named)


def offered(parts: "Sequence[PayPart]", said: Said) -> list[OfferedPart]:
    """Return every part with what is said of it, in the order of the worksheet."""
    return [_offered(part, said.get(part.id, {})) for part in parts]


def problems_in(document: Document, parts: "Sequence[PayPart]") -> Iterator[Problem]:
    """Yield what is wrong with an offer."""
    data = document.data
    if not isinstance(data, dict):
        yield document.problem((), "an offer has the keys currency and parts", "pmpath guide offer --template writes one")
        return
    yield from _unknown_fields(document, (), data, _KEYS)
    if not _is_currency(data.get("currency")):
        yield document.problem(("currency",), "must be three capital letters", "for example USD or EUR")
    said = data.get("parts")
    if isinstance(said, dict):
        yield from _part_problems(document, said, {part.id: Certainty(part.certainty) for part in parts})
    elif said is not None:
        yield document.problem(("parts",), "must be a mapping", "below it each part with its amount")


def _part_problems(document: Document, said: Mapping[str, Data], known: Mapping[str, Certainty]) -> Iterator[Problem]:
    for name, value in said.items():
        if name in known:
            yield from _value_problems(document, ("parts", name), value, known[name])
        else:
            hint = did_you_mean(name, known) or f"parts: {', '.join(known)}"
            yield document.problem(("parts", name), f'there is no part "{name}"', hint)


def _value_problems(document: Document, path: Path, value: Data, certainty: Certainty) -> Iterator[Problem]:
    """Yield what is wrong with what is said of a part: a bare figure, bare text, or fields."""
    if isinstance(value, list):
        yield document.problem(path, "must be a number or a mapping", f"fields: {', '.join(FIELDS[certainty])}")
    elif isinstance(value, dict):
        yield from _mapping_problems(document, path, value, certainty)
    else:
        is_text = isinstance(value, str) and certainty is Certainty.IN_KIND
        yield from _field_problems(document, path, "note" if is_text else "amount", value)


def _mapping_problems(document: Document, path: Path, value: Mapping[str, Data], certainty: Certainty) -> Iterator[Problem]:
    yield from _unknown_fields(document, path, value, FIELDS[certainty])
    for field in FIELDS[certainty]:
        yield from _field_problems(document, (*path, field), field, value.get(field))
    if _is_more_than_all(value):
        yield document.problem((*path, "guaranteed"), "more is guaranteed than comes in full", "amount is the whole of it")


def _unknown_fields(document: Document, path: Path, said: Mapping[str, Data], known: Sequence[str]) -> Iterator[Problem]:
    for field in said:
        if field not in known:
            hint = did_you_mean(field, known) or f"use one of: {', '.join(known)}"
            yield document.problem((*path, field), "no such field", hint)


def _field_problems(document: Document, path: Path, field: str, value: Data) -> Iterator[Problem]:
    if value is None:
        return
    if field == "note":
        if not _is_note(value):
            yield document.problem(path, f"must be text of at most {_LONGEST_NOTE} characters", "")
    elif not _is_figure(value) or not 0 <= value <= _MOST[field]:
        yield document.problem(path, f"must be a number from 0 to {_MOST[field]:.0f}", _HINTS.get(field, ""))


def _is_note(value: Data) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_NOTE


def _is_figure(value: Data) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and -inf < value < inf


def _is_more_than_all(value: Mapping[str, Data]) -> bool:
    amount, guaranteed = value.get("amount"), value.get("guaranteed")
    return _is_figure(amount) and _is_figure(guaranteed) and guaranteed > amount


def _is_currency(value: Data) -> bool:
    return value is None or (isinstance(value, str) and _CURRENCY.fullmatch(value) is not None)


def _fields(value: Data) -> dict[str, float | str]:
    """Return what is said of a part field by field; a bare number is its amount, a bare text its note."""
    if isinstance(value, dict):
        return {field: one for field, one in value.items() if isinstance(one, int | float | str)}
    if isinstance(value, str):
        return {"note": value}
    return {"amount": value} if _is_figure(value) else {}


def _offered(part: "PayPart", said: Mapping[str, float | str]) -> OfferedPart:
    figures = {field: float(value) for field, value in said.items() if not isinstance(value, str)}
    note = said.get("note")
    return OfferedPart(part.id, Certainty(part.certainty), part.once, **figures, note=note if isinstance(note, str) else None)
