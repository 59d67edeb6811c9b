"""Rules that the shipped content keeps: what people may rely on in every line of it."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable
from itertools import pairwise
from typing import Final, TypeVar

import pytest

from builders import grid, library
from data_folder import FILES, GUIDES, INTERVIEW, LADDER, PORTFOLIO, SHIPPED, SOURCES, TRANSITIONS, Raw, parts, shipped, texts

Item = TypeVar("Item", bound=Hashable)
LEVELS: Final = ("apm", "pm", "senior-pm", "group-pm", "director", "vp", "cpo")
ALL: Final = LEVELS
TO_VP: Final = LEVELS[:-1]
TO_DIRECTOR: Final = LEVELS[:5]
FROM_SENIOR: Final = LEVELS[2:]
COMPETENCIES: Final = {
    "scope": ALL,
    "people": FROM_SENIOR,
    "discovery": TO_VP,
    "data": TO_VP,
    "prioritization": ALL,
    "delivery": TO_DIRECTOR,
    "technology": TO_DIRECTOR,
    "strategy": ALL,
    "business": ALL,
    "influence": ALL,
    "organization": FROM_SENIOR,
}
FACTS: Final = ("scope", "people")
CORE: Final = {
    "apm": ["delivery"],
    "pm": ["prioritization", "discovery"],
    "senior-pm": ["strategy", "influence"],
    "group-pm": ["prioritization", "influence"],
    "director": ["organization", "strategy"],
    "vp": ["business", "strategy"],
    "cpo": ["strategy", "influence"],
}
BANDS: Final = {
    "foundation": ["apm", "pm"],
    "strategic": ["senior-pm", "group-pm"],
    "executive": ["director", "vp", "cpo"],
}
MANAGED: Final = {
    "apm": "nobody",
    "pm": "nobody",
    "senior-pm": "mentors",
    "group-pm": "people",
    "director": "managers",
    "vp": "directors",
    "cpo": "leaders",
}
TITLES: Final = {
    "junior-pm": "apm",
    "product-owner": "pm",
    "Sr. PM": "senior-pm",
    "GPM": "group-pm",
    "Head of Product": "director",
    "vp_product": "vp",
    "chief-product-officer": "cpo",
}
STAGE_COLUMNS: Final = ("focus", "scope", "horizon", "skills", "mindset", "from_entry", "success", "manages", "reach", "mode")
LIST_LENGTHS: Final = {"apm": 8, "pm": 8, "senior-pm": 8, "group-pm": 9, "director": 10}
MILESTONES: Final = {("apm", "pm"): 6, ("pm", "senior-pm"): 8, ("senior-pm", "group-pm"): 10}
ARTICLE: Final = "W-UND"
ARTICLE_ADVANTAGES: Final = {
    "engineer": ["technology-fluency", "feasibility", "effort-estimates", "developer-credibility"],
    "designer": ["user-empathy", "journeys", "experience-craft"],
    "marketer": ["market", "positioning", "storytelling", "go-to-market", "competition", "segmentation"],
}
ARTICLE_CHALLENGES: Final = {"engineer": "how-to-why", "designer": "zoom-out", "marketer": "move-upstream"}
ARTICLE_MINDSETS: Final = {
    "engineer": ["customer-empathy", "user-first", "problem-over-solution"],
    "designer": ["revenue", "acquisition", "retention"],
    "marketer": ["strategy", "roadmap"],
}
ARTIFACTS: Final = {"engineer": "opportunity.md", "designer": "business-case.md", "marketer": "product-brief.md"}
TIP_STEPS: Final = {"engineer": 4, "designer": 4, "marketer": 3}
BACKGROUNDS: Final = (
    *ARTIFACTS,
    "data-analyst",
    "project-manager",
    "consultant",
    "customer-success",
    "sales",
    "founder",
    "other",
)
STORIES: Final = {
    "eng-msft": "engineer",
    "eng-torres": "engineer",
    "eng-daigle": "engineer",
    "eng-milchek": "engineer",
    "des-suthar": "designer",
    "des-eshwer": "designer",
    "des-vacco": "designer",
    "mkt-holm": "marketer",
    "mkt-kgiamalis": "marketer",
    "oth-soumya": "data-analyst",
    "oth-exconsultant": "consultant",
    "oth-moniepoint": "customer-success",
    "oth-brylova": "project-manager",
    "oth-teacher": "other",
    "oth-pendo": "customer-success",
}
FIRST_YEARS: Final = {
    "apm": (0, 2),
    "pm": (2, 5),
    "senior-pm": (3, 6),
    "group-pm": (8, 12),
    "director": (10, 15),
    "vp": (12, 18),
    "cpo": (15, None),
}
DEGREE: Final = re.compile(r"\b(degrees?|diplomas?|university|college|bachelor'?s?|master'?s|mba|phd)\b", re.IGNORECASE)
PROMISE: Final = re.compile(
    r"\byou(?:'ll| will) (?:be|become|get|reach|land|make|hold|arrive|move)\b[^.]*"
    r"\b(?:in|within|after|by)\b[^.]*\b(?:days?|weeks?|months?|quarters?|years?)\b"
    r"|\bguarantee|\bpromise you\b|\bwill get (?:you )?(?:the|a) (?:job|role|offer|promotion)\b",
    re.IGNORECASE,
)


def ladder() -> Raw:
    return shipped(LADDER)


def playbooks() -> dict[str, Raw]:
    return {playbook["id"]: playbook for playbook in shipped(TRANSITIONS)["playbooks"]}


def levels() -> dict[str, Raw]:
    return {level["id"]: level for level in ladder()["levels"]}


def competencies() -> dict[str, Raw]:
    return {competency["id"]: competency for competency in ladder()["competencies"]}


def expectations() -> dict[str, Raw]:
    return {
        f"{competency['id']}.{part['level']}": part
        for competency in competencies().values()
        for part in competency["expectations"]
    }


CITING = (LADDER, TRANSITIONS, PORTFOLIO, INTERVIEW, GUIDES)
"""The files whose statements name sources."""


def statements() -> list[tuple[str, str, Raw]]:
    """Every part of the ladder and the playbooks that says where it comes from: file, path, part."""
    return [(name, path, part) for name in CITING for path, part in parts(shipped(name)) if "origin" in part]


def ranges() -> list[tuple[str, Raw]]:
    return [(path, part) for path, part in parts(ladder()) if {"low", "high"} <= part.keys()]


def test_the_ladder_has_the_seven_levels_in_order() -> None:
    assert tuple(levels()) == LEVELS


@pytest.mark.parametrize("band", BANDS)
def test_each_band_holds_its_levels(band: str) -> None:
    assert [level["id"] for level in ladder()["levels"] if level["band"] == band] == BANDS[band]


def test_the_bands_are_the_three_of_the_article_lowest_first() -> None:
    assert [band["id"] for band in ladder()["bands"]] == list(BANDS)


def test_there_are_exactly_sixty_seven_expectations() -> None:
    assert len(expectations()) == 67
    assert len(grid().cells) == 67


def test_there_are_exactly_fifty_seven_questions() -> None:
    assert len(grid().choices) == 57


def test_the_competencies_are_the_eleven_in_the_order_of_asking() -> None:
    assert list(competencies()) == list(COMPETENCIES)


@pytest.mark.parametrize("competency", COMPETENCIES)
def test_a_competency_has_exactly_its_levels(competency: str) -> None:
    assert tuple(part["level"] for part in competencies()[competency]["expectations"]) == COMPETENCIES[competency]


@pytest.mark.parametrize("competency", COMPETENCIES)
def test_only_scope_and_people_are_facts(competency: str) -> None:
    assert competencies()[competency]["kind"] == ("fact" if competency in FACTS else "behavior")


@pytest.mark.parametrize("level", LEVELS)
def test_people_is_a_must_have_from_group_pm_up_and_scope_everywhere(level: str) -> None:
    manages = LEVELS.index(level) >= LEVELS.index("group-pm")
    assert levels()[level]["must_haves"] == (["scope", "people"] if manages else ["scope"])


@pytest.mark.parametrize("level", LEVELS)
def test_the_core_competencies_of_a_level_are_those_of_the_rule(level: str) -> None:
    assert levels()[level]["core"] == CORE[level]


@pytest.mark.parametrize("level", LEVELS)
def test_help_is_enough_at_the_first_level_only(level: str) -> None:
    assert levels()[level]["met_from"] == ("with-help" if level == "apm" else "on-my-own")


def test_the_thresholds_are_half_two_thirds_and_two_thirds() -> None:
    assert ladder()["rules"] == {
        "hold": {"over": 1, "of": 2},
        "strong": {"over": 2, "of": 3},
        "ready": {"over": 2, "of": 3},
        "estimate_from": 3,
    }


def test_the_answers_are_offered_lowest_first() -> None:
    assert [answer["id"] for answer in ladder()["answers"]] == ["not-yet", "no-chance", "with-help", "on-my-own", "lead-others"]


def test_the_sum_of_expectations_by_level_is_that_of_the_cells() -> None:
    counted = Counter(name.partition(".")[2] for name in expectations())
    assert counted == {"apm": 9, "pm": 9, "senior-pm": 11, "group-pm": 11, "director": 11, "vp": 9, "cpo": 7}


def test_every_label_is_unique_and_short() -> None:
    labels = [part["label"] for part in expectations().values()]
    assert [label for label, count in Counter(labels).items() if count > 1] == []
    assert [label for label in labels if len(label) >= 40] == []


def test_labels_of_fact_bottoms_are_short_too() -> None:
    assert all(len(competencies()[fact]["none"]["label"]) < 40 for fact in FACTS)


def test_every_question_is_asked_once() -> None:
    questions = [part["question"] for part in expectations().values()]
    assert len(set(questions)) == len(questions)


@pytest.mark.parametrize("name", sorted(f"{c}.{level}" for c, at in COMPETENCIES.items() for level in at))
def test_an_expectation_reads_as_its_kind_asks(name: str) -> None:
    part = expectations()[name]
    if name.partition(".")[0] in FACTS:
        assert re.search(r"\byou\b", part["question"], re.IGNORECASE)
        assert len(part["question"]) <= 200
    else:
        assert part["question"].endswith("?")
        assert len(part["question"]) <= 160


@pytest.mark.parametrize("name", sorted(f"{c}.{level}" for c, at in COMPETENCIES.items() for level in at))
def test_an_expectation_has_examples_evidence_and_work_to_do(name: str) -> None:
    part = expectations()[name]
    assert 2 <= len(part["counts_if"]) <= 3
    assert set(part["evidence"]) == {"what", "result", "confirm"}
    assert part["action"]["cue"].startswith("If ")
    assert 1 <= part["action"]["hours"] <= 60
    assert 0 <= part["action"]["lead_weeks"] <= 26


def test_no_two_actions_ask_for_the_same_work() -> None:
    work = Counter(part["action"]["do"] for part in expectations().values())
    assert [text for text, count in work.items() if count > 1] == []


def test_must_have_facts_take_long_for_they_need_somebody_elses_yes() -> None:
    facts = [part["action"]["lead_weeks"] for name, part in expectations().items() if name.partition(".")[0] in FACTS]
    assert min(facts) >= 1


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_ascii(name: str) -> None:
    assert (SHIPPED / name).read_bytes().isascii()


@pytest.mark.parametrize("name", FILES)
def test_no_text_has_leading_or_trailing_blanks(name: str) -> None:
    assert [text for text in texts(shipped(name)) if text != text.strip()] == []


@pytest.mark.parametrize("name", FILES)
def test_no_text_holds_a_control_character(name: str) -> None:
    assert [text for text in texts(shipped(name)) if not text.replace("\n", "").isprintable()] == []


def test_no_statement_is_without_origin_and_sources() -> None:
    lone = [
        (name, path) for name, path, part in statements() if not part.get("sources") and not is_practice_of_ours(name, part)
    ]
    assert lone == []


def is_practice_of_ours(name: str, part: Raw) -> bool:
    """Say whether a part is a prompt or a remark on practice that pmpath made up, and says so."""
    return name == INTERVIEW and part["origin"] == "default"


@pytest.mark.parametrize(
    ("name", "path"),
    [
        (LADDER, r"levels\.\d+"),
        (LADDER, r"levels\.\d+\.responsibilities\.\d+"),
        (LADDER, r"levels\.\d+\.failure_modes\.\d+"),
        (LADDER, r"levels\.\d+\.time_in_level\.\d+"),
        (LADDER, r"levels\.\d+\.from_entry\.\d+"),
        (LADDER, r"competencies\.\d+\.expectations\.\d+"),
        (LADDER, r"shifts\.\d+"),
        (LADDER, r"milestones\.\d+"),
        (TRANSITIONS, r"playbooks\.\d+"),
        (TRANSITIONS, r"playbooks\.\d+\.advantages\.\d+"),
        (TRANSITIONS, r"playbooks\.\d+\.watch_outs\.\d+"),
        (TRANSITIONS, r"playbooks\.\d+\.tip"),
        (TRANSITIONS, r"playbooks\.\d+\.artifact"),
    ],
)
def test_everything_that_claims_something_says_where_from(name: str, path: str) -> None:
    found = [part for place, part in parts(shipped(name)) if re.fullmatch(path, place)]
    assert found
    assert all(part.get("origin") and part.get("sources") for part in found)


def test_every_origin_is_one_of_the_four() -> None:
    assert {part["origin"] for _, _, part in statements()} <= {"article", "reconstructed", "extension", "default"}


def test_a_reconstructed_statement_has_two_sources() -> None:
    thin = [
        (name, path) for name, path, part in statements() if part["origin"] == "reconstructed" and len(set(part["sources"])) < 2
    ]
    assert thin == []


def test_a_statement_of_the_article_cites_the_article() -> None:
    assert [path for _, path, part in statements() if part["origin"] == "article" and ARTICLE not in part["sources"]] == []


def test_no_statement_cites_a_source_twice() -> None:
    twice = [path for name in CITING for path, part in parts(shipped(name)) if _repeats(part.get("sources", []))]
    assert twice == []


def _repeats(keys: list[str]) -> bool:
    return len(set(keys)) < len(keys)


def test_every_cited_key_is_a_source() -> None:
    known = {source["key"] for source in shipped(SOURCES)["sources"]}
    cited = {key for name in CITING for _, part in parts(shipped(name)) for key in part.get("sources", [])}
    assert cited - known == set()


def test_the_salary_site_with_impossible_figures_is_cited_nowhere() -> None:
    cited = {key for name in CITING for _, part in parts(shipped(name)) for key in part.get("sources", [])}
    assert "W-ZIP" not in cited
    assert [name for name in (LADDER, TRANSITIONS, GUIDES) if "W-ZIP" in (SHIPPED / name).read_text("utf-8")] == []


def test_an_unreliable_source_is_never_the_ground_of_a_statement() -> None:
    unreliable = {source["key"] for source in shipped(SOURCES)["sources"] if source["quality"] == "unreliable"}
    grounds = [path for _, path, part in statements() if unreliable.intersection(part["sources"])]
    assert grounds == []


def test_source_keys_and_addresses_are_unique() -> None:
    sources = shipped(SOURCES)["sources"]
    assert _repeated([source["key"] for source in sources]) == []
    assert _repeated([(source["address"], source["file"]) for source in sources]) == []


def _repeated(items: Iterable[Item]) -> list[Item]:
    return [item for item, count in Counter(items).items() if count > 1]


def test_every_source_says_what_it_is_good_for() -> None:
    assert all(source["note"] and source["license"] and source["date"] for source in shipped(SOURCES)["sources"])


@pytest.mark.parametrize("level", LEVELS)
def test_a_responsibility_drives_only_expectations_of_its_own_level(level: str) -> None:
    duties = levels()[level]["responsibilities"]
    own = {f"{competency}.{level}" for competency, at in COMPETENCIES.items() if level in at}
    assert [duty["id"] for duty in duties if not duty["drives"] or not set(duty["drives"]) <= own] == []


@pytest.mark.parametrize("level", LEVELS)
def test_every_expectation_of_a_level_is_driven_by_a_responsibility(level: str) -> None:
    driven = {name for duty in levels()[level]["responsibilities"] for name in duty["drives"]}
    assert {f"{competency}.{level}" for competency, at in COMPETENCIES.items() if level in at} - driven == set()


def test_responsibility_ids_are_unique_and_begin_with_their_level() -> None:
    ids = [(level, duty["id"]) for level, one in levels().items() for duty in one["responsibilities"]]
    assert _repeated([name for _, name in ids]) == []
    assert [name for level, name in ids if not name.startswith(f"{level}-")] == []


@pytest.mark.parametrize(("level", "length"), LIST_LENGTHS.items())
def test_a_rebuilt_list_is_complete(level: str, length: int) -> None:
    duties = levels()[level]["responsibilities"]
    assert len(duties) == length
    assert all(len(set(duty["sources"])) >= 2 for duty in duties)


@pytest.mark.parametrize("level", LEVELS)
def test_only_the_senior_list_comes_in_pairs_of_before_and_after(level: str) -> None:
    assert {"before" in duty for duty in levels()[level]["responsibilities"]} == {level == "senior-pm"}


def test_the_vp_and_the_cpo_share_a_list_but_not_its_words() -> None:
    vp = {duty["text"] for duty in levels()["vp"]["responsibilities"]}
    cpo = {duty["text"] for duty in levels()["cpo"]["responsibilities"]}
    assert len(vp) >= 9
    assert len(cpo) >= 9
    assert vp & cpo == set()


def test_there_are_six_shifts_between_the_seven_levels_lowest_first() -> None:
    assert [(shift["from"], shift["to"]) for shift in ladder()["shifts"]] == list(pairwise(LEVELS))


@pytest.mark.parametrize("place", range(6))
def test_a_shift_card_is_complete(place: int) -> None:
    shift = ladder()["shifts"][place]
    assert all(shift[field] for field in ("was", "becomes", "why", "try_this_week", "sign_it_worked"))
    assert len(shift["differences"]) >= 3
    assert shift["origin"] == ("reconstructed" if shift["to"] == "cpo" else "article")


@pytest.mark.parametrize(("pair", "count"), MILESTONES.items())
def test_the_milestones_of_a_step_are_complete(pair: tuple[str, str], count: int) -> None:
    assert sum((one["from"], one["to"]) == pair for one in ladder()["milestones"]) == count


def test_there_are_no_other_milestones() -> None:
    assert {(one["from"], one["to"]) for one in ladder()["milestones"]} == set(MILESTONES)


def test_no_milestone_of_the_leap_into_managing_is_about_craft() -> None:
    leap = [one for one in ladder()["milestones"] if one["to"] == "group-pm"]
    assert {one["area"] for one in leap} == {"people", "strategy", "communication"}


def test_every_milestone_is_measurable_and_asks_for_evidence() -> None:
    for one in ladder()["milestones"]:
        assert one["threshold"]["value"] > 0
        assert one["threshold"]["unit"]
        assert one["question"].endswith("?")
        assert len(set(one["sources"])) >= 2


def test_thresholds_of_ours_are_marked_as_defaults() -> None:
    assert [one["id"] for one in ladder()["milestones"] if one["threshold"]["default"] is not True] == []


def test_a_milestone_gives_evidence_for_one_of_its_two_levels() -> None:
    for one in ladder()["milestones"]:
        assert one["drives"]
        assert {name.partition(".")[2] for name in one["drives"]} <= {one["from"], one["to"]}, one["id"]


def test_the_longest_cross_team_work_asks_for_two_teams_and_three_months() -> None:
    milestone = next(one for one in ladder()["milestones"] if one["id"] == "longest-cross-team")
    assert milestone["threshold"] == {"value": 2, "unit": "teams, for at least 3 months", "default": True}
    assert (milestone["from"], milestone["to"]) == ("pm", "senior-pm")


def test_the_orphan_problem_comes_with_pain_owner_size_and_first_week() -> None:
    work = expectations()["delivery.senior-pm"]["action"]["do"]
    assert [prompt for prompt in ("orphan problem", "Pain:", "Owner:", "Size:", "First week:") if prompt not in work] == []


def test_the_work_on_strategy_for_senior_pm_ties_the_present_to_a_company_goal() -> None:
    work = expectations()["strategy.senior-pm"]["action"]["do"].lower()
    assert "one page" in work
    assert "company goal" in work


@pytest.mark.parametrize(
    ("lower", "upper", "word"),
    [("apm", "pm", "owner"), ("senior-pm", "group-pm", "people"), ("group-pm", "director", "portfolio")],
)
def test_a_comparison_names_the_change(lower: str, upper: str, word: str) -> None:
    shift = next(one for one in ladder()["shifts"] if (one["from"], one["to"]) == (lower, upper))
    assert any(word in line for line in shift["differences"])


def test_market_finance_and_position_are_asked_about_at_the_top() -> None:
    asked = {name: part["question"].lower() for name, part in expectations().items()}
    assert "market" in asked["discovery.vp"]
    assert "revenue" in asked["business.vp"]
    assert "strategy" in asked["strategy.vp"]


def test_the_horizon_rises_strictly_over_the_ladder() -> None:
    horizons = [level["horizon"] for level in ladder()["levels"]]
    assert all(low["months_low"] < high["months_low"] for low, high in pairwise(horizons))
    assert all(low["months_high"] < high["months_high"] for low, high in pairwise(horizons))
    assert all(horizon["months_low"] < horizon["months_high"] for horizon in horizons)


def test_every_range_is_a_range() -> None:
    assert len(ranges()) >= 20
    assert [path for path, one in ranges() if one["high"] is not None and one["low"] >= one["high"]] == []


def test_every_range_says_what_it_counts_where_when_and_who_says_so() -> None:
    assert [
        path for path, one in ranges() if not all(one[key] for key in ("unit", "basis", "place", "as_of", "origin", "sources"))
    ] == []


@pytest.mark.parametrize(("level", "years"), FIRST_YEARS.items())
def test_the_headline_years_of_a_level_are_those_of_its_sources(level: str, years: tuple[int, int | None]) -> None:
    headline = levels()[level]["from_entry"][0]
    assert (headline["low"], headline["high"], headline["unit"]) == (*years, "years")


def test_the_article_gives_years_for_apm_and_senior_and_nothing_else() -> None:
    found = [
        (level["id"], field, one["low"], one["high"])
        for level in ladder()["levels"]
        for field in ("time_in_level", "from_entry")
        for one in level[field]
        if one["origin"] == "article"
    ]
    assert found == [("apm", "time_in_level", 1, 2), ("senior-pm", "from_entry", 3, 6)]


def test_the_years_of_apm_and_senior_stand_beside_those_of_other_sources() -> None:
    assert len(levels()["apm"]["time_in_level"]) >= 3
    assert len(levels()["senior-pm"]["from_entry"]) >= 3


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_says_that_years_vary(level: str) -> None:
    assert levels()[level]["years_note"]


def test_in_a_startup_technology_counts_less_unless_the_product_is_deeply_technical() -> None:
    startup, corporate = shipped(LADDER)["settings"]
    assert (startup["id"], startup["later"], startup["unless"]) == ("startup", ["technology"], "deeply-technical")
    assert (startup["origin"], startup["sources"]) == ("article", ["W-UND"])
    assert startup["reason"] in "It counts less in a startup, unless the product is deeply technical."
    assert (corporate["id"], corporate["later"]) == ("corporate", [])
    assert "nothing that counts less" in " ".join(corporate["order"].split())


def test_both_settings_say_how_usual_times_shift_and_that_this_is_opinion() -> None:
    times = [" ".join(rule["times"].split()) for rule in shipped(LADDER)["settings"]]
    assert [text.startswith("Opinion, not measured: ") and ", because " in text for text in times] == [True, True]
    assert len(set(times)) == 2


@pytest.mark.parametrize("competency", COMPETENCIES)
def test_every_action_differs_in_a_startup_and_in_a_large_company(competency: str) -> None:
    for part in next(one for one in shipped(LADDER)["competencies"] if one["id"] == competency)["expectations"]:
        assert part["action"]["startup"] != part["action"]["corporate"]
        assert part["action"]["startup"]


def test_only_the_apm_seat_is_checked_with_four_questions_or_more() -> None:
    seats = {name: level["seat_check"] for name, level in levels().items()}
    assert len(seats.pop("apm")) >= 4
    assert list(seats.values()) == [[]] * 6


def test_the_questions_about_the_seat_are_questions() -> None:
    assert all(question.endswith("?") for question in levels()["apm"]["seat_check"])


def test_the_four_habits_of_the_article_belong_to_the_apm() -> None:
    habits = {name: [habit["id"] for habit in level["habits"]] for name, level in levels().items()}
    assert habits.pop("apm") == ["asks-good-questions", "stays-organized", "takes-feedback", "builds-habits"]
    assert list(habits.values()) == [[]] * 6


@pytest.mark.parametrize("level", LEVELS)
def test_failure_modes_are_named_from_group_pm_up(level: str) -> None:
    modes = levels()[level]["failure_modes"]
    if level in LEVELS[:3]:
        assert modes == []
    else:
        assert 3 <= len(modes) <= 4


@pytest.mark.parametrize("level", ["group-pm", "director", "vp"])
def test_rescuing_is_named_where_people_are_managed_first(level: str) -> None:
    assert "rescuing" in [mode["id"] for mode in levels()[level]["failure_modes"]]


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_fills_the_stage_table(level: str) -> None:
    assert [column for column in STAGE_COLUMNS if not levels()[level][column]] == []


@pytest.mark.parametrize("level", LEVELS)
def test_a_level_manages_whom_its_place_says(level: str) -> None:
    assert levels()[level]["manages"]["kind"] == MANAGED[level]


@pytest.mark.parametrize("level", LEVELS)
def test_a_level_says_what_it_decides_proposes_and_asks(level: str) -> None:
    one = levels()[level]
    assert min(len(one["decides"]), len(one["proposes"]), len(one["asks"]), len(one["stop_doing"])) >= 3


def test_board_and_investors_take_time_from_vp_upward_only() -> None:
    outside = re.compile(r"\b(board|investors?)\b", re.IGNORECASE)
    assert [name for name, level in levels().items() if any(map(outside.search, level["time_with"]))] == ["vp", "cpo"]


def test_the_group_pm_is_a_player_coach_of_one_to_three_pms() -> None:
    group = levels()["group-pm"]
    assert group["mode"] == "player-coach"
    assert [(one["low"], one["high"], one["origin"]) for one in group["manages"]["ranges"]] == [
        (1, 3, "article"),
        (2, 5, "extension"),
        (3, 5, "extension"),
    ]


def test_the_director_lets_go_of_stand_ups_and_single_roadmaps() -> None:
    stops = " ".join(levels()["director"]["stop_doing"]).lower()
    assert "stand-ups" in stops
    assert "single roadmap" in stops


def test_the_gaps_of_a_director_fall_under_process_people_and_portfolio() -> None:
    headings = levels()["director"]["headings"]
    assert [heading["id"] for heading in headings] == ["process", "people", "portfolio"]
    assert sorted(name for heading in headings for name in heading["competencies"]) == sorted(COMPETENCIES)


def test_only_the_highest_level_leads_out_of_the_ladder() -> None:
    assert [name for name, level in levels().items() if level["beyond"]] == ["cpo"]
    roads = {road["id"] for road in levels()["cpo"]["beyond"]}
    assert {"hold", "successor", "board-seat", "founder"} <= roads


@pytest.mark.parametrize("level", ["director", "vp", "cpo"])
def test_executive_success_counts_growth_share_and_healthy_teams(level: str) -> None:
    assert levels()[level]["success"]["measures"][:3] == ["business growth", "market share", "healthy teams"]


def test_the_two_top_titles_say_that_they_overlap() -> None:
    assert [name for name, level in levels().items() if level["overlap"]] == ["vp", "cpo"]
    assert levels()["cpo"]["reports_to"] == "CEO"


def test_the_individual_road_is_named_where_it_branches_off() -> None:
    assert [name for name, level in levels().items() if level["branch"]] == ["senior-pm", "group-pm"]


@pytest.mark.parametrize("level", LEVELS)
def test_the_picture_of_a_level_fits_a_line(level: str) -> None:
    assert 0 < len(levels()[level]["in_one_line"]) < 100


def test_the_reach_of_the_levels_rises_from_feature_to_company() -> None:
    reach = [level["reach"] for level in ladder()["levels"]]
    assert reach == ["feature", "feature set", "area", "product group", "portfolio", "product function", "company"]


def test_the_pillars_of_the_article_and_the_added_ones_are_all_used() -> None:
    used = {competency["pillar"] for competency in competencies().values()}
    assert used == {"strategy", "users", "technology", "execution", "data", "communication", "leadership"}


def test_no_question_mentions_a_degree() -> None:
    asked = [part["question"] for part in expectations().values()]
    asked += [text for part in expectations().values() for text in (*part["counts_if"], *part["evidence"].values())]
    asked += [one["question"] for one in ladder()["milestones"]]
    asked += [competencies()[fact]["question"] for fact in FACTS]
    assert [text for text in asked if DEGREE.search(text)] == []


def test_some_question_of_the_pm_level_wants_a_number() -> None:
    prompts = [part["evidence"]["result"] for name, part in expectations().items() if name.endswith(".pm")]
    assert any(re.search(r"\b(number|figure|before and after|how many|how much|metric|measure)\b", text) for text in prompts)


@pytest.mark.parametrize(("title", "level"), TITLES.items())
def test_a_title_that_people_hold_finds_its_level(title: str, level: str) -> None:
    assert library().words.find_level(title) == level


def test_the_playbooks_are_those_of_the_article_then_ours() -> None:
    assert tuple(playbooks()) == BACKGROUNDS


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_only_the_three_playbooks_of_the_article_claim_it(background: str) -> None:
    playbook = playbooks()[background]
    origins = {part["origin"] for _, part in parts(playbook) if "origin" in part}
    if background in ARTIFACTS:
        assert playbook["origin"] == "article"
    else:
        assert playbook["origin"] == "extension"
        assert "article" not in origins


@pytest.mark.parametrize("background", ARTICLE_ADVANTAGES)
def test_the_advantages_of_the_article_come_first_and_are_marked(background: str) -> None:
    advantages = playbooks()[background]["advantages"]
    assert [one["id"] for one in advantages if one["origin"] == "article"] == ARTICLE_ADVANTAGES[background]
    assert [one["origin"] for one in advantages] == sorted((one["origin"] for one in advantages), key="article".__ne__)


@pytest.mark.parametrize("background", ARTICLE_CHALLENGES)
def test_the_challenge_of_the_article_is_there(background: str) -> None:
    challenge = playbooks()[background]["challenge"]
    assert (challenge["id"], challenge["origin"]) == (ARTICLE_CHALLENGES[background], "article")


@pytest.mark.parametrize("background", ARTICLE_MINDSETS)
def test_the_mindset_of_the_article_is_there(background: str) -> None:
    mindset = playbooks()[background]["mindset"]
    assert [one["id"] for one in mindset if one["origin"] == "article"] == ARTICLE_MINDSETS[background]


@pytest.mark.parametrize("background", ARTIFACTS)
def test_the_artifact_of_the_article_is_there(background: str) -> None:
    artifact = playbooks()[background]["artifact"]
    assert (artifact["file"], artifact["origin"]) == (ARTIFACTS[background], "article")


@pytest.mark.parametrize("background", TIP_STEPS)
def test_the_first_project_of_the_article_has_its_steps(background: str) -> None:
    tip = playbooks()[background]["tip"]
    assert tip["origin"] == "article"
    assert len(tip["steps"]) >= TIP_STEPS[background]


def test_the_project_of_the_engineer_has_the_four_steps_in_order() -> None:
    steps = [step["id"] for step in playbooks()["engineer"]["tip"]["steps"]]
    assert steps == ["offer-help", "listen-only", "note-the-pains", "write-the-page"]


def test_the_project_of_the_designer_offers_conversion_and_daily_users_as_measures() -> None:
    tip = " ".join(texts(playbooks()["designer"]["tip"])).lower()
    assert "conversion" in tip
    assert "daily active users" in tip


def test_the_brief_of_the_marketer_has_personas_value_and_roadmap() -> None:
    headings = [section["heading"] for section in playbooks()["marketer"]["artifact"]["sections"]]
    assert {"Target personas", "Value propositions", "High-level roadmap"} <= set(headings)


def test_the_case_of_the_designer_labels_its_forecast_and_gives_its_basis() -> None:
    sections = {one["heading"]: one["text"] for one in playbooks()["designer"]["worked_example"]["sections"]}
    assert re.search(r"project|expect|forecast", sections["Forecast and basis"], re.IGNORECASE)
    assert re.search(r"because|basis|based|since", sections["Forecast and basis"], re.IGNORECASE)


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_the_first_step_of_a_plan_fits_into_this_week(background: str) -> None:
    first = playbooks()[background]["plan"][0]
    assert first["hours"] <= 2
    assert first["only_to"] is None


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_a_plan_has_eight_to_twelve_steps_in_unbroken_phases(background: str) -> None:
    plan = playbooks()[background]["plan"]
    phases = [step["phase"] for step in plan]
    runs = [phase for i, phase in enumerate(phases) if i == 0 or phases[i - 1] != phase]
    assert 8 <= len(plan) <= 12
    assert 3 <= len(runs) <= 4
    assert len(set(runs)) == len(runs)


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_a_step_is_needed_always_or_for_pm_alone(background: str) -> None:
    assert {step["only_to"] for step in playbooks()[background]["plan"]} <= {None, "pm"}


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_what_needs_a_yes_begins_in_the_first_half_of_a_plan(background: str) -> None:
    plan = playbooks()[background]["plan"]
    assert any(step["ask"] for step in plan[: len(plan) // 2])


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_a_playbook_has_five_reframes_and_three_watch_outs_or_more(background: str) -> None:
    playbook = playbooks()[background]
    assert len(playbook["reframes"]) == 5
    assert len(playbook["watch_outs"]) >= 3
    assert all(line["before"] != line["after"] for line in playbook["reframes"])


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_a_worked_example_fills_in_the_artifact_and_says_that_it_is_invented(background: str) -> None:
    playbook = playbooks()[background]
    headings = [section["heading"] for section in playbook["artifact"]["sections"]]
    assert [section["heading"] for section in playbook["worked_example"]["sections"]] == headings
    assert "invented" in " ".join(texts(playbook["worked_example"])).lower()


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_a_playbook_names_usual_gaps_of_the_first_two_levels(background: str) -> None:
    gaps = [gap["expectation"] for gap in playbooks()[background]["gaps"]]
    assert 5 <= len(gaps) <= 8
    assert len(set(gaps)) == len(gaps)
    assert {name.partition(".")[2] for name in gaps} <= {"apm", "pm"}


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_every_usual_gap_is_closed_by_a_step_of_the_plan(background: str) -> None:
    playbook = playbooks()[background]
    closed = {name for step in playbook["plan"] for name in step["closes"]}
    assert {gap["expectation"] for gap in playbook["gaps"]} - closed == set()


def test_what_people_type_names_one_playbook_only() -> None:
    names = [name for playbook in playbooks().values() for name in (playbook["id"], *playbook["aliases"])]
    assert _repeated(names) == []
    assert min(len(playbook["aliases"]) for playbook in playbooks().values()) >= 8


def test_artifact_files_are_told_apart() -> None:
    assert _repeated([playbook["artifact"]["file"] for playbook in playbooks().values()]) == []


@pytest.mark.parametrize(("story", "background"), STORIES.items())
def test_a_published_story_is_covered_by_the_playbook_of_its_background(story: str, background: str) -> None:
    assert story in playbooks()[background]["stories"]


def test_no_playbook_claims_a_story_that_is_not_known() -> None:
    assert {story for playbook in playbooks().values() for story in playbook["stories"]} - set(STORIES) == set()


@pytest.mark.parametrize("name", [LADDER, TRANSITIONS])
def test_no_text_promises_a_time(name: str) -> None:
    assert [text for text in texts(shipped(name)) if PROMISE.search(text)] == []


@pytest.mark.parametrize(
    "promise", ["You will be a PM in six months.", "You'll get there within a year", "We guarantee a role"]
)
def test_the_search_for_promises_finds_one(promise: str) -> None:
    assert PROMISE.search(promise)


@pytest.mark.parametrize("name", [LADDER, TRANSITIONS])
def test_no_text_judges_the_person(name: str) -> None:
    verdict = re.compile(r"\byou(?: are|'re) (?:\w+ )?(?:weak|behind|bad|lacking|failing|a failure|not good)\b", re.IGNORECASE)
    assert [text for text in texts(shipped(name)) if verdict.search(text)] == []


@pytest.mark.parametrize("name", [LADDER, TRANSITIONS])
def test_no_text_gives_a_chance_of_promotion(name: str) -> None:
    chance = re.compile(
        r"\b(percentiles?|probability of|(?:odds|chances?) of (?:a |your )?(?:promotion|role|offer|level))\b", re.IGNORECASE
    )
    assert [text for text in texts(shipped(name)) if chance.search(text)] == []
