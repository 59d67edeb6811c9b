"""Reads the published schemas and checks documents against them; lives whole lives on the command line to have documents."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from jsonschema import Draft7Validator

from builders import Answers, bottom, example_a, example_b, example_c, example_d, example_e, library, top
from cli.running import Home, Ran, compiled_folder, run_apart, write_lines, write_sheet
from own_ladders import DESIGNER, DESIGNER_ANSWERS
from pmpath.content.published import read_schema
from pmpath.render.topics import TOPICS

Words = tuple[str, ...]
Document = dict[str, Any]

TODAY: Final = "2026-11-23"
LIFTED: Final[Answers] = {**example_a(), "scope": "senior-pm", "data.senior-pm": "on-my-own", "delivery.pm": "on-my-own"}
SHEETS: Final[Mapping[str, Answers]] = {
    "a": example_a(),
    "b": example_b(),
    "c": example_c(),
    "d": example_d(),
    "e": example_e(),
    "bottom": bottom(),
    "top": top(),
    "some": {"scope": "vp", "discovery.pm": "with-help"},
    "half": dict(list(example_a().items())[::2]),
    "lifted": LIFTED,
    "none": {},
}
"""Answer sheets by name; each lies in the folder of every life."""
IDS: Final = ("discovery", "scope", "scope.pm", "strategy.vp", "discovery.pm", "pm", "cpo", "with-help", "not-yet", "S-GL")
SCORES: Final = tuple(
    word for name in ("substance", "structure", "user", "outcome", "trade-off") for word in ("--score", f"{name}=2")
)
SAID: Final = ("--result", "from 4 to 3 percent", "--who", "Ann", "--date", "2025-05", "--link", "page.md")
LIVES: Final[Mapping[str, tuple[Words, ...]]] = {
    "newcomer": (
        (),
        ("--version",),
        ("help",),
        *(("help", name) for name in ("assess", "schema", *TOPICS)),
        ("ladder",),
        *(("ladder", level) for level in ("apm", "pm", "cpo")),
        ("ladder", "apm", "--vs", "pm"),
        ("ladder", "vp", "--vs", "pm"),
        *(("explain", name) for name in IDS),
        *(("transition", "--from", playbook.id) for playbook in library().playbooks),
        ("transition", "--from", "engineer", "--to", "pm", "--env", "corporate", "--hours", "2.5"),
        ("transition", "--from", "engineer", "--answers", "half.json", "--env", "startup", "--no-save"),
        ("schema",),
        ("portfolio",),
        ("portfolio", "kinds"),
        *(("portfolio", "show", kind.id) for kind in library().portfolio.kinds),
        ("portfolio", "new", "product-teardown", "."),
        ("portfolio", "review", "product-teardown.md"),
        ("portfolio", "mark", "product-teardown.md", "done"),
        ("portfolio",),
        ("interview",),
        *(("interview", "show", one.id) for one in library().interview.types),
        ("interview", "loop"),
        ("interview", "stories"),
        ("interview", "log"),
        ("interview", "--from", "engineer"),
        ("interview", "product-sense", "--hard", "--no-timer", "--env", "startup", "--level", "cpo"),
        ("guide",),
        *(("guide", topic.id) for topic in library().guides.topics),
        ("guide", "time", "senior-pm", "--years", "4", "--in-role", "1"),
        ("guide", "pay", "--level", "cpo"),
        ("guide", "offer"),
        ("guide", "offer", "offer.yaml", "--part", "base=90000", "--part", "equity.years=4"),
        ("guide", "fit"),
        ("guide", "fit", "--answers", "fit.yaml"),
        ("guide", "hats", "--worn", "analyst"),
        ("history",),
        ("data", "path"),
        ("data", "check"),
        ("evidence",),
        ("milestones", "--for", "pm"),
        ("milestones", "--for", "cpo"),
        ("assess", "--template"),
    ),
    "many sheets": (
        *(("assess", "--answers", f"{name}.json") for name in SHEETS),
        *(("assess", "--answers", f"{name}.json", "--target", "director", "--no-save") for name in SHEETS),
        ("assess", "--answers", "a.json", "--env", "startup", "--require", "cpo"),
        ("assess", "--answers", "sheets.jsonl", "--jsonl"),
        ("assess", "--answers", "sheets.jsonl", "--jsonl", "--detail"),
        ("assess", "--answers", "sheets.jsonl", "--jsonl", "--texts", "--env", "corporate"),
        ("team", *(f"{name}.json" for name in SHEETS)),
        ("team", "a.json", "lines.jsonl", "--as", "ids"),
        ("history",),
        *(("diff", str(number), "7") for number in range(1, 7)),
        ("explain", "with-help"),
    ),
    "with a plan": (
        ("assess", "--answers", "a.json"),
        (),
        ("history",),
        *(("explain", name) for name in IDS),
        ("plan", "--no-save"),
        ("plan", "--by", "2026-12-01", "--no-save"),
        ("plan", "--by", "2030-01-01", "--hours", "3.5", "--env", "startup"),
        ("plan", "note", "scope", "ask Ann"),
        ("plan", "blocked", "strategy"),
        ("plan", "blocked", "data", "--why", "no access"),
        ("plan",),
        (),
        ("plan", "done", "scope", "--step", "ask"),
        ("plan", "done", "influence"),
        ("plan", "done", "influence", "--answer", "on-my-own", "--evidence", "Won the pricing team over", *SAID),
        ("--today", "2026-11-30", "plan", "checkin", "--moved", "scope", "--blocked", "strategy=ill", "--evidence", "Wrote it"),
        ("plan", "checkin", "--evidence", "Only this"),
        ("plan", "open", "strategy"),
        ("milestones", "mark", "changes-end-to-end", "1", "--evidence", "1"),
        ("milestones", "mark", "interviews-changed-backlog"),
        ("milestones",),
        ("milestones", "--thresholds", "milestones.yaml"),
        ("case",),
        ("case", "--target", "pm"),
        ("guide", "time", "--years", "4"),
        ("guide", "hats"),
        ("--today", "2026-12-07", "plan"),
        ("--today", "2027-01-04", "assess", "--answers", "lifted.json"),
        ("history",),
        ("diff",),
        ("assess", "--again", "--no-input", "--answer", "strategy.senior-pm=on-my-own"),
        ("history",),
        ("diff", "1", "3"),
        ("plan",),
        ("plan", "done", "people.group-pm"),
        ("plan",),
        ("data", "check"),
    ),
    "evidence": (
        ("evidence", "add", "Ran six interviews on churn"),
        ("evidence", "add", "Cut churn", "--shows", "discovery.pm,changes-end-to-end", *SAID),
        ("evidence", "list"),
        ("evidence", "list", "--shows", "discovery.pm"),
        ("evidence", "search", "churn"),
        ("evidence", "edit", "1", "--who", "Bo", "--shows", "data.pm"),
        ("evidence", "rm", "2"),
        ("assess", "--answers", "a.json"),
        ("case",),
        ("assess", "--answers", "top.json"),
        ("milestones",),
        ("case", "--target", "cpo"),
        (),
    ),
    "practice": (
        ("evidence", "add", "Cut churn", "--shows", "discovery.pm", *SAID),
        ("interview", "story", "new", "--evidence", "1", "--lesson", "Ask sooner"),
        ("interview", "story", "edit", "1", "--task", "Find out why", "--competency", "data,discovery"),
        ("interview", "story", "new", "--action", "Began a guild"),
        ("interview", "behavioral", "--answer", "answer.txt", "--story", "1"),
        ("interview", "score", "1", *SCORES),
        ("interview", "behavioral", "--said", "--story", "1", *SCORES),
        ("interview", "product-sense", "--answer", "answer.txt", "--no-save"),
        ("evidence", "rm", "1"),
        ("interview", "story", "1"),
        ("interview", "stories"),
        ("interview", "story", "rm", "2"),
        ("interview", "log"),
        ("interview", "log", "1"),
        ("interview",),
        ("interview", "--due", "--from", "sales"),
        (),
        ("--today", "2026-12-30"),
        ("--today", "2026-12-30", "interview", "behavioral"),
    ),
    "second view": (
        ("assess", "--answers", "a.json"),
        ("review", "export"),
        ("review", "export", "--for", "Dana"),
        ("assess", "--rater", "d.json"),
        ("review", "compare", "a.json"),
        ("review", "compare", "d.json"),
        ("review", "compare", "some.json"),
        ("review", "compare", "dana.yaml"),
    ),
    "on the way": (
        ("assess", "--answers", "bottom.json"),
        (),
        ("milestones",),
        ("plan", "--hours", "1"),
        ("case",),
        ("assess", "--answers", "some.json"),
        (),
        ("plan", "--target", "pm"),
        ("case", "--target", "pm"),
        ("assess", "--answers", "top.json"),
        ("plan", "--target", "cpo"),
        (),
    ),
    "own ladder": (
        ("init", "ladder", "begun"),
        ("init", "playbook", "begun"),
        ("check", "begun/ladder.yaml", "begun/playbooks.yaml", "a.json", "milestones.yaml"),
        ("ladder", "--ladder", "begun/ladder.yaml"),
        ("ladder", "--ladder", "designer.yaml"),
        ("ladder", "lead", "--ladder", "designer.yaml"),
        ("ladder", "junior", "--vs", "lead", "--ladder", "designer.yaml"),
        *(("explain", name, "--ladder", "designer.yaml") for name in ("craft", "craft.lead", "remit", "lead", "with-help")),
        ("assess", "--answers", "designer.json", "--ladder", "designer.yaml"),
        ("plan", "--ladder", "designer.yaml"),
        ("plan", "done", "craft", "--ladder", "designer.yaml"),
        ("case", "--ladder", "designer.yaml"),
        ("milestones", "--ladder", "designer.yaml"),
        ("portfolio", "kinds", "--ladder", "designer.yaml"),
        ("--ladder", "designer.yaml"),
        ("history", "--ladder", "designer.yaml"),
        ("history",),
        ("transition", "--from", "librarian", "--playbooks", "begun/playbooks.yaml"),
        ("data", "check"),
    ),
    "broken off": ((), ("data", "check"), ("assess", "--resume", "--no-input"), ()),
    "damaged": (("data", "check"), ("data", "check", "--fix"), ("data", "check")),
    "moved": (
        ("data", "import", "other.jsonl"),
        ("data", "import", "other.jsonl"),
        ("data", "forget", "--yes"),
        ("data", "forget", "--yes", "--no-backup"),
    ),
    "mistaken": (
        ("xyzzy",),
        ("assess",),
        ("assess", "--answers", "broken.yaml"),
        ("assess", "--answers", "wrong.yaml"),
        ("assess", "--answers", "missing.yaml"),
        ("team", "missing.yaml", "wrong.yaml", "sheets.jsonl"),
        ("team", "missing.yaml"),
        ("assess", "--answers", "."),
        ("ladder", "-o", "missing/ladder.json"),
        ("schema", "assesment"),
        ("milestones", "--for", "pm", "--thresholds", "wrong.yaml"),
        ("explain", "nothing"),
        ("plan",),
        ("diff",),
        ("guide", "nothing"),
        ("guide", "offer", "wrong.yaml"),
        ("data", "import", "broken.yaml"),
        ("data", "forget"),
        ("interview", "nothing"),
        ("interview", "product-sense", "--score", "user=2"),
        ("interview", "log", "3"),
        ("interview", "story", "new"),
        ("check", "broken.yaml", "missing.yaml", "wrong.yaml", "designer.yaml"),
        ("ladder", "--ladder", "wrong.yaml"),
        ("transition", "--from", "engineer", "--ladder", "designer.yaml"),
    ),
}
"""What is called in homes of their own, one after the other, each with --json."""
STEPS: Final = [(life, place) for life, words in LIVES.items() for place in range(len(words))]


class Step(NamedTuple):
    """One command line of a life and what came out of it."""

    words: Words
    ran: Ran

    @property
    def documents(self) -> list[Document]:
        """Return what was printed: results on standard output, else the error."""
        return [json.loads(line) for line in (self.ran.out or self.ran.err).splitlines()]


@cache
def validator(name: str) -> Draft7Validator:
    """Return what checks against a schema."""
    return Draft7Validator(json.loads(read_schema(name)))


def schema_of(document: Document) -> str:
    """Return the name of the schema that describes a document."""
    kind: str = document["kind"]
    return f"{kind}-document" if kind in ("ladder", "portfolio", "interview", "guides", "offer") else kind


def problems(name: str, instance: object) -> list[str]:
    """Return what is wrong with an instance by a schema."""
    return [f"{error.json_path}: {error.message}"[:500] for error in validator(name).iter_errors(instance)]


def lived(folder: Path) -> dict[tuple[str, int], Step]:
    """Live all lives, each in a folder of its own; return every step."""
    data = compiled_folder(folder / "data")
    settings = {"PMPATH_DATA_DIR": str(data), "PMPATH_TODAY": TODAY, "PMPATH_WIDTH": "80"}
    return {
        (life, place): step
        for life in LIVES
        for place, step in enumerate(_lived(life, folder / life.replace(" ", "-"), settings))
    }


def _lived(life: str, folder: Path, settings: Mapping[str, str]) -> Iterator[Step]:
    _lay_out(folder)
    home = Home(folder / "home")
    if life == "broken off":
        home.begun({"scope": "pm", "people": None, "discovery.pm": "on-my-own"})
    if life == "damaged":
        home.assessed(example_a())
        with home.journal.open("ab") as journal:
            journal.write(b'{"torn')
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for words in LIVES[life]:
            yield Step(words, run_apart((*words, "--json"), {**settings, "PMPATH_HOME": str(home.folder)}))


def _lay_out(folder: Path) -> None:
    """Write the files that the lives name."""
    folder.mkdir()
    for name, answers in SHEETS.items():
        write_sheet(folder / f"{name}.json", answers)
    write_lines(folder / "sheets.jsonl", "{", example_a(), '{"answers": {"scope": "xyz"}}', {}, '{"context": {"target": "pm"}}')
    write_lines(folder / "lines.jsonl", example_b(), {}, '{"rater": "Dana", "answers": {"scope": "pm"}}')
    (folder / "broken.yaml").write_text("answers: [", "utf-8")
    (folder / "wrong.yaml").write_text("answers:\n  scpe: pm\n  scope: 3\nevidence: []\n", "utf-8")
    (folder / "dana.yaml").write_text("rater: Dana\nanswers:\n  scope: apm\n", "utf-8")
    (folder / "answer.txt").write_text("Rosa, a nurse, struggles.\nI asked her: 20 minutes.\n", "utf-8")
    (folder / "milestones.yaml").write_text("thresholds:\n  interviews-changed-backlog: 8\n", "utf-8")
    (folder / "offer.yaml").write_text("currency: EUR\nparts:\n  equity: 40000\n  benefits: pension\n", "utf-8")
    (folder / "fit.yaml").write_text("answers:\n  breadth: many-kinds\n  hours: null\n", "utf-8")
    (folder / "designer.yaml").write_text(DESIGNER, "utf-8")
    write_sheet(folder / "designer.json", DESIGNER_ANSWERS)
    other = Home(folder / "other")
    other.assessed(example_b())
    (folder / "other.jsonl").write_bytes(other.journal.read_bytes())
