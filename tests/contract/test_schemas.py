"""The published schemas: made from the models, understood by draft-07, and true of everything that is printed and read."""

import json
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any, Final, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from builders import ROOT, Answers, grid, library
from cli.running import Ran, compiled_folder, run_apart
from contract.published import LIVES, STEPS, Document, Step, lived, problems, schema_of
from data_folder import FILES, shipped
from pmpath import __version__
from pmpath.content import schemas
from pmpath.content.published import PUBLISHED, read_schema
from pmpath.content.reader import read_yaml
from pmpath.content.schemas import schema_text, write_schemas
from pmpath.content.sheets import SheetReader
from pmpath.content.thresholds import read_thresholds
from pmpath.errors import ContentError, PmpathError, Problem
from pmpath.model.documents.envelope import Kind
from pmpath.render.envelope import SCHEMA_VERSION, Stamp, envelope, error_data
from pmpath.render.template import sheet_template
from strategies import full_sheets, partial_sheets

FOLDER: Final = ROOT / "schema"
UNDERSTOOD: Final = {
    "$id",
    "$ref",
    "$schema",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "default",
    "definitions",
    "description",
    "enum",
    "exclusiveMinimum",
    "items",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "pattern",
    "patternProperties",
    "properties",
    "propertyNames",
    "required",
    "title",
    "type",
}
"""The words of draft-07 that editors understand, as far as they are used."""
NAMED: Final = ("properties", "definitions", "patternProperties")
"""Words of a schema under which names stand, not words."""
REFUSED: Final[Mapping[str, str]] = {
    "nothing": "",
    "a list": "[]",
    "an unknown key": "answer: {}",
    "answers that are a list": "answers: []",
    "an id that is none": "answers: {Scope of work: pm}",
    "an id with two dots": "answers: {discovery.pm.vp: not-yet}",
    "a word that is no answer": "answers: {discovery.pm: yes}",
    "a level for a behavior": "answers: {discovery.pm: pm}",
    "a number for a fact": "answers: {scope: 3}",
    "a title for a fact": "answers: {scope: Product Manager}",
    "a list for an answer": "answers: {discovery.pm: [on-my-own]}",
    "evidence of a fact without a level": "evidence: {scope: []}",
    "evidence that is no list": "evidence: {discovery.pm: {what: a}}",
    "evidence without what": "evidence: {discovery.pm: [{result: a}]}",
    "evidence with an empty what": "evidence: {discovery.pm: [{what: ''}]}",
    "evidence with another key": "evidence: {discovery.pm: [{what: a, when: b}]}",
    "evidence with a number": "evidence: {discovery.pm: [{what: a, date: 2026}]}",
    "a line that is too long": f"evidence: {{discovery.pm: [{{what: {'a' * 2001}}}]}}",
    "an unknown setting": "context: {environment: bank}",
    "no hours": "context: {hours_per_week: 0}",
    "too many hours": "context: {hours_per_week: 81}",
    "hours in words": "context: {hours_per_week: four}",
    "a target that is none": "context: {target: Senior PM}",
    "a rater in a list": "rater: [Dana]",
}
"""Answer sheets that the reader refuses and a schema can refuse."""
BAD_THRESHOLDS: Final = {
    "nothing": "",
    "another key": "thresholds: {}\nmore: 1",
    "no figures": "thresholds:",
    "zero": "thresholds: {changes-end-to-end: 0}",
    "a word": "thresholds: {changes-end-to-end: many}",
    "a truth": "thresholds: {changes-end-to-end: true}",
    "an id that is none": "thresholds: {Changes: 2}",
}
for_every_name = pytest.mark.parametrize("name", PUBLISHED)
for_every_kind = pytest.mark.parametrize("kind", get_args(Kind))


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], Step]:
    """Live all lives once."""
    return lived(tmp_path_factory.mktemp("lives"))


@pytest.fixture(scope="module")
def by_kind(steps: dict[tuple[str, int], Step]) -> dict[str, list[Document]]:
    """Return everything that was printed, by its kind."""
    found: dict[str, list[Document]] = {}
    for step in steps.values():
        for document in step.documents:
            found.setdefault(document["kind"], []).append(document)
    return found


