"""Overlays: what is changed, added, moved and removed by id, and every problem at the line of the overlay it came from."""

import pytest

from builders import library
from own_ladders import HEAD, overlay, own, said
from pmpath.content.overlay import KINDS
from pmpath.model.ladder import Ladder

SHIPPED = library().words.ladder
LEVELS = [level.id for level in SHIPPED.levels]
MISSING = "this field is missing"
JUNIOR = """levels:
  - id: mid-pm
    after: apm
    band: foundation
    name: Junior Product Manager
    short: Junior PM
    in_one_line: You own a part of one area.
    must_haves: [scope]
competencies:
  - id: scope
    expectations:
      - {level: mid-pm, label: Own a part, question: You own a part of an area.}
  - id: data
    expectations:
      - {level: mid-pm, label: Read the numbers, question: Read the numbers of your part.}
"""


def ladder(text: str) -> Ladder:
    """Return what an overlay makes of the shipped ladder; nothing is wrong with it."""
    read = overlay(text)
    assert read.problems == ()
    return read.ladder


def test_an_overlay_that_changes_nothing_is_the_shipped_ladder_by_another_name() -> None:
    read = ladder("")
    assert (read.id, read.version) == ("ours", "1")
    assert [level.model_dump() for level in read.levels] == [level.model_dump() for level in ladder("name: Other\n").levels]
    assert [level.id for level in read.levels] == LEVELS
    assert sum(len(one.expectations) for one in read.competencies) == len(library().grid.cells)


def test_a_field_is_changed_and_all_others_stay() -> None:
    level = ladder("levels:\n  - {id: pm, name: Product Owner, short: PO}\n").levels[1]
    assert (level.id, level.name, level.short, level.purpose) == ("pm", "Product Owner", "PO", SHIPPED.levels[1].purpose)


def test_a_plain_list_is_replaced_whole() -> None:
    assert ladder("levels:\n  - {id: pm, core: [data]}\n").levels[1].core == ["data"]


def test_what_lies_deeper_is_changed_by_id_too() -> None:
    text = "competencies:\n  - id: data\n    expectations:\n      - level: pm\n        action: {hours: 9}\n"
    part = next(one for one in ladder(text).competencies if one.id == "data").expectations[1]
    was = library().words.expectations["data.pm"]
    assert (part.action.hours, part.action.do, part.question) == (9, was.action.do, was.question)


def test_rules_and_thresholds_are_changed() -> None:
    text = (
        "rules: {ready: {over: 3, of: 4}}\n"
        "milestones:\n  - {id: specs-accepted, threshold: {value: 4, unit: specs, default: false}}\n"
    )
    read = ladder(text)
    assert (read.rules.ready.over, read.rules.hold.over) == (3, 1)
    assert next(one for one in read.milestones if one.id == "specs-accepted").threshold.value == 4


def test_a_level_is_added_behind_another_with_its_expectations_in_order() -> None:
    read = ladder(JUNIOR)
    assert [level.id for level in read.levels][:3] == ["apm", "mid-pm", "pm"]
    data = next(one for one in read.competencies if one.id == "data")
    assert [part.level for part in data.expectations][:3] == ["apm", "mid-pm", "pm"]


def test_the_shift_between_levels_that_are_no_neighbors_any_more_goes() -> None:
    assert next((one.start, one.to) for one in ladder(JUNIOR).shifts) == ("pm", "senior-pm")


def test_a_level_is_moved() -> None:
    read = overlay("levels:\n  - {id: apm, after: pm}\n").ladder
    assert [level.id for level in read.levels][:2] == ["pm", "apm"]


def test_an_entry_is_put_before_another() -> None:
    part = "{level: pm, label: Ask who is harmed, question: Ask who is harmed.}"
    text = f"competencies:\n  - {{id: ethics, before: data, name: Ethics, expectations: [{part}]}}\n"
    ids = [one.id for one in ladder(text).competencies]
    assert ids.index("ethics") + 1 == ids.index("data")


def test_removing_a_level_takes_all_that_names_it() -> None:
    text = "levels:\n" + "".join(f"  - {{id: {level}, remove: true}}\n" for level in ("director", "vp", "cpo"))
    read = ladder(text)
    assert [level.id for level in read.levels] == LEVELS[:4]
    assert {part.level for one in read.competencies for part in one.expectations} == set(LEVELS[:4])
    assert {one.to for one in read.milestones} <= set(LEVELS[:4])
    assert [band.id for band in read.bands] == ["foundation", "strategic"]


def test_removing_a_competency_takes_all_that_names_it() -> None:
    read = ladder("competencies:\n  - {id: technology, remove: true}\n")
    assert "technology" not in read.model_dump_json().replace("technology-", "").partition('"sources"')[0].split('"')


def test_removing_a_must_have_takes_it_from_the_levels() -> None:
    read = ladder("competencies:\n  - {id: people, remove: true}\n")
    assert {name for level in read.levels for name in level.must_haves} == {"scope"}


