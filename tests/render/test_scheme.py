"""Colors that can be read: the contrast that WCAG asks for at level AA, in light and in dark."""

from collections.abc import Mapping

import pytest

from pmpath.render.scheme import DARK, LIGHT, in_both

SCHEMES = {"light": LIGHT, "dark": DARK}
TEXTS = ("text", "quiet", "accent")
SIGNS = ("line", "bar", "mark")
both_schemes = pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)


def luminance(color: str) -> float:
    """Return how light a color is, as WCAG 2 defines it."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_has_the_contrast_that_the_standard_names() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_both_schemes_have_the_same_colors() -> None:
    assert set(LIGHT) == set(DARK) == {*TEXTS, *SIGNS, "paper", "code"}


@both_schemes
@pytest.mark.parametrize("name", TEXTS)
def test_a_text_can_be_read_on_paper(scheme: Mapping[str, str], name: str) -> None:
    assert contrast(scheme[name], scheme["paper"]) >= 4.5


@both_schemes
def test_a_command_can_be_read_on_its_ground(scheme: Mapping[str, str]) -> None:
    assert contrast(scheme["text"], scheme["code"]) >= 4.5


@both_schemes
@pytest.mark.parametrize("name", SIGNS)
def test_a_sign_can_be_seen_on_paper(scheme: Mapping[str, str], name: str) -> None:
    assert contrast(scheme[name], scheme["paper"]) >= 3


def test_rules_are_there_for_light_and_for_dark_screens() -> None:
    rules = in_both("p{color:{text}}\n")
    light, _, dark = rules.partition("@media screen and (prefers-color-scheme:dark){")
    assert (light, dark) == (f"p{{color:{LIGHT['text']}}}\n", f"\np{{color:{DARK['text']}}}\n}}\n")
