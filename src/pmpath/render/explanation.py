"""One thing of the ladder explained: what it asks, what counts, where it comes from, what it decided last time."""

from typing import TYPE_CHECKING, Final, NamedTuple

from pmpath.model.answer import RANKS
from pmpath.render.data import fields
from pmpath.render.page import Page
from pmpath.render.phrases import add_action, counted, listed, share

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmpath.core.grid import Grid
    from pmpath.model.competency import Competency, Expectation
    from pmpath.model.draft import Kept
    from pmpath.model.ladder import AnswerOption
    from pmpath.model.level import Level
    from pmpath.model.source import Source
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json

OLD_MONTHS: Final = 18
"""From this age on a dated source says how old it is."""
_MONTHS: Final = 12


class Explainer:
    """Explains the things of one ladder, with the words of the person's last assessment where there is one."""

    def __init__(self, grid: "Grid", words: "Words", last: "Kept | None") -> None:
        """Keep where the words come from."""
        self._grid = grid
        self._words = words
        self._last = last

    def competency(self, one: "Competency") -> "Explanation":
        """Explain a competency: what it is, why it is asked about, what each level expects of it."""
        page = Page()
        page.text(one.name, "title")
        if one.summary:
            page.text(one.summary)
        kind = "a fact that others can check" if one.kind == "fact" else "a behavior, asked level by level"
        why = f"Why it is asked about: {one.why} " if one.why else ""
        page.text(f"{why}It is {kind}.")
        page.heading("What each level expects")
        page.fields(
            (f"{self._words.level_name(part.level)}", f"{part.label} ({one.id}.{part.level})") for part in one.expectations
        )
        asked = [one.id] if one.kind == "fact" else [f"{one.id}.{part.level}" for part in one.expectations]
        self._last_answers(page, asked)
        first = f"pmpath explain {one.id}.{one.expectations[0].level}"
        return self._explanation({"what": "competency", "id": one.id, **fields(one)}, asked, page, [first, *_taught(one)])

    def expectation(self, name: str) -> "Explanation":
        """Explain an expectation: what counts, what each answer looks like, which evidence, which action closes it."""
        part, competency = self._words.expectations[name], self._words.competency_of(name)
        page = Page()
        page.text(f"{competency.name}, {self._words.level_name(part.level)}: {part.label}", "title")
        page.text(part.question)
        page.section("This counts", part.counts_if)
        page.section("This does not count", [part.does_not_count] if part.does_not_count else [])
        question = self._grid.cells[self._grid.index[name]].question
        if question == name:
            page.heading("What each answer looks like")
            page.fields((option.label, self._verdict(option, name)) for option in self._words.ladder.answers)
        page.section("Evidence that helps", [part.evidence.what, part.evidence.result, part.evidence.confirm])
        page.heading("Why it is asked")
        page.text(" ".join(filter(None, (competency.why, self._weight(name)))))
        page.heading("The action that closes it")
        environment = self._last.sheet.context.environment if self._last else None
        add_action(page, part.action, place=1, environment=environment)
        self._last_answers(page, [question])
        self._origin(page, part)
        commands = [f"pmpath explain {competency.id}", f"pmpath ladder {part.level}", *_taught(competency)]
        return self._explanation({"what": "expectation", "id": name, **fields(part)}, [question], page, commands)

    def level(self, one: "Level") -> "Explanation":
        """Explain a level: when it is held, when someone is ready for it, what it expects."""
        rank = self._grid.rank_of(one.id)
        row, rules = self._grid.rows[rank], self._grid.rules
        must_haves = [self._grid.cells[i].id for i in self._grid.must_haves[rank]]
        page = Page()
        page.text(f"{one.name}: {one.in_one_line}", "title")
        page.heading("When it is yours")
        if must_haves:
            given = listed([self._words.title(name) for name in must_haves])
            page.item(f"The role: {given}, and the same of each level below.")
        page.item(f"The level: {share(rules.hold)} of what it expects, {rules.hold.of_count(len(row))} of {len(row)}.")
        others = len(row) - len(must_haves)
        page.item(f"Ready for it: {share(rules.ready)} of the rest, {rules.ready.of_count(others)} of {others}.")
        page.heading("What it expects")
        names = [self._grid.cells[i].id for i in row]
        page.fields((name, self._words.title(name)) for name in names)
        asked = list(dict.fromkeys(self._grid.cells[i].question for i in row))
        self._last_answers(page, asked)
        self._origin(page, one)
        return self._explanation({"what": "level", "id": one.id, **fields(one)}, asked, page, [f"pmpath ladder {one.id}"])

    def answer(self, option: "AnswerOption") -> "Explanation":
        """Explain an answer to a behavior: when to choose it, what it counts for."""
        page = Page()
        page.text(option.label, "title")
        page.text(option.meaning)
        page.text(self._counts_for(option))
        if option.advice:
            page.text(option.advice)
        chosen = self._chosen(page, option.id)
        return self._explanation({"what": "answer", "id": option.id, **fields(option)}, chosen, page, ["pmpath assess"])

    def source(self, one: "Source", today: str, guides: "Sequence[str]") -> "Explanation":
        """Explain a source: what it is, how far to trust it, what rests on it, the guides named among it."""
        cited = list(self._citing(one.key))
        page = Page()
        page.text(one.name, "title")
        page.text(one.note)
        page.fields(
            [
                ("Address", one.address),
                *([("File", one.file)] if one.file else []),
                ("Date", f"{one.date}{_age(one.date, today)}"),
                ("License", one.license),
                ("Read", one.read_how),
                ("Quality", one.quality),
            ]
        )
        page.section("What rests on it", [*(f"pmpath guide {topic}" for topic in guides), *cited])
        data: dict[str, Json] = {"what": "source", "id": one.key, **fields(one), "cited_by": cited, "guides": guides}
        commands = [f"pmpath guide {guides[0]}"] if guides else ["pmpath ladder"]
        return self._explanation(data, [], page, commands)

    def _counts_for(self, option: "AnswerOption") -> str:
        needs = {cell.rank: cell.need for cell in self._grid.cells if not cell.is_fact}
        meets = [
            self._words.level_name(self._grid.levels[rank - 1]) for rank in sorted(needs) if RANKS[option.id] >= needs[rank]
        ]
        if len(meets) == len(needs):
            return "It meets an expectation of every level."
        return f"It meets what these levels expect: {listed(meets) or 'none'}."

    def _chosen(self, page: Page, word: str) -> list[str]:
        """Name the questions that the person answered so last time."""
        if self._last is None:
            return []
        chosen = [name for name, answer in self._last.sheet.answers.items() if answer == word and name in self._grid.choices]
        if chosen:
            page.heading(f"You chose it in {counted(len(chosen), 'answer', 'answers')} on {self._last.at[:10]}")
        page.items(f"{self._words.question_title(name)} ({name})" for name in chosen)
        return chosen

    def _citing(self, key: str) -> "Iterator[str]":
        yield from (name for name, level in self._words.levels.items() if key in level.sources)
        yield from (name for name, part in self._words.expectations.items() if key in part.sources)

    def _verdict(self, option: "AnswerOption", name: str) -> str:
        cell = self._grid.cells[self._grid.index[name]]
        counts = "meets it" if RANKS[option.id] >= cell.need else "does not meet it yet"
        return f"{option.meaning} This {counts}."

    def _weight(self, name: str) -> str:
        cell = self._grid.cells[self._grid.index[name]]
        level = self._words.level_name(self._grid.levels[cell.rank - 1])
        if cell.must_have:
            return f"Nobody holds the role of {level} without it; someone has to give it to you."
        return f"It is core to {level}: gaps here come first." if cell.core else f"It is one of the things expected of {level}."

    def _last_answers(self, page: Page, asked: "Sequence[str]") -> None:
        """Say what the person answered last time, and what of it decided."""
        if self._last is None:
            return
        known = [name for name in asked if name in self._last.sheet.answers]
        page.heading(f"In your assessment of {self._last.at[:10]}")
        if not known:
            page.text("This was not asked.")
        for name in known:
            page.item(f"{self._words.question_title(name)}: {self._said(name)}")

    def _said(self, name: str) -> str:
        word = self._last.sheet.answers[name] if self._last else ""
        is_known = word in self._grid.choices.get(name, ())
        said = self._words.answer_short(name, word) if is_known else word
        decided = self._last is not None and name in self._last.because
        return f"{said} ({'one of the answers that decided where you stand' if decided else 'did not decide where you stand'})"

    def _origin(self, page: Page, one: "Expectation | Level") -> None:
        page.gap()
        sources = f" Sources: {', '.join(one.sources)}." if one.sources else ""
        page.text(f"Origin: {one.origin}.{sources}", "quiet")

    def _explanation(
        self, data: "dict[str, Json]", asked: "Sequence[str]", page: Page, commands: "Sequence[str]"
    ) -> "Explanation":
        page.commands(commands)
        return Explanation({**data, "last": self._last_data(asked)}, page, commands)

    def _last_data(self, asked: "Sequence[str]") -> "Json":
        if self._last is None:
            return None
        answers = {name: self._last.sheet.answers.get(name) for name in asked}
        return {"at": self._last.at, "answers": answers, "decided": [name for name in asked if name in self._last.because]}


class Explanation(NamedTuple):
    """One explanation as data and as a page, and what to type next."""

    data: "dict[str, Json]"
    page: Page
    next_commands: "Sequence[str]"


def _age(date: str, today: str) -> str:
    """Say how old a dated source is once it is old; `date` begins with its year where it has one."""
    year = date[:4]
    if not year.isdigit():
        return ""
    month = int(date[5:7]) if date[5:7].isdigit() else _MONTHS
    months = (int(today[:4]) - int(year)) * _MONTHS + int(today[5:7]) - month
    return f" (about {counted(round(months / _MONTHS), 'year', 'years')} old)" if months > OLD_MONTHS else ""


def _taught(competency: "Competency") -> list[str]:
    """Return the command that opens the guide to a competency, where there is one."""
    return [f"pmpath guide {competency.guide}"] if competency.guide else []
