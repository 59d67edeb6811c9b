"""Interview practice that is kept: a beginning, the text as it comes, how it was given, and each score. All of it by id."""

from collections.abc import Mapping, Sequence

from pmpath.journal.journal import Journal
from pmpath.journal.line import Record, Type
from pmpath.model.practiced import How, KeptPractice, Round


def begin(journal: Journal, practiced: Round) -> Record:
    """Keep that somebody began to answer; the record's id is that of the practice."""
    return journal.append(Type.PRACTICE, {"begin": practiced._asdict()})


def write(journal: Journal, name: str, text: str) -> Record:
    """Keep one more line, or more lines, of an answer."""
    return journal.append(Type.PRACTICE, {"of": name, "text": text})


def finish(journal: Journal, name: str, how: How, seconds: int | None) -> Record:
    """Keep that an answer is whole, how it was given, and how long it took, None where nobody looked."""
    return journal.append(Type.PRACTICE, {"of": name, "how": how, "seconds": seconds})


def score(journal: Journal, name: str, points: Mapping[str, int]) -> Record:
    """Keep the points that somebody gives an answer, by criterion."""
    return journal.append(Type.PRACTICE, {"of": name, "score": dict(points)})


def tell(journal: Journal, name: str, story: str) -> Record:
    """Keep which story was told, by its id."""
    return journal.append(Type.PRACTICE, {"of": name, "story": story})


def practices(records: Sequence[Record]) -> list[KeptPractice]:
    """Return all practice that was kept, the oldest first; what was begun with nothing said is none."""
    kept: dict[str, KeptPractice] = {}
    for record in records:
        if record.type == Type.PRACTICE:
            _follow(kept, record)
    said = [one for one in kept.values() if one.how is not None or one.text]
    return [one._replace(number=number) for number, one in enumerate(said, start=1)]


def _follow(kept: dict[str, KeptPractice], record: Record) -> None:
    """Take in one record; what is said of a practice that nobody began says nothing."""
    said = record.data
    if "begin" in said:
        kept[record.id] = KeptPractice(0, record.id, record.day, Round(**said["begin"]))
    elif said["of"] in kept:
        kept[said["of"]] = _followed(kept[said["of"]], said)


def _followed(one: KeptPractice, said: Mapping[str, object]) -> KeptPractice:
    match said:
        case {"text": str(text)}:
            return one._replace(text=f"{one.text}{text}\n")
        case {"how": str(how), "seconds": None | int() as seconds}:
            return one._replace(how=How(how), seconds=seconds)
        case {"score": dict(points)}:
            return one._replace(scores={**one.scores, **points})
        case {"story": str(story)}:
            return one._replace(story=story)
        case _:
            return one
