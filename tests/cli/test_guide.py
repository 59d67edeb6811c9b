"""pmpath guide: topics found by any name, one level alone, the person's years, an offer, reasons of fit, hats."""

import json
from pathlib import Path
from typing import Final

import pytest

from builders import example_a, library
from cli.running import Feed, Home, Pmpath, flowing

GUIDES: Final = library().guides
TOPICS: Final = [topic.id for topic in GUIDES.topics]
FIT: Final = GUIDES.environment.fit


def test_the_list_is_what_comes_without_a_word(pmpath: Pmpath) -> None:
    assert pmpath("guide") == pmpath("guide", "list")
    assert [topic["id"] for topic in pmpath("guide", "--json").data["topics"]] == TOPICS


@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_answers_its_question_first(pmpath: Pmpath, name: str) -> None:
    ran = pmpath("guide", name)
    topic = next(one for one in GUIDES.topics if one.id == name)
    assert (ran.code, ran.err) == (0, "")
    assert flowing(ran.out).startswith(f"{topic.title} {topic.question}")


@pytest.mark.parametrize("name", [alias for topic in GUIDES.topics for alias in (topic.id.upper(), *topic.aliases)])
def test_a_topic_is_found_by_any_of_its_names(pmpath: Pmpath, name: str) -> None:
    found = pmpath("guide", name, "--json").data
    assert name.lower() in (found["id"], *found["aliases"])


def test_a_topic_is_the_same_with_its_command_spelled_out_and_options_before_it(pmpath: Pmpath) -> None:
    assert pmpath("guide", "show", "market") == pmpath("guide", "market") == pmpath("guide", "--color", "never", "market")


@pytest.mark.parametrize(
    ("name", "near"), [("markt", "did you mean market?; "), ("ofer", "did you mean offer?; "), ("xyzzy", "")]
)
def test_an_unknown_topic_names_the_nearest_and_all(pmpath: Pmpath, name: str, near: str) -> None:
    error = pmpath("guide", name, "--json").error
    assert (error["exit_code"], error["message"]) == (2, f'there is no guide "{name}"')
    assert error["hint"] == f"{near}topics: {', '.join(TOPICS)}"


def test_a_figure_is_old_by_the_day_that_is_given(pmpath: Pmpath) -> None:
    assert "months old" in pmpath("guide", "market", "--today", "2026-11-30").out
    assert "2024-09-24, " not in pmpath("guide", "market", "--today", "2025-01-01").out


def test_the_corrected_rise_is_shown_with_what_the_article_says(pmpath: Pmpath) -> None:
    out = pmpath("guide", "market", "--plain", "--today", "2026-06-01").out
    assert "53.6 percent (up)" in out
    assert "Corrected. The article gives this rise as one of early 2024." in out


def test_the_same_day_gives_the_same_bytes(pmpath: Pmpath) -> None:
    assert pmpath("guide", "pay", "--today", "2026-06-01") == pmpath("guide", "pay", "--today", "2026-06-01")


@pytest.mark.parametrize("words", [("pay", "senior-pm"), ("pay", "Senior PM"), ("salary", "--level", "sr-pm")], ids=" ".join)
def test_the_pay_of_one_level_is_that_alone(pmpath: Pmpath, words: tuple[str, ...]) -> None:
    data = pmpath("guide", *words, "--json").data
    assert [one["level"] for one in data["pay"]] == ["senior-pm"]
    assert {figure["level"] for figure in data["pay"][0]["figures"]} == {"senior-pm"}
    out = pmpath("guide", *words).out
    assert out.startswith("Pay: Senior Product Manager\n")
    assert "Google's grade L4" not in out


def test_all_levels_are_in_the_pay_without_a_level(pmpath: Pmpath) -> None:
    assert [one["level"] for one in pmpath("guide", "pay", "--json").data["pay"]] == list(library().grid.levels)


