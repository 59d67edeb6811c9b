"""Makes journals whose lines have the right checksum and say something that no pmpath ever wrote."""

import json
from collections.abc import Iterator, Sequence

from cli.running import Home, Pmpath
from hostile.corpus import damaged
from pmpath.journal.line import Record, decode, encode

COMMANDS = (
    (),
    ("assess", "--resume", "--no-input"),
    ("assess", "--again", "--no-input"),
    ("transition", "--from", "engineer", "--no-save"),
    ("plan",),
    ("plan", "checkin", "--moved", "yes"),
    ("evidence",),
    ("milestones",),
    ("case",),
    ("review", "export"),
    ("history",),
    ("diff",),
    ("explain", "discovery.pm"),
    ("portfolio",),
    ("interview", "log"),
    ("interview", "log", "1"),
    ("interview", "stories"),
    ("interview", "story", "1"),
    ("interview", "--due"),
    ("guide", "hats"),
    ("data", "check"),
    ("data", "export"),
)
"""What reads the journal and writes nothing to it."""
