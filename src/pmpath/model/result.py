"""What the core returns: plain frozen records of ids, words of the contract and figures. No pydantic, no prose."""

from typing import NamedTuple


class LevelRange(NamedTuple):
    """The lowest and highest level that any completion of the sheet can reach."""

    low: str
    high: str


class Estimate(NamedTuple):
    """Role and level by the answered expectations alone; None where too little is answered."""

    role: str | None
    level: str | None


class Margin(NamedTuple):
    """Answers between the level and its neighbors; label is borderline, fair or firm."""

    up: int | None
    down: int | None
    label: str | None


class Readiness(NamedTuple):
    """How much of a level is met, must-haves aside: `met` of the `needed`, out of `of`.

    `ready` is None while open answers decide it. `must_haves_missing` holds expectation ids.
    """

    met: int
    needed: int
    of: int
    ready: bool | None
    must_haves_missing: tuple[str, ...]


class Gap(NamedTuple):
    """An expectation that is not met, why it stands where it stands, and what decided it.

    `answer` is None where the gap was inferred from the level below, which `reasons` then says. `because` holds answer ids.
    """

    id: str
    competency: str
    level: str
    answer: str | None
    must_have: bool
    on_path: bool
    reasons: tuple[str, ...]
    because: tuple[str, ...]


class Coverage(NamedTuple):
    """Met behaviors of the level with evidence, out of all met ones, and the level that evidence alone backs."""

    covered: int | None
    of: int | None
    backed_level: str | None


class Count(NamedTuple):
    """Expectations met at a level, out of all it has; what was concluded without asking counts."""

    met: int
    of: int


class Placement(NamedTuple):
    """Where a sheet stands, in short. What its answers do not settle is None and stands in `level_range`.

    `missing` holds the expectations of the next level, or of the target, that are not met, in the order of the ladder.
    """

    role: str | None
    level: str | None
    standing: str | None
    level_range: LevelRange
    complete: bool
    next_level: str | None
    target: str | None
    readiness: Readiness | None
    missing: tuple[str, ...]


class Assessment(NamedTuple):
    """Where a sheet stands. What its answers do not settle is None and stands in `level_range` and `estimate`.

    `at_role` and `at_level` are for people; the JSON does not carry them.
    """

    role: str | None
    level: str | None
    standing: str | None
    level_range: LevelRange
    estimate: Estimate
    complete: bool
    next_level: str | None
    target: str | None
    readiness: Readiness | None
    margin: Margin | None
    gaps: tuple[Gap, ...]
    shortest_path: tuple[str, ...] | None
    strengths: tuple[str, ...]
    evidence: Coverage
    because: tuple[str, ...]
    next_steps: tuple[str, ...]
    unanswered: tuple[str, ...]
    at_role: Count | None
    at_level: Count | None
