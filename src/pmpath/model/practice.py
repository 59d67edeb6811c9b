"""Interview practice as content: the types of questions, how answers are scored, the stages of a loop, the story bank."""

from typing import Annotated

from pydantic import Field

from pmpath.model.base import Content, Sourced, Text
from pmpath.model.loop import Loop
from pmpath.model.question import QuestionType
from pmpath.model.scoring import Scoring
from pmpath.model.storytelling import Stories


class Aim(Sourced):
    """What an interview is about, in a sentence."""

    text: Text
    """The sentence."""


class Interview(Content):
    """All of interview practice, the types to begin with first."""

    version: Annotated[str, Field(pattern=r"^[0-9A-Za-z.-]{1,32}$")]
    """Version of the content."""
    aims: Annotated[list[Aim], Field(min_length=3)]
    """What interviews look for: thinking under pressure, care for users, a user's problem joined to a result."""
    types: Annotated[list[QuestionType], Field(min_length=1)]
    """Types in the order of the list shown."""
    scoring: Scoring
    """How answers are scored and looked through."""
    loop: Loop
    """The stages of a loop."""
    stories: Stories
    """The story bank."""
