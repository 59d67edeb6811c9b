"""Makes the published JSON Schemas, draft-07, from the models: `python -m pmpath.content.schemas schema` writes them anew."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal

from pydantic import BaseModel

from pmpath.content.describing import Describing
from pmpath.content.loosening import loosened
from pmpath.content.published import PUBLISHED
from pmpath.model.documents.assessment import AssessmentDocument
from pmpath.model.documents.case import CaseDocument
from pmpath.model.documents.check import CheckDocument, StartDocument
from pmpath.model.documents.envelope import Envelope
from pmpath.model.documents.error import ErrorDocument
from pmpath.model.documents.evidence import EvidenceDocument
from pmpath.model.documents.explanation import ExplanationDocument
from pmpath.model.documents.fit import FitAnswers, FitDocument
from pmpath.model.documents.guide import GuideDocument
from pmpath.model.documents.guides import GuidesDocument
from pmpath.model.documents.hats import HatsDocument
from pmpath.model.documents.history import DiffDocument, HistoryDocument
from pmpath.model.documents.interview import InterviewDocument, LoopDocument, QuestionDocument
from pmpath.model.documents.ladder import LadderDocument
from pmpath.model.documents.milestones import MilestonesDocument, Thresholds
from pmpath.model.documents.offer import OfferDocument, OfferSheet
from pmpath.model.documents.piece_kind import PieceKindDocument
from pmpath.model.documents.piece_review import PieceReviewDocument
from pmpath.model.documents.placement import PlacementDocument
from pmpath.model.documents.plan import PlanDocument
from pmpath.model.documents.portfolio import PortfolioDocument
from pmpath.model.documents.practice import PracticeDocument, PracticeLogDocument
from pmpath.model.documents.program import HelpDocument, SchemasDocument, VersionDocument
from pmpath.model.documents.progress import CheckinDocument, ProgressDocument
from pmpath.model.documents.review import ComparisonDocument, ReviewDocument
from pmpath.model.documents.rubric import QuestionTypeDocument
from pmpath.model.documents.status import StatusDocument
from pmpath.model.documents.stories import StoriesDocument, StoryDocument
from pmpath.model.documents.team import TeamDocument
from pmpath.model.documents.template import TemplateDocument
from pmpath.model.documents.transition import TransitionDocument
from pmpath.model.documents.upkeep import DataDocument
from pmpath.model.guide import Guides
from pmpath.model.ladder import Ladder
from pmpath.model.playbook import Playbooks
from pmpath.model.portfolio import Portfolio
from pmpath.model.practice import Interview
from pmpath.model.sheet import AnswerSheet
from pmpath.model.source import Sources

FILES: Final[Mapping[str, type[BaseModel]]] = MappingProxyType(
    {
        "ladder": Ladder,
        "overlay": Ladder,
        "transitions": Playbooks,
        "sources": Sources,
        "portfolio": Portfolio,
        "interview": Interview,
        "guides": Guides,
        "answers": AnswerSheet,
        "thresholds": Thresholds,
        "offer": OfferSheet,
        "fit-answers": FitAnswers,
    }
)
"""Schema of a file to the model that reads it."""
DOCUMENTS: Final[Mapping[str, type[BaseModel]]] = MappingProxyType(
    {
        "assessment": AssessmentDocument,
        "placement": PlacementDocument,
        "transition": TransitionDocument,
        "ladder-document": LadderDocument,
        "plan": PlanDocument,
        "progress": ProgressDocument,
        "checkin": CheckinDocument,
        "evidence": EvidenceDocument,
        "milestones": MilestonesDocument,
        "case": CaseDocument,
        "review": ReviewDocument,
        "comparison": ComparisonDocument,
        "team": TeamDocument,
        "history": HistoryDocument,
        "diff": DiffDocument,
        "explanation": ExplanationDocument,
        "portfolio-document": PortfolioDocument,
        "piece-kind": PieceKindDocument,
        "piece-review": PieceReviewDocument,
        "interview-document": InterviewDocument,
        "question-type": QuestionTypeDocument,
        "question": QuestionDocument,
        "practice": PracticeDocument,
        "practice-log": PracticeLogDocument,
        "loop": LoopDocument,
        "stories": StoriesDocument,
        "story": StoryDocument,
        "guides-document": GuidesDocument,
        "guide": GuideDocument,
        "offer-document": OfferDocument,
        "fit": FitDocument,
        "hats": HatsDocument,
        "status": StatusDocument,
        "data": DataDocument,
        "template": TemplateDocument,
        "check": CheckDocument,
        "start": StartDocument,
        "schemas": SchemasDocument,
        "help": HelpDocument,
        "version": VersionDocument,
        "error": ErrorDocument,
        "envelope": Envelope,
    }
)
"""Schema of a document to the model that describes it."""
_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_VERSION: Final = "1.0"


class _Untitled(Describing):
    """Leaves out titles that only repeat the key."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - the library's signature
        """Say no."""
        return False


def schema_text(name: str) -> str:
    """Return the text of a schema's file, all keys sorted. What a file may leave out, a document always has."""
    made = _made(FILES[name], "validation") if name in FILES else _made(DOCUMENTS[name], "serialization")
    head = {"$schema": _DRAFT, "$id": f"urn:pmpath:schema:{name}:{_VERSION}"}
    if name == "overlay":
        made = loosened(made)
    said = {"title": f"pmpath {name}", "description": PUBLISHED[name]}
    return json.dumps({**head, **made, **said}, indent=2, sort_keys=True) + "\n"


def _made(model: type[BaseModel], mode: Literal["validation", "serialization"]) -> dict[str, object]:
    whole = model.model_json_schema(ref_template="#/definitions/{model}", schema_generator=_Untitled, mode=mode)
    definitions = whole.pop("$defs", {})
    made = {key: _draft_07(value) for key, value in whole.items()}
    return {**made, "definitions": _draft_07(definitions)} if definitions else made


def _draft_07(node: object) -> object:
    """Return a part of a schema as draft-07 reads it: nothing stands beside a reference, and objects by pattern are closed."""
    if isinstance(node, list):
        return [_draft_07(item) for item in node]
    if not isinstance(node, dict):
        return node
    part = {key: _draft_07(value) for key, value in node.items()}
    if "$ref" in part and len(part) > 1:
        return {"allOf": [{"$ref": part.pop("$ref")}], **part}
    return {**part, "additionalProperties": False} if "patternProperties" in part else part


def write_schemas(folder: Path) -> None:
    """Write the file of every schema."""
    for name in PUBLISHED:
        (folder / f"{name}.json").write_text(schema_text(name), "utf-8")


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
