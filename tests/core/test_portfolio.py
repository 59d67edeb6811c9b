"""The review of a portfolio piece: what it finds missing, at which line, and what it names as there."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import library
from pieces import KINDS, codes, empty, filled, lookup, reviewed, template
from pmpath.core.portfolio import LONGEST_SUBJECT, kind_in
from pmpath.model.piece import Code
from pmpath.render.transition import artifact_markdown

TITLES = {template(name).title: name for name in KINDS}
for_every_kind = pytest.mark.parametrize("name", KINDS)
any_kind = st.sampled_from(KINDS)


def with_section(heading: str, text: str, name: str = "product-teardown") -> str:
    """Return the example of a kind with another text under one heading."""
    before, _, rest = filled(name).partition(f"### {heading}\n")
    after = rest.find("\n##")
    return f"{before}### {heading}\n\n{text}\n{rest[after:] if after >= 0 else ''}"


def without_section(heading: str, name: str = "product-teardown") -> str:
    before, _, rest = filled(name).partition(f"### {heading}\n")
    after = rest.find("\n##")
    return before + (rest[after:] if after >= 0 else "")


# the whole piece


@for_every_kind
def test_in_the_example_of_a_kind_nothing_is_missing(name: str) -> None:
    assert reviewed(filled(name), name).findings == ()


@for_every_kind
def test_an_example_has_a_forecast_with_a_basis_and_an_option_turned_down(name: str) -> None:
    found = reviewed(filled(name), name)
    assert found.options
    assert found.forecasts
    assert all(one.basis for one in found.forecasts)


@for_every_kind
def test_the_empty_template_has_a_finding_for_each_part(name: str) -> None:
    findings = reviewed(empty(name), name).findings
    asked = [one.subject for one in findings if one.code is Code.PROMPT]
    assert asked == [section.heading for section in template(name).sections]


@for_every_kind
def test_in_nothing_at_all_each_part_is_missing(name: str) -> None:
    findings = reviewed("", name).findings
    missing = [one.subject for one in findings if one.code is Code.PART_MISSING]
    assert missing == [section.heading for section in template(name).sections]
    assert {one.line for one in findings} == {1}


@pytest.mark.parametrize("background", ["engineer", "designer", "marketer"])
def test_the_document_that_transition_writes_is_still_to_be_filled_in(background: str) -> None:
    book = next(one for one in library().playbooks if one.id == background)
    text = artifact_markdown(book)
    name = kind_in(text, TITLES)
    assert name is not None
    found = codes(text, name)
    assert found.count("prompt-unanswered") == len(book.artifact.sections)
    assert found.count("example-left") == 1
    assert "part-missing" not in found


# headings


@pytest.mark.parametrize(
    "heading",
    [
        "# What fails",
        "###### What fails",
        "### WHAT FAILS",
        "### what   fails ###",
        "   ## What fails:",
        "**What fails**",
        "### 4. What fails",
        "What fails",
        "__What fails.__",
    ],
)
def test_a_heading_is_known_at_any_level_and_in_any_case(heading: str) -> None:
    assert codes(filled("product-teardown").replace("### What fails", heading)) == []


def test_a_heading_over_a_rule_of_signs_is_known_too() -> None:
    assert codes(filled("product-teardown").replace("### What fails", "What fails\n----------")) == []


@pytest.mark.parametrize("heading", ["### What failed", "### What fails and why", "#What fails today", ""])
def test_other_words_are_another_heading(heading: str) -> None:
    found = reviewed(filled("product-teardown").replace("### What fails", heading)).findings
    assert [(one.code.value, one.subject) for one in found] == [("part-missing", "What fails")]


def test_a_part_that_is_missing_belongs_behind_the_heading_before_it() -> None:
    text = without_section("What fails")
    (found,) = reviewed(text).findings
    assert text.splitlines()[found.line - 1] == "### What works"


def test_a_heading_of_ones_own_below_a_part_belongs_to_it() -> None:
    assert codes(with_section("What works", "#### In detail\n\nThe ticket opens without a connection.")) == []


def test_a_heading_of_ones_own_at_the_same_level_ends_a_part() -> None:
    assert codes(with_section("What works", "### Appendix\n\nThe ticket opens without a connection.")) == ["part-empty"]


def test_the_same_heading_twice_is_one_part() -> None:
    text = filled("product-teardown").replace("### What works", "### What works\n\n### What works")
    assert codes(text) == []


@pytest.mark.parametrize("text", ["", "   ", "---", "- ", "<!-- later -->", "...", "\U0001f600", "|---|---|"])
def test_signs_alone_are_no_words_under_a_heading(text: str) -> None:
    assert codes(with_section("What works", text)) == ["part-empty"]


@pytest.mark.parametrize("text", ["Tickets.", "\u4e2d\u6587", "1", "- [x](y)", "> A quote"])
def test_a_word_is_enough_for_a_part_to_be_there(text: str) -> None:
    assert codes(with_section("What works", text)) == []


# questions of the template


@pytest.mark.parametrize("form", ["_{}_", "{}", "> {}", "- *{}*", "**{}**", "_{}_\n\nTickets open offline."])
def test_a_question_that_still_stands_is_found(form: str) -> None:
    prompt = next(one.prompt for one in template("product-teardown").sections if one.heading == "What works")
    assert codes(with_section("What works", form.format(prompt))) == ["prompt-unanswered"]


def test_a_question_that_an_editor_wrapped_is_found() -> None:
    prompt = next(one.prompt for one in template("product-teardown").sections if one.heading == "What works")
    words = prompt.split()
    wrapped = " ".join(words[:8]) + "\n" + " ".join(words[8:])
    assert codes(with_section("What works", wrapped)) == ["prompt-unanswered"]


# evidence


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It broke 9 times.", ("number",)),
        ("It broke nine times.", ("number",)),
        ("According to the operator it breaks.", ("source",)),
        ("I asked around.", ("source",)),
        ('People say "it broke" a lot.', ("quote",)),
        ("People say \u201cit broke\u201d a lot.", ("quote",)),
        ("> It broke again", ("quote",)),
        ("See https://example.org/broken", ("link",)),
        ("See [the page](page.md)", ("link",)),
        ("Survey of 40: see www.example.org", ("number", "source", "link")),
    ],
)
def test_a_number_a_source_a_quote_or_a_link_is_evidence(text: str, kinds: tuple[str, ...]) -> None:
    found = reviewed(with_section("What fails", text))
    assert found.findings == ()
    assert next(one.evidence for one in found.sections if one.heading == "What fails") == kinds


@pytest.mark.parametrize("text", ["It breaks all the time.", "Everybody hates it!", "It's bad, don't you think?"])
def test_an_evidence_part_without_any_is_named(text: str) -> None:
    text = with_section("What fails", text)
    (found,) = reviewed(text).findings
    assert (found.code, found.subject) == (Code.EVIDENCE, "What fails")
    assert text.splitlines()[found.line - 1] == "### What fails"


def test_where_no_evidence_is_asked_for_none_is_missed() -> None:
    assert codes(with_section("What works", "The tickets work well.")) == []


# options


def test_a_piece_without_the_heading_for_options_gets_that_warning() -> None:
    text = without_section("Options set aside").replace("dropped", "x")
    assert codes(text) == ["part-missing", "option-absent"]


def test_an_option_that_is_turned_down_elsewhere_counts() -> None:
    text = without_section("Options set aside") + "\nA waiting list was ruled out.\n"
    assert codes(text) == ["part-missing"]


def test_a_list_of_options_without_a_reason_is_not_enough() -> None:
    assert codes(with_section("Options set aside", "A waiting list. A saved vehicle.")) == ["option-absent"]


@pytest.mark.parametrize("word", ["because", "but", "instead", "too"])
def test_a_reason_under_the_heading_for_options_counts(word: str) -> None:
    assert codes(with_section("Options set aside", f"A waiting list, {word} it comes late.")) == []


# forecasts


@pytest.mark.parametrize(
    "sentence",
    [
        "We expect a rise of 10%.",
        "We expect 40 users.",
        "Sales will rise 12 percent.",
        "It will save $400 a month.",
        "It would bring 300 euros.",
        "Calls should fall by about 5.",
        "Calls will fall by 5 a day.",
        "Projected: 8% more orders.",
    ],
)
def test_a_forecast_without_a_basis_is_named_with_its_line(sentence: str) -> None:
    text = with_section("The improvement", f"A sign at the pier.\n\n{sentence}\n\nThat is all.")
    (found,) = reviewed(text).findings
    assert (found.code, found.subject) == (Code.BASIS, sentence)
    assert text.splitlines()[found.line - 1] == sentence


@pytest.mark.parametrize(
    "text",
    [
        "We expect a rise of 10%, because half of nine runs failed.",
        "We expect a rise of 10%. The basis is nine runs.",
        "We assume half of nine runs fail. We expect a rise of 10%.",
        "We expect a rise of 10%,\nbased on nine runs.",
        "- We expect a rise of 10%\n- Basis: nine runs",
    ],
)
def test_a_basis_in_the_sentence_or_beside_it_counts(text: str) -> None:
    found = reviewed(with_section("The improvement", text))
    assert found.findings == ()
    assert any(one.basis for one in found.forecasts)


@pytest.mark.parametrize("text", ["Nine runs. That is all. We expect 10%.", "We expect 10%. Yes. The basis is nine runs."])
def test_a_basis_further_away_does_not_count(text: str) -> None:
    assert codes(with_section("The improvement", text)) == ["basis-absent"]


@pytest.mark.parametrize(
    "text",
    [
        "It is 52% today.",
        "We expect that people like it.",
        "The lead will decide by 15 June.",
        "We will ask by 2027.",
        "Two colleagues will read it on page 4.",
        "The project has 5 people.",
    ],
)
def test_what_forecasts_nothing_is_no_forecast(text: str) -> None:
    assert codes(with_section("The improvement", text)) == []


def test_a_long_sentence_is_cut_where_it_is_named() -> None:
    (found,) = reviewed(with_section("The improvement", "We expect 10% more " + "and more " * 100)).findings
    assert len(found.subject) == LONGEST_SUBJECT + 3


# placeholders and the example


@pytest.mark.parametrize("text", ["Tickets, todo.", "TBD", "Lorem ipsum dolor", "Some [...] more", "[insert name]", "Why???"])
def test_text_to_come_is_named(text: str) -> None:
    assert codes(with_section("What works", text)) == ["placeholder-left"]


def test_an_example_that_was_left_below_is_named_and_not_read() -> None:
    mark = lookup().example_mark
    text = f"{empty('product-teardown')}\n---\n\n{mark}. Delete it.\n\n{filled('product-teardown')}"
    found = codes(text)
    assert found.count("prompt-unanswered") == 11
    assert found[-1] == "example-left"


# what a file says of itself


@for_every_kind
def test_the_template_and_the_example_say_their_kind(name: str) -> None:
    assert kind_in(empty(name), TITLES) == name
    assert kind_in(filled(name), TITLES) == name


def test_a_file_without_the_line_in_front_is_known_by_its_title() -> None:
    assert kind_in("# Product Teardown\n", TITLES) == "product-teardown"


@pytest.mark.parametrize("text", ["", "Product teardown", "# My page", "<!-- pmpath -->", "<!-- pmpath portfolio: x"])
def test_a_text_may_say_no_kind(text: str) -> None:
    assert kind_in(text, TITLES) is None


def test_what_stands_in_front_need_not_be_a_kind() -> None:
    assert kind_in("<!-- pmpath portfolio: a poem -->", TITLES) == "a poem"


# any text


@given(st.text(max_size=2000), any_kind)
def test_any_text_is_reviewed_and_ordered_by_line(text: str, name: str) -> None:
    findings = reviewed(text, name).findings
    assert all(one.line <= other.line for one, other in pairwise(findings))
    assert all(1 <= one.line <= text.count("\n") + text.count("\r") + 1 for one in findings)


@given(st.lists(st.sampled_from([*filled("business-case").splitlines(), "We expect 5%.", "TODO", "#", "\r", "```", ">"])))
def test_lines_in_any_order_are_reviewed(lines: list[str]) -> None:
    reviewed("\n".join(lines), "business-case")


@given(st.data(), st.text(max_size=200), any_kind)
def test_adding_text_never_adds_a_missing_part(data: st.DataObject, added: str, name: str) -> None:
    lines = filled(name).split("\n")
    cut = data.draw(st.integers(0, len(lines)))
    grown = "\n".join([*lines[:cut], added, *lines[cut:]])
    assert "part-missing" not in codes(grown, name)


@given(st.text(max_size=300), any_kind)
def test_any_text_says_a_kind_or_none(text: str, name: str) -> None:
    assert kind_in(f"{text}\n{empty(name)}", TITLES) is not None


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@for_every_kind
def test_line_ends_of_other_systems_change_nothing(name: str, end: str) -> None:
    for text in (filled(name), empty(name)):
        assert reviewed(text.replace("\n", end), name) == reviewed(text, name)


@for_every_kind
def test_a_mark_in_front_and_no_newline_at_the_end_change_nothing(name: str) -> None:
    assert reviewed("\ufeff" + filled(name).rstrip("\n"), name) == reviewed(filled(name), name)


@for_every_kind
def test_the_same_text_gives_the_same_review(name: str) -> None:
    assert reviewed(filled(name), name) == reviewed(filled(name), name)
