"""What pmpath guide fit and hats do: take answers from options, a file or the person, and give reasons and next steps."""

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pmpath.cli.askers import new_asker, somebody_can_answer, stopping_in_order
from pmpath.cli.keeping import last_assessment
from pmpath.cli.outcome import Forms, Outcome, Shape
from pmpath.cli.output import tell
from pmpath.cli.terminal import is_terminal
from pmpath.content.files import STDIN, read_given, shown_name
from pmpath.content.fit_answers import problem_with, read_fit_answers
from pmpath.core.fit import fit, hats_worn
from pmpath.errors import UsageError
from pmpath.model.suggest import did_you_mean
from pmpath.model.visible import visible

if TYPE_CHECKING:
    from pmpath.asking.quiz import QuizQuestion
    from pmpath.content.library import Library
    from pmpath.model.environment import FitQuestion, Hat
    from pmpath.model.fitting import HatStanding

FAREWELL = "Stopped. Nothing of it is kept."
YES = "yes"


def run_fit(file: str | None, options: Sequence[str], library: "Library", shape: Shape) -> Outcome:
    """Return the reasons that the answers give for each setting; the questions where there are no answers."""
    from pmpath.render.fit import FitPage, fit_data, fit_rows

    environment = library.guides.environment
    answers = _fit_answers(file, options, environment.fit)
    if file is None and not options and somebody_can_answer(shape):
        answers = _asked([_fit_question(one) for one in environment.fit], shape)
    found = fit(environment.fit, answers)
    first = environment.fit[0]
    commands = ["pmpath guide environment", "pmpath guide hats"]
    if not answers:
        commands.insert(0, f"pmpath guide fit --answer {first.id}={first.choices[0].id}")
    return Outcome(
        "fit",
        lambda: fit_data(found, environment),
        lambda: FitPage(found, environment).build(commands),
        commands,
        forms=Forms(table=lambda: fit_rows(found, environment)),
    )


def run_hats(worn: Sequence[str], library: "Library", shape: Shape) -> Outcome:
    """Return which hats were worn and which stages were seen, and what to do about the others."""
    from pmpath.render.hats import HatsPage, hats_data, hats_rows

    environment = library.guides.environment
    last = last_assessment(shape.today, library.identity.id)
    met = _met(library, last.sheet.answers) if last else frozenset()
    every = [*environment.hats, *environment.stages]
    standings = hats_worn(every, _worn(worn, every, met, shape), met)
    commands = [*_first_action(every, standings), "pmpath guide environment"]
    return Outcome(
        "hats",
        lambda: hats_data(standings, environment, last),
        lambda: HatsPage(standings, environment, last).build(library.words, commands),
        commands,
        forms=Forms(table=lambda: hats_rows(standings, environment)),
    )


def _worn(named: Sequence[str], hats: "Sequence[Hat]", met: frozenset[str], shape: Shape) -> list[str]:
    """Return what the person says was worn; where nothing is said, ask about what the assessment does not show."""
    if named or not somebody_can_answer(shape):
        return [_hat_named(name, hats) for name in named]
    unknown = [_hat_question(hat) for hat in hats if not met.intersection(hat.expectations)]
    return [name for name, word in _asked(unknown, shape).items() if word == YES]


def _first_action(hats: "Sequence[Hat]", standings: "Sequence[HatStanding]") -> list[str]:
    """Return the command that explains what to do about the first hat that is open."""
    opened = [name for hat, one in zip(hats, standings, strict=True) if one.is_open for name in hat.expectations]
    return [f"pmpath explain {name}" for name in opened[:1]]


def _fit_answers(file: str | None, options: Sequence[str], questions: "Sequence[FitQuestion]") -> dict[str, str]:
    """Return the answers in the file, with those of the options over them."""
    if file == STDIN and is_terminal(sys.stdin):
        tell("Reading answers from the terminal; end them with Ctrl-D.")
    given = read_fit_answers(read_given(file), shown_name(file), questions) if file is not None else {}
    return {**given, **dict(_fit_answer(option, questions) for option in options)}


def _fit_answer(option: str, questions: "Sequence[FitQuestion]") -> tuple[str, str]:
    """Return question and choice of one option; `UsageError` where it is none."""
    name, equals, word = option.partition("=")
    if not equals:
        example = f"{questions[0].id}={questions[0].choices[0].id}"
        raise UsageError(f'--answer "{visible(option)}" is not ID=CHOICE', hint=f"for example --answer {example}")
    problem = problem_with(name, word, questions)
    if problem is not None:
        raise UsageError(f"--answer {visible(name)}: {problem[0]}", hint=problem[1])
    return name, word


def _asked(questions: "Sequence[QuizQuestion]", shape: Shape) -> dict[str, str]:
    from pmpath.asking.quiz import ask_all

    with stopping_in_order(lambda: FAREWELL):
        return ask_all(new_asker(shape), questions)


def _fit_question(one: "FitQuestion") -> "QuizQuestion":
    from pmpath.asking.quiz import QuizQuestion

    return QuizQuestion(
        one.id, one.id.replace("-", " ").capitalize(), one.question, {choice.id: choice.text for choice in one.choices}
    )


def _hat_question(hat: "Hat") -> "QuizQuestion":
    from pmpath.asking.quiz import QuizQuestion

    return QuizQuestion(hat.id, hat.name, hat.question, {YES: "Yes", "no": "Not yet"})


def _met(library: "Library", answers: Mapping[str, str]) -> frozenset[str]:
    from pmpath.core.states import indexes_of

    grid = library.grid
    return frozenset(grid.cells[i].id for i in indexes_of(grid.states(answers).met))


def _hat_named(name: str, hats: "Sequence[Hat]") -> str:
    known = [hat.id for hat in hats]
    if name in known:
        return name
    hint = "; ".join(filter(None, (did_you_mean(name, known), f"use one of: {', '.join(known)}")))
    raise UsageError(f'--worn does not know "{visible(name)}"', hint=hint)
