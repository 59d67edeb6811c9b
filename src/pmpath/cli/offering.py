"""What pmpath guide offer does: puts an offer together from a file and from options, and adds it up."""

import sys
from typing import TYPE_CHECKING, NamedTuple

from pmpath.cli.outcome import Forms, Outcome
from pmpath.cli.output import tell
from pmpath.cli.terminal import is_terminal
from pmpath.content.document import Document
from pmpath.content.files import STDIN, read_given, shown_name
from pmpath.content.offers import SaidOffer, offered, problems_in, read_offer, said_in
from pmpath.core.offers import add_up
from pmpath.errors import UsageError
from pmpath.model.offered import Certainty
from pmpath.model.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmpath.content.document import Data
    from pmpath.content.library import Library
    from pmpath.model.offer import Offer

EMPTY = SaidOffer(None, {})


class SaidHere(NamedTuple):
    """Where an offer comes from: a file, and options that win over it."""

    file: str | None = None
    parts: tuple[str, ...] = ()
    currency: str | None = None


def run(said: SaidHere, library: "Library") -> Outcome:
    """Return what an offer adds up to; without anything said, what there is to ask."""
    from pmpath.render.offer import Offered, offer_data, offer_page, offer_rows

    worksheet = library.guides.offer
    whole = _whole(said, library)
    parts = offered(worksheet.parts, whole.parts)
    result = Offered(worksheet, parts, add_up(parts), whole.currency)
    commands = ["pmpath guide offer --template", "pmpath guide pay"] if result.is_empty else ["pmpath guide pay"]
    return Outcome(
        "offer",
        lambda: offer_data(result),
        lambda: offer_page(result, commands),
        commands,
        forms=Forms(table=lambda: offer_rows(result)),
    )


def template_text(library: "Library") -> str:
    """Return a worksheet to fill in."""
    from pmpath.render.offer_template import offer_template

    return offer_template(library.guides.offer)


def _whole(said: SaidHere, library: "Library") -> SaidOffer:
    """Return what the file says, with the options over it; `UsageError` for an option that says nothing sound."""
    given = _from_file(said.file, library) if said.file is not None else EMPTY
    here = _parts(said.parts, library.guides.offer)
    parts = {name: {**given.parts.get(name, {}), **here.get(name, {})} for name in (*given.parts, *here)}
    data: dict[str, Data] = {
        "currency": said.currency or given.currency,
        "parts": {name: dict(one) for name, one in parts.items()},
    }
    problem = next(problems_in(Document("", data, {}), library.guides.offer.parts), None)
    if problem is not None:
        raise UsageError(f"--{visible(problem.path.replace('parts.', 'part '))}: {problem.message}", hint=problem.hint)
    return said_in(data)


def _from_file(file: str, library: "Library") -> SaidOffer:
    if file == STDIN and is_terminal(sys.stdin):
        tell("Reading an offer from the terminal; end it with Ctrl-D.")
    return read_offer(read_given(file), shown_name(file), library.guides.offer.parts)


def _parts(options: "Iterable[str]", worksheet: "Offer") -> "dict[str, dict[str, float | str]]":
    """Return what options say, part by part and field by field; bare text is a note only on what is no money."""
    in_words = {part.id for part in worksheet.parts if Certainty(part.certainty) is Certainty.IN_KIND}
    parts: dict[str, dict[str, float | str]] = {}
    for option in options:
        place, equals, text = option.partition("=")
        if not equals:
            raise UsageError(f'--part "{visible(option)}" is not PART=AMOUNT', hint="for example --part base=120000")
        name, _, field = place.partition(".")
        value = _figure(text)
        is_note = isinstance(value, str) and name in in_words
        parts.setdefault(name, {})[field or ("note" if is_note else "amount")] = value
    return parts


def _figure(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text
