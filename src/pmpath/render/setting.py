"""What the setting of somebody's work changes, as lines and as data: how actions are done, what comes later, and why."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.model.setting import Setting
    from pmpath.model.words import Words
    from pmpath.render.envelope import Json


def setting_lines(words: "Words", setting: "Setting", *, moves: bool) -> list[str]:
    """Write what a setting changes in actions and their order, and why; `moves` says whether something comes later there."""
    rule = words.settings.get(setting.environment or "")
    if rule is None:
        return []
    order = words.order_note(setting, moves=moves)
    way_out = (
        "If the product itself is deeply technical, add --deep-tech."
        if moves and rule.unless and setting.deeply_technical is None
        else None
    )
    return [rule.actions, *([" ".join(filter(None, (order, way_out)))] if order else [])]


def setting_data(setting: "Setting", less: "Sequence[str]", words: "Words | None") -> "dict[str, Json] | None":
    """Return where the work happens as data, with what comes later there and why; None where no setting is known."""
    if setting.environment is None:
        return None
    rule = words.settings.get(setting.environment) if words else None
    return {
        "environment": setting.environment,
        "deeply_technical": setting.deeply_technical,
        "counts_less": less,
        "reason": rule.reason if rule and less else None,
        "order": words.order_note(setting, moves=bool(less)) if words else None,
        "actions": rule.actions if rule else None,
        "times": rule.times if rule else None,
    }
