"""Makes practice, stories and looks at answers in one call each."""

from collections.abc import Mapping

from builders import library
from pmpath.content.practice import parts_of, steps_of
from pmpath.core.signs import look
from pmpath.model.practiced import How, KeptPractice, Look, Round, Sought
from pmpath.model.question import QuestionType

CRITERIA = ("substance", "structure", "user", "outcome", "trade-off")
TYPES = ("product-sense", "product-strategy", "execution", "behavioral", "prioritization", "estimation", "technical")
ALL_TWOS = dict.fromkeys(CRITERIA, 2)
SCORES = tuple(word for name in CRITERIA for word in ("--score", f"{name}=2"))
DUMP = """I would build a dashboard with filters, dark mode and an assistant. Then I would add notifications, badges,
a social feed and themes. It should integrate with everything, be fast and have a modern design.
I would also add an export button."""
STRUCTURED = """First I clarify the goal. Second I segment. Third I list two options, weigh another option and choose.
Then the risk, what I would drop, the next step and the first version. I structure my answer in parts and sum up at the end."""
WITH_A_USER = (
    "Rosa, a nurse on nights, struggles with the list: I asked her, it takes 20 minutes, and churn costs us a contract."
)


def round_of(
    name: str = "product-sense", question: str = "p", *, level: str = "pm", minutes: int | None = 20, hard: bool = False
) -> Round:
    """Return what a practice is about."""
    return Round(name, question, level, None, minutes, hard)


def practiced(
    name: str = "product-sense",
    day: str = "2026-01-05",
    *,
    how: How | None = How.TYPED,
    scores: Mapping[str, int] | None = None,
    story: str | None = None,
) -> KeptPractice:
    """Return a practice of a type on a day."""
    return KeptPractice(1, "id", day, round_of(name), how, "", None, scores or {}, story)


def sought(*names: str, numbers: bool = False) -> tuple[Sought, ...]:
    """Return parts that are looked for by a word that is their own name."""
    return tuple(Sought(name, (name.replace("-", " "),), numbers) for name in names)


def type_of(name: str) -> QuestionType:
    """Return a type of the shipped content."""
    return next(one for one in library().interview.types if one.id == name)


def looked(text: str, name: str = "product-sense") -> Look:
    """Look through a text as an answer of a type."""
    return look(text, parts_of(type_of(name), library().interview), steps_of(type_of(name)))