def test_the_table_of_one_level_holds_its_figures_only(pmpath: Pmpath) -> None:
    lines = pmpath("guide", "pay", "cpo", "--format", "csv").out.splitlines()
    assert [line.partition(",")[0] for line in lines] == ["id", "pay-cpo-personas"]


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (("market", "pm"), "the guide market is the same for every level", "LEVEL goes with time and pay"),
        (("pay", "pm", "--level", "vp"), "LEVEL and --level name two levels", "use one of them"),
        (("pay", "direktor"), 'LEVEL: no such level: "direktor"', "did you mean director?"),
        (("market", "--years", "3"), "--years goes with the guide time", "pmpath guide time --years 3"),
        (("pay", "--in-role", "1.5"), "--in-role goes with the guide time", "pmpath guide time --in-role 1.5"),
        (("time", "--years", "71"), "--years takes years from 0 to 70", "for example --years 4"),
        (("time", "--years=-1"), "--years takes years from 0 to 70", "for example --years 4"),
        (("time", "--in-role", "nan"), "--in-role takes years from 0 to 70", "for example --in-role 4"),
    ],
)
def test_what_a_topic_cannot_be_asked_is_refused(pmpath: Pmpath, words: tuple[str, ...], message: str, hint: str) -> None:
    error = pmpath("guide", *words, "--json").error
    assert (error["exit_code"], error["message"], error["hint"]) == (2, message, hint)


def test_one_level_may_be_named_twice(pmpath: Pmpath) -> None:
    assert pmpath("guide", "pay", "pm", "--level", "product-manager").code == 0


def test_years_are_held_against_experience_and_place_nobody(pmpath: Pmpath) -> None:
    out = flowing(pmpath("guide", "time", "senior-pm", "--years", "4").out)
    assert "4 years in product lie within 2 and below 3 of 5 ranges." in out
    assert "Years place nobody" in out


def test_time_in_the_role_is_that_of_the_last_assessment(pmpath: Pmpath, home: Home) -> None:
    home.assessed(example_a())
    data = pmpath("guide", "time", "--in-role", "1", "--json").data["time"]
    assert data["assessed"] == {"at": "2026-01-05T09:00:00Z", "level": "pm"}
    assert {one["level"] for one in data["ranges"] if one["own_place"]} == {"pm"}
    assert "By your assessment of 2026-01-05 you show Product Manager." in pmpath("guide", "time", "--in-role", "1").out


def test_looking_keeps_nothing(pmpath: Pmpath, home: Home) -> None:
    for words in (("time", "--years", "4"), ("fit",), ("hats", "--worn", "analyst"), ("offer", "--part", "base=1")):
        assert pmpath("guide", *words).code == 0
    assert not home.journal.exists()


def test_a_topic_is_pointed_to_by_explain(pmpath: Pmpath) -> None:
    assert pmpath("explain", "salary", "--json").error["hint"] == "see pmpath guide salary"


def test_a_source_names_the_guides_that_rest_on_it(pmpath: Pmpath) -> None:
    ran = pmpath("explain", "W-LEN25", "--json")
    assert "market" in ran.data["guides"]
    assert ran.whole["next_commands"] == ["pmpath guide market"]


# An offer


def test_an_offer_is_added_up_from_a_file_with_options_over_it(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "offer.yaml").write_text("currency: EUR\nparts:\n  base: 90000\n  equity: 40000\n", "utf-8")
    data = pmpath("guide", "offer", "offer.yaml", "--part", "base=100000", "--part", "equity.years=4", "--json").data
    assert (data["currency"], data["first_year"]) == ("EUR", {"guaranteed": 100000, "conditional": 0})
    assert data["on_paper"] == [{"id": "equity", "amount": 40000, "a_year": 10000, "after_one_year": None}]


def test_an_offer_on_a_page_has_cash_first_and_equity_in_no_sum(pmpath: Pmpath) -> None:
    out = pmpath("guide", "offer", "--part", "base=100000", "--part", "equity=40000", "--currency", "USD").out
    assert "100,000 USD  100,000 USD" in out
    assert out.index("Guaranteed") < out.index("Equity: 40,000 USD on paper.")
    assert "140,000" not in out


