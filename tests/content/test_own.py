"""Whole ladders of one's own: what may be left out, what is filled in, limits, files that extend each other, all at once."""

import json
from pathlib import Path
from typing import Any

import pytest

from builders import library
from own_ladders import DESIGNER, HEAD, NAME, designer, own, write
from pmpath.content.own import MOST_FILES, OwnLadder, read_ladder
from pmpath.errors import ContentError

SHIPPED = library().words.ladder


def read(data: object) -> OwnLadder:
    """Read a ladder that is given as plain data, which JSON is YAML of."""
    return own(json.dumps(data))


def problems(data: object) -> list[tuple[str, str]]:
    return [(one.path, one.message) for one in read(data).problems]


def changed(path: str, value: object) -> dict[str, Any]:
    """Return the ladder of three levels with a value at a dotted path."""
    data = designer()
    *steps, last = (int(step) if step.isdecimal() else step for step in path.split("."))
    parent: Any = data
    for step in steps:
        parent = parent[step]
    parent[last] = value
    return data


def refusal(content: bytes, name: str = NAME) -> ContentError:
    with pytest.raises(ContentError) as caught:
        read_ladder(content, name, library().as_base())
    return caught.value


def test_levels_and_competencies_are_all_that_a_ladder_has_to_say() -> None:
    assert own(DESIGNER).problems == ()


def test_the_words_of_the_method_are_those_of_the_shipped_ladder() -> None:
    ladder = own(DESIGNER).ladder
    assert (ladder.frame, ladder.rules.hold.of) == (SHIPPED.frame, SHIPPED.rules.hold.of)
    assert [one.label for one in ladder.answers] == [one.label for one in SHIPPED.answers]


def test_short_forms_kinds_prompts_and_actions_are_filled_in() -> None:
    ladder = own(DESIGNER).ladder
    remit, craft, _ = ladder.competencies
    assert (remit.kind, craft.kind, craft.short, ladder.levels[1].short) == ("fact", "behavior", "Craft", "Designer")
    assert remit.expectations[0].action.do == SHIPPED.defaults.ask.do
    assert craft.expectations[0].action.do == SHIPPED.defaults.action.do
    assert craft.expectations[0].evidence.what == SHIPPED.defaults.evidence.what
    assert (craft.expectations[1].action.hours, craft.expectations[1].action.cue) == (12, None)


def test_a_part_of_a_prompt_or_an_action_is_filled_in_around_what_is_said() -> None:
    data = changed("competencies.1.expectations.0.evidence", {"what": "Which screen?"})
    data["competencies"][1]["expectations"][0]["action"] = {"do": "Draw one.", "done_when": "It hangs."}
    part = read(data).ladder.competencies[1].expectations[0]
    assert (part.evidence.what, part.evidence.confirm) == ("Which screen?", SHIPPED.defaults.evidence.confirm)
    assert (part.action.do, part.action.hours) == ("Draw one.", SHIPPED.defaults.action.hours)


def test_defaults_of_its_own_stand_over_ours() -> None:
    action = {"do": "Ask Ann.", "hours": 2, "done_when": "She said yes."}
    own_ones = {"evidence": {"what": "A?", "result": "Be?", "confirm": "Ce?"}, "action": action, "ask": action}
    assert read(designer(defaults=own_ones)).ladder.competencies[1].expectations[0].action.do == "Ask Ann."


def test_a_ladder_without_facts_is_fine() -> None:
    data = designer(competencies=designer()["competencies"][1:])
    for level in data["levels"]:
        del level["must_haves"]
    assert problems(data) == []


