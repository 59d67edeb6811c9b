"""The models of documents: closed, described, and with the same words as the code that prints them."""

from typing import get_args

import pytest
from pydantic import BaseModel, ValidationError

from pmpath.content.describing import descriptions
from pmpath.content.schemas import DOCUMENTS
from pmpath.core.gaps import WEIGHTS
from pmpath.errors import PmpathError
from pmpath.model.documents.assessment import Gap
from pmpath.model.documents.envelope import Envelope, Kind
from pmpath.model.documents.error import ErrorData
from pmpath.render.envelope import SCHEMA_VERSION, Warned
from pmpath.render.topics import FORMATS

for_every_document = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)


def words(model: type[BaseModel], field: str) -> tuple[object, ...]:
    """Return the words that a field may say."""
    return get_args(model.model_fields[field].annotation)


@for_every_document
def test_every_field_of_a_document_says_what_it_is(document: type[BaseModel]) -> None:
    assert descriptions(document).keys() == document.model_fields.keys()


@for_every_document
def test_a_document_can_leave_nothing_out_and_add_nothing(document: type[BaseModel]) -> None:
    with pytest.raises(ValidationError) as caught:
        document.model_validate({"more": 1})
    found = {error["loc"][0]: error["type"] for error in caught.value.errors()}
    assert found == {**dict.fromkeys(document.model_fields, "missing"), "more": "extra_forbidden"}


@for_every_document
def test_a_document_is_an_envelope(document: type[BaseModel]) -> None:
    assert set(document.model_fields) == set(Envelope.model_fields)


def test_the_kinds_are_those_of_the_topic() -> None:
    assert list(get_args(Kind)) == FORMATS.more[0].partition("Kinds: ")[2].rstrip(".").split(", ")


def test_every_kind_has_a_document() -> None:
    assert [name.removesuffix("-document") for name in DOCUMENTS if name != "envelope"] == list(get_args(Kind))


def test_the_version_of_the_contract_is_the_one_that_is_printed() -> None:
    assert words(Envelope, "schema_version") == (SCHEMA_VERSION,)


def test_a_warning_has_the_keys_that_are_printed() -> None:
    (warned,) = words(Envelope, "warnings")
    assert isinstance(warned, type)
    assert issubclass(warned, BaseModel)
    assert tuple(warned.model_fields) == Warned._fields


def test_the_codes_of_an_error_are_those_of_the_errors_there_are() -> None:
    raised: list[type[PmpathError]] = [PmpathError, *PmpathError.__subclasses__()]
    errors = [one for one in raised if one.__module__ == PmpathError.__module__]
    assert set(words(ErrorData, "code")) == {one.code for one in errors}
    assert set(words(ErrorData, "exit_code")) == {one.exit_code for one in errors}


def test_the_reasons_of_a_gap_are_those_of_the_core() -> None:
    (reason,) = words(Gap, "reasons")
    assert set(get_args(reason)) == set(WEIGHTS)
