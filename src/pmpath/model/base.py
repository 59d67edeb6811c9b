"""The ground that all content models stand on: strictness, short text types, origin and sources."""

from typing import Annotated, Final, Literal, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints


class Leavable(NamedTuple):
    """Marks a field that the shipped content has, a list with so many items, and that content of one's own may leave out."""

    at_least: int = 0


LEAVABLE: Final = Leavable()

Text = Annotated[str, StringConstraints(min_length=2, max_length=2000, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
ExpectationId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,63}\.[a-z0-9][a-z0-9-]{0,63}$")]
SourceKey = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9-]{1,31}$")]
_Item = TypeVar("_Item")
Origin = Literal["article", "reconstructed", "extension", "default", "own"]


def nothing() -> list[_Item]:
    """Return an empty list; pydantic asks each factory for its signature, and that of a built-in one has to be parsed."""
    return []


class Content(BaseModel):
    """A frozen, strict, closed piece of content: unknown keys and lax types are refused.

    What stands below a field describes it in the published schemas; only those who make them read it.
    """

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        hide_input_in_errors=True,
        allow_inf_nan=False,
        json_schema_serialization_defaults_required=True,
    )


class Sourced(Content):
    """Content that says where it comes from."""

    origin: Annotated[Origin, LEAVABLE] = "own"
    """Where the statement comes from: the article, rebuilt from public sources, beyond the article, a default of ours, or
    whoever wrote the file."""
    sources: Annotated[list[SourceKey], LEAVABLE] = Field(default_factory=nothing)
    """Keys of sources; a reconstructed statement has two or more."""
