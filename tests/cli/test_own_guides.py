"""Guides and interview practice beside a ladder of one's own: what it does not know is left out, nothing breaks."""

import pytest

from builders import ROOT
from cli.running import Pmpath

MONZO = str(ROOT / "examples" / "monzo-product.yaml")
PAGES = [
    ("guide", "time"),
    ("guide", "pay"),
    ("guide", "market"),
    ("guide", "hats"),
    ("guide", "environment"),
    ("guide", "faq"),
    ("interview",),
    ("interview", "product-sense"),
    ("interview", "show", "behavioral"),
    ("interview", "stories"),
]


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
@pytest.mark.parametrize("options", [(), ("--json",)], ids=["text", "json"])
def test_a_page_beside_a_ladder_of_ones_own_is_whole(pmpath: Pmpath, words: tuple[str, ...], options: tuple[str, ...]) -> None:
    ran = pmpath(*words, "--ladder", MONZO, *options)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out


def test_where_no_source_knows_a_level_of_the_ladder_the_guide_says_so(pmpath: Pmpath) -> None:
    assert "No source gives a figure for a level of this ladder." in pmpath("guide", "time", "--ladder", MONZO).out


def test_a_prompt_for_no_level_of_the_ladder_is_one_for_all(pmpath: Pmpath) -> None:
    assert pmpath("interview", "product-sense", "--level", "level-3", "--ladder", MONZO, "--json").data["question"]
    assert pmpath("interview", "product-sense", "--level", "cpo", "--ladder", MONZO).code == 2


def test_links_of_a_guide_name_only_what_the_ladder_knows(pmpath: Pmpath) -> None:
    guide = pmpath("guide", "discovery", "--ladder", MONZO, "--json").data
    assert (guide["levels"], guide["expectations"]) == ([], [])
