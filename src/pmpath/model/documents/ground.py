"""What all documents share: short types of ids, days and figures, and the records that stand in several of them."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from pmpath.model.base import Content, Slug

SLUG = r"[a-z0-9][a-z0-9-]{0,63}"

LevelId = Slug
"""A level, or `aspiring` below the lowest one."""
QuestionId = Annotated[str, StringConstraints(pattern=rf"^{SLUG}(\.{SLUG})?$")]
"""A fact is asked once, by its competency; a behavior level by level. Milestones are called like facts."""
Answer = Slug
"""An answer word, or for a fact a level id or `none`."""
Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Time = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$")]
Count = Annotated[int, Field(ge=0)]
Place = Annotated[int, Field(ge=1)]
Environment = Literal["startup", "corporate"]


class LadderIdentity(Content):
    """Which ladder a result was computed with."""

    id: Slug
    """Identifier of the ladder."""
    version: Annotated[str, Field(pattern=r"^[0-9A-Za-z.-]{1,32}$")]
    """Version of its content."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """SHA-256 of the bytes of its YAML file."""
