"""Reviews a portfolio piece against its template: what is there and what is missing, by words that can be looked up.

It counts and compares; whether a piece is good is not its business.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from pmpath.core.manuscript import Line, Passage, Reading, is_year, level_of, lines_of, plain, read, sentences, tokens
from pmpath.model.piece import Code, Finding, Forecast, Hint, PieceReview, Present
from pmpath.model.template import Lookup, Section, Template

FRONT: Final = "<!-- pmpath portfolio:"
"""How the line begins by which a file says of which kind it is."""
LONGEST_SUBJECT: Final = 120
_HINTS: Final = {
    Code.PART_MISSING: Hint.ADD,
    Code.PART_EMPTY: Hint.WRITE,
    Code.PROMPT: Hint.ANSWER,
    Code.EVIDENCE: Hint.EVIDENCE,
    Code.OPTION: Hint.OPTION,
    Code.BASIS: Hint.BASIS,
    Code.PLACEHOLDER: Hint.FILL,
    Code.EXAMPLE: Hint.DELETE,
}
_QUOTES: Final = ("\u201c", "\u00ab", "\u201e")
_LINKS: Final = ("://", "www.", "](")


def kind_in(text: str, titles: Mapping[str, str]) -> str | None:
    """Return the kind that a text names in front, else the one whose title it bears; None where it says neither.

    `titles` holds kinds by the titles of their templates. What stands in the text may be no kind at all.
    """
    by_title = {plain(title): kind for title, kind in titles.items()}
    said = (_kind_named(line.text.strip(), by_title) for line in lines_of(text))
    return next((kind for kind in said if kind is not None), None)


def _kind_named(line: str, by_title: Mapping[str, str]) -> str | None:
    if line.startswith(FRONT) and line.endswith("-->"):
        return line.removeprefix(FRONT).removesuffix("-->").strip()
    return by_title.get(plain(line)) if level_of(line) else None


def review(text: str, template: Template, lookup: Lookup) -> PieceReview:
    """Look at a text for the parts of a template, and for evidence, a rejected option and the basis of forecasts in it."""
    reading = read(text, template, lookup.example_mark)
    sections = tuple(_present(section, reading.passages[section.heading], lookup) for section in template.sections)
    options = _options(reading, template.sections, lookup)
    whole = [*reading.passages.values(), reading.loose]
    forecasts = tuple(found for passage in whole for found in _forecasts(passage, lookup))
    findings = [
        *_part_findings(template.sections, reading),
        *_evidence_findings(sections),
        *_option_findings(template.sections, reading, options),
        *(_finding(Code.BASIS, one.line, one.text) for one in forecasts if not one.basis),
        *(found for passage in whole for found in _placeholder_findings(passage, lookup)),
        *([_finding(Code.EXAMPLE, reading.example, lookup.example_mark)] if reading.example else []),
    ]
    return PieceReview(template.kind, sections, options, forecasts, tuple(sorted(findings, key=lambda finding: finding.line)))


def named(text: str, phrases: Iterable[str]) -> tuple[str, ...]:
    """Return the phrases that a text holds: words as whole words, signs wherever they stand."""
    said, low = f" {' '.join(tokens(text))} ", text.lower()
    return tuple(one for one in phrases if (f" {one} " in said if one[0].isalnum() else one in low))


def _finding(code: Code, line: int, subject: str) -> Finding:
    cut = subject if len(subject) <= LONGEST_SUBJECT else f"{subject[:LONGEST_SUBJECT]}..."
    return Finding(code, line, cut, code.value, _HINTS[code].value)


def _present(section: Section, passage: Passage, lookup: Lookup) -> Present:
    evidence = _evidence(passage.text, lookup) if section.needs_evidence else None
    return Present(section.heading, section.part, passage.heading, passage.words, evidence)


def _evidence(text: str, lookup: Lookup) -> tuple[str, ...]:
    """Return the kinds of evidence that a text holds."""
    found = {
        "number": any(map(str.isdigit, text)) or named(text, lookup.numbers),
        "source": named(text, lookup.source_words),
        "quote": text.count('"') > 1 or _holds(text, _QUOTES) or "\n>" in f"\n{text}",
        "link": _holds(text, _LINKS),
    }
    return tuple(filter(found.get, found))


def _holds(text: str, signs: Iterable[str]) -> bool:
    return any(sign in text for sign in signs)


def _places(sections: Sequence[Section], reading: Reading) -> dict[str, int]:
    """Return the line of each heading; what is missing belongs behind the heading before it."""
    places: dict[str, int] = {}
    line = 1
    for section in sections:
        line = reading.passages[section.heading].heading or line
        places[section.heading] = line
    return places


def _part_findings(sections: Sequence[Section], reading: Reading) -> Iterator[Finding]:
    """Yield what is missing, empty or still asked."""
    for heading, line in _places(sections, reading).items():
        passage = reading.passages[heading]
        code = _part_code(passage)
        if code is not None:
            yield _finding(code, passage.prompt or line, heading)


def _part_code(passage: Passage) -> Code | None:
    if passage.heading is None:
        return Code.PART_MISSING
    if passage.prompt is not None:
        return Code.PROMPT
    return None if passage.words else Code.PART_EMPTY


def _evidence_findings(sections: Sequence[Present]) -> Iterator[Finding]:
    for one in sections:
        if one.words and one.evidence == ():
            yield _finding(Code.EVIDENCE, one.line or 1, one.heading)


def _options(reading: Reading, sections: Sequence[Section], lookup: Lookup) -> tuple[str, ...]:
    """Return the words that tell of a rejected option: reasons under its heading, else plain words anywhere."""
    texts = [reading.passages[section.heading].text for section in sections if section.holds_options]
    reasons = named("\n".join(texts), lookup.reasons)
    whole = "\n".join(passage.text for passage in (*reading.passages.values(), reading.loose))
    return reasons or named(whole, lookup.rejected)


def _option_findings(sections: Sequence[Section], reading: Reading, options: Sequence[str]) -> Iterator[Finding]:
    """Yield that no option was turned down, at the heading for it."""
    holder = next((section.heading for section in sections if section.holds_options), None)
    if holder is not None and not options:
        yield _finding(Code.OPTION, _places(sections, reading)[holder], holder)


def _forecasts(passage: Passage, lookup: Lookup) -> Iterator[Forecast]:
    """Yield the forecasts of a passage with the words that state a basis, in the sentence or beside it."""
    said = [Line(0, ""), *sentences(passage.lines), Line(0, "")]
    for (before, one), (_, after) in zip(pairwise(said), pairwise(said[1:]), strict=False):
        if _is_forecast(one.text, lookup):
            yield Forecast(one.number, one.text, named(f"{before.text}\n{one.text}\n{after.text}", lookup.basis))


def _is_forecast(text: str, lookup: Lookup) -> bool:
    if not any(map(str.isdigit, text)):
        return False
    if named(text, lookup.forecasts):
        return True
    return bool(named(text, lookup.outlooks)) and (bool(named(text, lookup.figures)) or _goes_by_a_figure(text, lookup))


def _goes_by_a_figure(text: str, lookup: Lookup) -> bool:
    """Say whether "by" stands before a figure that is no day and no year."""
    words = [word for word in tokens(text) if word not in lookup.around]
    return any(
        first == "by" and figure[0].isdigit() and not is_year(figure) and after not in lookup.dates
        for first, figure, after in zip(words, words[1:], [*words[2:], ""], strict=False)
    )


def _placeholder_findings(passage: Passage, lookup: Lookup) -> Iterator[Finding]:
    wanted = named(passage.text, (*lookup.placeholders, *lookup.signs))
    for number, text in passage.lines if wanted else ():
        left = named(text, wanted)
        if left:
            yield _finding(Code.PLACEHOLDER, number, left[0])
