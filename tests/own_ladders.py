"""Ladders of one's own to test with: a whole one of three levels, and what is written over the shipped one."""

from pathlib import Path
from typing import Any, Final

import yaml

from builders import library
from pmpath.content.own import OwnLadder, read_ladder
from pmpath.errors import Problem

DESIGNER: Final = """\
id: designer
version: "1"
name: Product design, three levels
levels:
  - id: junior
    name: Junior Designer
    short: Junior
    in_one_line: You draw screens that somebody else planned.
    must_haves: [remit]
    met_from: with-help
  - id: designer
    name: Designer
    in_one_line: You own the flows of one team.
    must_haves: [remit]
    core: [craft]
  - id: lead
    name: Lead Designer
    short: Lead
    in_one_line: You set the direction for several teams.
    must_haves: [remit]
    core: [critique]
competencies:
  - id: remit
    kind: fact
    name: Remit
    question: Which of these is true of your work today?
    none:
      label: No design work yet
      statement: None of your work is design work yet.
    expectations:
      - level: junior
        label: Single screens
        question: You work on single screens that somebody hands you.
      - level: designer
        label: The flows of one team
        question: You answer for all flows of one team.
      - level: lead
        label: The design of several teams
        question: You answer for the design of several teams.
  - id: craft
    name: Craft
    expectations:
      - level: junior
        label: Draw a screen to the style guide
        question: Draw a screen that follows the style guide and needs no rework.
      - level: designer
        label: Take a flow from sketch to release
        question: Take a flow from the first sketch to its release.
        action:
          do: Take one small flow from sketch to release this month.
          done_when: The flow is live and your lead has seen it.
          hours: 12
      - level: lead
        label: Keep a design system alive
        question: Keep a design system alive that several teams use.
  - id: critique
    name: Critique
    expectations:
      - level: junior
        label: Show unfinished work
        question: Show unfinished work in a critique and note what was said.
      - level: designer
        label: Give critique that changes work
        question: Give critique that changes the work of somebody else.
      - level: lead
        label: Run the critique
        question: Run the critique of several teams so that people come back.
"""
"""A whole ladder of three levels with the least that a file has to say."""
DESIGNER_ANSWERS: Final = {
    "remit": "designer",
    "craft.junior": "on-my-own",
    "craft.designer": "with-help",
    "craft.lead": "not-yet",
    "critique.designer": "on-my-own",
    "critique.lead": "not-yet",
}
"""Answers that place somebody as a designer, the middle one of the three levels."""
HEAD: Final = 'extends: default\nid: ours\nversion: "1"\n'
"""How an overlay begins."""
NAME: Final = "ours.yaml"


def own(text: str, name: str = NAME) -> OwnLadder:
    """Read a ladder of one's own."""
    return read_ladder(text.encode(), name, library().as_base())


def overlay(text: str) -> OwnLadder:
    """Read an overlay over the shipped ladder; what it says comes without its head."""
    return own(HEAD + text)


def said(read: OwnLadder) -> list[tuple[int | None, str, str, str]]:
    """Return line, path, message and hint of each problem, the line counted from the end of the head of an overlay."""
    return [(_line(one), one.path, one.message, one.hint) for one in read.problems]


def _line(problem: Problem) -> int | None:
    return None if problem.line is None else problem.line - HEAD.count("\n")


def designer(**changes: object) -> dict[str, Any]:
    """Return the ladder of three levels as plain data, with some of its parts changed."""
    data: dict[str, Any] = yaml.safe_load(DESIGNER)
    return {**data, **changes}


def write(folder: Path, text: str = DESIGNER, name: str = NAME) -> str:
    """Write a file and return its name."""
    (folder / name).write_text(text, "utf-8")
    return name