def test_an_offer_without_a_base_says_that_its_sums_are_not_whole(pmpath: Pmpath) -> None:
    assert "The base is not said, so these sums are not whole." in pmpath("guide", "offer", "--part", "sign-on=1").out


def test_what_is_missing_comes_with_what_to_ask(pmpath: Pmpath) -> None:
    ran = pmpath("guide", "offer", "--part", "base=1")
    part = next(one for one in GUIDES.offer.parts if one.id == "bonus")
    assert part.ask in flowing(ran.out)
    assert "Range" not in ran.out


def test_an_offer_that_says_it_all_leaves_nothing_to_ask_about_its_parts(pmpath: Pmpath) -> None:
    said = {"base": 1, "bonus": 1, "sign-on": 1, "profit-share": 0, "benefits": "pension", "relocation": 5}
    data = {"parts": {**said, "equity": {"amount": 1, "years": 4, "cliff_months": 12}}}
    Path("offer.json").write_text(json.dumps(data), "utf-8")
    out = pmpath("guide", "offer", "offer.json").out
    assert "Every part is said." in out
    assert "Relocation support: worth 5 as stated" in out
    assert "0.25 a year on paper if it becomes yours evenly; 0.25 of it after one year." in flowing(out)


def test_an_offer_comes_through_a_pipe(pmpath: Pmpath, feed: Feed) -> None:
    feed(b"parts:\n  base: 5\n")
    assert pmpath("guide", "offer", "-", "--json").data["usual_year"]["guaranteed"] == 5


def test_the_template_can_be_filled_in_and_read(pmpath: Pmpath) -> None:
    Path("offer.yaml").write_text(pmpath("guide", "offer", "--template").out.replace("base: null", "base: 7"), "utf-8")
    assert pmpath("guide", "offer", "offer.yaml", "--json").data["usual_year"] == {"guaranteed": 7, "conditional": 0}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--part", "base"), '--part "base" is not PART=AMOUNT'),
        (("--part", "bse=1"), '--part bse: there is no part "bse"'),
        (("--part", "base=much"), "--part base.amount: must be a number from 0 to 1000000000000"),
        (("--part", "base=nan"), "--part base.amount: must be a number from 0 to 1000000000000"),
        (("--part", "base.years=2"), "--part base.years: no such field"),
        (("--currency", "euro"), "--currency: must be three capital letters"),
        (
            ("--part", "bonus=1", "--part", "bonus.guaranteed=2"),
            "--part bonus.guaranteed: more is guaranteed than comes in full",
        ),
    ],
)
def test_an_option_that_says_nothing_sound_is_refused(pmpath: Pmpath, words: tuple[str, ...], message: str) -> None:
    error = pmpath("guide", "offer", *words, "--json").error
    assert (error["exit_code"], error["message"]) == (2, message)
    assert error["hint"]


