"""The stages of an interview loop on a page and as data, with the loops of real companies."""

from typing import TYPE_CHECKING

from pmpath.render.page import Page
from pmpath.render.phrases import listed, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmpath.model.forms import Rows
    from pmpath.model.loop import Loop, RealLoop
    from pmpath.model.source import Source
    from pmpath.render.envelope import Json


def loop_page(
    loop: "Loop", types: "Mapping[str, str]", sources: "Mapping[str, Source]", next_commands: "Sequence[str]"
) -> Page:
    """Write the stages as a list to prepare by, then the examples with their sources; `types` names types by id."""
    page = Page()
    page.text("The stages of an interview loop", "title")
    page.text(loop.note)
    for place, stage in enumerate(loop.stages, start=1):
        page.item(f"{stage.name}: {sentence(stage.tests)}", mark=f"{place}.")
        page.detail(f"Who: {sentence(stage.who)}")
        page.detail(f"Prepare: {sentence(stage.prepare)}")
        if stage.types:
            page.detail(f"Practice: {listed([types[one] for one in stage.types])}.")
    for example in loop.examples:
        _add_example(page, example)
        for key in example.sources:
            page.text(f"Source: {sources[key].name} ({sources[key].date}), see pmpath explain {key}", "quiet")
    page.commands(next_commands)
    return page


def _add_example(page: Page, example: "RealLoop") -> None:
    page.heading(f"{example.company}, as published {example.as_of}")
    for place, text in enumerate(example.stages, start=1):
        page.item(text, mark=f"{place}.")
    page.text(f"How long it takes: {sentence(example.takes)}")


def loop_data(loop: "Loop") -> "dict[str, Json]":
    """Return the stages and the examples as data."""
    return {
        "note": loop.note,
        "stages": [
            {
                "id": stage.id,
                "name": stage.name,
                "who": stage.who,
                "tests": stage.tests,
                "prepare": stage.prepare,
                "types": stage.types,
                "origin": stage.origin,
                "sources": stage.sources,
            }
            for stage in loop.stages
        ],
        "examples": [
            {
                "company": one.company,
                "as_of": one.as_of,
                "stages": one.stages,
                "takes": one.takes,
                "origin": one.origin,
                "sources": one.sources,
            }
            for one in loop.examples
        ],
    }


def loop_rows(loop: "Loop") -> "Rows":
    """Return the stages, one a row."""
    header = ("place", "id", "name", "who", "tests", "prepare", "types")
    return [
        header,
        *(
            (place, stage.id, stage.name, stage.who, stage.tests, stage.prepare, " ".join(stage.types))
            for place, stage in enumerate(loop.stages, start=1)
        ),
    ]
