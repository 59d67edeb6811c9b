"""The schemas that pmpath publishes: their names, and the files that hold them. Makes none, and needs no model for it."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

PUBLISHED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ladder": "The file ladder.yaml: levels, competencies, what each asks, the rules of placement.",
        "overlay": "A ladder of one's own as --ladder reads it: an overlay over another ladder, or a whole one.",
        "transitions": "The file transitions.yaml: the way of each background into product.",
        "sources": "The file sources.yaml: where the statements come from.",
        "portfolio": "The file portfolio.yaml: kinds of portfolio pieces, their parts, what a review looks for.",
        "interview": "The file interview.yaml: types of questions, how answers are scored, a loop, the story bank.",
        "guides": "The file guides.yaml: topics, figures with date and source, settings, the parts of an offer, boards.",
        "answers": "An answer sheet, as assess --answers and assess --rater read it.",
        "thresholds": "The file milestones.yaml: a person's own figures for milestones.",
        "offer": "An offer, as guide offer reads it.",
        "fit-answers": "Answers to the questions of fit, as guide fit --answers reads them.",
        "assessment": "What assess prints with --json, and a line of --jsonl --detail.",
        "placement": "A line of assess --jsonl: ids and figures.",
        "transition": "What transition prints with --json.",
        "ladder-document": "What ladder prints with --json; the schema called ladder describes the file.",
        "plan": "What plan prints with --json.",
        "progress": "What plan done, blocked, open and note print with --json.",
        "checkin": "What plan checkin prints with --json.",
        "evidence": "What evidence and its commands print with --json.",
        "milestones": "What milestones and milestones mark print with --json.",
        "case": "What case prints with --json.",
        "review": "What assess --rater prints with --json.",
        "comparison": "What review compare prints with --json.",
        "team": "What team prints with --json.",
        "history": "What history prints with --json.",
        "diff": "What diff prints with --json.",
        "explanation": "What explain prints with --json.",
        "portfolio-document": "What portfolio prints with --json; the schema called portfolio describes the file.",
        "piece-kind": "What portfolio show prints with --json.",
        "piece-review": "What portfolio review prints with --json.",
        "interview-document": "What interview prints with --json; the schema called interview describes the file.",
        "question-type": "What interview show prints with --json.",
        "question": "What interview with a type prints with --json where no answer is given.",
        "practice": "What interview with an answer, interview score and interview log N print with --json.",
        "practice-log": "What interview log prints with --json.",
        "loop": "What interview loop prints with --json.",
        "stories": "What interview stories prints with --json.",
        "story": "What interview story prints with --json.",
        "guides-document": "What guide prints with --json; the schema called guides describes the file.",
        "guide": "What guide TOPIC prints with --json.",
        "offer-document": "What guide offer prints with --json; the schema called offer describes the file.",
        "fit": "What guide fit prints with --json.",
        "hats": "What guide hats prints with --json.",
        "status": "What pmpath alone prints with --json.",
        "data": "What the commands of data print with --json.",
        "template": "What assess --template and review export print with --json.",
        "check": "What check prints with --json.",
        "start": "What init ladder and init playbook print with --json.",
        "schemas": "What schema without a name prints with --json.",
        "help": "What help prints with --json.",
        "version": "What --version prints with --json.",
        "error": "What a command that fails prints to standard error with --json, and a bad line of --jsonl.",
        "envelope": "What every document has in common; the others describe its data too.",
    }
)
"""Name of a schema to what it describes, in the order of the list shown: files, then documents."""


def read_schema(name: str) -> bytes:
    """Return the bytes of a schema's file: the installed package's, else the checkout's."""
    package = Path(__file__).parents[1]
    folder = next(one for one in (package / "schema", package.parents[1] / "schema") if one.is_dir())
    return (folder / f"{name}.json").read_bytes()