def test_removing_one_expectation_leaves_the_others() -> None:
    text = "competencies:\n  - id: data\n    expectations:\n      - {level: apm, remove: true}\n"
    data = next(one for one in ladder(text).competencies if one.id == "data")
    assert [part.level for part in data.expectations] == LEVELS[1 : len(data.expectations) + 1]


PROBLEMS = [
    (
        "levels:\n  - {id: snior-pm, name: X}\n",
        (2, "levels.0", 'there is no level "snior-pm" to change', "did you mean senior-pm?; a new one needs in_one_line too"),
    ),
    ("levels:\n  - {id: vpp, remove: true}\n", (2, "levels.0", 'there is no level "vpp" to remove', "did you mean vp?")),
    (
        "levels:\n  - id: vp\n    remove: yes\n",
        (3, "levels.0.remove", "remove is true, or is left out", ""),
    ),
    (
        "levels:\n  - id: vp\n    remove: true\n    name: X\n",
        (4, "levels.0.name", "what is removed is not changed", "leave out everything but its id"),
    ),
    (
        "competencies:\n  - id: data\n    after: discovry\n",
        (3, "competencies.0.after", 'there is no competency "discovry"', "did you mean discovery?"),
    ),
    (
        "competencies:\n  - id: data\n    expectations:\n      - {level: pmm, label: X}\n",
        (
            4,
            "competencies.0.expectations.0",
            'there is no expectation at level "pmm" to change',
            "did you mean pm?; a new one needs question too",
        ),
    ),
    (
        "milestones:\n  - {id: specs-acepted, threshold: {value: 4, unit: specs, default: false}}\n",
        (
            2,
            "milestones.0",
            'there is no milestone "specs-acepted" to change',
            "did you mean specs-accepted?; a new one needs from, to, area, text, question, drives too",
        ),
    ),
    ("levels:\n  - id: pm\n    nam: X\n", (3, "levels.0.nam", "no such field", "did you mean name?")),
    ("levels:\n  - id: pm\n    core: [dta]\n", (3, "levels.0.core.0", "no such competency: dta", "did you mean data?")),
    ("levels:\n  - id: pm\n    short: much too long\n", (3, "levels.0.short", "String should have at most 10 characters", "")),
    ("bands:\n  - 3\n", (2, "bands.0", "must be a mapping", "")),
    ("levels: 3\n", (1, "levels", "must be a list", "")),
    ("extents: x\n", (1, "extents", "no such field", "")),
]


@pytest.mark.parametrize(("text", "problem"), PROBLEMS, ids=lambda one: str(one)[:50])
def test_a_problem_stands_at_the_line_of_the_overlay_it_came_from(text: str, problem: tuple[int, str, str, str]) -> None:
    assert said(overlay(text)) == [problem]


def test_an_entry_that_is_changed_twice_is_given_twice() -> None:
    problems = overlay("levels:\n  - {id: pm, name: One}\n  - {id: pm, name: Two}\n").problems
    assert "pm is given twice" in [one.message for one in problems]


def test_what_the_overlay_says_itself_of_something_removed_is_reported() -> None:
    text = "competencies:\n  - {id: data, remove: true}\nlevels:\n  - id: pm\n    core: [data]\n"
    assert said(overlay(text)) == [(5, "levels.0.core.0", "no such competency: data", "")]


def test_all_problems_come_at_once_in_the_order_of_the_file() -> None:
    text = "levels:\n  - {id: pmm, name: X}\n  - id: pm\n    core: [dta]\n    nam: X\nzzz: 1\n"
    assert [(line, path) for line, path, _, _ in said(overlay(text))] == [
        (2, "levels.0"),
        (4, "levels.1.core.0"),
        (5, "levels.1.nam"),
        (6, "zzz"),
    ]


def test_what_is_wrong_in_a_part_of_the_shipped_ladder_is_said_at_the_overlay() -> None:
    (problem,) = overlay("bands:\n  - {id: executive, remove: true}\nlevels:\n  - {id: vp, band: strategic}\n").problems[:1]
    assert (problem.file, problem.path, problem.message) == ("ours.yaml", "levels.4.band", "no such band: executive")
    assert problem.line == HEAD.count("\n") + 3


@pytest.mark.parametrize(
    ("head", "path", "message"),
    [
        ("extends: default\nversion: '1'\n", "id", MISSING),
        ("extends: default\nid: ours\n", "version", MISSING),
        ("extends: default\nid: default\nversion: '1'\n", "id", "another ladder is called default"),
    ],
)
def test_an_overlay_is_told_from_what_it_extends(head: str, path: str, message: str) -> None:
    assert [(one.path, one.message) for one in own(head).problems] == [(path, message)]


@pytest.mark.parametrize("name", KINDS)
def test_a_list_with_keys_is_a_list_of_models_with_these_fields(name: str) -> None:
    kind = KINDS[name]
    fields = {field.alias or key for key, field in kind.model.model_fields.items()}
    assert set(kind.keys) <= fields
