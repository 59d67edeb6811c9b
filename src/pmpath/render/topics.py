"""The help topics: what holds for every command. README and tests are checked against these tables."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from pmpath.render.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.render.envelope import Json


class Topic(NamedTuple):
    """A help page: its first sentence, rows of a name and what it stands for, and what else there is to say."""

    title: str
    rows: tuple[tuple[str, str], ...]
    more: tuple[str, ...] = ()


EXIT_CODES: Final = Topic(
    "Every command ends with one of these codes; it says whose turn it is.",
    (
        ("0", "Done. Gaps are a result, not a failure."),
        ("1", "A bug in pmpath. --debug shows where."),
        ("2", "The command line is off, or answers are needed and there is nobody to ask."),
        ("3", "You stopped, with q or Ctrl-D. What you answered is kept."),
        ("4", "The level of --require is not reached, or still open."),
        ("65", "The content of a file is invalid: a given file, a damaged journal, or one of a newer pmpath."),
        ("66", "A given file is missing or cannot be read."),
        ("73", "An output file cannot be created. Nothing is overwritten without --force."),
        ("74", "Something cannot be read or written: disk full, standard output closed, no home folder."),
        ("75", "Another pmpath is writing the journal. Try again."),
        ("129", "Stopped by a hang-up. What you answered is kept."),
        ("130", "Stopped by Ctrl-C. What you answered is kept."),
        ("141", "The reader of the pipe went away."),
        ("143", "Stopped by SIGTERM. What you answered is kept."),
    ),
    ("With --json an error is one JSON line on standard error, with code, message, hint and every problem.",),
)

ENVIRONMENT: Final = Topic(
    "An option wins over a variable, a variable over what is built in. Empty counts as not set; so does 0 for a switch.",
    (
        ("PMPATH_HOME", "The folder for what is kept, an absolute path. Without it, the folder that the platform has for it."),
        (
            "PMPATH_DATA_DIR",
            "The folder with the data files to use: ladder.yaml and those beside it.",
        ),
        ("PMPATH_LADDER", "A ladder of your own to use instead of the shipped one, as --ladder."),
        ("PMPATH_PLAYBOOKS", "Playbooks of your own for transition, as --playbooks."),
        ("PMPATH_COLOR", "auto, always or never, as --color."),
        ("PMPATH_PLAIN", "One fact a line, as --plain."),
        ("PMPATH_ACCESSIBLE", "Questions line by line and plain results, as --accessible. ACCESSIBLE does the same."),
        ("PMPATH_NO_INPUT", "Never ask, as --no-input."),
        ("PMPATH_WIDTH", "Columns to lay text out for; it is never wider than 100. Without it COLUMNS, then the terminal."),
        ("PMPATH_TODAY", "The day to take for the present one, YYYY-MM-DD, as --today."),
        ("PMPATH_NO_CACHE", "Compile a checkout's or your own content each time."),
        ("PMPATH_DEBUG", "Show where a bug of pmpath happened, as --debug."),
        ("NO_COLOR", "No color, whatever it is set to."),
        ("FORCE_COLOR, CLICOLOR_FORCE", "Color in a pipe too."),
        ("CLICOLOR", "0 turns color off."),
        ("TERM", "dumb or unknown: no color, plain text, questions line by line."),
        ("VISUAL, EDITOR", "The editor for an answer in interview practice; VISUAL comes first."),
        ("XDG_DATA_HOME, XDG_CACHE_HOME", "Where Linux keeps data and caches of programs."),
        ("HOME", "Where both are without those. Without it too, nothing can be kept but in PMPATH_HOME."),
    ),
    (
        (
            "Color is decided for each stream, in this order: --color and --no-color, PMPATH_COLOR, NO_COLOR, FORCE_COLOR and "
            "CLICOLOR_FORCE, CLICOLOR, TERM, then whether the stream is a terminal."
        ),
    ),
)

FORMATS: Final = Topic(
    "The result goes to standard output, everything else to standard error.",
    (
        ("text", "Laid out for the width of the terminal, 40 columns or more; in a pipe too."),
        ("--plain", "One fact a line, nothing wrapped, ASCII signs: for grep and for screen readers."),
        ("--json", "One JSON document in ASCII on one line; the same input gives the same bytes."),
        ("md", "The page in Markdown, whatever shows a page."),
        ("html", "The page as one file for browsers and printers; it loads nothing. With the picture where there is one."),
        ("svg", "assess, case, history: how far each competency reaches, as a picture."),
        ("csv", "A table in UTF-8 for spreadsheets: assess, plan, evidence list, milestones and others."),
        ("ics", "plan: its days for a calendar; needs pip install 'pmpath[ics]'."),
        ("--jsonl", "assess only: one sheet a line in, one JSON document a line out; --jobs N for more cores."),
        ("--template", "assess: an answer sheet in YAML to fill in; guide offer: the worksheet for an offer."),
    ),
    (
        (
            "Every JSON document has schema_version, kind, pmpath_version, ladder (id, version, sha256), data, warnings and "
            "next_commands. Kinds: assessment, placement, transition, ladder, plan, progress, checkin, evidence, milestones, "
            "case, review, comparison, team, history, diff, explanation, portfolio, piece-kind, piece-review, interview, "
            "question-type, question, practice, practice-log, loop, stories, story, guides, guide, offer, fit, hats, status, "
            "data, template, check, start, schemas, help, version, error."
        ),
        "--format names a format, and --output FILE writes it there; FILE's suffix names it too: plan.md, standing.html.",
        "pmpath schema KIND prints the JSON Schema of a document, pmpath schema answers that of an answer sheet.",
    ),
)

FILES: Final = Topic(
    "What pmpath reads and writes. Nothing leaves this machine.",
    (
        ("journal.jsonl", "What is kept, one JSON line an entry, in PMPATH_HOME or the data folder; only you can read it."),
        ("journal.lock", "Held while an entry is written. It stays there."),
        ("backup", "Copies of the journal from before pmpath data import, check --fix or forget; the last ten."),
        ("journal.torn-N", "The damaged end of a journal, set aside; N is the last sound entry."),
        ("milestones.yaml", "Your own figures for milestones, beside the journal; you write it, pmpath only reads it."),
        ("cache", "Compiled content of a checkout or of your own files. It may be deleted at any time."),
        ("answer sheets", "YAML or JSON that you name with --answers; pmpath never changes them."),
        ("review sheets", "What pmpath review export wrote for somebody else; assess --rater writes the answers into it."),
        (
            "own ladders",
            "YAML that you name with --ladder and --playbooks; pmpath init begins them, check looks at them.",
        ),
        ("portfolio pieces", "Markdown of yours: pmpath portfolio new creates it once, review only reads it."),
        ("offers, answers of fit", "YAML or JSON of yours that pmpath guide offer and guide fit only read."),
        (
            "data",
            "ladder.yaml and the other YAML files of the content, inside the package or in PMPATH_DATA_DIR.",
        ),
        ("schema", "JSON Schemas of these files and of every document, inside the package; pmpath schema prints them."),
    ),
    (
        "Lines of the journal are never changed, unless you ask for it with pmpath data.",
        "A journal that cannot be read whole is never written to.",
    ),
)

TOPICS: Final[Mapping[str, Topic]] = MappingProxyType(
    {"exit-codes": EXIT_CODES, "environment": ENVIRONMENT, "formats": FORMATS, "files": FILES}
)
"""Topic to its page, in the order of the list shown."""


def topic_page(topic: Topic, next_commands: "Sequence[str]") -> Page:
    """Write a topic as a page."""
    page = Page()
    page.text(topic.title)
    page.gap()
    page.fields(topic.rows)
    for text in topic.more:
        page.gap()
        page.text(text)
    page.commands(next_commands)
    return page


def topic_data(name: str, topic: Topic) -> "dict[str, Json]":
    """Return a topic as data."""
    return {"topic": name, "title": topic.title, "rows": dict(topic.rows), "more": topic.more}
