"""What pmpath guide does with topics: lists them, and shows one with what only that one has."""

from typing import TYPE_CHECKING, Final, NamedTuple

from pmpath.cli.guide_parts import BY_LEVEL, TIME, part_of
from pmpath.cli.keeping import present_day
from pmpath.cli.naming import known_by, names_of
from pmpath.cli.options import level_named
from pmpath.cli.outcome import Forms, Outcome, Shape
from pmpath.errors import UsageError
from pmpath.model.suggest import did_you_mean
from pmpath.model.timeline import Years
from pmpath.model.visible import visible
from pmpath.render.figures import Dating

if TYPE_CHECKING:
    from pmpath.content.library import Library
    from pmpath.model.guide import Topic
    from pmpath.render.guide_part import Part

_MOST_YEARS: Final = 70
_LONGEST_NAME: Final = 64


class Asked(NamedTuple):
    """What is asked of a topic: its name, the level said in two places, the person's years."""

    topic: str
    levels: tuple[str | None, str | None] = (None, None)
    years: float | None = None
    in_role: float | None = None


def listing(library: "Library") -> Outcome:
    """Return all topics with the question that each answers."""
    from pmpath.render.guide_data import guides_data, guides_rows
    from pmpath.render.guide_list import list_page

    commands = [f"pmpath guide {library.guides.topics[0].id}", "pmpath guide fit", "pmpath guide offer --template"]
    return Outcome(
        "guides",
        lambda: guides_data(library.guides),
        lambda: list_page(library.guides, commands),
        commands,
        forms=Forms(table=lambda: guides_rows(library.guides)),
    )


def show(asked: Asked, library: "Library", shape: Shape) -> Outcome:
    """Return one topic; `UsageError` for what this topic cannot be asked."""
    from pmpath.render.guide import GuidePage
    from pmpath.render.guide_data import figure_rows, guide_data

    topic, guides = find_topic(library, asked.topic), library.guides
    level = _level(asked, topic, library)
    dating = Dating(present_day(shape.today), guides.stale_months)
    part = part_of(topic, level, _years(asked, topic), library, shape)
    commands = _commands(topic, part, library)
    return Outcome(
        "guide",
        lambda: guide_data(topic, guides, library.sources, dating, part.data(dating)),
        lambda: GuidePage(topic, guides, dating, part).build(library.words, library.sources, commands),
        commands,
        forms=Forms(table=lambda: figure_rows(topic, guides, dating, level)),
    )


def find_topic(library: "Library", name: str) -> "Topic":
    """Return a topic by id or alias, however it is written; `UsageError` with the nearest one and the list otherwise."""
    topics = library.guides.topics
    topic = known_by(topics, name)
    if topic is not None:
        return topic
    known = f"topics: {', '.join(one.id for one in topics)}"
    hint = "; ".join(filter(None, (did_you_mean(name, [*names_of(topics), "offer", "fit", "hats"]), known)))
    raise UsageError(f'there is no guide "{visible(name[:_LONGEST_NAME])}"', hint=hint)


def _level(asked: Asked, topic: "Topic", library: "Library") -> str | None:
    """Return the level that is asked for, None for all of them."""
    levels = {level_named(library, name, "LEVEL") for name in asked.levels if name is not None}
    if levels and topic.id not in BY_LEVEL:
        raise UsageError(f"the guide {topic.id} is the same for every level", hint=f"LEVEL goes with {' and '.join(BY_LEVEL)}")
    if len(levels) > 1:
        raise UsageError("LEVEL and --level name two levels", hint="use one of them")
    return next(iter(levels), None)


def _years(asked: Asked, topic: "Topic") -> Years:
    """Return the years that the person said."""
    for option, years in (("--years", asked.years), ("--in-role", asked.in_role)):
        if years is not None:
            _require_years(option, years, topic)
    return Years(asked.years, asked.in_role)


def _require_years(option: str, years: float, topic: "Topic") -> None:
    if topic.id != TIME:
        raise UsageError(f"{option} goes with the guide {TIME}", hint=f"pmpath guide {TIME} {option} {years:g}")
    if not 0 <= years <= _MOST_YEARS:
        raise UsageError(f"{option} takes years from 0 to {_MOST_YEARS}", hint=f"for example {option} 4")


def _commands(topic: "Topic", part: "Part", library: "Library") -> list[str]:
    """Return what the topic leads to, and the first of its sources explained; for one level the whole topic first."""
    from pmpath.render.guide import keys_of

    cited = part.keys if part.level else keys_of(topic, library.guides)
    explained = [f"pmpath explain {source.key}" for source in library.sources if source.key in cited]
    leading = [f"pmpath guide {topic.id}", f"pmpath ladder {part.level}"] if part.level else topic.links.commands
    return [*leading, *explained[:1]]
