"""Fills in what a ladder of one's own leaves out: the words of the method, and short forms of what it says."""

from pmpath.content.nodes import NOTHING, Node

BORROWED = ("frame", "rules", "answers", "defaults")
"""Parts of a ladder that are those of the default one where a file leaves them out."""

_LONGEST_LEVEL, _LONGEST_LABEL = 10, 39
_NAMELESS = "nameless"


def filled(root: Node, default: Node) -> Node:
    """Return a ladder with what its file leaves out; what cannot be filled in stays away, for the model to say so."""
    borrowed = {name: default.field(name) for name in BORROWED if name not in root.fields}
    root = root.having(**borrowed)
    own = root.field("defaults")
    levels = [_named(item, _LONGEST_LEVEL) for item in root.field("levels").items]
    competencies = [_competency(item, own) for item in root.field("competencies").items]
    return root.holding("levels", levels).holding("competencies", competencies)


def _named(item: Node, longest: int) -> Node:
    """Return a level or competency with its name for a short form where it has none and the name is short enough."""
    if "short" in item.fields or not isinstance(item.inner, dict):
        return item
    name = item.field("name").word
    if name is None:  # the name is what is wrong then
        return item.having(short=Node(_NAMELESS))
    return item.having(short=Node(name)) if len(name) <= longest else item


def _competency(item: Node, defaults: Node) -> Node:
    if not isinstance(item.inner, dict):
        return item
    item = _named(item, _LONGEST_LABEL)
    if "kind" not in item.fields:
        item = item.having(kind=Node("behavior"))
    action = defaults.field("ask" if item.field("kind").word == "fact" else "action")
    parts = [_expectation(part, defaults.field("evidence"), action) for part in item.field("expectations").items]
    return item.holding("expectations", parts)


def _expectation(part: Node, evidence: Node, action: Node) -> Node:
    if not isinstance(part.inner, dict):
        return part
    prompts, task = _over(part.field("evidence"), evidence), part.field("action")
    if "action" not in part.fields:
        task = action
    elif isinstance(task.inner, dict):
        task = task.having(**{"hours": action.field("hours"), **task.fields})
    given = {"evidence": prompts, "action": task}
    return part.having(**{name: node for name, node in given.items() if node is not NOTHING})


def _over(given: Node, default: Node) -> Node:
    """Return a mapping with what it leaves out taken from another; that other where nothing is given."""
    if given is NOTHING:
        return default
    return given.having(**{**default.fields, **given.fields}) if isinstance(given.inner, dict) else given
