"""Fields are described by the text below them, and only where a schema is made."""

from typing import Annotated

import pytest
from pydantic import Field

from pmpath.content.describing import Describing, descriptions
from pmpath.model.base import Content
from pmpath.model.ladder import Ladder


class Base(Content):
    """Has one field."""

    first: int
    """The first,
    on two lines."""


class More(Base):
    """Has more fields."""

    start: Annotated[str, Field(alias="from")]
    """Where it starts."""
    bare: str
    own: Annotated[str, Field(description="Said otherwise.")]
    """What is said below it."""


def test_a_field_is_described_by_the_text_below_it() -> None:
    assert descriptions(More) == {
        "first": "The first,\non two lines.",
        "start": "Where it starts.",
        "own": "What is said below it.",
    }


@pytest.mark.parametrize(
    ("field", "said"),
    [("first", "The first,\non two lines."), ("from", "Where it starts."), ("own", "Said otherwise."), ("bare", None)],
)
def test_a_schema_says_what_each_field_is(field: str, said: str | None) -> None:
    schema = More.model_json_schema(schema_generator=Describing)
    assert schema["properties"][field].get("description") == said


def test_building_the_models_reads_no_descriptions() -> None:
    assert [name for name, field in Ladder.model_fields.items() if field.description] == []
