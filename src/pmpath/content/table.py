"""Makes the small table of a ladder that the core computes on."""

from typing import TYPE_CHECKING

from pmpath.model.answer import RANKS

if TYPE_CHECKING:
    from pmpath.model.ladder import Ladder


def grid_data(ladder: "Ladder", digest: str) -> dict[str, object]:
    """Return the small table that the core computes on, as JSON data; cells are rows in the field order of `Cell`."""
    ranks = {level.id: rank for rank, level in enumerate(ladder.levels, start=1)}
    order = {competency.id: place for place, competency in enumerate(ladder.competencies)}
    pairs = [(competency, part) for competency in ladder.competencies for part in competency.expectations]
    pairs.sort(key=lambda pair: (ranks[pair[1].level], order[pair[0].id]))
    cells = []
    for competency, part in pairs:
        level = ladder.levels[ranks[part.level] - 1]
        is_fact = competency.kind == "fact"
        name = f"{competency.id}.{part.level}"
        cells.append(
            (
                name,
                competency.id if is_fact else name,
                competency.id,
                ranks[level.id],
                is_fact,
                competency.id in level.must_haves,
                competency.id in level.core,
                part.action.hours,
                part.action.lead_weeks,
                ranks[level.id] if is_fact else RANKS[level.met_from],
            )
        )
    rules = ladder.rules
    shares = {
        name: (share.over, share.of) for name, share in (("hold", rules.hold), ("strong", rules.strong), ("ready", rules.ready))
    }
    return {
        "identity": (ladder.id, ladder.version, digest),
        "levels": list(ranks),
        "rules": {**shares, "estimate_from": rules.estimate_from},
        "settings": {rule.id: (rule.later, rule.unless) for rule in ladder.settings},
        "cells": cells,
    }