def loaded(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(read_schema(name))
    return schema


def parts(schema: object, *, is_named: bool = False) -> Iterator[dict[str, Any]]:
    """Yield every schema in a schema: what stands under names counts, the mapping of names does not."""
    if isinstance(schema, dict):
        if not is_named:
            yield schema
        for word, value in schema.items():
            yield from parts(value, is_named=not is_named and word in NAMED)
    elif isinstance(schema, list):
        for item in schema:
            yield from parts(item)


def objects(data: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield where every object stands in a document."""
    if isinstance(data, dict):
        yield path
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in items:
        yield from objects(value, (*path, step))


def at(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def test_the_files_are_those_that_are_published() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{name}.json" for name in PUBLISHED}
    assert {*schemas.FILES, *schemas.DOCUMENTS} == set(PUBLISHED)


@for_every_name
def test_a_file_says_what_the_models_say(name: str) -> None:
    assert read_schema(name).decode() == schema_text(name), "write them anew: python -m pmpath.content.schemas schema"


def test_all_files_are_written_in_one_go(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        f"{name}.json": read_schema(name) for name in PUBLISHED
    }


@for_every_name
def test_a_schema_is_a_schema_of_draft_07(name: str) -> None:
    schema = loaded(name)
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"


@for_every_name
def test_a_schema_is_known_by_a_name_without_a_host(name: str) -> None:
    schema = loaded(name)
    assert (schema["$id"], schema["title"]) == (f"urn:pmpath:schema:{name}:{SCHEMA_VERSION}", f"pmpath {name}")
    assert re.findall(r"\w+://\w", read_schema(name).decode().replace(schema["$schema"], "")) == []


@for_every_name
def test_a_schema_is_described_by_the_sentence_of_the_list(name: str) -> None:
    assert loaded(name)["description"] == PUBLISHED[name]


@for_every_name
def test_every_property_and_every_definition_is_described(name: str) -> None:
    described = [(at, one) for part in parts(loaded(name)) for word in NAMED[:2] for at, one in part.get(word, {}).items()]
    assert [at for at, one in described if not one.get("description", "").endswith(".")] == []


@for_every_name
def test_a_schema_uses_no_word_that_an_editor_does_not_know(name: str) -> None:
    assert {word for part in parts(loaded(name)) for word in part} <= UNDERSTOOD


@for_every_name
def test_nothing_stands_beside_a_reference(name: str) -> None:
    assert [part for part in parts(loaded(name)) if "$ref" in part and len(part) > 1] == []


@for_every_name
def test_every_reference_leads_somewhere_and_every_definition_is_used(name: str) -> None:
    schema = loaded(name)
    referred = {part["$ref"] for part in parts(schema) if "$ref" in part}
    assert referred == {f"#/definitions/{one}" for one in schema.get("definitions", {})}


@for_every_name
def test_every_object_with_known_keys_is_closed(name: str) -> None:
    still_open = [part for part in parts(loaded(name)) if "properties" in part and part["additionalProperties"] is not False]
    assert still_open == []


@pytest.mark.parametrize("name", schemas.DOCUMENTS)
def test_a_document_has_all_of_its_keys(name: str) -> None:
    objects = [part for part in parts(loaded(name)) if "properties" in part]
    assert [part for part in objects if set(part["required"]) != set(part["properties"])] == []


@pytest.mark.parametrize("name", [name for name in schemas.DOCUMENTS if name != "envelope"])
def test_a_document_is_an_envelope_of_its_kind(name: str) -> None:
    schema, whole = loaded(name), loaded("envelope")
    assert set(schema["properties"]) == set(whole["properties"])
    assert schema["properties"]["kind"]["const"] == name.removesuffix("-document")


@for_every_kind
def test_every_kind_is_printed_by_one_of_the_lives(by_kind: dict[str, list[Document]], kind: str) -> None:
    assert by_kind[kind] != []


@pytest.mark.parametrize(("life", "place"), STEPS, ids=str)
def test_what_is_printed_is_what_its_schema_says(steps: dict[tuple[str, int], Step], life: str, place: int) -> None:
    step = steps[life, place]
    assert step.documents != []
    assert (step.words, [problems(schema_of(one), one) for one in step.documents]) == (
        LIVES[life][place],
        [[] for _ in step.documents],
    )


@for_every_kind
def test_what_is_printed_is_an_envelope(by_kind: dict[str, list[Document]], kind: str) -> None:
    assert [problems("envelope", document) for document in by_kind[kind] if problems("envelope", document)] == []


@pytest.mark.parametrize("life", [life for life in LIVES if life not in ("mistaken", "damaged", "many sheets")])
def test_no_life_but_the_mistaken_one_fails(steps: dict[tuple[str, int], Step], life: str) -> None:
    failed = {step.words: step.ran.err for (name, _), step in steps.items() if name == life and step.ran.code != 0}
    assert failed == {}


def test_the_mistaken_life_fails_in_every_step(steps: dict[tuple[str, int], Step]) -> None:
    codes = {step.ran.code for (name, _), step in steps.items() if name == "mistaken"}
    assert codes == {2, 65, 66, 73}


@for_every_kind
def test_no_document_is_one_of_another_kind(by_kind: dict[str, list[Document]], kind: str) -> None:
    document = by_kind[kind][0]
    others = [name for name in schemas.DOCUMENTS if name not in (schema_of(document), "envelope")]
    assert [name for name in others if not problems(name, document)] == []


@for_every_kind
def test_an_unknown_key_is_refused_wherever_it_stands(by_kind: dict[str, list[Document]], kind: str) -> None:
    for document in by_kind[kind]:
        places = list(objects(document))[:40]
        for path in places:
            changed = deepcopy(document)
            at(changed, path)["no key"] = [[]]
            assert problems(schema_of(document), changed) != [], path


@for_every_kind
def test_a_value_of_another_type_is_refused(by_kind: dict[str, list[Document]], kind: str) -> None:
    for document in by_kind[kind][:3]:
        for path in [(key,) for key in document] + [("data", key) for key in document["data"]]:
            changed = deepcopy(document)
            at(changed, path[:-1])[path[-1]] = {"no key": [[]]}
            assert problems(schema_of(document), changed) != [], path


@for_every_kind
def test_a_missing_key_is_refused(by_kind: dict[str, list[Document]], kind: str) -> None:
    for document in by_kind[kind][:3]:
        for path in [(key,) for key in document] + [("data", key) for key in document["data"] if key != "rater"]:
            changed = deepcopy(document)
            del at(changed, path[:-1])[path[-1]]
            assert problems(schema_of(document), changed) != [], path


@pytest.mark.parametrize(
    ("kind", "path", "value"),
    [
        ("assessment", ("data", "standing"), "fine"),
        ("assessment", ("data", "role"), "Product Manager"),
        ("assessment", ("data", "gaps", 0, "reasons"), ["because"]),
        ("assessment", ("data", "gaps", 0, "id"), "scope"),
        ("assessment", ("data", "gaps", 0, "action", "hours"), 0),
        ("assessment", ("ladder",), None),
        ("assessment", ("schema_version",), "2.0"),
        ("assessment", ("next_commands",), ["rm -r ."]),
        ("plan", ("data", "end"), "2026-1-1"),
        ("plan", ("data", "steps", 0, "stage"), "dream"),
        ("plan", ("data", "deadline"), {}),
        ("progress", ("data", "state"), "stuck"),
        ("evidence", ("data",), {"evidence": None}),
        ("milestones", ("data", "milestones", 0, "reached"), "soon"),
        ("history", ("data", "assessments"), [{}]),
        ("history", ("data", "reaches"), {"discovery": [-1]}),
        ("status", ("data", "plan"), []),
        ("template", ("data", "answers"), {"scope": "pm"}),
        ("help", ("ladder",), {"id": "default", "version": "1", "sha256": "0" * 64}),
        ("error", ("data", "exit_code"), 3),
        ("error", ("data", "code"), "oops"),
        ("data", ("data",), {"path": "a", "exists": "yes"}),
    ],
)
def test_a_value_outside_what_a_key_may_say_is_refused(
    by_kind: dict[str, list[Document]], kind: str, path: tuple[str | int, ...], value: object
) -> None:
    changed = deepcopy(by_kind[kind][0])
    at(changed, path[:-1])[path[-1]] = value
    assert problems(schema_of(changed), changed) != []


@pytest.mark.parametrize("error", [PmpathError, *PmpathError.__subclasses__()])
def test_every_error_is_one_of_the_schema(error: type[PmpathError]) -> None:
    places = (Problem("a.yaml", 1, 2, "answers", "wrong", ""), Problem("a.yaml", None, None, "", "wrong", "do this"))
    for stamp in (Stamp(__version__), Stamp(__version__, library().identity)):
        assert problems("error", json.loads(envelope("error", error_data(error("a", "b", places)), stamp))) == []


def told(folder: Path, sheets: list[Answers], *words: str) -> Ran:
    """Assess sheets from standard input, one a line, in a home of their own."""
    text = "".join(json.dumps({"answers": sheet}) + "\n" for sheet in sheets)
    home = {"PMPATH_HOME": str(folder / "home"), "PMPATH_DATA_DIR": str(folder / "data")}
    return run_apart(("assess", "--answers", "-", "--no-save", *words), home, given=text.encode())


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with compiled content in it."""
    folder = tmp_path_factory.mktemp("generated")
    compiled_folder(folder / "data")
    return folder


@settings(max_examples=60)
@given(sheet=st.one_of(full_sheets(), partial_sheets()))
def test_any_assessment_is_what_its_schema_says(content: Path, sheet: Answers) -> None:
    ran = told(content, [sheet], "--json")
    assert (ran.code, problems("assessment", ran.whole)) == (0, [])


LINES: dict[tuple[str, ...], str] = {(): "placement", ("--detail",): "assessment", ("--texts",): "assessment"}
"""Options of a batch to the schema of its lines."""


@settings(max_examples=20)
@given(sheets=st.lists(st.one_of(full_sheets(), partial_sheets()), min_size=1, max_size=5), how=st.sampled_from(sorted(LINES)))
def test_any_line_of_a_batch_is_what_its_schema_says(content: Path, sheets: list[Answers], how: tuple[str, ...]) -> None:
    ran = told(content, sheets, "--jsonl", *how)
    assert (ran.code, len(ran.lines)) == (0, len(sheets))
    assert [problems(LINES[how], line) for line in ran.lines] == [[] for _ in sheets]


@given(sheet=st.one_of(full_sheets(), partial_sheets()))
def test_the_schema_of_answers_takes_what_the_reader_takes(sheet: Answers) -> None:
    whole = {"answers": {**dict.fromkeys(grid().choices), **sheet}}
    assert SheetReader(grid()).read(json.dumps(whole).encode(), "sheet.json").answers == sheet
    assert problems("answers", whole) == []


@pytest.mark.parametrize("name", FILES)
def test_a_shipped_file_is_what_its_schema_says(name: str) -> None:
    assert problems(name.removesuffix(".yaml"), shipped(name)) == []


@pytest.mark.parametrize("name", FILES)
def test_a_shipped_file_tells_editors_in_its_first_line_where_its_schema_is(name: str) -> None:
    path = ROOT / "data" / name
    first = path.read_text("utf-8").partition("\n")[0]
    named = first.removeprefix("# yaml-language-server: $schema=")
    assert (path.parent / named).read_bytes() == read_schema(name.removesuffix(".yaml"))


@pytest.mark.parametrize("name", FILES)
def test_a_file_with_an_unknown_key_is_refused(name: str) -> None:
    for path in list(objects(shipped(name)))[:200]:
        changed = shipped(name)
        at(changed, path)["no key"] = [[]]
        assert not Draft7Validator(loaded(name.removesuffix(".yaml"))).is_valid(changed), path


def test_the_sheet_to_fill_in_is_what_the_schema_of_answers_says() -> None:
    assert problems("answers", read_yaml(sheet_template(grid(), library().words).encode(), "t.yaml").data) == []


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_a_sheet_that_the_reader_refuses_is_refused_by_the_schema(text: str) -> None:
    with pytest.raises(ContentError):
        SheetReader(grid()).read(text.encode(), "sheet.yaml")
    assert problems("answers", read_yaml(text.encode(), "sheet.yaml").data) != []


@pytest.mark.parametrize("text", ["{}", "answers:", "rater: Dana", "context: {hours_per_week: 4, target: pm}", "evidence: {}"])
def test_a_sheet_that_leaves_much_out_is_a_sheet(text: str) -> None:
    SheetReader(grid()).read(text.encode(), "sheet.yaml")
    assert problems("answers", read_yaml(text.encode(), "sheet.yaml").data) == []


@pytest.mark.parametrize("text", BAD_THRESHOLDS.values(), ids=BAD_THRESHOLDS)
def test_thresholds_that_the_reader_refuses_are_refused_by_the_schema(text: str) -> None:
    with pytest.raises(ContentError):
        read_thresholds(text.encode(), "milestones.yaml", ["changes-end-to-end"])
    assert problems("thresholds", read_yaml(text.encode(), "milestones.yaml").data) != []


@pytest.mark.parametrize("text", ["thresholds: {}", "thresholds: {changes-end-to-end: 0.5}", "thresholds:\n  a: 12"])
def test_thresholds_are_what_their_schema_says(text: str) -> None:
    read_thresholds(text.encode(), "milestones.yaml", ["changes-end-to-end", "a"])
    assert problems("thresholds", read_yaml(text.encode(), "milestones.yaml").data) == []
