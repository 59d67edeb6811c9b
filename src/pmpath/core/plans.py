"""Schedules the actions of a path: week by week, never more than the hours that last, never more than two goals at once."""

from collections.abc import Iterable, Iterator, Sequence

from pmpath.model.hours import MOST_HOURS
from pmpath.model.plan import Fit, PlannedStep, Schedule, Stage, Task

SHARE_OF_HOURS = 60
"""Percent of the hours a week that a plan counts on; the rest goes to what comes between."""
GOALS_A_WEEK = 2
STAGES = ((Stage.LEARN, 20), (Stage.WITH_HELP, 50), (Stage.ALONE, 30))
"""How the hours of an action are shared out, in percent."""
ASK_MINUTES = 30
"""What asking for something takes; it comes out of the action's own hours."""
MINUTES = 60


class _Open:
    """An action that is being scheduled: the steps that are left with their minutes, and the week in which it began."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.left = [(stage, minutes) for stage, minutes in _stages(task) if minutes and stage not in task.done]
        self.began = 1 - task.waited if _is_begun(task, len(self.left)) else None

    def is_ready(self, week: int) -> bool:
        """Say whether its next step may be worked on: the last one not before the lead time is over."""
        if not self.left or week < self.task.not_before:
            return False
        if len(self.left) > 1 or self.task.lead_weeks <= 1:
            return True
        began = week if self.began is None else self.began
        return week >= began + self.task.lead_weeks - 1

    def spend(self, week: int, minutes: int) -> tuple[Stage, int]:
        """Spend up to these minutes on the next step; return the step and what was spent."""
        if self.began is None:
            self.began = week
        stage, wanted = self.left[0]
        spent = min(minutes, wanted)
        self.left[:1] = [(stage, wanted - spent)] if spent < wanted else []
        return stage, spent


def _is_begun(task: Task, left: int) -> bool:
    """Say whether an action is under way: by the time that passed, a step behind it, or only its last step left."""
    return bool(task.waited or task.done) or left == 1


def schedule(tasks: Sequence[Task], hours_a_week: float) -> Schedule:
    """Return the schedule of the actions in their order of work.

    Week capacity is 60 percent of the hours. What needs someone's yes begins with asking for it. In each week the first two
    actions that can be worked on share the capacity; an action that waits leaves its place to the next.
    """
    capacity = max(1, int(hours_a_week * MINUTES * SHARE_OF_HOURS / 100))
    goals = [_Open(task) for task in sorted(tasks, key=lambda task: not task.needs_yes)]
    spent: list[tuple[int, str, Stage, int]] = []
    week = 0
    while any(goal.left for goal in goals):
        week += 1
        spent += _work(goals, week, capacity)
    return _arranged(spent, capacity, week)


def fit(tasks: Sequence[Task], hours_a_week: float, weeks: int) -> Fit:
    """Say whether the actions fit into the weeks, and how many hours a week would do where they do not."""
    in_time = schedule(tasks, hours_a_week).weeks <= weeks
    enough = (hours for hours in range(1, MOST_HOURS + 1) if schedule(tasks, hours).weeks <= weeks)
    return Fit(weeks, in_time, next(enough, None))


def _stages(task: Task) -> Iterator[tuple[Stage, int]]:
    minutes = round(task.hours * MINUTES)
    if task.needs_yes:
        ask = min(ASK_MINUTES, minutes)
        yield Stage.ASK, ask
        minutes -= ask
    parts = [minutes * share // 100 for _, share in STAGES[:-1]]
    yield from zip((stage for stage, _ in STAGES), (*parts, minutes - sum(parts)), strict=True)


def _work(goals: Iterable[_Open], week: int, capacity: int) -> Iterator[tuple[int, str, Stage, int]]:
    """Spend one week's minutes: first on what has to be asked for, then in the order of work."""
    chosen = [goal for goal in goals if goal.is_ready(week)][:GOALS_A_WEEK]
    asking = [goal for goal in chosen if goal.left[0][0] is Stage.ASK]
    for goal, only_ask in (*((one, True) for one in asking), *((one, False) for one in chosen)):
        while capacity and goal.is_ready(week) and (not only_ask or goal.left[0][0] is Stage.ASK):
            stage, now = goal.spend(week, capacity)
            capacity -= now
            yield week, goal.task.id, stage, now


def _arranged(spent: Sequence[tuple[int, str, Stage, int]], capacity: int, weeks: int) -> Schedule:
    steps: dict[tuple[str, Stage], PlannedStep] = {}
    load: list[dict[str, int]] = [{} for _ in range(weeks)]
    for week, task, stage, minutes in spent:
        step = steps.get((task, stage), PlannedStep(task, stage, 0, week, week))
        steps[task, stage] = step._replace(minutes=step.minutes + minutes, last_week=week)
        load[week - 1][task] = load[week - 1].get(task, 0) + minutes
    ordered = sorted(steps.values(), key=lambda step: (step.first_week, step.last_week))
    return Schedule(tuple(ordered), capacity, weeks, tuple(load))
