"""What no single model can see: wrong references in otherwise valid content, with their text and place."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from data_folder import (
    GONE,
    GUIDES,
    LADDER,
    SHIPPED,
    SOURCES,
    TRANSITIONS,
    change,
    changed_folder,
    place_in,
    refusal,
    said,
    shipped,
    write,
)
from pmpath.content.compiler import PARTS, compile_folder
from pmpath.errors import Problem

TWICE: Final = "each id and alias belongs to one entry"
SAME_HEADINGS: Final = "use the same headings in the same order"
NEEDED_SHIFTS: Final = "one shift between each two neighboring levels is needed, lowest first"
FACT_PARTS: Final = "facts, and only facts, have `question` and `none`"
THIN: Final = "too few sources for origin reconstructed"
TWO_OR_MORE: Final = "name 2 or more of sources.yaml"
NO_HINT: Final = ""
MEANT_TECHNOLOGY: Final = "did you mean technology?"


class Case(NamedTuple):
    """One change to a shipped file, and where and how it is refused."""

    file: str
    path: str
    value: object
    place: str
    message: str
    hint: str


SINGLE: Final = (
    Case(LADDER, "levels.0.band", "fundation", "levels.0.band", "no such band: fundation", "did you mean foundation?"),
    Case(LADDER, "levels.6.band", "x1", "levels.6.band", "no such band: x1", NO_HINT),
    Case(LADDER, "levels.1.aliases.0", "gpm", "levels", "gpm is given twice", TWICE),
    Case(LADDER, "levels.1.aliases.0", "apm", "levels", "apm is given twice", TWICE),
    Case(
        LADDER,
        "levels.0.responsibilities.0.drives.0",
        "delivry.apm",
        "levels.0.responsibilities.0.drives.0",
        "no such expectation: delivry.apm",
        "did you mean delivery.apm?",
    ),
    Case(
        LADDER,
        "levels.0.habits.3.drives.1",
        "people.apm",
        "levels.0.habits.3.drives.1",
        "no such expectation: people.apm",
        "did you mean people.vp?",
    ),
    Case(LADDER, "levels.0.must_haves", ["discovery"], "levels.0.must_haves.0", "no such fact: discovery", NO_HINT),
    Case(
        LADDER,
        "levels.0.must_haves.1",
        "people",
        "levels.0.must_haves.1",
        "no such expectation: people.apm",
        "did you mean people.vp?",
    ),
    Case(LADDER, "levels.0.core.0", "delivry", "levels.0.core.0", "no such competency: delivry", "did you mean delivery?"),
    Case(
        LADDER,
        "levels.4.headings.1.competencies.0",
        "persons",
        "levels.4.headings.1.competencies.0",
        "no such competency: persons",
        NO_HINT,
    ),
    Case(LADDER, "levels.0.sources.0", "W-UNDD", "levels.0.sources.0", "no such source: W-UNDD", "did you mean W-UND?"),
    Case(LADDER, "levels.0.sources", [], "levels.0", THIN, TWO_OR_MORE),
    Case(LADDER, "levels.2.responsibilities.3.sources", ["S-GL"], "levels.2.responsibilities.3", THIN, TWO_OR_MORE),
    Case(LADDER, "competencies.2.expectations.1.sources", ["S-GL"], "competencies.2.expectations.1", THIN, TWO_OR_MORE),
    Case(LADDER, "competencies.2.expectations.1.sources", ["S-GL", "S-GL"], "competencies.2.expectations.1", THIN, TWO_OR_MORE),
    Case(LADDER, "milestones.0.sources", ["S-AG"], "milestones.0", THIN, TWO_OR_MORE),
    Case(LADDER, "shifts.0.sources", [], "shifts.0", "too few sources for origin article", "name 1 or more of sources.yaml"),
    Case(
        LADDER,
        "levels.3.failure_modes.1.sources",
        [],
        "levels.3.failure_modes.1",
        "too few sources for origin extension",
        "name 1 or more of sources.yaml",
    ),
    Case(
        LADDER,
        "levels.3.manages.ranges.2.sources.0",
        "QX",
        "levels.3.manages.ranges.2.sources.0",
        "no such source: QX",
        NO_HINT,
    ),
    Case(LADDER, "settings.0.later.0", "technolgy", "settings.0.later.0", "no such behavior: technolgy", MEANT_TECHNOLOGY),
    Case(LADDER, "settings.0.later.0", "scope", "settings.0.later.0", "no such behavior: scope", NO_HINT),
    Case(LADDER, "settings.1.id", "startup", "settings", "startup is given twice", TWICE),
    Case(LADDER, "settings.0.sources.0", "QX", "settings.0.sources.0", "no such source: QX", NO_HINT),
    Case(LADDER, "shifts.2", GONE, "shifts", NEEDED_SHIFTS, NO_HINT),
    Case(LADDER, "shifts.0.to", "senior-pm", "shifts", NEEDED_SHIFTS, NO_HINT),
    Case(LADDER, "shifts.5.from", "director", "shifts", NEEDED_SHIFTS, NO_HINT),
    Case(LADDER, "shifts", [], "shifts", NEEDED_SHIFTS, NO_HINT),
    Case(LADDER, "milestones.0.from", "apn", "milestones.0.from", "no such level: apn", "did you mean apm?"),
    Case(LADDER, "milestones.9.to", "seniorpm", "milestones.9.to", "no such level: seniorpm", "did you mean senior-pm?"),
    Case(LADDER, "milestones.1.id", "changes-end-to-end", "milestones", "changes-end-to-end is given twice", TWICE),
    Case(
        LADDER,
        "milestones.0.drives.0",
        "delivery.vp",
        "milestones.0.drives.0",
        "no such expectation: delivery.vp",
        "did you mean delivery.pm?",
    ),
    Case(LADDER, "competencies.0.question", GONE, "competencies.0", FACT_PARTS, NO_HINT),
    Case(LADDER, "competencies.1.none", GONE, "competencies.1", FACT_PARTS, NO_HINT),
    Case(LADDER, "competencies.2.question", "Which of these is true?", "competencies.2", FACT_PARTS, NO_HINT),
    Case(TRANSITIONS, "playbooks.0.aliases.0", "designer", "playbooks", "designer is given twice", TWICE),
    Case(TRANSITIONS, "playbooks.4.id", "engineer", "playbooks", "engineer is given twice", TWICE),
    Case(TRANSITIONS, "playbooks.3.aliases.1", "ux", "playbooks", "ux is given twice", TWICE),
    Case(
        TRANSITIONS,
        "playbooks.0.advantages.0.helps_with.0",
        "technolgy.apm",
        "playbooks.0.advantages.0.helps_with.0",
        "no such expectation: technolgy.apm",
        "did you mean technology.apm?",
    ),
    Case(
        TRANSITIONS,
        "playbooks.4.reframes.2.shows.0",
        "data.cpo",
        "playbooks.4.reframes.2.shows.0",
        "no such expectation: data.cpo",
        "did you mean data.vp?",
    ),
    Case(TRANSITIONS, "playbooks.9.plan.3.closes.0", "x.y", "playbooks.9.plan.3.closes.0", "no such expectation: x.y", NO_HINT),
    Case(
        TRANSITIONS,
        "playbooks.0.gaps.0.expectation",
        "scope.ap",
        "playbooks.0.gaps.0.expectation",
        "no such expectation: scope.ap",
        "did you mean scope.apm?",
    ),
    Case(
        TRANSITIONS, "playbooks.0.plan.0.only_to", "pmm", "playbooks.0.plan.0.only_to", "no such level: pmm", "did you mean pm?"
    ),
    Case(TRANSITIONS, "playbooks.0.plan.1.id", "ask-to-sit-in", "playbooks.0.plan", "ask-to-sit-in is given twice", TWICE),
    Case(
        TRANSITIONS,
        "playbooks.0.worked_example.sections.0.heading",
        "Something else",
        "playbooks.0.worked_example",
        "has other sections than the artifact",
        SAME_HEADINGS,
    ),
    Case(
        TRANSITIONS,
        "playbooks.1.worked_example.sections.8",
        GONE,
        "playbooks.1.worked_example",
        "has other sections than the artifact",
        SAME_HEADINGS,
    ),
    Case(
        TRANSITIONS,
        "playbooks.3.artifact.sections.0.heading",
        "Something else",
        "playbooks.3.worked_example",
        "has other sections than the artifact",
        SAME_HEADINGS,
    ),
    Case(
        TRANSITIONS,
        "playbooks.0.tip.sources.0",
        "QQ",
        "playbooks.0.tip.sources.0",
        "no such source: QQ",
        NO_HINT,
    ),
    Case(
        TRANSITIONS,
        "playbooks.0.sources.0",
        "QQ",
        "playbooks.0.sources.0",
        "no such source: QQ",
        NO_HINT,
    ),
    Case(TRANSITIONS, "playbooks.1.watch_outs.0.sources", ["W-GSP"], "playbooks.1.watch_outs.0", THIN, TWO_OR_MORE),
    Case(
        TRANSITIONS,
        "playbooks.2.challenge.sources",
        [],
        "playbooks.2.challenge",
        "too few sources for origin article",
        "name 1 or more of sources.yaml",
    ),
)


@pytest.mark.parametrize("case", SINGLE, ids=lambda case: f"{case.file}:{case.path}={str(case.value)[:20]}")
def test_a_wrong_reference_is_refused_with_its_text_and_place(case: Case, tmp_path: Path) -> None:
    folder = changed_folder(tmp_path, case.file, {case.path: case.value})
    error = refusal(folder)
    line, column = place_in(folder / case.file, case.place)
    assert error.message == "these files do not fit together"
    assert error.problems == (Problem(case.file, line, column, case.place, case.message, case.hint),)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"levels.0.must_haves.0": "scop"},
            [
                ("levels.0.must_haves.0", "no such fact: scop", "did you mean scope?"),
                ("levels.0.must_haves.0", "no such expectation: scop.apm", "did you mean scope.apm?"),
            ],
        ),
        (
            {"competencies.2.expectations.0.level": "pm", "competencies.2.expectations.1.level": "apm"},
            [("competencies.2.expectations", "levels are not in the order of the ladder", "")],
        ),
        (
            {"competencies.10.expectations.4": GONE},
            [
                (
                    f"levels.6.responsibilities.{duty}.drives.1",
                    "no such expectation: organization.cpo",
                    "did you mean organization.vp?",
                )
                for duty in (3, 6)
            ],
        ),
        (
            {"bands.1.id": "middle"},
            [(f"levels.{level}.band", "no such band: strategic", "") for level in (2, 3)],
        ),
        (
            {"levels.0.band": "ground", "milestones.0.to": "pmm"},
            [("levels.0.band", "no such band: ground", ""), ("milestones.0.to", "no such level: pmm", "did you mean pm?")],
        ),
    ],
)
def test_all_wrong_references_are_reported_at_once(
    changes: Mapping[str, object], expected: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    assert said(refusal(changed_folder(tmp_path, LADDER, changes)).problems) == expected


def test_wrong_references_of_several_files_are_reported_together(tmp_path: Path) -> None:
    ladder, playbooks = shipped(LADDER), shipped(TRANSITIONS)
    change(ladder, "levels.0.core.0", "delivry")
    change(playbooks, "playbooks.0.plan.0.only_to", "pmm")
    problems = refusal(write(tmp_path, {LADDER: ladder, TRANSITIONS: playbooks})).problems
    assert [(problem.file, problem.path) for problem in problems] == [
        (LADDER, "levels.0.core.0"),
        (TRANSITIONS, "playbooks.0.plan.0.only_to"),
    ]


def test_a_source_that_is_taken_away_is_missed_wherever_it_is_cited(tmp_path: Path) -> None:
    keys = [source["key"] for source in shipped(SOURCES)["sources"]]
    problems = refusal(changed_folder(tmp_path, SOURCES, {f"sources.{keys.index('W-JAK')}": GONE})).problems
    cited = [(name, path) for name in (LADDER, TRANSITIONS, GUIDES) for path in _citations(name, "W-JAK")]
    assert [(problem.file, problem.path) for problem in problems] == cited
    assert {problem.message for problem in problems} == {"no such source: W-JAK"}


def _citations(name: str, key: str) -> list[str]:
    return [path for path, value in _leaves(shipped(name), "") if value == key]


def _leaves(data: object, path: str) -> list[tuple[str, object]]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    below = [leaf for step, value in items for leaf in _leaves(value, f"{path}.{step}".lstrip("."))]
    return below or [(path, data)]


def test_an_expectation_of_an_unknown_level_is_named_where_it_stands(tmp_path: Path) -> None:
    error = refusal(changed_folder(tmp_path, LADDER, {"competencies.2.expectations.0.level": "apn"}))
    assert ("competencies.2.expectations.0.level", "no such level: apn", "did you mean apm?") in said(error.problems)
    others = {problem.message for problem in error.problems} - {"no such level: apn"}
    assert others == {"no such expectation: discovery.apm"}


def test_an_expectation_given_twice_is_named_at_its_competency(tmp_path: Path) -> None:
    error = refusal(changed_folder(tmp_path, LADDER, {"competencies.2.expectations.0.level": "pm"}))
    assert ("competencies.2.expectations", "pm is given twice", TWICE) in said(error.problems)


def test_a_competency_given_twice_is_named_at_the_competencies(tmp_path: Path) -> None:
    error = refusal(changed_folder(tmp_path, LADDER, {"competencies.1.id": "scope"}))
    assert said(error.problems)[0] == ("competencies", "scope is given twice", TWICE)


def test_a_level_id_given_twice_is_said_once(tmp_path: Path) -> None:
    error = refusal(changed_folder(tmp_path, LADDER, {"levels.1.id": "apm"}))
    assert said(error.problems).count(("levels", "apm is given twice", TWICE)) == 1


@pytest.mark.parametrize(("file", "items", "key"), [(LADDER, "bands", "id"), (SOURCES, "sources", "key")])
def test_ids_of_other_lists_are_unique_too(file: str, items: str, key: str, tmp_path: Path) -> None:
    data = shipped(file)
    data[items].append(data[items][0])
    problems = refusal(write(tmp_path, {file: data})).problems
    assert f"{data[items][0][key]} is given twice" in [problem.message for problem in problems]


def test_an_answer_word_given_twice_is_refused(tmp_path: Path) -> None:
    problems = refusal(changed_folder(tmp_path, LADDER, {"answers.1.id": "not-yet"})).problems
    assert "not-yet is given twice" in [problem.message for problem in problems]


@pytest.mark.parametrize(
    "changes",
    [
        {"shifts.0.origin": "default", "shifts.0.sources": []},
        {"levels.0.origin": "extension", "levels.0.sources": ["W-UND"]},
        {"levels.0.aliases": []},
        {"levels.0.core": []},
        {"milestones": []},
        {"settings": GONE},
        {"settings": []},
        {"settings.0.unless": GONE, "settings.0.exception": GONE},
        {"settings.0.later": ["technology", "data"]},
        {"levels.0.habits": []},
        {"competencies.2.expectations.0.origin": "extension", "competencies.2.expectations.0.sources": ["S-GL"]},
    ],
)
def test_what_the_rules_leave_open_compiles(changes: Mapping[str, object], tmp_path: Path) -> None:
    assert set(compile_folder(changed_folder(tmp_path, LADDER, changes))) == set(PARTS)


def test_the_shipped_content_fits_together() -> None:
    assert set(compile_folder(SHIPPED)) == set(PARTS)
