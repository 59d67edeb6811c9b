"""The interview: asks what placement needs next until nothing more is worth asking, then for evidence of what decided."""

from typing import NamedTuple

from pmpath.asking.asker import Asker, Choice, Prompt
from pmpath.core.deciding import deciding_answers
from pmpath.core.grid import Grid
from pmpath.core.questionnaire import Depth, Question, Reason, expected_total, next_question
from pmpath.model.answer import EVIDENCED_FROM, NONE, RANKS, Sheet
from pmpath.model.words import Words

SECONDS_A_QUESTION = 15


class Interview(NamedTuple):
    """What an interview is about: the ladder, how deep it goes, the level to compare with."""

    grid: Grid
    words: Words
    depth: Depth
    target: int | None


def ask_answers(interview: Interview, asker: Asker, sheet: Sheet) -> Sheet:
    """Ask for the answers that the sheet lacks and return the fuller sheet."""
    grid, depth, target = interview.grid, interview.depth, interview.target
    answers = dict(sheet.answers)
    asked = 0
    while question := next_question(grid, answers, depth=depth, target=target, asked=asked):
        total = expected_total(grid, answers, depth=depth, target=target, asked=asked)
        answers[question.id] = asker.choose(_prompt(interview, question, asked + 1, total))
        asked += 1
    return sheet._replace(answers=answers)


def ask_evidence(interview: Interview, asker: Asker, sheet: Sheet) -> Sheet:
    """Ask for a line of evidence for each deciding behavior that claims to be done alone and has none yet."""
    wanted = _without_evidence(interview, sheet)
    if not wanted:
        return sheet
    asker.say("")
    asker.say(_evidence_opening(len(wanted)))
    evidence = dict(sheet.evidence)
    for name in wanted:
        lines = _evidence_lines(interview.words, asker, name)
        if lines:
            evidence[name] = [lines]
    return sheet._replace(evidence=evidence)


def _without_evidence(interview: Interview, sheet: Sheet) -> list[str]:
    deciding = deciding_answers(interview.grid, interview.grid.states(sheet.answers))
    done_alone = [name for name in deciding if RANKS.get(sheet.answers[name], 0) >= EVIDENCED_FROM]
    return [name for name in done_alone if not sheet.evidence.get(name)]


def _evidence_opening(count: int) -> str:
    if count == 1:
        return "1 answer decides where you stand. A line of evidence makes it easier to stand by. Enter passes."
    return f"{count} answers decide where you stand. A line of evidence makes each easier to stand by. Enter passes."


def _evidence_lines(words: Words, asker: Asker, name: str) -> dict[str, str]:
    prompts = words.expectations[name].evidence
    what = asker.line(f"{words.title(name)}. {prompts.what}")
    if not what:
        return {}
    lines = {"what": what, "result": asker.line(prompts.result), "who": asker.line(prompts.confirm)}
    return {key: line for key, line in lines.items() if line}


def _prompt(interview: Interview, question: Question, place: int, total: int) -> Prompt:
    words = interview.words
    left = max(1, round((total - place + 1) * SECONDS_A_QUESTION / 60))
    progress = f"{place} of about {max(place, total)}, {left} {'minute' if left == 1 else 'minutes'} left"
    fact = words.competencies.get(question.id)
    if fact is not None and fact.question is not None and fact.none is not None:
        statements = [Choice(part.level, part.question) for part in reversed(fact.expectations)]
        choices = [*statements, Choice(NONE, fact.none.statement)]
        return Prompt(progress, _reason(interview, question), fact.question, "", choices)
    options = [Choice(option.id, option.label) for option in words.ladder.answers]
    return Prompt(progress, _reason(interview, question), words.expectations[question.id].question, words.ladder.frame, options)


def _reason(interview: Interview, question: Question) -> str:
    words, levels = interview.words, interview.grid.levels
    here = words.level_short(levels[question.rank - 1])
    match question.reason:
        case Reason.PLACES if question.id in words.competencies:
            return "decides which role you answer for"
        case Reason.PLACES:
            below = words.level_short(levels[question.rank - 2]) if question.rank > 1 else "the way in"
            return f"decides {below} or {here}"
        case Reason.COMPLETES_LIST:
            return f"completes your list for {here}"
        case Reason.FILLS_HOLE:
            return f"completes the picture at {here}"
        case Reason.WANTED_ALL:
            return f"part of the full set, {here}"
