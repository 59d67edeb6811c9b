"""The pages of the shipped content: the ladder with its rules, levels and competencies, and the ids of everything else."""

from typing import TYPE_CHECKING, Final

from pmpath.content.library import find_library
from reference_tables import code, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.model.environment import Hat
    from pmpath.model.ladder import Share
    from pmpath.model.level import Range
    from pmpath.model.words import Words

LIBRARY: Final = find_library()
POINTERS: Final = """\
`pmpath ladder` shows it, `pmpath ladder senior-pm` a level with all that belongs to it, `pmpath explain discovery.pm` one
expectation. [How placement works](../explanation/placement.md) says what the rules do."""


def ladder_page() -> str:
    """Write the page of the ladder."""
    words = LIBRARY.words
    identity = LIBRARY.identity
    parts = [
        "# The ladder",
        f"The shipped ladder is `{identity.id}`, version {identity.version}: {_size(words)}.",
        POINTERS,
        "## Levels",
        _levels(words),
        "Years say what sources report; they place nobody. Other names of a level work wherever a level is named:",
        table(("level", "other names"), [(f"`{one.id}`", code(*one.aliases)) for one in words.levels.values()]),
        "## Rules",
        _rules(words),
        "## Answers",
        table(
            ("answer", "as offered", "when to choose it"),
            [(f"`{one.id}`", one.label, one.meaning) for one in words.answers.values()],
        ),
        "## Competencies",
        _competencies(words),
        *_expectations(words),
        "## Milestones",
        "A figure that is ours says so and can be changed: [Plan week by week](../how-to/plan-week-by-week.md).",
        _milestones(words),
        "## Settings",
        *_settings(words),
    ]
    return "\n\n".join(parts)


def _size(words: "Words") -> str:
    return f"{len(words.levels)} levels, {len(words.competencies)} competencies, {len(words.expectations)} expectations"


def _levels(words: "Words") -> str:
    heads = (
        "level",
        "name",
        "must-haves",
        "comes first in the work",
        "a behavior is met from",
        "years, as one source has them",
    )
    rows = [
        (
            f"`{one.id}`",
            one.name,
            code(*one.must_haves),
            code(*one.core),
            f"`{one.met_from}`",
            _years(one.from_entry[0]),
        )
        for one in words.levels.values()
    ]
    return table(heads, rows)


def _years(known: "Range") -> str:
    span = f"{known.low:g} or more" if known.high is None else f"{known.low:g} to {known.high:g}"
    return f"{span} {known.unit}, {known.basis}"


def _share(share: "Share") -> str:
    return f"{share.over} of {share.of}"


def _rules(words: "Words") -> str:
    rules = words.ladder.rules
    rows = [
        ("`hold`", _share(rules.hold), "of all expectations of a level, rounded up, holds it"),
        ("`strong`", _share(rules.strong), "of all expectations of a level, rounded up, makes it strong"),
        ("`ready`", _share(rules.ready), "of the expectations that are no must-haves, rounded up, makes ready for a level"),
        ("`estimate_from`", str(rules.estimate_from), "answered expectations, for a level to count in an estimate"),
    ]
    return table(("rule", "figure", "what it says"), rows)


def _competencies(words: "Words") -> str:
    rows = [(f"`{one.id}`", one.name, one.kind, one.summary or "") for one in words.competencies.values()]
    return table(("competency", "name", "kind", "what it is"), rows)


def _expectations(words: "Words") -> "Iterator[str]":
    """Yield a table a competency: what it asks at each level, in short."""
    for one in words.competencies.values():
        yield f"### {one.name}"
        yield table(("expectation", "what it asks"), [(f"`{one.id}.{part.level}`", part.label) for part in one.expectations])


def _milestones(words: "Words") -> str:
    rows = [
        (
            f"`{one.id}`",
            f"`{one.start}`",
            one.text,
            f"{one.threshold.value:g} {one.threshold.unit}{', ours' if one.threshold.default else ''}",
        )
        for one in words.ladder.milestones
    ]
    return table(("milestone", "leaves", "what it is", "figure"), rows)


def _settings(words: "Words") -> "Iterator[str]":
    for rule in words.ladder.settings:
        yield f"`--env {rule.id}`, {rule.name}: {rule.order} {rule.actions} {rule.times}"


def ids_page() -> str:
    """Write the page of the ids that commands take, beside those of the ladder."""
    parts = [
        "# Ids",
        "What commands take by id, beside the ids of [the ladder](ladder.md). The Tab key completes them.",
        "## Backgrounds",
        "For `pmpath transition --from` and `pmpath interview --from`. Other names work too.",
        table(
            ("background", "name", "other names"), [(f"`{one.id}`", one.name, code(*one.aliases)) for one in LIBRARY.playbooks]
        ),
        "## Kinds of portfolio pieces",
        "For `pmpath portfolio show` and `new`.",
        table(("kind", "name"), [(f"`{one.id}`", one.name) for one in LIBRARY.portfolio.kinds]),
        "## Types of interview questions",
        "For `pmpath interview`.",
        table(("type", "name"), [(f"`{one.id}`", one.name) for one in LIBRARY.interview.types]),
        "## Guides",
        "For `pmpath guide`.",
        table(("topic", "question"), [(f"`{one.id}`", one.question) for one in LIBRARY.guides.topics]),
        "## Hats and stages",
        "For `pmpath guide hats --worn`.",
        table(("id", "name"), [(f"`{one.id}`", one.name) for one in _hats()]),
    ]
    return "\n\n".join(parts)


def _hats() -> "list[Hat]":
    environment = LIBRARY.guides.environment
    return [*environment.hats, *environment.stages]