def test_a_file_that_is_no_offer_names_every_problem(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("currency: x\nparts:\n  bse: 1\n", "utf-8")
    ran = pmpath("guide", "offer", "bad.yaml")
    assert (ran.code, ran.out) == (65, "")
    assert ran.err.endswith("2 problems: this offer is not valid\n")
    assert "bad.yaml:3:3  parts.bse" in ran.err


# Fit


def answers_for(side: str, count: int) -> list[str]:
    """Return options that answer the first questions for a side."""
    chosen = [f"{one.id}={next(choice.id for choice in one.choices if choice.speaks_for == side)}" for one in FIT[:count]]
    return [word for answer in chosen for word in ("--answer", answer)]


def test_without_answers_and_a_terminal_the_questions_are_shown(pmpath: Pmpath) -> None:
    ran = pmpath("guide", "fit")
    assert ran.code == 0
    assert [one.question for one in FIT if one.question not in flowing(ran.out)] == []
    assert f"({FIT[0].id}={FIT[0].choices[0].id})" in flowing(ran.out)


def test_reasons_stand_with_the_answer_that_gives_them_and_no_number_judges(pmpath: Pmpath) -> None:
    out = flowing(pmpath("guide", "fit", *answers_for("startup", 4)).out)
    choice = next(choice for choice in FIT[0].choices if choice.speaks_for == "startup")
    assert choice.reason.rstrip(".") in out
    assert "More of what you said speaks for a startup." in out
    assert "Nothing that you said speaks for it. Against it: the four reasons for the other side." in out
    assert "%" not in out


def test_few_reasons_say_so(pmpath: Pmpath) -> None:
    ran = pmpath("guide", "fit", *answers_for("corporate", 2))
    assert "Too little of what you said speaks for either side" in flowing(ran.out)
    assert FIT[3].question in flowing(ran.out).partition("Not answered")[2]


def test_answers_come_from_a_file_with_options_over_it(pmpath: Pmpath, tmp_path: Path) -> None:
    (tmp_path / "fit.json").write_text(json.dumps({"answers": {"breadth": "one-kind", "hours": None}}), "utf-8")
    data = pmpath("guide", "fit", "--answers", "fit.json", "--answer", "breadth=many-kinds", "--json").data
    assert ([one["choice"] for one in data["startup"]], data["corporate"]) == (["many-kinds"], [])


def test_answers_come_through_a_pipe(pmpath: Pmpath, feed: Feed) -> None:
    feed(b"answers: {breadth: one-kind}")
    assert pmpath("guide", "fit", "--answers", "-", "--json").data["corporate"][0]["question"] == "breadth"


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("breadth", '--answer "breadth" is not ID=CHOICE'),
        ("bredth=x", "--answer bredth: no such question"),
        ("breadth=x", "--answer breadth: no such choice"),
    ],
)
def test_an_answer_that_is_none_is_refused(pmpath: Pmpath, answer: str, message: str) -> None:
    error = pmpath("guide", "fit", "--answer", answer, "--json").error
    assert (error["exit_code"], error["message"]) == (2, message)


# Hats


def test_hats_are_inferred_from_the_last_assessment_and_said_to_be(pmpath: Pmpath, home: Home) -> None:
    home.assessed(example_a())
    data = pmpath("guide", "hats", "--json").data
    assert (data["assessed_at"], {hat["worn"] for hat in data["hats"]}) == ("2026-01-05T09:00:00Z", {"inferred"})
    out = flowing(pmpath("guide", "hats").out)
    assert "What is inferred comes from your assessment of 2026-01-05" in out
    assert "inferred from" in out


def test_a_missing_hat_comes_with_its_action_and_what_it_helps_with(pmpath: Pmpath) -> None:
    hat = next(one for one in GUIDES.environment.hats if one.id == "designer")
    out = flowing(pmpath("guide", "hats", "--worn", "analyst").out)
    assert hat.action in out
    assert all(f"({name})" in out for name in hat.expectations)
    assert "Analyst (analyst): worn, as you say" in out


def test_an_uncovered_stage_is_listed(pmpath: Pmpath) -> None:
    stages = pmpath("guide", "hats", "--worn", "retire", "--json").data["stages"]
    assert {one["id"]: one["worn"] for one in stages}["retire"] == "said"
    assert {one["worn"] for one in stages if one["id"] != "retire"} == {"open"}


def test_all_hats_worn_leave_the_comparison_to_look_at(pmpath: Pmpath) -> None:
    every = [*GUIDES.environment.hats, *GUIDES.environment.stages]
    words = [word for hat in every for word in ("--worn", hat.id)]
    assert pmpath("guide", "hats", *words, "--json").whole["next_commands"] == ["pmpath guide environment"]


def test_an_unknown_hat_is_refused(pmpath: Pmpath) -> None:
    error = pmpath("guide", "hats", "--worn", "analist", "--json").error
    assert (error["exit_code"], error["message"]) == (2, '--worn does not know "analist"')
    assert error["hint"].startswith("did you mean analyst?; use one of: strategist, ")
