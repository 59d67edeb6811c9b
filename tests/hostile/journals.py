"""Makes journals whose lines have the right checksum and say something that no pmpath ever wrote."""

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