def test_a_ladder_of_one_level_is_fine() -> None:
    data = designer()
    data["levels"] = data["levels"][:1]
    for competency in data["competencies"]:
        competency["expectations"] = competency["expectations"][:1]
    assert problems(data) == []


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("levels.0.id", "none", ("levels.0.id", "none means something else already")),
        ("levels.0.id", "aspiring", ("levels.0.id", "aspiring means something else already")),
        ("levels.0.id", "on-my-own", ("levels.0.id", "on-my-own means something else already")),
        ("levels.0.must_haves", [], ("levels.0", "this level has no must-have, others have one")),
        ("levels.0.band", "low", ("levels.0.band", "no such band: low")),
        ("bands", [{"id": "low", "name": "Low", "summary": "The first."}], None),
        ("levels.1.short", "Designer in full", ("levels.1.short", "String should have at most 10 characters")),
        ("levels.1.name", "Designer in full", ("levels.1.short", "this field is missing")),
        ("levels.0.in_one_line", "", ("levels.0.in_one_line", "String should have at least 2 characters")),
        ("competencies.1.expectations", [], ("competencies.1.expectations", "List should have at least 1 item")),
        ("competencies.1.kind", "fact", ("competencies.1", "facts, and only facts, have `question` and `none`")),
        ("version", 1, ("version", "must be text")),
        ("levels", [], ("levels", "List should have at least 1 item")),
        ("shifts", [{"from": "junior", "to": "lead", "was": "Aa.", "becomes": "Bb."}], ("shifts.0", "junior and lead are no")),
        ("sources", "x", ("sources", "must be a list")),
    ],
)
def test_what_a_ladder_must_not_say_is_refused_in_plain_words(
    path: str, value: object, problem: tuple[str, str] | None
) -> None:
    found = problems(changed(path, value))
    if problem is None:
        assert found == []
    else:
        assert any(where == problem[0] and message.startswith(problem[1]) for where, message in found), found


def test_a_shift_between_neighbors_may_be_given_once() -> None:
    shift = {"from": "junior", "to": "designer", "was": "You draw.", "becomes": "You own."}
    assert problems(designer(shifts=[shift])) == []
    assert problems(designer(shifts=[shift, shift])) == [("shifts.1", "the shift from junior to designer is given twice")]


def test_some_levels_with_a_band_and_some_without_are_refused() -> None:
    data = designer(bands=[{"id": "low", "name": "Low", "summary": "The first."}])
    data["levels"][0]["band"] = "low"
    assert problems(data) == [(f"levels.{place}", "this level has no band, others have one") for place in (1, 2)]


def test_a_level_at_which_nothing_is_expected_is_refused() -> None:
    data = designer()
    for competency in data["competencies"][1:]:
        competency["expectations"] = competency["expectations"][1:]
    assert problems(data) == [("levels.0", "nothing is expected at this level beside its must-haves")]


@pytest.mark.parametrize(("part", "count"), [("levels", 13), ("competencies", 31)])
def test_a_ladder_that_nobody_could_answer_is_refused(part: str, count: int) -> None:
    data = designer()
    data[part] = [{**data[part][1], "id": f"x{place}"} for place in range(count)]
    assert (part, f"List should have at most {count - 1} items after validation, not {count}") in problems(data)


def test_what_the_model_and_what_the_references_refuse_comes_together_in_order() -> None:
    text = DESIGNER.replace("core: [craft]", "core: [crft]").replace("name: Critique", "nme: Critique")
    found = [(one.path, one.message, one.hint) for one in own(text).problems]
    assert found == [
        ("levels.1.core.0", "no such competency: crft", "did you mean craft?"),
        ("competencies.2.name", "this field is missing", ""),
        ("competencies.2.nme", "no such field", "did you mean name?"),
    ]


def test_references_are_left_alone_where_the_ids_themselves_are_wrong() -> None:
    data = changed("levels.0.id", "Not An Id")
    assert {path for path, _ in problems(data)} == {"levels.0.id"}


def test_thousands_of_wrong_references_end_soon() -> None:
    data = changed("levels.0.core", [f"craft{number}" for number in range(20_000)])
    assert 0 < len(read(data).problems) <= 400


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"# later\n", "the file is empty"),
        (b"[]", "a ladder is a mapping"),
        (b"text", "a ladder is a mapping"),
        (b"\xff\xfe", "not in UTF-8"),
        ("a: 1".encode("utf-16"), "not in UTF-8"),
        (b"extends: [default]\n", "extends names default, or a file beside this one"),
        (b"extends:\n", "extends names default, or a file beside this one"),
        (b"extends: nowhere.yaml\n", "nowhere.yaml: cannot be read: no such file or directory"),
        (b'extends: "a\\0b"\n', "cannot be read: not a file name"),
        (b"extends: .\n", "not a plain file"),
        (b"id: &a ours\n", "anchors (&) are not allowed"),
        (b"id: ours\nid: ours\n", "key given twice: id"),
        (b"id: !x ours\n", "tags (!) are not allowed"),
        (b"levels: " + b"[" * 40 + b"]" * 40, "too large or nested too deeply"),
    ],
)
def test_what_cannot_be_read_is_refused(content: bytes, message: str) -> None:
    assert message in refusal(content).problems[0].message


def test_a_file_extends_another_one_beside_it(tmp_path: Path) -> None:
    write(tmp_path, DESIGNER, "base.yaml")
    name = str(tmp_path / NAME)
    content = b"extends: base.yaml\nid: ours\nversion: '2'\nlevels:\n  - {id: lead, remove: true}\n"
    read = read_ladder(content, name, library().as_base())
    assert (read.problems, [level.id for level in read.ladder.levels]) == ((), ["junior", "designer"])
    assert [base.name for base in read.bases] == ["base.yaml"]


def test_an_overlay_extends_an_overlay(tmp_path: Path) -> None:
    write(tmp_path, f"{HEAD}name: In between\nlevels:\n  - {{id: cpo, remove: true}}\n", "base.yaml")
    content = b"extends: base.yaml\nid: mine\nversion: '2'\nlevels:\n  - {id: vp, remove: true}\n"
    read = read_ladder(content, str(tmp_path / NAME), library().as_base())
    assert (read.problems, read.ladder.name, read.ladder.levels[-1].id) == ((), "In between", "director")


def test_a_problem_of_the_extended_file_stands_in_that_file(tmp_path: Path) -> None:
    write(tmp_path, DESIGNER.replace("core: [craft]", "core: [crft]"), "base.yaml")
    content = b"extends: base.yaml\nid: ours\nversion: '2'\n"
    (problem,) = read_ladder(content, str(tmp_path / NAME), library().as_base()).problems
    line = DESIGNER[: DESIGNER.index("core: [craft]")].count("\n") + 1
    assert (problem.file, problem.line, problem.path) == (str(tmp_path / "base.yaml"), line, "levels.1.core.0")


def test_a_file_that_extends_itself_in_the_end_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "extends: ours.yaml\n", "base.yaml")
    content = b"extends: base.yaml\n"
    write(tmp_path, content.decode())
    (problem,) = refusal(content, str(tmp_path / NAME)).problems
    assert (problem.path, problem.message) == ("extends", "this file extends itself in the end")


def test_a_long_row_of_files_is_refused(tmp_path: Path) -> None:
    for place in range(MOST_FILES + 1):
        write(tmp_path, f"extends: {place + 1}.yaml\n", f"{place}.yaml")
    (problem,) = refusal(b"extends: 0.yaml\n", str(tmp_path / NAME)).problems
    assert problem.message == f"more than {MOST_FILES} files extend each other"


def test_the_identity_of_a_whole_ladder_is_that_of_its_bytes() -> None:
    assert own(DESIGNER).digest == own(DESIGNER, "other.yaml").digest
    assert own(f"{DESIGNER}# later\n").digest != own(DESIGNER).digest


def test_the_identity_of_an_overlay_follows_what_it_extends(tmp_path: Path) -> None:
    content, name = b"extends: base.yaml\nid: ours\nversion: '2'\n", str(tmp_path / NAME)
    write(tmp_path, DESIGNER, "base.yaml")
    before = read_ladder(content, name, library().as_base()).digest
    write(tmp_path, f"{DESIGNER}# later\n", "base.yaml")
    assert read_ladder(content, name, library().as_base()).digest != before
    other = library().as_base()._replace(sha256="0" * 64)
    overlay = b"extends: default\nid: ours\nversion: '2'\n"
    assert read_ladder(overlay, name, other).digest != read_ladder(overlay, name, library().as_base()).digest


def test_a_source_of_its_own_may_be_cited() -> None:
    source = {"key": "OUR-PAGE", "name": "Page", "address": "https://example.org", "file": None, "commit": None}
    source |= {"date": "2026", "read_how": "whole", "license": "ours", "quality": "good", "note": "It says so."}
    data = designer(sources=[source])
    data["levels"][0] |= {"origin": "extension", "sources": ["OUR-PAGE", "S-GL"]}
    assert problems(data) == []
    data["levels"][0]["sources"] = ["OUR-PAG"]
    assert problems(data) == [("levels.0.sources.0", "no such source: OUR-PAG")]


def test_a_json_file_is_read_too() -> None:
    assert own(json.dumps(designer(), indent=2), "ours.json").problems == ()
